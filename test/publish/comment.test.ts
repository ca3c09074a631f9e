import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import {
  answer,
  type CommentContext,
  closedComment,
  displacedSentence,
  movedSentence,
  openComment,
} from '../../src/publish/comment.ts';
import { readMarker, shortFingerprint, withoutMarker } from '../../src/publish/marker.ts';
import type { OwnThread } from '../../src/publish/own-thread.ts';
import type { Place } from '../../src/publish/place.ts';
import { planThreads } from '../../src/publish/threads.ts';
import { planTurnedOff } from '../../src/publish/turned-off.ts';
import { planUnjudged } from '../../src/publish/unjudged.ts';
import type { Thread } from '../../src/publish/written.ts';
import { reportWith, finding as sample } from '../report/sample-report.ts';
import { reviewDiff } from './model-forge.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`);
const changed = (count: number, ...at: readonly number[]) =>
  lines(count)
    .map((line, index) => (at.includes(index + 1) ? 'changed\n' : line))
    .join('');
const diff = reviewDiff({ 'a.yaml': lines(60).join('') }, { 'a.yaml': changed(60, 10, 40) });
const context = (more: Partial<CommentContext> = {}, forge: Partial<CommentContext['forge']> = {}): CommentContext => ({
  instance: 'a'.repeat(12),
  links: { file: () => undefined, commit: () => undefined },
  forge: {
    maxComments: 20,
    maxFileComments: 3,
    commentBytes: 65_536,
    suggestionInfo: (count) => `suggestion:${count}`,
    ...forge,
  },
  diff,
  head: undefined,
  refused: new Set(),
  flags: '',
  ...more,
});
const line = (newLine: number, start?: number): Place => ({
  kind: 'line',
  file: 'a.yaml',
  oldFile: 'a.yaml',
  line: { newLine },
  ...(start === undefined ? {} : { start: { newLine: start } }),
});
const whole: Place = { kind: 'file', file: 'a.yaml', oldFile: 'a.yaml' };
const found = (more: Partial<Finding> = {}, id = 'a') =>
  sample('rbac-widened', 'high', {
    message: `${id}.`,
    fingerprint: id.repeat(32),
    position: { file: 'a.yaml', line: 10, column: 1 },
    ...more,
  });

