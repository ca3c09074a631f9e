import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { built } from '../built.ts';
import {
  plainEnvironment,
  removeTemporary,
  TemporaryRepository,
  temporaryDirectory,
} from '../git/temporary-repository.ts';
import { check, commitRaw, gate, gateWith, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const secretManifest =
  'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: Xk7pQ2vLm9Rt4WzB8nYc}\n';
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

/** A repository whose branch `change` adds one file. */
function changed(manifest = secretManifest): TemporaryRepository {
  const repository = trustingRepository();
  repository.write('clusters/prod/a.yaml', manifest);
  commitRaw(repository);
  return repository;
}

const program = built('cli/index.js');
const checkArguments = ['check', '--base', 'main', '--head', 'change'];

function start(repository: TemporaryRepository, args: readonly string[], options: SpawnOptions = {}) {
  return spawn(process.execPath, [program, ...args], {
    cwd: repository.directory,
    env: plainEnvironment(),
    ...options,
  });
}

const ended = (child: ReturnType<typeof spawn>) =>
  new Promise<[number | null, NodeJS.Signals | null]>((resolve) => child.on('close', (...how) => resolve(how)));

describe('output', () => {
  const full = existsSync('/dev/full') ? test : test.skip;

  test.each([
    ['json', secretManifest, 1],
    ['text', configMap, 0],
  ])('a reader that closes the pipe early changes no verdict: %s', async (format, manifest, code) => {
    const child = start(changed(manifest), [...checkArguments, '--format', format], { stdio: 'pipe' });
    child.stdout?.destroy();
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => {
      complaint += data.toString();
    });
    expect(await ended(child)).toEqual([code, null]);
    expect(complaint).toBe('');
  });

  full.each([
    [secretManifest, 1],
    [configMap, 2],
  ])('a full disk is not a pass', async (manifest, code) => {
    const child = start(changed(manifest), checkArguments, { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] });
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => {
      complaint += data.toString();
    });
    expect(await ended(child)).toEqual([code, null]);
    expect(complaint).toContain('Standard output cannot be written to (ENOSPC)');
  });

  test('reports that cannot be written: blocked stays blocked, what passed does not pass', async () => {
    const blocked = await check(changed(), '--out', '/dev/null/reports');
    expect(blocked.code).toBe(1);
    const passed = await check(changed(configMap), '--out', '/dev/null/reports');
    expect(passed.code).toBe(2);
    for (const { stdout, stderr } of [blocked, passed])
      for (const text of [stdout, stderr]) expect(text).toContain('reports cannot be written to');
  });

  test('colour is for terminals', async () => {
    const { directory } = changed();
    const isColoured = async (environment: Record<string, string>) => {
      const { stdout } = await gateWith({
        directory,
        args: checkArguments,
        environment: plainEnvironment(environment),
      });
      return stdout.includes('\x1b[');
    };
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ CI: 'true' })).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });
});

