import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import type { Delivery } from '../../src/host/forge/account.ts';
import { Patience } from '../../src/host/forge/patience.ts';
import { publishOnRequest } from '../../src/host/github/github-publish.ts';
import { readMarker, shortFingerprint } from '../../src/publish/marker.ts';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { finding } from '../report/sample-report.ts';
import { runs, some } from '../thorough.ts';
import { CountingClock } from './clocks.ts';
import { type Fault, GithubDouble } from './github-double/double.ts';
import { planWith } from './github-double/plan-with.ts';

const token = 'ghs_faults';
const text = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}\n`).join('');
const before = { 'a.yaml': text(30, 'a'), 'b.yaml': text(30, 'b') };
const after = {
  'a.yaml': before['a.yaml'].replace('a 7\n', 'changed\n'),
  'b.yaml': before['b.yaml'],
  'c.yaml': text(9, 'c'),
};

const repository = TemporaryRepository.create();
for (const [path, content] of Object.entries(before)) repository.write(path, content);
const base = repository.commit('Begin');
for (const [path, content] of Object.entries(after)) repository.write(path, content);
const head = repository.commit('Change');
afterAll(removeTemporary);

const at = (file: string, line: number): Partial<Finding> => ({ position: { file, line, column: 1 } });
const findings = [
  finding('rbac-widened', 'critical', { message: 'One.', ...at('a.yaml', 7) }),
  finding('rbac-widened', 'high', { message: 'Two.', ...at('c.yaml', 3) }),
  finding('plaintext-secret', 'high', { message: 'Three.', ...at('c.yaml', 5) }),
  finding('rbac-widened', 'medium', { message: 'Four, far from what changes.', ...at('a.yaml', 25) }),
  finding('unsigned-commit', 'low', { message: 'Five, of no line.', commit: head }),
];

/** As long as publishing may take, in milliseconds. */
const limit = 60_000;

let double: GithubDouble;
let apiUrl: string;
const doubles: GithubDouble[] = [];
beforeEach(async () => {
  double = new GithubDouble(repository, base, head, { token });
  apiUrl = await double.listen();
  doubles.push(double);
});
afterAll(() => Promise.all(doubles.map((each) => each.close())));

async function publish(found: readonly Finding[] = findings): Promise<Delivery & { readonly waited: number }> {
  const clock = new CountingClock();
  double.onStall = clock.stall;
  const target = { apiUrl, repository: 'shop/clusters', number: 2, token, head };
  const delivery = await publishOnRequest(target, planWith(found, { base: before, head: after }), clock);
  return { ...delivery, waited: clock.time };
}

const openThreads = () =>
  double.state.threads.filter(({ comments }) => {
    const marker = readMarker(comments[0]?.body ?? '');
    return marker?.kind === 'finding' && marker.state === 'open';
  });

/** Findings that are commented on, each as often as it is. */
function commentedOn(): string[] {
  return openThreads().flatMap(({ comments }) => {
    const marker = readMarker(comments[0]?.body ?? '');
    return marker?.kind === 'finding' ? marker.findings : [];
  });
}

/** What a delivery says is shown is shown; what it does not say is for annotations. */
function expectHonest({ onDiff, hasSummary, problems }: Delivery): void {
  const there = new Set(commentedOn());
  for (const { fingerprint } of onDiff) expect(there).toContain(shortFingerprint(fingerprint));
  if (hasSummary) {
    const [note] = double.state.notes;
    for (const { fingerprint } of findings) expect(note?.body).toContain(fingerprint.slice(0, 12));
  }
  expect(problems.join()).not.toContain(token);
  expect(double.wrong).toEqual([]);
}

/** Findings whose places were refused for good on this commit, as the summary remembers them. */
function remembered(): readonly string[] {
  const marker = readMarker(double.state.notes[0]?.body ?? '');
  return marker?.kind === 'summary' ? marker.refused : [];
}

/** Once the faults are over all is shown, and nothing is written any more. Places that were refused are not tried again, and each run says so. */
async function expectSettled(): Promise<void> {
  double.faults = [];
  const wanted = findings.slice(0, 4).map(({ fingerprint }) => shortFingerprint(fingerprint));
  for (const _ of [1, 2, 3]) {
    double.take();
    const delivery = await publish();
    const refused = remembered();
    expect(delivery.state).toBe(refused.length === 0 ? 'published' : 'partial');
    expectHonest(delivery);
    expect([...commentedOn(), ...refused].sort()).toEqual(wanted.toSorted());
    expect(double.state.notes).toHaveLength(1);
  }
  expect(double.take()).toEqual(['query Written']);
}

const routes: readonly (readonly [string, RegExp])[] = [
  ['reading', /^query/],
  ['the summary', /issues\/\{issue_number\}\/comments$/],
  ['the review', /reviews$/],
  ['a comment on a file', /^POST .*pulls\/\{pull_number\}\/comments$/],
];

/** What GraphQL answers where it could not find out all: nothing of it may be taken for an empty request. */
const answerWith = (list: unknown) => ({
  data: {
    viewer: { login: 'github-actions[bot]' },
    repository: { pullRequest: { headRefOid: head, reviewThreads: list, comments: list } },
  },
});
const part = answerWith(null);
const cut = answerWith({ nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });

const soon = String(Math.floor(Date.now() / 1000) + 5);
const faults: readonly (readonly [string, Fault])[] = [
  ['401', { status: 401, body: { message: 'Bad credentials' } }],
  ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }],
  ['401, and the token in the answer', { status: 401, body: { message: `no such token: ${token}` } }],
  ['404', { status: 404, body: { message: 'Not Found' } }],
  // Followed, it would be asked for here, where there is no such route.
  ['301', { status: 301, headers: { location: '/elsewhere' }, body: '' }],
  ['307', { status: 307, headers: { location: '/elsewhere' }, body: '' }],
  ['410', { status: 410, body: { message: 'Gone' } }],
  ['422', { status: 422, body: { message: 'Validation Failed' } }],
  ['422, submitted too quickly, once', { status: 422, times: 1, body: { message: 'was submitted too quickly' } }],
  ['429 once, Retry-After', { status: 429, times: 1, headers: { 'retry-after': '2' } }],
  ['429 for ever', { status: 429 }],
  ['429, Retry-After of an hour', { status: 429, headers: { 'retry-after': '3600' } }],
  [
    '429, Retry-After as a date',
    { status: 429, times: 1, headers: { 'retry-after': new Date(Date.now() + 3000).toUTCString() } },
  ],
  ['429, Retry-After that is nonsense', { status: 429, times: 2, headers: { 'retry-after': 'soon' } }],
  [
    'a secondary limit, Retry-After',
    {
      status: 403,
      times: 2,
      headers: { 'retry-after': '1' },
      body: { message: 'You have exceeded a secondary rate limit' },
    },
  ],
  [
    'a secondary limit, no Retry-After',
    { status: 403, times: 2, body: { message: 'You have exceeded a secondary rate limit. Please wait.' } },
  ],
  ['a secondary limit for ever', { status: 403, body: { message: 'You have triggered an abuse detection mechanism' } }],
  [
    'the hour’s limit, over soon',
    {
      status: 403,
      times: 1,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon },
      body: { message: 'API rate limit exceeded' },
    },
  ],
  [
    'the hour’s limit',
    {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' },
      body: { message: 'API rate limit exceeded' },
    },
  ],
  ['a burst of 500', { status: 500, times: 3 }],
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
  ['wrong JSON', { body: '{"data": {', times: 1 }],
  ['wrong JSON for ever', { body: '{"data": {' }],
  ['other JSON', { body: [1, 2, 3] }],
  ['null', { body: 'null' }],
  ['an empty answer', { body: '' }],
  ['data in part, with errors', { body: { ...part, errors: [{ message: 'Something went wrong' }] }, times: 2 }],
  ['data in part, with errors, for ever', { body: { ...part, errors: [{ message: 'Something went wrong' }] } }],
  ['lists that are null', { body: part }],
  ['more pages without a cursor', { body: cut }],
];

/** Seen only where something is created, which is read again: GitHub is believed that it changed what is there. */
const lies: typeof faults = [
  ['201, and nothing is written', { status: 201, body: { id: 1 } }],
  ['204, and nothing is written, once', { status: 204, body: '', times: 1 }],
];

describe.each(routes.map((each, row) => [...each, row] as const))('when %s goes wrong', (_, route, row) => {
  test.each([...some(faults, 3, row), ...lies])('%s', async (name, fault) => {
    double.faults = [{ route, ...fault }];
    const delivery = await publish();
    expectHonest(delivery);
    expect(delivery.waited).toBeLessThanOrEqual(limit);
    expect(double.seen.length).toBeLessThan(60);
    if (delivery.state !== 'published') expect(delivery.problems.length).toBeGreaterThan(0);
    await expectSettled();
    // Only GitHub's word that a place is invalid is final.
    if (name !== '422') expect(remembered()).toEqual([]);
  });
});

describe('what GraphQL says', () => {
  const limited = { message: 'API rate limit exceeded for installation.', type: 'RATE_LIMITED' };
  const answer = { route: /^query/, body: { data: null, errors: [limited] } };

  test('of a limit that lasts longer than the run ends it at once', async () => {
    double.faults = [{ ...answer, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' } }];
    const { state, problems, waited } = await publish();
    expect([state, waited, double.seen.length]).toEqual(['failed', 0, 1]);
    expect(problems).toEqual([expect.stringContaining(`429 ${limited.message}`)]);
  });

  test('is waited for as long as it asks', async () => {
    double.faults = [{ ...answer, times: 1, headers: { 'retry-after': '7' } }];
    const { state, waited } = await publish();
    expect([state, waited]).toEqual(['published', 7000]);
  });

  test.each([
    ['no JSON', 'All fine.', 'an answer without login.'],
    ['of another kind', { data: { viewer: { login: 'me' }, repository: null } }, 'an answer without pullRequest.'],
  ])('that is %s is no missing answer', async (_, body, said) => {
    double.faults = [{ route: /^query/, body }];
    expect((await publish()).problems).toEqual([`Reading the pull request: ${said}`]);
  });
});

test('what was written and is listed late is waited for, and not written again', async () => {
  let reads = 0;
  const { state } = double;
  double.faults = [{ route: /^query/, happening: () => (reads += 1) }];
  state.order = (list) => (reads < 4 ? [] : list);
  const delivery = await publish();
  expect([delivery.state, delivery.written]).toEqual(['published', 3]);
  expect([state.notes.length, state.threads.length, reads]).toEqual([1, 4, 4]);
  expectHonest(delivery);
});

describe('changing what is there goes wrong', () => {
  const changes: readonly (readonly [string, RegExp])[] = [
    ['the summary', /^PATCH .*issues/],
    ['a comment', /^PATCH .*pulls/],
    ['folding', /^mutation/],
  ];
  describe.each(changes.map((each, row) => [...each, row] as const))('%s', (_, route, row) => {
    test.each(some(faults, 3, row))('%s', async (_, fault) => {
      await publish();
      double.faults = [{ route, ...fault }];
      const fixed = await publish(findings.slice(1));
      expect(fixed.waited).toBeLessThanOrEqual(limit);
      expect(double.seen.length).toBeLessThan(70);
      expect(fixed.hasSummary).toBe(double.state.notes[0]?.body.includes('One.') === false);
      double.faults = [];
      await publish(findings.slice(1));
      expect(openThreads()).toHaveLength(3);
      await expectSettled();
    });
  });
});

test('any faults in any order: honest while they last, settled once they are over', async () => {
  const any = fc.array(fc.option(fc.constantFrom(...faults.map(([, fault]) => fault)), { nil: undefined, freq: 2 }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(any, any, async (first, second) => {
      double.state.threads.splice(0);
      double.state.notes.splice(0);
      for (const sequence of [first, second]) {
        double.faults = sequence.flatMap((fault, index) =>
          fault === undefined ? [] : [{ ...fault, after: index, times: 1 }],
        );
        const delivery = await publish();
        expectHonest(delivery);
        expect(delivery.waited).toBeLessThanOrEqual(limit);
      }
      await expectSettled();
    }),
    { numRuns: runs(40) },
  );
});

describe('the throttle', () => {
  test('after a burst of twenty writes one goes out a second', async () => {
    const clock = new CountingClock();
    const patience = new Patience(clock, limit);
    const times: number[] = [];
    for (let index = 0; index < 40; index++) {
      await patience.call({
        what: 'Writing',
        isWrite: true,
        isRepeatable: false,
        make: () => Promise.resolve(times.push(clock.time)),
      });
    }
    expect(times.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(times.slice(20)).toEqual(Array.from({ length: 20 }, (_, index) => (index + 1) * 1000));
  });

  test('a wait that would outlast the run is not begun', async () => {
    const clock = new CountingClock();
    const patience = new Patience(clock, 10_000);
    const call = () =>
      patience.call({ what: 'Writing', isWrite: true, isRepeatable: false, make: () => Promise.resolve() });
    for (let index = 0; index < 29; index++) await call();
    await expect(call()).rejects.toMatchObject({ kind: 'over' });
    expect(clock.time).toBeLessThan(10_000);
  });
});
