import { type LineChange, type LineDiff, lineDiff } from '../../git/diff/line-diff.ts';
import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { list, valueUnder } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import {
  canonical,
  linesOf,
  mostLines,
  objectsAfter,
  only,
  othersAreSame,
  plainSide,
  type Replacement,
} from './changed-file.ts';

/**
 * The lines of the base in place of those that widen a role or binding: exact verbs instead of `"*"`, a new rule or subject taken out.
 * Only where exactly that is the effect: the file still reads, every other object is what it was, what the finding is about
 * is gone from its list, and whatever else the list holds was there on one of the two sides.
 */
export function narrowerLines(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  limits: YamlLimits,
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
  return isNarrower(was, is, becomes) ? replacement : undefined;
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

/** The lists that grant, and what else decides what is granted. */
const lists = ['rules', 'subjects'] as const;
const deciding = [['roleRef'], ['aggregationRule'], ['metadata', 'labels'], ['metadata', 'annotations']] as const;

function isNarrower(was: Resource, is: Resource, becomes: Resource): boolean {
  /** What goes: one thing, or it would take with it what nobody complained of. */
  let gone = 0;
  for (const name of lists) {
    const [old, now, then] = [was, is, becomes].map(({ value }) => list(value[name]).map(canonical)) as [
      string[],
      string[],
      string[],
    ];
    // An empty list is a question for whoever wrote it.
    if (now.length > 0 && then.length === 0) return false;
    if (!then.every((item) => now.includes(item) || old.includes(item))) return false;
    if (now.some((item) => !then.includes(item) && old.includes(item))) return false;
    gone += now.filter((item) => !then.includes(item)).length;
  }
  for (const path of deciding) {
    const [old, now, then] = [was, is, becomes].map(({ value }) => canonical(valueUnder(value, ...path)) ?? '');
    if (then !== now && then !== old) return false;
    if (now !== old && then === old) gone += 1;
  }
  return gone === 1;
}
