import { readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { instanceKey, withMarker } from '../../src/publish/marker.ts';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import {
  annotationsOf,
  type Files,
  findingsOf,
  head,
  many,
  RequestFixture,
  token,
} from './github-double/request-fixture.ts';
import type { StepResult } from './runner.ts';

const opened: RequestFixture[] = [];
async function open(...args: Parameters<typeof RequestFixture.open>): Promise<RequestFixture> {
  const fixture = await RequestFixture.open(...args);
  opened.push(fixture);
  return fixture;
}
afterEach(async () => {
  const fixtures = opened.splice(0);
  await Promise.all(fixtures.map((fixture) => fixture.close()));
  for (const { double } of fixtures) expect(double.wrong).toEqual([]);
});
afterAll(removeTemporary);

const createNote = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const createReview = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const read = 'query Written';

/** Each finding is on the diff, in the summary comment, or annotated; never both commented on and annotated; always in the job summary. */
function expectAllShown({ double }: RequestFixture, result: StepResult): void {
  const open = double.state.threads
    .map(({ comments }) => comments[0]?.body ?? '')
    .filter((body) => body.includes('state=open'));
  const summary = double.state.notes.filter(
    ({ author, body }) => author === double.state.viewer && body.includes('gitops-gate summary'),
  );
  const annotated = annotationsOf(result).map(({ message }) => message);
  for (const { fingerprint, commit } of findingsOf(result)) {
    const id = fingerprint.slice(0, 12);
    // Commits of which the same is said are one entry, which names each commit.
    const says = (body: string) => body.includes(id) || (commit !== undefined && body.includes(commit.slice(0, 7)));
    const commented = [...open, ...summary.map(({ body }) => body)].filter(says);
    const isAnnotated = annotated.some((message) => message.includes(id));
    expect(commented.length > 0 || isAnnotated).toBe(true);
    expect(commented.length > 0 && isAnnotated).toBe(false);
    expect(says(result.summary)).toBe(true);
  }
  expect(summary.length).toBeLessThanOrEqual(1);
  expect(result.log.split('\n').filter((line) => line.includes(token) && !line.startsWith('::add-mask::'))).toEqual([]);
}

describe('a request with findings', () => {
  test('has comments on its lines in one review and one summary; a second and third run change nothing', async () => {
    const fixture = await open();
    const { double } = fixture;
    const first = await fixture.run();
    expect([first.code, first.outputs.outcome, first.outputs['publish-status']]).toEqual([1, 'blocked', 'published']);
    expect(double.take()).toEqual([read, createNote, createReview, read]);
    expect(double.state.reviews.map(({ comments }) => comments)).toEqual([2]);
    const places = double.state.threads.map(({ path, line, side }) => [path, line, side]);
    expect(places).toEqual(
      findingsOf(first)
        .filter(({ file }) => file !== null)
        .map(({ file }) => [file, expect.any(Number), 'RIGHT']),
    );
    expect(annotationsOf(first)).toEqual([]);
    expectAllShown(fixture, first);
    for (const _ of [2, 3]) {
      const again = await fixture.run();
      expect(again.outputs['publish-status']).toBe('published');
      expect(double.take()).toEqual([read]);
    }
    expect([double.state.threads.length, double.state.notes.length]).toEqual([2, 1]);
  });

  test('is followed from push to push: fixed, back, and rewritten', async () => {
    const fixture = await open({}, { contents: 'write' });
    const { state } = fixture.double;
    await fixture.run();
    const database = state.threads.find(({ path }) => path.endsWith('database.yaml'));
    fixture.push({ 'clusters/prod/database.yaml': undefined });
    await fixture.run();
    expect(database?.comments.map(({ body }) => body.includes('✅ **Fixed**'))).toEqual([true]);
    expect([database?.resolvedBy, database?.comments[0]?.isMinimized]).toEqual([state.viewer, true]);

    // The lines are gone from the diff, so a finding that is back gets a thread of its own.
    fixture.push({ 'clusters/prod/database.yaml': head['clusters/prod/database.yaml'] });
    const back = await fixture.run();
    expect(state.threads.filter(({ path }) => path.endsWith('database.yaml'))).toHaveLength(2);
    expectAllShown(fixture, back);

    // A rewritten head: the role's lines move by two.
    const moved = `# moved\n# down\n${head['clusters/prod/deployer.yaml']}`;
    fixture.push({ ...head, 'clusters/prod/deployer.yaml': moved }, { isRewritten: true });
    const rewritten = await fixture.run();
    expect(rewritten.outputs['publish-status']).toBe('published');
    expectAllShown(fixture, rewritten);
    const before = [state.threads.length, state.notes.length];
    fixture.double.take();
    await fixture.run();
    expect(fixture.double.take()).toEqual([read]);
    expect([state.threads.length, state.notes.length]).toEqual(before);
  });

  test('that becomes clean says so in the same summary; one that always was has none', async () => {
    const clean: Files = { 'README.md': '# Clusters of the shop\n' };
    const never = await open({ head: clean });
    const passed = await never.run();
    expect([passed.code, passed.outputs['publish-status']]).toEqual([0, 'published']);
    const { threads, notes } = never.double.state;
    if (findingsOf(passed).length === 0) expect([threads.length, notes.length]).toEqual([0, 0]);
    await never.run({ inputs: { 'summary-comment': 'always' } });
    expect(notes).toHaveLength(1);

    const fixture = await open();
    await fixture.run();
    // A secret that only a later commit takes out is still in the history: the commit that brought it has to go.
    fixture.push(clean, { isRewritten: true });
    const now = await fixture.run({ inputs: { 'fail-on': 'critical' } });
    expect(now.code).toBe(0);
    expect(fixture.double.state.notes.map(({ body }) => body.includes('✅ gitops-gate: passed'))).toEqual([true]);
  });

  test('on which a person answered, resolved and edited keeps their words', async () => {
    const fixture = await open({}, { contents: 'write' });
    const { state } = fixture.double;
    await fixture.run();
    const [first, second] = state.threads;
    if (!first || !second) throw new Error('two threads are needed');
    state.answer(first, 'octocat', 'This one is meant.');
    second.resolvedBy = 'octocat';
    const said = first.comments.map(({ body }) => body);
    fixture.push({ 'clusters/prod/database.yaml': undefined, 'clusters/prod/deployer.yaml': undefined });
    await fixture.run();
    expect(first.comments.map(({ body }) => body).slice(0, 2)).toEqual(said);
    expect(first.comments).toHaveLength(3);
    expect(second.resolvedBy).toBe('octocat');
    fixture.double.take();
    await fixture.run();
    expect(fixture.double.take()).toEqual([read]);
  });
});

test('a request into a release branch is judged by that branch, though the workflow and GITHUB_SHA are the default branch’s', async () => {
  const fixture = await open();
  const { repository } = fixture;
  const main = repository.git('rev-parse', 'main');
  // The release branch is as main, but its own policy only watches.
  const work = TemporaryRepository.clone(repository.url);
  work.write('.gitops-gate/policy.yaml', 'version: 1\nfailOn: never\n').commit('Watch only');
  work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/release/1');
  const release = work.git('rev-parse', 'HEAD');
  const env = { GITHUB_SHA: main, GITHUB_REF: 'refs/heads/main' };
  const watched = await fixture.run({ into: 'release/1', env });
  expect([watched.code, watched.outputs.outcome]).toEqual([0, 'passed']);
  expect((await fixture.run({ env })).outputs.outcome).toBe('blocked');
  const report = JSON.parse(readFileSync(watched.outputs['report-json'] ?? '', 'utf8'));
  expect(report.range).toMatchObject({ target: release, trust: release });
});

describe('what comes between', () => {
  test('two runs at once leave one of everything', async () => {
    const fixture = await open();
    const { state } = fixture.double;
    await Promise.all([fixture.run({ needsProcess: true }), fixture.run({ needsProcess: true })]);
    const last = await fixture.run();
    expect([state.threads.length, state.notes.length]).toEqual([2, 1]);
    expectAllShown(fixture, last);
  });

  test.each(['CLOSED', 'MERGED'] as const)('a conversation that is %s is written in as before', async (state) => {
    const fixture = await open();
    const { double } = fixture;
    double.state.state = state;
    const result = await fixture.run();
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'published']);
    expectAllShown(fixture, result);
    double.take();
    await fixture.run();
    expect(double.take()).toEqual([read]);
  });

  test('a head that moved since the start: nothing is published, and it is said', async () => {
    const fixture = await open();
    const judged = fixture.double.state.head;
    fixture.push({ 'README.md': 'Moved\n' });
    const result = await fixture.run({ head: judged });
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'outdated']);
    expect(fixture.double.take()).toEqual([read]);
    expect(annotationsOf(result)).toEqual([]);
    expect(result.log).toContain(`was judged: nothing was published`);
  });

  test('a head that moves while publishing: it stops there', async () => {
    const fixture = await open();
    const judged = fixture.double.state.head;
    fixture.double.faults = [
      { route: /reviews$/, times: 1, happening: () => fixture.push({ 'README.md': 'Moved\n' }) },
    ];
    const result = await fixture.run({ head: judged });
    expect(result.code).toBe(1);
    expect(result.log).toContain('moved to');
    expect(fixture.double.state.threads).toEqual([]);
    expectAllShown(fixture, result);
  });

  test('comments of others with our marker mean nothing, and are left alone', async () => {
    const fixture = await open();
    const { state } = fixture.double;
    await fixture.run();
    const note = state.notes.splice(0)[0]?.body ?? '';
    const threads = state.threads.splice(0);
    state.say('mallory', note.replace('❌', '✅'));
    const [thread] = threads;
    state.begin('mallory', thread?.path ?? '', thread?.line ?? 1, thread?.comments[0]?.body ?? '');
    await fixture.run();
    expect(state.notes.map(({ author }) => author)).toEqual(['mallory', state.viewer]);
    expect(state.threads.map(({ comments }) => comments[0]?.author)).toEqual(['mallory', state.viewer, state.viewer]);
    expect(state.notes[0]?.editor).toBeUndefined();
  });
});

