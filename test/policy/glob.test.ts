import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileGlob, matchGlob } from '../../src/policy/glob.ts';
import { runs } from '../thorough.ts';

describe('matchGlob', () => {
  test.each([
    ['clusters/prod/**', 'clusters/prod/a.yaml'],
    ['clusters/prod/**', 'clusters/prod/a/b/c.yaml'],
    ['clusters/prod/', 'clusters/prod/a/b.yaml'],
    ['**/a.yaml', 'a.yaml'],
    ['**/a.yaml', 'x/y/a.yaml'],
    ['a/**/b', 'a/b'],
    ['a/**/b', 'a/x/y/b'],
    ['*.yaml', 'a.yaml'],
    ['a?c', 'abc'],
    ['a?c', 'a😀c'],
    ['**', 'any/thing'],
    ['a[1].yaml', 'a[1].yaml'],
    ['a+b(c).{d}', 'a+b(c).{d}'],
    ['', ''],
    ['***', 'a/b'],
    ['a/***/b', 'a/b'],
    ['/', '/a'],
    ['**/', 'a/b'],
    ['**a', 'x/ya'],
    ['a**', 'ab/c'],
    ['*', ''],
    ['a*', 'a'],
    ['*b', 'ab'],
    ['ab*ba', 'abba'],
    ['?', '😀'],
    ['*\n?', 'a\nb'],
  ])('%j matches %j', (pattern, path) => expect(matchGlob(pattern, path)).toBe(true));

  test.each([
    ['clusters/prod/**', 'clusters/production/a.yaml'],
    ['clusters/prod', 'clusters/prod/a.yaml'],
    ['clusters/prod/', 'clusters/prod'],
    ['**/a.yaml', 'xa.yaml'],
    ['a/**/b', 'a/xb'],
    ['*.yaml', 'x/a.yaml'],
    ['a?c', 'a/c'],
    ['a.yaml', 'aXyaml'],
    ['', 'a'],
    ['?', ''],
    ['?', 'ab'],
    ['?', '/'],
    ['*', '/'],
    ['*a', 'x/a'],
    ['ab*ba', 'aba'],
    ['a/**/b', 'a/x'],
    ['**/b/c', 'b/x/c'],
    ['a/*/c', 'a/c'],
  ])('%j does not match %j', (pattern, path) => expect(matchGlob(pattern, path)).toBe(false));

  test('a pattern is held against many paths', () => {
    const matches = compileGlob('a/*/b?.yaml');
    const paths = [
      'a/x/b1.yaml',
      'a/x/b1.yaml',
      'a/x/y/b1.yaml',
      'a//b1.yaml',
      'a/x/b.yaml',
      'a/x/b/.yaml',
      'ab1.yaml',
    ];
    expect(paths.filter((path) => matches(path))).toEqual(['a/x/b1.yaml', 'a/x/b1.yaml', 'a//b1.yaml']);
  });

  test('agrees with a plain search over every way to match', () => {
    const slow = (p: string, s: string, start = true): boolean => {
      if (p === '') return s === '';
      if (p.startsWith('**/')) {
        if (start && slow(p.slice(3), s, start)) return true;
        return s !== '' && slow(p, s.slice(1), s[0] === '/');
      }
      if (p.startsWith('**')) return slow(p.slice(2), s, start) || (s !== '' && slow(p, s.slice(1), s[0] === '/'));
      if (p[0] === '*') return slow(p.slice(1), s, start) || (s !== '' && s[0] !== '/' && slow(p, s.slice(1), false));
      if (s === '') return false;
      return (p[0] === '?' ? s[0] !== '/' : p[0] === s[0]) && slow(p.slice(1), s.slice(1), s[0] === '/');
    };
    const piece = fc.constantFrom('a', 'b', '/', '?', '*', '**/');
    const pattern = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replace(/\*{3,}/g, '**'));
    const path = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 7 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(pattern, path, (p, s) => {
        fc.pre(!p.endsWith('/'));
        expect(matchGlob(p, s)).toBe(slow(p, s));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('does not explode', () => {
    expect(matchGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false);
    expect(matchGlob(`${'**/a'.repeat(200)}b`, 'a/'.repeat(2000))).toBe(false);
  });
});
