import { groupBy } from '../../groups.ts';
import { countFirst } from '../model/in-order.ts';
import type { PastChange } from '../model/past-change.ts';
import type { Alongside } from '../signals/signal.ts';
import { type JudgedChange, judgeChange, leastChanges, showsAnything } from './judge-change.ts';
import type { Model } from './train.ts';

/** A commit that is unusual, and why. */
export interface UnusualCommit extends JudgedChange {
  readonly sha: string;
  readonly subject: string;
}

/** What the history says of a change. */
export interface HistoryAnalysis {
  /** How many earlier changes it is compared with. */
  readonly changes: number;
  /** Why it is not compared. */
  readonly why?: string;
  readonly unusual: readonly UnusualCommit[];
}

export interface HistoryOptions {
  /** Whether a push replaced commits of its branch; undefined where that is not known. */
  readonly isForced: boolean | undefined;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Compares the commits of a change with a model of its base. Merges that bring in nothing of their own touch no file and are left out. */
export function analyseHistory(
  model: Model,
  commits: readonly PastChange[],
  { isForced, now }: HistoryOptions,
): HistoryAnalysis {
  const { changes, compared } = model;
  if (compared < leastChanges) {
    return { changes, why: `${changes} earlier changes are too few to show habits`, unusual: [] };
  }
  const alongside = alongsideOf(commits, isForced);
  const unusual = commits.flatMap((change) => {
    if (change.files.length === 0 || !showsAnything(model, change, alongside, now)) return [];
    const judged = judgeChange(model, change, alongside, now);
    return judged.isUnusual ? [{ ...judged, sha: change.id, subject: change.subject }] : [];
  });
  return { changes, unusual };
}

/** What the commits of one change are to each other. */
function alongsideOf(commits: readonly PastChange[], isForced: boolean | undefined): Alongside {
  const paths = new Set(commits.flatMap(({ files }) => files.map(({ path }) => path)));
  const times = new Map(
    [...groupBy(commits, ({ email }) => email)].map(([email, own]) => [
      email,
      own
        .map(({ time }) => time)
        .filter((time) => !Number.isNaN(time))
        .sort((a, b) => a - b),
    ]),
  );
  return {
    isForced,
    touches: (path) => paths.has(path),
    withinAnHour({ email, time }) {
      const all = times.get(email) ?? [];
      // Itself is one of them.
      return until(all, time) - until(all, time - 3600) - 1;
    },
  };
}

/** How many of the times, which are in order, are not later. */
function until(times: readonly number[], time: number): number {
  return countFirst(times, (each) => each <= time);
}
