import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resource } from '../../src/kube/resource.ts';
import { readBlock } from '../../src/network/model/address-set.ts';
import { type NetworkPolicy, networkPolicyOf } from '../../src/network/model/network-policy.ts';
import { comparePolicies } from '../../src/network/policies/compare-policies.ts';
import { gainedTraffic } from '../../src/network/policies/gained-traffic.ts';
import { StepBudget, StepLimitError } from '../../src/rbac/model/step-budget.ts';

/** How a cluster decides, asked for every pod, peer and port of a small world: written from the API's description, not from the code. */
interface Spec {
  podSelector: Record<string, string>;
  types: readonly string[];
  ingress: readonly { from?: readonly Peer[]; ports?: readonly Port[] }[];
}
type Peer = { ip: string; except?: string } | { ns?: Record<string, string>; pod?: Record<string, string> };
interface Port {
  protocol?: string;
  port?: number | string;
  endPort?: number;
}

const values = ['a', 'b', undefined];
const labelSets = values.flatMap((app) => values.map((tier) => ({ app, tier })));
const namespaces = [
  { name: 'shop', team: 'x' },
  { name: 'other', team: 'x' },
  { name: 'third', team: undefined },
];
const addresses = ['10.0.0.1', '10.1.0.1', '192.168.0.1', '8.8.8.8', '2001:db8::1'];
const ports: readonly Port[] = [
  ...[79, 80, 81, 443, 65_535].map((port) => ({ protocol: 'TCP', port })),
  { protocol: 'UDP', port: 80 },
  { protocol: 'UDP', port: 53 },
  { protocol: 'SCTP', port: 1 },
  { protocol: 'TCP', port: 'http' },
  { protocol: 'ICMP' },
];

const fits = (selector: Record<string, string> | undefined, labels: Record<string, string | undefined>) =>
  Object.entries(selector ?? {}).every(([key, value]) => labels[key] === value);

const blocks: Readonly<Record<string, (address: string) => boolean>> = {
  '0.0.0.0/0': (address) => !address.includes(':'),
  '10.0.0.0/8': (address) => address.startsWith('10.'),
  '10.0.0.0/9': (address) => address.startsWith('10.'),
  '10.1.0.0/16': (address) => address.startsWith('10.1.'),
};

function allows(
  policies: readonly Spec[],
  pod: Record<string, string | undefined>,
  peer: unknown,
  port: Port,
): boolean {
  const selecting = policies.filter(({ podSelector, types }) => types.includes('Ingress') && fits(podSelector, pod));
  if (selecting.length === 0) return true;
  return selecting.some(({ ingress }) =>
    ingress.some((rule) => fromFits(rule.from, peer) && portsFit(rule.ports, port)),
  );
}

function fromFits(from: readonly Peer[] | undefined, who: unknown): boolean {
  if (from === undefined || from.length === 0) return true;
  return from.some((peer) => {
    if ('ip' in peer) {
      if (typeof who !== 'string' || !blocks[peer.ip]?.(who)) return false;
      return peer.except === undefined || !blocks[peer.except]?.(who);
    }
    if (typeof who === 'string') return false;
    const { ns, pod } = who as { ns: (typeof namespaces)[number]; pod: Record<string, string | undefined> };
    const inNamespace = peer.ns === undefined ? ns.name === 'shop' : fits(peer.ns, { team: ns.team });
    return inNamespace && fits(peer.pod, pod);
  });
}

function portsFit(list: readonly Port[] | undefined, asked: Port): boolean {
  if (list === undefined || list.length === 0) return true;
  return list.some(({ protocol = 'TCP', port, endPort }) => {
    if (protocol !== asked.protocol) return false;
    if (port === undefined) return true;
    if (typeof port === 'string' || typeof asked.port !== 'number') return port === asked.port;
    return asked.port >= port && asked.port <= (endPort ?? port);
  });
}

const peers: readonly unknown[] = [...addresses, ...namespaces.flatMap((ns) => labelSets.map((pod) => ({ ns, pod })))];

function widens(before: readonly Spec[], after: readonly Spec[]): boolean {
  return labelSets.some((pod) =>
    peers.some((peer) => ports.some((port) => allows(after, pod, peer, port) && !allows(before, pod, peer, port))),
  );
}

function policyOf({ podSelector, types, ingress }: Spec, name: string): NetworkPolicy {
  const value = {
    spec: {
      podSelector: { matchLabels: podSelector },
      policyTypes: types,
      ingress: ingress.map(({ from, ports: own }) => ({
        ...(from === undefined ? {} : { from: from.map(peerOf) }),
        ...(own === undefined ? {} : { ports: own }),
      })),
    },
  };
  const at = () => ({ file: 'np.yaml', line: 1, column: 1 });
  const resource = {
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    namespace: 'shop',
    name,
    file: name,
    value,
    at,
  };
  const policy = networkPolicyOf(resource as unknown as Resource);
  if (policy === undefined) throw new Error('not read');
  return policy;
}

function peerOf(peer: Peer): unknown {
  if ('ip' in peer)
    return { ipBlock: { cidr: peer.ip, ...(peer.except === undefined ? {} : { except: [peer.except] }) } };
  return {
    ...(peer.ns === undefined ? {} : { namespaceSelector: { matchLabels: peer.ns } }),
    ...(peer.pod === undefined ? {} : { podSelector: { matchLabels: peer.pod } }),
  };
}

