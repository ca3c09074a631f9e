import { describe, expect, test } from '@jest/globals';
import { sshTime } from '../../src/signature/ssh/ssh-time.ts';

const at = (text: string) => Date.parse(text) / 1000;

// `parse_absolute_time` in OpenSSH's misc.c: 8, 12 or 14 digits, in the local time zone unless Z or UTC follows.
describe('a time of allowed_signers', () => {
  test.each([
    ['20260102Z', '2026-01-02T00:00:00Z'],
    ['20261231UTC', '2026-12-31T00:00:00Z'],
    ['20260131z', '2026-01-31T00:00:00Z'],
    ['202601020304Z', '2026-01-02T03:04:00Z'],
    ['20260102030405Z', '2026-01-02T03:04:05Z'],
    ['20261231235959Z', '2026-12-31T23:59:59Z'],
    ['20260102000060Z', '2026-01-02T00:01:00Z'],
    ['20260102', '2026-01-02T00:00:00'],
    ['202612310304', '2026-12-31T03:04:00'],
    ['20260701235906', '2026-07-01T23:59:06'],
  ])('%s is %s', (text, expected) => expect(sshTime(text)).toBe(at(expected)));

  test.each([
    '20260002Z',
    '20261301Z',
    '20260100Z',
    '20260132Z',
    '202601012400Z',
    '202601010060Z',
    '20260101000061Z',
    '2026010103Z',
    '202601010304050Z',
    '20260101GMT',
    'x20260101Z',
    '20260101Z ',
    '',
  ])('%s is none', (text) => expect(sshTime(text)).toBeUndefined());
});
