import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { formatNames, renderReport } from '../../src/report/formats.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import { listed, tally } from '../../src/report/tally.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { headline } from '../../src/report/wording.ts';
import { superlinearAt } from '../growth.ts';
import { size } from '../thorough.ts';
import { finding, reportWith, suppressed } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

/** As many findings as there are, worst first, each with its own words. */
const many = (count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => {
    const severity = index < count / 2 ? 'critical' : index < (3 * count) / 4 ? 'medium' : 'low';
    const message = `ClusterRole app-${index} newly lets Group team-${index} get secrets in every namespace.`;
    const position = { file: `clusters/prod/${index % 500}.yaml`, line: index, column: 1 };
    return finding('rbac-widened', severity, { message, position, blocking: severity === 'critical' });
  });

function report(findings: readonly Finding[], most?: number): Report {
  const { command, range, verdict, commits, coverage, run } = reportWith({ findings, suppressed: [] });
  return reportOf({
    command,
    range,
    verdict,
    commits,
    coverage,
    run,
    ...(most === undefined ? {} : { mostFindings: most }),
  });
}

describe('a report lists the worst findings, and counts all', () => {
  const whole = report(many(12), 8);

  test('the worst are kept', () => {
    expect(whole.verdict.findings.map(({ severity }) => severity)).toEqual([
      ...Array(6).fill('critical'),
      ...Array(2).fill('medium'),
    ]);
    expect(whole.counts).toEqual({ critical: 6, high: 0, medium: 3, low: 3 });
    expect(whole.rules).toEqual({ 'rbac-widened': 12 });
    expect(whole.total).toEqual({ findings: 12, blocking: 6, suppressed: 0 });
    expect(headline(whole)).toBe('Blocked: 6 of 12 findings (6 critical) block this change.');
  });

  test('how many are not listed, of which severity, and what to do to have them', () =>
    expect(whole.notListed).toBe(
      'Not listed: 4 of 12 findings (1 medium, 3 low), the least severe; they count all the same. To list more, raise limits.findings (8) in the base branch’s policy.yaml.',
    ));

  test('where only findings that do not block are listed, those that block count', () => {
    const { total } = report(many(12), 1);
    expect(total.blocking).toBe(6);
    expect(report(many(12), 1).verdict.findings).toHaveLength(1);
  });

  test('ignored findings too', () => {
    const verdict = reportWith({ findings: [], suppressed: Array(3).fill(suppressed[0]) }).verdict;
    expect(listed(verdict, 2)).toEqual({
      verdict: { ...verdict, suppressed: verdict.suppressed.slice(0, 2) },
      notListed: expect.stringMatching(/^Not listed: 1 of 3 ignored findings, /),
    });
  });

  test('nothing is said where all are listed', () => expect(report(many(8), 8)).not.toHaveProperty('notListed'));
});

test('what must be resolved is counted by rule, with failOn never what would block', () => {
  const { verdict } = reportWith({ findings: many(4), failOn: 'never' });
  const watched = verdict.findings.map((each) => ({ ...each, blocking: false }));
  const expected = [{ rule: 'rbac-widened', category: 'rbac', number: 2 }];
  expect(tally(verdict).toResolve).toEqual(expected);
  expect(tally({ ...verdict, findings: watched }).toResolve).toEqual(expected);
  expect(tally({ ...verdict, findings: watched, failOn: 'high' }).toResolve).toEqual([]);
});

describe('more findings than are listed', () => {
  const number = size(50_000, 10);
  const most = number / 10;
  const whole = report(many(number), most);
  const context = { rules: sampleRules, now: 0 };
  const statement = `Not listed: ${number - most} of ${number} findings (${number / 2 - most} critical, ${number / 4} medium, ${number / 4} low)`;

  // Metrics count all, and no finding here is a secret.
  const listing = formatNames.filter((name) => name !== 'secret-detection' && name !== 'openmetrics');
  test.each(listing)('%s says what it leaves out', async (name) => {
    const text = await renderReport(name, whole, context);
    expect(text).toContain(statement);
    expect(text.length).toBeLessThan(12_000_000);
  });

  test('the terminal says it too', () =>
    expect(renderTerminal(whole, { colour: false, width: 1000 })).toContain(statement));

  test('cost what is listed, in time in proportion', () => {
    expect(superlinearAt((count) => report(many(count)), size(20_000, 2))).toBeUndefined();
  }, 60_000);
});
