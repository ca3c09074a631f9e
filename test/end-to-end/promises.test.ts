import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, signedBy, stranger, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const secret = 'Xk7pQ2vLm9Rt4WzB8nYc';
const secretManifest = `apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\nstringData: {password: ${secret}}\n`;
const evilBinding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: evil}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: deployer, namespace: ci}]
`;

test('the demo is blocked by all three families, with file and line', async () => {
  const run = await gate(temporaryDirectory(), 'demo', '--format', 'json');
  expect(run.code).toBe(1);
  const rules = run.findings.filter(({ blocking }) => blocking).map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining(['unsigned-commit', 'untrusted-signer', 'rbac-widened', 'secret-protection-lost']),
  );
  const widened = run.findings.find(({ rule }) => rule === 'rbac-widened');
  expect(widened).toMatchObject({ file: 'clusters/prod/rbac/deployer.yaml', line: 10 });
});

test('a signed change that gives nobody anything passes', async () => {
  const repository = trustingRepository();
  repository.write('clusters/prod/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n');
  commitRaw(repository);
  expect(await check(repository)).toMatchObject({ code: 0, findings: [] });
});

describe('what could not be judged is not a pass', () => {
  test('a shallow clone without a remote', async () => {
    const repository = trustingRepository();
    repository.write('a', '1');
    commitRaw(repository, signedBy(stranger));
    repository.write('a', '2');
    commitRaw(repository);
    const clone = TemporaryRepository.clone(repository.url, '--depth=1', '--no-single-branch');
    clone.git('remote', 'remove', 'origin');
    const ids = [repository.git('rev-parse', 'main'), repository.head()] as const;
    expect((await gate(clone.directory, 'check', '--base', ids[0], '--head', ids[1])).code).toBe(2);
  });

  test.each(['change:clusters/prod/db.yaml', 'change', 'main', 'change^{tree}'])(
    'a damaged object: %s',
    async (name) => {
      const repository = trustingRepository();
      repository.write('clusters/prod/db.yaml', secretManifest);
      commitRaw(repository);
      const id = repository.git('rev-parse', name);
      const file = join(repository.directory, '.git', 'objects', id.slice(0, 2), id.slice(2));
      const bytes = readFileSync(file);
      chmodSync(file, 0o644);
      for (const damaged of [bytes.subarray(0, bytes.length - 6), Buffer.from('garbage'.repeat(9))]) {
        writeFileSync(file, damaged);
        const run = await check(repository);
        expect([run.code, run.findings, run.stderr]).toEqual([2, [], '']);
        expect(run.stdout).toMatch(/The object store is damaged|could not read what it needs|is not in this clone/);
      }
    },
  );

  test('files of a partial clone whose remote is gone: touched ones, and those a judgement depends on', async () => {
    const role = evilBinding.replace('cluster-admin', 'mine');
    const repository = trustingRepository({ 'clusters/prod/role.yaml': role, 'clusters/prod/other.yaml': 'a: b\n' });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.write('clusters/prod/other.yaml', evilBinding);
    commitRaw(repository);
    const clone = TemporaryRepository.clone(repository.url, '--filter=blob:none', '--no-checkout');
    const ids = [repository.git('rev-parse', 'main'), repository.head()] as const;
    const args = ['check', '--base', ids[0], '--head', ids[1]];
    const policy = repository.git('rev-parse', `${ids[0]}:.gitops-gate/allowed_signers`);
    const touched = ids.map((id) => repository.git('rev-parse', `${id}:clusters/prod/other.yaml`));
    // What the clone has: first only the keys, then also what is touched; the unchanged binding stays away.
    for (const [have, lacks] of [[[policy], 'other.yaml'] as const, [touched, 'role.yaml'] as const]) {
      clone.git('remote', 'set-url', 'origin', repository.url);
      for (const id of have) clone.git('cat-file', 'blob', id);
      clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
      const run = await gate(clone.directory, ...args);
      expect([run.code, run.stderr]).toEqual([2, '']);
      expect(run.stdout.replace(/\s+/g, ' ')).toMatch(
        new RegExp(`content of clusters/prod/${lacks} .*is not in this clone`),
      );
    }
  });

  test('a broken policy, and a change alongside its repair', async () => {
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': 'version: 1\nrules: [\n' });
    repository.write('a', '1');
    commitRaw(repository);
    expect((await check(repository)).code).toBe(2);
    repository.write('.gitops-gate/policy.yaml', 'version: 1\n');
    commitRaw(repository);
    expect((await check(repository)).code).not.toBe(0);
  });
});

test('every format tells the same findings, none tells a secret, and the repository stays as it was', async () => {
  const repository = trustingRepository();
  repository.write('clusters/prod/db.yaml', secretManifest).write('clusters/prod/evil.yaml', evilBinding);
  repository.write('clusters/prod/notes.yaml', `a: "${secret}\nb: [\napiVersion: v1\nkind: Secret\n`);
  commitRaw(repository, signedBy(stranger));
  repository.write('untracked', 'x');
  const state = () => [
    repository.git('status', '--porcelain', '--ignored'),
    repository.git('for-each-ref'),
    repository.git('config', '--list', '--local'),
    repository.git('count-objects', '-v'),
    repository.git('reflog'),
  ];
  const before = state();
  const out = temporaryDirectory();
  const run = await check(repository, '--out', out);
  expect(state()).toEqual(before);
  expect(run.code).toBe(1);
  const prints = run.findings.map(({ fingerprint }) => fingerprint);
  expect(prints.length).toBeGreaterThan(3);
  const files = readdirSync(out);
  expect(files).toEqual(
    expect.arrayContaining(['report.json', 'report.md', 'report.sarif', 'report.html', 'junit.xml']),
  );
  const everything = [run.stdout, run.stderr, (await gate(repository.directory, 'check', '--base', 'main')).stdout];
  for (const file of files) {
    const text = readFileSync(join(out, file), 'utf8');
    everything.push(text);
    if (/json|sarif|html/.test(file) && !file.startsWith('gl-'))
      expect(prints.filter((id) => !text.includes(id))).toEqual([]);
    if (/md|xml/.test(file)) expect(prints.filter((id) => !text.includes(id.slice(0, 12)))).toEqual([]);
  }
  const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  for (const text of everything) expect(text.includes(secret) || text.includes(encoded)).toBe(false);
});
