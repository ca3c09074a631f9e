import type { ObjectFormat } from '../git/object-id.ts';
import type { SignaturePolicy, TrustedFiles } from '../policy/policy.ts';
import { type AllowedSigner, readAllowedSigners } from './allowed-signers.ts';
import { armorLabel } from './armor.ts';
import { Malformed, Unsupported } from './malformed.ts';
import type { CertificateBlock } from './openpgp-certificates.ts';
import { openKeyring, readCertificateBlocks } from './openpgp-keyring.ts';
import { issuerNames, readOpenpgpSignature } from './openpgp-signature.ts';
import { readRevokedKeys } from './revoked-keys.ts';
import { type SignedObject, signedCommit, signedTag } from './signed-object.ts';
import type { Trust } from './trust.ts';

/** The objects about to be verified: only certificates that signed one of them are opened, and openpgp only for those. */
export interface Verifiable {
  readonly commits: readonly { readonly bytes: Buffer }[];
  readonly tags: readonly { readonly bytes: Buffer }[];
  readonly objectFormat: ObjectFormat;
}

/** Reads the keys of the base's `.gitops-gate/`. Whatever cannot be read is named in `problems`; nothing throws. */
export async function loadTrust(files: TrustedFiles, policy: SignaturePolicy, objects: Verifiable): Promise<Trust> {
  const allowed = files.allowedSigners === undefined ? undefined : readAllowedSigners(files.allowedSigners);
  const revoked = files.revoked === undefined ? undefined : readRevokedKeys(files.revoked);
  const openpgp = readCertificateBlocks(files.openpgp);
  const opened = await openKeyring(blocksInUse(openpgp.blocks, objects));
  const unreadable = [allowed, openpgp, opened].flatMap((each) => each?.problems ?? []);
  const allowedSigners = byKey(allowed?.signers ?? []);
  return {
    policy,
    allowedSigners,
    keyring: opened.keyring,
    revoked: revoked?.fingerprints ?? new Set(),
    trustsKeys: allowedSigners.size + openpgp.blocks.length + files.x509.length + unreadable.length > 0,
    problems: [...unreadable, ...(revoked?.problems ?? [])],
  };
}

function byKey(signers: readonly AllowedSigner[]): ReadonlyMap<string, readonly AllowedSigner[]> {
  const byKey = new Map<string, AllowedSigner[]>();
  for (const signer of signers) {
    const others = byKey.get(signer.key.line);
    if (others === undefined) byKey.set(signer.key.line, [signer]);
    else others.push(signer);
  }
  return byKey;
}

/** The certificates whose keys the objects' OpenPGP signatures name. */
function blocksInUse(
  blocks: readonly CertificateBlock[],
  { commits, tags, objectFormat }: Verifiable,
): readonly CertificateBlock[] {
  const unused = new Set(blocks);
  const look = (object: SignedObject) => {
    const names = issuersIn(object);
    for (const block of unused) {
      if (block.keys.some(({ fingerprint, keyId }) => names.includes(fingerprint) || names.includes(keyId))) {
        unused.delete(block);
      }
    }
  };
  for (const { bytes } of tags) if (unused.size > 0) look(signedTag(bytes));
  for (const { bytes } of commits) if (unused.size > 0) look(signedCommit(bytes, objectFormat));
  return blocks.filter((block) => !unused.has(block));
}

function issuersIn(object: SignedObject): readonly string[] {
  if (object.kind !== 'signed' || armorLabel(object.armor) !== 'PGP SIGNATURE') return [];
  try {
    return issuerNames(readOpenpgpSignature(object.armor));
  } catch (error) {
    if (error instanceof Malformed || error instanceof Unsupported) return [];
    throw error;
  }
}
