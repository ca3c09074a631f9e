import { hash } from 'node:crypto';
import { sshSignatureBytes } from '../model/armor.ts';
import { Malformed } from '../model/malformed.ts';
import type { SignatureCheck } from '../model/signature-check.ts';
import { readSshBlobSignature, type SshBlobSignature, sshBlobCheck } from './ssh-blob-signature.ts';
import { readSshCertificate, type SshCertificate } from './ssh-certificate.ts';
import { certifiedType, readSshKeyFields, type SshPublicKey } from './ssh-public-key.ts';
import { SshReader, sshString } from './ssh-wire.ts';

/** An SSH signature (OpenSSH's PROTOCOL.sshsig) with the key it names. */
export interface SshSignature {
  readonly signer: SshSigner;
  readonly namespace: string;
  readonly digest: 'sha256' | 'sha512';
  readonly blob: SshBlobSignature;
}

/** The key that signed: `key` itself or, with a certificate, the key it certifies. */
export interface SshSigner {
  readonly key: SshPublicKey;
  readonly certificate: SshCertificate | undefined;
}

/** Keys by their blobs (latin1), so that a key which signed many commits is imported once. */
export type SshSignerCache = Map<string, SshSigner>;

const magic = 'SSHSIG';
const magicBytes = Buffer.from(magic);

/** Reads an armored SSH signature. Throws Malformed or Unsupported. */
export function readSshSignature(armor: string, cache: SshSignerCache): SshSignature {
  const reader = new SshReader(sshSignatureBytes(armor));
  if (reader.bytes(magic.length).toString('latin1') !== magic) throw new Malformed('does not begin with SSHSIG');
  if (reader.uint32() !== 1) throw new Malformed('is of an unknown SSHSIG version');
  const keyBlob = reader.string();
  const namespace = reader.name();
  if (reader.string().length > 0) throw new Malformed('uses the reserved field');
  const digest = reader.name();
  if (digest !== 'sha256' && digest !== 'sha512') throw new Malformed('names a digest other than sha256 and sha512');
  const blob = readSshBlobSignature(reader.string());
  reader.end();
  return { signer: cachedSigner(keyBlob, cache), namespace, digest, blob };
}

/** What shows whether the signature is by the key it names, over `payload`; undefined where it cannot be. Throws Malformed or Unsupported. */
export function sshCheck(
  { signer, namespace, digest, blob }: SshSignature,
  payload: Buffer,
): SignatureCheck | undefined {
  const message = hash(digest, payload, 'buffer');
  const signed = Buffer.concat([magicBytes, ...[namespace, '', digest, message].map(sshString)]);
  return sshBlobCheck(signer.key, blob, signed);
}

function cachedSigner(blob: Buffer, cache: SshSignerCache): SshSigner {
  const id = blob.toString('latin1');
  const cached = cache.get(id);
  if (cached !== undefined) return cached;
  const signer = readSigner(blob);
  cache.set(id, signer);
  return signer;
}

function readSigner(blob: Buffer): SshSigner {
  const reader = new SshReader(blob);
  const type = reader.name();
  const certified = certifiedType(type);
  if (certified !== undefined) {
    const certificate = readSshCertificate(certified, blob, reader);
    return { key: certificate.subject, certificate };
  }
  const key = readSshKeyFields(type, reader);
  reader.end();
  return { key, certificate: undefined };
}
