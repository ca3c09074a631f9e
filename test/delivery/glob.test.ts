import { describe, expect, test } from '@jest/globals';
import { matchesGlob, readGlob } from '../../src/delivery/model/glob.ts';
import { readPattern, witnessesOf } from '../../src/delivery/model/pattern.ts';
import { isFalse, isNotTrue, isTrue } from '../../src/delivery/model/setting.ts';

describe('patterns as github.com/gobwas/glob reads them', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['', '', [''], ['a']],
    ['abc', '', ['abc'], ['ab', 'abcd', 'xabc']],
    ['*', '/', ['', 'ab'], ['a/b']],
    ['**', '/', ['', 'a/b'], []],
    ['***', '/', ['', 'a/b'], []],
    ['a*c', '/', ['ac', 'abbc'], ['a/c', 'acb']],
    ['a**c', '/', ['ac', 'a/c', 'a/b/c'], ['a/b']],
    ['*a*', '', ['a', 'bab', 'aa'], ['b', '']],
    ['?', '/', ['a', '{'], ['', 'ab', '/']],
    ['a?c', '', ['abc', 'a/c'], ['ac']],
    ['[abc]', '', ['a', 'c'], ['d', '', 'ab']],
    ['[a-c]', '', ['a', 'b', 'c'], ['d', '-']],
    ['[!a-c]', '', ['d', '-'], ['a', 'b', '']],
    ['[a-cx]', '', ['b', 'x'], ['w']],
    ['[\\]]', '', [']', '\\'], ['a']],
    ['[c-a]', '', [], ['a', 'b', 'c']],
    ['[', '', ['['], ['a']],
    ['[]', '', ['[]'], ['']],
    ['{a,b}', '', ['a', 'b'], ['ab', '{a,b}', '']],
    ['x{a,b}y', '', ['xay', 'xby'], ['xy', 'xaby']],
    ['{a,b}{c,d}', '', ['ac', 'ad', 'bc', 'bd'], ['a', 'cd']],
    ['{a,b{c,d}}', '', ['a', 'bc', 'bd'], ['b', 'ac']],
    ['{{a,b},c}', '', ['a', 'b', 'c'], ['{a']],
    ['{a,}', '', ['a', ''], [',']],
    ['{}', '', [''], ['{}']],
    ['{a', '', ['{a'], ['a']],
    ['a}', '', ['a}'], ['a']],
    ['a},{b', '', ['a},{b'], ['a', 'b']],
    ['a}{b,c}', '', ['a}b', 'a}c'], ['a']],
    ['a,b', '', ['a,b'], ['a', 'b']],
    ['\\*', '', ['*'], ['a', '\\*']],
    ['\\{a,b\\}', '', ['{a,b}'], ['a']],
    ['{a\\,b,c}', '', ['a,b', 'c'], ['a']],
    ['{a\\},b}', '', ['a}', 'b'], ['a']],
    ['a\\', '', ['a\\'], ['a']],
    ['\u{1F600}?', '', ['\u{1F600}\u{1F600}'], ['\u{1F600}']],
    ['[\u{1F600}-\u{1F602}]', '', ['\u{1F601}'], ['\u{1F603}']],
  ])('%s, apart by "%s"', (pattern, separators, matching, others) => {
    const glob = readGlob(pattern, separators);
    for (const text of matching) expect([text, glob && matchesGlob(glob, text)]).toEqual([text, true]);
    for (const text of others) expect([text, glob && matchesGlob(glob, text)]).toEqual([text, false]);
  });

  test('1,000 characters and 256 alternatives are read, no more', () => {
    expect(readGlob('a'.repeat(1_000))).toHaveLength(1);
    expect(readGlob('a'.repeat(1_001))).toBeUndefined();
    expect(readGlob('{a,b}'.repeat(8))).toHaveLength(256);
    expect(readGlob('{a,b}'.repeat(9))).toBeUndefined();
    expect(readGlob(`{${'a,'.repeat(256)}a}`)).toBeUndefined();
    expect(readGlob(`{${'{a,b}'.repeat(9)},c}`)).toBeUndefined();
    expect(readGlob(`{a,b}${'{a,b}'.repeat(9)}`)).toBeUndefined();
  });

  test('of a range up to 256 characters are told apart', () => {
    const glob = readGlob('[\u{100}-\u{10000}]');
    expect(glob?.[0]?.[0]?.mentions).toHaveLength(257);
    expect(glob && matchesGlob(glob, '\u{200}')).toBe(true);
    expect(glob && matchesGlob(glob, '\u{201}')).toBe(false);
  });

  test('tokens say which characters they treat otherwise', () => {
    expect(readGlob('a*?**[!x-z]\\b', '/.')?.[0]?.map(({ mentions, repeats }) => [mentions.join(''), repeats])).toEqual(
      [
        ['a', false],
        ['/.', true],
        ['/.', false],
        ['', true],
        ['xyz', false],
        ['b', false],
      ],
    );
  });
});

