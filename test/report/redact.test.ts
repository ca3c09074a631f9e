import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNames, renderReport } from '../../src/report/formats.ts';
import { redact, redactText } from '../../src/report/redact.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { logText } from '../../src/report/terminal/workflow-command.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';
import { report } from './arbitrary-report.ts';
import { sampleRules } from './sample-rules.ts';

const token = `glpat-${'8hRz2kQpW0LmTwx9Yc4b'}`;

test('a credential in any text is hidden, and what is around it stays', () => {
  expect(redactText(`bob:${token} may delete pods`)).toBe('bob:•••• may delete pods');
  expect(redactText('from https://ana:hunter2@git.acme.test/x.git')).toBe('from https://ana:••••@git.acme.test/x.git');
  expect(redactText('https://ana:••••@git.acme.test, ssh://git@host/x')).toBe(
    'https://ana:••••@git.acme.test, ssh://git@host/x',
  );
  const plain = { a: ['x', { b: 1 }], c: undefined };
  expect(redact(plain)).toBe(plain);
});

test('a password of a URL is hidden whatever its scheme is', () =>
  expect(redactText('x_https://ana:hunter2@h, 1://ana:hunter2@h')).toBe('x_https://ana:••••@h, 1://ana:••••@h'));

test.each(['a.', 'a+', 'a-', '://', '://a:'])('%j over and over costs time in proportion', (unit) =>
  expect(superlinearAt((size) => redactText(unit.repeat(size)), 100_000)).toBeUndefined(),
);

/** The report with the token behind every text in it. */
function poisoned(given: Report): Report {
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return `${value} ${token}`;
    if (Array.isArray(value)) return value.map(poison);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isWord(key) ? item : poison(item)]));
  };
  return reportOf(poison(given) as Report);
}

/** Fields that hold one of our own words, or an id. */
const isWord = (key: string) =>
  /^(?:kind|severity|category|rule|outcome|failOn|state|format|command|fingerprint|sha|commit|until|head|target|before|after|result|trust|mergeBase|synthetic|blobs|counts|rules)$/.test(
    key,
  );

describe('no sink shows a credential, and none starts a workflow command', () => {
  const context = { rules: sampleRules, now: 0 };
  const command = /^\s*::[^\s:]|##\[/m;

  test.each(formatNames)('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(report, async (given) => {
        const text = await renderReport(name, poisoned(given), context);
        expect(text).not.toContain(token);
        expect(logText(text)).not.toMatch(command);
      }),
      { numRuns: runs(30) },
    );
  });

  test('the terminal', () => {
    fc.assert(
      fc.property(report, (given) => {
        const text = renderTerminal(poisoned(given), { colour: false, width: 80 });
        expect(text).not.toContain(token);
        expect(text).not.toMatch(command);
      }),
      { numRuns: runs(30) },
    );
  });
});

test('a fenced line of Markdown is not a command in a log', () => {
  expect(logText('```\n::set-output name=a::b\n```\n')).toBe('```\n\\x3a:set-output name=a::b\n```\n');
  expect(logText('{"a": "##[error]x"}')).toBe('{"a": "#\\u0023[error]x"}');
});
