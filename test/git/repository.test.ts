import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { MissingObjectsError } from '../../src/git/object/missing-objects-error.ts';
import { emptyTree } from '../../src/git/object/object-id.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { makeScratch } from '../../src/git/process/scratch.ts';
import type { Blob, Repository } from '../../src/git/repository.ts';
import { InputError } from '../../src/input-error.ts';
import { namesOf, opened } from './opened.ts';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from './temporary-repository.ts';

afterAll(removeTemporary);

async function allBlobs(repository: Repository, ids: Iterable<string>, limit: number): Promise<readonly Blob[]> {
  const blobs: Blob[] = [];
  for await (const blob of repository.blobs(ids, limit)) blobs.push(blob);
  return blobs;
}

let made: ReturnType<typeof makeSmall> | undefined;

/** Two commits on main, and what a run should see of them. */
function small() {
  made ??= makeSmall();
  return { ...made, repository: made.repository.copy() };
}

function makeSmall(options: { objectFormat?: 'sha1' | 'sha256' } = {}) {
  const repository = TemporaryRepository.create(options);
  const base = repository.write('dir/a.yaml', 'a: 1\n').write('b.yaml', 'b: 1\n').commit('Base');
  const head = repository.write('dir/a.yaml', 'a: 2\n').remove('b.yaml').write('c.yaml', 'c: 1\n').commit('Head');
  return { repository, base, head };
}

async function expectWhole(directory: string, base: string, head: string): Promise<void> {
  await opened(directory, async (repository) => {
    const range = await repository.range({ kind: 'request', base, head });
    expect(range).toMatchObject({ commits: [head], before: base, after: head });
    const changes = await repository.changes(range.before, range.after);
    expect(changes.map(({ path, before, after }) => [path, before?.mode, after?.mode])).toEqual([
      ['b.yaml', '100644', undefined],
      ['c.yaml', undefined, '100644'],
      ['dir/a.yaml', '100644', '100644'],
    ]);
    expect([...(await repository.tree(head)).keys()].toSorted()).toEqual(['c.yaml', 'dir/a.yaml']);
    expect(await repository.changes(undefined, head)).toHaveLength(2);
    expect(await repository.changes(head, undefined)).toHaveLength(2);
    expect((await repository.commits([base, head])).map(({ subject }) => subject)).toEqual(['Base', 'Head']);
    expect(namesOf(await repository.commitPaths([base, head]))).toEqual(
      new Map([
        [base, ['b.yaml', 'dir/a.yaml']],
        [head, ['b.yaml', 'c.yaml', 'dir/a.yaml']],
      ]),
    );
  });
}

describe('a repository is found and read', () => {
  test('at its top and below it', async () => {
    const { repository, base, head } = small();
    await expectWhole(repository.directory, base, head);
    await expectWhole(join(repository.directory, 'dir'), base, head);
    await opened(join(repository.directory, 'dir'), async (git) => expect(git.directory).toBe(repository.directory));
  });

  test('with SHA-256 names', async () => {
    const { repository, base, head } = makeSmall({ objectFormat: 'sha256' });
    expect(head).toHaveLength(64);
    await expectWhole(repository.directory, base, head);
    await opened(repository.directory, async (git) => {
      expect(await git.resolve(head.slice(0, 40))).toBe(head);
      const merged = await git.mergeTree(base, head);
      expect(merged).toBe(repository.git('rev-parse', `${head}^{tree}`));
    });
  });

  test('bare', async () => {
    const { repository, base, head } = small();
    const bare = TemporaryRepository.clone(repository.url, '--bare');
    await expectWhole(bare.directory, base, head);
    await opened(bare.directory, async (git) => expect(git.directory).toBe(bare.directory));
  });

  test('in a linked work tree', async () => {
    const { repository, base, head } = small();
    const linked = join(temporaryDirectory(), 'linked');
    repository.git('worktree', 'add', '--quiet', '--detach', linked, base);
    await expectWhole(linked, base, head);
    await opened(linked, async (git) => {
      expect(git.directory).toBe(linked);
      expect(await git.resolve('HEAD')).toBe(base);
    });
  });

  test('as a submodule', async () => {
    const { repository, base, head } = small();
    const outer = TemporaryRepository.create();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.url, 'inner');
    await expectWhole(join(outer.directory, 'inner'), base, head);
  });

  test('with objects borrowed from others, which borrow in turn by relative paths', async () => {
    const { repository, base, head } = small();
    const middle = TemporaryRepository.clone(repository.url, '--shared', '--no-checkout');
    const alternates = (of: TemporaryRepository) => join(of.directory, '.git', 'objects', 'info', 'alternates');
    writeFileSync(alternates(middle), `../../../../${repository.directory.split('/').at(-1)}/.git/objects\n`);
    const last = TemporaryRepository.clone(middle.directory, '--shared', '--no-checkout');
    await expectWhole(last.directory, base, head);
  });

  test('at a path with quotes, spaces, a colon and bytes beyond ASCII', async () => {
    const directory = join(temporaryDirectory(), ` a"b\\c'd:e;#ü$(id)`);
    const repository = TemporaryRepository.create({ directory });
    const base = repository.write('dir/a.yaml', 'a: 1\n').write('b.yaml', 'b: 1\n').commit('Base');
    const head = repository.write('dir/a.yaml', 'a: 2\n').remove('b.yaml').write('c.yaml', 'c: 1\n').commit('Head');
    await expectWhole(directory, base, head);
  });

  test('with packed objects, packed refs and a commit graph', async () => {
    const { repository, base, head } = small();
    repository.git('repack', '-adq', '--write-bitmap-index');
    repository.git('pack-refs', '--all');
    repository.git('commit-graph', 'write', '--reachable');
    await expectWhole(repository.directory, base, head);
  });

  test.each(['/nowhere/at/all', '/'])('%s is none', async (directory) => {
    await expect(openRepository(directory)).rejects.toThrow(InputError);
  });

  test('with a broken configuration says so', async () => {
    const { repository } = small();
    appendFileSync(join(repository.directory, '.git', 'config'), '[broken\n');
    await expect(openRepository(repository.directory)).rejects.toThrow(/bad config/);
  });
});

