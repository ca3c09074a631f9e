import { clipped } from '../../clipped.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';

/** One filter of `match` or `exclude`: its conditions, all of which have to hold, and where it is written. */
export interface Filter {
  /** The conditions of `resources` and of who asks; without those that every object fulfils. */
  readonly fields: Mapping;
  readonly path: Path;
  /** As it is written. */
  readonly written: Mapping;
}

/** Filters of which one has to hold, or all have to. */
export interface Match {
  readonly isAll: boolean;
  readonly filters: readonly Filter[];
}

/** The filters of `match` or `exclude`, written at `at`: `any` counts before `all`, and both before what is written there itself (kyverno, pkg/engine/utils/match.go). */
export function readMatch(value: unknown, at: Path): Match {
  const { any, all, ...direct } = mapping(value);
  const read = (items: unknown, field: string) =>
    list(items).flatMap((each, index) => readFilter(mapping(each), [...at, field, index]));
  if (list(any).length > 0) return { isAll: false, filters: read(any, 'any') };
  if (list(all).length > 0) return { isAll: true, filters: read(all, 'all') };
  return { isAll: false, filters: readFilter(direct, at) };
}

/** The filters of `match` or `exclude`, in their order. */
export function filtersOf(value: unknown): readonly Filter[] {
  return readMatch(value, []).filters;
}

/** Who asks (UserInfo). */
const ofWho = ['subjects', 'roles', 'clusterRoles'];

/**
 * A filter without a condition matches nothing. What is written alongside `resources` and is not about who asks is no field of a filter (ResourceFilter,
 * api/kyverno/v1/match_resources_types.go): the API server takes it out, and it must not pass for what `resources` says.
 */
function readFilter(written: Mapping, path: Path): readonly Filter[] {
  const { resources, ...others } = written;
  const who = Object.entries(others).filter(([field]) => ofWho.includes(field));
  const fields = [...Object.entries(mapping(resources)).filter(([field]) => !ofWho.includes(field)), ...who].filter(
    ([, value]) => !isEmpty(value),
  );
  if (fields.length === 0) return [];
  const named = fields.map(([field, value]) =>
    field === 'name' && mapping(resources).names === undefined
      ? (['names', [value]] as const)
      : ([field, value] as const),
  );
  return [
    { fields: Object.fromEntries(named.filter(([field, value]) => !isFulfilledByAll(field, value))), path, written },
  ];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

const operations = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'];

/** `*` takes every name and namespace, also none; without `operations` it is all four (kyverno, pkg/controllers/webhook). */
function isFulfilledByAll(field: string, value: unknown): boolean {
  if (field === 'operations') return operations.every((each) => strings(value).includes(each));
  return (field === 'names' || field === 'namespaces') && strings(value).includes('*');
}

/** Where a condition of a filter is written. */
export function fieldPath({ path, written }: Filter, field: string): Path {
  const resources = mapping(written.resources);
  if (resources[field] !== undefined) return [...path, 'resources', field];
  if (field === 'names' && resources.name !== undefined) return [...path, 'resources', 'name'];
  return ofWho.includes(field) && written[field] !== undefined ? [...path, field] : path;
}

/** `Pod in namespace monitoring`, and what else a filter demands. */
export function filterText(fields: Mapping): string {
  const kinds = strings(fields.kinds);
  const limits = limitsText(Object.entries(fields).filter(([field]) => field !== 'kinds'));
  const what = kinds.length === 0 ? 'objects' : enumerate(kinds);
  return limits === '' ? what : `${what} ${limits}`;
}

/** Conditions in words, to follow what they are about: `named a*, in namespace shop`. */
export function limitsText(conditions: readonly (readonly [field: string, value: unknown])[]): string {
  const texts = conditions.filter(([, value]) => value !== undefined).map(([field, value]) => limitText(field, value));
  const order = (text: string) => (text.startsWith('named') ? 0 : text.startsWith('in namespace') ? 1 : 2);
  return [...texts].sort((one, other) => order(one) - order(other)).join(' ');
}

function limitText(field: string, value: unknown): string {
  const names = strings(value);
  switch (field) {
    case 'names':
      return `named ${enumerate(names)}`;
    case 'namespaces':
      return `in namespace ${enumerate(names)}`;
    case 'operations':
      return `for ${enumerate(names)}`;
    case 'subjects':
      return `by ${enumerate(list(value).map(subjectText))}`;
    case 'namespaceSelector':
      return `in namespaces with the labels ${selectorText(value)}`;
    case 'selector':
      return `with the labels ${selectorText(value)}`;
    case 'annotations':
      return `with the annotations ${selectorText({ matchLabels: value })}`;
    default:
      return `by ${field} ${names.length > 0 ? enumerate(names) : clipped(json(value), 200)}`;
  }
}

function subjectText(subject: unknown): string {
  const { kind, namespace, name } = mapping(subject);
  const place = scalarText(namespace);
  return `${scalarText(kind)} ${place === '' ? '' : `${place}/`}${scalarText(name)}`;
}

/** `team=a` for plain labels, else the selector as it is. */
export function selectorText(selector: unknown): string {
  const { matchLabels, matchExpressions } = mapping(selector);
  if (matchExpressions !== undefined || !isMapping(matchLabels)) return clipped(json(selector), 200);
  return clipped(
    Object.entries(matchLabels)
      .map(([key, value]) => `${key}=${scalarText(value)}`)
      .join(', '),
    200,
  );
}
