import { describe, expect, test } from '@jest/globals';
import { Malformed } from '../../src/signature/model/malformed.ts';
import { mergeCertificates, type OpenpgpComponent } from '../../src/signature/openpgp/openpgp-certificate.ts';
import { certificateBlocks } from '../../src/signature/openpgp/openpgp-certificate-block.ts';
import { keyringOf, readCertificateBlocks } from '../../src/signature/openpgp/openpgp-keyring.ts';
import { type OpenpgpPublicKey, readOpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import { userEmail, userName } from '../../src/signature/openpgp/user-id.ts';
import { packet, pgpArmor, pgpCertificate, pgpKey } from './craft.mjs';

const [ana, ben, sub, sub2] = [pgpKey(), pgpKey(), pgpKey(), pgpKey()];
const hex = (key: { fingerprint: Buffer }) => key.fingerprint.toString('hex').toUpperCase();
const signature = (text: string) => packet(2, Buffer.from(text));
const user = (id: string) => packet(13, Buffer.from(id));
const key = (of: typeof ana) => packet(6, of.body);
const subkey = (of: typeof ana) => packet(14, of.body);

describe('a certificate taken apart (RFC 9580 §10.1)', () => {
  const parts = (...packets: readonly Buffer[]) =>
    certificateBlocks('a.asc', Buffer.concat(packets)).map((block) => ({
      file: block.file,
      primary: [block.primary.about.fingerprint, block.primary.signatures.map(String)],
      subkeys: block.subkeys.map(({ about, signatures }) => [about.fingerprint, signatures.map(String)]),
      users: block.users.map(({ about, signatures }) => [String(about), signatures.map(String)]),
      signatures: block.signatures.map(String),
    }));

  test('has each signature by what it follows', () => {
    const given = [
      key(ana),
      signature('a'),
      signature('b'),
      user('Ana'),
      signature('c'),
      user('A'),
      subkey(sub),
      signature('d'),
      subkey(sub2),
      signature('e'),
    ];
    expect(parts(...given)).toEqual([
      {
        file: 'a.asc',
        primary: [hex(ana), ['a', 'b']],
        subkeys: [
          [hex(sub), ['d']],
          [hex(sub2), ['e']],
        ],
        users: [
          ['Ana', ['c']],
          ['A', []],
        ],
        signatures: ['a', 'b', 'c', 'd', 'e'],
      },
    ]);
  });

  test('may be one of several in a file', () => {
    const found = parts(key(ana), user('Ana'), key(ben), signature('b'), key(sub));
    expect(found.map(({ primary, users }) => [primary, users.length])).toEqual([
      [[hex(ana), []], 1],
      [[hex(ben), ['b']], 0],
      [[hex(sub), []], 0],
    ]);
  });

  test.each([
    ['a marker', packet(10, Buffer.from('PGP'))],
    ['notes on trust', packet(12, Buffer.of(1))],
    ['padding', packet(21, Buffer.of(1))],
  ])('passes over %s, which may be anywhere', (_, meaningless) => {
    const [found] = parts(key(ana), user('Ana'), meaningless, signature('c'));
    expect(found?.users).toEqual([['Ana', ['c']]]);
  });

  test.each([
    ['an image', packet(17, Buffer.of(1))],
    ['what may be passed over', packet(40, Buffer.of(1))],
    ['the last such type', packet(63, Buffer.of(1))],
    ['a subkey that cannot be read', packet(14, Buffer.of(4))],
    ['a subkey of version 3', packet(14, Buffer.from('030000000000000101', 'hex'))],
  ])('leaves out %s with its signatures, which may still revoke', (_, unread) => {
    const [found] = parts(key(ana), user('Ana'), unread, signature('c'), user('A'), signature('d'));
    expect(found).toMatchObject({ primary: [hex(ana), []], subkeys: [], signatures: ['c', 'd'] });
    expect(found?.users).toEqual([
      ['Ana', []],
      ['A', ['d']],
    ]);
  });

  const secret = 'holds a private key: revoke it, and export the public one with gpg --export --armor';
  test.each([
    ['a private key', [packet(5, ana.body)], secret],
    ['a private subkey', [key(ana), packet(7, sub.body)], secret],
    ['nothing', [], 'does not begin with a public key'],
    ['a user id first', [user('Ana'), key(ana)], 'does not begin with a public key'],
    [
      'an encrypted message',
      [key(ana), packet(18, Buffer.of(1))],
      'holds a packet of type 18, which is not a part of a public key',
    ],
    [
      'the last type that may not be passed over',
      [key(ana), packet(39, Buffer.of(1))],
      'holds a packet of type 39, which is not a part of a public key',
    ],
    ['a key that is cut', [packet(6, ana.body.subarray(0, 9))], 'is cut off'],
  ])('is refused with %s', (_, packets, why) => expect(() => parts(...packets)).toThrow(new Malformed(why)));
});

describe('a key file', () => {
  const file = (path: string, content: string | Buffer) => ({ path, bytes: Buffer.from(content as string) });
  const armored = pgpCertificate(ana, { users: [{ id: 'Ana' }] });
  const read = (...files: readonly ReturnType<typeof file>[]) => {
    const { blocks, problems } = readCertificateBlocks(files);
    return { blocks: blocks.map(({ file: path, primary }) => [path, primary.about.fingerprint]), problems };
  };

  test('is binary, or text with armors in it', () => {
    const files = [
      file('a', key(ana)),
      file('b', armored),
      file('c', `Ana:\n${armored}\nBen:\n${pgpCertificate(ben)}`),
      file('d', Buffer.concat([key(ben), key(sub)])),
    ];
    expect(read(...files)).toEqual({
      blocks: [
        ['a', hex(ana)],
        ['b', hex(ana)],
        ['c', hex(ana)],
        ['c', hex(ben)],
        ['d', hex(ben)],
        ['d', hex(sub)],
      ],
      problems: [],
    });
  });

  const label = { label: 'PGP PRIVATE KEY BLOCK' };
  test.each([
    ['', 'holds no OpenPGP public key (gpg --export --armor)'],
    ['Ana', 'holds no OpenPGP public key (gpg --export --armor)'],
    [
      `\n${pgpArmor(key(ana), label)}`,
      'holds a private key: revoke it, and export the public one with gpg --export --armor',
    ],
    [packet(5, ana.body), 'holds a private key: revoke it, and export the public one with gpg --export --armor'],
    [`${armored}-----BEGIN PGP PUBLIC KEY BLOCK-----\n`, 'is cut off'],
    ['-----END PGP PUBLIC KEY BLOCK-----\n', 'does not begin with its armor'],
    [Buffer.of(0xc6, 1, 5), 'holds a key of version 5, which is not supported'],
    [packet(2, Buffer.of(4)), 'does not begin with a public key'],
  ])('that cannot be read is a problem, and the others are read: %#', (content, why) => {
    expect(read(file('bad', content), file('good', armored))).toEqual({
      blocks: [['good', hex(ana)]],
      problems: [{ file: 'bad', line: undefined, what: `The file ${why}.` }],
    });
  });
});

describe('a keyring', () => {
  const blocksOf = (...certificates: readonly string[]) =>
    readCertificateBlocks(certificates.map((text, at) => ({ path: `${at}.asc`, bytes: Buffer.from(text) }))).blocks;
  const keyring = keyringOf(
    blocksOf(
      pgpCertificate(ana, { users: [{ id: 'Ana' }], subkeys: [{ key: sub }] }),
      pgpCertificate(ben, { subkeys: [{ key: sub }, { key: sub2 }] }),
      pgpCertificate(ana, { users: [{ id: 'A' }], revocations: [{}] }),
    ),
  );
  const found = (name: string) =>
    keyring
      .get(name)
      .map(({ certificate, component }) => [certificate.primary.key.fingerprint, component.key.fingerprint]);

  test.each([
    ['a primary key', ana, [[hex(ana), hex(ana)]]],
    ['a subkey', sub2, [[hex(ben), hex(sub2)]]],
    [
      'a key of two certificates',
      sub,
      [
        [hex(ana), hex(sub)],
        [hex(ben), hex(sub)],
      ],
    ],
    ['a key that is not there', pgpKey(), []],
  ])('finds %s by its fingerprint and its key id', (_, of, expected) => {
    expect(found(hex(of))).toEqual(expected);
    expect(found(of.keyId.toString('hex').toUpperCase())).toEqual(expected);
  });

  test('makes one certificate of its copies, once', () => {
    const [own] = keyring.get(hex(ana));
    expect(own?.certificate.file).toBe('0.asc');
    expect(own?.certificate.users.map(({ id }) => id)).toEqual(['Ana', 'A']);
    expect(own?.component.revocations).toEqual([{ created: expect.any(Number), isHard: true }]);
    expect(keyring.get(hex(ana))[0]).toBe(own);
    expect(keyring.get(hex(sub))[0]?.certificate).toBe(own?.certificate);
  });
});

test('two copies of a certificate are one, with all that either says', () => {
  const about = (of: typeof ana): OpenpgpPublicKey => readOpenpgpPublicKey(of.body);
  const said = (created: number) => ({
    created,
    expires: undefined,
    keyLifetime: undefined,
    allowsSigning: undefined,
    isWeak: false,
    isCrossCertified: false,
    revokers: [],
  });
  const gone = (created: number) => ({ created, isHard: true });
  const component = (of: typeof ana, at: number, isPrimary = false): OpenpgpComponent => ({
    key: about(of),
    isPrimary,
    signatures: [said(at)],
    revocations: [gone(at)],
  });
  const owner = (id: string, at: number) => ({ id, certifications: [said(at)], revocations: [gone(at)] });
  const both = (of: typeof ana, a: number, b: number, isPrimary = false) => ({
    key: about(of),
    isPrimary,
    signatures: [said(a), said(b)],
    revocations: [gone(a), gone(b)],
  });
  expect(
    mergeCertificates(
      {
        file: 'a',
        primary: component(ana, 1, true),
        subkeys: [component(sub, 2)],
        users: [owner('x', 3), owner('y', 4)],
      },
      {
        file: 'b',
        primary: component(ana, 5, true),
        subkeys: [component(sub2, 6), component(sub, 7)],
        users: [owner('z', 8), owner('x', 9)],
      },
    ),
  ).toEqual({
    file: 'a',
    primary: both(ana, 1, 5, true),
    subkeys: [both(sub, 2, 7), component(sub2, 6)],
    users: [
      { id: 'x', certifications: [said(3), said(9)], revocations: [gone(3), gone(9)] },
      owner('y', 4),
      owner('z', 8),
    ],
  });
});

test.each([
  ['Ana B <ana@x.org>', 'ana@x.org', 'Ana B'],
  ['Ana B (work) <ana@x.org>', 'ana@x.org', 'Ana B'],
  ['ana@x.org', 'ana@x.org', 'ana@x.org'],
  ['<ana@x.org>', 'ana@x.org', '<ana@x.org>'],
  ['Ana', undefined, 'Ana'],
  ['Ana <ana>', undefined, 'Ana'],
  ['Ana <eve@x.org> <ana@x.org>', undefined, 'Ana'],
  ['Ana <ana@x.org> B', undefined, 'Ana'],
  ['Ana <ana@x.org>>', undefined, 'Ana'],
  ['<<ana@x.org>', undefined, '<<ana@x.org>'],
  ['Ana <a@b@x.org>', undefined, 'Ana'],
  ['(work) ana', undefined, '(work) ana'],
])('the user id %j has the address %j and the name %j', (id, email, name) => {
  expect([userEmail(id), userName(id)]).toEqual([email, name]);
});
