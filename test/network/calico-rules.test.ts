import { describe, expect, test } from '@jest/globals';
import {
  calicoOrder,
  hostsOnly,
  isAskedAsWell,
  reordered,
  tierLoosened,
} from '../../src/network/calico/calico-order.ts';
import { maySelect, readRule, readSelectors } from '../../src/network/calico/calico-rule.ts';

const value = (of: string, ...values: readonly (string | undefined)[]) => ({ kind: 'value', of, values });
const not = (condition: object) => ({ kind: 'not', condition });
const any = (...conditions: readonly object[]) => ({ kind: 'any', conditions });
const number = (of: string, first: bigint, last: bigint) => ({ kind: 'number', of, ranges: [{ first, last }] });
const fact = (...about: readonly unknown[]) => ({ kind: 'fact', name: JSON.stringify(about) });
const podOf = (side: string, namespaces?: string) => ({
  kind: 'fact',
  name: expect.stringContaining(namespaces === undefined ? `"${side}"` : namespaces),
});

describe('the conditions of a rule', () => {
  test.each<[string, object, readonly object[]]>([
    ['nothing', { action: 'Allow', metadata: { a: 1 }, source: {}, destination: null, protocol: '', icmp: [] }, []],
    ['a protocol', { protocol: 'tcp' }, [value('protocol', 'TCP')]],
    ['a protocol by its number', { protocol: 17 }, [value('protocol', 'UDP')]],
    ['a number without a name', { protocol: 99 }, [value('protocol', '99')]],
    ['another protocol', { notProtocol: 'UDP' }, [not(value('protocol', 'UDP'))]],
    [
      'no protocol that there is',
      { protocol: 'a-b', notProtocol: 'a b' },
      [fact('protocol', 'a-b'), fact('notProtocol', 'a b')],
    ],
    ['what only begins like one', { protocol: 'tcp?' }, [fact('protocol', 'tcp?')]],
    ['what only ends like one', { protocol: '?tcp' }, [fact('protocol', '?tcp')]],
    [
      'fields that are called alike',
      { protocols: 'TCP', myprotocol: 'TCP' },
      [fact('protocols', 'TCP'), fact('myprotocol', 'TCP')],
    ],
    ['another field', { ipVersion: 4 }, [fact('ipVersion', 4)]],
    ['a source that is none', { source: 'x' }, [fact('source', 'x')]],
    [
      'networks',
      { source: { nets: ['10.0.0.0/8', 'x'] } },
      [any(number('source address', 0x0a000000n, 0x0affffffn), fact('source', 'net', 'x'))],
    ],
    [
      'networks of IPv6',
      { destination: { nets: ['::1/128'] } },
      [any(number('destination address', 2n ** 32n + 1n, 2n ** 32n + 1n))],
    ],
    [
      'other networks',
      { source: { notNets: ['10.0.0.0/8'] } },
      [not(any(number('source address', 0x0a000000n, 0x0affffffn)))],
    ],
    [
      'ports',
      { destination: { ports: [80, '90:99', 'http', '1:2:3', 'x80'] } },
      [
        any(
          number('destination port', 80n, 80n),
          number('destination port', 90n, 99n),
          fact('destination', 'port', 'http'),
          fact('destination', 'port', '1:2:3'),
          fact('destination', 'port', 'x80'),
        ),
      ],
    ],
    ['other ports', { destination: { notPorts: [80] } }, [not(any(number('destination port', 80n, 80n)))]],
    ['what is no list', { source: { nets: '10.0.0.0/8' } }, [{ kind: 'fact', name: expect.stringContaining('nets') }]],
    [
      'what is not read',
      { source: { services: { name: 'x' }, cannotNets: ['10.0.0.0/8'], xnotPorts: [1] } },
      ['services', 'cannotNets', 'xnotPorts'].map((field) => ({ kind: 'fact', name: expect.stringContaining(field) })),
    ],
    ['no networks', { source: { nets: [], ports: null } }, []],
    ['pods', { source: { selector: "a == 'b'" } }, [podOf('source'), value('source a', 'b')]],
    ['pods of namespaces', { source: { namespaceSelector: 'all()' } }, [podOf('source', 'all()')]],
    [
      'pods and ports',
      { source: { selector: 'all()', ports: [1] } },
      [podOf('source'), any(number('source port', 1n, 1n))],
    ],
  ])('%s', (_, rule, expected) => {
    expect(readRule(rule as never)).toEqual(expected);
  });

  const of = 'own selector';
  test.each<[string, readonly object[]]>([
    ['all()', []],
    [' all() ', []],
    ["a == 'b'", [value(`${of} a`, 'b')]],
    ['a == "b"', [value(`${of} a`, 'b')]],
    ["a=='b'&&c!='d'", [value(`${of} a`, 'b'), not(value(`${of} c`, 'd'))]],
    ["a.b/c-d == ''", [value(`${of} a.b/c-d`, '')]],
    ['a in {\'b\', "c"}', [value(`${of} a`, 'b', 'c')]],
    ["a not in {'b','c'}", [not(value(`${of} a`, 'b', 'c'))]],
    ['has(a)', [not(value(`${of} a`, undefined))]],
    ['!has(a)', [value(`${of} a`, undefined)]],
    ["a == 'x != y'", [value(`${of} a`, 'x != y')]],
    ["a == 'x not y'", [value(`${of} a`, 'x not y')]],
    ["a == 'has(b)'", [value(`${of} a`, 'has(b)')]],
    ["a == 'b' || c == 'd'", [fact(of, "a == 'b' || c == 'd'")]],
    ["(a == 'b')", [fact(of, "(a == 'b')")]],
    ["a starts with 'b'", [fact(of, "a starts with 'b'")]],
    ["a == '{{ x }}'", [fact(of, "a == '{{ x }}'")]],
  ])('the selector %s', (selector, expected) => {
    expect(readSelectors({ selector })).toEqual(expected);
  });

  test('of whom a policy is for', () => {
    expect(readSelectors({ selector: '', namespaceSelector: "n == 'x'", serviceAccountSelector: 'has(s)' })).toEqual([
      value('own namespaceSelector n', 'x'),
      not(value('own serviceAccountSelector s', undefined)),
    ]);
    const may = (selector: string | undefined, labels: Readonly<Record<string, string>>) =>
      maySelect({ selector }, labels);
    expect([
      may(undefined, {}),
      may("a == 'b'", { a: 'b' }),
      may("a == 'b'", { a: 'c' }),
      may("a == 'b'", {}),
      may("a == 'b' && c == 'd'", { a: 'b' }),
      may('a || b', {}),
    ]).toEqual([true, true, false, false, false, true]);
  });
});

