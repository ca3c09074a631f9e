import type { FailOn, Policy } from '../policy/policy.ts';
import { compareSeverity, type Severity } from '../severity.ts';

/** The threshold that holds, and what to tell the reader where the caller's wish was not followed. */
export interface Threshold {
  readonly failOn: FailOn;
  /** Where it comes from: the path of the policy file, `input` or `default`. */
  readonly from: string;
  readonly notes: readonly string[];
}

/** Whether a finding of this severity reaches the threshold. */
export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && compareSeverity(severity, failOn) <= 0;
}

/**
 * The threshold of policy and input together. The input may be the author's own (the workflow file of a
 * `pull_request` run is), so that it only ever tightens what the base's policy says. A base whose policy says nothing of
 * `failOn` leaves the choice to the input: so a repository can begin with `fail-on: never` before it has a policy.
 */
export function threshold(policy: Policy, input: FailOn | undefined): Threshold {
  const { failOn, failOnStated: isStated, source } = policy;
  const own = { failOn, from: (isStated ? source : undefined) ?? 'default' };
  if (input === undefined) return { ...own, notes: [] };
  if (!isStated || strictness(input) > strictness(failOn)) return { failOn: input, from: 'input', notes: [] };
  if (input === failOn) return { ...own, notes: [] };
  const note = `The input fail-on: ${input} is looser than failOn: ${failOn} of ${source ?? 'the policy'} and was not followed: inputs only tighten what the base's policy says.`;
  return { ...own, notes: [note] };
}

/** Larger is stricter: `never`, then critical up to low. */
function strictness(failOn: FailOn): number {
  return failOn === 'never' ? -1 : compareSeverity(failOn, 'critical');
}
