/** Who asked for a run, and for which repository, as the forge or the machine calls them. */
export interface Caller {
  /** The account that started the run. */
  readonly actor?: string;
  /** The repository's address; its path where it has none. */
  readonly repository?: string;
  /** The address of the pull or merge request. */
  readonly request?: string;
  /** The address of the job's log. */
  readonly job?: string;
}

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
