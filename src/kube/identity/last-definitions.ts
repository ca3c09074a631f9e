import { addTo } from '../../groups.ts';
import { canonical } from '../../plain-values.ts';
import type { Resource } from '../resource.ts';
import type { ScopeObjects } from '../scope.ts';
import { identityKey } from './identity-key.ts';
import { isSameObject } from './same-object.ts';

/** Further contents of one object are judged together with those before. */
const mostContents = 6;

/**
 * The objects of a scope as they are where another one of several definitions is applied last
 * (how-it-judges.md, "Definitions of one object"): each definition with a content of its own takes the place of all the others once,
 * against the one that it was. None where no object that stays has several.
 */
export function lastDefinitions(sides: ScopeObjects): readonly ScopeObjects[] {
  const { before, after } = sides;
  const old = new Set(before);
  const touched = new Set(after.filter((each) => !old.has(each)).map(identityKey));
  if (touched.size === 0) return [];
  const [formers, definitions] = [before, after].map((all) => byKey(all, touched)) as [Definitions, Definitions];
  const turns: { before: Set<Resource>; after: Set<Resource> }[] = [];
  for (const [key, all] of definitions) {
    const former = formers.get(key) ?? [];
    // Most have one definition, or are new: what follows takes time for each pair.
    if (all.length < 2 || former.length === 0) continue;
    const known = new Set(former.map(contentOf));
    const contents = new Map(all.map((each) => [contentOf(each), each]));
    const others = [...contents].flatMap(([content, each]) => (known.has(content) ? [] : [each]));
    // What is judged together leaves itself in.
    const tail = new Set(others.slice(mostContents - 1));
    const ownOf = (last: Resource) => {
      const was = former.filter((each) => isSameObject(each, last));
      return was.find(({ file }) => file === last.file) ?? was.at(-1);
    };
    const ownOfTail = new Set([...tail].map(ownOf));
    for (const [index, last] of others.entries()) {
      const was = former.filter((each) => isSameObject(each, last));
      const own = ownOf(last);
      if (own === undefined) continue;
      const same = all.filter((each) => each !== last && isSameObject(each, last));
      if (same.length === 0) continue;
      const turn = Math.min(index, mostContents - 1);
      turns[turn] ??= { before: new Set(), after: new Set() };
      const isTogether = tail.has(last);
      for (const each of was) if (each !== own && !(isTogether && ownOfTail.has(each))) turns[turn].before.add(each);
      for (const each of same) if (!(isTogether && tail.has(each))) turns[turn].after.add(each);
    }
  }
  return turns.map((out) => ({
    ...sides,
    before: before.filter((each) => !out.before.has(each)),
    after: after.filter((each) => !out.after.has(each)),
  }));
}

type Definitions = ReadonlyMap<string, readonly Resource[]>;

function byKey(objects: readonly Resource[], keys: ReadonlySet<string>): Definitions {
  const found = new Map<string, Resource[]>();
  for (const each of objects) {
    const key = identityKey(each);
    if (keys.has(key) && isDefinition(each)) addTo(found, key, each);
  }
  return found;
}

/** Not a part of another object, nor a patch of one, nor another reading of a template. */
function isDefinition({ isEmbedded, isPatch, document }: Resource): boolean {
  return isEmbedded !== true && isPatch !== true && document.isBranch !== true;
}

function contentOf({ value }: Resource): string {
  return canonical(value);
}
