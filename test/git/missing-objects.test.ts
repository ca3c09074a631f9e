import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { MissingObjectsError } from '../../src/git/object/missing-objects-error.ts';
import { streamGit } from '../../src/git/process/process.ts';
import { reachable, redactUrls } from '../../src/git/process/remote.ts';
import type { Repository } from '../../src/git/repository.ts';
import { demand, type GitServer, hasHttpBackend, serveGit } from './git-server.ts';
import { namesOf, opened } from './opened.ts';
import { plainEnvironment, removeTemporary, TemporaryRepository, temporaryDirectory } from './temporary-repository.ts';

afterAll(removeTemporary);

const servers: GitServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Forge {
  readonly origin: TemporaryRepository;
  readonly fork: string;
  readonly target: string;
  readonly head: string;
  readonly merge: string;
  readonly commits: readonly string[];
}

const forges = new Map<string, Forge>();

/** The forge that `makeForge` makes; tests share it, and those that change it take a copy. */
function forge(depth = 3, ahead = 3): Forge {
  const key = `${depth} ${ahead}`;
  const made = forges.get(key) ?? makeForge(depth, ahead);
  forges.set(key, made);
  return made;
}

/** A forge's repository: `depth` commits, then a branch that changes one file twice while main goes on by `ahead` commits. */
function makeForge(depth: number, ahead: number): Forge {
  const origin = TemporaryRepository.create();
  for (const option of ['allowFilter', 'allowAnySHA1InWant']) origin.git('config', `uploadpack.${option}`, 'true');
  origin.write('old.yaml', 'old: 1\n').write('dir/both.yaml', 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n').commit('Root');
  history(origin, depth);
  const fork = origin.head();
  const first = origin.switch('change', fork).write('dir/new.yaml', 'new: 1\n').commit('First');
  const head = origin.write('dir/both.yaml', 'a: 1\nb: 2\nc: 3\nd: 4\ne: six\n').commit('Second');
  origin.switch('main').write('dir/both.yaml', 'a: one\nb: 2\nc: 3\nd: 4\ne: 5\n').commit('Target');
  history(origin, ahead);
  const target = origin.head();
  const merge = origin.switch('merge', target).merge('change');
  origin.git('update-ref', 'refs/pull/1/head', head);
  origin.git('update-ref', 'refs/pull/1/merge', merge);
  origin.switch('main').git('branch', '--quiet', '-D', 'merge', 'change');
  return { origin, fork, target, head, merge, commits: [first, head] };
}

/** Adds commits that change one file each, by one process. */
function history(repository: TemporaryRepository, count: number): void {
  const from = repository.head();
  const lines = Array.from({ length: count }, (_, i) => [
    'commit refs/heads/main',
    `committer Ada <ada@example.com> ${1_700_100_000 + i} +0000`,
    'data 4\nMore',
    ...(i === 0 ? [`from ${from}`] : []),
    `M 100644 inline count.yaml\ndata <<E\nn: ${i}\nE\n`,
  ]).flat();
  repository.pipe(lines.join('\n'), 'fast-import', '--quiet', '--force');
  repository.git('checkout', '--quiet', '--force', 'main');
  repository.git('reset', '--quiet', '--hard');
}

const jobs = new Map<string, TemporaryRepository>();

/** A clone as a CI job has it: one commit of one ref, detached. */
function job(origin: TemporaryRepository, ref: string, ...options: string[]): TemporaryRepository {
  const key = [origin.directory, ref, ...options].join(' ');
  const made = jobs.get(key) ?? makeJob(origin, ref, ...options);
  jobs.set(key, made);
  return made.copy();
}

function makeJob(origin: TemporaryRepository, ref: string, ...options: string[]): TemporaryRepository {
  const clone = TemporaryRepository.create();
  clone.git('remote', 'add', 'origin', origin.url);
  clone.git('fetch', '--quiet', '--no-tags', ...options, 'origin', `+${ref}:refs/remotes/origin/fetched`);
  clone.git('checkout', '--quiet', '--detach', 'refs/remotes/origin/fetched');
  return clone;
}

/** What a run reads, against what the whole clone says. */
async function expectSame(git: Repository, { origin, fork, target, head, merge, commits }: Forge): Promise<void> {
  const range = await git.range({ kind: 'request', base: target, head });
  const result = origin.git('rev-parse', `${merge}^{tree}`);
  expect(range).toMatchObject({
    target,
    head,
    mergeBase: fork,
    before: target,
    after: result,
    commits,
    notes: [],
    empty: undefined,
  });
  expect((await git.commits(range.commits)).map(({ subject }) => subject)).toEqual(['First', 'Second']);
  expect(namesOf(await git.commitPaths(range.commits))).toEqual(
    new Map([
      [commits[0], ['dir/new.yaml']],
      [commits[1], ['dir/both.yaml']],
    ]),
  );
  const changes = await git.changes(range.before, range.after);
  expect(changes.map(({ path }) => path)).toEqual(['dir/both.yaml', 'dir/new.yaml']);
  expect([...(await git.tree(target)).keys()].toSorted()).toEqual(
    origin.git('ls-tree', '-r', '--name-only', target).split('\n'),
  );
  const contents: string[] = [];
  const ids = [...(await git.tree(result)).values()].map((entry) => entry.id);
  for await (const blob of git.blobs(ids, 1000)) contents.push(blob.bytes?.toString() ?? 'none');
  expect(contents).toContain('a: one\nb: 2\nc: 3\nd: 4\ne: six\n');
  expect(contents).not.toContain('none');
}

describe('what a clone lacks is fetched', () => {
  test.each([
    ['one commit of the target', 'refs/heads/main', ['--depth=1']],
    ['one commit of the head', 'refs/pull/1/head', ['--depth=1']],
    ['one commit of the forge’s merge', 'refs/pull/1/merge', ['--depth=1']],
    ['two commits of the forge’s merge', 'refs/pull/1/merge', ['--depth=2']],
    ['twenty commits of the head', 'refs/pull/1/head', ['--depth=20']],
    ['the whole target', 'refs/heads/main', []],
    ['the merge without files', 'refs/pull/1/merge', ['--filter=blob:none']],
    ['the merge without folders', 'refs/pull/1/merge', ['--filter=tree:0']],
    ['one commit of the target without files', 'refs/heads/main', ['--filter=blob:none', '--depth=1']],
  ])('%s', async (_, ref, options) => {
    const world = forge();
    const clone = job(world.origin, ref, ...options);
    const before = readdirSync(join(clone.directory, '.git', 'objects'), { recursive: true }).length;
    const temporary = temporaryDirectory();
    await opened(
      clone.directory,
      async (git) => {
        await expectSame(git, world);
        // Git would note the remote there, and then fetch behind our back.
        expect(readFileSync(join(temporary, readdirSync(temporary)[0] ?? '', 'config'), 'utf8')).not.toContain(
          'remote',
        );
      },
      { temporary },
    );
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(join(clone.directory, '.git', 'objects'), { recursive: true }).length).toBe(before);
  });

  test.each([
    [10, 70],
    [70, 10],
    [600, 560],
  ])('history is deepened as far as needed (%i commits before the fork, %i after)', async (depth, ahead) => {
    const world = forge(depth, ahead);
    await opened(job(world.origin, 'refs/pull/1/merge', '--depth=1').directory, (git) => expectSame(git, world));
  });

  test('the target’s tip as it is now', async () => {
    const world = { ...forge(), origin: forge().origin.copy() };
    const clone = TemporaryRepository.clone(world.origin.url);
    const shallow = job(world.origin, 'refs/heads/main', '--depth=1');
    const now = world.origin.write('later.yaml', 'x: 1\n').commit('Later');
    for (const directory of [clone.directory, shallow.directory]) {
      await opened(directory, async (git) => {
        const fetched = await git.fetch(['refs/heads/main', world.head]);
        expect(fetched).toEqual(
          new Map([
            ['refs/heads/main', now],
            [world.head, world.head],
          ]),
        );
        const range = await git.range({ kind: 'request', base: 'refs/heads/main', head: world.head });
        expect(range).toMatchObject({ target: now, trust: now, commits: world.commits });
        expect((await git.tree(now)).has('later.yaml')).toBe(true);
      });
    }
  });

  test('what lies between the parents of a merge', async () => {
    const { target, ...shared } = forge(60, 3);
    const origin = shared.origin.copy();
    const side = origin.switch('side', `${target}~60`).write('side.yaml', 'x: 1\n').commit('Side');
    const merge = origin.switch('change', target).merge('side');
    const clone = job(origin, 'refs/heads/change', '--depth=2');
    expect(() => clone.git('merge-tree', '--write-tree', target, side)).toThrow(/unrelated/);
    await opened(clone.directory, async (git) => {
      expect(await git.mergeTree(target, side)).toBe(origin.git('rev-parse', `${merge}^{tree}`));
    });
  });

  test('all commits of a first push', async () => {
    const { origin, target } = forge(60, 1);
    const all = origin.git('rev-list', '--reverse', '--topo-order', target).split('\n');
    const clone = job(origin, 'refs/heads/main', '--depth=1');
    await opened(clone.directory, async (git) => {
      expect((await git.range({ kind: 'first-push', head: target })).commits).toEqual(all);
    });
  });

  test('what a forced push left behind', async () => {
    const { origin, fork, head, target } = forge();
    const clone = job(origin, 'refs/heads/main', '--depth=1');
    await opened(clone.directory, async (git) => {
      const range = await git.range({ kind: 'push', before: head, after: target });
      expect(range).toMatchObject({ mergeBase: fork, before: head, after: target });
      expect((await git.changes(range.before, range.after)).length).toBeGreaterThan(0);
    });
  });
});

