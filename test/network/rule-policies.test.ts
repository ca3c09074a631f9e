import { describe, expect, test } from '@jest/globals';
import { rulePolicyOf } from '../../src/network/products/rule-policies.ts';
import { calico, cilium, object, read } from './policy-objects.ts';

const policyOf = (value: object) => {
  const [found] = read(value).map(rulePolicyOf);
  return found === undefined
    ? undefined
    : {
        ...Object.fromEntries(
          (['allows', 'denies', 'passes'] as const).map((field) => [
            field,
            (found[field] ?? []).map(({ part, path }) => `${part} ${path.join('.')}`),
          ]),
        ),
        isolates: [...found.isolates],
        selectors: found.selectors,
        at: found.selectorPath.join('.'),
      };
};
const istio = (spec: object, annotations: object = {}) =>
  object('security.istio.io/v1', 'AuthorizationPolicy', spec, 'p', { annotations });

describe('a policy of Istio', () => {
  const rules = [{ from: [1] }, { to: [2] }];
  const both = ['requests spec.rules.0', 'requests spec.rules.1'];
  const common = { passes: [], selectors: [{}, {}, {}], at: 'spec.selector' };
  test.each<[string, object, object]>([
    ['allows', istio({ rules }), { allows: both, denies: [], isolates: ['requests'] }],
    ['allows by its word', istio({ rules, action: 'ALLOW' }), { allows: both, denies: [], isolates: ['requests'] }],
    ['allows nothing', istio({}), { allows: [], denies: [], isolates: ['requests'] }],
    ['allows everything', istio({ rules: [{ from: [1] }, {}] }), { allows: both, denies: [], isolates: [] }],
    ['denies', istio({ rules, action: 'DENY' }), { allows: [], denies: both, isolates: [] }],
    ['has another one decide', istio({ rules, action: 'CUSTOM' }), { allows: [], denies: both, isolates: [] }],
    ['only writes down', istio({ rules, action: 'AUDIT' }), { allows: [], denies: [], isolates: [] }],
    [
      'is tried out',
      istio({ rules, action: 'DENY' }, { 'istio.io/dry-run': 'true' }),
      { allows: [], denies: [], isolates: [] },
    ],
    [
      'is not tried out',
      istio({ rules }, { 'istio.io/dry-run': 'false' }),
      { allows: both, denies: [], isolates: ['requests'] },
    ],
  ])('%s', (_, value, expected) => {
    expect(policyOf(value)).toEqual({ ...common, ...expected });
  });
  test('is for what it selects, and another provider is another rule', () => {
    expect(policyOf(istio({ selector: { a: 1 }, targetRef: { b: 1 } }))?.selectors).toEqual([{ a: 1 }, {}, { b: 1 }]);
    const values = (provider?: object) =>
      read(istio({ action: 'CUSTOM', rules: [{ a: 1 }, 'x'], provider })).flatMap((each) =>
        rulePolicyOf(each)?.denies.map(({ value }) => value),
      );
    expect([values({ name: 'x' }), values()]).toEqual([
      [{ a: 1, provider: 'x' }, 'x'],
      [{ a: 1, provider: '' }, 'x'],
    ]);
  });
});

