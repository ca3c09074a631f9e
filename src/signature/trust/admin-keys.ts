import type { Policy, SignaturePolicy } from '../../policy/policy.ts';
import { adminRole } from '../model/signature.ts';
import type { CertificateBlock } from '../openpgp/openpgp-certificate-block.ts';
import type { AllowedSigner } from './allowed-signers.ts';
import { signerEntry } from './claim.ts';
import { normalFingerprint } from './revoked-keys.ts';

/** Whether the base names an admin; so may one whose policy could not be read. */
export function mayHaveAdmin({ isBroken, signatures }: Pick<Policy, 'isBroken' | 'signatures'>): boolean {
  return isBroken || [...signatures.signers, ...signatures.identities].some(({ roles }) => roles.includes(adminRole));
}

/** Whether a line of allowed_signers gives its key, or a certificate of its authority, the role admin. */
export function isAdminLine(policy: SignaturePolicy, { key, literals, isAuthority }: AllowedSigner): boolean {
  const fingerprints = isAuthority ? [] : [key.fingerprint];
  return signerEntry(policy, fingerprints, literals)?.roles.includes(adminRole) ?? false;
}

/**
 * The fingerprints of all trusted keys by which an admin signs: of SSH keys, of authorities that certify an admin's key, and of every
 * key of an OpenPGP certificate that is an admin's.
 */
export function adminKeys(
  policy: SignaturePolicy,
  allowedSigners: readonly AllowedSigner[],
  blocks: readonly CertificateBlock[],
  principals: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const plain = new Set(allowedSigners.flatMap(({ key, isAuthority }) => (isAuthority ? [] : key.fingerprint)));
  // A key that is named and on no line of its own can only be one that an authority certifies.
  const certified = policy.signers.some(({ key, roles }) => {
    const fingerprint = normalFingerprint(key);
    return roles.includes(adminRole) && fingerprint?.startsWith('SHA256:') === true && !plain.has(fingerprint);
  });
  for (const line of allowedSigners) {
    if (isAdminLine(policy, line) || (line.isAuthority && certified)) keys.add(line.key.fingerprint);
  }
  for (const { primary, subkeys } of blocks) {
    const fingerprints = [primary, ...subkeys].map(({ about }) => about.fingerprint);
    const address = principals.get(primary.about.fingerprint);
    const entry = signerEntry(policy, fingerprints, address === undefined ? [] : [address]);
    if (entry?.roles.includes(adminRole)) for (const fingerprint of fingerprints) keys.add(fingerprint);
  }
  return keys;
}
