import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, type TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const role = (verbs: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules:\n  - apiGroups: [""]\n    resources: [secrets] # why\n    verbs: [${verbs}]\n`;
const binding =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}\nsubjects: [{kind: ServiceAccount, name: bot, namespace: ci}]\n';
const secret = (value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  namespace: shop\nstringData:\n  password: ${value}\n`;
const value = 'Xk7pQ2vLm9Rt4WzB8nYc';

/** A branch that widens a role and adds a Secret in plain text. */
function changed(): TemporaryRepository {
  const repository = trustingRepository({ 'prod/role.yaml': role('list'), 'prod/binding.yaml': binding });
  repository.write('prod/role.yaml', role('list, get, "*"'));
  repository.write('prod/db.yaml', secret(value));
  commitRaw(repository);
  return repository;
}

interface Reported {
  readonly fix?: {
    readonly fixed: readonly { readonly fingerprint: string }[];
    readonly left: readonly { readonly why: string }[];
  };
  readonly findings: readonly { readonly fingerprint: string; readonly line: number; readonly suggestion?: string }[];
}

const fix = (repository: TemporaryRepository, ...args: string[]) =>
  gate(repository.directory, 'fix', '--base', 'main', ...args);
const read = (repository: TemporaryRepository, path: string) => readFileSync(join(repository.directory, path), 'utf8');
const denyAll =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: {podSelector: {}}\n';
const podOfShop =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: a}]}\n';
/** Runs the command that was printed for it, in a folder below the top. */
function stage(repository: TemporaryRepository, printed: string): void {
  const command = printed.split('\n').find((line) => line.startsWith('  git add ')) ?? 'false';
  execFileSync('sh', ['-c', command], { cwd: join(repository.directory, 'prod') });
}
const rulesOf = async (repository: TemporaryRepository) => (await check(repository)).findings.map(({ rule }) => rule);

describe('fix', () => {
  test('writes a patch on standard output that git applies as it is, without the secret', async () => {
    const repository = changed();
    const ran = await fix(repository);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('Fixed, as judged again: ');
    expect(ran.stdout).toContain('Rotate each secret');
    expect(ran.log).not.toContain(value);
    repository.pipe(ran.stdout, 'apply', '--check');
    repository.pipe(ran.stdout, 'apply');
    expect(read(repository, 'prod/role.yaml')).toBe(role('list'));
    expect(read(repository, 'prod/db.yaml')).toContain('kind: ExternalSecret');
    commitRaw(repository);
    // What the commits hold no change of a file takes out.
    expect(new Set(await rulesOf(repository))).toEqual(new Set(['secret-in-history']));
  });

  test('writes the patch to a file', async () => {
    const repository = changed();
    const file = join(temporaryDirectory(), 'fix.patch');
    const ran = await fix(repository, '--patch', file);
    expect(ran.stdout).toContain(`is in ${file}`);
    expect(ran.stdout).not.toContain('diff --git');
    expect(readFileSync(file, 'utf8')).not.toContain(value);
    repository.git('apply', '--check', file);
  });

  test('puts no Secret of the base back by a patch, also where it is no finding itself', async () => {
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: {podSelector: {}}\n';
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: a}]}\n';
    const repository = trustingRepository({ 'prod/s.yaml': `${secret(value)}---\n${policy}`, 'prod/pod.yaml': pod });
    unlinkSync(join(repository.directory, 'prod/s.yaml'));
    commitRaw(repository);
    const ran = await fix(repository);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('network-widened');
    expect(ran.stdout).not.toContain(value);
    repository.pipe(ran.stdout, 'apply');
    expect(read(repository, 'prod/s.yaml').trim()).toBe(policy.trim());
  });

  test('says how many findings stay after a patch that leaves a file out, and ends with 1', async () => {
    const alerts = (receiver: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: alertmanager-main, namespace: monitoring}\nstringData:\n  alertmanager.yaml: |\n    route:\n      receiver: default\n      routes:\n        - matchers: ['team = "security"']\n          receiver: ${receiver}\n    receivers:\n      - name: "null"\n      - name: default\n        slack_configs: [{channel: "#alerts"}]\n      - name: security\n        webhook_configs: [{url: "http://soar.security"}]\n`;
    const repository = trustingRepository({
      'prod/alertmanager.yaml': alerts('security'),
      'prod/role.yaml': role('list'),
      'prod/binding.yaml': binding,
    });
    repository.write('prod/alertmanager.yaml', alerts('"null"')).write('prod/role.yaml', role('list, get'));
    commitRaw(repository);
    const ran = await fix(repository);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('Fixed, as judged again: 1 of 4.\nOnly by --apply: 3,');
    expect(ran.stdout).toContain('prod/alertmanager.yaml: left out of the patch');
    expect(ran.stdout).not.toContain('soar.security');
    const out = temporaryDirectory();
    await check(repository, '--out', out);
    const { fix: said } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Reported;
    expect(said?.left.map(({ why }) => why)).toContain('a patch would put a secret back: gitops-gate fix --apply');
    expect(await fix(repository, '--apply')).toMatchObject({ code: 0 });
  });

  test('follows no link that the change commits, neither for the patch nor for reports', async () => {
    const repository = changed();
    const victim = join(temporaryDirectory(), 'victim');
    writeFileSync(victim, 'mine\n');
    for (const name of ['fix.patch', 'report.json']) symlinkSync(victim, join(repository.directory, name));
    expect(await fix(repository, '--patch', 'fix.patch')).toMatchObject({ code: 2 });
    await check(repository, '--out', repository.directory);
    expect(readFileSync(victim, 'utf8')).toBe('mine\n');
    expect(JSON.parse(read(repository, 'report.json'))).toMatchObject({ command: 'check' });
  });

  test('comes with the reports as a file, which goes again with the last finding', async () => {
    const repository = changed();
    const out = temporaryDirectory();
    const ran = await check(repository, '--out', out);
    expect(ran.code).toBe(1);
    const patch = readFileSync(join(out, 'fix.patch'), 'utf8');
    expect(patch).not.toContain(value);
    repository.git('apply', '--check', join(out, 'fix.patch'));
    const { fix: said, findings } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Reported;
    expect(said).toMatchObject({ patch: 'fix.patch', blind: ['prod/db.yaml'], leftOut: [], left: [] });
    expect(said?.fixed.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      findings.map(({ fingerprint }) => fingerprint).sort(),
    );
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain(
      'would go with the patch `fix.patch` among the reports',
    );
    repository.git('apply', join(out, 'fix.patch'));
    repository.git('checkout', '--quiet', '--force', '-b', 'clean', 'main');
    repository.write('prod/a.yaml', 'a: 1\n');
    commitRaw(repository);
    await gate(repository.directory, 'check', '--base', 'main', '--out', out);
    expect(existsSync(join(out, 'fix.patch'))).toBe(false);
  });

  test('is a suggestion on the finding’s lines, where it changes these alone', async () => {
    const quota = (limit: string) =>
      `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: labels}\nspec:\n  # keep\n  validationFailureAction: ${limit}\n  rules:\n    - name: team\n      match: {any: [{resources: {kinds: [Pod]}}]}\n      validate: {message: a, pattern: {metadata: {labels: {team: "?*"}}}}\n`;
    const repository = trustingRepository({ 'prod/p.yaml': quota('Enforce') });
    repository.write('prod/p.yaml', quota('Audit'));
    commitRaw(repository);
    const out = temporaryDirectory();
    await check(repository, '--out', out);
    const { findings } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Reported;
    expect(findings.map(({ line, suggestion }) => ({ line, suggestion }))).toEqual([
      { line: 6, suggestion: '  validationFailureAction: Enforce' },
    ]);
  });

  test('writes to the work tree, of one rule where one is named', async () => {
    const repository = changed();
    expect(await fix(repository, '--rule', 'rbac-widened', '--apply')).toMatchObject({ code: 0, stderr: '' });
    expect(read(repository, 'prod/role.yaml')).toBe(role('list'));
    expect(read(repository, 'prod/db.yaml')).toBe(secret(value));
    expect(repository.git('status', '--porcelain')).toBe(' M prod/role.yaml');
  });

  test('fixes what is staged', async () => {
    const repository = trustingRepository({ 'prod/role.yaml': role('list'), 'prod/binding.yaml': binding });
    repository.write('prod/role.yaml', role('list, get'));
    repository.git('add', '--all');
    const ran = await gate(repository.directory, 'fix', '--staged', '--apply');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(read(repository, 'prod/role.yaml')).toBe(role('list'));
    expect(ran.stdout).toContain('what is staged is still the change without the fix');
    stage(repository, ran.stdout);
    expect(repository.git('show', ':prod/role.yaml')).toBe(role('list').trimEnd());
  });

  test('says how to stage what it wrote, with files that come back, from any folder', async () => {
    const repository = trustingRepository({
      'prod/role.yaml': role('list'),
      'prod/a b[c].yaml': denyAll,
      'prod/pod.yaml': podOfShop,
    });
    unlinkSync(join(repository.directory, 'prod/a b[c].yaml'));
    commitRaw(repository);
    const ran = await fix(repository, '--apply');
    expect(ran.code).toBe(0);
    stage(repository, ran.stdout);
    expect(repository.git('status', '--porcelain')).toBe('A  "prod/a b[c].yaml"');
  });

  test('says for each file what is left to fill in, and nothing where nothing is', async () => {
    const repository = changed();
    const ran = await fix(repository, '--apply');
    expect(ran.stdout).toMatch(
      /Left for you to fill in.*prod\/db\.yaml: the name \(and kind\) of your store in place of name-of-your-store\n/s,
    );
    expect(read(repository, 'prod/db.yaml')).toContain('name-of-your-store');
    expect((await fix(changed(), '--rule', 'rbac-widened')).stdout).not.toContain('Left for you');
  });

  test('leaves no patch of an earlier run where there is none, and takes nothing but a file away', async () => {
    const repository = changed();
    const folder = temporaryDirectory();
    const file = join(folder, 'fix.patch');
    await fix(repository, '--patch', file);
    expect(existsSync(file)).toBe(true);
    const again = await fix(repository, '--rule', 'no-such-rule', '--patch', file);
    expect([again.code, existsSync(file)]).toEqual([2, true]);
    const none = await fix(repository, '--rule', 'image-unpinned', '--patch', file);
    expect([none.code, existsSync(file)]).toEqual([0, false]);
    expect(none.stderr).toContain(`the old ${file} is removed`);
    expect((await fix(repository, '--rule', 'image-unpinned', '--patch', folder)).code).toBe(2);
    expect(existsSync(folder)).toBe(true);
  });

  test('takes nothing out of a git folder where there is no patch', async () => {
    const repository = changed();
    const config = join(repository.directory, '.git/config');
    const ran = await fix(repository, '--rule', 'image-unpinned', '--patch', config);
    expect([ran.code, existsSync(config)]).toEqual([2, true]);
    expect(ran.stderr).toContain('is in a git folder');
  });

  test('says so where there is no finding, and ends well', async () => {
    const repository = trustingRepository();
    repository.write('prod/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
    commitRaw(repository);
    expect(await fix(repository)).toMatchObject({ code: 0, stdout: 'There is no finding to fix.\n' });
  });

  test('leaves commits alone, prints how to sign them, and ends with 1', async () => {
    const repository = changed();
    repository.write('prod/note.yaml', 'a: 1\n');
    repository.commit('Not signed');
    const ran = await fix(repository, '--rule', 'unsigned-commit');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('it is about a commit');
    expect(ran.stdout).toContain('git rebase --exec');
  });

  test('fixes no file that the target has changed too', async () => {
    const repository = changed();
    repository.switch('main');
    repository.write('prod/role.yaml', `# of the platform team\n${role('list')}`);
    commitRaw(repository);
    repository.switch('change');
    const ran = await fix(repository, '--rule', 'rbac-widened');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('the target branch has changed the file too');
  });

  const spoil = {
    differs: ({ directory }: TemporaryRepository) => writeFileSync(join(directory, 'prod/role.yaml'), role('get')),
    staged: (repository: TemporaryRepository) => {
      repository.write('prod/role.yaml', role('get')).git('add', '--all');
      repository.git('restore', '--worktree', '--source=HEAD', 'prod/role.yaml');
    },
    elsewhere: (repository: TemporaryRepository) => repository.switch('main'),
    linked: ({ directory }: TemporaryRepository) => {
      unlinkSync(join(directory, 'prod/db.yaml'));
      symlinkSync('role.yaml', join(directory, 'prod/db.yaml'));
    },
  };

  test.each<[string, keyof typeof spoil, string]>([
    ['a work tree that differs', 'differs', 'is not as it was judged'],
    ['an index that differs', 'staged', 'prod/role.yaml is staged with other content'],
    ['a head that is not checked out', 'elsewhere', 'is not checked out'],
    ['a link in the place of a file', 'linked', 'is not as it was judged'],
  ])('--apply refuses %s', async (_, how, what) => {
    const repository = changed();
    spoil[how](repository);
    const before = repository.git('status', '--porcelain');
    const ran = await fix(repository, '--head', 'change', '--apply');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(what);
    expect(repository.git('status', '--porcelain')).toBe(before);
  });

  test.each([
    [['--apply', '--patch', 'x'], '--apply and --patch exclude each other'],
    [['--rule', 'rbac-widend'], 'did you mean rbac-widened?'],
    [['--patch', '/nowhere/.git/config'], '/nowhere/.git/config is in a git folder'],
    [['--patch', '/nowhere/x/y'], 'the patch cannot be written to /nowhere/x/y (ENOENT)'],
  ])('refuses %j', async (args, what) => {
    const ran = await fix(changed(), ...args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(what);
  });
});
