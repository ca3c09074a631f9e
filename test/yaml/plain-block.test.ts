import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeSlice } from '../../src/yaml/compose-slice.ts';
import { readPlainBlock } from '../../src/yaml/plain/block.ts';
import { readBlockScalar } from '../../src/yaml/plain/block-scalar.ts';
import { splitDocuments } from '../../src/yaml/split-documents.ts';
import { runs, some } from '../thorough.ts';
import { limits } from './limits.ts';

const plain = (text: string, some = {}) =>
  readPlainBlock(text, { start: 0, end: text.length, trailing: undefined }, { ...limits, ...some });

/** What the composer makes of a document that readPlainBlock reads; what it leaves to the composer is fine as well. */
function expectSame(text: string): boolean {
  const whole = { start: 0, end: text.length, trailing: undefined };
  const read = readPlainBlock(text, whole, limits);
  if (read === undefined) return false;
  const { documents, error } = composeSlice({ json: text, yaml: text }, whole, limits);
  expect({ text, error }).toEqual({ text, error: undefined });
  expect(documents).toHaveLength(1);
  const [document] = documents;
  expect(document?.duplicates).toEqual([]);
  expect(document?.conflict).toBeUndefined();
  expect({ text, value: JSON.stringify(read.value), start: read.start }).toEqual({
    text,
    value: JSON.stringify(document?.root.value),
    start: document?.root.start,
  });
  return true;
}

describe('what it reads, as the composer does', () => {
  test.each([
    ['a mapping', '# c\n\na: 1\nb: x y # c\nc:\nd: ~\n"e": true\n\'f\': 0x1F\n1.5x: -1\n'],
    ['a sequence as deep as its key', 'a:\n- 1\n- b: 2\n  c: 3\n-\n  d: 4\n-\ne: 5\n'],
    ['a sequence deeper than its key', 'a:\n    - x\n    # c\n    - - y'.replace('- - y', '- y\n')],
    ['no line break at the end', 'a: 1\nb: c'],
    ['quotes', 'a: "x # y"\nb: \'it\'\'s\' # c\nc: "a\\n\\"b\\" \\\\ \\/"\nd: ""\n'],
    ['quotes over lines', 'a: "x \n  y\n\n  z # w"\nb: \'p\n\n\n    q \'\nc: 1\n'],
    ['plain scalars over lines', 'a: x\n  y\n\n  z\nb:\n  - p\n    - q\n  - r\n'],
    ['literal blocks', 'a: |\n  x\n   y\n\n  # z\nb: |-\n    p\n    \n    q\n\n\nc: 1\n- '.replace('- ', '')],
    ['folded blocks', 'a: >\n  x\n  y\n\n  z\nb: >-\n  p\n\n\n  q\nc: 1\n'],
    ['collections in brackets', 'a: []\nb: {} # c\nc: [x, "y z", \'w\', 1]\nd: [ a.b/c ]\n'],
    ['collections in each other', 'a: { b: [1, {c: "x y"}], \'d\': {} } # e\nf: &k g\nh: [*k, *k ]\n'],
    ['anchors and aliases', 'a: &x one\nb: *x\nc: &y\n  d: 1\ne: *y\nf:\n  - &z 2\n  - *z\n'],
    ['keys with signs', '(a): 1\n=(b c): 2\na:b: 3\nhttp://x: 4\n.x: 5\n$y: 6\n'],
    ['values with signs', 'a: <x>\nb: -x\nc: --y=z\nd: .5\ne: ~/x\nf: a:b\ng: ^x$\nh: x: y'.replace('\nh: x: y', '\n')],
    ['words and numbers', 'a: yes\nb: Off\nc: 010\nd: 0o7\ne: 1_000\nf: 1e3\ng: 2026-01-01\nh: -0\ni: +12\n'],
  ])('%s', (_, text) => {
    expect(expectSame(text)).toBe(true);
  });

  test('manifests of the tests', () => {
    const folder = join(import.meta.dirname, '../rules');
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name));
    const texts = some(files, 4).flatMap(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name), 'utf8');
      return splitDocuments(text).map(({ start, end }) => text.slice(start, end));
    });
    const read = texts.filter(expectSame).length;
    expect(read).toBeGreaterThan(texts.length / 2);
  });
});

