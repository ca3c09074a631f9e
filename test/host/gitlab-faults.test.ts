import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import { Patience } from '../../src/host/forge/patience.ts';
import { shortFingerprint } from '../../src/publish/marker.ts';
import { removeTemporary } from '../git/temporary-repository.ts';
import { finding } from '../report/sample-report.ts';
import { runs, some } from '../thorough.ts';
import { CountingClock } from './clocks.ts';
import type { Fault } from './github-double/double.ts';
import { MergeRequest, type Publishing, token } from './gitlab-double/requests.ts';

const text = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}\n`).join('');
const before = { 'a.yaml': text(30, 'a'), 'b.yaml': text(30, 'b') };
const after = {
  'a.yaml': before['a.yaml'].replace('a 7\n', 'changed\n'),
  'b.yaml': before['b.yaml'],
  'c.yaml': text(9, 'c'),
};
const at = (file: string, line: number): Partial<Finding> => ({ position: { file, line, column: 1 } });
const findings = [
  finding('rbac-widened', 'critical', { message: 'One.', ...at('a.yaml', 7) }),
  finding('rbac-widened', 'high', { message: 'Two.', ...at('c.yaml', 3) }),
  finding('plaintext-secret', 'high', { message: 'Three.', ...at('c.yaml', 5) }),
  finding('rbac-widened', 'medium', { message: 'Four, far from what changes.', ...at('a.yaml', 25) }),
  finding('unsigned-commit', 'low', { message: 'Five, of no line.' }),
];

/** As long as publishing may take, in milliseconds. */
const limit = 60_000;

let request: MergeRequest;
const requests: MergeRequest[] = [];
beforeEach(async () => {
  request = await MergeRequest.open(before, after);
  requests.push(request);
});
afterAll(async () => {
  await Promise.all(requests.map(({ double }) => double.close()));
  removeTemporary();
});

/** What a delivery says is shown is shown; what it does not say is for the log. */
function expectHonest({ onDiff, hasSummary, problems, state, waited }: Publishing): void {
  const there = new Set(request.commentedOn);
  for (const { fingerprint } of onDiff) expect(there).toContain(shortFingerprint(fingerprint));
  if (hasSummary) {
    const body = request.double.state.conversation[0]?.notes[0]?.body;
    for (const { fingerprint } of findings) expect(body).toContain(fingerprint.slice(0, 12));
  }
  if (state !== 'published') expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) expect(problem).not.toMatch(/[\n\r]/);
  expect(problems.join()).not.toContain(token);
  expect(waited).toBeLessThanOrEqual(limit);
  expect(request.double.wrong).toEqual([]);
}

async function expectSettled(): Promise<void> {
  const { double } = request;
  double.faults = [];
  const wanted = findings.slice(0, 4).map(({ fingerprint }) => shortFingerprint(fingerprint));
  for (const _ of [1, 2, 3]) {
    double.take();
    const delivery = await request.publish(findings);
    expect(delivery.state).toBe('published');
    expectHonest(delivery);
    expect(request.commentedOn.sort()).toEqual(wanted.toSorted());
    expect(double.state.conversation).toHaveLength(1);
  }
  expect(double.take()).toEqual(['GET /user', 'GET …', 'GET …/versions', 'GET …/discussions']);
}

const soon = String(Math.floor(Date.now() / 1000) + 5);
const faults: readonly (readonly [string, Fault])[] = [
  ['401', { status: 401, body: { message: '401 Unauthorized' } }],
  ['401, and the token in the answer', { status: 401, body: { message: `401 no such token: ${token}` } }],
  ['403', { status: 403, body: { message: '403 Forbidden' } }],
  ['403, the scope', { status: 403, body: { error: 'insufficient_scope', error_description: 'needs api' } }],
  ['404', { status: 404, body: { message: '404 Project Not Found' } }],
  ['409', { status: 409, times: 2, body: { message: '409 Conflict' } }],
  ['409 for ever', { status: 409, body: { message: '409 Conflict' } }],
  ['410', { status: 410, body: { message: '410 Gone' } }],
  ['400', { status: 400, body: { message: '400 Bad request - Note {:line_code=>["can\'t be blank"]}' } }],
  ['422', { status: 422, body: { message: { base: ['is wrong'] } } }],
  ['302 to another host', { status: 302, headers: { location: 'http://localhost:9/api/v4/user?private_token=x' } }],
  ['429 once, Retry-After', { status: 429, times: 1, headers: { 'retry-after': '2' } }],
  ['429 for ever, a page of text', { status: 429, body: 'Retry later' }],
  ['429, Retry-After of an hour', { status: 429, headers: { 'retry-after': '3600' } }],
  [
    '429, Retry-After as a date',
    { status: 429, times: 1, headers: { 'retry-after': new Date(Date.now() + 3000).toUTCString() } },
  ],
  ['429, Retry-After that is nonsense', { status: 429, times: 2, headers: { 'retry-after': 'soon' } }],
  ['429 of notes, without a hint', { status: 429, times: 2, body: { message: { error: 'requested too many times' } } }],
  ['429, over soon', { status: 429, times: 1, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': soon } }],
  ['a burst of 500', { status: 500, times: 3, body: { message: '500 Internal Server Error' } }],
  ['500, done all the same', { status: 500, times: 1, isDone: true }],
  ['502 for ever, a page of HTML', { status: 502, body: '<html>Bad gateway</html>' }],
  ['503, done all the same', { status: 503, times: 1, isDone: true }],
  ['504, done all the same, for ever', { status: 504, isDone: true }],
  ['cut before', { cut: 'before', times: 2 }],
  ['cut before, for ever', { cut: 'before' }],
  ['cut after', { cut: 'after', times: 1 }],
  ['cut after, for ever', { cut: 'after' }],
  ['no answer', { stall: 'before', times: 1 }],
  ['no answer for ever', { stall: 'before' }],
  ['a body that never ends', { stall: 'body', times: 1 }],
  ['a body that never ends, for ever', { stall: 'body' }],
  ['wrong JSON', { body: '[{"id": ', times: 1 }],
  ['wrong JSON for ever', { body: '[{"id": ' }],
  ['other JSON', { body: [1, 2, 3] }],
  ['null', { body: 'null' }],
  ['an empty answer', { body: '' }],
];

const routes: readonly (readonly [string, RegExp])[] = [
  ['asking who it is', /^GET \/user/],
  ['reading the request or its versions', /^GET …(?:\/versions)?$/],
  ['reading the discussions', /^GET …\/discussions/],
  ['all about drafts', /draft_notes/],
  ['publishing drafts', /bulk_publish/],
  ['all writing', /^(?:POST|PUT|DELETE)/],
];

describe.each(routes.map((each, row) => [...each, row] as const))('when %s goes wrong', (_, route, row) => {
  test.each(some(faults, 3, row))('%s', async (_, fault) => {
    request.double.faults = [{ route, ...fault }];
    const delivery = await request.publish(findings);
    expectHonest(delivery);
    expect(request.double.seen.length).toBeLessThan(100);
    await expectSettled();
  });
});

describe('changing what is there goes wrong', () => {
  const changes: readonly (readonly [string, RegExp])[] = [
    ['the summary', /^PUT …\/notes/],
    ['a note', /^PUT …\/discussions\/:discussion_id\/notes/],
    ['resolving', /^PUT …\/discussions\/:discussion_id$/],
  ];
  describe.each(changes.map((each, row) => [...each, row] as const))('%s', (_, route, row) => {
    test.each(some(faults, 3, row))('%s', async (_, fault) => {
      await request.publish(findings);
      request.double.faults = [{ route, ...fault }];
      const fixed = await request.publish(findings.slice(1));
      expect(fixed.waited).toBeLessThanOrEqual(limit);
      expect(request.double.seen.length).toBeLessThan(80);
      if (fixed.hasSummary) expect(request.double.state.conversation[0]?.notes[0]?.body).not.toContain('One.');
      request.double.faults = [];
      await request.publish(findings.slice(1));
      expect(request.openThreads).toHaveLength(3);
      await expectSettled();
    });
  });
});

test('any faults in any order: honest while they last, settled once they are over', async () => {
  const any = fc.array(fc.option(fc.constantFrom(...faults.map(([, fault]) => fault)), { nil: undefined, freq: 3 }), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(any, any, async (first, second) => {
      const { double } = request;
      double.state.discussions.splice(0);
      double.state.drafts.splice(0);
      for (const sequence of [first, second]) {
        double.faults = sequence.flatMap((fault, index) =>
          fault === undefined ? [] : [{ ...fault, after: index, times: 1 }],
        );
        expectHonest(await request.publish(findings));
      }
      await expectSettled();
    }),
    { numRuns: runs(40) },
  );
});

test('at most sixty notes a minute, whatever there is to write', async () => {
  const clock = new CountingClock();
  const patience = new Patience(clock, 600_000, { pace: { burst: 20, interval: 1500 } });
  const times: number[] = [];
  const call = () =>
    patience.call({
      what: 'Writing',
      isWrite: true,
      isRepeatable: false,
      make: () => Promise.resolve(times.push(clock.time)),
    });
  for (let index = 0; index < 100; index++) await call();
  for (const start of times) {
    expect(times.filter((time) => time >= start && time < start + 60_000).length).toBeLessThanOrEqual(60);
  }
});
