import { canonical, entryOf, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import { type Labels, readLabelSelector, selects } from '../../rbac/model/label-selector.ts';
import { type Cell, type Override, verdictIn } from '../kyverno/actions.ts';
import { type Filter, readMatch } from '../kyverno/filters.ts';
import { coversKind, isLike } from '../kyverno/kinds.ts';
import type { KyvernoRule } from '../kyverno/rules.ts';
import { keysOf, type Subject } from './subject.ts';

/** Filters that have to hold together: one of `any`, or those of `all`. */
type Unit = readonly Filter[];

/** Whether a rule judged something that its `match` no longer takes, or its `exclude` newly does (kyverno, pkg/engine/utils/match.go). */
export function isLeftAlone({ match, exclude }: Mapping, was: Subject, is: Subject): boolean {
  const [matching, excluding] = [unitsOf(match), unitsOf(exclude)];
  const judged = matching.filter((unit) => takes(unit, was));
  if (judged.length === 0 || excluding.some((unit) => takes(unit, was) && isCertain(unit, was))) return false;
  const isStillTaken = (unit: Unit) => matching.some((other) => takes(other, is) && isInstead(other, unit, is));
  return (
    judged.some((unit) => !takes(unit, is) && !isStillTaken(unit)) ||
    excluding.some((unit) => !takes(unit, was) && takes(unit, is))
  );
}

/** Whether an exception takes something that it did not take (`match` of a PolicyException). */
export function isExcepted(match: unknown, was: Subject, is: Subject): boolean {
  const units = unitsOf(match);
  return units.some((unit) => takes(unit, is)) && !units.some((unit) => takes(unit, was));
}

/** Whether a rule refused something in a namespace in which another action holds now, because of its labels. */
export function isOnlyNoted({ actions }: KyvernoRule, was: Subject, is: Subject): boolean {
  const selecting = [...actions.ownOverrides, ...actions.policyOverrides].filter(
    ({ selector }) => selector !== undefined,
  );
  if (selecting.length === 0 || was.namespaceLabels === undefined || is.namespaceLabels === undefined) return false;
  const refuses = (labels: Labels) => verdictIn(actions, cellIn(selecting, labels)).refuses;
  return refuses(was.namespaceLabels) && !refuses(is.namespaceLabels);
}

function cellIn(overrides: readonly Override[], labels: Labels): Cell {
  const selectors = overrides.flatMap(({ selector }) => (isTaken(selector, labels) ? [canonical(selector)] : []));
  return { called: '', name: labels['kubernetes.io/metadata.name'] ?? '', selectors };
}

/** The labels by which a rule decides. */
export function keysOfRule({ match, exclude }: Mapping): readonly string[] {
  return [...keysOfMatch(match), ...keysOfMatch(exclude)];
}

/** The labels of namespaces by which another action holds. */
export function keysOfOverrides({ actions }: KyvernoRule): readonly string[] {
  return [...actions.ownOverrides, ...actions.policyOverrides].flatMap(({ selector }) => keysOf(selector));
}

/** The labels by which `match` or `exclude` decides. */
export function keysOfMatch(match: unknown): readonly string[] {
  return readMatch(match, []).filters.flatMap(({ fields }) => keysOf(fields.selector, fields.namespaceSelector));
}

function unitsOf(match: unknown): readonly Unit[] {
  const { isAll, filters } = readMatch(match, []);
  if (filters.length === 0) return [];
  return isAll ? [filters] : filters.map((each) => [each]);
}

function takes(unit: Unit, subject: Subject): boolean {
  return unit.every(({ fields }) =>
    Object.entries(fields).every(([field, value]) => entryOf(conditions, field)?.(value, subject) ?? true),
  );
}

/** The conditions that decide by what is known; others may hold. */
const conditions: Readonly<Record<string, (value: unknown, subject: Subject) => boolean | undefined>> = {
  kinds: (value, { kind }) => kind && strings(value).some((each) => coversKind(each, kind.kind)),
  namespaces: (value, { namespace }) =>
    namespace === undefined ? undefined : strings(value).some((each) => isLike(each, namespace)),
  selector: (value, { labels }) => labels && isTaken(value, labels),
  namespaceSelector: (value, { namespaceLabels }) => namespaceLabels && isTaken(value, namespaceLabels),
};

/** Whether nothing that is unknown decides along with what is known. */
function isCertain(unit: Unit, subject: Subject): boolean {
  return unit.every(({ fields }) =>
    Object.entries(fields).every(([field, value]) => entryOf(conditions, field)?.(value, subject) !== undefined),
  );
}

/** Whether what one unit took is taken by another one: for certain, but for the kinds, which are the same. */
function isInstead(unit: Unit, gone: Unit, subject: Subject): boolean {
  const kinds = (each: Unit) => canonical(each.map(({ fields }) => fields.kinds));
  const isSame = subject.kind !== undefined || kinds(unit) === kinds(gone);
  const bare = unit.map((each) => ({ ...each, fields: { ...each.fields, kinds: undefined } }));
  return isSame && isCertain(bare.map(withoutNone), subject);
}

function withoutNone(filter: Filter): Filter {
  return {
    ...filter,
    fields: Object.fromEntries(Object.entries(filter.fields).filter(([, each]) => each !== undefined)),
  };
}

/** Keys and values of `matchLabels` may have `*` and `?` here (kyverno, pkg/engine/wildcards). */
function isTaken(selector: unknown, labels: Labels): boolean {
  const wanted = Object.entries(mapping(valueUnder(selector, 'matchLabels')));
  const isPattern = ([key, value]: readonly [string, unknown]) => /[*?]/.test(key + scalarText(value));
  const plain = { ...mapping(selector), matchLabels: Object.fromEntries(wanted.filter((each) => !isPattern(each))) };
  const own = readLabelSelector(plain);
  const isThere = ([key, value]: readonly [string, unknown]) =>
    Object.entries(labels).some(([name, text]) => isLike(key, name) && isLike(scalarText(value), text));
  return own !== undefined && selects(own, labels) && wanted.filter(isPattern).every(isThere);
}
