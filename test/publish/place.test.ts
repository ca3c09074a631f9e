import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { type Group, groupByPlace, reopenable, select } from '../../src/publish/groups.ts';
import { digestOf, instanceKey, type Marker, readMarker, withMarker, withoutMarker } from '../../src/publish/marker.ts';
import { type OwnThread, ownThreads } from '../../src/publish/own-thread.ts';
import { anchorOf, firstLine, isAbout, isSamePlace, type Place, placeKey } from '../../src/publish/place.ts';
import type { Comment, Thread } from '../../src/publish/written.ts';
import { finding as sample } from '../report/sample-report.ts';
import { reviewDiff, comment as written } from './model-forge.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`);
const changed = (count: number, ...at: readonly number[]) =>
  lines(count)
    .map((line, index) => (at.includes(index + 1) ? 'changed\n' : line))
    .join('');
/** Lines 10 and 40 of a.yaml are changed, two lines come before b.yaml, c.yaml is gone. */
const diff = reviewDiff(
  { 'a.yaml': lines(60).join(''), 'b.yaml': lines(20).join(''), 'c.yaml': lines(3).join('') },
  { 'a.yaml': changed(60, 10, 40), 'b.yaml': `x\ny\n${lines(20).join('')}` },
);
const comment = (body: string, more: Partial<Comment> = {}): Comment => ({ ...written(body), ...more });
const at = (file: string, line: number) => ({ file, line, column: 1 });
const found = (more: Partial<Finding>, severity: Finding['severity'] = 'high') =>
  sample('rbac-widened', severity, { message: 'A.', ...more });
const line = (
  file: string,
  newLine: number | undefined,
  oldLine?: number,
  start?: { newLine?: number; oldLine?: number },
): Place => ({
  kind: 'line',
  file,
  oldFile: file,
  line: { ...(newLine === undefined ? {} : { newLine }), ...(oldLine === undefined ? {} : { oldLine }) },
  ...(start === undefined ? {} : { start }),
});
const whole = (file: string): Place => ({ kind: 'file', file, oldFile: file });

