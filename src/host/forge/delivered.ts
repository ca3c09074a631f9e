import { matchGlob } from '../../policy/glob.ts';

/** Whether the name of a delivered branch in the policy is a pattern of several. */
export const isPattern = (name: string) => /[*?[\]{}!]/.test(name);

/** The delivered branches on a forge. */
export interface DeliveredBranches {
  readonly names: readonly string[];
  /** Patterns that no branch matches. */
  readonly unmatched: readonly string[];
}

/** The branches that a policy delivers from: those it names, and of those that are there what its patterns match. */
export function deliveredBranches(globs: readonly string[], there: readonly string[]): DeliveredBranches {
  const patterns = globs.filter(isPattern);
  const plain = globs.filter((glob) => !isPattern(glob));
  const matched = there.filter((name) => patterns.some((pattern) => matchGlob(pattern, name)));
  return {
    names: [...new Set([...plain, ...matched])],
    unmatched: patterns.filter((pattern) => !there.some((name) => matchGlob(pattern, name))),
  };
}

/** More delivered branches are not looked at in one run. */
export const mostBranches = 30;
