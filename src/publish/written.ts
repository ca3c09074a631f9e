import type { Place } from './place.ts';

/** What there is on the request already, as far as this tool can read it. Comments of others may be in it: they are left alone. */
export interface Written {
  /** Threads on the diff. */
  readonly threads: readonly Thread[];
  /** Comments in the conversation, outside the diff. */
  readonly notes: readonly Note[];
}

/** One comment as the forge has it. */
export interface Comment {
  /** The text, hidden comments included. */
  readonly body: string;
  /** Whether the forge says that this run's own account wrote it. */
  readonly isOurs: boolean;
  /** Whether anybody else has changed its text since. */
  readonly isEditedByOther: boolean;
}

export interface Thread {
  /** The forge's name for the thread; actions carry it back. */
  readonly id: string;
  /** Rises with age of the first comment: the lower one was there first (the comment's number, where the forge counts them). */
  readonly order: number;
  /** At least the first one; in the order they were written. */
  readonly comments: readonly Comment[];
  /** Whether there are more comments than are given here. */
  readonly isCut: boolean;
  /** Where the thread is in the diff of the judged head; undefined where the forge does not say, or it is outdated. */
  readonly place: Place | undefined;
  /** Whether its lines are no longer in the diff. */
  readonly isOutdated: boolean;
  readonly isResolved: boolean;
  /** Whether somebody else resolved it. */
  readonly isResolvedByOther: boolean;
}

export interface Note extends Comment {
  readonly id: string;
  readonly order: number;
  /** Whether somebody answered in its own thread (GitLab; GitHub's conversation has none). */
  readonly hasReplies: boolean;
}
