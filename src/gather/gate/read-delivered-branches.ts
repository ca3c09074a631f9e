import { type DeliveredBranches, judgeBranch } from '../../gate/delivered-branches.ts';
import type { Range } from '../../git/range/range.ts';
import { AbsentRefError, type Repository } from '../../git/repository.ts';
import type { Inputs } from '../../inputs.ts';
import type { Policy } from '../../policy/policy.ts';
import { readTrustedFolder } from '../../policy/read-trusted-folder.ts';
import { policyFolder } from '../../policy/trusted-folder.ts';
import type { Unjudged } from '../../unjudged.ts';
import { folderOf } from './read-trusted-folder.ts';

/** Changes that are merged or pushed into a branch. */
const intoBranch: ReadonlySet<Range['kind']> = new Set(['request', 'queue', 'push', 'new-branch']);

/**
 * Whether a verdict counts for a branch that is delivered from: the base's policy and the default branch's must both allow it, because
 * the author of a change chooses its target, and may have made it. Throws MissingObjectsError.
 */
export async function readDeliveredBranches(
  repository: Repository,
  range: Range,
  base: Policy,
  inputs: Pick<Inputs, 'defaultBranch' | 'policyPath' | 'remote'>,
): Promise<{ readonly unjudged: readonly Unjudged[]; readonly notes: readonly string[] }> {
  if (!intoBranch.has(range.kind)) return { unjudged: [], notes: [] };
  const ref = inputs.defaultBranch ?? (await repository.defaultBranch());
  const defaultBranch = ref?.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
  const own: DeliveredBranches = { branches: base.branches, policy: base.source ?? 'the policy' };
  const isOther = ref !== undefined && defaultBranch !== range.branch && (await isThere(repository, ref, inputs));
  const others = isOther ? [await branchesOf(repository, ref, `${defaultBranch}`, inputs.policyPath)] : [];
  // Of the commits of a branch only its tip is what a change is merged into: an earlier one, or one that a merge brought, may hold anything.
  const isTip = isOther && range.branch === undefined && range.target === (await repository.resolve(ref, 'commit'));
  return judgeBranch(isTip ? defaultBranch : range.branch, [own, ...others], defaultBranch);
}

/** Fetches the tip of the forge's default branch. A forge's repository may have a default branch in name only. */
async function isThere(
  repository: Repository,
  ref: string,
  { defaultBranch, remote }: Pick<Inputs, 'defaultBranch' | 'remote'>,
): Promise<boolean> {
  if (defaultBranch === undefined || remote === undefined) return true;
  try {
    await repository.fetch([ref]);
    return true;
  } catch (error) {
    if (error instanceof AbsentRefError) return false;
    throw error;
  }
}

/** What the policy at the tip of a branch says; why it is not known where it cannot be read. */
async function branchesOf(
  repository: Repository,
  ref: string,
  name: string,
  policyPath: string,
): Promise<DeliveredBranches> {
  const policy = `the policy of the default branch ${name}`;
  const tip = await repository.resolve(ref, 'commit');
  if (tip === undefined) return { branches: undefined, policy, unknown: `${ref} is not in this clone` };
  const { entries, folder } = await folderOf(repository, tip, policyFolder(policyPath));
  const { policy: read, problems } = readTrustedFolder(entries, folder);
  const [problem] = problems;
  if (problem === undefined) return { branches: read.branches, policy };
  return { branches: undefined, policy, unknown: `${problem.file}:${problem.line}: ${problem.what}` };
}
