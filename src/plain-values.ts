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

/**
 * A scalar as text; '' for null, undefined, lists and mappings. `String` would throw on a mapping of our own reader, which an
 * author may put in any place.
 */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** A value as JSON, for comparing: large integers as their digits; empty for undefined. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
}
