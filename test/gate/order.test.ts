import { describe, expect, test } from '@jest/globals';
import { compareFindings, comparePlaces, type Finding, filesOf, placesOf } from '../../src/gate/finding.ts';
import { exitCode, type Verdict, withUnjudged } from '../../src/gate/verdict.ts';

const at = (file: string, line: number, column: number) => ({ file, line, column });
const first: Finding = {
  rule: 'a',
  category: 'rbac',
  severity: 'high',
  blocking: true,
  fingerprint: 'a',
  message: 'a',
  remedy: 'r',
  subject: [],
  position: at('a.yaml', 1, 1),
};

describe('the order of places', () => {
  test.each<[string, Partial<Finding>]>([
    ['file', { position: at('b.yaml', 1, 1) }],
    ['line', { position: at('a.yaml', 2, 1) }],
    ['column', { position: at('a.yaml', 1, 2) }],
    ['rule', { rule: 'b' }],
    ['fingerprint', { fingerprint: 'b' }],
    ['message', { message: 'b' }],
    ['severity', { severity: 'low' }],
  ])('depends on the %s', (_, over) => {
    const second = { ...first, ...over };
    expect(comparePlaces(first, second)).toBeLessThan(0);
    expect(comparePlaces(second, first)).toBeGreaterThan(0);
    expect(comparePlaces(second, { ...second })).toBe(0);
  });

  test('goes by file before line, line before column, column before rule, and by severity last', () => {
    const inOrder: readonly Finding[] = [
      { ...first, position: at('a.yaml', 1, 1), rule: 'b', fingerprint: 'a' },
      { ...first, position: at('a.yaml', 1, 2), rule: 'a', fingerprint: 'b', message: 'c' },
      { ...first, position: at('a.yaml', 1, 2), rule: 'a', fingerprint: 'c', message: 'b', severity: 'medium' },
      { ...first, position: at('a.yaml', 1, 2), rule: 'a', fingerprint: 'c', message: 'c', severity: 'critical' },
      { ...first, position: at('a.yaml', 2, 1) },
      { ...first, position: at('b.yaml', 1, 1), severity: 'critical' },
    ];
    expect([...inOrder].reverse().sort(comparePlaces)).toEqual(inOrder);
  });

  test('findings without a place come first', () => {
    const { position: _, ...nowhere } = first;
    expect(comparePlaces(nowhere, first)).toBeLessThan(0);
    expect(comparePlaces(nowhere, { ...nowhere })).toBe(0);
  });
});

test('a worse finding comes before one whose place is before it', () => {
  const worse: Finding = { ...first, severity: 'critical', position: at('z.yaml', 9, 9) };
  expect([first, worse].sort(compareFindings)).toEqual([worse, first]);
});

test('the files of a finding are those of all its places, each once', () => {
  const places = [at('b.yaml', 1, 1), at('a.yaml', 5, 1)];
  expect(filesOf({ ...first, places })).toEqual(['a.yaml', 'b.yaml']);
});

test('the places of a finding are its own, with its last line, and then the others', () => {
  const { position: _, ...nowhere } = first;
  const places = [at('b.yaml', 1, 1)];
  expect(placesOf(nowhere)).toEqual([]);
  expect(placesOf({ ...nowhere, places })).toEqual(places);
  expect(placesOf(first)).toStrictEqual([at('a.yaml', 1, 1)]);
  expect(placesOf({ ...first, endLine: 4, places })).toEqual([{ ...at('a.yaml', 1, 1), endLine: 4 }, ...places]);
});

describe('more that could not be judged', () => {
  const verdict = (outcome: Verdict['outcome']): Verdict => ({
    outcome,
    failOn: 'high',
    failOnFrom: 'default',
    wouldBlock: false,
    findings: [],
    suppressed: [],
    unjudged: [{ what: 'a', remedy: 'a' }],
    notes: [],
  });
  const more = [{ what: 'b', remedy: 'b' }];

  test.each([
    ['passed', 'could-not-judge', 2],
    ['could-not-judge', 'could-not-judge', 2],
    ['blocked', 'blocked', 1],
  ] as const)('makes of %s %s', (before, after, code) => {
    const result = withUnjudged(verdict(before), more);
    expect(result).toEqual({ ...verdict(before), outcome: after, unjudged: [{ what: 'a', remedy: 'a' }, ...more] });
    expect(exitCode(result)).toBe(code);
  });

  test('changes nothing where there is none', () => {
    expect(withUnjudged(verdict('passed'), [])).toEqual(verdict('passed'));
    expect(exitCode(verdict('passed'))).toBe(0);
  });
});
