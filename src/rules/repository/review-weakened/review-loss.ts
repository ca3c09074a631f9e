import type { Severity } from '../../../severity.ts';

/** A way in which changes of the repository need less review than before. */
export interface ReviewLoss {
  readonly file: string;
  /** 1-based, after the change; undefined where the file is gone. */
  readonly line?: number;
  /** Where it was before the change, of what is gone. */
  readonly removedAt?: { readonly file: string; readonly line: number };
  /** To follow the file's name: `no longer names who must review …`. */
  readonly what: string;
  readonly severity: Severity;
  /** The same for fingerprints, without words. */
  readonly code: readonly string[];
}
