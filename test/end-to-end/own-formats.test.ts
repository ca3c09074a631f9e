import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { check, commitRaw, trustingRepository } from './program.ts';

afterAll(removeTemporary);

test('formats of the base’s policy hold in manifests, text and commits; the change’s own say nothing', async () => {
  const policy = (name: string) =>
    `version: 1\nsecrets:\n  formats:\n  - name: ${name}\n    pattern: ${name}-[0-9]{8}\n`;
  const repository = trustingRepository({ '.gitops-gate/policy.yaml': policy('acmekey') });
  repository.write('clusters/prod/passing.yaml', 'kind: ConfigMap # acmekey-11111111\n');
  commitRaw(repository);
  repository.remove('clusters/prod/passing.yaml');
  repository.write('.gitops-gate/policy.yaml', `${policy('acmekey')}  - name: other\n    pattern: other-[0-9]{8}\n`);
  repository.write(
    'clusters/prod/a.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: acmekey-22222222}\n',
  );
  repository.write('docs/notes.md', 'ask for acmekey-33333333, or other-44444444\n');
  commitRaw(repository);
  const { findings, stdout } = await check(repository);
  const secrets = findings
    .filter(({ rule }) => /secret/.test(rule))
    .map(({ rule, file, line }) => `${rule} ${file}:${line}`);
  expect(secrets.sort()).toEqual([
    'plaintext-secret clusters/prod/a.yaml:4',
    'plaintext-secret docs/notes.md:1',
    expect.stringContaining('secret-in-history'),
  ]);
  expect(stdout).toContain('acmekey');
  expect(stdout).not.toMatch(/acmekey-\d/);
});
