import { clipped } from '../../clipped.ts';
import { isClusterKind } from '../../kube/identity/cluster-kinds.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isNamespaced } from '../../rbac/model/cluster-scoped.ts';
import type { Severity } from '../../severity.ts';
import { isSelectorNarrower } from '../model/narrowing.ts';
import { resourceOf } from '../model/resource-of.ts';

/** What a constraint or mutator no longer matches, by the field that says so. */
interface MatchLoss {
  readonly field: string;
  readonly what: string;
  /** What is lost, or what is left. */
  readonly names: readonly string[];
}

/** What `spec.match` of a constraint or mutator no longer selects (gatekeeper, pkg/mutation/match/match.go). */
export function matchLoosened(before: Mapping, after: Mapping, severity: Severity): readonly Loosening[] {
  const [was, is] = [before, after].map(({ spec }) => mapping(mapping(spec).match)) as [Mapping, Mapping];
  const losses = [
    ...kindsLost(was, is),
    ...namespacesLost(was, is),
    ...selectorsLost(was, is),
    ...scopeLost(was, is),
    ...nameLost(was, is),
    ...sourceLost(was, is),
  ];
  return losses.map(({ field, what, names }) => ({
    what,
    remedy:
      'Keep what it matches, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
    severity,
    path: is[field] === undefined ? ['spec', 'match'] : ['spec', 'match', field],
    ...(is[field] === undefined ? { formerPath: ['spec', 'match', field] } : {}),
    subject: ['match', field, ...[...names].sort()],
  }));
}

function kindsLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const [old, now] = [kindsOf(was.kinds), kindsOf(is.kinds)];
  const lost = old.filter((each) => !now.some((own) => coversKind(own, each)));
  if (lost.length === 0) return [];
  const names = [...lost.map(({ group, kind }) => `${kind}.${group}`), ...addedItems(old, now)];
  return [{ field: 'kinds', what: `no longer judges ${enumerate([...new Set(lost.map(called))])}`, names }];
}

function called({ group, kind }: Kind): string {
  if (kind !== '*') return kind;
  return group === '*' ? 'other kinds' : `other kinds of ${group || 'the core group'}`;
}

function namespacesLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const [old, now] = [patterns(was.namespaces), patterns(is.namespaces)];
  const found: MatchLoss[] = [];
  const lost = old.filter((each) => !now.some((own) => isLike(own, each)));
  if (lost.length > 0) {
    const isAll = old.some((each) => isLike(each, ''));
    const what = isAll
      ? `only judges namespace ${enumerate(now)} now`
      : `no longer judges namespace ${enumerate(lost)}`;
    found.push({ field: 'namespaces', what, names: isAll ? now : [...lost, ...addedItems(old, now)] });
  }
  const known = strings(was.excludedNamespaces);
  const excluded = strings(is.excludedNamespaces).filter((each) => !known.some((own) => isLike(own, each)));
  if (excluded.length > 0) {
    const what = `newly leaves out namespace ${enumerate(excluded)}`;
    found.push({ field: 'excludedNamespaces', what, names: excluded });
  }
  return found;
}

/** Namespaces by their names; none are all. */
function patterns(value: unknown): readonly string[] {
  const own = strings(value);
  return own.length === 0 ? ['*'] : own;
}

function selectorsLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const narrower = ['labelSelector', 'namespaceSelector'].filter((field) => isSelectorNarrower(was[field], is[field]));
  return narrower.map((field) => ({
    field,
    what: `newly leaves objects out (${field}: ${clipped(json(is[field]) || 'none', 200)})`,
    names: [json(is[field])],
  }));
}

/** What is neither `Cluster` nor `Namespaced`, a misspelt one too, is everything (scopeMatch). */
function scopeLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const scope = scalarText(is.scope);
  if (!['Cluster', 'Namespaced'].includes(scope) || scalarText(was.scope) === scope) return [];
  if (kindsOf(was.kinds).every((each) => isOfScope(each, scope))) return [];
  return [only('scope', scope)];
}

/** Whether all objects of a kind are of a scope, as far as that is known. */
function isOfScope({ group, kind }: Kind, scope: string): boolean {
  if (kind === '*') return false;
  const isOfCluster = isClusterKind(kind, group);
  return scope === 'Cluster' ? isOfCluster : !isOfCluster && isNamespaced(group, resourceOf(kind));
}

function nameLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const [old, now] = [scalarText(was.name) || '*', scalarText(is.name) || '*'];
  return isLike(now, old) ? [] : [only('name', now)];
}

/** `All` is the default (sourceMatch). */
function sourceLost(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const now = scalarText(is.source);
  return ['', 'All', scalarText(was.source)].includes(now) ? [] : [only('source', now)];
}

function only(field: string, value: string): MatchLoss {
  return { field, what: `only judges ${value} now (${field})`, names: [value] };
}

interface Kind {
  readonly group: string;
  readonly kind: string;
}

/** Kinds by their groups: nothing stated is everything, of an entry as well (kindsMatch). */
function kindsOf(kinds: unknown): readonly Kind[] {
  // What is no text is the name of nothing: it does not make a list everything.
  const all = (value: unknown) => (list(value).length === 0 ? ['*'] : list(value).map(scalarText));
  if (list(kinds).length === 0) return [{ group: '*', kind: '*' }];
  return list(kinds).flatMap((each) => {
    const { apiGroups, kinds: names } = mapping(each);
    return all(apiGroups).flatMap((group) => all(names).map((kind) => ({ group, kind })));
  });
}

/** Whether `match` is for a kind. */
export function takesKind(match: Mapping, wanted: Kind): boolean {
  return kindsOf(match.kinds).some((each) => coversKind(each, wanted));
}

function coversKind(own: Kind, wanted: Kind): boolean {
  return ['*', wanted.group].includes(own.group) && ['*', wanted.kind].includes(own.kind);
}

/** A name, or one with a `*` at an end (gatekeeper, pkg/wildcard). */
export function isLike(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  const [front, back] = [pattern.startsWith('*'), pattern.endsWith('*')];
  const inner = pattern.slice(front ? 1 : 0, back ? -1 : undefined);
  if (front && back) return name.includes(inner);
  if (back) return name.startsWith(inner);
  return front && name.endsWith(inner);
}
