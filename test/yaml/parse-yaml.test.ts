import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Path, YamlFile, YamlLimits } from '../../src/yaml/document.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { runs } from '../thorough.ts';
import { limits } from './limits.ts';

const read = (text: string, some: Partial<YamlLimits> = {}): YamlFile =>
  parseYaml(Buffer.from(text), { ...limits, ...some });

const values = (text: string): unknown[] => read(text).documents.map(({ value }) => value);

function only(text: string) {
  const { documents, unreadable } = read(text);
  expect(unreadable).toEqual([]);
  expect(documents).toHaveLength(1);
  const [document] = documents;
  if (document === undefined) throw new Error('no document');
  return document;
}

const at = (text: string, path: Path): string => {
  const { line, column } = only(text).at(path);
  return `${line}:${column}`;
};

const valueAt = (text: string, path: Path): string => {
  const { line, column } = only(text).valueAt(path);
  return `${line}:${column}`;
};

describe('places', () => {
  const text =
    'a: 1\nb:\n  - x\n  - c: "d"\n    "e" : \'f\'\ng: |\n  one\n  two\nh: >-\n\n   fold\ni:\nj: [1, {k: 2}]\n';

  test.each([
    [['a'], '1:1', '1:4', 'plain'],
    [['b'], '2:1', '3:3', undefined],
    [['b', 0], '3:5', '3:5', 'plain'],
    [['b', 1], '4:5', '4:5', undefined],
    [['b', 1, 'c'], '4:5', '4:8', 'double-quoted'],
    [['b', 1, 'e'], '5:5', '5:11', 'single-quoted'],
    [['g'], '6:1', '7:3', 'literal'],
    [['g', 1], '8:3', '8:3', undefined],
    [['g', 'x'], '6:1', '6:1', undefined],
    [['h'], '9:1', '10:1', 'folded'],
    [['h', 0], '9:1', '9:1', undefined],
    [['i'], '12:1', '12:1', undefined],
    [['j'], '13:1', '13:4', undefined],
    [['j', 0], '13:5', '13:5', 'plain'],
    [['j', 1, 'k'], '13:9', '13:12', 'plain'],
    [['b', 9, 'x'], '2:1', '2:1', undefined],
    [['nothing'], '1:1', '1:1', undefined],
  ] as const)('%j', (path, key, value, style) => {
    expect(at(text, path)).toBe(key);
    expect(valueAt(text, path)).toBe(value);
    expect(only(text).styleAt(path)).toBe(style);
  });

  test('of aliases and merged keys are where the text is', () => {
    const merged = 'base: &b\n  p: [1, 2]\n  q: x\nuse:\n  <<: *b\n  r: *b\n';
    expect(only(merged).value).toEqual({
      base: { p: [1, 2], q: 'x' },
      use: { p: [1, 2], q: 'x', r: { p: [1, 2], q: 'x' } },
    });
    expect(at(merged, ['use', 'p'])).toBe('2:3');
    expect(at(merged, ['use', 'p', 1])).toBe('2:10');
    expect(valueAt(merged, ['use', 'q'])).toBe('3:6');
    expect(at(merged, ['use', 'r'])).toBe('6:3');
    expect(valueAt(merged, ['use', 'r'])).toBe('6:6');
    expect(valueAt(merged, ['use', 'r', 'q'])).toBe('3:6');
  });

  test('count lines over documents, byte order marks, CRLF and wide characters', () => {
    const [first, second] = read('\ufeffa: 1\r\n---\r\n# c\r\nb: {😀: x, c: 2}\r\n').documents;
    expect(first?.at(['a'])).toEqual({ line: 1, column: 1 });
    expect(second?.line).toBe(4);
    expect(second?.at(['b', 'c'])).toEqual({ line: 4, column: 12 });
  });

  test('hold in lines that go-yaml indents more freely', () => {
    const text = 'a: [\nx,\nz\n]\nb: "p\nq"\nc: {d: 1}\n';
    expect(only(text).value).toEqual({ a: ['x', 'z'], b: 'p q', c: { d: 1 } });
    expect(at(text, ['a', 1])).toBe('3:1');
    expect(at(text, ['c', 'd'])).toBe('7:5');
  });

  test('of JSON, in a stream too', () => {
    const [first, second] = read('{"a": [1,\n {"b": "x"}]}\n{"a": {"c": true}}').documents;
    expect(first?.at(['a', 1, 'b'])).toEqual({ line: 2, column: 3 });
    expect(first?.valueAt(['a', 1, 'b'])).toEqual({ line: 2, column: 8 });
    expect(second?.valueAt(['a', 'c'])).toEqual({ line: 3, column: 13 });
    expect(second?.styleAt(['a', 'c'])).toBe('plain');
  });
});

describe('what is there twice', () => {
  test('is listed at its later place; the last one counts', () => {
    for (const text of ['x:\n  a: 1\n  a: 2\n', '{"x":\n{"a": 1,\n"a": 2}}']) {
      const document = only(text);
      expect(document.value).toEqual({ x: { a: 2 } });
      expect(document.duplicateKeys).toEqual([{ path: ['x', 'a'], place: expect.objectContaining({ line: 3 }) }]);
    }
  });

  test('keys that differ in YAML and not in JSON too', () => {
    expect(only('yes: 1\n"true": 2\n').duplicateKeys).toHaveLength(1);
  });

  test('a merged key does not', () => {
    expect(only('a: &a {p: 1}\nb:\n  <<: *a\n  p: 2\n').duplicateKeys).toEqual([]);
  });

  test('a merge over an earlier key is ambiguous', () => {
    const { documents, unreadable } = read('a: &a {p: 1}\nb:\n  p: 2\n  <<: *a\n');
    expect(documents[0]?.value).toEqual({ a: { p: 1 }, b: { p: 1 } });
    expect(unreadable).toMatchObject([{ reason: 'ambiguous', line: 4, column: 3, firstLine: 1, lastLine: 4 }]);
  });
});

