import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { canonical, json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { lower } from '../../severity.ts';
import { podName } from '../../workload/judge/pod-name.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { removals } from '../../workload/model/removals.ts';
import type { NearScope } from '../model/near-scopes.ts';
import { tierLoosened } from './calico-order.ts';
import { letsNothingMoreThrough } from './calico-verdict.ts';
import { connectionsLoosened } from './mesh-clients.ts';
import { listenersLoosened, modeOfMesh, modeWithout, peersLoosened } from './mesh-settings.ts';
import { tokensLoosened } from './mesh-tokens.ts';
import { isConnections, isGateway, isJudged, isPeers, isRules, isTier, isTokens, OtherScopes } from './other-scopes.ts';
import {
  type Neighbours,
  passesLost,
  type RulePolicy,
  rulePolicyOf,
  rulesAdded,
  rulesLoosened,
  stillDenies,
  takesPlace,
} from './rule-policies.ts';
import { isLeftByItsPods } from './selected-pods.ts';

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
  const [old, now] = [before, after].map((all) => groupBy(all.filter(isRules), placeOf));
  const mode = modeOfMesh(after.filter(isPeers));
  const peers = before.filter(isPeers);
  const goesAlong = goesAlongWith(sides);
  const scopes = new OtherScopes(near);
  return judgePairs(pairs, (own, is) => {
    // What is new here and left another scope is what it was there.
    const was = own ?? (is && scopes.former(is));
    const either = is ?? was;
    if (either === undefined) return [];
    if (was !== undefined && is === undefined) {
      // Under another name nothing is opened.
      if (contents.has(contentOf(was))) return [];
      if (goesAlong(was)) return goneFromPodsElsewhere(was, scopes, mode);
    }
    const around = (all: ReadonlyMap<string, readonly Resource[]> | undefined, itself: Resource | undefined) =>
      [
        ...(itself === undefined ? [] : [itself]),
        ...(all?.get(placeOf(either)) ?? []).slice(0, mostNeighbours),
      ].flatMap((each) => rulePolicyOf(each) ?? []);
    const others = { before: around(old, was), after: around(now, is) };
    // One that is new is compared with what was demanded without it; of what is new along with it nothing was.
    if (was === undefined && is !== undefined && isPeers(is)) {
      const isOfNew = isNewWithAll(is, sides) || isLeftByItsPods(is, { before: after, after: before });
      return loosenedObject(was, is, isOfNew ? [] : peersLoosened({}, is.value, modeWithout(is, peers)));
    }
    const loosenings = loosened(was, is, others, mode).map((each) =>
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

/** Tells of a policy that is gone whether it goes along with its application, its pods or all of its namespace: then nothing is left of the scope that it was for. */
function goesAlongWith(sides: ScopeObjects): (was: Resource) => boolean {
  const used = new Set(sides.after.flatMap((each) => (isJudged(each) ? [] : (each.namespace ?? []))));
  const isRemoved = removals(sides);
  return (was) =>
    isGoneWithAll(was, used) ||
    (isOfWorkloads(was) && isRemoved(was, was.file)) ||
    ((isRules(was) || isTokens(was)) && isLeftByItsPods(was, sides));
}

/** A policy that goes along with its pods is lost where another scope shows pods that it was for, and does not have what it demanded. */
function goneFromPodsElsewhere(was: Resource, scopes: OtherScopes, mode: string): readonly LoosenedObject[] {
  const lostAmong = (policies: readonly Resource[]) => {
    const others = policies.filter((each) => placeOf(each) === placeOf(was));
    const isSame = others.some(
      (each) => scopes.isWhatBecameOf(was, each) || (!isRules(each) && loosened(was, each, alone, mode).length === 0),
    );
    const after = others.flatMap((each) => rulePolicyOf(each) ?? []);
    return isSame ? [] : loosened(was, undefined, { before: [], after }, mode);
  };
  // One of the pods of each scope tells where to look.
  const lost = scopes.podsFor(was).flatMap(({ pods, policies }) => {
    const loosenings = lostAmong(policies);
    return loosenings.length === 0 ? [] : [{ pods, loosenings }];
  });
  const [first] = lost;
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

const alone: Neighbours = { before: [], after: [] };

/** One that is new along with its pods opens nothing that was closed. */
function isOfNewPods(was: Resource | undefined, is: Resource | undefined, { before, after }: ScopeObjects): boolean {
  return was === undefined && is !== undefined && isRules(is) && isLeftByItsPods(is, { before: after, after: before });
}

function lessBad(loosening: Loosening): Loosening {
  return { ...loosening, severity: lower(loosening.severity) };
}

/** Policies of one namespace that can excuse what another one opens; what further ones allowed counts as not allowed. */
const mostNeighbours = 30;

/** Policies that can decide about the same pods. */
function placeOf({ group, kind, namespace }: Resource): string {
  return JSON.stringify([group, kind, namespace]);
}

/** Whether a policy is for some workloads; one for a whole namespace goes with none of them. */
function isOfWorkloads(resource: Resource): boolean {
  return rulePolicyOf(resource)?.selectors.some((each) => !/^(?:\{\}|""|"all\(\)")$/.test(json(each))) === true;
}

/** A chart's namespace is not that of what is for the whole cluster. */
function isGoneWithAll({ kind, namespace }: Resource, used: ReadonlySet<string>): boolean {
  const isOfCluster = /^(?:Global|CiliumClusterwide|Tier)/.test(kind);
  return !isOfCluster && namespace !== undefined && !used.has(namespace);
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

function loosened(
  was: Resource | undefined,
  is: Resource | undefined,
  others: Neighbours,
  mode: string,
): readonly Loosening[] {
  if (was === undefined) {
    if (is !== undefined && isConnections(is)) return connectionsLoosened(undefined, is.value);
    const added = is === undefined ? undefined : rulePolicyOf(is);
    return added === undefined ? [] : rulesAdded(added, others);
  }
  if (isTokens(was)) return tokensLoosened(was.value, is?.value);
  if (isConnections(was)) return is === undefined ? [] : connectionsLoosened(was.value, is.value);
  if (isTier(was)) return is === undefined ? [] : tierLoosened(was.value, is.value);
  if (isPeers(was)) return peersLoosened(was.value, is?.value, mode);
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
