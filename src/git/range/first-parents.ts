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

/** Other beginnings of a history that are looked at one by one; what is beyond counts as one. */
const mostBeginnings = 20;

/**
 * The commits without a parent on which more of a history was built than on `root`: whoever merges a branch into a new beginning
 * makes that the one that first parents lead to. As far as the history is here.
 */
export async function olderBeginnings(git: GitDirectory, head: ObjectId, root: ObjectId): Promise<readonly ObjectId[]> {
  const cut = git.shallow();
  const all = (await revisions(git, ['--max-parents=0', head])) ?? [];
  const others = all.filter((id) => id !== root && !cut.has(id));
  if (others.length === 0) return [];
  const own = await builtOn(git, head, root);
  const older: ObjectId[] = [];
  for (const [index, id] of others.entries())
    if (index >= mostBeginnings || (await builtOn(git, head, id)) > own) older.push(id);
  return older;
}

async function builtOn(git: GitDirectory, head: ObjectId, root: ObjectId): Promise<number> {
  const commits = await revisions(git, ['--ancestry-path', head, `^${root}`]);
  return commits?.length ?? Number.POSITIVE_INFINITY;
}
