import type { Verdict } from '../gate.ts';
import type { Range } from '../git/range/range.ts';
import type { Access } from '../rbac/judge/access.ts';
import { type Severity, severities } from '../severity.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';
import { version } from '../version.ts';
import { redact } from './redact.ts';

/** What was read, and what was not and why. */
export interface Coverage {
  readonly filesChanged: number;
  readonly filesRead: number;
  readonly contextFilesRead: number;
  readonly readWithoutStructure: readonly { readonly file: string; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** What was rendered; absent where the repository has nothing that a tool builds. */
  readonly rendering?: RenderingCoverage;
}

/** Which kustomizations and charts were rendered. */
export interface RenderingCoverage {
  /** Roots of the head's side. */
  readonly found: number;
  /** Of these, those whose inputs the change does not alter. */
  readonly reused: number;
  readonly rendered: number;
  readonly notRendered: readonly { readonly root: string; readonly why: string }[];
  /** The programs that rendered, with their versions: `kustomize 5.7.1`. */
  readonly tools: readonly string[];
  readonly milliseconds: number;
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

/** The report of a verdict, its counts filled in. No text in it holds a credential: this is the one way to every sink. */
export function reportOf(
  given: Pick<Report, 'command' | 'range' | 'verdict' | 'commits' | 'coverage' | 'access'>,
): Report {
  const parts = redact(given);
  const { findings } = parts.verdict;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const rules: Record<string, number> = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
  const counts = Object.fromEntries(severities.map((s) => [s, count(s)])) as Record<Severity, number>;
  return { toolVersion: version, ...parts, counts, rules };
}
