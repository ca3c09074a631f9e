import { describe, expect, test } from '@jest/globals';
import { readOpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import {
  readForeignRevocation,
  readRevocation,
  readSelfSignature,
} from '../../src/signature/openpgp/openpgp-self-signature.ts';
import { pgpKey, pgpSignatureBody, subpacket } from './craft.mjs';

const [primary, subkey, other] = [pgpKey(), pgpKey(), pgpKey()];
const about = { primary: readOpenpgpPublicKey(primary.body) };
const binding = { ...about, subkey: readOpenpgpPublicKey(subkey.body) };
const userId = Buffer.from(`Ana <ana@x.org>${' '.repeat(300)}`);
const user = { ...about, userId };

const four = (seconds: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds);
  return bytes;
};
const bound = Buffer.concat([primary.forHash, subkey.forHash]);
const certified = Buffer.concat([primary.forHash, Buffer.of(0xb4), four(userId.length), userId]);
const made = Date.UTC(2026, 0, 1) / 1000;

type Options = Parameters<typeof pgpSignatureBody>[2];
const direct = (options: Options) =>
  readSelfSignature(pgpSignatureBody(primary, primary.forHash, { type: 0x1f, created: made, ...options }), about);
const certification = (options: Options) =>
  readSelfSignature(pgpSignatureBody(primary, certified, { type: 0x13, created: made, ...options }), user);
const ofSubkey = (options: Options) =>
  readSelfSignature(pgpSignatureBody(primary, bound, { type: 0x18, created: made, ...options }), binding);

const silent = {
  created: made,
  expires: undefined,
  keyLifetime: undefined,
  allowsSigning: undefined,
  isWeak: false,
  isCrossCertified: false,
  revokers: [],
};
const flags = (value: number) => subpacket(27, Buffer.of(value));

describe('what a key says of itself (RFC 9580 §5.2.3)', () => {
  test.each([
    ['nothing but its time', [], {}],
    ['when the signature ends', [subpacket(3, four(100))], { expires: made + 100 }],
    ['that the signature never ends', [subpacket(3, four(0))], {}],
    ['how long the key lives', [subpacket(9, four(500))], { keyLifetime: 500 }],
    ['that the key lives for ever', [subpacket(9, four(0))], {}],
    ['that it may sign', [flags(0x02)], { allowsSigning: true }],
    ['that it may certify and sign', [flags(0x03)], { allowsSigning: true }],
    ['that it may only certify and encrypt', [flags(0x0d)], { allowsSigning: false }],
    ['no flag at all', [subpacket(27, Buffer.alloc(0))], { allowsSigning: false }],
    ['two things of its flags', [flags(0x02), flags(0x01)], { allowsSigning: false }],
    ['two things of its flags, the other way', [flags(0x01), flags(0x02)], { allowsSigning: false }],
    [
      'who else may revoke it',
      [
        subpacket(12, Buffer.concat([Buffer.of(0x80, 22), Buffer.alloc(20, 0xab)])),
        subpacket(12, Buffer.concat([Buffer.of(0xc0, 1), Buffer.alloc(20, 0xcd)])),
      ],
      { revokers: ['AB'.repeat(20), 'CD'.repeat(20)] },
    ],
    ['a notation', [subpacket(20, Buffer.alloc(9))], {}],
    ['what no standard defines', [subpacket(100, Buffer.alloc(9))], {}],
    ['something defined that is critical', [subpacket(39, Buffer.alloc(1), true)], {}],
  ])('is %s', (_, hashed, expected) => {
    expect(direct({ hashed })).toEqual({ ...silent, ...expected });
    expect(certification({ hashed })).toEqual({ ...silent, ...expected });
    expect(ofSubkey({ hashed })).toEqual({ ...silent, ...expected });
  });

  test.each([
    ['a critical notation', { hashed: [subpacket(20, Buffer.alloc(9), true)] }],
    ['a critical notation among others', { hashed: [flags(2), subpacket(20, Buffer.alloc(9), true), flags(2)] }],
    ['something critical that no standard defines', { hashed: [subpacket(40, Buffer.alloc(1), true)] }],
    ['no time', { createdSubpacket: Buffer.alloc(0) }],
    ['two times', { hashed: [subpacket(2, four(1))] }],
    ['a lifetime of three bytes', { hashed: [subpacket(9, Buffer.alloc(3))] }],
    [
      'another signature',
      { mutateValue: (value: Buffer) => Buffer.concat([value.subarray(0, -1), Buffer.of((value.at(-1) ?? 0) ^ 1)]) },
    ],
    ['an unknown digest', { digest: 4 }],
    ['another algorithm', { algorithm: 1 }],
    ['version 5', { version: 5 }],
  ])('is nothing with %s', (_, options) => {
    expect([direct(options), certification(options), ofSubkey(options)]).toEqual([undefined, undefined, undefined]);
  });

  test('is said only by the types of signatures that are for it', () => {
    const types = Array.from({ length: 0x60 }, (_, type) => type);
    expect(types.filter((type) => direct({ type }) !== undefined)).toEqual([0x1f]);
    expect(types.filter((type) => certification({ type }) !== undefined)).toEqual([0x10, 0x11, 0x12, 0x13]);
    expect(types.filter((type) => ofSubkey({ type }) !== undefined)).toEqual([0x18]);
  });

  test('is said by the key itself only, and of nothing else', () => {
    const body = (key: typeof primary, data: Buffer, type: number) => pgpSignatureBody(key, data, { type });
    expect(readSelfSignature(body(other, primary.forHash, 0x1f), about)).toBeUndefined();
    expect(readSelfSignature(body(primary, other.forHash, 0x1f), about)).toBeUndefined();
    expect(readSelfSignature(body(primary, primary.forHash, 0x18), binding)).toBeUndefined();
    expect(readSelfSignature(body(primary, primary.forHash, 0x13), user)).toBeUndefined();
  });

  // GnuPG 2.2.18 and later draw the line for SHA-1 at 19 January 2019.
  test.each([
    [2, '2019-01-18T23:59:59Z', false],
    [2, '2019-01-19T00:00:00Z', true],
    [1, '2018-01-01T00:00:00Z', true],
    [3, '2018-01-01T00:00:00Z', true],
    [8, '2026-01-01T00:00:00Z', false],
  ])('is weak by the digest %i of %s: %p', (digest, time, isWeak) => {
    const created = Date.parse(time) / 1000;
    expect(direct({ digest, created })).toEqual({ ...silent, created, isWeak });
  });
});

