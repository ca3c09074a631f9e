import { describe, expect, test } from '@jest/globals';
import { ApiFailure, OddAnswer } from '../../src/host/forge/api-failure.ts';
import { type Call, Patience } from '../../src/host/forge/patience.ts';
import { CountingClock } from './clocks.ts';

/** What octokit throws for an answer. */
const answered = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error(message), { status, response: { headers } });
const graphql = (errors: readonly unknown[], headers = {}) =>
  Object.assign(new Error('Request failed'), { errors, headers });

/** Makes a call that fails in these ways, one after the other, and then succeeds. */
async function called(
  outcomes: readonly unknown[],
  call: Partial<Call<string>> = {},
  { time = 60_000, secret = '', clock = new CountingClock() } = {},
) {
  const patience = new Patience(clock, time, { secret, purpose: 'asking' });
  let tries = 0;
  const make = async () => {
    const outcome = outcomes[tries];
    tries += 1;
    if (outcome !== undefined) throw outcome;
    return 'done';
  };
  const result = await patience
    .call({ what: 'Asking', isRepeatable: true, isWrite: false, make, ...call })
    .catch((error: unknown) =>
      error instanceof ApiFailure ? `${error.kind} ${error.status}: ${error.message}` : error,
    );
  return [result, tries, clock.time];
}

