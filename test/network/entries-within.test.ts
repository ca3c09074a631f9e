import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ciliumForm } from '../../src/network/products/cilium-form.ts';
import { areDisjoint, isEntryWithin } from '../../src/network/products/within.ts';
import { runs } from '../thorough.ts';

interface Rule {
  readonly from?: readonly { readonly source: Readonly<Record<string, readonly string[]>> }[];
  readonly to?: readonly { readonly operation: Readonly<Record<string, readonly string[]>> }[];
}

const some = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const fields = (positive: string, negative: string, ...values: readonly string[]) =>
  fc.record({ [positive]: some(...values), [negative]: some(...values) }, { requiredKeys: [] }) as fc.Arbitrary<
    Readonly<Record<string, readonly string[]>>
  >;
const source = fields('namespaces', 'notNamespaces', 'a', 'b').map((each) => ({ source: each }));
const operation = fields('paths', 'notPaths', '/a', '/a*', '/a/b', '*', '*b').map((each) => ({ operation: each }));
const rule = fc.record(
  { from: fc.array(source, { minLength: 1, maxLength: 2 }), to: fc.array(operation, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: [] },
) as fc.Arbitrary<Rule>;

/** Istio's own reading (security/v1, AuthorizationPolicy), written once more. */
function takes({ from, to }: Rule, namespace: string, path: string): boolean {
  const text = (wanted: string, is: string) =>
    wanted === '*' ||
    wanted === is ||
    (wanted.endsWith('*') && is.startsWith(wanted.slice(0, -1))) ||
    (wanted.startsWith('*') && is.endsWith(wanted.slice(1)));
  const all = (wanted: Readonly<Record<string, readonly string[]>>, name: string, is: string) =>
    Object.entries(wanted).every(([key, values]) => values.some((each) => text(each, is)) === (key === name));
  return (
    (from === undefined || from.some((each) => all(each.source, 'namespaces', namespace))) &&
    (to === undefined || to.some((each) => all(each.operation, 'paths', path)))
  );
}

test('what is within another entry takes nothing that the other one does not', () => {
  let within = 0;
  fc.assert(
    fc.property(rule, rule, (one, other) => {
      if (!isEntryWithin(one, other)) return;
      within++;
      for (const namespace of ['a', 'b', 'x']) {
        for (const path of ['/a', '/ab', '/a/b', '/b', '/x', 'xb']) {
          expect([takes(one, namespace, path), takes(other, namespace, path)]).not.toEqual([true, false]);
        }
      }
    }),
    { numRuns: runs(5000) },
  );
  expect(within).toBeGreaterThan(10);
});

test('what cannot be decided is not within', () => {
  expect(isEntryWithin({ a: ['x'] }, { b: ['x'] })).toBe(false);
  expect(isEntryWithin({ toPorts: [{ port: 80 }] }, { toPorts: [{ port: 81 }] })).toBe(false);
  expect(isEntryWithin({}, { from: [{ source: { namespaces: ['a'] } }] })).toBe(false);
  expect(isEntryWithin({ matchLabels: { a: '1', b: '2' } }, { matchLabels: { a: '1' } })).toBe(true);
});

const nested = (depth: number, value: unknown): unknown => (depth === 0 ? value : { a: nested(depth - 1, value) });
const lists = (depth: number, value: unknown): unknown => (depth === 0 ? value : [lists(depth - 1, value)]);
const range = (port?: unknown, endPort?: unknown) => ({
  ...(port === undefined ? {} : { port }),
  ...(endPort === undefined ? {} : { endPort }),
});

test.each<[string, unknown, unknown, boolean]>([
  ['the same', { a: [1] }, { a: [1] }, true],
  ['a list of some', ['a'], ['b', 'a'], true],
  ['a list of more', ['a', 'b'], ['a'], false],
  ['an empty list', [], ['a'], false],
  ['a list and a text', ['a'], 'a', false],
  ['a text and a list', 'a', ['a'], false],
  ['a mapping and a text', { a: 1 }, 'a', false],
  ['a text and a mapping', 'a', { a: 1 }, false],
  ['one more condition', { a: ['x'], b: ['y'] }, { a: ['x'] }, true],
  ['no condition where there was an empty one', {}, { a: [] }, true],
  ['a condition where there was an empty one', { a: ['x'] }, { a: [] }, false],
  ['a condition where there was none', { a: ['x'] }, { a: null }, true],
  ['none where there was one', { a: null }, { a: ['x'] }, false],
  ['an empty one where there was one', { a: [] }, { a: ['x'] }, false],
  ['a number', { a: 1 }, { a: '1' }, true],
  ['more left out', { notPaths: ['x', 'y'] }, { notPaths: ['x'] }, true],
  ['fewer left out', { notPaths: ['x'] }, { notPaths: ['x', 'y'] }, false],
  ['none left out', {}, { except: ['x'] }, false],
  ['a wider one left out', { except: ['*'] }, { except: ['x'] }, true],
  ['what only begins like a negation', { notable: ['x', 'y'] }, { notable: ['x'] }, false],
  ['what only ends like one', { aexcept: ['x', 'y'] }, { aexcept: ['x'] }, false],
  ['all expressions', { matchExpressions: [{ key: 'a' }, { key: 'b' }] }, { matchExpressions: [{ key: 'b' }] }, true],
  [
    'one of two expressions',
    { matchExpressions: [{ key: 'a' }] },
    { matchExpressions: [{ key: 'a' }, { key: 'b' }] },
    false,
  ],
  [
    'all conditions',
    { when: [{ key: 'a', values: ['x'] }, { key: 'b' }] },
    { when: [{ key: 'a', values: ['x', 'y'] }] },
    true,
  ],
  ['one of two conditions', { when: [{ key: 'a' }] }, { when: [{ key: 'a' }, { key: 'b' }] }, false],
  ['fewer labels', { matchLabels: { a: '1' } }, { matchLabels: { a: '1', b: '2' } }, false],
  ['another label', { matchLabels: { a: '1' } }, { matchLabels: { a: '2' } }, false],
  ['labels below fewer', { x: [{ matchLabels: { a: '1' } }] }, { x: [{ matchLabels: { b: '1' } }] }, false],
  ['ports', range(80, 90), range(70, 100), true],
  ['ports of both ends', range(70, 100), range(70, 100), true],
  ['ports from one lower', range(69, 90), range(70, 100), false],
  ['ports to one higher', range(70, 101), range(70, 100), false],
  ['one port of several', range(70), range(70, 100), true],
  ['several of one', range(70, 71), range(70), false],
  ['one by both ends', range(70, 70), range(70), true],
  ['no end', range(70, 0), range(70), true],
  ['where there was no end', range(70), range(70, 0), true],
  ['every port', range(), range(70, 100), false],
  ['several of every', range(70, 100), range(), true],
  ['several of every with an end', { endPort: 1, port: 2 }, { endPort: 3 }, true],
  ['a port by its name', range('http', 90), range(70, 100), false],
  ['ports of another protocol', { ...range(80, 90), protocol: 'TCP' }, { ...range(70, 100), protocol: 'UDP' }, false],
  [
    'ports with others that are called alike',
    { ...range(80, 90), xport: 1, ports: 1 },
    { ...range(70, 100), xport: 2, ports: 2 },
    false,
  ],
  ['ports that sound alike at their end', { ...range(80, 90), xport: 1 }, { ...range(70, 100), xport: 2 }, false],
  ['ports that sound alike at their beginning', { ...range(80, 90), ports: 1 }, { ...range(70, 100), ports: 2 }, false],
  ['a text in front', '/a/b', '/a*', true],
  ['a text in front, cut', '/a', '/ab*', false],
  ['a prefix of a prefix', '/ab*', '/a*', true],
  ['a wider prefix', '/a*', '/ab*', false],
  ['a suffix and a prefix', '*a', 'a*', false],
  ['a text behind', 'xb', '*b', true],
  ['a text behind, cut', 'b', '*ab', false],
  ['a suffix of a suffix', '*ab', '*b', true],
  ['a prefix and a suffix', 'b*', '*b', false],
  ['a text within anything', 'x', '*', true],
  ['nothing within anything', '', '*', false],
  ['anything within a text', '*', 'x', false],
  ['anything within nothing', 'x', '', false],
  ['two stars', 'xbx', '*b*', false],
  ['a star in the middle', 'a', 'a*b', false],
  ['as deep as is compared', nested(12, { b: 1, c: 2 }), nested(12, { b: 1 }), true],
  ['deeper than is compared', nested(13, { b: 1, c: 2 }), nested(13, { b: 1 }), false],
  ['lists as deep as is compared', lists(12, { b: 1, c: 2 }), lists(12, { b: 1 }), true],
  ['lists deeper than is compared', lists(13, { b: 1, c: 2 }), lists(13, { b: 1 }), false],
])('%s: %j within %j is %s', (_, one, other, expected) => {
  expect(isEntryWithin(one, other)).toBe(expected);
});

test.each<[object, object, boolean]>([
  [{ a: '1' }, { a: '2' }, true],
  [{ a: '1' }, { a: '1' }, false],
  [{ a: '1' }, { b: '2' }, false],
  [{ a: '1', b: '1' }, { a: '1', b: '2' }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: '1' }, { a: '{{ x }}' }, false],
  [{ a: '{{ y }}' }, { a: '1' }, false],
])('the labels %j and %j select nothing in common: %s', (one, other, expected) => {
  expect(areDisjoint({ matchLabels: one }, { matchLabels: other })).toBe(expected);
  expect(areDisjoint({ matchLabels: one }, {})).toBe(false);
});

