import { groupBy } from '../../groups.ts';
import type { SignaturePolicy, TrustedFiles } from '../../policy/policy.ts';
import { keyringOf, readCertificateBlocks } from '../openpgp/openpgp-keyring.ts';
import { adminKeys } from './admin-keys.ts';
import { readAllowedSigners } from './allowed-signers.ts';
import { openpgpPrincipals } from './openpgp-principals.ts';
import { readRevokedKeys } from './revoked-keys.ts';
import type { Trust } from './trust.ts';
import { unnamedSigners } from './unnamed-signers.ts';

/** Reads the keys of the base's `.gitops-gate/`. Whatever cannot be read is named in `problems`; nothing throws. */
export function loadTrust(files: TrustedFiles, policy: SignaturePolicy): Trust {
  const allowed = files.allowedSigners === undefined ? undefined : readAllowedSigners(files.allowedSigners);
  const revoked = files.revoked === undefined ? undefined : readRevokedKeys(files.revoked);
  const openpgp = readCertificateBlocks(files.openpgp);
  const unreadable = [allowed, openpgp].flatMap((each) => each?.problems ?? []);
  const lines = allowed?.signers ?? [];
  const allowedSigners = groupBy(lines, ({ key }) => key.line);
  const principals = openpgpPrincipals(openpgp.blocks, lines);
  return {
    policy,
    allowedSigners,
    keyring: keyringOf(openpgp.blocks),
    openpgpPrincipals: principals,
    adminKeys: adminKeys(policy, lines, openpgp.blocks, principals),
    revoked: revoked?.fingerprints ?? new Set(),
    trustsKeys: allowedSigners.size + openpgp.blocks.length + files.x509.length + unreadable.length > 0,
    unnamedSigners: unnamedSigners(policy, lines, principals),
    problems: [...unreadable, ...(revoked?.problems ?? [])],
  };
}
