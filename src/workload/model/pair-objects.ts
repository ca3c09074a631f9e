import { addTo, groupBy } from '../../groups.ts';

/** Something of a repository's file that has a name. */
interface Named {
  readonly resource: { readonly file: string };
}

/** What something was before the change; undefined where it is new, or gone. */
export interface ObjectPair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * Each thing with its former self: of the same key the one in the same file, else one that left another file (a move). What
 * both sides share is left out: it is in unchanged files.
 */
export function pairObjects<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly ObjectPair<T>[] {
  const [old, now] = [new Set(before.map(({ resource }) => resource)), new Set(after.map(({ resource }) => resource))];
  const former = groupBy(
    before.filter(({ resource }) => !now.has(resource)),
    keyOf,
  );
  const pairs: ObjectPair<T>[] = [];
  const open = new Map<string, T[]>();
  for (const item of after.filter(({ resource }) => !old.has(resource))) {
    const copies = former.get(keyOf(item)) ?? [];
    const own = copies.findIndex(({ resource }) => resource.file === item.resource.file);
    if (own < 0) addTo(open, keyOf(item), item);
    else pairs.push({ before: copies.splice(own, 1)[0], after: item });
  }
  for (const [key, items] of open) {
    for (const item of items) pairs.push({ before: former.get(key)?.shift(), after: item });
  }
  return [...pairs, ...[...former.values()].flat().map((item) => ({ before: item, after: undefined }))];
}
