import type { Severity } from '../../severity.ts';

/** One credential format, from its provider's documentation. */
export interface TokenFormat {
  readonly id: string;
  /** As a finding names it: `a GitHub personal access token`. */
  readonly name: string;
  /** Exact, case-sensitive strings; the pattern is tried only where one of them occurs. */
  readonly keywords: readonly string[];
  /** What directly precedes the keyword and belongs to the token; anchored at its end. At most 64 characters are looked at. */
  readonly precededBy?: RegExp;
  /** Sticky, from the keyword on; bounded repetitions only. Its first group, where it has one, is the secret. */
  readonly pattern: RegExp;
  /** The secret in what the pattern matched, where no group is just that. */
  readonly secretOf?: (match: RegExpExecArray) => string;
  /** A checksum or structure that a made-up value fails. */
  readonly check?: (secret: string, match: RegExpExecArray) => boolean;
  /** Where the format has a checksum: whether the token is one that the provider can have issued. What fails it is medium where it is deployed, and silent in prose. */
  readonly isGenuine?: (secret: string) => boolean;
  readonly severity: Severity;
  /** Format prefix that may be shown; never part of the secret. */
  readonly mask?: string;
  /** Whether a letter or digit may come directly before the token. */
  readonly inWord?: boolean;
}
