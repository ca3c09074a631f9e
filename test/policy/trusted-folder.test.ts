import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/input-error.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { readTrustedFolder } from '../../src/policy/read-trusted-folder.ts';
import { type FolderEntry, folderThatHolds, policyFolder } from '../../src/policy/trusted-folder.ts';

const folder = '.gitops-gate';
const file = (path: string, text: string | undefined = 'x', mode = '100644'): FolderEntry => ({
  path,
  mode,
  bytes: text === undefined ? undefined : Buffer.from(text),
});

describe('the folder', () => {
  test('gives the policy and the key material, and leaves other files alone', () => {
    const read = readTrustedFolder(
      [
        file('.gitops-gate/policy.yaml', 'failOn: low\n'),
        file('.gitops-gate/allowed_signers'),
        file('.gitops-gate/keys/ana.asc'),
        file('.gitops-gate/keys/bob.asc'),
        file('.gitops-gate/keys/README.md'),
        file('.gitops-gate/keys/deep/er.asc'),
        file('.gitops-gate/keys/eve.asc.bak'),
        file('.gitops-gate/old/keys/eve.asc'),
        file('.gitops-gate/old/x509/eve.pem'),
        file('.gitops-gate/x509/eve.pem.bak'),
        file('.gitops-gate/policy.yaml.bak'),
        file('.gitops-gate/old-policy.yml'),
        { ...file('.gitops-gate/too-large.bin'), bytes: undefined },
        file('.gitops-gate/x509/root.pem'),
        file('.gitops-gate/revoked'),
        file('.gitops-gate-other/policy.yaml', 'failOn: never\n'),
        file('sub/.gitops-gate/policy.yaml', 'failOn: never\n'),
        file('policy.yaml', 'failOn: never\n'),
      ],
      folder,
    );
    expect(read).toMatchObject({ problems: [], policy: { failOn: 'low', folder } });
    expect(read.files.allowedSigners?.path).toBe('.gitops-gate/allowed_signers');
    expect(read.files.openpgp.map((f) => f.path)).toEqual(['.gitops-gate/keys/ana.asc', '.gitops-gate/keys/bob.asc']);
    expect(read.files.x509.map((f) => f.path)).toEqual(['.gitops-gate/x509/root.pem']);
    expect(read.files.revoked?.path).toBe('.gitops-gate/revoked');
  });

  test('that is not there gives the defaults and no key', () => {
    expect(readTrustedFolder([file('a.yaml')], folder)).toEqual({
      policy: defaultPolicy,
      files: { allowedSigners: undefined, openpgp: [], x509: [], revoked: undefined },
      problems: [],
    });
  });

  test.each<[string, FolderEntry]>([
    ['a link in place of the policy', file('.gitops-gate/policy.yaml', 'failOn: low', '120000')],
    ['a link in place of a key', file('.gitops-gate/keys/ana.asc', '../../x', '120000')],
    ['a link in place of keys/', file('.gitops-gate/keys', '../elsewhere', '120000')],
    ['a link in place of the folder', file('.gitops-gate', 'elsewhere', '120000')],
    ['a submodule in place of the folder', file('.gitops-gate', undefined, '160000')],
    ['a file in place of the folder', file('.gitops-gate', 'x')],
    ['a policy that was not read', { ...file('.gitops-gate/policy.yaml'), bytes: undefined }],
    ['a policy by another name', file('.gitops-gate/policy.yml', 'failOn: low')],
    ['a policy in other letters', file('.gitops-gate/Policy.yaml', 'failOn: low')],
    ['a broken policy', file('.gitops-gate/policy.yaml', 'failon: low')],
    ['a submodule in place of keys/', file('.gitops-gate/keys', undefined, '160000')],
  ])('with %s is broken, and the defaults hold', (_, entry) => {
    const { problems, policy } = readTrustedFolder([entry, file('.gitops-gate/revoked')], folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: entry.path, line: 1 });
    if (entry.mode === '160000') expect(problems[0]?.what).toContain('is a submodule');
    else if (entry.path === folder && entry.mode === '100644') expect(problems[0]?.what).toBe('is a file');
    // The default threshold holds, and no input may loosen it.
    expect(policy).toEqual({ ...defaultPolicy, isBroken: true, failOnStated: true });
  });
});

describe('where it is', () => {
  test.each([
    [undefined, '.gitops-gate'],
    ['.gitops-gate/', '.gitops-gate'],
    ['./infra//gate/', 'infra/gate'],
    ['infra/gate/policy.yaml', 'infra/gate'],
  ])('policy-path %s names %s', (given, expected) => expect(policyFolder(given)).toBe(expected));

  test.each(['/etc/gate', '../gate', 'a/../../b', '', '.', 'policy.yaml'])('policy-path %j is refused', (given) => {
    expect(() => policyFolder(given)).toThrow(InputError);
  });

  test('an input never leads away from the folder that the base has', () => {
    const base = ['a.yaml', '.gitops-gate/policy.yaml'];
    expect(folderThatHolds('attic', base)).toMatchObject({
      folder: '.gitops-gate',
      notes: [expect.stringContaining('was not followed')],
    });
    expect(folderThatHolds('infra/gate', ['infra/gate/policy.yaml'])).toEqual({ folder: 'infra/gate', notes: [] });
    expect(folderThatHolds('.gitops-gate', base)).toEqual({ folder: '.gitops-gate', notes: [] });
  });
});
