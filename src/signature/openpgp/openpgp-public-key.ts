import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { isRsaKey, isSmallOrder, modulusBits } from '../model/forgeable-keys.ts';
import { Malformed, Unsupported } from '../model/malformed.ts';
import { OpenpgpReader } from './openpgp-packet.ts';

/** An OpenPGP public key or subkey (RFC 9580 §5.5) that can sign. */
export interface OpenpgpPublicKey {
  readonly version: 4 | 6;
  /** Upper-case hex: SHA-1 for version 4, SHA-256 for version 6. */
  readonly fingerprint: string;
  /** Upper-case hex: the fingerprint's last 8 bytes, or its first 8 in version 6. */
  readonly keyId: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly algorithm: number;
  /** The key as fingerprints and signatures over it hash it (RFC 9580 §5.2.4, §5.5.4). */
  readonly hashed: Buffer;
  /** Undefined for algorithms that cannot sign or that node:crypto lacks. */
  readonly material: OpenpgpMaterial | undefined;
}

export type OpenpgpMaterial =
  | { readonly kind: 'rsa'; readonly key: KeyObject; readonly bits: number }
  | { readonly kind: 'dsa' }
  | { readonly kind: 'ecdsa'; readonly key: KeyObject; readonly size: number }
  | { readonly kind: 'eddsa-legacy'; readonly key: KeyObject }
  | { readonly kind: 'ed25519' | 'ed448'; readonly key: KeyObject; readonly size: number };

/** Reads the body of a public key or subkey packet. Throws Malformed, or Unsupported for versions 3 and 5. */
export function readOpenpgpPublicKey(body: Buffer): OpenpgpPublicKey {
  const reader = new OpenpgpReader(body);
  const version = reader.uint8();
  if (version !== 4 && version !== 6)
    throw new Unsupported(`holds a key of version ${version}, which is not supported`);
  const created = reader.uint32();
  const algorithm = reader.uint8();
  if (version === 6 && reader.uint32() !== body.length - reader.position) {
    throw new Malformed('holds a key whose length is not what it says');
  }
  const hashed = Buffer.concat([prefix(version, body.length), body]);
  const digest = createHash(version === 4 ? 'sha1' : 'sha256')
    .update(hashed)
    .digest('hex');
  const fingerprint = digest.toUpperCase();
  const keyId = version === 4 ? fingerprint.slice(-16) : fingerprint.slice(0, 16);
  return { version, fingerprint, keyId, created, algorithm, hashed, material: material(algorithm, reader) };
}

function prefix(version: 4 | 6, length: number): Buffer {
  const [tag, size] = version === 4 ? [0x99, 2] : [0x9b, 4];
  const bytes = Buffer.alloc(1 + size, tag);
  bytes.writeUIntBE(length, 1, size);
  return bytes;
}

/** Public-key algorithms of RFC 9580 §9.1 that sign. */
function material(algorithm: number, reader: OpenpgpReader): OpenpgpMaterial | undefined {
  switch (algorithm) {
    case 1:
    case 3:
      return rsa(reader);
    case 17:
      return { kind: 'dsa' };
    case 19:
      return ecdsa(reader);
    case 22:
      return eddsaLegacy(reader);
    case 27:
      return native('ed25519', 32, 64, reader);
    case 28:
      return native('ed448', 57, 114, reader);
    default:
      return undefined;
  }
}

function rsa(reader: OpenpgpReader): OpenpgpMaterial {
  const n = reader.integer();
  const e = reader.integer();
  reader.end();
  if (!isRsaKey(n, e)) throw new Malformed('holds an RSA key that is none');
  const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
  return { kind: 'rsa', bits: modulusBits(n), key: keyOrMalformed(() => createPublicKey({ key: jwk, format: 'jwk' })) };
}

interface Curve {
  /** The curve's object identifier, DER content. */
  readonly oid: string;
  /** Bytes of a coordinate. */
  readonly size: number;
}

const ecdsaCurves: readonly Curve[] = [
  { oid: '2a8648ce3d030107', size: 32 }, // NIST P-256
  { oid: '2b81040022', size: 48 }, // NIST P-384
  { oid: '2b81040023', size: 66 }, // NIST P-521
  { oid: '2b8104000a', size: 32 }, // secp256k1
  { oid: '2b2403030208010107', size: 32 }, // brainpoolP256r1
  { oid: '2b240303020801010b', size: 48 }, // brainpoolP384r1
  { oid: '2b240303020801010d', size: 64 }, // brainpoolP512r1
];

function ecdsa(reader: OpenpgpReader): OpenpgpMaterial | undefined {
  const oid = reader.bytes(reader.uint8());
  const point = reader.integer();
  reader.end();
  const curve = ecdsaCurves.find((each) => each.oid === oid.toString('hex'));
  if (curve === undefined) return undefined;
  if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
    throw new Malformed('holds an ECDSA key that is not a point');
  const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex');
  const der = subjectPublicKeyInfo(Buffer.concat([ecPublicKey, derElement(0x06, oid)]), point);
  return { kind: 'ecdsa', size: curve.size, key: fromDer(der) };
}

const ed25519Legacy = '2b06010401da470f01';

function eddsaLegacy(reader: OpenpgpReader): OpenpgpMaterial | undefined {
  const oid = reader.bytes(reader.uint8());
  const point = reader.integer();
  reader.end();
  if (oid.toString('hex') !== ed25519Legacy) return undefined;
  if (point[0] !== 0x40 || point.length !== 33) throw new Malformed('holds an Ed25519 key that is not a point');
  return { kind: 'eddsa-legacy', key: edwards('Ed25519', point.subarray(1)) };
}

function native(kind: 'ed25519' | 'ed448', length: number, size: number, reader: OpenpgpReader): OpenpgpMaterial {
  const point = reader.bytes(length);
  reader.end();
  return { kind, size, key: edwards(kind === 'ed25519' ? 'Ed25519' : 'Ed448', point) };
}

function edwards(crv: 'Ed25519' | 'Ed448', point: Buffer): KeyObject {
  if (isSmallOrder(point)) throw new Malformed(`holds an ${crv} key that anybody can sign with`);
  const jwk = { kty: 'OKP', crv, x: point.toString('base64url') };
  return keyOrMalformed(() => createPublicKey({ key: jwk, format: 'jwk' }));
}

function fromDer(der: Buffer): KeyObject {
  return keyOrMalformed(() => createPublicKey({ key: der, format: 'der', type: 'spki' }));
}

function keyOrMalformed(create: () => KeyObject): KeyObject {
  try {
    return create();
  } catch {
    throw new Malformed('holds a public key that is none');
  }
}

/** RFC 5280 §4.1.2.7. */
function subjectPublicKeyInfo(algorithm: Buffer, key: Buffer): Buffer {
  const bits = derElement(0x03, Buffer.concat([Buffer.of(0), key]));
  return derElement(0x30, Buffer.concat([derElement(0x30, algorithm), bits]));
}

/** One DER element of at most 255 bytes of content. */
function derElement(tag: number, content: Buffer): Buffer {
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}
