import {
  addedItems,
  canonical,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isWithin, type LabelSelector, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Path } from '../../yaml/document.ts';
import { type Filter, fieldPath, filterText, limitsText, type Match, readMatch } from './filters.ts';
import { coversKind, isLike } from './kinds.ts';

/** Objects that a rule no longer judges, or newly leaves out. */
export interface LostObjects {
  /** The filter that took them: for one kind and one namespace where it names several. */
  readonly fields: Mapping;
  /** What they are called: without what is still taken, and without the conditions that are now other ones. */
  readonly text: string;
  /** The conditions that they have to fulfil now, where the rest is as it was. */
  readonly limits: string;
  /** Where that is written now. */
  readonly path: Path;
}

/** What a rule matched and no longer does; `any` of the filters matches, or `all` do (api/kyverno/v1, MatchResources). */
export function noLongerMatched(before: unknown, after: unknown, at: Path = []): readonly LostObjects[] {
  if (isSameValue(before, after)) return [];
  const [was, is] = [readMatch(before, at), readMatch(after, at)];
  return outside(was, is).map(({ fields }) => {
    const { limits, path, left = fields } = limitsOf(fields, is);
    return { fields, text: filterText(left), limits, path: path ?? at };
  });
}

/** What a rule newly leaves out. */
export function newlyExcluded(before: unknown, after: unknown, at: Path = []): readonly LostObjects[] {
  if (isSameValue(before, after)) return [];
  return outside(readMatch(after, at), readMatch(before, at)).map(({ fields, path }) => ({
    fields,
    text: filterText(fields),
    limits: '',
    path,
  }));
}

/** The filters, one for each kind and namespace, that a rule had not: what is left of one that matched more. */
export function newFilters(before: unknown, after: unknown): readonly string[] {
  const read = (value: unknown) =>
    readMatch(value, [])
      .filters.flatMap(parts)
      .map(({ fields }) => fields);
  return addedItems(read(before), read(after));
}

/** What is lost, in words: `Pod in namespace monitoring, Deployment`. */
export function lostText(lost: readonly LostObjects[]): string {
  const whole = lost.filter(({ limits }) => limits === '');
  const limits = [...new Set(lost.map((each) => each.limits))].filter((each) => each !== '');
  const named = (objects: readonly LostObjects[]) => enumerate([...new Set(objects.map(({ text }) => text))]);
  return [
    ...(whole.length === 0 ? [] : [`no longer judges ${named(whole)}`]),
    ...limits.map((limit) => `newly judges ${named(lost.filter((each) => each.limits === limit))} only ${limit}`),
  ].join(' and ');
}

/** What is left out, in words. */
export function excludedText(excluded: readonly LostObjects[]): string {
  return enumerate([...new Set(excluded.map(({ text }) => text))]);
}

/** The filters of the one of which the other does not match all. */
function outside(inner: Match, outer: Match): readonly Part[] {
  const whole = (filter: Filter): Part => ({ fields: filter.fields, path: filter.path });
  if (!inner.isAll) return inner.filters.flatMap(parts).filter(({ fields }) => !matchesAllOf([fields], outer));
  const all = inner.filters.map(({ fields }) => fields);
  return inner.filters.length === 0 || matchesAllOf(all, outer) ? [] : inner.filters.map(whole);
}

/** A filter for one kind and one namespace, and where that is written. */
interface Part {
  readonly fields: Mapping;
  readonly path: Path;
}

/** Filters that are distinguished of one. */
const mostParts = 200;

/** A filter as one for each of its kinds and namespaces. */
function parts(filter: Filter): readonly Part[] {
  const { fields } = filter;
  const [kinds, namespaces] = [strings(fields.kinds), strings(fields.namespaces)];
  if (Math.max(kinds.length, 1) * Math.max(namespaces.length, 1) > mostParts) return [{ fields, path: filter.path }];
  const at = (field: string, index: number) => [...fieldPath(filter, field), index];
  const byKind =
    kinds.length === 0
      ? [{ fields, path: filter.path }]
      : kinds.map((kind, index) => ({ fields: { ...fields, kinds: [kind] }, path: at('kinds', index) }));
  if (namespaces.length === 0) return byKind;
  return byKind.flatMap((each) =>
    namespaces.map((namespace, index) => ({
      fields: { ...each.fields, namespaces: [namespace] },
      path: at('namespaces', index),
    })),
  );
}

/** Whether what all of the filters match is matched by the other match, as far as a filter alone shows it. */
function matchesAllOf(filters: readonly Mapping[], { isAll, filters: outer }: Match): boolean {
  const follows = (wanted: Filter) => filters.some((filter) => unfulfilled(wanted.fields, filter).length === 0);
  return isAll ? outer.length > 0 && outer.every(follows) : outer.some(follows);
}

