import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { commitRaw, gate, maintainer } from './program.ts';

afterAll(removeTemporary);

const configMap = (value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: x}\ndata: {a: "${value}"}\n`;
const binding =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]\n';

interface Answer {
  readonly headState: string;
  readonly lastGood: { readonly sha: string; readonly judged: boolean };
  readonly walk: { readonly begin: string; readonly why: string; readonly commits: number };
  readonly badCommits: readonly { readonly sha: string; readonly outcome: string; readonly brings: number }[];
  readonly findings: readonly { readonly rule: string; readonly since: string | null }[];
  readonly objects: readonly { readonly change: string; readonly kind: string; readonly name: string }[];
  readonly leaks: readonly string[];
  readonly notes: readonly string[];
  readonly commands: Record<'git' | 'revert' | 'argocd' | 'flux', readonly string[]> | null;
}

async function lastGood(repository: TemporaryRepository, ...args: string[]) {
  const { code, stdout, stderr } = await gate(repository.directory, 'last-good', '--format', 'json', ...args);
  if (stderr !== '') throw new Error(stderr);
  return { code, answer: JSON.parse(stdout) as Answer };
}

/** A repository on `main` with these commits of one file each; their ids. */
function history(...files: readonly (readonly [string, string])[]) {
  const repository = TemporaryRepository.create();
  const commits = files.map(([path, text]) => repository.write(path, text).commit(`Write ${path}`));
  return { repository, commits };
}

const begin = ['clusters/prod/a.yaml', configMap('1')] as const;

describe('which commit is good', () => {
  test('the one before a change that blocks, also where what follows is harmless', async () => {
    const { repository, commits } = history(
      begin,
      ['clusters/prod/a.yaml', configMap('2')],
      ['clusters/prod/b.yaml', binding],
      ['clusters/prod/a.yaml', configMap('3')],
    );
    const { code, answer } = await lastGood(repository);
    expect([code, answer.headState, answer.lastGood]).toMatchObject([1, 'blocked', { sha: commits[1], judged: true }]);
    expect(answer.badCommits).toMatchObject([
      { sha: commits[2], outcome: 'blocked', brings: 1 },
      { sha: commits[3], outcome: 'blocked', brings: 0 },
    ]);
    const blocking = answer.findings.filter(({ since }) => since !== null);
    expect(blocking).toMatchObject([{ rule: 'rbac-widened', since: commits[2] }]);
    expect(answer.objects.map(({ change, kind, name }) => `${change} ${kind} ${name}`).sort()).toEqual([
      'added ClusterRoleBinding ops',
      'changed ConfigMap a',
    ]);
  });

  test('the head, where what blocked is taken out again, whatever else changed meanwhile', async () => {
    const { repository } = history(begin, ['clusters/prod/b.yaml', binding], ['clusters/prod/a.yaml', configMap('2')]);
    repository.remove('clusters/prod/b.yaml');
    const last = repository.commit('Take it out');
    const { code, answer } = await lastGood(repository);
    expect([code, answer]).toMatchObject([0, { headState: 'good', lastGood: { sha: last }, commands: null }]);
    const { stdout } = await gate(repository.directory, 'last-good');
    expect(stdout).toContain('is good: there is nothing to undo.');
  });

  test('a removal of what the beginning has is undone by nobody: what is widened again blocks', async () => {
    const { repository } = history(begin, ['clusters/prod/b.yaml', binding]);
    repository.remove('clusters/prod/b.yaml');
    const narrow = repository.commit('Narrow');
    repository.write('clusters/prod/b.yaml', binding).commit('Widen again');
    const { code, answer } = await lastGood(repository, '--since', 'HEAD~2');
    expect([code, answer.lastGood.sha]).toEqual([1, narrow]);
  });

  test('of what a merge brings only the merge is a commit of the branch; it is reverted against the branch', async () => {
    const { repository, commits } = history(begin, ['clusters/prod/a.yaml', configMap('2')]);
    repository.switch('topic', 'main').write('clusters/prod/b.yaml', binding).commit();
    repository.write('clusters/prod/c.yaml', configMap('c')).commit();
    const merge = repository.switch('main').merge('topic');
    const { answer } = await lastGood(repository);
    expect(answer).toMatchObject({ lastGood: { sha: commits[1] }, badCommits: [{ sha: merge }], walk: { commits: 3 } });
    expect(answer.commands?.revert).toEqual([`git revert --no-edit -S -m 1 ${merge}`]);
  });

  test('an unsigned commit is not, although pushes only report it; one whose files are the good ones again is', async () => {
    const repository = TemporaryRepository.create();
    repository.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n`).commit('Begin');
    repository.write(...begin);
    const signed = commitRaw(repository);
    repository.write('clusters/prod/a.yaml', configMap('2')).commit('Unsigned');
    repository.write('clusters/prod/c.yaml', configMap('c'));
    commitRaw(repository);
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha]).toEqual([1, signed]);
    expect(answer.findings.filter(({ since }) => since !== null)).toMatchObject([{ rule: 'unsigned-commit' }]);
    // Reverting the commit would leave it in the history, unsigned as it is.
    expect(answer.commands?.revert).toEqual([]);
    repository.git('checkout', signed, '--', ':/');
    repository.remove('clusters/prod/c.yaml').commit('Back');
    expect((await lastGood(repository)).code).toBe(0);
  });

  test('one whose signature cannot be checked is not, and ends with 2', async () => {
    const repository = TemporaryRepository.create();
    repository.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n`).commit('Begin');
    repository.write(...begin);
    const armor = '-----BEGIN SIGNED MESSAGE-----\n MIIB\n -----END SIGNED MESSAGE-----';
    commitRaw(repository, (headers, message) => `${headers}gpgsig ${armor}\n${message}`);
    const { code, answer } = await lastGood(repository);
    expect([code, answer.headState, answer.lastGood.judged]).toEqual([2, 'could-not-judge', false]);
  });

  test('a secret that only the history holds says nothing of the files, and is named', async () => {
    const { repository } = history(begin);
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: Xk7pQ2vLm9Rt4WzB8nYc}\n';
    repository.switch('topic', 'main').write('clusters/prod/s.yaml', secret).commit();
    repository.remove('clusters/prod/s.yaml').write('clusters/prod/c.yaml', configMap('c')).commit();
    const merge = repository.switch('main').merge('topic');
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha, answer.leaks.length]).toEqual([0, merge, 1]);
    expect(JSON.stringify(answer)).not.toContain('Xk7pQ2');
  });

  test('a policy that only watches does not make everything good', async () => {
    const { repository, commits } = history(
      ['.gitops-gate/policy.yaml', 'version: 1\nfailOn: never\n'],
      ['clusters/prod/b.yaml', binding],
    );
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha]).toEqual([1, commits[0]]);
    expect(answer.notes).toEqual([expect.stringContaining('failOn: never')]);
  });
});

describe('a policy that came with what it lets pass', () => {
  test.each([
    ['of the head alone', 'version: 1\n'],
    ['that never had the rule about the gate', 'version: 1\nrules: {gate-changed: "off"}\n'],
    ['that blocks at critical alone', 'version: 1\nfailOn: critical\n'],
  ])('%s', async (_, before) => {
    const { repository, commits } = history(['.gitops-gate/policy.yaml', before], begin);
    const weak = 'version: 1\nrules: {rbac-widened: "off", gate-changed: "off"}\nfailOn: critical\n';
    const first = repository.write('.gitops-gate/policy.yaml', weak).commit();
    const second = repository.write('clusters/prod/b.yaml', binding).commit();
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha]).toEqual([1, commits[1]]);
    expect(answer.badCommits).toMatchObject([{ sha: first, brings: expect.any(Number) }, { sha: second }]);
    expect(answer.findings).toContainEqual(expect.objectContaining({ rule: 'gate-changed', since: first }));
    expect(answer.findings).toContainEqual(expect.objectContaining({ rule: 'rbac-widened', since: second }));
  });
});

describe('where the walk begins', () => {
  test('at the oldest also where that is before the gate’s folder, which whoever brings a widening may add after it', async () => {
    const { repository, commits } = history(
      begin,
      ['clusters/prod/b.yaml', binding],
      ['.gitops-gate/policy.yaml', 'version: 1\n'],
      ['clusters/prod/a.yaml', configMap('2')],
    );
    const { code, answer } = await lastGood(repository);
    expect([code, answer.walk.begin, answer.lastGood.sha]).toEqual([1, commits[0], commits[0]]);
    expect(answer.badCommits).toMatchObject([{ sha: commits[1], brings: 1 }, { sha: commits[2] }, { sha: commits[3] }]);
    expect(answer.notes[0]).toEqual(
      expect.stringContaining(
        `2 commits before .gitops-gate are judged by the built-in defaults: --since ${commits[1]}`,
      ),
    );
    expect((await lastGood(repository, '--since', `${commits[1]}`)).code).toBe(0);
  });

  test('signatures do not count before there are keys, whatever they are', async () => {
    const { repository } = history(begin);
    repository.write('clusters/prod/a.yaml', configMap('2'));
    commitRaw(repository, (headers, message) => `${headers}gpgsig nonsense\n${message}`);
    repository.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n`).commit('Begin to trust');
    expect((await lastGood(repository)).answer.badCommits).toMatchObject([]);
    const unsigned = repository.write('clusters/prod/a.yaml', configMap('3')).commit();
    const { code, answer } = await lastGood(repository);
    expect([code, answer.badCommits]).toMatchObject([1, [{ sha: unsigned }]]);
  });

  test.each([
    ['rules that are off', 'rules: {rbac-widened: "off", rbac-broad-subject: "off"}'],
    ['a rule that no longer blocks', 'rules: {rbac-widened: medium}'],
    ['failOn', 'failOn: never'],
    ['an exception', 'ignore: [{rule: rbac-widened, path: clusters/**, reason: it is ours, until: 2999-01-01}]'],
    ['a limit', 'limits: {bytes: 1000}'],
  ])('a first policy that lets more pass than the built-in defaults weakens the gate: %s', async (_, text) => {
    const { repository, commits } = history(begin, ['.gitops-gate/policy.yaml', `version: 1\n${text}\n`]);
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha]).toEqual([1, commits[0]]);
    expect(answer.findings).toContainEqual(expect.objectContaining({ rule: 'gate-changed', since: commits[1] }));
    expect(answer.notes).toContainEqual(expect.stringContaining('gate-changed'));
  });

  test('a first policy that says more, or as much, is good', async () => {
    const text = 'version: 1\nfailOn: medium\nrules: {rbac-widened: high}\nclusters: {prod: [clusters/prod/**]}\n';
    const { repository, commits } = history(begin, ['.gitops-gate/policy.yaml', text]);
    expect((await lastGood(repository)).answer.lastGood.sha).toBe(commits[1]);
  });

  test('the commit that brings the folder is judged with all else that it brings', async () => {
    const { repository, commits } = history(begin);
    repository.write('.gitops-gate/policy.yaml', 'version: 1\nrules: {rbac-widened: "off"}\n');
    const bad = repository.write('clusters/prod/b.yaml', binding).commit();
    const { code, answer } = await lastGood(repository);
    expect([code, answer.lastGood.sha, answer.badCommits]).toMatchObject([1, commits[0], [{ sha: bad }]]);
  });

  test('another first parent does not hide the branch without a word', async () => {
    const { repository } = history(begin, ['clusters/prod/a.yaml', configMap('2')]);
    repository.write('clusters/prod/b.yaml', binding).commit();
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const orphan = repository.git('commit-tree', tree, '-m', 'Begin');
    repository.git('reset', '--hard', repository.git('commit-tree', tree, '-p', orphan, '-p', 'HEAD', '-m', 'Merge'));
    const { answer } = await lastGood(repository);
    expect(answer.notes).toEqual([expect.stringContaining(`First parents lead to ${orphan}, but more`)]);
    // The other way around it is a merge of something small.
    repository.git('reset', '--hard', repository.git('commit-tree', tree, '-p', 'HEAD^2', '-p', orphan, '-m', 'Merge'));
    expect((await lastGood(repository)).answer.notes).toEqual([]);
  });

  test('at the oldest that is looked at, which is said', async () => {
    const { repository, commits } = history(begin, ...['2', '3', '4'].map((n) => [begin[0], configMap(n)] as const));
    const { answer } = await lastGood(repository, '--commits', '2');
    expect(answer.walk).toMatchObject({ begin: commits[2], commits: 2, why: expect.stringContaining('--commits') });
  });

  test.each([
    [['--since', 'HEAD~3', '--commits', '2'], /--since "HEAD~3" is not among the newest 2 commits/],
    [['--since', 'nowhere'], /--since "nowhere" is not among/],
    [['--commits', '1'], /--commits "1" is not such a number/],
    [['--branch', 'nowhere'], /"nowhere" names no commit/],
  ])('%s', async (args, message) => {
    const { repository } = history(begin, ...['2', '3', '4'].map((n) => [begin[0], configMap(n)] as const));
    const { code, stderr } = await gate(repository.directory, 'last-good', ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test('one commit is nothing to compare; a policy that is broken today judges nothing', async () => {
    const { repository } = history(begin);
    const one = await gate(repository.directory, 'last-good');
    expect([one.code, one.stderr]).toEqual([2, expect.stringContaining('has one commit to look at')]);
    repository.write('.gitops-gate/policy.yaml', 'version: 1\nrulez: {}\n').commit();
    const broken = await gate(repository.directory, 'last-good');
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('rulez')]);
  });
});

