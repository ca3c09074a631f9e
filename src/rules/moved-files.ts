import type { TouchedFile } from '../kube/touched-file.ts';

/**
 * What to say of a finding in a file that is the same at another place, in another scope: there a move is a loss and an addition
 * (how-it-judges.md, "Scopes"), unless both folders are of one cluster, which only the policy can say.
 */
export function moveNotes(touched: readonly TouchedFile[]): ReadonlyMap<string, string> {
  const scopes = new Map(touched.map(({ path, scope }) => [path, scope]));
  const notes = new Map<string, string>();
  for (const { path, scope, movedFrom } of touched) {
    if (movedFrom === undefined || scopes.get(movedFrom) === scope) continue;
    notes.set(movedFrom, `The same file is ${path} now, in another scope. ${remedy}`);
    notes.set(path, `The same file was ${movedFrom} before, in another scope. ${remedy}`);
  }
  return notes;
}

const remedy = 'Where both are one cluster, an entry of clusters in the policy says so.';
