import type { Finding } from '../gate.ts';
import { hunks, type LineChange, type LineDiff, type LineRun, mapLine } from '../git/diff/line-diff.ts';
import type { Position } from '../kube/resource.ts';
import { type FileDiff, mergeBaseLine, type ReviewDiff, reversed } from './review-diff.ts';

/** A line of a diff: an added one has only a new number, a removed one only an old one, an unchanged one has both. Counted from 1. */
export interface DiffLine {
  readonly newLine?: number;
  readonly oldLine?: number;
}

/** Lines of a diff that a comment is written on. */
export interface LinePlace {
  readonly kind: 'line';
  readonly file: string;
  /** Differs from `file` where the file was moved. */
  readonly oldFile: string;
  /** The last line; the comment is shown under it. */
  readonly line: DiffLine;
  /** The first line, where there are several; on the same side as `line`. */
  readonly start?: DiffLine;
}

/** A file of a diff as a whole, for findings on lines the diff does not show. */
export interface FilePlace {
  readonly kind: 'file';
  readonly file: string;
  readonly oldFile: string;
}

export type Place = LinePlace | FilePlace;

/** Where a finding can be commented on. */
export interface Anchor {
  readonly place: Place;
  /** Whether the place is exactly the lines the finding is about, so that a suggestion would replace the right ones. */
  readonly isExact: boolean;
}

/** Longer ranges are commented on at their first line: a box around hundreds of lines says nothing. */
const longestRange = 20;

/** The best place of the diff for a finding: a line the diff shows, else its file, else none. Its own position first, then the others. */
export function anchorOf(finding: Finding, diff: ReviewDiff): Anchor | undefined {
  let file: Anchor | undefined;
  for (const { position, end } of newRanges(finding)) {
    const changed = diff.get(position.file);
    if (changed === undefined) continue;
    const found = onNewSide(changed, position.line, end);
    if (found !== undefined) return found;
    file ??= { place: filePlace(changed), isExact: false };
  }
  const removed = finding.removedAt;
  const changed = removed && diff.get(removed.file);
  if (removed === undefined || changed === undefined) return file;
  return onOldSide(changed, removed.line) ?? file ?? { place: filePlace(changed), isExact: false };
}

/** Whether a comment at this line or file is about something the finding is about. */
export function isAbout(finding: Finding, place: Place, diff: ReviewDiff): boolean {
  const { newLine, oldLine } = place.kind === 'file' ? {} : place.line;
  const isNew = newRanges(finding).some(
    ({ position, end }) =>
      position.file === place.file && (place.kind === 'file' || within(newLine, position.line, end)),
  );
  const removed = finding.removedAt;
  const changed = removed && diff.get(removed.file);
  if (isNew || removed === undefined || changed === undefined) return isNew;
  return changed.path === place.file && (place.kind === 'file' || mergeBaseLine(changed, removed.line) === oldLine);
}

/** One text for places where comments are shown together. */
export function placeKey(place: Place): string {
  if (place.kind === 'file') return JSON.stringify([place.file]);
  const { newLine, oldLine } = place.start ?? place.line;
  return JSON.stringify([place.file, newLine ?? null, newLine === undefined ? oldLine : null]);
}

/** Whether both are the same lines of the same file. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.kind === 'file' || b.kind === 'file') return a.kind === b.kind && a.file === b.file;
  return placeKey(a) === placeKey(b) && placeKey(lastLine(a)) === placeKey(lastLine(b));
}

/** The place cut down to one line. */
export function firstLine(place: Place): Place {
  if (place.kind === 'file' || place.start === undefined) return place;
  const { file, oldFile, start } = place;
  return { kind: 'line', file, oldFile, line: start };
}

function lastLine({ file, oldFile, line }: LinePlace): LinePlace {
  return { kind: 'line', file, oldFile, line };
}

function newRanges({ position, endLine, places = [], suggestion }: Finding): { position: Position; end: number }[] {
  const own = position && {
    position,
    end:
      suggestion === undefined
        ? Math.min(endLine ?? position.line, position.line + longestRange)
        : (endLine ?? position.line),
  };
  return [...(own ? [own] : []), ...places.map((place) => ({ position: place, end: place.line }))];
}

function onNewSide(file: FileDiff, line: number, end: number): Anchor | undefined {
  const shown = shownLines(file);
  const side = (newLine: number): DiffLine => {
    const oldLine = shown && mapLine(shown.back, newLine);
    return oldLine === undefined ? { newLine } : { newLine, oldLine };
  };
  for (const { after } of shown?.hunks ?? []) {
    const shared = overlap(after, line, end);
    if (shared === undefined) continue;
    const { first, last } = shared;
    const place: LinePlace = {
      kind: 'line',
      ...paths(file),
      line: side(last),
      ...(first === last ? {} : { start: side(first) }),
    };
    return { place, isExact: first === line && last === end };
  }
  return undefined;
}

function onOldSide(file: FileDiff, line: number): Anchor | undefined {
  const oldLine = mergeBaseLine(file, line);
  if (file.lines === undefined || oldLine === undefined) return undefined;
  if (!shownLines(file)?.hunks.some(({ before }) => overlap(before, oldLine, oldLine) !== undefined)) return undefined;
  const newLine = mapLine(file.lines, oldLine);
  const shown = newLine === undefined ? { oldLine } : { newLine, oldLine };
  return { place: { kind: 'line', ...paths(file), line: shown }, isExact: false };
}

interface ShownLines {
  readonly hunks: readonly LineChange[];
  /** Lines of the head → lines of the merge base. */
  readonly back: LineDiff;
}

/** Computed once for each file: there may be thousands of findings in it. */
const known = new WeakMap<LineDiff, ShownLines>();

function shownLines({ lines }: FileDiff): ShownLines | undefined {
  if (lines === undefined) return undefined;
  const shown = known.get(lines) ?? { hunks: hunks(lines), back: reversed(lines) };
  known.set(lines, shown);
  return shown;
}

/** The first and last line that a run of lines and a range have in common. */
function overlap({ start, count }: LineRun, line: number, end: number): { first: number; last: number } | undefined {
  const [first, last] = [Math.max(start, line), Math.min(start + count - 1, end)];
  return first <= last ? { first, last } : undefined;
}

function within(line: number | undefined, first: number, last: number): boolean {
  return line !== undefined && line >= first && line <= last;
}

function filePlace(file: FileDiff): FilePlace {
  return { kind: 'file', ...paths(file) };
}

const paths = ({ path, oldPath }: FileDiff) => ({ file: path, oldFile: oldPath });