describe('what it leaves to the composer', () => {
  test.each([
    ['a tab', 'a:\t1\n'],
    ['a blank that is none to YAML', 'a: x\u00a0\n'],
    ['a wide blank before the end of a line in quotes', 'a: "x\u3000\n  y"\n'],
    ['a carriage return', 'a: 1\r\nb: 2\r\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key that is no string', 'on: 1\n'],
    ['a merge', 'a: &x\n  b: 1\nc:\n  <<: *x\n'],
    ['braces over lines', 'a: {b: 1,\n  c: 2}\n'],
    ['a key in braces without a value', 'a: {b, c: 1}\n'],
    ['a pair in brackets', 'a: [b: c]\n'],
    ['a key twice in braces', 'a: {b: 1, b: 2}\n'],
    ['a comma before the end', 'a: [b, ]\n'],
    ['text behind a bracket', 'a: [b] c\n'],
    ['a line that is deeper than it may be', 'a: 1\n  b: 2\n'],
    ['a line that fits nowhere', 'a:\n    b: 1\n  c: 2\n'],
    ['text behind a quote', 'a: "x" y\n'],
    ['lines of a quote that are not deep enough', 'a:\n  b: "x\n  y"\n'],
    ['a quote without an end', 'a: "x\n'],
    ['an unknown alias', 'a: *x\n'],
    ['an alias inside the anchor of its name, after another of that name', 'a: &x 1\nb: &x\n  c: *x\n'],
    ['infinity', 'a: .inf\n'],
    ['a scalar alone', 'abc\n'],
    ['JSON', '{"a": 1}\n'],
    ['a document end', 'a: 1\n...\n'],
    ['a document end before something', '... a: 1\n'],
    ['a comment inside a plain scalar', 'a: x\n  # c\n  y\n'],
    ['a block that keeps its breaks', 'a: |+\n  x\n\n'],
    ['a folded block with a deeper line', 'a: >\n  x\n    y\n'],
    ['an empty block', 'a: |\n\nb: 1\n'],
    ['a block with a line that is not deep enough', 'a: |\n   x\n  y\n'],
    ['a block that begins with more blanks than its lines', 'a: |\n    \n  x\n'],
    ['a block without a line break at its end', 'a: |\n  x'],
  ])('%s', (_, text) => {
    expect(plain(text)).toBeUndefined();
  });

  test('what is over a limit', () => {
    expect(plain('a: &x 1\nb: *x\nc: *x\n', { aliases: 1 })).toBeUndefined();
    expect(plain('a: &x [1, 2, 3]\nb: *x\n', { expandedNodes: 3 })).toBeUndefined();
    expect(plain('a:\n  b:\n    c:\n      d: 1\n', { depth: 5 })).toBeUndefined();
  });
});

describe('a part of a text', () => {
  test.each([
    'a: 1',
    'a:',
    'a: "x"',
    'a: [b]',
    'a:\n-',
    'a:\n  -  ',
    'a:\n- b: c',
    'a: x\n  y',
    'a: &x 1\nb: *x',
    '# c\na: 1\n\n# d',
    'a: |\n  x\n',
    'a: >-\n  x\n\n',
    '"a": \'b\' # c',
    'a: {b: c}\n \n',
  ])('%j is read like the whole', (text) => {
    const whole = plain(text);
    const [before, after] = ['z: [\n---\n', '\n  - "w'];
    const part = { start: before.length, end: before.length + text.length, trailing: undefined };
    const read = readPlainBlock(`${before}${text}${after}`, part, limits);
    expect(whole).toBeDefined();
    expect(read).toEqual({ value: whole?.value, start: (whole?.start ?? 0) + before.length });
  });

  test('that ends before a quote or a block does is left to the composer', () => {
    const text = 'a: "x\n  y"\nb: |\n  z\n';
    const upTo = (end: number) => readPlainBlock(text, { start: 0, end, trailing: undefined }, limits);
    expect([6, 9, 10, 11].map((end) => upTo(end)?.value)).toEqual([undefined, undefined, { a: 'x y' }, { a: 'x y' }]);
    expect([text.length - 1, text.length].map((end) => upTo(end)?.value)).toEqual([undefined, { a: 'x y', b: 'z\n' }]);
    expect(readPlainBlock(text, { start: 3, end: 3, trailing: undefined }, limits)).toBeUndefined();
  });
});