describe('the best place for a finding', () => {
  const anchor = (more: Partial<Finding>) => anchorOf(found(more), diff);
  test.each<readonly [string, Partial<Finding>, Place | undefined, boolean?]>([
    ['a changed line', { position: at('a.yaml', 10) }, line('a.yaml', 10), true],
    ['a line of the second hunk', { position: at('a.yaml', 43) }, line('a.yaml', 43, 43), true],
    ['a line between hunks', { position: at('a.yaml', 25) }, whole('a.yaml'), false],
    ['a line behind them', { position: at('a.yaml', 44) }, whole('a.yaml'), false],
    [
      'lines in a hunk',
      { position: at('a.yaml', 9), endLine: 11 },
      line('a.yaml', 11, 11, { newLine: 9, oldLine: 9 }),
      true,
    ],
    [
      'lines that begin before it',
      { position: at('a.yaml', 1), endLine: 8 },
      line('a.yaml', 8, 8, { newLine: 7, oldLine: 7 }),
      false,
    ],
    ['lines that end behind it', { position: at('a.yaml', 13), endLine: 20 }, line('a.yaml', 13, 13), false],
    [
      'lines of two hunks',
      { position: at('a.yaml', 12), endLine: 50, suggestion: 'x' },
      line('a.yaml', 13, 13, { newLine: 12, oldLine: 12 }),
      false,
    ],
    ['a range of twenty lines more', { position: at('a.yaml', 17), endLine: 60 }, line('a.yaml', 37, 37), false],
    ['a range that ends before', { position: at('a.yaml', 16), endLine: 60 }, whole('a.yaml'), false],
    [
      'a long range that a suggestion is for',
      { position: at('a.yaml', 16), endLine: 60, suggestion: 'x' },
      line('a.yaml', 43, 43, { newLine: 37, oldLine: 37 }),
      false,
    ],
    ['a suggestion for one line', { position: at('a.yaml', 10), suggestion: 'x' }, line('a.yaml', 10), true],
    ['a line that moved down', { position: at('b.yaml', 5) }, line('b.yaml', 5, 3), true],
    ['a new line', { position: at('b.yaml', 2) }, line('b.yaml', 2), true],
    [
      'another place that is shown',
      { position: at('x.yaml', 1), places: [at('a.yaml', 25), at('a.yaml', 40)] },
      line('a.yaml', 40),
      true,
    ],
    [
      'the file of another place',
      { position: at('x.yaml', 1), places: [at('a.yaml', 25), at('b.yaml', 20)] },
      whole('a.yaml'),
      false,
    ],
    ['a removed line', { removedAt: at('c.yaml', 2) }, line('c.yaml', undefined, 2), false],
    ['a line that was there before', { removedAt: at('b.yaml', 3) }, line('b.yaml', 5, 3), false],
    ['a changed line before', { removedAt: at('a.yaml', 40) }, line('a.yaml', undefined, 40), false],
    ['a line before that is not shown', { removedAt: at('a.yaml', 25) }, whole('a.yaml'), false],
    [
      'a line before, and the file of its own',
      { position: at('b.yaml', 20), removedAt: at('a.yaml', 25) },
      whole('b.yaml'),
      false,
    ],
    [
      'a removed line rather than a file',
      { position: at('b.yaml', 20), removedAt: at('c.yaml', 2) },
      line('c.yaml', undefined, 2),
      false,
    ],
    ['a file that is not in the diff', { position: at('x.yaml', 1) }, undefined],
    ['a removed line of a file that is not', { removedAt: at('x.yaml', 1) }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, more, place, isExact = false) => {
    expect(anchor(more)).toEqual(place && { place, isExact });
  });

  test('a file whose lines are not shown is commented on as a whole', () => {
    const binary = new Map([['a.bin', { path: 'a.bin', oldPath: 'b.bin', lines: undefined }]]);
    const place = { kind: 'file', file: 'a.bin', oldFile: 'b.bin' };
    expect(anchorOf(found({ position: at('a.bin', 1) }), binary)).toEqual({ place, isExact: false });
    expect(anchorOf(found({ removedAt: at('a.bin', 1) }), binary)).toEqual({ place, isExact: false });
  });
});

test.each<readonly [string, Partial<Finding>, Place, boolean]>([
  ['its line', { position: at('a.yaml', 10) }, line('a.yaml', 10), true],
  ['another line', { position: at('a.yaml', 10) }, line('a.yaml', 11, 11), false],
  ['the line of another file', { position: at('a.yaml', 10) }, line('b.yaml', 10, 8), false],
  ['the first of its lines', { position: at('a.yaml', 10), endLine: 12 }, line('a.yaml', 10), true],
  ['the last of its lines', { position: at('a.yaml', 10), endLine: 12 }, line('a.yaml', 12, 12), true],
  ['a line behind them', { position: at('a.yaml', 10), endLine: 12 }, line('a.yaml', 13, 13), false],
  ['a line before them', { position: at('a.yaml', 10), endLine: 12 }, line('a.yaml', 9, 9), false],
  ['its file', { position: at('a.yaml', 10) }, whole('a.yaml'), true],
  ['another file', { position: at('a.yaml', 10) }, whole('b.yaml'), false],
  ['another place of it', { position: at('x.yaml', 1), places: [at('a.yaml', 11)] }, line('a.yaml', 11, 11), true],
  ['a removed line, for a new one', { position: at('a.yaml', 10) }, line('a.yaml', undefined, 10), false],
  ['its removed line', { removedAt: at('a.yaml', 40) }, line('a.yaml', undefined, 40), true],
  ['another removed line', { removedAt: at('a.yaml', 40) }, line('a.yaml', undefined, 39), false],
  ['its line before', { removedAt: at('b.yaml', 3) }, line('b.yaml', 5, 3), true],
  ['the file of its removed line', { removedAt: at('a.yaml', 40) }, whole('a.yaml'), true],
  ['another file than that of its removed line', { removedAt: at('a.yaml', 40) }, whole('b.yaml'), false],
  ['the removed line of a file that is not in the diff', { removedAt: at('x.yaml', 1) }, whole('x.yaml'), false],
  [
    'its own line, and not its removed one',
    { position: at('a.yaml', 10), removedAt: at('a.yaml', 40) },
    line('a.yaml', undefined, 40),
    true,
  ],
])('a comment is about a finding at %s or not', (_, more, place, expected) => {
  expect(isAbout(found(more), place, diff)).toBe(expected);
});

test('places are the same where their lines are', () => {
  const range = line('a.yaml', 12, 12, { newLine: 9, oldLine: 9 });
  expect([whole('a.yaml'), line('a.yaml', 3, 1), line('a.yaml', undefined, 3), range].map(placeKey)).toEqual([
    '["a.yaml"]',
    '["a.yaml",3,null]',
    '["a.yaml",null,3]',
    '["a.yaml",9,null]',
  ]);
  const same: readonly (readonly [Place, Place])[] = [
    [whole('a.yaml'), whole('a.yaml')],
    [range, line('a.yaml', 12, 12, { newLine: 9 })],
    [line('a.yaml', 3), line('a.yaml', 3, 2)],
  ];
  expect(same.map(([one, other]) => isSamePlace(one, other))).toEqual([true, true, true]);
  const others: readonly (readonly [Place, Place])[] = [
    [whole('a.yaml'), whole('b.yaml')],
    [whole('a.yaml'), line('a.yaml', 3)],
    [line('a.yaml', 3), whole('a.yaml')],
    [range, line('a.yaml', 11, 11, { newLine: 9 })],
    [range, line('a.yaml', 12, 12, { newLine: 8 })],
    [range, line('b.yaml', 12, 12, { newLine: 9 })],
  ];
  expect(others.map(([one, other]) => isSamePlace(one, other))).toEqual(others.map(() => false));
  expect([firstLine(range), firstLine(whole('a.yaml')), firstLine(line('a.yaml', 3))]).toEqual([
    line('a.yaml', 9, 9),
    whole('a.yaml'),
    line('a.yaml', 3),
  ]);
});

describe('findings that are shown together', () => {
  test('are those of one line or one file, ten at most, at its first line where they are of several', () => {
    const many = Array.from({ length: 11 }, (_, index) => found({ position: at('a.yaml', 10), message: `${index}` }));
    const [longer, file, other, none] = [
      found({ position: at('a.yaml', 9), endLine: 10 }),
      found({ position: at('a.yaml', 25) }),
      found({ position: at('a.yaml', 26) }),
      found({}),
    ];
    const short = found({ position: at('a.yaml', 9) });
    expect(groupByPlace([...many, longer, file, short, other, none], diff)).toEqual([
      { findings: many.slice(0, 10), place: line('a.yaml', 10), thread: undefined },
      { findings: [longer, short], place: line('a.yaml', 9, 9), thread: undefined },
      { findings: [file, other], place: whole('a.yaml'), thread: undefined },
    ]);
    expect(groupByPlace([longer, { ...longer, message: 'B.' }], diff)[0]?.place).toEqual(
      line('a.yaml', 10, undefined, { newLine: 9, oldLine: 9 }),
    );
  });

  const own = (
    order: number,
    findings: readonly string[],
    more: Partial<OwnThread> = {},
    thread: Partial<Thread> = {},
  ): OwnThread => ({
    thread: {
      id: `${order}`,
      order,
      comments: [],
      isCut: false,
      place: undefined,
      isOutdated: false,
      isResolved: false,
      isResolvedByOther: false,
      ...thread,
    },
    marker: { kind: 'finding', instance: 'i', state: 'fixed', digest: 'd', findings },
    body: '',
    state: 'fixed',
    isJoined: false,
    ...more,
  });
  const named = (id: string, more: Partial<Finding> = {}) => found({ fingerprint: id.repeat(32), ...more });
  const [a, b] = [named('a', { position: at('a.yaml', 10) }), named('b', { position: at('a.yaml', 40) })];
  const [idA, idB] = ['a'.repeat(16), 'b'.repeat(16)];

  test('a closed thread takes its findings back, the latest first', () => {
    const taken = (...threads: readonly OwnThread[]) =>
      reopenable(threads, [a, b], diff).map(({ thread, findings }) => [
        thread?.thread.order,
        findings.map(({ fingerprint }) => fingerprint.slice(0, 1)).join(''),
      ]);
    expect(taken(own(1, [idA, idB]), own(2, [idA]))).toEqual([
      [2, 'a'],
      [1, 'b'],
    ]);
    expect(taken(own(1, [idA], { state: 'ignored' }), own(2, [idB], { state: 'displaced' }))).toEqual([
      [2, 'b'],
      [1, 'a'],
    ]);
    expect(
      taken(own(1, [idA], { state: 'open' }), own(2, [idA], { state: 'moved' }), own(3, [idA], { state: undefined })),
    ).toEqual([]);
    expect(taken(own(1, [idA], {}, { isResolvedByOther: true }), own(2, [idA], {}, { isOutdated: true }))).toEqual([]);
    expect(taken(own(1, ['c'.repeat(16)]))).toEqual([]);
    const here = { place: line('a.yaml', 10) };
    expect(taken(own(1, [idA, idB], {}, here), own(0, [idB], {}, here))).toEqual([[1, 'a']]);
    expect(taken(own(1, [idA, idB], { isJoined: true }, here))).toEqual([[1, 'ab']]);
  });

  const forge = (maxComments: number, maxFileComments = 9) => ({
    maxComments,
    maxFileComments,
    commentBytes: 1_000,
    suggestionInfo: () => '',
  });
  const group = (severity: Finding['severity'], more: Partial<Group> = {}): Group => ({
    findings: [found({}, severity)],
    place: line('a.yaml', 10),
    thread: undefined,
    ...more,
  });

  test('the worst are chosen, of equals the open ones, within both budgets', () => {
    const [high, low, medium] = [group('high'), group('low'), group('medium')];
    expect(select([low, high], [], forge(1))).toEqual({ chosen: [high], displaced: [], fileComments: 0 });
    expect(select([high], [medium, low], forge(2))).toEqual({ chosen: [high], displaced: [low], fileComments: 0 });
    const open = group('high', { thread: own(1, [idA]) });
    expect(select([high], [open], forge(1))).toEqual({ chosen: [], displaced: [], fileComments: 0 });
    const [older, newer] = [group('high', { thread: own(1, [idA]) }), group('high', { thread: own(2, [idA]) })];
    expect(select([], [newer, older], forge(1)).displaced).toEqual([newer]);
    const [file, second] = [group('high', { place: whole('a.yaml') }), group('medium', { place: whole('b.yaml') })];
    expect(select([file, second, low], [], forge(9, 1))).toEqual({
      chosen: [file, low],
      displaced: [],
      fileComments: 1,
    });
    expect(select([low], [file, second], forge(9, 0))).toEqual({
      chosen: [low],
      displaced: [file, second],
      fileComments: 0,
    });
    expect(select([high, low], [medium], forge(0))).toEqual({ chosen: [], displaced: [medium], fileComments: 0 });
    expect(select([group('low', { findings: [] }), high], [], forge(1)).chosen).toEqual([high]);
  });

  test('where people take part is outside the budgets', () => {
    const joined = group('low', { thread: own(1, [idA], { isJoined: true }), place: whole('a.yaml') });
    expect(select([joined, group('high')], [], forge(0, 0))).toEqual({
      chosen: [joined],
      displaced: [],
      fileComments: 0,
    });
  });
});

describe('markers', () => {
  const instance = instanceKey('gate');
  const [head, digest] = ['ab'.repeat(20), digestOf('x')];
  test.each<readonly [Marker, string]>([
    [
      { kind: 'summary', instance, head, digest, refused: ['a1', 'b2'] },
      `<!-- gitops-gate summary ${instance} head=${head} digest=${digest} refused=a1,b2 -->`,
    ],
    [
      { kind: 'summary', instance, head: undefined, digest, refused: [] },
      `<!-- gitops-gate summary ${instance} digest=${digest} -->`,
    ],
    [
      { kind: 'finding', instance, state: 'moved', digest, findings: ['a1', 'b2'] },
      `<!-- gitops-gate finding ${instance} state=moved digest=${digest} findings=a1,b2 -->`,
    ],
    [{ kind: 'answer', instance, state: 'displaced' }, `<!-- gitops-gate answer ${instance} state=displaced -->`],
  ])('are written as they are read', (marker, start) => {
    const body = withMarker(marker, 'said');
    expect(body).toBe(`${start}\nsaid`);
    expect(readMarker(body)).toEqual(marker);
    expect(withoutMarker(`${body} ${start}`)).toBe(`said ${start}`);
  });

  test('count at the very start alone, and whole', () => {
    const start = withMarker({ kind: 'answer', instance, state: 'open' }, '');
    expect(readMarker(`x${start}`)).toBeUndefined();
    expect(readMarker(`\n${start}`)).toBeUndefined();
    const broken = [
      start.replace('open', 'other'),
      start.replace('answer', 'finding'),
      start.replace('answer', 'summary'),
      `<!-- gitops-gate finding ${instance} state=open findings=a1 -->`,
      `<!-- gitops-gate finding ${instance} digest=${digest} findings=a1 -->`,
      `<!-- gitops-gate finding ${instance} state=open digest=${digest} -->`,
      `<!-- gitops-gate answer ${instance} -->`,
    ];
    expect(broken.map(readMarker)).toEqual(broken.map(() => undefined));
    expect([instance.length, digest.length, instanceKey('a') === instanceKey('b')]).toEqual([12, 16, false]);
  });
});

describe('threads of an instance', () => {
  const instance = instanceKey('gate');
  const begin = withMarker(
    { kind: 'finding', instance, state: 'open', digest: digestOf('x'), findings: ['a1'] },
    'said',
  );
  const answer = (state: 'fixed' | 'open', more: Partial<Comment> = {}, of = instance) =>
    comment(withMarker({ kind: 'answer', instance: of, state }, ''), more);
  const thread = (order: number, comments: readonly Comment[], more: Partial<Thread> = {}): Thread => ({
    ...{
      id: `${order}`,
      order,
      comments,
      isCut: false,
      place: undefined,
      isOutdated: false,
      isResolved: false,
      isResolvedByOther: false,
    },
    ...more,
  });
  const states = (comments: readonly Comment[], more: Partial<Thread> = {}) =>
    ownThreads([thread(1, comments, more)], instance).map(({ state, isJoined }) => [state, isJoined]);

  test('begin with our own comment with a marker', () => {
    expect(states([])).toEqual([]);
    expect(states([comment(begin, { isOurs: false })])).toEqual([]);
    expect(states([comment('x')])).toEqual([]);
    expect(states([answer('fixed')])).toEqual([]);
    expect(ownThreads([thread(1, [comment(begin)])], instanceKey('other'))).toEqual([]);
    expect(ownThreads([thread(1, [comment(begin)])], instance)[0]).toMatchObject({
      body: begin,
      marker: { kind: 'finding', findings: ['a1'] },
    });
  });

  test('say what the last of our answers says, and people join by what they write', () => {
    expect(states([comment(begin)])).toEqual([['open', false]]);
    expect(states([comment(begin, { isEditedByOther: true })])).toEqual([['open', true]]);
    expect(states([comment(begin), answer('fixed')])).toEqual([['fixed', false]]);
    expect(states([comment(begin), answer('fixed'), answer('open')])).toEqual([['open', false]]);
    expect(states([comment(begin), answer('fixed'), comment('x', { isOurs: false })])).toEqual([['fixed', true]]);
    expect(states([comment(begin), answer('fixed', { isOurs: false })])).toEqual([['open', true]]);
    expect(states([comment(begin), answer('fixed', { isEditedByOther: true })])).toEqual([['open', true]]);
    expect(states([comment(begin), answer('fixed', {}, instanceKey('other'))])).toEqual([['open', true]]);
    expect(states([comment(begin), comment(begin)])).toEqual([['open', true]]);
    expect(states([comment(begin)], { isCut: true })).toEqual([[undefined, true]]);
    expect(states([comment(begin), answer('fixed')], { isCut: true })).toEqual([['fixed', true]]);
  });

  test('count first where people take part, then the oldest', () => {
    const all = [
      thread(4, [comment(begin)]),
      thread(3, [comment(begin)], { isResolvedByOther: true }),
      thread(2, [comment(begin)]),
      thread(5, [comment(begin), comment('x', { isOurs: false })]),
    ];
    expect(ownThreads(all, instance).map((each) => each.thread.order)).toEqual([3, 5, 2, 4]);
  });
});
