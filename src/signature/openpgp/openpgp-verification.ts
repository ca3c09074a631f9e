import { hash } from 'node:crypto';
import { Malformed, Unsupported } from '../model/malformed.ts';
import { checkNow, type SignatureCheck } from '../model/signature-check.ts';
import { OpenpgpReader } from './openpgp-packet.ts';
import type { OpenpgpMaterial, OpenpgpPublicKey } from './openpgp-public-key.ts';
import type { OpenpgpSignaturePacket } from './openpgp-signature-packet.ts';

/** The algorithm of a signature that a key's algorithm makes; RSA has one for signing only. */
function goesWith(signature: OpenpgpSignaturePacket, key: OpenpgpPublicKey): boolean {
  const isRsa = (algorithm: number) => algorithm === 1 || algorithm === 3;
  const { publicKeyAlgorithm } = signature;
  return publicKeyAlgorithm === key.algorithm || (isRsa(publicKeyAlgorithm) && isRsa(key.algorithm));
}

/** Whether `signature` is `key`'s over `document`. Throws Malformed or Unsupported. */
export function verifiesOpenpgp(signature: OpenpgpSignaturePacket, key: OpenpgpPublicKey, document: Buffer): boolean {
  return checkNow(openpgpCheck(signature, key, document));
}

/**
 * What shows whether `signature` is `key`'s over `document` (RFC 9580 §5.2.4). Weak digests and short keys are checked as well:
 * calling them weak is the caller's. Throws Malformed for a value of the wrong form, Unsupported for what node:crypto lacks.
 */
export function openpgpCheck(
  signature: OpenpgpSignaturePacket,
  key: OpenpgpPublicKey,
  document: Buffer,
): SignatureCheck {
  if (signature.version !== key.version) throw new Malformed('is of another OpenPGP version than the key it names');
  if (!goesWith(signature, key)) throw new Malformed('uses another algorithm than the key it names');
  const { material } = key;
  if (material === undefined || material.kind === 'dsa')
    throw new Unsupported('uses an algorithm that is not supported');
  const value = signatureValue(signature, material);
  const hashed = Buffer.concat([signature.salt, document, signature.trailer]);
  const { name } = signature.digest;
  switch (material.kind) {
    case 'rsa':
      return { digest: name, data: hashed, key: material.key, value };
    case 'ecdsa':
      return { digest: name, data: hashed, key: { key: material.key, dsaEncoding: 'ieee-p1363' }, value };
    default:
      return { digest: null, data: digestOf(name, hashed), key: material.key, value };
  }
}

/** The digest an EdDSA signature signs (RFC 9580 §5.2.3.3). */
function digestOf(name: string, hashed: Buffer): Buffer {
  try {
    return hash(name, hashed, 'buffer');
  } catch {
    throw new Unsupported(`uses the digest ${name}, which this system's node lacks`);
  }
}

/** The signature's value as node:crypto takes it, every integer exact and nothing left over. */
function signatureValue(
  { value }: OpenpgpSignaturePacket,
  material: Exclude<OpenpgpMaterial, { kind: 'dsa' }>,
): Buffer {
  const reader = new OpenpgpReader(value);
  const read = () => {
    switch (material.kind) {
      case 'rsa':
        return padded(reader.integer(), Math.ceil(material.bits / 8));
      case 'ecdsa':
        return Buffer.concat([padded(reader.integer(), material.size), padded(reader.integer(), material.size)]);
      case 'eddsa-legacy':
        return Buffer.concat([padded(reader.integer(), 32), padded(reader.integer(), 32)]);
      default:
        return reader.bytes(material.size);
    }
  };
  const bytes = read();
  reader.end();
  return bytes;
}

function padded(integer: Buffer, size: number): Buffer {
  if (integer.length === size) return integer;
  if (integer.length > size) throw new Malformed('holds a number larger than its key');
  return Buffer.concat([Buffer.alloc(size - integer.length), integer]);
}
