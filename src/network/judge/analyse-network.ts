import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { type ExposureChange, exposureChanges } from '../exposure/exposure-changes.ts';
import { type PolicyChanges, policyChanges } from '../policies/policy-changes.ts';

/** What a change of one scope opens. */
export interface NetworkChange {
  /** What NetworkPolicies newly allow. */
  readonly policies: PolicyChanges;
  /** What can newly be reached from outside. */
  readonly exposures: readonly ExposureChange[];
}

export type NetworkAnalysis = ReadonlyMap<Scope, NetworkChange>;

/** Compares who can reach whom, in every scope. */
export function analyseNetwork(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
): NetworkAnalysis {
  return new Map(
    [...objects].map(([scope, sides]) => [
      scope,
      { policies: policyChanges(sides, pods.get(scope) ?? []), exposures: exposureChanges(sides) },
    ]),
  );
}
