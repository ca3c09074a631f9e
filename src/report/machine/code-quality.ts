import type { Severity } from '../../severity.ts';
import type { Report } from '../report.ts';
import { clip, visible } from '../visible.ts';
import { byPlace } from './located.ts';
import { occurrences } from './occurrences.ts';

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
};

/**
 * GitLab's Code Quality report, which shows findings in the merge request's widget and alongside the diff. It has no room for findings
 * without a file: the job's log and the other reports hold them.
 */
export function renderCodeQuality({ verdict, notListed }: Report): string {
  const { located } = byPlace(verdict.findings);
  const occurrence = occurrences(located);
  const issues = located.map((finding, index) => {
    const { file, line } = finding.position;
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

/** The format has no room for notes; this one says what to change in the policy. */
function notListedIssue(notListed: string): object {
  return {
    description: notListed,
    check_name: 'gitops-gate',
    fingerprint: 'not-listed',
    severity: 'info',
    location: { path: '.gitops-gate/policy.yaml', lines: { begin: 1 } },
  };
}
