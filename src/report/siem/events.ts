import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import type { Finding, Suppressed } from '../../gate.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { occurrences } from '../machine/occurrences.ts';
import { quietJson } from '../machine/quiet-json.ts';
import type { PreviousFinding } from '../previous-report.ts';
import type { Report } from '../report.ts';
import { clip, visible } from '../visible.ts';
import { headline, sentence, signatureLine, verdictWords } from '../wording.ts';

/** What became of a finding since the previous report; without one every finding is created. */
export type Activity = 'create' | 'update' | 'close';

/** One event about one finding. */
export interface FindingEvent {
  readonly activity: Activity;
  /** The finding's id, the same in every format. */
  readonly id: string;
  /** The event's: the same whenever the same is found again in the same commits, so that a repeat is recognised. */
  readonly uid: string;
  readonly finding: Finding | Suppressed | PreviousFinding;
}

/** Findings that have an event, the worst; the event about the run counts the others. */
export const mostEvents = 10_000;

/** No event is larger than collectors take by default: texts, lists and commits beyond this are cut. */
export const most = {
  message: 1_000,
  description: 2_000,
  name: 300,
  places: 8,
  references: 10,
  commits: 30,
  unjudged: 10,
};

/** Text for an event: what nobody sees is written out, and what is too long is cut. */
export function text(value: string, limit = most.message): string {
  // Nothing gets shorter by being written out, so that no more of a long text needs to be looked at.
  return clip(visible(value.slice(0, limit * 2 + 1)), limit);
}

/** What a finding says beyond its message, a line each; undefined where that is nothing. */
export function description(finding: FindingEvent['finding'], limit = most.description): string | undefined {
  if (!('details' in finding) || finding.details === undefined || finding.details.length === 0) return undefined;
  const lines = finding.details.slice(0, limit).map((line) => text(line, limit));
  return clip(lines.join('\n'), limit);
}

/** A path, and the last part of it. */
export function fileParts(path: string): { readonly path: string; readonly name: string } {
  return { path: text(path), name: text(basename(path) || path, most.name) };
}

/** Events as NDJSON: one to a line, what is undefined left out. */
export function ndjson(events: readonly object[]): string {
  return events.map((event) => `${quietJson(event)}\n`).join('');
}

/** 64 hex digits, the same for the same parts. */
function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What is judged, whoever asks for it and when. */
function subject({ command, range, run }: Report): readonly unknown[] {
  const { before, after, head, tag, trust } = range;
  const revisions = [before, after, head, tag, trust].map((id) => id ?? null);
  return [run.repository ?? null, command, ...revisions, run.policy.sha256 ?? null];
}

/** The id of the event about the run: another one where anything else is judged, or judged otherwise. */
export function runUid(report: Report): string {
  const { verdict, commits, toolVersion, total } = report;
  return digest([
    'run',
    ...subject(report),
    toolVersion,
    verdict.outcome,
    total,
    verdict.unjudged.map(({ what }) => what),
    verdict.findings.map(({ fingerprint, severity, blocking }) => [fingerprint, severity, blocking]),
    verdict.suppressed.map(({ fingerprint }) => fingerprint),
    commits.map(({ sha, signature }) => [sha, signature.state, signature.accepted]),
  ]);
}

/** Why findings of the previous report that this one does not list are not said to be gone; undefined where they are. */
export function openEnd({ previous, verdict, notListed, command, run }: Report): string | undefined {
  if (previous === undefined) return undefined;
  if (previous.command !== command) return `the previous report is of ${previous.command || 'another command'}`;
  if (previous.repository !== undefined && previous.repository !== run.repository)
    return 'the previous report is of another repository';
  if (verdict.unjudged.length > 0) return 'not everything could be judged';
  return notListed === undefined ? undefined : 'not every finding is listed';
}

/** An event for each finding, accepted ones among them, and for each that is gone since the previous report; and how many have none. */
export function findingEvents(
  report: Report,
  limit: number,
): { readonly events: readonly FindingEvent[]; readonly left: number } {
  const all = eventsOf(report);
  const about = subject(report);
  const events = all.slice(0, limit).map((event) => ({ ...event, uid: eventUid(event, about) }));
  return { events, left: all.length - events.length };
}

function eventUid({ finding, activity, id }: Omit<FindingEvent, 'uid'>, about: readonly unknown[]): string {
  const state = 'blocking' in finding ? [finding.blocking, 'reason' in finding] : [];
  return digest(['finding', ...about, activity, id, finding.severity, ...state]);
}

