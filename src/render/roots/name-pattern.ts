type Token = '*' | ((character: string) => boolean);

const sign = /\*+|\?|\[\^?(?:(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?)+\]|\\.|[^\\[]/gsuy;
const range = /(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu;

/**
 * Says of a name whether it meets a pattern as Go's filepath.Match reads it: `*`, `?`, classes of characters and escapes. One that is
 * malformed meets nothing. Takes time in proportion to pattern × name.
 */
export function namePattern(pattern: string): (name: string) => boolean {
  const signs = [...pattern.matchAll(sign)].map(([text]) => text);
  if (signs.join('') !== pattern) return () => false;
  const tokens = signs.map(tokenOf);
  return (name) => meets(tokens, [...name]);
}

/** The same of a path: each part of the pattern meets a part of the path. */
export function pathPattern(pattern: string): (path: string) => boolean {
  const parts = pattern.split('/').map(namePattern);
  return (path) => {
    const steps = path.split('/');
    return steps.length === parts.length && parts.every((isPart, index) => isPart(steps[index] ?? ''));
  };
}

function tokenOf(text: string): Token {
  if (text.startsWith('*')) return '*';
  if (text === '?') return () => true;
  if (text.length > 2 && text.startsWith('[')) return classOf(text.slice(1, -1));
  const own = plain(text);
  return (character) => character === own;
}

function classOf(body: string): Token {
  const isNegated = body.startsWith('^');
  const ranges = [...body.slice(isNegated ? 1 : 0).matchAll(range)].map(([, low = '', high = low]) =>
    [low, high].map((each) => plain(each).codePointAt(0) ?? 0),
  );
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([low = 0, high = 0]) => low <= code && code <= high) !== isNegated;
  };
}

function plain(text: string): string {
  return text.startsWith('\\') ? text.slice(1) : text;
}

/** Only the last run can need to be longer: those before it have taken the least that they can. */
function meets(tokens: readonly Token[], name: readonly string[]): boolean {
  let [at, run, from] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    const token = tokens[at];
    if (token === '*') [run, from] = [at++, index];
    else if (token?.(name[index] ?? '') === true) [at, index] = [at + 1, index + 1];
    else if (run < 0) return false;
    else [at, index] = [run + 1, ++from];
  }
  return tokens.slice(at).every((token) => token === '*');
}
