import { describe, expect, test } from '@jest/globals';
import { commentAt, endWithComments, scalarsOf } from '../../src/fix/edit/comments.ts';
import { applyEdits, type Edit, isSame, overlap } from '../../src/fix/edit/edit.ts';
import { changesAt, changesFrom, changesWithin, nearestChanges, undone } from '../../src/fix/edit/line-changes.ts';
import { isOfOneLine, linePieces } from '../../src/fix/edit/line-pieces.ts';
import {
  columnOf,
  lineBreakOf,
  lineEnd,
  lineStart,
  lineStarts,
  offsetOf,
  reindented,
} from '../../src/fix/edit/lines.ts';
import { locate } from '../../src/fix/edit/locate.ts';
import { pathText, waysAt, waysBack } from '../../src/fix/edit/node-ways.ts';
import { lineDiff } from '../../src/git/diff/line-diff.ts';
import type { Path } from '../../src/yaml/document.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { limits } from '../yaml/limits.ts';

const edit = (start: number, end: number, text = '', former?: number): Edit => ({
  start,
  end,
  text,
  ...(former === undefined ? {} : { former }),
});
const written = (text: string) => {
  const root = parseTrees(text, limits)?.[0]?.root;
  if (root === undefined) throw new Error(`no document: ${text}`);
  return { text, root };
};

describe('edits', () => {
  test.each<[one: Edit, other: Edit, isOverlap: boolean]>([
    [edit(0, 2), edit(2, 4), false],
    [edit(0, 3), edit(2, 4), true],
    [edit(2, 4), edit(0, 3), true],
    [edit(0, 9), edit(2, 4), true],
    [edit(0, 2), edit(0, 3), true],
    [edit(3, 3, 'a'), edit(3, 3, 'b'), true],
    [edit(3, 3, 'a'), edit(3, 3, 'a'), false],
    [edit(1, 3), edit(3, 3, 'a'), false],
    [edit(1, 3), edit(2, 2, 'a'), true],
    [edit(3, 3, 'a', 1), edit(3, 3, 'b', 2), false],
    [edit(3, 3, 'a', 1), edit(3, 3, 'b', 1), true],
    [edit(3, 3, 'a', 1), edit(3, 3, 'b'), true],
  ])('%j and %j overlap: %s', (one, other, isOverlap) => {
    expect(overlap(one, other)).toBe(isOverlap);
    expect(overlap(other, one)).toBe(isOverlap);
  });

  test('are equal where place and text are', () => {
    expect(isSame(edit(1, 2, 'a'), edit(1, 2, 'a', 4))).toBe(true);
    for (const other of [edit(0, 2, 'a'), edit(1, 3, 'a'), edit(1, 2, 'b')])
      expect(isSame(edit(1, 2, 'a'), other)).toBe(false);
  });

  test('are made in the order of the text, each once, and what comes back as it was', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'X'), edit(0, 1), edit(4, 5, 'X'), edit(2, 2, '-')])).toBe('b-cdXf');
    expect(applyEdits('ab', [edit(1, 1, '2', 2), edit(1, 1, '1', 1), edit(1, 2)])).toBe('a12');
    expect(applyEdits('ab', [])).toBe('ab');
  });
});

describe('lines', () => {
  const text = 'ab\n\ncde';

  test('begin and end', () => {
    expect([0, 1, 2, 3, 4, 6].map((at) => lineStart(text, at))).toEqual([0, 0, 0, 3, 4, 4]);
    expect([0, 2, 3, 4, 7].map((at) => lineEnd(text, at))).toEqual([3, 3, 4, 7, 7]);
    expect([lineStarts(text), lineStarts('a\n'), lineStarts('')]).toEqual([
      [0, 3, 4, 7],
      [0, 2],
      [0, 0],
    ]);
    expect([0, 1, 4, 6].map((at) => columnOf(text, at))).toEqual([0, 1, 0, 2]);
  });

  test.each([
    [1, 1, 0],
    [1, 2, 1],
    [3, 3, 6],
    [3, 9, 7],
    [4, 1, undefined],
  ])('line %i, column %i is at %s', (line, column, at) => expect(offsetOf(text, { line, column })).toBe(at));

  test('end as the first of them does', () => {
    expect(['a\r\nb\n', 'a\nb\r\n', 'a', '\n', ''].map(lineBreakOf)).toEqual(['\r\n', '\n', '\n', '\n', '\n']);
  });

  test('are indented more or less, as far as they have the room', () => {
    const stretch = 'a\n  b\n\n    c';
    expect(reindented(stretch, 2, '')).toBe('a\n    b\n\n      c');
    expect(reindented(stretch, -3, '')).toBe('a\nb\n\n c');
    expect(reindented(stretch, 0, 'x\r\n')).toBe('a\r\n  b\r\n\r\n    c');
  });
});

