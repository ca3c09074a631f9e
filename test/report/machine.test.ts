import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { renderSarif } from '../../src/report/machine/sarif.ts';
import { descriptorsOf } from '../../src/report/machine/sarif-rules.ts';
import type { RuleInfo } from '../../src/report/rule-info.ts';
import { renderEcs } from '../../src/report/siem/ecs.ts';
import { decision, description, isCut, mostEvents, positionOf, text } from '../../src/report/siem/events.ts';
import { renderOcsf } from '../../src/report/siem/ocsf.ts';
import type { Severity } from '../../src/severity.ts';
import { commit, finding, reportWith, suppressed, unsigned } from './sample-report.ts';

const levels: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON, whose shape the validators hold.
type Json = any;
const placed = (severity: Severity, more: Partial<Finding> = {}) =>
  finding('rbac-widened', severity, { message: 'M.', position: { file: 'a.yaml', line: 3, column: 1 }, ...more });

describe('rules in SARIF', () => {
  const rule = (id: string, category: string, more: object = {}): RuleInfo =>
    ({ id, category, severity: 'high', summary: 'S', help: 'H', ...more }) as RuleInfo;
  const of = (rules: readonly RuleInfo[], findings: readonly Finding[] = []) =>
    descriptorsOf(rules, reportWith({ findings, suppressed: [] }), ({ rule: id, severity }) =>
      severity === 'high' ? id : `${id}/${severity}`,
    ) as Json[];

  test.each<[string, readonly string[]]>([
    ['signature', ['345', '347']],
    ['rbac', ['269', '732']],
    ['secret', ['312', '798']],
    ['repository', ['693']],
    ['workload', ['250']],
    ['network', ['668']],
    ['delivery', ['269']],
    ['admission', ['693']],
    ['audit', ['778']],
    ['supply-chain', ['829']],
    ['input', []],
  ])('those of %s are tagged with their weaknesses (CWE)', (category, numbers) => {
    expect(of([rule('a', category)])[0].properties.tags).toEqual([
      'security',
      category,
      ...numbers.map((number) => `external/cwe/cwe-${number}`),
    ]);
  });

  test('variants follow in order, with levels and severities that GitHub reads', () => {
    const all = of(
      [rule('b', 'rbac'), rule('a', 'input')],
      levels.map((severity) => finding('b', severity, { message: 'M.' })),
    );
    expect(
      all.map(({ id, defaultConfiguration, properties }) => [
        id,
        defaultConfiguration.level,
        properties['security-severity'],
      ]),
    ).toEqual([
      ['b', 'error', '8.0'],
      ['a', 'error', '8.0'],
      ['b/critical', 'error', '9.5'],
      ['b/low', 'note', '2.0'],
      ['b/medium', 'warning', '5.5'],
    ]);
    expect(all.map(({ name }) => name)).toEqual(['B', 'A', 'BCritical', 'BLow', 'BMedium']);
  });

  test('links of a page are whole', () => {
    const help = '[a](b.md) [c](../d.md#e) [f](/g.md) [h](https://i) [j](mailto:k)';
    const [only] = of([rule('a', 'input', { help })]);
    const page = only.helpUri as string;
    const folder = page.replace(/[^/]*$/, '');
    const root = page.replace(/\.github\/docs\/rules\/[^/]*$/, '');
    expect(only.help.markdown).toBe(
      `[a](${folder}b.md) [c](${root}.github/docs/d.md#e) [f](${root}g.md) [h](https://i) [j](mailto:k)`,
    );
  });
});

