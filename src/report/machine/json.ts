import type { Finding, Suppressed } from '../../gate.ts';
import type { ObjectIdentity } from '../../kube/resource.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { version } from '../../version.ts';
import { patchFile, type Report, type ReportFix } from '../report.ts';
import type { RunRecord } from '../run-record.ts';
import { quietJson } from './quiet-json.ts';

/** The version of report.json's shape; it changes when a field goes or changes its meaning, not when one is added. */
const schemaVersion = 1;

/** report.json (report.schema.json describes every field). What has no value is null; what does not apply is absent. */
export function renderJson(report: Report): string {
  const { range, verdict, coverage } = report;
  return json({
    schemaVersion,
    toolVersion: report.toolVersion,
    command: report.command,
    outcome: verdict.outcome,
    failOn: verdict.failOn,
    failOnFrom: verdict.failOnFrom,
    wouldBlock: verdict.wouldBlock,
    range: {
      kind: range.kind,
      target: range.target ?? null,
      branch: range.branch ?? null,
      mergeBase: range.mergeBase ?? null,
      head: range.head ?? null,
      result: range.result ?? null,
      before: range.before ?? null,
      after: range.after ?? null,
      trust: range.trust ?? null,
      tag: range.tag ?? null,
      synthetic: range.synthetic,
      notes: range.notes,
      empty: range.empty ?? null,
    },
    counts: counts(report.counts),
    rules: report.rules,
    total: report.total,
    findings: verdict.findings.map(findingRecord),
    suppressed: verdict.suppressed.map(suppressedRecord),
    notListed: report.notListed,
    unjudged: verdict.unjudged.map(({ what, remedy }) => ({ what, remedy })),
    notes: verdict.notes,
    commits: report.commits.map(commitRecord),
    ages: report.ages,
    fix: report.fix && fixRecord(report.fix),
    posture: report.posture,
    run: runRecord(report.run),
    coverage: {
      filesChanged: coverage.filesChanged,
      filesRead: coverage.filesRead,
      contextFilesRead: coverage.contextFilesRead,
      readWithoutStructure: coverage.readWithoutStructure.map(({ file, why }) => ({ file, why })),
      skipped: coverage.skipped.map(({ file, why }) => ({ file, why })),
      rendering: coverage.rendering,
      history: coverage.history,
    },
  });
}

/** What `verify --format json` prints: the commits in the form report.json has them. */
export function renderVerifyJson(commits: readonly VerifiedCommit[]): string {
  return json({ schemaVersion, toolVersion: version, command: 'verify', commits: commits.map(commitRecord) });
}

/** The patch itself is a file of its own. */
const fixRecord = ({ patch, blind, leftOut, fixed, left }: ReportFix) => ({
  patch: patch === '' ? null : patchFile,
  blind,
  leftOut,
  fixed: fixed.map(({ fingerprint, what }) => ({ fingerprint, what })),
  left: left.map(({ fingerprint, why }) => ({ fingerprint, why })),
});

const counts = ({ critical, high, medium, low }: Report['counts']) => ({ critical, high, medium, low });

/** A finding as report.json has it. */
export function findingRecord(finding: Finding): Readonly<Record<string, unknown>> {
  const { object, position } = finding;
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    blocking: finding.blocking,
    fingerprint: finding.fingerprint,
    message: finding.message,
    remedy: finding.remedy,
    file: position?.file ?? null,
    line: position?.line ?? null,
    column: position?.column ?? null,
    endLine: finding.endLine,
    scope: finding.scope ?? null,
    object: object && objectRecord(object),
    commit: finding.commit,
    excerpt: finding.excerpt,
    details: finding.details,
    example: finding.example,
    references: finding.references,
    places: finding.places?.map(({ file, line, column, object: owner, field }) => ({
      file,
      line,
      column,
      object: owner && objectRecord(owner),
      field,
    })),
    suggestion: finding.suggestion,
    blobs: finding.blobs,
  };
}

const objectRecord = ({ group, kind, namespace, name }: ObjectIdentity) => ({
  group,
  kind,
  namespace: namespace ?? null,
  name,
});

const suppressedRecord = (suppressed: Suppressed) => ({
  ...findingRecord(suppressed),
  reason: suppressed.reason,
  until: suppressed.until,
});

function commitRecord(commit: VerifiedCommit): Readonly<Record<string, unknown>> {
  const { state, accepted, format, signer, keyFingerprint, reason, remedy } = commit.signature;
  return {
    sha: commit.sha,
    kind: commit.kind,
    subject: commit.subject,
    author: person(commit.author),
    committer: person(commit.committer),
    signature: {
      state,
      accepted,
      format,
      signer: signer && { name: signer.name, emails: signer.emails, roles: signer.roles },
      keyFingerprint,
      reason,
      remedy,
    },
  };
}

const runRecord = ({ start, end, steps, policy, actor, repository, request, job }: RunRecord) => ({
  start: isoTime(start / 1000),
  milliseconds: end - start,
  steps: steps.map(({ name, milliseconds }) => ({ name, milliseconds })),
  actor,
  repository,
  request,
  job,
  policy: { folder: policy.folder ?? null, sha256: policy.sha256 ?? null },
});

/** An author or committer as report.json has them. */
export const person = ({ name, email, time }: VerifiedCommit['author']) => ({ name, email, time: isoTime(time) });

/** ISO 8601 in UTC to the second; null for a time that git's header does not give, or that has no year of four digits. */
function isoTime(seconds: number): string | null {
  const time = new Date(seconds * 1000);
  const text = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  return /^\d{4}-/.test(text) ? text.replace(/\.\d+Z$/, 'Z') : null;
}

/** What a command prints as JSON. */
export const json = (value: unknown) => `${quietJson(value, 2)}\n`;
