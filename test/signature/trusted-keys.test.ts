import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignerEntry } from '../../src/policy/policy.ts';
import { isAdminLine, mayHaveAdmin } from '../../src/signature/trust/admin-keys.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import { readRevokedKeys } from '../../src/signature/trust/revoked-keys.ts';
import { signerNotes } from '../../src/signature/trust/unnamed-signers.ts';
import { pgpCertificate, pgpKey, sshKey } from './craft.mjs';

const file = (path: string, text: string) => ({ path: `.gitops-gate/${path}`, bytes: Buffer.from(text) });

function trust(
  given: { lines?: readonly string[]; certificates?: readonly string[]; revoked?: string },
  ...signers: readonly SignerEntry[]
) {
  return loadTrust(
    {
      allowedSigners: given.lines && file('allowed_signers', given.lines.join('\n')),
      openpgp: (given.certificates ?? []).map((text, index) => file(`keys/${index}.asc`, text)),
      x509: [],
      revoked: given.revoked === undefined ? undefined : file('revoked', given.revoked),
    },
    { ...defaultPolicy.signatures, signers },
  );
}

const entry = (key: string, roles: readonly string[] = ['admin']): SignerEntry => ({
  key,
  name: 'N',
  emails: [],
  roles,
});
const [one, two, three] = [sshKey(), sshKey(), sshKey()];
const fingerprintOf = (line: string) =>
  [...trust({ lines: [`a@x.org ${line}`] }).allowedSigners.values()][0]?.[0]?.key.fingerprint ?? '';
const [first, second, third] = [one, two, three].map(({ line }) => fingerprintOf(line));
const user = (email: string) => ({ id: `Name <${email}>` });
const [alice, bob] = [pgpKey(), pgpKey()];
const hex = (key: { fingerprint: Buffer }) => key.fingerprint.toString('hex').toUpperCase();

describe('the keys by which an admin signs', () => {
  test('are those of entries with the role admin', () => {
    const lines = [`a@x.org ${one.line}`, `b@x.org ${two.line}`, `c@x.org ${three.line}`];
    const { adminKeys } = trust({ lines }, entry('a@x.org'), entry('b@x.org', ['deployer']), entry(third ?? ''));
    expect([...adminKeys].sort()).toEqual([first, third].sort());
  });

  test('are those of an authority only where it is named by a principal, or certifies a key that has no line', () => {
    const lines = [`a@x.org ${one.line}`, `ca@x.org cert-authority ${two.line}`];
    expect([...trust({ lines }, entry('ca@x.org')).adminKeys]).toEqual([second]);
    expect([...trust({ lines }, entry(second ?? '')).adminKeys]).toEqual([second]);
    expect([...trust({ lines }, entry(third ?? '')).adminKeys]).toEqual([second]);
    expect([...trust({ lines }, entry(third ?? '', ['deployer'])).adminKeys]).toEqual([]);
    expect([...trust({ lines }, entry(first ?? '')).adminKeys]).toEqual([first]);
  });

  test('are all keys of an OpenPGP certificate that is an admin’s', () => {
    const subkey = pgpKey();
    const certificates = [
      pgpCertificate(alice, { users: [user('alice@x.org')], subkeys: [{ key: subkey }] }),
      pgpCertificate(bob, { users: [user('bob@x.org')] }),
    ];
    const both = [hex(alice), hex(subkey)].sort();
    for (const key of [hex(alice), hex(subkey), 'alice@x.org']) {
      expect([...trust({ certificates }, entry(key)).adminKeys].sort()).toEqual(both);
    }
    expect([...trust({ certificates }, entry(hex(alice), ['deployer'])).adminKeys]).toEqual([]);
    expect([...trust({ certificates }).adminKeys]).toEqual([]);
  });
});

