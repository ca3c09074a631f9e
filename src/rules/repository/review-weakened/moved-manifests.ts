import { identityKey } from '../../../kube/identity/identity-key.ts';
import type { FileSide, TouchedFile } from '../../../kube/touched-file.ts';

/** A manifest that is in another file than before. */
export interface MovedManifest {
  readonly path: string;
  readonly from: string;
}

/** The new files with the content of one that is gone, or with an object of one. */
export function movedManifests(touched: readonly TouchedFile[]): readonly MovedManifest[] {
  const places = new Map<string, string>();
  for (const { path, before, after } of touched) {
    if (before === undefined || after !== undefined) continue;
    for (const object of objectsOf(before)) if (!places.has(object)) places.set(object, path);
  }
  return touched.flatMap(({ path, before, after, movedFrom }) => {
    if (before !== undefined || after === undefined) return [];
    const from = movedFrom ?? objectsOf(after).flatMap((object) => places.get(object) ?? [])[0];
    return from === undefined ? [] : [{ path, from }];
  });
}

function objectsOf({ resources }: FileSide): readonly string[] {
  return resources.map(identityKey);
}
