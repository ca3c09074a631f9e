import { expect, test } from '@jest/globals';
import { addTo, groupBy } from '../src/groups.ts';
import { InputError } from '../src/input-error.ts';
import { systemErrorCode } from '../src/system-error.ts';
import { acceptingPage, homepage, rulePage } from '../src/version.ts';

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

test.each<[unknown, string | undefined]>([
  [{ syscall: 'open', code: 'EACCES' }, 'EACCES'],
  [{ syscall: 'open' }, 'open'],
  [{ code: 'EACCES' }, undefined],
  [Object.assign(new Error('x'), { syscall: 'read', code: 'EISDIR' }), 'EISDIR'],
  [new Error('x'), undefined],
  [null, undefined],
  [undefined, undefined],
  ['EACCES', undefined],
  [Object.assign(() => {}, { syscall: 'open', code: 'EACCES' }), undefined],
])('of %j the operating system says %s', (error, code) => {
  expect(systemErrorCode(error)).toBe(code);
});

test('items are grouped in the order they come', () => {
  expect([...groupBy(['b1', 'a1', 'b2', 'b3'], (item) => item[0])]).toEqual([
    ['b', ['b1', 'b2', 'b3']],
    ['a', ['a1']],
  ]);
  const groups = new Map([['a', [1]]]);
  addTo(groups, 'a', 2);
  addTo(groups, 'b', 3);
  expect([...groups]).toEqual([
    ['a', [1, 2]],
    ['b', [3]],
  ]);
});

test('pages are those of the default branch', () => {
  expect(rulePage('rbac-widened')).toBe(`${homepage}/blob/HEAD/.github/docs/rules/rbac-widened.md`);
  expect(acceptingPage).toBe(`${homepage}/blob/HEAD/.github/docs/accepting.md`);
});
