import type { Caller } from '../inputs.ts';

/** One step of a run, and how long it took. */
export interface Step {
  readonly name: string;
  readonly milliseconds: number;
}

/** What a log of the gate's own decisions says of the run itself. */
export interface RunRecord extends Caller {
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
  readonly policy: PolicyRecord;
}

/** The policy and the keys that held. */
export interface PolicyRecord {
  /** The folder they were read from; undefined where the built-in defaults held. */
  readonly folder?: string;
  /** 64 hex digits: SHA-256 of what `git ls-tree -r -z <trust> <folder>/` prints; absent where no commit holds the folder. */
  readonly sha256?: string;
}

/** What is known of a run that broke off, or that nobody timed. */
export function unrecorded(now: number): RunRecord {
  return { start: now, end: now, steps: [], policy: {} };
}