describe('a subkey agrees', () => {
  const consent = (options: Options = {}, by = subkey) =>
    subpacket(32, pgpSignatureBody(by, bound, { type: 0x19, created: made, ...options }));
  const agrees = (...hashed: readonly Buffer[]) => ofSubkey({ hashed })?.isCrossCertified;

  test('by its own signature over both keys, wherever that is', () => {
    expect(agrees(consent())).toBe(true);
    expect(agrees(flags(2), consent({}, other), consent(), consent({}, other))).toBe(true);
    expect(ofSubkey({ unhashed: [consent()] })?.isCrossCertified).toBe(true);
    expect(agrees(consent({ digest: 2, created: Date.UTC(2018, 0) / 1000 }))).toBe(true);
  });

  test.each([
    ['another key’s', () => consent({}, other)],
    ['the primary key’s', () => consent({}, primary)],
    ['one of another type', () => consent({ type: 0x18 })],
    ['a weak one', () => consent({ digest: 1 })],
    ['one over SHA-1 that is too late', () => consent({ digest: 2 })],
    ['one over SHA-1 without a time', () => consent({ digest: 2, createdSubpacket: Buffer.alloc(0) })],
    ['one that demands what is not understood', () => consent({ hashed: [subpacket(40, Buffer.alloc(1), true)] })],
    [
      'one that demands a notation among others',
      () => consent({ hashed: [flags(2), subpacket(20, Buffer.alloc(1), true)] }),
    ],
    ['a packet that is none', () => subpacket(32, Buffer.of(4))],
    ['one in a subpacket of another type', () => Buffer.concat([Buffer.of(2, 31, 0)])],
  ])('not by %s', (_, make) => expect(agrees(make())).toBe(false));

  test('to nothing where a key or a user id is signed', () => {
    expect(direct({ hashed: [consent()] })?.isCrossCertified).toBe(false);
    expect(certification({ hashed: [consent()] })?.isCrossCertified).toBe(false);
  });
});

