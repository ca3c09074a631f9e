import { describe, expect, test } from '@jest/globals';
import { type ChangedFile, changedFile } from '../../src/render/blame/changed-file.ts';
import { changedValue, namedBy } from '../../src/render/blame/changed-value.ts';
import { Counterparts, identityKey } from '../../src/render/blame/counterparts.ts';
import { bestLine, lostLine } from '../../src/render/blame/line-search.ts';
import { isIn, losingPlace, lostAt } from '../../src/render/blame/lost.ts';
import { differingFields, hasLost, needlesOf, scalarsUnder, valueAt } from '../../src/render/blame/needles.ts';
import { removedLine, takingLine, tellingLine, withoutDoubt } from '../../src/render/blame/telling-line.ts';
import { changedInside, changedValues, touches, valueIn } from '../../src/render/blame/values-lines.ts';
import { RenderedDocument } from '../../src/render/result/rendered-object.ts';
import { viewOf } from './delivered.ts';

const fileOf = (before: string, after: string, path = 'f.yaml'): ChangedFile => {
  const found = changedFile(path, viewOf({ [path]: before }), viewOf({ [path]: after }));
  if (found === undefined) throw new Error(path);
  return found;
};

test('a changed file has the lines that are added, and about where others are gone', () => {
  expect(fileOf('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 4\nd: 5\nc: 3\n')).toEqual({
    ...{ path: 'f.yaml', former: 'f.yaml', lines: ['a: 1', 'b: 4', 'd: 5', 'c: 3', ''] },
    ...{ added: [2, 3], removed: [], lost: [{ text: 'b: 2', line: 2 }] },
  });
  expect(fileOf('a:\n  b: 1\n  c: 2\nd: 3\n', 'a:\n  b: 1\nd: 3\n')).toMatchObject({
    added: [],
    removed: [2],
    lost: [{ text: '  c: 2', line: 2 }],
  });
  expect(fileOf('a:\n  b: 1\n  c: 2\n  d: 3\n', 'a:\n  b: 1\n  d: 3\n')).toMatchObject({ removed: [3] });
  expect(fileOf('- a: 1\n- b: 2\n', '- b: 2\n')).toMatchObject({ removed: [1] });
  const views = [viewOf({ 'old.yaml': 'a: 1\n' }), viewOf({ 'new.yaml': 'a: 2\n' })] as const;
  expect(changedFile('new.yaml', ...views, 'old.yaml')).toMatchObject({
    added: [1],
    lost: [{ text: 'a: 1', line: 1 }],
    former: 'old.yaml',
  });
  expect(changedFile('new.yaml', ...views)).toMatchObject({ added: [1], lost: [], former: 'new.yaml' });
  expect(changedFile('old.yaml', ...views)).toBeUndefined();
});

