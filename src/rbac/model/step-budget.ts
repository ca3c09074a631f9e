/**
 * Steps that judging one scope may cost, by its objects on both sides. A step is about one comparison of two entries;
 * ten million of them take a second or two. Repositories in which every object changes need about 500 an object.
 */
export function mostSteps(objects: number): number {
  return 10_000_000 + 600 * objects;
}

/** Judging would take more steps than allowed. */
export class StepLimitError extends Error {
  constructor(most: number) {
    super(`more than ${most} steps`);
  }
}

/** Counts the steps of a judgement, so that it ends, and ends alike on every machine, whatever it is asked. */
export class StepBudget {
  readonly most: number;
  #done = 0;

  constructor(most: number = Number.POSITIVE_INFINITY) {
    this.most = most;
  }

  get done(): number {
    return this.#done;
  }

  /** Counts steps that are about to be taken. Throws StepLimitError where they are more than is left. */
  charge(steps: number): void {
    this.#done += steps;
    if (this.#done > this.most) throw new StepLimitError(this.most);
  }
}
