import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Pattern, readPattern } from '../model/pattern.ts';
import { type GuardedKinds, guardedKinds } from './guarded-kinds.ts';
import { coversWay, reaches, unreadWay, type Way, wayCode, waysOf, wayText } from './ignored-fields.ts';

/** Of which objects which differences are left as they are. */
interface Ignored {
  /** Patterns without separators (argo-cd, util/glob); without a group it is the core group. */
  readonly group: Pattern;
  readonly kind: Pattern;
  /** Empty for any. */
  readonly name: string;
  readonly namespace: string;
  readonly ways: readonly Way[];
  readonly path: Path;
}

/** What an entry newly leaves as it is: of which kinds, in which ways. */
interface Gained {
  readonly ignored: Ignored;
  readonly kinds: readonly string[];
  readonly ways: readonly Way[];
  /** Former entries that left less of the same. */
  readonly former: readonly Ignored[];
}

const remedy = 'Ignore only the field that a controller fills in, of the object it fills in, by its name.';

/**
 * What an Application newly leaves as it is in the cluster of objects that decide what is allowed (argo-cd,
 * util/argo/normalizers/diff_normalizer.go and util/argo/diff/ignore.go).
 */
export function applicationDifferences(was: Mapping, is: Mapping): readonly Loosening[] {
  const now = ofApplication(is);
  return [
    ...gained(ofApplication(was), now).map((each) => ({
      what: `no longer takes back what is changed in the cluster in ${objectsOf(each)} (ignoreDifferences: ${waysText(each.ways)})`,
      remedy,
      severity: 'medium' as const,
      path: each.ignored.path,
      ...narrowerBefore(each),
      subject: ['ignoreDifferences', ...codesOf(each)],
    })),
    ...respected(was, is, gained([], now)),
  ];
}

/** The same of every Application, by `argocd-cm` (argo-cd, docs/user-guide/diffing.md and util/settings/settings.go). */
export function differencesIgnored(was: Mapping, is: Mapping): readonly Loosening[] {
  return gained(ofConfiguration(was), ofConfiguration(is)).map((each) => ({
    what: `no longer takes back what is changed in the cluster in ${objectsOf(each)}, of every Application (${waysText(each.ways)})`,
    remedy: 'Ignore only the field that a controller fills in, in the Application that has the object, by its name.',
    severity: 'medium',
    path: each.ignored.path,
    subject: ['ignoreDifferences', ...codesOf(each)],
  }));
}

/** Whose fields are ignored keeps them when it is deployed as well: what the repository says of them is not applied any more (argo-cd, controller/sync.go). */
function respected(was: Mapping, is: Mapping, all: readonly Gained[]): readonly Loosening[] {
  const option = 'RespectIgnoreDifferences=true';
  const isOn = (spec: Mapping) => strings(valueUnder(spec, 'syncPolicy', 'syncOptions')).includes(option);
  if (isOn(was) || !isOn(is) || all.length === 0) return [];
  const whose = enumerate([...new Set(all.map(objectsOf))]);
  return [
    {
      what: `no longer deploys what the repository says of the fields that it ignores, in ${whose} (${option})`,
      remedy: `Leave ${option} out, or ignore nothing of these objects.`,
      severity: 'medium',
      path: ['spec', 'syncPolicy', 'syncOptions'],
      subject: ['RespectIgnoreDifferences', ...all.flatMap(codesOf)],
    },
  ];
}

function ofApplication({ ignoreDifferences }: Mapping): readonly Ignored[] {
  return list(ignoreDifferences).map((each, index) => {
    const { group, kind, name, namespace } = mapping(each);
    return {
      group: patternOf(scalarText(group)),
      kind: patternOf(scalarText(kind)),
      name: scalarText(name),
      namespace: scalarText(namespace),
      ways: waysOf(mapping(each)),
      path: ['spec', 'ignoreDifferences', index],
    };
  });
}

/** One that is too long to be read may match anything. */
function patternOf(text: string): Pattern {
  const pattern = readPattern(text);
  return pattern.glob === undefined ? { ...pattern, isLiteral: false, matches: () => true } : pattern;
}

const split = 'resource.customizations.ignoreDifferences.';
const joined = 'resource.customizations';

/** By keys of their own (`group_Kind`, `all`), which take the place of what the older form says of the same (`group/Kind` in one text). */
function ofConfiguration(data: Mapping): readonly Ignored[] {
  const texts = new Map<string, { readonly at: string; readonly text: string }>();
  for (const [key, each] of Object.entries(mapping(parsedText(scalarText(data[joined]))))) {
    texts.set(key, { at: joined, text: scalarText(mapping(each).ignoreDifferences) });
  }
  for (const [at, value] of Object.entries(data)) {
    if (!at.startsWith(split)) continue;
    const name = at.slice(split.length).replace('_', '/');
    texts.set(name === 'all' ? '*/*' : name, { at, text: scalarText(value) });
  }
  return [...texts].map(([name, { at, text }]) => {
    const parts = name.split('/');
    const [group = '', kind = ''] = parts.length === 1 ? ['', name] : parts;
    const [groups, kinds] = [patternOf(group), patternOf(kind)];
    const isExact = (groups.isLiteral && kinds.isLiteral) || name === '*/*';
    return { group: groups, kind: kinds, name: '', namespace: '', ways: waysIn(text, isExact), path: ['data', at] };
  });
}

function waysIn(text: string, isExact: boolean): readonly Way[] {
  if (text.trim() === '') return [];
  const read = parsedText(text);
  const ways = isMapping(read) ? waysOf(read) : [unreadWay(text)];
  // Managers of fields go by the exact kind, or by all kinds.
  return isExact ? ways : ways.filter(({ by }) => by !== 'manager');
}

/** Entries that are shown of those that were there before. */
const mostFormer = 3;

/** Former entries that are held against each new one; what further ones left counts as new. */
const mostEntries = 200;

function gained(was: readonly Ignored[], is: readonly Ignored[]): readonly Gained[] {
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
    for (const each of guarded.kinds ?? [kind.text.replace(/[*?]/g, 'x')]) {
      if (kind.matches(each)) yield { group: guarded.group, kind: each, guarded };
    }
  }
}

/** `every kind of object`, `ClusterRole objects`, `the RoleBinding ops of namespace shop`. */
function objectsOf({ ignored, kinds }: Pick<Gained, 'ignored' | 'kinds'>): string {
  const { group, kind, name, namespace } = ignored;
  const where = namespace === '' ? '' : ` of namespace ${namespace}`;
  if (name !== '') return `${kind.isLiteral ? `the ${kind.text}` : 'objects with the name'} ${name}${where}`;
  if (group.text === '*' && kind.text === '*') return `every kind of object${where}`;
  return `${kind.isLiteral ? kind.text : enumerate(kinds)} objects${where}`;
}

function waysText(ways: readonly Way[]): string {
  return enumerate([...new Set(ways.map(wayText))]);
}

/** What an entry is for, and what it newly leaves of that. */
function codesOf({ ignored, ways }: Gained): readonly string[] {
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

function narrowerBefore({ former }: Gained): { readonly details?: readonly string[] } {
  const details = former.map((each) => {
    const whose = objectsOf({ ignored: each, kinds: [each.kind.text] });
    return `before: ${whose} (${waysText(each.ways)})`;
  });
  return details.length === 0 ? {} : { details };
}