describe('changed lines', () => {
  const [before, after] = ['a\nb\nc\nd\ne\n', 'a\nB\nc\ne\nf\n'];
  const diff = lineDiff(before, after);
  const shown = (changes: readonly { before: { start: number }; after: { start: number } }[]) =>
    changes.map((each) => `${each.before.start}→${each.after.start}`);

  test('are undone', () => {
    expect(applyEdits(after, undone(diff.changes, before, after))).toBe(before);
    expect(applyEdits(before, undone(lineDiff(after, before).changes, after, before))).toBe(after);
  });

  test('are found by a line of either side', () => {
    const [first, second, third] = shown(diff.changes);
    expect(shown(diff.changes)).toHaveLength(3);
    expect([1, 2, 3, 4, 5, 6].map((line) => shown(changesAt(diff, line)))).toEqual([
      [],
      [first],
      [second],
      [second],
      [third],
      [],
    ]);
    expect([1, 2, 3, 4, 5].map((line) => shown(changesFrom(diff, line)))).toEqual([[], [first], [], [second], []]);
    expect(shown(changesWithin(diff, 3, 4))).toEqual([first, second, third]);
    expect(shown(changesWithin(diff, 5, 5))).toEqual([third]);
    expect(shown(changesWithin(diff, 1, 1))).toEqual([first]);
  });

  test('are found by how near they are', () => {
    const [first, second, third] = shown(diff.changes);
    expect(shown(nearestChanges(diff, 1, 2))).toEqual([first, second]);
    expect(shown(nearestChanges(diff, 5, 1))).toEqual([third]);
    expect(shown(nearestChanges(diff, 9, 2))).toEqual([third, second]);
    expect(shown(nearestChanges(diff, 2, 9))).toHaveLength(3);
  });

  test('are undone one by one: by the line of the same key, else each alone', () => {
    const is = 'x\nkey: old\n gone: 1\nlast: 2\ny\n';
    const now = 'x\nadded: 3\nkey: new\nlast: 4\ny\n';
    const [change, ...more] = lineDiff(is, now).changes;
    expect(more).toEqual([]);
    if (change === undefined) throw new Error('no change');
    const pieces = linePieces(change, is, now);
    expect(pieces).toEqual([
      { start: 2, end: 11, text: '' },
      { start: 11, end: 20, text: 'key: old\n' },
      { start: 20, end: 28, text: 'last: 2\n' },
      { start: 20, end: 20, text: ' gone: 1\n' },
    ]);
    const long = (count: number) => `${'a\n'.repeat(count)}`;
    const whole = (one: number, other: number) => ({
      before: { start: 1, count: one },
      after: { start: 1, count: other },
    });
    expect(linePieces(whole(20, 20), long(20), long(20))).toHaveLength(20);
    expect(linePieces(whole(20, 21), long(20), long(21))).toEqual([]);
    expect(linePieces({ before: { start: 1, count: 2 }, after: { start: 1, count: 0 } }, 'a\nb\n', 'c\n')).toEqual([
      { start: 0, end: 0, text: 'a\n' },
      { start: 0, end: 0, text: 'b\n' },
    ]);
  });

  test('are of one line, or of more', () => {
    expect([
      isOfOneLine(edit(0, 2, 'x\n'), 'a\nb\n'),
      isOfOneLine(edit(0, 4, ''), 'a\nb\n'),
      isOfOneLine(edit(0, 2, 'x\ny\n'), 'a\n'),
    ]).toEqual([true, false, false]);
  });
});

