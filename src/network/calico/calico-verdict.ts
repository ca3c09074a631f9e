import type { Resource } from '../../kube/resource.ts';
import { canonical, isSameValue, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import { type Condition, type Dimensions, isMet, isTrueOfAll } from './calico-conditions.ts';
import { readRule, readSelectors } from './calico-rule.ts';

/** A policy of Calico as its cluster asks it, in one direction. */
interface AskedPolicy {
  readonly tier: string;
  readonly order: number;
  readonly key: string;
  /** For whom it is. */
  readonly selects: readonly Condition[];
  readonly rules: readonly { readonly action: string; readonly matches: readonly Condition[] }[];
}

/** How one side's tiers follow each other, and whether what none of their policies matches is left to the next one. */
interface Tier {
  readonly name: string;
  readonly passes: boolean;
}

/** More conditions than this are not asked, in all cases together. */
const mostAsked = 1_000_000;

/** Of tiers that no manifest states every order and default is tried: of more than this many that is too much. */
const mostUnknownTiers = 2;

/**
 * Whether all policies of Calico together surely let nothing through that they did not: each case that their selectors and rules tell
 * apart is decided as Felix does (projectcalico.org/v3: tiers, policies and rules by their order; the first rule that matches decides, `Pass`
 * leaves it to the next tier; what no policy of a tier that selects the pod matches is denied there; what no tier decides passes). Conditions whose
 * relation is not known count as independent, so that there may be cases that no cluster has, but none is missing. False where it cannot be decided.
 */
export function letsNothingMoreThrough(before: readonly Resource[], after: readonly Resource[]): boolean {
  const sides = [before, after].map((side) => side.filter(isCalicoPolicy));
  const [old = [], now = []] = sides;
  if (
    sides.flat().some((each) => isOfHosts(each) || !isUnderstood(each)) ||
    tiersDiffer(before, after) ||
    isAlone(old, now)
  )
    return false;
  const orders = tierOrders([...before, ...after], [...old, ...now]);
  if (orders === undefined) return false;
  const others = [...before, ...after].some(isOfKubernetes) ? [kubernetes] : [];
  const namespaces = new Set([undefined, ...sides.flat().flatMap(namespaceIn)]);
  // A namespace that is filled in later may be any of the others.
  if (namespaces.size > 2 && [...namespaces].some((each) => each?.startsWith(unknownNamespacePrefix))) return false;
  return [...namespaces].every((namespace) =>
    ['ingress', 'egress'].every((part) => {
      const [was, is] = [old, now].map((side) => askedPolicies(side, namespace, part, others));
      if (was === undefined || is === undefined) return false;
      const conditions = conditionsOf([...was, ...is]);
      const most = mostAsked / (2 * namespaces.size * orders.length * (1 + conditions.length));
      return isTrueOfAll(conditions, most, (each) =>
        orders.every((tiers) => !passes(is, each, tiers) || passes(was, each, tiers)),
      );
    }),
  );
}

const isCalico = (group: string) => /^(?:crd\.)?projectcalico\.org$/.test(group);

function isCalicoPolicy({ group, kind }: Resource): boolean {
  return isCalico(group) && /^(?:Global)?NetworkPolicy$/.test(kind);
}

/** The namespace of a policy; none of one for all of them. */
function namespaceIn(policy: Resource): readonly string[] {
  return policy.kind === 'NetworkPolicy' ? [namespaceOf(policy)] : [];
}

/** Policies that are also asked at other points than a pod's own. */
function isOfHosts({ value }: Resource): boolean {
  const spec = mapping(value.spec);
  return ['doNotTrack', 'preDNAT', 'applyOnForward', 'performanceHints'].some((field) => spec[field] !== undefined);
}

/** Whether it says where it is asked and what its rules do: not where something fills that in. */
function isUnderstood({ value }: Resource): boolean {
  const spec = mapping(value.spec);
  const rules = [...list(spec.ingress), ...list(spec.egress)].map((rule) => scalarText(mapping(rule).action));
  const order = scalarText(spec.order);
  return (
    rules.every((action) => /^(?:allow|deny|log|pass)$/i.test(action)) &&
    (order === '' || !Number.isNaN(Number(order))) &&
    !/[{$]/.test(scalarText(spec.tier) + list(spec.types).map(scalarText).join()) &&
    [spec.ingress, spec.egress].every((part) => part === undefined || part === null || Array.isArray(part))
  );
}

/** The place of a policy that the repository shows alone is one among policies that are not known. */
function isAlone(old: readonly Resource[], now: readonly Resource[]): boolean {
  const placeOf = ([only]: readonly Resource[]) => {
    const spec = mapping(only?.value.spec);
    return `${scalarText(spec.tier) || 'default'} ${scalarText(spec.order)}`;
  };
  return old.length === 1 && now.length === 1 && placeOf(old) !== placeOf(now);
}

const isTier = ({ group, kind }: Resource) => isCalico(group) && kind === 'Tier';

function tiersDiffer(before: readonly Resource[], after: readonly Resource[]): boolean {
  const tiers = (side: readonly Resource[]) =>
    side.filter(isTier).map(({ name, value }) => canonical([name, value.spec]));
  return !isSameValue(tiers(before).sort(), tiers(after).sort());
}

/** The ways in which the tiers of the policies may follow each other; undefined where these are too many. */
function tierOrders(
  objects: readonly Resource[],
  policies: readonly Resource[],
): readonly (readonly Tier[])[] | undefined {
  const stated = new Map(objects.filter(isTier).map(({ name, value }) => [name, mapping(value.spec)]));
  const names = [...new Set(policies.map(tierOf))];
  const unknown = names.filter((name) => name !== 'default' && !stated.has(name));
  if (unknown.length > mostUnknownTiers) return undefined;
  const orderOf = (name: string) =>
    orderIn(stated.get(name), name === 'default' ? 1_000_000 : Number.POSITIVE_INFINITY);
  const known = names
    .filter((name) => !unknown.includes(name))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));
  const sequences = unknown.reduce<readonly (readonly string[])[]>(
    (all, name) =>
      all.flatMap((each) =>
        each
          .concat(name)
          .map((_, at) => each.toSpliced(at, 0, name))
          .concat([[...each, name]]),
      ),
    [known],
  );
  return sequences.flatMap((sequence) =>
    sequence.reduce<readonly (readonly Tier[])[]>(
      (all, name) =>
        all.flatMap((each) => defaultsOf(stated.get(name), name).map((passes) => [...each, { name, passes }])),
      [[]],
    ),
  );
}

