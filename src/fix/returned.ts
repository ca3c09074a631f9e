import type { Position } from '../kube/resource.ts';
import { mapping, scalarText, text } from '../plain-values.ts';
import { type Candidate, isOfFile, type Target } from './candidates/candidate.ts';
import { isObject } from './candidates/whole-file.ts';
import type { Side, Workbench } from './candidates/workbench.ts';
import { isOfOneLine } from './edit/line-pieces.ts';
import { offsetOf } from './edit/lines.ts';
import { locate } from './edit/locate.ts';

/** Rules that say that something is another, or is not read: it gives nobody more by itself. */
const neutral: ReadonlySet<string> = new Set(['delivery-changed', 'unreadable-manifest']);

/**
 * Whether what a way gives back to the head is what its finding is about: the same object as it was, for nobody but those who gain by it
 * now; of files without objects the same
 * rule in the same file, and of what a file says of itself the same line.
 */
export function isPartOf(returned: Target, target: Target, { changes }: Candidate, bench: Workbench): boolean {
  const { rule, object, position, gainers } = target;
  const isNear = changes.some(({ path }) => path === returned.position?.file);
  if (neutral.has(returned.rule) || isChangeOnly(returned)) return isNear;
  if (gainers !== undefined && returned.gainers?.every((key) => gainers.includes(key)) === false) return false;
  if (returned.object === undefined) {
    const isAlike = rule === returned.rule && (!isOfFile(target) || isLine(changes, bench));
    return isNear && (object !== undefined || isAlike);
  }
  const isSame = object !== undefined && isObject(object, returned.object);
  return isSame || (position !== undefined && isIn(position, returned.object, bench));
}

/** Of the gate's own files only what weakens it gives anything back. */
const isChangeOnly = ({ rule, severity }: Target): boolean =>
  rule === 'gate-changed' && (severity === 'medium' || severity === 'low');

/** Whether changes are of one line: what comes back with it cannot be distinguished from what goes. */
function isLine(changes: Candidate['changes'], bench: Workbench): boolean {
  return changes.every((change) => {
    const after = bench.file(change.path)?.after?.text ?? '';
    return change.kind === 'edit' && change.edits.every((edit) => isOfOneLine(edit, after));
  });
}

/** Whether a place is in the document of an object, on either side. */
function isIn(place: Position, object: NonNullable<Target['object']>, bench: Workbench): boolean {
  const { before, after } = bench.file(place.file) ?? {};
  return [after, before].some((side) => {
    const { kind, name } = side === undefined ? {} : headOf(side, place);
    return kind === object.kind && name === object.name;
  });
}

function headOf({ text: written, trees = [] }: Side, place: Position) {
  const offset = offsetOf(written, place);
  const found = offset === undefined ? undefined : locate(written, trees, offset);
  const { kind, metadata } = mapping(found?.tree.root.value);
  return { kind: text(kind), name: scalarText(mapping(metadata).name) };
}
