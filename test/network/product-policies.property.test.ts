import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { productChanges } from '../../src/network/products/product-changes.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { runs } from '../thorough.ts';

type Flow = readonly [to: string, from: string, port: number];
const apps = ['x', 'y'];
/** Pods and ports that no policy names are there as well. */
const flows: readonly Flow[] = [...apps, 'z'].flatMap((to) =>
  [...apps, 'world'].flatMap((from) => [80, 443, 22].map((port): Flow => [to, from, port])),
);

/** A product's policies: random ones, and its own reading of them, written once more. */
interface Product<S> {
  readonly head: { readonly apiVersion: string; readonly kind: string };
  readonly spec: fc.Arbitrary<S>;
  allows(policies: readonly S[], flow: Flow): boolean;
}

interface CalicoSpec {
  readonly tier: string;
  readonly order: number;
  readonly selector: string;
  readonly types: readonly string[];
  readonly ingress: readonly {
    readonly action: string;
    readonly source?: { readonly selector: string };
    readonly protocol?: string;
    readonly destination?: { readonly ports: readonly number[] };
  }[];
}

const port = fc.constantFrom(80, 443);
const calicoRule = fc.record(
  {
    action: fc.constantFrom('Allow', 'Deny', 'Pass'),
    source: fc.constantFrom("app == 'x'", "app == 'y'").map((selector) => ({ selector })),
    destination: port.map((each) => ({ ports: [each] })),
  },
  { requiredKeys: ['action'] },
) as fc.Arbitrary<CalicoSpec['ingress'][number]>;

/** projectcalico.org/v3: tiers, policies and rules in their order; the first that matches decides, Pass leaves it to the next tier. */
const calico: Product<CalicoSpec> = {
  head: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy' },
  spec: fc.record({
    tier: fc.constantFrom('default', 'security'),
    order: fc.constantFrom(10, 20, 30),
    selector: fc.constantFrom("app == 'x'", "app == 'y'", 'all()'),
    types: fc.constant(['Ingress']),
    ingress: fc.array(calicoRule, { maxLength: 3 }),
  }),
  allows(policies, [to, from, at]) {
    const selects = (selector: string | undefined, app: string) =>
      selector === undefined || selector === 'all()' || selector === `app == '${app}'`;
    for (const tier of ['security', 'default']) {
      const own = policies
        .map((spec, index) => ({ spec, index }))
        .filter(({ spec }) => spec.tier === tier && selects(spec.selector, to))
        .sort((a, b) => a.spec.order - b.spec.order || a.index - b.index);
      if (own.length === 0) continue;
      const rule = own
        .flatMap(({ spec }) => spec.ingress)
        .find(
          ({ source, destination }) =>
            selects(source?.selector, from) && (destination === undefined || destination.ports.includes(at)),
        );
      if (rule === undefined || rule.action === 'Deny') return false;
      if (rule.action === 'Allow') return true;
    }
    return true;
  },
};

interface CiliumRule {
  readonly fromEndpoints?: readonly { readonly matchLabels: Readonly<Record<string, string>> }[];
  readonly fromEntities?: readonly string[];
  readonly toPorts?: readonly { readonly ports: readonly { readonly port: string }[] }[];
}

interface CiliumSpec {
  readonly endpointSelector: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly ingress?: readonly CiliumRule[];
  readonly ingressDeny?: readonly CiliumRule[];
  readonly enableDefaultDeny?: { readonly ingress: boolean };
}

const labels = fc.constantFrom({ matchLabels: { app: 'x' } }, { matchLabels: { app: 'y' } });
const ciliumRule: fc.Arbitrary<CiliumRule> = fc
  .tuple(
    fc.oneof(
      labels.map((each) => ({ fromEndpoints: [each] })),
      fc.constantFrom('world', 'all').map((each) => ({ fromEntities: [each] })),
    ),
    fc.option(port),
  )
  .map(([peer, at]) => (at === null ? peer : { ...peer, toPorts: [{ ports: [{ port: String(at) }] }] }));

