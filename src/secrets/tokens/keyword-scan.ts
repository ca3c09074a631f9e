/** An automaton that finds every keyword of a set in one walk over a text (Aho and Corasick, 1975). ASCII keywords only. */
export interface KeywordScan {
  /** Calls `found` with the number of each keyword and the offset of its first character, in order of its last one. */
  scan(text: string, found: (keyword: number, offset: number) => void): void;
}

const alphabet = 128;
/** In the table: a keyword ends at the state. So most characters cost one look-up and nothing else. */
const endsHere = 0x8000;

/** Builds the automaton. Transitions are a dense table, so that a character costs one look-up. */
export function keywordScan(keywords: readonly string[]): KeywordScan {
  const trie = buildTrie(keywords);
  const states = trie.children.length;
  const next = new Uint16Array(states * alphabet);
  const fail = new Uint16Array(states);
  const ends: (readonly number[] | undefined)[] = trie.ends.slice();
  if (states > endsHere) throw new RangeError('too many keywords for the table');
  for (const state of breadthFirst(trie.children)) {
    const row = state * alphabet;
    const fallback = (fail[state] ?? 0) * alphabet;
    // Where the state has no child it goes where the state it falls back to goes.
    if (state !== 0) next.copyWithin(row, fallback, fallback + alphabet);
    for (const [code, child] of trie.children[state] ?? []) {
      const shorter = (next[row + code] ?? 0) & ~endsHere;
      const found = union(ends[child], ends[shorter]);
      fail[child] = shorter;
      ends[child] = found;
      next[row + code] = found === undefined ? child : child | endsHere;
    }
  }
  const lengths = keywords.map((keyword) => keyword.length);
  return { scan: (text, found) => walk(text, next, ends, lengths, found) };
}

function walk(
  text: string,
  next: Uint16Array,
  ends: readonly (readonly number[] | undefined)[],
  lengths: readonly number[],
  found: (keyword: number, offset: number) => void,
): void {
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = code < alphabet ? (next[(state << 7) | code] ?? 0) : 0;
    if (state < endsHere) continue;
    state &= ~endsHere;
    for (const keyword of ends[state] ?? []) found(keyword, at + 1 - (lengths[keyword] ?? 0));
  }
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly ends: (number[] | undefined)[];
}

function buildTrie(keywords: readonly string[]): Trie {
  const children: Map<number, number>[] = [new Map()];
  const ends: (number[] | undefined)[] = [undefined];
  keywords.forEach((keyword, number) => {
    let state = 0;
    for (const character of keyword) {
      const code = character.charCodeAt(0);
      let child = children[state]?.get(code);
      if (child === undefined) {
        child = children.push(new Map()) - 1;
        ends.push(undefined);
        children[state]?.set(code, child);
      }
      state = child;
    }
    const here = ends[state];
    if (here === undefined) ends[state] = [number];
    else here.push(number);
  });
  return { children, ends };
}

function* breadthFirst(children: readonly Map<number, number>[]): Iterable<number> {
  const queue = [0];
  for (const state of queue) {
    yield state;
    for (const child of children[state]?.values() ?? []) queue.push(child);
  }
}

function union(
  own: readonly number[] | undefined,
  inherited: readonly number[] | undefined,
): readonly number[] | undefined {
  if (own === undefined || inherited === undefined) return own ?? inherited;
  return [...own, ...inherited];
}
