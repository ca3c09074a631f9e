import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { readLoosely } from '../../src/secrets/text/loose-document.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what is YAML reads as YAML', () => {
  test.each([
    ['nested mappings', 'a:\n  b:\n    c: x\n  d: w\ne: z\n'],
    ['a sequence below its key', 'a:\n  - b: x\n    c: w\n  - d: z\n'],
    ['a sequence at the indentation of its key', 'a:\n- b: x\n- b: w\nc: z\n'],
    ['a sequence of scalars', 'a:\n  - x\n  - w\n'],
    ['quotes', "a: \"x: w # z\"\nb: 'it''s'\n"],
    ['comments', '# a\na: x # b\n# c\nb: w\n'],
    ['a block scalar', 'a: |\n  x: 1\n\n    w\n  z\nb: c\n'],
    ['flow collections', 'a: {b: x, c: [w, z]}\n'],
    ['nested sequences', 'a:\n  - b:\n      - c: x\n      - c: w\n    d: z\n'],
    ['a tag and an anchor', 'a: &x !!str w\nb: z\n'],
    ['JSON over lines', '{\n  "a": {\n    "b": "x"\n  }\n}\n'],
  ])('%s', (_, text) => {
    const exact = parseYaml(Buffer.from(text), defaultPolicy.limits).documents.map((document) => plain(document.value));
    expect(readLoosely(text).map((source) => plain(source.value))).toEqual(exact);
  });
});

test('templates keep their expressions as text, and control lines are not keys', () => {
  const [source] = readLoosely(
    '{{- if .Values.x }}\nkind: Secret\nmetadata:\n  name: {{ include "x" . }}\n{{- end }}\ndata:\n  {{- range .y }}\n  k: {{ .z }}\n  {{- end }}\n',
  );
  expect(plain(source?.value)).toEqual({
    kind: 'Secret',
    metadata: { name: '{{ include "x" . }}' },
    data: { k: '{{ .z }}' },
  });
});

test('places are those of the text, comments of several lines included', () => {
  const [source] = readLoosely('{{/*\na: 1\n*/}}\nkind: Secret\ndata:\n  - b: |\n      first\n      second\n', 11);
  expect([source?.at(['kind']), source?.at(['data', 0, 'b']), source?.valueAt(['data', 0, 'b'])]).toEqual([
    { line: 14, column: 1 },
    { line: 16, column: 5 },
    { line: 17, column: 7 },
  ]);
});

test('tabs, missing indentation and other damage are read as far as they go', () => {
  const [source] = readLoosely('apiVersion: v1\n data:\n \tpassword: x\n kind: Secret\n}: [ "\n');
  expect(plain(source?.value)).toEqual({ apiVersion: 'v1', data: { password: 'x' }, kind: 'Secret' });
});

