import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/gate/fingerprint.ts';
import { type GateInput, judge } from '../../src/gate.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { IgnoreEntry, Policy } from '../../src/policy/policy.ts';
import type { RuleLevel } from '../../src/policy/rule-levels.ts';
import type { Observation, Rule } from '../../src/rules/rule.ts';

const now = Date.UTC(2026, 5, 15, 12);
const position = { file: 'prod/a.yaml', line: 1, column: 1 };

function seen(observation: Partial<Observation> = {}, rule: Partial<Rule> = {}): GateInput['observed'][number] {
  return {
    rule: { id: 'r', category: 'rbac', severity: 'high', ...rule },
    observation: { message: 'm', remedy: 'f', subject: ['s'], position, ...observation },
  };
}

const verdict = (observed: GateInput['observed'], policy: Partial<Policy> = {}, over: Partial<GateInput> = {}) =>
  judge({
    observed,
    failOn: undefined,
    isPush: false,
    after: new Map(),
    unjudged: [],
    notes: [],
    now,
    ...over,
    policy: { ...defaultPolicy, ...policy },
  });

describe('whether findings block', () => {
  test('of a run that only watches is said if one of them would', () => {
    const would = (...severities: readonly ('high' | 'low')[]) =>
      verdict(
        severities.map((severity, index) => seen({ severity, subject: [String(index)] })),
        {},
        { failOn: 'never' },
      ).wouldBlock;
    expect([would('high', 'low'), would('low', 'high'), would('low', 'low'), would()]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(verdict([seen()]).wouldBlock).toBe(false);
  });

  test('of an advisory rule they do where the policy states its severity', () => {
    const blocking = (isAdvisory: boolean | undefined, policy: Partial<Policy> = {}) =>
      verdict([seen({}, isAdvisory === undefined ? {} : { isAdvisory: isAdvisory as true })], policy).findings.map(
        (finding) => finding.blocking,
      );
    expect(blocking(undefined)).toEqual([true]);
    expect(blocking(true)).toEqual([false]);
    expect(blocking(true, { rules: new Map([['r', 'critical']]) })).toEqual([true]);
    expect(blocking(true, { rules: new Map([['other', 'critical']]) })).toEqual([false]);
    const both = verdict([seen({}, { isAdvisory: true }), seen({}, { id: 'q' })]).findings;
    expect(both.map(({ rule, blocking: is }) => [rule, is])).toEqual([
      ['q', true],
      ['r', false],
    ]);
  });

  test('of a rule that counts as built in they do at the default threshold, whatever the policy says', () => {
    const judged = (rule: string) =>
      verdict([seen()], { failOn: 'never', failOnStated: true }, { asBuiltIn: new Set([rule]) }).findings.map(
        ({ blocking }) => blocking,
      );
    expect([judged('r'), judged('q')]).toEqual([[true], [false]]);
  });
});

test('a secret names the blobs of its files, each once', () => {
  const after = new Map([
    ['prod/a.yaml', { mode: '100644', id: '1' }],
    ['prod/b.yaml', { mode: '100644', id: '2' }],
    ['prod/c.yaml', { mode: '100644', id: '1' }],
  ]);
  const places = ['prod/b.yaml', 'prod/c.yaml', 'prod/gone.yaml'].map((file) => ({ file, line: 1, column: 1 }));
  const secret = verdict([seen({ places }, { category: 'secret' })], {}, { after });
  expect(secret.findings[0]?.blobs).toEqual(['1', '2']);
  const other = verdict([seen({ places })], {}, { after });
  expect(other.findings[0]).not.toHaveProperty('blobs');
});

test('a finding in a rendered root is judged by that root, not by the scope its file is in', () => {
  const levels = new Map<string, RuleLevel>([
    ['prod', 'critical'],
    ['dev', 'critical'],
    ['root x', 'low'],
  ]);
  const severity = (files: readonly string[]) =>
    verdict([seen({ scope: 'root x', places: files.map((file) => ({ file, line: 1, column: 1 })) })], {
      rulesByScope: new Map([['r', levels]]),
    }).findings[0]?.severity;
  expect([severity([]), severity(['prod/b.yaml']), severity(['prod/b.yaml', 'dev/b.yaml'])]).toEqual([
    'low',
    'low',
    'critical',
  ]);
});

describe('rules that are off', () => {
  const scoped = (levels: Readonly<Record<string, RuleLevel>>) => new Map(Object.entries(levels));

  test('are named, everywhere and by their scopes', () => {
    expect(
      verdict([], {
        rules: new Map([
          ['a', 'off'],
          ['b', 'low'],
          ['c', 'off'],
        ]),
        rulesByScope: new Map([
          ['d', scoped({ x: 'off', y: 'low', z: 'off' })],
          ['e', scoped({ x: 'low' })],
        ]),
      }),
    ).toMatchObject({ off: ['a', 'c'], offIn: [{ rule: 'd', scopes: ['x', 'z'] }] });
    const none = verdict([], { rules: new Map([['b', 'low']]), rulesByScope: new Map([['e', scoped({ x: 'low' })]]) });
    expect(none).not.toHaveProperty('off');
    expect(none).not.toHaveProperty('offIn');
  });

  test('say how much is not shown, and in which scopes, the first five by name', () => {
    const source = 'p.yaml';
    const notes = (scopes: readonly string[], policy: Partial<Policy>) =>
      verdict(
        scopes.map((scope) => seen({ scope, subject: [scope] })),
        { source, ...policy },
      ).notes;
    const everywhere = { rulesByScope: new Map([['r', scoped({ '**': 'off' })]]) };
    expect(notes(['b', 'a', 'b'], { rules: new Map([['r', 'off']]) })).toEqual(['r is off in p.yaml: 3 not shown.']);
    expect(notes(['b', 'a'], everywhere)).toEqual(['r is off in a, b in p.yaml: 2 not shown.']);
    expect(notes(['e', 'd', 'c', 'b', 'a'], everywhere)).toEqual(['r is off in a, b, c, d, e in p.yaml: 5 not shown.']);
    expect(notes(['f', 'e', 'd', 'c', 'b', 'a'], everywhere)).toEqual([
      'r is off in a, b, c, d, e and 1 more in p.yaml: 6 not shown.',
    ]);
    expect(notes(['a'], {})).toEqual([]);
    expect(verdict([seen({}), seen({}, { id: 'q' })], { rules: new Map([['r', 'off']]) }).notes).toEqual([
      'r is off in the policy: 1 not shown.',
    ]);
  });
});

describe('ignore entries', () => {
  const entry = (part: Partial<IgnoreEntry>): IgnoreEntry => ({
    rule: 'r',
    fingerprint: undefined,
    object: undefined,
    path: 'x',
    blobs: [],
    reason: 'why',
    until: '2026-12-31',
    line: 3,
    ...part,
  });

  test('that are over are named, and those that hold are not', () => {
    const ignore = [
      entry({ until: '2026-06-14', line: 5 }),
      entry({ until: '2026-06-15', line: 6 }),
      entry({ rule: 'q', until: '2026-01-01', line: 7 }),
    ];
    const named = 'no longer hide anything: line 5 (r, until 2026-06-14), line 7 (q, until 2026-01-01).';
    expect(verdict([], { ignore, source: 'p.yaml' }, { notes: ['first'] }).notes).toEqual([
      'first',
      `Expired ignore entries of p.yaml ${named}`,
    ]);
    expect(verdict([], { ignore }).notes).toEqual([`Expired ignore entries of the policy ${named}`]);
    expect(verdict([], { ignore: ignore.slice(1, 2) }).notes).toEqual([]);
  });

  test('for one place of a finding leave the others, each with the severity that is stated for it', () => {
    const at = (file: string, severity?: 'low'): Observation => ({
      ...seen({ position: { file, line: 1, column: 1 }, scope: file.slice(0, 4), subject: [file] }).observation,
      ...(severity === undefined ? {} : { severity }),
    });
    const alone = [at('aaaa/x.yaml'), at('bbbb/x.yaml'), at('cccc/x.yaml', 'low'), at('dddd/x.yaml', 'low')];
    const whole: Partial<Observation> = { ...alone[0], severity: 'medium', alone };
    const ignore = [
      entry({ path: undefined, fingerprint: fingerprint('r', alone[0] as Observation), blobs: ['1'] }),
      entry({ path: 'bbbb/x.yaml', reason: 'of a path alone' }),
    ];
    const levels = new Map<string, RuleLevel>([
      ['dddd', 'high'],
      ['cccc', 'off'],
    ]);
    const after = new Map(
      alone.map(({ position: place }, index) => [place?.file ?? '', { mode: '100644', id: index === 0 ? '1' : '2' }]),
    );
    const secret = seen({ ...whole, subject: ['whole'] }, { category: 'secret' });
    const judged = verdict([secret], { ignore, rulesByScope: new Map([['r', levels]]) }, { after });
    expect(judged.suppressed.map(({ position: place, reason }) => [place?.file, reason])).toEqual([
      ['aaaa/x.yaml', 'why'],
    ]);
    expect(judged.findings.map(({ position: place, severity, blocking }) => [place?.file, severity, blocking])).toEqual(
      [
        ['dddd/x.yaml', 'high', true],
        ['bbbb/x.yaml', 'medium', false],
        ['cccc/x.yaml', 'low', false],
      ],
    );
  });
});
