import { addTo, groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import { isSameObject, meets, placeOfDefinition } from '../../kube/identity/same-object.ts';
import type { Resource } from '../../kube/resource.ts';
import { memoize } from '../../rbac/model/memoize.ts';

/** Something of an object that has a name. */
interface Named {
  readonly resource: Resource;
}

/** What something was before the change; undefined where it is new, or gone. */
export interface ObjectPair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Of a further definition of something that is still defined elsewhere: all its definitions before the change; one list for all of them. */
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
  const left = new Map([...former].map(([key, copies]) => [key, new Set(copies)]));
  // Of one file the first, taken from the end: copies can be thousands.
  const inFiles = new Map([...former].map(([key, copies]) => [key, groupBy([...copies].reverse(), fileOf)]));
  const pairs: ObjectPair<T>[] = [];
  const open = new Map<string, T[]>();
  for (const item of after.filter(({ resource }) => !old.has(resource))) {
    const key = keyOf(item);
    const own = inFiles.get(key)?.get(fileOf(item))?.pop();
    if (own === undefined) addTo(open, key, item);
    else {
      left.get(key)?.delete(own);
      pairs.push({ before: own, after: item });
    }
  }
  const known = open.size === 0 ? undefined : groupBy(before, keyOf);
  for (const [key, items] of open) {
    const rest = left.get(key) ?? new Set<T>();
    const furtherOf = furtherDefinitions(known?.get(key) ?? []);
    for (const item of items) {
      const [moved] = rest;
      if (moved !== undefined) rest.delete(moved);
      pairs.push(moved === undefined ? furtherOf(item) : { before: moved, after: item });
    }
  }
  return [
    ...pairs,
    ...[...left.values()].flatMap((rest) => [...rest].map((item) => ({ before: item, after: undefined }))),
  ];
}

const fileOf = ({ resource: { file } }: Named) => file;

/** Gives for a further definition of what has others already these, those of its own file first. */
function furtherDefinitions<T extends Named>(definitions: readonly T[]): (item: T) => ObjectPair<T> {
  const known = new Map<string | undefined, readonly T[]>();
  const inFile = new Map([...definitions].reverse().map((each) => [fileOf(each), each]));
  return (item) => {
    const place = placeOfDefinition(item.resource);
    const same = known.get(place) ?? definitions.filter(({ resource }) => meets(placeOfDefinition(resource), place));
    known.set(place, same);
    const own = inFile.get(fileOf(item));
    const before = own !== undefined && isSameObject(own.resource, item.resource) ? own : same[0];
    return { before, after: item, ...(same.length < 2 ? {} : { others: same }) };
  };
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

/** Each object with its former self: of the same key, else the one of its file that does not state its namespace, or no longer. */
export function pairResources(
  before: readonly Resource[],
  after: readonly Resource[],
  keyOf: (resource: Resource) => string = identityKey,
): readonly ObjectPair<Resource>[] {
  const wrapped = (all: readonly Resource[]) => all.map((resource) => ({ resource }));
  const unwrapped = memoize((all: readonly Named[]) => all.map(({ resource }) => resource));
  const pairs = pairObjects(wrapped(before), wrapped(after), ({ resource }) => keyOf(resource)).map(
    ({ before: was, after: is, others }): ObjectPair<Resource> => ({
      before: was?.resource,
      after: is?.resource,
      ...(others === undefined ? {} : { others: unwrapped(others) }),
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