/** cilium.io/v2: what is denied is, else what is allowed, else what is not isolated. */
const cilium: Product<CiliumSpec> = {
  head: { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy' },
  spec: fc.record(
    {
      endpointSelector: fc.oneof(labels, fc.constant({})),
      ingress: fc.array(ciliumRule, { maxLength: 2 }),
      ingressDeny: fc.array(ciliumRule, { minLength: 1, maxLength: 1 }),
      enableDefaultDeny: fc.record({ ingress: fc.boolean() }),
    },
    { requiredKeys: ['endpointSelector'] },
  ) as fc.Arbitrary<CiliumSpec>,
  allows(policies, [to, from, at]) {
    const has = ({ matchLabels = {} }: CiliumSpec['endpointSelector'], app: string) =>
      Object.values(matchLabels).every((value) => value === app);
    const takes = ({ fromEndpoints = [], fromEntities = [], toPorts }: CiliumRule) =>
      (fromEndpoints.some((each) => from !== 'world' && has(each, from)) ||
        fromEntities.some((each) => each === 'all' || each === from)) &&
      (toPorts === undefined || toPorts.some(({ ports }) => ports.some((each) => each.port === String(at))));
    const own = policies.filter(({ endpointSelector }) => has(endpointSelector, to));
    if (own.some(({ ingressDeny = [] }) => ingressDeny.some(takes))) return false;
    const isIsolated = own.some(
      ({ ingress, ingressDeny, enableDefaultDeny }) =>
        enableDefaultDeny?.ingress ?? (ingress !== undefined || ingressDeny !== undefined),
    );
    return !isIsolated || own.some(({ ingress = [] }) => ingress.some(takes));
  },
};

interface IstioSpec {
  readonly action: string;
  readonly selector?: { readonly matchLabels: { readonly app: string } };
  readonly rules: readonly {
    readonly from?: readonly { readonly source: { readonly principals: readonly string[] } }[];
    readonly to?: readonly { readonly operation: { readonly ports: readonly string[] } }[];
  }[];
}

/** security.istio.io/v1: DENY first, then ALLOW, of which none allows all. */
const istio: Product<IstioSpec> = {
  head: { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy' },
  spec: fc.record(
    {
      action: fc.constantFrom('ALLOW', 'DENY'),
      selector: labels,
      rules: fc.array(
        fc.record(
          {
            from: fc.constantFrom('x', 'y', '*').map((each) => [{ source: { principals: [each] } }]),
            to: port.map((each) => [{ operation: { ports: [String(each)] } }]),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['action', 'rules'] },
  ) as fc.Arbitrary<IstioSpec>,
  allows(policies, [to, from, at]) {
    const own = policies.filter(({ selector }) => selector === undefined || selector.matchLabels.app === to);
    const takes = ({ rules }: IstioSpec) =>
      rules.some(
        (rule) =>
          (rule.from === undefined ||
            rule.from.some(({ source }) =>
              source.principals.some((each) => each === from || (each === '*' && from !== 'world')),
            )) &&
          (rule.to === undefined || rule.to.some(({ operation }) => operation.ports.includes(String(at)))),
      );
    if (own.some((each) => each.action === 'DENY' && takes(each))) return false;
    const allowing = own.filter(({ action }) => action === 'ALLOW');
    return allowing.length === 0 || allowing.some(takes);
  },
};

function resource(object: unknown, file: string): readonly Resource[] {
  return parseYaml(Buffer.from(JSON.stringify(object)), defaultPolicy.limits).documents.flatMap((each) =>
    resourcesOf(each, file),
  );
}

/** So that the policies' namespace is not one that is gone. */
const pods = apps.flatMap((app) =>
  resource(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: app, namespace: 'n', labels: { app } },
      spec: { containers: [{ name: 'a', image: 'a' }] },
    },
    'pods.yaml',
  ),
);

/** The tiers that the oracle knows. */
const tiers = resource(
  {
    apiVersion: 'projectcalico.org/v3',
    kind: 'Tier',
    metadata: { name: 'security' },
    spec: { order: 10 },
  },
  'tiers.yaml',
);

/** A policy of some is taken away, or one of its fields is another one. */
function check<S extends object>(
  { head, spec, allows }: Product<S>,
  count: number,
  judge: (isWider: boolean, found: number, before: readonly S[], after: readonly S[]) => void,
) {
  const policies = fc.array(spec, { minLength: 1, maxLength: 3 });
  const change = fc.record({ at: fc.nat(), other: fc.option(spec), field: fc.nat() });
  fc.assert(
    fc.property(policies, change, (before, { at, other, field }) => {
      const index = at % before.length;
      const [name] = other === null ? [] : [Object.keys(other)[field % Object.keys(other).length] ?? ''];
      const changed =
        name === undefined ? [] : [{ ...before[index], [name]: (other as Record<string, unknown>)[name] } as S];
      const after = before.flatMap((each, other) => (other === index ? changed : [each]));
      const isWider = flows.some((flow) => allows(after, flow) && !allows(before, flow));
      const object = (each: S, of: number) =>
        resource({ ...head, metadata: { name: `p${of}`, namespace: 'n' }, spec: each }, `p${of}.yaml`);
      const old = before.map(object);
      const now = before.map((_, of) => (of === index ? changed.flatMap((each) => object(each, of)) : (old[of] ?? [])));
      const around = [...pods, ...tiers];
      const sides = { before: [...around, ...old.flat()], after: [...around, ...now.flat()] };
      judge(isWider, productChanges(sides).length, before, after);
    }),
    { numRuns: runs(count) },
  );
}

const isFound = (isWider: boolean, found: number) => {
  if (isWider) expect(found).toBeGreaterThan(0);
};

describe('a change by which something newly comes through is never silent', () => {
  test('Calico', () => check(calico, 5000, isFound));
  test('Cilium', () => check(cilium, 5000, isFound));
  test('Istio', () => check(istio, 5000, isFound));
});

test('a change of Calico by which nothing newly comes through is silent, unless the only policy is asked elsewhere', () =>
  check(calico, 5000, (isWider, found, before, after) => {
    const isMoved = before[0]?.order !== after[0]?.order || before[0]?.tier !== after[0]?.tier;
    if (isWider || (before.length === 1 && after.length === 1 && isMoved)) return;
    expect(found).toBe(0);
  }));
