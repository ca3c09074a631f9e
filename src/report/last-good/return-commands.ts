import { quoted } from '../shell-word.ts';
import type { LastGood } from './last-good.ts';

/** The commands that bring the good commit's files back, by who delivers them. The gate runs none of them. */
export interface ReturnCommands {
  /** A branch whose one new commit has the good commit's files. */
  readonly git: readonly string[];
  /** The same by taking out only the commits that brought something bad, newest first; empty where that takes nothing away. */
  readonly revert: readonly string[];
  readonly argocd: readonly string[];
  readonly flux: readonly string[];
}

/** Commits that are reverted one by one; more are easier to leave with the files of the good one. */
const mostReverts = 10;

/** What to type for a return. Ids are git's own hexadecimal digits; a name is quoted for the shell. */
export function returnCommands({ good, head, bad, kept }: LastGood): ReturnCommands {
  const except = kept === undefined ? '' : ` ${quoted(`:(top,exclude)${kept}`)}`;
  const culprits = bad.filter(({ isContent }) => isContent).reverse();
  const canRevert = culprits.length <= mostReverts && bad.every(({ state }) => state === 'blocked');
  return {
    git: [
      `git switch --no-track -c return-to-${good.id.slice(0, 12)} ${head.id}`,
      `git restore --source=${good.id} --staged --worktree -- :/${except}`,
      `git commit -S -m "Return to ${good.id}"`,
    ],
    revert: canRevert
      ? culprits.map(({ commit }) => `git revert --no-edit -S ${commit.parents.length > 1 ? '-m 1 ' : ''}${commit.id}`)
      : [],
    argocd: [
      `argocd app set APP --sync-policy none`,
      `argocd app set APP --revision ${good.id}`,
      'argocd app sync APP --prune',
    ],
    flux: [
      'flux suspend kustomization flux-system',
      `kubectl -n flux-system patch gitrepository NAME --type merge -p '{"spec":{"ref":{"commit":"${good.id}"}}}'`,
      'flux reconcile source git NAME',
    ],
  };
}
