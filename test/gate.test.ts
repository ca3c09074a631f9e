import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exitCode, type GateInput, judge } from '../src/gate.ts';
import { defaultPolicy } from '../src/policy/defaults.ts';
import type { FailOn, Policy } from '../src/policy/policy.ts';
import type { RuleLevel } from '../src/policy/rule-levels.ts';
import type { Observation, RuleCategory } from '../src/rules/rule.ts';
import { type Severity, severities } from '../src/severity.ts';
import { runs } from './thorough.ts';

const now = Date.UTC(2026, 5, 15, 12);

function observed(
  severity: Severity,
  observation: Partial<Observation> = {},
  id = 'rbac-widened',
  category: RuleCategory = 'rbac',
): GateInput['observed'][number] {
  const position = { file: 'prod/role.yaml', line: 7, column: 3 };
  return {
    rule: { id, category, severity: 'high' },
    observation: { message: 'm', remedy: 'r', subject: ['s'], severity, position, ...observation },
  };
}

function judgement(over: Partial<GateInput> = {}, policy: Partial<Policy> = {}): GateInput {
  return {
    observed: [],
    failOn: undefined,
    isPush: false,
    after: new Map(),
    unjudged: [],
    notes: [],
    now,
    ...over,
    policy: { ...defaultPolicy, ...policy },
  };
}

const stated = (failOn: FailOn): Partial<Policy> => ({
  source: '.gitops-gate/policy.yaml',
  failOn,
  failOnStated: true,
});

describe('outcome', () => {
  const unjudged = [{ what: 'history is missing', remedy: 'fetch-depth: 0' }];

  test.each([
    ['nothing found', [], [], 'passed', 0],
    ['below the threshold', [observed('medium')], [], 'passed', 0],
    ['at the threshold', [observed('high')], [], 'blocked', 1],
    ['over the threshold', [observed('critical')], [], 'blocked', 1],
    ['something unjudged', [observed('low')], unjudged, 'could-not-judge', 2],
    ['blocked goes before unjudged', [observed('high')], unjudged, 'blocked', 1],
  ] as const)('%s', (_, seen, left, outcome, code) => {
    const verdict = judge(judgement({ observed: seen, unjudged: left }));
    expect(verdict.outcome).toBe(outcome);
    expect(exitCode(verdict)).toBe(code);
  });

  test('an advisory run passes and says that it would have blocked', () => {
    const verdict = judge(judgement({ observed: [observed('critical')], failOn: 'never' }));
    expect(verdict).toMatchObject({ outcome: 'passed', failOn: 'never', wouldBlock: true });
    expect(verdict.findings[0]?.blocking).toBe(false);
  });

  test('an advisory run does not turn what could not be judged into a pass', () => {
    expect(judge(judgement({ unjudged, failOn: 'never' })).outcome).toBe('could-not-judge');
  });

  test('an advisory run without anything at the default threshold would not block', () => {
    expect(judge(judgement({ observed: [observed('medium')], failOn: 'never' })).wouldBlock).toBe(false);
  });
});

