import { describe, expect, test } from '@jest/globals';
import { parseText, parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from './limits.ts';

const read = (text: string, some = {}) => parseYaml(Buffer.from(text), { ...limits, ...some });

/** What could not be read: its reason, its place, the lines that are meant, and why. */
const unread = (text: string, some = {}) =>
  read(text, some).unreadable.map(
    ({ reason, line, column, firstLine, lastLine, detail }) =>
      `${reason} ${line}:${column} ${firstLine}-${lastLine} ${detail}`,
  );
const values = (text: string, some = {}) => {
  const { documents, unreadable } = read(text, some);
  return [...documents.map(({ value }) => JSON.stringify(value)), ...unreadable.map(({ reason }) => reason)];
};

describe('what is refused, and where', () => {
  const noMapping = 'a merge key needs a mapping or a list of mappings';
  const noKey = 'a mapping key is not a string, number or boolean';
  const noJson = 'no JSON value, or a number out of range';
  const question = 'readers disagree on a plain scalar that begins with a question mark';
  const colon = 'readers disagree on a key whose colon is followed by no space';

  test.each<[string, string[]]>([
    ['a: .inf\nb: 1', ['syntax 1:4 1-2 infinity and NaN are not JSON numbers']],
    ['- 1\n- -.inf', ['syntax 2:3 1-2 infinity and NaN are not JSON numbers']],
    ['[?a]', [`syntax 1:2 1-1 ${question}`]],
    ['a: {b: [c, ?d]}', [`syntax 1:12 1-1 ${question}`]],
    ['a: *x', ['syntax 1:4 1-1 an alias names no anchor before it']],
    ['a: &a [*a]', ['syntax 1:8 1-1 an anchor contains itself']],
    ['a: &a\n  b: *a', ['syntax 2:6 1-2 an anchor contains itself']],
    ['a: &a:b 1', ['syntax 1:5 1-1 a malformed anchor or alias']],
    ['a: &a?b [1]', ['syntax 1:5 1-1 a malformed anchor or alias']],
    ['a: &x 1\nb: [*x:]', ['syntax 2:6 1-2 a malformed anchor or alias']],
    ['a: {b:}', [`syntax 1:5 1-1 ${colon}`]],
    ['a: [b:, c]', [`syntax 1:5 1-1 ${colon}`]],
    ['a: [[b:]]', [`syntax 1:6 1-1 ${colon}`]],
    ['x: 1\n? [a]\n: 1', [`syntax 2:3 1-3 ${noKey}`]],
    ['x: 1\n? {a: 1}\n: 1', [`syntax 2:3 1-3 ${noKey}`]],
    ['x: 1\n~: 1', [`syntax 2:1 1-2 ${noKey}`]],
    ['x: &x 1\n18446744073709551615: 1', [`syntax 2:1 1-2 ${noKey}`]],
    ['a: &a [1]\n*a : 2', [`syntax 2:1 1-2 ${noKey}`]],
    ['a: &a ~\n*a : 2', [`syntax 2:1 1-2 ${noKey}`]],
    ['x: 1\n? \n: 1', [`syntax 1:1 1-3 ${noKey}`]],
    ['x: 1\n? !!null\n: 1', [`syntax 2:3 1-3 ${noKey}`]],
    ['x: 1\n? &a\n: 1', [`syntax 2:3 1-3 ${noKey}`]],
    ['a: 1\n<<: 1', [`syntax 2:1 1-2 ${noMapping}`]],
    ['a:\n  <<: [{b: 1}, c]', [`syntax 2:3 1-2 ${noMapping}`]],
    ['a: !!int x', ['syntax 1:4 1-1 a value is not what its tag !!int demands']],
    ['!!int x: 1', ['syntax 1:1 1-1 a value is not what its tag !!int demands']],
    ['a: !!binary x', ['syntax 1:4 1-1 a !!binary value is not base64']],
    ['a: !!%zz "3"', ['syntax 1:9 1-1 a malformed tag or tag directive']],
    ['a: b: c', ['syntax 1:5 1-1 bad indentation of a mapping entry']],
    ['a:\n- b\n c: d', ['syntax 3:3 1-3 bad indentation of a sequence entry']],
    ['a: [b\nc: d', ['syntax 2:2 1-2 missed comma between flow collection entries']],
    ['{"a": 1} x', [`syntax 1:10 1-1 ${noJson}`]],
    ['{"a": 1}\n{"b": tru}\n', [`syntax 2:7 1-2 ${noJson}`]],
    ['{"a": 1}{"b": ', [`syntax 1:15 1-1 ${noJson}`]],
    ['{"a": 1}{"b": 2\n# c\n}', ['syntax 2:1 1-3 a comma or a closing bracket is expected']],
    ['{} {"b" 2}', ['syntax 1:9 1-1 a colon is expected']],
    ['{} {b: 2}', ['syntax 1:5 1-1 a JSON key is expected']],
    ['{} [1 2]', ['syntax 1:7 1-1 a comma or a closing bracket is expected']],
    ['{} {"a": 1]', ['syntax 1:11 1-1 a comma or a closing bracket is expected']],
    ['{} [1,]', [`syntax 1:7 1-1 ${noJson}`]],
    ['{} [,]', [`syntax 1:5 1-1 ${noJson}`]],
    ['{} {"a": 1,}', ['syntax 1:12 1-1 a JSON key is expected']],
    ['{} ["a', ['syntax 1:5 1-1 a JSON string has no end']],
    ['{} ["a\\"', ['syntax 1:5 1-1 a JSON string has no end']],
    ['{} ["a\\x"]', ['syntax 1:10 1-1 a malformed JSON string']],
    ['{} ["a\n"]', ['syntax 2:2 1-2 a malformed JSON string']],
    ['{} ["a\tb"]', ['syntax 1:10 1-1 a malformed JSON string']],
    ['{} [1e400]', [`syntax 1:5 1-1 ${noJson}`]],
    ['{} [01]', ['syntax 1:6 1-1 a comma or a closing bracket is expected']],
    ['{} [.5]', [`syntax 1:5 1-1 ${noJson}`]],
    ['{} [+5]', [`syntax 1:5 1-1 ${noJson}`]],
    ['{} x # c', [`syntax 1:4 1-1 ${noJson}`]],
    ['{}\n...x', [`syntax 2:1 1-2 ${noJson}`]],
    ['a: 1\n--- b\nc: 2', ['syntax 2:5 2-3 text follows a document separator; kubectl stops reading there']],
    ['a: 1\n--- [\nc: 2', ['syntax 2:5 2-3 text follows a document separator; kubectl stops reading there']],
    ['a: "x\n\ufffd', ['syntax 2:2 1-2 unexpected end of the stream within a double quoted scalar']],
  ])('%j', (text, expected) => {
    expect(unread(text)).toEqual(expected);
  });

  test('what is over a limit says which', () => {
    expect(unread('a: 12345', { bytes: 7 })).toEqual([
      `bytes 1:1 1-${Number.MAX_SAFE_INTEGER} the file has 8 bytes, more than 7 (limit bytes)`,
    ]);
    expect(unread('a: 12345', { bytes: 8 })).toEqual([]);
    expect(unread('a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1\n', { documents: 2 })).toEqual([
      `documents 5:1 5-7 more than 2 documents (limit documents)`,
    ]);
    expect(unread('#\n---\n#\n---\n#\n---\n#\n---\n', { documents: 1 })).toEqual([
      `documents 7:1 7-8 more than 1 documents (limit documents)`,
    ]);
    expect(unread('#\n---\n#\n---\n#\n---\n', { documents: 1 })).toEqual([]);
    expect(unread('{}{}{}', { documents: 2 })).toEqual([`documents 1:5 1-1 more than 2 documents (limit documents)`]);
    expect(unread('a: [[[1]]]', { depth: 3 })).toEqual(['depth 1:6 1-1 nested deeper than 3 levels (limit depth)']);
    expect(unread('[[[1]]]', { depth: 2 })).toEqual(['depth 1:3 1-1 nested deeper than 2 levels (limit depth)']);
    expect(values('[[1]]', { depth: 2 })).toEqual(['[[1]]']);
    expect(unread('{"a":{"b":{}}}', { depth: 2 })).toEqual([
      'depth 1:11 1-1 nested deeper than 2 levels (limit depth)',
    ]);
    expect(unread('{}{"a":{"b":{}}}', { depth: 2 })).toEqual([
      'depth 1:13 1-1 nested deeper than 2 levels (limit depth)',
    ]);
    const aliases = '"a": &a 1\n"b": [*a, *a, *a]\n';
    expect(unread(aliases, { aliases: 2 })).toEqual([
      'aliases 2:15 1-2 more than 2 aliases in one document (limit aliases)',
    ]);
    expect(unread(aliases, { aliases: 3 })).toEqual([]);
    expect(unread(`${aliases}---\n${aliases}`, { aliases: 3 })).toEqual([]);
    const expanded = 'a: &a [1, 2]\nb: [*a, *a, ]\n';
    expect(unread(expanded, { expandedNodes: 5 })).toEqual([
      'aliases 2:9 1-2 aliases expand to more than 5 values (limit expandedNodes)',
    ]);
    expect(unread(expanded, { expandedNodes: 6 })).toEqual([]);
    expect(unread(`${expanded}---\n${expanded}`, { expandedNodes: 6 })).toEqual([]);
    const merged = 'a: &a {p: 1, q: 2}\nb: {<<: *a}\nc: {<<: [*a]}\n';
    expect(unread(merged, { expandedNodes: 13 })).toEqual([
      'aliases 3:5 1-3 aliases expand to more than 13 values (limit expandedNodes)',
    ]);
    expect(unread(merged, { expandedNodes: 14 })).toEqual([]);
  });

  test('bytes that are no text are named with the whole file', () => {
    const bytes = Buffer.concat([Buffer.from('a: 1\nb: "'), Buffer.from([0xff]), Buffer.from('"\nc: 1\n')]);
    expect(parseYaml(bytes, limits).unreadable).toEqual([
      {
        reason: 'encoding',
        line: 2,
        column: 5,
        firstLine: 1,
        lastLine: 3,
        detail: 'the bytes are not valid UTF-8 or UTF-16',
      },
    ]);
  });
});

describe('what is read', () => {
  test.each<[string, string[]]>([
    ['.inf: 1', ['{".inf":1}']],
    ['a: ?a', ['{"a":"?a"}']],
    ['["?a", b?c]', ['["?a","b?c"]']],
    ['a: ["b":]', ['{"a":[{"b":null}]}']],
    ['a: {b: [c]}\nd: ?e\nf:\n- ?g\n- [h: ]\n- ?i', ['{"a":{"b":["c"]},"d":"?e","f":["?g",[{"h":null}],"?i"]}']],
    ['a: {b: , c: }', ['{"a":{"b":null,"c":null}}']],
    ['a:\nb:\n- c:', ['{"a":null,"b":[{"c":null}]}']],
    ['[{a: b}, c, {d: {e: f}}]', ['[{"a":"b"},"c",{"d":{"e":"f"}}]']],
    ['[a: b, c]', ['[{"a":"b"},"c"]']],
    ['[[a], b: {}]\n', ['[["a"],{"b":{}}]']],
    ['a: [?]', ['syntax']],
    ['? |\n  x\n: 1', ['{"x\\n":1}']],
    ['&a b: 1\n*a : 2', ['{"b":2}']],
    ['a: &a 5\n*a : 2', ['{"5":2,"a":5}']],
    ['a: &a 1\nb: &a 2\nc: *a', ['{"a":1,"b":2,"c":2}']],
    ['a: &a [x]\nb: &b {c: *a}\nd: *b', ['{"a":["x"],"b":{"c":["x"]},"d":{"c":["x"]}}']],
    ['--- \na: &a 1\n---\nb: *a', ['{"a":1}', 'syntax']],
    ['"<<": 1', ['{"<<":1}']],
    ["'<<': 1", ['{"<<":1}']],
    ['!!str <<: 1', ['{"<<":1}']],
    ['<x: 1\n<: 2\nxx: 3', ['{"<x":1,"<":2,"xx":3}']],
    ['<>: 1', ['{"<>":1}']],
    ['!!merge <<: {a: 1}', ['{"a":1}']],
    ['!!merge "<<": {a: 1}', ['{"a":1}']],
    ['! <<: {a: 1}', ['{"a":1}']],
    ['!x <<: 1', ['{"<<":1}']],
    ['!<tag:yaml.org,2002:merge> <<: {a: 1}', ['{"a":1}']],
    ['%TAG !e! tag:yaml.org,2002:\n---\na: !e!int 3', ['{"a":3}']],
    ['%TAG ! tag:yaml.org,2002:\n---\na: !int "3"', ['{"a":3}']],
    ['%TAG !! tag:x\n---\na: !!int x', ['{"a":"x"}']],
    ['%TAG !e! tag:yaml.org,2002:\n---\na: 1\n---\na: !e!int 3', ['{"a":1}', 'syntax']],
    ['%YAML 1.1\n---\na: !!int "3"', ['{"a":3}']],
    ['a: !<tag:yaml.org,2002:int> "3"', ['{"a":3}']],
    ['a: !!%69nt "3"\nb: !x 1\nc: ! 1', ['{"a":3,"b":"1","c":"1"}']],
    ['a: !!%69%6Et "3"', ['{"a":3}']],
    ['a: !x%ff 1', ['{"a":"1"}']],
    ['{"a": 1}\n# c\n...\n', ['{"a":1}']],
    ['{"a": 1} # c\n\t# d\n\n... \t\n', ['{"a":1}']],
    ['{"a": 1} {"b": [true, false, null]}[{}]', ['{"a":1}', '{"b":[true,false,null]}', '[{}]']],
    ['{"a": [0, -0, 1, -1, 10, 0.5, -0.5, 1e2, 1E+2, 1.5e-2]}', ['{"a":[0,0,1,-1,10,0.5,-0.5,100,100,0.015]}']],
    ['{"a": "\\u0041\\n\\"\\\\ \\ud83d\\ude00 é"}', ['{"a":"A\\n\\"\\\\ 😀 é"}']],
    ['{"a": "\\ud83dx", "b": "x\\ude00", "c": "\\ude00\\ud83d"}', ['{"a":"\ufffdx","b":"x\ufffd","c":"\ufffd\ufffd"}']],
    ['[1 , 2\n,\t3\r\n]', ['[1,2,3]']],
    ['[]', ['[]']],
    ['[ ]', ['[]']],
    ['{ }', ['{}']],
    ['{"a":1 , "b" : 2}', ['{"a":1,"b":2}']],
    ['  \n\t{"a": 1}', ['{"a":1}']],
    ['{"a": 1, b: 2}', ['{"a":1,"b":2}']],
    ['{"a": \'x\'}', ['{"a":"x"}']],
    ['"x": 1', ['{"x":1}']],
    ['"x"', ['"x"']],
    ['x', ['"x"']],
    ['1', ['1']],
    ['- a\n- [b]\n-\n  - c', ['["a",["b"],["c"]]']],
    ['!!map {a: 1}', ['{"a":1}']],
    ['!x [1]', ['[1]']],
    ['~\n---\na: 1', ['null', '{"a":1}']],
    ['...\na: 1', ['{"a":1}']],
    [' \n...  \n', []],
    ['... # c\na: 1', ['{"a":1}']],
    ['!x', []],
    ['&a\n---\n!!str', []],
    ['a: x\r\nb: |\r\n  y\r\n  z\r\n', ['{"a":"x","b":"y\\nz\\n"}']],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('without the documents that are left out', () => {
    const text = 'a: 1\n---\nb: 2\n---\n{"c": 3}\n---\nd: [\n--- e\nf: 4\n';
    const left = (...out: string[]) => {
      const { documents, unreadable } = parseText({ text, invalidAt: undefined }, limits, new Set(out));
      return [...documents.map(({ value }) => JSON.stringify(value)), ...unreadable.map(({ line }) => line)];
    };
    expect(left()).toEqual(['{"a":1}', '{"b":2}', '{"c":3}', 8, 8]);
    expect(left('b: 2\n')).toEqual(['{"a":1}', '{"c":3}', 8, 8]);
    expect(left('a: 1\n', 'd: [\n', '--- e\nf: 4\n', '{"c": 3}\n')).toEqual(['{"b":2}', 8]);
  });
});

describe('merge keys', () => {
  const conflict =
    'a merge key overrides a key written before it, or occurs twice; kubectl and kustomize read this differently';

  test.each<[string, string, string, string[]]>([
    ['add keys', 'b: {<<: *a, r: 3}', '{"p":1,"q":2,"r":3}', []],
    ['are outranked by what follows', 'b: {<<: *a, p: 3}', '{"p":3,"q":2}', []],
    ['outrank what is before', 'b: {p: 3, <<: *a}', '{"p":1,"q":2}', ['2:11']],
    ['say nothing new of what is before', 'b: {p: 1, <<: *a}', '{"p":1,"q":2}', []],
    ['of a list: the first counts', 'b: {<<: [*a, {p: 3, s: 4}]}', '{"p":1,"s":4,"q":2}', []],
    ['of a list: all are taken', 'b: {<<: [{s: 4}, *a]}', '{"p":1,"q":2,"s":4}', []],
    ['of an empty list', 'b: {<<: [], r: 3}', '{"r":3}', []],
    ['twice are ambiguous', 'b: {<<: *a, <<: {r: 3}}', '{"p":1,"q":2,"r":3}', ['2:13']],
    ['twice: the later counts', 'b: {<<: {p: 3}, <<: *a}', '{"p":1,"q":2}', ['2:17']],
    ['three times are said once', 'b: {<<: *a, <<: *a, <<: *a}', '{"p":1,"q":2}', ['2:13']],
    ['of a value that merges itself', 'b: {<<: {<<: *a, r: 3}, s: 4}', '{"p":1,"q":2,"r":3,"s":4}', []],
    ['may be an alias of a list of mappings', 'l: &l [*a]\nb: {<<: *l}', 'syntax', []],
  ])('%s', (_, text, expected, ambiguous) => {
    const { documents, unreadable } = read(`a: &a {p: 1, q: 2}\n${text}\n`);
    const value = documents[0]?.value as { readonly b?: unknown } | undefined;
    expect(value === undefined ? unreadable[0]?.reason : JSON.stringify(value.b)).toBe(expected);
    if (value !== undefined)
      expect(unreadable.map(({ line, column, detail }) => `${line}:${column} ${detail}`)).toEqual(
        ambiguous.map((place) => `${place} ${conflict}`),
      );
  });
});

describe('keys that are there twice', () => {
  const twice = (text: string) =>
    read(text).documents.flatMap(({ duplicateKeys }) =>
      duplicateKeys.map(({ path, place }) => `${path.join('/')} ${place.line}:${place.column}`),
    );

  test.each<[string, string[]]>([
    ['a: 1\nb: 2', []],
    ['a: 1\na: 2\na: 3', ['a 2:1', 'a 3:1']],
    ['a: {b: 1, c: {d: 1, d: 2}, b: 3}', ['a/c/d 1:21', 'a/b 1:28']],
    ['- x\n- a: 1\n  a: 2\n- b: [{c: 1, c: 2}]', ['1/a 3:3', '2/b/0/c 4:14']],
    ['{"a": {"b": 1, "b": 2}, "c": [1, {"d": 1, "d": 2}], "a": 1}', ['a/b 1:16', 'c/1/d 1:43', 'a 1:53']],
    ['{"a": 1, "a": 2}{"b": 1}{"b": 1, "b": 2}', ['a 1:10', 'b 1:34']],
    ['- [[1]]\n- a: 1\n  a: 2', ['1/a 3:3']],
    ['a:\n  <<: {b: 1, b: 2}\n  c: {d: 1, d: 2}', ['a/<</b 2:14', 'a/c/d 3:13']],
    ['a: &a {p: 1}\nb: {<<: *a, p: 2}', []],
    ['a: &a {p: 1}\nb: {<<: *a, p: 2, p: 3}', ['b/p 2:19']],
    ['1: a\n"1": b\n0x1: c', ['1 2:1', '1 3:1']],
    ['a: 1\na: 2\n---\nb: 1', ['a 2:1']],
    ['a: 1\n? !!str a\n: 2\n&x a: 3', ['a 2:9', 'a 4:4']],
  ])('%j', (text, expected) => {
    expect(twice(text)).toEqual(expected);
  });

  test('are listed up to a hundred', () => {
    expect(twice('a: 1\n'.repeat(101))).toHaveLength(100);
    expect(twice('a: 1\n'.repeat(102))).toHaveLength(100);
    expect(twice(`{${'"a": 1, '.repeat(101)}"b": 1}`)).toHaveLength(100);
    expect(twice(`{${'"a": 1, '.repeat(102)}"b": 1}`)).toHaveLength(100);
  });
});
