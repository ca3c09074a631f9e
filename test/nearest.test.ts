import { expect, test } from '@jest/globals';
import { nearest } from '../src/nearest.ts';

test.each<[string, readonly string[], string | undefined]>([
  ['abc', ['abc', 'abd'], 'abc'],
  ['abd', ['abc', 'abd'], 'abd'],
  ['abx', ['abc', 'abd'], 'abc'],
  ['ab', ['abcde', 'abcd'], 'abcd'],
  ['ab', ['abcde'], undefined],
  ['abcde', ['ab'], undefined],
  ['abcd', ['ab'], 'ab'],
  ['xbcy', ['abcd'], 'abcd'],
  ['xyzd', ['abcd'], undefined],
  ['bcd', ['abcd'], 'abcd'],
  ['abd', ['abcd'], 'abcd'],
  ['acbd', ['abcd'], 'abcd'],
  ['ABC', ['abc'], 'abc'],
  ['abc', ['ABC'], 'ABC'],
  ['abcdefgxyz', ['abcdefghij'], 'abcdefghij'],
  ['abcdefwxyz', ['abcdefghij'], undefined],
  ['abcdefxyz', ['abcdefghi'], 'abcdefghi'],
  ['abcdexyz', ['abcdefgh'], undefined],
  ['', ['ab', 'abc'], 'ab'],
  ['', ['abc'], undefined],
  ['ab', [''], ''],
  ['abc', [], undefined],
  ['a'.repeat(70), ['a'.repeat(64)], 'a'.repeat(64)],
  ['b'.repeat(64), [`b${'b'.repeat(63)}`], 'b'.repeat(64)],
  [`${'b'.repeat(63)}c`, [`${'b'.repeat(63)}d`, `${'b'.repeat(63)}c`], `${'b'.repeat(63)}c`],
  ['kitten', ['sitting'], undefined],
  ['kitten', ['mitten', 'sitten'], 'mitten'],
])('what is meant by %j among %j is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
