import type { ObjectIdentity } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
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

const rowsOfKind = new Map<string, readonly Row[]>();
const rowsOfObject = new WeakMap<ObjectIdentity, readonly Row[]>();

/** How the leaf at `path` of an object is to be read; `open` where no row of the table says otherwise. */
export function roleAt(identity: ObjectIdentity | undefined, path: Path): FieldKind {
  for (const row of rowsFor(identity)) {
    if (row.named !== undefined && !fits(row.named, String(path[path.length - row.fromEnd]))) continue;
    if (matches(row.steps, 0, path, 0)) return row.role;
  }
  return 'open';
}

function rowsFor(identity: ObjectIdentity | undefined): readonly Row[] {
  const known = identity && rowsOfObject.get(identity);
  if (known !== undefined) return known;
  const rows = rowsOf(identity);
  if (identity !== undefined) rowsOfObject.set(identity, rows);
  return rows;
}

function rowsOf(identity: ObjectIdentity | undefined): readonly Row[] {
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
  rowsOfKind.set(key, rows);
  return rows;
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
