import { canonical, isMapping, isSameValue, list, type Mapping, mapping } from '../../plain-values.ts';

/** Conditions of which one of `any` and each of `all` has to hold; without `any` that alone. */
interface Conditions {
  readonly any: ReadonlySet<string> | undefined;
  readonly all: ReadonlySet<string>;
}

/** Whether conditions hold wherever those before did: they are the same, or fewer of those that all have to hold (kyverno, pkg/engine/variables/evaluate.go). */
export function areNoStricter(before: unknown, after: unknown): boolean {
  if (!isReadable(before) || !isReadable(after)) return isSameValue(before, after);
  const [was, is] = [readConditions(before), readConditions(after)];
  const isAny = is.any === undefined || (was.any !== undefined && isAmong(was.any, is.any));
  return isAny && isAmong(is.all, was.all);
}

/** `any` and `all`, or a list of conditions; a list of several such blocks is compared as a whole. */
function isReadable(value: unknown): boolean {
  return !Array.isArray(inNewForm(value));
}

function isAmong(items: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...items].every((each) => others.has(each));
}

/** A list is the older form of `all`. */
function readConditions(value: unknown): Conditions {
  const { any, all } = mapping(inNewForm(value));
  const read = (items: unknown) =>
    new Set(
      list(items).map((each) => {
        const { message: _, ...condition } = mapping(each);
        return canonical(condition);
      }),
    );
  return { any: Array.isArray(any) ? read(any) : undefined, all: read(all) };
}

function inNewForm(value: unknown): unknown {
  const isOlder = Array.isArray(value) && value.every((each) => isMapping(each) && each.key !== undefined);
  return isOlder ? { all: value } : value;
}

/** What a rule demands, with its lists of conditions in the newer form; what it compares objects with stays as it is. */
export function withConditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withConditions);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, partWith(key, each)]));
}

function partWith(key: string, value: unknown): unknown {
  if (key === 'pattern' || key === 'anyPattern') return value;
  return key === 'conditions' || key === 'preconditions' ? inNewForm(value) : withConditions(value);
}

/** Whether there are no conditions; an empty `any` is one, which nothing fulfils. */
export function isWithoutConditions(value: unknown): boolean {
  const { any, all, ...others } = mapping(value);
  return any === undefined && list(all).length + list(value).length + Object.keys(others as Mapping).length === 0;
}
