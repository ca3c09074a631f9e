import { type FileChange, mergedChanges } from './candidates/candidate.ts';
import { bytesOf, type Side, type Workbench } from './candidates/workbench.ts';
import { applyEdits } from './edit/edit.ts';
import { lineBreakOf } from './edit/lines.ts';

/** A file after the fix: its bytes and mode; undefined where the fix takes it out. */
export type PatchedFile = { readonly mode: string; readonly bytes: Buffer } | undefined;

/** The files that changes leave, by path. */
export function patchedFiles(changes: readonly FileChange[], bench: Workbench): ReadonlyMap<string, PatchedFile> {
  const files = new Map<string, PatchedFile>();
  for (const change of mergedChanges(changes)) {
    const file = bench.file(change.path)?.file;
    if (change.kind === 'remove' || file === undefined) files.set(change.path, undefined);
    else if (change.kind === 'restore') {
      files.set(change.path, file.before && { mode: file.before.mode, bytes: file.before.bytes });
    } else if (change.kind === 'documents') {
      const { before } = bench.file(change.path) ?? {};
      files.set(
        change.path,
        file.before &&
          before && { mode: file.before.mode, bytes: bytesOf(documentsOf(before, change.starts), file.before) },
      );
    } else if (file.after !== undefined) {
      const { mode, text } = file.after;
      files.set(change.path, { mode, bytes: bytesOf(applyEdits(text, change.edits), file.after) });
    }
  }
  return files;
}

/** A file of some of its documents, in their order. */
function documentsOf({ text, trees = [] }: Side, starts: ReadonlySet<number>): string {
  if (trees.every(({ start }) => starts.has(start))) return text;
  const br = lineBreakOf(text);
  const kept = trees.filter(({ start }) => starts.has(start)).map(({ start, end }) => text.slice(start, end).trimEnd());
  return `${kept.join(`${br}---${br}`)}${br}`;
}
