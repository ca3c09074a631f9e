import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../src/input-error.ts';
import { ignoreEntry, ignoreProblems } from '../../src/policy/ignore-entry.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { runs } from '../thorough.ts';

const now = Date.UTC(2026, 5, 15, 12);
const base = {
  rule: 'rbac-widened',
  fingerprint: 'a'.repeat(64),
  blobs: [] as string[],
  reason: 'agreed',
  until: '2026-12-31',
};
const readBack = (text: string) => readPolicy(Buffer.from(`version: 1\nignore:\n${text}`), '.gitops-gate/policy.yaml');

describe('a new ignore entry', () => {
  test('is text to paste below ignore:', () => {
    expect(ignoreEntry({ ...base, blobs: ['b'.repeat(40)] }, now)).toBe(
      [
        '  - rule: "rbac-widened"',
        `    fingerprint: "${'a'.repeat(64)}"`,
        `    blob: "${'b'.repeat(40)}"`,
        '    reason: "agreed"',
        '    until: "2026-12-31"',
        '',
      ].join('\n'),
    );
  });

  test('is read back as it was meant, whatever the reason', () => {
    const reason = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((r) => /\S/.test(r) && !/\n/.test(r) && r !== '…' && r !== '...');
    const blobs = fc.array(fc.constantFrom('b'.repeat(40), '1'.repeat(40), 'c'.repeat(64)), { maxLength: 3 });
    fc.assert(
      fc.property(reason, blobs, fc.stringMatching(/^[0-9a-f]{64}$/), (text, pins, fingerprint) => {
        const entry = { ...base, reason: text, blobs: pins, fingerprint };
        const { policy, problems } = readBack(ignoreEntry(entry, now));
        expect(problems).toEqual([]);
        const { rule, until } = base;
        const rest = { object: undefined, path: undefined, line: 3 };
        expect(policy.ignore).toEqual([{ rule, fingerprint, blobs: pins, reason: text, until, ...rest }]);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['without a reason', { reason: '  ' }],
    ['with a reason of two lines', { reason: 'a\nb' }],
    ['with the placeholder of the reports', { reason: '…' }],
    ['until no day', { until: '2026-02-30' }],
    ['until soon', { until: 'tomorrow' }],
    ['until yesterday', { until: '2026-06-14' }],
  ])('%s is refused', (_, over) => expect(() => ignoreEntry({ ...base, ...over }, now)).toThrow(InputError));

  test('holds on the day it is made', () => {
    expect(ignoreEntry({ ...base, until: '2026-06-15' }, now)).toContain('2026-06-15');
  });

  test('names every problem at once', () => {
    try {
      ignoreEntry({ ...base, reason: '', until: 'x' }, now);
      throw new Error('not refused');
    } catch (error) {
      expect(error instanceof InputError && error.problems).toHaveLength(2);
    }
  });
});

test.each<[string, string, string[]]>([
  ['agreed', '2026-06-15', []],
  ['', '2026-06-15', ['--reason is missing']],
  ['…', '2026-06-15', ['--reason is still "…"']],
  ['...', '2026-06-15', ['--reason is still "…"']],
  ['....', '2026-06-15', []],
  ['… agreed', '2026-06-15', []],
  ['agreed …', '2026-06-15', []],
  [' \t', '2026-06-15', ['--reason must be one line of text']],
  ['a\nb', '2026-06-15', ['--reason must be one line of text']],
  ['x'.repeat(1024), '2026-06-15', []],
  ['x'.repeat(1025), '2026-06-15', ['--reason must be one line of text']],
  ['agreed', '', ['--until is missing']],
  ['agreed', '2026-02-30', ['--until must be a day']],
  ['agreed', '2026-06-14', ['--until 2026-06-14 is over']],
  ['', '', ['--reason is missing', '--until is missing']],
])('the reason %j until %j has the problems %j', (reason, until, expected) => {
  expect(ignoreProblems({ reason, until }, now).map(({ what }) => what)).toEqual(expected);
});

test('an entry is text of one line each, whatever is in it', () => {
  const entry = (over: Partial<typeof base>) => ignoreEntry({ ...base, ...over }, now);
  expect(entry({ blobs: ['b'.repeat(40), 'c'.repeat(40)] }).split('\n')[2]).toBe(
    `    blob: ["${'b'.repeat(40)}","${'c'.repeat(40)}"]`,
  );
  expect(entry({}).split('\n')).toHaveLength(5);
  expect(entry({ reason: 'é "q" \\ #€ \u2028\u202e\x7f\u{e0001}' }).split('\n')[2]).toBe(
    '    reason: "é \\"q\\" \\\\ #€ \\u2028\\u202e\\u007f\\udb40\\udc01"',
  );
});
