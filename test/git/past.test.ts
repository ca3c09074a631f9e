import { afterAll, describe, expect, test } from '@jest/globals';
import { parsePastCommits } from '../../src/git/object/parse-past.ts';
import { parseCommitChanges } from '../../src/git/object/parse-tree.ts';
import type { PastCommits } from '../../src/git/repository.ts';
import { opened } from './opened.ts';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

const filesOf = ({ commits = [] }: PastCommits) =>
  commits.map(({ commit, files }) => [
    commit.subject,
    files.map(({ path, isRemoved }) => (isRemoved ? `-${path}` : path)),
  ]);

function grown() {
  const repository = TemporaryRepository.create();
  repository.write('a', '1').write('d/:x\ny', '1').commit('First');
  const side = repository.switch('side', 'main').write('s', '1').commit('Side');
  repository.switch('main').write('a', '2').commit('Second');
  const merge = repository.merge('side');
  const head = repository.remove('a').write('b', '1').commit('Third');
  return { repository, side, merge, head };
}

describe('what earlier commits touched', () => {
  test('is given oldest first, without merges', async () => {
    const { repository, head } = grown();
    await opened(repository.directory, async (git) => {
      const past = await git.pastCommits(head, 10, new Map());
      expect(filesOf(past).sort()).toEqual([
        ['First', ['a', 'd/:x\ny']],
        ['Second', ['a']],
        ['Side', ['s']],
        ['Third', ['-a', 'b']],
      ]);
      expect(filesOf(past)[0]?.[0]).toBe('First');
      expect(filesOf(await git.pastCommits(head, 1, new Map()))).toEqual([['Third', ['-a', 'b']]]);
    });
  });

  test('is read of those alone that nobody knows yet, in the same order', async () => {
    const { repository, side, head } = grown();
    await opened(repository.directory, async (git) => {
      const whole = await git.pastCommits(head, 10, new Map());
      const [first = '', ...others] = 'ids' in whole ? whole.ids : [];
      const known = new Map([first, side].map((id) => [id, true]));
      const rest = await git.pastCommits(head, 10, known);
      expect(rest).toMatchObject({ ids: [first, ...others] });
      const unknown = (whole.commits ?? []).filter(({ commit }) => !known.has(commit.id));
      expect(unknown).toHaveLength(2);
      expect(filesOf(rest)).toEqual(filesOf({ ids: [], commits: unknown }));
      const all = new Map([first, ...others].map((id) => [id, true]));
      expect(await git.pastCommits(head, 10, all)).toEqual({ ids: [first, ...others], commits: [] });
    });
  });

  test('is not known where the clone is cut off before so many', async () => {
    const { repository, head } = grown();
    const clone = TemporaryRepository.create();
    clone.git('fetch', '--quiet', '--depth=2', repository.url, head);
    await opened(clone.directory, async (git) => {
      expect(await git.pastCommits(head, 10, new Map())).toEqual({ why: 'the history is not in this clone' });
      expect(filesOf(await git.pastCommits(head, 1, new Map()))).toEqual([['Third', ['-a', 'b']]]);
    });
  });

  test('is not fetched where folders were left out', async () => {
    const { repository, head } = grown();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = TemporaryRepository.clone(repository.url, '--filter=tree:0', '--no-checkout');
    await opened(clone.directory, async (git) => {
      expect(await git.pastCommits(head, 10, new Map())).toEqual({
        why: 'the folders of earlier commits are not in this clone',
      });
    });
  });

  test('needs no contents of files', async () => {
    const { repository, head } = grown();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = TemporaryRepository.clone(repository.url, '--filter=blob:none', '--no-checkout');
    clone.git('remote', 'remove', 'origin');
    await opened(clone.directory, async (git) => {
      expect(filesOf(await git.pastCommits(head, 10, new Map()))).toHaveLength(4);
    });
  });
});

test('of a merge, what is as in none of its parents', async () => {
  const { repository, side, merge, head } = grown();
  const other = repository.switch('other', side).write('o', '1').commit('Other');
  repository.switch('evil', head).git('merge', '--quiet', '--no-ff', '--no-commit', other);
  const hidden = repository.write('hidden.yaml', 'x: 1\n').commit('Merge with something of its own');
  await opened(repository.directory, async (git) => {
    const files = await git.changedFiles([merge, head, hidden]);
    expect(files.get(merge) ?? []).toEqual([]);
    expect(files.get(head)).toEqual([
      { path: 'a', isRemoved: true },
      { path: 'b', isRemoved: false },
    ]);
    expect(files.get(hidden)).toEqual([{ path: 'hidden.yaml', isRemoved: false }]);
    expect(await git.changedFiles([])).toEqual(new Map());
  });
});

test('a path that looks like a commit or a record is a path', () => {
  const [id, other, none] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];
  const changed = `:100644 100644 ${id} ${other} M`;
  const removed = `:100644 000000 ${id} ${none} D`;
  const output = Buffer.from([id, changed, other, removed, removed, other, ''].join('\0'));
  expect([...parseCommitChanges(output)].map(([commit, { files }]) => [commit, files])).toEqual([
    [
      id,
      [
        { path: other, isRemoved: false },
        { path: removed, isRemoved: true },
      ],
    ],
    [other, []],
  ]);
});

test('a message that looks like a status or a commit, and a commit without files', () => {
  const person = 'Ada <ada@example.com> 1700000000 +0000';
  const headers = `tree ${'a'.repeat(40)}\nauthor ${person}\ncommitter ${person}\n`;
  const record = (id: string, message: string, rest = '') =>
    `commit ${id.repeat(40)}\n${headers}\n${message.replaceAll(/^/gm, '    ')}\n${rest}`;
  const output = [
    record('1', 'M'),
    record('2', `commit ${'9'.repeat(40)}\nD`, '\nM'),
    'commit me.yaml',
    'D',
    'a',
    record('3', ''),
  ];
  const parsed = parsePastCommits(Buffer.from(output.join('\0')));
  expect(parsed.map(({ commit, files }) => [commit.id[0], commit.subject, files])).toEqual([
    ['1', 'M', []],
    [
      '2',
      `commit ${'9'.repeat(40)}`,
      [
        { path: 'commit me.yaml', isRemoved: false },
        { path: 'a', isRemoved: true },
      ],
    ],
    ['3', '', []],
  ]);
});