/** What keeps out what a filter took. */
interface Limits {
  readonly limits: string;
  readonly path?: Path;
  /** The filter without what is still taken. */
  readonly left?: Mapping;
}

/** The conditions that keep out what one filter took: those of the filter that still takes most of it. */
function limitsOf(lost: Mapping, { isAll, filters }: Match): Limits {
  const tried = filters
    .map((filter) => ({ filter, fields: unfulfilled(filter.fields, lost) }))
    .filter(({ fields }) => fields.length > 0)
    .sort((one, other) => one.fields.length - other.fields.length);
  const nearest = tried.find(({ fields }) => !fields.includes('kinds')) ?? tried[0];
  const [field] = nearest?.fields ?? [];
  if (nearest === undefined || field === undefined) return { limits: '' };
  const { filter, fields } = nearest;
  if (fields.includes('kinds') || (isAll && tried.length > 1)) return { limits: '' };
  const path = fieldPath(filter, field);
  const isNarrower = fields.length === 1 && lost[field] !== undefined;
  if (!isNarrower) {
    const left = Object.fromEntries(Object.entries(lost).filter(([each]) => !fields.includes(each)));
    return { limits: limitsText(fields.map((each) => [each, filter.fields[each]] as const)), path, left };
  }
  const kept = list(filter.fields[field]);
  const isKept = (each: unknown) =>
    kept.some((own) => isSameValue(own, each) || (typeof own === 'string' && isLike(own, scalarText(each))));
  const items = list(lost[field]).filter((each) => !isKept(each));
  return { limits: '', path, left: items.length > 0 ? { ...lost, [field]: items } : lost };
}

/** The conditions of one filter that not all fulfil that another one takes. */
function unfulfilled(wanted: Mapping, filter: Mapping): readonly string[] {
  return Object.entries(wanted).flatMap(([field, value]) => (isFulfilled(field, value, filter[field]) ? [] : [field]));
}

function isFulfilled(field: string, value: unknown, own: unknown): boolean {
  if (own === undefined) return false;
  if (field === 'selector' || field === 'namespaceSelector') return isSelectorWithin(own, value);
  if (field === 'subjects') {
    const wanted = new Set(list(value).map(canonical));
    return list(own).every((each) => wanted.has(canonical(each)));
  }
  if (!Array.isArray(value)) return isSameValue(own, value);
  const takes = field === 'kinds' ? coversKind : isLike;
  return strings(own).every((each) => strings(value).some((pattern) => takes(pattern, each)));
}

/** Values of `matchLabels` may have `*` and `?` here (kyverno, pkg/engine/wildcards). */
function isSelectorWithin(inner: unknown, outer: unknown): boolean {
  const labels = (value: unknown) => Object.entries(mapping(mapping(value).matchLabels));
  const plain = (value: unknown) => ({
    ...mapping(value),
    matchLabels: Object.fromEntries(labels(value).filter((each) => !isPattern(each))),
  });
  const [own, wanted] = [readLabelSelector(plain(inner)), readLabelSelector(plain(outer))];
  if (own === undefined || wanted === undefined) return false;
  const patterns = labels(inner).filter(isPattern);
  // A label that is like a pattern is there; which value it has is open.
  const there = patterns.flatMap(
    ([key]): LabelSelector => (hasWildcard(key) ? [] : [{ key, operator: 'Exists', values: [] }]),
  );
  return (
    isWithin([...own, ...there], wanted) &&
    labels(outer)
      .filter(isPattern)
      .every((each) => isLabelled(each, own, patterns))
  );
}

type Label = readonly [key: string, value: unknown];

function isPattern([key, value]: Label): boolean {
  return hasWildcard(key) || hasWildcard(scalarText(value));
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether what a selector takes has a label that is like a pattern. */
function isLabelled([key, value]: Label, own: LabelSelector, patterns: readonly Label[]): boolean {
  const isTaken = (ownKey: string, ownValue: string) => isLike(key, ownKey) && isLike(scalarText(value), ownValue);
  return (
    patterns.some(([ownKey, ownValue]) => isTaken(ownKey, scalarText(ownValue))) ||
    own.some(({ key: ownKey, operator, values }) =>
      operator === 'Exists' ? isTaken(ownKey, '*') : operator === 'In' && values.every((each) => isTaken(ownKey, each)),
    )
  );
}

/** Filters as JSON, for fingerprints. */
export function codesOf(lost: readonly LostObjects[]): readonly string[] {
  return lost.map(({ fields }) => json(fields)).sort();
}
