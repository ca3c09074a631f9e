import { describe, expect, test } from '@jest/globals';
import { compareRules } from '../../src/policy/compare/compare-rules.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { compareLevels, isOffForAll, type RuleLevel } from '../../src/policy/rule-levels.ts';
import { type Part, requirement, rules, scopes, signatures } from './policies.ts';

describe('levels of rules', () => {
  const policy = (part: Part): Policy => ({ ...defaultPolicy, ...part });

  test('are named in the order of their scopes, at most five of them', () => {
    const said = (before: Part, after: Part) => compareRules(policy(before), policy(after)).map(({ what }) => what);
    expect(said({}, scopes({ b: 'low', a: 'off' }))).toEqual([
      'the rule "r" goes from its own severity to off in "a", low in "b"',
    ]);
    const six = scopes({ f: 'low', e: 'low', d: 'low', c: 'low', b: 'low', a: 'low' });
    expect(said(six, rules('off'))).toEqual([
      'the rule "r" goes from low in "a", low in "b", low in "c", low in "d", low in "e" and 1 more to off',
    ]);
    const five = scopes({ e: 'low', d: 'low', c: 'low', b: 'low', a: 'low' });
    expect(said(five, {})).toEqual([
      'the rule "r" goes from low in "a", low in "b", low in "c", low in "d", low in "e" to its own severity',
    ]);
  });

  test('are compared once for each rule of either policy', () => {
    const two = policy({
      rules: new Map([
        ['a', 'low'],
        ['b', 'low'],
      ]),
    });
    const other = policy({
      rules: new Map([
        ['b', 'off'],
        ['c', 'off'],
      ]),
      rulesByScope: new Map([['d', new Map([['x', 'off']])]]),
    });
    expect(compareRules(two, other).map(({ path }) => path[1])).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are ordered from the strictest to off', () => {
    const all: RuleLevel[] = ['off', 'low', 'critical', 'off', 'medium', 'high'];
    expect(all.toSorted(compareLevels)).toEqual(['critical', 'high', 'medium', 'low', 'off', 'off']);
    expect(compareLevels('off', 'off')).toBe(0);
    expect(compareLevels('off', 'low')).toBe(1);
    expect(compareLevels('low', 'off')).toBe(-1);
  });

  test('turn a rule off for all only where nothing else comes of it', () => {
    const off = policy(rules('off'));
    const demanded = (...names: string[]) => signatures({ requirements: [requirement({ rules: names })] });
    expect(isOffForAll(off, 'r')).toBe(true);
    expect(isOffForAll(off, 's')).toBe(false);
    expect(isOffForAll(policy(rules('low')), 'r')).toBe(false);
    expect(isOffForAll({ ...off, ...scopes({ a: 'off' }) }, 'r')).toBe(false);
    expect(isOffForAll({ ...off, ...demanded('x', 'r') }, 'r')).toBe(false);
    expect(isOffForAll({ ...off, ...demanded('x', 'y') }, 'r')).toBe(true);
  });
});