function eventsOf(report: Report): readonly Omit<FindingEvent, 'uid'>[] {
  const { verdict, previous } = report;
  const known = new Set(previous?.findings.map(({ fingerprint }) => fingerprint));
  const found = [...verdict.findings, ...verdict.suppressed];
  const occurrence = occurrences(found);
  const current = found.map((finding, index) => {
    const number = occurrence[index] ?? 1;
    const id = number === 1 ? finding.fingerprint : `${finding.fingerprint}-${number}`;
    const activity: Activity = known.has(finding.fingerprint) ? 'update' : 'create';
    return { finding, activity, id };
  });
  if (previous === undefined || openEnd(report) !== undefined) return current;
  const still = new Set(found.map(({ fingerprint }) => fingerprint));
  const gone = new Map(previous.findings.map((finding) => [finding.fingerprint, finding]));
  for (const fingerprint of still) gone.delete(fingerprint);
  return [
    ...current,
    ...[...gone].map(([id, finding]) => ({ finding, activity: 'close' as const, id: text(id, most.name) })),
  ];
}

/** What is judged: in every event, so that each can be read by itself. */
export function context({ command, range, run: { repository, request } }: Report) {
  return {
    command,
    ...texts({ repository, branch: range.branch, request }),
    base_sha: range.target,
    head_sha: range.head,
    result_sha: range.result,
  };
}

/** The rest of what was compared, and by what policy. */
function comparison({ range, run: { job, policy } }: Report) {
  return {
    ...texts({ job_url: job, tag: range.tagName }),
    range: range.kind,
    merge_base_sha: range.mergeBase,
    before_sha: range.before,
    after_sha: range.after,
    tag_sha: range.tag,
    policy_sha: range.trust,
    ...texts({ policy_folder: policy.folder }),
    policy_sha256: policy.sha256,
  };
}

/** Each as text for an event. */
function texts(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : text(value, most.name)]),
  );
}

/** The decision: what was compared, outcome, counts, signers and what was not judged. */
export function decision(report: Report, left: number) {
  const { verdict, counts, total, commits, coverage, notListed, run } = report;
  // Who was not accepted is said first; the rest is counted.
  const ordered = [...commits].sort((a, b) => Number(a.signature.accepted) - Number(b.signature.accepted));
  return {
    ...context(report),
    ...comparison(report),
    outcome: verdict.outcome,
    fail_on: verdict.failOn,
    would_block: verdict.wouldBlock,
    findings: { ...total, ...counts },
    unjudged: verdict.unjudged.slice(0, most.unjudged).map(({ what }) => text(what, most.name)),
    unjudged_total: verdict.unjudged.length,
    commits: ordered.slice(0, most.commits).map(commitRecord),
    commits_total: commits.length,
    commits_accepted: commits.filter(({ signature }) => signature.accepted).length,
    files: {
      changed: coverage.filesChanged,
      read: coverage.filesRead,
      context: coverage.contextFilesRead,
      skipped: coverage.skipped.length,
    },
    steps: run.steps.map(({ name, milliseconds }) => ({ name, milliseconds })),
    not_listed: notListed,
    findings_without_event: left > 0 ? left : undefined,
    not_closed: openEnd(report),
  };
}

/** The decision in a sentence. */
export function runMessage(report: Report): string {
  if (report.command !== 'verify') return text(headline(report));
  return text(`${sentence(verdictWords(report.verdict))}: ${signatureLine(report)}.`);
}

/** Whether `decision` leaves out anything. */
export function isCut({ commits, verdict }: Report, left: number): boolean {
  return left > 0 || commits.length > most.commits || verdict.unjudged.length > most.unjudged;
}

function commitRecord({ sha, kind, author, committer, signature }: VerifiedCommit) {
  const { state, accepted, format, signer, keyFingerprint } = signature;
  return {
    sha,
    kind,
    state,
    accepted,
    format,
    signer: signer && text(signer.name, 100),
    key: keyFingerprint && text(keyFingerprint, 100),
    author: text(author.email, 100),
    committer: text(committer.email, 100),
  };
}

/** Of a finding what the formats have no fields for. */
export function findingFacts({ finding, activity }: FindingEvent) {
  const current: Partial<Finding> = 'subject' in finding ? finding : {};
  const { blocking, scope, object, commit, excerpt, places = [], references = [] } = current;
  return {
    fingerprint: text(finding.fingerprint, most.name),
    activity,
    category: text(finding.category, most.name),
    blocking,
    ...texts({ scope, api_group: object?.group }),
    commit_sha: commit,
    line: positionOf(finding)?.line,
    excerpt: excerpt === undefined ? undefined : text(excerpt),
    references: references.slice(0, most.references).map((each) => text(each, 100)),
    places: places.slice(0, most.places).map(({ file, line }) => ({ file: text(file, most.name), line })),
    places_total: places.length,
    accepted_until: 'until' in finding ? finding.until : undefined,
    accepted_because: 'reason' in finding ? text(finding.reason) : undefined,
  };
}

/** Where a finding is, or was. */
export function positionOf(
  finding: FindingEvent['finding'],
): { readonly file: string; readonly line: number | undefined } | undefined {
  if ('position' in finding) return finding.position;
  return 'file' in finding && finding.file !== undefined ? { file: finding.file, line: finding.line } : undefined;
}
