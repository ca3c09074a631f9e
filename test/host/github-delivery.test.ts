import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import { publishOnRequest } from '../../src/host/github/github-publish.ts';
import { readMarker } from '../../src/publish/marker.ts';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { finding } from '../report/sample-report.ts';
import { runs } from '../thorough.ts';
import { CountingClock } from './clocks.ts';
import { GithubDouble } from './github-double/double.ts';
import { planWith } from './github-double/plan-with.ts';
import type { StoredComment } from './github-double/pull-request-state.ts';

const token = 'ghs_delivery';
const lines = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word} ${at + 1}\n`).join('');
const base = { 'a.yaml': lines(30, 'a'), 'b.yaml': lines(30, 'b') };
/** Heads of the request; any of them may be pushed over any other. */
const heads = [
  { 'a.yaml': base['a.yaml'].replace('a 7\n', 'changed\n'), 'b.yaml': base['b.yaml'].replace('b 3\n', 'x\n') },
  { 'a.yaml': `# new\n# lines\n${base['a.yaml'].replace('a 7\n', 'changed\n')}`, 'b.yaml': base['b.yaml'] },
  { 'a.yaml': base['a.yaml'].replace('a 20\n', 'far away\n'), 'b.yaml': base['b.yaml'].replace('b 3\n', 'x\n') },
  { ...base, ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [`new-${index}.yaml`, lines(5, 'n')])) },
  { ...base, 'long.yaml': lines(50, 'l') },
];

const repository = TemporaryRepository.create();
for (const [path, text] of Object.entries(base)) repository.write(path, text);
const main = repository.commit('Begin');
const commits = heads.map((files, index) => {
  repository.switch(`head-${index}`, main);
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  return repository.commit(`Change ${index}`);
});
afterAll(removeTemporary);

const at = (message: string, file: string, line: number, severity: Finding['severity'] = 'high') =>
  finding('rbac-widened', severity, { message, position: { file, line, column: 1 } });
const pool = [
  at('One.', 'a.yaml', 7, 'critical'),
  at('Two.', 'a.yaml', 9),
  at('Three, on the same line.', 'a.yaml', 9),
  at('Four.', 'b.yaml', 3),
  at('Five, far from what changes.', 'b.yaml', 28, 'medium'),
  finding('unsigned-commit', 'low', { message: 'Six, of no line.', commit: commits[0] ?? '' }),
];

/** One finding on a line of each new file of the last head. */
const sixFiles = [0, 1, 2, 3, 4, 5].map((index) => at(`In file ${index}.`, `new-${index}.yaml`, 2));

/** One finding on each line of the long file. */
const manyLines = Array.from({ length: 50 }, (_, index) => at(`On line ${index + 1}.`, 'long.yaml', index + 1));

function doubleOf(head: number): GithubDouble {
  return new GithubDouble(repository, main, commits[head] ?? '', { token, contents: 'write' });
}

/** One delivery to the request, whose head is that of this number; on a clock that does not wait. */
function publish(apiUrl: string, head: number, found: readonly Finding[], name = 'gate') {
  const target = { apiUrl, repository: 'shop/clusters', number: 2, token, head: commits[head] ?? '' };
  return publishOnRequest(target, planWith(found, { base, head: heads[head] ?? {}, name }), new CountingClock());
}

type Event =
  | { readonly kind: 'run'; readonly found: readonly Finding[] }
  | { readonly kind: 'push'; readonly to: number }
  | { readonly kind: 'answer' | 'resolve' | 'edit' | 'edit-summary' | 'delete'; readonly which: number }
  | { readonly kind: 'copy-by-other' | 'copy-by-us' | 'chatter'; readonly which: number }
  | { readonly kind: 'shuffle'; readonly by: number };

const which = fc.nat(20);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('run' as const), found: fc.subarray(pool) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('push' as const), to: fc.nat(heads.length - 1) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('answer', 'resolve', 'edit', 'edit-summary', 'delete'), which }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('copy-by-other', 'copy-by-us'), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('shuffle' as const), by: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('chatter' as const), which }) },
);

/** The request with everybody who writes on it. */
class Scene {
  readonly double = doubleOf(0);
  /** What people wrote or changed: it stays as it is. */
  readonly #words = new Map<StoredComment, string>();
  #head = 0;

