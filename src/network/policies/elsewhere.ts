import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { isDeliveredScope, isWhereverIs, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { isSameValue } from '../../plain-values.ts';
import { selects } from '../../rbac/model/label-selector.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { type NetworkPolicy, policiesOf } from '../model/network-policy.ts';
import { type KnownPod, knownPods, maySelect } from './known-pods.ts';

/** What other scopes hold of one namespace that may be of the same cluster. */
export interface Elsewhere {
  /** The NetworkPolicies that were there. */
  readonly held: readonly NetworkPolicy[];
  /**
   * Those that are new there, alongside pods that they select: where a policy may have moved to. Only those that are in every cluster of the
   * scope, and without such pods in a third scope that does not have the same policy newly: that may be of another cluster.
   */
  readonly arrived: readonly NetworkPolicy[];
  /** The pods that are there after the change. */
  readonly pods: readonly KnownPod[];
}

const nothing: Elsewhere = { held: [], arrived: [], pods: [] };

/**
 * Gives for a scope and a namespace what other scopes hold that may be of the same cluster. A namespace that no manifest states is nobody
 * else's; scopes that the policy names (`isExact`) are exact.
 */
export function policiesElsewhere(
  around: ReadonlyMap<Scope, ScopeObjects>,
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
  isExact: (scope: Scope) => boolean,
): (scope: Scope, namespace: string) => Elsewhere {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const placeOf = (scope: Scope) => around.get(scope)?.place ?? scope;
  const others = [...around].flatMap(([scope, sides]) =>
    takesPart(scope) ? [{ scope, holding: holdingOf(sides, pods.get(scope) ?? []) }] : [],
  );
  return (scope, namespace) => {
    if (!takesPart(scope) || namespace.startsWith(unknownNamespacePrefix)) return nothing;
    const near = others.flatMap((other) =>
      other.scope !== scope && mayBeOneCluster(placeOf(other.scope), placeOf(scope))
        ? [{ isEverywhere: isWhereverIs(placeOf(other.scope), placeOf(scope)), ...other.holding(namespace) }]
        : [],
    );
    return {
      held: near.flatMap((each) => each.held),
      arrived: near.flatMap(({ isEverywhere, arrived }) =>
        isEverywhere ? arrived.filter((policy) => near.every((each) => isCovered(policy, each))) : [],
      ),
      pods: near.flatMap((each) => each.pods),
    };
  };
}

/** What one scope holds of each namespace. Its pods are only looked at where that is asked: there may be many scopes. */
function holdingOf({ before, after }: ScopeObjects, changes: readonly PodChange[]): (namespace: string) => Elsewhere {
  const [old, now] = [policiesIn(before), policiesIn(after)];
  let podsIn: ReturnType<typeof knownPods> | undefined;
  return (namespace) => {
    podsIn ??= knownPods(after, changes);
    const [held, pods] = [old.get(namespace) ?? [], podsIn(namespace)];
    const names = new Set(held.map(({ resource }) => resource.name));
    const arrived = (now.get(namespace) ?? []).filter(
      ({ podSelector, resource }) =>
        !names.has(resource.name) && pods.some(({ labels }) => selects(podSelector, labels)),
    );
    return { held, arrived, pods };
  };
}

/** Whether a scope shows no pods that a new policy of another one may be for, or has the same policy newly. */
function isCovered({ podSelector, resource }: NetworkPolicy, { arrived, pods }: Elsewhere): boolean {
  const isSame = (each: NetworkPolicy) =>
    each.resource.name === resource.name && isSameValue(each.resource.value.spec, resource.value.spec);
  return arrived.some(isSame) || !pods.some(({ labels }) => maySelect(podSelector, labels));
}

function policiesIn(objects: readonly Resource[]): ReadonlyMap<string, readonly NetworkPolicy[]> {
  return groupBy(policiesOf(objects), ({ namespace }) => namespace);
}
