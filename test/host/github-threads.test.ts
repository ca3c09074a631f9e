import { describe, expect, test } from '@jest/globals';
import { readPage } from '../../src/host/github/api/read-written.ts';
import { withMarker } from '../../src/publish/marker.ts';

const both = { wantThreads: true, wantNotes: true };
const said = (more: object = {}) => ({
  id: 'C1',
  fullDatabaseId: '7',
  body: 'Hello',
  viewerDidAuthor: true,
  author: { login: 'gate', __typename: 'Bot' },
  editor: null,
  viewerCanMinimize: true,
  isMinimized: false,
  ...more,
});
const node = (more: object = {}) => ({
  id: 'T1',
  isResolved: false,
  isOutdated: false,
  subjectType: 'LINE',
  path: 'a.yaml',
  line: 5,
  startLine: null,
  diffSide: 'RIGHT',
  startDiffSide: null,
  viewerCanResolve: true,
  viewerCanUnresolve: false,
  resolvedBy: null,
  first: { totalCount: 1, nodes: [said()] },
  last: { nodes: [said()] },
  ...more,
});
const page = (nodes: readonly unknown[], info: object = { hasNextPage: false }) => ({ pageInfo: info, nodes });
const answer = (threads: unknown, notes: unknown, login = 'gate[bot]') => ({
  viewer: { login },
  repository: { pullRequest: { headRefOid: 'h', reviewThreads: threads, comments: notes } },
});
const threadOf = (more: object = {}, login?: string) =>
  readPage(answer(page([node(more)]), page([]), login), both).threads[0];

describe('a page of what is on a pull request', () => {
  test('has the threads and notes that were asked for, and where the next begins', () => {
    const read = readPage(
      answer(
        page([node()], { hasNextPage: true, endCursor: 't' }),
        page([said()], { hasNextPage: true, endCursor: 'n' }),
      ),
      both,
    );
    expect(read).toMatchObject({ head: 'h', nextThreads: 't', nextNotes: 'n' });
    expect(read.notes).toEqual([
      { id: '7', order: 7, body: 'Hello', isOurs: true, isEditedByOther: false, hasReplies: false },
    ]);
    expect(read.threads).toEqual([
      {
        id: 'T1',
        order: 7,
        comment: '7',
        commentNode: 'C1',
        comments: [{ body: 'Hello', isOurs: true, isEditedByOther: false }],
        isCut: false,
        place: { kind: 'line', file: 'a.yaml', oldFile: 'a.yaml', line: { newLine: 5 } },
        isOutdated: false,
        isResolved: false,
        isResolvedByOther: false,
        mayResolve: true,
        mayUnresolve: false,
        mayMinimize: true,
        isMinimized: false,
      },
    ]);
    const none = readPage(answer(undefined, undefined), { wantThreads: false, wantNotes: false });
    expect(none).toEqual({ head: 'h', threads: [], notes: [], nextThreads: undefined, nextNotes: undefined });
    expect(readPage(answer(page([node()]), page([null, said()])), both)).toMatchObject({
      nextThreads: undefined,
      nextNotes: undefined,
      notes: [{ id: '7' }],
    });
  });

  test.each<[name: string, odd: unknown, message: string]>([
    ['no account', { ...answer(page([]), page([])), viewer: null }, 'an answer without login'],
    ['no request', { viewer: { login: 'x' }, repository: null }, 'an answer without pullRequest'],
    [
      'no head',
      { viewer: { login: 'x' }, repository: { pullRequest: { reviewThreads: page([]), comments: page([]) } } },
      'an answer without headRefOid',
    ],
    ['no list of threads', answer(undefined, page([])), 'an answer without pageInfo'],
    ['no nodes', answer({ pageInfo: {} }, page([])), 'an answer without nodes'],
    ['no cursor', answer(page([], { hasNextPage: true }), page([])), 'an answer without endCursor'],
    ['no number', answer(page([]), page([said({ fullDatabaseId: 'x7' })])), 'a comment without a number'],
    [
      'too long a number',
      answer(page([]), page([said({ fullDatabaseId: '1234567890123456' })])),
      'a comment without a number',
    ],
    ['no text', answer(page([]), page([said({ body: null })])), 'an answer without body'],
    ['no path', answer(page([node({ path: undefined })]), page([])), 'an answer without path'],
  ])('with %s is odd', (_, odd, message) => expect(() => readPage(odd, both)).toThrow(message));
});

