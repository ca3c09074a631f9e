import { type Circumstances, isControllerNamespace, judge } from './danger.ts';
import { HeldPermissions } from './held-permissions.ts';
import type { Permission } from './permission.ts';
import type { Placement } from './placement.ts';
import type { RbacState } from './rbac-state.ts';
import type { Subject } from './subject.ts';

/** What else is true after the change, for judging how bad a gain is. */
export class Circumstance {
  readonly #held: HeldPermissions;
  readonly #state: RbacState;
  /** Namespaces with a ServiceAccount that holds something bad in every namespace. */
  #strong: ReadonlySet<string> | undefined;

  constructor(state: RbacState) {
    this.#state = state;
    this.#held = new HeldPermissions(state);
  }

  of(subject: Subject | undefined, placement: Placement): Circumstances {
    return {
      placement,
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
    const everywhere: Circumstances = { placement: undefined, holds: () => permissions, leadsOut: () => true };
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