describe('the machine', () => {
  test.each([['demo'], checkArguments])('a temporary directory that cannot be used is named: %s', async (...args) => {
    const environment = plainEnvironment({ TMPDIR: '/dev/null/nowhere' });
    const { code, stderr } = await gateWith({ directory: changed().directory, args, environment });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/temporary directory \/dev\/null\/nowhere.*\n.*TMPDIR/)]);
  });

  test('a temporary directory with blanks and quotes, and no home', async () => {
    const temporary = join(temporaryDirectory(), `it's "here" $HOME`);
    mkdirSync(temporary);
    const { HOME: _, ...environment } = plainEnvironment({ TMPDIR: temporary });
    const { code } = await gateWith({ directory: changed().directory, args: checkArguments, environment });
    expect([code, readdirSync(temporary)]).toEqual([1, []]);
  });

  test('a working directory that is gone', () => {
    const script = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${program}' check`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: temporaryDirectory(), encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('is gone')]);
  });

  test('no git', async () => {
    const environment = { PATH: temporaryDirectory() };
    const { directory } = changed();
    const { code, stderr } = await gateWith({ directory, args: checkArguments, environment, needsProcess: true });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no "git" on the PATH.')]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves no temporary files', async (signal) => {
    // A git that never answers, so that the program is at work when the signal comes.
    const folder = temporaryDirectory();
    const ready = join(folder, 'ready');
    writeFileSync(join(folder, 'git'), `#!/bin/sh\n: > '${ready}'\nexec sleep 20\n`);
    chmodSync(join(folder, 'git'), 0o755);
    for (const args of [checkArguments, ['demo']]) {
      const temporary = temporaryDirectory();
      const env = plainEnvironment({ TMPDIR: temporary, PATH: `${folder}:${process.env.PATH}` });
      const child = start(changed(), args, { env, stdio: 'ignore' });
      while (!existsSync(ready)) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(readdirSync(temporary)).not.toEqual([]);
      child.kill(signal);
      expect(await ended(child)).toEqual([null, signal]);
      await emptied(temporary);
      spawnSync('rm', [ready]);
    }
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('%s ends it while it computes', async (signal) => {
  const temporary = temporaryDirectory();
  const ready = join(temporary, 'ready');
  // The clock is read where the budget of the run begins: from there on this process never comes back to its event loop.
  const spin = `import { writeFileSync } from 'node:fs';
    performance.now = () => { writeFileSync(${JSON.stringify(ready)}, ''); for (;;); };`;
  const env = plainEnvironment({
    TMPDIR: temporary,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spin)}`,
  });
  const child = start(changed(), checkArguments, { env, stdio: 'ignore' });
  while (!existsSync(ready)) await new Promise((resolve) => setTimeout(resolve, 20));
  spawnSync('rm', [ready]);
  expect(readdirSync(temporary)).not.toEqual([]);
  child.kill(signal);
  expect(await ended(child)).toEqual([null, signal]);
  await emptied(temporary);
});

/** What removes the files of a killed process runs after its end. */
async function emptied(folder: string): Promise<void> {
  while (readdirSync(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('no command shows a token, wherever it is', () => {
  const token = `ghp_${'x7Kd93LmQp'.repeat(3)}2vTn1B`;
  let repository: TemporaryRepository;
  beforeAll(() => {
    repository = TemporaryRepository.create();
    repository.write('apps/a.yaml', configMap).commit();
    repository.git('checkout', '-q', '-b', 'change');
    repository.write('.gitops-gate/policy.yaml', `version: 1\n${token}: 1\n::error::x: 1\n`);
    repository.write(
      'apps/b.yaml',
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: "${token}"}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: User, name: "${token}"}]
`,
    );
    // The cut of a long subject goes through the token.
    repository.commit(`${'see '.repeat(120)}${token} and ${'so on '.repeat(200)}`);
  });

  test.each([
    ['verify', ['verify', 'HEAD']],
    ['verify as JSON', ['verify', '--format', 'json', 'HEAD']],
    ['check', ['check', '--base', 'main', '--head', 'change', '--format', 'json']],
    ['check as Markdown', ['check', '--base', 'main', '--head', 'change', '--format', 'markdown']],
    ['policy validate', ['policy', 'validate', '.gitops-gate/policy.yaml']],
    ['who-can', ['who-can', 'get', 'secrets', '--rev', 'change']],
    ['permissions', ['permissions', `user:${token}`, '--rev', 'change']],
    ['render', ['render', '--rev', 'change', '--root', token]],
    ['a revision', ['verify', token]],
    ['a scope', ['who-can', 'get', 'secrets', '--scope', token]],
  ])('%s', async (_, args) => {
    const { stdout, stderr } = await gate(repository.directory, ...args);
    const shown = stdout + stderr;
    expect(shown).not.toBe('');
    for (let at = 0; at + 8 <= token.length; at++) expect(shown).not.toContain(token.slice(at, at + 8));
    expect(shown).not.toMatch(/^\s*::/m);
  });
});

