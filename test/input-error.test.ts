import { expect, test } from '@jest/globals';
import { InputError } from '../src/input-error.ts';

test('an input error holds every problem, and says all of them', () => {
  const problems = [
    { what: 'a is missing', fix: 'add a' },
    { what: 'b is wrong', fix: 'fix b' },
  ];
  const error = new InputError(problems);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message, error.problems]).toEqual([
    'InputError',
    'a is missing\n  add a\nb is wrong\n  fix b',
    problems,
  ]);
});