describe('incomplete history never reads as no commits', () => {
  test('with enough of it at hand nothing is fetched', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/pull/1/merge', '--depth=20');
    clone.git('remote', 'remove', 'origin');
    await opened(clone.directory, (git) => expectSame(git, world));
  });

  test.each([1, 2, 3, 4])('cut at depth %i, without a remote', async (depth) => {
    const { origin, target, head } = forge(3, 2);
    const clone = job(origin, 'refs/pull/1/merge', `--depth=${depth}`);
    clone.git('remote', 'remove', 'origin');
    await opened(clone.directory, async (git) => {
      const range = git.range({ kind: 'request', base: target, head });
      await expect(range).rejects.toThrow(MissingObjectsError);
      await expect(range).rejects.toMatchObject({ remedy: expect.stringContaining('fetch-depth: 0') });
    });
  });

  test('every commit that is listed was looked at with its parents', async () => {
    const { origin, target, head } = forge();
    const clone = job(origin, 'refs/heads/main', '--depth=1');
    clone.git('fetch', '--quiet', '--depth=1', 'origin', head);
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    expect(clone.git('rev-list', head, `^${target}`)).toBe(head);
    await opened(clone.directory, async (git) => {
      await expect(git.range({ kind: 'request', base: target, head })).rejects.toThrow(/file:\/\/\/nowhere/);
      await expect(git.range({ kind: 'push', before: target, after: head })).rejects.toThrow(MissingObjectsError);
      await expect(git.range({ kind: 'first-push', head })).rejects.toThrow(MissingObjectsError);
      await expect(git.range({ kind: 'queue', base: target, head })).rejects.toThrow(MissingObjectsError);
    });
  });

  test('a remote that is shallow itself does not help', async () => {
    const { origin, target, head } = forge();
    const half = job(origin, 'refs/pull/1/merge', '--depth=2');
    half.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = job(half, 'refs/remotes/origin/fetched', '--depth=1');
    await opened(clone.directory, async (git) => {
      await expect(git.range({ kind: 'request', base: target, head })).rejects.toThrow(
        /incomplete|could not be fetched/,
      );
    });
  });
});

