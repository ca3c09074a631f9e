import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import { type LabelSelector, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Path } from '../../yaml/document.ts';
import { type AddressRange, readCidr } from '../model/address-set.ts';
import { type Direction, selectorText } from '../model/network-policy.ts';
import type { PortRange } from '../model/ports.ts';

/** Pods by the labels of their namespaces and their own. */
export interface PodSet {
  readonly namespaces: LabelSelector;
  readonly pods: LabelSelector;
}

/** Whom traffic of a rule comes from or goes to; `any` is what could not be read of a rule that allows. */
export type AdminPeer =
  | { readonly kind: 'any' }
  | { readonly kind: 'pods'; readonly set: PodSet }
  | { readonly kind: 'nodes'; readonly nodes: LabelSelector }
  | { readonly kind: 'addresses'; readonly ranges: readonly AddressRange[] }
  | { readonly kind: 'domain'; readonly name: string };

/** One rule of a policy for the whole cluster, of one direction. */
export interface AdminRule {
  readonly resource: Resource;
  readonly direction: Direction;
  readonly tier: 'Admin' | 'Baseline';
  /** The lowest is asked first. */
  readonly priority: number;
  readonly index: number;
  readonly action: 'Allow' | 'Deny' | 'Pass';
  readonly subject: PodSet;
  readonly peers: readonly AdminPeer[];
  /** undefined: every port. */
  readonly ports: readonly PortRange[] | undefined;
  readonly path: Path;
  /** Subject, peers and ports in words. */
  readonly said: { readonly subject: string; readonly peers: string };
}

/** Whether an object is a network policy for the whole cluster. */
export function isAdminPolicy({ group, kind }: Resource): boolean {
  return (
    group === 'policy.networking.k8s.io' && /^(?:(?:Baseline)?AdminNetworkPolicy|ClusterNetworkPolicy)$/.test(kind)
  );
}

/**
 * The rules of AdminNetworkPolicies, BaselineAdminNetworkPolicies (policy.networking.k8s.io/v1alpha1) and ClusterNetworkPolicies
 * (v1alpha2), in the order in which they are asked: by tier, priority and place. Of policies with the same priority any may be asked first:
 * that is the one that allows.
 */
export function adminRules(objects: readonly Resource[]): readonly AdminRule[] {
  const rules = objects
    .filter(isAdminPolicy)
    .flatMap((each) => [...rulesOf(each, 'ingress'), ...rulesOf(each, 'egress')]);
  const actions = ['Allow', 'Pass', 'Deny'];
  return rules.sort(
    (one, other) =>
      one.tier.localeCompare(other.tier) ||
      one.priority - other.priority ||
      (one.resource === other.resource
        ? one.index - other.index
        : actions.indexOf(one.action) - actions.indexOf(other.action)),
  );
}

function rulesOf(resource: Resource, direction: Direction): readonly AdminRule[] {
  const spec = mapping(resource.value.spec);
  const isBaseline = resource.kind === 'BaselineAdminNetworkPolicy' || spec.tier === 'Baseline';
  const subject = readSubject(mapping(spec.subject));
  const priority = Number(scalarText(spec.priority) || '0');
  return list(spec[direction]).map((each, index) => {
    const rule = mapping(each);
    const action = rule.action === 'Deny' || rule.action === 'Pass' ? rule.action : 'Allow';
    const peers = list(rule[direction === 'ingress' ? 'from' : 'to']).flatMap((peer) =>
      readPeer(mapping(peer), action),
    );
    return {
      resource,
      direction,
      tier: isBaseline ? 'Baseline' : 'Admin',
      priority: Number.isNaN(priority) ? 0 : priority,
      index,
      action,
      subject: subject ?? everyPod,
      // A rule for pods that cannot be read, which denies, denies nobody for certain.
      peers: subject === undefined && action !== 'Allow' ? [] : peers.map(({ peer }) => peer),
      ports: readPorts(rule),
      path: ['spec', direction, index],
      said: { subject: podsText(subject ?? everyPod), peers: peers.map(({ said }) => said).join(', ') },
    };
  });
}

