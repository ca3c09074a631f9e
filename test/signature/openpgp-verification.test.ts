import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Malformed, Unsupported } from '../../src/signature/model/malformed.ts';
import { checkNow, checkOnThread, type SignatureCheck } from '../../src/signature/model/signature-check.ts';
import type { OpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import type { OpenpgpSignaturePacket } from '../../src/signature/openpgp/openpgp-signature-packet.ts';
import { verifiesOpenpgp } from '../../src/signature/openpgp/openpgp-verification.ts';

const document = Buffer.from('tree\n');
const trailer = Buffer.from([4, 0xff]);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519').publicKey;

function keyOf(algorithm: number, key: KeyObject): OpenpgpPublicKey {
  const material = { kind: 'rsa', key, bits: 2048 } as const;
  return { version: 4, fingerprint: '', keyId: '', created: 0, algorithm, hashed: Buffer.alloc(0), material };
}

/** A signature with RSA over the document: one integer with its length in bits (RFC 9580 §3.2). */
function packetOf(publicKeyAlgorithm: number, more = Buffer.alloc(0)): OpenpgpSignaturePacket {
  const bytes = sign('sha256', Buffer.concat([document, trailer]), rsa.privateKey);
  const start = bytes.findIndex((byte) => byte !== 0);
  const bits = 8 * (bytes.length - start) - (Math.clz32(bytes[start] ?? 0) - 24);
  const value = Buffer.concat([Buffer.from([bits >> 8, bits & 0xff]), bytes.subarray(start), more]);
  const digest = { name: 'sha256', isWeak: false, saltSize: 16 };
  const common = { version: 4, type: 0, digest, hashed: [], unhashed: [], salt: Buffer.alloc(0) } as const;
  return { ...common, publicKeyAlgorithm, trailer, value };
}

describe('the algorithm a signature names', () => {
  // RFC 9580 §9.1: 1 is RSA, 3 RSA for signing only.
  test.each([
    [1, 1],
    [3, 1],
    [1, 3],
    [3, 3],
  ])('%i goes with a key of %i', (signature, key) => {
    expect(verifiesOpenpgp(packetOf(signature), keyOf(key, rsa.publicKey), document)).toBe(true);
    expect(verifiesOpenpgp(packetOf(signature), keyOf(key, rsa.publicKey), Buffer.from('other'))).toBe(false);
  });

  test.each([
    [2, 1],
    [19, 1],
    [1, 22],
    [3, 17],
  ])('%i does not go with a key of %i', (signature, key) => {
    const verify = () => verifiesOpenpgp(packetOf(signature), keyOf(key, rsa.publicKey), document);
    expect(verify).toThrow(new Malformed('uses another algorithm than the key it names'));
  });
});

test('a signature of another version, or with something left over, is malformed', () => {
  const key = keyOf(1, rsa.publicKey);
  expect(() => verifiesOpenpgp(packetOf(1), { ...key, version: 6 }, document)).toThrow(Malformed);
  expect(() => verifiesOpenpgp(packetOf(1, Buffer.from([0])), key, document)).toThrow(Malformed);
});

describe('what node:crypto refuses to answer', () => {
  const check = (digest: string): SignatureCheck => ({
    digest,
    data: document,
    key: ed25519,
    value: Buffer.alloc(64),
  });

  // An unknown digest is refused at once; one that Ed25519 does not take, by the thread.
  test.each(['no-such-digest', 'sha256'])('is unsupported, at once and from the thread: %s', async (digest) => {
    expect(() => checkNow(check(digest))).toThrow(Unsupported);
    const answer = checkOnThread(check(digest));
    await expect(answer).rejects.toThrow(Unsupported);
    await expect(answer).rejects.toThrow(digest);
  });

  test('is not a signature that is wrong', async () => {
    const wrong: SignatureCheck = { ...check('sha256'), digest: null };
    expect(checkNow(wrong)).toBe(false);
    await expect(checkOnThread(wrong)).resolves.toBe(false);
  });
});
