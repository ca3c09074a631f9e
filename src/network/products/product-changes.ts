import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { json } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { lower } from '../../severity.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { removals } from '../../workload/model/removals.ts';
import type { NearScope } from '../model/near-scopes.ts';
import { tierLoosened } from './calico-order.ts';
import { letsNothingMoreThrough } from './calico-verdict.ts';
import { type Neighbours, passesLost, rulesAdded, rulesLoosened, stillDenies, takesPlace } from './compare-rules.ts';
import { gonePolicies } from './gone-policies.ts';
import { connectionsLoosened } from './mesh-clients.ts';
import { type Inherited, listenersLoosened, modeWithout, peersLoosened, rootNamespace } from './mesh-settings.ts';
import { tokensLoosened } from './mesh-tokens.ts';
import { type RulePolicy, rulePolicyOf } from './rule-policies.ts';
import { isLeftByItsPods } from './selected-pods.ts';

/** What policies of Istio, Cilium and Calico newly allow, and what Gateways no longer protect, entry by entry. */
export function productChanges(
  sides: ScopeObjects,
  near: () => readonly NearScope[] = () => [],
): readonly LoosenedObject[] {
  const { before, after } = sides;
  const pairs = pairResources(before.filter(isJudged), after.filter(isJudged), ({ kind, namespace, name }) =>
    JSON.stringify([kind, namespace, name]),
  );
  if (pairs.length === 0) return [];
  const isExcused = excuses(sides, near);
  const places = {
    old: groupBy(before.filter(isRules), placeOf),
    now: groupBy(after.filter(isRules), placeOf),
    gone: groupBy(
      pairs.flatMap(({ before: was, after: is }) =>
        was !== undefined && is === undefined && isRules(was) ? [was] : [],
      ),
      placeOf,
    ),
  };
  const peers = peersOf(sides, near);
  const tokens = after.filter(isTokens);
  let verdict: boolean | undefined;
  const isHarmless = () => {
    verdict ??= letsNothingMoreThrough(before, after);
    return verdict;
  };
  return judgePairs(pairs, (was, is) => {
    const either = is ?? was;
    if (either === undefined) return [];
    if (was !== undefined && is === undefined && isExcused(was)) return [];
    const others = neighbours(either, { was, is }, places);
    // One that is new is compared with what was demanded without it; of what is new along with it nothing was.
    if (was === undefined && is !== undefined && isPeers(is)) {
      const isOfNew = isNewWithAll(is, sides) || isLeftByItsPods(is, { before: after, after: before });
      return loosenedObject(was, is, isOfNew ? [] : peersLoosened(undefined, is.value, peers(is)));
    }
    const loosenings = loosened(was, is, { others, inherited: peers(either), tokens }).map((each) =>
      isOfNewPods(was, is, sides) ? lessBad(each) : each,
    );
    return loosenings.length > 0 && isOfCalico(either) && isHarmless() ? [] : loosenedObject(was, is, loosenings);
  });
}

/** Tells whether nothing is opened by what is gone: it has another name, or is gone along with its application, pods or namespace. */
function excuses(sides: ScopeObjects, near: () => readonly NearScope[]): (policy: Resource) => boolean {
  const contents = new Set(sides.after.filter(isJudged).map(contentOf));
  const left = gonePolicies(sides, near, isJudged);
  const isRemoved = removals(sides);
  const isAway = (policy: Resource) =>
    (isOfWorkloads(policy) && isRemoved(policy, policy.file)) || (isOfPods(policy) && isLeftByItsPods(policy, sides));
  return (policy) =>
    contents.has(contentOf(policy)) ||
    (!isOfCluster(policy) && left.isGoneWithAll(policy)) ||
    (isAway(policy) && !left.isLeftOut(policy));
}

/** One that is new along with its pods opens nothing that was closed. */
function isOfNewPods(was: Resource | undefined, is: Resource | undefined, { before, after }: ScopeObjects): boolean {
  return was === undefined && is !== undefined && isRules(is) && isLeftByItsPods(is, { before: after, after: before });
}

function lessBad(loosening: Loosening): Loosening {
  return { ...loosening, severity: lower(loosening.severity) };
}

/** Policies of one namespace that can excuse what another one opens; what further ones allowed counts as not allowed. */
const mostNeighbours = 30;

/** Policies of one product for the pods of a namespace, or of all of them. */
type Places = ReadonlyMap<string, readonly Resource[]>;

function placeOf(policy: Resource): string {
  return json([policy.group, isForAll(policy) ? undefined : policy.namespace]);
}

/** Whether a policy is for pods of every namespace: of the whole cluster, or of the namespace that Istio has its settings for all in. */
function isForAll({ group, kind, namespace }: Resource): boolean {
  return /^(?:Global|CiliumClusterwide)/.test(kind) || (group === 'security.istio.io' && namespace === rootNamespace);
}

/**
 * The policies around one: those of its namespace, and those for all; only the latter where it is for all itself, but that
 * others may have kept out what it lets in.
 */
