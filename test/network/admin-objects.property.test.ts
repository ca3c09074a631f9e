import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adminChanges } from '../../src/network/admin/admin-changes.ts';
import { runs } from '../thorough.ts';
import { changeOf, foundIn, objectsOf, podsCalled, sidesOf } from './product-worlds.ts';

type Selector = {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly object[];
};
type Peer =
  | { readonly namespaces: Selector }
  | { readonly pods: { readonly namespaceSelector: Selector; readonly podSelector: Selector } }
  | { readonly networks: readonly string[] };

interface Rule {
  readonly action: 'Allow' | 'Deny' | 'Pass';
  readonly peers: readonly Peer[];
  readonly ports: readonly object[] | undefined;
}

interface Policy {
  readonly isBaseline: boolean;
  readonly priority: number;
  readonly subject: Peer;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
}

const labels: fc.Arbitrary<Selector> = fc.constantFrom<Selector>(
  {},
  { matchLabels: { app: 'x' } },
  { matchLabels: { app: 'y' } },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['x'] }] },
  { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
);
const namespaces = labels.map((each): Peer => ({ namespaces: each }));
const pods = fc
  .tuple(labels, labels)
  .map(([one, other]): Peer => ({ pods: { namespaceSelector: one, podSelector: other } }));
const networks = fc
  .constantFrom('203.0.113.0/24', '203.0.113.0/25', '0.0.0.0/0')
  .map((each): Peer => ({ networks: [each] }));
const ports = fc.constantFrom(
  undefined,
  [{ portNumber: { protocol: 'TCP', port: 80 } }],
  [{ portRange: { protocol: 'TCP', start: 80, end: 443 } }],
  [{ portNumber: { protocol: 'UDP', port: 53 } }, { portNumber: { protocol: 'TCP', port: 443 } }],
);
const ruleTo = (peer: fc.Arbitrary<Peer>) =>
  fc.record({
    action: fc.constantFrom('Allow' as const, 'Deny' as const, 'Pass' as const),
    peers: fc.array(peer, { minLength: 1, maxLength: 2 }),
    ports,
  });
const ingress = fc.array(ruleTo(fc.oneof(namespaces, pods)), { maxLength: 2 });
const egress = fc.array(ruleTo(fc.oneof(namespaces, pods, networks)), { maxLength: 2 });
/** Priorities are all different: which of equal ones is asked first is nobody's promise. */
const policy: fc.Arbitrary<Policy> = fc.record({
  isBaseline: fc.constantFrom(false, false, true),
  priority: fc.nat(1000),
  subject: fc.oneof(namespaces, pods),
  ingress,
  egress,
});

function mixed(old: Policy, other: Policy, part: number): Policy {
  if (part < 0) return { ...other, isBaseline: old.isBaseline };
  const fields = ['priority', 'subject', 'ingress', 'egress'] as const;
  const field = fields[part % 8];
  if (field !== undefined) return { ...old, [field]: other[field] };
  const side = part % 2 === 0 ? 'ingress' : 'egress';
  return { ...old, [side]: old[side].slice(1).concat(other[side].slice(0, 1)) };
}

type Pod = { readonly namespace: string; readonly app: string };
/** A pod has an address as well. */
type End = (Pod | { readonly namespace: undefined }) & { readonly address: string };
interface Flow {
  readonly direction: 'ingress' | 'egress';
  readonly own: Pod;
  readonly other: End;
  readonly port: number;
  readonly protocol: string;
}

const known: readonly Pod[] = ['x', 'y', ''].flatMap((namespace) => ['x', 'y', ''].map((app) => ({ namespace, app })));
const addresses = ['203.0.113.1', '203.0.113.200', '198.51.100.1', '2001:db8::1'];
const ends: readonly End[] = addresses.flatMap((address) => [
  ...known.map((each) => ({ ...each, address })),
  { namespace: undefined, address },
]);
const flows: readonly Flow[] = known.flatMap((own) =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    ends.flatMap((other) =>
      [80, 443, 100, 53].flatMap((port) =>
        ['TCP', 'UDP'].map((protocol): Flow => ({ direction, own, other, port, protocol })),
      ),
    ),
  ),
);

