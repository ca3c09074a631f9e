import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { productChanges } from '../../src/network/products/product-changes.ts';
import { runs } from '../thorough.ts';
import { changeOf, foundIn, podsCalled, sidesOf } from './product-worlds.ts';

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

interface Peer {
  readonly endpoints?: readonly Selector[];
  readonly entities?: readonly string[];
  readonly cidrs?: readonly string[];
  readonly sets?: readonly { readonly cidr: string; readonly except?: readonly string[] }[];
}

interface Rule {
  readonly peer: Peer;
  readonly ports:
    | readonly { readonly port: string; readonly endPort?: number; readonly protocol?: string }[]
    | undefined;
}

interface Policy {
  /** For the whole cluster, or for one namespace. */
  readonly isWide: boolean;
  readonly selector: Selector;
  readonly ingress: readonly Rule[] | undefined;
  readonly ingressDeny: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
  readonly egressDeny: readonly Rule[] | undefined;
  readonly isolates: boolean | undefined;
}

const selector: fc.Arbitrary<Selector> = fc.constantFrom<Selector>(
  {},
  { matchLabels: { app: 'x' } },
  { matchLabels: { 'k8s:app': 'y' } },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'y'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['x'] }] },
  { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
);
const peer: fc.Arbitrary<Peer> = fc.oneof(
  selector.map((each) => ({ endpoints: [each] })),
  fc.constantFrom('world', 'all', 'cluster', 'host').map((each) => ({ entities: [each] })),
  fc.constantFrom('203.0.113.0/24', '203.0.0.0/16', '0.0.0.0/0').map((each) => ({ cidrs: [each] })),
  fc
    .constantFrom(undefined, '203.0.113.0/25')
    .map((except) => ({ sets: [{ cidr: '203.0.113.0/24', ...(except === undefined ? {} : { except: [except] }) }] })),
);
const ports = fc.option(
  fc.uniqueArray(
    fc.constantFrom(
      { port: '80', protocol: 'TCP' },
      { port: '443', protocol: 'TCP' },
      { port: '80', endPort: 443, protocol: 'TCP' },
      { port: '53', protocol: 'UDP' },
      { port: '53', protocol: 'ANY' },
      { port: '443' },
    ),
    { minLength: 1, maxLength: 2 },
  ),
  { nil: undefined },
);
const rules = fc.option(fc.array(fc.record({ peer, ports }), { maxLength: 2 }), { nil: undefined });
const denials = fc.option(fc.array(fc.record({ peer, ports }), { minLength: 1, maxLength: 1 }), {
  nil: undefined,
  freq: 1,
});
const policy: fc.Arbitrary<Policy> = fc.record({
  isWide: fc.constantFrom(false, false, true),
  selector,
  ingress: rules,
  ingressDeny: denials,
  egress: rules,
  egressDeny: denials,
  isolates: fc.constantFrom(undefined, undefined, true, false),
});

function mixed(old: Policy, other: Policy, part: number): Policy {
  if (part < 0) return { ...other, isWide: old.isWide };
  const fields = ['selector', 'ingress', 'ingressDeny', 'egress', 'egressDeny', 'isolates'] as const;
  const field = fields[part % 9];
  if (field !== undefined) return { ...old, [field]: other[field] };
  const [first, ...rest] = old.ingress ?? [];
  const [next] = other.ingress ?? [];
  if (first === undefined || next === undefined)
    return { ...old, ingress: [...(old.ingress ?? []), ...(next === undefined ? [] : [next])] };
  return {
    ...old,
    ingress: [part % 2 === 0 ? { ...first, peer: next.peer } : { ...first, ports: next.ports }, ...rest],
  };
}

type End = { readonly app: string } | { readonly address: string } | 'host';
interface Flow {
  readonly direction: 'ingress' | 'egress';
  readonly own: string;
  readonly other: End;
  readonly port: number;
  readonly protocol: string;
}

const ends: readonly End[] = [
  ...['x', 'y', 'z'].map((app) => ({ app })),
  ...['203.0.113.1', '203.0.113.200', '203.0.1.1', '198.51.100.1'].map((address) => ({ address })),
  'host',
];
const flows: readonly Flow[] = (['ingress', 'egress'] as const).flatMap((direction) =>
  ['x', 'y', 'z'].flatMap((own) =>
    ends.flatMap((other) =>
      [80, 443, 100, 53, 22].flatMap((port) =>
        ['TCP', 'UDP'].map((protocol): Flow => ({ direction, own, other, port, protocol })),
      ),
    ),
  ),
);

