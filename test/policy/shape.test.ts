import { describe, expect, test } from '@jest/globals';
import {
  checked,
  choice,
  integer,
  list,
  mapping,
  quote,
  record,
  type Shape,
  text,
  truth,
} from '../../src/policy/shape/shape.ts';
import type { Path } from '../../src/yaml/document.ts';

/** What a shape makes of a value, and its complaints: where, of which side of it, what and how to fix it. */
function read<T>(shape: Shape<T>, value: unknown, path: Path = ['key']): [T | undefined, string[]] {
  const complaints: string[] = [];
  const result = shape.read(value, path, (at, on, what, fix) =>
    complaints.push(`${at.join('/')} (${on}): ${what}: ${fix}`),
  );
  return [result, complaints];
}

const word = text(/^[a-z]+$/u, 'a word', 'abc');

describe('a text', () => {
  test('is taken where it matches, and else asked for with an example', () => {
    expect(read(word, 'x')).toEqual(['x', []]);
    expect(read(word, 'X')).toEqual([undefined, ['key (value): key must be a word: for example "abc"']]);
    expect(read(word, 5)).toEqual([undefined, ['key (value): key must be a word in quotes: for example "abc"']]);
    expect(word.schema).toEqual({ type: 'string', pattern: '^[a-z]+$', maxLength: 1024, examples: ['abc'] });
  });

  test('has at most 1024 characters, however many code units they have', () => {
    const any = text(/^.*$/u, 'text', 'a');
    for (const char of ['a', '😀']) {
      expect(read(any, char.repeat(1024))[1]).toEqual([]);
      expect(read(any, char.repeat(1025))[1]).toHaveLength(1);
    }
    expect(read(any, `${'a'.repeat(1023)}😀`)[1]).toEqual([]);
    expect(read(any, `${'😀'.repeat(1023)}aa`)[1]).toHaveLength(1);
  });

  test.each<[string, Path, string]>([
    ['by its key', ['a', 'b'], 'b must'],
    ['by its number in a list', ['a', 0], 'item 1 of a must'],
    ['by its numbers in lists of lists', ['a', 0, 2], 'item 3 of item 1 of a must'],
    ['of the policy itself', [], 'the policy must'],
    ['by a key with other characters in quotes', ['a b'], '"a b" must'],
    ['by a key of 64 characters', ['a'.repeat(64)], `${'a'.repeat(64)} must`],
    ['by a long key in quotes, cut off', ['a'.repeat(65)], '"…" must'],
    ['by a key with a line break in quotes', ['a\n'], '"a\\\\n" must'.replace('\\\\', '\\')],
  ])('is named %s', (_, path, expected) => {
    expect(read(word, '', path)[1]).toEqual([expect.stringContaining(`: ${expected} be a word`)]);
  });
});

test('quoted text is short printable ASCII', () => {
  expect(quote('a "b" \\')).toBe('"a \\"b\\" \\\\"');
  expect(quote('é\u202e\x7f~ \u{1f600}')).toBe('"\\u00e9\\u202e\\u007f~ \\ud83d\\ude00"');
  expect(quote(`a ${'b'.repeat(63)}`)).toBe('"a …"');
  expect(quote(`a ${'b'.repeat(62)}`)).toBe(`"a ${'b'.repeat(62)}"`);
});

describe('one of a few words', () => {
  const colour = choice(['red', 'green']);

  test('is taken, and else what is meant or what there is', () => {
    expect(colour.schema).toEqual({ enum: ['red', 'green'] });
    expect(read(colour, 'green')).toEqual(['green', []]);
    expect(read(colour, 'gren')).toEqual([
      undefined,
      ['key (value): key must be one of red, green: did you mean green?'],
    ]);
    expect(read(colour, 'xyz')[1]).toEqual(['key (value): key must be one of red, green: write one of red, green']);
    expect(read(colour, ['red'])[1]).toEqual(['key (value): key must be one of red, green: write one of red, green']);
  });

  test('may be yes or no', () => {
    for (const value of [true, false]) expect(read(truth, value)).toEqual([value, []]);
    expect(read(truth, 'true')).toEqual([
      undefined,
      ['key (value): key must be true or false: write true or false, without quotes'],
    ]);
    expect(truth.schema).toEqual({ enum: [true, false] });
  });
});

test('a whole number is inside its bounds, both included', () => {
  const fix = 'write one of these, without quotes or a decimal point';
  for (const value of [2, 3, 4]) expect(read(integer(2, 4), value)).toEqual([value, []]);
  for (const value of [1, 5, 2.5, '3', Number.NaN, null])
    expect(read(integer(2, 4), value)).toEqual([
      undefined,
      [`key (value): key must be a whole number from 2 to 4: ${fix}`],
    ]);
  expect(read(integer(1, 1), 2)).toEqual([undefined, ['key (value): key must be 1: write 1']]);
  expect(integer(2, 4).schema).toEqual({ type: 'integer', minimum: 2, maximum: 4 });
});