describe('comments', () => {
  test.each([
    ['a: 1 # one\nb: 2\n', 4, 10],
    ['a: 1\n  # more\n\n  # and more\n# other\n', 4, 27],
    ['a: 1\n  # more\nb: 2\n', 4, 13],
    ['a: 1\nb: 2\n', 4, 4],
    ['a: 1x\n  # more\n', 4, 4],
    ['a: 1#x\n', 4, 4],
    ['a: 1 #', 4, 6],
  ])('of the value in %j go with it', (text, end, last) => expect(endWithComments(text, end, 0)).toBe(last));

  test.each<[text: string, offset: number, found: string | undefined]>([
    ['a: 1 # one\n', 0, ' # one'],
    ['a: 1\n  # one\nb: 2\n', 6, '  # one\n'],
    ['a: "# one"\n', 0, undefined],
    ['a: "# one" # two\n', 0, ' # two'],
    ['a: b#c\n', 0, undefined],
    ['a: 1\t# one  \nb: 2', 0, '\t# one'],
    ['a: 1\n', 0, undefined],
  ])('on the line of %j', (text, offset, found) => {
    const comment = commentAt(text, offset, scalarsOf(written(text).root));
    expect(comment && text.slice(comment.start, comment.end)).toBe(found);
  });

  test('are what no scalar takes up, each of which is written once', () => {
    const { text, root } = written('a: &x [b, "c"]\nd: *x\ne:\nf: {g: h}\n');
    expect(scalarsOf(root).map(({ start, end }) => text.slice(start, end))).toEqual(['b', '"c"', 'h']);
  });
});

test.each<[text: string, mark: string, path: Path]>([
  ['a: 1\nb: 2\n', '2', ['b']],
  ['a:\n  b: 1\n', 'b', ['a', 'b']],
  ['a:\n  - x\n  - k: 1\n', '- k', ['a', 1]],
  ['a:\n  - x\n  - k: 1\n', 'k', ['a', 1, 'k']],
  ['a: [x, yy]\n', 'yy', ['a', 1]],
  ['a: [x, yy]\n', ', yy', ['a']],
  ['a:   # none\nb: 1\n', '# none', ['a']],
  ['a: b\n', '\n', []],
])('in %j, %j is at %j', (text, mark, path) => {
  const trees = parseTrees(text, limits) ?? [];
  expect(locate(text, trees, text.indexOf(mark))?.path).toEqual(path);
});

test('the document of an offset is the one around it, else the last', () => {
  const text = 'a: 1\n---\nb: 2\n';
  const trees = parseTrees(text, limits) ?? [];
  expect([0, text.indexOf('b'), 99].map((at) => locate(text, trees, at)?.tree)).toEqual([trees[0], trees[1], trees[1]]);
  expect(locate('', [], 0)).toBeUndefined();
});

test('a path is written as people write it', () => {
  const { root } = written(
    `a:\n  b:\n  - name: web\n    c: 1\n  - metadata: {name: m}\n  - text\n  - [1]\n  - {name: ${'x'.repeat(61)}}\n`,
  );
  const paths: readonly Path[] = [
    [],
    ['a'],
    ['a', 'b', 0, 'c'],
    ['a', 'b', 1],
    ['a', 'b', 2],
    ['a', 'b', 3],
    ['a', 'b', 4],
    ['none', 7],
  ];
  expect(paths.map((path) => pathText(root, path))).toEqual([
    '',
    'a',
    'a.b[web].c',
    'a.b[m]',
    'a.b[text]',
    'a.b[3]',
    'a.b[4]',
    'none[7]',
  ]);
});

