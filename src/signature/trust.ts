import type { SignaturePolicy, TrustedFiles } from '../policy/policy.ts';
import { type AllowedSigner, readAllowedSigners } from './allowed-signers.ts';
import { readRevokedKeys } from './revoked-keys.ts';
import type { TrustProblem } from './trust-problem.ts';

/** The keys the base branch trusts, read once for all commits of a range. */
export interface Trust {
  readonly policy: SignaturePolicy;
  readonly allowedSigners: readonly AllowedSigner[];
  /** Fingerprints as `normalFingerprint` writes them. */
  readonly revoked: ReadonlySet<string>;
  /** Whether the base trusts any key at all; the forges' built-in keys do not count. */
  readonly trustsKeys: boolean;
  readonly problems: readonly TrustProblem[];
}

export async function loadTrust(files: TrustedFiles, policy: SignaturePolicy): Promise<Trust> {
  const allowed = files.allowedSigners === undefined ? undefined : readAllowedSigners(files.allowedSigners);
  const revoked = files.revoked === undefined ? undefined : readRevokedKeys(files.revoked);
  return {
    policy,
    allowedSigners: allowed?.signers ?? [],
    revoked: revoked?.fingerprints ?? new Set(),
    trustsKeys: [files.allowedSigners, ...files.openpgp, ...files.x509].some((file) => file !== undefined),
    problems: [...(allowed?.problems ?? []), ...(revoked?.problems ?? [])],
  };
}
