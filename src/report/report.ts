import type { Verdict } from '../gate.ts';
import type { Range } from '../git/range.ts';
import type { Severity } from '../severity.ts';
import type { VerifiedCommit } from '../signature/signature.ts';

/** What was read, and what was not and why. */
export interface Coverage {
  readonly filesChanged: number;
  readonly filesRead: number;
  readonly contextFilesRead: number;
  readonly readWithoutStructure: readonly { readonly file: string; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** Everything a renderer needs; each renderer is a pure function of it. */
export interface Report {
  readonly toolVersion: string;
  readonly command: 'check' | 'audit' | 'verify';
  readonly range: Range;
  readonly verdict: Verdict;
  readonly commits: readonly VerifiedCommit[];
  readonly coverage: Coverage;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings each rule has. */
  readonly rules: Readonly<Record<string, number>>;
}
