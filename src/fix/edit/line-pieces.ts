import type { LineChange } from '../../git/diff/line-diff.ts';
import type { Edit } from './edit.ts';
import { lineStarts } from './lines.ts';

/** Lines of a stretch that are undone one by one, at most. */
const mostLines = 40;

/** A stretch of changed lines as edits of one line each: a line that has another with the same key before it is put back as that, others go or come back. */
export function linePieces(change: LineChange, before: string, after: string): readonly Edit[] {
  if (change.before.count + change.after.count > mostLines) return [];
  const [was, is] = [linesOf(change.before, before), linesOf(change.after, after)];
  const left = new Set(was);
  const end = is.at(-1)?.end ?? offset(lineStarts(after), change.after.start);
  const pieces: Edit[] = [];
  // Where a former line that has no other now comes back: before the next one that has.
  const place = new Map<Line, number>();
  for (const { start, end, key } of is) {
    const old = [...left].find((line) => line.key === key);
    if (old !== undefined) {
      left.delete(old);
      place.set(old, start);
    }
    pieces.push({ start, end, text: old?.text ?? '' });
  }
  for (const line of left) {
    const next = was.slice(was.indexOf(line) + 1).find((each) => place.has(each));
    const start = (next && place.get(next)) ?? end;
    pieces.push({ start, end: start, text: line.text });
  }
  return pieces;
}

interface Line {
  readonly start: number;
  /** After its line break. */
  readonly end: number;
  readonly text: string;
  /** What it is about: its indentation and first word. */
  readonly key: string;
}

function linesOf({ start, count }: LineChange['after'], text: string): readonly Line[] {
  const starts = lineStarts(text);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [offset(starts, start + index), offset(starts, start + index + 1)];
    const line = text.slice(from, to);
    return { start: from, end: to, text: line, key: /^\s*[^\s:=]*/.exec(line)?.[0] ?? '' };
  });
}

const offset = (starts: readonly number[], line: number): number => starts[Math.min(line - 1, starts.length - 1)] ?? 0;

/** Whether an edit is of one line at most, on either side. */
export function isOfOneLine({ start, end, text }: Edit, after: string): boolean {
  return [text, after.slice(start, end)].every((each) => !each.trimEnd().includes('\n'));
}
