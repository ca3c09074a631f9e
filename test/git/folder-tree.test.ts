import { afterAll, describe, expect, test } from '@jest/globals';
import { folderTree } from '../../src/git/folder-tree.ts';
import { parseTree, parseTreeObject } from '../../src/git/object/parse-tree.ts';
import type { GitDirectory } from '../../src/git/process/git-directory.ts';
import { opened } from './opened.ts';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

type Format = 'sha1' | 'sha256';

/** What git lists below these paths. */
function listed(repository: TemporaryRepository, tree: string, under: readonly string[]) {
  const output = repository.git('ls-tree', '-r', '-z', '--full-tree', tree, '--', ...under);
  return [...parseTree(Buffer.from(output))];
}

/** Writes a tree object as it is given, which git itself would not. */
function writeTree(repository: TemporaryRepository, entries: readonly (readonly [string, string, string])[]): string {
  const parts = entries.flatMap(([mode, name, id]) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  return repository.pipe(Buffer.concat(parts), 'hash-object', '-t', 'tree', '-w', '--stdin', '--literally');
}

const blob = (repository: TemporaryRepository, text: string): string =>
  repository.pipe(text, 'hash-object', '-w', '--stdin');

describe.each<Format>(['sha1', 'sha256'])('folders of a tree in %s', (objectFormat) => {
  test('are what git lists, in its order', async () => {
    const repository = TemporaryRepository.create({ objectFormat });
    for (const path of ['g/keys/b.asc', 'g/keys/a.asc', 'g/policy.yaml', 'g.yaml', 'g-more/x', 'other/deep/y', 'top'])
      repository.write(path, path);
    repository.write('g/run', '').executable('g/run').symlink('g/link', 'policy.yaml').symlink('s', 'g');
    const head = repository.commit();
    await opened(repository.directory, async (git) => {
      for (const under of [['g'], ['g/keys'], ['g', 'other/deep'], ['other', 'g'], ['s'], ['top'], ['none'], ['top/x']])
        expect([...(await git.tree(head, under))]).toEqual(listed(repository, head, under));
    });
  });

  test('are what git lists of trees that it would not write', async () => {
    const repository = TemporaryRepository.create({ objectFormat });
    const [one, two] = [blob(repository, 'one'), blob(repository, 'two')];
    const inner = writeTree(repository, [
      ['100664', 'z', one],
      ['100755', 'a', two],
      ['120777', 'link', one],
      ['0100644', 'b', two],
      ['160000', 'module', one],
      ['40755', 'g', writeTree(repository, [['100644', 'deep', one]])],
    ]);
    const trees = [
      writeTree(repository, [
        ['100644', 'x', one],
        ['40000', 'g', inner],
        ['40000', 'a', inner],
      ]),
      writeTree(repository, [['100644', 'g/a', one]]),
      writeTree(repository, [['40000', 'g', writeTree(repository, [['100644', 'x/y', one]])]]),
      writeTree(repository, [['160000', 'g', one]]),
    ];
    await opened(repository.directory, async (git) => {
      for (const tree of trees)
        for (const under of [['g'], ['g/g'], ['a', 'g/b']])
          expect([...(await git.tree(tree, under))]).toEqual(listed(repository, tree, under));
    });
  });

  test('with two entries of one name are refused', async () => {
    const repository = TemporaryRepository.create({ objectFormat });
    const id = blob(repository, 'one');
    const twice = writeTree(repository, [
      ['100644', 'a', id],
      ['100644', 'a', id],
    ]);
    const tree = writeTree(repository, [['40000', 'g', twice]]);
    await opened(repository.directory, async (git) => {
      await expect(git.tree(tree, ['g'])).rejects.toThrow('two entries for "g/a"');
      expect([...(await git.tree(tree, ['x']))]).toEqual([]);
    });
  });

  test('that are not here are an error, not empty', async () => {
    const repository = TemporaryRepository.create({ objectFormat });
    const gone = (objectFormat === 'sha1' ? '1' : '2').repeat(objectFormat === 'sha1' ? 40 : 64);
    const file = blob(repository, 'one');
    const trees = [gone, file].map((id) => writeTree(repository, [['40000', 'g', id]]));
    await opened(repository.directory, async (git) => {
      for (const tree of [...trees, gone]) await expect(git.tree(tree, ['g'])).rejects.toThrow('could not read');
    });
  });
});

test('many folders and large ones are what git lists as well', async () => {
  const repository = TemporaryRepository.create();
  for (let index = 0; index < 230; index++) repository.write(`g/${index}/x`, '');
  const many = repository.commit();
  const id = blob(repository, 'one');
  const names = Array.from({ length: 1200 }, (_, index) => String(index).padStart(1000, '0'));
  const large = writeTree(repository, [
    [
      '40000',
      'g',
      writeTree(
        repository,
        names.map((name) => ['100644', name, id] as const),
      ),
    ],
  ]);
  await opened(repository.directory, async (git) => {
    for (const tree of [many, large])
      expect([...(await git.tree(tree, ['g']))]).toEqual(listed(repository, tree, ['g']));
  });
});

test('a folder at many paths counts as often', async () => {
  const trees = new Map<string, Buffer>();
  const add = (entries: readonly (readonly [mode: string, name: string, id: string])[]): string => {
    const id = String(trees.size).padStart(40, '0');
    const parts = entries.flatMap(([mode, name, id]) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    trees.set(id, Buffer.concat(parts));
    return id;
  };
  const names = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(200, '0'));
  const part = add(names(100).map((name) => ['100644', name, '1'.repeat(40)]));
  const git = {
    format: 'sha1',
    infos: async (ids: readonly string[]) =>
      ids.map((id) => ({ id: id.slice(0, 40), type: 'tree', size: trees.get(id.slice(0, 40))?.length })),
    async *objects(ids: readonly string[]) {
      for (const id of ids) yield { id, bytes: trees.get(id) };
    },
  } as unknown as GitDirectory;
  const times = (count: number) => add([['40000', 'g', add(names(count).map((name) => ['40000', name, part]))]]);
  expect((await folderTree(git, times(30), ['g']))?.size).toBe(3000);
  expect(await folderTree(git, times(60), ['g'])).toBeUndefined();
});

test('bytes that are not a tree are none', () => {
  const id = Buffer.alloc(20, 1);
  const entry = (text: string) => Buffer.concat([Buffer.from(text), id]);
  expect(parseTreeObject(entry('100644 a\0'), 'sha1')).toEqual([['a', { mode: '100644', id: '01'.repeat(20) }]]);
  expect(parseTreeObject(Buffer.alloc(0), 'sha1')).toEqual([]);
  for (const bytes of [
    entry('100644 a\0').subarray(0, -1),
    entry('100648 a\0'),
    entry('1006440 a\0'),
    entry('100644 \0'),
    entry('100644'),
    Buffer.from('100644 a'),
  ])
    expect(parseTreeObject(bytes, 'sha1')).toBeUndefined();
});
