import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import { githubAnnotations, problemAnnotation } from '../../src/host/github/github-annotations.ts';
import { severities } from '../../src/severity.ts';
import { runs } from '../thorough.ts';
import { finding, verdict } from './verdict.ts';

const many = (count: number, more: Partial<Finding>) => Array.from({ length: count }, () => finding(more));

describe('one finding', () => {
  test('is on its line with message, details, remedy and id', () => {
    const findings = [finding({ details: ['Gained: * on secrets', 'By: ServiceAccount ci'] })];
    expect(githubAnnotations(verdict({ findings }), 20)).toEqual({
      shown: [
        {
          level: 'error',
          message:
            'ClusterRole deployer gains verb * on secrets.\nGained: * on secrets\nBy: ServiceAccount ci\nList the verbs it needs.\nrbac-widened (high), 0123456789ab',
          properties: { title: 'high: rbac-widened', file: 'base/role.yaml', startLine: 7, endLine: 7, startColumn: 9 },
        },
      ],
      left: 0,
    });
  });

  test('over several lines has no column: GitHub refuses one there', () => {
    const { shown } = githubAnnotations(verdict({ findings: [finding({ endLine: 9 })] }), 20);
    expect(shown[0]?.properties).toEqual({
      title: 'high: rbac-widened',
      file: 'base/role.yaml',
      startLine: 7,
      endLine: 9,
    });
  });

  test('about a commit is in no file', () => {
    const { position: _, ...rest } = finding({ rule: 'unsigned-commit', commit: 'a'.repeat(40) });
    const { shown } = githubAnnotations(verdict({ findings: [rest] }), 20);
    expect(shown[0]?.properties).toEqual({ title: 'high: unsigned-commit' });
  });

  test.each([
    ['error', { blocking: true, severity: 'low' }],
    ['warning', { blocking: false, severity: 'critical' }],
    ['notice', { blocking: false, severity: 'low' }],
  ] as const)('is an %s when %p', (level, more) => {
    expect(githubAnnotations(verdict({ findings: [finding(more)] }), 20).shown[0]?.level).toBe(level);
  });
});

describe('limits', () => {
  test('ten of each level, worst first, the others counted', () => {
    const findings = [
      ...many(12, { severity: 'critical' }),
      ...many(11, { severity: 'medium', blocking: false }),
      ...many(3, { severity: 'low', blocking: false }),
    ];
    const { shown, left } = githubAnnotations(verdict({ findings }), 50);
    const levels = shown.map((a) => a.level);
    expect(levels).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning'), ...Array(3).fill('notice')]);
    expect(left).toBe(3);
  });

  test('no more than asked for', () => {
    const { shown, left } = githubAnnotations(verdict({ findings: many(9, {}) }), 4);
    expect([shown.length, left]).toEqual([4, 5]);
  });

  test('what could not be judged comes before every finding', () => {
    const unjudged = [{ what: 'The history is incomplete.', remedy: 'Set fetch-depth: 0.' }];
    const { shown } = githubAnnotations(verdict({ unjudged, findings: many(2, {}) }), 1);
    expect(shown).toEqual([
      {
        level: 'error',
        message: 'The history is incomplete.\nSet fetch-depth: 0.',
        properties: { title: 'Could not judge' },
      },
    ]);
  });

  test('whatever the findings hold: within every limit, one line for each sentence, nothing lost uncounted', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6000 });
    const some = fc.record({
      message: text,
      remedy: text,
      rule: text,
      blocking: fc.boolean(),
      severity: fc.constantFrom(...severities),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), fc.nat(60), (all, max) => {
        const findings = all.map((more) => finding(more));
        const { shown, left } = githubAnnotations(verdict({ findings }), max);
        expect(shown.length + left).toBe(findings.length);
        expect(shown.length).toBeLessThanOrEqual(max);
        for (const level of ['error', 'warning', 'notice']) {
          expect(shown.filter((a) => a.level === level).length).toBeLessThanOrEqual(10);
        }
        for (const { message, properties } of shown) {
          expect(message.length).toBeLessThanOrEqual(4096);
          expect(properties.title.length).toBeLessThanOrEqual(255);
          expect(message.split('\n').length).toBeLessThanOrEqual(3);
          expect(/[\p{Cc}\p{Cf}\p{Cs}]/u.test(message.replaceAll('\n', ''))).toBe(false);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});

test('a problem of the run has its fix', () => {
  expect(problemAnnotation('gitops-gate', 'No token.', 'Give one.')).toEqual({
    level: 'error',
    message: 'No token.\nGive one.',
    properties: { title: 'gitops-gate' },
  });
});
