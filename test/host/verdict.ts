import type { Finding, Verdict } from '../../src/gate.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import type { Publishing } from '../../src/host/host.ts';
import type { Report } from '../../src/report/report.ts';
import { unrecorded } from '../../src/report/run-record.ts';
import { tally } from '../../src/report/tally.ts';

/** A finding with everything filled in but what a test says. */
export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'rbac-widened',
    category: 'rbac',
    severity: 'high',
    blocking: true,
    fingerprint: '0123456789abcdef'.repeat(4),
    message: 'ClusterRole deployer gains verb * on secrets.',
    remedy: 'List the verbs it needs.',
    subject: ['rules'],
    position: { file: 'base/role.yaml', line: 7, column: 9 },
    ...more,
  };
}

export function verdict(more: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'blocked',
    failOn: 'high',
    failOnFrom: 'default',
    wouldBlock: false,
    findings: [finding()],
    suppressed: [],
    unjudged: [],
    notes: [],
    ...more,
  };
}

export function report(of: Verdict = verdict()): Report {
  return {
    toolVersion: '1.0.0',
    command: 'check',
    range: { ...emptyRange('request'), head: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821' },
    verdict: of,
    commits: [],
    coverage: { filesChanged: 1, filesRead: 1, contextFilesRead: 0, readWithoutStructure: [], skipped: [] },
    run: unrecorded(0),
    ...tally(of),
  };
}

/** What a host is given to deliver. */
export function publishing(of: Report = report()): Publishing {
  return { report: of, scanned: { report: of, note: undefined }, written: {}, lost: [], diff: new Map() };
}