describe('results in SARIF', () => {
  const run = (report: Parameters<typeof renderSarif>[0], limits?: Parameters<typeof renderSarif>[2]) =>
    (JSON.parse(renderSarif(report, [], limits)) as Json).runs[0];
  const noNotes = { suppressed: [], notes: [] };
  const messages = ({ invocations: [invocation] }: Json) =>
    (invocation.toolExecutionNotifications ?? []).map((each: Json) => [each.level, each.message.text]);

  test('a message has twenty details, and the properties ten different references', () => {
    const details = (count: number) => Array.from({ length: count }, (_, at) => `d${at}`);
    const references = Array.from({ length: 11 }, (_, at) => `r${at}`);
    const of = (more: Partial<Finding>) => run(reportWith({ findings: [placed('high', more)], ...noNotes })).results[0];
    expect(of({ details: details(20) }).message.text).not.toContain('more lines');
    expect(of({ details: details(22) }).message.text).toContain('\nd19\n2 more lines are in report.json.\nFix: ');
    expect(of({ references: ['r0', 'r0', ...references] }).properties.tags).toEqual(references.slice(0, 10));
    expect(of({ references: ['x'] }).properties.tags).toEqual(['x']);
    expect(of({}).properties).not.toHaveProperty('tags');
    expect(of({ message: `${'x'.repeat(1_001)}` }).message.text).toMatch(/^x{999}…\n/);
    expect(of({ message: '[a](b)' }).message.text).toMatch(/^\[a\] \(b\)\n/);
  });

  test('a suggestion that shows other than it reads is not offered', () => {
    const of = (suggestion: string) =>
      run(reportWith({ findings: [placed('high', { suggestion })], ...noNotes })).results[0].fixes;
    expect(of('a: b\nc: d')).toHaveLength(1);
    expect(of('a: b\nc: \u202ed')).toBeUndefined();
  });

  test('what is left out is said, the least severe', () => {
    const findings = [placed('critical'), placed('low'), placed('low')];
    const report = reportWith({ findings, suppressed: suppressed.slice(0, 1), notes: [] });
    const cut = run(report, { results: 1, bytes: 10_000_000 });
    expect(cut.results).toHaveLength(1);
    expect(messages(cut)).toEqual([
      [
        'warning',
        '3 results are left out, the least severe (2 low, 1 ignored): GitHub takes 25000, and 10 MB by gzip. They are in report.json.',
      ],
    ]);
    const none = run(reportWith({ findings, ...noNotes }), { results: 2, bytes: 10_000_000 });
    expect(messages(none)[0][1]).toContain('1 results are left out, the least severe (1 low): ');
    expect(run(reportWith({ findings, ...noNotes })).invocations).toEqual([{ executionSuccessful: true }]);
    // As many as fit by gzip.
    expect(run(report, { results: 10, bytes: 10 }).results).toEqual([]);
  });

  test('what was not judged, and findings without a file', () => {
    const report = reportWith({
      outcome: 'blocked',
      findings: [finding('a', 'medium', { message: 'M.' })],
      unjudged: [{ what: 'w', remedy: 'r' }],
      ...noNotes,
    });
    const { invocations } = run(report);
    expect(invocations[0].executionSuccessful).toBe(false);
    const [first, second] = invocations[0].toolExecutionNotifications;
    expect([first, second.level, 'locations' in second]).toEqual([
      { level: 'error', message: { text: 'w\nFix: r' } },
      'warning',
      false,
    ]);
    expect(
      run(reportWith({ outcome: 'could-not-judge', findings: [], ...noNotes })).invocations[0].executionSuccessful,
    ).toBe(false);
  });
});

