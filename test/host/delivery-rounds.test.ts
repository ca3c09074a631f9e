import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../src/publish/action.ts';
import { shortFingerprint } from '../../src/publish/marker.ts';
import { fail, found, github, head, onFile, summary, there, thread } from './scripted-forge.ts';

describe('on any forge', () => {
  test('nothing to do is one look', async () => {
    expect(await github({ plans: [] })).toEqual({
      calls: [],
      placeless: [[]],
      rounds: 1,
      state: 'published',
      onDiff: [],
      hasSummary: true,
      problems: [],
      written: 0,
    });
  });

  test('nothing is published for another head', async () => {
    const result = await github({ plans: [[summary]], heads: ['b'.repeat(40)] });
    expect(result).toMatchObject({ calls: [], rounds: 0, state: 'outdated' });
    const later = await github({ plans: [[summary], []], heads: [head, 'b'.repeat(40)] });
    expect(later).toMatchObject({ calls: ['createSummary summary'], state: 'outdated', written: 1 });
    expect(later.problems[0]).toContain('publishing stopped');
  });

  test('what is there is changed, answered and taken away, and folded where nobody else resolved it', async () => {
    const threads = ['u', 'c', 'd', 'r', 'o', 'a', 'x'].map((id) => there(id));
    const actions: readonly Action[] = [
      { kind: 'update-thread', thread: 'u', body: 'U' },
      { kind: 'close-thread', thread: 'c', body: 'C', state: 'fixed' },
      { kind: 'close-thread', thread: 'd', body: 'D', state: 'displaced' },
      { kind: 'reopen-thread', thread: 'r', body: 'R', findings: [found('r')] },
      { kind: 'answer-thread', thread: 'o', body: 'O', state: 'open' },
      { kind: 'answer-thread', thread: 'a', body: 'A', state: 'fixed' },
      { kind: 'remove-thread', thread: 'x' },
      { kind: 'update-summary', note: 'n', body: 'N' },
      { kind: 'remove-summary', note: 'm' },
    ];
    const result = await github({ plans: [actions], threads });
    expect(result).toMatchObject({ rounds: 1, state: 'published', written: 9, hasSummary: true, onDiff: ['r'] });
    expect(result.calls).toEqual([
      'updateComment u U',
      'updateComment c C',
      'updateComment d D',
      'updateComment r R',
      'answer o O',
      'answer a A',
      'removeComment x',
      'updateSummary n N',
      'removeSummary m',
      'fold [c:close d:hide r:open o:open]',
    ]);
    const closed = [{ kind: 'close-thread', thread: 'c', body: 'C', state: 'fixed' }] as const;
    const byOther = await github({ plans: [closed], threads: [there('c', { isResolvedByOther: true })] });
    expect(byOther.calls).toEqual(['updateComment c C']);
    await expect(github({ plans: [closed] })).rejects.toThrow('a plan for a thread that was not read: c');
  });

  test('folding that fails is a convenience less', async () => {
    const closed = [{ kind: 'close-thread', thread: 'c', body: 'C', state: 'fixed' }] as const;
    const script = (error: Error) => ({ plans: [closed], threads: [there('c')], failures: { fold: [error] } });
    expect(await github(script(fail('denied')))).toMatchObject({ state: 'published', problems: [] });
    expect(await github(script(fail('over')))).toMatchObject({ state: 'partial', problems: ['It was over.'] });
    await expect(github(script(new TypeError('a bug')))).rejects.toThrow('a bug');
  });

  test('what is gone, or not clear, is looked up again after a while', async () => {
    const update = { kind: 'update-thread', thread: 'u', body: 'U' } as const;
    for (const kind of ['missing', 'unsure'] as const) {
      const result = await github({
        plans: [[update], []],
        threads: [there('u')],
        failures: { updateComment: [fail(kind)] },
      });
      expect(result).toMatchObject({
        calls: ['updateComment u U', 'pause 2000'],
        rounds: 2,
        state: 'published',
        problems: [],
        written: 0,
      });
    }
    const always = await github({
      plans: Array(9).fill([update]),
      threads: [there('u')],
      failures: { updateComment: Array(9).fill(fail('unsure')) },
    });
    expect(always.calls.filter((call) => call.startsWith('pause'))).toEqual([
      'pause 2000',
      'pause 4000',
      'pause 8000',
      'pause 16000',
    ]);
    expect(always).toMatchObject({ rounds: 5, state: 'partial', problems: ['It was unsure.'] });
  });

  test('what is refused is not tried again, and what ends publishing ends it', async () => {
    const update = { kind: 'update-thread', thread: 'u', body: 'U' } as const;
    const other = { kind: 'update-thread', thread: 'v', body: 'V' } as const;
    const threads = [there('u'), there('v')];
    const refused = await github({
      plans: [[update, other, summary], [update]],
      threads,
      failures: { updateComment: [fail('denied')] },
    });
    expect(refused).toMatchObject({
      calls: ['updateComment u U', 'updateComment v V', 'createSummary summary'],
      state: 'partial',
      problems: ['It was denied.'],
    });
    const over = await github({ plans: [[update, other]], threads, failures: { updateComment: [fail('over')] } });
    expect(over).toMatchObject({ calls: ['updateComment u U'], state: 'failed', problems: ['It was over.'] });
    expect(await github({ plans: [[summary]], failures: { createSummary: [fail('denied')] } })).toMatchObject({
      state: 'denied',
      hasSummary: false,
    });
    expect(await github({ plans: [[summary]], failures: { createSummary: [fail('invalid')] } })).toMatchObject({
      state: 'partial',
      hasSummary: false,
      problems: ['It was invalid.'],
    });
    await expect(github({ plans: [[summary]], failures: { createSummary: [new TypeError('a bug')] } })).rejects.toThrow(
      'a bug',
    );
    await expect(github({ plans: [[]], failures: { read: [new TypeError('a bug')] } })).rejects.toThrow('a bug');
  });

  test('what the forge confirmed and does not show is waited for, and not written once more', async () => {
    const result = await github({ plans: [[summary, thread('a')], [summary, thread('a')], []] });
    expect(result).toMatchObject({ rounds: 3, state: 'published', written: 2, hasSummary: true, problems: [] });
    expect(result.calls).toEqual([
      'createSummary summary',
      'createReview gitops-gate comments on 1 finding. [a]',
      'pause 4000',
    ]);
    const never = await github({ plans: Array(9).fill([summary, thread('a')]) });
    expect(never.problems).toEqual(['GitHub confirmed 2 comments that it does not show.']);
  });

  test('places that an earlier run could not use are said, unless this run finds them again', async () => {
    const result = await github({ plans: [], refused: [found('a'), found('b')] });
    expect(result).toMatchObject({
      state: 'partial',
      problems: ['GitHub refused comments on 2 findings when this commit was first judged.'],
    });
  });
});

