import { describe, expect, test } from '@jest/globals';
import type { Node } from '../../src/yaml/node.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { limits } from './limits.ts';

/** Each value with its path, how many values it holds and its text, and the text from each key up to its value's end. */
function written(text: string, node: Node, path = ''): string[] {
  const from = ({ start, end }: { start: number; end: number }) => (start === -1 ? 'nothing' : text.slice(start, end));
  const entries = [...(node.entries ?? [])].flatMap(([key, { keyStart, node: value }]) => [
    `${path}/${key} from ${text.slice(keyStart, keyStart + 6)}`,
    ...written(text, value, `${path}/${key}`),
  ]);
  const items = (node.items ?? []).flatMap((item, index) => written(text, item, `${path}/${index}`));
  return [`${path} ${node.size} ${from(node)}`, ...entries, ...items];
}

const trees = (text: string, some = {}) => parseTrees(text, { ...limits, ...some });

function only(text: string): Node {
  const [tree, ...rest] = trees(text) ?? [];
  if (tree === undefined || rest.length > 0) throw new Error('not one document');
  return tree.root;
}

describe('the text of each value', () => {
  test.each([
    [
      'in blocks',
      "a: 1 # c\nb:\n  - x\n  - c: \"d\"\n    'e' : 'f'\ni:\nj: &k\n  l: m\n",
      [
        " 17 a: 1 # c\nb:\n  - x\n  - c: \"d\"\n    'e' : 'f'\ni:\nj: &k\n  l: m",
        '/a from a: 1 #',
        '/a 1 1',
        '/b from b:\n  -',
        "/b 7 - x\n  - c: \"d\"\n    'e' : 'f'",
        '/b/0 1 x',
        "/b/1 5 c: \"d\"\n    'e' : 'f'",
        '/b/1/c from c: "d"',
        '/b/1/c 1 "d"',
        "/b/1/e from 'e' : ",
        "/b/1/e 1 'f'",
        '/i from i:\nj: ',
        '/i 1 nothing',
        '/j from j: &k\n',
        '/j 3 l: m',
        '/j/l from l: m\n',
        '/j/l 1 m',
      ],
    ],
    [
      'in brackets, with space and comments before the closing one',
      'x: {a: [ ], b: {} } # c\nz: [ {p: q , r: }, s # d\n  ]\n',
      [
        ' 15 x: {a: [ ], b: {} } # c\nz: [ {p: q , r: }, s # d\n  ]',
        '/x from x: {a:',
        '/x 5 {a: [ ], b: {} }',
        '/x/a from a: [ ]',
        '/x/a 1 [ ]',
        '/x/b from b: {} ',
        '/x/b 1 {}',
        '/z from z: [ {',
        '/z 7 [ {p: q , r: }, s # d\n  ]',
        '/z/0 5 {p: q , r: }',
        '/z/0/p from p: q ,',
        '/z/0/p 1 q',
        '/z/0/r from r: }, ',
        '/z/0/r 1 nothing',
        '/z/1 1 s',
      ],
    ],
    [
      'of block scalars',
      'g: |\n  one\n  two\nh: >-\n  f\n',
      [' 5 g: |\n  one\n  two\nh: >-\n  f\n', '/g from g: |\n ', '/g 1 one\n  two\n', '/h from h: >-\n', '/h 1 f\n'],
    ],
    [
      'of aliases and what is merged',
      'a: &b {p: 1}\nu:\n  <<: *b\n  r: *b\nz : s',
      [
        ' 14 a: &b {p: 1}\nu:\n  <<: *b\n  r: *b\nz : s',
        '/a from a: &b ',
        '/a 3 {p: 1}',
        '/a/p from p: 1}\n',
        '/a/p 1 1',
        '/u from u:\n  <',
        '/u 6 <<: *b\n  r: *b',
        '/u/p from p: 1}\n',
        '/u/p 1 1',
        '/u/r from r: *b\n',
        '/u/r 3 *b',
        '/u/r/p from p: 1}\n',
        '/u/r/p 1 1',
        '/z from z : s',
        '/z 1 s',
      ],
    ],
    [
      'whose keys have a tag, an anchor or a question mark',
      '!!str a: 1\n&k b: 2\n? c\n: 3\n*k : 4\n',
      [
        ' 9 !!str a: 1\n&k b: 2\n? c\n: 3\n*k : 4',
        '/a from a: 1\n&',
        '/a 1 1',
        '/b from *k : 4',
        '/b 1 4',
        '/c from c\n: 3\n',
        '/c 1 3',
      ],
    ],
    [
      'whose last key is an alias or has no value',
      'a: &k b\n*k :\n',
      [' 5 a: &k b\n*k', '/a from a: &k ', '/a 1 b', '/b from *k :\n', '/b 1 nothing'],
    ],
    [
      'that go-yaml indents more freely',
      'k: "x\ny"\nl: {d: 1,\ne: 2\n}\nm: 3\n',
      [
        ' 11 k: "x\ny"\nl: {d: 1,\ne: 2\n}\nm: 3',
        '/k from k: "x\n',
        '/k 1 "x\ny"',
        '/l from l: {d:',
        '/l 5 {d: 1,\ne: 2\n}',
        '/l/d from d: 1,\n',
        '/l/d 1 1',
        '/l/e from e: 2\n}',
        '/l/e 1 2',
        '/m from m: 3\n',
        '/m 1 3',
      ],
    ],
    [
      'of JSON',
      ' {"a": [1 , {"b": "x\\n"} ] , "c": { }, "d": [ ],"e":{"f":[[]]}, "g": true}',
      [
        ' 18 {"a": [1 , {"b": "x\\n"} ] , "c": { }, "d": [ ],"e":{"f":[[]]}, "g": true}',
        '/a from "a": [',
        '/a 5 [1 , {"b": "x\\n"} ]',
        '/a/0 1 1',
        '/a/1 3 {"b": "x\\n"}',
        '/a/1/b from "b": "',
        '/a/1/b 1 "x\\n"',
        '/c from "c": {',
        '/c 1 { }',
        '/d from "d": [',
        '/d 1 [ ]',
        '/e from "e":{"',
        '/e 4 {"f":[[]]}',
        '/e/f from "f":[[',
        '/e/f 2 [[]]',
        '/e/f/0 1 []',
        '/g from "g": t',
        '/g 1 true',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(written(text, only(text))).toEqual(expected);
  });

  test('holds where several lines of a later document are indented more freely', () => {
    const text = 'q: 1\n---\nl: {d: 1,\ne: 2,\nf: [ "x\ny", z\n]\n}\nm: 3\n';
    const [, second] = trees(text) ?? [];
    expect(second === undefined ? [] : written(text, second.root).filter((each) => !each.includes(' from '))).toEqual([
      ' 13 l: {d: 1,\ne: 2,\nf: [ "x\ny", z\n]\n}\nm: 3',
      '/l 9 {d: 1,\ne: 2,\nf: [ "x\ny", z\n]\n}',
      '/l/d 1 1',
      '/l/e 1 2',
      '/l/f 3 [ "x\ny", z\n]',
      '/l/f/0 1 "x\ny"',
      '/l/f/1 1 z',
      '/m 1 3',
    ]);
    const returns = 'a: [\rx,\r"y\rz"\r]\rb: 1\r';
    expect(written(returns, only(returns))).toEqual([
      ' 7 a: [\rx,\r"y\rz"\r]\rb: 1',
      '/a from a: [\rx',
      '/a 3 [\rx,\r"y\rz"\r]',
      '/a/0 1 x',
      '/a/1 1 "y\rz"',
      '/b from b: 1\r',
      '/b 1 1',
    ]);
  });

  test('has a style only where it is a scalar that is written here', () => {
    const styles = ({ style, entries, items }: Node): unknown[] => [
      style,
      ...[...(entries ?? [])].flatMap(([, { node }]) => styles(node)),
      ...(items ?? []).flatMap(styles),
    ];
    expect(styles(only('a: &a x\nb: "x"\nc: \'x\'\nd: |\n  x\ne: >\n  x\nf:\ng: *a\nh: [x]\n'))).toEqual([
      undefined,
      'plain',
      'double-quoted',
      'single-quoted',
      'literal',
      'folded',
      undefined,
      undefined,
      undefined,
      'plain',
    ]);
    expect(styles(only('{"a": "x", "b": 1, "c": null, "d": {}}'))).toEqual([
      undefined,
      'double-quoted',
      'plain',
      'plain',
      undefined,
    ]);
  });
});

describe('the documents of a text', () => {
  const parts = (text: string, some = {}) => trees(text, some)?.map(({ start, end }) => text.slice(start, end));

  test('have what is between separators for themselves, and empty ones are none', () => {
    expect(parts('a: 1\n---\n# c\nb: 2\n---\n\n---\nc: 3')).toEqual(['a: 1\n', '# c\nb: 2\n', 'c: 3']);
    expect(parts('')).toEqual([]);
    expect(parts('---\n~\n')).toEqual(['~\n']);
    expect(parts('!!str\n---\na: 1\n')).toEqual(['a: 1\n']);
  });

  test('may have a comment that ends at a line separator of Unicode', () => {
    for (const mark of ['\u0085', '\u2028', '\u2029']) {
      const text = `a: 1 # c${mark}b: "x${mark}y"\n`;
      expect(trees(text)?.[0]?.root.value).toEqual({ a: 1, b: 'x y' });
      expect(trees(`{"a": "x${mark}"}`)?.[0]?.root.value).toEqual({ a: `x${mark}` });
    }
  });

  test.each([
    ['a part that cannot be read', 'a: 1\n---\nb: [\n'],
    ['text after a separator', 'a: 1\n--- b\n'],
    ['several texts of JSON in one part', '{"a":1}{"b":2}'],
    ['an alias too many', `a: &a 1\nb: [${'*a, '.repeat(1001)}]\n`],
  ])('are none where there is %s', (_, text) => {
    expect(trees(text)).toBeUndefined();
  });

  test('are none where they are more than the limit', () => {
    const three = 'a: 1\n---\nb: 2\n---\nc: 3\n';
    expect(parts(three, { documents: 3 })).toHaveLength(3);
    expect(parts(three, { documents: 2 })).toBeUndefined();
  });
});