describe('values that differ', () => {
  test.each<[after: unknown, before: unknown, paths: readonly (readonly (string | number)[])[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 2, b: 3 }, { a: 1 }, [['a'], ['b']]],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, [['a', 'c']]],
    [{ a: { b: 1 } }, {}, [['a', 'b']]],
    [{ a: { b: 1 } }, { a: null }, [['a', 'b']]],
    [{ a: { b: 1 } }, { a: 'x' }, [['a']]],
    [{ a: {} }, { a: 1 }, [['a']]],
    [{ a: [] }, { a: [1] }, [['a']]],
    [{ a: [] }, { a: [] }, []],
    [{ a: [1, 2] }, { a: [2, 1] }, []],
    [{ a: [1, 3] }, { a: [1, 2] }, [['a', 1]]],
    [{ a: [{ b: 1, c: 3 }] }, { a: [{ b: 1, c: 2 }] }, [['a', 0, 'c']]],
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }] }, [['a', 1, 'b']]],
    [{ a: [1] }, { a: [1, 2] }, [['a']]],
    [{ a: [1] }, { a: 'x' }, [['a']]],
    [{ a: null }, { a: {} }, [['a']]],
    [{ a: '1' }, { a: 1 }, []],
    [{ a: true }, { a: 'true' }, []],
    [{}, { a: 1 }, []],
    [1, 2, [[]]],
  ])('of %j and %j: %j', (after, before, paths) => expect(changedValues(after, before)).toEqual(paths));

  test('are five hundred at most', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
    expect([changedValues(many(500), {}).length, changedValues(many(501), {}).length]).toEqual([500, 500]);
  });

  test('are where paths lead, and on what templates name', () => {
    expect([
      valueIn({ a: [{ b: 1 }] }, ['a', 0, 'b']),
      valueIn({ a: 'x' }, ['a', 'b']),
      valueIn([1], ['0']),
      valueIn(1, []),
    ]).toEqual([1, undefined, 1, 1]);
    expect([
      touches(['a'], ['a', 'b']),
      touches(['a', 'b'], ['a']),
      touches(['a', 'c'], ['a', 'b']),
      touches([], ['a']),
      touches(['a', '0'], ['a', 0]),
    ]).toEqual([true, true, false, true, true]);
    expect([
      changedInside({ a: { b: 2 } }, { a: { b: 1 } }, 'a'),
      changedInside({ a: {} }, { a: { b: 1 } }, 'a'),
      changedInside({}, { a: 1 }, 'a'),
    ]).toEqual([['a', 'b'], ['a'], []]);
    expect(
      ['rbac.create', 'rbac', 'other'].map((path) => namedBy('{{ .Values.rbac.create }}')(path.split('.'))),
    ).toEqual([true, true, false]);
  });

  const found = (before: string, after: string, meant: string, isAny = false, path = 'v.yaml') =>
    changedValue(
      [path],
      { before: viewOf({ [path]: before }), after: viewOf({ [path]: after }) },
      (each) => each.join('.') === meant,
      isAny,
    );
  test('have the place of the one that is meant', () => {
    expect(found('a: 1\nb: 1\n', 'a: 2\nb: 2\n', 'b')).toEqual({ file: 'v.yaml', line: 2, column: 1 });
    expect(found('spec: {values: {a: 1}}\n', 'spec:\n  values:\n    a: 2\n', 'a')?.line).toBe(3);
    expect(found('x: 1\n', 'spec: {valuesObject: {a: 2}}\n', 'a')?.line).toBe(1);
    expect(found('x: 1\n', 'valuesInline:\n  a: 2\n', 'a')?.line).toBe(2);
    expect(found('x: 1\n', 'values:\n- z: 1\n- a: 2\n', 'a')?.line).toBe(3);
    expect(found('values: |\n  a: 1\n  b: 1\n', 'values: |\n  a: 1\n  b: 2\n', 'b')?.line).toBe(3);
    expect(found('p: [{name: a.b, value: 1}]\n', 'p:\n- name: a.b\n  value: 2\n', 'a.b')?.line).toBe(3);
    expect(found('patch: ""\n', 'patch: |\n  - op: add\n    path: /a/b\n    value: 1\n', 'a.b')?.line).toBe(4);
    expect(found('patch: ""\n', 'patch: |\n  - op: remove\n    path: /a/b\n', 'a.b')).toBeUndefined();
    expect([
      found('a: 1\n', 'a: 2\n', 'b'),
      found('a: 1\n', 'a: 2\n', 'a', false, 'v.txt'),
      found('a: 1\n', 'a: 2\n', 'a', false, 'c/templates/v.yaml'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('have any place where none is meant, about there where there are several', () => {
    expect(found('a: 1\n', 'a: 2\n', 'z', true)).toEqual({ file: 'v.yaml', line: 1, column: 1 });
    expect(found('a: 1\nb: 1\n', 'a: 2\nb: 2\n', 'z', true)).toEqual({
      file: 'v.yaml',
      line: 1,
      column: 1,
      isGuess: true,
    });
    expect(found('a: 1\npatch: ""\n', 'a: 2\npatch: |\n  - {op: add, path: /b, value: 1}\n', 'z', true)).toMatchObject({
      line: 3,
      isGuess: true,
    });
    expect(found('target: {a: 1}\n', 'target: {a: 2}\n', 'z', true)).toBeUndefined();
  });
});

describe('what is lost', () => {
  test.each<[value: unknown, before: unknown, path: readonly (string | number)[], lost: unknown]>([
    [{}, { a: 1 }, [], [['a']]],
    [{ a: 2 }, { a: 1 }, [], []],
    [{ a: null }, { a: 1 }, [], [['a']]],
    [{}, { a: null }, [], []],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, ['a'], [['a', 'c']]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] }, [], [['a', 0, 'c']]],
    [{ a: [1] }, { a: [1, 2] }, [], [['a']]],
    [{ a: [3] }, { a: [1, 2] }, [], []],
    [{ a: [1, 2] }, { a: [1] }, [], []],
    [{ a: 'x' }, { a: { b: 1 } }, [], []],
    [{ c: [{ name: 'y' }] }, { c: [{ name: 'x' }, { name: 'y', z: 1 }] }, ['c', 0], [['c', 1, 'z']]],
    [{ c: [{ name: 'z' }] }, { c: [{ name: 'x', w: 1 }] }, ['c', 0], [['c', 0, 'w']]],
  ])('of %j, that was %j, at %j: %j', (value, before, path, lost) => expect(lostAt(value, before, path)).toEqual(lost));

  test('is around a place that is as it was', () => {
    const losing = (path: readonly (string | number)[]) =>
      losingPlace({ a: { b: { c: 1 } } }, { a: { b: { c: 1, d: 2 } }, e: 1 }, path);
    expect([losing(['a', 'b', 'c']), losing(['a', 'b']), losing(['a', 'x', 'y'])]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a'],
    ]);
    expect(losingPlace({ a: { c: 2 } }, { a: { c: 1 }, e: 1 }, ['a', 'c'])).toBeUndefined();
    expect(losingPlace({ a: 1 }, { a: 1, b: 2 }, ['a'])).toBeUndefined();
    expect([isIn(['a', 'b'], ['a']), isIn(['a'], ['a', 'b']), isIn(['a'], [])]).toEqual([true, false, true]);
  });

  test.each<[value: unknown, before: unknown, isLost: boolean]>([
    [{ a: 1 }, { a: 2 }, false],
    [{}, { a: 2 }, true],
    [{ a: null }, { a: 2 }, true],
    [{ a: 1 }, { a: null }, false],
    ['x', { a: 1 }, true],
    [[1], [1, 2], true],
    [[1, 2], [1], false],
    [[{}], [{ a: 1 }], true],
    ['x', [1], true],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true],
  ])('%j of %j lacks something: %s', (value, before, isLost) => expect(hasLost(value, before)).toBe(isLost));
});