  async publish(found: readonly Finding[]) {
    return publish(await this.#url, this.#head, found);
  }

  readonly #url = this.double.listen();

  async happen(event: Event): Promise<void> {
    const { state } = this.double;
    const thread = 'which' in event ? state.threads[event.which % Math.max(1, state.threads.length)] : undefined;
    const first = thread?.comments[0];
    const note = 'which' in event ? state.notes[event.which % Math.max(1, state.notes.length)] : undefined;
    switch (event.kind) {
      case 'run':
        await this.publish(event.found);
        return;
      case 'push':
        this.#head = event.to;
        if (state.head !== commits[event.to]) state.push(commits[event.to] ?? '');
        return;
      case 'shuffle':
        state.order = (list) =>
          list.toSorted((a, b) => hash(event.by, list.indexOf(a)) - hash(event.by, list.indexOf(b)));
        return;
      case 'answer':
        if (thread === undefined) return;
        state.answer(thread, 'octocat', 'This is meant.');
        this.#keep(thread.comments.at(-1));
        this.#keep(first);
        return;
      case 'resolve':
        if (thread !== undefined) thread.resolvedBy = 'octocat';
        return;
      case 'edit':
        if (first === undefined) return;
        Object.assign(first, { body: `${first.body}\nA person's word.`, editor: 'octocat' });
        this.#keep(first);
        return;
      case 'edit-summary':
        if (note === undefined) return;
        Object.assign(note, { body: `${note.body}\nA person's word.`, editor: 'octocat' });
        this.#keep(note);
        return;
      case 'delete':
        if (
          thread !== undefined &&
          thread.comments.length === 1 &&
          !this.#words.has(thread.comments[0] as StoredComment)
        )
          state.threads.splice(state.threads.indexOf(thread), 1);
        return;
      case 'copy-by-other':
        if (first !== undefined && thread?.line !== undefined)
          this.#keep(state.begin('mallory', thread.path, thread.line, first.body).comments[0]);
        if (note !== undefined) this.#keep(state.say('mallory', note.body));
        return;
      case 'copy-by-us':
        if (first !== undefined && first.editor !== 'octocat' && thread?.line !== undefined)
          state.begin(state.viewer, thread.path, thread.line, first.body);
        if (note !== undefined && note.author === state.viewer && note.editor !== 'octocat')
          state.say(state.viewer, note.body);
        return;
      case 'chatter':
        for (let index = 0; index < 110; index++) this.#keep(state.say('octocat', `Word ${index}`));
    }
  }

  expectWordsKept(): void {
    const { threads, notes } = this.double.state;
    const there = new Set([...threads.flatMap(({ comments }) => comments), ...notes]);
    for (const [comment, body] of this.#words) {
      expect(there.has(comment)).toBe(true);
      expect(comment.body).toBe(body);
    }
  }

  #keep(comment: StoredComment | undefined): void {
    if (comment !== undefined) this.#words.set(comment, comment.body);
  }
}

const hash = (seed: number, index: number) => Math.imul(seed ^ (index + 1), 0x9e3779b1) >>> 0;

/** Fingerprints that open, unresolved threads of ours show, each as often as it is shown. */
function shown({ state }: GithubDouble): string[] {
  return state.threads.flatMap(({ comments }) => {
    const [first, ...rest] = comments;
    if (first === undefined || first.author !== state.viewer) return [];
    const marker = readMarker(first.body);
    const last = rest.filter(({ author }) => author === state.viewer).at(-1);
    const answer = last === undefined ? undefined : readMarker(last.body);
    if (marker?.kind !== 'finding' || (answer?.kind === 'answer' ? answer.state : marker.state) !== 'open') return [];
    return marker.findings;
  });
}

