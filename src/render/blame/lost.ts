import { canonical, isMapping, isSameValue, list, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { valueIn } from './values-lines.ts';

/** Losses beyond these are not looked for. */
const most = 100;

/**
 * The places at or below `path` that the former object had and it has no more, by the former object's path. What has another value
 * is not lost.
 */
export function lostAt(value: unknown, before: unknown, path: Path): readonly Path[] {
  const found: Path[] = [];
  const former = formerPath(value, before, path);
  lostBelow(valueIn(value, path), valueIn(before, former), former, found);
  return found;
}

/** The innermost place around `path` that has lost something, where the place itself is as it was: ports are gone, and the peer may do more. */
export function losingPlace(value: unknown, before: unknown, path: Path): Path | undefined {
  if (lostAt(value, before, path).length > 0) return path;
  if (path.length < 2 || !isSameValue(valueIn(value, path), valueIn(before, formerPath(value, before, path))))
    return undefined;
  return losingPlace(value, before, path.slice(0, -1));
}

/** Whether one place is the other or in it. */
export function isIn(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step);
}

/** The path that was the same: items of lists may have been elsewhere, and are known by their names. */
function formerPath(value: unknown, before: unknown, path: Path): Path {
  const former: (string | number)[] = [];
  for (const [index, step] of path.entries()) {
    const { name } = mapping(valueIn(value, path.slice(0, index + 1)));
    const items = typeof step === 'number' && name !== undefined ? list(valueIn(before, former)) : [];
    const at = items.findIndex((each) => mapping(each).name === name);
    former.push(at >= 0 ? at : step);
  }
  return former;
}

function lostBelow(value: unknown, before: unknown, path: Path, found: Path[]): void {
  if (before === undefined || before === null || found.length >= most) return;
  if (value === undefined || value === null) found.push(path);
  else if (isMapping(before) && isMapping(value)) {
    for (const [key, each] of Object.entries(before)) lostBelow(value[key], each, [...path, key], found);
  } else if (Array.isArray(before) && Array.isArray(value)) {
    if (value.length === before.length) {
      for (const [index, each] of before.entries()) lostBelow(value[index], each, [...path, index], found);
    } else if (value.length < before.length) {
      const had = new Set(before.map(canonical));
      if (value.every((each) => had.has(canonical(each)))) found.push(path);
    }
  }
}