describe('init', () => {
  test('writes to the top of the repository, wherever it is called, what is missing, and over nothing', async () => {
    const repository = TemporaryRepository.create();
    repository.write('clusters/prod/a.yaml', configMap).commit();
    const below = join(repository.directory, 'clusters', 'prod');
    const first = await gate(below, 'init');
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('wrote ../../.gitops-gate/policy.yaml') });
    expect(first.stdout).toContain('>> ../../.gitops-gate/allowed_signers\n');
    expect(readdirSync(join(repository.directory, '.gitops-gate')).sort()).toEqual(
      ['allowed_signers', 'keys', 'policy.yaml', 'revoked', 'x509'].sort(),
    );
    expect(readdirSync(below)).toEqual(['a.yaml']);
    expect((await gate(repository.directory, 'policy', 'validate')).code).toBe(0);
    repository.write('.gitops-gate/policy.yaml', 'version: 1\n');
    rmSync(join(repository.directory, '.gitops-gate/revoked'));
    const again = await gate(below, 'init');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('left as it is: ../../.gitops-gate/policy.yaml\n');
    expect(again.stdout).toContain('wrote ../../.gitops-gate/revoked\n');
    expect(readFileSync(join(repository.directory, '.gitops-gate/policy.yaml'), 'utf8')).toBe('version: 1\n');
  });

  test('says what comes next, and that it only watches', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a.yaml', configMap).commit();
    const named = (await gate(repository.directory, 'init')).stdout;
    expect(named).toContain('Name the first admin');
    expect(named).toContain('It only watches (failOn: never)');
    expect(named).not.toContain('shows no default branch');
    repository.git('branch', '--move', 'something');
    expect((await gate(repository.directory, 'init')).stdout).toContain(
      'as `branches` in policy.yaml: this repository shows no',
    );
  });

  test('follows no link, not even one that leads nowhere', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a.yaml', configMap).commit();
    mkdirSync(join(repository.directory, '.gitops-gate'));
    symlinkSync('../elsewhere', join(repository.directory, '.gitops-gate/revoked'));
    expect((await gate(repository.directory, 'init')).stdout).toContain('left as it is: .gitops-gate/revoked\n');
    expect(readdirSync(repository.directory)).not.toContain('elsewhere');
  });

  test('where it cannot write, it says so', async () => {
    const repository = TemporaryRepository.create();
    repository.write('.gitops-gate', 'a file').commit();
    expect(await gate(repository.directory, 'init')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('.gitops-gate/policy.yaml cannot be written (E'),
    });
  });

  test('a bare repository has no place for it', async () => {
    const bare = TemporaryRepository.create({ bare: true });
    expect(await gate(bare.directory, 'init')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('bare repository'),
    });
  });
});

test('explain takes the ids that SARIF shows, of a rule and of its findings of another severity', async () => {
  const page = await gate(temporaryDirectory(), 'explain', 'rbac-widened');
  expect(page).toMatchObject({ code: 0, stdout: expect.stringContaining('# rbac-widened') });
  expect(await gate(temporaryDirectory(), 'explain', 'rbac-widened/critical')).toEqual(page);
  for (const id of ['rbac-widened/worst', 'rbac-widend/critical', '../rbac-widened', '/critical'])
    expect(await gate(temporaryDirectory(), 'explain', id)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`there is no rule ${JSON.stringify(id)}`),
    });
});