describe('the address an OpenPGP key goes by', () => {
  const principals = (certificates: readonly string[], lines: readonly string[] = []) => [
    ...trust({ certificates, lines }).openpgpPrincipals,
  ];

  test('is its one address, in lower case', () => {
    expect(principals([pgpCertificate(alice, { users: [user('Alice@X.org'), { id: 'no address' }] })])).toEqual([
      [hex(alice), 'alice@x.org'],
    ]);
  });

  test('is none where the key has two', () => {
    expect(principals([pgpCertificate(alice, { users: [user('alice@x.org'), user('root@x.org')] })])).toEqual([]);
  });

  test('is none where another key has it too, of whatever kind', () => {
    const own = pgpCertificate(alice, { users: [user('alice@x.org')] });
    expect(principals([own, pgpCertificate(bob, { users: [user('ALICE@x.org'), user('bob@x.org')] })])).toEqual([]);
    expect(principals([own], [`alice@X.org ${one.line}`])).toEqual([]);
    expect(principals([own], [`*@x.org ${one.line}`])).toEqual([[hex(alice), 'alice@x.org']]);
  });
});

test('entries that name nobody are named', () => {
  const certificates = [pgpCertificate(alice, { users: [user('alice@x.org')] })];
  const lines = [`a@x.org,deployer ${one.line}`];
  const named = [entry('A@x.org'), entry('deployer'), entry('Alice@x.org'), entry('F'.repeat(40))];
  expect(trust({ certificates, lines }, ...named, entry('eve@x.org'), entry('Deployer')).unnamedSigners).toEqual([
    'eve@x.org',
    'Deployer',
  ]);
});

test('a base that trusts any key says so, readable or not; a list of revoked ones is not a key', () => {
  expect(trust({}).trustsKeys).toBe(false);
  expect(trust({ revoked: 'x' }).trustsKeys).toBe(false);
  expect(trust({ lines: [`a@x.org ${one.line}`] }).trustsKeys).toBe(true);
  expect(trust({ lines: ['a@x.org broken'] }).trustsKeys).toBe(true);
  expect(trust({ certificates: [pgpCertificate(alice)] }).trustsKeys).toBe(true);
  expect(trust({ certificates: ['broken'] }).trustsKeys).toBe(true);
});

describe('the list of revoked keys', () => {
  const read = (text: string) => {
    const { fingerprints, problems } = readRevokedKeys(file('revoked', text));
    return { fingerprints: [...fingerprints], lines: problems.map(({ line }) => line) };
  };
  const pgp = `${'a1'.repeat(20)}`;

  test.each([
    ['an OpenPGP fingerprint', pgp, pgp.toUpperCase()],
    ['as gpg prints it', `0x${pgp.replace(/.{4}/g, '$& ')}`, pgp.toUpperCase()],
    ['of version 6, and of a certificate', 'b2:'.repeat(32).slice(0, -1), 'B2'.repeat(32)],
    ['an SSH fingerprint', `SHA256:${'c'.repeat(43)}=`, `SHA256:${'c'.repeat(43)}`],
    ['a key as its file has it', `${one.line} ada@x.org`, first],
    ['a line of allowed_signers', `ada@x.org namespaces="git" ${one.line}`, first],
    ['with a comment behind it', `${pgp} # lost`, pgp.toUpperCase()],
    ['with a comment in a comment', `${pgp} # lost # found`, pgp.toUpperCase()],
    ['a key whose comment follows', `${one.line} # lost`, first],
    ['a key as the last thing', one.line, first],
    ['after a byte order mark', `\uFEFF${pgp}`, pgp.toUpperCase()],
  ])('takes %s', (_, line, expected) => {
    expect(read(`${line}\n`)).toEqual({ fingerprints: [expected], lines: [] });
  });

  test('passes over empty lines and comments', () => {
    expect(read(`\n  \n# all\n${pgp}\n`)).toEqual({ fingerprints: [pgp.toUpperCase()], lines: [] });
  });

  test.each([
    ['too short', pgp.slice(1)],
    ['too long', `${pgp}0`],
    ['a fingerprint behind something', `x${pgp}`],
    ['a fingerprint before something', `${pgp}x`],
    ['0x within it', `${pgp.slice(20)}0x${pgp.slice(20)}`],
    ['an SSH fingerprint behind something', `xSHA256:${'c'.repeat(43)}`],
    ['a key behind something', `x${one.line}`],
    ['a key before something', `${one.line}!`],
    ['a key of an unknown type', 'ssh-foo AAAAB3NzaC1mb28='],
    ['a key id', pgp.slice(24)],
    ['an SSH fingerprint that is cut', `SHA256:${'c'.repeat(42)}`],
    ['an SSH fingerprint with more behind it', `SHA256:${'c'.repeat(44)}`],
    ['a word and a comment in one', `${pgp}#lost`],
    ['a key of another type than it says', one.line.replace('ssh-ed25519', 'ssh-rsa')],
    ['a key that is cut', one.line.slice(0, -8)],
  ])('says so where a line revokes nothing that is known: %s', (_, line) => {
    expect(read(`# one\n${line}\n`)).toEqual({ fingerprints: [], lines: [2] });
  });
});

