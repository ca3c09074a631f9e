import { describe, expect, test } from '@jest/globals';
import type { Arguments } from '../../src/cli/arguments.ts';
import { beginningNote, beginOf, keptNote, type Line, readLine } from '../../src/cli/history/line.ts';
import type { RawCommit, Tree } from '../../src/git/object/object.ts';
import type { Repository, TreeChange } from '../../src/git/repository.ts';
import { InputError } from '../../src/input-error.ts';

const commit = (id: string, ...parents: readonly string[]) => ({ id, tree: id, parents }) as unknown as RawCommit;
const given = (values: Readonly<Record<string, string>> = {}): Arguments => ({
  values: new Map(Object.entries(values)),
  switches: new Set(),
  positionals: [],
  problems: [],
});

async function outcome<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ what, fix }) => `${what} ${fix}`).join();
  }
}

describe('the commits of a branch', () => {
  /** A branch with the commits a, b, c and d, whose tip has the names that are given. */
  const branch = (isWhole = true, ...names: readonly string[]) => {
    const commits = [isWhole ? commit('a') : commit('a', 'z'), commit('b', 'a'), commit('c', 'b'), commit('d', 'c')];
    const repository: Pick<Repository, 'defaultBranch' | 'resolve' | 'firstParents' | 'commits'> = {
      defaultBranch: async () => names[0],
      resolve: async (name, type) => (names.includes(name) && type === 'commit' ? 'd' : undefined),
      firstParents: async (tip, most) => (tip === 'd' ? ['d', 'c', 'b', 'a'].slice(0, most) : []),
      commits: async (ids) => [...ids].map((id) => commits.find((each) => each.id === id) ?? commit(id)),
    };
    return repository;
  };
  const line = async (values: Readonly<Record<string, string>>, isWhole = true, ...names: readonly string[]) => {
    const found = await outcome(readLine(branch(isWhole, ...names), given(values)));
    if (typeof found === 'string') return found;
    const { branch: short, ref, head, commits, isWhole: whole } = found;
    return `${short} ${ref} ${commits.map(({ id }) => id).join('')} ${head.id}${whole ? ' whole' : ''}`;
  };

  test.each<[string, string, string]>([
    ['main', 'main', 'main'],
    ['origin/main', 'main', 'origin/main'],
    ['refs/heads/main', 'main', 'main'],
    ['refs/heads/origin/main', 'origin/main', 'origin/main'],
    ['refs/remotes/origin/a/b', 'a/b', 'origin/a/b'],
    ['refs/remotes/upstream/main', 'main', 'upstream/main'],
    ['refs/tags/origin/x', 'refs/tags/origin/x', 'refs/tags/origin/x'],
    ['my/refs/heads/main', 'my/refs/heads/main', 'my/refs/heads/main'],
  ])('%s is the branch %s, shown as %s', async (name, short, shown) => {
    expect(await line({}, true, name)).toBe(`${short} ${shown} abcd d whole`);
    expect(await line({ branch: name }, true, 'other', name)).toBe(`${short} ${shown} abcd d whole`);
  });

  test('are as many as are asked for, the oldest first', async () => {
    expect(await line({ commits: '2' }, true, 'main')).toBe('main main cd d');
    expect(await line({ commits: '4' }, false, 'main')).toBe('main main abcd d');
    expect(await line({ commits: '100000' }, true, 'main')).toBe('main main abcd d whole');
    for (const commits of ['1', '0', '-2', '2.5', 'x', '', '100001', '9999999', ' 3', '3x'])
      expect(await line({ commits }, true, 'main')).toBe(
        `--commits ${JSON.stringify(commits)} is not such a number a number from 2 to 100000: how many commits of the branch are looked at (default: 100)`,
      );
  });

  test('are a hundred where nothing else is asked for', async () => {
    const asked: number[] = [];
    const repository = {
      ...branch(true, 'main'),
      firstParents: async (_: string, most: number) => [asked.push(most) ? 'd' : '', 'c'],
    };
    await readLine(repository, given());
    expect(asked).toEqual([100]);
  });

  test('have to be there, and more than one', async () => {
    expect(await line({})).toBe('The repository has no default branch. Name one: --branch main');
    expect(await line({ branch: 'x' }, true, 'main')).toBe(
      '"x" names no commit of this repository. Give a branch that is here, e.g. main or origin/main.',
    );
    for (const ids of [['d'], []])
      expect(await outcome(readLine({ ...branch(true, 'main'), firstParents: async () => ids }, given()))).toBe(
        'main has one commit to look at: there is nothing to compare. Name a branch with a history, or more commits: --commits 100',
      );
  });
});

