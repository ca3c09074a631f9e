import { type Assertion, type CharTest, readPattern, type Syntax, UnreadPatternError } from './pattern-syntax.ts';

type Step =
  | { readonly is: 'char'; readonly test: CharTest; readonly next: number }
  | { readonly is: 'assert'; readonly holds: Assertion; readonly next: number }
  | { readonly is: 'split'; next: readonly number[] }
  | { readonly is: 'match' };

/** Longest pattern and text, and most steps, that are read: the author of a change writes all of them. */
const longestPattern = 2000;
const longestText = 2000;
const mostSteps = 3000;
/** Steps that are taken at most with one pattern, in all texts together. */
const mostTaken = 5_000_000;

/** Where a text matches: offsets of code points in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A pattern as Go's `regexp` reads it: of SOPS, and of the policy. It runs in time that grows with pattern and text and never with their
 * product's power: the author of the change may have written it.
 */
export class Pattern {
  readonly #steps: Step[] = [{ is: 'match' }];
  readonly #start: number;
  /** What is in every text that holds the pattern: most paths lack it. */
  readonly #needed: readonly string[];
  readonly #known = new Map<string, boolean>();
  #taken = 0;

  /** Throws UnreadPatternError. */
  constructor(pattern: string) {
    if (pattern.length > longestPattern)
      throw new UnreadPatternError(`it has more than ${longestPattern} characters`, longestPattern);
    const syntax = readPattern(pattern);
    this.#start = this.#compile(syntax, 0);
    this.#needed = neededTexts(syntax);
  }

  /** Steps that were taken in all texts. */
  get taken(): number {
    return this.#taken;
  }

  /** Whether the pattern is found anywhere in the text; undefined for a text that is too long to tell, or one too many. */
  isIn(text: string): boolean | undefined {
    if (!this.#needed.every((part) => text.includes(part))) return false;
    if (text.length > longestText || this.#taken > mostTaken) return undefined;
    const known = this.#known.get(text) ?? this.#search([...text]);
    this.#known.set(text, known);
    return known;
  }

  /** The texts that every match holds. */
  get needed(): readonly string[] {
    return this.#needed;
  }

  /** How many steps the pattern has: at most so many are taken for each character. */
  get size(): number {
    return this.#steps.length;
  }

  /** Every match, the leftmost first and of these the longest, none overlapping another and none empty. */
  findAll(chars: readonly string[]): readonly Span[] {
    const found: Span[] = [];
    for (let from = 0; from < chars.length; ) {
      const span = this.#findFrom(chars, from);
      if (span === undefined) break;
      found.push(span);
      from = span.end;
    }
    return found;
  }

  #findFrom(chars: readonly string[], from: number): Span | undefined {
    let best: Span | undefined;
    // Each step with the earliest place at which a match through it begins, the earliest first.
    let threads: (readonly [step: number, start: number])[] = [];
    for (let at = from; at <= chars.length; at++) {
      if (best === undefined) threads.push([this.#start, at]);
      if (threads.length === 0) break;
      const [previous, next] = [chars[at - 1] ?? '', chars[at] ?? ''];
      const here = new Map<number, number>();
      for (const [step, start] of threads)
        this.#reach(step, previous, next, (index) => !here.has(index) && here.set(index, start));
      this.#taken += here.size;
      const start = here.get(0);
      if (start !== undefined && start < at && (best === undefined || start <= best.start)) best = { start, end: at };
      threads = [];
      for (const [index, begun] of here) {
        const step = this.#steps[index];
        const isLate = best !== undefined && begun > best.start;
        if (!isLate && step?.is === 'char' && next !== '' && step.test(next)) threads.push([step.next, begun]);
      }
    }
    return best;
  }

  #search(chars: readonly string[]): boolean {
    let threads: number[] = [];
    for (let at = 0; at <= chars.length; at++) {
      const [previous, next] = [chars[at - 1] ?? '', chars[at] ?? ''];
      const here = this.#closure([...threads, this.#start], previous, next);
      this.#taken += here.size;
      if (here.has(0)) return true;
      threads = [];
      for (const index of here) {
        const step = this.#steps[index];
        if (step?.is === 'char' && next !== '' && step.test(next)) threads.push(step.next);
      }
    }
    return false;
  }

  /** All steps that are reached without taking a character. */
  #closure(from: readonly number[], previous: string, next: string): ReadonlySet<number> {
    const reached = new Set<number>();
    for (const step of from) this.#reach(step, previous, next, (index) => !reached.has(index) && reached.add(index));
    return reached;
  }

  /** Goes from a step to all that are reached without taking a character, as far as `isNew` says that they were not reached before. */
  #reach(from: number, previous: string, next: string, isNew: (index: number) => unknown): void {
    const pending = [from];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      if (!isNew(index)) continue;
      const step = this.#steps[index];
      if (step?.is === 'split') pending.push(...step.next);
      if (step?.is === 'assert' && step.holds(previous, next)) pending.push(step.next);
    }
  }

  #emit(step: Step): number {
    if (this.#steps.length >= mostSteps) throw new UnreadPatternError(`it has more than ${mostSteps} steps`);
    return this.#steps.push(step) - 1;
  }

  /** The step at which `syntax` begins when `next` follows it. */
  #compile(syntax: Syntax, next: number): number {
    switch (syntax.is) {
      case 'char':
      case 'assert':
        return this.#emit({ ...syntax, next });
      case 'sequence':
        return syntax.parts.reduceRight((after, part) => this.#compile(part, after), next);
      case 'choice':
        return this.#emit({ is: 'split', next: syntax.parts.map((part) => this.#compile(part, next)) });
      case 'repeat':
        return this.#repeat(syntax, next);
    }
  }

  #repeat({ part, least, most }: Extract<Syntax, { is: 'repeat' }>, next: number): number {
    let start = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop: Step = { is: 'split', next: [] };
      start = this.#emit(loop);
      loop.next = [this.#compile(part, start), next];
    } else {
      for (let count = least; count < most; count++)
        start = this.#emit({ is: 'split', next: [this.#compile(part, start), next] });
    }
    for (let count = 0; count < least; count++) start = this.#compile(part, start);
    return start;
  }
}

/** The runs of characters that a pattern demands outside choices and repetitions. */
function neededTexts(syntax: Syntax): readonly string[] {
  const runs: string[] = [''];
  const collect = (part: Syntax): void => {
    if (part.is === 'sequence' || (part.is === 'choice' && part.parts.length === 1)) part.parts.forEach(collect);
    else if (part.is === 'char' && part.only !== undefined) runs.push(`${runs.pop()}${part.only}`);
    // What takes no character does not part its neighbours.
    else if (part.is !== 'assert') runs.push('');
  };
  collect(syntax);
  return runs.filter((run) => run !== '');
}
