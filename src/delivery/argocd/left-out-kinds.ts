import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import { guardedKinds, isCalledGuarded } from '../model/guarded-kinds.ts';
import { readPattern, witnessesOf } from '../model/pattern.ts';

/** One entry of a filter (argo-cd, util/settings/filtered_resource.go); what it does not say it leaves open. */
interface Filtered {
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
  readonly clusters: readonly string[];
}

interface Filter {
  readonly excluded: readonly Filtered[];
  readonly included: readonly Filtered[];
}

const exclusions = 'resource.exclusions';
const inclusions = 'resource.inclusions';

/**
 * Kinds of objects that decide what is allowed and that Argo CD newly leaves alone: it deploys them no longer, takes nothing back that is changed in the cluster, and
 * does not show them (argo-cd, util/settings/resources_filter.go; controller/state.go). `resource.compareoptions` is no matter of protection: the rules of aggregated
 * roles are written by Kubernetes itself, and nothing is allowed by a status.
 */
export function kindsLeftOut(was: Mapping, is: Mapping): readonly Loosening[] {
  const changed = [exclusions, inclusions].filter((key) => scalarText(was[key]) !== scalarText(is[key]));
  if (changed.length === 0) return [];
  const unread = changed.find((key) => isUnread(is[key]) || isUnread(was[key]));
  if (unread !== undefined) return [cannotBeRead(unread, is)];
  const [old, now] = [filterOf(was), filterOf(is)];
  const places = placesOf([old, now]);
  const lost = kindsOf([old, now]).flatMap(({ group, kind }) => {
    const newly = places.filter((place) => isLeftOut(now, group, kind, place) && !isLeftOut(old, group, kind, place));
    return newly.length === 0 ? [] : [{ group, kind, clusters: newly.length === places.length ? [] : newly }];
  });
  if (lost.length === 0) return [];
  const key = lost.some(({ group, kind, clusters }) => isNamed(now.excluded, group, kind, clusters[0] ?? elsewhere))
    ? exclusions
    : inclusions;
  const isGone = is[key] === undefined;
  const path = ['data', key];
  return [
    {
      what: `newly leaves ${enumerate(namesOf(lost.map(({ kind }) => kind)))} alone (${key}): it does not deploy them, and takes back nothing that is changed in the cluster`,
      remedy: 'Leave out only kinds that controllers make by themselves, by their group and name.',
      severity: 'medium',
      path,
      ...(isGone ? { formerPath: path } : {}),
      subject: ['resources left out', ...lost.map((each) => json([each.group, each.kind, ...each.clusters])).sort()],
    },
  ];
}

/** Words of a list that is compared. */
const mostWords = 1000;

function isUnread(value: unknown): boolean {
  if (scalarText(value).trim() === '') return false;
  const words = entriesOf(value).flatMap(({ groups, kinds, clusters }) => ['', ...groups, ...kinds, ...clusters]);
  return !Array.isArray(parsedText(scalarText(value))) || words.length > mostWords;
}

function cannotBeRead(key: string, is: Mapping): Loosening {
  return {
    what: `has other kinds of objects that it leaves alone (${key}), and which they are could not be read`,
    remedy: 'Write a list of groups and kinds.',
    severity: 'medium',
    path: ['data', key],
    ...(is[key] === undefined ? { formerPath: ['data', key] } : {}),
    subject: ['resources left out', 'unread', scalarText(is[key])],
  };
}

/** Names that are shown. */
const mostNamed = 8;

function namesOf(kinds: readonly string[]): readonly string[] {
  const all = [...new Set(kinds)];
  return all.length > mostNamed ? [...all.slice(0, mostNamed), `${all.length - mostNamed} more kinds`] : all;
}

/** A cluster that no entry names. */
const elsewhere = 'https://elsewhere.example';

/** A cluster of each group that these filters treat alike, and one that no entry names. */
function placesOf(filters: readonly Filter[]): readonly string[] {
  const named = entriesIn(filters).flatMap(({ clusters }) => clusters);
  return [...new Set([...(witnessesOf(named.map((each) => readPattern(each))) ?? named), elsewhere])];
}

/** The guarded kinds; of groups whose kinds users make, those that entries seem to mean and any other. */
function kindsOf(filters: readonly Filter[]): readonly { readonly group: string; readonly kind: string }[] {
  const entries = entriesIn(filters);
  return guardedKinds.flatMap(({ group, kinds }) => {
    const isMeant = ({ groups }: Filtered, kind: string) => groups.includes(group) || isCalledGuarded(kind);
    const named = entries.flatMap((each) => each.kinds.filter((kind) => kind !== '*' && isMeant(each, kind)));
    return (kinds ?? [...new Set(named), `kinds of ${group}`]).map((kind) => ({ group, kind }));
  });
}

const entriesIn = (filters: readonly Filter[]) =>
  filters.flatMap(({ excluded, included }) => [...excluded, ...included]);

/** What is excluded is left out in any case, and where something is included for a cluster, all else (resources_filter.go, IsExcludedResource). */
function isLeftOut({ excluded, included }: Filter, group: string, kind: string, cluster: string): boolean {
  if (isNamed(excluded, group, kind, cluster)) return true;
  if (isNamed(included, group, kind, cluster)) return false;
  return included.some(({ clusters }) => takes(clusters, cluster));
}

function isNamed(entries: readonly Filtered[], group: string, kind: string, cluster: string): boolean {
  return entries.some(
    (each) =>
      takes(each.groups, group) &&
      (each.kinds.length === 0 || each.kinds.includes('*') || each.kinds.includes(kind)) &&
      takes(each.clusters, cluster),
  );
}

/** Patterns without separators; none at all take everything, and so may one that is too long to be read. */
function takes(patterns: readonly string[], text: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((each) => {
    const pattern = readPattern(each);
    return pattern.glob === undefined || pattern.matches(text);
  });
}

function filterOf(data: Mapping): Filter {
  return { excluded: entriesOf(data[exclusions]), included: entriesOf(data[inclusions]) };
}

/** Go reads the names of fields in any case. */
function entriesOf(value: unknown): readonly Filtered[] {
  return list(parsedText(scalarText(value))).map((each) => {
    const fields = new Map(
      Object.entries(isMapping(each) ? mapping(each) : {}).map(([key, of]) => [key.toLowerCase(), of]),
    );
    return {
      groups: strings(fields.get('apigroups')),
      kinds: strings(fields.get('kinds')),
      clusters: strings(fields.get('clusters')),
    };
  });
}