describe('the texts that a change would have brought', () => {
  const variable = ['$', '{V}'].join('');
  const of = (value: unknown, before: unknown, path: readonly (string | number)[]) => {
    const { needles, isElsewhere } = needlesOf(value, before, path);
    return [...needles.map(({ text, weight }) => `${text} ${weight}`), ...(isElsewhere ? ['elsewhere'] : [])];
  };
  test.each<[value: unknown, before: unknown, path: readonly (string | number)[], needles: readonly string[]]>([
    [{ a: ['x', 'y'] }, undefined, ['a'], ['x 8', 'y 8', 'a 8']],
    [{ a: ['x', 'y'] }, { a: ['x'] }, ['a'], ['x 1', 'y 8']],
    [{ rules: ['x'] }, {}, ['rules'], ['x 8']],
    [{ a: { b: 'x' } }, { a: {} }, ['a', 'b'], ['x 8', 'b 8']],
    [{ a: { b: 'x' } }, { a: { c: 'x' } }, ['a', 'b'], ['x 1', 'b 8']],
    [{ a: 'x', kind: 'B' }, { a: 'x', kind: 'A' }, ['a'], ['B 8']],
    [{ a: 'x', metadata: { namespace: 'm' } }, { a: 'x', metadata: {} }, ['a'], ['m 8']],
    [{ a: 'x', b: 'z' }, { a: 'x', b: 'y' }, ['a'], ['z 8', 'elsewhere']],
    [{ a: { b: 'x', c: 'z' } }, { a: { b: 'x', c: 'y' } }, ['a', 'b'], ['z 8']],
    [{ a: 'x', b: { n: ['u', 'v'] } }, { a: 'x', b: { n: ['u'] } }, ['a'], ['v 8', 'elsewhere']],
    [{ a: 'x', w: {} }, { a: 'x' }, ['a'], ['w 8', 'elsewhere']],
    [{ a: 'x' }, { a: 'x' }, ['a'], ['x 1']],
    [{ a: variable }, {}, ['a'], [`${variable.slice(0, -1)} 8`, 'a 8']],
    [{ a: `b${variable}` }, {}, ['a'], [`b${variable} 8`, 'a 8']],
    [{ image: 'r/a:2' }, { image: 'r/a:1' }, ['image'], ['r/a:2 8', '2 8']],
    [
      { kind: 'Secret', data: { a: 'aGk=' } },
      { kind: 'Secret', data: { a: 'eA==' } },
      ['data', 'a'],
      ['aGk= 8', 'hi 8'],
    ],
    [{ kind: 'ConfigMap', data: { a: 'aGk=' } }, { kind: 'ConfigMap', data: { a: 'x' } }, ['data', 'a'], ['aGk= 8']],
    [{ a: 'l1\nl2' }, { a: 'l1' }, ['a', 1], ['l2 8']],
  ])('%j, that was %j, at %j', (value, before, path, needles) => {
    expect(of(value, before, path).map((each) => each)).toEqual(needles);
  });

  test('are scalars, each once, at places that may be lines of a text', () => {
    expect(scalarsUnder({ a: ['x', 1, true, null, ''], b: { c: 'x', d: 'y' } })).toEqual(['x', '1', 'true', 'y']);
    expect(scalarsUnder(Array.from({ length: 300 }, (_, index) => index)).length).toBe(200);
    expect([
      valueAt({ a: ['b'] }, ['a', 0]),
      valueAt({ a: 'x\ny' }, ['a', 1]),
      valueAt(['a'], ['x']),
      valueAt('x', ['a']),
    ]).toEqual(['b', 'y', undefined, undefined]);
  });

  test('fields that differ are the innermost ones', () => {
    const fields = (value: unknown, before: unknown) => [...differingFields(value, before)];
    expect(fields({ a: 1, b: { c: 1, d: 2 } }, { a: 1, b: { c: 2 }, e: 1 })).toEqual(['c', 'd', 'e']);
    expect(fields({ a: [{ b: 1 }, 2] }, { a: [{ b: 2 }, 2] })).toEqual(['b']);
    expect(fields({ a: [1] }, { a: [1, 2] })).toEqual(['a']);
    expect(fields({ a: 1 }, { a: 1 })).toEqual([]);
    expect(fields(1, 2)).toEqual([]);
  });
});