describe('a reading that knows no errors', () => {
  const read = (text: string) => readLoosely(text).map(({ value }) => plain(value));
  test.each([
    ['documents, each by itself', 'a: x\n--- # y\nb: z\n---\n\n---x: y\n', [{ a: 'x' }, { b: 'z' }, { '---x': 'y' }]],
    ['line ends', 'a: x\r\nb:\r\n  c: |\r\n    y\r\n', [{ a: 'x', b: { c: 'y\n' } }]],
    ['nothing but comments', '# a: b\n{{ x }}\n', []],
    ['comments and control lines', '#a: b\nc: d\n  # e: f\n{{ if x }} # y\ng: h\n', [{ c: 'd', g: 'h' }]],
    ['a comment at the end of a key', 'a: b#\nc#: d\ne: f # g\n', [{ a: 'b#', e: 'f' }]],
    ['a line that only ends in an expression', 'a: x\nb {{ y }}: {{ z }}\n', [{ a: 'x' }]],
    ['an expression before more', '{{ a }} b: c\n{{ d }}e: f\n', [{ '{{ d }}e': 'f' }]],
    ['keys of one name', 'a: x\na: y\na: z\n', [{ a: 'x', 'a#2': 'y', 'a#3': 'z' }]],
    [
      'very many keys of one name',
      'a: x\n'.repeat(12),
      [{ a: 'x', ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((copy) => [`a#${copy}`, 'x'])) }],
    ],
    ['keys in quotes', '"a: b": x\n\'c\': y\n"d\': z\n', [{ 'a: b': 'x', c: 'y' }]],
    ['a key in spaces', 'a  : x\n', [{ a: 'x' }]],
    ['no key without a blank', 'a:x\nb: y\n', [{ b: 'y' }]],
    ['a plain scalar over lines', 'a: x\n  y\n  z\nb: w\n', [{ a: 'x y z', b: 'w' }]],
    ['a plain scalar around a blank line', 'a: x\n\n  y\nb: w\n', [{ a: 'x y', b: 'w' }]],
    ['a plain scalar around a comment', 'a: x\n  # c\n  y\nb: w\n', [{ a: 'x y', b: 'w' }]],
    ['a plain scalar before an item', 'a: x\n  - y\nb: w\n', [{ a: ['y'], b: 'w' }]],
    ['a plain scalar before a key', 'a: x\n  b: y\nc: w\n', [{ a: 'x', b: 'y', c: 'w' }]],
    ['a plain scalar around a control line', 'a: x\n  {{ if y }}\n  z\nb: w\n', [{ a: 'x z', b: 'w' }]],
    [
      'a block with what looks like more',
      'a: |2- # c\n    # x\n  - y: z\n\n  {{ w }}\nb: c\n',
      [{ a: '# x\n- y: z\n\n{{ w }}\n', b: 'c' }],
    ],
    ['a block that is empty', 'a: |\nb: c\n', [{ a: '', b: 'c' }]],
    ['a fold', 'a: >-\n  x\n  y\n', [{ a: 'x\ny\n' }]],
    ['what only looks like a block', 'a: x|\nb: |x\n', [{ a: 'x|', b: '|x' }]],
    ['tags and anchors', 'a: !!str &x y\nb: x !y z\n', [{ a: 'y', b: 'x !y z' }]],
    ['an item that is a mapping', '- a: x\n  b: y\n- c\n', [{ items: [{ a: 'x', b: 'y' }, 'c'] }]],
    [
      'an item with a mapping below',
      'a:\n  -\n    b: x\n    c: y\n  -\n    b: z\n',
      [{ a: [{ b: 'x', c: 'y' }, { b: 'z' }] }],
    ],
    ['an item that begins with a dash', 'a:\n  - -x\n  - y-\n', [{ a: ['-x', 'y-'] }]],
    ['an item in a block', 'a:\n  - |\n    x\n  - y\n', [{ a: ['x\n', 'y'] }]],
    [
      'a mapping after a list',
      'a:\n  - x\nb:\n  c: y\n  d:\n  - z\ne: w\n',
      [{ a: ['x'], b: { c: 'y', d: ['z'] }, e: 'w' }],
    ],
    ['tabs as two columns', 'a:\n\tb: x\n  c:\n\t\td: z\n', [{ a: { b: 'x', c: { d: 'z' } } }]],
    ['a brace at the end of a key', 'a: {\n  b: x\n}\nc: y\n', [{ a: { b: 'x' }, c: 'y' }]],
    ['a key below nothing', '  a: x\nb: y\n', [{ a: 'x', b: 'y' }]],
  ])('%s', (_, text, value) => expect(read(text)).toEqual(value));

  test('follows forty levels', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const nested = Array.from({ length: 45 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    expect(depthOf(read(nested)[0])).toBe(41);
  });

  test('has places and styles, of what is nearest around', () => {
    const [source] = readLoosely('\na: x\nb:\n  - c: |\n\n      y\n  -  z\nd: "w"\n', 3);
    const places = (...path: (string | number)[]) =>
      [source?.at(path), source?.valueAt(path), source?.styleAt(path)].map((each) =>
        typeof each === 'object' ? `${each.line}:${each.column}` : each,
      );
    expect([
      places('a'),
      places('b'),
      places('b', 0),
      places('b', 0, 'c'),
      places('b', 1),
      places('d'),
      places('b', 0, 'c', 'x'),
      places('z'),
      places(),
    ]).toEqual([
      ['4:1', '4:4', 'plain'],
      ['5:1', '5:1', undefined],
      ['6:3', '6:3', 'plain'],
      ['6:5', '8:7', 'literal'],
      ['9:6', '9:6', 'plain'],
      ['10:1', '10:4', 'plain'],
      ['6:5', '8:7', undefined],
      ['4:1', '4:1', undefined],
      ['4:1', '4:1', undefined],
    ]);
    expect(readLoosely('kind: X')[0]?.identity?.kind).toBe('X');
  });
});
