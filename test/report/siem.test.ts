import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderJson } from '../../src/report/machine/json.ts';
import { readPreviousReport } from '../../src/report/previous-report.ts';
import type { Report } from '../../src/report/report.ts';
import { renderEcs } from '../../src/report/siem/ecs.ts';
import { mostEvents } from '../../src/report/siem/events.ts';
import { renderOcsf } from '../../src/report/siem/ocsf.ts';
import { isThorough, runs, size } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { ecsProblems } from './ecs-validator.ts';
import { ocsfProblems } from './ocsf-validator.ts';
import { commits, findings, reportWith, run, sampleReport, suppressed } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

const now = Date.UTC(2026, 10, 22, 8, 30);
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON, whose shape the validators hold.
type Event = any;
const lines = (text: string): Event[] => {
  // A pattern over megabytes of text overflows the stack.
  expect([text.startsWith('\n'), text.includes('\n\n'), text.endsWith('\n')]).toEqual([false, false, true]);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};
const ocsf = (report: Report, at = now) => lines(renderOcsf(report, sampleRules, at));
const ecs = (report: Report, at = now) => lines(renderEcs(report, sampleRules, at));

describe('OCSF', () => {
  test('the run is an event, with who, what, by which policy, and what came of it', () => {
    const [scan] = ocsf(sampleReport);
    expect(ocsfProblems(scan)).toEqual([]);
    expect(scan).toMatchObject({
      class_uid: 6007,
      activity_id: 2,
      status_id: 1,
      status_code: 'blocked',
      action_id: 2,
      disposition_id: 2,
      severity: 'Critical',
      duration: 3_000,
      num_detections: findings.length,
      actor: { user: { name: 'jane-doe' } },
      policy: { name: '.gitops-gate', uid: run.policy.sha256 },
      unmapped: {
        repository: 'https://github.com/acme/fleet',
        branch: 'main',
        base_sha: sampleReport.range.target,
        head_sha: sampleReport.range.head,
        result_sha: sampleReport.range.result,
        outcome: 'blocked',
        commits_total: 4,
        commits_accepted: 2,
      },
    });
    expect(scan.unmapped.commits.map(({ state }: Event) => state)).toEqual([
      'unsigned',
      'untrusted',
      'good',
      'forge-signed',
    ]);
    expect(scan.unmapped.commits[2]).toMatchObject({ sha: commits[0]?.sha, signer: 'Jane Doe' });
  });

  test('"judged, nothing found" is an event, and "could not judge" is another', () => {
    const passed = ocsf(reportWith({ outcome: 'passed', findings: [], suppressed: [] }));
    expect(passed).toHaveLength(1);
    expect(passed[0]).toMatchObject({ status_code: 'passed', severity_id: 1, disposition_id: 1, is_alert: false });
    const unjudged = [{ what: 'The target’s tip is missing.', remedy: 'Fetch it.' }];
    const [broken] = ocsf(reportWith({ outcome: 'could-not-judge', findings: [], suppressed: [], unjudged }));
    expect(ocsfProblems(broken)).toEqual([]);
    expect(broken).toMatchObject({ activity_id: 6, status_id: 2, status_detail: 'The target’s tip is missing.' });
    expect(broken.metadata.uid).not.toBe(passed[0].metadata.uid);
  });

  test('each finding is a Detection Finding under its one id, accepted ones as suppressed', () => {
    const [scan, ...events] = ocsf(sampleReport);
    for (const event of events) {
      expect(ocsfProblems(event)).toEqual([]);
      expect(event.metadata.correlation_uid).toBe(scan.metadata.uid);
    }
    expect(events.map(({ finding_info: { uid } }) => uid)).toEqual(
      [...findings, ...suppressed].map(({ fingerprint }) => fingerprint),
    );
    expect(events[0]).toMatchObject({
      activity_name: 'Create',
      status: 'New',
      is_alert: true,
      disposition: 'Blocked',
      finding_info: { analytic: { uid: 'rbac-widened', type: 'Rule' } },
      resources: [{ name: 'ci-deployer', type: 'ClusterRole', group: { name: 'rbac.authorization.k8s.io' } }],
      evidences: [{ file: { path: 'clusters/prod/ci/role.yaml', name: 'role.yaml' } }],
      unmapped: { line: 12, scope: 'clusters/prod', references: ['CIS 5.1.2', 'NSA/CISA Kubernetes Hardening: RBAC'] },
    });
    expect(events.at(-1)).toMatchObject({ status: 'Suppressed', is_alert: false, comment: suppressed[0]?.reason });
  });
});

