import { expect, test } from '@jest/globals';
import { systemErrorCode } from '../src/system-error.ts';

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
