import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isRsaKey, isSmallOrder, modulusBits } from '../../src/signature/model/forgeable-keys.ts';
import { Malformed, Unsupported } from '../../src/signature/model/malformed.ts';
import { readOpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import { certifiedType, readSshPublicKey } from '../../src/signature/ssh/ssh-public-key.ts';
import { mpi, sshString } from './craft.mjs';

const hex = (text: string) => Buffer.from(text, 'hex');
const jwk = (key: KeyObject | undefined) => key?.export({ format: 'jwk' });
const coordinate = (key: KeyObject, field: 'x' | 'y') => Buffer.from(jwk(key)?.[field] ?? '', 'base64url');
const ed25519 = generateKeyPairSync('ed25519').publicKey;
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey;
const pointOf = (key: KeyObject) => Buffer.concat([Buffer.of(4), coordinate(key, 'x'), coordinate(key, 'y')]);
const exponent = hex('010001');
const modulus = (bytes: number, first = 0xff) => Buffer.concat([Buffer.of(first), Buffer.alloc(bytes - 1, 0x7f)]);

// RFC 8032 §5.1, §5.2: y of the points whose order divides the cofactor, with either sign of x, and beyond the prime.
const smallOrder = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
];
const smallOrder448 = [
  '00'.repeat(57),
  `01${'00'.repeat(56)}`,
  `fe${'ff'.repeat(27)}fe${'ff'.repeat(27)}00`,
  `${'ff'.repeat(28)}fe${'ff'.repeat(27)}00`,
  `${'00'.repeat(28)}${'ff'.repeat(28)}00`,
];
const signed = (point: Buffer) => Buffer.concat([point.subarray(0, -1), Buffer.of((point.at(-1) ?? 0) | 0x80)]);

describe('a key that anybody can sign with', () => {
  test.each([...smallOrder, ...smallOrder448])('has a point of small order: %s', (point) => {
    expect(isSmallOrder(hex(point))).toBe(true);
    expect(isSmallOrder(signed(hex(point)))).toBe(true);
    const other = hex(point);
    other.writeUInt8(other.readUInt8(5) ^ 4, 5);
    expect(isSmallOrder(other)).toBe(false);
  });

  test('has no other point', () => {
    expect(isSmallOrder(coordinate(ed25519, 'x'))).toBe(false);
    expect(isSmallOrder(hex(`${'00'.repeat(31)}40`))).toBe(false);
    expect(isSmallOrder(hex(`${'00'.repeat(31)}01`))).toBe(false);
    expect(isSmallOrder(hex(`01${'00'.repeat(32)}`))).toBe(false);
  });

  test.each([
    ['03', '03', true],
    ['05', '0101', true],
    ['05', '01', false],
    ['04', '03', false],
    ['05', '02', false],
    ['05', '', false],
    ['', '03', false],
    ['0104', '03', false],
  ])('is of RSA with an even number or the exponent 1: %s, %s', (n, e, expected) => {
    expect(isRsaKey(hex(n), hex(e))).toBe(expected);
  });
});

test.each([
  ['01', 1],
  ['80', 8],
  ['0100', 9],
  ['7fff', 15],
  ['80ff', 16],
])('a modulus %s has %i bits', (n, bits) => expect(modulusBits(hex(n))).toBe(bits));