describe('a large request', () => {
  test('sixty findings: twenty comments, the rest in the summary', async () => {
    const fixture = await open(many(60));
    const { state } = fixture.double;
    const result = await fixture.run();
    expect([state.threads.length, state.reviews.length]).toEqual([20, 1]);
    expectAllShown(fixture, result);
    const more = await fixture.run({ inputs: { 'max-comments': '50' } });
    expect(state.threads).toHaveLength(50);
    expectAllShown(fixture, more);
    // Fifteen writes: more than twenty would have to wait.
    const fewer = await fixture.run({ inputs: { 'max-comments': '35' } });
    expect(state.threads.filter(({ comments }) => comments[0]?.body.includes('state=open'))).toHaveLength(35);
    expectAllShown(fixture, fewer);
  });
});

describe('what the inputs say', () => {
  test('comment: summary comments on no line; comment: off writes nothing', async () => {
    const fixture = await open();
    const { state } = fixture.double;
    const summary = await fixture.run({ inputs: { comment: 'summary' } });
    expect([state.threads.length, state.notes.length]).toEqual([0, 1]);
    expect(annotationsOf(summary)).toEqual([]);
    fixture.double.take();
    const off = await fixture.run({ inputs: { comment: 'off' } });
    // It still holds for this commit.
    expect(fixture.double.take()).toEqual([read]);
    expect([off.code, off.outputs['publish-status'], annotationsOf(off)]).toEqual([1, 'published', []]);
  });

  test('an older summary says once that comments are turned off, also after a run without a verdict', async () => {
    const fixture = await open();
    const { double } = fixture;
    const off = { comment: 'off' };
    await fixture.run();
    const threads = double.state.threads.map(({ comments }) => comments[0]?.body);
    fixture.push({ 'clusters/prod/database.yaml': undefined });
    double.take();
    await fixture.run({ inputs: { ...off, 'fail-on': 'hgih' } });
    expect(double.take()).toEqual([read, 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}']);
    const [note] = double.state.notes;
    expect(note?.body).toContain('gitops-gate: no longer kept up to date');
    expect(note?.body).not.toContain('blocked');
    await fixture.run({ inputs: off });
    expect(double.take()).toEqual([read]);
    expect(double.state.threads.map(({ comments }) => comments[0]?.body)).toEqual(threads);
    await fixture.run();
    expect(note?.body).toContain('❌ gitops-gate: blocked');
  });

  test.each([
    ['may only read', { pulls: 'read' as const }, 'partial', /^Updating the summary comment: 403 .*$/gm],
    ['may not look', { pulls: 'none' as const }, 'published', null],
  ])(
    'comments are turned off and the token %s: an older summary is spoken of where one is known of',
    async (_, options, status, said) => {
      const fixture = await open({}, options);
      const { state } = fixture.double;
      const marker = { kind: 'summary', head: '1'.repeat(40), digest: '0'.repeat(16), refused: [] } as const;
      state.say(state.viewer, withMarker({ ...marker, instance: instanceKey('gate') }, 'Passed.'));
      const result = await fixture.run({ inputs: { comment: 'off' } });
      expect([result.code, result.outputs['publish-status']]).toEqual([1, status]);
      expect(result.log.match(/^.*403.*$/gm)).toEqual(said === null ? null : [expect.stringMatching(said)]);
    },
  );

  test('summary-comment: off: what is on no line is annotated', async () => {
    const fixture = await open();
    const result = await fixture.run({ inputs: { 'summary-comment': 'off' } });
    expect([fixture.double.state.threads.length, fixture.double.state.notes.length]).toEqual([2, 0]);
    expect(annotationsOf(result)).toHaveLength(findingsOf(result).length - 2);
    expectAllShown(fixture, result);
  });

  test('GitHub Enterprise Server: REST below /api/v3, GraphQL at /api/graphql', async () => {
    const fixture = await open({}, { prefix: '/api/v3' });
    const result = await fixture.run();
    expect(result.outputs['publish-status']).toBe('published');
    expect(fixture.double.take()).toEqual([read, createNote, createReview, read]);
  });

  test('a push is not commented on, and does not ask', async () => {
    const fixture = await open();
    const payload = {
      ref: 'refs/heads/main',
      before: fixture.repository.git('rev-parse', 'main'),
      after: fixture.double.state.head,
      repository: { default_branch: 'main' },
    };
    const result = await fixture.run({ event: 'push', payload });
    expect(fixture.double.take()).toEqual([]);
    expect(annotationsOf(result).length).toBeGreaterThan(0);
  });
});

describe('a token that may not', () => {
  test.each([
    ['comment (a fork’s request, Dependabot)', { pulls: 'read' as const }, [read, createNote]],
    ['see the request', { pulls: 'none' as const }, [read]],
  ])('%s: annotations and the job summary, and one line that says what would help', async (_, options, requests) => {
    const fixture = await open({}, options);
    const result = await fixture.run();
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'fallback']);
    expect(fixture.double.take()).toEqual(requests);
    expect(result.log.match(/^.*pull-requests: write.*$/gm)).toHaveLength(1);
    expect(annotationsOf(result)).toHaveLength(findingsOf(result).length);
    expectAllShown(fixture, result);
  });

  test('comment on a locked conversation', async () => {
    const fixture = await open();
    fixture.double.state.isLocked = true;
    const result = await fixture.run();
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'fallback']);
    expect(result.log).toContain('locked');
    expectAllShown(fixture, result);
  });
});

describe('lines that are refused', () => {
  test('one in a review of many: it falls back to its file, the others stay on their lines', async () => {
    const fixture = await open(many(6));
    const bad = 'clusters/prod/role-3.yaml';
    const { double } = fixture;
    const checkLine = double.state.rest.bind(double.state);
    double.state.rest = (route, parameters, body) => {
      const comments = (body as { comments?: { path: string }[] } | undefined)?.comments ?? [];
      if (comments.some(({ path }) => path === bad))
        return { status: 422, answer: { message: 'Unprocessable Entity: "line must be part of the diff"' } };
      return checkLine(route, parameters, body);
    };
    const result = await fixture.run();
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'partial']);
    expect(double.state.threads.filter(({ subject }) => subject === 'FILE').map(({ path }) => path)).toEqual([bad]);
    expect(double.state.threads.filter(({ subject }) => subject === 'LINE')).toHaveLength(5);
    expect(result.log).toContain(`GitHub refuses comments on ${bad}:`);
    expectAllShown(fixture, result);
    double.take();
    const again = await fixture.run();
    expect(double.take()).toEqual([read]);
    expect(again.outputs['publish-status']).toBe('published');
  });
});
