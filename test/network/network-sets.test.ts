import { describe, expect, test } from '@jest/globals';
import { setChanges } from '../../src/network/products/network-sets.ts';
import { calico, cilium, object, read } from './policy-objects.ts';

describe('a set of networks', () => {
  const set = (
    nets: readonly string[],
    over: { kind?: string; labels?: object; namespace?: string; name?: string; apiVersion?: string } = {},
  ) =>
    object(over.apiVersion ?? 'projectcalico.org/v3', over.kind ?? 'GlobalNetworkSet', { nets }, over.name ?? 's', {
      labels: over.labels ?? { a: 'b' },
      namespace: over.namespace ?? 'shop',
    });
  const group = (externalCIDRs: readonly string[], over: object = {}) =>
    object('cilium.io/v2', 'CiliumCIDRGroup', { externalCIDRs }, 's', {
      labels: { a: 'b' },
      namespace: undefined,
      ...over,
    });
  const allow = (selector?: string, namespaceSelector?: string, kind = 'GlobalNetworkPolicy') =>
    calico({ ingress: [{ action: 'Allow', source: { selector, namespaceSelector } }] }, kind);
  const said = (before: readonly object[], after: readonly object[]) =>
    setChanges({ before: read(...before), after: read(...after) }).flatMap(({ resource, loosenings }) =>
      loosenings.map(
        ({ what, severity, path, subject }) =>
          `${resource?.name} ${severity} ${what} | ${path.join('.')} | ${subject.join('; ')}`,
      ),
    );
  const gains = (
    policy: object,
    one: object = set(['10.0.0.0/8']),
    other: object = set(['10.0.0.0/8', '192.0.2.0/24']),
  ) => said([policy, one], [policy, other]).length > 0;
  const has = (networks: string, subject = networks, severity = 'medium') =>
    `s ${severity} newly has ${networks}, and GlobalNetworkPolicy shop/p lets through what is in it | spec | networks; allows; ${subject}`;

  test('has more networks, or fewer', () => {
    const [small, large] = [set(['10.0.0.0/8']), set(['10.0.0.0/8', '192.0.2.0/24', '198.51.100.0/24'])];
    const policy = allow("a == 'b'");
    expect(said([policy, small], [policy, large])).toEqual([
      has('192.0.2.0/24, 198.51.100.0/24', '192.0.2.0/24; 198.51.100.0/24'),
    ]);
    expect(said([policy, large], [policy, small])).toEqual([]);
    expect(said([policy, small], [policy, set(['0.0.0.0/0'])])).toEqual([has('0.0.0.0/0', '0.0.0.0/0', 'high')]);
    expect(said([policy, small], [policy, set(['10.0.0.0/07'])])).toEqual([has('10.0.0.0/07')]);
    expect(said([policy, small], [policy, set(['10.1.0.0/16'])])).toEqual([]);
    expect(said([policy, set(['x'])], [policy, set(['x', 'y'])])).toEqual([has('y')]);
    expect(said([policy], [policy, small])).toEqual([has('10.0.0.0/8')]);
    expect(said([policy, small], [policy])).toEqual([]);
    const many = Array.from({ length: 6 }, (_, at) => `192.0.2.${at}/32`);
    expect(said([policy, small], [policy, set(many)])[0]).toMatch(`newly has ${many.slice(0, 5).join(', ')}, and`);
  });

  test('is denied no longer', () => {
    const policy = calico({ ingress: [{ action: 'Deny', source: { selector: "a == 'b'" } }] }, 'GlobalNetworkPolicy');
    const lost = (path: string) =>
      `s high no longer has 192.0.2.0/24, and GlobalNetworkPolicy shop/p denies what is in it | ${path} | networks; denies; 192.0.2.0/24`;
    const large = set(['192.0.2.0/24']);
    expect(said([policy, large], [policy, set([])])).toEqual([lost('spec')]);
    expect(said([policy, large], [policy])).toEqual([lost('')]);
    expect(said([policy, large], [policy, set(['192.0.2.0/24'], { name: 't' })])).toEqual([]);
    expect(said([policy, large], [policy, set(['192.0.2.0/24'], { labels: {} })])).toEqual([lost('spec')]);
  });

  test('is named by policies that were there', () => {
    const policy = allow("a == 'b'");
    const [small, large] = [set(['10.0.0.0/8']), set(['0.0.0.0/0'])];
    expect(said([small], [policy, large])).toEqual([]);
    expect(said([policy, small, set(['0.0.0.0/0'], { name: 't' })], [policy, large])).toEqual([]);
  });

  test.each<[string | undefined, string | undefined, boolean]>([
    ["a == 'b'", undefined, true],
    ['a == "b"', undefined, true],
    ["a == 'c'", undefined, false],
    ["c == 'b'", undefined, false],
    ['has(a)', undefined, true],
    ['has(c)', undefined, false],
    ['has(a) && has(c)', undefined, false],
    ["has(a) && a == 'b'", undefined, true],
    ["a != 'b'", undefined, true],
    ["a != 'b' && has(c)", undefined, false],
    ['has(c) || has(a)', undefined, true],
    ['!(has(c))', undefined, true],
    ["a in {'b'} && c == 'x && y'", undefined, true],
    ['c == \'x\' && d == "y"', undefined, false],
    ['x has(c)', undefined, true],
    ['has(c) x', undefined, true],
    ["c == 'x' y", undefined, true],
    ["y c == 'x'", undefined, true],
    ['all()', undefined, true],
    [undefined, undefined, false],
    [undefined, 'global()', true],
    [undefined, "x == 'y'", true],
  ])('is selected by %j in the namespaces %j: %s', (selector, namespaces, expected) => {
    expect(gains(allow(selector, namespaces))).toBe(expected);
  });

  test('of a namespace is selected as its pods are', () => {
    const own = (nets: readonly string[], namespace = 'shop') => set(nets, { kind: 'NetworkSet', namespace });
    const of = (policy: object, namespace?: string) =>
      gains(policy, own([], namespace), own(['10.0.0.0/8'], namespace));
    const term = "a == 'b'";
    expect([
      of(allow(term, undefined, 'NetworkPolicy')),
      of(allow(term, undefined, 'NetworkPolicy'), 'other'),
      of(allow(term), 'other'),
    ]).toEqual([true, false, true]);
    expect([of(allow(term, 'global()', 'NetworkPolicy')), of(allow(term, 'all()', 'NetworkPolicy'), 'other')]).toEqual([
      false,
      true,
    ]);
    // One for all is none of a namespace's policy, unless it says so.
    expect([gains(allow(term, undefined, 'NetworkPolicy')), gains(allow(term, 'global()', 'NetworkPolicy'))]).toEqual([
      true,
      true,
    ]);
  });

  test('that is surely there takes the place of another', () => {
    const term = "a == 'b'";
    const beside = (policy: object, other: object) =>
      said([policy, set([]), other], [policy, set(['10.0.0.0/8']), other]).length;
    const wide = (over: object) => set(['10.0.0.0/8'], { name: 't', ...over });
    expect(beside(allow(term), wide({}))).toBe(0);
    expect(beside(allow("a != 'x'"), wide({}))).toBe(1);
    expect(beside(allow(term, undefined, 'NetworkPolicy'), wide({}))).toBe(1);
    expect(beside(allow(term, undefined, 'NetworkPolicy'), wide({ kind: 'NetworkSet' }))).toBe(0);
    expect(beside(allow(term, 'global()', 'NetworkPolicy'), wide({}))).toBe(0);
    expect(beside(allow(term, 'all()'), wide({}))).toBe(1);
    expect(beside(allow(term, 'global()x'), wide({}))).toBe(1);
    expect(beside(allow(term), wide({ kind: 'NetworkSet' }))).toBe(0);
  });

  test('of Cilium is named, or selected by its labels', () => {
    const policy = (reference: object, field = 'fromCIDRSet', part = 'ingress') =>
      cilium({ [part]: [{ [field]: [{ cidrGroupRef: 'x' }, reference] }] });
    const of = (given: object) => gains(given, group([]), group(['10.0.0.0/8']));
    expect([
      of(policy({ cidrGroupRef: 's' })),
      of(policy({ cidrGroupRef: 's' }, 'toCIDRSet', 'egress')),
      of(policy({ cidrGroupRef: 't' })),
    ]).toEqual([true, true, false]);
    const selector = (matchLabels: object) => policy({ cidrGroupSelector: { matchLabels } });
    expect([
      of(selector({ a: 'b' })),
      of(selector({ a: 'c' })),
      of(policy({ cidrGroupSelector: 'x', cidrGroupRef: 't' })),
    ]).toEqual([true, false, true]);
  });

  test.each<[string, string, boolean]>([
    ['projectcalico.org/v3', 'NetworkSet', true],
    ['crd.projectcalico.org/v1', 'GlobalNetworkSet', true],
    ['my.projectcalico.org/v1', 'GlobalNetworkSet', false],
    ['projectcalico.orgs/v1', 'GlobalNetworkSet', false],
    ['projectcalico.org/v3', 'MyNetworkSet', false],
    ['projectcalico.org/v3', 'NetworkSets', false],
    ['cilium.io/v2', 'NetworkSet', false],
  ])('is one as %s %s: %s', (apiVersion, kind, expected) => {
    const of = (nets: readonly string[]) => set(nets, { apiVersion, kind });
    expect(gains(allow("a == 'b'"), of([]), of(['10.0.0.0/8']))).toBe(expected);
  });
});
