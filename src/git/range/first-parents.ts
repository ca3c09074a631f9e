import type { ObjectId } from '../object/object.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import { deepening, revisions } from './history.ts';

/**
 * A commit and what it was built on, newest first: of merges only the first parent, which is the branch that was merged into. At most
 * `most` commits. Throws MissingObjectsError where the history is cut off before that.
 */
export function firstParents(git: GitDirectory, head: ObjectId, most: number): Promise<readonly ObjectId[]> {
  return deepening(git, [head], async (cut) => {
    const line = await revisions(git, ['--first-parent', `--max-count=${most}`, head]);
    const last = line?.at(-1);
    return line !== undefined && line.length < most && last !== undefined && cut.has(last) ? undefined : line;
  });
}
