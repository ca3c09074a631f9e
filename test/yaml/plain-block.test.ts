import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeSlice } from '../../src/yaml/compose-slice.ts';
import { readPlainBlock } from '../../src/yaml/plain/block.ts';
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
    start: document?.start,
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
