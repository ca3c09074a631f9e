import type { Verdict } from '../gate.ts';
import type { Range } from '../git/range/range.ts';
import type { Access } from '../rbac/judge/access.ts';
import { type Severity, severities } from '../severity.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';
import { version } from '../version.ts';

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
  /** Who can do more or less than before; absent where permissions were not compared. */
  readonly access?: Access;
  /** How many findings each rule has. */
  readonly rules: Readonly<Record<string, number>>;
}

/** The report of a verdict, its counts filled in. */
export function reportOf(
  parts: Pick<Report, 'command' | 'range' | 'verdict' | 'commits' | 'coverage' | 'access'>,
): Report {
  const { findings } = parts.verdict;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const rules: Record<string, number> = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
  const counts = Object.fromEntries(severities.map((s) => [s, count(s)])) as Record<Severity, number>;
  return { toolVersion: version, ...parts, counts, rules };
}
