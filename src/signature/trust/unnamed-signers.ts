import type { SignaturePolicy } from '../../policy/policy.ts';
import { sameEmail } from '../model/email.ts';
import type { AllowedSigner } from './allowed-signers.ts';
import { normalFingerprint } from './revoked-keys.ts';
import type { Trust } from './trust.ts';

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

/** Names in the note: the first ones are enough to find the rest. */
const mostNamed = 5;

/** What a reader should know of how the policy names signers. */
export function signerNotes({ trustsKeys, unnamedSigners }: Pick<Trust, 'trustsKeys' | 'unnamedSigners'>): string[] {
  if (!trustsKeys || unnamedSigners.length === 0) return [];
  const more = unnamedSigners.length > mostNamed ? ` and ${unnamedSigners.length - mostNamed} more` : '';
  const names = `${unnamedSigners.slice(0, mostNamed).join(', ')}${more}`;
  return [
    `signatures.signers names ${names}, which is not a literal principal of allowed_signers and not the only address of one OpenPGP key: what it says holds for nobody. Name the key by its whole fingerprint.`,
  ];
}