describe('ECS', () => {
  test('the run and the findings, by the schema', () => {
    const [event, ...alerts] = ecs(sampleReport);
    for (const document of [event, ...alerts]) expect(ecsProblems(document)).toEqual([]);
    expect(event).toMatchObject({
      event: { kind: 'event', outcome: 'success', action: 'check-blocked', duration: 3_000_000_000 },
      user: { name: 'jane-doe' },
      gitops_gate: { outcome: 'blocked', policy_sha256: run.policy.sha256 },
    });
    expect(alerts[0]).toMatchObject({
      event: { kind: 'alert', severity: 4, action: 'finding-created' },
      rule: { id: 'rbac-widened' },
      file: { path: 'clusters/prod/ci/role.yaml' },
      orchestrator: { type: 'kubernetes', resource: { type: 'ClusterRole', name: 'ci-deployer' } },
      gitops_gate: { finding_id: findings[0]?.fingerprint, run_id: event.event.id },
    });
    expect(ecs(sampleReport).map((each) => each.event.id)).toEqual(ocsf(sampleReport).map((each) => each.metadata.uid));
  });
});

describe('ids of events', () => {
  const uids = (report: Report, at?: number) => ocsf(report, at).map(({ metadata: { uid } }) => uid);

  test('a repeat has the same ones, whoever runs it and when; no two events of a run share one', () => {
    const repeat = reportWith(
      {},
      { run: { ...run, actor: 'kim', start: run.start + 60_000, end: run.end + 60_000, steps: [] } },
    );
    expect(uids(repeat, now + 60_000)).toEqual(uids(reportWith()));
    expect(new Set(uids(sampleReport)).size).toBe(1 + findings.length + suppressed.length);
    const twice = reportWith({ findings: [...findings, ...findings] });
    expect(new Set(uids(twice)).size).toBe(uids(twice).length);
  });

  test.each<[string, Report]>([
    ['repository', reportWith({}, { run: { ...run, repository: 'https://github.com/acme/other' } })],
    ['head', reportWith({}, { range: { ...sampleReport.range, head: '1'.repeat(40) } })],
    ['result', reportWith({}, { range: { ...sampleReport.range, after: '1'.repeat(40) } })],
    ['policy', reportWith({}, { run: { ...run, policy: { folder: '.gitops-gate', sha256: '1'.repeat(64) } } })],
    ['command', reportWith({}, { command: 'audit' })],
  ])('another %s gives others', (_, other) => {
    const shared = uids(other).filter((uid) => uids(reportWith()).includes(uid));
    expect(shared).toEqual([]);
  });

  test('another outcome or version is another decision about the same findings', () => {
    const [run1, ...found1] = uids(reportWith());
    for (const other of [reportWith({ outcome: 'passed' }), reportWith({}, { toolVersion: '1.0.1' })]) {
      const [run2, ...found2] = uids(other);
      expect(run2).not.toBe(run1);
      expect(found2).toEqual(found1);
    }
  });
});

