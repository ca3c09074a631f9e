import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { commitRaw, gate, maintainer, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;

const repository = trustingRepository();
repository.write('prod/role.yaml', role);
commitRaw(repository);

describe('called in a wrong way it ends with 2, and says what was meant', () => {
  test.each<[string, string, string]>([
    ['--hepl', 'unknown flag --hepl', 'did you mean --help?'],
    ['--base main check', 'unknown flag --base', 'write the command first'],
    ['chekc', 'unknown command "chekc"', 'did you mean check?'],
    ['check --hepl', 'unknown flag --hepl', 'did you mean --help?'],
    ['check --base main~7', '"main~7" names no commit of this repository', 'Check its spelling'],
    ['check --base main..change', '"main..change" names no commit', '--base OLD --head NEW'],
    ['verify main~7..main', '"main~7" names no commit of this repository', 'Check its spelling'],
    ['verify main...change', '"main...change" names no commit', 'two dots: OLD..NEW'],
    ['audit --rev nope', '"nope" names no commit of this repository', 'Check its spelling'],
    ['render --rev nope', '"nope" names no commit of this repository', 'Check its spelling'],
    ['who-can get pods --rev nope', '"nope" names no commit of this repository', 'Check its spelling'],
    ['check --repo prod/role.yaml', 'prod/role.yaml is not a git repository: It is a file', '--repo DIR'],
    ['check --ci gitlab --format json', '--ci does not take --format', '--out DIR'],
    ['check --ci github --staged', '--ci takes the range from the pipeline', 'leave out --staged'],
    ['check --ci github', 'GITHUB_TOKEN is not set', 'github.token'],
    ['check --ci gitlab --base main', '--ci takes the range', 'leave out --base, --head and --staged'],
    ['render --diff --rev HEAD', '--rev does not go with --diff', '--base REV'],
    ['render --base main --head change', '--base and --head needs --diff', '--diff'],
    ['who-can gett secrets', 'unknown verb "gett"', 'did you mean get?'],
    ['who-can frobnicate secrets', 'unknown verb "frobnicate"', 'known verbs: get, list'],
    ['permissions ci/deployer', '"ci/deployer" names no subject', '(sa: for short)'],
    ['policy', 'policy validate lacks an argument', 'usage: gitops-gate policy validate'],
    ['policy check', 'policy "check" is not known', 'policy validate [FOLDER|FILE]'],
    ['policy validate nope', 'nope cannot be read', 'a folder like .gitops-gate'],
  ])('%s', async (line, what, fix) => {
    const { code, stdout, stderr } = await gate(repository.directory, ...line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(what);
    expect(stderr).toContain(fix);
    // One problem, once.
    expect(stderr.match(/^gitops-gate: /gm)).toHaveLength(1);
  });

  test('`ignore` names all that is missing, or wrong, at once', async () => {
    const said = async (...args: string[]) =>
      (await gate(repository.directory, 'ignore', ...args)).stderr
        .split('\n')
        .filter((line) => line.startsWith('gitops-gate: '));
    expect(await said()).toEqual([
      'gitops-gate: FINGERPRINT is missing',
      'gitops-gate: --reason is missing',
      'gitops-gate: --until is missing',
    ]);
    expect(await said('abc', '--until', 'tomorrow', '--reason', '…')).toEqual([
      'gitops-gate: "abc" is not a fingerprint',
      'gitops-gate: --reason is still "…"',
      'gitops-gate: --until must be a day',
    ]);
    const wish = ['--reason', 'r', '--until', '2099-12-31'];
    const id = '0123456789ab';
    const thisFile = import.meta.filename;
    for (const [args, problem] of [
      [['--all'], '--all needs --rule'],
      [['--all', '--rule', 'plaintext-secrets'], 'there is no rule "plaintext-secrets"'],
      [['--all', id, '--rule', 'plaintext-secret'], 'a fingerprint and --all exclude each other'],
      [[id, '--rule', 'plaintext-secret'], '--rule goes with --all'],
      [[id, '--staged', '--audit'], '--staged and --audit exclude each other'],
      [[id, '--rev', 'main'], '--rev goes with --audit'],
      [[id, '--report', 'nowhere.json'], 'nowhere.json cannot be read (ENOENT)'],
      [[id, '--report', thisFile], `${thisFile} is not JSON`],
    ] as const)
      expect(await said(...args, ...wish)).toEqual([`gitops-gate: ${problem}`]);
  });

  test('in a shallow clone, where history is missing, that is the reason', async () => {
    const clone = join(temporaryDirectory(), 'shallow');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.directory}`, clone);
    for (const line of ['check --base HEAD~1', 'verify HEAD~1..HEAD', 'audit --rev HEAD~1']) {
      const { code, stderr } = await gate(clone, ...line.split(' '));
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('git fetch --unshallow') });
    }
  });
});

describe('what is meant is done', () => {
  test.each(['-v', '-V', '--version'])('%s is the version', async (flag) =>
    expect(await gate(repository.directory, flag)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    }),
  );

  test.each([
    [
      'a verb of somebody’s own is asked for',
      'who-can frobnicate secrets --any-verb',
      'Who can frobnicate secrets',
      '',
    ],
    ['a resource of somebody’s own as well', 'who-can get secretz', 'Who can get secretz', 'did you mean secrets?'],
    ['and one of another API', 'who-can get foos.example.org', 'Who can get foos', ''],
    ['a constrained impersonation', 'who-can impersonate:user-info users', 'Who can impersonate:user-info', ''],
    [
      'defaults of a version that is not known are said to be another’s',
      'permissions sa:ci/deployer --kubernetes-version 1.99',
      'get secrets in every namespace',
      'which are not known',
    ],
  ])('%s', async (_, line, output, note) => {
    const { code, stdout, stderr } = await gate(repository.directory, ...line.split(' '));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(output) });
    if (note === '') expect(stderr).toBe('');
    else expect(stderr).toMatch(new RegExp(`^gitops-gate: note: .*${note.replace('?', '\\?')}`));
  });

  test('an audit says what is, not what is new', async () => {
    const { stdout } = await gate(repository.directory, 'audit');
    expect(stdout).toContain('ClusterRole ops lets ServiceAccount ci/deployer get secrets in every namespace.');
    expect((await gate(repository.directory, 'check')).stdout).toContain('ClusterRole ops newly lets');
  });

  test('the remedy of an unsigned commit names what to rebase onto', async () => {
    const other = trustingRepository();
    other.write('a.txt', 'a\n').commit('Unsigned');
    other.write('b.txt', 'b\n').commit('Unsigned too');
    const base = other.git('rev-parse', 'main').slice(0, 12);
    const remedy = `git rebase --exec "git commit --amend --no-edit -S" ${base}`;
    for (const line of ['check --base main --head change', 'verify main..change', 'verify change~1']) {
      expect((await gate(other.directory, ...line.split(' '), '--format', 'json')).stdout).toContain(
        JSON.stringify(remedy).slice(1, -1),
      );
    }
    expect((await gate(other.directory, 'verify', 'main', '--format', 'json')).stdout).toContain('-S\\" --root');
  });
});

describe('policy validate', () => {
  const folder = (files: Readonly<Record<string, string>>) => {
    const place = TemporaryRepository.create();
    for (const [path, text] of Object.entries(files)) place.write(`.gitops-gate/${path}`, text);
    return place.directory;
  };
  const line = `${maintainer.allowedSigner}\n`;
  const signers = (name: string) => `signatures:\n  signers:\n    ${name}: { name: Ada, roles: [admin] }\n`;

  test('reads the folder with its keys, also from below the top', async () => {
    const directory = folder({ 'policy.yaml': signers('ada@example.com'), allowed_signers: line });
    mkdirSync(join(directory, 'prod'));
    for (const [from, path] of [
      [directory, '.gitops-gate'],
      [join(directory, 'prod'), '../.gitops-gate'],
    ] as const) {
      expect(await gate(from, 'policy', 'validate')).toMatchObject({
        code: 0,
        stdout: `${path}: valid\n  failOn: high; trusts 1 SSH key and 0 OpenPGP files; 1 key of admins\n`,
      });
    }
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a file of keys that holds none',
      { 'keys/ana.asc': '' },
      'keys/ana.asc:1:1: The file holds no OpenPGP public key',
    ],
    ['a line that is no key', { allowed_signers: 'ana@example.org nonsense\n' }, 'allowed_signers:1:1: '],
    ['a policy of another name', { 'policy.yml': 'version: 1\n' }, 'policy.yml:1:1: is not read'],
    [
      'a key without its owner',
      { allowed_signers: line.slice(line.indexOf('ssh-')) },
      'begins with the key: write whose it is before it',
    ],
    [
      'a private key',
      { allowed_signers: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n' },
      'begins a private key',
    ],
    ['a version to come', { 'policy.yaml': 'version: 2\n' }, 'version must be 1'],
    ['an unknown key', { 'policy.yaml': 'failon: low\n' }, 'did you mean failOn?'],
  ])('refuses %s', async (_, files, problem) => {
    const { code, stdout, stderr } = await gate(folder(files), 'policy', 'validate');
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(problem) });
  });

  test.each<[string, Record<string, string>, string]>([
    ['trusts no key', { 'policy.yaml': 'version: 1\n' }, 'it trusts no key'],
    ['names no admin', { allowed_signers: line }, 'it names no admin'],
    ['has no policy', { allowed_signers: line }, 'there is no .gitops-gate/policy.yaml'],
    [
      'names an admin who has no key',
      { 'policy.yaml': signers('bob@example.org'), allowed_signers: line },
      'no trusted key is an admin’s',
    ],
    [
      'names nobody',
      { 'policy.yaml': signers('bob@example.org'), allowed_signers: line },
      'signatures.signers names bob@example.org',
    ],
    [
      'asks for a role that nobody has',
      { 'policy.yaml': 'signatures:\n  require:\n    - { paths: ["prod/**"], roles: [release] }\n' },
      'signatures.require asks for the role release, which no entry of signatures.signers has',
    ],
    [
      'accepts a secret for no file',
      {
        'policy.yaml':
          'ignore:\n  - { rule: plaintext-secret, path: a.yaml, reason: a test, until: 2099-01-01 }\n  - { rule: rbac-widened, path: a.yaml, reason: a test, until: 2099-01-01 }\n',
      },
      'ignore, line 2: the entry for plaintext-secret does not hold: a secret is ignored only together with',
    ],
    ['holds a key that is not read', { 'keys/ana.gpg': 'x' }, 'keys/ana.gpg is not read: keys are keys/*.asc'],
  ])('says of a good folder that it %s', async (_, files, note) => {
    const { code, stdout } = await gate(folder(files), 'policy', 'validate');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`  note: `) });
    expect(stdout).toContain(note);
  });

  test('refuses a link, which is never followed where it is committed', async () => {
    const directory = folder({ allowed_signers: line });
    symlinkSync('.gitops-gate', join(directory, 'linked'));
    const { code, stderr } = await gate(directory, 'policy', 'validate', 'linked');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('linked is a symbolic link') });
  });

  test('refuses a folder that is not the gate’s', async () => {
    const { code, stdout, stderr } = await gate(folder({ 'README.md': '' }), 'policy', 'validate');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('.gitops-gate has neither a policy.yaml nor keys: it is not a folder of the gate.');
  });

  test('takes another folder, and one file, by name', async () => {
    const directory = folder({ 'policy.yaml': 'version: 1\n' });
    cpSync(join(directory, '.gitops-gate'), join(directory, 'infra/gate'), { recursive: true });
    writeFileSync(join(directory, 'p.yaml'), 'version: 1\n');
    expect((await gate(directory, 'policy', 'validate', 'infra/gate/')).stdout).toMatch(/^infra\/gate: valid\n/);
    expect((await gate(directory, 'policy', 'validate', 'p.yaml')).stdout).toBe('p.yaml: valid\n');
  });

  test('without a folder says how to begin', async () => {
    const { code, stderr } = await gate(TemporaryRepository.create().directory, 'policy', 'validate');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('gitops-gate init') });
  });
});
