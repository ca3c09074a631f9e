import { type FileChange, mergedChanges } from './candidates/candidate.ts';
import { bytesOf, type Workbench } from './candidates/workbench.ts';
import { applyEdits } from './edit/edit.ts';

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
    } else if (file.after !== undefined) {
      const { mode, text } = file.after;
      files.set(change.path, { mode, bytes: bytesOf(applyEdits(text, change.edits), file.after) });
    }
  }
  return files;
}
