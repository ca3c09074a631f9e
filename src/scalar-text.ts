/**
 * A scalar of a parsed document as text; '' for null, undefined, lists and mappings. Mappings of our reader have no
 * prototype, so that `String` would throw on what an author may put in any place.
 */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}
