import { compareSeverity } from '../../severity.ts';
import { uncovered } from '../model/coverage.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission, ResourcePermission } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import { effectiveIn, isControllerNamespace, type Placement } from '../model/placement.ts';
import { morePrivileges, type PodPrivileges } from '../model/pod-constraints.ts';
import type { Binding, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import { everyone, type Subject } from '../model/subject.ts';
import type { Platform } from '../state/default-rbac.ts';
import { HeldPermissions, type Holdings } from '../state/held-permissions.ts';
import { namesUnknownRole, type RbacState, rbacState } from '../state/rbac-state.ts';
import { judge, type PermissionRisk, type RiskConditions, riskCost } from './danger.ts';
import type { UserFacing } from './user-facing.ts';

const none: readonly Permission[] = [];

/** Takes the place of a namespace's name. */
const everyNamespace = '*';
const groupOfAccounts = 'system:serviceaccounts:';

/** What else is true after the change, for judging how bad a gain is. */
export class RiskContext {
  readonly #held: HeldPermissions;
  readonly #state: RbacState;
  readonly #discovery: readonly Permission[];
  readonly #permissions = memoize((holdings: Holdings): readonly Permission[] => {
    const permissions = holdings.flatMap(({ entries }) => entries.map(({ permission }) => permission));
    this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    return permissions;
  });
  /** Namespaces with a ServiceAccount that holds something bad in every namespace, or in a controllers' namespace. */
  #strong: ReadonlySet<string> | undefined;

  readonly #work: StepBudget;
  readonly #known = new Map<string, RiskConditions>();
  readonly #allowedBy = memoize((role: Role): readonly Permission[] => {
    const permissions = this.#state.effectiveRules(role).flatMap(({ rule }) => rule.permissions);
    this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    return permissions;
  });

  constructor(state: RbacState, platform: Platform, work: StepBudget) {
    this.#work = work;
    this.#state = state;
    this.#discovery = givenToEveryone(platform);
    this.#held = new HeldPermissions(state, work);
  }

  /** Of whoever would hold `role`, where nobody gains. */
  of(subject: Subject | undefined, placement: Placement, role?: Role): RiskConditions {
    if (subject === undefined && role !== undefined) {
      return { ...this.of(undefined, placement), holds: () => this.#allowedBy(role) };
    }
    const key = `${placement ?? ''} ${subject?.key ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isOfEveryone = subject !== undefined && everyone.has(subject.key);
    const conditions: RiskConditions = {
      placement,
      gainer: gainerOf(subject),
      isForEveryone: (permission) => isOfEveryone && this.#isMoreThanUsual(permission),
      holds: () => (subject === undefined ? none : this.#permissions(this.#held.holdings(subject, placement))),
      isEscalationNamespace: (namespace) =>
        isControllerNamespace(namespace) ||
        [namespace, everyNamespace].some((each) => this.#strongNamespaces().has(each)),
      podPrivileges: this.#state.podPrivileges,
    };
    this.#known.set(key, conditions);
    return conditions;
  }

  /** Judges a permission, and counts what that costs. */
  judge(
    permission: Permission,
    subject: Subject | undefined,
    placement: Placement,
    userFacing?: UserFacing,
    role?: Role,
  ): PermissionRisk {
    this.#work.charge(riskCost(permission));
    return judge(permission, this.of(subject, placement, role), userFacing);
  }

  /** The worst of permissions that are gained together, beyond what the subject is known to hold. */
  judgeTogether(
    permissions: readonly Permission[],
    subject: Subject,
    placement: Placement,
  ): PermissionRisk | undefined {
    const alone = this.of(subject, placement);
    const conditions = { ...alone, holds: () => [...alone.holds(), ...permissions] };
    const risks = permissions
      .flatMap((permission) => effectiveIn(placement, permission))
      .map((permission) => {
        this.#work.charge(riskCost(permission));
        return judge(permission, conditions);
      });
    return risks.sort((a, b) => compareSeverity(a.severity, b.severity))[0];
  }

  /** Whether a permission is more than what everyone has: discovery, and running pods under restricted constraints. */
  #isMoreThanUsual(permission: Permission): boolean {
    const isUse = permission.kind === 'resource' && permission.verbs.every((verb) => verb === 'use');
    const isRestricted = isUse && constrainedPrivileges(permission, this.#state.podPrivileges) === 'restricted';
    return !isRestricted && uncovered(permission, this.#discovery, this.#work).length > 0;
  }

  #strongNamespaces(): ReadonlySet<string> {
    // Bindings of one role share the list it resolves to.
    const everywhere = memoize((roles: readonly Role[]) => this.#isStrong(roles, undefined));
    // A gain is as bad in one of these namespaces as in any other of them.
    const amongControllers = memoize((roles: readonly Role[]) => this.#isStrong(roles, 'kube-system'));
    const isStrong = (binding: Binding) => {
      const roles = this.#state.resolve(binding);
      // Nothing bounds what a role allows that is not known.
      if (namesUnknownRole(this.#state, binding)) return true;
      return binding.namespace === undefined ? everywhere(roles) : amongControllers(roles);
    };
    this.#strong ??= new Set(
      this.#state.bindings.flatMap((binding) => {
        const { namespace, origin, subjects } = binding;
        if (origin !== 'repository' || !(namespace === undefined || isControllerNamespace(namespace))) return [];
        this.#work.charge(1 + subjects.length);
        const reached = subjects.flatMap(({ subject }) => accountsNamespace(subject) ?? []);
        const outside = reached.filter((each) => each !== namespace);
        return outside.length > 0 && isStrong(binding) ? outside : [];
      }),
    );
    return this.#strong;
  }

  #isStrong(roles: readonly Role[], placement: Placement): boolean {
    const permissions = roles
      .flatMap((role) => this.#state.effectiveRules(role))
      .flatMap(({ rule }) => rule.permissions)
      .flatMap((permission) => effectiveIn(placement, permission));
    this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    const conditions: RiskConditions = {
      placement,
      isForEveryone: () => false,
      gainer: 'other',
      holds: () => permissions,
      isEscalationNamespace: () => true,
      podPrivileges: this.#state.podPrivileges,
    };
    return permissions.some((permission) => {
      this.#work.charge(riskCost(permission));
      const { severity } = judge(permission, conditions);
      return severity === 'critical' || severity === 'high';
    });
  }
}

/** The namespace whose ServiceAccounts, one or all of them, the subject is; `everyNamespace` for all there are. */
function accountsNamespace({ kind, name, namespace }: Subject): string | undefined {
  if (kind !== 'Group') return namespace;
  if (name === 'system:serviceaccounts') return everyNamespace;
  return name.startsWith(groupOfAccounts) ? name.slice(groupOfAccounts.length) : undefined;
}

/** What the platform gives everyone itself, mostly to learn of itself and of the API. */
function givenToEveryone({ kubernetesVersion, openshift }: Platform): readonly Permission[] {
  const bare = rbacState([], { kubernetesVersion, openshift, roles: [] });
  return bare.bindings
    .filter(({ kind, subjects }) => {
      return kind === 'ClusterRoleBinding' && subjects.some(({ subject }) => everyone.has(subject.key));
    })
    .flatMap((binding) => bare.resolve(binding))
    .flatMap((role) => bare.effectiveRules(role))
    .flatMap(({ rule }) => rule.permissions);
}

/** Who gains, as far as it makes a difference to how bad it is. */
export function gainerOf(subject: Subject | undefined): RiskConditions['gainer'] {
  if (subject?.kind === 'ServiceAccount') return 'account';
  if (subject?.kind !== 'User' && subject?.kind !== 'Group') return 'other';
  if (subject.name === 'system:unauthenticated' || subject.name === 'system:anonymous') return 'anonymous';
  return subject.name.startsWith('system:') ? 'other' : 'person';
}

/** The most that the named constraints on pods allow; undefined where the permission is about other things as well. */
function constrainedPrivileges(
  { groups, resources, names }: ResourcePermission,
  privileges: RiskConditions['podPrivileges'],
): PodPrivileges | undefined {
  const isAboutConstraints =
    groups.every((group) => group === 'security.openshift.io') &&
    resources.every((resource) => resource === 'securitycontextconstraints');
  if (!isAboutConstraints) return undefined;
  return names.map((name) => privileges('securitycontextconstraints', name)).reduce(morePrivileges, 'restricted');
}
