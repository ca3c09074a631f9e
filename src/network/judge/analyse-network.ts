import { groupBy } from '../../groups.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import { type ScopeObjects, scopesNear } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { settingsLoosened } from '../../workload/charts/settings-loosened.ts';
import { kindsLost } from '../../workload/engines/kinds-lost.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { adminChanges, baselineOverridden } from '../admin/admin-changes.ts';
import { attachedChanges } from '../exposure/attached-policies.ts';
import type { JoinedIn } from '../exposure/backend-keys.ts';
import { type ExposureChange, exposureChanges } from '../exposure/exposure-changes.ts';
import { policiesElsewhere } from '../policies/elsewhere.ts';
import { type PolicyChanges, policyChanges } from '../policies/policy-changes.ts';
import { sidecarsLost } from '../products/mesh-sidecars.ts';
import { setChanges } from '../products/network-sets.ts';
import { productChanges } from '../products/product-changes.ts';
import { relabelledPods } from '../products/relabelled-pods.ts';
import { type BareNamespace, bareNamespaces, type ComesWith } from './bare-namespaces.ts';

/** What a change of one scope opens. */
export interface NetworkChange {
  /** What NetworkPolicies newly allow. */
  readonly policies: PolicyChanges;
  /** What can newly be reached from outside. */
  readonly exposures: readonly ExposureChange[];
  /** What policies for the whole cluster, and those of products, newly let through. */
  readonly others: readonly LoosenedObject[];
  /** New namespaces without anything that limits their pods. */
  readonly bare: readonly BareNamespace[];
}

export type NetworkAnalysis = ReadonlyMap<Scope, NetworkChange>;

/** The objects of the scopes that the change touches, and of those around them. */
export interface NetworkEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
}

/** What kustomizations join. */
export interface Joined {
  readonly comesWith: ComesWith;
  readonly joinedIn: JoinedIn;
}

/** Compares who can reach whom, in every scope. `files` are those that nothing rendered. Nothing reaches into scopes that are exact, or out of them. */
export function analyseNetwork(
  { objects, around }: NetworkEvidence,
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
  isExact: (scope: Scope) => boolean,
  { comesWith, joinedIn }: Joined,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): NetworkAnalysis {
  const bareIn = bareNamespaces(around, isExact, comesWith);
  const near = scopesNear(around, isExact);
  const elsewhere = policiesElsewhere(near, pods);
  const byScope = groupBy(files, ({ scope }) => scope);
  return new Map(
    [...objects].map(([scope, sides]) => {
      const ofNamespace = (namespace: string) => elsewhere(scope, namespace);
      const policies = policyChanges(sides, pods.get(scope) ?? [], ofNamespace);
      return [
        scope,
        {
          policies,
          others: [
            ...adminChanges(sides),
            ...baselineOverridden(sides),
            ...productChanges(sides, () => near(scope)),
            ...setChanges(sides),
            ...sidecarsLost(sides, pods.get(scope) ?? []),
            ...relabelledPods(sides, pods.get(scope) ?? [], () => near(scope)),
            ...attachedChanges(sides),
            ...kindsLost(sides, 'network'),
            ...settingsLoosened(sides, byScope.get(scope) ?? [], limits, 'network'),
          ],
          exposures: exposureChanges(sides, pods.get(scope) ?? [], joinedIn),
          bare: bareIn(scope, sides),
        },
      ];
    }),
  );
}
