import { describe, expect, test } from '@jest/globals';
import { judgeOpen } from '../../src/secrets/judge/judge-open.ts';
import type { LeafContext } from '../../src/secrets/value/classify.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const judge = (text: string, key: string, context: LeafContext = {}, isDeployed = true) =>
  judgeOpen(text, key, context, isDeployed);

describe('a value in base64', () => {
  const token = `glpat-${'Zq7vR2mKx9TbW4nLp5Ga'}`;

  test.each(['token', 'blob'])(
    'that hides a token under %s is as bad as the token, and has no place of its own',
    (key) => {
      const [open] = judge(token, key);
      const hidden = judge(base64(token), key);
      expect(open).toMatchObject({ severity: 'critical', offset: { line: 1, column: 1 } });
      expect(hidden).toEqual([{ ...open, offset: undefined }]);
      expect(hidden[0]).toHaveProperty('offset', undefined);
    },
  );

  test('that hides a placeholder is silent, one that hides a password is not', () => {
    expect(judge(base64('<your-password-goes-here>'), 'password')).toEqual([]);
    expect(judge(base64('Tr0ub4dor-and-3-more-words'), 'password')).toHaveLength(1);
  });
});

describe('a short password', () => {
  test.each([
    ['x7', true, 1],
    ['x7', false, 0],
    ['x7q', false, 0],
    ['x7q9', false, 1],
  ])('%s counts where it is deployed: %s', (value, isDeployed, count) => {
    expect(judge(value, 'password', {}, isDeployed)).toHaveLength(count);
  });
});

test('the password that a chart ships is a placeholder, low, and nothing where no chart is', () => {
  const [found] = judge('postgres', 'password', { isChartValues: true }, false);
  expect(found).toMatchObject({ is: 'placeholder', format: 'default-password', severity: 'low' });
  expect(judge('postgres', 'password', {}, false)).toEqual([]);
  expect(judge('postgres', 'password', {}, true)).toMatchObject([{ severity: 'high' }]);
});

test('a value that repeats its key counts only where it is deployed', () => {
  expect(judge('harbor_registry_password', 'password', {}, false)).toEqual([]);
  expect(judge('harbor_registry_password', 'password', {}, true)).toHaveLength(1);
});
