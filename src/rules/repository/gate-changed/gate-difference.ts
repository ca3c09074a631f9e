import type { Place } from '../../../yaml/document.ts';

/** One way in which a change alters the gate itself. */
export interface GateDifference {
  readonly file: string;
  /** Where it is in the file after the change; undefined where the file is gone. */
  readonly at: Place | undefined;
  /** What changes, as a clause: `failOn goes from high to never`. */
  readonly what: string;
  /** The same for fingerprints: no words that a later release may choose otherwise. */
  readonly code: readonly string[];
  /** Files that take the place of `file`: an admin who signs this must have signed them too. */
  readonly successors?: readonly string[];
  /**
   * breaks: the gate could not be read any more; weakens: something may pass that did not; vouched: the same, signed by a key the base
   * trusts while it names no admin; else only changes.
   */
  readonly effect: 'breaks' | 'weakens' | 'vouched' | 'changes' | 'begins';
}

/** The top of a file that is there after the change. */
export const top: Place = { line: 1, column: 1 };