describe('ignore', () => {
  const wish = ['--reason', 'a test value', '--until', '2099-12-31'];

  test('of what is staged: the entry it prints accepts it once it is committed', async () => {
    const repository = TemporaryRepository.create();
    repository.write('README.md', 'x').commit();
    repository.write('clusters/prod/a.yaml', secretManifest).git('add', '--all');
    const staged = await gate(repository.directory, 'check', '--staged', '--format', 'json');
    const [found] = staged.findings;
    expect(staged.code).toBe(1);
    const entry = await gate(
      repository.directory,
      'ignore',
      found?.fingerprint.slice(0, 12) ?? '',
      '--staged',
      ...wish,
    );
    expect(entry).toMatchObject({ code: 0, stderr: expect.stringContaining('"ignore:"') });
    repository.git('reset', '--quiet', '--hard');
    repository.write('.gitops-gate/policy.yaml', `version: 1\nignore:\n${entry.stdout}`).commit();
    repository.write('clusters/prod/a.yaml', secretManifest).git('add', '--all');
    expect(await gate(repository.directory, 'check', '--staged', '--format', 'json')).toMatchObject({
      code: 0,
      findings: [],
    });
    repository.write('clusters/prod/a.yaml', `${secretManifest}# changed\n`).git('add', '--all');
    expect((await gate(repository.directory, 'check', '--staged')).code).toBe(1);
  });

  test('of a request whose target has moved, by checking again and by its report, also in another clone', async () => {
    const repository = changed();
    repository.switch('main').write('README.md', 'x').commit();
    const out = temporaryDirectory();
    const [found] = (await check(repository, '--out', out)).findings;
    const fingerprint = found?.fingerprint ?? '';
    const blob = repository.git('rev-parse', 'change:clusters/prod/a.yaml');
    const again = await gate(
      repository.directory,
      'ignore',
      fingerprint,
      '--base',
      'main',
      '--head',
      'change',
      ...wish,
    );
    const report = join(out, 'report.json');
    const listed = await gate(temporaryDirectory(), 'ignore', fingerprint, '--report', report, ...wish);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`blob: "${blob}"`) });
    expect(listed).toEqual(again);
  });

  test('by a policy in a folder of its own, as the report says', async () => {
    const repository = TemporaryRepository.create();
    repository.write('infra/gate/policy.yaml', 'version: 1\nclusters: {blue: ["clusters/**"]}\n').commit();
    repository.write('clusters/prod/a.yaml', secretManifest).git('add', '--all');
    const report = join(temporaryDirectory(), 'out');
    const how = ['--staged', '--policy-path', 'infra/gate'];
    const [found] = (await gate(repository.directory, 'check', ...how, '--format', 'json', '--out', report)).findings;
    const fingerprint = found?.fingerprint.slice(0, 12) ?? '';
    expect(readFileSync(join(report, 'report.md'), 'utf8')).toContain(
      `gitops-gate ignore ${fingerprint} ${how.join(' ')} `,
    );
    expect(await gate(repository.directory, 'ignore', fingerprint, ...how, ...wish)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('of infra/gate/policy.yaml'),
    });
    expect((await gate(repository.directory, 'ignore', fingerprint, '--staged', ...wish)).code).toBe(2);
  });

  test('of an audit, all of a rule at once: the printed entries accept them, and only them', async () => {
    const repository = TemporaryRepository.create();
    const other = secretManifest.replace('Xk7', 'Qw4').replace('db', 'other');
    repository.write('clusters/prod/a.yaml', secretManifest).write('clusters/prod/b.yaml', other);
    const binding =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: eve}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: eve}]\n';
    repository.write('clusters/prod/eve.yaml', binding).commit();
    const found = await gate(repository.directory, 'audit', '--format', 'json');
    const secrets = found.findings.filter(({ rule }) => rule === 'plaintext-secret');
    expect(secrets.length).toBeGreaterThan(1);
    const all = ['ignore', '--all', '--rule', 'plaintext-secret', '--audit', ...wish];
    const entries = await gate(repository.directory, ...all);
    expect(entries.stdout.match(/^ {2}- rule:/gm)).toHaveLength(secrets.length);
    repository.write('.gitops-gate/policy.yaml', `version: 1\nignore:\n${entries.stdout}`).commit();
    const left = await gate(repository.directory, 'audit', '--format', 'json');
    expect(left.findings.map(({ rule }) => rule)).toEqual(
      found.findings.filter(({ rule }) => rule !== 'plaintext-secret').map(({ rule }) => rule),
    );
    expect(left.findings.length).toBeGreaterThan(0);
    expect(await gate(repository.directory, ...all)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no finding of plaintext-secret'),
    });
  });

  test('without the finding, a reason or a day there is no entry', async () => {
    const repository = changed();
    const { findings } = await check(repository);
    const fingerprint = findings[0]?.fingerprint ?? '';
    const among = ['--base', 'main', '--head', 'change'];
    for (const args of [
      ['0'.repeat(12), ...wish],
      [fingerprint],
      [fingerprint, '--reason', 'x', '--until', '2000-01-01'],
    ]) {
      expect(await gate(repository.directory, 'ignore', ...args, ...among)).toMatchObject({ code: 2, stdout: '' });
    }
  });
});