describe('an SSH key', () => {
  const blob = (...fields: readonly (string | Buffer)[]) => Buffer.concat(fields.map(sshString));
  const integer = (bytes: Buffer) => (bytes.readUInt8() >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
  const point = coordinate(ed25519, 'x');
  const [p256, p384, p521] = ['P-256', 'P-384', 'P-521'].map(curve) as [KeyObject, KeyObject, KeyObject];
  const sized = (jwkName: string, digest: string, size: number) => ({ jwk: jwkName, digest, size });
  const [n2048, n2047] = [modulus(256, 0x80), modulus(256, 0x7f)];
  const sk = 'sk-ssh-ed25519@openssh.com';
  const skEcdsa = 'sk-ecdsa-sha2-nistp256@openssh.com';
  const none = { curve: undefined, application: undefined, modulusBits: undefined };

  test.each([
    ['ssh-ed25519', [point], { algorithm: 'ed25519' }, jwk(ed25519)],
    [sk, [point, 'ssh:'], { algorithm: 'ed25519', application: Buffer.from('ssh:') }, jwk(ed25519)],
    [
      'ecdsa-sha2-nistp256',
      ['nistp256', pointOf(p256)],
      { algorithm: 'ecdsa', curve: sized('P-256', 'sha256', 32) },
      jwk(p256),
    ],
    [
      'ecdsa-sha2-nistp384',
      ['nistp384', pointOf(p384)],
      { algorithm: 'ecdsa', curve: sized('P-384', 'sha384', 48) },
      jwk(p384),
    ],
    [
      'ecdsa-sha2-nistp521',
      ['nistp521', pointOf(p521)],
      { algorithm: 'ecdsa', curve: sized('P-521', 'sha512', 66) },
      jwk(p521),
    ],
    [
      skEcdsa,
      ['nistp256', pointOf(p256), 'ssh:x'],
      { algorithm: 'ecdsa', curve: sized('P-256', 'sha256', 32), application: Buffer.from('ssh:x') },
      jwk(p256),
    ],
    [
      'ssh-rsa',
      [exponent, integer(n2048)],
      { algorithm: 'rsa', modulusBits: 2048 },
      { kty: 'RSA', e: 'AQAB', n: n2048.toString('base64url') },
    ],
    [
      'ssh-rsa',
      [hex('00ff'), integer(n2047)],
      { algorithm: 'rsa', modulusBits: 2047 },
      { kty: 'RSA', e: '_w', n: n2047.toString('base64url') },
    ],
    ['ssh-dss', [hex('0080'), hex('007f00ff').subarray(1), hex('00ff01'), hex('01')], { algorithm: 'dsa' }, undefined],
  ] as const)('of the type %s is read whole', (type, fields, expected, key) => {
    const bytes = blob(type, ...fields);
    const read = readSshPublicKey(bytes);
    expect({ ...read, key: jwk(read.key) }).toEqual({
      ...none,
      type,
      fingerprint: `SHA256:${createHash('sha256').update(bytes).digest('base64').slice(0, 43)}`,
      line: `${type} ${bytes.toString('base64')}`,
      ...expected,
      key,
    });
    expect(() => readSshPublicKey(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(
      new Malformed('is followed by further bytes'),
    );
    expect(() => readSshPublicKey(bytes.subarray(0, -1))).toThrow(new Malformed('is cut off'));
  });

  test('of RSA has at most 16384 bits', () => {
    const rsa = (n: Buffer) => readSshPublicKey(blob('ssh-rsa', exponent, n));
    expect(rsa(integer(modulus(2048, 0x80))).modulusBits).toBe(16_384);
    expect(() => rsa(modulus(2049, 0x01))).toThrow(new Unsupported('uses an RSA key of more than 16384 bits'));
  });

  const length = 'holds an Ed25519 key of the wrong length';
  const otherCurve = 'holds an ECDSA key on another curve than it says';
  const noPoint = 'holds an ECDSA key that is not a point';
  const compressed = Buffer.concat([Buffer.of(2), coordinate(p256, 'x')]);
  test.each([
    ['a short point', blob('ssh-ed25519', point.subarray(1)), length],
    ['a long point', blob('ssh-ed25519', Buffer.concat([point, point])), length],
    ...[...smallOrder.map(hex), ...smallOrder.map(hex).map(signed)].map(
      (each) =>
        [
          `the point ${each.toString('hex')}`,
          blob('ssh-ed25519', each),
          'holds an Ed25519 key that anybody can sign with',
        ] as const,
    ),
    ['another curve', blob('ecdsa-sha2-nistp256', 'nistp384', pointOf(p384)), otherCurve],
    ['an unknown curve', blob('ecdsa-sha2-nistp256', 'secp256k1', pointOf(p256)), otherCurve],
    ['a part of a curve’s name', blob('ecdsa-sha2-nistp256', 'nistp', pointOf(p256)), otherCurve],
    ['a name of JavaScript as curve', blob('ecdsa-sha2-nistp256', 'constructor', pointOf(p256)), otherCurve],
    ['a compressed point', blob('ecdsa-sha2-nistp256', 'nistp256', compressed), noPoint],
    [
      'a point with another first byte',
      blob('ecdsa-sha2-nistp256', 'nistp256', Buffer.concat([Buffer.of(5), pointOf(p256).subarray(1)])),
      noPoint,
    ],
    ['a point that is too short', blob('ecdsa-sha2-nistp256', 'nistp256', pointOf(p256).subarray(0, -1)), noPoint],
    ['a point of another curve', blob('ecdsa-sha2-nistp256', 'nistp256', pointOf(p384)), noPoint],
    [
      'a point on no curve',
      blob('ecdsa-sha2-nistp256', 'nistp256', Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)])),
      'holds a public key that is none',
    ],
    ['an even modulus', blob('ssh-rsa', exponent, hex('0100')), 'holds an RSA key that is none'],
    ['the exponent 1', blob('ssh-rsa', hex('01'), n2047), 'holds an RSA key that is none'],
    ['a negative modulus', blob('ssh-rsa', exponent, n2048), 'holds a number that is not positive'],
  ])('is malformed with %s', (_, bytes, why) => expect(() => readSshPublicKey(bytes)).toThrow(new Malformed(why)));

  test('of an unknown type is named so that it fits a sentence', () => {
    const unknown = (name: string) => () => readSshPublicKey(blob(name));
    expect(unknown('ssh-x y\n\xe9~!')).toThrow(
      new Unsupported('uses the SSH key type ssh-x?y??~!, which is not supported'),
    );
    expect(unknown('a'.repeat(65))).toThrow(
      new Unsupported(`uses the SSH key type ${'a'.repeat(64)}, which is not supported`),
    );
    expect(unknown('ssh-ed25519-cert-v01@openssh.com')).toThrow(Unsupported);
  });

  test.each([
    ['ssh-ed25519-cert-v01@openssh.com', 'ssh-ed25519'],
    ['sk-ssh-ed25519-cert-v01@openssh.com', sk],
    ['sk-ecdsa-sha2-nistp256-cert-v01@openssh.com', skEcdsa],
    ['task-x-cert-v01@openssh.com', 'task-x'],
    ['ssh-ed25519', undefined],
    ['-cert-v01@openssh.com-x', undefined],
  ])('in a certificate of the type %s is %s', (type, plain) => expect(certifiedType(type)).toBe(plain));
});