const order = (ingress: readonly (string | object)[], more: object = {}) =>
  calicoOrder({
    ...more,
    ingress: ingress.map((each) => (typeof each === 'string' ? { action: each } : each)),
  } as never);
const rule = (action: string, id: string) => ({ action, id });

describe('the order of rules', () => {
  test('is that of a policy, without what only writes down', () => {
    const { rules, ...place } = calicoOrder({
      ingress: [{ action: 'Log' }, { action: 'Allow' }, { action: 'deny' }, { action: 'Pass' }],
      egress: [{ action: 'Allow' }],
    } as never);
    expect(place).toEqual({ tier: 'default', order: Number.POSITIVE_INFINITY });
    expect(rules.map(({ part, isAllow, isDeny, path }) => [part, isAllow, isDeny, path.join('.')])).toEqual([
      ['ingress', true, false, 'spec.ingress.1'],
      ['ingress', false, true, 'spec.ingress.2'],
      ['ingress', true, true, 'spec.ingress.3'],
      ['egress', true, false, 'spec.egress.0'],
    ]);
    expect(order([], { tier: 'x', order: '10.5' })).toMatchObject({ tier: 'x', order: 10.5 });
  });

  const asked = (
    mine: readonly object[],
    at: number,
    others: readonly object[],
    other: number,
    decides: 'isAllow' | 'isDeny' = 'isAllow',
  ) =>
    isAskedAsWell(
      { order: order(mine), path: ['spec', 'ingress', at] },
      { order: order(others), path: ['spec', 'ingress', other] },
      decides,
    );
  const [allow, deny, more] = [rule('Allow', 'a'), rule('Deny', 'd'), rule('Allow', 'm')];
  test('says whether a rule decides about all that another one did', () => {
    expect(asked([deny], 0, [deny], 0)).toBe(true);
    expect(asked([allow, deny], 1, [deny], 0)).toBe(false);
    expect(asked([allow, deny], 1, [allow, deny], 1)).toBe(true);
    expect(asked([allow, more, deny], 2, [allow, deny], 1)).toBe(false);
    expect(asked([allow, deny], 1, [deny, allow], 0)).toBe(false);
    expect(asked([more, allow, deny], 2, [allow, more, deny], 2)).toBe(true);
    expect(asked([allow, deny], 1, [deny], 0, 'isDeny')).toBe(true);
    expect(asked([deny, allow], 1, [allow], 0, 'isDeny')).toBe(false);
    const none = { order: undefined, path: ['spec', 'ingress', 0] };
    const one = { order: order([allow, deny]), path: ['spec', 'ingress', 1] };
    expect([isAskedAsWell(none, one, 'isAllow'), isAskedAsWell(one, none, 'isAllow')]).toEqual([true, true]);
  });

  const said = (was: ReturnType<typeof order>, is: ReturnType<typeof order>) =>
    reordered(was, is).map(({ what, severity, path }) => `${severity} ${what} | ${path.join('.')}`);
  const moved = (where: string, from: string, to: string, field = 'order') =>
    `medium is evaluated ${where} among the policies (${from} before, ${to} now), so that what others deny may newly be allowed | spec.${field}`;
  test.each<[string, ReturnType<typeof order>, ReturnType<typeof order>, readonly string[]]>([
    ['the same', order([allow, deny], { order: 1 }), order([allow, deny], { order: 1 }), []],
    [
      'earlier, and allows',
      order([deny, allow], { order: 2 }),
      order([deny, allow], { order: 1 }),
      [moved('earlier', 'order 2', 'order 1')],
    ],
    ['earlier, and denies', order([deny], { order: 2 }), order([deny], { order: 1 }), []],
    [
      'later, and denied',
      order([allow, deny], { order: 1 }),
      order([allow, deny]),
      [moved('later', 'order 1', 'no order')],
    ],
    ['later, and allowed', order([allow], { order: 1 }), order([allow], { order: 2 }), []],
    [
      'in another tier',
      order([], { tier: 'a' }),
      order([], { tier: 'b' }),
      [moved('elsewhere', 'tier a', 'tier b', 'tier')],
    ],
    [
      'with an exception in front',
      order([deny, allow]),
      order([allow, deny]),
      ['high newly allows ingress before the rule that denied it is evaluated | spec.ingress.0'],
    ],
    [
      'with two in front',
      order([deny, allow, more]),
      order([more, allow, deny]),
      ['high newly allows ingress before the rule that denied it is evaluated | spec.ingress.0'],
    ],
    [
      'with one that stays in front',
      order([allow, deny, more]),
      order([allow, more, deny]),
      ['high newly allows ingress before the rule that denied it is evaluated | spec.ingress.1'],
    ],
    ['with a new one in front', order([deny]), order([allow, deny]), []],
    ['with what denies in front', order([allow, deny]), order([deny, allow]), []],
    [
      'with others that deny the other way around',
      order([deny, rule('Deny', 'e')]),
      order([rule('Deny', 'e'), deny]),
      [],
    ],
    ['with what denies anew behind', order([allow]), order([allow, deny]), []],
  ])('%s', (_, was, is, expected) => {
    expect(said(was, is)).toEqual(expected);
  });
  test('shows up to 300 characters of the rule', () => {
    const long = (size: number) => ({ action: 'Allow', x: 'a b '.repeat(size / 4) });
    const detail = (size: number) =>
      reordered(order([deny, long(size)]), order([long(size), deny]))[0]?.details?.[0] ?? '';
    expect([detail(200).includes('…'), detail(400).includes('…')]).toEqual([false, true]);
  });
});

