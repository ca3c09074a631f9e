import type { Verdict } from '../gate.ts';
import { type Severity, severities } from '../severity.ts';

/** Findings of one rule that must be resolved. */
export interface ToResolve {
  readonly rule: string;
  readonly category: string;
  readonly number: number;
}

/** What a verdict amounts to: all findings count, also those that a report does not list. */
export interface Tally {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly blockingCounts: Readonly<Record<Severity, number>>;
  /** How many findings each rule has. */
  readonly rules: Readonly<Record<string, number>>;
  /** The same by severity. */
  readonly ruleCounts: Readonly<Record<string, Readonly<Record<Severity, number>>>>;
  readonly total: { readonly findings: number; readonly blocking: number; readonly suppressed: number };
  /** Findings that block, or would, in the order of the first of each rule. */
  readonly toResolve: readonly ToResolve[];
}

export function tally({ findings, suppressed, failOn }: Verdict): Tally {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  const rules: Record<string, number> = {};
  const ruleCounts: Record<string, Record<Severity, number>> = {};
  for (const { severity, rule } of findings) {
    counts[severity]++;
    rules[rule] = (rules[rule] ?? 0) + 1;
    ruleCounts[rule] ??= { critical: 0, high: 0, medium: 0, low: 0 };
    ruleCounts[rule][severity]++;
  }
  const blocking = findings.filter((finding) => finding.blocking);
  const blockingCounts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of blocking) blockingCounts[severity]++;
  const wouldBlock = failOn === 'never' ? findings.filter(({ severity }) => bad.has(severity)) : [];
  const toResolve = new Map<string, ToResolve>();
  for (const { rule, category } of blocking.length > 0 ? blocking : wouldBlock) {
    toResolve.set(rule, { rule, category, number: (toResolve.get(rule)?.number ?? 0) + 1 });
  }
  return {
    counts,
    blockingCounts,
    rules,
    ruleCounts,
    total: { findings: findings.length, blocking: blocking.length, suppressed: suppressed.length },
    toResolve: [...toResolve.values()],
  };
}

const bad: ReadonlySet<Severity> = new Set(['critical', 'high']);

/** The verdict with the findings that a report lists, the worst ones, and what the report says of the others. */
export function listed(
  verdict: Verdict,
  most: number,
): { readonly verdict: Verdict; readonly notListed: string | undefined } {
  const { findings, suppressed } = verdict;
  const [cut, ignored] = [findings.slice(most), Math.max(0, suppressed.length - most)];
  if (cut.length + ignored === 0) return { verdict, notListed: undefined };
  const { counts } = tally({ ...verdict, findings: cut });
  const kinds = severities.flatMap((severity) => (counts[severity] > 0 ? `${counts[severity]} ${severity}` : []));
  const left = [
    ...(cut.length > 0 ? [`${cut.length} of ${findings.length} findings (${kinds.join(', ')})`] : []),
    ...(ignored > 0 ? [`${ignored} of ${suppressed.length} ignored findings`] : []),
  ];
  const notListed = `Not listed: ${left.join(' and ')}, the least severe; they count all the same. To list more, raise limits.findings (${most}) in the base branch’s policy.yaml.`;
  const shown = { findings: findings.slice(0, most), suppressed: suppressed.slice(0, most) };
  return { verdict: { ...verdict, ...shown }, notListed };
}