function has({ matchLabels = {}, matchExpressions = [] }: Selector, app: string): boolean {
  return (
    Object.values(matchLabels).every((value) => value === app) &&
    matchExpressions.every((each) => {
      const { operator, values = [] } = each as { operator: string; values?: readonly string[] };
      return operator === 'Exists' ? app !== '' : !values.includes(app);
    })
  );
}

function isOf(peer: Peer, other: Pod | End): boolean {
  if ('networks' in peer) {
    const address = 'address' in other ? other.address : '';
    const last = Number(address.split('.')[3]);
    return peer.networks.some(
      (each) =>
        (each === '0.0.0.0/0' && !address.includes(':')) ||
        (address.startsWith('203.') && (each.endsWith('/24') || last < 128)),
    );
  }
  if (other.namespace === undefined) return false;
  if ('namespaces' in peer) return has(peer.namespaces, other.namespace);
  return has(peer.pods.namespaceSelector, other.namespace) && has(peer.pods.podSelector, other.app);
}

function takes({ peers, ports: on }: Rule, { other, port, protocol }: Flow): boolean {
  const isOn = (each: object) => {
    const { portNumber, portRange } = each as {
      portNumber?: { protocol: string; port: number };
      portRange?: { protocol: string; start: number; end: number };
    };
    if (portNumber !== undefined) return portNumber.protocol === protocol && portNumber.port === port;
    return (
      portRange !== undefined && portRange.protocol === protocol && portRange.start <= port && port <= portRange.end
    );
  };
  return (on === undefined || on.some(isOn)) && peers.some((each) => isOf(each, other));
}

type Where = 'isolated' | 'open' | 'allowed';

/** What passes where NetworkPolicies isolate the pod and do not allow it, where none does, and where one does and allows it. */
function passes(policies: readonly Policy[], flow: Flow, where: Where): boolean {
  const first = (isBaseline: boolean) =>
    policies
      .filter((each) => each.isBaseline === isBaseline && isOf(each.subject, flow.own))
      .sort((one, other) => one.priority - other.priority)
      .flatMap((each) => each[flow.direction])
      .find((each) => takes(each, flow))?.action;
  const admin = first(false);
  if (admin === 'Allow' || admin === 'Deny') return admin === 'Allow';
  if (where !== 'open') return where === 'allowed';
  return first(true) !== 'Deny';
}

/** One that isolates, so that what policies of administrators allow matters. */
const around = [
  ...podsCalled('x', ['x']),
  ...objectsOf(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'all', namespace: 'x' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    },
    'policy.yaml',
  ),
];

const toObject = ({ isBaseline, priority, subject, ...sides }: Policy, name: string) => {
  const written = (all: readonly Rule[], side: string) =>
    all.map(({ action, peers, ports: on }) => ({ action, [side]: peers, ports: on }));
  return {
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: isBaseline ? 'BaselineAdminNetworkPolicy' : 'AdminNetworkPolicy',
    metadata: { name },
    spec: {
      ...(isBaseline ? {} : { priority }),
      subject,
      ingress: written(sides.ingress, 'from'),
      egress: written(sides.egress, 'to'),
    },
  };
};

test('a change of AdminNetworkPolicies is found exactly where something newly comes through', () => {
  let wider = 0;
  fc.assert(
    fc.property(changeOf(policy, mixed), (changed) => {
      const sides = [changed.before, changed.after];
      const isTied = sides.some(
        (all) =>
          new Set(all.map((each) => `${each.isBaseline} ${each.isBaseline ? 0 : each.priority}`)).size < all.length,
      );
      // Baselines are without priorities: the cluster has one.
      fc.pre(!isTied);
      const flow = flows.find((each) =>
        (['isolated', 'open', 'allowed'] as const).some(
          (where) => passes(changed.after, each, where) && !passes(changed.before, each, where),
        ),
      );
      const found = foundIn(adminChanges(sidesOf(changed, around, toObject)));
      if (flow !== undefined) wider += 1;
      expect({ flow, found: found.length > 0 }).toEqual({ flow, found: flow !== undefined });
    }),
    { numRuns: runs(600) },
  );
  expect(wider).toBeGreaterThan(0);
});
