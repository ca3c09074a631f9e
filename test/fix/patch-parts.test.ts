import { expect, test } from '@jest/globals';
import type { FileChange } from '../../src/fix/candidates/candidate.ts';
import type { Fixed } from '../../src/fix/rounds.ts';
import { harmless, partsOf } from '../../src/run/patch-parts.ts';

const restore = (path: string): FileChange => ({ kind: 'restore', path });
const fixedBy = (...paths: string[]) => ({ changes: paths.map(restore) }) as unknown as Fixed;
const namesOf = (parts: readonly (readonly FileChange[])[]) => parts.map((part) => part.map(({ path }) => path).join());

test('files that one fix needs together are one part, through others as well', () => {
  const changes = ['a', 'b', 'c', 'd', 'e'].map(restore);
  const fixed = [fixedBy('a'), fixedBy('b', 'd'), fixedBy('d', 'e'), fixedBy()];
  expect(namesOf(partsOf(changes, fixed))).toEqual(['a', 'b,d,e', 'c']);
});

/** Judges that the changes of `bad` do harm without those of `without`. */
const judging = (bad: string, without: string | undefined, tried: string[]) => async (all: readonly FileChange[]) => {
  const paths = all.map(({ path }) => path);
  tried.push(paths.join(''));
  return !paths.includes(bad) || (without !== undefined && paths.includes(without));
};
const letters = (all: string) => [...all].map((path) => [restore(path)]);
const isTrue = (seen: boolean) => seen;

test.each([
  ['all where none does harm', 'abcd', 'z', undefined, 12, 'abcd', 1],
  ['the others where one does', 'abcd', 'b', undefined, 12, 'acd', 5],
  ['both where one needs the other', 'abcd', 'b', 'd', 12, 'abcd', 1],
  ['none where the only one does', 'b', 'b', undefined, 12, '', 1],
  ['none of none', '', 'b', undefined, 12, '', 0],
  ['what is known after some judgements', 'abcdefgh', 'a', undefined, 3, '', 3],
])('keeps %s', async (_, all, bad, without, tries, kept, judged) => {
  const tried: string[] = [];
  const found = await harmless(letters(all), tries, judging(bad, without, tried), isTrue);
  expect(namesOf(found.kept).join('')).toBe(kept);
  expect(tried.length).toBe(judged);
  // What was seen is of exactly what is kept.
  expect(found.seen === undefined ? undefined : true).toBe(kept === '' ? undefined : true);
});