describe('a pattern', () => {
  test.each<[string, boolean, string, string, boolean, boolean]>([
    ['a', false, 'a', 'b', false, true],
    ['!a', false, '!a', 'a', false, true],
    ['!a', true, 'a', '!a', true, true],
    ['!*', true, 'a/b', '\u0000none', true, false],
    ['a*', false, 'ab', 'b', false, false],
    ['a?', false, 'ab', 'a', false, false],
    ['[ab]', false, 'a', 'c', false, false],
    ['{a,b}', false, 'b', 'c', false, false],
    ['\\*', false, '*', 'a', false, false],
    [`${'a'.repeat(1_000)}*`, false, `${'a'.repeat(1_000)}*`, 'a'.repeat(1_000), false, true],
  ])('%s (may exclude: %s) matches %s, and not %s', (text, mayNegate, matching, other, isNegated, isLiteral) => {
    const pattern = readPattern(text, '', mayNegate);
    expect(pattern).toMatchObject({ text, isNegated, isLiteral });
    expect([pattern.matches(matching), pattern.matches(matching)]).toEqual([true, true]);
    expect(pattern.matches(other)).toBe(other === '\u0000none');
  });

  test('a star alone takes everything, whatever keeps texts apart', () => {
    expect(readPattern('*', '/').matches('a/b')).toBe(true);
    expect(readPattern('a*', '/').matches('a/b')).toBe(false);
    expect(readPattern('a*').matches('a/b')).toBe(true);
  });
});

describe('texts that stand for all others', () => {
  /** Which of the patterns each of the witnesses matches, as digits. */
  const ways = (...texts: readonly string[]) => {
    const patterns = texts.map((text) => readPattern(text, '/', true));
    return witnessesOf(patterns)
      ?.map((witness) => patterns.map(({ matches }) => Number(matches(witness))).join(''))
      .sort();
  };
  test.each<[readonly string[], readonly string[]]>([
    [[], ['']],
    [['a'], ['0', '1']],
    [
      ['a', 'b'],
      ['00', '01', '10'],
    ],
    [
      ['a*', '*b'],
      ['00', '01', '10', '11'],
    ],
    [
      ['*', 'a'],
      ['10', '11'],
    ],
    [
      ['a', 'a'],
      ['00', '11'],
    ],
    [
      ['!a', 'a'],
      ['00', '11'],
    ],
    [
      ['{a,b}', 'b'],
      ['00', '10', '11'],
    ],
    [
      ['[a-c]', 'b', '?'],
      ['000', '001', '101', '111'],
    ],
    [
      ['a*', 'a*/b'],
      ['00', '01', '10'],
    ],
    [
      ['x', 'y', '?'],
      ['000', '001', '011', '101'],
    ],
    [
      ['a?', 'a[!b]'],
      ['00', '01', '10', '11'],
    ],
    [[''], ['0', '1']],
  ])('of %j', (texts, expected) => expect(ways(...texts)).toEqual(expected));

  test('a character that no pattern mentions is among them', () => {
    expect(witnessesOf([readPattern('?'), readPattern('x'), readPattern('y')])).toEqual(['', 'x', 'y', 'z']);
    expect(witnessesOf([readPattern('a')])).toEqual(['', 'a']);
  });

  test('none where one cannot be read, or finding them takes too many steps', () => {
    expect(witnessesOf([readPattern('a'), readPattern('a'.repeat(1_001))])).toBeUndefined();
    const hostile = Array.from({ length: 12 }, (_, at) =>
      readPattern(`*${String.fromCharCode(97 + at)}${'?'.repeat(12)}`),
    );
    expect(witnessesOf(hostile)).toBeUndefined();
  });
});

test('words for true and false', () => {
  expect(['true', ' True ', 'TRUE'].every(isTrue)).toBe(true);
  expect(['', 'false', '1', 'truely', undefined].some(isTrue)).toBe(false);
  expect([isNotTrue('true'), isNotTrue(undefined)]).toEqual([false, true]);
  expect(['0', 'f', 'F', 'false', 'False', 'FALSE'].every(isFalse)).toBe(true);
  expect(['', 'fALSE', 'no', '00', 'falsey', 'xf', undefined].some(isFalse)).toBe(false);
});