const everyPod: PodSet = { namespaces: [], pods: [] };

function readSubject(value: Mapping): PodSet | undefined {
  return readPods(value);
}

function readPods({ namespaces, pods }: Mapping): PodSet | undefined {
  const [own, ofPods] = isMapping(pods)
    ? [readLabelSelector(pods.namespaceSelector), readLabelSelector(pods.podSelector)]
    : [isMapping(namespaces) ? readLabelSelector(namespaces) : undefined, []];
  return own === undefined || ofPods === undefined ? undefined : { namespaces: own, pods: ofPods };
}

interface SaidPeer {
  readonly peer: AdminPeer;
  readonly said: string;
}

/** What cannot be read of a rule that allows is everybody; of one that denies, nobody. */
function readPeer(value: Mapping, action: AdminRule['action']): readonly SaidPeer[] {
  const set = readPods(value);
  if (set !== undefined) return [{ peer: { kind: 'pods', set }, said: podsText(set) }];
  const nodes = isMapping(value.nodes) ? readLabelSelector(value.nodes) : undefined;
  if (nodes !== undefined) {
    const said = nodes.length === 0 ? 'all nodes' : `nodes with ${selectorText(nodes)}`;
    return [{ peer: { kind: 'nodes', nodes }, said }];
  }
  const networks = strings(value.networks);
  const ranges = networks.map(readCidr);
  if (networks.length > 0 && ranges.every((each) => each !== undefined)) {
    return [{ peer: { kind: 'addresses', ranges }, said: networks.join(', ') }];
  }
  const names = strings(value.domainNames);
  if (names.length > 0) return names.map((name) => ({ peer: { kind: 'domain', name }, said: name }));
  return action === 'Allow' ? [{ peer: { kind: 'any' }, said: 'anywhere' }] : [];
}

/** `ports` of v1alpha1, `protocols` of v1alpha2. */
function readPorts({ ports, protocols }: Mapping): readonly PortRange[] | undefined {
  const old = list(ports).flatMap((each) => readPort(mapping(each)));
  const now = list(protocols).flatMap((each) => readProtocol(mapping(each)));
  const all = [...old, ...now];
  return all.length === 0 ? undefined : all;
}

function readPort({ portNumber, namedPort, portRange }: Mapping): readonly PortRange[] {
  if (text(namedPort) !== undefined) return [{ protocol: 'TCP', name: scalarText(namedPort) }];
  const { protocol, port, start, end } = { ...mapping(portNumber), ...mapping(portRange) } as Mapping;
  const [first, last] = [Number(scalarText(port) || scalarText(start)), Number(scalarText(port) || scalarText(end))];
  return Number.isInteger(first) && Number.isInteger(last)
    ? [{ protocol: scalarText(protocol) || 'TCP', first, last }]
    : [];
}

function readProtocol(value: Mapping): readonly PortRange[] {
  const named = text(value.destinationNamedPort);
  if (named !== undefined) return [{ protocol: 'TCP', name: named }];
  return ['tcp', 'udp', 'sctp'].flatMap((name) => {
    if (!isMapping(value[name])) return [];
    const { number, range } = mapping(mapping(value[name]).destinationPort);
    const { start, end } = mapping(range);
    const [first, last] = [
      Number(scalarText(number) || scalarText(start) || '1'),
      Number(scalarText(number) || scalarText(end) || '65535'),
    ];
    return Number.isInteger(first) && Number.isInteger(last) ? [{ protocol: name.toUpperCase(), first, last }] : [];
  });
}

function podsText({ namespaces, pods }: PodSet): string {
  const who = pods.length === 0 ? 'all pods' : `pods with ${selectorText(pods)}`;
  return namespaces.length === 0
    ? `${who} of every namespace`
    : `${who} of namespaces with ${selectorText(namespaces)}`;
}
