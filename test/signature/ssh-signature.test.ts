import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Malformed, Unsupported } from '../../src/signature/model/malformed.ts';
import { readSshBlobSignature, verifiesSshBlob } from '../../src/signature/ssh/ssh-blob-signature.ts';
import { readSshCertificate } from '../../src/signature/ssh/ssh-certificate.ts';
import { readSshPublicKey } from '../../src/signature/ssh/ssh-public-key.ts';
import { readSshSignature, sshCheck } from '../../src/signature/ssh/ssh-signature.ts';
import { SshReader } from '../../src/signature/ssh/ssh-wire.ts';
import { sshArmor, sshBlobSignature, sshCertificate, sshInteger, sshKey, sshSign, sshString } from './craft.mjs';

const data = Buffer.from('tree\n');
const [plain, rsa, ecdsa] = [sshKey(), sshKey('ssh-rsa', { bits: 1024 }), sshKey('ecdsa-sha2-nistp256')];
const [sk, skEcdsa] = [sshKey('sk-ssh-ed25519@openssh.com'), sshKey('sk-ecdsa-sha2-nistp256@openssh.com')];
const webauthn = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
type Key = typeof plain;

describe('a raw SSH signature', () => {
  const verifies = (key: Key, blob: Buffer, over = data) =>
    verifiesSshBlob(readSshPublicKey(key.blob), readSshBlobSignature(blob), over);
  const of = (key: Key, options: Parameters<typeof sshBlobSignature>[2] = {}) =>
    verifies(key, sshBlobSignature(key, data, options));

  test.each([
    ['Ed25519', plain, {}],
    ['ECDSA', ecdsa, {}],
    ['ECDSA of 521 bits', sshKey('ecdsa-sha2-nistp521'), {}],
    ['RSA with SHA-512', rsa, {}],
    ['RSA with SHA-256', rsa, { algorithm: 'rsa-sha2-256' }],
    ['RSA with SHA-1', rsa, { algorithm: 'ssh-rsa' }],
    ['a security key', sk, { flags: 5, counter: 0x01020304 }],
    ['a security key with ECDSA', skEcdsa, { flags: 0 }],
  ])('by %s fits what it signs, and nothing else', (_, key, options) => {
    expect(of(key, options)).toBe(true);
    expect(verifies(key, sshBlobSignature(key, data, options), Buffer.from('tree'))).toBe(false);
  });

  const otherAlgorithm = 'names an algorithm that does not go with its key';
  const otherRsa = 'names an algorithm that does not go with its RSA key';
  const device = Buffer.from('0100000007', 'hex');
  const ecdsaValue = (...integers: readonly Buffer[]) => Buffer.concat(integers.map(sshInteger));
  test.each([
    ['another algorithm', plain, { algorithm: 'ssh-rsa' }, otherAlgorithm],
    ['another curve', ecdsa, { algorithm: 'ecdsa-sha2-nistp384' }, otherAlgorithm],
    ['a browser’s algorithm for a key that is none', ecdsa, { algorithm: webauthn }, 'is cut off'],
    ['another RSA algorithm', rsa, { algorithm: 'rsa-sha2-384' }, otherRsa],
    [
      'a short Ed25519 value',
      plain,
      { mutateValue: (value: Buffer) => value.subarray(1) },
      'holds an Ed25519 value of the wrong length',
    ],
    [
      'a long Ed25519 value',
      plain,
      { mutateValue: (value: Buffer) => Buffer.concat([value, value]) },
      'holds an Ed25519 value of the wrong length',
    ],
    [
      'a longer value than RSA’s',
      rsa,
      { mutateValue: (value: Buffer) => Buffer.concat([Buffer.of(0), value]) },
      'is longer than its RSA key',
    ],
    [
      'a number beyond the curve',
      ecdsa,
      { mutateValue: () => ecdsaValue(Buffer.alloc(33, 1), Buffer.of(1)) },
      'holds an ECDSA number larger than its curve',
    ],
    [
      'a second number beyond the curve',
      ecdsa,
      { mutateValue: () => ecdsaValue(Buffer.of(1), Buffer.alloc(33, 1)) },
      'holds an ECDSA number larger than its curve',
    ],
    [
      'three numbers',
      ecdsa,
      { mutateValue: () => ecdsaValue(Buffer.of(1), Buffer.of(1), Buffer.of(1)) },
      'is followed by further bytes',
    ],
    [
      'a number that is zero',
      ecdsa,
      { mutateValue: () => Buffer.concat([sshString(''), sshString('')]) },
      'holds a number that is not positive',
    ],
  ])('is malformed with %s', (_, key, options, why) => expect(() => of(key, options)).toThrow(new Malformed(why)));

  test('names no algorithm by what JavaScript knows every name by', () => {
    const blob = Buffer.concat([sshString('constructor'), sshString(Buffer.alloc(128))]);
    expect(() => verifies(rsa, blob)).toThrow(new Malformed(otherRsa));
  });

  test('does not fit where its numbers are others', () => {
    expect(of(rsa, { mutateValue: (value: Buffer) => value.subarray(1) })).toBe(false);
    expect(of(ecdsa, { mutateValue: () => ecdsaValue(Buffer.of(1), Buffer.of(2)) })).toBe(false);
  });

  test('of RSA may be without its leading zeros', () => {
    let message = 0;
    let value: Buffer = Buffer.of(1);
    for (; value[0] !== 0; message++) {
      value = readSshBlobSignature(sshBlobSignature(rsa, Buffer.of(message, message >> 8))).value;
    }
    const over = Buffer.of(message - 1, (message - 1) >> 8);
    expect(verifies(rsa, sshBlobSignature(rsa, over, { mutateValue: () => value.subarray(1) }), over)).toBe(true);
  });

  test('ends where it does, and says of a security key what that added', () => {
    expect(() => readSshBlobSignature(Buffer.concat([sshBlobSignature(plain, data), device]))).toThrow(
      new Malformed('is followed by further bytes'),
    );
    expect(readSshBlobSignature(sshBlobSignature(plain, data)).device).toBeUndefined();
    expect(readSshBlobSignature(sshBlobSignature(sk, data, { flags: 4, counter: 258 }))).toEqual({
      algorithm: sk.type,
      value: expect.any(Buffer),
      device: { flags: 4, counter: Buffer.of(0, 0, 1, 2), webauthn: undefined },
    });
    const other = Buffer.concat([sshString('task-sk-'), sshString('x')]);
    expect(readSshBlobSignature(other)).toEqual({ algorithm: 'task-sk-', value: Buffer.from('x'), device: undefined });
  });

  test('of a security key lacks something without what the device adds', () => {
    const bare = Buffer.concat([sshString('ssh-ed25519'), sshString(Buffer.alloc(64))]);
    expect(() => verifies(sk, bare)).toThrow(new Malformed('lacks what a security key adds to it'));
  });

  test('by DSA is not supported', () => {
    const key = Buffer.concat([sshString('ssh-dss'), ...[1, 2, 3, 4].map((each) => sshString(Buffer.of(each)))]);
    const verify = () =>
      verifiesSshBlob(readSshPublicKey(key), readSshBlobSignature(sshBlobSignature(plain, data)), data);
    expect(verify).toThrow(new Unsupported('was made with a DSA key'));
  });
});

