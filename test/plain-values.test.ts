import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addedItems, canonical, isMapping, isSameValue, itemsBeyond } from '../src/plain-values.ts';
import { runs } from './thorough.ts';

/** The value with the keys of its mappings the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, each]) => [key, reversed(each)]));
}

describe('equal values', () => {
  test.each<[boolean, unknown, unknown]>([
    [true, { a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }],
    [true, { a: undefined, b: 1 }, { b: 1 }],
    [true, { a: Number.NaN }, { a: Number.NaN }],
    [true, { a: 2n ** 64n }, { a: 2n ** 64n }],
    [false, { a: 2n ** 64n }, { a: 2n ** 64n + 1n }],
    [false, { a: 1 }, { a: 1, b: null }],
    [false, { a: 1 }, { a: '1' }],
    [false, [1, 2], [2, 1]],
    [false, [], {}],
    [false, null, undefined],
    [false, null, 'null'],
    [false, { a: 'b":"c' }, { 'a":"b': 'c' }],
    [false, { constructor: 1 }, {}],
    [false, {}, { constructor: 1 }],
  ])('%s: %p and %p', (isSame, one, other) => {
    expect(isSameValue(one, other)).toBe(isSame);
    expect(canonical(one) === canonical(other)).toBe(isSame);
  });

  test('have the same text in any order of keys, and no others have', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(isSameValue(one, reversed(one))).toBe(true);
        expect(canonical(reversed(one))).toBe(canonical(one));
        expect(canonical(one) === canonical(other)).toBe(isSameValue(one, other));
      }),
      { numRuns: runs(2000) },
    );
  });
});

test('items of a list that another lacks are told as they are written', () => {
  const before = [{ a: 1, b: 2 }, 'x'];
  const after = ['x', { b: 2, a: 1 }, { d: 4, c: 3 }, { d: 4, c: 3 }, 'y'];
  expect(itemsBeyond(before, after)).toEqual([{ d: 4, c: 3 }, { d: 4, c: 3 }, 'y']);
  expect(addedItems(before, after)).toEqual(['"y"', '{"d":4,"c":3}']);
  expect(itemsBeyond(undefined, undefined)).toEqual([]);
});
