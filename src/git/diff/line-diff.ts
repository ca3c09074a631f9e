import { type Block, matchLines } from './match-lines.ts';

/** A run of lines that differ. Lines count from 1; where `count` is 0, there is nothing and `start` is the line that follows. */
export interface LineChange {
  readonly before: LineRun;
  readonly after: LineRun;
}

export interface LineRun {
  readonly start: number;
  readonly count: number;
}

/** How two texts differ, line by line: applying the changes to the one gives the other. */
export interface LineDiff {
  readonly beforeLines: number;
  readonly afterLines: number;
  /** In order; equal lines are between any two. */
  readonly changes: readonly LineChange[];
}

/**
 * Compares two texts by lines (a last line without its line break differs from one with it, as in git). Shortest where the
 * texts differ little; where they differ much the work is bounded, and the changes are correct but may be larger.
 */
export function lineDiff(before: string, after: string): LineDiff {
  const [old, now, lines] = intern(splitLines(before), splitLines(after));
  const changes: LineChange[] = [];
  let at: Block = { before: 0, after: 0, count: 0 };
  for (const block of [...matchLines(old, now, lines), { before: old.length, after: now.length, count: 0 }]) {
    const removed = { start: at.before + at.count + 1, count: block.before - at.before - at.count };
    const added = { start: at.after + at.count + 1, count: block.after - at.after - at.count };
    if (removed.count > 0 || added.count > 0) changes.push({ before: removed, after: added });
    at = block;
  }
  return { beforeLines: old.length, afterLines: now.length, changes };
}

/** Where a line of the text before is in the text after; undefined where it is among the changed ones. */
export function mapLine(diff: LineDiff, line: number): number | undefined {
  let shift = 0;
  for (const { before, after } of diff.changes) {
    if (line < before.start) break;
    if (line < before.start + before.count) return undefined;
    shift += after.count - before.count;
  }
  return line + shift;
}

/** The changes as a unified diff shows them: each with `context` equal lines around it, joined where they touch. */
export function hunks(diff: LineDiff, context = 3): readonly LineChange[] {
  const joined: LineChange[] = [];
  for (const { before, after } of diff.changes) {
    const above = Math.min(context, before.start - 1);
    const below = Math.min(context, diff.beforeLines - (before.start + before.count - 1));
    const hunk = {
      before: { start: before.start - above, count: before.count + above + below },
      after: { start: after.start - above, count: after.count + above + below },
    };
    const last = joined.at(-1);
    if (last !== undefined && hunk.before.start <= last.before.start + last.before.count) {
      joined[joined.length - 1] = { before: cover(last.before, hunk.before), after: cover(last.after, hunk.after) };
    } else {
      joined.push(hunk);
    }
  }
  return joined;
}

/** Whether a line lies in one of the runs. */
export function inRuns(runs: Iterable<LineRun>, line: number): boolean {
  for (const { start, count } of runs) if (line >= start && line < start + count) return true;
  return false;
}

function cover(first: LineRun, second: LineRun): LineRun {
  return { start: first.start, count: second.start + second.count - first.start };
}

function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/** Equal lines get equal numbers, counted from 0. */
function intern(before: readonly string[], after: readonly string[]): [Int32Array, Int32Array, number] {
  const numbers = new Map<string, number>();
  const number = (line: string) => {
    const known = numbers.get(line) ?? numbers.size;
    numbers.set(line, known);
    return known;
  };
  return [Int32Array.from(before, number), Int32Array.from(after, number), numbers.size];
}
