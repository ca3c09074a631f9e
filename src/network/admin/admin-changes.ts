import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { addedItems, json, mapping } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isWithin, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { StepBudget, StepLimitError } from '../../rbac/model/step-budget.ts';
import { pairObjects } from '../../workload/model/pair-objects.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { type Direction, directions, keyOfPolicy, type NetworkPolicy, policiesOf } from '../model/network-policy.ts';
import { describePorts, portsCode } from '../model/ports.ts';
import { type AdminRule, adminRules, isAdminPolicy } from './admin-policy.ts';
import { type AdminWidening, compareAdminRules } from './compare-admin.ts';

/** Steps that comparing the policies of one scope may take: a second or two. */
const most = 5_000_000;

/** What AdminNetworkPolicies, BaselineAdminNetworkPolicies and ClusterNetworkPolicies of a scope newly let through. */
export function adminChanges({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const [old, now] = [before.filter(isAdminPolicy), after.filter(isAdminPolicy)];
  const pairs = pairObjects(old.map(wrapped), now.map(wrapped), ({ resource }) => `${resource.kind} ${resource.name}`);
  if (pairs.length === 0) return [];
  const formerOf = new Map(
    pairs.flatMap((pair) => (pair.after === undefined ? [] : [[pair.after.resource, pair.before?.resource] as const])),
  );
  const nowOf = new Map(
    pairs.flatMap((pair) => (pair.before === undefined ? [] : [[pair.before.resource, pair.after?.resource] as const])),
  );
  const known = policiesOf(after);
  const isIsolated = (direction: Direction) => known.some(({ rules }) => rules[direction] !== undefined);
  const rules = [adminRules(before), adminRules(after)] as const;
  const found = new Map<Resource, Loosening[]>();
  const addedIn = memoize((former: Resource) => {
    const now = nowOf.get(former);
    const added = (direction: Direction) =>
      now === undefined ? [] : addedItems(rulesIn(former, direction), rulesIn(now, direction));
    return { ingress: added('ingress'), egress: added('egress') };
  });
  const add = (resource: Resource, loosening: Loosening) => {
    const all = found.get(resource) ?? [];
    found.set(resource, all);
    if (!all.some(({ what }) => what === loosening.what)) all.push(loosening);
  };
  const steps = new StepBudget(most);
  for (const direction of directions) {
    try {
      for (const widening of compareAdminRules(...rules, direction, steps)) {
        // Where nothing here isolates pods, allowing what is allowed anyway opens nothing.
        if (widening.where === 'isolated' && !isIsolated(direction)) continue;
        const cause = causeOf(widening, formerOf);
        if (cause === undefined) continue;
        const resource = cause.isGone ? (nowOf.get(cause.rule.resource) ?? cause.rule.resource) : cause.rule.resource;
        add(resource, looseningOf(widening, cause, cause.isGone ? addedIn(cause.rule.resource)[direction] : []));
      }
    } catch (error) {
      const [pair] = pairs;
      const resource = pair?.after?.resource ?? pair?.before?.resource;
      if (!(error instanceof StepLimitError) || resource === undefined) throw error;
      add(resource, tooLarge(now));
    }
  }
  return [...found].flatMap(([resource, loosenings]) =>
    loosenedObject(former(resource, formerOf, nowOf), resource, loosenings),
  );
}

/**
 * NetworkPolicies that newly decide about pods in place of a baseline that denies: where one isolates a pod, the baseline is not asked
 * (sigs.k8s.io/network-policy-api, BaselineAdminNetworkPolicy). Of pods that are new along with them nobody loses anything.
 */
export function baselineOverridden({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const denies = adminRules(after).filter(({ tier, action }) => tier === 'Baseline' && action === 'Deny');
  if (denies.length === 0) return [];
  const known = policiesOf(before);
  const names = new Set(known.map(keyOfPolicy));
  const added = policiesOf(after).filter((policy) => !names.has(keyOfPolicy(policy)));
  if (added.length === 0) return [];
  const [old, now] = [before.flatMap(podsOf), after.flatMap(podsOf)];
  return added.flatMap((policy) => {
    const { namespace, podSelector, resource } = policy;
    const isSelected = (pod: Pod) =>
      pod.namespace === namespace && selects(podSelector, readLabels(pod.metadata.labels));
    if (now.some(isSelected) && !old.some(isSelected)) return [];
    const open = directions.filter((direction) => {
      const isIsolated = known.some(
        (each) =>
          each.namespace === namespace &&
          each.rules[direction] !== undefined &&
          isWithin(podSelector, each.podSelector),
      );
      return (
        !isIsolated && (policy.rules[direction] ?? []).length > 0 && denies.some((rule) => rule.direction === direction)
      );
    });
    return loosenedObject(
      undefined,
      resource,
      open.map((direction) => overriding(direction, policy)),
    );
  });
}

function overriding(direction: Direction, { rules, resource }: NetworkPolicy): Loosening {
  const whom = (rules[direction] ?? []).flatMap(({ peers }) => peers.map(({ text }) => text));
  return {
    what: `newly decides about ${direction} in place of a baseline that denies, and lets through ${enumerate([...new Set(whom)])}`,
    remedy: 'Be sure that the baseline was not meant to keep this out: its rules no longer count for these pods.',
    severity: 'medium',
    path: ['spec', direction],
    subject: ['baseline', direction, json([resource.value.spec])],
  };
}

const wrapped = (resource: Resource) => ({ resource });

function former(
  resource: Resource,
  formerOf: ReadonlyMap<Resource, Resource | undefined>,
  nowOf: ReadonlyMap<Resource, Resource | undefined>,
): Resource | undefined {
  return formerOf.get(resource) ?? (nowOf.has(resource) ? resource : undefined);
}

interface Cause {
  readonly rule: AdminRule;
  /** Whether it is a former rule, which no longer denies. */
  readonly isGone: boolean;
}

/** The rule that lets through now where its object is changed; else the one that denied before. */
function causeOf(
  { now, former }: AdminWidening,
  formerOf: ReadonlyMap<Resource, Resource | undefined>,
): Cause | undefined {
  if (now !== undefined && now.action !== 'Deny' && formerOf.has(now.resource)) return { rule: now, isGone: false };
  if (former !== undefined) return { rule: former, isGone: true };
  return now === undefined ? undefined : { rule: now, isGone: false };
}

/** `added` are the rules that may take the place of one that is gone. */
function looseningOf({ where }: AdminWidening, { rule, isGone }: Cause, added: readonly string[]): Loosening {
  const { direction, said, subject, peers, ports, path, action } = rule;
  const others = said.peers || 'anybody';
  const [from, to] = direction === 'ingress' ? [others, said.subject] : [said.subject, others];
  const on = `on ${describePorts(ports)}`;
  const although = {
    isolated: ', whatever NetworkPolicies say',
    open: '',
    allowed: ', where a NetworkPolicy allows it',
  }[where];
  const what = isGone
    ? `no longer keeps ${from} from reaching ${to} ${on}${although}`
    : action === 'Pass'
      ? `newly leaves it to others whether ${from} may reach ${to} ${on}`
      : `newly lets ${from} reach ${to} ${on}${although}`;
  return {
    what,
    remedy: isGone
      ? 'Keep the rule, and let single pods pass by a rule that is asked before it.'
      : 'Name the pods and ports that need it, and leave the rest to NetworkPolicies.',
    severity: where === 'open' ? 'high' : 'medium',
    path: isGone ? ['spec'] : path,
    ...(isGone ? { formerPath: path } : {}),
    subject: [where, isGone ? 'gone' : action, direction, json(subject), json(peers), portsCode(ports), ...added],
  };
}

const rulesIn = ({ value }: Resource, direction: Direction) => mapping(value.spec)[direction];

const tooLarge = (now: readonly Resource[]): Loosening => ({
  what: 'and the other policies for the whole cluster are too much to compare, so that what they newly let through was not judged',
  remedy: 'Make the policies smaller, or split the change.',
  severity: 'high',
  path: ['spec'],
  subject: ['too large', json(now.map(({ name, value }) => [name, value.spec]))],
});
