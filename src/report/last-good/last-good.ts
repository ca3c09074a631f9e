import type { ObjectId, RawCommit } from '../../git/object/object.ts';
import type { Unjudged } from '../../unjudged.ts';
import type { Report } from '../report.ts';
import type { ObjectChange } from './object-changes.ts';

/** A commit after which the files are not good. */
export interface BadStep {
  readonly commit: RawCommit;
  readonly state: 'blocked' | 'could-not-judge';
  /** How many blocking findings it brings that the ones before it did not. */
  readonly brings: number;
  /** Whether one of these is about files, so that reverting the commit takes it away. */
  readonly isContent: boolean;
}

/** The newest good commit of a branch, and what a return to it would undo. */
export interface LastGood {
  readonly branch: string;
  /** The ref that was walked, as a person writes it: `origin/main` in a clone. */
  readonly ref: string;
  readonly head: RawCommit;
  /** Where the walk began, and why there. */
  readonly begin: RawCommit;
  readonly beginWhy: string;
  /** How many commits were walked along, `begin` included. */
  readonly walked: number;
  readonly good: RawCommit;
  /** Whether the good commit was judged; not so where it is the one the walk began at. */
  readonly isJudged: boolean;
  /** What the head is; `good`: it is the last good commit itself. */
  readonly state: 'good' | BadStep['state'];
  /** The commits after the good one, oldest first. */
  readonly bad: readonly BadStep[];
  /** By fingerprint: the commit that first brought a blocking finding. */
  readonly since: ReadonlyMap<string, ObjectId>;
  /** The change from the good commit to the head; undefined where they are the same. */
  readonly report: Report | undefined;
  /** What is said of secrets that the history holds and the files no longer do. */
  readonly leaks: readonly string[];
  /** The objects in which the head differs from the good commit, or why they are not known. */
  readonly objects: readonly ObjectChange[] | Unjudged;
  /** The folder of policy and keys that a return leaves as it is; undefined where what is not good is about it. */
  readonly kept: string | undefined;
  readonly notes: readonly string[];
}

/** 0 the head is good, 1 it is not, 2 it could not be judged: as for `check`. */
export function lastGoodExitCode({ state }: Pick<LastGood, 'state'>): number {
  return { good: 0, blocked: 1, 'could-not-judge': 2 }[state];
}