describe('the default branch', () => {
  test('is what origin says', async () => {
    const { repository } = small();
    repository.git('branch', 'trunk');
    repository.git('checkout', '--quiet', 'trunk');
    const clone = TemporaryRepository.clone(repository.url);
    clone.git('branch', 'main');
    await opened(clone.directory, async (git) => expect(await git.defaultBranch()).toBe('refs/remotes/origin/trunk'));
  });

  test('is else called main or master', async () => {
    const { repository } = small();
    await opened(repository.directory, async (git) => expect(await git.defaultBranch()).toBe('refs/heads/main'));
    repository.git('branch', '--move', 'main', 'master');
    await opened(repository.directory, async (git) => expect(await git.defaultBranch()).toBe('refs/heads/master'));
    repository.git('branch', '--move', 'master', 'other');
    await opened(repository.directory, async (git) => expect(await git.defaultBranch()).toBeUndefined());
  });
});

test('a revision is peeled to what is asked for', async () => {
  const { repository, head } = small();
  repository.git('tag', '--annotate', '--message=One', 'v1');
  await opened(repository.directory, async (git) => {
    const tag = repository.git('rev-parse', 'v1');
    expect(await git.resolve('v1')).toBe(tag);
    expect(await git.resolve('v1', 'tag')).toBe(tag);
    expect(await git.resolve('v1', 'commit')).toBe(head);
    expect(await git.resolve('HEAD', 'tree')).toBe(repository.git('rev-parse', 'HEAD^{tree}'));
    expect(await git.resolve('HEAD', 'tag')).toBeUndefined();
    expect(await git.resolve(head.slice(0, 10))).toBe(head);
    expect(await git.resolve(head.toUpperCase())).toBe(head);
    expect(await git.tag(tag)).toMatchObject({
      object: head,
      type: 'commit',
      name: 'v1',
      subject: 'One',
      tagger: { name: 'Ada' },
    });
    await expect(git.tag(head)).rejects.toThrow(MissingObjectsError);
  });
});

test('a range of a tag that is not a commit is refused', async () => {
  const { repository } = small();
  repository.git('tag', 'tree', 'HEAD^{tree}');
  await opened(repository.directory, async (git) =>
    expect(git.range({ kind: 'tag', tag: 'tree', defaultBranch: 'main' })).rejects.toThrow(InputError),
  );
});

describe('below given paths', () => {
  test('only whole names count', async () => {
    const repository = TemporaryRepository.create();
    repository
      .write('a/x', '1')
      .write('ab/x', '1')
      .write('a.b', '1')
      .write('c/a/x', '1')
      .write('*', '1')
      .write('d', '1')
      .commit();
    await opened(repository.directory, async (git) => {
      const below = async (...paths: string[]) => [...(await git.tree(repository.head(), paths)).keys()].toSorted();
      expect(await below('a')).toEqual(['a/x']);
      expect(await below('a/')).toEqual(['a/x']);
      expect(await below('c', 'd')).toEqual(['c/a/x', 'd']);
      expect(await below('*')).toEqual(['*']);
      expect(await below('none')).toEqual([]);
      expect(await below(...Array.from({ length: 200 }, (_, i) => `n${i}`), 'a')).toEqual(['a/x']);
    });
  });
});