function defaultsOf(spec: Mapping | undefined, name: string): readonly boolean[] {
  if (spec === undefined) return name === 'default' ? [false] : [false, true];
  const action = scalarText(spec.defaultAction).toLowerCase() || 'deny';
  return action === 'deny' || action === 'pass' ? [action === 'pass'] : [false, true];
}

const tierOf = ({ value }: Resource) => scalarText(mapping(value.spec).tier) || 'default';

function orderIn(spec: Mapping | undefined, otherwise: number): number {
  const stated = Number.parseFloat(scalarText(spec?.order));
  return Number.isNaN(stated) ? otherwise : stated;
}

/** What is asked for a namespace, in order; undefined where the order is not known. */
function askedPolicies(
  policies: readonly Resource[],
  namespace: string | undefined,
  part: string,
  others: readonly AskedPolicy[],
): readonly AskedPolicy[] | undefined {
  const own = policies.filter((each) => namespaceIn(each).every((own) => own === namespace));
  const asked = own.flatMap((resource): AskedPolicy[] => {
    const spec = mapping(resource.value.spec);
    if (!isFor(spec, part)) return [];
    const rules = list(spec[part]).map((rule) => ({
      action: scalarText(mapping(rule).action).toLowerCase(),
      matches: readRule(mapping(rule)),
    }));
    const [order, key] = [orderIn(spec, Number.POSITIVE_INFINITY), `${resource.kind} ${resource.name}`];
    return [{ tier: tierOf(resource), order, key, selects: readSelectors(spec), rules }];
  });
  const all = [...asked, ...others];
  const isTied = all.some((one) =>
    all.some(
      (other) => one !== other && one.tier === other.tier && one.order === other.order && kindOf(one) !== kindOf(other),
    ),
  );
  return isTied ? undefined : all.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
}

const kindOf = ({ key }: AskedPolicy) => key.split(' ')[0];

const isOfKubernetes = ({ group, kind }: Resource) => group === 'networking.k8s.io' && kind === 'NetworkPolicy';

/** NetworkPolicies of Kubernetes are asked in the tier `default` at order 1000, and only allow; what they say is judged by itself. */
const kubernetes: AskedPolicy = {
  tier: 'default',
  order: 1000,
  key: 'Kubernetes',
  selects: [{ kind: 'fact', name: 'selected by a NetworkPolicy' }],
  rules: [{ action: 'allow', matches: [{ kind: 'fact', name: 'allowed by a NetworkPolicy' }] }],
};

/** `types` defaults to the directions that have rules, and to Ingress where none has (PolicySpec). */
function isFor(spec: Mapping, part: string): boolean {
  const stated = list(spec.types).map((each) => scalarText(each).toLowerCase());
  if (stated.length > 0) return stated.includes(part);
  const [ingress, egress] = [list(spec.ingress).length > 0, list(spec.egress).length > 0];
  return part === 'egress' ? egress : ingress || !egress;
}

function conditionsOf(policies: readonly AskedPolicy[]): readonly Condition[] {
  return policies.flatMap(({ selects, rules }) => [...selects, ...rules.flatMap(({ matches }) => matches)]);
}

function passes(policies: readonly AskedPolicy[], dimensions: Dimensions, tiers: readonly Tier[]): boolean {
  for (const { name, passes } of tiers) {
    const own = policies.filter(({ tier, selects }) => tier === name && isMet(selects, dimensions));
    const rule = own
      .flatMap(({ rules }) => rules)
      .find(({ action, matches }) => action !== 'log' && isMet(matches, dimensions));
    if (rule?.action === 'allow') return true;
    if (rule === undefined ? own.length > 0 && !passes : rule.action !== 'pass') return false;
  }
  return true;
}