describe('the return', () => {
  test('says that with a policy changed since it may stay refused, and how to begin behind it', async () => {
    const { repository } = history(['.gitops-gate/policy.yaml', 'version: 1\n'], begin, [
      'clusters/prod/b.yaml',
      binding,
    ]);
    expect((await lastGood(repository)).answer.notes).toEqual([]);
    repository.write('.gitops-gate/policy.yaml', 'version: 1\nfailOn: high\n').commit();
    const said = expect.stringMatching(/keeps \.gitops-gate as it is today.*last-good --since MERGE/);
    expect((await lastGood(repository)).answer.notes).toEqual([said]);
    repository.remove('clusters/prod/b.yaml').commit('Return');
    expect((await lastGood(repository, '--since', 'HEAD')).answer.headState).toBe('good');
  });

  test('names the ref that it walked: in a clone that of origin', async () => {
    const { repository } = history(begin, ['clusters/prod/b.yaml', binding]);
    expect((await gate(repository.directory, 'last-good')).stdout).toMatch(/^✗ main \(/);
    const clone = TemporaryRepository.clone(repository.url);
    expect((await gate(clone.directory, 'last-good')).stdout).toMatch(/^✗ origin\/main \(/);
    expect((await lastGood(clone)).answer).toMatchObject({ branch: 'main', ref: 'origin/main' });
  });

  test('git’s commands give the good files and leave today’s policy', async () => {
    const { repository, commits } = history(
      ['.gitops-gate/policy.yaml', 'version: 1\n'],
      begin,
      ['clusters/prod/b.yaml', binding],
      ['.gitops-gate/policy.yaml', 'version: 1\nfailOn: high\n'],
    );
    const { answer } = await lastGood(repository);
    for (const command of answer.commands?.git.slice(0, 2) ?? []) repository.pipe('', ...words(command));
    expect(repository.git('ls-files')).toBe('.gitops-gate/policy.yaml\nclusters/prod/a.yaml');
    expect(repository.git('diff', '--cached', '--stat', `${commits[1]}`, '--', 'clusters')).toBe('');
    expect(repository.git('show', ':.gitops-gate/policy.yaml')).toContain('failOn');
  });

  test('a policy that was weakened is taken back as well, and the reader is warned', async () => {
    const { repository } = history(['.gitops-gate/policy.yaml', 'version: 1\nfailOn: medium\n'], begin, [
      '.gitops-gate/policy.yaml',
      'version: 1\nfailOn: critical\n',
    ]);
    const { code, answer } = await lastGood(repository, '--fail-on', 'high');
    expect([code, answer.commands?.git[1]]).toEqual([1, expect.stringMatching(/-- :\/$/)]);
    expect(answer.notes).toEqual([expect.stringContaining('gate-changed')]);
  });

  test('text of the repository moves no cursor', async () => {
    const { repository } = history(begin);
    repository.write('clusters/prod/b.yaml', binding).commit('Evil \x1b[2J\u202e subject');
    const { stdout } = await gate(repository.directory, 'last-good');
    expect(stdout).toContain('Evil');
    expect(stdout).not.toMatch(/[\x1b\u202e]/);
  });
});

/** A command's arguments after `git`, as a shell takes them. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].slice(1).map(([, a, b, c]) => a ?? b ?? c ?? '');
}
