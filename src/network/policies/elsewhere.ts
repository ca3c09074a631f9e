import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { isDeliveredScope, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { selects } from '../../rbac/model/label-selector.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { type NetworkPolicy, policiesOf } from '../model/network-policy.ts';
import { type KnownPod, knownPods } from './known-pods.ts';

/** What other scopes hold of one namespace that may be of the same cluster. */
export interface Elsewhere {
  /** The NetworkPolicies that were there. */
  readonly held: readonly NetworkPolicy[];
  /** Those that are new there, alongside pods that they select: where a policy may have moved to. */
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
  const near = (scope: Scope) => around.get(scope)?.place ?? scope;
  const others = [...around].flatMap(([scope, sides]) =>
    takesPart(scope) ? [{ scope, holding: holdingOf(sides, pods.get(scope) ?? []) }] : [],
  );
  return (scope, namespace) => {
    if (!takesPart(scope) || namespace.startsWith(unknownNamespacePrefix)) return nothing;
    const held = others
      .filter((other) => other.scope !== scope && mayBeOneCluster(near(other.scope), near(scope)))
      .map(({ holding }) => holding(namespace));
    return {
      held: held.flatMap((each) => each.held),
      arrived: held.flatMap((each) => each.arrived),
      pods: held.flatMap((each) => each.pods),
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

function policiesIn(objects: readonly Resource[]): ReadonlyMap<string, readonly NetworkPolicy[]> {
  return groupBy(policiesOf(objects), ({ namespace }) => namespace);
}
