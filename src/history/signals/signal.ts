import type { Author } from '../model/author.ts';
import type { Extent } from '../model/extent.ts';
import type { Habits } from '../model/habits.ts';
import type { History } from '../model/history.ts';
import type { PastChange } from '../model/past-change.ts';

/** A change, and what was there before it. */
export interface Asked {
  readonly change: PastChange;
  readonly extent: Extent;
  readonly history: History;
  /** Undefined: nobody of this email or name has changed anything. */
  readonly author: Author | undefined;
  /** The author's, of changes made where this one was: with git, or on the forge. */
  readonly habits: Habits | undefined;
  readonly alongside: Alongside;
  /** The time of judgement, in seconds since the epoch. */
  readonly now: number;
}

/** What else is judged with a change. */
export interface Alongside {
  /** How many other changes of the author are of the hour before a time. */
  withinAnHour(change: PastChange): number;
  touches(path: string): boolean;
  /** Whether the push replaced commits of its branch; undefined where that is not known. */
  readonly isForced: boolean | undefined;
}

/** One thing that can be unusual. */
export interface Signal {
  readonly id: string;
  /** In how many of 100 takeovers it is assumed to be seen. */
  readonly assumed: number;
  /** In how many of 100 ordinary changes, where no history can tell. */
  readonly usual?: number;
  /** Whether it cannot fire for such a change, whatever the history shows: then nothing of that has to be read. */
  isOutOfQuestion?(change: PastChange): boolean;
  /** Undefined where the history is too short to tell. */
  fires(asked: Asked): boolean | undefined;
  /** What is unusual, as the end of a sentence: "it is …". */
  say(asked: Asked): string;
}

/** How a change was made, by which its author's habits are distinguished. */
export function way({ change, history }: Asked): string {
  return history.isForge.committer(change.committer) ? 'on the forge' : 'with git';
}

/** How many changes an author must have made before a habit is known. */
export const [few, some, many] = [10, 20, 50] as const;

/** The share of an author's changes up to which something is not a habit. */
export const rare = 0.01;

/** Nothing else is judged with it, as of changes of the past. */
export const alone: Alongside = { withinAnHour: () => 0, touches: () => false, isForced: undefined };
