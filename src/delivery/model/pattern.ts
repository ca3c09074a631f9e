import { type Glob, matchesGlob, readGlob } from './glob.ts';
import { witnesses } from './witnesses.ts';

/** A pattern that texts are held against; each text once. */
export interface Pattern {
  readonly text: string;
  /** What of the text excludes (`!` before it) rather than allows. */
  readonly isNegated: boolean;
  /** Undefined where it is too long or has too many alternatives: it matches nothing but its own text. */
  readonly glob: Glob | undefined;
  /** Whether it matches its own text alone. */
  readonly isLiteral: boolean;
  readonly matches: (text: string) => boolean;
}

/** Reads a pattern; with `mayNegate`, a `!` before it makes it one that excludes, and `matches` is about the rest. */
export function readPattern(text: string, separators = '', mayNegate = false): Pattern {
  const isNegated = mayNegate && text.startsWith('!');
  const bare = isNegated ? text.slice(1) : text;
  const glob = bare === '*' ? readGlob('**') : readGlob(bare, separators);
  const isLiteral = glob === undefined || !/[*?[{\\]/.test(bare);
  return { text, isNegated, glob, isLiteral, matches: isLiteral ? (value) => value === bare : matcher(bare, glob) };
}

function matcher(pattern: string, glob: Glob): (text: string) => boolean {
  const [prefix = ''] = pattern.split(/[*?[{\\]/, 1);
  const known = new Map<string, boolean>();
  return (text) => {
    if (!text.startsWith(prefix)) return false;
    const answer = known.get(text) ?? matchesGlob(glob, text);
    known.set(text, answer);
    return answer;
  };
}

/** Distinguishes what has a name from what has none. */
export const anyName = readPattern('?*');

/** Texts that represent all others, as far as these patterns decide (`witnesses`). Undefined where they are too many to tell. */
export function witnessesOf(patterns: readonly Pattern[]): readonly string[] | undefined {
  if (patterns.some(({ glob }) => glob === undefined)) return undefined;
  const distinct = new Map(patterns.map(({ text, isNegated, glob }) => [isNegated ? text.slice(1) : text, glob]));
  return witnesses([...distinct.values()].flatMap((glob) => (glob === undefined ? [] : [glob])));
}
