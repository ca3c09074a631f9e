import { describe, expect, test } from '@jest/globals';
import { alignedPath, sameDocument } from '../../src/fix/edit/align.ts';
import { commentAt, scalarsOf } from '../../src/fix/edit/comments.ts';
import { locate } from '../../src/fix/edit/locate.ts';
import { base85Lines } from '../../src/fix/patch/base85.ts';
import { quotedPath } from '../../src/fix/patch/quoted-path.ts';
import { waysWithoutSecret } from '../../src/fix/special/secret.ts';
import { yamlScalar } from '../../src/fix/special/written.ts';
import type { Path } from '../../src/yaml/document.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { limits } from '../yaml/limits.ts';

const treesOf = (text: string) => parseTrees(text, limits) ?? [];
const rootOf = (value: unknown) => {
  const [tree] = treesOf(JSON.stringify(value));
  if (tree === undefined) throw new Error('no document');
  return tree.root;
};

describe('the document that is the same object', () => {
  const map = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}${more}}\n`;
  const secret = (name: string) => map(name).replace('ConfigMap', 'Secret');
  const grouped = map('a').replace('v1', 'x.io/v1');

  test.each<[name: string, before: readonly string[], at: number, after: readonly string[], found: number | undefined]>(
    [
      ['is that of its kind and name', [map('a'), map('b')], 0, [map('b'), map('a'), secret('a')], 1],
      [
        'not that of another namespace',
        [map('a', ', namespace: one'), 'x: 1\n'],
        0,
        [map('a'), map('a', ', namespace: one')],
        1,
      ],
      ['nor that of another group', [map('a'), 'x: 1\n'], 0, [grouped, map('a')], 1],
      ['but that of another version', [map('a').replace('v1', 'x.io/v1beta1'), 'x: 1\n'], 0, [map('a'), grouped], 1],
      ['the only one', [map('a')], 0, [secret('b')], 0],
      ['the same in order, of the same kind', [map('a'), map('b')], 1, [map('c'), map('d')], 1],
      ['not of another kind', [map('a'), map('b')], 1, [map('c'), secret('d')], undefined],
      ['of two of one name the same in order', [map('a'), map('a')], 1, [map('a'), map('a')], 1],
      ['none where there are fewer', [map('a'), map('b')], 1, [map('c')], undefined],
      ['none where there are more than one now', [map('a')], 0, [secret('b'), map('c')], undefined],
      ['of what is no object the same in order', ['x: 1\n', 'z: 2\n'], 1, ['x: 3\n', 'z: 4\n'], 1],
      [
        'not one without a name',
        ['kind: A\nx: 1\n', 'kind: A\nx: 2\n'],
        0,
        ['kind: B\n', 'kind: A\nx: 1\n'],
        undefined,
      ],
    ],
  )('%s', (_, before, at, after, found) => {
    const [among, trees] = [treesOf(before.join('---\n')), treesOf(after.join('---\n'))];
    const wanted = among[at];
    if (wanted === undefined) throw new Error('no document');
    const same = sameDocument(wanted, among, trees);
    expect(same === undefined ? undefined : trees.indexOf(same)).toBe(found);
  });
});

describe('the same value on the other side', () => {
  const many = (count: number, of: object) => Array.from({ length: count }, (_, at) => ({ v: at, ...of }));

  test.each<[name: string, from: unknown, to: unknown, path: Path, found: Path]>([
    ['is below the same keys', { a: { b: 1 } }, { a: { b: 2 } }, ['a', 'b'], ['a', 'b']],
    ['as far down as there is one', { a: { b: 1 } }, { a: { c: 2 } }, ['a', 'b'], ['a']],
    ['nowhere', { a: 1 }, {}, ['a'], []],
    ['is the item of the same name', [{ name: 'x' }, { name: 'z' }], [{ name: 'z', v: 1 }], [1], [0]],
    ['of the same key', [{ key: 'x' }, { key: 'z' }], [{ key: 'z', v: 1 }], [1], [0]],
    [
      'of the same object',
      [{ kind: 'A', metadata: { name: 'x' } }],
      [
        { kind: 'B', metadata: { name: 'x' } },
        { kind: 'A', metadata: { name: 'x' }, v: 1 },
      ],
      [0],
      [1],
    ],
    [
      'of the same name and kind',
      [{ name: 'x', kind: 'A' }],
      [
        { name: 'x', kind: 'B' },
        { name: 'x', kind: 'A', v: 1 },
      ],
      [0],
      [1],
    ],
    [
      'of the same name and namespace',
      [{ name: 'x', namespace: 'a' }],
      [{ name: 'x' }, { name: 'x', namespace: 'a', v: 1 }],
      [0],
      [1],
    ],
    [
      'the second of one name',
      [{ name: 'x' }, { name: 'x', v: 1 }],
      [{ name: 'x' }, { name: 'q' }, { name: 'x', v: 2 }],
      [1],
      [2],
    ],
    ['the equal item', ['a', 'b'], ['b', 'c'], [1], [0]],
    ['none for another text', ['a'], ['b'], [0], []],
    [
      'the most alike where none has the name',
      [{ v: 1, w: 2, u: 3 }],
      [
        { v: 1, w: 0 },
        { v: 1, w: 2 },
      ],
      [0],
      [1],
    ],
    [
      'of what is not another one’s',
      [
        { v: 1, w: 2 },
        { name: 'q', v: 1 },
      ],
      [{ name: 'q', v: 1, w: 2 }],
      [0],
      [],
    ],
    ['none where nothing is alike', [{ v: 1 }], [{ v: 2 }, { w: 1 }], [0], []],
    ['by no name of JavaScript', [{ toString: 1 }], [{ v: 1 }], [0], []],
    ['among two hundred', many(200, { w: 1 }), many(200, { w: 2 }), [7], [7]],
    ['not among more', many(201, { w: 1 }), many(200, { w: 2 }), [7], []],
    ['nor in more', many(200, { w: 1 }), many(201, { w: 2 }), [7], []],
    ['not in a mapping for a list', { a: ['x'] }, { a: { 0: 'x' } }, ['a', 0], ['a']],
    ['not in a list for a mapping', { a: { b: 1 } }, { a: ['b'] }, ['a', 'b'], ['a']],
  ])('%s', (_, from, to, path, found) => expect(alignedPath(rootOf(from), rootOf(to), path)).toEqual(found));
});

test('a place at the edges of documents and items', () => {
  const text = 'a: 1\n---\n- - x\n-\n- c: 2';
  const trees = treesOf(text);
  const at = (mark: string, from = 0) => locate(text, trees, text.indexOf(mark, from))?.path;
  expect([at('- -'), at('x'), at('c')]).toEqual([[0], [0, 0], [2, 'c']]);
  expect(locate(text, trees, text.length)?.path).toEqual([]);
  const key = 'a: 1\nb:';
  expect(locate(key, treesOf(key), key.indexOf('b') + 1)?.path).toEqual(['b']);
});

test('a comment begins after no scalar', () => {
  const text = 'a: "#x" #c\nb: "# y"\n';
  const [tree] = treesOf(text);
  const scalars = tree === undefined ? [] : scalarsOf(tree.root);
  expect(scalars.map(({ start }) => start)).toEqual([...scalars.map(({ start }) => start)].sort((a, b) => a - b));
  expect([commentAt(text, 0, scalars)?.start, commentAt(text, text.indexOf('b'), scalars)]).toEqual([7, undefined]);
});

test('a variable of an owner whose name a Secret could not have stays', () => {
  const pod = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n  - name: a\n    env:\n    - name: P\n      value: hunter2\n`;
  const ways = {
    tools: { externalSecrets: true, sealedSecrets: false, sops: false },
    store: undefined,
    version: undefined,
  };
  const isTaken = (name: string) => {
    const text = pod(name);
    const [tree] = treesOf(text);
    if (tree === undefined) throw new Error('no document');
    const path: Path = ['spec', 'containers', 0, 'env', 0, 'value'];
    const found = [...waysWithoutSecret({ text, root: tree.root }, path, text.indexOf('hunter2'), ways as never)];
    return found.some(({ what }) => what.includes('delivers'));
  };
  expect(['web', 'a.b-1', 'Web', 'web_', '1a'].map(isTaken)).toEqual([true, true, false, false, false]);
});

test('words that YAML reads otherwise are quoted, and words that only end so are not', () => {
  expect(['on', 'soon', 'off-by-one', 'NO', 'n'].map(yamlScalar)).toEqual([
    '"on"',
    'soon',
    'off-by-one',
    '"NO"',
    '"n"',
  ]);
});

test('signs at the edges of what git writes plainly', () => {
  expect(['a#b', 'a]b', 'a~b', 'a\x1fb', 'a b'].map((path) => quotedPath('', path))).toEqual([
    'a#b',
    'a]b',
    'a~b',
    '"a\\037b"',
    'a b',
  ]);
  expect([26, 27].map((length) => base85Lines(Buffer.alloc(length))[0]?.[0])).toEqual(['Z', 'a']);
});
