import { Malformed } from '../model/malformed.ts';
import { readSshBlobSignature, type SshBlobSignature, verifiesSshBlob } from './ssh-blob-signature.ts';
import { readSshKeyFields, readSshPublicKey, type SshPublicKey } from './ssh-public-key.ts';
import { SshReader } from './ssh-wire.ts';

/** An OpenSSH certificate (PROTOCOL.certkeys) whose own signature by its authority has been verified. */
export interface SshCertificate {
  readonly subject: SshPublicKey;
  readonly authority: SshPublicKey;
  readonly authoritySignature: SshBlobSignature;
  readonly kind: 'user' | 'host';
  readonly principals: readonly string[];
  /** Seconds since the epoch: valid from `validAfter` on, and before `validBefore`. */
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  readonly criticalOptions: readonly string[];
}

/** Reads a certificate whose type was read already and verifies the authority's signature over it. Throws Malformed or Unsupported. */
export function readSshCertificate(plainType: string, blob: Buffer, reader: SshReader): SshCertificate {
  reader.string(); // nonce
  const subject = readSshKeyFields(plainType, reader);
  reader.uint64(); // serial
  const kind = reader.uint32();
  reader.string(); // key id
  const principals = namesIn(reader.string());
  const validAfter = reader.uint64();
  const validBefore = reader.uint64();
  const criticalOptions = optionsIn(reader.string());
  optionsIn(reader.string()); // extensions: permissions of logins
  reader.string(); // reserved
  const authority = readSshPublicKey(reader.string());
  const signed = blob.subarray(0, reader.position);
  const authoritySignature = readSshBlobSignature(reader.string());
  reader.end();
  if (kind !== 1 && kind !== 2)
    throw new Malformed('was made with a certificate that is neither for a user nor a host');
  if (!verifiesSshBlob(authority, authoritySignature, signed)) {
    throw new Malformed("was made with a certificate that its authority's key did not sign");
  }
  return {
    subject,
    authority,
    authoritySignature,
    kind: kind === 1 ? 'user' : 'host',
    principals,
    validAfter,
    validBefore,
    criticalOptions,
  };
}

function namesIn(bytes: Buffer): readonly string[] {
  const reader = new SshReader(bytes);
  const names: string[] = [];
  while (!reader.atEnd) names.push(reader.name());
  return names;
}

/** The names of a certificate's options, each followed by its data. */
function optionsIn(bytes: Buffer): readonly string[] {
  const reader = new SshReader(bytes);
  const names: string[] = [];
  while (!reader.atEnd) {
    names.push(reader.name());
    reader.string();
  }
  return names;
}
