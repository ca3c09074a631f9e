import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pattern } from '../../src/policy/pattern.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';

const found = (pattern: string, text: string) =>
  new Pattern(pattern).findAll([...text]).map(({ start, end }) => [...text].slice(start, end).join(''));

describe('all matches of a pattern', () => {
  test.each([
    ['acme_[0-9a-z]{4}', 'x acme_12ab acme_1 acme_zzzz9', ['acme_12ab', 'acme_zzzz']],
    ['a|ab|abc', 'abcabx', ['abc', 'ab']],
    ['ab*', 'abbbab', ['abbb', 'ab']],
    ['\\bkey\\b', 'key monkey key', ['key', 'key']],
    ['é+', 'caféé é', ['éé', 'é']],
    ['a*', 'bbaab', ['aa']],
    ['^ab$', 'ab', ['ab']],
    ['^ab', 'abab', ['ab']],
    ['x(y|z)', '😀xz', ['xz']],
  ])('%s in %s', (pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches);
  });

  test('begin where JavaScript’s do, and are none shorter', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(a|b)', '(ab|a)', 'a{1,2}', 'b?', 'c*');
    const pattern = fc.array(atom, { minLength: 1, maxLength: 5 }).map((atoms) => atoms.join(''));
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }), (source, text) => {
        const [first] = new Pattern(source).findAll([...text]);
        // The leftmost match that is not empty.
        const longest = Array.from({ length: text.length }, (_, start) =>
          Array.from({ length: text.length - start }, (_, size) => text.slice(start, text.length - size)).find((part) =>
            new RegExp(`^(?:${source})$`).test(part),
          ),
        );
        const start = longest.findIndex((part) => part !== undefined);
        const expected = start < 0 ? undefined : { start, end: start + (longest[start]?.length ?? 0) };
        expect([source, text, first]).toEqual([source, text, expected]);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('take a time that grows as the text does', () => {
    for (const pattern of ['(a*)*b', '(a|aa)+c', 'aaa[a-z]{1,50}x'])
      expect([pattern, superlinearAt((size) => found(pattern, 'a'.repeat(size)), 4096)]).toEqual([pattern, undefined]);
  });
});