test.each<[string, unknown, unknown]>([
  [
    'a CIDR alone is a set',
    { fromCIDR: ['a', 'b'], toCIDR: ['c'] },
    { fromCIDRSet: [{ cidr: 'a' }, { cidr: 'b' }], toCIDRSet: [{ cidr: 'c' }] },
  ],
  [
    'sets of both kinds are one',
    { fromCIDRSet: [{ cidr: 'a' }], fromCIDR: ['b'] },
    { fromCIDRSet: [{ cidr: 'a' }, { cidr: 'b' }] },
  ],
  [
    'what only sounds like a CIDR',
    { xfromCIDR: ['a'], fromCIDRx: ['b'], fromCIDR: 'c' },
    { xfromCIDR: ['a'], fromCIDRx: ['b'], fromCIDRSet: 'c' },
  ],
  ['a list in a list', [[{ port: '0' }], 'x'], [[{}], 'x']],
  ['every port and protocol', { port: 0, protocol: 'any', a: 1 }, { a: 1 }],
  ['some', { port: '80', protocol: 'TCP' }, { port: '80', protocol: 'TCP' }],
  [
    'what only sounds like any',
    { toPorts: [{ protocol: 'anycast' }, { protocol: 'many' }] },
    { toPorts: [{ protocol: 'anycast' }, { protocol: 'many' }] },
  ],
  ['labels without a source', { matchLabels: { 'any:a': '1', b: '2' } }, { matchLabels: { a: '1', b: '2' } }],
  [
    'labels of Kubernetes',
    { matchLabels: { 'k8s:a': '1', 'x:k8s:b': '2' } },
    { matchLabels: { 'k8s:a': '1', a: '1', 'x:k8s:b': '2' } },
  ],
  [
    'a label of Kubernetes that is there as well',
    { matchLabels: { a: '2', 'k8s:a': '1' } },
    { matchLabels: { a: '2', 'k8s:a': '1' } },
  ],
  [
    'what ends like a source',
    { matchLabels: { 'xany:a': '1', 'a:k8s:': '1' } },
    { matchLabels: { 'xany:a': '1', 'a:k8s:': '1' } },
  ],
  [
    'a list of one value',
    { matchExpressions: [{ key: 'any:a', operator: 'In', values: ['1'] }] },
    { matchLabels: { a: '1' } },
  ],
  [
    'lists that say more',
    {
      matchLabels: { a: '1' },
      matchExpressions: [
        { key: 'any:b', operator: 'In', values: ['1', '2'] },
        { key: 'c', operator: 'NotIn', values: ['1'] },
        { key: 'a', operator: 'In', values: ['2'] },
        { key: 'xany:d', operator: 'In', values: [] },
        'x',
      ],
    },
    {
      matchLabels: { a: '1' },
      matchExpressions: [
        { key: 'b', operator: 'In', values: ['1', '2'] },
        { key: 'c', operator: 'NotIn', values: ['1'] },
        { key: 'a', operator: 'In', values: ['2'] },
        { key: 'xany:d', operator: 'In', values: [] },
        'x',
      ],
    },
  ],
  ['a selector of nothing', { matchLabels: {} }, {}],
])('Cilium: %s', (_, value, form) => {
  expect(ciliumForm(value)).toEqual(form);
});
