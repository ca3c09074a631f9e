import { enumerate } from '../../rbac/judge/sentence.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Path } from '../../yaml/document.ts';
import { type GuardedKinds, guardedKinds, isCalledGuarded } from './guarded-kinds.ts';
import { coversWay, reaches, type Way, wayCode, wayText } from './ignored-fields.ts';
import type { Pattern } from './pattern.ts';

/** Of which objects which differences from the repository are left as they are. */
export interface Ignored {
  readonly group: Pattern;
  readonly kind: Pattern;
  /** Empty for any. */
  readonly name: string;
  readonly namespace: string;
  readonly ways: readonly Way[];
  readonly path: Path;
}

/** What an entry newly leaves as it is: of which kinds, in which ways. */
export interface Gained {
  readonly ignored: Ignored;
  readonly kinds: readonly string[];
  readonly ways: readonly Way[];
  /** Former entries that left less of the same. */
  readonly former: readonly Ignored[];
}

/** Entries that are shown of those that were there before. */
const mostFormer = 3;

/** Former entries that are held against each new one; what further ones left counts as new. */
const mostEntries = 200;

/** What entries newly leave as it is, of what decides about what is allowed. */
export function gained(was: readonly Ignored[], is: readonly Ignored[]): readonly Gained[] {
  const formerOf = formerEntries(was.slice(0, mostEntries));
  return is.flatMap((ignored): readonly Gained[] => {
    const kinds = new Set<string>();
    const ways = new Map<string, Way>();
    const former = new Set<Ignored>();
    const newWays = memoize((old: readonly Ignored[]) =>
      ignored.ways.filter((way) => !old.some((each) => covers(each, ignored, way))),
    );
    for (const { group, kind, guarded } of kindsOf(ignored)) {
      const old = formerOf(group, kind);
      const added = newWays(old).filter((way) => reaches(way, guarded));
      if (added.length === 0) continue;
      kinds.add(kind);
      for (const way of added) ways.set(wayCode(way), way);
      for (const each of former.size < mostFormer ? old : []) {
        if (former.size < mostFormer && each.ways.some((way) => reaches(way, guarded))) former.add(each);
      }
    }
    return kinds.size === 0 ? [] : [{ ignored, kinds: [...kinds], ways: [...ways.values()], former: [...former] }];
  });
}

/** Tells which entries were for a kind; the same list for kinds of which these are the same. */
function formerEntries(was: readonly Ignored[]): (group: string, kind: string) => readonly Ignored[] {
  const [byKind, lists] = [new Map<string, readonly Ignored[]>(), new Map<string, readonly Ignored[]>()];
  // What could not be read may have been for less.
  const takes = ({ glob, matches }: Pattern, text: string) => glob !== undefined && matches(text);
  return (group, kind) => {
    const key = JSON.stringify([group, kind]);
    const known = byKind.get(key);
    if (known !== undefined) return known;
    const places = was.flatMap((each, at) => (takes(each.group, group) && takes(each.kind, kind) ? [at] : []));
    const found = lists.get(places.join()) ?? places.flatMap((at) => was[at] ?? []);
    lists.set(places.join(), found);
    byKind.set(key, found);
    return found;
  };
}

/** Whether an entry leaves of any object what another one leaves of it in this way. */
function covers(one: Ignored, other: Ignored, way: Way): boolean {
  const takes = (own: string, wanted: string) => own === '' || own === wanted;
  return (
    takes(one.name, other.name) &&
    takes(one.namespace, other.namespace) &&
    one.ways.some((each) => coversWay(each, way))
  );
}

/** The guarded kinds that an entry is for; of those that users make the one that it names. */
function* kindsOf({ group, kind }: Ignored): Generator<{ group: string; kind: string; guarded: GuardedKinds }> {
  for (const guarded of guardedKinds) {
    if (!group.matches(guarded.group)) continue;
    const isNamed = group.isLiteral || isCalledGuarded(kind.text);
    for (const each of guarded.kinds ?? (isNamed ? [kind.text.replace(/[*?]/g, 'x')] : [])) {
      if (kind.matches(each)) yield { group: guarded.group, kind: each, guarded };
    }
  }
}

/** `every kind of object`, `ClusterRole objects`, `the RoleBinding ops of namespace shop`. */
export function objectsOf({ ignored, kinds }: Pick<Gained, 'ignored' | 'kinds'>): string {
  const { group, kind, name, namespace } = ignored;
  const where = namespace === '' ? '' : ` of namespace ${namespace}`;
  if (name !== '') return `${kind.isLiteral ? `the ${kind.text}` : 'objects with the name'} ${name}${where}`;
  if (group.text === '*' && kind.text === '*') return `every kind of object${where}`;
  return `${kind.isLiteral ? kind.text : enumerate(kinds)} objects${where}`;
}

/** Ways in words. */
export function waysText(ways: readonly Way[]): string {
  return enumerate([...new Set(ways.map(wayText))]);
}

/** What an entry is for, and what it newly leaves of that. */
export function codesOf({ ignored, ways }: Gained): readonly string[] {
  const { group, kind, name, namespace } = ignored;
  // Of every kind, and of one of RBAC, the kind alone.
  const isPlain = kind.text === '*' ? group.text === '*' : group.text === 'rbac.authorization.k8s.io';
  return [
    isPlain ? kind.text : `${group.text}/${kind.text}`,
    ...(name === '' ? [] : [`name ${name}`]),
    ...(namespace === '' ? [] : [`namespace ${namespace}`]),
    ...ways.map(wayCode),
  ];
}

/** What was left before, for who reads what is new. */
export function narrowerBefore({ former }: Gained): { readonly details?: readonly string[] } {
  const details = former.map((each) => {
    const whose = objectsOf({ ignored: each, kinds: [each.kind.text] });
    return `before: ${whose} (${waysText(each.ways)})`;
  });
  return details.length === 0 ? {} : { details };
}
