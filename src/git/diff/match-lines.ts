/** Equal lines: `count` of them from `before` in the one and from `after` in the other, counted from 0. */
export interface Block {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

const never = 0;
const onceBefore = 1;
const onceInBoth = 2;
const often = 3;

/** A part of both texts: lines from (inclusive) and to (exclusive). */
interface Part {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Differences beyond which the shortest script is no longer looked for: its trace takes memory by their square. */
const mostDifferences = 1000;
/** Comparisons for one pair of texts, beyond which parts are taken as wholly different. */
const mostWork = 30_000_000;

/**
 * The lines two texts have in common, in order. E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986);
 * where that would cost too much, lines that are unique in both part the texts first (Bram Cohen's "patience diff").
 */
export function matchLines(before: Int32Array, after: Int32Array, lines: number): readonly Block[] {
  return new Matcher(before, after, lines).match();
}

class Matcher {
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  /** Per distinct line: how often the part at hand has it, and where in the text after. */
  readonly #seen: Uint8Array;
  readonly #places: Int32Array;
  readonly #blocks: Block[] = [];
  #work = mostWork;

  constructor(before: Int32Array, after: Int32Array, lines: number) {
    this.#before = before;
    this.#after = after;
    this.#seen = new Uint8Array(lines);
    this.#places = new Int32Array(lines);
  }

  match(): readonly Block[] {
    // Parts still to be matched, the next one last; blocks are found in order.
    const parts: (Part | Block)[] = [{ a: 0, aEnd: this.#before.length, b: 0, bEnd: this.#after.length }];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if ('count' in part) this.#add(part);
      else for (const piece of this.#split(part).reverse()) parts.push(piece);
    }
    return this.#blocks;
  }

  /** What a part consists of, in order: blocks, and smaller parts to look at. */
  #split(part: Part): (Part | Block)[] {
    const { head, rest, tail } = this.#trim(part);
    const around = (middle: readonly (Part | Block)[]) =>
      [head, ...middle, tail].filter((p) => !('count' in p) || p.count > 0);
    if (rest.a === rest.aEnd || rest.b === rest.bEnd || this.#work <= 0) return around([]);
    return around(this.#shortest(rest) ?? this.#anchors(rest));
  }

  /** Equal lines at the start and the end. */
  #trim({ a, aEnd, b, bEnd }: Part): { head: Block; rest: Part; tail: Block } {
    const most = Math.min(aEnd - a, bEnd - b);
    let top = 0;
    while (top < most && this.#before[a + top] === this.#after[b + top]) top++;
    let bottom = 0;
    while (bottom < most - top && this.#before[aEnd - 1 - bottom] === this.#after[bEnd - 1 - bottom]) bottom++;
    this.#work -= top + bottom + 1;
    return {
      head: { before: a, after: b, count: top },
      rest: { a: a + top, aEnd: aEnd - bottom, b: b + top, bEnd: bEnd - bottom },
      tail: { before: aEnd - bottom, after: bEnd - bottom, count: bottom },
    };
  }

  /** The blocks of a shortest edit script; undefined where it is too long or too much work. */
  #shortest({ a, aEnd, b, bEnd }: Part): Block[] | undefined {
    const n = aEnd - a;
    const m = bEnd - b;
    const most = Math.min(n + m, mostDifferences);
    const reach = new Int32Array(2 * most + 3);
    const trace: Int32Array[] = [];
    for (let d = 0; d <= most; d++) {
      trace.push(reach.slice(most - d, most + d + 3));
      for (let k = -d; k <= d; k += 2) {
        const down = reach[most + k + 2] ?? 0;
        const right = reach[most + k] ?? 0;
        let x = k === -d || (k !== d && right < down) ? down : right + 1;
        const start = x;
        while (x < n && x - k < m && this.#before[a + x] === this.#after[b + x - k]) x++;
        this.#work -= x - start + 1;
        reach[most + k + 1] = x;
        if (x >= n && x - k >= m)
          return backtrack(trace, n, m).map((s) => ({ ...s, before: s.before + a, after: s.after + b }));
      }
      if (this.#work <= 0) return undefined;
    }
    return undefined;
  }

  /** Blocks of single lines that are unique in both sides of the part and are in the same order, and the parts between them. */
  #anchors(part: Part): (Part | Block)[] {
    const unique = longestRising(this.#uniquePairs(part));
    if (unique.length === 0) return [];
    const pieces: (Part | Block)[] = [];
    let { a, b } = part;
    for (const { before, after } of unique) {
      pieces.push({ a, aEnd: before, b, bEnd: after }, { before, after, count: 1 });
      a = before + 1;
      b = after + 1;
    }
    return [...pieces, { a, aEnd: part.aEnd, b, bEnd: part.bEnd }];
  }

  #uniquePairs({ a, aEnd, b, bEnd }: Part): Block[] {
    const seen = this.#seen;
    this.#work -= 2 * (aEnd - a + bEnd - b);
    for (let j = b; j < bEnd; j++) seen[this.#after[j] ?? 0] = never;
    for (let i = a; i < aEnd; i++) seen[this.#before[i] ?? 0] = never;
    for (let i = a; i < aEnd; i++) {
      const line = this.#before[i] ?? 0;
      seen[line] = seen[line] === never ? onceBefore : often;
    }
    for (let j = b; j < bEnd; j++) {
      const line = this.#after[j] ?? 0;
      seen[line] = seen[line] === onceBefore ? onceInBoth : often;
      this.#places[line] = j;
    }
    const pairs: Block[] = [];
    for (let i = a; i < aEnd; i++) {
      const line = this.#before[i] ?? 0;
      if (seen[line] === onceInBoth) pairs.push({ before: i, after: this.#places[line] ?? 0, count: 1 });
    }
    return pairs;
  }

  /** Adds a block, joined to the one before where they touch. */
  #add(block: Block): void {
    const last = this.#blocks.at(-1);
    const touches =
      last !== undefined && last.before + last.count === block.before && last.after + last.count === block.after;
    if (touches) this.#blocks[this.#blocks.length - 1] = { ...last, count: last.count + block.count };
    else if (block.count > 0) this.#blocks.push(block);
  }
}

/** Follows the furthest reaching paths of each number of differences back to the start. */
function backtrack(trace: readonly Int32Array[], n: number, m: number): Block[] {
  const blocks: Block[] = [];
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d >= 0; d--) {
    // `reach` before this round, for the diagonals -d-1 … d+1.
    const reach = trace[d] ?? new Int32Array(0);
    const k = x - y;
    const down = reach[d + k + 2] ?? 0;
    const right = reach[d + k] ?? 0;
    const fromAbove = k === -d || (k !== d && right < down);
    const start = d === 0 ? 0 : fromAbove ? down : right + 1;
    if (x > start) blocks.push({ before: start, after: start - k, count: x - start });
    x = fromAbove ? start : start - 1;
    y = x - (fromAbove ? k + 1 : k - 1);
  }
  return blocks.reverse();
}

/** A longest subsequence of pairs (in order of `before`) whose `after` rises, by patience sorting. */
function longestRising(pairs: readonly Block[]): Block[] {
  const tops: number[] = [];
  const previous: number[] = [];
  pairs.forEach(({ after }, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.after ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  });
  const rising: Block[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) rising.push(pair);
  }
  return rising.reverse();
}
