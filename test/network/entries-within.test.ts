import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isEntryWithin } from '../../src/network/products/within.ts';
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