describe('a call that fails', () => {
  test.each<[name: string, outcomes: readonly unknown[], call: Partial<Call<string>>, expected: readonly unknown[]]>([
    ['not at all', [], {}, ['done', 1, 0]],
    ['once, is made again after a second', [answered(500, 'It broke')], {}, ['done', 2, 1000]],
    [
      'always, is made five times, each after twice the time',
      Array(9).fill(answered(502, 'It broke.')),
      {},
      ['unsure 502: Asking: 502 It broke.', 5, 15_000],
    ],
    [
      'unclearly, is not made again where that may do harm',
      [answered(500, '')],
      { isRepeatable: false },
      ['unsure 500: Asking: 500.', 1, 0],
    ],
    [
      'without an answer',
      [new Error('socket hang up')],
      { isRepeatable: false },
      ['unsure undefined: Asking: no answer (socket hang up).', 1, 0],
    ],
    [
      'with a status of nobody',
      [Object.assign(new Error('x'), { status: 500 })],
      { isRepeatable: false },
      ['unsure undefined: Asking: no answer (x).', 1, 0],
    ],
    [
      'by something that is no error',
      ['text'],
      { isRepeatable: false },
      ['unsure undefined: Asking: no answer (text).', 1, 0],
    ],
    [
      'because the token may not',
      [answered(401, 'Bad credentials')],
      {},
      ['denied 401: Asking: 401 Bad credentials.', 1, 0],
    ],
    [
      'because the token must not',
      [answered(403, 'Forbidden\nmore')],
      {},
      ['denied 403: Asking: 403 Forbidden.', 1, 0],
    ],
    ['because it is elsewhere', [answered(301, 'Moved')], {}, ['over 301: Asking: 301 Moved.', 1, 0]],
    ['by 399', [answered(399, 'x')], {}, ['over 399: Asking: 399 x.', 1, 0]],
    [
      'because the token sees nothing there',
      [answered(404, 'Not Found')],
      {},
      ['denied 404: Asking: 404 Not Found.', 1, 0],
    ],
    [
      'because it is gone',
      [answered(404, 'Not Found')],
      { isOnExisting: true },
      ['missing 404: Asking: 404 Not Found.', 1, 0],
    ],
    [
      'because it was removed',
      [answered(410, 'Gone')],
      { isOnExisting: true },
      ['missing 410: Asking: 410 Gone.', 1, 0],
    ],
    ['because it is refused', [answered(422, 'Unprocessable')], {}, ['invalid 422: Asking: 422 Unprocessable.', 1, 0]],
    ['by 400', [answered(400, 'x')], {}, ['invalid 400: Asking: 400 x.', 1, 0]],
    ['by 499', [answered(499, 'x')], {}, ['invalid 499: Asking: 499 x.', 1, 0]],
    ['by a timeout of the forge', [answered(408, 'x')], {}, ['done', 2, 1000]],
    ['by a lock', [answered(409, 'x')], {}, ['done', 2, 1000]],
    ['by a rate limit, which says how long', [answered(429, 'x', { 'retry-after': '7' })], {}, ['done', 2, 7000]],
    ['by a rate limit, which does not', [answered(429, 'x')], {}, ['done', 2, 2000]],
    ['by a rate limit that is called a refusal', [answered(403, 'API rate limit exceeded')], {}, ['done', 2, 2000]],
    ['by one that the headers show', [answered(403, 'x', { 'x-ratelimit-remaining': '0' })], {}, ['done', 2, 2000]],
    ['by one that says to come again', [answered(403, 'x', { 'retry-after': '3' })], {}, ['done', 2, 3000]],
    [
      'by none of that',
      [answered(403, 'x', { 'x-ratelimit-remaining': '1' })],
      {},
      ['denied 403: Asking: 403 x.', 1, 0],
    ],
    ['by writing too quickly', [answered(422, 'was submitted too quickly')], {}, ['done', 2, 2000]],
    [
      'by a rate limit that is longer than all of it may take',
      [answered(429, 'x', { 'retry-after': '60' })],
      {},
      ['over undefined: Asking: 429 x. Trying again in 60 s would take longer than asking may.', 1, 0],
    ],
    [
      'by a rate limit in the last try',
      Array(9).fill(answered(429, 'x', { 'retry-after': '1' })),
      {},
      ['over 429: Asking: 429 x.', 5, 4000],
    ],
    [
      'by a name that does not exist',
      [Object.assign(new Error('x'), { cause: { cause: { code: 'ENOTFOUND' } } })],
      {},
      ['unsure undefined: Asking: no answer (x).', 1, 0],
    ],
    [
      'by one that is wrapped too deep',
      [Object.assign(new Error('x'), { cause: { cause: { cause: { cause: { code: 'ENOTFOUND' } } } } })],
      {},
      ['done', 2, 1000],
    ],
    [
      'by a certificate',
      [Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
      {},
      ['unsure undefined: Asking: no answer (x).', 1, 0],
    ],
    [
      'by one that cannot be verified',
      [Object.assign(new Error('x'), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })],
      {},
      ['unsure undefined: Asking: no answer (x).', 1, 0],
    ],
    ['by a connection that broke', [Object.assign(new Error('x'), { code: 'ECONNRESET' })], {}, ['done', 2, 1000]],
    ['by an answer that nobody understands', [new OddAnswer('an answer without id')], {}, ['done', 2, 1000]],
    [
      'by one twice',
      [new OddAnswer('an answer without id'), new OddAnswer('an answer without id')],
      {},
      ['unsure undefined: Asking: an answer without id.', 2, 1000],
    ],
    [
      'by GraphQL',
      [graphql([{ message: 'one', type: 'FORBIDDEN' }, { message: 'two' }])],
      {},
      ['denied 403: Asking: 403 one; two.', 1, 0],
    ],
    ['by its scopes', [graphql([{ type: 'INSUFFICIENT_SCOPES' }])], {}, ['denied 403: Asking: 403.', 1, 0]],
    [
      'by its not finding it',
      [graphql([{ message: 'x', type: 'NOT_FOUND' }])],
      { isOnExisting: true },
      ['missing 404: Asking: 404 x.', 1, 0],
    ],
    [
      'by its rate limit',
      [graphql([{ message: 'x', type: 'RATE_LIMITED' }], { 'retry-after': '4' })],
      {},
      ['done', 2, 4000],
    ],
    ['by its own fault', [graphql([{ message: 'x' }, null])], {}, ['done', 2, 1000]],
    [
      'by what it does not take',
      [graphql([{ message: 'x', type: 'UNPROCESSABLE' }])],
      {},
      ['invalid 422: Asking: 422 x.', 1, 0],
    ],
  ])('%s', async (_, outcomes, call, expected) => expect(await called(outcomes, call)).toEqual(expected));

  test('waits until the date that the forge names, and until the limit’s end', async () => {
    const clock = new CountingClock();
    const date = Date.UTC(2026, 0, 1);
    Object.assign(clock, { date: () => date });
    const waited = async (headers: Readonly<Record<string, string>>) => {
      const before = clock.time;
      await called([answered(429, 'x', headers)], {}, { clock, time: 1e9 });
      return clock.time - before;
    };
    expect(await waited({ 'retry-after': new Date(date + 9000).toUTCString() })).toBe(9000);
    expect(await waited({ 'retry-after': new Date(date - 9000).toUTCString() })).toBe(0);
    const reset = `${date / 1000 + 5}`;
    expect(await waited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })).toBe(6000);
    expect(await waited({ 'ratelimit-remaining': '0', 'ratelimit-reset': reset })).toBe(6000);
    expect(await waited({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset })).toBe(2000);
    expect(await waited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' })).toBe(2000);
  });

  test('says nothing of the token, and is one line of at most 200 characters', async () => {
    expect(await called([answered(401, 'no token s3cret here, s3cret')], {}, { secret: 's3cret' })).toEqual([
      'denied 401: Asking: 401 no token •••• here, ••••.',
      1,
      0,
    ]);
    const [result] = await called([answered(401, 'word '.repeat(100))]);
    expect(String(result)).toMatch(/^denied 401: Asking: 401 (?:word )+…\.$/);
    expect(String(result).length).toBeLessThan(230);
  });
});