describe('what can be done at a value', () => {
  const ways = (head: string, path: Path, former?: string) =>
    [...waysAt(written(head), path, former === undefined ? undefined : written(former))].map(
      ({ what, edit: made, isRemoval }) => [what, applyEdits(head, [made]), isRemoval === true],
    );

  test.each<
    [name: string, head: string, path: Path, former: string | undefined, expected: readonly (readonly unknown[])[]]
  >([
    [
      'another value comes back',
      'a: 1\nb: 2 # x\n',
      ['b'],
      'a: 1\nb: 3\n',
      [['puts b back as it was', 'a: 1\nb: 3 # x\n', false]],
    ],
    ['an equal one does not', 'a: 1\nb: 2\n', ['b'], 'a: 0\nb: 2\n', []],
    [
      'what was not there goes, with its comment',
      'a: 1\n# on b\nb: 2\n',
      ['b'],
      'a: 1\n',
      [['takes b out', 'a: 1\n', true]],
    ],
    [
      'but not with one that was there',
      'a: 1\n# on b\nb: 2\n',
      ['b'],
      '# on b\na: 1\n',
      [['takes b out', 'a: 1\n# on b\n', true]],
    ],
    [
      'an item of a list',
      'a:\n- x\n- k\n',
      ['a', 1],
      'a:\n- x\n',
      [
        ['takes a[k] out', 'a:\n- x\n', true],
        ['puts a back as it was', 'a:\n- x\n', false],
      ],
    ],
    [
      'the first of a flow list',
      'a: [k, x]\n',
      ['a', 0],
      'a: [x]\n',
      [
        ['takes a[k] out', 'a: [x]\n', true],
        ['puts a back as it was', 'a: [x]\n', false],
      ],
    ],
    [
      'the last of a flow list',
      'a: [x, k ]\n',
      ['a', 1],
      'a: [x]\n',
      [
        ['takes a[k] out', 'a: [x ]\n', true],
        ['puts a back as it was', 'a: [x]\n', false],
      ],
    ],
    [
      'the first key of an item',
      '- a: 1\n  b: 2\n- c\n',
      [0, 'a'],
      '- b: 2\n- c\n',
      [
        ['takes [0].a out', '- b: 2\n- c\n', true],
        ['puts [0] back as it was', '- b: 2\n- c\n', false],
      ],
    ],
    [
      'the only entry goes with what holds it',
      'x: 1\na:\n  b:\n    c: 1\n',
      ['a', 'b', 'c'],
      'x: 1\n',
      [['takes a out', 'x: 1\n', true]],
    ],
    ['but not with a key that is needed', 'x: 1\nspec:\n  privileged: true\n', ['spec', 'privileged'], undefined, []],
    [
      'of a new object what any can do without',
      'kind: Pod\nhostNetwork: true\n',
      ['hostNetwork'],
      undefined,
      [['takes hostNetwork out', 'kind: Pod\n', true]],
    ],
    ['and no other key', 'kind: Pod\nimage: x\n', ['image'], undefined, []],
    [
      'of a new object entries of free names',
      'a: 1\nlabels:\n  x: 1\n  k: 2\n',
      ['labels', 'k'],
      undefined,
      [['takes labels.k out', 'a: 1\nlabels:\n  x: 1\n', true]],
    ],
    [
      'a key that took the place of another is none that goes',
      'a: 1\nl:\n- name: v\n  value: x\n',
      ['l', 0, 'value'],
      'a: 1\nl:\n- name: v\n  valueFrom: {}\n',
      [
        ['puts l[v] back as it was', 'a: 1\nl:\n- name: v\n  valueFrom: {}\n', false],
        ['puts l back as it was', 'a: 1\nl:\n- name: v\n  valueFrom: {}\n', false],
      ],
    ],
    [
      'items are known by their names',
      'l:\n- name: new\n- name: b\n  v: 1\n',
      ['l', 1, 'v'],
      'l:\n- name: b\n  v: 0\n',
      [
        ['puts l[b].v back as it was', 'l:\n- name: new\n- name: b\n  v: 0\n', false],
        ['puts l[b] back as it was', 'l:\n- name: new\n- name: b\n  v: 0\n', false],
        ['puts l back as it was', 'l:\n- name: b\n  v: 0\n', false],
      ],
    ],
    [
      'items without names by what they have in common',
      'l:\n- {v: 9, w: 1}\n- {v: 2, w: 3, x: 5}\n',
      ['l', 1, 'x'],
      'l:\n- {v: 2, w: 3, x: 4}\n',
      [
        ['puts l[1].x back as it was', 'l:\n- {v: 9, w: 1}\n- {v: 2, w: 3, x: 4}\n', false],
        ['puts l[1] back as it was', 'l:\n- {v: 9, w: 1}\n- {v: 2, w: 3, x: 4}\n', false],
        ['puts l back as it was', 'l:\n- {v: 2, w: 3, x: 4}\n', false],
      ],
    ],
    [
      'a block comes back indented as the head is',
      'a:\n    b: 1\n',
      ['a', 'b'],
      'a:\n  b:\n    c: 1\n',
      [
        ['puts a.b back as it was', 'a:\n    b:\n      c: 1\n', false],
        ['puts a back as it was', 'a:\n  b:\n    c: 1\n', false],
      ],
    ],
    ['no block goes between brackets', '{a: 1}\n', ['a'], 'a:\n  b: 1\n', []],
    [
      'but what is in brackets does',
      '{a: 1}\n',
      ['a'],
      'a: {b: 1}\n',
      [['puts a back as it was', '{a: {b: 1}}\n', false]],
    ],
    [
      'what an alias brings is not written there',
      'x: &x {b: 1}\na: *x\n',
      ['a', 'b'],
      'x: &x {b: 1}\na: {b: 2}\n',
      [['puts a back as it was', 'x: &x {b: 1}\na: {b: 2}\n', false]],
    ],
    ['a key without a value', 'a:\nb: 1\n', ['a'], 'a: 2\nb: 1\n', [['puts a back as it was', 'a: 2\nb: 1\n', false]]],
  ])('%s', (_, head, path, former, expected) => expect(ways(head, path, former)).toEqual(expected));

  const back = (head: string, former: string, path: Path) =>
    [...waysBack(written(head), written(former), path)].map(({ what, edit: made }) => [what, applyEdits(head, [made])]);

  test.each<[name: string, head: string, former: string, path: Path, first: readonly unknown[] | undefined]>([
    ['after the one before it', 'a: 1\nc: 3\n', 'a: 1\nb: 2\nc: 3\n', ['b'], ['puts b back', 'a: 1\nb: 2\nc: 3\n']],
    ['before the first', 'c: 3\n', 'b: 2\nc: 3\n', ['b'], ['puts b back', 'b: 2\nc: 3\n']],
    [
      'after the nearest that is still there',
      'a: 1\nd: 4\n',
      'a: 1\nb: 2\nc: 3\nd: 4\n',
      ['c'],
      ['puts c back', 'a: 1\nc: 3\nd: 4\n'],
    ],
    ['at the end of a text without a line break', 'a: 1', 'a: 1\nb: 2\n', ['b'], ['puts b back', 'a: 1\nb: 2']],
    [
      'in a nested mapping',
      'm:\n    a: 1\n',
      'm:\n  a: 1\n  b:\n    c: 2\n',
      ['m', 'b', 'c'],
      ['puts m.b back', 'm:\n    a: 1\n    b:\n      c: 2\n'],
    ],
    [
      'as an item',
      'l:\n- name: a\n',
      'l:\n- name: a\n- name: b\n  v: 1\n',
      ['l', 1, 'v'],
      ['puts l[b] back', 'l:\n- name: a\n- name: b\n  v: 1\n'],
    ],
    [
      'as an item before the first',
      'l:\n- name: b\n',
      'l:\n- name: a\n- name: b\n',
      ['l', 0],
      ['puts l[a] back', 'l:\n- name: a\n- name: b\n'],
    ],
    ['between brackets', 'l: [a, c]\n', 'l: [a, b, c]\n', ['l', 1], ['puts l[b] back', 'l: [a, b, c]\n']],
    ['between brackets before the first', 'l: [b]\n', 'l: [a, b]\n', ['l', 0], ['puts l[a] back', 'l: [a, b]\n']],
    ['from brackets into a block', 'l:\n  - a\n', 'l: [a, b]\n', ['l', 1], ['puts l[b] back', 'l:\n  - a\n  - b\n']],
    ['from a block into brackets', 'l: [a]\n', 'l:\n- a\n- b\n', ['l', 1], ['puts l[b] back', 'l: [a, b]\n']],
    [
      'not where a list became a mapping',
      'l: {a: 1}\nm: 1\n',
      'l: [b]\nm: 1\n',
      ['l', 0],
      ['puts l back as it was', 'l: [b]\nm: 1\n'],
    ],
    ['not where it is there', 'a: 1\n', 'a: 1\n', ['a'], undefined],
    ['else as it was', 'a: 1\n', 'a: 2\n', ['a'], ['puts a back as it was', 'a: 2\n']],
  ])('what is gone comes back %s', (_, head, former, path, first) =>
    expect(back(head, former, path)[0]).toEqual(first),
  );

  test('with the line breaks of the head', () => {
    expect(back('a: 1\r\n', 'a: 1\nb:\n  c: 2\n', ['b'])[0]).toEqual(['puts b back', 'a: 1\r\nb:\r\n  c: 2\r\n']);
  });
});
