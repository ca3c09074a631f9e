import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { type NearScope, type ScopeObjects, scopesWith } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { isSameValue } from '../../plain-values.ts';
import { type LabelSelector, type Labels, selects } from '../../rbac/model/label-selector.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { isFilledIn } from '../model/filled-in.ts';
import { type Direction, type NetworkPolicy, policiesOf } from '../model/network-policy.ts';
import { gonePods, type KnownPod, knownPods, maySelect } from './known-pods.ts';

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
  /** Those of them that no policy of another scope isolates, in every cluster that has both. */
  readonly bare: (direction: Direction) => readonly KnownPod[];
  /** The labels of the pods that are gone there, by what they were called: a new one of the name here is the same. */
  readonly gone: ReadonlyMap<string, Labels>;
}

const nothing: Elsewhere = { held: [], arrived: [], pods: [], bare: () => [], gone: new Map() };

/**
 * Gives for a scope and a namespace what other scopes hold that may be of the same cluster. A namespace that no manifest states is nobody
 * else's.
 */
export function policiesElsewhere(
  near: (scope: Scope) => readonly NearScope[],
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
): (scope: Scope, namespace: string) => Elsewhere {
  const holdings = new Map<Scope, (namespace: string) => Holding>();
  const holding = ({ scope, sides }: NearScope) => {
    const own = holdings.get(scope) ?? holdingOf(sides, pods.get(scope) ?? []);
    holdings.set(scope, own);
    return own;
  };
  return (scope, namespace) => {
    if (namespace.startsWith(unknownNamespacePrefix)) return nothing;
    const scopes = near(scope);
    const held = new Map(scopes.map((each) => [each, holding(each)(namespace)]));
    const all = [...held.values()];
    return {
      held: all.flatMap((each) => each.held),
      arrived: [...held].flatMap(([{ isEverywhere }, { arrived }]) =>
        isEverywhere ? arrived.filter((policy) => all.every((each) => isCovered(policy, each))) : [],
      ),
      pods: all.flatMap((each) => each.pods),
      gone: new Map(all.flatMap((each) => [...each.gone])),
      bare: (direction) =>
        [...held].flatMap(([at, { pods: there }]) => {
          if (there.length === 0) return [];
          const policies = scopesWith(scopes, at).flatMap((each) => held.get(each)?.now ?? []);
          return there.filter(({ labels }) => !policies.some((policy) => mayIsolate(policy, direction, labels)));
        }),
    };
  };
}

/** What a scope holds of a namespace, with the policies that are there after the change. */
interface Holding extends Omit<Elsewhere, 'bare'> {
  readonly now: readonly NetworkPolicy[];
}

/** What one scope holds of each namespace. Its pods are only looked at where that is asked: there may be many scopes. */
function holdingOf({ before, after }: ScopeObjects, changes: readonly PodChange[]): (namespace: string) => Holding {
  const [old, now] = [policiesIn(before), policiesIn(after)];
  const goneIn = gonePods(changes);
  let podsIn: ReturnType<typeof knownPods> | undefined;
  return (namespace) => {
    podsIn ??= knownPods(after, changes);
    const [held, here, pods] = [old.get(namespace) ?? [], now.get(namespace) ?? [], podsIn(namespace)];
    const names = new Set(held.map(({ resource }) => resource.name));
    const arrived = here.filter(
      ({ podSelector, resource }) =>
        !names.has(resource.name) && pods.some(({ labels }) => selects(podSelector, labels)),
    );
    return { held, now: here, arrived, pods, gone: goneIn(namespace) };
  };
}

/** Whether a policy isolates pods with these labels, or may once what a template fills in is known. */
function mayIsolate({ podSelector, rules }: NetworkPolicy, direction: Direction, labels: Labels): boolean {
  const isOpen = ({ key, values }: LabelSelector[number]) => [key, ...values].some(isFilledIn);
  return rules[direction] !== undefined && podSelector.every((each) => isOpen(each) || maySelect([each], labels));
}

/** Whether a scope shows no pods that a new policy of another one may be for, or has the same policy newly. */
function isCovered({ podSelector, resource }: NetworkPolicy, { arrived, pods }: Holding): boolean {
  const isSame = (each: NetworkPolicy) =>
    each.resource.name === resource.name && isSameValue(each.resource.value.spec, resource.value.spec);
  return arrived.some(isSame) || !pods.some(({ labels }) => maySelect(podSelector, labels));
}

function policiesIn(objects: readonly Resource[]): ReadonlyMap<string, readonly NetworkPolicy[]> {
  return groupBy(policiesOf(objects), ({ namespace }) => namespace);
}