describe('one broken document', () => {
  test('hides no neighbour', () => {
    const { documents, unreadable } = read('a: 1\n---\nb: [\n---\nc: 3\n---\nd: "\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(unreadable).toMatchObject([
      { reason: 'syntax', firstLine: 3, lastLine: 3 },
      { reason: 'syntax', firstLine: 7, lastLine: 7 },
    ]);
  });

  test('hides no JSON text before it', () => {
    const { documents, unreadable } = read('{"a": 1}\n{"b": 2,}\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
    expect(unreadable).toMatchObject([{ reason: 'syntax', line: 2 }]);
  });

  test('invalid bytes neither', () => {
    const bytes = Buffer.concat([Buffer.from('a: 1\n---\nb: "'), Buffer.from([0xff]), Buffer.from('"\n')]);
    const { documents, unreadable } = parseYaml(bytes, limits);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: '\ufffd' }]);
    expect(unreadable).toMatchObject([{ reason: 'encoding', line: 3, column: 5 }]);
  });

  test.each([
    'a: !s3cr3t{ x',
    'a: !s3cr3t!x y',
    '%TAG !s3cr3t tag:x\n---\na',
    'a: *s3cr3t',
    'a: !!int s3cr3t',
    's3cr3t: [',
    'a: s3cr3t: b',
    '{"s3cr3t": s3cr3t',
  ])('is described without its text: %s', (text) => {
    const { unreadable } = read(text);
    expect(unreadable).not.toEqual([]);
    expect(JSON.stringify(unreadable)).not.toContain('s3cr3t');
  });
});

describe('limits', () => {
  const reasons = (text: string, some: Partial<YamlLimits> = {}) => read(text, some).unreadable.map((u) => u.reason);

  test('bytes', () =>
    expect(read('a: 12345', { bytes: 7 })).toMatchObject({ documents: [], unreadable: [{ reason: 'bytes' }] }));

  test('documents', () => {
    const { documents, unreadable } = read('---\na: 1\n'.repeat(5), { documents: 3 });
    expect(documents).toHaveLength(3);
    expect(unreadable).toMatchObject([{ reason: 'documents', line: 8 }]);
    expect(reasons('{}'.repeat(5), { documents: 3 })).toEqual(['documents']);
    expect(reasons('#\n---\n'.repeat(50), { documents: 3 })).toEqual(['documents']);
  });

  test('depth', () => {
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), '- '.repeat(1000), '{a: '.repeat(1000)]) {
      expect(reasons(text)).toEqual(['depth']);
    }
  });

  test('aliases, by number', () => {
    expect(reasons(`a: &a 1\nb: [${'*a, '.repeat(1001)}]\n`)).toEqual(['aliases']);
    expect(reasons(`a: &a 1\nb: [${'*a, '.repeat(1000)}]\n`)).toEqual([]);
  });

  test('aliases, by what they expand to', () => {
    const level = (i: number): string =>
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    expect(reasons(`a0: &a0 [1, 1, 1]\n${Array.from({ length: 30 }, (_, i) => level(i + 1)).join('')}`)).toEqual([
      'aliases',
    ]);
    const keys = Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ');
    expect(reasons(`a: &a {${keys}}\nb: [${'{<<: *a}, '.repeat(900)}]\n`)).toEqual(['aliases']);
  });
});

describe('values', () => {
  test('are safe from the names of built-in properties', () => {
    const [value] = values('__proto__: {polluted: 1}\nconstructor: 1\n') as [Record<string, unknown>];
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('of empty documents are none', () => expect(values('---\n---\n# c\n...\n---\na: 1\n')).toEqual([{ a: 1 }]));

  test('in a comment that libyaml ends at U+2028 are seen', () => {
    expect(values('a: 1 # c\u2028b: 2\n')).toEqual([{ a: 1, b: 2 }]);
  });

  test('an anchor that contains itself is not a value', () => {
    expect(read('a: &a [*a]\n').unreadable).toMatchObject([{ reason: 'syntax' }]);
  });
});

describe('whatever it reads', () => {
  const token = fc.constantFrom(
    ...[
      'a',
      'b: ',
      '- ',
      '? ',
      ': ',
      '\n',
      '\n  ',
      '\n---\n',
      '\n...\n',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '&x ',
      '*x',
      '!t ',
      '!!int ',
    ],
    ...[
      '<<: ',
      '|\n  ',
      '>+\n ',
      '#',
      ' # ',
      '\t',
      '\\',
      '\\x41',
      '\ufeff',
      '\u2028',
      '\0',
      '%TAG ! !\n',
      '~',
      '1',
      '\r',
      '{"a":',
      '},',
    ],
  );
  const text = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));

  test('it never throws, and every place is inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 })), (input) => {
        const lines = input.split('\n').length;
        const { documents, unreadable } = read(input);
        for (const document of documents) {
          const places = [document, document.at(['a', 0, 'b']), document.valueAt(['b']), document.at([])];
          for (const { line } of places) expect(line >= 1 && line <= lines).toBe(true);
          document.styleAt(['a']);
        }
        for (const part of unreadable) {
          expect(part.line >= 1 && part.line <= lines && part.column >= 1).toBe(true);
          expect(part.firstLine <= part.lastLine && part.lastLine <= lines).toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  test('bytes are not an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void parseYaml(bytes, limits)),
      { numRuns: runs(100) },
    );
  });

  test('JSON reads as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const [read] = values(JSON.stringify(value));
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: runs(100) },
    );
  });
});
