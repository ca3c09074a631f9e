import type { Limits } from '../policy/policy.ts';

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
  readonly #start = performance.now();
  #bytes = 0;
  #steps = 0;
  #nextLook = stepsBetween;

  constructor(limits: Limits) {
    this.#limits = limits;
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

  checkTime(): void {
    if (performance.now() - this.#start > this.#limits.seconds * 1000) {
      throw new LimitError(
        `judging took longer than limits.seconds (${this.#limits.seconds})`,
        'split the change, or raise limits.seconds in the base branch’s policy.yaml',
      );
    }
  }
}
