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

/**
 * A pattern of SOPS, which is one of Go's `regexp`. It runs in time that grows with pattern and text and never with their
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
    if (pattern.length > longestPattern) throw new UnreadPatternError();
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
    const pending = [...from];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      if (reached.has(index)) continue;
      reached.add(index);
      const step = this.#steps[index];
      if (step?.is === 'split') pending.push(...step.next);
      if (step?.is === 'assert' && step.holds(previous, next)) pending.push(step.next);
    }
    return reached;
  }

  #emit(step: Step): number {
    if (this.#steps.length >= mostSteps) throw new UnreadPatternError();
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