describe('a file that is nowhere', () => {
  test('is named as missing', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', 'content').commit();
    const id = repository.git('rev-parse', `${base}:a`);
    rmSync(join(repository.directory, '.git', 'objects', id.slice(0, 2)), { recursive: true });
    await opened(repository.directory, async (git) => {
      for await (const blob of git.blobs([id], 100))
        expect(blob).toEqual({ id, size: 0, bytes: undefined, why: 'missing' });
    });
  });
});

describe('remotes', () => {
  test.each([
    'ext::sh -c "touch MARK"',
    'fd::17',
    'foo://x/y',
    'foo::x',
    '-oProxyCommand=touch MARK:x',
    'ssh://-oProxyCommand=touch%20MARK/x',
    '',
  ])('%j is not followed', async (url) => {
    const { origin, head } = forge();
    const clone = job(origin, 'refs/heads/main', '--depth=1');
    const mark = join(temporaryDirectory(), 'mark');
    clone.git('config', 'remote.origin.url', url.replace('MARK', mark));
    clone.git('config', 'protocol.allow', 'always');
    await opened(clone.directory, async (git) => {
      await expect(git.range({ kind: 'audit', rev: head })).rejects.toThrow(MissingObjectsError);
      await expect(git.fetch(['refs/heads/main'])).rejects.toThrow(MissingObjectsError);
    });
    expect(existsSync(mark)).toBe(false);
  });

  test('a path next to the repository is one', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    clone.git('config', 'remote.origin.url', `../${world.origin.directory.split('/').at(-1)}`);
    await opened(clone.directory, (git) => expectSame(git, world));
  });

  test('passwords in their URLs are not shown', () => {
    expect(redactUrls('fatal: unable to access https://ada:hunter2@example.com/x.git: no')).toBe(
      'fatal: unable to access https://example.com/x.git: no',
    );
    expect(redactUrls('https://ghp_token@example.com ssh://git@host/p http://a:b@c@d/e')).toBe(
      'https://example.com ssh://host/p http://d/e',
    );
    expect(
      redactUrls('https%3A%2F%2Fada%3Ahunter2%40host%2Fx ada:hunter2@host:x/y git://h/x?private_token=hunter2'),
    ).toBe('https%3A%2F%2Fhost%2Fx host:x/y git://h/x');
  });

  test.each([
    ['https://ada:hunt%40er2@host/x', 'hunt@er2'],
    ['https://host/x?private_token=hunter2', 'hunter2'],
    ['git://ada:hunter2@host/x', 'hunter2'],
    ['ssh://ada:hunter2@host/x', 'hunter2'],
    ['ada:hunter2@host:x', 'hunter2'],
    ['https://ghp_0123456789abcdefgh@host/x', 'ghp_0123456789abcdefgh'],
  ])('whatever the form of its URL, a remote is shown without its secret: %s', (url, secret) => {
    const found = reachable(url, undefined, '/');
    const said = `fatal: unable to look up ${secret}@host (${encodeURIComponent(secret)}): ${url}`;
    for (const text of [found?.shown, found?.redact(said)]) {
      expect(text).toBeDefined();
      for (const form of [secret, encodeURIComponent(secret)]) expect(text).not.toContain(form);
    }
  });
});