describe('what it reads', () => {
  test.each<[string, unknown]>([
    ['-\n- b\n-', [null, 'b', null]],
    ['-   a\n-   b: c\n    d: e\n', ['a', { b: 'c', d: 'e' }]],
    ['- a: 1\n- b: 2\n- c: 3\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['- - a\n', undefined],
    ['-a: 1\n', undefined],
    ['--: 1\n', undefined],
    ['- ---\n', ['---']],
    ['a:\n- b\nc: d\n', { a: ['b'], c: 'd' }],
    ['a: # c\n  b\n', undefined],
    ['a: # c\n  b: # d\n  - e # f\n', { a: { b: ['e'] } }],
    ['a:\n  b:\nc:\n', { a: { b: null }, c: null }],
    ['a: b:\n', undefined],
    ['a: b\n  c:\n', undefined],
    ['a: b\n  c: d\n', undefined],
    ['a: b\n  c #d\n', undefined],
    ['a: b # c\n  d\n', undefined],
    ['a: b#c\n', { a: 'b#c' }],
    ['a: b #\n', { a: 'b' }],
    ['a: b  \n', { a: 'b' }],
    ['a: b\n  c  \n\n\n  d\ne: f\n', { a: 'b c\n\nd', e: 'f' }],
    ['a : 1\n', undefined],
    ['"a" : 1\n', undefined],
    ['"a": "b"\n\'c\': \'d\'\n', { a: 'b', c: 'd' }],
    ['a: !x |\n  y\n', undefined],
    ['a: !x [y]\n', undefined],
    ['a: *x y\n', undefined],
    ['a: &x b\nc: *x # d\ne: *x \n', { a: 'b', c: 'b', e: 'b' }],
    ['a: &x b\nc: *x#d\n', undefined],
    ['a: &x\n  b: c\nd: *x\n', { a: { b: 'c' }, d: { b: 'c' } }],
    ['a: &x-1 b\nc: *x-1\n', { a: 'b', c: 'b' }],
    ['a: &x\nb: 1\n', undefined],
    ['a: &x &y b\n', undefined],
    ['a: &x "b"\n', { a: 'b' }],
    ['a: "b" # c\n', { a: 'b' }],
    ['a: "b"# c\n', undefined],
    ["a: 'b'# c\n", undefined],
    ["a: 'it''s'\nb: ''\nc: ''''\n", { a: "it's", b: '', c: "'" }],
    ['a: "\\t\\n\\/"\n', { a: '\t\n/' }],
    ['a: "\\x41"\n', undefined],
    ['a: "b\n\n  c"\nd: "e \n  f\n  "\n', { a: 'b\nc', d: 'e f ' }],
    ['a: |\n  b\n c\n', undefined],
    ['a: |2\n  b\n', undefined],
    ['a: | # c\n  b\nd: >- # e\n  f\n  g\n', { a: 'b\n', d: 'f g' }],
    ['a: |x\n  b\n', undefined],
    ['a: |-x\n  b\n', undefined],
    ['a: |- x\n  b\n', undefined],
    ['a: [b,c , d]  # e\n', { a: ['b', 'c', 'd'] }],
    ['a: [  ]\nb: {  }\n', { a: [], b: {} }],
    ['a: [b] c\n', undefined],
    ['a: [b]]\n', undefined],
    ['a: [b]#c\n', undefined],
    ['a: [b\n', undefined],
    ['a: [b c]\n', undefined],
    ['a: [b}\n', undefined],
    ['a: [[b, "c"], \'d\', {e: f}]\n', { a: [['b', 'c'], 'd', { e: 'f' }] }],
    ['a: {  b:   c  ,  "d": e, \'f\': 1}\n', { a: { b: 'c', d: 'e', f: 1 } }],
    ['a: {b:c}\n', undefined],
    ['a: {b : c}\n', undefined],
    ['a: {on: c}\n', undefined],
    ['a: {"on": c, \'1\': d}\n', { a: { on: 'c', 1: 'd' } }],
    ['a: {b: c, b: d}\n', undefined],
    ['a: {b: }\n', undefined],
    ['a: {b: c]\n', undefined],
    ['a: {b: {c: [d]}}\n', { a: { b: { c: ['d'] } } }],
    ['a: [.inf]\n', undefined],
    ['a: [~, on, 1, -1, .5, "~"]\n', undefined],
    ['a: [on, 1, .5, "~"]\n', { a: [true, 1, 0.5, '~'] }],
    ['a: &x [1]\n', undefined],
    ['a: &x 1\nb: [*x, *y]\n', undefined],
    ['a: &x 1\nb: [*x, {c: *x}]\n', { a: 1, b: [1, { c: 1 }] }],
    ['...: 1\n', undefined],
    ['.: 1\n..: 2\n', { '.': 1, '..': 2 }],
    [`${'a'.repeat(201)}: 1\n`, { ['a'.repeat(201)]: 1 }],
    [`${'a'.repeat(202)}: 1\n`, undefined],
    [`"${'a'.repeat(200)}": 1\n`, { ['a'.repeat(200)]: 1 }],
    [`"${'a'.repeat(201)}": 1\n`, undefined],
    [`'${'a'.repeat(200)}': 1\n`, { ['a'.repeat(200)]: 1 }],
    [`'${'a'.repeat(201)}': 1\n`, undefined],
    ['', undefined],
    ['# c\n', undefined],
    ['__proto__: 1\n', JSON.parse('{"__proto__": 1}')],
  ])('%j is %j', (text, value) => {
    const read = plain(text)?.value;
    expect(read === undefined ? undefined : JSON.stringify(read)).toBe(
      value === undefined ? undefined : JSON.stringify(value),
    );
  });

  test.each<[string, string, number]>([
    ['depth', 'a:\n  b:\n    c: 1\n', 6],
    ['depth', 'a: 1\nb:\n  c: 1\nd:\n  e: 1\n', 5],
    ['depth', '- 1\n- 2\n', 4],
    ['depth', '- a: 1\n- b: 2\n- c: 3\n', 5],
    ['depth', '- a:\n  - b: 1\n', 7],
    ['depth', 'a: [1]\nb: [2]\n', 5],
    ['depth', 'a: {b: 1}\n', 5],
    ['depth', 'a: [[1], {b: [2]}]\n', 7],
    ['aliases', 'a: &x 1\nb: *x\n', 1],
    ['aliases', 'a: &x 1\nb: [*x, *x]\n', 2],
    ['expandedNodes', 'a: &x 1\nb: *x\n', 1],
    ['expandedNodes', 'a: &x 1\nb: *x\nc: *x\n', 2],
    ['expandedNodes', 'a: &x\n  b: 1\n  c: 2\nd: *x\n', 5],
    ['expandedNodes', 'a: &x\n- 1\n- b: 2\nd: *x\n', 5],
    ['expandedNodes', 'a: &x\n  b: &y\n    c: 1\n  d: *y\ne: *x\n', 14],
  ])('up to its limit of %s: %j', (name, text, least) => {
    expect(plain(text, { [name]: least })).toBeDefined();
    expect(plain(text, { [name]: least - 1 })).toBeUndefined();
  });

  test('with at least as many values from aliases as the composer counts', () => {
    const text = 'a: &x\n  b: &y\n    c: 1\n  d: *y\ne: *x\n';
    const size = 12;
    const composed = (expandedNodes: number) =>
      composeSlice(
        { json: text, yaml: text },
        { start: 0, end: text.length, trailing: undefined },
        { ...limits, expandedNodes },
      );
    expect([composed(size).error, composed(size - 1).error?.reason]).toEqual([undefined, 'aliases']);
    expect(plain(text, { expandedNodes: size - 1 })).toBeUndefined();
    expect(plain(text, { expandedNodes: size + 2 })).toBeDefined();
  });
});

describe('the lines of a block scalar', () => {
  const block = (text: string, parent = 0, isFolded = false, part: { start?: number; end?: number } = {}) =>
    readBlockScalar(text, { start: 0, end: text.length, ...part }, parent, isFolded);

  test.each<[string, number, string | undefined, string | undefined, number]>([
    ['  x\n  y\n', 0, 'x\ny', 'x y', 8],
    ['  x\nb: 1\n', 0, 'x', 'x', 4],
    [' x\n', 0, 'x', 'x', 3],
    ['\n\n  x\n', 0, '\n\nx', '\n\nx', 6],
    [' \n  x\n', 0, '\nx', '\nx', 6],
    ['  \n  x\n', 0, undefined, undefined, 0],
    ['  \n   x\n', 1, '\nx', '\nx', 8],
    ['   \n   x\n', 1, undefined, undefined, 0],
    ['  x\n\n  y\n', 0, 'x\n\ny', 'x\ny', 9],
    ['  x\n\n\n  y\n', 0, 'x\n\n\ny', 'x\n\ny', 10],
    ['  x\n  \n  y\n', 0, 'x\n\ny', 'x\ny', 11],
    ['  x\n \n  y\n', 0, 'x\n\ny', 'x\ny', 10],
    ['  x\n   \n  y\n', 0, 'x\n \ny', undefined, 12],
    ['  x\n   y\n  z\n', 0, 'x\n y\nz', undefined, 13],
    ['  x\n y\n', 0, undefined, undefined, 0],
    ['  x\n\n\n', 0, 'x', 'x', 6],
    ['  x\n\nb: 1', 0, 'x', 'x', 5],
    ['    x\n  b: 1\n', 2, 'x', 'x', 6],
    ['   x\n   y\n', 2, 'x\ny', 'x y', 10],
    ['  x\n', 2, undefined, undefined, 0],
    ['  x', 0, undefined, undefined, 0],
    ['  x\n  y', 0, undefined, undefined, 0],
    ['\n\n', 0, undefined, undefined, 0],
    ['', 0, undefined, undefined, 0],
    ['b: 1\n', 0, undefined, undefined, 0],
  ])('%j below an indentation of %d', (text, parent, literal, folded, next) => {
    expect(block(text, parent)).toEqual(literal === undefined ? undefined : { value: literal, next });
    expect(block(text, parent, true)).toEqual(folded === undefined ? undefined : { value: folded, next });
  });

  test('end where the part of the text does', () => {
    const text = 'a: |\n  x\n  y\n';
    expect(block(text, 0, false, { start: 5, end: 9 })).toEqual({ value: 'x', next: 9 });
    expect(block(text, 0, false, { start: 5, end: 8 })).toBeUndefined();
    expect(block(text, 0, false, { start: 5, end: 10 })).toBeUndefined();
  });
});

test('many documents take a time that grows as the file does', () => {
  const count = 10_000;
  const text = `---\na: ${'x'.repeat(200)}\n`.repeat(count);
  const slices = splitDocuments(text);
  const begin = process.cpuUsage().user;
  expect(slices.filter((slice) => readPlainBlock(text, slice, limits) !== undefined)).toHaveLength(count);
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(2);
});

const piece = fc.constantFrom(
  ...['a:', 'b: ', '- ', '  ', ' ', '\n', '\n', '\n  ', '\n    ', 'x', '1', '"y"', "'z'", '"', "'", '|', '>-', '|\n'],
  ...[
    '# c',
    ' # c',
    '[',
    ']',
    'a, b',
    '{}',
    '{a: ',
    '}',
    ', ',
    '&k ',
    '*k',
    ': ',
    ':',
    '-',
    '\\n',
    '~',
    'on',
    '<<: *k',
    '.',
    '?',
    '\u00a0',
    '\u2003',
  ],
);

test('whatever it reads the composer reads the same', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expectSame(pieces.join(''));
    }),
    { numRuns: runs(20_000) },
  );
});
