import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, type TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, gpgsig, maintainer, signedBy, stranger, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const evil = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: evil}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;
const unsigned = (headers: string, message: string) => headers + message;
const rulesOf = async (repository: TemporaryRepository) => {
  const run = await check(repository);
  expect(run.code).toBe(1);
  return run.blocking.map((one) => one.split(' ')[1]);
};

describe('commits', () => {
  const forged: Readonly<Record<string, (headers: string, message: string) => string>> = {
    'no signature': unsigned,
    'somebody else’s': signedBy(stranger),
    'two signatures': (headers, message) => {
      const one = gpgsig(maintainer, headers + message);
      return headers + one + one + message;
    },
    'a signature of another message': (headers, message) =>
      headers + gpgsig(maintainer, `${headers}\nother\n`) + message,
    'the header of another object format': (headers, message) =>
      headers + gpgsig(maintainer, headers + message, 'gpgsig-sha256') + message,
    'a signature in the message': (headers, message) =>
      `${headers}${message}\n${gpgsig(maintainer, headers + message)}`,
    'a zero byte in a name': (headers, message) =>
      signedBy(maintainer)(headers.replace('author Ada', 'author A\0da'), message),
    'a second committer': (headers, message) =>
      signedBy(maintainer)(
        headers.replace(/committer Ada.*\n/, '$&committer Eve <eve@example.com> 1 +0000\n'),
        message,
      ),
    'two addresses': (headers, message) =>
      signedBy(stranger)(headers.replace(/(committer Ada) </, '$1 <stranger@example.com> <'), message),
    'text after the armor': (headers, message) =>
      headers + gpgsig(maintainer, headers + message).replace(/\n$/, '\n more\n') + message,
  };
  test.each(Object.keys(forged))('%s', async (name) => {
    const repository = trustingRepository();
    repository.write('a', '1');
    commitRaw(repository, forged[name]);
    const rules = await rulesOf(repository);
    expect(['unsigned-commit', 'invalid-signature', 'untrusted-signer']).toEqual(expect.arrayContaining([rules[0]]));
  });

  test('behind a merge that keeps nothing of them, a graft and a replacement', async () => {
    const repository = trustingRepository();
    repository.switch('side', 'main').write('b', '1');
    const hidden = commitRaw(repository, unsigned);
    repository.switch('change').write('a', '1');
    const own = commitRaw(repository);
    const merge = commitRaw(repository, signedBy(maintainer), [own, hidden]);
    repository.write('.git/info/grafts', `${merge} ${own}\n`);
    repository.git('replace', hidden, own);
    expect((await check(repository)).blocking).toEqual([`${hidden} unsigned-commit`]);
  });
});

