import { posix } from 'node:path';
import { isKustomization } from '../../kube/kustomization.ts';
import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import type { Edit } from '../edit/edit.ts';
import { removal, slotAt } from '../edit/slot.ts';
import type { FileChange } from './candidate.ts';
import type { Workbench, WorkFile } from './workbench.ts';

/** What else goes with a new file or folder: entries of the change's kustomizations that name it, and a new kustomization that then names nothing. */
export function unlisted(path: string, bench: Workbench, above: readonly string[] = []): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (const { path: at } of bench.touched) {
    const work = isKustomization(at) && at !== path && !above.includes(at) ? bench.file(at) : undefined;
    if (work !== undefined) changes.push(...without(path, work, bench, above));
  }
  return changes;
}

function without(path: string, work: WorkFile, bench: Workbench, above: readonly string[]): readonly FileChange[] {
  const { path: at, after, before } = work;
  const folder = posix.dirname(at);
  const named = (after?.trees ?? []).flatMap(({ root }) =>
    entriesNaming(root, (name) => posix.join(folder, name) === path, []).map((entry) => ({ root, entry })),
  );
  if (named.length === 0) return [];
  const items = (after?.trees ?? []).reduce((sum, { root }) => sum + countItems(root), 0);
  // An empty kustomization is an error of kustomize.
  if (before === undefined && items === named.length)
    return [{ kind: 'remove', path: at }, ...unlisted(folder, bench, [...above, at])];
  const edits = named.flatMap(({ root, entry }) => takenOut(after?.text ?? '', root, entry, before?.text ?? '') ?? []);
  if (edits.length > 0) return [{ kind: 'edit', path: at, edits }];
  return before === undefined ? [] : [{ kind: 'restore', path: at }];
}

/** Takes an item out, with its list where it is the only one. */
function takenOut(text: string, root: Node, path: Path, former: string): Edit | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const slot = slotAt(text, root, path.slice(0, depth));
    const edit = slot && removal(slot, former);
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/** The paths of list items that name a file, themselves or by their `path`. */
export function entriesNaming(node: Node, isIt: (name: string) => boolean, path: Path): readonly Path[] {
  const own = (node.items ?? []).flatMap((item, index) => {
    const names = [item.value, item.entries?.get('path')?.node.value];
    const isNamed = names.some((name) => typeof name === 'string' && isIt(name));
    return isNamed ? [[...path, index]] : entriesNaming(item, isIt, [...path, index]);
  });
  const below = [...(node.entries ?? [])].flatMap(([key, { node: value }]) =>
    entriesNaming(value, isIt, [...path, key]),
  );
  return [...own, ...below];
}

function countItems({ items = [], entries }: Node): number {
  return items.length + [...(entries?.values() ?? [])].reduce((sum, { node }) => sum + countItems(node), 0);
}
