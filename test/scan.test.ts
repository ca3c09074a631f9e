import { describe, expect, test } from '@jest/globals';
import { LimitError } from '../src/gather/budget.ts';
import type { RangeRequest } from '../src/git/range/range.ts';
import { usualScan } from '../src/host/invocation.ts';
import type { Inputs } from '../src/inputs.ts';
import type { Report } from '../src/report/report.ts';
import { scan } from '../src/run/scan.ts';
import { finding, range, reportWith } from './report/sample-report.ts';

const at = { position: { file: 'a.yaml', line: 1, column: 1 } };
const removed = finding('network-widened', 'high', { message: 'NetworkPolicy web is gone.', ...at });
const added = finding('plaintext-secret', 'critical', { message: 'Secret db holds a password.', ...at });
const old = finding('rbac-widened', 'high', { message: 'Role a gets secrets.', ...at });
const change = reportWith({ findings: [added, removed], suppressed: [] });
const state = reportWith({ findings: [added, old], suppressed: [] }, { command: 'audit' });

const inputs = { command: 'check', scan: 'state', isPush: false, notes: ['a'] } as unknown as Inputs;

async function scanned(given: Partial<Inputs>, judge: () => Promise<Report> = () => Promise.resolve(state)) {
  const asked: Parameters<Parameters<typeof scan>[2]>[] = [];
  const result = await scan({ range, report: change }, { ...inputs, ...given }, (...all) => {
    asked.push(all);
    return judge();
  });
  return { ...result, asked, rules: result.report?.verdict.findings.map(({ rule }) => rule) };
}

describe('what reports for code scanning hold', () => {
  test('the change, where nothing else is asked for: nothing more is judged', async () => {
    expect(await scanned({ scan: 'change' })).toMatchObject({ report: change, note: undefined, asked: [] });
  });

  test('of a request its result by its target’s policy, and what an audit does not see', async () => {
    const { rules, note, asked } = await scanned({});
    expect(rules).toEqual(['plaintext-secret', 'network-widened', 'rbac-widened']);
    expect(note).toContain('3 findings');
    expect(asked[0]?.[0]).toMatchObject({ kind: 'audit', before: undefined, after: range.after, trust: range.trust });
    expect(asked[0]?.[1]).toMatchObject({ command: 'audit', notes: [] });
  });

  test('of a branch what is there by its own policy, as a schedule finds it', async () => {
    const { rules, asked } = await scanned({ isPush: true });
    expect(rules).toEqual(['plaintext-secret', 'rbac-widened']);
    expect(asked[0]?.[0]).toMatchObject({ kind: 'audit', trust: range.head });
  });

  test('nothing where it is not whole, so that no alert is closed', async () => {
    const late = () => Promise.reject(new LimitError('judging took longer than limits.seconds (300)', 'raise it'));
    expect(await scanned({}, late)).toMatchObject({ report: undefined, note: expect.stringContaining('took longer') });
    const unjudged = [{ what: 'History ends early.', remedy: 'Fetch more.' }];
    const broken = () => Promise.resolve(reportWith({ unjudged }, { command: 'audit' }));
    expect(await scanned({}, broken)).toMatchObject({ report: undefined, note: expect.stringContaining('ends early') });
    await expect(scanned({}, () => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault');
  });
});

test('unless somebody says otherwise, the default branch has all that is there, and so have requests where they are compared with it', () => {
  const of = (request: RangeRequest, comparesRequests = false) =>
    usualScan({ request, defaultBranch: 'refs/heads/main' }, comparesRequests);
  const push = { kind: 'push', before: 'a', after: 'b' } as const;
  expect(of({ ...push, branch: 'main' })).toBe('state');
  expect(of({ ...push, branch: 'release/1' })).toBe('change');
  expect(of({ kind: 'first-push', head: 'b' })).toBe('state');
  const request = { kind: 'request', base: 'refs/heads/main', head: 'b' } as const;
  expect(of(request)).toBe('change');
  expect(of(request, true)).toBe('state');
  expect(of({ kind: 'new-branch', defaultBranch: 'refs/heads/main', head: 'b' }, true)).toBe('change');
});