describe('blobs', () => {
  test('come once each, in the order asked for, and not beyond the limit', async () => {
    const repository = TemporaryRepository.create();
    const big = randomBytes(300_000);
    repository.write('big', big).write('small', 'x').write('empty', '').write('edge', 'y'.repeat(1000)).commit();
    const id = (name: string) => repository.git('rev-parse', `HEAD:${name}`);
    const none = 'f'.repeat(40);
    await opened(repository.directory, async (git) => {
      const asked = [id('small'), id('big'), id('small'), none, id('empty'), id('edge')];
      expect(await allBlobs(git, asked, 1000)).toEqual([
        { id: id('small'), size: 1, bytes: Buffer.from('x') },
        { id: id('big'), size: 300_000, bytes: undefined, why: 'oversize' },
        { id: none, size: 0, bytes: undefined, why: 'missing' },
        { id: id('empty'), size: 0, bytes: Buffer.alloc(0) },
        { id: id('edge'), size: 1000, bytes: Buffer.from('y'.repeat(1000)) },
      ]);
      const [whole] = await allBlobs(git, [id('big')], 300_000);
      expect(whole?.bytes?.equals(big)).toBe(true);
    });
  });

  test('of all sizes come as they are', async () => {
    const repository = TemporaryRepository.create();
    const contents = Array.from({ length: 60 }, (_, i) => randomBytes(Math.floor(1.25 ** i)));
    contents.forEach((content, index) => void repository.write(`${index}`, content));
    repository.commit();
    await opened(repository.directory, async (git) => {
      const tree = await git.tree(repository.head());
      const ids = contents.map((_, index) => tree.get(`${index}`)?.id ?? '');
      const blobs = new Map((await allBlobs(git, ids, 1 << 30)).map(({ id, bytes }) => [id, bytes]));
      for (const [index, content] of contents.entries())
        expect(blobs.get(ids[index] ?? '')?.equals(content)).toBe(true);
    });
  });

  test('need not be read to the end', async () => {
    const repository = TemporaryRepository.create();
    for (let i = 0; i < 20; i++) repository.write(`${i}`, randomBytes(200_000));
    repository.commit();
    await opened(repository.directory, async (git) => {
      const ids = [...(await git.tree(repository.head())).values()].map((entry) => entry.id);
      for await (const blob of git.blobs(ids, 1 << 20)) {
        expect(blob.size).toBe(200_000);
        break;
      }
      expect(await allBlobs(git, ids, 1 << 20)).toHaveLength(20);
    });
  });
});

test('an object whose bytes are not those of its name is refused', async () => {
  const { repository, base, head } = small();
  const objects = join(repository.directory, '.git', 'objects');
  const file = (id: string) => join(objects, id.slice(0, 2), id.slice(2));
  const blob = repository.git('rev-parse', `${base}:b.yaml`);
  const other = repository.git('rev-parse', `${head}:c.yaml`);
  for (const [to, from] of [
    [head, base],
    [blob, other],
  ] as const) {
    const bytes = readFileSync(file(from));
    rmSync(file(to), { force: true });
    writeFileSync(file(to), bytes);
  }
  await opened(repository.directory, async (git) => {
    await expect(git.commits([head])).rejects.toThrow(MissingObjectsError);
    await expect(allBlobs(git, [blob], 1000)).rejects.toThrow(MissingObjectsError);
  });
});

test('a commit that is not there, or is something else, is refused', async () => {
  const { repository, head } = small();
  await opened(repository.directory, async (git) => {
    await expect(git.commits([head, 'f'.repeat(40)])).rejects.toThrow(MissingObjectsError);
    await expect(git.commits([repository.git('rev-parse', 'HEAD^{tree}')])).rejects.toThrow(MissingObjectsError);
    expect(await git.commits([])).toEqual([]);
  });
});

test('the paths of a merge are those against any of its parents', async () => {
  const repository = TemporaryRepository.create();
  const base = repository.write('a', '1').commit();
  repository.switch('change', base).write('c', '1').commit();
  const side = repository.head();
  repository.switch('main').write('m', '1').commit();
  const merge = repository.merge('change');
  const empty = repository.commitIndex('Empty', { allowEmpty: true });
  await opened(repository.directory, async (git) => {
    const paths = await git.commitPaths([merge, side, empty, base]);
    expect(paths.get(merge)?.get('c')).toEqual((await git.tree(merge)).get('c'));
    expect(namesOf(paths)).toEqual(
      new Map([
        [merge, ['c', 'm']],
        [side, ['c']],
        [empty, []],
        [base, ['a']],
      ]),
    );
  });
});

