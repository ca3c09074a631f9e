/** A character of a class and what is after it; undefined where the pattern is bad. */
interface Escaped {
  readonly rune: string;
  readonly next: number;
}

/** Whether a pattern matches all of a text of ASCII, as fluxcd/pkg/envsubst has it: `*` takes slashes as well. Undefined for a bad pattern. */
export function matchesShell(pattern: string, text: string): boolean | undefined {
  let [rest, name] = [pattern, text];
  while (rest !== '') {
    const { isStar, chunk, after } = nextChunk(rest);
    rest = after;
    if (isStar && chunk === '') return true;
    const found = afterChunk(chunk, name);
    if (found === undefined) return undefined;
    if (found !== false && (found === '' || rest !== '')) {
      name = found;
      continue;
    }
    const later = isStar ? afterLater(chunk, name, rest === '') : false;
    if (typeof later !== 'string') return later;
    name = later;
  }
  return name === '';
}

/** What is left after a chunk that begins further on. */
function afterLater(chunk: string, name: string, isLast: boolean): string | false | undefined {
  for (let skipped = 1; skipped <= name.length; skipped++) {
    const found = afterChunk(chunk, name.slice(skipped));
    if (found === undefined) return undefined;
    if (found !== false && !(isLast && found !== '')) return found;
  }
  return false;
}

/** The pattern up to the next star outside a class. */
function nextChunk(pattern: string): { readonly isStar: boolean; readonly chunk: string; readonly after: string } {
  let start = 0;
  while (pattern[start] === '*') start++;
  let isInClass = false;
  let end = start;
  for (; end < pattern.length; end++) {
    const rune = pattern[end];
    if (rune === '\\') end++;
    else if (rune === '[') isInClass = true;
    else if (rune === ']') isInClass = false;
    else if (rune === '*' && !isInClass) break;
  }
  return { isStar: start > 0, chunk: pattern.slice(start, end), after: pattern.slice(end) };
}

/** What is left of a text that begins with what the chunk says; false where it does not. */
function afterChunk(chunk: string, text: string): string | false | undefined {
  let at = 0;
  let done = 0;
  while (at < chunk.length) {
    if (done >= text.length) return false;
    const rune = chunk[at];
    if (rune === '[') {
      const end = afterClass(chunk, at + 1, text[done] ?? '');
      if (typeof end !== 'number') return end;
      at = end;
    } else {
      if (rune === '\\') at++;
      if (at >= chunk.length) return undefined;
      if (rune !== '?' && chunk[at] !== text[done]) return false;
      at++;
    }
    done++;
  }
  return text.slice(done);
}

/** Where a class ends that a character is in. */
function afterClass(chunk: string, start: number, rune: string): number | false | undefined {
  const isNegated = chunk[start] === '^';
  let at = isNegated ? start + 1 : start;
  let isIn = false;
  for (let ranges = 0; !(chunk[at] === ']' && ranges > 0); ranges++) {
    const low = escaped(chunk, at);
    if (low === undefined) return undefined;
    at = low.next;
    const high = chunk[at] === '-' ? escaped(chunk, at + 1) : low;
    if (high === undefined) return undefined;
    at = high.next;
    if (low.rune <= rune && rune <= high.rune) isIn = true;
  }
  return isIn === isNegated ? false : at + 1;
}

function escaped(chunk: string, start: number): Escaped | undefined {
  if (chunk[start] === '-' || chunk[start] === ']') return undefined;
  const at = chunk[start] === '\\' ? start + 1 : start;
  const rune = chunk[at];
  return rune === undefined ? undefined : { rune, next: at + 1 };
}
