import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import {
  context,
  decision,
  description,
  type FindingEvent,
  fileParts,
  findingEvents,
  findingFacts,
  most,
  mostEvents,
  ndjson,
  positionOf,
  runMessage,
  runUid,
  text,
} from './events.ts';

/** The version of the Elastic Common Schema (https://www.elastic.co/docs/reference/ecs) whose fields are used. */
const schemaVersion = '9.0.0';

/** As numbers: a dashboard sorts by them. */
const severities = { critical: 4, high: 3, medium: 2, low: 1 } as const;

const actions = { create: 'finding-created', update: 'finding-updated', close: 'finding-closed' } as const;

/**
 * Elastic Common Schema as NDJSON: an event about the run and an alert for each finding; what the schema has no field for is under
 * `gitops_gate`. `event.id` is the same each time the same is found in the same commits: as `_id` it keeps repeats out of an index.
 */
export function renderEcs(report: Report, rules: readonly RuleInfo[], now: number, limit = mostEvents): string {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const run = runUid(report);
  const { events, left } = findingEvents(report, limit);
  const shared = { ...context(report), run_id: run };
  return ndjson([
    runEvent(report, run, now, left),
    ...events.map((event) => findingEvent(event, report, known.get(event.finding.rule), shared, now)),
  ]);
}

function runEvent(report: Report, uid: string, now: number, left: number): object {
  const { verdict, run, command, commits } = report;
  const isJudged = verdict.outcome !== 'could-not-judge';
  const shas = [report.range.head, report.range.result, ...commits.slice(0, most.commits).map(({ sha }) => sha)];
  return {
    ...base(report, now),
    message: runMessage(report),
    event: {
      ...event(uid, 'event', `${command}-${verdict.outcome}`),
      outcome: isJudged ? 'success' : 'failure',
      start: time(run.start),
      end: time(run.end),
      // Nanoseconds.
      duration: Math.max(0, run.end - run.start) * 1_000_000,
      reason: verdict.unjudged[0] && text(verdict.unjudged[0].what),
      url: address(report),
    },
    error: isJudged
      ? undefined
      : { message: text(verdict.unjudged.map(({ what }) => what).join('\n'), most.description) },
    related: {
      hash: [...new Set(shas.filter((sha) => sha !== undefined))],
      user: run.actor === undefined ? undefined : [text(run.actor, most.name)],
    },
    gitops_gate: { ...decision(report, left), run_id: uid },
  };
}

function findingEvent(
  found: FindingEvent,
  report: Report,
  rule: RuleInfo | undefined,
  shared: object,
  now: number,
): object {
  const { finding, activity, uid, id } = found;
  const position = positionOf(finding);
  return {
    ...base(report, now),
    message: text(finding.message),
    event: {
      ...event(uid, 'alert', actions[activity]),
      severity: severities[finding.severity],
      reason: description(finding, most.message),
      url: address(report),
    },
    rule: {
      id: text(finding.rule, most.name),
      name: text(finding.rule, most.name),
      category: text(finding.category, most.name),
      description: rule?.summary,
      ruleset: 'gitops-gate',
      version: report.toolVersion,
    },
    file: position && fileParts(position.file),
    orchestrator: orchestrator(found),
    gitops_gate: {
      ...shared,
      ...findingFacts(found),
      finding_id: id,
      severity: finding.severity,
      remedy: text(finding.remedy),
    },
  };
}

const base = ({ toolVersion, run }: Report, now: number) => ({
  '@timestamp': time(now),
  ecs: { version: schemaVersion },
  observer: { name: 'gitops-gate', product: 'gitops-gate', vendor: 'gitops-gate', type: 'gate', version: toolVersion },
  tags: ['gitops-gate'],
  user: run.actor === undefined ? undefined : { name: text(run.actor, most.name) },
});

const event = (id: string, kind: string, action: string) => ({
  id,
  kind,
  category: ['configuration'],
  type: ['info'],
  action,
  module: 'gitops_gate',
  dataset: kind === 'alert' ? 'gitops_gate.finding' : 'gitops_gate.run',
  provider: 'gitops-gate',
});

/** ISO 8601 in UTC, with milliseconds. */
const time = (milliseconds: number) => new Date(milliseconds).toISOString();

function address({ run: { request, job } }: Report): string | undefined {
  const url = request ?? job;
  return url === undefined ? undefined : text(url);
}

function orchestrator({ finding }: FindingEvent): object | undefined {
  if (!('object' in finding) || finding.object === undefined) return undefined;
  const { kind, namespace, name } = finding.object;
  const short = (value: string) => text(value, most.name);
  return {
    type: 'kubernetes',
    ...(namespace === undefined ? {} : { namespace: short(namespace) }),
    resource: { type: short(kind), name: short(name) },
  };
}
