import { describe, expect, test } from '@jest/globals';
import { comparePolicies } from '../../src/policy/compare/compare-policies.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { isOffIn, levelIn, type RuleLevel } from '../../src/policy/rule-levels.ts';

type Levels = Readonly<Record<string, RuleLevel>>;
const policy = (levels: RuleLevel | Levels | undefined) => ({
  ...defaultPolicy,
  rules: new Map(typeof levels === 'string' ? [['r', levels] as const] : []),
  rulesByScope: new Map(typeof levels === 'object' ? [['r', new Map(Object.entries(levels))] as const] : []),
});

test.each<[string, RuleLevel | Levels | undefined, string | undefined, RuleLevel | undefined]>([
  ['a level for all', 'low', 'dev', 'low'],
  ['also without a scope', 'low', undefined, 'low'],
  ['nothing', undefined, 'dev', undefined],
  ['the scope', { dev: 'off' }, 'dev', 'off'],
  ['another scope', { dev: 'off' }, 'prod', undefined],
  ['no scope', { '**': 'off' }, undefined, undefined],
  ['a scope that only begins so', { dev: 'off' }, 'dev/x', undefined],
  ['a rendered root of that name', { dev: 'off' }, 'root dev', undefined],
  ['a glob', { 'apps/*': 'low' }, 'apps/dev', 'low'],
  ['a glob of another depth', { 'apps/*': 'low' }, 'apps/dev/eu', undefined],
  ['the name before a glob', { '**': 'critical', dev: 'off' }, 'dev', 'off'],
  ['the strictest glob', { '**': 'off', 'apps/*': 'medium', '*/dev': 'low' }, 'apps/dev', 'medium'],
])('what holds: %s', (_, levels, scope, expected) => {
  expect(levelIn(policy(levels), 'r', scope)).toBe(expected);
  expect(isOffIn(policy(levels), 'r', scope)).toBe(expected === 'off');
  expect(levelIn(policy(levels), 'another', scope)).toBeUndefined();
});

describe('a change of levels', () => {
  const compared = (before: RuleLevel | Levels | undefined, after: RuleLevel | Levels | undefined) =>
    comparePolicies(policy(before), policy(after));

  test.each<[string, RuleLevel | Levels | undefined, RuleLevel | Levels | undefined, boolean]>([
    ['off in a scope', undefined, { dev: 'off' }, true],
    ['a severity in a scope, where others keep their own', undefined, { dev: 'critical' }, true],
    ['off in a scope of one that was off', 'off', { dev: 'off' }, false],
    ['a scope less', { dev: 'low', prod: 'critical' }, { dev: 'low' }, true],
    ['more severe in a scope', { dev: 'low' }, { dev: 'high' }, false],
    ['less severe in a scope', { dev: 'low', prod: 'high' }, { dev: 'low', prod: 'medium' }, true],
    ['a level for all in place of levels by scope', { dev: 'off' }, 'medium', true],
    ['the highest for all in place of levels by scope', { dev: 'off' }, 'critical', false],
  ])('weakens or not: %s', (_, before, after, weakens) => {
    expect(compared(before, after).map((each) => each.weakens)).toEqual([weakens]);
  });

  test('says what it was and is, and the order of scopes is no change', () => {
    expect(compared({ a: 'low', b: 'off' }, { b: 'off', a: 'low' })).toEqual([]);
    expect(compared('high', { b: 'off', a: 'low' })[0]?.what).toBe(
      'the rule "r" goes from high to low in "a", off in "b"',
    );
  });
});