/** How many findings of ingress there are where some policies stay as they are; `most` are the classes of pods looked at together. */
function findings(
  before: readonly Spec[],
  after: readonly Spec[],
  kept: readonly NetworkPolicy[] = [],
  most?: number,
): number {
  const [old, now] = [
    before.map((spec, index) => policyOf(spec, `b${index}`)),
    after.map((spec, index) => policyOf(spec, `a${index}`)),
  ];
  const pairs = [
    ...old.map((policy) => ({ before: policy, after: undefined })),
    ...now.map((policy) => ({ before: undefined, after: policy })),
  ];
  const sides = {
    namespace: 'shop',
    pairs,
    before: [...old, ...kept],
    after: [...now, ...kept],
    pods: [],
    isWhole: true,
    formerPods: [],
    declared: new Map([['shop', [{ team: 'x' }]]]),
    openPods: [],
    isGone: false,
    elsewhere: { held: [], arrived: [], pods: [], gone: new Map(), bare: () => [] },
  };
  return comparePolicies(sides, new StepBudget(), most).filter(({ direction }) => direction === 'ingress').length;
}

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), { maxKeys: 2 });
const peer: fc.Arbitrary<Peer> = fc.oneof(
  fc.record({ ip: fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16') }),
  fc.constant({ ip: '10.0.0.0/8', except: '10.1.0.0/16' }),
  fc.record({ pod: labels }),
  fc.record({ ns: fc.constantFrom({}, { team: 'x' }), pod: labels }),
);
const port: fc.Arbitrary<Port> = fc.oneof(
  fc.constantFrom<Port>({}, { protocol: 'UDP' }, { port: 80 }, { port: 'http' }, { protocol: 'UDP', port: 80 }),
  fc.record({ port: fc.constantFrom(79, 80), endPort: fc.constantFrom(80, 81, 443) }),
);
const spec: fc.Arbitrary<Spec> = fc.record({
  podSelector: labels,
  types: fc.constantFrom(['Ingress'], ['Ingress'], ['Egress']),
  ingress: fc.array(
    fc.record(
      { from: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    { maxLength: 2 },
  ),
});

const runs = process.env.GITOPS_GATE_TESTS === 'thorough' ? 3_000 : 300;

describe('what NetworkPolicies allow', () => {
  test('is wider exactly where a cluster lets through what it did not', () => {
    let wider = 0;
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 3 }), fc.array(spec, { maxLength: 3 }), (before, after) => {
        const isWider = widens(before, after);
        if (isWider) wider++;
        expect(findings(before, after) > 0).toBe(isWider);
      }),
      { numRuns: runs },
    );
    expect(wider).toBeGreaterThan(runs / 20);
  });

  test('is wider as exactly where policies that stay are looked at one by one', () => {
    const few = fc.array(spec, { maxLength: 2 });
    let wider = 0;
    fc.assert(
      fc.property(few, few, fc.array(spec, { minLength: 1, maxLength: 3 }), (before, after, stay) => {
        const isWider = widens([...before, ...stay], [...after, ...stay]);
        if (isWider) wider++;
        const kept = stay.map((each, index) => policyOf(each, `k${index}`));
        expect(findings(before, after, kept, 0) > 0).toBe(isWider);
        expect(findings(before, after, kept) > 0).toBe(isWider);
      }),
      { numRuns: runs },
    );
    expect(wider).toBeGreaterThan(runs / 20);
  });

  test('is the same said in another order, and twice', () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 3 }), (specs) => {
        expect(findings(specs, [...specs, ...specs].reverse())).toBe(0);
      }),
      { numRuns: runs },
    );
  });
});

describe('addresses', () => {
  test.each([['10.0.0.0/33'], ['10.0.0/8'], ['10.0.0.256/32'], ['::1'], ['1::2::3/64'], ['{{ .Values.cidr }}']])(
    '%s is no block',
    (cidr) => {
      expect(readBlock(cidr, [])).toBeUndefined();
    },
  );

  test('of IPv6 are read in every form', () => {
    const [one] = readBlock('2001:db8::/32', []) ?? [];
    expect(readBlock('2001:0db8:0:0:0:0:0:0/32', [])).toEqual([one]);
    expect(readBlock('::ffff:10.0.0.1/128', [])).toEqual(readBlock('::ffff:a00:1/128', []));
  });
});

test('where selectors tell too many pods apart, that is said', () => {
  const narrow = (index: number): Spec => ({
    podSelector: { [`key-${index}`]: 'a' },
    types: ['Ingress'],
    ingress: [{ ports: [{ port: 80 }] }],
  });
  const many = Array.from({ length: 12 }, (_, index) => narrow(index));
  expect(() => findings(many, many.slice(1))).toThrow(StepLimitError);
  expect(findings(many.slice(0, 8), many.slice(1, 8))).toBe(1);
  const stay = Array.from({ length: 200 }, (_, index) => policyOf(narrow(index + 20), `k${index}`));
  expect(findings([], [], stay)).toBe(0);
  expect(findings(many.slice(0, 2), many.slice(1, 2), stay)).toBe(1);
  const wider = { ...narrow(0), ingress: [{ ports: [{ port: 443 }] }] };
  expect(findings([], [wider], stay)).toBe(1);
  expect(findings([], [narrow(0)], stay)).toBe(0);
});

test('namespaces that are declared many times count as work', () => {
  const from = (ns: Record<string, string>): Spec => ({
    podSelector: {},
    types: ['Ingress'],
    ingress: [{ from: [{ ns, pod: {} }] }],
  });
  const work = new StepBudget();
  const declared = new Map([['x', Array.from({ length: 100_000 }, () => ({ team: 'a' }))]]);
  const before = [policyOf(from({ team: 'b' }), 'b')];
  gainedTraffic(before, [policyOf(from({ 'kubernetes.io/metadata.name': 'x' }), 'a')], 'ingress', declared, work);
  expect(work.done).toBeGreaterThan(100_000);
});
