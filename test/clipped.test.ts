import { describe, expect, test } from '@jest/globals';
import { clipped, clippedStart } from '../src/clipped.ts';
import { shownAddress } from '../src/render/graph/remote.ts';
import { redactText } from '../src/report/redact.ts';

const token = `ghp_${'x7Kd93LmQp'.repeat(3)}2vTn1B`;

describe('a text that is cut', () => {
  test('shows no part of a token that the cut goes through', () => {
    for (let before = 0; before < 60; before++) {
      const text = `${'see it '.repeat(9).slice(0, before)} ${token} and so on`;
      for (const cut of [redactText(clipped(text, 50)), redactText(clippedStart(text, 50))]) {
        for (let at = 0; at + 6 <= token.length; at++) expect(cut).not.toContain(token.slice(at, at + 6));
      }
    }
  });

  test('keeps the words before the cut, and is as it was where nothing is cut', () => {
    expect(clipped('one two three', 9)).toBe('one two …');
    expect(clipped('one two', 7)).toBe('one two');
    expect(clippedStart('one two three', 9)).toBe('… three');
    expect(clippedStart('one two', 7)).toBe('one two');
  });
});

test.each([
  [`https://user:${token}@git.example.org/a?ref=v1`, 'https://git.example.org/a?ref=v1'],
  [`git://${token}@git.example.org/a`, 'git://git.example.org/a'],
  [`https://git.example.org/a?access_token=${token}&ref=v1`, 'https://git.example.org/a?ref=v1'],
  [`user:${token}@git.example.org:a/b.git`, 'git.example.org:a/b.git'],
])('an address is shown without its credentials: %#', (address, shown) => {
  expect(shownAddress(address)).toBe(shown);
});
