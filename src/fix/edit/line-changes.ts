import type { LineChange, LineDiff } from '../../git/diff/line-diff.ts';
import type { Edit } from './edit.ts';
import { lineStarts } from './lines.ts';

/** The edits that undo changes of lines. */
export function undone(changes: readonly LineChange[], before: string, after: string): readonly Edit[] {
  const [old, now] = [lineStarts(before), lineStarts(after)];
  const offset = (starts: readonly number[], line: number) => starts[Math.min(line - 1, starts.length - 1)] ?? 0;
  return changes.map((change) => ({
    start: offset(now, change.after.start),
    end: offset(now, change.after.start + change.after.count),
    text: before.slice(offset(old, change.before.start), offset(old, change.before.start + change.before.count)),
  }));
}

/** The changes that touch a line after them, or are right next to it. */
export function changesAt({ changes }: LineDiff, line: number): readonly LineChange[] {
  return changes.filter(
    ({ after: { start, count } }) => line >= start - (count === 0 ? 1 : 0) && line < start + Math.max(count, 1),
  );
}

/** The changes that touch a line before them. */
export function changesFrom({ changes }: LineDiff, line: number): readonly LineChange[] {
  return changes.filter(({ before: { start, count } }) => line >= start && line < start + count);
}

/** The changes between two lines after them, both included. */
export function changesWithin({ changes }: LineDiff, first: number, last: number): readonly LineChange[] {
  return changes.filter(({ after: { start, count } }) => start <= last + 1 && start + count >= first);
}

/** The changes nearest to a line after them, `count` of them. */
export function nearestChanges({ changes }: LineDiff, line: number, count: number): readonly LineChange[] {
  const distance = ({ after: { start, count: lines } }: LineChange) =>
    line < start ? start - line : Math.max(0, line - start - Math.max(lines, 1) + 1);
  return changes.toSorted((a, b) => distance(a) - distance(b)).slice(0, count);
}