test('whatever happens between runs: people’s words stay, nothing is twice, and a third run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 9 }),
      fc.subarray(pool, { minLength: 1 }),
      async (events, found) => {
        const scene = new Scene();
        const { double } = scene;
        try {
          for (const each of events) await scene.happen(each);
          for (const _ of [1, 2]) {
            const delivery = await scene.publish(found);
            expect(delivery.state).toBe('published');
            expect(delivery.hasSummary).toBe(true);
          }
          scene.expectWordsKept();
          double.take();
          const last = await scene.publish(found);
          expect(new Set(double.take())).toEqual(new Set(['query Written']));
          const open = shown(double);
          for (const { fingerprint } of last.onDiff) expect(open).toContain(fingerprint.slice(0, 16));
          const summaries = double.state.notes.filter(
            ({ author, editor, body }) =>
              author === double.state.viewer && editor !== 'octocat' && readMarker(body)?.kind === 'summary',
          );
          expect(summaries).toHaveLength(1);
          for (const { fingerprint } of found) expect(summaries[0]?.body).toContain(fingerprint.slice(0, 12));
          expect(double.wrong).toEqual([]);
        } finally {
          await double.close();
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

describe('one thing at a time', () => {
  let double: GithubDouble;
  let apiUrl: string;
  const begin = async (head: number) => {
    double = doubleOf(head);
    apiUrl = await double.listen();
  };
  afterEach(async () => {
    await double.close();
    expect(double.wrong).toEqual([]);
  });
  const read = 'query Written';
  const found = [pool[0], pool[1]] as Finding[];

  test('what is there twice is removed, and the older one kept, in any order of lists', async () => {
    await begin(0);
    const { state } = double;
    await publish(apiUrl, 0, found);
    const [note] = state.notes;
    const [thread] = state.threads;
    state.say(state.viewer, note?.body ?? '');
    state.begin(state.viewer, thread?.path ?? '', thread?.line ?? 1, thread?.comments[0]?.body ?? '');
    state.order = (list) => list.toReversed();
    await publish(apiUrl, 0, found);
    expect(state.notes.map(({ id }) => id)).toEqual([note?.id]);
    expect(state.threads).toHaveLength(2);
    expect(state.threads[0]).toBe(thread);
  });

  test('over three hundred comments of people are read page by page, in any order', async () => {
    await begin(0);
    const { state } = double;
    for (let index = 0; index < 320; index++) state.say('octocat', `Comment ${index}`);
    for (let index = 0; index < 130; index++) state.begin('octocat', 'a.yaml', 7, `Note ${index}`);
    await publish(apiUrl, 0, found);
    double.take();
    state.order = (list) => list.toReversed();
    await publish(apiUrl, 0, found);
    // Four pages of comments; the threads' two come with the first of them.
    expect(double.take()).toEqual([read, read, read, read]);
    expect(state.notes).toHaveLength(321);
  });

  test('each name has its own comments', async () => {
    await begin(0);
    for (const name of ['prod', 'stage', 'prod']) await publish(apiUrl, 0, found, name);
    expect([double.state.threads.length, double.state.notes.length]).toEqual([4, 2]);
  });

  test('a line in a review of many is refused: it falls back to its file, the others stay on their lines', async () => {
    await begin(3);
    const { state } = double;
    const rest = state.rest.bind(state);
    state.rest = (route, parameters, body) => {
      const comments = (body as { comments?: { path: string }[] } | undefined)?.comments ?? [];
      if (comments.some(({ path }) => path === 'new-3.yaml'))
        return { status: 422, answer: { message: 'Unprocessable Entity: "line must be part of the diff"' } };
      return rest(route, parameters, body);
    };
    const delivery = await publish(apiUrl, 3, sixFiles);
    expect(delivery.state).toBe('partial');
    expect(delivery.problems).toEqual([expect.stringContaining('GitHub refuses comments on new-3.yaml:2')]);
    expect([...delivery.onDiff]).toHaveLength(6);
    const files = state.threads.filter(({ subject }) => subject === 'FILE');
    expect([files.map(({ path }) => path), state.threads.length]).toEqual([['new-3.yaml'], 6]);
    double.take();
    expect((await publish(apiUrl, 3, sixFiles)).state).toBe('published');
    expect(double.take()).toEqual([read]);
  });

  test('all lines are refused: three files, then the summary, which remembers it; three runs write nothing twice', async () => {
    await begin(3);
    double.faults = [{ route: /reviews$/, status: 422 }];
    const { onDiff, hasSummary, problems } = await publish(apiUrl, 3, sixFiles);
    expect([onDiff.size, hasSummary]).toEqual([3, true]);
    expect(problems.filter((line) => line.includes('without a comment on the diff'))).toHaveLength(3);
    expect(double.state.threads.map(({ subject }) => subject)).toEqual(['FILE', 'FILE', 'FILE']);
    expect(double.state.notes.map(({ body }) => body)).toEqual([
      expect.stringContaining('3 of the findings are comments'),
    ]);
    double.take();
    for (const _ of [2, 3]) {
      const again = await publish(apiUrl, 3, sixFiles);
      expect([again.state, again.onDiff.size]).toEqual(['partial', 3]);
      expect(again.problems).toEqual([expect.stringContaining('refused comments on 3 findings')]);
      expect(double.take()).toEqual([read]);
    }
    // Another commit has another diff.
    double.faults = [];
    double.state.push(commits[0] ?? '');
    expect((await publish(apiUrl, 0, found)).state).toBe('published');
  });

  test('where the forge refuses whatever is on lines, it is not asked for each of them', async () => {
    await begin(4);
    double.faults = [{ route: /reviews$/, status: 422 }];
    const { state, problems } = await publish(apiUrl, 4, manyLines);
    expect(state).toBe('partial');
    expect(problems.at(-1)).toMatch(/^The same holds for \d+ more places\.$/);
    const asked = double.take();
    expect(asked.filter((route) => route.endsWith('/reviews')).length).toBeLessThan(25);
    expect(asked.length).toBeLessThan(40);
    expect((await publish(apiUrl, 4, manyLines)).written).toBe(0);
    expect(double.take()).toEqual([read]);
  });
});
