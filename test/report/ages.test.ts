import { describe, expect, test } from '@jest/globals';
import { ageCount, ageNotes, ageRows, ageWords } from '../../src/report/ages.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderOpenMetrics } from '../../src/report/machine/openmetrics.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import type { SecretAge } from '../../src/secrets/ages/secret-ages.ts';
import { reportWith } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

const day = 86_400_000;
const policy = { secretDays: 50, refreshHours: 24, certificateDays: 30 };
const position = { file: 'apps/db.yaml', line: 1, column: 1 };
const age = (more: Partial<SecretAge>): SecretAge => ({
  is: 'sops',
  scope: 'apps',
  position,
  object: undefined,
  ...more,
});

test('what expires comes first, then what is oldest, and what is never read again before what is', () => {
  const ages = [
    age({ is: 'external', refresh: 3600 }),
    age({ is: 'external', refresh: 0 }),
    age({ changed: 90 * day }),
    age({ changed: 10 * day }),
    age({ is: 'certificate', expires: 101 * day }),
  ];
  expect(
    ageRows(ages, policy, 100 * day).map(({ days, refreshHours, daysLeft }) => daysLeft ?? days ?? refreshHours),
  ).toEqual([1, 90, 10, 0, 1]);
  expect(ageNotes(ages)).toEqual([]);
});

test('what the table has no room for is said', () => {
  const ages = Array.from({ length: 5003 }, () => age({ changed: 0 }));
  expect(ageRows(ages, policy, day)).toHaveLength(5000);
  expect(ageNotes(ages)).toEqual(['The ages of 3 more secrets are not listed.']);
});

const object = (name: string) => ({ group: '', kind: 'Secret', namespace: 'shop', name });
const table = ageRows(
  [
    age({ changed: 40 * day, object: object('old') }),
    age({ changed: 99 * day, object: object('young') }),
    age({ is: 'sealed', object: object('cut-off') }),
    age({ is: 'external', refresh: 0, object: object('never') }),
    age({ is: 'external', refresh: 48 * 3600, object: object('seldom') }),
    age({ is: 'external', object: object('templated') }),
    age({ is: 'vault-dynamic', object: object('leased') }),
    age({ is: 'certificate', expires: 103 * day, object: object('tls') }),
    age({ is: 'certificate', expires: 90 * day }),
  ],
  policy,
  100 * day,
);

test('a row says how old, past which limit, and why it is not known', () => {
  expect(Object.fromEntries(table.map((row) => [row.name, ageWords(row)]))).toEqual({
    'Secret shop/old': 'changed 60 days ago, more than 50',
    'Secret shop/young': 'changed 1 day ago',
    'Secret shop/cut-off':
      'not known: no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)',
    'Secret shop/never': 'never read again',
    'Secret shop/seldom': 'read every 48 h, more than 24',
    'Secret shop/templated': 'not known: it states no interval that can be read',
    'Secret shop/leased': 'made anew for each lease',
    'Secret shop/tls': '3 days left, fewer than 30',
    'apps/db.yaml': 'expired 10 days ago',
  });
  expect(ageCount(table)).toBe('9 secrets, 5 stale by the policy');
});

describe('the table', () => {
  const report = reportWith({ findings: [], suppressed: [] }, { ages: table });

  test('is in the page, in Markdown and as text in columns', () => {
    const page = renderHtml(report, sampleRules);
    expect(page).toContain('<h2 id="ages-title">Ages of secrets</h2>');
    for (const row of table) expect(page).toContain(ageWords(row));
    expect(renderHtml(reportWith({}, { ages: [] }), sampleRules)).toContain('Nothing has an age');
    expect(renderHtml(reportWith({}), sampleRules)).not.toContain('Ages of secrets');
    expect(renderMarkdown(report, { bytes: 100_000 })).toContain('9 secrets, 5 stale by the policy');
    const lines = renderTerminal(report, { colour: false, width: 100 }).split('\n');
    const own = lines.filter((line) => /^ {2}(?:SOPS|SealedSecret|ExternalSecret|Vault|certificate)/.test(line));
    expect(own).toHaveLength(9);
    const columns = own.filter((line) => line.includes('Secret shop/')).map((line) => line.indexOf('Secret shop/'));
    expect(new Set(columns).size).toBe(1);
    expect(own.filter((line) => line.endsWith('  apps/db.yaml'))).toHaveLength(9);
  });

  test('is in the metrics, by kinds of one word', () => {
    const text = renderOpenMetrics(report, sampleRules);
    const value = (name: string, kind: string) =>
      new RegExp(`^gitops_gate_${name}\\{[^}]*kind="${kind}"[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1];
    expect(value('secrets', 'external-secret')).toBe('3');
    expect(value('secrets_age_unknown', 'external-secret')).toBe('1');
    expect(value('secrets_age_unknown', 'vault-dynamic-secret')).toBe('0');
    expect(value('secrets_never_refreshed', 'external-secret')).toBe('1');
    expect(value('secrets_stale', 'sops')).toBe('1');
    expect(value('oldest_secret_days', 'sops')).toBe('60');
    expect(value('oldest_secret_days', 'external-secret')).toBeUndefined();
    expect(value('longest_refresh_hours', 'external-secret')).toBe('48');
    expect(value('certificate_days_left', 'certificate')).toBe('-10');
  });
});