function neighbours(
  either: Resource,
  { was, is }: { readonly was: Resource | undefined; readonly is: Resource | undefined },
  { old, now, gone }: { readonly old: Places; readonly now: Places; readonly gone: Places },
): Neighbours {
  const places = [placeOf(either), json([either.group, undefined])];
  const around = (all: Places, own: Resource | undefined) => {
    const near = [...new Set(places)].flatMap((place) => (all.get(place) ?? []).slice(0, mostNeighbours));
    return [...(own === undefined ? [] : [own]), ...near].flatMap((each) => rulePolicyOf(each) ?? []);
  };
  const everywhere = (all: Places) =>
    [...all]
      .flatMap(([place, policies]) => (JSON.parse(place)[0] === either.group ? policies.slice(0, mostNeighbours) : []))
      .slice(0, mostInside)
      .flatMap((each) => rulePolicyOf(each) ?? []);
  return {
    before: around(old, was),
    after: around(now, is),
    keeping: isForAll(either) ? everywhere(old) : [],
    gone: isForAll(either) ? everywhere(gone) : around(gone, undefined),
  };
}

/** Policies of all namespaces together that one for all of them is compared with. */
const mostInside = 300;

/** Whether a policy is for some workloads; one for a whole namespace goes with none of them. */
function isOfWorkloads(resource: Resource): boolean {
  return rulePolicyOf(resource)?.selectors.some((each) => !/^(?:\{\}|""|"all\(\)")$/.test(json(each))) === true;
}

/** What is for the whole cluster, whatever namespace a chart is given. */
function isOfCluster({ kind }: Resource): boolean {
  return /^(?:Global|CiliumClusterwide|Tier)/.test(kind);
}

/** What is demanded of the peers that a PeerAuthentication is for without it, before and after: also by those of scopes that every cluster has. */
function peersOf({ before, after }: ScopeObjects, near: () => readonly NearScope[]): (own: Resource) => Inherited {
  const others = memoize((_: typeof near) =>
    near().flatMap(({ sides, isEverywhere }) => (isEverywhere ? [sides] : [])),
  );
  const sideOf = memoize((side: readonly Resource[]) =>
    [...side, ...others(near).flatMap((each) => (side === before ? each.before : each.after))].filter(isPeers),
  );
  return (own) =>
    isPeers(own)
      ? { before: modeWithout(own, sideOf(before)), after: modeWithout(own, sideOf(after)) }
      : { before: '', after: '' };
}

/** The namespace that settings for the whole mesh are in, where what a PeerAuthentication leaves open is changed. */
export function inheritsPeers({ before, after }: ScopeObjects): readonly string[] {
  return [...before, ...after].some(isPeers) ? [rootNamespace] : [];
}

/** Whether its namespace is new, with other objects in it. */
function isNewWithAll({ namespace }: Resource, { before, after }: ScopeObjects): boolean {
  const isIn = (each: Resource) => each.namespace === namespace && !isJudged(each);
  return namespace !== undefined && after.some(isIn) && !before.some((each) => each.namespace === namespace);
}

function isJudged(resource: Resource): boolean {
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

function isOfCalico(resource: Resource): boolean {
  return rulePolicyOf(resource)?.order !== undefined;
}

const isTier = ({ group, kind }: Resource) => kind === 'Tier' && /^(?:crd\.)?projectcalico\.org$/.test(group);
const isPeers = ({ group, kind }: Resource) => group === 'security.istio.io' && kind === 'PeerAuthentication';
const isTokens = ({ group, kind }: Resource) => group === 'security.istio.io' && kind === 'RequestAuthentication';
const isConnections = ({ group, kind }: Resource) => group === 'networking.istio.io' && kind === 'DestinationRule';
const isGateway = ({ group, kind }: Resource) =>
  kind === 'Gateway' && /^(?:gateway\.networking\.k8s\.io|networking\.istio\.io)$/.test(group);

function contentOf({ kind, namespace, value: { metadata: _, ...content } }: Resource): string {
  return json([kind, namespace, content]);
}

/** What decides along with a policy. */
interface Around {
  readonly others: Neighbours;
  readonly inherited: Inherited;
  /** The RequestAuthentications there are. */
  readonly tokens: readonly Resource[];
}

function loosened(
  was: Resource | undefined,
  is: Resource | undefined,
  { others, inherited, tokens }: Around,
): readonly Loosening[] {
  if (was === undefined) {
    if (is !== undefined && isConnections(is)) return connectionsLoosened(undefined, is.value);
    const added = is === undefined ? undefined : rulePolicyOf(is);
    return added === undefined ? [] : rulesAdded(added, others);
  }
  if (isTokens(was)) return tokensLoosened(was, is, tokens);
  if (isConnections(was)) return is === undefined ? [] : connectionsLoosened(was.value, is.value);
  if (isTier(was)) return is === undefined ? [] : tierLoosened(was.value, is.value);
  if (isPeers(was)) return peersLoosened(was.value, is?.value, inherited);
  if (isGateway(was)) return is === undefined ? [] : listenersLoosened(was.value, is.value);
  const [old, now] = [rulePolicyOf(was), is === undefined ? undefined : rulePolicyOf(is)];
  if (old === undefined) return [];
  return now === undefined ? gone(old, others) : rulesLoosened(old, now, others);
}

/** A policy that only allows is not a loss as long as another one isolates the same. */
function gone(old: RulePolicy, others: Neighbours): readonly Loosening[] {
  const { after } = others;
  const isIsolated = [...old.isolates].every((part) =>
    after.some((each) => each.isolates.has(part) && takesPlace(each, old)),
  );
  const isDenied = old.denies.every((each) => after.some((policy) => stillDenies(policy, each, old, undefined)));
  if (isDenied && isIsolated) return passesLost(old, others);
  const what = isDenied
    ? 'is gone, and with it that only what it named was allowed'
    : 'is gone, and with it what it denied';
  const remedy = 'Keep it, or have another policy keep out the same.';
  return [{ what, remedy, severity: 'high', path: [], formerPath: [], subject: ['gone'] }];
}