describe('the text of a comment', () => {
  test('has what was said in front of it, and no blank where nothing was', () => {
    const [plain, after] = [
      openComment([found()], line(10), context()),
      openComment([found()], line(10), context(), 'Back.'),
    ];
    expect(withoutMarker(after.body)).toBe(`Back.\n\n${withoutMarker(plain.body)}`);
    expect(withoutMarker(plain.body)).not.toMatch(/^\s/);
    expect(plain.digest).toBe(after.digest);
  });

  test('offers a suggestion for as many lines as it is for, on exactly these', () => {
    const offered = (more: Partial<Finding>, place: Place | undefined) =>
      /suggestion:(-?\d+)/.exec(openComment([found({ suggestion: 'x', ...more })], place, context()).body)?.[1];
    expect([
      offered({}, line(10)),
      offered({ endLine: 10 }, line(10)),
      offered({ position: { file: 'a.yaml', line: 9, column: 1 }, endLine: 11 }, line(11, 9)),
    ]).toEqual(['1', '1', '3']);
    const { position: _, ...unplaced } = found({ suggestion: 'x' });
    expect([
      offered({}, whole),
      offered({}, undefined),
      offered({}, line(9)),
      offered({ position: { file: 'a.yaml', line: 5, column: 1 }, endLine: 8 }, line(8, 7)),
    ]).toEqual([undefined, undefined, undefined, undefined]);
    expect(openComment([unplaced], line(10), context()).body).not.toContain('suggestion:');
  });

  test('is brief where it would not fit, for each of as many findings', () => {
    const size = (count: number, commentBytes: number) =>
      Buffer.byteLength(
        openComment(Array(count).fill(found({ details: ['d'.repeat(500)] })), line(10), context({}, { commentBytes }))
          .body,
      );
    const [full] = [size(1, 65_536)];
    expect(size(1, 2_000)).toBeLessThan(full - 400);
    expect(size(1, 2_400)).toBeLessThan(full - 400);
    expect(size(1, 2_000 + full)).toBe(full);
    expect(size(2, 2_000 + full)).toBeLessThan(full);
    expect(size(2, 2_000 + 2 * full)).toBeGreaterThan(1.5 * full);
  });

  test('once it is over folds what it said, and shows a suggestion as YAML', () => {
    const marker = {
      kind: 'finding',
      instance: 'a'.repeat(12),
      state: 'open',
      digest: 'b'.repeat(16),
      findings: ['c'.repeat(16)],
    } as const;
    const body = 'said\n```suggestion:-1+0\nx\n```\n text ```suggestion y\n````suggestion\n````\n```suggestion z\n';
    const closed = closedComment(marker, body, 'Fixed.', 'fixed', context());
    expect(readMarker(closed)).toEqual({ ...marker, state: 'fixed' });
    expect(withoutMarker(closed)).toBe(
      `Fixed.\n\n<details>\n<summary>What was reported</summary>\n\nsaid\n\`\`\`yaml\nx\n\`\`\`\n text \`\`\`suggestion y\n\`\`\`\`yaml\n\`\`\`\`\n\`\`\`suggestion z\n\n\n</details>`,
    );
    const bytes = Buffer.byteLength(closed);
    const sized = (commentBytes: number) =>
      closedComment(marker, body, 'Fixed.', 'fixed', context({}, { commentBytes })).includes('<details>');
    expect([sized(bytes), sized(bytes - 1)]).toEqual([true, false]);
  });

  test('says where it is now, and why it is not on the diff', () => {
    expect(
      [movedSentence(line(3)), movedSentence({ ...line(3), line: { oldLine: 4 } } as Place), movedSentence(whole)].map(
        (each) => /`[^`]*`/.exec(each)?.[0],
      ),
    ).toEqual(['`a.yaml:3`', '`a.yaml:4`', '`a.yaml`']);
    expect([displacedSentence(context()), displacedSentence(context({}, { maxComments: 0 }))]).toEqual([
      expect.stringContaining('worse findings are commented on first'),
      expect.stringContaining('comments on the diff are turned off'),
    ]);
    expect(readMarker(answer('x', 'fixed', context()))).toEqual({
      kind: 'answer',
      instance: 'a'.repeat(12),
      state: 'fixed',
    });
  });
});

describe('what is done about threads', () => {
  const own = (
    order: number,
    findings: readonly Finding[],
    more: Partial<OwnThread> = {},
    thread: Partial<Thread> = {},
  ): OwnThread => ({
    thread: {
      id: `${order}`,
      order,
      comments: [],
      isCut: false,
      place: line(10),
      isOutdated: false,
      isResolved: false,
      isResolvedByOther: false,
      ...thread,
    },
    marker: {
      kind: 'finding',
      instance: 'a'.repeat(12),
      state: 'open',
      digest: openComment(findings, line(10), context()).digest,
      findings: findings.map(({ fingerprint }) => shortFingerprint(fingerprint)),
    },
    body: 'said',
    state: 'open',
    isJoined: false,
    ...more,
  });
  const planned = (
    findings: readonly Finding[],
    threads: readonly OwnThread[],
    more: Partial<CommentContext> = {},
    forge: Partial<CommentContext['forge']> = {},
  ) => planThreads(reportWith({ findings, suppressed: [], unjudged: [] }), threads, context(more, forge));
  const done = (...args: Parameters<typeof planned>) =>
    planned(...args).actions.map((action) =>
      `${action.kind} ${'thread' in action ? action.thread : action.kind === 'create-thread' ? JSON.stringify(action.place.kind === 'file' ? 'file' : (action.place.start ?? action.place.line)) : ''}${'state' in action ? ` ${action.state}` : ''}`.trim(),
    );
  const [a, b] = [found(), found({ position: { file: 'a.yaml', line: 40, column: 1 } }, 'b')];

  test.each<readonly [string, readonly Finding[], readonly OwnThread[], ...string[]]>([
    ['nothing where all is as it was', [a], [own(1, [a])]],
    ['a new one', [a], [], 'create-thread {"newLine":10}'],
    ['its text where fewer are there', [a], [own(1, [a, b])], 'update-thread 1'],
    ['its end where it is fixed', [], [own(1, [a])], 'close-thread 1 fixed'],
    ['its end where it was only shown elsewhere', [], [own(1, [a], { state: 'displaced' })], 'close-thread 1 fixed'],
    [
      'nothing where it is shown elsewhere still',
      [a],
      [own(1, [a], { state: 'displaced' }, { isResolvedByOther: true })],
      'create-thread {"newLine":10}',
    ],
    [
      'nothing of one that ended',
      [],
      [own(1, [a], { state: 'fixed' }), own(2, [a], { state: 'moved' }), own(3, [a], { state: 'ignored' })],
    ],
    ['the second of the same', [a], [own(1, [a]), own(2, [a])], 'remove-thread 2'],
    [
      'not one that people joined',
      [a],
      [own(1, [a]), own(2, [a], { isJoined: true }), own(3, [a], {}, { isResolvedByOther: true })],
    ],
    ['an answer to people', [], [own(1, [a], { isJoined: true })], 'answer-thread 1 fixed'],
    [
      'a thread that moves',
      [a],
      [own(1, [a], {}, { place: line(30) })],
      'create-thread {"newLine":10}',
      'close-thread 1 moved',
    ],
    ['one of several that is still in place', [a, b], [own(1, [a, b])]],
    [
      'several that move to the first line',
      [found({ position: { file: 'a.yaml', line: 9, column: 1 }, endLine: 11 }), b],
      [own(1, [a, b], {}, { place: line(30) })],
      'create-thread {"newLine":9,"oldLine":9}',
      'close-thread 1 moved',
    ],
    [
      'one that moves with its lines',
      [found({ position: { file: 'a.yaml', line: 9, column: 1 }, endLine: 11 })],
      [own(1, [a], {}, { place: line(30) })],
      'create-thread {"newLine":9,"oldLine":9}',
      'close-thread 1 moved',
    ],
    [
      'not one that has no line',
      [found({ position: { file: 'a.yaml', line: 25, column: 1 } })],
      [own(1, [a], {}, { place: line(30) })],
    ],
    [
      'not one that people joined, though its lines are gone',
      [a],
      [own(1, [a], { isJoined: true }, { place: undefined, isOutdated: true })],
    ],
    ['one whose place is not known', [a], [own(1, [a], {}, { place: undefined })]],
    [
      'one that is outdated',
      [a],
      [own(1, [a], {}, { place: undefined, isOutdated: true })],
      'create-thread {"newLine":10}',
      'close-thread 1 moved',
    ],
    ['one that is back', [a], [own(1, [a], { state: 'fixed' })], 'reopen-thread 1'],
    ['one that is back to people', [a], [own(1, [a], { state: 'fixed', isJoined: true })], 'answer-thread 1 open'],
  ])('%s', (_, findings, threads, ...expected) => {
    expect(done(findings, threads)).toEqual(expected);
  });

  test('of a thread that moves no text is changed where it was', () => {
    const other = own(1, [a, b], { marker: { ...own(1, [a, b]).marker, digest: 'f'.repeat(16) } }, { place: line(30) });
    expect(done([a], [other])).toEqual(['create-thread {"newLine":10}', 'close-thread 1 moved']);
  });

  test('without budget threads are said to be elsewhere, and nothing else', () => {
    const moving = own(1, [a], {}, { place: line(30) });
    expect(done([a], [moving], {}, { maxComments: 0 })).toEqual(['close-thread 1 displaced']);
    expect(
      done([a], [own(1, [a], { marker: { ...own(1, [a]).marker, digest: 'f'.repeat(16) } })], {}, { maxComments: 0 }),
    ).toEqual(['close-thread 1 displaced']);
    expect(done([a], [own(1, [a], { isJoined: true })], {}, { maxComments: 0 })).toEqual([]);
    const plan = planned([a, b], [own(1, [a])], {}, { maxComments: 0 });
    expect([plan.shown.size, plan.fileCommentsLeft]).toEqual([0, 3]);
  });

  test('a place that is refused is not written to', () => {
    expect(done([a], [], { refused: new Set([a]) })).toEqual([]);
    expect(done([a], [own(1, [a], {}, { place: line(30) })], { refused: new Set([a]) })).toEqual([]);
  });

  test('comments on whole files are counted', () => {
    const far = found({ position: { file: 'a.yaml', line: 25, column: 1 } });
    const plan = planned([far], [], {}, { maxFileComments: 1 });
    expect([plan.fileCommentsLeft, plan.shown.has(far)]).toEqual([0, true]);
    const [action] = plan.actions;
    expect(action?.kind === 'create-thread' && [action.place, action.fallback]).toEqual([whole, undefined]);
  });

  test('of what is ignored the worst says why', () => {
    const ignored = (severity: Finding['severity'], reason: string, id = 'a') => ({
      ...found({ severity }, id),
      reason,
      until: '2030-01-01',
    });
    const report = reportWith({
      findings: [],
      suppressed: [ignored('low', 'mild'), ignored('high', 'bad', 'b'), ignored('critical', 'other', 'c')] as never,
      unjudged: [],
    });
    const [action] = planThreads(report, [own(1, [a, b])], context()).actions;
    expect(
      action?.kind === 'close-thread' && [action.state, /bad/.test(action.body), /mild|other/.test(action.body)],
    ).toEqual(['ignored', true, false]);
  });
});

test('where nothing was judged, or nothing is to be shown, a plan says so', () => {
  const empty = { threads: [], notes: [] };
  const nothing = { actions: [], onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
  expect(
    planUnjudged(empty, 'gate', {
      head: 'ab'.repeat(20),
      problems: [],
      links: { file: () => undefined, commit: () => undefined },
      log: '',
    }),
  ).toEqual(nothing);
  expect(planTurnedOff(empty, 'gate', undefined, { isDiffKept: false })).toEqual(nothing);
});
