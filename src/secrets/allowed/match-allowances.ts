import { groupBy } from '../../groups.ts';
import type { Allowances, LeftOut } from './allowances.ts';

/** A secret that the gate found, as far as allowances are about it. */
export interface FoundSecret {
  readonly fingerprint: string;
  /** Every place of it; `endLine` where it goes on over lines. */
  readonly places: readonly { readonly file: string; readonly line: number; readonly endLine?: number }[];
}

/** The secrets all of whose places are allowed, and what is to be said of the other entries. */
export interface Matched<F extends FoundSecret> {
  readonly allowed: readonly F[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Which secrets another scanner passes over. It may name the line of a value where the gate names that of its key, one line above: so an
 * entry is about that line where the gate finds nothing on its own. A secret of which only some places are allowed is left out.
 */
export function matchAllowances<F extends FoundSecret>(allowances: Allowances, found: readonly F[]): Matched<F> {
  const byFile = groupBy(allowances.lines, ({ file }) => file);
  const foundIn = groupBy(
    found.flatMap((secret) => secret.places),
    ({ file }) => file,
  );
  const holds = ({ line, endLine = line }: FoundSecret['places'][number], at: number) => at >= line && at <= endLine;
  const isAllowed = (place: FoundSecret['places'][number]) => {
    const { file, line } = place;
    const own = foundIn.get(file) ?? [];
    return (
      (byFile.get(file) ?? []).some(
        (each) => holds(place, each.line) || (each.line === line + 1 && !own.some((other) => holds(other, each.line))),
      ) || allowances.files.some(({ pattern }) => pattern.isIn(file) === true)
    );
  };
  const whole = found.filter(({ places }) => places.length > 0 && places.every(isAllowed));
  const partly = found.filter(({ places }) => places.some(isAllowed) && !places.every(isAllowed));
  return {
    allowed: whole,
    leftOut: [
      ...allowances.leftOut.map(({ what, why, place }) => ({ what: named(what, place, foundIn), why })),
      ...partly.map(({ fingerprint, places }) => ({
        what: `finding ${fingerprint.slice(0, 12)}`,
        why: `it is also where the list names nothing (${places.filter((place) => !isAllowed(place)).length} of ${places.length} places): accept it by its fingerprint`,
      })),
      ...unused(allowances, foundIn),
    ],
  };
}

/** The places of secrets that were found, by their file. */
type FoundIn = ReadonlyMap<string, readonly FoundSecret['places'][number][]>;

/** An entry by its place where a secret was found in that file; else by where it is in the list, whose text may be a secret. */
const named = (where: string, place: LeftOut['place'], foundIn: FoundIn): string =>
  place !== undefined && foundIn.has(place.file) ? `${place.file}:${place.line}` : where;

/** Entries that no secret is at. */
function unused({ lines, files }: Allowances, places: FoundIn): readonly LeftOut[] {
  const isNear = (file: string, line: number) =>
    (places.get(file) ?? []).some(
      (place) => line >= place.line && line <= Math.max(place.endLine ?? 0, place.line + 1),
    );
  const byLine = lines
    .filter(({ file, line }) => !isNear(file, line))
    .map(({ where, file, line }) => ({
      what: named(where, { file, line }, places),
      why: whereInstead(places.get(file) ?? []),
    }));
  const byFile = files
    .filter(({ pattern }) => ![...places.keys()].some((file) => pattern.isIn(file) === true))
    .map(({ where }) => ({ what: where, why: 'the gate finds no secret in such a file' }));
  return [...byLine, ...byFile];
}

const mostLines = 5;

function whereInstead(places: readonly { readonly line: number }[]): string {
  if (places.length === 0) return 'the gate finds no secret in the file it names: nothing needs to be accepted';
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
  return `what the gate finds in this file is on line ${lines.slice(0, mostLines).join(', ')}${more}`;
}
