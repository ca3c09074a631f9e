import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { productChanges } from '../../src/network/products/product-changes.ts';
import { runs } from '../thorough.ts';
import { changeOf, foundIn, podsCalled, sidesOf, someOf } from './product-worlds.ts';

type Texts = readonly string[] | undefined;

interface Source {
  readonly principals?: Texts;
  readonly notPrincipals?: Texts;
  readonly namespaces?: Texts;
  readonly notNamespaces?: Texts;
  readonly ipBlocks?: Texts;
  readonly notIpBlocks?: Texts;
}

interface Operation {
  readonly methods?: Texts;
  readonly notMethods?: Texts;
  readonly paths?: Texts;
  readonly notPaths?: Texts;
  readonly ports?: Texts;
}

interface Rule {
  readonly from?: readonly { readonly source: Source }[];
  readonly to?: readonly { readonly operation: Operation }[];
  readonly when?: readonly { readonly key: string; readonly values?: Texts; readonly notValues?: Texts }[];
}

interface Policy {
  readonly namespace: string;
  readonly action: 'ALLOW' | 'DENY' | 'AUDIT' | undefined;
  readonly app: string | undefined;
  readonly isTried: boolean;
  readonly rules: readonly Rule[];
}

const optional = <T extends object>(record: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(record, { requiredKeys: [] }).filter((each) => Object.keys(each).length > 0) as fc.Arbitrary<T>;

const principals = someOf('td/ns/a/sa/x', 'td/ns/b/sa/y', 'td/ns/a/*', '*/sa/y', '*');
const namespaces = someOf('a', 'b', '*');
const networks = someOf('10.1.0.0/16', '10.0.0.0/8', '203.0.113.9');
const methods = someOf('GET', 'POST');
const paths = someOf('/api/*', '/admin', '*/v1', '*');
const source = optional<Source>({
  principals,
  notPrincipals: principals,
  namespaces,
  notNamespaces: namespaces,
  ipBlocks: networks,
  notIpBlocks: networks,
});
const operation = optional<Operation>({
  methods,
  notMethods: methods,
  paths,
  notPaths: paths,
  ports: someOf('80', '443'),
});
const condition = fc.oneof(
  someOf('blue', 'green').map((values) => ({ key: 'request.headers[x]', values })),
  someOf('blue', 'green').map((notValues) => ({ key: 'request.headers[x]', notValues })),
);
const rule: fc.Arbitrary<Rule> = fc.record(
  {
    from: fc.array(
      source.map((each) => ({ source: each })),
      { minLength: 1, maxLength: 2 },
    ),
    to: fc.array(
      operation.map((each) => ({ operation: each })),
      { minLength: 1, maxLength: 2 },
    ),
    when: fc.array(condition, { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const policy: fc.Arbitrary<Policy> = fc.record({
  namespace: fc.constantFrom('n', 'n', 'n', 'istio-system'),
  action: fc.constantFrom('ALLOW' as const, 'ALLOW' as const, 'DENY' as const, 'AUDIT' as const, undefined),
  app: fc.constantFrom(undefined, 'x', 'y'),
  isTried: fc.constantFrom(false, false, false, true),
  rules: fc.array(rule, { maxLength: 2 }),
});

/** One thing of a policy is another one: a field, a rule, or a field of a rule. */
function mixed(old: Policy, other: Policy, part: number): Policy {
  if (part < 0) return { ...other, namespace: old.namespace };
  const fields = ['action', 'app', 'isTried', 'rules'] as const;
  const field = fields[part];
  if (field !== undefined) return { ...old, [field]: other[field] };
  const [first = {}, ...rest] = old.rules;
  const [next = {}] = other.rules;
  const parts = ['from', 'to', 'when'] as const;
  if (part > 12) return { ...old, rules: [...old.rules, next] };
  return { ...old, rules: [{ ...first, [parts[part % 3] ?? 'from']: next[parts[part % 3] ?? 'from'] }, ...rest] };
}

interface Request {
  readonly app: string;
  readonly client: {
    readonly principal: string | undefined;
    readonly namespace: string | undefined;
    readonly address: string;
  };
  readonly method: string;
  readonly path: string;
  readonly port: string;
  readonly header: string;
}

const clients: readonly Request['client'][] = [
  ...[
    ['a', 'x', '10.1.0.1'],
    ['b', 'y', '10.1.0.2'],
    ['b', 'x', '10.2.0.1'],
    ['c', 'z', '192.0.2.1'],
  ].map(([namespace, account, address = '']) => ({
    principal: `td/ns/${namespace}/sa/${account}`,
    namespace,
    address,
  })),
  { principal: undefined, namespace: undefined, address: '203.0.113.9' },
];
const requests: readonly Request[] = ['x', 'y', 'z'].flatMap((app) =>
  clients.flatMap((client) =>
    ['GET', 'POST', 'PUT'].flatMap((method) =>
      ['/api/v1', '/admin', '/other'].flatMap((path) =>
        ['80', '443', '22'].flatMap((port) =>
          ['blue', 'green', ''].map((header) => ({ app, client, method, path, port, header })),
        ),
      ),
    ),
  ),
);

/** security.istio.io/v1: exact, `prefix*`, `*suffix`, and `*` for whatever is there. */
function isText(pattern: string, text: string | undefined): boolean {
  if (text === undefined || text === '') return false;
  if (pattern === '*') return true;
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? text.endsWith(pattern.slice(1)) : text === pattern;
}

const isAddress = (network: string, address: string) =>
  network === '10.0.0.0/8'
    ? address.startsWith('10.')
    : network === '10.1.0.0/16'
      ? address.startsWith('10.1.')
      : network === address;

function holds<T>(wanted: Texts, unwanted: Texts, value: T, is: (pattern: string, value: T) => boolean): boolean {
  return (wanted === undefined || wanted.some((each) => is(each, value))) && !unwanted?.some((each) => is(each, value));
}

function takes({ from, to, when }: Rule, { client, method, path, port, header }: Request): boolean {
  const isFrom = ({ source: s }: { readonly source: Source }) =>
    holds(s.principals, s.notPrincipals, client.principal, isText) &&
    holds(s.namespaces, s.notNamespaces, client.namespace, isText) &&
    holds(s.ipBlocks, s.notIpBlocks, client.address, isAddress);
  const isTo = ({ operation: o }: { readonly operation: Operation }) =>
    holds(o.methods, o.notMethods, method, isText) &&
    holds(o.paths, o.notPaths, path, isText) &&
    holds(o.ports, undefined, port, isText);
  return (
    (from === undefined || from.some(isFrom)) &&
    (to === undefined || to.some(isTo)) &&
    (when ?? []).every(({ values, notValues }) => holds(values, notValues, header, isText))
  );
}

/** What denies first, then what allows, of which none allows all; those of the root namespace are for every namespace. */
function allows(policies: readonly Policy[], request: Request): boolean {
  const own = policies.filter(({ app, isTried }) => !isTried && (app === undefined || app === request.app));
  const isTaken = ({ rules }: Policy) => rules.some((each) => takes(each, request));
  if (own.some((each) => each.action === 'DENY' && isTaken(each))) return false;
  const allowing = own.filter(({ action }) => action === undefined || action === 'ALLOW');
  return allowing.length === 0 || allowing.some(isTaken);
}

const around = [...podsCalled('n', ['x', 'y', 'z']), ...podsCalled('istio-system', ['istiod'])];

const toObject = ({ namespace, action, app, isTried, rules }: Policy, name: string) => ({
  apiVersion: 'security.istio.io/v1',
  kind: 'AuthorizationPolicy',
  metadata: { name, namespace, ...(isTried ? { annotations: { 'istio.io/dry-run': 'true' } } : {}) },
  spec: { action, ...(app === undefined ? {} : { selector: { matchLabels: { app } } }), rules },
});

test('a change of AuthorizationPolicies by which a request newly comes through is never silent', () => {
  let wider = 0;
  fc.assert(
    fc.property(changeOf(policy, mixed), (changed) => {
      const request = requests.find((each) => allows(changed.after, each) && !allows(changed.before, each));
      const found = foundIn(productChanges(sidesOf(changed, around, toObject)));
      if (request === undefined) return;
      // Of a new policy, what others than the one that is gone kept out is only judged where it lets in everybody.
      if (changed.without !== undefined && !allows(changed.without, request)) return;
      wider += 1;
      expect({ request, found }).not.toEqual({ request, found: [] });
    }),
    { numRuns: runs(3000) },
  );
  expect(wider).toBeGreaterThan(0);
});
