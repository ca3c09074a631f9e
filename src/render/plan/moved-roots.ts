import { scopeOf } from '../../kube/scope.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { Root } from '../model/root.ts';

type Roots = ReadonlyMap<string, Root>;

/**
 * What roots of the head's side were whose declaring object is in another file now, by their ids: the only one of its kind and name that
 * is gone from the same scope. A declaration in another scope is another cluster's.
 */
export function movedRoots(before: Roots, after: Roots, clusters: readonly ClusterEntry[]): Roots {
  const gone = byDeclaration(before, after, clusters);
  const moved = new Map<string, Root>();
  for (const [key, roots] of byDeclaration(after, before, clusters)) {
    const [root] = roots;
    const [former] = gone.get(key) ?? [];
    const isOne = roots.length === 1 && gone.get(key)?.length === 1;
    if (isOne && root !== undefined && former !== undefined) moved.set(root.id, former);
  }
  return moved;
}

/** The roots of one side that the other does not have, by what declares them, whatever its file. */
function byDeclaration(
  side: Roots,
  other: Roots,
  clusters: readonly ClusterEntry[],
): ReadonlyMap<string, readonly Root[]> {
  const found = new Map<string, Root[]>();
  for (const [id, root] of side) {
    if (root.declared === undefined || other.has(id)) continue;
    const { file } = root.declared;
    const key = JSON.stringify([root.kind, id.replace(` (${file})`, ''), scopeOf(file, clusters)]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [root]);
    else known.push(root);
  }
  return found;
}
