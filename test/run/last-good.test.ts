import { describe, expect, test } from '@jest/globals';
import type { RawCommit } from '../../src/git/object/object.ts';
import type { Report } from '../../src/report/report.ts';
import { walkToLastGood } from '../../src/run/last-good.ts';
import { finding, reportWith } from '../report/sample-report.ts';

const commit = (id: string, tree = id): RawCommit => ({ id, tree }) as RawCommit;
const blocking = (rule: Parameters<typeof finding>[0], message = rule) => ({
  ...finding(rule, 'high', { message }),
  blocking: true,
});
const unjudged = [{ what: 'history is missing', remedy: 'fetch it' }];

const passed = reportWith({ outcome: 'passed', findings: [{ ...blocking('rbac-widened'), blocking: false }] });
const lost = reportWith({ outcome: 'could-not-judge', findings: [], unjudged });
const blocked = (...rules: Parameters<typeof finding>[0][]) =>
  reportWith({ outcome: 'blocked', findings: rules.map((rule) => blocking(rule)), unjudged: [] });

/** Walks along commits a to z, where `steps` hold what each judgement between two of them says: `from-to`. */
async function walk(line: readonly RawCommit[], steps: Readonly<Record<string, readonly Report[]>>) {
  const asked: string[] = [];
  const found = await walkToLastGood(commit('a'), line, async function* (good, to, position) {
    asked.push(`${position} ${good}-${to}`);
    yield* steps[`${good}-${to}`] ?? [];
  });
  return {
    asked,
    ...found,
    good: found.good.id,
    bad: found.bad.map(({ commit: { id }, state, brings, isContent }) => [id, state, brings, isContent]),
    since: [...found.since.values()],
  };
}

describe('the newest good commit', () => {
  test('is where the walk begins, where nothing follows or nothing that follows is good', async () => {
    expect(await walk([], {})).toEqual({
      asked: [],
      good: 'a',
      isJudged: false,
      state: 'good',
      bad: [],
      since: [],
      report: undefined,
      leaks: [],
    });
    const only = blocked('rbac-widened');
    expect(await walk([commit('b')], { 'a-b': [only] })).toEqual({
      asked: ['1 a-b'],
      good: 'a',
      isJudged: false,
      state: 'blocked',
      bad: [['b', 'blocked', 1, true]],
      since: ['b'],
      report: only,
      leaks: [],
    });
  });

  test('is the last one that passes, or whose files are those of a good one, which nobody judges', async () => {
    const line = [commit('b'), commit('c'), commit('d', 'a'), commit('e')];
    const steps = { 'a-b': [passed], 'b-c': [blocked('rbac-widened')], 'b-d': [lost], 'b-e': [passed] };
    expect(await walk(line, steps)).toMatchObject({
      asked: ['1 a-b', '2 b-c', '3 b-d', '4 b-e'],
      good: 'e',
      isJudged: true,
      state: 'good',
      bad: [],
      since: [],
      report: undefined,
    });
    expect(await walk([commit('b'), commit('c', 'a')], { 'a-b': [lost] })).toMatchObject({
      asked: ['1 a-b'],
      good: 'c',
      state: 'good',
      bad: [],
    });
  });

  test('is followed by commits that are not good, each with what it brings that those before did not', async () => {
    const both = blocked('rbac-widened', 'plaintext-secret');
    const steps = {
      'a-b': [passed],
      'b-c': [blocked('rbac-widened')],
      'b-d': [both],
      'b-e': [both],
      'b-f': [lost],
    };
    const line = ['b', 'c', 'd', 'e', 'f'].map((id) => commit(id));
    expect(await walk(line, steps)).toMatchObject({
      good: 'b',
      state: 'could-not-judge',
      bad: [
        ['c', 'blocked', 1, true],
        ['d', 'blocked', 1, true],
        ['e', 'blocked', 0, false],
        ['f', 'could-not-judge', 0, false],
      ],
      since: ['c', 'd'],
      report: lost,
    });
  });

  test('is not undone by reverting commits that are only not signed', async () => {
    const unsigned = reportWith({
      outcome: 'blocked',
      findings: [{ ...blocking('rbac-widened'), rule: 'commit-unsigned', category: 'signature' }],
    });
    expect((await walk([commit('b')], { 'a-b': [unsigned] })).bad).toEqual([['b', 'blocked', 1, false]]);
  });
});

describe('a commit that is judged by several policies', () => {
  test.each<[string, readonly Report[], string]>([
    ['is blocked where one blocks', [passed, blocked('rbac-widened')], 'blocked'],
    ['is blocked whatever the others say', [lost, blocked('rbac-widened'), passed], 'blocked'],
    ['could not be judged where one could not', [passed, lost], 'could-not-judge'],
    ['could not be judged where the first could not', [lost, passed], 'could-not-judge'],
    ['is good where all pass', [passed, passed], 'good'],
  ])('%s', async (_, reports, state) => {
    expect((await walk([commit('b')], { 'a-b': reports })).state).toBe(state);
  });

  test('needs at least one', async () => {
    await expect(walk([commit('b')], {})).rejects.toThrow('a step along the branch was judged by no policy');
  });
});

describe('a secret that only the history holds', () => {
  const leak = (over: Partial<Report['verdict']> = {}, rest: Partial<Report> = {}) =>
    reportWith(
      {
        outcome: 'blocked',
        findings: [blocking('secret-in-history', 'A password is in a commit.')],
        unjudged: [],
        ...over,
      },
      rest,
    );

  test('says nothing about the files, and is told', async () => {
    expect(await walk([commit('b'), commit('c')], { 'a-b': [leak()], 'b-c': [passed] })).toMatchObject({
      good: 'c',
      state: 'good',
      leaks: ['A password is in a commit.'],
    });
  });

  test.each<[string, Report, string, readonly string[]]>([
    [
      'alongside another finding',
      leak({ findings: [...leak().verdict.findings, blocking('rbac-widened')] }),
      'blocked',
      [],
    ],
    ['where not every finding is listed', leak({}, { notListed: 'more' }), 'blocked', []],
    ['where something could not be judged', leak({ unjudged }), 'could-not-judge', []],
    [
      'that does not block',
      reportWith({
        outcome: 'passed',
        findings: [finding('secret-in-history', 'high', { message: 'A Secret is in the history.', blocking: false })],
      }),
      'good',
      [],
    ],
  ])('%s', async (_, report, state, leaks) => {
    const found = await walk([commit('b')], { 'a-b': [report] });
    expect([found.state, found.leaks]).toEqual([state, leaks]);
  });
});
