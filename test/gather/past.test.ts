import { expect, test } from '@jest/globals';
import { comparePast, learnPast, PastMemory, youngHistoryNotes } from '../../src/gather/older/past.ts';
import { parseCommit } from '../../src/git/object/parse-object.ts';
import { emptyRange, type Range } from '../../src/git/range/range.ts';
import { MissingObjectsError, type PastCommits } from '../../src/git/repository.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';

const now = Date.UTC(2026, 5, 15);
const id = (index: number) => String(index).padStart(40, '0');
const commit = (index: number, name = 'Ada') =>
  parseCommit(
    id(index),
    Buffer.from(
      `tree ${id(1)}\nauthor ${name} <${name}@example.com> ${1_700_000_000 + index * 7200} +0000\ncommitter ${name} <${name}@example.com> 1700000000 +0000\n\nfix: a\n`,
    ),
  );
const files = (path: string) => [{ path, isRemoved: false }];
const ids = Array.from({ length: 200 }, (_, index) => id(index));
const ordinary: PastCommits = {
  ids,
  commits: Array.from({ length: 200 }, (_, index) => ({ commit: commit(index), files: files('apps/a.yaml') })),
};
const range: Range = { ...emptyRange('request'), target: id(199), head: id(900), commits: [id(900)] };

/** What is asked of the repository, in order, and what comes of it. */
async function asked(given: Partial<Range> = {}, policy: Partial<Policy> = {}, past: PastCommits = ordinary) {
  const calls: string[] = [];
  const repository = {
    objectFormat: 'sha1' as const,
    pastCommits: async (head: string, most: number) => {
      calls.push(`past ${head.replace(/^0+/, '')} ${most}`);
      return past;
    },
    changedFiles: async (ids: readonly string[]) => {
      calls.push('files');
      return new Map(ids.map((one) => [one, files('clusters/prod/rbac.yaml')]));
    },
    commits: async (ids: readonly string[]) => {
      if (ids.includes(id(666))) throw new MissingObjectsError('It is not here', 'Clone it');
      return ids.map((one) => commit(Number(one), 'Mallory'));
    },
  };
  const [whole, holds] = [
    { ...range, ...given },
    { ...defaultPolicy, ...policy },
  ];
  const learned = await learnPast(repository, whole, holds, now);
  return { calls, ...(await comparePast(repository, whole, learned, holds, now)) };
}

const demanding = {
  signatures: {
    ...defaultPolicy.signatures,
    requirements: [{ paths: [], rules: ['unusual-change'], signers: [], roles: ['admin'] }],
  },
};
const off = { rules: new Map([['unusual-change', 'off'] as const]) };

test('the base is learned from, and the change is compared with it', async () => {
  const { calls, past, unjudged } = await asked();
  expect(calls).toEqual(['past 199 2000', 'files']);
  expect(past).toMatchObject({
    changes: 200,
    unusual: [{ sha: id(900), signals: [{ id: 'first-rbac' }, { id: 'new-author' }] }],
  });
  expect(unjudged).toEqual([]);
});

test.each<[string, Partial<Range>, Partial<Policy>]>([
  ['where it is off', {}, off],
  ['in an audit', { kind: 'audit', target: undefined, commits: [] }, {}],
  ['of what is staged', { kind: 'staged', commits: [] }, {}],
  ['of a first push', { kind: 'first-push', target: undefined }, {}],
  ['of a tag', { kind: 'tag' }, {}],
])('nothing is read %s', async (_, given, policy) => {
  expect(await asked(given, policy)).toEqual({ calls: [], past: undefined, unjudged: [] });
});

test('it is read where the rule is off and its findings demand a signer', async () => {
  expect((await asked({}, { ...off, ...demanding })).calls).not.toEqual([]);
});

test('a forced push is known by what it took out', async () => {
  const signals = async (given: Partial<Range>) =>
    (await asked(given)).past?.unusual.flatMap((one) => one.signals.map((signal) => signal.id));
  expect(await signals({ kind: 'push', mergeBase: id(150) })).toContain('forced-push');
  expect(await signals({ kind: 'push', mergeBase: id(199) })).not.toContain('forced-push');
  expect(await signals({ kind: 'request', mergeBase: id(150) })).not.toContain('forced-push');
});

test('history that is not here is said, and is no pass where the policy demands signers by it', async () => {
  const why = 'the history is not in this clone';
  expect(await asked({}, {}, { why })).toMatchObject({ past: { changes: 0, why, unusual: [] }, unjudged: [] });
  const { unjudged } = await asked({}, demanding, { why });
  expect(unjudged).toEqual([
    {
      what: `Whether the change is unusual, for which the policy demands signers, could not be judged: ${why}.`,
      remedy: expect.stringContaining('fetch-depth: 0'),
    },
  ]);
});

test('commits of the change that are not here are said likewise', async () => {
  const { past, unjudged } = await asked({ commits: [id(666)] }, demanding);
  expect({ why: past?.why, count: unjudged.length }).toEqual({ why: 'It is not here', count: 1 });
});

test('a young history is no fault of the clone; that a demand cannot be made by it is said', async () => {
  const young = { ids: ids.slice(0, 10), commits: ordinary.commits?.slice(0, 10) ?? [] };
  const { past, unjudged } = await asked({}, demanding, young);
  expect({ past, unjudged }).toMatchObject({ past: { changes: 10, unusual: [] }, unjudged: [] });
  const demandingPolicy = { ...defaultPolicy, ...demanding };
  expect(youngHistoryNotes(past, demandingPolicy)).toEqual([expect.stringContaining('10 earlier changes are too few')]);
  expect(youngHistoryNotes(past, defaultPolicy)).toEqual([]);
  expect(youngHistoryNotes((await asked()).past, demandingPolicy)).toEqual([]);
  // Not there at all is no pass, and said as such.
  expect(
    youngHistoryNotes({ changes: 0, why: 'the history is not in this clone', unusual: [] }, demandingPolicy),
  ).toEqual([]);
});

test('what was learned for one commit is not read again for the next, and gives the same', async () => {
  const known: number[] = [];
  const all = ordinary.commits ?? [];
  const repository = {
    objectFormat: 'sha1' as const,
    pastCommits: async (head: string, _: number, before: ReadonlyMap<string, unknown>) => {
      known.push(before.size);
      const there = all.slice(0, Number(head) + 1);
      return {
        ids: there.map(({ commit }) => commit.id),
        commits: there.filter(({ commit }) => !before.has(commit.id)),
      };
    },
  };
  const memory = new PastMemory();
  const learn = async (head: string, from = memory) => {
    const { model } = await from.learn(repository, head, new Set(), now);
    return { changes: model?.changes, kinds: model?.history.kinds, populations: model?.populations() };
  };
  await learn(id(150));
  const next = await learn(id(160));
  expect(await learn(id(160))).toEqual(next);
  expect(known).toEqual([0, 151]);
  expect(next.changes).toBe(161);
  expect(await learn(id(160), new PastMemory())).toEqual(next);
});
