import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addedItems,
  canonical,
  entryOf,
  isMapping,
  isSameValue,
  itemsBeyond,
  json,
  list,
  mapping,
  scalarText,
  strings,
  text,
  valueUnder,
} from '../src/plain-values.ts';
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
    [false, Number.NaN, 1],
    [false, 1, Number.NaN],
    [false, [1], [1, 2]],
    [false, [1, 3], [1, 2]],
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

describe('what a parsed value may be', () => {
  const values: unknown[] = [{ a: 1 }, ['a', 1, 'b', null], 'a', '', 0, -0.5, true, false, 2n ** 64n, null, undefined];

  test('a mapping, a list or text, else an empty one or nothing', () => {
    expect(values.map(isMapping)).toEqual(values.map((_, index) => index === 0));
    expect(values.map(mapping)).toEqual(values.map((_, index) => (index === 0 ? { a: 1 } : {})));
    expect(values.map(list)).toEqual(values.map((value, index) => (index === 1 ? value : [])));
    expect(values.map(strings)).toEqual(values.map((_, index) => (index === 1 ? ['a', 'b'] : [])));
    expect(values.map(text)).toEqual(values.map((_, index) => (index === 2 ? 'a' : undefined)));
  });

  test('a scalar as text', () => {
    expect(values.map(scalarText)).toEqual([
      '',
      '',
      'a',
      '',
      '0',
      '-0.5',
      'true',
      'false',
      '18446744073709551616',
      '',
      '',
    ]);
    expect(scalarText(Object.create(null))).toBe('');
  });

  test('JSON, also with integers that JSON has none of', () => {
    expect(values.map(json)).toEqual([
      '{"a":1}',
      '["a",1,"b",null]',
      '"a"',
      '""',
      '0',
      '-0.5',
      'true',
      'false',
      '"18446744073709551616"',
      'null',
      '',
    ]);
    expect(json({ a: 1, b: [2n], c: 'x' })).toBe('{"a":1,"b":["2"],"c":"x"}');
  });

  test('what is under a path of keys, or under one of a table', () => {
    expect(valueUnder({ a: { b: [1] } }, 'a', 'b')).toEqual([1]);
    expect(valueUnder({ a: { b: [1] } }, 'a', 'c', 'd')).toBeUndefined();
    expect(valueUnder('x')).toBe('x');
    expect(entryOf({ a: 1 }, 'a')).toBe(1);
    expect(entryOf({ a: 1 }, 'b')).toBeUndefined();
    expect(entryOf({ a: 1 }, 'constructor')).toBeUndefined();
  });
});