describe('which object of one side is which of the other', () => {
  const object = (kind: string, name: string, file?: string, namespace?: string) =>
    new RenderedDocument(
      { apiVersion: 'v1', kind, metadata: { name, namespace } },
      { file, generatedBy: undefined, changedBy: [] },
      () => ({ file: '', line: 1, column: 1 }),
      false,
    );
  const of = (
    one: RenderedDocument,
    olds: readonly RenderedDocument[],
    isSame = false,
    news: readonly RenderedDocument[] = [one],
  ) => {
    const found = new Counterparts(olds).of(one, new Counterparts(news), () => isSame);
    return found === undefined ? undefined : olds.indexOf(found);
  };
  test('by name, else by file and a name that is alike', () => {
    const old = [object('A', 'x', 'f'), object('A', 'y', 'f'), object('B', 'y', 'f')];
    expect(of(object('A', 'y', 'g'), old)).toBe(1);
    expect(of(object('A', 'y'), old)).toBe(1);
    expect(of(object('A', 'pre-y', 'f'), old)).toBe(1);
    expect(of(object('B', 'pre-y', 'f'), old)).toBe(2);
    expect(of(object('C', 'pre-x', 'f'), old)).toBe(0);
    expect(of(object('A', 'z', 'f'), old)).toBeUndefined();
    expect(of(object('A', 'pre-y', 'g'), old)).toBeUndefined();
    expect(of(object('A', 'pre-y'), old)).toBeUndefined();
    expect(of(object('B', 'z', 'f'), old, true)).toBe(2);
    expect(of(object('A', 'z', 'f'), old, true)).toBeUndefined();
    expect(of(object('A', '', 'f'), old)).toBeUndefined();
    expect(of(object('A', 'y', 'f', 'n'), [object('A', 'y', 'f')])).toBe(0);
    // One that is still there is not another one.
    const still = object('A', 'y', 'f');
    expect(of(object('A', 'pre-y', 'f'), old.slice(0, 2), false, [still])).toBeUndefined();
  });

  test('by what a cluster knows them by', () => {
    expect(identityKey({ apiVersion: 'apps/v1', kind: 'A', metadata: { name: 'x', namespace: 'n' } })).toBe(
      'apps A n x',
    );
    expect([identityKey({}), identityKey('x')]).toEqual(['   ', '   ']);
  });
});

