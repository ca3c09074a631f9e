import type { SignaturePolicy } from '../../policy/policy.ts';
import type { TrustProblem } from '../model/trust-problem.ts';
import type { Keyring } from '../openpgp/openpgp-keyring.ts';
import type { AllowedSigner } from './allowed-signers.ts';

/** The keys the base branch trusts, read once for all commits of a range. */
export interface Trust {
  readonly policy: SignaturePolicy;
  /** The lines of allowed_signers by the key they name, `SshPublicKey.line`. */
  readonly allowedSigners: ReadonlyMap<string, readonly AllowedSigner[]>;
  readonly keyring: Keyring;
  /** The address an OpenPGP key goes by, by the fingerprint of its primary key. */
  readonly openpgpPrincipals: ReadonlyMap<string, string>;
  /** Fingerprints of the keys by which an admin signs. */
  readonly adminKeys: ReadonlySet<string>;
  /** Fingerprints as `normalFingerprint` writes them. */
  readonly revoked: ReadonlySet<string>;
  /** Whether the base trusts any key at all, readable or not; the forges' built-in keys do not count. */
  readonly trustsKeys: boolean;
  /** The entries of the policy's signers that name no key. */
  readonly unnamedSigners: readonly string[];
  /** What could not be read of the key material. */
  readonly problems: readonly TrustProblem[];
}
