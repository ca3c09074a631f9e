import { describe, expect, test } from '@jest/globals';
import { analyseHistory, type HistoryOptions } from '../../src/history/judge/analyse-history.ts';
import { train } from '../../src/history/judge/train.ts';
import type { PastChange } from '../../src/history/model/past-change.ts';
import { change, history, now } from './past-changes.ts';

const options = { isForced: undefined, now };
const analyse = (past: readonly PastChange[], commits: readonly PastChange[], asked: HistoryOptions) =>
  analyseHistory(train(past, new Set(), now), commits, asked);
const evil = change(900, {
  signing: { key: 'SHA256:new' },
  time: Date.UTC(2025, 11, 3, 2) / 1000,
  files: ['clusters/prod/rbac/role.yaml', 'clusters/prod/rbac/rolebinding.yaml'],
});

test.each([0, 1, 2, 49])('a history of %i changes shows no habits', (length) => {
  expect(analyse(history(length), [evil], options)).toEqual({
    changes: length,
    why: `${length} earlier changes are too few to show habits`,
    unusual: [],
  });
});

test('unusual commits are named, and the others are not', () => {
  const { changes, why, unusual } = analyse(history(), [change(899), evil], options);
  expect({ changes, why, unusual: unusual.map(({ sha }) => sha) }).toEqual({
    changes: 400,
    why: undefined,
    unusual: [evil.id],
  });
});

test('signatures of earlier changes are read only where something depends on them', () => {
  const read: string[] = [];
  const past = history().map(({ signing, ...each }) => ({
    ...each,
    get signing() {
      read.push(each.id);
      return signing;
    },
  }));
  const model = train(past, new Set(['FORGE']), now);
  const alike = (signing: PastChange['signing']) => change(899, { signing });
  expect(analyseHistory(model, [alike({ key: 'FORGE' })], options).unusual).toEqual([]);
  expect(read).toEqual([]);
  expect(analyseHistory(model, [alike('unsigned')], options).unusual).toHaveLength(1);
  expect(read.length).toBeGreaterThan(0);
});

test('a commit that touches nothing is not judged: a plain merge', () => {
  expect(analyse(history(), [{ ...evil, files: [] }], options).unusual).toEqual([]);
});

describe('what the change brings is not learned from', () => {
  test('many harmless commits before do not make a newcomer known', () => {
    const stranger = { name: 'Mallory', email: 'm@example.org', signing: 'unsigned' as const };
    const harmless = Array.from({ length: 60 }, (_, index) => change(500 + index, stranger));
    const last = change(800, {
      ...stranger,
      files: ['clusters/prod/rbac/role.yaml', 'clusters/prod/rbac/rolebinding.yaml'],
    });
    const { unusual } = analyse(history(), [...harmless, last], options);
    expect(unusual.find(({ sha }) => sha === last.id)?.signals.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['new-author', 'first-rbac']),
    );
  });
});

test('commits of one author within an hour are a burst, those of others are not', () => {
  const at = (index: number, email = 'ada@example.com') => ({
    ...change(900 + index, { email }),
    time: now - 60 * index,
  });
  const signals = (commits: ReturnType<typeof at>[]) =>
    analyse(history(), [...commits, { ...evil, time: now }], options).unusual.flatMap(({ sha, signals }) =>
      sha === evil.id ? signals.map(({ id }) => id) : [],
    );
  expect(signals([1, 2, 3, 4, 5].map((index) => at(index)))).toContain('burst');
  expect(signals([1, 2, 3, 4, 5].map((index) => at(index, `p${index}@example.com`)))).not.toContain('burst');
});

test('what is the same is judged the same, whatever else is asked', () => {
  expect(analyse(history(), [evil], options)).toEqual(analyse(history(), [evil], options));
});
