/** Whether properties are tried at their full count, matrices in full, and programs in processes of their own: `.ci/run` sets this. */
export const isThorough = process.env.GITOPS_GATE_TESTS === 'thorough';

/** How often a property is tried: `full` times in a thorough run, else a tenth of it and 30 times at least. */
export function runs(full: number): number {
  return isThorough ? full : Math.min(full, Math.max(30, Math.ceil(full / 10)));
}

/** How large an input is: `full` in a thorough run, else a part of it. */
export function size(full: number, part = 8): number {
  return isThorough ? full : Math.ceil(full / part);
}

/** The cases of a long table: all of them in a thorough run, else each `step`-th; `row` shifts them, so that in a matrix each column has some. */
export function some<T>(cases: readonly T[], step: number, row = 0): readonly T[] {
  return isThorough ? cases : cases.filter((_, index) => (index + row) % step === 0);
}
