import type { SignaturePolicy } from '../../policy/policy.ts';
import { sameEmail } from '../model/email.ts';
import type { AllowedSigner } from './allowed-signers.ts';
import { normalFingerprint } from './revoked-keys.ts';

/**
 * The entries of `signatures.signers` that name nobody: neither a fingerprint, nor a literal principal of allowed_signers, nor the
 * address of one OpenPGP key (`openpgpPrincipals`). What they say of roles and addresses holds for no key.
 */
export function unnamedSigners(
  { signers }: SignaturePolicy,
  allowedSigners: readonly AllowedSigner[],
  principals: ReadonlyMap<string, string>,
): readonly string[] {
  const names = [...allowedSigners.flatMap(({ literals }) => literals), ...principals.values()];
  const exact = new Set(names);
  return signers
    .map(({ key }) => key)
    .filter((key) => normalFingerprint(key) === undefined && !exact.has(key))
    .filter((key) => !names.some((name) => sameEmail(name, key)));
}
