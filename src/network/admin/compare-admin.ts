import { type Labels, selects } from '../../rbac/model/label-selector.ts';
import { type StepBudget, StepLimitError } from '../../rbac/model/step-budget.ts';
import { labelClasses } from '../model/label-classes.ts';
import type { Direction } from '../model/network-policy.ts';
import { holdsPorts, portParts } from '../model/ports.ts';
import type { AdminPeer, AdminRule, PodSet } from './admin-policy.ts';

/** Traffic that policies for the whole cluster newly let through. */
export interface AdminWidening {
  /** The rule that allows or passes it on now; undefined where none decides any more. */
  readonly now: AdminRule | undefined;
  /** The rule that denied it; undefined where NetworkPolicies did. */
  readonly former: AdminRule | undefined;
  /** Where it passes: whatever NetworkPolicies say, where none isolates the pods, or only where one allows it. */
  readonly where: 'isolated' | 'open' | 'allowed';
}

const mostClasses = 20_000;

/** What the rules of both tiers decide together. */
interface Verdict {
  readonly admin: AdminRule | undefined;
  readonly baseline: AdminRule | undefined;
}

/**
 * Compares what policies of the tiers around NetworkPolicies let through, for every class of traffic that the rules of both sides tell
 * apart: the first rule of the admin tier decides, or passes on to NetworkPolicies; where none isolates the pod, the first of the baseline does, and else
 * all is allowed (sigs.k8s.io/network-policy-api, ClusterNetworkPolicySpec). Throws StepLimitError.
 */
export function compareAdminRules(
  before: readonly AdminRule[],
  after: readonly AdminRule[],
  direction: Direction,
  steps: StepBudget,
): readonly AdminWidening[] {
  const [old, now] = [before, after].map((all) => all.filter((rule) => rule.direction === direction));
  if (old === undefined || now === undefined) return [];
  const rules = [...new Set([...old, ...now])];
  const bits = new Map(rules.map((rule, index) => [rule, 1n << BigInt(index)]));
  const found = new Map<string, AdminWidening>();
  for (const mask of trafficClasses(rules, steps)) {
    const applies = (rule: AdminRule) => (mask & (bits.get(rule) ?? 0n)) !== 0n;
    steps.charge(rules.length);
    const [was, is] = [verdictOf(old, applies), verdictOf(now, applies)];
    const where = whereWider(was, is);
    if (where === undefined) continue;
    const former = was.admin?.action === 'Deny' ? was.admin : where === 'open' ? was.baseline : undefined;
    const decides =
      is.admin?.action === 'Allow' || is.admin?.action === 'Pass'
        ? is.admin
        : where === 'open'
          ? is.baseline
          : undefined;
    const key = [where, ...[former, decides].map((rule) => (rule === undefined ? '' : String(bits.get(rule))))].join();
    if (!found.has(key)) found.set(key, { now: decides, former, where });
  }
  return [...found.values()];
}

function verdictOf(rules: readonly AdminRule[], applies: (rule: AdminRule) => boolean): Verdict {
  const first = (tier: AdminRule['tier']) => rules.find((rule) => rule.tier === tier && applies(rule));
  return { admin: first('Admin'), baseline: first('Baseline') };
}

/** Whether traffic passes where no NetworkPolicy isolates the pod, where one does and allows it, and where one does and does not. */
function passes({ admin, baseline }: Verdict): Readonly<Record<AdminWidening['where'], boolean>> {
  const isDelegated = admin === undefined || admin.action === 'Pass';
  const isAllowed = admin?.action === 'Allow';
  return {
    open: isAllowed || (isDelegated && baseline?.action !== 'Deny'),
    allowed: isAllowed || isDelegated,
    isolated: isAllowed,
  };
}

function whereWider(before: Verdict, after: Verdict): AdminWidening['where'] | undefined {
  const [was, is] = [passes(before), passes(after)];
  return (['open', 'allowed', 'isolated'] as const).find((where) => is[where] && !was[where]);
}

