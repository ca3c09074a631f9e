import type { Path } from '../../yaml/document.ts';
import { quote } from '../shape/shape.ts';

/** One thing that two policies differ in. `path` is a place in the later one's file, or names what it lacks. */
export interface PolicyDifference {
  readonly path: Path;
  /** What changes, without a subject: `failOn goes from high to never`. */
  readonly what: string;
  /** The same for fingerprints: no words that a later release may choose otherwise. */
  readonly code: readonly string[];
  /** Whether something that was blocked, reported or read before may now pass. In doubt it does. */
  readonly weakens: boolean;
}

/** Scopes and declared roles decide what covers what: any difference can make a widening look covered. */
export function compareNamed<T extends { readonly name: string }>(
  key: string,
  kind: string,
  before: readonly T[],
  after: readonly T[],
  pathOf: (item: T, index: number) => Path,
): readonly PolicyDifference[] {
  const old = new Set(before.map(plain));
  const names = new Set(after.map(({ name }) => name));
  const changed = after.flatMap((item, index) => {
    if (old.has(plain(item))) return [];
    const what = `the ${kind} ${quote(item.name)} is added or changed`;
    return [{ path: pathOf(item, index), what, code: [key, item.name, plain(item)], weakens: true }];
  });
  const gone = before.filter(({ name }) => !names.has(name));
  const path = key.split('.');
  return [
    ...changed,
    ...gone.map(({ name }) => {
      return { path, what: `the ${kind} ${quote(name)} is gone`, code: [key, name], weakens: true };
    }),
  ];
}

/** A value that is one of some order; `weakens` says whether the later one is weaker. */
export function compareValue<T extends string | number>(
  path: Path,
  before: T,
  after: T,
  weakens: (before: T, after: T) => boolean,
): readonly PolicyDifference[] {
  if (before === after) return [];
  const code = [path.join('.'), String(before), String(after)];
  return [{ path, what: `${path.join('.')} goes from ${before} to ${after}`, code, weakens: weakens(before, after) }];
}

/** A list of what is trusted: more of it weakens. */
export function compareList<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  name: (item: T) => string,
): readonly PolicyDifference[] {
  return [
    ...added(before, after, path, (item) => `${name(item)} is trusted`, true),
    ...removed(before, after, path, (item) => `${name(item)} is no longer trusted`, false),
  ];
}

/** The items that only `after` has. */
export function added<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  what: (item: T) => string,
  weakens: boolean,
  how: 'added' | 'removed' = 'added',
): readonly PolicyDifference[] {
  const known = new Set(before.map(plain));
  const only = after.filter((item) => !known.has(plain(item)));
  return only.map((item) => ({ path, what: what(item), code: [path.join('.'), how, plain(item)], weakens }));
}

/** The items that only `before` has. */
export function removed<T>(
  before: readonly T[],
  after: readonly T[],
  path: Path,
  what: (item: T) => string,
  weakens: boolean,
): readonly PolicyDifference[] {
  return added(after, before, path, what, weakens, 'removed');
}

/** Whether all items of a list are in another. */
export function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((item) => whole.includes(item));
}

/** Items as a message names them. */
export function listed(items: readonly string[] = []): string {
  return items.length === 0 ? 'none' : items.map(quote).join(', ');
}

/** As plain data; policies are built with their keys in one order, so that equal ones give equal text. */
export function plain(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** Whether two parts of policies are equal. */
export function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}
