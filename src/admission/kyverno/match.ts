import {
  addedItems,
  isMapping,
  isSameValue,
  itemsBeyond,
  list,
  type Mapping,
  mapping,
  strings,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import { coversKind, isLike } from './kinds.ts';

/** Filters of which one has to hold, or all have to; each with the fields of `resources` and of who asks. */
interface Match {
  readonly isAll: boolean;
  readonly filters: readonly Mapping[];
}

/** What a rule matched and no longer does, as filters; `any` of the filters matches, or `all` do (api/kyverno/v1, MatchResources). */
export function noLongerMatched(before: unknown, after: unknown): readonly Mapping[] {
  if (isSameValue(before, after)) return [];
  return outside(readMatch(before), readMatch(after));
}

/** The filters of a match, in their order. */
export function filtersOf(value: unknown): readonly Mapping[] {
  return readMatch(value).filters;
}

/** What a rule newly leaves out. */
export function newlyExcluded(before: unknown, after: unknown): readonly Mapping[] {
  if (isSameValue(before, after)) return [];
  return outside(readMatch(after), readMatch(before));
}

/** The filters, one for each kind and namespace, that a rule had not: what is left of one that matched more. */
export function newFilters(before: unknown, after: unknown): readonly string[] {
  const read = (value: unknown) => readMatch(value).filters.flatMap(parts);
  return addedItems(read(before), read(after));
}

/** The filters of the one of which the other does not match all. */
function outside(inner: Match, outer: Match): readonly Mapping[] {
  if (!inner.isAll) return inner.filters.flatMap(parts).filter((filter) => !matchesAllOf([filter], outer));
  return inner.filters.length === 0 || matchesAllOf(inner.filters, outer) ? [] : inner.filters;
}

/** Filters that are distinguished of one. */
const mostParts = 200;

/** A filter as one for each of its kinds and namespaces. */
function parts(filter: Mapping): readonly Mapping[] {
  const [kinds, namespaces] = [strings(filter.kinds), strings(filter.namespaces)];
  if (Math.max(kinds.length, 1) * Math.max(namespaces.length, 1) > mostParts) return [filter];
  const byKind = kinds.length === 0 ? [filter] : kinds.map((kind) => ({ ...filter, kinds: [kind] }));
  if (namespaces.length === 0) return byKind;
  return byKind.flatMap((each) => namespaces.map((namespace) => ({ ...each, namespaces: [namespace] })));
}

/** Whether what all of the filters match is matched by the other match, as far as a filter alone shows it. */
function matchesAllOf(filters: readonly Mapping[], { isAll, filters: outer }: Match): boolean {
  const follows = (wanted: Mapping) => filters.some((filter) => covers(wanted, filter));
  return isAll ? outer.length > 0 && outer.every(follows) : outer.some(follows);
}

function readMatch(value: unknown): Match {
  const { any, all, ...direct } = mapping(value);
  const read = (items: unknown) => list(items).map((each) => flat(mapping(each)));
  if (isMapping(value) && Array.isArray(all) && all.length > 0) return { isAll: true, filters: read(all) };
  if (Array.isArray(any)) return { isAll: false, filters: read(any) };
  return { isAll: false, filters: Object.keys(direct).length === 0 ? [] : [flat(direct)] };
}

function flat({ resources, ...who }: Mapping): Mapping {
  return { ...mapping(resources), ...who };
}

/** Whether one filter matches all that another does: each of its fields has to hold there. */
function covers(wanted: Mapping, filter: Mapping): boolean {
  return Object.entries(wanted).every(([field, value]) => {
    const own = filter[field];
    if (own === undefined) return list(value).length === 0 && Array.isArray(value);
    if (field === 'selector' || field === 'namespaceSelector') return isSelectorWithin(own, value);
    if (field === 'subjects') return itemsBeyond(value, own).length === 0;
    if (!Array.isArray(value)) return isSameValue(own, value);
    const takes = field === 'kinds' ? coversKind : isLike;
    return strings(own).every((each) => strings(value).some((pattern) => takes(pattern, each)));
  });
}

function isSelectorWithin(inner: unknown, outer: unknown): boolean {
  const [own, wanted] = [readLabelSelector(inner), readLabelSelector(outer)];
  return own !== undefined && wanted !== undefined && isWithin(own, wanted);
}

/** `Pod in namespace monitoring`, and what else a filter names. */
export function filterText(filter: Mapping): string {
  const { kinds, namespaces, names, ...others } = filter;
  const what = strings(kinds).length === 0 ? 'objects' : enumerate(strings(kinds));
  const where = strings(namespaces).length === 0 ? '' : ` in namespace ${enumerate(strings(namespaces))}`;
  const called = strings(names).length === 0 ? '' : ` named ${enumerate(strings(names))}`;
  const rest = Object.keys(others).filter((field) => others[field] !== undefined);
  return `${what}${called}${where}${rest.length === 0 ? '' : ` by ${rest.join(', ')}`}`;
}
