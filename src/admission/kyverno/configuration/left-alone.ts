import type { Loosening } from '../../../kube/loosening.ts';
import { entryOf, type Mapping, scalarText } from '../../../plain-values.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import { subjectName, subjectOf } from '../../../rbac/model/subject.ts';
import { coversKind, isLike } from '../kinds.ts';

/** Lists of those whose requests Kyverno leaves alone, each with the words for one of them (kyverno, pkg/config/config.go). */
const lists: Readonly<Record<string, (name: string) => string>> = {
  excludeGroups: groupText,
  excludeGroupRole: groupText,
  excludeUsernames: userText,
  excludeUsername: userText,
  excludeRoles: (name) => `whoever has the Role ${name.replace(':', '/')}`,
  excludeClusterRoles: (name) => `whoever has the ClusterRole ${name}`,
};

const remedy = 'Exempt what needs it in the policy that it cannot keep, or by a PolicyException.';

/** Whom and what a ConfigMap of Kyverno newly has left alone. */
export function leftAlone(was: Mapping, is: Mapping): readonly Loosening[] {
  return [...filtered(was, is), ...Object.keys(lists).flatMap((key) => requesters(key, was, is))];
}

/** Former patterns that new items are held against; what further ones covered counts as new. */
const mostPatterns = 200;

const isPattern = (text: string) => /[*?]/.test(text);

/** Of several lists one is enough; who is behind a `!` in any of them is never left alone (pkg/config/types.go, parseExclusions). */
function requesters(key: string, was: Mapping, is: Mapping): readonly Loosening[] {
  const added = uncovered(itemsOf(is[key], false), itemsOf(was[key], false));
  const isAnybodyLeft = Object.keys(lists).some((each) => itemsOf(is[each], false).length > 0);
  const back = isAnybodyLeft
    ? uncovered(itemsOf(was[key], true), itemsOf(is[key], true)).map((each) => `!${each}`)
    : [];
  const gained = [...added, ...back];
  const textOf = lists[key];
  if (gained.length === 0 || textOf === undefined) return [];
  const whom = enumerate(gained.map((each) => textOf(each.replace(/^!/, ''))));
  return [
    {
      what: `newly leaves requests of ${whom} alone, whatever the policies say (${key})`,
      remedy,
      severity: 'high',
      path: ['data', key],
      subject: [key, ...[...gained].sort()],
    },
  ];
}

/** The names of a list, or those of its exceptions. */
function itemsOf(value: unknown, isException: boolean): readonly string[] {
  const items = scalarText(value)
    .split(/[,\n]/)
    .map((each) => each.trim());
  const own = items.filter((each) => each.startsWith('!') === isException);
  return [...new Set(own.map((each) => each.replace(/^!\s*/, '')))].filter((each) => each !== '');
}

/** Those that none of the others takes, by its name or as a pattern. */
function uncovered(items: readonly string[], others: readonly string[]): readonly string[] {
  const [same, patterns] = [new Set(others), others.filter(isPattern).slice(0, mostPatterns)];
  return items.filter((each) => !same.has(each) && !patterns.some((pattern) => isLike(pattern, each)));
}

/** Groups that the API server puts people and accounts into (k8s.io/apiserver, pkg/authentication; pkg/serviceaccount, MakeGroupNames). */
const known: Readonly<Record<string, string>> = {
  '*': 'everybody',
  'system:authenticated': 'everybody who is logged in',
  'system:unauthenticated': 'everybody who is not logged in',
  'system:serviceaccounts': 'every ServiceAccount',
  'system:masters': 'administrators of the cluster',
  'system:nodes': 'every node',
};

function groupText(name: string): string {
  const [, namespace] = /^system:serviceaccounts:([^:*?]+)$/.exec(name) ?? [];
  const who = namespace === undefined ? entryOf(known, name) : `every ServiceAccount of namespace ${namespace}`;
  return `Group ${name}${who === undefined ? '' : ` (${who})`}`;
}

function userText(name: string): string {
  return name === '*' ? 'everybody' : subjectName(subjectOf('User', name));
}

/** A filter of objects: `[kind,namespace,name]`. */
interface Filter {
  readonly code: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

function filtersOf(value: unknown): readonly Filter[] {
  const found = scalarText(value).match(/\[[^[\]]*\]/g) ?? [];
  const codes = found.map((each) => each.slice(1, -1).replace(/\s/g, ''));
  return [...new Set(codes)].map((code) => {
    const [kind = '', namespace = '', name = ''] = code.split(',');
    return { code, kind, namespace, name };
  });
}

function filtered({ resourceFilters: before }: Mapping, { resourceFilters: after }: Mapping): readonly Loosening[] {
  const old = filtersOf(before);
  const takes = (one: Filter, other: Filter) =>
    coversKind(one.kind, other.kind) && isLike(one.namespace, other.namespace) && isLike(one.name, other.name);
  const [same, patterns] = [new Set(old.map(({ code }) => code)), old.filter(({ code }) => isPattern(code))];
  const wide = patterns.slice(0, mostPatterns);
  const added = filtersOf(after).filter(
    (each) => each.kind !== '' && !same.has(each.code) && !wide.some((other) => takes(other, each)),
  );
  if (added.length === 0) return [];
  const key = 'resourceFilters';
  return [
    {
      what: `newly leaves ${enumerate(added.map(filterText))} alone, whatever the policies say (${key})`,
      remedy,
      severity: 'high',
      path: ['data', key],
      subject: [key, ...added.map(({ code }) => code).sort()],
    },
  ];
}

function filterText({ kind, namespace, name }: Filter): string {
  const isAny = /^\*(?:\/\*)*$/.test(kind);
  const where = namespace === '*' ? '' : namespace === '' ? ' without a namespace' : ` in namespace ${namespace}`;
  return `${isAny ? 'every kind of object' : `${kind} objects`}${where}${name === '*' ? '' : name === '' ? ' without a name' : ` named ${name}`}`;
}
