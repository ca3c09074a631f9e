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