describe('a policy of Cilium', () => {
  const common = { passes: [], at: 'spec.endpointSelector', selectors: [{}] };
  test.each<[string, object, object]>([
    [
      'allows',
      cilium({ ingress: [{ a: 1 }, {}], egress: [{ b: 1 }] }),
      { allows: ['ingress spec.ingress.0', 'egress spec.egress.0'], denies: [], isolates: ['ingress', 'egress'] },
    ],
    [
      'denies',
      cilium({ egressDeny: [{ a: 1 }] }),
      { allows: [], denies: ['egress spec.egressDeny.0'], isolates: ['egress'] },
    ],
    ['isolates by an empty list', cilium({ ingress: [] }), { allows: [], denies: [], isolates: ['ingress'] }],
    [
      'does not isolate',
      cilium({ ingress: [{ a: 1 }], enableDefaultDeny: { ingress: false, egress: true } }),
      { allows: ['ingress spec.ingress.0'], denies: [], isolates: ['egress'] },
    ],
    ['says nothing', cilium({}), { allows: [], denies: [], isolates: [] }],
  ])('%s', (_, value, expected) => {
    expect(policyOf(value)).toEqual({ ...common, ...expected });
  });
  test('of several parts', () => {
    const specs = [
      { endpointSelector: { matchLabels: { 'any:a': '1' } }, ingress: [{ a: 1 }] },
      { nodeSelector: { matchLabels: { b: '1' } } },
    ];
    const whole = {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumClusterwideNetworkPolicy',
      metadata: { name: 'p' },
      specs,
    };
    expect(policyOf(whole)).toEqual({
      allows: ['ingress specs.0.ingress.0'],
      denies: [],
      passes: [],
      isolates: ['ingress'],
      selectors: [{ matchLabels: { a: '1' } }, { matchLabels: { b: '1' } }],
      at: 'specs.0.endpointSelector',
    });
    expect(policyOf({ ...whole, specs: [] })).toMatchObject({ at: 'spec.endpointSelector', selectors: [] });
  });
});

describe('a policy of Calico', () => {
  const common = { selectors: ['all()', '', ''], at: 'spec.selector' };
  const rule = (action: string) => ({ action });
  test.each<[string, object, object]>([
    [
      'by its actions',
      calico({
        ingress: ['Allow', 'deny', 'Pass', 'Log', 'xAllow', 'Passx', 'xDeny', 'Denyx', 'Allowx', 'xPass'].map(rule),
      }),
      {
        allows: ['ingress spec.ingress.0', 'ingress spec.ingress.2'],
        denies: ['ingress spec.ingress.1'],
        passes: ['ingress spec.ingress.2'],
        isolates: ['ingress'],
      },
    ],
    [
      'for both ways',
      calico({ egress: [rule('Allow')] }),
      { allows: ['egress spec.egress.0'], denies: [], passes: [], isolates: ['ingress', 'egress'] },
    ],
    [
      'for the ways it names',
      calico({ types: ['Egress'], ingress: [rule('Deny')] }),
      { allows: [], denies: ['ingress spec.ingress.0'], passes: [], isolates: ['egress'] },
    ],
    ['for no way', calico({}), { allows: [], denies: [], passes: [], isolates: ['ingress'] }],
  ])('%s', (_, value, expected) => {
    expect(policyOf(value)).toEqual({ ...common, ...expected });
  });
});

test.each<[string, string, boolean]>([
  ['security.istio.io/v1', 'AuthorizationPolicy', true],
  ['security.istio.io/v1', 'PeerAuthentication', false],
  ['example.org/v1', 'AuthorizationPolicy', false],
  ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy', true],
  ['cilium.io/v2', 'XCiliumNetworkPolicy', false],
  ['cilium.io/v2', 'CiliumNetworkPolicies', false],
  ['cilium.io/v2', 'CiliumNetworkPolicyX', false],
  ['example.org/v2', 'CiliumNetworkPolicy', false],
  ['projectcalico.org/v3', 'GlobalNetworkPolicy', true],
  ['crd.projectcalico.org/v1', 'NetworkPolicy', true],
  ['my.projectcalico.org/v1', 'NetworkPolicy', false],
  ['projectcalico.orgs/v1', 'NetworkPolicy', false],
  ['projectcalico.org/v3', 'StagedNetworkPolicy', false],
  ['projectcalico.org/v3', 'NetworkPolicyX', false],
  ['networking.k8s.io/v1', 'NetworkPolicy', false],
])('%s %s is a policy of a product: %s', (apiVersion, kind, expected) => {
  expect(policyOf(object(apiVersion, kind, {})) !== undefined).toBe(expected);
});
