import { afterAll, afterEach, expect, test } from '@jest/globals';
import { instanceKey, withMarker } from '../../src/publish/marker.ts';
import { removeTemporary } from '../git/temporary-repository.ts';
import { annotationsOf, RequestFixture, token } from './github-double/request-fixture.ts';
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

const clean = { 'README.md': '# Clusters of the shop\n' };
const always = { 'summary-comment': 'always' };
const headings = ({ double }: RequestFixture) =>
  double.state.notes.map(({ body }) => body.split('\n').find((line) => line.startsWith('## ')));
const status = ({ code, outputs }: StepResult) => [code, outputs.outcome, outputs['publish-status']];

test('a summary that says passed no longer does after a run without a verdict, and does again after the next', async () => {
  const fixture = await open({ head: clean });
  const { double } = fixture;
  await fixture.run({ inputs: always });
  expect(headings(fixture)).toEqual(['## ✅ gitops-gate: passed']);
  double.take();
  const mistake = { 'fail-on': 'hgih' };
  const failed = await fixture.run({ inputs: mistake });
  expect(status(failed)).toEqual([2, 'could-not-judge', 'published']);
  expect(headings(fixture)).toEqual(['## ⚠️ gitops-gate: could not judge']);
  const [note] = double.state.notes;
  expect(note?.body).toContain(`${double.state.head.slice(0, 7)}`);
  expect(note?.body).toContain('was not judged');
  expect(note?.body).toContain('fail-on cannot be "hgih"');
  expect(double.take()).toEqual(['query Written', 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}']);
  expect(annotationsOf(failed)).toHaveLength(1);
  await fixture.run({ inputs: mistake });
  expect(double.take()).toEqual(['query Written']);
  await fixture.run();
  expect(headings(fixture)).toEqual(['## ✅ gitops-gate: passed']);
  expect(double.state.notes).toHaveLength(1);
});

test('threads stay as they are, and nothing is written where nothing was', async () => {
  const fixture = await open();
  const { double } = fixture;
  const inputs = { 'max-comments': 'many' };
  await fixture.run({ inputs });
  expect([double.state.notes, double.state.threads]).toEqual([[], []]);
  await fixture.run();
  const threads = double.state.threads.map(({ comments }) => comments.map(({ body }) => body));
  expect(status(await fixture.run({ inputs }))).toEqual([2, 'could-not-judge', 'published']);
  expect(headings(fixture)).toEqual(['## ⚠️ gitops-gate: could not judge']);
  expect(double.state.threads.map(({ comments }) => comments.map(({ body }) => body))).toEqual(threads);
});

test('a fault of the program says so too, and quotes nothing', async () => {
  const fixture = await open({ head: clean });
  await fixture.run({ inputs: always });
  const fault = `const timer = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0) return;
    clearInterval(timer);
    throw new Error('what was being read');
  }, 1);`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` };
  const failed = await fixture.run({ env });
  expect(status(failed)).toEqual([3, 'could-not-judge', 'published']);
  expect(headings(fixture)).toEqual(['## ⚠️ gitops-gate: could not judge']);
  const said = [failed.log, ...fixture.double.state.notes.map(({ body }) => body)].join('\n');
  expect(said).toContain('by a fault of its own');
  expect(said).not.toContain('what was being read');
});

test.each([
  ['a token that may only read', { pulls: 'read' as const }, {}, 'partial'],
  ['comment: off', {}, { comment: 'off' }, 'published'],
])('%s: the exit code and the annotations stay', async (_, options, inputs, published) => {
  const fixture = await open({ head: clean }, options);
  const { state } = fixture.double;
  const said = state.say(
    state.viewer,
    withMarker(
      { kind: 'summary', instance: instanceKey('gate'), head: state.head, digest: '0'.repeat(16), refused: [] },
      'Passed.',
    ),
  );
  const failed = await fixture.run({ inputs: { 'fail-on': 'hgih', ...inputs } });
  expect(status(failed)).toEqual([2, 'could-not-judge', published]);
  expect(annotationsOf(failed)).toHaveLength(1);
  expect(said.editor).toBeUndefined();
  expect(failed.log.split('\n').filter((line) => line.includes(token) && !line.startsWith('::add-mask::'))).toEqual([]);
});

test('a target that is not there: the summary says so, though no commit was found', async () => {
  const fixture = await open({ head: clean });
  await fixture.run({ inputs: always });
  expect(status(await fixture.run({ into: 'mian' }))).toEqual([2, 'could-not-judge', 'published']);
  expect(headings(fixture)).toEqual(['## ⚠️ gitops-gate: could not judge']);
  expect(fixture.double.state.notes[0]?.body).not.toContain('Every changed file was read');
});

test('a head that moved: the run for the new one says what holds', async () => {
  const fixture = await open({ head: clean });
  await fixture.run({ inputs: always });
  const judged = fixture.double.state.head;
  fixture.push({ 'README.md': 'Moved\n' });
  const failed = await fixture.run({ head: judged, inputs: { 'fail-on': 'hgih' } });
  expect(status(failed)).toEqual([2, 'could-not-judge', 'outdated']);
  expect(headings(fixture)).toEqual(['## ✅ gitops-gate: passed']);
});
