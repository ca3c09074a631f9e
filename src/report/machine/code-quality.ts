import type { Severity } from '../../severity.ts';
import type { Report } from '../report.ts';
import { clip, visible } from '../visible.ts';
import { anchor } from './anchor.ts';
import { occurrences } from './occurrences.ts';

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
};

/** GitLab's Code Quality report, which shows findings in the merge request's widget and alongside the diff. */
export function renderCodeQuality({ verdict, notListed }: Report): string {
  const occurrence = occurrences(verdict.findings);
  const issues = verdict.findings.map((finding, index) => {
    const { file, line } = anchor(finding);
    const number = occurrence[index] ?? 1;
    return {
      description: clip(visible(finding.message), 1000),
      check_name: finding.rule,
      fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
      severity: severities[finding.severity],
      location: { path: file.replace(/\p{Cs}/gu, '\ufffd'), lines: { begin: line } },
    };
  });
  const more = notListed === undefined ? [] : [notListedIssue(notListed)];
  return `${JSON.stringify([...issues, ...more], undefined, 2)}\n`;
}

/** The format has no room for notes. */
function notListedIssue(notListed: string): object {
  const { file, line } = anchor({});
  return {
    description: notListed,
    check_name: 'gitops-gate',
    fingerprint: 'not-listed',
    severity: 'info',
    location: { path: file, lines: { begin: line } },
  };
}
