import { describe, expect, test } from '@jest/globals';
import type { Fixed } from '../../src/fix/rounds.ts';
import type { Finding } from '../../src/gate.ts';
import type { Inputs } from '../../src/inputs.ts';
import { type ChangeFix, effortOf, tooLarge, withFix, withoutFix } from '../../src/run/find-fixes.ts';
import { finding, range, reportWith } from '../report/sample-report.ts';

describe('how much is looked for', () => {
  const found = [finding('rbac-widened', 'high', { message: 'm' })];
  const of = (
    inputs: Partial<Inputs>,
    read: readonly [number, number] = [300, 0],
    roots?: readonly [number, number],
    findings: readonly Finding[] = found,
  ) => {
    const { coverage } = reportWith();
    const rendering =
      roots === undefined
        ? {}
        : { rendering: { rendered: roots[0], notRendered: Array.from({ length: roots[1] }), tools: [] } };
    const report = reportWith(
      { findings },
      { coverage: { ...coverage, filesRead: read[0], contextFilesRead: read[1], ...rendering } as never },
    );
    return effortOf({ command: 'check', out: 'reports', ...inputs } as Inputs, range, report);
  };
  const small = { targets: 50, rounds: 3 };

  test('with reports a little, up to a number of files and roots', () => {
    expect([of({}), of({}, [150, 150]), of({}, [0, 300])]).toEqual([small, small, small]);
    expect([of({}, [301, 0]), of({}, [150, 151])]).toEqual(['too-large', 'too-large']);
    expect([of({}, [1, 1], [10, 0]), of({}, [1, 1], [4, 6]), of({}, [1, 1], [0, 10])]).toEqual([small, small, small]);
    expect([of({}, [1, 1], [11, 0]), of({}, [1, 1], [5, 6])]).toEqual(['too-large', 'too-large']);
  });

  test('nothing where nobody wants any', () => {
    expect(of({ out: undefined })).toBeUndefined();
    expect(of({ command: 'audit' })).toBeUndefined();
    expect(of({ command: 'posture' }, [1000, 0])).toBeUndefined();
    expect(of({}, [1, 0], undefined, [])).toBeUndefined();
    expect(
      effortOf({ command: 'check', out: 'reports' } as Inputs, { ...range, before: undefined }, reportWith()),
    ).toBeUndefined();
  });

  test('all that can be where fixes are asked for, of a rule where one is named', () => {
    expect(of({ fix: { rule: undefined }, out: undefined }, [1000, 0])).toEqual({
      targets: 300,
      rounds: 14,
      rule: undefined,
    });
    expect(of({ fix: { rule: 'rbac-widened' } })).toEqual({ targets: 300, rounds: 14, rule: 'rbac-widened' });
  });
});

test('a report without fixes says why', () => {
  const report = reportWith({ notes: ['first'] });
  expect(withoutFix(report, tooLarge)).toEqual({
    ...report,
    verdict: {
      ...report.verdict,
      notes: [
        'first',
        'There is no fix.patch among the reports: looking for fixes judges the change a few times again, and this one reads more than 300 files or 10 roots. Call gitops-gate fix in a clone.',
      ],
    },
  });
});

test('a report with fixes has the patch, what it fixes and leaves, and suggestions for findings without one', () => {
  const named = (name: string, over: Partial<Finding> = {}) =>
    finding('rbac-widened', 'high', { message: name, ...over });
  const [plain, own, long, open, none] = [
    named('a'),
    named('b', { suggestion: 'own' }),
    named('c', { endLine: 9 }),
    named('d'),
    named('e'),
  ] as const;
  const fixed = (target: Finding): Fixed => ({
    target: target as Fixed['target'],
    what: `fixed ${target.message}`,
    changes: [],
  });
  const [first, second] = [fixed(plain), fixed(own)];
  const suggestion = { suggestion: 'x: 1', endLine: 4 };
  const found: ChangeFix = {
    fix: { changes: [], fixed: [first, second], left: [{ target: open as Fixed['target'], why: 'no way' }] },
    files: [],
    patch: { text: 'diff', blind: ['a.yaml'], leftOut: ['b.yaml'] },
    onlyApplied: [second],
    suggestions: new Map([plain, own, long].map(({ fingerprint }) => [fingerprint, suggestion])),
  };
  const report = reportWith({ findings: [plain, own, long, open, none] });
  const result = withFix(report, found);
  expect(result.verdict).toEqual({ ...report.verdict, findings: [{ ...plain, ...suggestion }, own, long, open, none] });
  expect(result.fix).toEqual({
    patch: 'diff',
    blind: ['a.yaml'],
    leftOut: ['b.yaml'],
    fixed: [{ fingerprint: plain.fingerprint, what: 'fixed a' }],
    left: [
      { fingerprint: open.fingerprint, why: 'no way' },
      { fingerprint: own.fingerprint, why: 'a patch would put a secret back: gitops-gate fix --apply' },
    ],
  });
});