describe('a revocation', () => {
  const all = [
    ['of the key', 0x20, primary.forHash, about],
    ['of a subkey', 0x28, bound, binding],
    ['of a user id', 0x30, certified, user],
  ] as const;
  const reason = (code: number) => subpacket(29, Buffer.of(code, 0x41));

  test.each(all)('%s is the key’s own, of its type', (_, type, data, of) => {
    const read = (options: Options = {}, by = primary, over: Buffer = data) =>
      readRevocation(pgpSignatureBody(by, over, { type, created: made, ...options }), of);
    expect(read()).toEqual({ created: made, isHard: true });
    const types = Array.from({ length: 0x60 }, (_, each) => each);
    expect(types.filter((each) => read({ type: each }) !== undefined)).toEqual([type]);
    expect(read({}, other)).toBeUndefined();
    expect(read({}, primary, other.forHash)).toBeUndefined();
    expect(read({ algorithm: 1 })).toBeUndefined();
    expect(readRevocation(Buffer.of(4), of)).toBeUndefined();
  });

  // RFC 9580 §5.2.3.31: 1 superseded, 3 retired, 32 user id no longer valid.
  test.each([
    [[], true],
    [[subpacket(29, Buffer.alloc(0))], true],
    [[reason(0)], true],
    [[reason(1)], false],
    [[reason(2)], true],
    [[reason(3)], false],
    [[reason(4)], true],
    [[reason(31)], true],
    [[reason(32)], false],
    [[reason(33)], true],
    [[flags(2), reason(1)], false],
    [[subpacket(20, Buffer.of(1), true), reason(1)], false],
  ])('with the reason %j is hard: %p', (hashed, isHard) => {
    const body = pgpSignatureBody(primary, primary.forHash, { type: 0x20, created: made, hashed });
    expect(readRevocation(body, about)).toEqual({ created: made, isHard });
  });

  test('in doubt is one: weak, without a time, or by what cannot be verified', () => {
    const read = (options: Options, of = about) =>
      readRevocation(pgpSignatureBody(primary, primary.forHash, { type: 0x20, created: made, ...options }), of);
    expect(read({ digest: 2 })).toEqual({ created: made, isHard: true });
    expect(read({ createdSubpacket: Buffer.alloc(0) })).toEqual({ created: 0, isHard: true });
    expect(read({ hashed: [subpacket(2, four(1))] })).toEqual({ created: 0, isHard: true });
    const dsa = { primary: { ...about.primary, algorithm: 17, material: { kind: 'dsa' as const } } };
    expect(read({ algorithm: 17 }, dsa)).toEqual({ created: made, isHard: true });
    expect(
      readSelfSignature(pgpSignatureBody(primary, primary.forHash, { type: 0x1f, algorithm: 17 }), dsa),
    ).toBeUndefined();
  });

  describe('by another key', () => {
    const four4 = 'AB'.repeat(12) + 'CD'.repeat(8);
    const six = 'EF'.repeat(8) + 'AB'.repeat(24);
    const named = (...issuers: readonly Buffer[]) => ({ issuer: false, hashed: issuers });
    const fingerprint = (text: string, version = 4) =>
      subpacket(33, Buffer.concat([Buffer.of(version), Buffer.from(text, 'hex')]));
    const keyId = (text: string) => subpacket(16, Buffer.from(text, 'hex'));
    const read = (options: Options, revokers: readonly string[] = [four4, six]) =>
      readForeignRevocation(
        pgpSignatureBody(other, primary.forHash, { type: 0x20, created: made, ...options }),
        revokers,
      );

    test.each([
      ['its fingerprint', named(fingerprint(four4))],
      ['its key id', named(keyId('CD'.repeat(8)))],
      ['its key id of version 6', named(keyId('EF'.repeat(8)))],
      ['its fingerprint of version 6', named(fingerprint(six, 6))],
      [
        'its name among others',
        named(flags(2), keyId('00'.repeat(8)), keyId('CD'.repeat(8)), fingerprint('11'.repeat(20))),
      ],
      ['its name in what is not signed', { issuer: false, unhashed: [fingerprint(four4)] }],
      ['a soft reason', named(reason(1), fingerprint(four4))],
    ])('that may revoke counts, and is hard: %s', (_, options) => {
      expect(read(options)).toEqual({ created: made, isHard: true });
    });

    test.each([
      ['another name', named(fingerprint('11'.repeat(20)), keyId('22'.repeat(8)))],
      ['a name in a subpacket that is no issuer', named(subpacket(31, Buffer.from(four4, 'hex')))],
      ['the middle of its fingerprint', named(keyId('AB'.repeat(4) + 'CD'.repeat(4)))],
      ['no name', { issuer: false }],
      ['another type', { ...named(fingerprint(four4)), type: 0x28 }],
    ])('does not count with %s', (_, options) => expect(read(options)).toBeUndefined());

    test('does not count where no other may revoke, or the packet is none', () => {
      expect(read(named(fingerprint(four4)), [])).toBeUndefined();
      expect(readForeignRevocation(Buffer.of(4), [four4])).toBeUndefined();
    });
  });
});
