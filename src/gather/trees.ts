import type { Tree, TreeEntry } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository, TreeChange } from '../git/repository.ts';

/** The two trees that are compared, and the paths in which they differ. */
export interface Trees {
  readonly before: Tree;
  readonly after: Tree;
  readonly changes: readonly TreeChange[];
}

/** Reads which files differ; all empty where the range compares no trees. Throws MissingObjectsError. */
export async function readTrees(repository: Pick<Repository, 'changes' | 'tree'>, range: Range): Promise<Trees> {
  const changes = range.after === undefined ? [] : await repository.changes(range.before, range.after);
  if (range.after === undefined || changes.length === 0) return { before: new Map(), after: new Map(), changes };
  const after = await repository.tree(range.after);
  // The tree before follows from the tree after and the difference: one listing serves both.
  const before = new Map<string, TreeEntry>(after);
  for (const change of changes) {
    if (change.before === undefined) before.delete(change.path);
    else before.set(change.path, change.before);
  }
  return { before, after, changes };
}
