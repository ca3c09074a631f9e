type Token =
  | { readonly kind: 'character'; readonly code: number }
  /** `?`: any character but a slash. */
  | { readonly kind: 'one' }
  /** `[…]`: a set of characters, never a slash. */
  | { readonly kind: 'set'; readonly has: ReadonlySet<number> }
  /** `*`: any run without a slash. */
  | { readonly kind: 'run' }
  /** `**` at the end, behind a slash or alone: anything. */
  | { readonly kind: 'anything' }
  /** `**` and a slash: any number of whole directories, none too. */
  | { readonly kind: 'directories' };

/** A pattern of `.gitattributes` or `.gitignore`, ready to be matched. */
export type Pattern = readonly Token[];

const slash = 0x2f;

const namedSets: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/**
 * Takes a pattern apart as git's wildmatch does with WM_PATHNAME (wildmatch.c). `pattern` and paths are bytes as latin1.
 * Undefined where the pattern is broken, so that it matches nothing.
 */
export function compilePattern(pattern: string): Pattern | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; ) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      if (at + 1 >= pattern.length) return undefined;
      tokens.push({ kind: 'character', code: pattern.charCodeAt(at + 1) });
      at += 2;
    } else if (character === '?') {
      tokens.push({ kind: 'one' });
      at++;
    } else if (character === '*') {
      at = readStars(pattern, at, tokens);
    } else if (character === '[') {
      const set = readSet(pattern, at + 1);
      if (set === undefined) return undefined;
      tokens.push({ kind: 'set', has: set.has });
      at = set.end;
    } else {
      tokens.push({ kind: 'character', code: pattern.charCodeAt(at) });
      at++;
    }
  }
  return tokens;
}

/** Two or more stars between slashes cross directories; anywhere else they are one. */
function readStars(pattern: string, start: number, tokens: Token[]): number {
  let end = start;
  while (pattern[end] === '*') end++;
  const isBound = (start === 0 || pattern[start - 1] === '/') && (end === pattern.length || pattern[end] === '/');
  if (end - start < 2 || !isBound) tokens.push({ kind: 'run' });
  else tokens.push({ kind: end === pattern.length ? 'anything' : 'directories' });
  return tokens.at(-1)?.kind === 'directories' ? end + 1 : end;
}

/** Reads a set from behind its bracket on; undefined where it does not end. */
function readSet(
  pattern: string,
  start: number,
): { readonly has: ReadonlySet<number>; readonly end: number } | undefined {
  const isNegated = pattern[start] === '!' || pattern[start] === '^';
  const members = new Set<number>();
  let at = isNegated ? start + 1 : start;
  let last: number | undefined;
  for (const first = at; at < pattern.length; ) {
    if (pattern[at] === ']' && at > first) return { has: isNegated ? complement(members) : members, end: at + 1 };
    const name = /^\[:([a-z]*):\]/.exec(pattern.slice(at, at + 16))?.[1];
    if (name !== undefined) {
      const set = namedSets[name];
      if (set === undefined) return undefined;
      for (let code = 0; code < 256; code++) if (set.test(String.fromCharCode(code))) members.add(code);
      at += name.length + 4;
      last = undefined;
    } else if (pattern[at] === '-' && last !== undefined && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      const upper = pattern[at + 1] === '\\' ? at + 2 : at + 1;
      if (upper >= pattern.length) return undefined;
      for (let code = last; code <= pattern.charCodeAt(upper); code++) members.add(code);
      at = upper + 1;
      last = undefined;
    } else {
      if (pattern[at] === '\\') at++;
      if (at >= pattern.length) return undefined;
      last = pattern.charCodeAt(at);
      members.add(last);
      at++;
    }
  }
  return undefined;
}

function complement(members: ReadonlySet<number>): ReadonlySet<number> {
  const others = new Set<number>();
  for (let code = 0; code < 256; code++) if (!members.has(code)) others.add(code);
  return others;
}

/** Whether a pattern matches a whole path. Takes time in proportion to pattern × path, whatever they hold. */
export function matchesWhole(pattern: Pattern, path: string): boolean {
  let states = settle(new Uint8Array(pattern.length + 1), pattern, true, 0);
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    const next = new Uint8Array(pattern.length + 1);
    let isAlive = false;
    for (const [index, token] of pattern.entries()) {
      if (states[index] !== 1) continue;
      isAlive = true;
      if (accepts(token, code)) next[index + 1] = 1;
      if (token.kind === 'anything' || token.kind === 'directories' || (token.kind === 'run' && code !== slash)) {
        next[index] = 1;
      }
    }
    if (!isAlive) return false;
    states = settle(next, pattern, code === slash);
  }
  return states[pattern.length] === 1;
}

function accepts(token: Token, code: number): boolean {
  if (token.kind === 'character') return token.code === code;
  return code !== slash && (token.kind === 'one' || (token.kind === 'set' && token.has.has(code)));
}

/** Reaches what needs no further character; `from` is a state to begin with. */
function settle(states: Uint8Array, pattern: Pattern, isSegmentStart: boolean, from?: number): Uint8Array {
  if (from !== undefined) states[from] = 1;
  for (const [index, { kind }] of pattern.entries()) {
    if (states[index] !== 1) continue;
    if (kind === 'run' || kind === 'anything' || (kind === 'directories' && isSegmentStart)) states[index + 1] = 1;
  }
  return states;
}
