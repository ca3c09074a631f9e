/** Whether property tests run at their full count, and programs in processes of their own: `.ci/run` sets this. */
export const isThorough = process.env.GITOPS_GATE_TESTS === 'thorough';

/** How often a property is tried: `full` times in a thorough run, else a tenth of it and 30 times at least. */
export function runs(full: number): number {
  return isThorough ? full : Math.min(full, Math.max(30, Math.ceil(full / 10)));
}
