import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { unsealed } from '../../src/host/gitlab/api/note-text.ts';
import { readMarker, shortFingerprint } from '../../src/publish/marker.ts';
import { removeTemporary } from '../git/temporary-repository.ts';
import { finding } from '../report/sample-report.ts';
import { author, bot, reviewer } from './gitlab-double/merge-request-state.ts';
import { MergeRequest } from './gitlab-double/requests.ts';

const text = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}\n`).join('');
const before = { 'a.yaml': text(40, 'a'), 'b.yaml': text(30, 'b') };
const after = {
  'a.yaml': before['a.yaml'].replace('a 7\n', 'changed\n'),
  'b.yaml': before['b.yaml'],
  'c.yaml': text(9, 'c'),
};
const at = (file: string, line: number): Partial<Finding> => ({ position: { file, line, column: 1 } });
const one = finding('rbac-widened', 'critical', { message: 'One.', ...at('a.yaml', 7) });
const two = finding('plaintext-secret', 'high', { message: 'Two.', ...at('c.yaml', 3) });
const onCommit = finding('unsigned-commit', 'low', { message: 'Three, of no line.' });
const all = [one, two, onCommit];

const opened: MergeRequest[] = [];
async function open(options: Parameters<typeof MergeRequest.open>[2] = {}): Promise<MergeRequest> {
  const request = await MergeRequest.open(before, after, options);
  opened.push(request);
  return request;
}
afterEach(async () => {
  const requests = opened.splice(0);
  await Promise.all(requests.map(({ double }) => double.close()));
  for (const { double } of requests) {
    expect(double.wrong).toEqual([]);
    expect(double.state.quickActions).toEqual([]);
  }
});
afterAll(removeTemporary);

const reading = ['GET …', 'GET …/versions', 'GET …/discussions'];
const bodies = (request: MergeRequest) =>
  request.double.state.threads.map(({ notes }) => notes.map(({ body }) => body));

describe('a request with findings', () => {
  test('has threads on its lines and one summary in one review; a second and third run change nothing', async () => {
    const request = await open();
    const { double } = request;
    const first = await request.publish(all);
    expect([first.state, first.problems]).toEqual(['published', []]);
    expect(double.take()).toEqual([
      ...['GET /user', ...reading, 'GET …/draft_notes'],
      ...['POST …/draft_notes', 'POST …/draft_notes', 'GET …', 'GET …/draft_notes', 'POST …/draft_notes/bulk_publish'],
      ...reading,
    ]);
    expect(double.state.mails).toEqual(['review']);
    expect(
      double.state.threads.map(({ position }) => [position?.new_path, position?.new_line, position?.old_line]),
    ).toEqual([
      ['a.yaml', 7, null],
      ['c.yaml', 3, null],
    ]);
    expect(double.state.conversation.map(({ notes }) => notes[0]?.author)).toEqual([bot]);
    for (const _ of [2, 3]) {
      const again = await request.publish(all);
      expect([again.state, again.hasSummary, again.onDiff.size]).toEqual(['published', true, 2]);
      expect(double.take()).toEqual(['GET /user', ...reading]);
    }
    expect(double.state.mails).toEqual(['review']);
  });

  test('with one finding and a summary is one review as well; a thread more is by itself', async () => {
    const request = await open();
    await request.publish([one]);
    expect(request.double.state.mails).toEqual(['review']);
    await request.publish([one, two]);
    expect(request.double.state.mails).toEqual(['review', 'note']);
    expect(request.double.state.threads).toHaveLength(2);
  });

  test('is followed: resolved when fixed, reopened when back', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all);
    await request.publish([two, onCommit]);
    const [thread] = state.threads;
    expect([thread?.notes[0]?.body.includes('✅ **Fixed**'), thread?.notes[0]?.resolvedBy]).toEqual([true, bot]);
    await request.publish(all);
    expect([thread?.notes[0]?.body.includes('🔁 **Back**'), thread?.notes[0]?.resolvedBy]).toEqual([true, undefined]);
    expect(state.threads).toHaveLength(2);
    expect(state.conversation).toHaveLength(1);
    request.double.take();
    await request.publish(all);
    expect(request.double.take()).toEqual(['GET /user', ...reading]);
  });

  test('is followed from push to push: threads go with their lines, and start again where these are gone', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all);
    const moved = `above\n${after['a.yaml']}`;
    request.push({ ...after, 'a.yaml': moved });
    await request.publish([{ ...one, ...at('a.yaml', 8) }, two, onCommit]);
    expect(state.threads).toHaveLength(2);
    request.push({ ...after, 'a.yaml': moved.replace('changed', 'changed again') });
    const again = await request.publish([{ ...one, ...at('a.yaml', 8) }, two, onCommit]);
    expect([again.state, again.onDiff.size]).toEqual(['published', 2]);
    expect(request.commentedOn.sort()).toEqual(
      [one, two].map(({ fingerprint }) => shortFingerprint(fingerprint)).sort(),
    );
    expect(bodies(request).filter(([body]) => body?.includes('↪️ **Moved**'))).toHaveLength(1);
  });

  test('that becomes clean says so in the same summary; one that always was has none', async () => {
    const request = await open();
    await request.publish([]);
    expect(request.double.state.discussions).toEqual([]);
    await request.publish([], { summary: 'always' });
    await request.publish(all);
    await request.publish([]);
    expect(
      request.double.state.conversation.map(({ notes }) => notes[0]?.body.includes('✅ gitops-gate: passed')),
    ).toEqual([true]);
  });
});

describe('a run that ends without a verdict', () => {
  test('says so in the summary that is there, and leaves threads as they are; where there is none it writes none', async () => {
    const request = await open();
    await request.withdraw('Nothing was compared.');
    expect(request.double.state.discussions).toEqual([]);
    await request.publish(all);
    const threads = bodies(request);
    await request.withdraw('Nothing was compared.');
    const summary = request.double.state.conversation[0]?.notes[0]?.body;
    expect([summary?.includes('was not judged'), summary?.includes('Nothing was compared.')]).toEqual([true, true]);
    expect(bodies(request)).toEqual(threads);
    await request.publish(all);
    expect(request.double.state.conversation.map(({ notes }) => notes[0]?.body.includes('blocked'))).toEqual([true]);
  });
});

describe('people', () => {
  test('who answered, resolved and edited keep their words', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all);
    const [first, second] = state.threads;
    if (!first?.notes[0] || !second?.notes[0]) throw new Error('two threads are needed');
    state.answer(first, reviewer, 'This one is meant.');
    second.notes[0].resolvedBy = author;
    const said = first.notes.map(({ body }) => body);
    await request.publish([onCommit]);
    expect(first.notes.map(({ body }) => body).slice(0, 2)).toEqual(said);
    expect(first.notes).toHaveLength(3);
    expect(second.notes[0].resolvedBy).toBe(author);
    await request.publish(all);
    expect(first.notes).toHaveLength(4);
    expect(second.notes[0].resolvedBy).toBe(author);
    request.double.take();
    await request.publish(all);
    expect(request.double.take()).toEqual(['GET /user', ...reading]);
  });

  test('who resolved a thread of an account of their own: it stays resolved', async () => {
    const request = await open({ account: reviewer });
    await request.publish(all);
    const [note] = request.double.state.threads[0]?.notes ?? [];
    if (note === undefined) throw new Error('a thread is needed');
    note.resolvedBy = reviewer;
    await request.publish(all);
    expect(note.resolvedBy).toBe(reviewer);
    expect(request.double.state.threads).toHaveLength(2);
  });

  test('who changed a note’s text: it is theirs now', async () => {
    const request = await open();
    await request.publish(all);
    const [note] = request.double.state.threads[0]?.notes ?? [];
    const summary = request.double.state.conversation[0]?.notes[0];
    if (note === undefined || summary === undefined) throw new Error('a thread and a summary are needed');
    const mine = note.body.replace('One.', 'One, says Rosa.');
    note.body = mine;
    summary.body = summary.body.replace('gitops-gate', 'the gate');
    await request.publish([two, onCommit]);
    expect(note.body).toBe(mine);
    expect(summary.body).toContain('the gate');
    expect(request.double.state.conversation).toHaveLength(2);
  });

  test('who copy our marker are not taken for us', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all);
    const copies = state.discussions.splice(0).map(({ notes }) => notes[0]?.body ?? '');
    for (const body of copies) state.begin(author, 'a.yaml', 7, body);
    state.say(author, copies.at(-1)?.replace('❌', '✅') ?? '');
    const theirs = structuredClone(state.discussions);
    await request.publish(all);
    expect(state.discussions.slice(0, 4)).toEqual(theirs);
    expect(state.discussions.length).toBe(7);
  });

  test('answer to the summary: it is still edited, and never removed', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all);
    const [summary] = state.conversation;
    if (summary === undefined) throw new Error('a summary is needed');
    state.answer(summary, author, 'Looking into it.');
    await request.publish([]);
    expect(summary.notes.map(({ author }) => author)).toEqual([bot, author]);
    expect(summary.notes[0]?.body).toContain('passed');
  });
});

describe('drafts', () => {
  test('that a person began are never published: all goes one by one', async () => {
    const request = await open({ account: reviewer });
    const { state } = request.double;
    state.draft(reviewer, 'Not ready yet');
    const delivery = await request.publish(all);
    expect(delivery.state).toBe('published');
    expect(state.drafts.map(({ note }) => note)).toEqual(['Not ready yet']);
    expect([state.threads.length, state.conversation.length]).toEqual([2, 1]);
    expect(request.double.take()).not.toContain('POST …/draft_notes/bulk_publish');
  });

  test('that a person begins meanwhile are not published either', async () => {
    const request = await open({ account: reviewer });
    const { state } = request.double;
    request.double.faults = [
      { route: /^POST …\/draft_notes$/, times: 1, happening: () => state.draft(reviewer, 'Just begun') },
    ];
    await request.publish(all);
    expect(state.drafts.map(({ note }) => note)).toEqual(['Just begun']);
    expect([state.threads.length, state.conversation.length]).toEqual([2, 1]);
  });

  test.each([
    ['lost', { cut: 'after' }],
    ['an error although it was done', { status: 502, isDone: true }],
    ['never given', { stall: 'before' }],
  ] as const)('whose answer is %s are made again, and published once: one e-mail', async (_, fault) => {
    const request = await open();
    const { state } = request.double;
    request.double.faults = [{ route: /^POST …\/draft_notes$/, times: 2, ...fault }];
    const delivery = await request.publish(all);
    expect([delivery.state, delivery.problems]).toEqual(['published', []]);
    expect([state.mails, state.drafts, state.threads.length]).toEqual([['review'], [], 2]);
  });

  test('take their time to be published', async () => {
    const request = await open();
    request.double.faults = [{ route: /bulk_publish/, stall: 'before', times: 1 }];
    expect((await request.publish(all)).waited).toBeGreaterThan(30_000);
  });

  test('that an earlier run left are removed; those of another gate are left alone', async () => {
    const request = await open();
    const { state } = request.double;
    request.double.faults = [
      { route: /bulk_publish/, status: 500 },
      { route: /^DELETE/, status: 403 },
    ];
    await request.publish(all);
    expect(state.drafts).toHaveLength(2);
    request.double.faults = [];
    const mine = state.drafts.map(({ note }) => note);
    state.discussions.splice(0);
    await request.publish(all, { name: 'other' });
    expect(state.drafts.map(({ note }) => note)).toEqual(mine);
    await request.publish(all);
    expect(state.drafts).toEqual([]);
    expect(state.threads).toHaveLength(4);
  });

  test('are not there in old versions: threads one by one', async () => {
    const request = await open({ drafts: false, reviewNotes: false });
    expect((await request.publish(all)).state).toBe('published');
    expect([request.double.state.threads.length, request.double.state.conversation.length]).toEqual([2, 1]);
  });

  test('are published without the note where GitLab does not take one: the summary follows', async () => {
    const request = await open({ reviewNotes: false });
    const delivery = await request.publish(all);
    expect([delivery.state, delivery.hasSummary]).toEqual(['published', true]);
    expect(request.double.state.mails).toEqual(['review', 'note']);
    expect(request.double.state.conversation).toHaveLength(1);
  });

  test('whose lines GitLab does not have are lost without a word: each is then asked about by itself', async () => {
    const request = await open();
    // The product takes the unchanged line 30 for a changed one.
    const wrong = { ...before, 'a.yaml': before['a.yaml'].replace('a 30\n', 'other\n') };
    const { reviewDiff } = await import('../publish/model-forge.ts');
    const elsewhere = finding('rbac-widened', 'high', { message: 'Elsewhere.', ...at('a.yaml', 30) });
    const delivery = await request.publish([...all, elsewhere], { diff: reviewDiff(wrong, after) });
    expect(delivery.state).toBe('partial');
    expect(delivery.problems.join()).toContain(
      'GitLab refuses comments on a.yaml:30: its file has the comment instead.',
    );
    expect(delivery.onDiff.size).toBe(3);
    expect(request.commentedOn).toHaveLength(3);
    const again = await request.publish([...all, elsewhere], { diff: reviewDiff(wrong, after) });
    expect(again.state).toBe('published');
    expect(request.double.state.threads).toHaveLength(3);
  });
});

describe('what comes between', () => {
  test('two runs at once leave one of everything', async () => {
    const request = await open();
    await Promise.all([request.publish(all), request.publish(all)]);
    await request.publish(all);
    expect([request.openThreads.length, request.double.state.conversation.length]).toEqual([2, 1]);
  });

  test('a head that moved: nothing is published', async () => {
    const request = await open();
    const head = request.double.state.head;
    request.push({ ...after, 'b.yaml': 'moved\n' });
    const delivery = await request.publish(all, { head });
    expect([delivery.state, delivery.written]).toEqual(['outdated', 0]);
    expect(request.double.state.discussions).toEqual([]);
  });

  test('a head that moves while drafting: no draft is left, nothing is published', async () => {
    const request = await open();
    const { state } = request.double;
    const head = state.head;
    request.double.faults = [
      { route: /^POST …\/draft_notes$/, times: 1, happening: () => request.push({ ...after, 'b.yaml': 'moved\n' }) },
    ];
    const delivery = await request.publish(all, { head });
    expect(delivery.problems.join()).toContain('moved to');
    expect([state.drafts, state.discussions]).toEqual([[], []]);
  });

  test('a diff that GitLab is still making: it is waited for; one that it never makes leaves the summary', async () => {
    const request = await open();
    const { state } = request.double;
    state.isDiffMade = false;
    const delivery = await request.publish(all);
    expect([delivery.state, delivery.hasSummary, delivery.onDiff.size]).toEqual(['partial', true, 0]);
    expect(delivery.waited).toBeGreaterThan(1000);
    // Waited for once, and said once.
    expect(delivery.waited).toBeLessThan(20_000);
    expect(delivery.problems).toEqual([expect.stringContaining('GitLab has not made the diff of the head')]);
    state.isDiffMade = true;
    expect((await request.publish(all)).onDiff.size).toBe(2);
  });

  test('over three hundred discussions of people are read page by page, in any order', async () => {
    const request = await open();
    const { state } = request.double;
    for (let index = 0; index < 310; index++) state.say(author, `Note ${index}`);
    await request.publish(all);
    request.double.take();
    state.order = (list) => list.toReversed();
    await request.publish(all);
    expect(request.double.take()).toEqual(['GET /user', ...reading, ...Array(3).fill('GET …/discussions')]);
    expect(state.discussions).toHaveLength(313);
  });
});

describe('settings', () => {
  test('each name has its own; no comments on lines; no summary', async () => {
    const request = await open();
    const { state } = request.double;
    await request.publish(all, { name: 'prod' });
    await request.publish(all, { name: 'stage' });
    expect([state.threads.length, state.conversation.length]).toEqual([4, 2]);
    state.discussions.splice(0);
    await request.publish(all, { summary: 'off' });
    expect([state.threads.length, state.conversation.length]).toEqual([2, 0]);
    state.discussions.splice(0);
    await request.publish(all, { maxComments: 0 });
    expect([state.threads.length, state.conversation.length]).toEqual([0, 1]);
  });

  test('a suggestion replaces the lines it is about', async () => {
    const request = await open();
    const suggested = { ...two, endLine: 5, suggestion: 'better' };
    await request.publish([suggested, onCommit]);
    const [thread] = request.double.state.threads;
    expect(thread?.position).toMatchObject({ new_line: 5, line_range: { start: { type: 'new' } } });
    expect(thread?.notes[0]?.body).toContain('```suggestion:-2+0\nbetter\n```');
    request.double.take();
    await request.publish([suggested, onCommit]);
    expect(request.double.take()).toEqual(['GET /user', ...reading]);
  });
});

describe('a token that may not', () => {
  test('write: nothing is left but one line', async () => {
    const request = await open({ role: 'guest' });
    const delivery = await request.publish(all);
    expect([delivery.state, delivery.written]).toEqual(['denied', 0]);
    expect(delivery.problems).toEqual([expect.stringContaining('the role Reporter')]);
  });

  test.each([
    [
      401,
      { error: 'invalid_token', error_description: 'Token is expired.' },
      'invalid_token: Token is expired. GITOPS',
    ],
    [
      403,
      { error: 'insufficient_scope', scope: 'api' },
      '403 insufficient_scope. GITOPS_GATE_TOKEN lacks the scope api',
    ],
    [403, { message: '403 Forbidden' }, '403 Forbidden. The account of GITOPS_GATE_TOKEN needs the role Reporter'],
    [404, { message: '404 Project Not Found' }, '404 Project Not Found. The account of GITOPS_GATE_TOKEN does not see'],
    [302, {}, 'which is not followed. CI_API_V4_URL has to be where GitLab itself answers'],
  ])('be used at all: %i, %j has a fix of its own', async (status, body, line) => {
    const request = await open();
    request.double.faults = [{ status, body, headers: status === 302 ? { location: 'https://sso.example' } : {} }];
    const { state, problems } = await request.publish(all);
    expect([state, problems]).toEqual([status === 302 ? 'failed' : 'denied', [expect.stringContaining(line)]]);
  });

  test('see the project', async () => {
    const request = await open({ role: 'none' });
    expect(await request.publish(all)).toMatchObject({ state: 'denied', written: 0 });
    expect(request.double.take()).toEqual(['GET /user', 'GET …']);
  });

  test('resolve (Reporter): the text says it, and one line in the log', async () => {
    const request = await open({ role: 'reporter' });
    await request.publish(all);
    const delivery = await request.publish([onCommit]);
    expect(delivery.state).toBe('partial');
    expect(delivery.problems).toEqual([expect.stringContaining('with the role Developer')]);
    expect(
      bodies(request)
        .flat()
        .every((body) => body.includes('✅ **Fixed**')),
    ).toBe(true);
    expect((await request.publish([onCommit])).problems).toEqual([]);
  });

  test('write on a locked request; a merged one is written on', async () => {
    const locked = await open();
    locked.double.state.isLocked = true;
    expect((await locked.publish(all)).state).toBe('denied');
    const merged = await open();
    merged.double.state.state = 'merged';
    expect((await merged.publish(all)).state).toBe('published');
  });

  test('comment on a file as a whole (GitLab before 16.4): its findings are in the summary', async () => {
    const request = await open({ fileThreads: false });
    const far = finding('rbac-widened', 'high', { message: 'Far from what changes.', ...at('a.yaml', 30) });
    const delivery = await request.publish([...all, far]);
    expect([delivery.state, delivery.onDiff.size, delivery.hasSummary]).toEqual(['partial', 2, true]);
    expect(delivery.problems).toEqual([expect.stringContaining('GitLab refuses comments on a.yaml:')]);
    expect(request.double.state.conversation[0]?.notes[0]?.body).toContain('Far from what changes');
  });
});

describe('text', () => {
  test('no line is a quick action, in whatever block; a suggestion that would be changed is none', async () => {
    const request = await open();
    const hostile = { ...two, message: 'x', excerpt: '/close\n/label ~bug', suggestion: '/merge' } as Finding;
    await request.publish([hostile, onCommit]);
    const body = request.double.state.threads[0]?.notes[0]?.body ?? '';
    expect(body).toContain('\u2060/merge');
    expect(body).not.toContain('```suggestion');
  });

  test('reads back as it was written, also with other line ends', async () => {
    const request = await open();
    await request.publish(all);
    for (const { notes } of request.double.state.discussions) {
      const body = notes[0]?.body ?? '';
      for (const form of [body, body.replaceAll('\n', '\r\n'), `${body}\n`]) expect(unsealed(form).isWhole).toBe(true);
      expect(readMarker(unsealed(body).text)?.kind).toBeDefined();
      expect(unsealed(`${body} `.replace('gitops', 'git ops')).isWhole).toBe(false);
    }
  });
});
