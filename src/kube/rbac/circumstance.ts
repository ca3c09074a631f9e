import { uncovered } from './coverage.ts';
import { type Circumstances, isControllerNamespace, type Judgement, judge, judgementCost } from './danger.ts';
import { defaultRbac } from './default-rbac.ts';
import { HeldPermissions, type Holdings } from './held-permissions.ts';
import type { Permission } from './permission.ts';
import { size } from './permission-index.ts';
import type { Placement } from './placement.ts';
import type { Role } from './rbac-object.ts';
import type { RbacOptions, RbacState } from './rbac-state.ts';
import { remember } from './remember.ts';
import { everyone, type Subject } from './subject.ts';
import type { Work } from './work.ts';

/** What Kubernetes gives everyone: to learn of itself and of the API. */
const discoveryRoles = new Set(['system:discovery', 'system:basic-user', 'system:public-info-viewer']);

const none: readonly Permission[] = [];

/** What else is true after the change, for judging how bad a gain is. */
export class Circumstance {
  readonly #held: HeldPermissions;
  readonly #state: RbacState;
  readonly #discovery: readonly Permission[];
  readonly #permissions = remember((holdings: Holdings): readonly Permission[] => {
    const permissions = holdings.flatMap(({ entries }) => entries.map(({ permission }) => permission));
    this.#work.spend(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    return permissions;
  });
  /** Namespaces with a ServiceAccount that holds something bad in every namespace. */
  #strong: ReadonlySet<string> | undefined;

  readonly #work: Work;
  readonly #known = new Map<string, Circumstances>();

  constructor(state: RbacState, { kubernetesVersion }: RbacOptions, work: Work) {
    this.#work = work;
    this.#state = state;
    this.#discovery = defaultRbac(kubernetesVersion)
      .roles.filter(({ name }) => discoveryRoles.has(name))
      .flatMap(({ rules }) => rules.flatMap(({ permissions }) => permissions));
    this.#held = new HeldPermissions(state, work);
  }

  of(subject: Subject | undefined, placement: Placement): Circumstances {
    const key = `${placement ?? ''} ${subject?.key ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isOfEveryone = subject !== undefined && everyone.has(subject.key);
    const circumstances: Circumstances = {
      placement,
      isForEveryone: (permission) => isOfEveryone && uncovered(permission, this.#discovery, this.#work).length > 0,
      holds: () => (subject === undefined ? none : this.#permissions(this.#held.holdings(subject, placement))),
      leadsOut: (namespace) => isControllerNamespace(namespace) || this.#strongNamespaces().has(namespace),
    };
    this.#known.set(key, circumstances);
    return circumstances;
  }

  /** Judges a permission, and counts what that costs. */
  judge(permission: Permission, subject: Subject | undefined, placement: Placement): Judgement {
    this.#work.spend(judgementCost(permission));
    return judge(permission, this.of(subject, placement));
  }

  #strongNamespaces(): ReadonlySet<string> {
    // Bindings of one role share the list it resolves to.
    const isStrong = remember((roles: readonly Role[]) => this.#isStrong(roles));
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
    this.#work.spend(permissions.reduce((sum, permission) => sum + 1 + size(permission), 0));
    const everywhere: Circumstances = {
      placement: undefined,
      isForEveryone: () => false,
      holds: () => permissions,
      leadsOut: () => true,
    };
    return permissions.some((permission) => {
      this.#work.spend(judgementCost(permission));
      const { severity } = judge(permission, everywhere);
      return severity === 'critical' || severity === 'high';
    });
  }
}