describe('calls within their time', () => {
  test('write no faster than the forge takes them', async () => {
    const clock = new CountingClock();
    const patience = new Patience(clock, 60_000, { pace: { burst: 2, interval: 1000 } });
    const write = { what: 'Writing', isRepeatable: true, isWrite: true, make: async () => 'done' };
    const times: number[] = [];
    for (let at = 0; at < 4; at++) {
      await patience.call(write);
      times.push(clock.time);
    }
    await patience.call({ ...write, isWrite: false });
    expect([...times, clock.time]).toEqual([0, 0, 1000, 2000, 2000]);
    clock.time += 10_000;
    const before = clock.time;
    for (let at = 0; at < 3; at++) await patience.call(write);
    expect(clock.time - before).toBe(1000);
  });

  test('are given up when it is over, one after 15 seconds and all together', async () => {
    const clock = new CountingClock();
    const patience = new Patience(clock, 20_000, { purpose: 'asking' });
    const hang = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        clock.stall();
      });
    const call = { what: 'Asking', isRepeatable: false, isWrite: false, make: hang };
    const failed = async (more: object = {}) => {
      const error: unknown = await patience.call({ ...call, ...more }).catch((thrown: unknown) => thrown);
      return [String(error), clock.time];
    };
    expect(await failed()).toEqual(['ApiFailure: Asking: no answer (The time is over).', 15_000]);
    expect(await failed({ timeout: 2_000 })).toEqual(['ApiFailure: Asking: no answer (The time is over).', 17_000]);
    expect(await failed()).toEqual(['ApiFailure: Asking: the time for asking is over.', 20_000]);
    await expect(patience.wait(1)).rejects.toThrow(
      'Waiting for the forge. Trying again in 1 s would take longer than asking may.',
    );
  });

  test('wait where the forge is waited for', async () => {
    const clock = new CountingClock();
    await new Patience(clock, 2000).wait(1999);
    expect(clock.time).toBe(1999);
    await expect(new Patience(clock, 2000).wait(2000)).rejects.toThrow('longer than publishing may');
  });
});
