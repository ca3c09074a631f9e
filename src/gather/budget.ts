import type { Limits } from '../policy/policy.ts';
import type { Unjudged } from '../unjudged.ts';

/** Raised where the whole run passes a limit of the policy: it could not be judged. */
export class LimitError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'LimitError';
    this.remedy = remedy;
  }
}

/** Steps one run may take in going through paths and what files name; each is about a path looked at. */
const mostSteps = 50_000_000;
/** Steps between two looks at the clock. */
const stepsBetween = 100_000;

/** What one run may still read, how many steps it may take, and for how long. */
export class Budget {
  readonly #limits: Limits;
  readonly #start: number;
  #bytes = 0;
  #steps = 0;
  #nextLook = stepsBetween;
  readonly #unfinished: LimitError[] = [];

  /** `start`: when the run began, as `performance.now()` has it. */
  constructor(limits: Limits, start = performance.now()) {
    this.#limits = limits;
    this.#start = start;
  }

  /** Counts bytes about to be read; throws LimitError past `limits.totalBytes` or `limits.seconds`. */
  charge(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.totalBytes) {
      throw new LimitError(
        `the change needs more than limits.totalBytes (${this.#limits.totalBytes}) bytes to be read`,
        'split the change, or raise limits.totalBytes in the base branch’s policy.yaml',
      );
    }
    this.checkTime();
  }

  /** Counts steps about to be taken; throws LimitError where they are too many, or past `limits.seconds`. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > mostSteps) {
      throw new LimitError(
        `reading the change takes more than ${mostSteps.toLocaleString('en')} steps: too many files, or files that name too many others`,
        'split the change',
      );
    }
    if (this.#steps < this.#nextLook) return;
    this.#nextLook = this.#steps + stepsBetween;
    this.checkTime();
  }

  /** Throws LimitError past `limits.seconds`. */
  checkTime(): void {
    if (this.isOver) {
      throw new LimitError(
        `judging took longer than limits.seconds (${this.#limits.seconds})`,
        'split the change, or raise limits.seconds in the base branch’s policy.yaml',
      );
    }
  }

  /** Whether the run has taken longer than `limits.seconds`. */
  get isOver(): boolean {
    return performance.now() - this.#start > this.#limits.seconds * 1000;
  }

  /**
   * Does a part of the run. Where it meets a limit, that is noted by the part's name, what it has read and its
   * steps are given back, and `otherwise` says what the part gives then: other parts do what they can.
   */
  async part<T>(name: string, work: () => T | Promise<T>, otherwise: () => T): Promise<T> {
    const [bytes, steps] = [this.#bytes, this.#steps];
    try {
      return await work();
    } catch (error) {
      this.#note(name, error);
      [this.#bytes, this.#steps] = [bytes, steps];
      return otherwise();
    }
  }

  /** The same for work that waits for nothing. */
  partNow<T>(name: string, work: () => T, otherwise: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#note(name, error);
      return otherwise();
    }
  }

  /** For work that keeps what it has done: says whether the time is over, and then notes it once, by the part's name. */
  overIn(name: string): () => boolean {
    let isNoted = false;
    return () => {
      if (isNoted || !this.isOver) return isNoted;
      isNoted = true;
      this.partNow(
        name,
        () => this.checkTime(),
        () => undefined,
      );
      return true;
    };
  }

  #note(name: string, error: unknown): void {
    if (!(error instanceof LimitError)) throw error;
    const message = `${name} broke off: ${error.message}`;
    // What is done for several ends is said once.
    if (this.#unfinished.some((each) => each.message === message)) return;
    this.#unfinished.push(new LimitError(message, error.remedy));
  }

  /** The parts that met a limit: the run could not be judged whole. */
  get unfinished(): readonly Unjudged[] {
    return this.#unfinished.map(({ message, remedy }) => ({ what: message, remedy }));
  }

  /** For who needs all parts: throws LimitError where one met a limit. */
  requireFinished(): void {
    const [first] = this.#unfinished;
    if (first !== undefined) throw first;
  }
}