describe('where the walk begins', () => {
  const commits = ['a', 'b', 'c', 'd'].map((id) => commit(id));
  const line: Line = { branch: 'main', ref: 'main', head: commit('d'), commits, isWhole: true };
  const begun = async (values: Readonly<Record<string, string>>, part: Partial<Line> = {}, foundedAt = 'a') => {
    const ids = commits.map(({ id }) => id);
    const repository: Pick<Repository, 'resolve' | 'tree'> = {
      resolve: async (name, type) => (type === 'commit' && name.startsWith('~') ? name.slice(1) : undefined),
      tree: async (id, folders = []) =>
        folders[0] === 'gate' && ids.includes(foundedAt) && id >= foundedAt
          ? (new Map([['gate/policy.yaml', { mode: '100644', id: '1' }]]) as Tree)
          : new Map(),
    };
    const found = await outcome(beginOf(repository, { ...line, ...part }, given(values), 'gate'));
    if (typeof found === 'string') return found;
    return [found.begin.id, found.rest.map(({ id }) => id).join(''), found.why, ...found.notes];
  };

  test('is the oldest commit that is looked at', async () => {
    expect(await begun({})).toEqual(['a', 'bcd', 'the first of the branch']);
    expect(await begun({}, { isWhole: false })).toEqual(['a', 'bcd', 'the oldest looked at: --commits looks further']);
  });

  test('is a commit that is named, of the branch', async () => {
    expect(await begun({ since: '~a' })).toEqual(['a', 'bcd', 'given by --since']);
    expect(await begun({ since: '~c' })).toEqual(['c', 'd', 'given by --since']);
    expect(await begun({ since: '~d' })).toEqual(['d', '', 'given by --since']);
    const what = '--since "x" is not among the newest 4 commits of main';
    expect(await begun({ since: 'x' })).toBe(
      `${what} name a commit of the branch itself, not one that a merge brought in: git log --first-parent`,
    );
    expect(await begun({ since: 'x' }, { isWhole: false })).toBe(
      `${what} look at more of them (--commits 1000), and name one of the branch itself: git log --first-parent`,
    );
  });

  test('says how many commits were before the gate, where that is more than the first', async () => {
    const note = (count: number, id: string) =>
      `${count} commits before gate are judged by the built-in defaults: --since ${id} begins right before gate, where you know that commit to be good.`;
    expect(await begun({}, {}, 'b')).toHaveLength(3);
    expect(await begun({}, {}, 'c')).toEqual(['a', 'bcd', 'the first of the branch', note(2, 'b')]);
    expect(await begun({}, {}, 'd')).toEqual(['a', 'bcd', 'the first of the branch', note(3, 'c')]);
    expect(await begun({}, {}, 'never')).toHaveLength(3);
  });

  test('says whether more of the history was built on another commit', async () => {
    const asked: string[] = [];
    const note = (part: Partial<Line>, older: readonly string[]) =>
      beginningNote(
        {
          olderBeginnings: async (head, first) => {
            asked.push(`${head} ${first}`);
            return older;
          },
        },
        { ...line, ...part },
      );
    expect(await note({}, [])).toEqual([]);
    expect(await note({ isWhole: false }, ['x'])).toEqual([]);
    expect(await note({ commits: [] }, ['x'])).toEqual([]);
    expect(await note({}, ['x', 'y'])).toEqual([
      'First parents lead to a, but more of the history was built on x: the branch may have been given another first parent, and the commits before that are not walked along. Begin at a commit that you know (--since), or look at what was merged (git log --graph).',
    ]);
    expect(asked).toEqual(['d a', 'd a']);
  });
});

test('a return that keeps a folder which has changed says what comes of it', async () => {
  const note = (paths: readonly string[], folder: string | undefined = 'gate', good = 'b') =>
    keptNote(
      {
        changes: async (from, to) => (from === good && to === 'd' ? paths.map((path) => ({ path }) as TreeChange) : []),
      },
      { head: commit('d'), ref: 'origin/main' },
      { good: commit(good) },
      folder,
    );
  expect(await note(['a.yaml', 'gate/policy.yaml'])).toEqual([
    'The return keeps gate as it is today, and that has changed since the good commit. So the files after it are not those of the good commit, and last-good can go on refusing origin/main for a commit that the return does not undo, e.g. an unsigned one. Once the return is reviewed and merged, begin there: last-good --since MERGE. Or accept the finding in the policy.',
  ]);
  expect(await note(['a.yaml', 'gated/x'])).toEqual([]);
  expect(await note(['gate/policy.yaml'], 'gate', 'd')).toEqual([]);
  const changes = async () => [{ path: 'gate/x' } as TreeChange];
  expect(await keptNote({ changes }, { head: commit('d'), ref: 'main' }, { good: commit('b') }, undefined)).toEqual([]);
});
