import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Mode } from '../../src/git/object/object.ts';
import type { OpenOptions } from '../../src/git/open-repository.ts';
import type { Range } from '../../src/git/range/range.ts';
import type { Blob, TreeChange } from '../../src/git/repository.ts';
import { InputError } from '../../src/input-error.ts';
import { opened } from './opened.ts';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from './temporary-repository.ts';

afterAll(removeTemporary);

/** All that a run of the gate asks of git. */
async function wholeRun(directory: string, base: string, head: string, options?: OpenOptions) {
  return opened(
    directory,
    async (repository) => {
      await repository.fetch(['refs/heads/main']);
      await repository.defaultBranch();
      await repository.range({ kind: 'staged', base: 'HEAD' });
      await repository.range({ kind: 'queue', base, head });
      const range = await repository.range({ kind: 'request', base, head });
      const changes = await repository.changes(range.before, range.after);
      const before = await repository.tree(base);
      const after = await repository.tree(range.after ?? head);
      const commits = await repository.commits(range.commits);
      const paths = await repository.commitPaths(range.commits);
      const blobs: Blob[] = [];
      const ids = changes.flatMap(({ after: entry }) =>
        entry === undefined || entry.mode === '160000' ? [] : [entry.id],
      );
      for await (const blob of repository.blobs(ids, 1 << 20)) blobs.push(blob);
      return { range, changes, before, after, commits, paths, blobs };
    },
    options,
  );
}

/** Every file below a directory with its mode, time of change and digest. */
function listing(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mode, mtimeMs } = lstatSync(path);
      const content = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
      const target = entry.isSymbolicLink() ? readlinkSync(path) : '';
      return [path, mode, mtimeMs, content, target].join(' ');
    })
    .sort();
}

const hookNames = [
  'pre-commit',
  'post-commit',
  'post-checkout',
  'post-merge',
  'pre-push',
  'post-index-change',
  'reference-transaction',
  'fsmonitor-watchman',
  'pre-auto-gc',
  'post-rewrite',
  'pre-merge-commit',
  'update',
  'pre-receive',
  'post-receive',
];

/** A repository that wants to run a script wherever git lets configuration name one; the script leaves a mark. */
function trapped() {
  const origin = TemporaryRepository.create();
  const base = origin
    .write('app.yaml', 'a: 1\nb: 2\nc: 3\n')
    .write('both.yaml', 'a: 1\n')
    .write('.gitattributes', '*.yaml diff=trap merge=trap filter=trap\n')
    .commit();
  origin.write('both.yaml', 'a: 1\nmain: 1\n').write('main.yaml', 'x: 1\n');
  const target = origin.commit();
  const repository = TemporaryRepository.clone(origin.url);
  const mark = join(temporaryDirectory(), 'mark');
  const trap = join(temporaryDirectory(), 'trap');
  writeFileSync(trap, `#!/bin/sh\necho "$0" "$@" >> '${mark}'\nexit 0\n`);
  chmodSync(trap, 0o755);
  repository.git('checkout', '--quiet', '-B', 'change', base);
  const head = repository.write('both.yaml', 'change: 1\na: 1\n').write('app.yaml', 'a: 1\nb: 2\nc: 4\n').commit();
  for (const hooks of [join(repository.directory, '.git', 'hooks'), join(repository.directory, 'hooks-path')]) {
    mkdirSync(hooks, { recursive: true });
    for (const name of hookNames) writeFileSync(join(hooks, name), `#!/bin/sh\n'${trap}' ${name}\n`, { mode: 0o755 });
  }
  const settings: [string, string][] = [
    ['core.hooksPath', join(repository.directory, 'hooks-path')],
    ['core.fsmonitor', trap],
    ['core.sshCommand', trap],
    ['core.gitProxy', trap],
    ['core.pager', trap],
    ['core.editor', trap],
    ['core.askPass', trap],
    ['core.alternateRefsCommand', trap],
    ['credential.helper', `!${trap}`],
    ['diff.external', trap],
    ['diff.trap.textconv', trap],
    ['diff.trap.command', trap],
    ['merge.trap.driver', trap],
    ['merge.default', 'trap'],
    ['filter.trap.clean', trap],
    ['filter.trap.smudge', trap],
    ['filter.trap.required', 'true'],
    ['gpg.program', trap],
    ['gpg.ssh.program', trap],
    ['gpg.x509.program', trap],
    ['commit.gpgSign', 'true'],
    ['log.showSignature', 'true'],
    ['remote.origin.uploadpack', trap],
    ['uploadpack.packObjectsHook', trap],
    ['protocol.ext.allow', 'always'],
    ['pager.diff-tree', trap],
    ['alias.diff-tree', `!${trap}`],
    ['trailer.x.command', trap],
    ['submodule.recurse', 'true'],
  ];
  for (const [name, value] of settings) repository.git('config', name, value);
  return { repository, base, target, head, mark, trap };
}

