import type { Finding } from '../../gate.ts';
import type { Severity } from '../../severity.ts';
import { rulePage } from '../../version.ts';
import { acceptCommand, acceptFlags } from '../accept.ts';
import { code, prose } from '../markdown/markdown-text.ts';
import type { Report } from '../report.ts';
import { clip, visible } from '../visible.ts';
import { byPlace, type Located, unlocatedLine } from './located.ts';
import { occurrences } from './occurrences.ts';

/** The version of GitLab's report schemas (gitlab-org/security-products/security-report-schemas). */
const version = '15.2.1';

/** GitLab's limit on identifiers of one finding. */
const identifierLimit = 20;

const severities: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** gl-sast-report.json: every finding that is not a secret. `now`: the time of the run, milliseconds since the epoch. */
export function renderGitlabSast(report: Report, now: number): string {
  return securityReport(report, 'sast', now);
}

/** gl-secret-detection-report.json: the findings about secrets; the secret itself is in no field. */
export function renderGitlabSecretDetection(report: Report, now: number): string {
  return securityReport(report, 'secret_detection', now);
}

type ScanType = 'sast' | 'secret_detection';

function securityReport(report: Report, type: ScanType, now: number): string {
  const isSecret = ({ category }: Pick<Finding, 'category'>) => category === 'secret';
  const { located: findings, others } = byPlace(
    report.verdict.findings.filter((finding) => isSecret(finding) === (type === 'secret_detection')),
  );
  const occurrence = occurrences(findings);
  const flags = acceptFlags(report);
  const commit = type === 'secret_detection' ? { commit: { sha: report.range.head ?? '0000000' } } : {};
  return `${JSON.stringify(
    {
      version,
      scan: scan(report, type, others.map(unlocatedLine), now),
      vulnerabilities: findings.map((finding, index) => {
        const number = occurrence[index] ?? 1;
        const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
        return vulnerability(finding, id, commit, flags);
      }),
    },
    undefined,
    2,
  )}\n`;
}

function scan(
  { toolVersion, verdict, notListed }: Report,
  type: ScanType,
  others: readonly string[],
  now: number,
): object {
  const tool = { id: 'gitops-gate', name: 'gitops-gate', version: toolVersion, vendor: { name: 'gitops-gate' } };
  const time = new Date(now).toISOString().slice(0, 19);
  return {
    type,
    analyzer: tool,
    scanner: tool,
    start_time: time,
    end_time: time,
    status: verdict.outcome === 'could-not-judge' ? 'failure' : 'success',
    messages: [
      ...verdict.unjudged.map(({ what, remedy }) => `${what} ${remedy}`),
      ...(notListed === undefined ? [] : [notListed]),
      ...others,
    ].map((text) => ({ level: 'warn', value: clip(visible(text), 1000) })),
  };
}

/** Named by what it says: a list of them tells one secret's place from another's. */
function vulnerability(finding: Located<Finding>, id: string, commit: object, flags: string): object {
  const { rule, severity, message, remedy, details = [], excerpt, references = [], fingerprint, endLine = 0 } = finding;
  const { file, line } = finding.position;
  const lines = { start_line: line, end_line: Math.max(line, endLine) };
  const path = file.replace(/\p{Cs}/gu, '\ufffd');
  return {
    id,
    name: clip(visible(message), 255) || rule,
    description: [message, ...(excerpt === undefined ? [] : [excerpt]), ...details]
      .map((part) => prose(part))
      .join('\n\n'),
    severity: severities[severity],
    solution: `${prose(remedy)}\n\nTo accept it: ${code(acceptCommand(finding, flags))}`,
    links: [{ name: rule, url: rulePage(rule) }],
    identifiers: [
      { type: 'gitops_gate_rule', name: `gitops-gate ${rule}`, value: rule },
      ...references.map(identifier),
    ].slice(0, identifierLimit),
    location: { file: path, ...lines, ...commit },
    tracking: {
      type: 'source',
      items: [{ file: path, ...lines, signatures: [{ algorithm: 'hash', value: fingerprint }] }],
    },
  };
}

/** `CWE-312` by GitLab's convention; other guidance by its own name. */
function identifier(reference: string): object {
  const weakness = /^CWE-(\d+)$/.exec(reference)?.[1];
  if (weakness === undefined)
    return { type: 'guidance', name: visible(reference) || '-', value: visible(reference) || '-' };
  return {
    type: 'cwe',
    name: reference,
    value: weakness,
    url: `https://cwe.mitre.org/data/definitions/${weakness}.html`,
  };
}
