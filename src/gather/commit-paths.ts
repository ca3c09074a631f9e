import type { CommitPaths, Repository } from '../git/repository.ts';
import type { SignaturePolicy } from '../policy/policy.ts';
import { isAdmin, type VerifiedCommit } from '../signature/model/signature.ts';

/**
 * The paths each commit touches, where a verdict can depend on them: where signers are demanded for paths or rules, and where an
 * admin signed a commit. Without an admin's signature `gate-changed` comes to the same whatever the paths are.
 */
export async function readCommitPaths(
  repository: Repository,
  ids: readonly string[],
  commits: readonly VerifiedCommit[],
  { requirements }: SignaturePolicy,
): Promise<ReadonlyMap<string, CommitPaths>> {
  const isWanted = requirements.length > 0 || commits.some(({ signature }) => isAdmin(signature));
  return isWanted ? repository.commitPaths(ids) : new Map();
}
