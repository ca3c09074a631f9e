import type { Resource } from '../../kube/resource.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { type LabelSelector, readLabelSelector } from '../../rbac/model/label-selector.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Path } from '../../yaml/document.ts';
import { type AddressRange, readBlock } from './address-set.ts';
import { type PortRange, readPorts } from './ports.ts';

export type Direction = 'ingress' | 'egress';

export const directions: readonly Direction[] = ['ingress', 'egress'];

/** The label by which every namespace has its own name (KEP 2161). */
export const namespaceNameLabel = 'kubernetes.io/metadata.name';

/** Whom traffic comes from or goes to. `any` is every address and every pod. */
export type Peer = { readonly path: Path; readonly text: string } & (
  | { readonly kind: 'any' }
  | { readonly kind: 'pods'; readonly namespaces: LabelSelector; readonly pods: LabelSelector; readonly isOwn: boolean }
  | { readonly kind: 'addresses'; readonly ranges: readonly AddressRange[] }
);

/** Whom it is, for fingerprints, without words: pods of the policy's own namespace whatever that is called. */
export function peerCode(peer: Peer): string {
  if (peer.kind === 'any') return 'any';
  if (peer.kind === 'pods') return json(['pods', peer.isOwn ? null : peer.namespaces, peer.pods]);
  return json(['addresses', ...peer.ranges.map(({ bits, first, last }) => `${bits} ${first}-${last}`)]);
}

/** One entry of `ingress` or `egress`: traffic with one of the peers on one of the ports is allowed. */
export interface TrafficRule {
  readonly path: Path;
  readonly peers: readonly Peer[];
  /** undefined: every port. */
  readonly ports: readonly PortRange[] | undefined;
}

/** A NetworkPolicy of networking.k8s.io/v1. */
export interface NetworkPolicy {
  readonly resource: Resource;
  readonly namespace: string;
  readonly podSelector: LabelSelector;
  /** The rules of the directions it isolates its pods in; a direction it does not isolate is absent. */
  readonly rules: { readonly [D in Direction]?: readonly TrafficRule[] };
}

const groups = new Set(['networking.k8s.io', 'extensions']);

/**
 * Reads a NetworkPolicy; undefined for other objects, and where its podSelector has an operator that does not exist, for the API
 * server refuses it. `policyTypes` defaults to Ingress, and Egress where there are egress rules (pkg/apis/networking/v1/defaults.go).
 */
export const networkPolicyOf = memoize((resource: Resource): NetworkPolicy | undefined => {
  const { group, kind, value } = resource;
  if (kind !== 'NetworkPolicy' || !groups.has(group)) return undefined;
  const spec = mapping(value.spec);
  const podSelector = readLabelSelector(spec.podSelector);
  if (podSelector === undefined) return undefined;
  const namespace = namespaceOf(resource);
  const stated = list(spec.policyTypes).map(scalarText);
  const isolates = {
    ingress: stated.length === 0 || stated.includes('Ingress'),
    egress: stated.length === 0 ? list(spec.egress).length > 0 : stated.includes('Egress'),
  };
  const rulesOf = (direction: Direction) =>
    isolates[direction] ? { [direction]: readRules(spec[direction], direction, namespace) } : {};
  return { resource, namespace, podSelector, rules: { ...rulesOf('ingress'), ...rulesOf('egress') } };
});

/** By what a cluster knows a NetworkPolicy. */
export function keyOfPolicy({ namespace, resource: { name } }: NetworkPolicy): string {
  return JSON.stringify([namespace, name]);
}

/** The NetworkPolicies among objects. */
export function policiesOf(objects: readonly Resource[]): readonly NetworkPolicy[] {
  return objects.flatMap((each) => networkPolicyOf(each) ?? []);
}

function readRules(value: unknown, direction: Direction, namespace: string): readonly TrafficRule[] {
  const field = direction === 'ingress' ? 'from' : 'to';
  return list(value).map((each, index) => {
    const rule = mapping(each);
    const path: Path = ['spec', direction, index];
    const peers = list(rule[field]).map((peer, at) => readPeer(mapping(peer), [...path, field, at], namespace));
    return { path, peers: peers.length > 0 ? peers : [anyPeer(path)], ports: readPorts(rule.ports) };
  });
}

function anyPeer(path: Path): Peer {
  return { kind: 'any', path, text: 'anywhere' };
}

function readPeer(peer: Mapping, path: Path, namespace: string): Peer {
  if (isMapping(peer.ipBlock)) return readAddresses(peer.ipBlock, path);
  const hasNamespaces = isMapping(peer.namespaceSelector);
  if (!hasNamespaces && !isMapping(peer.podSelector)) return anyPeer(path);
  const pods = readLabelSelector(peer.podSelector);
  const own: LabelSelector = [{ key: namespaceNameLabel, operator: 'In', values: [namespace] }];
  const namespaces = hasNamespaces ? readLabelSelector(peer.namespaceSelector) : own;
  // What cannot be read selects as much as it may.
  if (pods === undefined || namespaces === undefined) return anyPeer(path);
  return {
    kind: 'pods',
    namespaces,
    pods,
    isOwn: !hasNamespaces,
    path,
    text: podsText(pods, namespaces, hasNamespaces),
  };
}

function readAddresses(block: Mapping, path: Path): Peer {
  const cidr = scalarText(block.cidr);
  const except = list(block.except).map(scalarText);
  const ranges = readBlock(cidr, except);
  const text = except.length === 0 ? cidr : `${cidr} except ${except.join(', ')}`;
  return ranges === undefined ? anyPeer(path) : { kind: 'addresses', ranges, path, text };
}

function podsText(pods: LabelSelector, namespaces: LabelSelector, hasNamespaces: boolean): string {
  const who = pods.length === 0 ? 'all pods' : `pods with ${selectorText(pods)}`;
  if (!hasNamespaces) return `${who} of the namespace`;
  return namespaces.length === 0
    ? `${who} of every namespace`
    : `${who} of namespaces with ${selectorText(namespaces)}`;
}

/** A label selector as kubectl writes it: `app=web,tier in (a,b),!old`. */
export function selectorText(selector: LabelSelector): string {
  return selector
    .map(({ key, operator, values }) => {
      if (operator === 'Exists') return key;
      if (operator === 'DoesNotExist') return `!${key}`;
      if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
      return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    })
    .join(',');
}
