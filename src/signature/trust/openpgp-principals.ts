import { normalEmail } from '../model/email.ts';
import type { CertificateBlock } from '../openpgp/openpgp-certificate-block.ts';
import { userEmail } from '../openpgp/user-id.ts';
import type { AllowedSigner } from './allowed-signers.ts';

/**
 * The address each OpenPGP key goes by, by the fingerprint of its primary key. User ids are what a key says of itself, so that an
 * address names a key only where it is the key's one address and no other trusted key has it: a further user id takes nobody's
 * role. Valid or not, every user id counts here.
 */
export function openpgpPrincipals(
  blocks: readonly CertificateBlock[],
  allowedSigners: readonly AllowedSigner[],
): ReadonlyMap<string, string> {
  const addresses = new Map<string, Set<string>>();
  const owners = new Map<string, Set<string>>();
  for (const { primary, users } of blocks) {
    const { fingerprint } = primary.about;
    for (const { about } of users) {
      const email = userEmail(about.toString('utf8'));
      if (email === undefined) continue;
      add(addresses, fingerprint, normalEmail(email));
      add(owners, normalEmail(email), fingerprint);
    }
  }
  for (const { literals, key } of allowedSigners) {
    for (const literal of literals) add(owners, normalEmail(literal), key.fingerprint);
  }
  const principals = new Map<string, string>();
  for (const [fingerprint, own] of addresses) {
    const [address = '', ...more] = own;
    if (more.length === 0 && owners.get(address)?.size === 1) principals.set(fingerprint, address);
  }
  return principals;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