describe('whether anybody is an admin', () => {
  const roles = (...given: readonly (readonly string[])[]) => given.map((each) => ({ ...entry('a@x.org', each) }));
  const may = (signers: readonly SignerEntry[], identities: readonly SignerEntry[] = [], isBroken = false) =>
    mayHaveAdmin({ isBroken, signatures: { ...defaultPolicy.signatures, signers, identities } } as never);

  test('is known by signers and identities, and not by a policy that is broken', () => {
    expect(may([])).toBe(false);
    expect(may(roles(['deployer']))).toBe(false);
    expect(may(roles(['deployer'], ['x', 'admin']))).toBe(true);
    expect(may([], roles(['admin'], []))).toBe(true);
    expect(may([], [], true)).toBe(true);
  });

  test('is a matter of one line by its key, or by its names where it is an authority’s', () => {
    const lines = [`a@x.org ${one.line}`, `ca@x.org cert-authority ${two.line}`];
    const [plain, authority] = [...trust({ lines }).allowedSigners.values()].flat();
    const isAdmin = (line: typeof plain, ...signers: readonly SignerEntry[]) =>
      line && isAdminLine({ ...defaultPolicy.signatures, signers }, line);
    expect(isAdmin(plain, entry(first ?? ''))).toBe(true);
    expect(isAdmin(plain, entry('A@x.org'))).toBe(true);
    expect(isAdmin(plain, entry(first ?? '', ['deployer']))).toBe(false);
    expect(isAdmin(plain, entry(second ?? ''))).toBe(false);
    expect(isAdmin(authority, entry(second ?? ''))).toBe(false);
    expect(isAdmin(authority, entry('ca@x.org'))).toBe(true);
  });

  test('is nobody by an OpenPGP key or a name: only an SSH key on no line can be one that an authority certifies', () => {
    const lines = [`ca@x.org cert-authority ${two.line}`, `b@x.org ${one.line}`];
    const keys = (...signers: readonly SignerEntry[]) => [...trust({ lines }, ...signers).adminKeys];
    expect(keys(entry('F'.repeat(40)))).toEqual([]);
    expect(keys(entry('nobody@x.org'))).toEqual([]);
    expect(keys(entry(first ?? '', ['deployer']), entry(third ?? ''))).toEqual([second]);
    expect(keys(entry(third ?? ''), entry(first ?? ''))).toEqual([second, first]);
  });
});

test('what names nobody is said of the first five', () => {
  const notes = (count: number, trustsKeys = true) =>
    signerNotes({ trustsKeys, unnamedSigners: Array.from({ length: count }, (_, index) => `n${index}`) });
  const note = (names: string) => [
    `signatures.signers names ${names}, which is not a literal principal of allowed_signers and not the only address of one OpenPGP key: what it says holds for nobody. Name the key by its whole fingerprint.`,
  ];
  expect(notes(0)).toEqual([]);
  expect(notes(1, false)).toEqual([]);
  expect(notes(1)).toEqual(note('n0'));
  expect(notes(5)).toEqual(note('n0, n1, n2, n3, n4'));
  expect(notes(6)).toEqual(note('n0, n1, n2, n3, n4 and 1 more'));
  expect(notes(9)).toEqual(note('n0, n1, n2, n3, n4 and 4 more'));
});

test('what cannot be read is named, file by file', () => {
  const { problems } = trust({ lines: ['ana'], certificates: ['broken'], revoked: 'x' });
  expect(problems.map(({ file: path, line }) => [path, line])).toEqual([
    ['.gitops-gate/allowed_signers', 1],
    ['.gitops-gate/keys/0.asc', undefined],
    ['.gitops-gate/revoked', 1],
  ]);
});
