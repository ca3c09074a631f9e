import type { Finding } from '../gate.ts';
import type { ThreadState } from './marker.ts';
import type { FilePlace, Place } from './place.ts';

/** One thing to do on the forge. `thread` and `note` are the ids of what was there; `body` is the whole text, marker included. */
export type Action =
  | CreateThread
  /** Replace the text of the thread's first comment. */
  | { readonly kind: 'update-thread'; readonly thread: string; readonly body: string }
  /** Replace the text of the first comment by one that says why it is over (`state`); fold the thread, and resolve it (not where displaced). */
  | { readonly kind: 'close-thread'; readonly thread: string; readonly body: string; readonly state: ClosedState }
  /** Replace the text of the first comment; unfold and reopen the thread. Never planned where a person resolved it. */
  | { readonly kind: 'reopen-thread'; readonly thread: string; readonly body: string; readonly findings: Findings }
  /** Answer in a thread that people joined; then resolve or reopen it by `state`. */
  | { readonly kind: 'answer-thread'; readonly thread: string; readonly body: string; readonly state: ThreadState }
  /** Delete a thread that repeats an older one and that nobody answered. */
  | { readonly kind: 'remove-thread'; readonly thread: string }
  | { readonly kind: 'create-summary'; readonly body: string }
  | { readonly kind: 'update-summary'; readonly note: string; readonly body: string }
  /** Delete a summary that repeats an older one and that nobody answered. */
  | { readonly kind: 'remove-summary'; readonly note: string };

export interface CreateThread {
  readonly kind: 'create-thread';
  readonly place: Place;
  readonly body: string;
  readonly findings: Findings;
  /** What to write instead where the forge refuses the lines; undefined where that is what was refused. */
  readonly fallback: { readonly place: FilePlace; readonly body: string } | undefined;
}

export type ClosedState = Exclude<ThreadState, 'open'>;

type Findings = readonly Finding[];
