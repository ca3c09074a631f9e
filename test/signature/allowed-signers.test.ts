import { describe, expect, test } from '@jest/globals';
import { readAllowedSigners } from '../../src/signature/trust/allowed-signers.ts';
import { sshCertificate, sshKey } from './craft.mjs';

const key = sshKey();
const line = key.line;
const [type = '', base64 = ''] = line.split(' ');

const read = (text: string) => {
  const { signers, problems } = readAllowedSigners({ path: 'allowed_signers', bytes: Buffer.from(text) });
  return { signers: signers.map((each) => ({ ...each, key: each.key.line })), problems };
};

const plain = {
  line: 1,
  principals: 'ana@x.org',
  patterns: 'ana@x.org',
  literals: ['ana@x.org'],
  key: line,
  isAuthority: false,
  namespaces: undefined,
  validAfter: undefined,
  validBefore: undefined,
};
const seconds = (text: string) => Date.parse(text) / 1000;

// ssh-keygen(1), ALLOWED SIGNERS.
describe('a line of allowed_signers', () => {
  test.each([
    ['a key alone', `ana@x.org ${line}`, {}],
    ['a key with a comment', `ana@x.org\t${line} ana's laptop`, {}],
    ['white space around it, and a byte order mark', `\uFEFF \t ana@x.org  ${line}\r`, {}],
    ['principals in quotes', `"ana@x.org" ${line}`, {}],
    ['principals in quotes, with options', `"ana@x.org" cert-authority ${line}`, { isAuthority: true }],
    ['options', `ana@x.org namespaces="git" ${line}`, { namespaces: 'git' }],
    ['a list of namespaces', `ana@x.org namespaces="git,file" \t${line}`, { namespaces: 'git,file' }],
    ['a namespace with a quote', `ana@x.org namespaces="a\\"b c" ${line}`, { namespaces: 'a"b c' }],
    ['a namespace with a backslash', `ana@x.org namespaces="a\\b" ${line}`, { namespaces: 'a\\b' }],
    [
      'options in any case',
      `ana@x.org CERT-AUTHORITY,Namespaces="Git" ${line}`,
      { isAuthority: true, namespaces: 'Git' },
    ],
    ['a beginning', `ana@x.org valid-after="20260101Z" ${line}`, { validAfter: seconds('2026-01-01T00:00:00Z') }],
    ['an end', `ana@x.org valid-before="20260101Z" ${line}`, { validBefore: seconds('2026-01-01T00:00:00Z') }],
    [
      'both, a second apart',
      `ana@x.org valid-before="20260101000001Z",valid-after="20260101Z" ${line}`,
      { validAfter: seconds('2026-01-01T00:00:00Z'), validBefore: seconds('2026-01-01T00:00:01Z') },
    ],
    ['an end on the second day of time', `ana@x.org valid-before="19700102Z" ${line}`, { validBefore: 86_400 }],
  ])('holds %s', (_, text, expected) => {
    expect(read(text)).toEqual({ signers: [{ ...plain, ...expected }], problems: [] });
  });

  test('lists patterns; those without a wildcard that nothing negates are names', () => {
    const principals = 'Ana@X.org,*@y.org,!eve@Y.org,Eve@y.org,b?n,Ops';
    expect(read(`${principals} ${line}`).signers).toEqual([
      {
        ...plain,
        principals,
        patterns: 'Ana@x.org,*@y.org,!eve@y.org,Eve@y.org,b?n,Ops'.toLowerCase(),
        literals: ['Ana@X.org', 'Ops'],
      },
    ]);
    expect(read(`!*,ana@x.org ${line}`).signers[0]?.literals).toEqual([]);
  });

  const certificate = `${type}-cert-v01@openssh.com ${sshCertificate(key, sshKey()).toString('base64')}`;
  const unknownOption = 'has an option that is not known, or is not written as ssh-keygen(1) says';
  const unknownType = 'has options or a key type that are not known';
  const noKey = 'has no key, or a quote that does not end';
  const quote = 'has a quote in its principals that does not end, or not with them';
  const first = `begins with the key: write whose it is before it (ana@example.org namespaces="git" ${type} …)`;
  test.each([
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'begins a private key: take it out, and make a new key'],
    ['-----BEGIN PRIVATE KEY-----', 'begins a private key: take it out, and make a new key'],
    ['x -----BEGIN PRIVATE KEY-----', unknownType],
    [line, first],
    [`${line} comment`, first],
    [`${type} AAAA ${line}`, unknownOption],
    [`${type} x,${base64} y`, unknownType],
    [`ana ${base64}`, noKey],
    ['ana', noKey],
    ['ana namespaces="git" ', noKey],
    [`ana namespaces="git ${line}`, noKey],
    [`ana namespaces="git\\" ${line}`, noKey],
    [`"" ${line}`, 'names no principal'],
    [`"ana ${line}`, quote],
    [`ana"b ${line}`, quote],
    [`ana x${line}`, unknownType],
    [`ana ssh_ed25519 ${base64}`, unknownType],
    [`ana ${type}_ ${base64}`, unknownType],
    [`ana ${certificate}`, "lists a certificate; list its authority's key with cert-authority instead"],
    [`ana ${type} !${base64}`, 'holds a key that is not base64'],
    [`ana ${type} ${base64}!`, 'holds a key that is not base64'],
    [`ana ${type}`, 'holds a key that is not base64'],
    [`ana ssh-rsa ${base64}`, 'holds a key of another type than it says'],
    [`ana ${type} ${base64.slice(0, -8)}`, 'is cut off'],
    [
      `ana ssh-foo ${Buffer.from('\0\0\0\x07ssh-foo').toString('base64')}`,
      'uses the SSH key type ssh-foo, which is not supported',
    ],
    [`ana touch,cert-authority ${line}`, unknownOption],
    [`ana cert-authority, ${line}`, unknownOption],
    [`ana cert-authoritycert-authority ${line}`, unknownOption],
    [`ana namespaces="git"cert-authority ${line}`, unknownOption],
    [`ana namespaces=git ${line}`, unknownOption],
    [`ana namespaces="a",cert-authority,NAMESPACES="b" ${line}`, 'has the option namespaces twice'],
    [`ana valid-after="20261301Z" ${line}`, 'has a valid-after that is not a time'],
    [`ana valid-after="" ${line}`, 'has a valid-after that is not a time'],
    [`ana valid-before="19700101Z" ${line}`, 'has a valid-before that is not a time'],
    [`ana valid-before="19691231Z" ${line}`, 'has a valid-before that is not a time'],
    [
      `ana valid-after="20260101Z",valid-before="20260101Z" ${line}`,
      'has a valid-before that is not after its valid-after',
    ],
    [
      `ana valid-after="20260102Z",valid-before="20260101Z" ${line}`,
      'has a valid-before that is not after its valid-after',
    ],
  ])('is a problem of its own where it breaks the format: %s', (text, why) => {
    const good = `ana@x.org ${line}`;
    expect(read(`${good}\n${text}\n${good}`)).toEqual({
      signers: [plain, { ...plain, line: 3 }],
      problems: [{ file: 'allowed_signers', line: 2, what: `The line ${why}.` }],
    });
  });

  test('may be empty or a comment', () => {
    expect(read('\n \t\r\n# ana\n  # ben\n')).toEqual({ signers: [], problems: [] });
  });
});

test('a file of a thousand broken lines is something else, and is not read on', () => {
  const broken = (count: number) => read(`${'ana\n'.repeat(count)}ana@x.org ${line}\nben\n`);
  const lines = ({ signers, problems }: ReturnType<typeof read>) => [signers.map((each) => each.line), problems.length];
  expect(lines(broken(998))).toEqual([[999], 999]);
  expect(lines(broken(999))).toEqual([[1000], 1000]);
  expect(lines(broken(1000))).toEqual([[], 1000]);
});