describe('the threshold of policy and input', () => {
  test.each([
    ['high', 'never', 'high'],
    ['high', 'critical', 'high'],
    ['high', 'high', 'high'],
    ['high', 'low', 'low'],
    ['never', 'medium', 'medium'],
    ['never', 'critical', 'critical'],
    ['never', 'never', 'never'],
    ['low', 'medium', 'low'],
  ] as const)('policy %s and input %s give %s', (policy, input, expected) => {
    const verdict = judge(judgement({ failOn: input }, stated(policy)));
    expect(verdict.failOn).toBe(expected);
    expect(verdict.notes.some((note) => note.includes('was not followed'))).toBe(expected !== input);
  });

  test.each([
    [undefined, undefined, 'default'],
    [undefined, 'never', 'input'],
    ['never', undefined, '.gitops-gate/policy.yaml'],
    ['never', 'never', '.gitops-gate/policy.yaml'],
    ['never', 'low', 'input'],
    ['high', 'never', '.gitops-gate/policy.yaml'],
    ['high', 'high', '.gitops-gate/policy.yaml'],
  ] as const)('policy %s and input %s: it says that it comes from there', (policy, input, from) => {
    const base = policy === undefined ? {} : stated(policy);
    expect(judge(judgement({ failOn: input }, base)).failOnFrom).toBe(from);
  });

  test('an input that is not followed is told what it is looser than', () => {
    const notes = (policy: Partial<Policy>) =>
      judge(judgement({ failOn: 'never' }, { ...stated('high'), ...policy })).notes;
    const told = (whose: string) => [
      `The input fail-on: never is looser than failOn: high of ${whose} and was not followed: inputs only tighten what the base's policy says.`,
    ];
    expect(notes({})).toEqual(told('.gitops-gate/policy.yaml'));
    expect(notes({ source: undefined })).toEqual(told('the policy'));
  });

  test('a base that says nothing leaves the choice to the input', () => {
    expect(judge(judgement({ failOn: 'never' })).failOn).toBe('never');
    expect(judge(judgement()).failOn).toBe('high');
  });

  test('no input ever makes a stated threshold looser', () => {
    const level = fc.constantFrom<FailOn>('never', ...severities);
    fc.assert(
      fc.property(level, level, fc.constantFrom(...severities), (policy, input, severity) => {
        const seen = [observed(severity)];
        const alone = judge(judgement({ observed: seen }, stated(policy)));
        const withInput = judge(judgement({ observed: seen, failOn: input }, stated(policy)));
        return alone.outcome !== 'blocked' || withInput.outcome === 'blocked';
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('severity', () => {
  test('the observation outranks the rule, and the policy both', () => {
    const seen = [observed('medium')];
    const severity = (policy: Partial<Policy>) => judge(judgement({ observed: seen }, policy)).findings[0]?.severity;
    expect(severity({})).toBe('medium');
    expect(severity({ rules: new Map([['rbac-widened', 'critical']]) })).toBe('critical');
    expect(severity({ rules: new Map([['plaintext-secret', 'critical']]) })).toBe('medium');
  });

  test('the rule decides where the observation says nothing', () => {
    const { rule, observation } = observed('low');
    const { severity: _, ...plain } = observation;
    expect(judge(judgement({ observed: [{ rule, observation: plain }] })).findings[0]?.severity).toBe('high');
  });

  test('what a rule that is off has seen is counted, not lost', () => {
    const verdict = judge(
      judgement({ observed: [observed('critical'), observed('high')] }, { rules: new Map([['rbac-widened', 'off']]) }),
    );
    expect(verdict).toMatchObject({ outcome: 'passed', findings: [] });
    expect(verdict.notes).toEqual(['rbac-widened is off in the policy: 2 not shown.']);
  });

  test.each<[string, Partial<Observation>, RuleLevel | undefined]>([
    ['the scope of the finding', { scope: 'dev' }, undefined],
    ['another scope', { scope: 'prod' }, 'critical'],
    ['a scope that no entry names', { scope: 'stage' }, 'high'],
    ['no scope', {}, 'high'],
    ['further scopes, of which one is not off', { scope: 'dev', otherScopes: ['prod'] }, 'critical'],
    ['further scopes, of which one keeps its own', { scope: 'dev', otherScopes: ['stage'] }, 'high'],
    [
      'a place in a file of another scope',
      { scope: 'dev', places: [{ file: 'prod/a.yaml', line: 1, column: 1 }] },
      'critical',
    ],
    ['places in its own scope', { scope: 'dev', places: [{ file: 'dev/b.yaml', line: 1, column: 1 }] }, undefined],
    [
      'a place in a file that nobody delivers',
      { scope: 'dev', places: [{ file: 'dev/b.txt', line: 1, column: 1 }] },
      undefined,
    ],
    ['a rendered root', { scope: 'root dev' }, 'high'],
  ])('by scope: %s', (_, observation, expected) => {
    const position = { file: 'dev/a.yaml', line: 1, column: 1 };
    const seen = [observed('high', { position, ...observation })];
    const levels = new Map<string, RuleLevel>([
      ['dev', 'off'],
      ['prod', 'critical'],
    ]);
    const verdict = judge(judgement({ observed: seen }, { rulesByScope: new Map([['rbac-widened', levels]]) }));
    expect(verdict.findings[0]?.severity).toBe(expected);
    const note = 'rbac-widened is off in dev in the policy: 1 not shown.';
    expect(verdict.notes).toEqual(expected === undefined ? [note] : []);
    expect(verdict.offIn).toEqual([{ rule: 'rbac-widened', scopes: ['dev'] }]);
  });

  test('of a rule that counts as built in no scope is off', () => {
    const rulesByScope = new Map([['rbac-widened', new Map([['dev', 'off'] as const])]]);
    const input = judgement({ observed: [observed('high', { scope: 'dev' })] }, { rulesByScope });
    expect(judge(input).findings).toEqual([]);
    expect(judge({ ...input, asBuiltIn: new Set(['rbac-widened']) }).outcome).toBe('blocked');
  });

  test('on a push signature findings report, and block where the policy says so', () => {
    const seen = [observed('critical', { commit: 'a'.repeat(40) }, 'invalid-signature', 'signature')];
    const outcome = (policy: Partial<Policy>, isPush = true) =>
      judge(judgement({ observed: seen, isPush }, policy)).outcome;
    expect(outcome({})).toBe('passed');
    expect(outcome({}, false)).toBe('blocked');
    expect(outcome({ signatures: { ...defaultPolicy.signatures, onPush: 'block' } })).toBe('blocked');
    expect(judge(judgement({ observed: [observed('critical')], isPush: true })).outcome).toBe('blocked');
  });
});

describe('order and repetition', () => {
  test('worst first, then by file, line, column and rule', () => {
    const at = (file: string, line: number) => ({ position: { file, line, column: 1 }, subject: [file, String(line)] });
    const seen = [
      observed('low', at('a.yaml', 1)),
      observed('high', at('b.yaml', 2)),
      observed('high', at('a.yaml', 9)),
      observed('critical', at('z.yaml', 1)),
      observed('high', at('a.yaml', 2)),
    ];
    const shown = judge(judgement({ observed: seen })).findings.map(
      (f) => `${f.severity} ${f.position?.file}:${f.position?.line}`,
    );
    expect(shown).toEqual(['critical z.yaml:1', 'high a.yaml:2', 'high a.yaml:9', 'high b.yaml:2', 'low a.yaml:1']);
  });

  test('the same observation twice is one finding', () => {
    expect(judge(judgement({ observed: [observed('high'), observed('high')] })).findings).toHaveLength(1);
  });

  test('a second copy of an object in another file keeps a finding and a fingerprint of its own', () => {
    const object = { group: '', kind: 'Secret', namespace: 'a', name: 'db' };
    const seen = ['b.yaml', 'a.yaml'].map((file) =>
      observed('critical', { object, scope: 'prod', position: { file, line: 1, column: 1 } }),
    );
    const one = judge(judgement({ observed: seen })).findings.map((f) => f.fingerprint);
    const other = judge(judgement({ observed: [...seen].reverse() })).findings.map((f) => f.fingerprint);
    expect(new Set(one).size).toBe(2);
    expect(other).toEqual(one);
  });

  test('the verdict does not depend on the order of observations', () => {
    const any = fc.record({
      severity: fc.constantFrom(...severities),
      file: fc.constantFrom('a', 'b'),
      line: fc.integer({ min: 1, max: 3 }),
      subject: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (list) => {
        const seen = list.map(({ severity, file, line, subject }) =>
          observed(severity, { subject, position: { file, line, column: 1 } }),
        );
        const shown = (o: GateInput['observed'][number][]) =>
          judge(judgement({ observed: o })).findings.map((f) => `${f.severity} ${f.fingerprint}`);
        expect(shown([...seen].reverse())).toEqual(shown(seen));
      }),
      { numRuns: runs(100) },
    );
  });
});
