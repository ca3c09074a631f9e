import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { NearScope, ScopeObjects } from '../../kube/scope.ts';
import { canonical, isSameValue, json, mapping } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { lower } from '../../severity.ts';
import { podName } from '../../workload/judge/pod-name.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { tierLoosened } from '../calico/calico-order.ts';
import { letsNothingMoreThrough } from '../calico/calico-verdict.ts';
import { type Neighbours, passesLost, rulesAdded, rulesLoosened, stillDenies, takesPlace } from './compare-rules.ts';
import { goesAlongWith } from './gone-policies.ts';
import { connectionsLoosened } from './mesh-clients.ts';
import { type Inherited, listenersLoosened, modeWithout, peersLoosened, rootNamespace } from './mesh-settings.ts';
import { tokensLoosened } from './mesh-tokens.ts';
import { isConnections, isGateway, isJudged, isPeers, isRules, isTier, isTokens, OtherScopes } from './other-scopes.ts';
import { type RulePolicy, rulePolicyOf } from './rule-policies.ts';
import { isForAll, isLeftByItsPods } from './selected-pods.ts';

/**
 * What policies of Istio, Cilium and Calico newly allow, and what Gateways no longer protect, entry by entry; `near` are the scopes that
 * may be of the same cluster.
 */
export function productChanges(
  sides: ScopeObjects,
  near: () => readonly NearScope[] = () => [],
): readonly LoosenedObject[] {
  const { before, after } = sides;
  const pairs = pairResources(before.filter(isJudged), after.filter(isJudged), ({ kind, namespace, name }) =>
    JSON.stringify([kind, namespace, name]),
  );
  if (pairs.length === 0) return [];
  const contents = new Set(after.filter(isJudged).map(contentOf));
  const scopes = new OtherScopes(near);
  const goesAlong = goesAlongWith(sides, scopes);
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
  return judgePairs(pairs, (own, is) => {
    // What is new here and left another scope is what it was there.
    const was = own ?? (is && scopes.former(is));
    const either = is ?? was;
    if (either === undefined) return [];
    if (was !== undefined && is === undefined) {
      // Under another name nothing is opened.
      if (contents.has(contentOf(was))) return [];
      if (goesAlong(was)) return goneFromPodsElsewhere(was, sides, peers(was), scopes);
    }
    const others = neighbours(either, { was, is }, places);
    // One that is new is compared with what was demanded without it; of what is new along with it nothing was.
    if (was === undefined && is !== undefined && isPeers(is)) {
      const isOfNew = isNewWithAll(is, sides) || isLeftByItsPods(is, { before: after, after: before });
      return loosenedObject(was, is, isOfNew ? [] : peersLoosened(undefined, is.value, peers(is)));
    }
    const loosenings = loosened(was, is, { others, inherited: peers(either), tokens }).map((each) =>
      isOfNewPods(was, is, sides) ? lessBad(each) : each,
    );
    const isHarmless = () => isSaidOtherwise(sides, own === undefined ? was : undefined);
    return loosenings.length > 0 && isOfCalico(either) && isHarmless() ? [] : loosenedObject(was, is, loosenings);
  });
}

/** Whether the policies of Calico together let nothing more through than they and one of another scope did. */
function isSaidOtherwise(sides: ScopeObjects, further: Resource | undefined): boolean {
  if (further === undefined) return letsNothingMore(sides);
  return letsNothingMoreThrough([...sides.before, further], sides.after);
}

/** Asked for each policy that says something else. */
const letsNothingMore = memoize(({ before, after }: ScopeObjects) => letsNothingMoreThrough(before, after));

/** What a policy that goes along with its pods demanded of others, which another scope shows: lost where nothing that is there as well does the same. */
function goneFromPodsElsewhere(
  was: Resource,
  { after }: ScopeObjects,
  inherited: Inherited,
  scopes: OtherScopes,
): readonly LoosenedObject[] {
  const [own, places] = [after.filter(isJudged), placesFor(was)];
  const lostAmong = (policies: readonly Resource[]) => {
    if (policies.some((each) => scopes.isWhatBecameOf(was, each))) return [];
    const [peers, tokens] = [policies.filter(isPeers), policies.filter(isTokens)];
    const sides = { before: inherited.before, after: modeWithout(was, peers) };
    if (isPeers(was) && peers.some((each) => demandsTheSame(each, was, sides))) return [];
    const around = policies.filter((each) => places.includes(placeOf(each)));
    return loosened(was, undefined, {
      others: { before: [], after: around.flatMap((each) => rulePolicyOf(each) ?? []) },
      inherited: sides,
      tokens,
    });
  };
  const lost = scopes.podsFor(was).flatMap(({ pods, policies }) => {
    const loosenings = lostAmong([...own, ...policies]);
    return loosenings.length === 0 ? [] : [{ pods, loosenings }];
  });
  const [first] = lost;
  // One of the pods of each scope tells where to look.
  const where = lost.flatMap(({ pods: [pod] }) =>
    pod === undefined ? [] : [`${podName(pod)} in ${pod.metadataAt(['labels']).file}`],
  );
  return loosenedObject(
    was,
    undefined,
    (first?.loosenings ?? []).map((each) => ({
      ...each,
      details: [...(each.details ?? []), `of ${enumerate(where)}`],
    })),
  );
}

/** Whether another PeerAuthentication demands of the same pods all that one did. */
function demandsTheSame(other: Resource, { namespace, value }: Resource, inherited: Inherited): boolean {
  const [own, its] = [value, other.value].map((each) => mapping(each.spec).selector);
  const isOfThem = other.namespace === namespace && isSameValue(own, its);
  return isOfThem && peersLoosened(value, other.value, inherited).length === 0;
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

/** Where policies are that can decide about the same pods. */
function placesFor(policy: Resource): readonly string[] {
  return [...new Set([placeOf(policy), json([policy.group, undefined])])];
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
  const around = (all: Places, own: Resource | undefined) => {
    const near = placesFor(either).flatMap((place) => (all.get(place) ?? []).slice(0, mostNeighbours));
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

function isOfCalico(resource: Resource): boolean {
  return rulePolicyOf(resource)?.order !== undefined;
}

function contentOf({ kind, namespace, value: { metadata: _, ...content } }: Resource): string {
  return canonical([kind, namespace, content]);
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
  const what = isDenied ? 'is gone: it allowed only what it named' : 'is gone, and with it what it denied';
  const remedy = 'Keep it, or have another policy keep out the same.';
  return [{ what, remedy, severity: 'high', path: [], formerPath: [], subject: ['gone'] }];
}
