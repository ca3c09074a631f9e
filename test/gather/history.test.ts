import { describe, expect, test } from '@jest/globals';
import { Budget } from '../../src/gather/budget.ts';
import { readHistory } from '../../src/gather/older/passing-secrets.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { MissingObjectsError } from '../../src/git/repository.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

const policy = { ...defaultPolicy, limits: { ...defaultPolicy.limits, bytes: 1000 } };
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: 3k9-Vq7xL2mP}\n';
const before = folderOfFiles({ 'apps/a.yaml': 'a: 1\n' });
const after = folderOfFiles({ 'apps/a.yaml': 'a: 2\n' });

async function looked(
  between: readonly Readonly<Record<string, string>>[],
  commitBlobs?: (ids: readonly string[]) => Promise<never>,
) {
  const memory = memoryRepository(before, after, between.map(folderOfFiles));
  const read: string[] = [];
  const repository: typeof memory = {
    ...memory,
    ...(commitBlobs === undefined ? {} : { commitBlobs }),
    blobs(ids, limit) {
      const wanted = [...ids];
      read.push(...wanted);
      return memory.blobs(wanted, limit);
    },
  };
  const commits = between.map((_, index) => `${index + 1}`);
  const range = { ...emptyRange('request'), before: 'before', after: 'after', commits };
  const budget = new Budget(policy.limits);
  const found = await readHistory(repository, range, await readTrees(repository, range), policy, new Set(), budget);
  return { read, found: found.map(({ commit, path }) => `${commit} ${path}`), unfinished: budget.unfinished };
}

describe('what is read of the commits', () => {
  test('nothing, where they bring in only what the trees have', async () => {
    expect(await looked([{ 'apps/a.yaml': 'a: 2\n' }])).toEqual({ read: [], found: [], unfinished: [] });
  });

  test('a manifest over the limit is said, and the others are judged', async () => {
    const large = `# ${'x'.repeat(1000)}\n`;
    const { found, unfinished } = await looked([
      { 'apps/a.yaml': large, 'apps/large.txt': large, 'apps/s.yaml': secret },
    ]);
    expect(found).toEqual(['1 apps/s.yaml']);
    expect(unfinished.map(({ what }) => what)).toEqual([
      'Looking for secrets in the commits broke off: apps/a.yaml has 1003 bytes in commit 1, more than 1000 (limit bytes)',
    ]);
  });

  test('commits that cannot be listed are said, and end nothing else', async () => {
    const missing = new MissingObjectsError('git diff-tree lists more than 64 MiB of paths.', 'Split the change.');
    expect(await looked([{ 'apps/s.yaml': secret }], () => Promise.reject(missing))).toMatchObject({
      found: [],
      unfinished: [{ what: expect.stringContaining('lists more than'), remedy: 'Split the change.' }],
    });
  });
});
