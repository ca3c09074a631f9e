import type { Note, Thread } from '../../publish/written.ts';

/** Everything that is on a request. */
export interface RequestState<T extends Thread> {
  readonly head: string;
  readonly threads: readonly T[];
  readonly notes: readonly Note[];
}

/** What may be done to a thread apart from writing, as far as the token may. */
export type Folding = 'close' | 'hide' | 'open';

/** One request on a forge. Every method rejects with ApiFailure. */
export interface ForgeApi<T extends Thread> {
  read(): Promise<RequestState<T>>;
  createSummary(body: string): Promise<void>;
  updateSummary(note: string, body: string): Promise<void>;
  removeSummary(note: string): Promise<void>;
  updateComment(thread: T, body: string): Promise<void>;
  removeComment(thread: T): Promise<void>;
  answer(thread: T, body: string): Promise<void>;
  /** Resolves, hides, or undoes both; does nothing where the token may not. */
  fold(threads: readonly { readonly thread: T; readonly to: Folding }[]): Promise<void>;
  /** Waits, in milliseconds, before what was not answered is looked up. */
  pause(milliseconds: number): Promise<void>;
}
