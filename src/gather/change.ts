import type { Range } from '../git/range/range.ts';
import type { CommitPaths, Repository } from '../git/repository.ts';
import type { Policy } from '../policy/policy.ts';
import { isInFolder } from '../policy/trusted-folder.ts';
import type { Change } from '../rules/evidence.ts';
import { isAdmin, isGood, type Signature, type VerifiedCommit } from '../signature/model/signature.ts';
import { mayHaveAdmin } from '../signature/trust/admin-keys.ts';
import type { Verification } from './commits.ts';
import { readControlFiles } from './gate/read-control-files.ts';
import type { Manifests } from './manifests.ts';
import type { Trees } from './trees.ts';

/** What rules see of the change itself, apart from what families make of it. */
export async function readChange(
  repository: Repository,
  range: Range,
  { commits }: Verification,
  { before, after }: Trees,
  { touched }: Manifests,
  policy: Policy,
): Promise<Change> {
  const controlFiles = await readControlFiles(repository, before, touched);
  return {
    range,
    commits,
    commitPaths: await readCommitPaths(
      repository,
      range.commits,
      commits,
      touched.map(({ path }) => path),
      policy,
    ),
    before,
    after,
    touched,
    ...(controlFiles === undefined ? {} : { controlFiles }),
  };
}

/**
 * The paths each commit touches, where a verdict can depend on them: where signers are demanded for paths or rules, where an
 * admin signed a commit, and where the gate's folder changes (`touched` are the paths that differ) while the base names no admin.
 * Without such a signature `gate-changed` comes to the same whatever the paths are.
 */
async function readCommitPaths(
  repository: Repository,
  ids: readonly string[],
  commits: readonly VerifiedCommit[],
  touched: readonly string[],
  policy: Policy,
): Promise<ReadonlyMap<string, CommitPaths>> {
  const signs = (is: (signature: Signature) => boolean) => commits.some(({ signature }) => is(signature));
  const isWanted =
    policy.signatures.requirements.length > 0 ||
    signs(isAdmin) ||
    (!mayHaveAdmin(policy) && touched.some((path) => isInFolder(path, policy.folder)) && signs(isGood));
  return isWanted ? repository.commitPaths(ids) : new Map();
}
