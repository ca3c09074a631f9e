import { expect, test } from '@jest/globals';
import { matchesWildcard } from '../../src/posture/gitlab/wildcard.ts';

test.each([
  ['main', 'main', true],
  ['main', 'main2', false],
  ['*', 'a/b', true],
  ['release/*', 'release/1/2', true],
  ['release/*', 'release', false],
  ['*-stable', '1-stable', true],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'ac', false],
  ['ab*ba', 'aba', false],
  ['a**b', 'ab', true],
  ['*a*c', 'abc', true],
  ['*b*bc', 'abc', false],
  ['*a*a*b', 'ab', false],
])('%s covers %s: %s', (pattern, branch, expected) => {
  expect(matchesWildcard(pattern, branch)).toBe(expected);
});

test('takes no longer than the texts are', () => {
  expect(matchesWildcard(`${'a*'.repeat(20_000)}b`, 'a'.repeat(40_000))).toBe(false);
});