test('the last commit of each path, whatever its name', async () => {
  const repository = TemporaryRepository.create();
  repository.write('a', '1').write('b', '1').commit('First', { time: 1_000_000_000 });
  const head = repository
    .write('b', '2')
    .write('d/:12\nx', '1')
    .write(':12', '1')
    .commit('Second', { time: 1_100_000_000 });
  await opened(repository.directory, async (git) => {
    expect([...(await git.lastCommits(head))].sort()).toEqual([
      [':12', 1_100_000_000],
      ['a', 1_000_000_000],
      ['b', 1_100_000_000],
      ['d/:12\nx', 1_100_000_000],
    ]);
  });
});

test('where a clone is cut off, the last commits of what it has unchanged are not known', async () => {
  const origin = TemporaryRepository.create();
  origin.write('a', '1').write('b', '1').commit('First', { time: 1_000_000_000 });
  origin.write('a', '2').commit('Second', { time: 1_100_000_000 });
  const head = origin.write('b', '2').commit('Third', { time: 1_200_000_000 });
  const clone = TemporaryRepository.create();
  clone.git('fetch', '--quiet', '--depth=2', origin.url, head);
  await opened(clone.directory, async (git) => {
    expect([...(await git.lastCommits(head))]).toEqual([['b', 1_200_000_000]]);
  });
});

test('a merge brings in only what none of its parents has, and a commit what its parent has not', async () => {
  const repository = TemporaryRepository.create();
  const base = repository.write('a', '1').write('b', '1').commit();
  const side = repository.switch('change', base).write('a', '2').commit();
  const other = repository.switch('main').write('m', '1').commit();
  repository.git('merge', '--no-commit', '--no-ff', 'change');
  const merge = repository.write('a', '3').remove('b').commit();
  await opened(repository.directory, async (git) => {
    const blobs = await git.commitBlobs([base, side, other, merge]);
    const added = (id: string) => blobs.get(id)?.added.map(({ path, before }) => [path, before.length]);
    expect(added(base)).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(added(side)).toEqual([['a', 1]]);
    expect(added(other)).toEqual([['m', 0]]);
    expect(added(merge)).toEqual([['a', 2]]);
    expect(blobs.get(merge)?.removed).toEqual([
      (await git.tree(base)).get('b')?.id,
      (await git.tree(base)).get('b')?.id,
    ]);
  });
});

