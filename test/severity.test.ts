import { describe, expect, test } from '@jest/globals';
import { compareSeverity, lower, raise, type Severity, severities, worse } from '../src/severity.ts';

describe('severities', () => {
  test('go from critical to low', () => {
    expect(severities).toEqual(['critical', 'high', 'medium', 'low']);
    expect((['low', 'critical', 'medium', 'high'] as Severity[]).sort(compareSeverity)).toEqual([...severities]);
    expect(compareSeverity('critical', 'low')).toBe(-3);
    expect(compareSeverity('low', 'high')).toBe(2);
    expect(compareSeverity('high', 'high')).toBe(0);
  });

  test('are lowered step by step down to low', () => {
    expect(severities.map((each) => lower(each))).toEqual(['high', 'medium', 'low', 'low']);
    expect(severities.map((each) => lower(each, 2))).toEqual(['medium', 'low', 'low', 'low']);
    expect(severities.map((each) => lower(each, 0))).toEqual([...severities]);
  });

  test('are raised by one step up to critical, but for low', () => {
    expect(severities.map(raise)).toEqual(['critical', 'critical', 'high', 'low']);
  });

  test('of two the worse one counts, in either order', () => {
    for (const [index, one] of severities.entries())
      for (const [at, other] of severities.entries())
        expect([one, other, worse(one, other)]).toEqual([one, other, severities[Math.min(index, at)]]);
  });
});
