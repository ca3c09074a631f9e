import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const secret = (name: string, value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\nstringData:\n  password: ${value}\n`;
const values = ['Xk7pQ2vLm9Rt4WzB8nYc', 'Zq3nB7tKw5Hs9VdJ2mPx'] as const;
const policy = (levels: string) =>
  `version: 1\nclusters:\n  prod: [clusters/prod/**]\n  dev: [clusters/dev/**]\nrules:\n  plaintext-secret: ${levels}\n`;
const external =
  'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: db, namespace: shop}\nspec:\n  secretStoreRef: {kind: SecretStore, name: a}\n  target: {name: db}\n  data:\n  - {secretKey: password, remoteRef: {key: a}}\n';

const found = async (repository: Parameters<typeof check>[0]) => {
  const { findings, stdout, code } = await check(repository);
  const secrets = findings.filter(({ rule }) => /secret/.test(rule));
  const { notes } = JSON.parse(stdout) as { readonly notes: readonly string[] };
  return { code, found: secrets.map(({ rule, severity, file }) => `${severity} ${rule} ${file}`), notes };
};

describe('a rule that is off in one scope', () => {
  test('finds nothing there, is counted, and finds the same value in another scope', async () => {
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': policy('{dev: off, prod: high}') });
    repository
      .write('clusters/dev/a.yaml', secret('a', values[0]))
      .write('clusters/dev/b.yaml', secret('b', values[1]));
    repository.write('clusters/prod/b.yaml', secret('b', values[1]));
    commitRaw(repository);
    const judged = await found(repository);
    expect(judged.found).toEqual(['high plaintext-secret clusters/dev/b.yaml']);
    expect(judged.notes).toContain('plaintext-secret is off in dev in .gitops-gate/policy.yaml: 1 not shown.');
  });

  test('leaves its findings to the rule that reports the same otherwise', async () => {
    const lost = policy('high').replace('plaintext-secret: high', 'secret-protection-lost: {dev: off}');
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': lost, 'clusters/dev/db.yaml': external });
    repository.write('clusters/dev/db.yaml', secret('db', values[0]).replace('name: db', 'name: db, namespace: shop'));
    commitRaw(repository);
    expect((await found(repository)).found).toEqual(['critical plaintext-secret clusters/dev/db.yaml']);
  });

  test('is so by the base alone: a change that says it is judged without it, and is a finding', async () => {
    const repository = trustingRepository({ '.gitops-gate/policy.yaml': policy('critical') });
    repository.write('.gitops-gate/policy.yaml', policy('{dev: off}'));
    repository.write('clusters/dev/a.yaml', secret('a', values[0]));
    commitRaw(repository);
    expect((await found(repository)).found).toEqual(['critical plaintext-secret clusters/dev/a.yaml']);
    const { stdout } = await gate(repository.directory, 'check', '--base', 'main', '--head', 'change');
    expect(stdout.replace(/\s+/g, ' ')).toContain('the rule "plaintext-secret" goes from critical to off in "dev"');
  });
});
