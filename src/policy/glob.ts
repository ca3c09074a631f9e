type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** `?`: one character that is not a slash. */
  | { readonly kind: 'one' }
  /** `*`: any run without a slash. */
  | { readonly kind: 'run' }
  /** `**`: anything. */
  | { readonly kind: 'anything' }
  /** `**` and a slash: any number of whole directories, none too. */
  | { readonly kind: 'directories' };

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of pattern.matchAll(/\*\*+\/|\*\*+|\*|\?|[\s\S]/gu)) {
    if (text === '?') tokens.push({ kind: 'one' });
    else if (text === '*') tokens.push({ kind: 'run' });
    else if (!text.startsWith('*')) tokens.push({ kind: 'literal', text });
    else tokens.push({ kind: text.endsWith('/') ? 'directories' : 'anything' });
  }
  return tokens;
}

/** What every matching path begins with; of reversed tokens, what it ends with. */
function literalHead(tokens: readonly Token[], isReversed = false): string {
  const texts: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'literal') break;
    texts.push(token.text);
  }
  return (isReversed ? texts.reverse() : texts).join('');
}

/** Reaches every state that needs no further character. */
function close(states: boolean[], tokens: readonly Token[], isSegmentStart: boolean): boolean[] {
  for (const [index, token] of tokens.entries()) {
    if (states[index] !== true) continue;
    if (token.kind === 'run' || token.kind === 'anything') states[index + 1] = true;
    if (token.kind === 'directories' && isSegmentStart) states[index + 1] = true;
  }
  return states;
}

function step(states: readonly boolean[], tokens: readonly Token[], character: string): boolean[] {
  const next: boolean[] = new Array(tokens.length + 1).fill(false);
  for (const [index, token] of tokens.entries()) {
    if (states[index] !== true) continue;
    if (token.kind === 'literal') next[index + 1] ||= token.text === character;
    else if (token.kind === 'one') next[index + 1] ||= character !== '/';
    else if (token.kind === 'run') next[index] ||= character !== '/';
    else next[index] = true;
  }
  return close(next, tokens, character === '/');
}

/**
 * Whether a whole path matches a pattern: `*` and `?` stay inside one directory, `**` crosses them, a directory (a
 * pattern that ends with a slash) covers all below it. Takes time in proportion to pattern × path, whatever they hold.
 */
export function matchGlob(pattern: string, path: string): boolean {
  return compileGlob(pattern)(path);
}

/** The same for a pattern that many paths are held against. */
export function compileGlob(pattern: string): (path: string) => boolean {
  const tokens = tokenize(pattern.endsWith('/') ? `${pattern}**` : pattern);
  const [head, tail] = [literalHead(tokens), literalHead([...tokens].reverse(), true)];
  return (path) => {
    // Nearly every path of a repository ends here.
    if (!path.startsWith(head) || !path.endsWith(tail)) return false;
    let states = close([true], tokens, true);
    for (const character of path) {
      if (!states.includes(true)) return false;
      states = step(states, tokens, character);
    }
    return states[tokens.length] === true;
  };
}