/** For each way in which the rules can agree and disagree about traffic, the rules that take it, as bits. */
function trafficClasses(rules: readonly AdminRule[], steps: StepBudget): Iterable<bigint> {
  const masks = <T>(values: readonly T[], accepts: (rule: AdminRule, value: T) => boolean): readonly bigint[] => {
    steps.charge(values.length * rules.length);
    return [...new Set(values.map((value) => maskOf(rules, (rule) => accepts(rule, value))))];
  };
  const subjects = podMasks(rules, (rule) => [rule.subject], steps);
  const pods = podMasks(rules, (rule) => rule.peers.flatMap((peer) => (peer.kind === 'pods' ? [peer.set] : [])), steps);
  const nodes = masks(
    [
      undefined,
      ...(classesOf(
        rules.flatMap(({ peers }) => peers.flatMap((peer) => (peer.kind === 'nodes' ? [peer.nodes] : []))),
      ) ?? []),
    ],
    ({ peers }, labels) =>
      labels !== undefined && peers.some((peer) => peer.kind === 'nodes' && selects(peer.nodes, labels)),
  );
  const domains = masks(
    [undefined, ...domainsOf(rules)],
    ({ peers }, name) =>
      name !== undefined && peers.some((peer) => peer.kind === 'domain' && isOfDomain(peer.name, name)),
  );
  const any = maskOf(rules, ({ peers }) => peers.some(({ kind }) => kind === 'any'));
  const addresses = masks(
    [undefined, ...addressesOf(rules)],
    ({ peers }, address) => address !== undefined && peers.some((peer) => isAmong(peer, address)),
  );
  // A peer is a pod, a node, or a domain or none of them; each has an address.
  const whos = new Set([0n, ...pods, ...nodes, ...domains]);
  steps.charge(whos.size * addresses.length);
  const peers = new Set([...whos].flatMap((who) => addresses.map((address) => who | address | any)));
  const ports = masks(portParts(rules.flatMap((rule) => rule.ports ?? [])), (rule, part) =>
    holdsPorts(rule.ports, part),
  );
  const found = new Set<bigint>();
  for (const subject of subjects) {
    steps.charge(peers.size * ports.length);
    for (const peer of peers) for (const port of ports) found.add(subject & peer & port);
  }
  return found;
}

function maskOf(rules: readonly AdminRule[], accepts: (rule: AdminRule) => boolean): bigint {
  return rules.reduce((mask, rule, index) => (accepts(rule) ? mask | (1n << BigInt(index)) : mask), 0n);
}

function classesOf(selectors: Parameters<typeof labelClasses>[0]): readonly Labels[] {
  const classes = labelClasses(selectors, mostClasses);
  if (classes === undefined) throw new StepLimitError(mostClasses);
  return classes;
}

/** Which rules have a pod among their sets, for all pods in all namespaces that these tell apart. */
function podMasks(
  rules: readonly AdminRule[],
  setsOf: (rule: AdminRule) => readonly PodSet[],
  steps: StepBudget,
): readonly bigint[] {
  const sets = rules.flatMap(setsOf);
  const namespaces = classesOf(sets.map((each) => each.namespaces));
  const pods = classesOf(sets.map((each) => each.pods));
  steps.charge((namespaces.length + pods.length) * (sets.length + 1));
  const flat = rules.flatMap((rule, index) => setsOf(rule).map((set) => ({ set, bit: 1n << BigInt(index) })));
  // Sets of one rule are distinguished: a pod has to be in one of them with both its labels and its namespace's.
  const bitsOf = (labels: Labels, part: keyof PodSet) =>
    flat.reduce((bits, { set }, at) => (selects(set[part], labels) ? bits | (1n << BigInt(at)) : bits), 0n);
  const inNamespaces = new Set(namespaces.map((labels) => bitsOf(labels, 'namespaces')));
  const ofPods = new Set(pods.map((labels) => bitsOf(labels, 'pods')));
  steps.charge(inNamespaces.size * ofPods.size * (flat.length + 1));
  const found = new Set<bigint>();
  for (const one of inNamespaces) {
    for (const other of ofPods) {
      const both = one & other;
      found.add(flat.reduce((bits, { bit }, at) => (((both >> BigInt(at)) & 1n) === 1n ? bits | bit : bits), 0n));
    }
  }
  return [...found];
}

interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** An address of each part into which the networks divide all addresses. */
function addressesOf(rules: readonly AdminRule[]): readonly Address[] {
  const ranges = rules.flatMap(({ peers }) => peers.flatMap((peer) => (peer.kind === 'addresses' ? peer.ranges : [])));
  const starts = new Map<string, Address>();
  for (const { bits, first, last } of [
    ...ranges,
    ...([32, 128] as const).map((bits) => ({ bits, first: 0n, last: 0n })),
  ]) {
    for (const value of [first, last + 1n])
      if (value < 1n << BigInt(bits)) starts.set(`${bits} ${value}`, { bits, value });
  }
  return ranges.length === 0 ? [] : [...starts.values()];
}

function isAmong(peer: AdminPeer, { bits, value }: Address): boolean {
  return (
    peer.kind === 'addresses' &&
    peer.ranges.some((range) => range.bits === bits && range.first <= value && value <= range.last)
  );
}

function domainsOf(rules: readonly AdminRule[]): readonly string[] {
  const names = rules.flatMap(({ peers }) => peers.flatMap((peer) => (peer.kind === 'domain' ? [peer.name] : [])));
  return [...new Set(names.map((name) => name.replace(/^\*/, '\u0000')))];
}

/** `*` in front matches one or more labels of a name. */
function isOfDomain(pattern: string, name: string): boolean {
  return (
    pattern === name ||
    (pattern.startsWith('*.') && name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1)
  );
}
