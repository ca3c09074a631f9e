import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { gate, maintainer } from './program.ts';

afterAll(removeTemporary);

const person = (name: string, time: number) => `${name} <${name.toLowerCase()}@example.com> ${time} +0100`;
const monday = 1_704_096_000;

/** Commits by git's fast-import: Ada works on apps, Grace on roles, on work days. */
function imported(count: number, policy = '', keys = ''): TemporaryRepository {
  const repository = TemporaryRepository.create();
  const gate = { 'policy.yaml': policy, allowed_signers: keys };
  const first = Object.entries(gate).flatMap(([name, text]) =>
    text === '' ? [] : [`M 644 inline .gitops-gate/${name}`, `data ${text.length}`, text],
  );
  const lines = Array.from({ length: count }, (_, index) => {
    const time = monday + index * 86_400 * (index % 5 === 4 ? 3 : 1);
    const isGrace = index % 3 === 2;
    const who = person(isGrace ? 'Grace' : 'Ada', time);
    const path = isGrace ? 'prod/rbac/role.yaml' : `apps/web/${index % 4}.yaml`;
    const text = `# ${index}\n`;
    return [
      'commit refs/heads/main',
      `author ${who}`,
      `committer ${who}`,
      'data 8',
      'fix: it\n',
      ...(index === 0 ? first : []),
      `M 644 inline ${path}`,
      `data ${text.length}`,
      text,
    ].join('\n');
  });
  repository.pipe(`${lines.join('\n')}\n`, 'fast-import', '--quiet');
  repository.git('checkout', '--quiet', '--force', 'main');
  repository.switch('change', 'main').write('prod/rbac/role.yaml', '# more\n').write('prod/argocd/app.yaml', '# app\n');
  repository.commit('wip\u001b[31m', { author: 'Mallory <m@example.org>', time: monday + 400 * 86_400 + 7200 });
  return repository;
}

const check = (repository: TemporaryRepository, ...args: string[]) =>
  gate(repository.directory, 'check', '--base', 'main', '--head', 'change', ...args);

interface Read {
  readonly coverage: { readonly history?: { readonly changes: number; readonly notCompared?: string } };
}

test('what is unusual is said, with its base rates, and does not block', async () => {
  const repository = imported(160, 'version: 1\nfailOn: low\nrules:\n  unsigned-commit: off\n');
  const { stdout, findings, code } = await check(repository, '--format', 'json');
  const [unusual] = findings.filter(({ rule }) => rule === 'unusual-change');
  expect(unusual).toMatchObject({ severity: 'low', blocking: false, commit: repository.git('rev-parse', 'change') });
  expect(unusual?.message).toContain('nobody of its author’s name or email changed anything before');
  expect((JSON.parse(stdout) as Read).coverage.history).toEqual({ changes: 160 });
  expect(code).toBe(0);
  const text = (await check(repository)).stdout;
  expect(text).toContain('compared with 160 earlier changes');
  expect(text).not.toContain('\u001b[31m');
});

test('the policy lets it demand a signer', async () => {
  const policy =
    'version: 1\nrules:\n  unsigned-commit: off\nsignatures:\n  require:\n    - rules: [unusual-change]\n      roles: [admin]\n';
  const repository = imported(160, policy, `${maintainer.allowedSigner}\n`);
  const { blocking, code } = await check(repository, '--format', 'json');
  expect(blocking).toEqual([expect.stringMatching(/ untrusted-signer$/)]);
  expect(code).toBe(1);
});

test('a young history is silent', async () => {
  const { findings, stdout } = await check(imported(20), '--format', 'json');
  expect(findings.filter(({ rule }) => rule === 'unusual-change')).toEqual([]);
  expect((JSON.parse(stdout) as Read).coverage.history).toEqual({
    changes: 20,
    notCompared: '20 earlier changes are too few to show habits',
  });
});

test('a clone that is cut off is not judged by what it has, and says so', async () => {
  const origin = imported(160);
  const clone = TemporaryRepository.clone(origin.url, '--depth=1', '--branch=change', '--no-single-branch');
  clone.git('branch', '--quiet', 'main', 'origin/main');
  const { findings, stdout } = await check(clone, '--format', 'json');
  expect(findings.filter(({ rule }) => rule === 'unusual-change')).toEqual([]);
  expect((JSON.parse(stdout) as Read).coverage.history).toEqual({
    changes: 0,
    notCompared: 'the history is not in this clone',
  });
});