// PROTOCOL.u2f; `webauthn_check_prepare_hash` in OpenSSH's ssh-ecdsa-sk.c.
describe('a signature that a browser made', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = sshKey('sk-ecdsa-sha2-nistp256@openssh.com', { pair });
  const origin = 'https://x.org';
  const json = (challenge: string, from = origin) =>
    `{"type":"webauthn.get","challenge":"${challenge}","origin":"${from}","crossOrigin":false}`;
  const challenge = data.toString('base64url');

  function made(given: { flags?: number; client?: string; extensions?: string; origin?: string; of?: Key } = {}) {
    const { flags = 1, client = json(challenge), extensions = '' } = given;
    const head = Buffer.concat([Buffer.of(flags), Buffer.of(0, 0, 0, 9)]);
    const message = Buffer.concat([
      sha256(Buffer.from('ssh:')),
      head,
      Buffer.from(extensions),
      sha256(Buffer.from(client)),
    ]);
    const raw = sign('sha256', message, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
    const value = Buffer.concat([sshInteger(raw.subarray(0, 32)), sshInteger(raw.subarray(32))]);
    const strings = [given.origin ?? origin, client, extensions].map(sshString);
    const blob = Buffer.concat([sshString(webauthn), sshString(value), head, ...strings]);
    return verifiesSshBlob(readSshPublicKey((given.of ?? key).blob), readSshBlobSignature(blob), data);
  }

  test('fits where its challenge is what is signed', () => {
    expect(made()).toBe(true);
    expect(made({ flags: 0x81, extensions: 'ext' })).toBe(true);
    expect(made({ flags: 0x81, extensions: 'e' })).toBe(true);
  });

  test.each([
    ['another challenge', { client: json('AAAA') }],
    ['another origin', { client: json(challenge, 'https://y.org') }],
    ['something before it', { client: ` ${json(challenge)}` }],
    ['another type', { client: json(challenge).replace('get', 'create') }],
  ])('does not fit with %s', (_, given) => expect(made(given)).toBe(false));

  test.each([
    ['a quote in the origin', { origin: 'x"y', client: json(challenge, 'x"y') }],
    ['attested data', { flags: 0x41 }],
    ['extensions that are not announced', { extensions: 'e' }],
    ['extensions that are announced only', { flags: 0x81 }],
  ])('contradicts itself with %s', (_, given) => {
    expect(() => made(given)).toThrow(new Malformed('holds browser data that contradict themselves'));
  });

  test('goes with a security key of that curve only', () => {
    expect(() => made({ of: sk })).toThrow(new Malformed('names an algorithm that does not go with its key'));
  });
});