test('nothing that the repository configures is run', async () => {
  const { repository, target, head, mark } = trapped();
  // The trap works: git itself walks into it.
  repository.git('diff', target, head);
  expect(existsSync(mark)).toBe(true);
  writeFileSync(mark, '');
  const { range } = await wholeRun(repository.directory, target, head);
  expect(range.notes).toEqual([]);
  expect(readFileSync(mark, 'utf8')).toBe('');
});

test('nothing in the repository is touched, and nothing is left next to it', async () => {
  const { repository, target, head } = trapped();
  repository.git('pack-refs', '--all');
  const before = listing(repository.directory);
  const temporary = temporaryDirectory();
  await opened(repository.directory, async () => expect(readdirSync(temporary)).toHaveLength(1), { temporary });
  await wholeRun(repository.directory, target, head, { temporary });
  expect(readdirSync(temporary)).toEqual([]);
  expect(listing(repository.directory)).toEqual(before);
});

test('attributes hide nothing', async () => {
  const repository = TemporaryRepository.create();
  const base = repository.write('a.yaml', 'a: 1\n').commit();
  const attributes = '* -diff -text binary export-ignore linguist-generated merge=ours filter=none\na.yaml diff=none\n';
  const head = repository
    .write('.gitattributes', attributes)
    .write('a.yaml', 'a: 2\n')
    .write('b.yaml', 'b: 1\n')
    .commit();
  const { changes, blobs } = await wholeRun(withOrigin(repository), base, head);
  expect(changes.map(({ path }) => path)).toEqual(['.gitattributes', 'a.yaml', 'b.yaml']);
  expect(blobs.map(({ bytes }) => bytes?.toString())).toEqual([attributes, 'a: 2\n', 'b: 1\n']);
});