describe('an OpenPGP key (RFC 9580 §5.5)', () => {
  const body = (algorithm: number, ...material: readonly Buffer[]) =>
    Buffer.concat([hex('0400000102'), Buffer.of(algorithm), ...material]);
  const six = (algorithm: number, material: Buffer, length = material.length) =>
    Buffer.concat([hex('0600000102'), Buffer.of(algorithm, 0, 0, 0, length), material]);
  const withSize = (oid: string) => Buffer.concat([Buffer.of(oid.length / 2), hex(oid)]);
  const point = coordinate(ed25519, 'x');
  const ed448 = generateKeyPairSync('ed448').publicKey;
  const n = modulus(256, 0x80);
  const rsa = [mpi(n), mpi(exponent)];
  const legacy = [withSize('2b06010401da470f01'), mpi(Buffer.concat([Buffer.of(0x40), point]))];
  const materialOf = (bytes: Buffer) => {
    const { material } = readOpenpgpPublicKey(bytes);
    return material !== undefined && 'key' in material ? { ...material, key: jwk(material.key) } : material;
  };

  test('of version 4 is named by the SHA-1 of it with its length, and the end of that', () => {
    const bytes = body(1, ...rsa);
    const hashed = Buffer.concat([Buffer.of(0x99, bytes.length >> 8, bytes.length & 255), bytes]);
    const fingerprint = createHash('sha1').update(hashed).digest('hex').toUpperCase();
    expect({ ...readOpenpgpPublicKey(bytes), material: undefined }).toEqual({
      version: 4,
      fingerprint,
      keyId: fingerprint.slice(24),
      created: 0x102,
      algorithm: 1,
      hashed,
      material: undefined,
    });
  });

  test('of version 6 is named by its SHA-256, and the beginning of that', () => {
    const bytes = six(27, point);
    const hashed = Buffer.concat([Buffer.of(0x9b, 0, 0, 0, bytes.length), bytes]);
    const fingerprint = createHash('sha256').update(hashed).digest('hex').toUpperCase();
    expect({ ...readOpenpgpPublicKey(bytes), material: undefined }).toEqual({
      version: 6,
      fingerprint,
      keyId: fingerprint.slice(0, 16),
      created: 0x102,
      algorithm: 27,
      hashed,
      material: undefined,
    });
  });

  const rsaKey = { kty: 'RSA', n: n.toString('base64url'), e: 'AQAB' };
  test.each([
    ['RSA', body(1, ...rsa), { kind: 'rsa', bits: 2048, key: rsaKey }],
    ['RSA for signing only', body(3, ...rsa), { kind: 'rsa', bits: 2048, key: rsaKey }],
    [
      'RSA of few bits',
      body(1, mpi(hex('0fff')), mpi(exponent)),
      { kind: 'rsa', bits: 12, key: { kty: 'RSA', n: 'D_8', e: 'AQAB' } },
    ],
    ['RSA for encryption only', body(2, ...rsa), undefined],
    ['Elgamal', body(16, ...rsa), undefined],
    ['DSA', body(17), { kind: 'dsa' }],
    ['ECDH', body(18), undefined],
    ['EdDSA', body(22, ...legacy), { kind: 'eddsa-legacy', key: jwk(ed25519) }],
    ['EdDSA on another curve', body(22, withSize('2b06010401da470f02'), mpi(hex('40'))), undefined],
    ['X25519', body(25, point), undefined],
    ['Ed25519', body(27, point), { kind: 'ed25519', size: 64, key: jwk(ed25519) }],
    ['Ed448', body(28, coordinate(ed448, 'x')), { kind: 'ed448', size: 114, key: jwk(ed448) }],
    ['ECDSA on an unknown curve', body(19, withSize('2b81040021'), mpi(hex('04'))), undefined],
  ])('has what verifies its signatures: %s', (_, bytes, expected) => expect(materialOf(bytes)).toEqual(expected));

  // RFC 9580 §9.2.
  test.each([
    ['prime256v1', '2a8648ce3d030107', 32],
    ['secp384r1', '2b81040022', 48],
    ['secp521r1', '2b81040023', 66],
    ['secp256k1', '2b8104000a', 32],
    ['brainpoolP256r1', '2b2403030208010107', 32],
    ['brainpoolP384r1', '2b240303020801010b', 48],
    ['brainpoolP512r1', '2b240303020801010d', 64],
  ])('of ECDSA on %s is the key of that curve', (name, oid, size) => {
    const key = generateKeyPairSync('ec', { namedCurve: name, paramEncoding: 'named' }).publicKey;
    const point = key.export({ format: 'der', type: 'spki' }).subarray(-(1 + 2 * size));
    const { material } = readOpenpgpPublicKey(body(19, withSize(oid), mpi(point)));
    expect(material).toMatchObject({ kind: 'ecdsa', size });
    expect(material !== undefined && 'key' in material && key.equals(material.key)).toBe(true);
  });

  const p256 = (bytes: Buffer) => body(19, withSize('2a8648ce3d030107'), mpi(bytes));
  const real = pointOf(curve('P-256'));
  const noPoint = 'holds an ECDSA key that is not a point';
  const noPoint25519 = 'holds an Ed25519 key that is not a point';
  const none = 'holds an RSA key that is none';
  const beyond = 'holds bytes beyond its end';
  const more = Buffer.of(0);
  test.each([
    ['a length that is not its own', six(27, point, 31), 'holds a key whose length is not what it says'],
    ['a longer length than its own', six(27, point, 33), 'holds a key whose length is not what it says'],
    ['an even RSA modulus', body(1, mpi(hex('0100')), mpi(exponent)), none],
    ['the RSA exponent 1', body(1, mpi(n), mpi(hex('01'))), none],
    ['no RSA modulus', body(1, mpi(hex('')), mpi(exponent)), none],
    ['an ECDSA point with another first byte', p256(Buffer.concat([Buffer.of(5), real.subarray(1)])), noPoint],
    ['an ECDSA point that is too short', p256(real.subarray(0, -1)), noPoint],
    [
      'an ECDSA point on no curve',
      p256(Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)])),
      'holds a public key that is none',
    ],
    [
      'an Ed25519 point with another first byte',
      body(22, withSize('2b06010401da470f01'), mpi(Buffer.concat([Buffer.of(0x41), point]))),
      noPoint25519,
    ],
    [
      'an Ed25519 point that is too short',
      body(22, withSize('2b06010401da470f01'), mpi(Buffer.concat([Buffer.of(0x40), point.subarray(1)]))),
      noPoint25519,
    ],
    ['something after RSA', body(1, ...rsa, more), beyond],
    ['something after ECDSA', Buffer.concat([p256(real), more]), beyond],
    ['something after EdDSA', body(22, ...legacy, more), beyond],
    ['something after Ed25519', body(27, point, more), beyond],
    ['a point cut off', body(27, point.subarray(1)), 'is cut off'],
    [
      'an Ed25519 point of small order',
      body(27, hex(smallOrder[3] ?? '')),
      'holds an Ed25519 key that anybody can sign with',
    ],
    [
      'an EdDSA point of small order',
      body(22, withSize('2b06010401da470f01'), mpi(Buffer.concat([Buffer.of(0x40), hex(smallOrder[1] ?? '')]))),
      'holds an Ed25519 key that anybody can sign with',
    ],
    [
      'an Ed448 point of small order',
      body(28, hex(smallOrder448[4] ?? '')),
      'holds an Ed448 key that anybody can sign with',
    ],
  ])('is malformed with %s', (_, bytes, why) => expect(() => readOpenpgpPublicKey(bytes)).toThrow(new Malformed(why)));

  test.each([2, 3, 5, 7])('of version %i is not supported', (version) => {
    const bytes = Buffer.concat([Buffer.of(version), body(1, ...rsa).subarray(1)]);
    expect(() => readOpenpgpPublicKey(bytes)).toThrow(
      new Unsupported(`holds a key of version ${version}, which is not supported`),
    );
  });
});