function isSelected({ matchLabels = {}, matchExpressions = [] }: Selector, app: string): boolean {
  return (
    Object.values(matchLabels).every((value) => value === app) &&
    matchExpressions.every(({ operator, values = [] }) =>
      operator === 'In' ? values.includes(app) : operator === 'NotIn' ? !values.includes(app) : true,
    )
  );
}

const isIn = (cidr: string, address: string) => {
  const number = (text: string) => text.split('.').reduce((sum, each) => sum * 256 + Number(each), 0);
  const [network = '', bits] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(network) / size) === Math.floor(number(address) / size);
};

/** pkg/policy/api: pods are identities, never in a CIDR; `world` is what is not of the cluster. */
function isPeer({ endpoints = [], entities = [], cidrs = [], sets = [] }: Peer, other: End): boolean {
  if (entities.includes('all')) return true;
  if (other === 'host') return entities.some((each) => each === 'host' || each === 'cluster');
  if ('app' in other) return entities.includes('cluster') || endpoints.some((each) => isSelected(each, other.app));
  return (
    entities.includes('world') ||
    cidrs.some((each) => isIn(each, other.address)) ||
    sets.some(({ cidr, except = [] }) => isIn(cidr, other.address) && !except.some((each) => isIn(each, other.address)))
  );
}

function takes({ peer: of, ports: on }: Rule, { other, port, protocol }: Flow): boolean {
  const isOn =
    on === undefined ||
    on.some(
      ({ port: first, endPort, protocol: wanted = 'ANY' }) =>
        Number(first) <= port && port <= (endPort ?? Number(first)) && (wanted === 'ANY' || wanted === protocol),
    );
  return isOn && isPeer(of, other);
}

/** cilium.io/v2: what is denied is, else what is allowed, else what is not isolated. */
function allows(policies: readonly Policy[], flow: Flow): boolean {
  const own = policies.filter((each) => isSelected(each.selector, flow.own));
  const of = (each: Policy) =>
    flow.direction === 'ingress' ? [each.ingress, each.ingressDeny] : [each.egress, each.egressDeny];
  const isTaken = (all: readonly Rule[] | undefined) => (all ?? []).some((each) => takes(each, flow));
  if (own.some((each) => isTaken(of(each)[1]))) return false;
  const isIsolated = own.some((each) => each.isolates ?? of(each).some((all) => all !== undefined));
  return !isIsolated || own.some((each) => isTaken(of(each)[0]));
}

const around = podsCalled('n', ['x', 'y', 'z']);

function toObject(policy: Policy, name: string) {
  const written = (all: readonly Rule[] | undefined, side: 'from' | 'to') =>
    all?.map(({ peer: { endpoints, entities, cidrs, sets }, ports: on }) => ({
      [`${side}Endpoints`]: endpoints,
      [`${side}Entities`]: entities,
      [`${side}CIDR`]: cidrs,
      [`${side}CIDRSet`]: sets,
      ...(on === undefined ? {} : { toPorts: [{ ports: on }] }),
    }));
  const spec = {
    endpointSelector: policy.selector,
    ingress: written(policy.ingress, 'from'),
    ingressDeny: written(policy.ingressDeny, 'from'),
    egress: written(policy.egress, 'to'),
    egressDeny: written(policy.egressDeny, 'to'),
    enableDefaultDeny:
      policy.isolates === undefined ? undefined : { ingress: policy.isolates, egress: policy.isolates },
  };
  const kind = policy.isWide ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy';
  return { apiVersion: 'cilium.io/v2', kind, metadata: policy.isWide ? { name } : { name, namespace: 'n' }, spec };
}

test('a change of policies of Cilium by which something newly comes through is never silent', () => {
  let wider = 0;
  fc.assert(
    fc.property(changeOf(policy, mixed), (changed) => {
      const flow = flows.find((each) => allows(changed.after, each) && !allows(changed.before, each));
      const found = foundIn(productChanges(sidesOf(changed, around, toObject)));
      if (flow === undefined) return;
      // Of a new policy, what others than the one that is gone kept out is only judged where it lets in everybody.
      if (changed.without !== undefined && !allows(changed.without, flow)) return;
      wider += 1;
      expect({ flow, found }).not.toEqual({ flow, found: [] });
    }),
    { numRuns: runs(3000) },
  );
  expect(wider).toBeGreaterThan(0);
});