describe('on GitHub', () => {
  test('threads on lines are reviews of thirty, those on files are made one by one', async () => {
    const many = Array.from({ length: 31 }, (_, at) => thread(`t${at}`));
    const result = await github({ plans: [[summary, ...many, onFile('f')]] });
    expect(result.calls[0]).toBe('createSummary summary');
    expect(result.calls.slice(1).map((call) => call.split(' [')[0])).toEqual([
      'createReview gitops-gate comments on 30 findings.',
      'createReview gitops-gate comments on 1 finding.',
      'createFileComment file:f.yaml f',
    ]);
    expect(result).toMatchObject({ state: 'published', rounds: 2 });
    expect(result.written).toBe(4);
  });

  test('a review that is refused is halved until its line is found, whose file has the comment', async () => {
    const all = ['a', 'b', 'c'].map((name) => thread(name));
    const result = await github({
      plans: [all],
      failures: { createReview: [fail('invalid'), fail('invalid'), fail('invalid')] },
    });
    expect(result.calls.map((call) => call.replace('gitops-gate comments on ', ''))).toEqual([
      'createReview 3 findings. [a b c]',
      'createReview 2 findings. [a b]',
      'createReview 1 finding. [a]',
      'createFileComment file:a.yaml file a',
      'createReview 1 finding. [b]',
      'createReview 1 finding. [c]',
    ]);
    expect(result).toMatchObject({
      state: 'partial',
      problems: ['GitHub refuses comments on a.yaml:3: its file has the comment instead.'],
    });
    expect(result.written).toBe(3);
  });

  test('where the file may have none either, the finding has no comment, which the next plan knows', async () => {
    const refusing = { createReview: [fail('invalid')] };
    const without = 'GitHub refuses comments on a.yaml:3: 1 finding without a comment on the diff. It was invalid.';
    const none = await github({ plans: [[thread('a')]], left: 0, failures: refusing });
    expect(none).toMatchObject({
      state: 'partial',
      onDiff: [],
      problems: [without],
      rounds: 2,
      placeless: [[], [shortFingerprint(found('a').fingerprint)]],
    });
    expect(await github({ plans: [[thread('a', { fallback: undefined })]], failures: refusing })).toMatchObject({
      problems: [without],
    });
    const both = await github({
      plans: [[thread('a')]],
      failures: { ...refusing, createFileComment: [fail('invalid')] },
    });
    expect(both).toMatchObject({ onDiff: [], problems: [without] });
    const unclear = await github({
      plans: [[thread('a')]],
      failures: { ...refusing, createFileComment: [fail('unsure')] },
    });
    expect(unclear).toMatchObject({ onDiff: [], state: 'published', rounds: 2 });
    const two = await github({
      plans: [[thread('a'), thread('b')]],
      left: 1,
      failures: { createReview: Array(3).fill(fail('invalid')) },
    });
    expect(two.written).toBe(1);
    const removed = thread('a', { place: { kind: 'line', file: 'a.yaml', oldFile: 'a.yaml', line: { oldLine: 7 } } });
    expect((await github({ plans: [[removed]], left: 0, failures: refusing })).problems[0]).toContain('a.yaml:7:');
    const file = await github({ plans: [[onFile('f')]], failures: { createFileComment: [fail('invalid')] } });
    expect(file.problems).toEqual([
      'GitHub refuses comments on f.yaml: 1 finding without a comment on the diff. It was invalid.',
    ]);
    expect(await github({ plans: [[onFile('f')]], failures: { createFileComment: [fail('over')] } })).toMatchObject({
      state: 'failed',
    });
  });

  test('a review that fails otherwise is not halved, and another head ends it', async () => {
    const all = ['a', 'b'].map((name) => thread(name));
    expect(await github({ plans: [all], failures: { createReview: [fail('denied')] } })).toMatchObject({
      state: 'denied',
      rounds: 1,
    });
    expect(await github({ plans: [all], failures: { createReview: [fail('unsure')] } })).toMatchObject({
      state: 'published',
      rounds: 2,
    });
    await expect(github({ plans: [all], failures: { createReview: [new TypeError('a bug')] } })).rejects.toThrow(
      'a bug',
    );
    const moved = await github({
      plans: [all],
      heads: [head, 'b'.repeat(40)],
      failures: { createReview: [fail('invalid')] },
    });
    expect(moved).toMatchObject({
      state: 'failed',
      problems: ["The request's head moved to bbbbbbb while publishing."],
    });
  });

  test('after sixteen refusals the rest is not halved any more', async () => {
    const many = Array.from({ length: 30 }, (_, at) => thread(`t${at}`));
    const result = await github({
      plans: [many],
      left: 0,
      failures: { createReview: Array(60).fill(fail('invalid')) },
    });
    expect(result.calls.filter((call) => call.startsWith('createReview'))).toHaveLength(19);
    expect(result).toMatchObject({ onDiff: [], state: 'partial' });
    expect(result.problems.at(-1)).toBe('The same holds for 27 more places.');
  });
});
