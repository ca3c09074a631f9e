import type { Verdict } from '../../gate.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import { homepage, rulePage } from '../../version.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import {
  type Activity,
  context,
  decision,
  description,
  type FindingEvent,
  fileParts,
  findingEvents,
  findingFacts,
  isCut,
  most,
  mostEvents,
  ndjson,
  positionOf,
  runMessage,
  runUid,
  text,
} from './events.ts';

/** The version of the schema (https://schema.ocsf.io/1.6.0) the events are written by. */
const schemaVersion = '1.6.0';

/** An id of the schema and its caption. */
type Value = readonly [id: number, caption: string];

const severities: Readonly<Record<Severity, Value>> = {
  critical: [5, 'Critical'],
  high: [4, 'High'],
  medium: [3, 'Medium'],
  low: [2, 'Low'],
};
const informational: Value = [1, 'Informational'];

const activities: Readonly<Record<Activity, Value>> = {
  create: [1, 'Create'],
  update: [2, 'Update'],
  close: [3, 'Close'],
};

/**
 * OCSF 1.6 as NDJSON: a Scan Activity (6007) about the run, so that "judged, nothing found" is an event, and a Detection Finding (2004)
 * for each finding. `now`: milliseconds since the epoch. The same finding in the same commits has the same `metadata.uid` each time.
 */
export function renderOcsf(report: Report, rules: readonly RuleInfo[], now: number, limit = mostEvents): string {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const run = runUid(report);
  const { events, left } = findingEvents(report, limit);
  const shared = { report, summaries, run, now, context: context(report) };
  return ndjson([scanActivity(report, run, now, left), ...events.map((event) => detectionFinding(event, shared))]);
}

function scanActivity(report: Report, uid: string, now: number, left: number): object {
  const { verdict, run, coverage, total, command, commits } = report;
  const isJudged = verdict.outcome !== 'could-not-judge';
  // "Error" is the schema's word for a scan that could not be completed.
  const activity: Value = isJudged ? [2, 'Completed'] : [6, 'Error'];
  return {
    ...classification([6, 'Application Activity'], [6007, 'Scan Activity'], activity),
    ...severity(worst(verdict)),
    time: now,
    start_time: run.start,
    end_time: run.end,
    duration: run.end - run.start,
    message: runMessage(report),
    status_id: isJudged ? 1 : 2,
    status: isJudged ? 'Success' : 'Failure',
    status_code: verdict.outcome,
    status_detail: verdict.unjudged[0] && text(verdict.unjudged[0].what),
    ...disposition(verdict),
    is_alert: verdict.outcome !== 'passed',
    metadata: { ...metadata(report, uid), is_truncated: isCut(report, left) },
    actor: {
      app_name: 'gitops-gate',
      ...(run.actor === undefined ? {} : { user: { name: text(run.actor, most.name) } }),
    },
    policy: policy(report),
    scan: { uid, name: `gitops-gate ${command}`, type_id: 99, type: command },
    // What `verify` detects is signatures that are refused.
    num_detections:
      command === 'verify' ? commits.filter(({ signature }) => !signature.accepted).length : total.findings,
    num_files: coverage.filesRead + coverage.contextFilesRead,
    num_skipped_items: coverage.skipped.length,
    total: coverage.filesRead + coverage.contextFilesRead + coverage.skipped.length,
    unmapped: decision(report, left),
  };
}

/** The worst finding's; without any, what the outcome is worth a look for. */
function worst({ findings, outcome }: Verdict): Value {
  const [first] = findings.map((finding) => finding.severity).sort(compareSeverity);
  if (first !== undefined) return severities[first];
  return outcome === 'passed' ? informational : severities[outcome === 'blocked' ? 'high' : 'medium'];
}

/** What the gate did: a change it could not judge is held back like one it blocks. */
function disposition({ outcome, wouldBlock, findings }: Verdict): object {
  if (outcome === 'blocked') return acted([2, 'Denied'], [2, 'Blocked']);
  if (outcome === 'could-not-judge') return acted([2, 'Denied'], [27, 'Error']);
  return wouldBlock || findings.length > 0
    ? acted([3, 'Observed'], [15, 'Detected'])
    : acted([1, 'Allowed'], [1, 'Allowed']);
}

const acted = ([action_id, action]: Value, [disposition_id, disposition]: Value) => ({
  action_id,
  action,
  disposition_id,
  disposition,
});