describe('a list', () => {
  const fix = 'write each item on a line of its own after "- "';

  test('keeps what can be read, and may be written without items', () => {
    expect(read(list(word), ['a', 'B', 'c', 4])).toEqual([
      ['a', 'c'],
      [
        'key/1 (value): item 2 of key must be a word: for example "abc"',
        'key/3 (value): item 4 of key must be a word in quotes: for example "abc"',
      ],
    ]);
    expect(read(list(word), null)).toEqual([[], []]);
    expect(read(list(word), [])).toEqual([[], []]);
    expect(read(list(word), 'a')).toEqual([undefined, [`key (value): key must be a list: ${fix}`]]);
    expect(list(word).schema).toEqual({ type: ['array', 'null'], items: word.schema });
  });

  test('of at least so many items is not empty', () => {
    const two = list(word, 2);
    expect(read(two, ['a', 'b'])).toEqual([['a', 'b'], []]);
    for (const value of [null, [], ['a'], {}])
      expect(read(two, value)).toEqual([undefined, [`key (value): key must be a list that is not empty: ${fix}`]]);
    expect(two.schema).toEqual({ type: 'array', minItems: 2, items: word.schema });
  });
});

describe('a mapping', () => {
  const mappingFix = 'write it as "key: value" lines';
  const byWord = mapping(integer(1, 9), word);

  test('is read key by key', () => {
    expect(read(byWord, { a: 1, B: 2, c: 10, d: 4 })).toEqual([
      new Map([
        ['a', 1],
        ['d', 4],
      ]),
      [
        'key/B (key): B must be a word: for example "abc"',
        'key/c (value): c must be a whole number from 1 to 9: write one of these, without quotes or a decimal point',
      ],
    ]);
    expect(read(byWord, null)).toEqual([new Map(), []]);
    expect(read(byWord, ['a'])).toEqual([undefined, [`key (value): key must be a mapping: ${mappingFix}`]]);
    expect(byWord.schema).toEqual({
      type: ['object', 'null'],
      propertyNames: word.schema,
      additionalProperties: { type: 'integer', minimum: 1, maximum: 9 },
    });
  });

  const person = record({
    name: { shape: word, description: 'Name.', required: true },
    email: { shape: word, description: 'Where it is written to.', required: true },
    key: { shape: word, description: 'ID of the key' },
  });

  test('of known keys has all that are required, and no other', () => {
    expect(read(person, { name: 'a', email: 'b' })).toEqual([{ name: 'a', email: 'b', key: undefined }, []]);
    expect(read(person, { name: 'a', email: 'b', key: 'c' })).toEqual([{ name: 'a', email: 'b', key: 'c' }, []]);
    expect(read(person, { name: 'a', email: 'b', key: 'C' })).toEqual([
      undefined,
      ['key/key (value): key must be a word: for example "abc"'],
    ]);
    expect(read(person, { nam: 'a', zzzzzz: 'b' })).toEqual([
      undefined,
      [
        'key/nam (key): unknown key "nam": did you mean name?',
        'key/zzzzzz (key): unknown key "zzzzzz": known here: name, email, key',
        'key (key): key lacks name: add name',
        'key (key): key lacks email: add email: where it is written to',
      ],
    ]);
    expect(read(person, Object.create({ name: 'a', email: 'b' }))[1]).toHaveLength(2);
    for (const value of [null, [], 'a'])
      expect(read(person, value)).toEqual([undefined, [`key (value): key must be a mapping: ${mappingFix}`]]);
  });

  test('of known keys may be empty where it says so', () => {
    const empty = record({ a: { shape: word, description: 'A.' } }, 'may be empty');
    expect(read(empty, null)).toEqual([{ a: undefined }, []]);
    expect(read(empty, {})).toEqual([{ a: undefined }, []]);
    expect(read(empty, { a: null })[0]).toBeUndefined();
    expect(empty.schema).toEqual({
      type: ['object', 'null'],
      properties: { a: { description: 'A.', ...word.schema } },
      additionalProperties: false,
    });
    expect(person.schema).toMatchObject({ type: 'object', required: ['name', 'email'], additionalProperties: false });
  });

  test('says what a missing key is for, but an abbreviation keeps its letters', () => {
    const shape = record({
      a: { shape: word, description: 'URL of it. And more.', required: true },
      b: { shape: word, description: '', required: true },
      c: { shape: word, description: 'c', required: true },
    });
    expect(read(shape, {})[1]).toEqual([
      'key (key): key lacks a: add a: URL of it. And more',
      'key (key): key lacks b: add b',
      'key (key): key lacks c: add c',
    ]);
  });
});

test('a further condition is asked of what could be read alone', () => {
  const seen: unknown[] = [];
  const small = checked(
    integer(1, 9),
    (value, path, complain) => {
      seen.push(value);
      if (value > 5) complain(path, 'value', 'too much', 'less');
    },
    { multipleOf: 1 },
  );
  expect(read(small, 5)).toEqual([5, []]);
  expect(read(small, 6)).toEqual([undefined, ['key (value): too much: less']]);
  expect(read(small, 10)[0]).toBeUndefined();
  expect(seen).toEqual([5, 6]);
  expect(small.schema).toEqual({ type: 'integer', minimum: 1, maximum: 9, multipleOf: 1 });
});
