import type { Position } from '../../kube/resource.ts';
import { applyEdits, type Edit } from '../edit/edit.ts';
import { changesAt, changesFrom, changesWithin, nearestChanges, undone } from '../edit/line-changes.ts';
import { linePieces } from '../edit/line-pieces.ts';
import { offsetOf } from '../edit/lines.ts';
import { locate } from '../edit/locate.ts';
import { type Candidate, ofEdits, type Target } from './candidate.ts';
import type { Present, Workbench } from './workbench.ts';

/** Stretches of lines that one way puts back; where there are more, only the whole file is. */
const mostEdits = 100;

/** The change's own lines, undone: those at the place, then all of its document. */
export function* ofLines(
  work: Present,
  place: Position,
  isGone: boolean,
  former: Position | undefined,
): Generator<Candidate> {
  const { before, after, lines, path } = work;
  if (before === undefined || lines === undefined) return;
  const at = isGone ? [] : changesAt(lines, place.line);
  const from = former === undefined ? [] : changesFrom(lines, former.line);
  const near = [...new Set([...at, ...from])];
  if (near.length > 0 && near.length <= mostEdits)
    yield ofEdits(path, undone(near, before.text, after.text), linesText(near.length));
  for (const count of isGone ? [] : [1, 2, 4]) {
    const nearest = nearestChanges(lines, place.line, count);
    if (nearest.length === count) yield ofEdits(path, undone(nearest, before.text, after.text), linesText(count));
  }
  const offset = isGone ? undefined : offsetOf(after.text, place);
  const tree =
    offset === undefined || after.trees === undefined ? undefined : locate(after.text, after.trees, offset)?.tree;
  if (tree === undefined || (after.trees?.length ?? 0) < 2) return;
  const lineOf = (at: number) => after.text.slice(0, at).split('\n').length;
  const within = changesWithin(lines, lineOf(tree.start), lineOf(tree.end));
  if (within.length > 0 && within.length <= mostEdits)
    yield ofEdits(path, undone(within, before.text, after.text), 'puts the object back as it was');
}

/** Single lines that are tried of the stretch at or nearest to a place, at most. */
const mostSingle = 5;

/**
 * One line of what the change has at or nearest to a place, as it was: what a file says of itself (owners, permissions, settings) is said line
 * by line, and the neighbours are not part of it. First the line of the place, then those that the finding names.
 */
export function* ofSingleLines(
  work: Present,
  place: Position,
  former: Position | undefined,
  { message }: Target,
  bench: Workbench,
): Generator<Candidate> {
  const { before, after, lines, path } = work;
  if (before === undefined || lines === undefined) return;
  const [stretch] = [
    ...changesAt(lines, place.line),
    ...(former === undefined ? [] : changesFrom(lines, former.line)),
    ...nearestChanges(lines, place.line, 1),
  ];
  if (stretch === undefined) return;
  const at = offsetOf(after.text, { line: place.line, column: 1 });
  const rank = ({ start, end, text }: Edit): number => {
    if (start === at && end > start) return 0;
    const [word] = /[\w./-]+/.exec(after.text.slice(start, end) || text) ?? [];
    return word !== undefined && message.includes(word) ? 1 : 2;
  };
  const pieces = linePieces(stretch, before.text, after.text).toSorted((a, b) => rank(a) - rank(b));
  let order = 0;
  for (const edit of pieces.slice(0, mostSingle)) {
    if (after.trees !== undefined && !bench.reads(applyEdits(after.text, [edit]))) continue;
    yield { ...ofEdits(path, [edit], linesText(1)), cost: order++ };
  }
}

const linesText = (count: number): string =>
  count === 1 ? 'puts the changed lines there back as they were' : 'puts the changed lines back as they were';
