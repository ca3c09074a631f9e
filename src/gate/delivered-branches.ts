import { matchGlob } from '../policy/glob.ts';
import type { Unjudged } from '../unjudged.ts';

/** What one policy says of the branches that clusters are delivered from. */
export interface DeliveredBranches {
  /** Globs of short names; undefined where it names none. */
  readonly branches: readonly string[] | undefined;
  /** Which policy it is, for messages. */
  readonly policy: string;
  /** Why it is not known what the policy says. */
  readonly unknown?: string;
}

/**
 * Whether a verdict on a merge into `branch` counts. A required check is on the head commit, so that a pass against a branch
 * that the author made would count for every other one too: where a policy names the delivered branches, a change into another
 * branch, or into one that is not known by name, is not judged.
 */
export function judgeBranch(
  branch: string | undefined,
  policies: readonly DeliveredBranches[],
  defaultBranch: string | undefined,
): { readonly unjudged: readonly Unjudged[]; readonly notes: readonly string[] } {
  const refusing = policies.filter(({ branches }) => branches !== undefined && !covers(branches, branch));
  const unjudged = [
    ...policies.flatMap(({ policy, unknown }) => (unknown === undefined ? [] : [unread(branch, policy, unknown)])),
    ...(refusing.length > 0 ? [refusal(branch, refusing)] : []),
  ];
  const isNamed = policies.some(({ branches, unknown }) => branches !== undefined || unknown !== undefined);
  if (isNamed || branch === defaultBranch) return { unjudged, notes: [] };
  if (branch === undefined) return { unjudged, notes: [noBranch] };
  const note = `This verdict counts for a merge into ${branch}, and for no other branch. No policy names the branches that are delivered from: state them as branches in the policy of the default branch.`;
  return { unjudged, notes: [note] };
}

const noBranch =
  'The base is a commit or a tag: this verdict is about the change from there, and counts for a merge into no branch.';

function covers(globs: readonly string[], branch: string | undefined): boolean {
  return branch !== undefined && globs.some((glob) => matchGlob(glob, branch));
}

function unread(branch: string | undefined, policy: string, unknown: string): Unjudged {
  return {
    what: `Whether ${branch ?? 'the target'} is a branch that is delivered from is not known: ${policy} cannot be read (${unknown}).`,
    remedy: 'Fix it there first, or fetch that branch.',
  };
}

function refusal(branch: string | undefined, refusing: readonly DeliveredBranches[]): Unjudged {
  const allowed = refusing.map(({ policy, branches = [] }) => `${policy} allows ${branches.join(', ')}`).join('; ');
  if (branch === undefined) {
    const what = `The base is neither a branch nor what the default branch points to, so it is not known for which branch a verdict would count: ${allowed}.`;
    return { what, remedy: 'Name the branch itself as base.' };
  }
  return {
    what: `A change into ${branch} is not judged, because nothing is delivered from there: ${allowed}.`,
    remedy: 'Retarget it to one of these branches, or have an admin add this one to branches.',
  };
}