describe('with a previous report', () => {
  const previous = readPreviousReport(renderJson(sampleReport));
  const activities = (report: Report) => ocsf(report).map(({ activity_name: name }) => name);

  test('findings are new, known or gone', () => {
    const report = reportWith(
      { findings: findings.slice(1) },
      { previous: { ...previous, findings: previous.findings.slice(0, 3) } },
    );
    const [, ...events] = ocsf(report);
    expect(events.map(({ activity_name: name, finding_info: { uid } }) => [name, uid])).toEqual([
      ['Update', findings[1]?.fingerprint],
      ['Update', findings[2]?.fingerprint],
      ...findings.slice(3).map(({ fingerprint }) => ['Create', fingerprint]),
      ['Create', suppressed[0]?.fingerprint],
      ['Close', findings[0]?.fingerprint],
    ]);
    for (const event of events) expect(ocsfProblems(event)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ status: 'Resolved', is_alert: false, message: findings[0]?.message });
    const documents = ecs(report);
    for (const document of documents) expect(ecsProblems(document)).toEqual([]);
    expect(documents.at(-1)?.event.action).toBe('finding-closed');
  });

  test('a finding that is accepted now is not gone', () => {
    const accepted = findings.map((finding) => ({ ...finding, blocking: false, reason: 'known', until: '2027-01-01' }));
    expect(activities(reportWith({ findings: [], suppressed: accepted }, { previous }))).not.toContain('Create');
  });

  test.each<[string, Report]>([
    [
      'not everything could be judged',
      reportWith({ findings: [], unjudged: [{ what: 'a', remedy: 'b' }] }, { previous }),
    ],
    ['not every finding is listed', reportWith({ findings: [] }, { previous, notListed: 'Not listed: 3 of 3.' })],
    ['the previous report is of audit', reportWith({ findings: [] }, { previous: { ...previous, command: 'audit' } })],
    [
      'the previous report is of another repository',
      reportWith({ findings: [] }, { previous: { ...previous, repository: 'https://github.com/acme/other' } }),
    ],
  ])('nothing is said to be gone where %s', (why, report) => {
    expect(activities(report)).not.toContain('Close');
    expect(ocsf(report)[0].unmapped.not_closed).toBe(why);
    expect(activities(reportWith({ findings: [] }, { previous }))).toContain('Close');
  });

  test.each([
    ['', 'not JSON'],
    ['[]', 'not a report.json'],
    ['{"schemaVersion":2}', 'not a report.json'],
    ['{"schemaVersion":1}', 'no list'],
    ['{"schemaVersion":1,"findings":[{}],"suppressed":[]}', 'lacks'],
    ['{"schemaVersion":1,"findings":[null],"suppressed":[]}', 'lacks'],
    ['{"schemaVersion":1,"findings":{"length":1},"suppressed":[]}', 'no list'],
    ['{"schemaVersion":1,"findings":[{"severity":"toString"}],"suppressed":[]}', 'lacks severity'],
  ])('%s is refused with the reason', (text, why) => {
    expect(() => readPreviousReport(text)).toThrow(why);
  });
});

test('any report gives valid events that are quiet in a terminal', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const event of ocsf(report)) expect(ocsfProblems(event)).toEqual([]);
      for (const document of ecs(report)) expect(ecsProblems(document)).toEqual([]);
      for (const text of [renderOcsf(report, sampleRules, now), renderEcs(report, sampleRules, now)])
        expect(text).not.toMatch(
          /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u0000-\u0009\u000b-\u001f\u007f-\u009f]|##\[|^\s*::|(?<!\\)(?:\\\\)*\\u(?:d[89a-f]|0000)/mu,
        );
    }),
    { numRuns: runs(200) },
  );
});

test('the largest texts and lists leave an event under 64 KiB', () => {
  const long = '\u{1f511}'.repeat(20_000);
  const count = size(500);
  const places = Array.from({ length: count }, (_, line) => ({ file: long, line: line + 1, column: 1 }));
  const object = { group: long, kind: long, namespace: long, name: long };
  const details = Array.from({ length: count }, () => long);
  const [first] = findings;
  if (first === undefined) throw new Error('the sample has findings');
  const finding = {
    ...first,
    ...{ message: long, remedy: long, excerpt: long, details, references: details, places, object, scope: long },
  };
  const report = reportWith(
    {
      findings: [finding],
      suppressed: [{ ...finding, reason: long, until: '2027-01-01' }],
      unjudged: details.map((what) => ({ what, remedy: long })),
    },
    {
      commits: details.flatMap(() =>
        commits.map((commit) => ({ ...commit, author: { ...commit.author, email: long } })),
      ),
      run: { ...run, actor: long, repository: long, request: long, job: long, policy: { folder: long } },
    },
  );
  for (const text of [renderOcsf(report, sampleRules, now), renderEcs(report, sampleRules, now)])
    for (const line of text.split('\n')) expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
  expect(ocsf(report)[0].metadata.is_truncated).toBe(true);
});

test('beyond 10,000 findings the worst have events, and the run says how many have none', () => {
  const [first] = findings;
  if (first === undefined) throw new Error('the sample has findings');
  expect(mostEvents).toBe(10_000);
  // The limit itself in a thorough run.
  const limit = isThorough ? undefined : 100;
  const shown = limit ?? mostEvents;
  const many = reportWith({ findings: Array.from({ length: shown + 3 }, () => first), suppressed: [] });
  const events = lines(renderOcsf(many, sampleRules, now, limit));
  expect(events).toHaveLength(shown + 1);
  expect(events[0]).toMatchObject({ metadata: { is_truncated: true }, unmapped: { findings_without_event: 3 } });
  expect(lines(renderEcs(many, sampleRules, now, limit))).toHaveLength(shown + 1);
});