const overHttp = hasHttpBackend ? describe : describe.skip;

overHttp('over HTTP', () => {
  const token = 'tOkEn-hunter2';

  async function served(world: Forge, answer = demand('x-access-token', token)): Promise<GitServer> {
    const server = await serveGit(world.origin.directory, answer);
    servers.push(server);
    return { ...server, url: `${server.url}/.git` };
  }

  test('the token is sent, and written nowhere', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/pull/1/merge', '--depth=1');
    const server = await served(world);
    clone.git('remote', 'set-url', 'origin', server.url);
    const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
    const temporary = temporaryDirectory();
    await opened(
      clone.directory,
      async (git) => {
        await expectSame(git, world);
        for (const directory of [clone.directory, temporary]) {
          for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
            if (!entry.isFile()) continue;
            const content = readFileSync(join(entry.parentPath, entry.name), 'latin1');
            expect(content.includes(token) || content.includes(encoded)).toBe(false);
          }
        }
      },
      { remote: { url: undefined, token }, temporary },
    );
    expect(server.authorizations.length).toBeGreaterThan(0);
    expect(new Set(server.authorizations)).toEqual(new Set([`Basic ${encoded}`]));
  });

  test('the token’s user may be another, and replaces one in the URL', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world, demand('gitlab-ci-token', token));
    const url = server.url.replace('http://', 'http://someone:else@');
    await opened(clone.directory, (git) => expectSame(git, world), {
      remote: { url, token, username: 'gitlab-ci-token' },
    });
  });

  test('a user and password of the URL are sent as a token is, and are not part of the URL git passes on', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world, demand('ada', 'hunter 5/@'));
    const url = server.url.replace('http://', 'http://ada:hunter%205%2F%40@');
    clone.git('remote', 'set-url', 'origin', url);
    await opened(clone.directory, (git) => expectSame(git, world));
    const encoded = Buffer.from('ada:hunter 5/@').toString('base64');
    expect(new Set(server.authorizations)).toEqual(new Set([`Basic ${encoded}`]));
    // Git gives the remote's URL to its helper as an argument, which every process of the machine can read.
    const environment = Object.entries(reachable(url, undefined, '/')?.environment ?? {});
    const [key = ''] = environment.find(([, value]) => value === 'remote.origin.url') ?? [];
    expect(environment).toContainEqual([key.replace('KEY', 'VALUE'), server.url]);
  });

  test('a user without a password is not sent', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world, () => false);
    clone.git('remote', 'set-url', 'origin', server.url.replace('http://', 'http://ada@'));
    await opened(clone.directory, (git) => expectSame(git, world));
    expect(new Set(server.authorizations)).toEqual(new Set([undefined]));
  });

  test('a server that echoes the token gets it into no message', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world, (request, response) => {
      const text = `ERR ${request.headers.authorization} ${token}\n`;
      const line = (content: string) => `${(content.length + 4).toString(16).padStart(4, '0')}${content}`;
      response.writeHead(200, { 'Content-Type': 'application/x-git-upload-pack-advertisement' });
      response.end(`${line('# service=git-upload-pack\n')}0000${line(text)}`);
      return true;
    });
    await opened(
      clone.directory,
      async (git) => {
        const error: unknown = await git.fetch(['refs/heads/main']).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(MissingObjectsError);
        expect(String(error)).toContain('Basic •••• ••••');
        expect(String(error)).not.toContain(token);
      },
      { remote: { url: server.url, token } },
    );
  });

  test('without a token the reason and the remedy are given, without a password', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world);
    const url = server.url.replace('http://', 'http://ada:hunter3@');
    clone.git('remote', 'set-url', 'origin', url);
    await opened(clone.directory, async (git) => {
      const error: unknown = await git
        .range({ kind: 'request', base: world.target, head: world.head })
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(MissingObjectsError);
      const text = `${String(error)} ${(error as MissingObjectsError).remedy}`;
      expect(text).toContain(server.url);
      expect(text).toContain('fetch-depth: 0');
      expect(text).not.toContain('hunter3');
    });
  });

  test('a wrong token does not hang and is not shown', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const server = await served(world);
    const remote = { url: server.url, token: 'wrong-hunter4' };
    await opened(
      clone.directory,
      async (git) => {
        const error: unknown = await git.fetch(['refs/heads/main']).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(MissingObjectsError);
        expect(`${String(error)} ${(error as MissingObjectsError).remedy}`).not.toContain('hunter4');
      },
      { remote },
    );
  });

  test('the token does not follow a redirect', async () => {
    const world = forge();
    const clone = job(world.origin, 'refs/heads/main', '--depth=1');
    const thief = await served(world, () => false);
    const server = await served(world, (request, response) => {
      response.writeHead(302, { Location: `${thief.url}${(request.url ?? '').split('/.git')[1]}` }).end();
      return true;
    });
    await opened(
      clone.directory,
      async (git) => expect(git.fetch(['refs/heads/main'])).rejects.toThrow(MissingObjectsError),
      { remote: { url: server.url, token } },
    );
    expect(thief.authorizations).toEqual([]);
  });
});

test('a git that gives no answer is ended', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'git'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  const place = { directory, environment: { ...plainEnvironment(), PATH: `${directory}:${process.env.PATH}` } };
  const read = async () => {
    for await (const _ of streamGit(place, ['fetch'], '', 50));
  };
  await expect(read()).rejects.toThrow(/no answer within/);
});
