import type { ObjectIdentity } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import { remembered } from '../value/remembered.ts';
import { core } from './core.ts';
import { delivery } from './delivery.ts';
import { operators, pipelines } from './operators.ts';
import type { FieldKind, Place } from './place.ts';
import { secretOperators } from './secret-operators.ts';

/** Every place, the most specific first. */
export const places: readonly Place[] = [...secretOperators, ...delivery, ...operators, ...core, ...pipelines];

interface Row {
  readonly steps: readonly string[];
  readonly role: FieldKind;
  /** How far from its end a path has the last step that a row names, and that step: most paths are no row's by it alone. */
  readonly fromEnd: number;
  readonly named: string | undefined;
}

/** Names of steps whose rows are kept. */
const mostSteps = 1_000;

/** Gives the rows of an object that the last step of a path and the one before it fit, in their order. */
type RowsOfStep = (last: string) => (before: string) => readonly Row[];

const rowsOfKind = new Map<string, RowsOfStep>();
const rowsOfObject = new WeakMap<ObjectIdentity, RowsOfStep>();

/** How the leaf at `path` of an object is to be read; `open` where no row of the table says otherwise. */
export function roleAt(identity: ObjectIdentity | undefined, path: Path): FieldKind {
  const rows = rowsFor(identity)(nameOf(path[path.length - 1]))(nameOf(path[path.length - 2]));
  for (const row of rows) if (matches(row.steps, 0, path, 0)) return row.role;
  return 'open';
}

/** No row names an item by its number. */
const nameOf = (step: string | number | undefined): string => (typeof step === 'string' ? step : '');

function rowsFor(identity: ObjectIdentity | undefined): RowsOfStep {
  const known = identity && rowsOfObject.get(identity);
  if (known !== undefined) return known;
  const rows = rowsOf(identity);
  if (identity !== undefined) rowsOfObject.set(identity, rows);
  return rows;
}

function rowsOf(identity: ObjectIdentity | undefined): RowsOfStep {
  const key = identity === undefined ? '' : `${identity.group}/${identity.kind}`;
  const known = rowsOfKind.get(key);
  if (known !== undefined) return known;
  const kind = identity?.kind.toLowerCase() ?? '';
  const rows = places
    .filter((place) => place.kinds.length === 0 || place.kinds.includes(kind))
    .filter((place) => place.groups === undefined || place.groups.includes(identity?.group ?? ''))
    // A step that itself contains a slash (an annotation's name) is written with ~ in the table.
    .map((place) =>
      row(
        place.path.split('/').map((step) => step.replace('~', '/')),
        place.role,
      ),
    );
  if (rowsOfKind.size > 2_000) rowsOfKind.clear();
  const fitting = (from: readonly Row[], step: string, distance: number) =>
    from.filter(({ fromEnd, named }) => fromEnd !== distance || named === undefined || fits(named, step));
  const ofStep = remembered((last) => {
    const ofLast = fitting(rows, last, 1);
    return remembered((before) => fitting(ofLast, before, 2), mostSteps);
  }, mostSteps);
  rowsOfKind.set(key, ofStep);
  return ofStep;
}

function row(steps: readonly string[], role: FieldKind): Row {
  // What comes before `**` is at no fixed distance from the end.
  const tail = steps.slice(steps.lastIndexOf('**') + 1);
  const at = tail.findLastIndex((step) => step !== '*');
  return at < 0
    ? { steps, role, fromEnd: 0, named: undefined }
    : { steps, role, fromEnd: tail.length - at, named: tail[at] };
}

function matches(steps: readonly string[], at: number, path: Path, depth: number): boolean {
  const step = steps[at];
  if (step === undefined) return depth === path.length;
  if (step === '**') {
    if (at === steps.length - 1) return true;
    // Rows name what follows `**` as a tail of fixed length, so there is one way to align it.
    const tail = steps.length - at - 1;
    if (steps.indexOf('**', at + 1) === -1)
      return path.length - tail >= depth && matches(steps, at + 1, path, path.length - tail);
    for (let next = depth; next <= path.length; next++) if (matches(steps, at + 1, path, next)) return true;
    return false;
  }
  if (depth >= path.length) return false;
  return fits(step, String(path[depth])) && matches(steps, at + 1, path, depth + 1);
}

function fits(step: string, name: string): boolean {
  if (step.charAt(0) !== '*') return step === name;
  return step.length === 1 || name.toLowerCase().endsWith(step.slice(1));
}
