import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const never =
  'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: db, namespace: shop}\nspec:\n  refreshInterval: "0"\n  secretStoreRef: {kind: SecretStore, name: a}\n  target: {name: db}\n  data: []\n';
const until = ['--reason', 'Agreed with Ana', '--until', '2999-01-01'];

describe('what audit --ages finds is accepted', () => {
  const repository = trustingRepository({ 'shop/db.yaml': never });
  const run = (...args: string[]) => gate(repository.directory, ...args);

  test('by the command that it prints', async () => {
    const { stdout } = await run('audit', '--ages');
    const [, command = ''] = /Accept: gitops-gate (ignore \w+ --audit --ages)/.exec(stdout) ?? [];
    const ran = await run(...command.split(' '), ...until);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('- rule: "secret-stale"');
    const all = await run('ignore', '--all', '--rule', 'secret-stale', '--ages', ...until);
    expect(all.stdout).toBe(ran.stdout);
  });

  test('and where it is looked for elsewhere, the error says where it is', async () => {
    const { findings } = await run('audit', '--ages', '--format', 'json');
    const id = findings.find(({ rule }) => rule === 'secret-stale')?.fingerprint ?? '';
    const audit = await run('ignore', id, '--audit', ...until);
    expect([audit.code, audit.stderr]).toEqual([2, expect.stringContaining('one of secret-stale needs --ages')]);
    expect(audit.stderr).not.toContain('needs --audit');
    const all = await run('ignore', '--all', '--rule', 'secret-stale', '--audit', ...until);
    expect([all.code, all.stderr]).toEqual([2, expect.stringContaining('add --ages')]);
    const settings = await run('ignore', '--all', '--rule', 'unprotected-branch', '--audit', ...until);
    expect(settings.stderr).toContain('gitops-gate posture --format json > report.json');
    const both = await run('ignore', id, '--ages', '--report', 'x', ...until);
    expect(both.stderr).toContain('--report and --ages exclude each other');
  });
});