describe('events', () => {
  const now = Date.UTC(2026, 10, 22);
  const lines = (rendered: string): Json[] =>
    rendered
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test.each<[Severity, number, string, number]>([
    ['critical', 5, 'Critical', 4],
    ['high', 4, 'High', 3],
    ['medium', 3, 'Medium', 2],
    ['low', 2, 'Low', 1],
  ])('%s is %s (%s) in OCSF, and %s in ECS', (severity, id, caption, ecs) => {
    const report = reportWith({ findings: [placed(severity)], suppressed: [] });
    const [scan, found] = lines(renderOcsf(report, [], now));
    expect([scan, found].map((each) => [each.severity_id, each.severity])).toEqual([
      [id, caption],
      [id, caption],
    ]);
    expect(lines(renderEcs(report, [], now))[1].event.severity).toBe(ecs);
  });

  test.each<[string, object, readonly unknown[]]>([
    ['passed, with nothing', { outcome: 'passed', findings: [] }, ['Informational', 1, 'Allowed', 1, false]],
    ['passed, with a finding', { outcome: 'passed', findings: [placed('low')] }, ['Low', 3, 'Detected', 15, false]],
    ['watching', { outcome: 'passed', wouldBlock: true, findings: [] }, ['Informational', 3, 'Detected', 15, false]],
    ['blocked', { outcome: 'blocked', findings: [] }, ['High', 2, 'Blocked', 2, true]],
    ['not judged', { outcome: 'could-not-judge', findings: [] }, ['Medium', 2, 'Error', 27, true]],
  ])('a run that is %s', (_, verdict, expected) => {
    const [scan] = lines(renderOcsf(reportWith({ ...verdict, suppressed: [] }), [], now));
    expect([scan.severity, scan.action_id, scan.disposition, scan.disposition_id, scan.is_alert]).toEqual(expected);
  });

  test.each<[string, object, readonly unknown[]]>([
    ['new', { findings: [] }, [1, 'Create']],
    ['known', { findings: [{ ...placed('high'), file: 'a' }] }, [2, 'Update']],
  ])('a finding that is %s', (_, previous, expected) => {
    const report = reportWith({ findings: [placed('high')], suppressed: [] }, {
      previous: { command: 'check', repository: undefined, ...previous },
    } as object);
    const [, found] = lines(renderOcsf(report, [], now));
    expect([found.activity_id, found.activity_name]).toEqual(expected);
  });

  test('a finding that is gone', () => {
    const gone = {
      fingerprint: 'f',
      rule: 'r',
      category: 'c',
      severity: 'high',
      message: 'm',
      remedy: 'x',
      file: 'b.yaml',
      line: 2,
    };
    const report = reportWith({ findings: [], suppressed: [] }, {
      previous: { command: 'check', repository: undefined, findings: [gone] },
    } as object);
    const [, found] = lines(renderOcsf(report, [], now));
    expect([found.activity_id, found.activity_name, found.action_id]).toEqual([3, 'Close', 3]);
  });

  test('what verify detects is signatures that are refused', () => {
    const refused = [
      commit('a', 's', unsigned()),
      commit('b', 's', unsigned()),
      commit('c', 's', { state: 'good', accepted: true }),
    ];
    const [scan] = lines(
      renderOcsf(reportWith({ findings: [], suppressed: [] }, { command: 'verify', commits: refused }), [], now),
    );
    expect(scan.num_detections).toBe(2);
  });

  test('texts and lists are cut', () => {
    expect(mostEvents).toBe(10_000);
    expect([
      text('x'.repeat(1_000)).length,
      text('x'.repeat(1_001)).at(-1),
      text('abcd', 3),
      text('\u{1F600}'.repeat(3), 3),
      text('\u{1F600}'.repeat(4), 3),
    ]).toEqual([1_000, '…', 'ab…', '\u{1F600}'.repeat(3), '\u{1F600}\u{1F600}…']);
    const of = (details?: readonly string[]) => description(placed('low', details === undefined ? {} : { details }));
    expect([of(), of([]), of(['a', 'b\nc'])]).toEqual([undefined, undefined, 'a\nb\\nc']);
    expect(of(['x'.repeat(2_000)])).toHaveLength(2_000);
    expect(of(['x'.repeat(1_000), 'y'.repeat(1_000)])?.at(-1)).toBe('…');
    const report = (unjudged: number, commits: number) =>
      reportWith(
        { unjudged: Array.from({ length: unjudged }, () => ({ what: 'w', remedy: 'r' })) },
        { commits: Array.from({ length: commits }, () => commit('a', 's', unsigned())) },
      );
    expect([
      isCut(report(10, 30), 0),
      isCut(report(11, 30), 0),
      isCut(report(10, 31), 0),
      isCut(report(0, 0), 1),
    ]).toEqual([false, true, true, true]);
    const cut = decision(report(11, 31), 1);
    expect([
      cut.unjudged.length,
      cut.unjudged_total,
      cut.commits.length,
      cut.commits_total,
      cut.findings_without_event,
    ]).toEqual([10, 11, 30, 31, 1]);
    expect(decision(report(0, 0), 0).findings_without_event).toBeUndefined();
  });

  test('of a finding ten references and eight places', () => {
    const many = placed('high', {
      references: Array.from({ length: 11 }, (_, at) => `r${at}`),
      places: Array.from({ length: 9 }, (_, at) => ({ file: `${at}.yaml`, line: 1, column: 1 })),
    });
    const [, found] = lines(renderOcsf(reportWith({ findings: [many], suppressed: [] }), [], now));
    const { references, places, places_total } = found.unmapped;
    expect([references.length, places.length, places_total]).toEqual([10, 8, 9]);
  });

  test('where a finding is, or was', () => {
    const previous = {
      fingerprint: 'f',
      rule: 'r',
      category: 'c',
      severity: 'high',
      message: 'm',
      remedy: 'x',
    } as const;
    expect(positionOf(placed('low'))).toEqual({ file: 'a.yaml', line: 3, column: 1 });
    expect(positionOf({ ...previous, file: 'b.yaml', line: 2 })).toEqual({ file: 'b.yaml', line: 2 });
    expect(positionOf({ ...previous, file: 'b.yaml' })).toEqual({ file: 'b.yaml', line: undefined });
    expect(positionOf(previous)).toBeUndefined();
  });
});
