import { uncovered } from '../model/coverage.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import type { Placement } from '../model/placement.ts';
import type { Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import { everyone, type Subject } from '../model/subject.ts';
import { defaultRbac } from '../state/default-rbac.ts';
import { HeldPermissions, type Holdings } from '../state/held-permissions.ts';
import type { RbacOptions, RbacState } from '../state/rbac-state.ts';
import { isControllerNamespace, judge, type PermissionRisk, type RiskConditions, riskCost } from './danger.ts';

/** What Kubernetes gives everyone: to learn of itself and of the API. */
const discoveryRoles = new Set(['system:discovery', 'system:basic-user', 'system:public-info-viewer']);

const none: readonly Permission[] = [];

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
  /** Namespaces with a ServiceAccount that holds something bad in every namespace. */
  #strong: ReadonlySet<string> | undefined;

  readonly #work: StepBudget;
  readonly #known = new Map<string, RiskConditions>();

  constructor(state: RbacState, { kubernetesVersion }: RbacOptions, work: StepBudget) {
    this.#work = work;
    this.#state = state;
    this.#discovery = defaultRbac(kubernetesVersion)
      .roles.filter(({ name }) => discoveryRoles.has(name))
      .flatMap(({ rules }) => rules.flatMap(({ permissions }) => permissions));
    this.#held = new HeldPermissions(state, work);
  }

  of(subject: Subject | undefined, placement: Placement): RiskConditions {
    const key = `${placement ?? ''} ${subject?.key ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isOfEveryone = subject !== undefined && everyone.has(subject.key);
    const circumstances: RiskConditions = {
      placement,
      isForEveryone: (permission) => isOfEveryone && uncovered(permission, this.#discovery, this.#work).length > 0,
      holds: () => (subject === undefined ? none : this.#permissions(this.#held.holdings(subject, placement))),
      isEscalationNamespace: (namespace) => isControllerNamespace(namespace) || this.#strongNamespaces().has(namespace),
    };
    this.#known.set(key, circumstances);
    return circumstances;
  }

  /** Judges a permission, and counts what that costs. */
  judge(permission: Permission, subject: Subject | undefined, placement: Placement): PermissionRisk {
    this.#work.charge(riskCost(permission));
    return judge(permission, this.of(subject, placement));
  }

  #strongNamespaces(): ReadonlySet<string> {
    // Bindings of one role share the list it resolves to.
    const isStrong = memoize((roles: readonly Role[]) => this.#isStrong(roles));
    this.#strong ??= new Set(
      this.#state.bindings.flatMap((binding) => {
        if (binding.kind !== 'ClusterRoleBinding' || binding.origin !== 'repository') return [];
        const accounts = binding.subjects.flatMap(({ subject }) => subject.namespace ?? []);
        return accounts.length > 0 && isStrong(this.#state.resolve(binding)) ? accounts : [];
      }),
    );
    return this.#strong;
  }

  #isStrong(roles: readonly Role[]): boolean {
    const permissions = roles
      .flatMap((role) => this.#state.effectiveRules(role))
      .flatMap(({ rule }) => rule.permissions);
    this.#work.charge(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    const everywhere: RiskConditions = {
      placement: undefined,
      isForEveryone: () => false,
      holds: () => permissions,
      isEscalationNamespace: () => true,
    };
    return permissions.some((permission) => {
      this.#work.charge(riskCost(permission));
      const { severity } = judge(permission, everywhere);
      return severity === 'critical' || severity === 'high';
    });
  }
}