describe('an SSH certificate (PROTOCOL.certkeys)', () => {
  const authority = sshKey();
  const certificate = (options: Parameters<typeof sshCertificate>[2] = {}, of: Key = plain) => {
    const blob = sshCertificate(of, authority, options);
    const reader = new SshReader(blob);
    reader.name();
    const read = readSshCertificate(of.type, blob, reader);
    return {
      ...read,
      subject: read.subject.line,
      authority: read.authority.line,
      authoritySignature: read.authoritySignature.algorithm,
    };
  };
  const expected = {
    subject: plain.line,
    authority: authority.line,
    authoritySignature: 'ssh-ed25519',
    kind: 'user',
    principals: ['alice@example.com'],
    validAfter: 0n,
    validBefore: 0xffffffffffffffffn,
    criticalOptions: [],
  };

  test.each([
    ['for a user', {}, {}],
    ['for a host', { kind: 2 }, { kind: 'host' }],
    ['for nobody', { principals: [] }, { principals: [] }],
    [
      'for several, for a time',
      { principals: ['a', 'b'], after: 5n, before: 9n },
      { principals: ['a', 'b'], validAfter: 5n, validBefore: 9n },
    ],
    ['with options', { critical: ['force-command', 'x'] }, { criticalOptions: ['force-command', 'x'] }],
  ])('is read %s', (_, options, more) => expect(certificate(options)).toEqual({ ...expected, ...more }));

  test('is refused where it is for neither, or nobody vouches for it', () => {
    for (const kind of [0, 3]) {
      expect(() => certificate({ kind })).toThrow(
        new Malformed('was made with a certificate that is neither for a user nor a host'),
      );
    }
    const authoritySignature = sshBlobSignature(authority, data);
    expect(() => certificate({ authoritySignature })).toThrow(
      new Malformed("was made with a certificate that its authority's key did not sign"),
    );
  });

  test('ends with its authority’s signature', () => {
    const blob = Buffer.concat([sshCertificate(plain, authority), Buffer.of(0)]);
    const reader = new SshReader(blob);
    reader.name();
    expect(() => readSshCertificate(plain.type, blob, reader)).toThrow(new Malformed('is followed by further bytes'));
  });
});

describe('an armored SSH signature (PROTOCOL.sshsig)', () => {
  const read = (options: Parameters<typeof sshSign>[2] = {}, key: Key = plain) =>
    readSshSignature(sshSign(key, data, options), new Map());

  test('names its key, its purpose and its digest', () => {
    expect(read({ digest: 'sha256', namespace: 'file' })).toMatchObject({
      namespace: 'file',
      digest: 'sha256',
      signer: { certificate: undefined },
    });
    expect(read().signer.key.line).toBe(plain.line);
    const blob = sshCertificate(plain, sk);
    const { key, certificate } = read({ publicKey: blob }).signer;
    expect([key.line, certificate?.authority.line]).toEqual([plain.line, sk.line]);
  });

  test('signs its purpose and its digest as well', () => {
    const signature = read({ namespace: 'n', digest: 'sha256' });
    const digest = createHash('sha256').update(data).digest();
    expect(sshCheck(signature, data)?.data).toEqual(
      Buffer.concat([Buffer.from('SSHSIG'), sshString('n'), sshString(''), sshString('sha256'), sshString(digest)]),
    );
  });

  const trailing = Buffer.of(0);
  test.each([
    ['other first bytes', { magic: 'SSHSIF' }, 'does not begin with SSHSIG'],
    ['version 0', { version: 0 }, 'is of an unknown SSHSIG version'],
    ['version 2', { version: 2 }, 'is of an unknown SSHSIG version'],
    ['something reserved', { reserved: 'x' }, 'uses the reserved field'],
    ['another digest', { digest: 'sha384' }, 'names a digest other than sha256 and sha512'],
    ['no digest', { digest: '' }, 'names a digest other than sha256 and sha512'],
    ['something behind it', { trailing }, 'is followed by further bytes'],
    ['something behind its key', { publicKey: Buffer.concat([plain.blob, trailing]) }, 'is followed by further bytes'],
    [
      'something behind the raw one',
      { blobSignature: Buffer.concat([sshBlobSignature(plain, data), trailing]) },
      'is followed by further bytes',
    ],
  ])('is malformed with %s', (_, options, why) => expect(() => read(options)).toThrow(new Malformed(why)));

  test('is cut off where its bytes end', () => {
    expect(() => readSshSignature(sshArmor(Buffer.from('SSHSIG')), new Map())).toThrow(new Malformed('is cut off'));
  });

  test('takes a key that it has seen for what it was', () => {
    const cache = new Map();
    const [first, second] = [1, 2].map((each) => readSshSignature(sshSign(plain, Buffer.of(each)), cache));
    expect(second?.signer).toBe(first?.signer);
    readSshSignature(sshSign(ecdsa, data), cache);
    expect([...cache.keys()]).toEqual([plain.blob, ecdsa.blob].map((blob) => blob.toString('latin1')));
  });
});
