import { Pattern } from '../../policy/pattern.ts';
import { UnreadPatternError } from '../../policy/pattern-syntax.ts';

/** A line of a file that a list names. */
interface Named {
  readonly file: string;
  readonly line: number;
}

/** A line at which another scanner passes over what it finds. */
export interface AllowedLine extends Named {
  /** Which entry of the list says so: what is in one may be a secret. */
  readonly where: string;
}

/** Files that another scanner passes over: those whose path holds the pattern. */
export interface AllowedFiles {
  readonly where: string;
  readonly pattern: Pattern;
}

/** An entry that says nothing about places, or nothing that is followed: which one, and why. Never its text, which may be a secret. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
  /** The place that it is about, as the list has it: said only where a secret was found in such a file. */
  readonly place?: Named;
}

/** What another scanner is told to pass over. */
export interface Allowances {
  readonly lines: readonly AllowedLine[];
  readonly files: readonly AllowedFiles[];
  readonly leftOut: readonly LeftOut[];
}

export const noAllowances: Allowances = { lines: [], files: [], leftOut: [] };

/** Several as one. */
export function joined(all: readonly Allowances[]): Allowances {
  return {
    lines: all.flatMap(({ lines }) => lines),
    files: all.flatMap(({ files }) => files),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}

/** A pattern of paths as Go's `regexp` and Python's `re` have it in common; left out where it is not read. */
export function allowedFiles(text: string, where: string): Allowances {
  try {
    return { ...noAllowances, files: [{ where, pattern: new Pattern(text) }] };
  } catch (error) {
    if (!(error instanceof UnreadPatternError)) throw error;
    return { ...noAllowances, leftOut: [{ what: where, why: 'the pattern has parts that are not read here' }] };
  }
}

/** A path as git has it: `./a.yaml` is a.yaml, and one that is whole is that below `root`. */
export function pathInRepository(path: string, root: string): string {
  const below = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return below.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/** A line number; undefined for anything else. */
export function lineNumber(value: unknown): number | undefined {
  const line = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return Number.isInteger(line) && line > 0 ? line : undefined;
}

/** An entry that is not an allowance of ours. */
export const leftOut = (what: string, why: string, place?: Named): Allowances => ({
  ...noAllowances,
  leftOut: [{ what, why, ...(place === undefined ? {} : { place }) }],
});