describe('the line of a change', () => {
  const file = fileOf('a: 1\n', 'a: 1\nverbs:\n- get\n- list\nother: get\n  path: /get/x\nname: get-list\n');
  const best = (needles: readonly (readonly [string, number])[], names: readonly string[] = [], isGuess = false) => {
    const found = bestLine(
      [file],
      needles.map(([text, weight]) => ({ text, weight })),
      names,
      isGuess,
    );
    return found && [found.line, found.column, ...(found.isGuess === true ? ['guess'] : [])];
  };
  test('is the one that most of the texts are on', () => {
    expect(best([['list', 8]])).toEqual([4, 3]);
    expect(best([['get', 8]])).toEqual([3, 3]);
    expect(best([['get', 8]], ['other'])).toEqual([5, 8]);
    expect(best([['get', 8]], ['verbs'])).toEqual([3, 3]);
    expect(best([['ge', 8]])).toBeUndefined();
    expect(best([['x', 8]])).toBeUndefined();
    expect(best([['get', 1]])).toBeUndefined();
    expect(best([['get', 1]], [], true)).toEqual([3, 3, 'guess']);
    expect(best([], ['other'], true)).toEqual([5, 1, 'guess']);
    expect(best([], ['nowhere'], true)).toBeUndefined();
    expect(
      best([
        ['get', 1],
        ['list', 8],
      ]),
    ).toEqual([4, 3]);
    expect(best([['a: 1', 8]])).toBeUndefined();
    expect(best([['- get\n- list', 8]])).toEqual([3, 1]);
  });

  test('that is gone is about where the one was that names most', () => {
    const gone = fileOf('a: 1\nprivileged: false\nuser: false # privileged\nb: 2\n', 'a: 1\nb: 2\n');
    const lost = (fields: readonly string[], values: readonly string[] = []) => lostLine([gone], fields, values);
    expect(lost(['privileged'])).toEqual({ file: 'f.yaml', line: 2, column: 1, isGuess: true });
    expect(lost(['none'])).toBeUndefined();
    const two = {
      ...gone,
      lost: [
        { text: 'a: x', line: 1 },
        { text: 'a: y', line: 2 },
        { text: 'a: b', line: 9 },
      ],
    };
    expect([
      lostLine([two], ['a'], ['y'])?.line,
      lostLine([two], ['a', 'b'], ['y'])?.line,
      lostLine([two], ['a'], [])?.line,
    ]).toEqual([2, 2, 1]);
  });

  test('is the first that says something by itself', () => {
    const telling = (after: string) => tellingLine(fileOf('', after));
    expect(telling('kind: A\nmetadata:\n  name: x\nspec:\n  x: 1\n')).toEqual({
      file: 'f.yaml',
      line: 5,
      column: 3,
      isGuess: true,
    });
    expect(telling('# x\nspec:\n- |\n  kind: A\n')?.line).toBe(4);
    expect(telling('spec:\n')?.line).toBe(1);
    expect(telling('- {op: test, path: /a}\n- {op: add, path: /a, value: 1}\n')?.line).toBe(2);
    expect(telling('op: add\npath: /a\nvalue: 1\n')?.line).toBe(3);
    expect(tellingLine(fileOf('a: 1\nb: 2\n', 'a: 1\n'))).toEqual({
      file: 'f.yaml',
      line: 1,
      column: 1,
      isGuess: true,
    });
    expect(tellingLine(fileOf('a', 'a'))).toBeUndefined();
  });

  test('is the first that takes something away', () => {
    const taking = (after: string) => takingLine([fileOf('x: 1\n', `x: 1\nb: 2\n${after}\n`)])?.line;
    expect(
      [
        '$patch: delete',
        '"$patch": delete',
        'a: null',
        'a: ~',
        '{a: null}',
        'op: remove',
        '"op": "remove"',
        "- {'op': 'remove'}",
      ].map(taking),
    ).toEqual(Array(8).fill(3));
    expect(['a: nullx', 'a: null # x', 'op: removed', 'patch: x', 'a: {}'].map(taking)).toEqual(
      Array(5).fill(undefined),
    );
    expect(removedLine([fileOf('a', 'a'), fileOf('a: 1\nb: 2\n', 'b: 2\n', 'g.yaml')])).toEqual({
      file: 'g.yaml',
      line: 1,
      column: 1,
      isGuess: true,
    });
    expect(removedLine([fileOf('a', 'b')])).toBeUndefined();
  });

  test('is beyond doubt where nothing else says anything', () => {
    const at = (line: number) => ({ file: 'f.yaml', line, column: 3, isGuess: true });
    const sure = (
      position: { file: string; line: number; column: number; isGuess?: boolean },
      ...files: readonly ChangedFile[]
    ) => withoutDoubt(position, files).isGuess !== true;
    const one = fileOf('', 'spec:\n  x: 1\n');
    expect([
      sure(at(2), one),
      sure(at(1), one),
      sure(at(2), fileOf('', 'a: 1\nb: 2\n')),
      sure({ ...at(2), file: 'g.yaml' }, one),
    ]).toEqual([true, false, false, false]);
    expect([
      sure(at(2), one, fileOf('a: 1\nb: 1\n', 'a: 1\n', 'g.yaml')),
      sure(at(2), one, fileOf('', 'c: 1\n', 'g.yaml')),
    ]).toEqual([false, false]);
    const known = { file: 'f.yaml', line: 9, column: 1 };
    expect(withoutDoubt(known, [one])).toBe(known);
    expect(withoutDoubt(at(2), [one])).toEqual({ file: 'f.yaml', line: 2, column: 3 });
  });
});