describe('a thread', () => {
  test('has its first comment and its last ones, each once', () => {
    const last = said({ id: 'C9', fullDatabaseId: '9', body: 'Bye' });
    const thread = (totalCount: number) =>
      threadOf({ first: { totalCount, nodes: [said()] }, last: { nodes: [said(), last, null] } });
    expect([thread(2)?.comments.map(({ body }) => body), thread(2)?.isCut, thread(3)?.isCut]).toEqual([
      ['Hello', 'Bye'],
      false,
      true,
    ]);
    expect(threadOf({ first: { totalCount: 0, nodes: [] } })).toBeUndefined();
    expect(threadOf({ first: { totalCount: 0 } })).toBeUndefined();
  });

  test.each<[name: string, more: object, place: unknown]>([
    ['on a file', { subjectType: 'FILE', line: null }, { kind: 'file' }],
    ['on a line that is gone', { diffSide: 'LEFT' }, { kind: 'line', line: { oldLine: 5 } }],
    [
      'on several lines',
      { startLine: 3, startDiffSide: 'RIGHT' },
      { kind: 'line', line: { newLine: 5 }, start: { newLine: 3 } },
    ],
    [
      'on lines of both sides',
      { startLine: 3, startDiffSide: 'LEFT' },
      { kind: 'line', line: { newLine: 5 }, start: { oldLine: 3 } },
    ],
    ['on no line', { line: null }, undefined],
    ['on an outdated line', { isOutdated: true }, undefined],
  ])('%s', (_, more, place) => {
    const expected = place === undefined ? undefined : { file: 'a.yaml', oldFile: 'a.yaml', ...(place as object) };
    expect(threadOf(more)?.place).toEqual(expected);
  });

  test('is resolved by somebody else, unless it was this account, or nobody is named and the comment says that it is over', () => {
    const marked = (state: 'open' | 'fixed') =>
      said({
        body: withMarker(
          { kind: 'finding', instance: 'a'.repeat(12), state, digest: 'b'.repeat(16), findings: ['c'] },
          'x',
        ),
      });
    const byOther = (resolvedBy: unknown, first: object = said()) =>
      threadOf({ isResolved: true, resolvedBy, first: { totalCount: 1, nodes: [first] }, last: { nodes: [] } })
        ?.isResolvedByOther;
    expect([byOther({ login: 'gate', __typename: 'Bot' }), byOther({ login: 'eve', __typename: 'User' })]).toEqual([
      false,
      true,
    ]);
    expect([
      byOther(null, marked('fixed')),
      byOther(null, marked('open')),
      byOther(null),
      byOther(undefined, marked('fixed')),
    ]).toEqual([false, true, true, false]);
    const answerOnly = said({ body: withMarker({ kind: 'answer', instance: 'a'.repeat(12), state: 'fixed' }, 'x') });
    expect(byOther(null, answerOnly)).toBe(true);
    expect(threadOf({ isResolved: false, resolvedBy: { login: 'eve' } })?.isResolvedByOther).toBe(false);
  });

  test('is ours where this account wrote it, and changed where another one did', () => {
    const comment = (more: object, login?: string) => {
      const first = threadOf(
        { first: { totalCount: 1, nodes: [said({ viewerDidAuthor: false, ...more })] }, last: { nodes: [] } },
        login,
      )?.comments[0];
      return [first?.isOurs, first?.isEditedByOther];
    };
    expect(comment({ viewerDidAuthor: true, author: null })).toEqual([true, false]);
    expect(comment({ author: null })).toEqual([false, false]);
    expect(comment({ author: { login: 'gate[bot]', __typename: 'Bot' } })).toEqual([true, false]);
    // A person may be called as the app is.
    expect(comment({ author: { login: 'gate', __typename: 'User' } })).toEqual([false, false]);
    expect(comment({ author: { login: 'gate', __typename: 'User' } }, 'gate')).toEqual([true, false]);
    expect(
      comment({ author: { login: 'eve', __typename: 'User' }, editor: { login: 'gate', __typename: 'Bot' } }),
    ).toEqual([false, false]);
    expect(comment({ editor: { login: 'eve', __typename: 'User' } })).toEqual([true, true]);
  });
});
