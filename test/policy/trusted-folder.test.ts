import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/input-error.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { readTrustedFolder } from '../../src/policy/read-trusted-folder.ts';
import {
  type FolderEntry,
  folderContents,
  folderThatHolds,
  isInFolder,
  policyFolder,
  trustedKind,
} from '../../src/policy/trusted-folder.ts';

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

test('a folder with problems and a policy with as many is broken by both', () => {
  const read = readTrustedFolder(
    [file('.gitops-gate/policy.yml'), file('.gitops-gate/policy.yaml', 'failon: x')],
    folder,
  );
  expect(read.problems.map(({ file: name }) => name)).toEqual(['.gitops-gate/policy.yml', '.gitops-gate/policy.yaml']);
  expect(read.policy.isBroken).toBe(true);
});

describe('what is wrong with an entry', () => {
  const said = (entry: FolderEntry) =>
    folderContents([entry], folder).problems.map(
      ({ file, line, column, what, fix }) => `${file}:${line}:${column} ${what}: ${fix}`,
    );
  const link = 'is a symbolic link, which is never followed: put the file itself there';
  const notRead = 'is not read: name it .gitops-gate/policy.yaml';
  const tooLarge = 'could not be read, or has more than 1048576 bytes: make it smaller';

  test.each<[string, FolderEntry, string | undefined]>([
    ['a link to a file that is not known', file('.gitops-gate/x', 'y', '120000'), link],
    [
      'a submodule',
      file('.gitops-gate/x', undefined, '160000'),
      'is a submodule, which is never read: put the files themselves there',
    ],
    ['a file in place of the folder', file('.gitops-gate'), 'is a file: make it a folder'],
    ['a policy with the ending yml', file('.gitops-gate/policy.yml'), notRead],
    ['a policy in JSON', file('.gitops-gate/policy.json'), notRead],
    ['a policy in capitals', file('.gitops-gate/POLICY.YAML'), notRead],
    ['the policy', file('.gitops-gate/policy.yaml'), undefined],
    ['the policy of a folder below', file('.gitops-gate/a/policy.yml'), undefined],
    ['another name that ends so', file('.gitops-gate/my-policy.yml'), undefined],
    ['another name that begins so', file('.gitops-gate/policy.yml.bak'), undefined],
    ['a key that was not read', { ...file('.gitops-gate/keys/a.asc'), bytes: undefined }, tooLarge],
    ['a certificate that was not read', { ...file('.gitops-gate/x509/a.pem'), bytes: undefined }, tooLarge],
    ['signers that were not read', { ...file('.gitops-gate/allowed_signers'), bytes: undefined }, tooLarge],
    ['revoked keys that were not read', { ...file('.gitops-gate/revoked'), bytes: undefined }, tooLarge],
    ['an empty policy', file('.gitops-gate/policy.yaml', ''), undefined],
    ['another file that was not read', { ...file('.gitops-gate/a.bin'), bytes: undefined }, undefined],
    ['a link elsewhere', file('.gitops-gated/policy.yaml', 'x', '120000'), undefined],
  ])('%s', (_, entry, expected) => {
    expect(said(entry)).toEqual(expected === undefined ? [] : [`${entry.path}:1:1 ${expected}`]);
  });

  test('each is named, and what is good alongside is still taken', () => {
    const entries = [
      file('.gitops-gate/policy.yml'),
      file('.gitops-gate/keys', 'y', '120000'),
      file('.gitops-gate/revoked'),
    ];
    const { problems, files, policy } = folderContents(entries, folder);
    expect(problems.map((problem) => problem.file)).toEqual(['.gitops-gate/policy.yml', '.gitops-gate/keys']);
    expect([files.revoked?.path, policy]).toEqual(['.gitops-gate/revoked', undefined]);
  });
});

test.each<[string, string | undefined]>([
  ['policy.yaml', 'policy'],
  ['allowed_signers', 'allowed'],
  ['revoked', 'revoked'],
  ['keys/a.asc', 'openpgp'],
  ['x509/a.pem', 'x509'],
  ['keys/.asc', undefined],
  ['keys/a/b.asc', undefined],
  ['keys/a.ascx', undefined],
  ['xkeys/a.asc', undefined],
  ['x509/.pem', undefined],
  ['x509/a/b.pem', undefined],
  ['x509/a.pemx', undefined],
  ['ax509/a.pem', undefined],
  ['Policy.yaml', undefined],
])('the file %s of the folder is of the kind %s', (inside, kind) => {
  expect(trustedKind(`.gitops-gate/${inside}`, folder)).toBe(kind);
  expect(trustedKind(`.gitops-gated/${inside}`, folder)).toBeUndefined();
  expect(trustedKind(`xgitops-gate/${inside}`, folder)).toBeUndefined();
  expect(trustedKind(inside, folder)).toBeUndefined();
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

  test('a policy-path that is refused is named, with what to write', () => {
    expect(() => policyFolder('../gate')).toThrow(
      new InputError([
        {
          what: 'policy-path "../gate" is not a folder inside the repository',
          fix: 'name it from the top of the repository, for example .gitops-gate',
        },
      ]),
    );
  });

  test('the folder is itself and what is below it', () => {
    const inside = ['.gitops-gate', '.gitops-gate/a', '.gitops-gate/a/b', '.gitops-gated/a', 'x/.gitops-gate', 'a'];
    expect(inside.filter((path) => isInFolder(path, folder))).toEqual(inside.slice(0, 3));
  });

  test('an input never leads away from the folder that the base has', () => {
    const base = ['a.yaml', '.gitops-gate/policy.yaml'];
    expect(folderThatHolds('attic', base)).toMatchObject({
      folder: '.gitops-gate',
      notes: [
        'The input policy-path: attic was not followed: the base has .gitops-gate/, and inputs only tighten what it says.',
      ],
    });
    expect(folderThatHolds('attic', ['.gitops-gate', 'a.yaml']).folder).toBe('.gitops-gate');
    expect(folderThatHolds('attic', ['.gitops-gated/policy.yaml'])).toEqual({ folder: 'attic', notes: [] });
    expect(folderThatHolds('infra/gate', ['infra/gate/policy.yaml'])).toEqual({ folder: 'infra/gate', notes: [] });
    expect(folderThatHolds('.gitops-gate', base)).toEqual({ folder: '.gitops-gate', notes: [] });
  });
});
