import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesPattern, matchesPatternList } from '../../src/signature/ssh/ssh-pattern.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';

describe('a pattern', () => {
  test.each([
    ['', '', true],
    ['a', '', false],
    ['', '*', true],
    ['', '?', false],
    ['abc', 'a*c', true],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['aXbXc', '*X*', true],
    ['abcabd', '*ab?', true],
    ['abc', 'ABC', false],
    ['abc', 'ab', false],
    ['ab', 'abc', false],
    ['ab', 'ab**', true],
    ['a', '?*?', false],
    ['\0', '', false],
    ['a+b', 'a+b', true],
    ['a.b', 'a?b', true],
    // What a star matches begins after what is matched before it.
    ['ababa', 'aba*aba', false],
  ])('%j against %j: %p', (text, pattern, expected) => expect(matchesPattern(text, pattern)).toBe(expected));

  test('agrees with a regular expression', () => {
    const alphabet = fc.constantFrom('a', 'b', '.', '*', '?');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '.') }),
        fc.string({ unit: alphabet, maxLength: 8 }),
        (text, pattern) => {
          const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
          expect(matchesPattern(text, pattern)).toBe(new RegExp(`^${source}$`).test(text));
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test('of many stars takes no long time', () => {
    const pattern = `${'*a'.repeat(200)}b`;
    expect(matchesPattern('a'.repeat(4000), pattern)).toBe(false);
    expect(superlinearAt((size) => matchesPattern('a'.repeat(size), pattern), 16_000)).toBeUndefined();
  });
});

describe('a pattern list', () => {
  test.each([
    ['a', 'b,a', true],
    ['a', 'b', false],
    ['a', '', false],
    ['a', 'a,!a', false],
    ['a', '!a,a', false],
    ['a', '!b', false],
    ['a', '!b,*', true],
    ['a', 'b,!c,a', true],
    ['a', '!b,!a,*', false],
    ['a', 'a!', false],
    ['!a', 'a', false],
    ['b', 'a,!c', false],
    ['a!', 'a!', true],
    ['a', 'a,b!', true],
  ])('%j against %j: %p', (text, list, expected) => expect(matchesPatternList(text, list)).toBe(expected));
});