describe('ranges', () => {
  test('what a merge brings of its own', async () => {
    const repository = trustingRepository();
    repository.switch('side', 'main').write('b', '1');
    const side = commitRaw(repository);
    repository.switch('change').write('a', '1');
    const own = commitRaw(repository);
    repository.write('clusters/prod/e.yaml', evil);
    commitRaw(repository, signedBy(maintainer), [own, side]);
    expect(await rulesOf(repository)).toEqual(['rbac-widened']);
  });

  test('a target that moved, a request that conflicts, a history of its own', async () => {
    const repository = trustingRepository({ a: '0\n' });
    repository.write('clusters/prod/e.yaml', evil).write('a', '1\n');
    commitRaw(repository);
    repository.switch('main').write('b', '1');
    commitRaw(repository);
    expect(await rulesOf(repository)).toEqual(['rbac-widened']);
    repository.write('a', '2\n');
    commitRaw(repository);
    expect(await rulesOf(repository)).toEqual(['rbac-widened']);
    repository.git('checkout', '--quiet', '--orphan', 'alone');
    repository.write('clusters/prod/e.yaml', evil);
    commitRaw(repository, signedBy(maintainer), []);
    const alone = await gate(repository.directory, 'check', '--base', 'main', '--head', 'alone', '--format', 'json');
    expect(alone.blocking).toContain('clusters/prod/e.yaml rbac-widened');
  });

  test('a bound role that the target widened meanwhile', async () => {
    const role = (verbs: string) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: [${verbs}]}]\n`;
    const repository = trustingRepository({ 'clusters/prod/r.yaml': role('none') });
    repository.write('clusters/prod/e.yaml', evil.replace('cluster-admin', 'r'));
    commitRaw(repository);
    repository.switch('main').write('clusters/prod/r.yaml', role('"*"'));
    commitRaw(repository);
    expect(await rulesOf(repository)).toEqual(['rbac-widened']);
  });

  test('attributes and configuration hide nothing and run nothing', async () => {
    const repository = trustingRepository();
    const canary = join(temporaryDirectory(), 'canary');
    repository.write('clusters/prod/e.yaml', evil);
    repository.write('.gitattributes', '*.yaml -diff export-ignore merge=x diff=x filter=x\n');
    commitRaw(repository);
    for (const key of ['core.fsmonitor', 'gpg.ssh.program', 'diff.external', 'merge.x.driver', 'diff.x.textconv'])
      repository.git('config', key, `touch ${canary}`);
    expect(await rulesOf(repository)).toContain('rbac-widened');
    expect(existsSync(canary)).toBe(false);
  });
});

describe('the gate’s own folder', () => {
  const admin = 'version: 1\nsignatures: { signers: { owner@example.com: { name: Olga, roles: [admin] } } }\n';
  const changes: Readonly<Record<string, (repository: TemporaryRepository) => unknown>> = {
    'a key more': (r) =>
      r.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n${stranger.allowedSigner}\n`),
    'a policy that never fails': (r) => r.write('.gitops-gate/policy.yaml', 'version: 1\nfailOn: never\n'),
    removed: (r) => r.remove('.gitops-gate'),
    'a link in its place': (r) => r.remove('.gitops-gate').symlink('.gitops-gate', 'other'),
  };
  test.each(Object.keys(changes))('%s', async (name) => {
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': admin });
    repository.write('other/allowed_signers', stranger.allowedSigner);
    changes[name]?.(repository);
    commitRaw(repository);
    expect(await rulesOf(repository)).toContain('gate-changed');
  });

  test('what the change says of itself does not count', async () => {
    const repository = trustingRepository();
    repository.write('.gitops-gate/policy.yaml', 'version: 1\nrules: {rbac-widened: off, gate-changed: off}\n');
    repository.write('.gitops-gate/allowed_signers', `${stranger.allowedSigner}\n`);
    repository.write('clusters/prod/e.yaml', evil);
    commitRaw(repository, signedBy(stranger));
    expect(await rulesOf(repository)).toEqual(
      expect.arrayContaining(['untrusted-signer', 'gate-changed', 'rbac-widened']),
    );
  });

  test('a repair of a broken policy brings no key along', async () => {
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': 'version: [\n' });
    repository.write('.gitops-gate/policy.yaml', 'version: 1\n');
    repository.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n${stranger.allowedSigner}\n`);
    commitRaw(repository);
    expect(await rulesOf(repository)).toContain('gate-changed');
  });
});

test('hostile names reach no terminal and no runner', async () => {
  const repository = trustingRepository();
  const name = 'clusters/prod/x\n::error::y\u001b[31m\u202e.yaml';
  repository.write(name, evil);
  commitRaw(repository, (headers, message) =>
    `${headers}${message}\n`.replace('Change', '::set-env name=A::b\u001b]0;x\u0007'),
  );
  const run = await gate(repository.directory, 'check', '--base', 'main', '--head', 'change');
  expect(run.code).toBe(1);
  expect(run.stdout + run.stderr).not.toMatch(/^::|[\u0000-\u0009\u000b-\u001f\u202e]/m);
  expect((await gate(repository.directory, 'check', '--base', 'main', '--head', '--upload-pack=x')).code).toBe(2);
});
