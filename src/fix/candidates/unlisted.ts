import { isKustomization } from '../../kube/kustomization.ts';
import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import type { Edit } from '../edit/edit.ts';
import { removal, slotAt } from '../edit/slot.ts';
import type { FileChange } from './candidate.ts';
import type { Workbench } from './workbench.ts';

/** What else goes with a new file: entries of the change's kustomizations that name it. */
export function unlisted(path: string, bench: Workbench): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (const { path: at } of bench.touched) {
    const folder = at.slice(0, at.lastIndexOf('/') + 1);
    if (!isKustomization(at) || !path.startsWith(folder)) continue;
    const { after, before } = bench.file(at) ?? {};
    const name = path.slice(folder.length);
    const edits: Edit[] = [];
    let isNamed = false;
    for (const { root } of after?.trees ?? []) {
      for (const entry of entriesNaming(root, name, [])) {
        isNamed = true;
        const edit = takenOut(after?.text ?? '', root, entry, before?.text ?? '');
        if (edit !== undefined) edits.push(edit);
      }
    }
    // Where it is the only entry, the kustomization as it was did without it.
    if (isNamed && edits.length === 0 && before !== undefined) changes.push({ kind: 'restore', path: at });
    if (edits.length > 0) changes.push({ kind: 'edit', path: at, edits });
  }
  return changes;
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

function* entriesNaming(node: Node, name: string, path: Path): Generator<Path> {
  for (const [index, item] of (node.items ?? []).entries()) {
    const at = [...path, index];
    const isNamed = item.value === name || item.value === `./${name}` || item.entries?.get('path')?.node.value === name;
    if (isNamed) yield at;
    else yield* entriesNaming(item, name, at);
  }
  for (const [key, { node: value }] of node.entries ?? []) yield* entriesNaming(value, name, [...path, key]);
}
