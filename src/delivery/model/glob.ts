/** One character of a text, or a run of them. */
export interface GlobToken {
  readonly accepts: (character: string) => boolean;
  /** Whether it takes any number of such characters, none too. */
  readonly repeats: boolean;
  /** The characters that it treats differently from most others. */
  readonly mentions: readonly string[];
}

/** A pattern as its alternatives; a text matches where one of them takes the whole of it. */
export type Glob = readonly (readonly GlobToken[])[];

/** Characters of a pattern that is read; braces may be as deep. */
const longest = 1_000;
/** Alternatives of one pattern (`{a,b}`) that are written out. */
const mostAlternatives = 256;

/**
 * Reads a pattern as github.com/gobwas/glob does, which Argo CD uses: `*` and `?` stop at separators, `**` does not, `[a-z]`,
 * `[!a-z]`, `{a,b}`, and a backslash before a literal. Undefined for a pattern that is too long or has too many alternatives.
 */
export function readGlob(pattern: string, separators = ''): Glob | undefined {
  const alternatives = pattern.length > longest ? undefined : expandBraces(pattern);
  return alternatives?.map((each) => tokensOf(each, separators));
}

/** Whether the whole text matches. */
export function matchesGlob(glob: Glob, text: string): boolean {
  return glob.some((tokens) => {
    let states = withSkips([0], tokens);
    for (const character of text) states = nextStates(states, tokens, character);
    return states.includes(tokens.length);
  });
}

function nextStates(states: readonly number[], tokens: readonly GlobToken[], character: string): readonly number[] {
  const next = states.flatMap((at) => {
    const token = tokens[at];
    return token?.accepts(character) === true ? [token.repeats ? at : at + 1] : [];
  });
  return withSkips(next, tokens);
}

/** The states, and those behind tokens that may take nothing. */
function withSkips(states: readonly number[], tokens: readonly GlobToken[]): readonly number[] {
  const all = new Set<number>();
  for (const start of states) {
    for (let at = start; !all.has(at); at++) {
      all.add(at);
      if (tokens[at]?.repeats !== true) break;
    }
  }
  return [...all];
}

/** `a{b,c}d` as `abd` and `acd`; braces inside braces too. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const open = firstBrace(pattern);
  if (open === undefined) return [pattern];
  const { start, parts, end } = open;
  const rest = expandBraces(pattern.slice(end + 1));
  const inner = parts.map(expandBraces);
  if (rest === undefined || inner.some((each) => each === undefined)) return undefined;
  const middle = inner.flatMap((each) => each ?? []);
  if (middle.length * rest.length > mostAlternatives) return undefined;
  return middle.flatMap((each) => rest.map((tail) => `${pattern.slice(0, start)}${each}${tail}`));
}

function firstBrace(pattern: string): { start: number; parts: readonly string[]; end: number } | undefined {
  let start = -1;
  let depth = 0;
  let from = 0;
  const parts: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{' && depth++ === 0) [start, from] = [at, at + 1];
    else if (character === ',' && depth === 1) {
      parts.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === '}' && depth > 0 && --depth === 0) {
      return { start, parts: [...parts, pattern.slice(from, at)], end: at };
    }
  }
  return undefined;
}

function tokensOf(pattern: string, separators: string): readonly GlobToken[] {
  const stops = [...separators];
  const inside = (character: string) => !stops.includes(character);
  return [...pattern.matchAll(/\*\*+|\*|\?|\[(!?)((?:\\.|[^\]\\])+)\]|\\([\s\S])|[\s\S]/gu)].map((match): GlobToken => {
    const [text, negation, members, escaped] = match;
    if (text.startsWith('**')) return { accepts: () => true, repeats: true, mentions: [] };
    if (text === '*') return { accepts: inside, repeats: true, mentions: stops };
    if (text === '?') return { accepts: inside, repeats: false, mentions: stops };
    if (members !== undefined) return classToken(members, negation === '!');
    const letter = escaped ?? text;
    return { accepts: (character) => character === letter, repeats: false, mentions: [letter] };
  });
}

/** Characters of a range that are distinguished. */
const widestRange = 256;

function classToken(members: string, isNegated: boolean): GlobToken {
  const listed = new Set<string>();
  for (const [, from = '', to] of members.matchAll(/([\s\S])(?:-([\s\S]))?/gu)) {
    const first = from.codePointAt(0) ?? 0;
    const last = Math.min(to?.codePointAt(0) ?? first, first + widestRange);
    for (let code = first; code <= last; code++) listed.add(String.fromCodePoint(code));
  }
  return { accepts: (character) => listed.has(character) !== isNegated, repeats: false, mentions: [...listed] };
}
