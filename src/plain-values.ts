/** A mapping of a parsed document. Those of our own reader have no prototype. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a parsed value is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a mapping; an empty one where it is something else. */
export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

/** The value as a list; an empty one where it is something else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The strings of a list; none where it is something else. */
export function strings(value: unknown): readonly string[] {
  return list(value).filter((item) => typeof item === 'string');
}

/** A non-empty string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value under a path of keys; undefined where there is none. */
export function valueUnder(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) current = mapping(current)[key];
  return current;
}

/** What a table has under a key that comes from the repository: `constructor` is a key like any other. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/**
 * A scalar as text; '' for null, undefined, lists and mappings. `String` would throw on a mapping of our own reader, which an
 * author may put in any place.
 */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** A value as JSON, for messages and fingerprints: large integers as their digits; empty for undefined. */
export function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Large integers, which are rare: asking about every value takes several times as long.
    return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
  }
}

/**
 * A value as JSON with the keys of its mappings in order: the same text for equal values, to look one up among many. Two alone are
 * compared by `isSameValue`. Not for fingerprints, which are made of `json`.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item) || 'null').join(',')}]`;
  if (!isMapping(value)) return typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? '');
  const parts = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const text = canonical(value[key]);
      return text === '' ? [] : [`${JSON.stringify(key)}:${text}`];
    });
  return `{${parts.join(',')}}`;
}

/**
 * The items of a list that another one lacks, as JSON in a fixed order: what is left of something, or takes its place, where the
 * rest of it is gone.
 */
export function addedItems(before: unknown, after: unknown): readonly string[] {
  return [...new Set(itemsBeyond(before, after).map(json))].sort();
}

/** The items of a list that another one lacks, whatever the order of their keys. */
export function itemsBeyond(before: unknown, after: unknown): readonly unknown[] {
  const known = new Set(list(before).map(canonical));
  return list(after).filter((each) => !known.has(canonical(each)));
}

/**
 * Whether two values are equal, whatever the order of keys, but for fields that are left out; a field that is undefined is none. Ends
 * at the first difference, and makes no texts: for many values that are asked about once.
 */
export function isSameValue(
  one: unknown,
  other: unknown,
  isLeftOut: (key: string, inside: Mapping) => boolean = () => false,
): boolean {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameValue(item, other[index], isLeftOut))
    );
  }
  if (!isMapping(one) || !isMapping(other)) return false;
  const keysOf = (value: Mapping) =>
    Object.keys(value).filter((key) => value[key] !== undefined && !isLeftOut(key, value));
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key], isLeftOut))
  );
}