describe('a merge recomputed', () => {
  test('gives the tree git would make, and nothing for a conflict', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1\n2\n3\n4\n5\n6\n').commit();
    const ours = repository.write('a', 'one\n2\n3\n4\n5\n6\n').commit();
    const theirs = repository.switch('change', base).write('a', '1\n2\n3\n4\n5\nsix\n').commit();
    const conflict = repository.switch('other', base).write('a', 'eins\n2\n3\n4\n5\n6\n').commit();
    await opened(repository.directory, async (git) => {
      expect(await git.mergeTree(ours, conflict)).toBeUndefined();
      const tree = (await git.mergeTree(ours, theirs)) ?? '';
      const [blob] = await allBlobs(git, [(await git.tree(tree)).get('a')?.id ?? ''], 100);
      expect(blob?.bytes?.toString()).toBe('one\n2\n3\n4\n5\nsix\n');
    });
  });

  test('of histories that have nothing in common holds both', async () => {
    const repository = TemporaryRepository.create();
    const ours = repository.write('a', '1').commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const theirs = repository.git(
      'commit-tree',
      '-m',
      'Other',
      repository.pipe(`100644 blob ${repository.git('rev-parse', `${ours}:a`)}\tb\n`, 'mktree'),
    );
    await opened(repository.directory, async (git) => {
      expect([...(await git.tree((await git.mergeTree(ours, theirs)) ?? '')).keys()]).toEqual(['a', 'b']);
    });
  });

  test('needs git 2.38; with an older one the merge base is compared and the report says so', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const target = repository.write('b', '1').commit();
    const head = repository.switch('change', base).write('c', '1').commit();
    const directory = temporaryDirectory();
    // What git 2.37 says to it: it takes three arguments and knows no options.
    const real = spawnSync('sh', ['-c', 'command -v git']).stdout.toString().trim();
    const old = `#!/bin/sh\nif [ "$1" = merge-tree ]; then echo 'usage: git merge-tree <base-tree> <branch1> <branch2>' >&2; exit 129; fi\nexec '${real}' "$@"\n`;
    writeFileSync(join(directory, 'git'), old);
    chmodSync(join(directory, 'git'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${directory}:${path}`;
    try {
      await opened(repository.directory, async (git) => {
        const range = await git.range({ kind: 'request', base: target, head });
        expect(range).toMatchObject({ before: base, after: head, result: undefined, trust: target });
        expect(range.notes.join()).toContain('older than 2.38');
        expect(await git.mergeTree(target, head)).toBeUndefined();
      });
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('in a hook', () => {
  const saved = { ...process.env };
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
    Object.assign(process.env, saved);
  });

  test('the index is the one git is about to commit', async () => {
    const { repository, head } = small();
    const other = small();
    const hooks = temporaryDirectory();
    const seen = join(hooks, 'environment');
    writeFileSync(
      join(hooks, 'pre-commit'),
      `#!/bin/sh\nenv | grep '^GIT_' > '${seen}'\ncp "$GIT_INDEX_FILE" '${hooks}/index'\n`,
      { mode: 0o755 },
    );
    repository.write('c.yaml', 'c: 2\n');
    const linked = join(temporaryDirectory(), 'linked');
    repository.git('worktree', 'add', '--quiet', '--detach', linked, head);
    const commit = ['-c', `core.hooksPath=${hooks}`, 'commit', '--quiet', '--all', '--message=All'];
    repository.git(...commit);
    const variables = Object.fromEntries(
      readFileSync(seen, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    // `git commit --all` writes an index of its own; put it back, as it is while the hook runs.
    process.env.GIT_INDEX_FILE = join(hooks, 'index');
    expect(variables.GIT_INDEX_FILE).toBeDefined();
    await opened(
      repository.directory,
      async (git) => {
        const range = await git.range({ kind: 'staged', base: head });
        expect(range.after).toBe(repository.git('rev-parse', 'HEAD^{tree}'));
      },
      { inHook: true },
    );
    process.env.GIT_DIR = join(repository.directory, '.git');
    await opened(
      other.repository.directory,
      async (git) => {
        expect(await git.resolve('HEAD')).toBe(repository.head());
      },
      { inHook: true },
    );
    await opened(other.repository.directory, async (git) => expect(await git.resolve('HEAD')).toBe(other.head));
  });
});

test('variables of git that steer it are not passed on', async () => {
  const { repository, base, head } = small();
  const other = small();
  const steering = {
    GIT_DIR: join(other.repository.directory, '.git'),
    GIT_WORK_TREE: other.repository.directory,
    GIT_INDEX_FILE: '/dev/null',
    GIT_OBJECT_DIRECTORY: temporaryDirectory(),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: '/bin/false',
    GIT_CONFIG_PARAMETERS: "'core.bare'='maybe'",
    GIT_EXEC_PATH: '/nowhere',
    GIT_EXTERNAL_DIFF: '/bin/false',
    GIT_NAMESPACE: 'x',
    GIT_CEILING_DIRECTORIES: repository.directory,
    GIT_TRACE: '1',
  };
  const saved = { ...process.env };
  Object.assign(process.env, steering);
  try {
    await expectWhole(repository.directory, base, head);
  } finally {
    for (const name of Object.keys(steering)) delete process.env[name];
    Object.assign(process.env, saved);
  }
});

describe('the scratch directory', () => {
  const events = ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = () => events.map((event) => process.listenerCount(event));

  test('is readable by us alone and goes when it is removed', () => {
    const before = listeners();
    const scratch = makeScratch(temporaryDirectory());
    expect(statSync(scratch.directory).mode & 0o077).toBe(0);
    scratch.remove();
    expect(existsSync(scratch.directory)).toBe(false);
    expect(listeners()).toEqual(before);
  });

  test('goes with the process, and what signals mean is left to the process', () => {
    const before = process.listeners('exit');
    const scratch = makeScratch(temporaryDirectory());
    try {
      for (const event of events.slice(1)) expect(process.listenerCount(event)).toBe(0);
      for (const listener of process.listeners('exit')) {
        if (!before.includes(listener)) Reflect.apply(listener, process, [0]);
      }
      expect(existsSync(scratch.directory)).toBe(false);
    } finally {
      scratch.remove();
    }
  });
});

test.each(['sha1', 'sha256'] as const)('the empty tree has the %s name git gives it', (format) => {
  const repository = TemporaryRepository.create({ objectFormat: format });
  expect(emptyTree(format)).toBe(repository.pipe('', 'mktree'));
});
