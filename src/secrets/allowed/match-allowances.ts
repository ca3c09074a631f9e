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
 * Which secrets another scanner passes over. It may name the line of a value where the gate names that of its key, one line above. A secret
 * of which only some places are allowed is left out.
 */
export function matchAllowances<F extends FoundSecret>(allowances: Allowances, found: readonly F[]): Matched<F> {
  const byFile = groupBy(allowances.lines, ({ file }) => file);
  const isAllowed = ({ file, line, endLine = line }: FoundSecret['places'][number]) =>
    (byFile.get(file) ?? []).some((each) => each.line >= line && each.line <= Math.max(endLine, line + 1)) ||
    allowances.files.some(({ pattern }) => pattern.isIn(file) === true);
  const whole = found.filter(({ places }) => places.length > 0 && places.every(isAllowed));
  const partly = found.filter(({ places }) => places.some(isAllowed) && !places.every(isAllowed));
  return {
    allowed: whole,
    leftOut: [
      ...allowances.leftOut,
      ...partly.map(({ fingerprint, places }) => ({
        what: `finding ${fingerprint.slice(0, 12)}`,
        why: `it is also where the list names nothing (${places.filter((place) => !isAllowed(place)).length} of ${places.length} places): accept it by its fingerprint`,
      })),
      ...unused(allowances, found),
    ],
  };
}

/** Entries that no secret is at. */
function unused({ lines, files }: Allowances, found: readonly FoundSecret[]): readonly LeftOut[] {
  const places = groupBy(
    found.flatMap((secret) => secret.places),
    ({ file }) => file,
  );
  const isNear = (file: string, line: number) =>
    (places.get(file) ?? []).some(
      (place) => line >= place.line && line <= Math.max(place.endLine ?? 0, place.line + 1),
    );
  const byLine = lines
    .filter(({ file, line }) => !isNear(file, line))
    .map(({ file, line }) => ({ what: `${file}:${line}`, why: whereInstead(places.get(file) ?? []) }));
  const byFile = files
    .filter(({ pattern }) => ![...places.keys()].some((file) => pattern.isIn(file) === true))
    .map(({ text }) => ({ what: `files ${text}`, why: 'the gate finds no secret there' }));
  return [...byLine, ...byFile];
}

const mostLines = 5;

function whereInstead(places: readonly { readonly line: number }[]): string {
  if (places.length === 0) return 'the gate finds no secret in this file: nothing needs to be accepted';
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
  return `what the gate finds in this file is on line ${lines.slice(0, mostLines).join(', ')}${more}`;
}
