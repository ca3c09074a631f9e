import { addTo, groupBy } from '../../groups.ts';
import { isSameObject } from '../../kube/identity/same-object.ts';
import type { Resource } from '../../kube/resource.ts';

/** Something of an object that has a name. */
interface Named {
  readonly resource: Resource;
}

/** What something was before the change; undefined where it is new, or gone. */
export interface ObjectPair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Of a further definition of something that is still defined elsewhere: its other definitions before the change. */
  readonly others?: readonly T[];
}

/**
 * Each thing with its former self: of the same key the one in the same file, else one that left another file (a move), else one that is
 * still there: of several definitions of an object the cluster gets the one that is applied last, and nobody knows which that is. What
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
  const known = open.size === 0 ? undefined : groupBy(before, keyOf);
  for (const [key, items] of open) {
    for (const item of items) {
      const moved = former.get(key)?.shift();
      pairs.push(moved === undefined ? furtherOf(item, known?.get(key) ?? []) : { before: moved, after: item });
    }
  }
  return [...pairs, ...[...former.values()].flat().map((item) => ({ before: item, after: undefined }))];
}

/** A definition of what has others already with these, those of its own file first. */
function furtherOf<T extends Named>(item: T, definitions: readonly T[]): ObjectPair<T> {
  const { resource } = item;
  const same = definitions.filter((each) => isSameObject(each.resource, resource));
  const own = same.filter((each) => each.resource.file === resource.file);
  const [before, ...others] = [...own, ...same.filter((each) => each.resource.file !== resource.file)];
  return { before, after: item, ...(others.length === 0 ? {} : { others }) };
}

/** What is found of each pair; of a further definition the least that is found by any of the definitions before the change. */
export function judgePairs<T, F>(
  pairs: readonly ObjectPair<T>[],
  judge: (before: T | undefined, after: T | undefined) => readonly F[],
): readonly F[] {
  return pairs.flatMap(({ before, after, others = [] }) => {
    const found = judge(before, after);
    return found.length > 0 && others.some((other) => judge(other, after).length === 0) ? [] : found;
  });
}

const ownKey = ({ group, kind, namespace, name }: Resource) => JSON.stringify([group, kind, namespace, name]);

/** Each object with its former self: of the same key, else the one of its file that does not state its namespace, or no longer. */
export function pairResources(
  before: readonly Resource[],
  after: readonly Resource[],
  keyOf: (resource: Resource) => string = ownKey,
): readonly ObjectPair<Resource>[] {
  const wrapped = (all: readonly Resource[]) => all.map((resource) => ({ resource }));
  const pairs = pairObjects(wrapped(before), wrapped(after), ({ resource }) => keyOf(resource)).map(
    ({ before: was, after: is, others }): ObjectPair<Resource> => ({
      before: was?.resource,
      after: is?.resource,
      ...(others === undefined ? {} : { others: others.map(({ resource }) => resource) }),
    }),
  );
  const placeOf = ({ file, group, kind, name }: Resource) => JSON.stringify([file, group, kind, name]);
  const left = groupBy(
    pairs.flatMap(({ before: was, after: is }) => (was === undefined || is !== undefined ? [] : [was])),
    placeOf,
  );
  if (left.size === 0) return pairs;
  const taken = new Set<Resource>();
  const joined = pairs.map((pair): ObjectPair<Resource> => {
    const { before: was, after: is } = pair;
    if (was !== undefined || is === undefined) return pair;
    const former = left
      .get(placeOf(is))
      ?.find((each) => !taken.has(each) && (each.namespace === undefined) !== (is.namespace === undefined));
    if (former !== undefined) taken.add(former);
    return { before: former, after: is };
  });
  return joined.filter(({ before: was, after: is }) => is !== undefined || was === undefined || !taken.has(was));
}