test('links and submodules are named by their modes and not followed', async () => {
  const repository = TemporaryRepository.create();
  const base = repository.write('a.yaml', 'a: 1\n').write('run', '#!/bin/sh\n').executable('run').commit();
  repository
    .remove('a.yaml')
    .symlink('a.yaml', '/etc/passwd')
    .write('.gitmodules', '[submodule "s"]\npath = sub\nurl = ../x\nignore = all\n');
  repository.git('add', '--all');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${base},sub`);
  const head = repository.commitIndex();
  const { changes, after, blobs } = await wholeRun(withOrigin(repository), base, head);
  const modes = (map: readonly TreeChange[]) =>
    map.map(({ path, after: entry }): [string, Mode | undefined] => [path, entry?.mode]);
  expect(modes(changes)).toEqual([
    ['.gitmodules', '100644'],
    ['a.yaml', '120000'],
    ['sub', '160000'],
  ]);
  expect(after.get('sub')).toEqual({ mode: '160000', id: base });
  expect(after.get('run')?.mode).toBe('100755');
  expect(blobs.at(-1)?.bytes?.toString()).toBe('/etc/passwd');
});

describe('what rewrites history for readers changes nothing', () => {
  function replaced() {
    const repository = TemporaryRepository.create();
    const base = repository.write('a.yaml', 'a: 1\n').commit('Base');
    const middle = repository.write('a.yaml', 'a: 2\n').commit('Middle');
    const head = repository.write('a.yaml', 'a: 3\n').commit('Head');
    return { repository, base, middle, head };
  }

  test('replace refs', async () => {
    const { repository, base, middle, head } = replaced();
    repository.git('replace', head, base);
    repository.git('replace', middle, base);
    repository.git(
      'replace',
      '--force',
      repository.git('rev-parse', `${base}:a.yaml`),
      repository.pipe('x: y\n', 'hash-object', '-w', '--stdin'),
    );
    expect(repository.git('log', '--format=%s', head)).toBe('Base');
    const { range, commits, before } = await wholeRun(withOrigin(repository), base, head);
    expect(range.commits).toEqual([middle, head]);
    expect(commits.map(({ subject }) => subject)).toEqual(['Middle', 'Head']);
    expect(before.get('a.yaml')?.id).toBe(repository.git('--no-replace-objects', 'rev-parse', `${base}:a.yaml`));
    await opened(repository.directory, async (git) => expect(await git.resolve(`${head}~1`)).toBe(middle));
  });

  test('grafts', async () => {
    const { repository, base, middle, head } = replaced();
    withOrigin(repository);
    mkdirSync(join(repository.directory, '.git', 'info'), { recursive: true });
    writeFileSync(join(repository.directory, '.git', 'info', 'grafts'), `${head} ${base}\n`);
    expect(repository.git('log', '--format=%s', head)).toBe('Head\nBase');
    const { range } = await wholeRun(repository.directory, base, head);
    expect(range.commits).toEqual([middle, head]);
    await opened(repository.directory, async (git) => expect(await git.resolve('HEAD~1')).toBe(middle));
  });

  test('a mailmap', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const head = repository.write('.mailmap', 'Mallory <mallory@example.com> <ada@example.com>\n').commit();
    repository.git('config', 'log.mailmap', 'true');
    const { commits } = await wholeRun(withOrigin(repository), base, head);
    expect(commits[0]?.author).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
  });
});

describe('names', () => {
  const branches = [
    '--upload-pack=touch$IFS/tmp/mark',
    '-x',
    '--',
    '--all',
    '$(id)',
    '`id`',
    ';id',
    '|id',
    '"',
    "'",
    '\u202e',
    'ä',
    '\u2028',
  ];
  test.each(branches)('a branch called %j is a name like any other', async (name) => {
    const repository = TemporaryRepository.create();
    const commit = repository.write('a', '1').commit();
    repository.git('update-ref', `refs/heads/${name}`, commit);
    await opened(repository.directory, async (git) => {
      expect(await git.resolve(`refs/heads/${name}`)).toBe(commit);
      expect((await git.range({ kind: 'audit', rev: `refs/heads/${name}` })).head).toBe(commit);
      if (name !== '--') expect(await git.resolve(name)).toBe(commit);
    });
  });

  test.each([
    '',
    'none',
    '--all',
    '--help',
    '-h',
    'a..b',
    '^HEAD',
    'HEAD\0',
    'HEAD\nHEAD',
    'f'.repeat(40),
    'HEAD^{blob}',
    '@{-1}',
  ])('%j names nothing', async (rev) => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').commit();
    await opened(repository.directory, async (git) => {
      expect(await git.resolve(rev)).toBeUndefined();
      await expect(git.range({ kind: 'audit', rev })).rejects.toThrow();
    });
  });

  test('a name of several things is refused', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').commit();
    repository.git('tag', 'twice');
    repository.write('a', '2').commit();
    repository.git('branch', 'twice');
    repository.git('config', 'core.warnAmbiguousRefs', 'false');
    await opened(repository.directory, async (git) => {
      await expect(git.resolve('twice')).rejects.toThrow(InputError);
      expect(await git.resolve('refs/heads/twice')).toBe(repository.head());
    });
  });

  test('a ref that is named like a commit does not take its place', async () => {
    const repository = TemporaryRepository.create();
    const first = repository.write('a', '1').commit();
    const second = repository.write('a', '2').commit();
    repository.git('update-ref', `refs/heads/${first}`, second);
    await opened(repository.directory, async (git) => expect(await git.resolve(first)).toBe(first));
  });

  test.each([
    'main',
    'refs/heads/a b',
    'refs/heads/a..b',
    '+refs/heads/main',
    'refs/heads/a:refs/heads/b',
    'refs/heads/*',
    '--upload-pack=x',
  ])('%j is not fetched', async (ref) => {
    const repository = TemporaryRepository.clone(TemporaryRepository.create().url);
    await opened(repository.directory, async (git) => expect(git.fetch([ref])).rejects.toThrow(InputError));
  });
});

describe('paths', () => {
  const paths: [string, Buffer | string, string][] = [
    ['a line break', 'a\nb.yaml', 'a\nb.yaml'],
    ['quotes and backslashes', '"a\\\'b".yaml', '"a\\\'b".yaml'],
    ['a workflow command', '::error::x.yaml', '::error::x.yaml'],
    ['terminal controls', '\x1b[31mred\x07.yaml', '\x1b[31mred\x07.yaml'],
    ['bidi', '\u202egpj.yaml', '\u202egpj.yaml'],
    ['a tab', 'a\tb', 'a\tb'],
    ['an option', '--help', '--help'],
    ['pathspec magic', ':(exclude)*', ':(exclude)*'],
    ['globs', '*?[a]', '*?[a]'],
    ['a colon first', ':100644 100644 a b M', ':100644 100644 a b M'],
    ['an object id', 'a'.repeat(40), 'a'.repeat(40)],
    ['latin1', Buffer.from('caf\xe9.yaml', 'latin1'), 'caf\ufffdE9.yaml'],
    ['the replacement character', 'caf\ufffd.yaml', 'caf\ufffdEF\ufffdBF\ufffdBD.yaml'],
    ['an encoded surrogate', Buffer.from('eda080', 'hex'), '\ufffdED\ufffdA0\ufffd80'],
    ['an overlong slash', Buffer.from('c0af', 'hex'), '\ufffdC0\ufffdAF'],
    ['a byte order mark', '\ufeffa', '\ufeffa'],
  ];

  test('are read as the bytes they are', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('z', '1').commit();
    const blob = repository.pipe('x', 'hash-object', '-w', '--stdin');
    const entries = [
      Buffer.from(`100644 blob ${repository.git('rev-parse', `${base}:z`)}\tz\0`),
      ...paths.flatMap(([, path]) => [Buffer.from(`100644 blob ${blob}\t`), Buffer.from(path), Buffer.from('\0')]),
    ];
    const tree = repository.pipe(Buffer.concat(entries), 'mktree', '-z');
    const head = repository.git('commit-tree', '-p', base, '-m', 'Names', tree);
    const { changes, after, paths: touched } = await wholeRun(withOrigin(repository), base, head);
    const shown = paths.map(([, , text]) => text);
    expect(changes.map(({ path }) => path)).toEqual(shown.toSorted());
    expect([...after.keys()].toSorted()).toEqual([...shown, 'z'].toSorted());
    expect([...(touched.get(head)?.keys() ?? [])].toSorted()).toEqual(shown.toSorted());
    await opened(repository.directory, async (git) => {
      for (const text of shown) expect([...(await git.tree(head, [text])).keys()]).toEqual([text]);
    });
  });

  test('that stand twice in a tree are refused', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const one = Buffer.concat([
      Buffer.from('100644 a\0'),
      Buffer.from(repository.git('rev-parse', `${base}:a`), 'hex'),
    ]);
    const tree = repository.pipe(
      Buffer.concat([one, one]),
      'hash-object',
      '-w',
      '--literally',
      '-t',
      'tree',
      '--stdin',
    );
    const head = repository.git('commit-tree', '-p', base, '-m', 'Twice', tree);
    await opened(repository.directory, async (git) => {
      await expect(git.tree(head)).rejects.toThrow(/two entries/);
      await expect(git.changes(undefined, head)).rejects.toThrow(/two entries/);
    });
  });
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('a repository of another owner is read', async () => {
  const repository = TemporaryRepository.create();
  const commit = repository.write('a/b', '1').commit();
  for (const path of ['.', '.git', 'a']) chownSync(join(repository.directory, path), 65_534, 65_534);
  expect(() => repository.git('status')).toThrow(/dubious ownership/);
  for (const directory of [repository.directory, join(repository.directory, 'a'), join(repository.directory, '.git')]) {
    await opened(directory, async (git) => {
      expect(git.directory).toBe(directory.endsWith('.git') ? git.directory : repository.directory);
      expect(await git.resolve('HEAD')).toBe(commit);
      const range: Range = await git.range({ kind: 'staged', base: 'HEAD' });
      expect(range.empty).toBeDefined();
    });
  }
});

/** Gives the repository an origin of its own content, so that refs can be fetched. */
function withOrigin(repository: TemporaryRepository): string {
  const origin = TemporaryRepository.clone(repository.url, '--bare');
  repository.git('remote', 'add', 'origin', origin.url);
  return repository.directory;
}

describe('a few small trees that name billions of paths', () => {
  /** A repository whose branch `bomb` adds ten billion files, a commit that is not an ancestor of `main`. */
  function bombed(): { repository: TemporaryRepository; base: string; head: string } {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const entry = (what: string, name: number) => `${what}\t${name}\0`;
    let what = `100644 blob ${repository.git('rev-parse', `${base}:a`)}`;
    for (let level = 0; level < 10; level++) {
      const entries = Array.from({ length: 10 }, (_, name) => entry(what, name)).join('');
      what = `040000 tree ${repository.pipe(entries, 'mktree', '-z')}`;
    }
    const head = repository.git('commit-tree', '-p', base, '-m', 'Bomb', what.split(' ')[2] ?? '');
    repository.write('b', '2').commit();
    return { repository, base, head };
  }

  test('are not listed to their end, compared or merged', async () => {
    const { repository, base, head } = bombed();
    const tooLong = /^git ls-tree lists more than 64 MiB of paths\.$/;
    await opened(repository.directory, async (git) => {
      await expect(git.tree(head)).rejects.toThrow(tooLong);
      await expect(git.changes(base, head)).rejects.toThrow(tooLong);
      await expect(git.range({ kind: 'request', base: 'main', head })).rejects.toThrow(tooLong);
    });
  });
});
