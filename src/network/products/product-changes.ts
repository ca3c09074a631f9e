import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { canonical, json } from '../../plain-values.ts';
import { lower } from '../../severity.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { removals } from '../../workload/model/removals.ts';
import { tierLoosened } from './calico-order.ts';
import { letsNothingMoreThrough } from './calico-verdict.ts';
import { connectionsLoosened } from './mesh-clients.ts';
import { listenersLoosened, modeOfMesh, modeWithout, peersLoosened } from './mesh-settings.ts';
import { tokensLoosened } from './mesh-tokens.ts';
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

/** What policies of Istio, Cilium and Calico newly allow, and what Gateways no longer protect, entry by entry. */
export function productChanges(sides: ScopeObjects): readonly LoosenedObject[] {
  const { before, after } = sides;
  const pairs = pairResources(before.filter(isJudged), after.filter(isJudged), ({ kind, namespace, name }) =>
    JSON.stringify([kind, namespace, name]),
  );
  if (pairs.length === 0) return [];
  const contents = new Set(after.filter(isJudged).map(contentOf));
  const used = new Set(after.flatMap((each) => (isJudged(each) ? [] : (each.namespace ?? []))));
  const [old, now] = [before, after].map((all) => groupBy(all.filter(isRules), placeOf));
  const mode = modeOfMesh(after.filter(isPeers));
  const peers = before.filter(isPeers);
  const isRemoved = removals(sides);
  let verdict: boolean | undefined;
  const isHarmless = () => {
    verdict ??= letsNothingMoreThrough(before, after);
    return verdict;
  };
  return judgePairs(pairs, (was, is) => {
    const either = is ?? was;
    if (either === undefined) return [];
    // Under another name, or along with its application or namespace, nothing is opened.
    if (
      was !== undefined &&
      is === undefined &&
      (contents.has(contentOf(was)) ||
        isGoneWithAll(was, used) ||
        (isOfWorkloads(was) && isRemoved(was, was.file)) ||
        ((isRules(was) || isTokens(was)) && isLeftByItsPods(was, sides)))
    )
      return [];
    const around = (all: ReadonlyMap<string, readonly Resource[]> | undefined, own: Resource | undefined) =>
      [...(own === undefined ? [] : [own]), ...(all?.get(placeOf(either)) ?? []).slice(0, mostNeighbours)].flatMap(
        (each) => rulePolicyOf(each) ?? [],
      );
    const others = { before: around(old, was), after: around(now, is) };
    // One that is new is compared with what was demanded without it; of what is new along with it nothing was.
    if (was === undefined && is !== undefined && isPeers(is)) {
      const isOfNew = isNewWithAll(is, sides) || isLeftByItsPods(is, { before: after, after: before });
      return loosenedObject(was, is, isOfNew ? [] : peersLoosened({}, is.value, modeWithout(is, peers)));
    }
    const loosenings = loosened(was, is, others, mode).map((each) =>
      isOfNewPods(was, is, sides) ? lessBad(each) : each,
    );
    return loosenings.length > 0 && isOfCalico(either) && isHarmless() ? [] : loosenedObject(was, is, loosenings);
  });
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

function isJudged(resource: Resource): boolean {
  return [isRules, isPeers, isGateway, isTier, isTokens, isConnections].some((is) => is(resource));
}

/** Whether an object is a policy whose entries are compared. */
export function isRules(resource: Resource): boolean {
  return rulePolicyOf(resource) !== undefined;
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
