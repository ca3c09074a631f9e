import { describe, expect, test } from '@jest/globals';
import { brokenFolder } from '../../src/gate/broken-folder.ts';
import { folderProblems } from '../../src/rules/repository/gate-changed/folder-problems.ts';

const folder = '.gitops-gate';
const problems = (path: string, text: string) =>
  folderProblems([{ path: `${folder}/${path}`, mode: '100644', bytes: Buffer.from(text) }], folder, []);
const good = problems('policy.yaml', 'failOn: low\n');
const broken = problems('policy.yaml', 'failOn: [low\n');
const policy = '.gitops-gate/policy.yaml';

describe('a base whose policy is broken', () => {
  test.each<[string, typeof good, string[]]>([
    ['leaves it as it is', broken, ['a.yaml']],
    ['fixes it and touches something else', good, [policy, 'a.yaml']],
    ['fixes it and touches what is only called alike', good, [policy, '.gitops-gate-2/x']],
    ['touches only the folder and does not fix it', broken, [policy]],
    ['is empty', good, []],
  ])('cannot judge a change that %s', (_, head, touched) => {
    const { unjudged } = brokenFolder(folder, broken, head, touched);
    expect(unjudged).toEqual([
      { what: expect.stringContaining(`${policy}:`), remedy: expect.stringContaining('only .gitops-gate/') },
    ]);
  });

  test.each([
    ['did you mean a?', 'did you mean a? Do it in a change that touches only .gitops-gate/.'],
    ['add it', 'add it. Do it in a change that touches only .gitops-gate/.'],
    ['write 1.5 there', 'write 1.5 there. Do it in a change that touches only .gitops-gate/.'],
    ['write 1.5 there.', 'write 1.5 there. Do it in a change that touches only .gitops-gate/.'],
  ])('says where the fix “%s” belongs', (fix, remedy) => {
    const [problem] = broken.map((each) => ({ ...each, fix }));
    const { unjudged } = brokenFolder(folder, problem === undefined ? [] : [problem], [], ['a']);
    expect(unjudged.map((each) => each.remedy)).toEqual([remedy]);
  });

  test('lets a change that only fixes it be judged', () => {
    const { unjudged, notes } = brokenFolder(folder, broken, good, [policy, '.gitops-gate/keys/ana.asc']);
    expect(unjudged).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('built-in defaults')]);
  });
});

test('a base whose policy is good asks nothing', () => {
  expect(brokenFolder(folder, good, broken, [policy])).toEqual({ unjudged: [], notes: [] });
  expect(brokenFolder(folder, good, good, [policy])).toEqual({ unjudged: [], notes: [] });
});

test.each([
  ['allowed_signers', 'ana@example.org ssh-ed25519 xxxx\n'],
  ['revoked', 'ABCD1234\n'],
  ['keys/ana.asc', 'no key\n'],
  ['x509/root.pem', 'no certificate\n'],
])('a base whose %s cannot be read is broken too', (path, text) => {
  expect(problems(path, text)).toEqual([expect.objectContaining({ file: `${folder}/${path}`, line: 1 })]);
});
