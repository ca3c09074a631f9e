import { X509Certificate } from 'node:crypto';
import type { TrustedFile } from '../../../policy/policy.ts';
import type { PolicyProblem } from '../../../policy/read-policy.ts';
import { readTrustedFolder } from '../../../policy/read-trusted-folder.ts';
import { type FolderEntry, trustedKind } from '../../../policy/trusted-folder.ts';
import type { TrustProblem } from '../../../signature/model/trust-problem.ts';
import { readCertificateBlocks } from '../../../signature/openpgp/openpgp-keyring.ts';
import { readAllowedSigners } from '../../../signature/trust/allowed-signers.ts';
import { readRevokedKeys } from '../../../signature/trust/revoked-keys.ts';

/** Everything that keeps the gate's folder from being read as a whole: its policy, its links, its key files. */
export function folderProblems(
  entries: readonly FolderEntry[],
  folder: string,
  ruleIds: readonly string[] | undefined,
): readonly PolicyProblem[] {
  const keys = entries.flatMap(({ path, mode, bytes }) =>
    bytes && mode.startsWith('100') ? keyProblems(trustedKind(path, folder), { path, bytes }) : [],
  );
  return [
    ...readTrustedFolder(entries, folder, ruleIds).problems,
    ...keys.map(({ file, line = 1, what }) => ({ file, line, column: 1, what, fix: 'fix it, or take it out' })),
  ];
}

function keyProblems(kind: string | undefined, file: TrustedFile): readonly TrustProblem[] {
  if (kind === 'allowed') return readAllowedSigners(file).problems;
  if (kind === 'revoked') return readRevokedKeys(file).problems;
  if (kind === 'openpgp') return readCertificateBlocks([file]).problems;
  return kind === 'x509' ? rootProblems(file) : [];
}

function rootProblems({ path, bytes }: TrustedFile): readonly TrustProblem[] {
  try {
    new X509Certificate(bytes);
    return [];
  } catch {
    return [{ file: path, line: undefined, what: 'The file holds no X.509 certificate.' }];
  }
}