test.each<[object, object, readonly string[]]>([
  [{}, {}, []],
  [{}, { defaultAction: 'Deny' }, []],
  [
    {},
    { defaultAction: 'Pass' },
    ['high newly leaves to the next tier what none of its policies matches, instead of denying it: default'],
  ],
  [
    { defaultAction: 'deny' },
    { defaultAction: 'pass' },
    ['high newly leaves to the next tier what none of its policies matches, instead of denying it: default'],
  ],
  [
    {},
    { defaultAction: '{{ x }}' },
    ['high may newly leave to the next tier what none of its policies matches, instead of denying it: default {{ x }}'],
  ],
  [{ defaultAction: '{{ x }}' }, { defaultAction: '{{ x }}' }, []],
  [{ defaultAction: 'Pass' }, { defaultAction: '{{ x }}' }, []],
  [{ defaultAction: 'Pass' }, {}, []],
  [
    { order: 1 },
    { order: 2 },
    [
      'medium is evaluated elsewhere among the tiers (order 1 before, 2 now), so that what others deny may newly be allowed: order 2',
    ],
  ],
  [
    { order: 1 },
    {},
    [
      'medium is evaluated elsewhere among the tiers (order 1 before, none now), so that what others deny may newly be allowed: order ',
    ],
  ],
])('a tier %j becomes %j', (was, is, expected) => {
  expect(
    tierLoosened({ spec: was }, { spec: is }).map(
      ({ severity, what, subject }) => `${severity} ${what}: ${subject.join(' ')}`,
    ),
  ).toEqual(expected);
});

test('a policy is for hosts alone by one of two fields', () => {
  expect(
    [{}, { doNotTrack: false }, { doNotTrack: true }, { preDNAT: true }, { preDNAT: null }].map((spec) =>
      hostsOnly(spec),
    ),
  ).toEqual([{}, {}, { hostsBy: 'doNotTrack' }, { hostsBy: 'preDNAT' }, {}]);
});
