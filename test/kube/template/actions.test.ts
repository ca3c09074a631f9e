import { describe, expect, test } from '@jest/globals';
import { once } from '../../../src/groups.ts';
import { readEachWay, readTemplate, templateProblems } from '../../../src/kube/template/actions.ts';
import { limits } from '../../yaml/limits.ts';

describe('readTemplate', () => {
  test('reads what is around actions, in its place, and actions as the text they are', () => {
    const text =
      '{{- if .Values.x }}\nname: {{ .Release.Name }}-a\nverbs: [{{ "*" | quote }}]\n{{ .key }}: {{ include "a"\n  . }}\nz: 1\n{{- end }}\n';
    const [document] = readTemplate(text, limits);
    expect(document?.value).toEqual({
      name: '{{ .Release.Name }}-a',
      verbs: ['*'],
      '{{ .key }}': '{{ include "a" . }}',
      z: 1,
    });
    expect(document?.at(['name'])).toEqual({ line: 2, column: 1 });
    expect(document?.valueAt(['verbs', 0])).toEqual({ line: 3, column: 9 });
    expect(document?.at(['{{ .key }}'])).toEqual({ line: 4, column: 1 });
    expect(document?.at(['z'])).toEqual({ line: 6, column: 1 });
  });

  test('a comment hides what it holds and nothing after it', () => {
    const read = readTemplate('{{/*\n---\n*/}}\na: b\n{{- /* c */ -}}\nd: e\n', limits);
    expect(read.map(({ value }) => value)).toEqual([{ a: 'b', d: 'e' }]);
  });

  test.each<[text: string, value: unknown]>([
    ['{{/* c */}}a: b\n', { a: 'b' }],
    ['{{- /* c */ -}}a: b\n', { a: 'b' }],
    ['{{/* c\n d */}}\na: b\n', { a: 'b' }],
    ['{{/* {{/* */}}a: b\n', { a: 'b' }],
    ['{{/* c */}}a: {{/* {{ x }} */}}b\n{{- /* d */}}\n', { a: 'b' }],
    ['{{/* c }}\na: b\n{{/* d */}}\ne: f\n', { e: 'f' }],
    // What does not end its action is no comment, and one after it is.
    ['{{/* c */ x }}a: b\n', { '{{/* c */ x }}a': 'b' }],
    ['{{/* c */ x }}a: b\n{{/* d */}}\ne: f\n', { '{{/* c */ x }}a': 'b', e: 'f' }],
    ['{{/* c */-}}a: b\n', { '{{/* c */-}}a': 'b' }],
    ['{{/* c */ -x}}}a: b\n', { '{{/* c */ -x}}}a': 'b' }],
    // A quoted text is that text; what is more than quoted is the action.
    ['a: {{ "b" }}\n', { a: 'b' }],
    ['a: {{- `b` -}}\n', { a: 'b' }],
    ['a: {{"b"}}\n', { a: 'b' }],
    ['a: {{ "b" | quote }}\n', { a: 'b' }],
    ['a: {{ "*.example.org" }}\n', { a: '*.example.org' }],
    ['a: {{ "b*" }}\n', { a: 'b*' }],
    ['a: {{ "" }}\n', { a: null }],
    ['a: {{ "b c" }}\n', { a: '{{ "b c" }}' }],
    ['a: {{ quote "b" }}\n', { a: '{{ quote "b" }}' }],
    ['a: {{ "b" | upper }}\n', { a: '{{ "b" | upper }}' }],
    ['a: {{ .b }}{{ .c }}\n', { a: '{{ .b }}{{ .c }}' }],
    ['a: {{ dict {} }}\n', { a: '{{ dict {} }}' }],
    ['a: {{ .b }}\n  \t\n{{ .c }} {{ .d }} \ne: f\n', { a: '{{ .b }}', e: 'f' }],
  ])('reads %j', (text, value) => {
    expect(readTemplate(text, limits).map((each) => each.value)).toEqual([value]);
  });

  test('everything after a comment is in its place', () => {
    const [document] = readTemplate('{{/* c */}}\na: 1\n{{- /* d\n e */ -}}\nb: 2\nc: {{/* x */}} "3"\n', limits);
    expect(document?.value).toEqual({ a: 1, b: 2, c: '3' });
    expect(document?.at(['a'])).toEqual({ line: 2, column: 1 });
    expect(document?.at(['b'])).toEqual({ line: 5, column: 1 });
    expect(document?.valueAt(['c'])).toEqual({ line: 6, column: 16 });
    expect(document?.styleAt(['c'])).toBe('double-quoted');
    expect(document?.line).toBe(2);
  });

  test('ways of installing that are alike are one further reading', () => {
    const text = 'a: 1\n{{ if .Release.IsUpgrade }}\nb: 2\n{{ end }}\n{{ if .Release.IsInstall }}\nb: 3\n{{ end }}\n';
    expect(readTemplate(text, limits).map(({ value, isBranch }) => [value, isBranch])).toEqual([
      [{ a: 1, b: 3 }, undefined],
      [{ a: 1, b: 2 }, true],
    ]);
    const same = '{{ if .Release.IsUpgrade }}\nb: 2\n{{ end }}\n{{ if lookup "a" }}\nc: 3\n{{ end }}\nd: 4\n';
    expect(readTemplate(same, limits).map(({ value }) => value)).toEqual([
      { b: 2, c: 3, d: 4 },
      { d: 4 },
      { b: 2, d: 4 },
      { c: 3, d: 4 },
    ]);
  });

  test('comments that never end cost no more than their length', () => {
    const closed = '{{/* */'.repeat(140_000);
    for (const text of ['{{/*'.repeat(250_000), `${'{{/*'.repeat(250_000)}*/`, closed]) {
      expect(Array.isArray(readTemplate(text, limits))).toBe(true);
    }
  });
});

test('the documents of each way of installing are read once where they are alike', () => {
  const [install, upgrade, ...others] = readEachWay(
    '{{ if .Release.IsUpgrade }}\na: 1\n{{ else }}\nb: 2\n{{ end }}\n',
    limits,
  );
  expect([install, upgrade].map((all) => all?.map(({ value }) => value))).toEqual([[{ b: 2 }], [{ a: 1 }]]);
  expect(others[0]).toBe(install);
  expect(others[1]).toBe(upgrade);
  expect(readEachWay('a: {{ .Values.b }}\n', limits)).toEqual([]);
});

test('an answer is asked for once', () => {
  const asked: string[] = [];
  const answer = once((question: string) => {
    asked.push(question);
    return { question };
  });
  expect(answer('a')).toBe(answer('a'));
  expect(answer('b')).toEqual({ question: 'b' });
  expect(asked).toEqual(['a', 'b']);
});

describe('the problems of a template', () => {
  test('are what is no YAML also when actions are hidden', () => {
    expect(templateProblems('a: {{ .b }}\n', limits)).toEqual([]);
    expect(templateProblems('a: [\n{{ .b }}\n', limits)).toMatchObject([{ reason: 'syntax' }]);
  });

  test('are branches that are more than are read, in all of it', () => {
    const text = Array.from({ length: 40 }, (_, index) => `a: ${index}`).join('\n');
    expect(templateProblems(text, limits)).toEqual([
      {
        reason: 'documents',
        detail: 'more branches say one field than are read',
        line: 1,
        column: 1,
        firstLine: 1,
        lastLine: 40,
      },
    ]);
    expect(templateProblems(`${text}\nb: [\n`, limits)).toMatchObject([{ reason: 'syntax' }]);
  });
});
