import { describe, expect, test } from '@jest/globals';
import { sealed } from '../../src/host/gitlab/api/note-text.ts';
import { instanceKey, withMarker } from '../../src/publish/marker.ts';
import { fail, gitlab, head, summary, there, thread } from './scripted-forge.ts';

describe('on GitLab', () => {
  const own = (body: string) =>
    sealed(withMarker({ kind: 'answer', instance: instanceKey('gate'), state: 'open' }, body));

  test('one thread is made alone, several with the summary in one review', async () => {
    expect((await gitlab({ plans: [[thread('a')]] })).calls).toEqual(['createThread line:a.yaml a']);
    const review = await gitlab({ plans: [[summary, thread('a'), thread('b')]] });
    expect(review.calls).toEqual(['createDraft line:a.yaml a', 'createDraft line:b.yaml b', 'publishDrafts summary']);
    expect(review).toMatchObject({ state: 'published', hasSummary: true, written: 1 });
    expect((await gitlab({ plans: [[summary, thread('a')]] })).calls[1]).toBe('publishDrafts summary');
    expect((await gitlab({ plans: [[thread('a'), thread('b')]] })).calls[2]).toBe('publishDrafts undefined');
    expect((await gitlab({ plans: [[summary]] })).calls).toEqual(['createSummary summary']);
  });

  test('what a review dropped is made alone', async () => {
    const result = await gitlab({ plans: [[thread('a'), thread('b')], [thread('b')], []] });
    expect(result.calls.slice(3)).toEqual(['createThread line:b.yaml b']);
    const refused = await gitlab({ plans: [[thread('a'), thread('b')]], failures: { createDraft: [fail('invalid')] } });
    expect(refused.calls).toEqual([
      'createDraft line:a.yaml a',
      'createDraft line:b.yaml b',
      'publishDrafts undefined',
      'createThread line:a.yaml a',
    ]);
  });

  test('a line that is refused has its comment on the file', async () => {
    const result = await gitlab({ plans: [[thread('a')]], failures: { createThread: [fail('invalid')] } });
    expect(result).toMatchObject({
      calls: ['createThread line:a.yaml a', 'createThread file:a.yaml file a'],
      problems: ['GitLab refuses comments on a.yaml:3: its file has the comment instead.'],
      written: 1,
    });
    expect(await gitlab({ plans: [[thread('a')]], failures: { createThread: [fail('denied', 403)] } })).toMatchObject({
      state: 'denied',
      problems: [expect.stringContaining('It was denied. The account of GITOPS_GATE_TOKEN needs the role Reporter')],
    });
  });

  test('drafts of a person are not published with ours', async () => {
    const person = { id: 5, text: 'Mine' };
    const result = await gitlab({ plans: [[thread('a'), thread('b')]], drafts: [[person], [person]] });
    expect(result.calls).toEqual(['createThread line:a.yaml a', 'createThread line:b.yaml b']);
    const left = { id: 4, text: own('old') };
    const late = await gitlab({
      plans: [[thread('a'), thread('b')]],
      drafts: [[left], [left, person], [left, person]],
    });
    expect(late.calls).toEqual([
      'removeDraft 4',
      'createDraft line:a.yaml a',
      'createDraft line:b.yaml b',
      'removeDraft 4',
      'createThread line:a.yaml a',
      'createThread line:b.yaml b',
    ]);
    const twice = [
      { id: 1, text: own('a') },
      { id: 2, text: own('a') },
    ];
    const repeated = await gitlab({ plans: [[thread('a'), thread('b')]], drafts: [[], twice, twice.slice(0, 1)] });
    expect(repeated.calls).toEqual([
      'createDraft line:a.yaml a',
      'createDraft line:b.yaml b',
      'removeDraft 2',
      'publishDrafts undefined',
    ]);
  });

  test('a review that fails leaves no draft, and all goes one by one, unless nobody knows what became of it', async () => {
    const all = [thread('a'), thread('b')];
    const left = [{ id: 1, text: own('a') }];
    const failed = await gitlab({
      plans: [all],
      drafts: [[], left, left],
      failures: { publishDrafts: [fail('denied')] },
    });
    expect(failed.calls).toEqual([
      'createDraft line:a.yaml a',
      'createDraft line:b.yaml b',
      'publishDrafts undefined',
      'removeDraft 1',
      'createThread line:a.yaml a',
      'createThread line:b.yaml b',
    ]);
    const unsure = await gitlab({ plans: [all, all, []], failures: { publishDrafts: [fail('unsure')] } });
    expect(unsure.calls.slice(2)).toEqual([
      'publishDrafts undefined',
      'pause 2000',
      'createThread line:a.yaml a',
      'createThread line:b.yaml b',
    ]);
    expect(await gitlab({ plans: [all], failures: { publishDrafts: [fail('over')] } })).toMatchObject({
      state: 'failed',
      problems: ['It was over.'],
    });
    expect(
      await gitlab({ plans: [all], failures: { createDraft: [fail('over')], drafts: [undefined, fail('denied')] } }),
    ).toMatchObject({ state: 'failed' });
    await expect(gitlab({ plans: [all], failures: { createDraft: [new TypeError('a bug')] } })).rejects.toThrow(
      'a bug',
    );
    await expect(gitlab({ plans: [all], failures: { drafts: [new TypeError('a bug')] } })).rejects.toThrow('a bug');
    const moved = await gitlab({ plans: [all], heads: [head, 'b'.repeat(40)] });
    expect(moved).toMatchObject({
      state: 'failed',
      problems: ["The request's head moved to bbbbbbb while publishing."],
    });
  });

  test('without a diff of the head only the summary is written', async () => {
    const result = await gitlab({ plans: [[summary, thread('a')], [thread('a')]], hasDiff: false });
    expect(result).toMatchObject({
      calls: ['createSummary summary'],
      state: 'partial',
      onDiff: [],
    });
    expect(result.problems).toEqual([expect.stringContaining('GitLab has not made the diff of the head')]);
    expect((await gitlab({ plans: [[summary]], hasDiff: false })).problems).toEqual([]);
  });

  test('a token that may not resolve threads is said', async () => {
    const closed = [{ kind: 'close-thread', thread: 'c', body: 'C', state: 'fixed' }] as const;
    const script = (error: Error) => ({ plans: [closed], threads: [there('c')], failures: { fold: [error] } });
    expect((await gitlab(script(fail('denied')))).problems).toEqual([
      expect.stringContaining('It was denied. Threads are not resolved'),
    ]);
    expect((await gitlab(script(fail('missing')))).problems).toEqual([]);
    expect(await gitlab(script(fail('over')))).toMatchObject({ state: 'partial', problems: ['It was over.'] });
    await expect(gitlab(script(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});
