import type { Observation, RuleCategory } from './rules/rule.ts';
import type { Severity } from './severity.ts';

/** An observation with all that policy adds to it. */
export interface Finding extends Observation {
  readonly rule: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly blocking: boolean;
  /** 64 hex digits (contracts §4). */
  readonly fingerprint: string;
}

/** A finding that an ignore entry of the base's policy covers. */
export interface Suppressed extends Finding {
  readonly reason: string;
  readonly until: string;
}

/** Something of the run that could not be judged: why, and what to do. */
export interface Unjudged {
  readonly what: string;
  readonly remedy: string;
}

export type Outcome = 'passed' | 'blocked' | 'could-not-judge';

/** What the gate says of a change. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly failOn: Severity | 'never';
  /** With `failOn: never`: whether it would have blocked at the default threshold. */
  readonly wouldBlock: boolean;
  /** Worst first, then by file, line, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unjudged: readonly Unjudged[];
  /** Facts for the reader that are no findings: how it was compared, expired ignores, losses counted. */
  readonly notes: readonly string[];
}
