import { canonical, isMapping, isSameValue, list, type Mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Whether one path lies on the other: a template that names `rbac` uses `rbac.create`. */
export function touches(named: readonly string[], path: Path): boolean {
  const shared = Math.min(named.length, path.length);
  for (let at = 0; at < shared; at++) if (named[at] !== String(path[at])) return false;
  return true;
}

/** Paths beyond these are not looked for. */
export const mostChanges = 500;

/** The paths of values that differ between two documents of values, the deepest ones. */
export function changedValues(after: unknown, before: unknown, path: Path = [], found: Path[] = []): readonly Path[] {
  if (found.length >= mostChanges) return found;
  if (isMapping(after) && (isMapping(before) || before === undefined || before === null)) {
    for (const [key, value] of Object.entries(after)) {
      changedValues(value, isMapping(before) ? before[key] : undefined, [...path, key], found);
    }
    return found;
  }
  if (Array.isArray(after) && after.length > 0 && (Array.isArray(before) || before === undefined || before === null)) {
    const old = list(before);
    const had = new Set(old.map(canonical));
    for (const [index, item] of after.entries()) {
      if (had.has(canonical(item))) continue;
      // Of as many items as before, each is compared with the one in its place.
      changedValues(item, after.length === old.length ? old[index] : undefined, [...path, index], found);
    }
    if (after.length < old.length) found.push(path);
    return found;
  }
  if (typeof after === 'object' && after !== null) {
    if (!isSameValue(after, before)) found.push(path);
  } else if (scalarText(after) !== scalarText(before) || typeof before === 'object') found.push(path);
  return found;
}

/** The value under a path of keys and indices. */
export function valueIn(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)];
    else current = isMapping(current) ? current[String(step)] : undefined;
  }
  return current;
}

/** The path of what first differs in a field; the field itself where something is only gone, and nothing where it is gone as a whole. */
export function changedInside(now: Mapping, old: Mapping, field: string): Path {
  return now[field] === undefined ? [] : [field, ...(changedValues(now[field], old[field])[0] ?? [])];
}
