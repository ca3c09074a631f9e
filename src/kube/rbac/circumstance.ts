import { uncovered } from './coverage.ts';
import { type Circumstances, isControllerNamespace, judge } from './danger.ts';
import { defaultRbac } from './default-rbac.ts';
import { HeldPermissions } from './held-permissions.ts';
import type { Permission } from './permission.ts';
import type { Placement } from './placement.ts';
import type { RbacOptions, RbacState } from './rbac-state.ts';
import { everyone, type Subject } from './subject.ts';

/** What Kubernetes gives everyone: to learn of itself and of the API. */
const discoveryRoles = new Set(['system:discovery', 'system:basic-user', 'system:public-info-viewer']);

/** What else is true after the change, for judging how bad a gain is. */
export class Circumstance {
  readonly #held: HeldPermissions;
  readonly #state: RbacState;
  readonly #discovery: readonly Permission[];
  /** Namespaces with a ServiceAccount that holds something bad in every namespace. */
  #strong: ReadonlySet<string> | undefined;

  constructor(state: RbacState, { kubernetesVersion }: RbacOptions) {
    this.#state = state;
    this.#discovery = defaultRbac(kubernetesVersion)
      .roles.filter(({ name }) => discoveryRoles.has(name))
      .flatMap(({ rules }) => rules.flatMap(({ permissions }) => permissions));
    this.#held = new HeldPermissions(state);
  }

  of(subject: Subject | undefined, placement: Placement): Circumstances {
    return {
      placement,
      isForEveryone: (permission) =>
        subject !== undefined && everyone.has(subject.key) && uncovered(permission, this.#discovery).length > 0,
      holds: () =>
        subject === undefined ? [] : this.#held.entries(subject, placement).map((entry) => entry.permission),
      leadsOut: (namespace) => isControllerNamespace(namespace) || this.#strongNamespaces().has(namespace),
    };
  }

  #strongNamespaces(): ReadonlySet<string> {
    this.#strong ??= new Set(
      this.#state.bindings.flatMap((binding) => {
        if (binding.kind !== 'ClusterRoleBinding' || binding.origin !== 'repository') return [];
        const accounts = binding.subjects.flatMap(({ subject }) => subject.namespace ?? []);
        return accounts.length > 0 && this.#isStrong(binding) ? accounts : [];
      }),
    );
    return this.#strong;
  }

  #isStrong(binding: RbacState['bindings'][number]): boolean {
    const everywhere: Circumstances = {
      placement: undefined,
      isForEveryone: () => false,
      holds: () => permissions,
      leadsOut: () => true,
    };
    const permissions: readonly Permission[] = this.#state
      .resolve(binding)
      .flatMap((role) => this.#state.effectiveRules(role))
      .flatMap(({ rule }) => rule.permissions);
    return permissions.some((permission) => {
      const { severity } = judge(permission, everywhere);
      return severity === 'critical' || severity === 'high';
    });
  }
}
