import type { FailOn } from '../policy/policy.ts';
import type { Unjudged } from '../unjudged.ts';
import type { Finding, Suppressed } from './finding.ts';

export type Outcome = 'passed' | 'blocked' | 'could-not-judge';

/** What the gate says of a change. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly failOn: FailOn;
  /** Where `failOn` comes from: the path of the base's policy file, `input` or `default`. */
  readonly failOnFrom: string;
  /** With `failOn: never`: whether it would have blocked at the default threshold. */
  readonly wouldBlock: boolean;
  /** Worst first, then by file, line, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unjudged: readonly Unjudged[];
  /** Ids of the rules that the base's policy turns off; absent where none is. */
  readonly off?: readonly string[];
  /** Rules that it turns off in some scopes, by the names or globs of these; absent where none is. */
  readonly offIn?: readonly { readonly rule: string; readonly scopes: readonly string[] }[];
  /** Facts for the reader that are not findings: how it was compared, expired ignores, losses counted. */
  readonly notes: readonly string[];
}

/** The verdict with more that could not be judged: never a pass, and no less blocked. */
export function withUnjudged(verdict: Verdict, more: readonly Unjudged[]): Verdict {
  if (more.length === 0) return verdict;
  const outcome = verdict.outcome === 'blocked' ? 'blocked' : 'could-not-judge';
  return { ...verdict, outcome, unjudged: [...verdict.unjudged, ...more] };
}

const exitCodes: Readonly<Record<Outcome, number>> = { passed: 0, blocked: 1, 'could-not-judge': 2 };

/** The process's exit code for a verdict (how-it-judges.md, "Outcomes and exit codes"). An internal error is 3, which only the top-level handler sets. */
export function exitCode(verdict: Pick<Verdict, 'outcome'>): number {
  return exitCodes[verdict.outcome];
}
