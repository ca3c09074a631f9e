import { type LineChange, type LineDiff, lineDiff } from '../../git/diff/line-diff.ts';
import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { linesOf, mostLines, objectsAfter, only, othersAreSame, plainSide, type Replacement } from './changed-file.ts';

/**
 * The lines of the base in place of those that the change has at a line, where `isWanted` says so of the object before, after and
 * with them. The file still reads then, and every other object is what it was.
 */
export function formerLines(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  limits: YamlLimits,
  isWanted: (was: Resource, is: Resource, becomes: Resource) => boolean,
): Replacement | undefined {
  const [before, after] = [plainSide(file.before), plainSide(file.after)];
  if (before === undefined || after === undefined) return undefined;
  const change = changeAt(before, after, line);
  if (change === undefined || change.after.count > mostLines || change.before.count > mostLines) return undefined;
  const old = linesOf(before.text).slice(change.before.start - 1, change.before.start - 1 + change.before.count);
  const replacement = { endLine: line + change.after.count - 1, suggestion: old.join('').replace(/\n$/, '') };
  if (old.length > 0 && replacement.suggestion === '') return undefined;
  const objects = objectsAfter(file, line, replacement, limits);
  if (objects === undefined || !othersAreSame(after.resources, objects, object)) return undefined;
  const [was, is, becomes] = [before.resources, after.resources, objects].map((all) => only(all, object));
  if (was === undefined || is === undefined || becomes === undefined) return undefined;
  return isWanted(was, is, becomes) ? replacement : undefined;
}

const known = new WeakMap<FileSide, LineDiff>();

/** The change that begins with the line. One that only adds lines can begin higher or lower where these repeat themselves. */
function changeAt(before: FileSide, after: FileSide, line: number): LineChange | undefined {
  const diff = known.get(after) ?? lineDiff(before.text, after.text);
  known.set(after, diff);
  const lines = linesOf(after.text);
  for (const change of diff.changes) {
    const { start, count } = change.after;
    if (count === 0) continue;
    if (start === line) return change;
    if (change.before.count > 0 || Math.abs(start - line) > count) continue;
    const [top, bottom] = start > line ? [line, start] : [start, line];
    const isSlide = lines.slice(top - 1, bottom - 1).every((each, index) => each === lines[top - 1 + count + index]);
    if (isSlide)
      return { before: { ...change.before, start: change.before.start + line - start }, after: { start: line, count } };
  }
  return undefined;
}
