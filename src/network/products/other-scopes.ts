import { groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Resource } from '../../kube/resource.ts';
import { type NearScope, type ScopeObjects, scopesWith } from '../../kube/scope.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { rulePolicyOf } from './rule-policies.ts';
import { isFor, isForAll } from './selected-pods.ts';

/** Whether an object is of those that are compared: policies, and what decides about encryption and tokens. */
export function isJudged(resource: Resource): boolean {
  return [isRules, isPeers, isGateway, isTier, isTokens, isConnections].some((is) => is(resource));
}

/** Whether an object is a policy whose entries are compared. */
export function isRules(resource: Resource): boolean {
  return rulePolicyOf(resource) !== undefined;
}

/** Whether an object is a policy for pods, so that it is a loss where it is gone and they are not. */
export function isOfPods(resource: Resource): boolean {
  return isRules(resource) || isPeers(resource) || isTokens(resource);
}

export const isTier = ({ group, kind }: Resource) => kind === 'Tier' && /^(?:crd\.)?projectcalico\.org$/.test(group);
export const isPeers = ({ group, kind }: Resource) => group === 'security.istio.io' && kind === 'PeerAuthentication';
export const isTokens = ({ group, kind }: Resource) =>
  group === 'security.istio.io' && kind === 'RequestAuthentication';
export const isConnections = ({ group, kind }: Resource) =>
  group === 'networking.istio.io' && kind === 'DestinationRule';
export const isGateway = ({ group, kind }: Resource) =>
  kind === 'Gateway' && /^(?:gateway\.networking\.k8s\.io|networking\.istio\.io)$/.test(group);

/** What other scopes that may be of the same cluster have of these objects, and of the pods they are for. */
export class OtherScopes {
  readonly #near: () => readonly NearScope[];
  #left: ReadonlyMap<string, readonly Resource[]> | undefined;
  #arrived: ReadonlySet<Resource> | undefined;

  /** The scopes are only looked at where something asks: there may be many. */
  constructor(near: () => readonly NearScope[]) {
    this.#near = near;
  }

  /** What an object that is new was in a scope that it left. */
  former(policy: Resource): Resource | undefined {
    this.#left ??= groupBy(
      this.#near().flatMap(({ sides }) => movesOf(sides).left),
      identityKey,
    );
    return this.#left.get(identityKey(policy))?.[0];
  }

  /** Whether an object of another scope is what one that is gone became: it has its name, and is new there, so that the two are compared there. */
  isWhatBecameOf(gone: Resource, policy: Resource): boolean {
    this.#arrived ??= new Set(this.#near().flatMap(({ sides }) => movesOf(sides).arrived));
    return this.#arrived.has(policy) && identityKey(policy) === identityKey(gone);
  }

  /** The pods of each other scope that a policy is for, with the policies that are in every cluster with them. */
  podsFor(policy: Resource): readonly { readonly pods: readonly Pod[]; readonly policies: readonly Resource[] }[] {
    const near = this.#near();
    return near.flatMap((each) => {
      const pods = podsOfPolicy(policy, each.sides.after);
      if (pods.length === 0) return [];
      return [{ pods, policies: scopesWith(near, each).flatMap(({ sides }) => judgedIn(sides)) }];
    });
  }

  /**
   * Whether they show what became of the pods of a policy that is gone, which its own scope does not show: it is new next to them in what every
   * cluster of that scope has, or they are gone as well.
   */
  isWithItsPods(policy: Resource): boolean {
    const near = this.#near();
    const hasMoved = near.some(
      ({ isEverywhere, sides }) =>
        isEverywhere &&
        movesOf(sides).arrived.some((each) => identityKey(each) === identityKey(policy)) &&
        podsOfPolicy(policy, sides.after).length > 0,
    );
    const isSeen = (when: 'before' | 'after') => near.some(({ sides }) => podsOfPolicy(policy, sides[when]).length > 0);
    return hasMoved || (isSeen('before') && !isSeen('after'));
  }
}

/** The pods among objects of another scope that a policy is for. */
function podsOfPolicy(policy: Resource, objects: readonly Resource[]): readonly Pod[] {
  const all = podsIn(objects);
  const inReach = isForAll(policy) ? [...all.values()].flat() : (all.get(policy.namespace) ?? []);
  return inReach.filter((pod) => isFor(policy, pod));
}

/** By the namespaces that their objects state. */
const podsIn = memoize((objects: readonly Resource[]) =>
  groupBy(objects.flatMap(podsOf), ({ resource }) => resource.namespace),
);

const judgedIn = memoize(({ after }: ScopeObjects) => after.filter(isJudged));

/** What of these objects one side of a scope has and its other one has not, by their names. */
const movesOf = memoize((sides: ScopeObjects) => {
  const [before, after] = [sides.before.filter(isJudged), judgedIn(sides)];
  const [old, now] = [before, after].map((all) => new Set(all.map(identityKey)));
  return {
    left: before.filter((each) => now?.has(identityKey(each)) !== true),
    arrived: after.filter((each) => old?.has(identityKey(each)) !== true),
  };
});
