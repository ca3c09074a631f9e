import { isWithin, type Labels, selects } from '../../rbac/model/label-selector.ts';
import type { StepBudget } from '../../rbac/model/step-budget.ts';
import { type AddressRange, readCidr, subtract } from '../model/address-set.ts';
import { labelClasses } from '../model/label-classes.ts';
import {
  type Direction,
  type NetworkPolicy,
  namespaceNameLabel,
  type Peer,
  type TrafficRule,
} from '../model/network-policy.ts';
import { areAllPorts, holdsPorts, joinParts, type PortPart, type PortRange, portParts } from '../model/ports.ts';

/** Traffic that is newly allowed: by which rule, with whom, on which ports. */
export interface Gain {
  readonly policy: NetworkPolicy;
  readonly rule: TrafficRule;
  readonly peer: Peer;
  readonly ports: readonly PortRange[] | undefined;
}

/** Labels of the namespaces that the repository declares, by name: what it states of one in the base and in the head. */
export type DeclaredLabels = ReadonlyMap<string, readonly Labels[]>;

interface Entry {
  readonly policy: NetworkPolicy;
  readonly rule: TrafficRule;
}

/** More classes of namespaces and pods than this are not gone through: what they would show counts as not covered. */
const mostClasses = 2_000;

/**
 * What the second set of policies allows a pod they all select and the first set does not: the union of peers × ports
 * of all their rules (networking/v1, NetworkPolicySpec: "the rules are additive"). Both sets isolate the pod.
 */
export function gainedTraffic(
  before: readonly NetworkPolicy[],
  after: readonly NetworkPolicy[],
  direction: Direction,
  declared: DeclaredLabels,
  work: StepBudget,
): readonly Gain[] {
  const [old, now] = [entries(before, direction), entries(after, direction)];
  const parts = portParts([...old, ...now].flatMap(({ rule }) => rule.ports ?? []));
  const gained = new Map<Peer, { entry: Entry; parts: PortPart[] }>();
  const known = new Map<string, boolean>();
  for (const part of parts) {
    work.charge(old.length + now.length);
    const allowed = old.flatMap(({ rule }, index) =>
      holdsPorts(rule.ports, part) ? [{ index, peers: rule.peers }] : [],
    );
    const former = allowed.flatMap(({ peers }) => peers);
    const formerKey = allowed.map(({ index }) => index).join();
    for (const [index, entry] of now.entries()) {
      if (!holdsPorts(entry.rule.ports, part)) continue;
      for (const [at, peer] of entry.rule.peers.entries()) {
        const key = `${index} ${at} ${formerKey}`;
        const isCovered = known.get(key) ?? isPeerCovered(peer, former, declared, work);
        known.set(key, isCovered);
        if (isCovered) continue;
        const gain = gained.get(peer) ?? { entry, parts: [] };
        gained.set(peer, gain);
        gain.parts.push(part);
      }
    }
  }
  return [...gained].flatMap(([peer, { entry, parts }]) => {
    const ports = joinParts(parts);
    // Whoever had all ports of the three protocols before, in several rules, gains nothing that policies speak of.
    return ports?.length === 0 ? [] : { ...entry, peer, ports };
  });
}

/** Whether policies allow a pod everything in a direction, though they isolate it. */
export function allowEverything(policies: readonly NetworkPolicy[], direction: Direction): boolean {
  const open = entries(policies, direction).filter(({ rule: { peers } }) => peers.some(({ kind }) => kind === 'any'));
  return open.some(({ rule }) => rule.ports === undefined) || areAllPorts(open.flatMap(({ rule }) => rule.ports ?? []));
}

function entries(policies: readonly NetworkPolicy[], direction: Direction): readonly Entry[] {
  return policies.flatMap((policy) => (policy.rules[direction] ?? []).map((rule) => ({ policy, rule })));
}

const everyAddress: readonly AddressRange[] = ['0.0.0.0/0', '::/0'].flatMap((cidr) => readCidr(cidr) ?? []);

function isPeerCovered(peer: Peer, former: readonly Peer[], declared: DeclaredLabels, work: StepBudget): boolean {
  work.charge(former.length);
  if (former.some(({ kind }) => kind === 'any')) return true;
  if (peer.kind === 'addresses') return areAddressesCovered(peer.ranges, former, work);
  if (peer.kind === 'pods') return arePodsCovered(peer, former, declared, work);
  const everyPod = { kind: 'pods', namespaces: [], pods: [], isOwn: false, path: [], text: '' } as const;
  return areAddressesCovered(everyAddress, former, work) && arePodsCovered(everyPod, former, declared, work);
}

function areAddressesCovered(ranges: readonly AddressRange[], former: readonly Peer[], work: StepBudget): boolean {
  const others = former.flatMap((each) => (each.kind === 'addresses' ? each.ranges : []));
  work.charge(others.length * ranges.length);
  return subtract(ranges, others).length === 0;
}

type PodPeer = Extract<Peer, { kind: 'pods' }>;

function arePodsCovered(peer: PodPeer, former: readonly Peer[], declared: DeclaredLabels, work: StepBudget): boolean {
  const others = former.filter((each) => each.kind === 'pods');
  if (others.some((each) => isWithin(peer.namespaces, each.namespaces) && isWithin(peer.pods, each.pods))) return true;
  const namespaces = labelClasses(
    [peer, ...others].map((each) => each.namespaces),
    mostClasses,
  );
  const pods = labelClasses(
    [peer, ...others].map((each) => each.pods),
    mostClasses,
  );
  if (namespaces === undefined || pods === undefined || namespaces.length * pods.length > 10 * mostClasses)
    return false;
  work.charge(namespaces.length * pods.length * (others.length + 1));
  const [own, ownPods] = [
    existing(namespaces, declared, work).filter((labels) => selects(peer.namespaces, labels)),
    pods.filter((labels) => selects(peer.pods, labels)),
  ];
  // A namespace may be declared many times over.
  work.charge(own.length * (ownPods.length + others.length));
  return own.every((namespace) => {
    const there = others.filter((each) => selects(each.namespaces, namespace));
    return ownPods.every((pod) => there.some((each) => selects(each.pods, pod)));
  });
}

/** The classes of namespaces, where the repository declares one of that name with the labels it has there and no others. */
function existing(classes: readonly Labels[], declared: DeclaredLabels, work: StepBudget): readonly Labels[] {
  const names = new Set(classes.flatMap((labels) => labels[namespaceNameLabel] ?? []));
  for (const name of names) work.charge(declared.get(name)?.length ?? 0);
  return [
    ...classes.filter((labels) => !declared.has(labels[namespaceNameLabel] ?? '')),
    ...[...names].flatMap((name) =>
      (declared.get(name) ?? []).map((labels) => ({ ...labels, [namespaceNameLabel]: name })),
    ),
  ];
}