/** What the events about findings have in common. */
interface Shared {
  readonly report: Report;
  /** Of rules, by their ids. */
  readonly summaries: ReadonlyMap<string, string>;
  /** The id of the event about the run. */
  readonly run: string;
  readonly now: number;
  readonly context: object;
}

function detectionFinding(event: FindingEvent, { report, summaries, run, now, context }: Shared): object {
  const { finding, activity } = event;
  const { severity: level, rule, remedy, message } = finding;
  const isCurrent = activity !== 'close';
  const isAccepted = 'reason' in finding;
  const blocks = isCurrent && 'blocking' in finding && finding.blocking;
  return {
    ...classification([2, 'Findings'], [2004, 'Detection Finding'], activities[activity]),
    ...severity(severities[level]),
    time: now,
    message: text(message),
    ...status(activity, isAccepted),
    ...(blocks ? acted([2, 'Denied'], [2, 'Blocked']) : acted([3, 'Observed'], [15, 'Detected'])),
    is_alert: activity === 'create' && !isAccepted && (level === 'critical' || level === 'high'),
    comment: isAccepted ? text(finding.reason) : undefined,
    metadata: { ...metadata(report, event.uid), correlation_uid: run },
    finding_info: {
      uid: event.id,
      title: text(message),
      desc: description(finding),
      types: [text(finding.category, most.name)],
      analytic: {
        uid: text(rule, most.name),
        name: text(rule, most.name),
        type_id: 1,
        type: 'Rule',
        category: text(finding.category, most.name),
        desc: summaries.get(rule),
        version: report.toolVersion,
      },
      created_time: activity === 'create' ? now : undefined,
      last_seen_time: isCurrent ? now : undefined,
      src_url: address(report),
      data_sources: ['git'],
    },
    evidences: evidences(event),
    resources: resources(event),
    remediation: { desc: text(remedy), references: summaries.has(rule) ? [rulePage(rule)] : undefined },
    policy: policy(report),
    unmapped: { ...context, ...findingFacts(event) },
  };
}

function status(activity: Activity, isAccepted: boolean): object {
  if (activity === 'close') return { status_id: 4, status: 'Resolved' };
  return isAccepted ? { status_id: 3, status: 'Suppressed' } : { status_id: 1, status: 'New' };
}

function classification(
  [category_uid, category_name]: Value,
  [class_uid, class_name]: Value,
  [id, name]: Value,
): object {
  return {
    category_uid,
    category_name,
    class_uid,
    class_name,
    activity_id: id,
    activity_name: name,
    type_uid: class_uid * 100 + id,
    type_name: `${class_name}: ${name}`,
  };
}

const severity = ([severity_id, severity]: Value) => ({ severity_id, severity });

const metadata = ({ toolVersion }: Report, uid: string) => ({
  version: schemaVersion,
  uid,
  product: { name: 'gitops-gate', vendor_name: 'gitops-gate', version: toolVersion, url_string: homepage },
  profiles: ['host', 'security_control'],
  log_name: 'gitops-gate',
});

function policy({ run, toolVersion }: Report): object {
  const { folder, sha256 } = run.policy;
  const named =
    folder === undefined ? { name: 'built-in defaults', version: toolVersion } : { name: text(folder, most.name) };
  return { ...named, uid: sha256, is_applied: true };
}

/** Where a reader sees more: the request, else the job. */
function address({ run: { request, job } }: Report): string | undefined {
  const [url] = [request, job].filter((each) => each !== undefined && /^https?:\/\//.test(each));
  return url === undefined ? undefined : text(url);
}

function evidences({ finding }: FindingEvent): readonly object[] | undefined {
  const position = positionOf(finding);
  return position && [{ file: { ...fileParts(position.file), type_id: 1, type: 'Regular File' } }];
}

function resources({ finding, id }: FindingEvent): readonly object[] | undefined {
  if (!('object' in finding) || finding.object === undefined) return undefined;
  const { group, kind, namespace, name } = finding.object;
  const short = (value: string) => text(value, most.name);
  return [
    {
      uid: [group, kind, namespace ?? '', name].map(short).join('/') || id,
      name: short(name),
      type: short(kind),
      ...(namespace === undefined ? {} : { namespace: short(namespace) }),
      ...(group === '' ? {} : { group: { name: short(group) } }),
      role_id: 3,
      role: 'Affected',
    },
  ];
}
