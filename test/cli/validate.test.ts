import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { localFolder } from '../../src/cli/local-folder.ts';
import { SshSigner } from '../../src/demo/ssh-signer.ts';
import { called } from './called.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'gitops-gate-validate-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
}

/** What is said of a folder or file, without where that is. */
async function validated(path: string) {
  const { code, stdout, stderr } = await called('policy', 'validate', join(top, path));
  expect(code === 0 ? stderr : stdout).toBe('');
  return { code, lines: `${stdout}${stderr}`.replaceAll(`${top}/`, '').trimEnd().split('\n') };
}

const key = new SshSigner('Ana', 'ana@example.org').allowedSigner;
const admin = 'signatures:\n  signers:\n    ana@example.org:\n      roles: [admin]\n';

describe('a folder of the gate', () => {
  test('is valid, with what it demands and trusts', async () => {
    write({ 'gate/policy.yaml': `failOn: medium\n${admin}`, 'gate/allowed_signers': `${key}\n` });
    for (const path of ['gate', 'gate/', 'gate//'])
      expect(await validated(path)).toEqual({
        code: 0,
        lines: ['gate: valid', '  failOn: medium; trusts 1 SSH key and 0 OpenPGP files; 1 key of admins'],
      });
  });

  test('without an admin, a key or a policy says so', async () => {
    write({ 'gate/allowed_signers': `${key}\n` });
    expect(await validated('gate')).toEqual({
      code: 0,
      lines: [
        'gate: valid',
        '  failOn: high; trusts 1 SSH key and 0 OpenPGP files; 0 keys of admins',
        '  note: there is no gate/policy.yaml: the built-in defaults hold',
        '  note: it names no admin (signatures.signers, roles: [admin]): whoever holds a trusted key may change this folder, and nobody answers for the pipeline',
      ],
    });
    write({ 'gate/allowed_signers': '', 'gate/policy.yaml': admin });
    expect(await validated('gate')).toEqual({
      code: 0,
      lines: [
        'gate: valid',
        '  failOn: high; trusts 0 SSH keys and 0 OpenPGP files; 0 keys of admins',
        '  note: it trusts no key: signatures are reported and do not block',
        '  note: no trusted key is an admin’s: nobody can answer for a change of this folder',
      ],
    });
  });

  test('names files where keys are that are not read, and scopes that nothing here is called', async () => {
    write({
      'gate/policy.yaml':
        'clusters:\n  prod: [a/**]\nrules:\n  audit-lowered: {prod: low, dev: low, gone: low, "gone/x": low, "x*": low}\n',
      'gate/keys/README.md': '',
      'gate/keys/ana.asc.txt': '',
      'gate/keys/deep/README.md': '',
      'gate/x509/root.crt': '',
      'gate/notes.txt': '',
      'gate/my-keys/x': '',
      'gate/keys/README.md.asc.bak': '',
      'dev/a.yaml': '',
    });
    const { lines } = await validated('gate');
    expect(lines.filter((line) => line.includes('is not read')).toSorted()).toEqual(
      ['keys/README.md.asc.bak', 'keys/ana.asc.txt', 'keys/deep/README.md', 'x509/root.crt'].map(
        (file) => `  note: gate/${file} is not read: keys are keys/*.asc and x509/*.pem`,
      ),
    );
    const scopes = lines.filter((line) => line.includes('audit-lowered'));
    expect(scopes).toHaveLength(1);
    expect(scopes[0]).toContain('gone');
    expect(scopes[0]).not.toMatch(/dev|gone\/x|x\*/);
  });

  test('with problems names each, and ends with 2', async () => {
    write({ 'gate/policy.yaml': 'failOn: hgh\n', 'gate/allowed_signers': 'nonsense\n' });
    const { code, lines } = await validated('gate');
    expect(code).toBe(2);
    expect(lines.slice(0, 2)).toEqual([
      'gate/policy.yaml:1:9: failOn must be one of critical, high, medium, low, never',
      '  did you mean high?',
    ]);
    expect(lines[2]).toMatch(/^gate\/allowed_signers:1:1: /);
    expect(lines.slice(3)).toEqual(['  fix it, or take it out', '2 problems']);
  });

  test('is none where it has neither a policy nor keys', async () => {
    write({ 'gate/notes.txt': '' });
    expect(await validated('gate')).toEqual({
      code: 2,
      lines: [
        'gitops-gate: gate has neither a policy.yaml nor keys: it is not a folder of the gate.',
        '  `gitops-gate init` writes one; another is named: policy validate FOLDER',
      ],
    });
    write({ 'gate/keys/x': '' });
    expect((await validated('gate')).code).toBe(0);
  });

  test('is not followed through a link', async () => {
    write({ 'gate/policy.yaml': 'failOn: low\n' });
    symlinkSync(join(top, 'gate'), join(top, 'link'));
    expect(await validated('link')).toEqual({
      code: 2,
      lines: [
        'gitops-gate: link is a symbolic link, which the gate never follows where it is committed.',
        '  Put the folder or file itself there.',
      ],
    });
  });
});

test('one policy file is read by itself', async () => {
  write({ 'a.yaml': 'failOn: low\n', 'b.yaml': 'failon: low\n' });
  expect(await validated('a.yaml')).toEqual({ code: 0, lines: ['a.yaml: valid'] });
  expect(await validated('b.yaml')).toEqual({
    code: 2,
    lines: ['b.yaml:1:1: unknown key "failon"', '  did you mean failOn?', '1 problem'],
  });
  expect((await validated('gone')).lines).toEqual([
    'gitops-gate: gone cannot be read',
    '  name a policy file, or a folder like .gitops-gate',
  ]);
});

test('a local folder is read like one of a commit', () => {
  write({ 'gate/policy.yaml': 'x', 'gate/keys/a.asc': 'y' });
  writeFileSync(join(top, 'gate/large'), Buffer.alloc(1024 * 1024 + 1));
  writeFileSync(join(top, 'gate/just'), Buffer.alloc(1024 * 1024));
  symlinkSync('policy.yaml', join(top, 'gate/link'));
  const found = localFolder(join(top, 'gate'))
    ?.map(({ path, mode, bytes }) => [path.replace(`${top}/`, ''), mode, bytes?.length])
    .sort();
  expect(found).toEqual([
    ['gate/just', '100644', 1024 * 1024],
    ['gate/keys/a.asc', '100644', 1],
    ['gate/large', '100644', undefined],
    ['gate/link', '120000', undefined],
    ['gate/policy.yaml', '100644', 1],
  ]);
  expect(localFolder(join(top, 'gate/policy.yaml'))).toBeUndefined();
  expect(localFolder(join(top, 'gone'))).toBeUndefined();
});
