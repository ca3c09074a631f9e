import { describe, expect, test } from '@jest/globals';
import { changedLines, definesOf, onlyAddsConditions } from '../../src/render/template/changed-lines.ts';
import { mayGiveDocuments } from '../../src/render/template/document-actions.ts';
import { fieldOf, fillsPod } from '../../src/render/template/field-of.ts';
import { guardedLines } from '../../src/render/template/installation-facts.ts';
import { isLabels } from '../../src/render/template/telling-helpers.ts';

describe('changed lines of a template', () => {
  test('say in which named template they are, on both sides', () => {
    const before = 'a\n{{ define "x" }}\nb\nc\n{{ end }}\nd\n';
    const after = 'a\n{{ define "y" }}\nb\n{{ end }}\n\ne\nd\nf\n';
    expect(changedLines(before, after)).toEqual([
      { line: 2, text: '{{ define "y" }}', define: 'y' },
      { line: 2, text: '{{ define "x" }}', define: 'x' },
      { line: 4, text: 'c', define: 'x' },
      { line: 6, text: 'e', define: undefined },
      { line: 8, text: 'f', define: undefined },
    ]);
    expect(changedLines("a: 'b'\n", 'a:  "b"\n')).toEqual([]);
    expect(changedLines('a\n', 'a\nb\n{{ define "x" }}\n')).toEqual([
      { line: 2, text: 'b', define: undefined },
      { line: 3, text: '{{ define "x" }}', define: 'x' },
    ]);
  });

  test('are in the innermost named template that is open, or that begins there', () => {
    const lines: readonly (readonly [string, string | undefined])[] = [
      ['a', undefined],
      ['{{ define "x" }}', 'x'],
      ['{{- if .a }}', 'x'],
      ['b', 'x'],
      ['{{ else }}', 'x'],
      ['{{ end }}', 'x'],
      ['{{ block "y" . }}', 'y'],
      ['{{ range .a }}{{ with .b }}', 'y'],
      ['{{ end }}{{ end }}', 'y'],
      ['{{ end }}', 'y'],
      ['c', 'x'],
      ['{{ end }}', 'x'],
      ['d', undefined],
      ['{{ with .a }}', undefined],
      ['{{ iffy }}{{ ending }}', undefined],
      ['{{ end }}', undefined],
      ['{{ define `z` }}e{{ end }}f', 'z'],
      ['{{/* define "no" */}}', undefined],
      [`{{ define "${'n'.repeat(201)}" }}`, undefined],
      ['{{ define.x }}{{ xdefine "v" }}', undefined],
      ['{{ end }}', undefined],
    ];
    const text = lines.map(([line]) => line).join('\n');
    expect(lines.map((_, index) => definesOf(text)[index])).toEqual(lines.map(([, name]) => name));
    expect(definesOf('\n{{ define "x" }}\na')).toEqual([undefined, 'x', 'x']);
    expect(definesOf('{{ define "x" }}{{ iffy }}{{ .if }}{{ end }}\na')[1]).toBeUndefined();
    expect(definesOf('{{ define "x" }}{{ ending }}{{ .end }}\na')[1]).toBe('x');
  });

  test.each<[string, string, string, boolean]>([
    ['nothing', 'a\n', 'a\n', true],
    [
      'a condition that moves to another line',
      '{{ if .x }}\na\n{{ end }}\nb\n',
      'a\n{{ if .x }}\nb\n{{ end }}\n',
      false,
    ],
    ['an action before the condition', 'a\n', '{{ .x }}{{ if .x }}\na\n{{ end }}\n', false],
    ['an action after the condition', 'a\n', '{{ if .x }}{{ .x }}\na\n{{ end }}\n', false],
    [
      'words that are no conditions',
      'iff xif\n'.repeat(501),
      `${'iff xif\n'.repeat(501)}{{ if .x }}\n{{ end }}\n`,
      true,
    ],
    [
      'a condition around a rule',
      '- verbs: [a]\n- verbs: [b]\n',
      '{{ if .x }}\n- verbs: [a]\n{{ end }}\n- verbs: [b]\n',
      true,
    ],
    ['one with trim marks', '- kind: a\n', '{{- if .x -}}\n- kind: a\n  {{- end -}}\n', true],
    [
      'one inside another',
      '{{ if .x }}\nkind: a\nb: c\n{{ end }}\n',
      '{{ if .x }}\n{{ if .y }}\nkind: a\nb: c\n{{ end }}\n{{ end }}\n',
      true,
    ],
    [
      'one around another',
      '{{ if .x }}\n---\na\n{{ end }}\n',
      '{{ if .y }}\n{{ if .x }}\n---\na\n{{ end }}\n{{ end }}\n',
      true,
    ],
    ['one around nothing', 'a\n', 'a\n{{ if .x }}\n{{ end }}\n', true],
    ['a condition that is gone', '{{ if .x }}\na\n{{ end }}\n', 'a\n', false],
    ['another condition', '{{ if .x }}\na\n{{ end }}\n', '{{ if .y }}\na\n{{ end }}\n', false],
    [
      'conditions the other way around',
      '{{ if .x }}\n{{ if .y }}\na\n{{ end }}\n{{ end }}\n',
      '{{ if .y }}\n{{ if .x }}\na\n{{ end }}\n{{ end }}\n',
      false,
    ],
    [
      'a condition that ends later',
      '{{ if .x }}\na\n{{ end }}\n- kind: b\n  c: d\n',
      '{{ if .x }}\na\n- kind: b\n  c: d\n{{ end }}\n',
      true,
    ],
    [
      'a condition around what limits',
      '- verbs: [a]\n  resourceNames: [b]\n',
      '- verbs: [a]\n{{ if .x }}\n  resourceNames: [b]\n{{ end }}\n',
      false,
    ],
    [
      'a condition around one of the names',
      '- resourceNames:\n  - b\n',
      '- resourceNames:\n{{ if .x }}\n  - b\n{{ end }}\n',
      false,
    ],
    [
      'a condition around the beginning of a rule',
      '- verbs: [a]\n  resources: [b]\n',
      '{{ if .x }}\n- verbs: [a]\n{{ end }}\n  resources: [b]\n',
      false,
    ],
    ['a condition around a part of an object', 'kind: a\nb: c\n', '{{ if .x }}\nkind: a\n{{ end }}\nb: c\n', false],
    [
      'a condition by functions that only ask',
      '- kind: a\n',
      '{{ if and (eq .x "a = b") (not .y) }}\n- kind: a\n{{ end }}\n',
      true,
    ],
    ['a condition by a helper', '- kind: a\n', '{{ if include "x" . }}\n- kind: a\n{{ end }}\n', false],
    ['a condition that changes a variable', '- kind: a\n', '{{ if $p = "*" }}\n{{ end }}\n- kind: a\n', false],
    ['a condition that ends earlier', '{{ if .x }}\na\nb\n{{ end }}\n', '{{ if .x }}\na\n{{ end }}\nb\n', false],
    ['a condition that sets a value', 'a\n', '{{ if and .x (set .Values "admin" true) }}\n{{ end }}\na\n', false],
    ['a condition that keeps a value', 'a\n', '{{ if $x := .y }}\n{{ end }}\na\n', false],
    ['a line', 'a\n', 'a\nb\n', false],
    ['a line that is gone', 'a\nb\n', 'a\n', false],
    ['another branch', '{{ if .x }}\na\n{{ end }}\n', '{{ if .x }}\n{{ else }}\na\n{{ end }}\n', false],
    ['a loop', 'a\n', '{{ range .x }}\na\n{{ end }}\n', false],
    ['text with the condition', 'a\n', '{{ if .x }}b\na\n{{ end }}\n', false],
    ['as many conditions as are read', 'a\n', `${'{{ if .x }}\n{{ end }}\n'.repeat(500)}a\n`, true],
    ['more conditions', 'a\n', `${'{{ if .x }}\n{{ end }}\n'.repeat(501)}a\n`, false],
    ['a condition that is too long', 'a\n', `{{ if ${'x'.repeat(600)} }}\na\n{{ end }}\n`, false],
  ])('%s: whether less is given', (_, before, after, isLess) => expect(onlyAddsConditions(before, after)).toBe(isLess));
});

describe('whether a line of a template may give a document of its own', () => {
  test.each<[string, boolean]>([
    ['', false],
    ['a: b\n', false],
    ['{{ .Files.Get "x.yaml" }}', true],
    ['{{ .Files.Get "x.yaml" }}y', false],
    ['{{ if .a }}\n{{ .Files.Get "x" }}\n{{ end }}', true],
    ['{{ if .a }}\n{{ end }}\n{{ .Files.Get "x" }}', true],
    ['{{ define "x" }}{{ iffy }}{{ .if }}{{ end }}\n{{ .Files.Get "x" }}', true],
    ['{{ define "x" }}{{ ending }}{{ .end }}\n{{ .Files.Get "x" }}\n{{ end }}', false],
    ['{{ iffy }}', true],
    ['{{ .if "x" }}', true],
    ['{{ defined "x" }}\n{{ .Files.Get "x" }}', true],
    ['{{ .define "x" }}', true],
    ['{{ trim (include "c.name" .) }}', true],
    ['a:\nx: ---\n  {{ .a }}', false],
    ['a:\n  {{ "b" }}{{ $x := .c }}\n', true],
    ['a:\n  {{ "b" | b64dec }}\n', true],
    ['a:\n  {{ $x := 1 }}{{ .a }}\n', true],
    ['a:\n{{ $x := 1 }} {{ .a }}\n', true],
    ['{{ "a: b" | b64dec }}', true],
    ['a: b\n{{ .a }}', true],
    ['a: {{ .b }}', false],
    ['{{ if .a }}\na: b\n{{ else }}\n{{ end }}\n', false],
    ['{{ $x := .a }}\n{{ $x = .a }}\n{{ $k, $v := .a }}\n{{ break }}\n{{ continue }}', false],
    ['{{ with .a }}\n{{ range .b }}\n{{ end }}\n{{ end }}', false],
    ['  {{ .a }}', true],
    ['# a\n  {{ .a }}', true],
    ['{{/* a */}}\n  {{ .a }}', true],
    ['{{- /* a\nb: {{ c }} */ -}}\n  {{ .a }}', true],
    ['a:\n  {{ .a }}', false],
    ['a:\n  {{ $.a }}', false],
    ['a:\n{{/* a */}}\n  {{ .a }}', false],
    ['a:\n# b\n  {{ .a }}', false],
    ['a:\n- --flag\n  {{ .a }}', false],
    ['a:\n---x\n  {{ .a }}', false],
    ['a: b\n---\n  {{ .a }}', true],
    ['a: b\n--- # b\n  {{ .a }}', true],
    ['a:\n{{ toYaml .a | nindent 2 }}', false],
    ['a:\n{{ toYaml .a | indent 12 -}}', false],
    ['a:\n{{ toYaml .a | nindent 0 }}', true],
    ['a:\n{{ toYaml .a | nindent 2 | trim }}', true],
    ['{{ toYaml .a | nindent 2 }}', true],
    ['a:\n  {{ toYaml .a }}', false],
    ['a:\n  {{ toJson .a }}', false],
    ['a:\n  {{ include "b" . }}', false],
    ['a:\n  {{ template "b" . }}', false],
    ['a:\n  {{ include "b" . | trim }}', true],
    ['a:\n  {{ .a | quote }}', true],
    ['a:\n  {{ printf "b" }}', true],
    ['{{ include "c.labels" . }}\n{{ template "c.fullname" . }}\n{{ include "c.selectorLabels" . }}', false],
    ['{{ include "c.all" . }}', true],
    ['{{ toYaml "c.name" }}', true],
    ['{{ define "x" }}\n{{ .Files.Get "x" }}\n{{ end }}\n', false],
    ['{{ define "x" }}\n{{ if .a }}\n{{ with .a }}\n{{ end }}\n{{ end }}\n{{ .Files.Get "x" }}\n{{ end }}\n', false],
    ['{{ define "x" }}\n{{ range .a }}{{ end }}{{ block "b" . }}\n{{ end }}\n{{ .Files.Get "x" }}{{ end }}\n', false],
    ['{{ define "x" }}\n{{ end }}\n{{ .Files.Get "x" }}\n', true],
    ['{{ define "x" }}a: b\n{{ end }}\n  {{ .a }}\n', true],
    ['a:\n{{ define "x" }}b{{ end }}\n  {{ .a }}\n', false],
    ['{{ define "x" }}\n{{ define "y" }}\n', false],
    ['  {{ "a: b" }}\n', true],
    ['a:\n  {{ "b" }}\n', false],
    ['a:\n  {{ `b` }}', false],
    ['a:\n  {{ `b\nc` }}', true],
    ['a:\n{{ "b" }}\n', true],
    ['a:\n  {{- "b" }}\n', true],
    ['a:\n  {{ "b" -}}\n', true],
    ['a:\n  {{ "b" }} {{ "c" }}\n', true],
    ['a:\n  {{ "b\\n" }}\n', true],
    ['a:\n  {{ "b" }} \t\n', false],
  ])('%j: %s', (source, may) => expect(mayGiveDocuments(source)).toBe(may));
});

describe('the field below which a line of a template gives all', () => {
  test.each<[lines: readonly string[], index: number, field: string | undefined]>([
    [['labels:', '  {{- include "x" . | nindent 4 }}'], 1, 'labels'],
    [['a:', '  b:', '    {{ x }}'], 2, 'b'],
    [['a:', '  b: c', '  {{ x }}'], 2, 'a'],
    [['a:', '  b: c', '{{ x | indent 3 -}}'], 2, 'b'],
    [['a:', '  b: c', '{{ x | indent 2 }}'], 2, 'a'],
    [['labels: {{ x | indent 4 }}'], 0, 'labels'],
    [['  labels: {{ x | nindent 3 }}'], 0, 'labels'],
    [['  labels: {{ x | nindent 2 }}'], 0, undefined],
    [['a:', '  "labels": {{ x }}'], 1, undefined],
    [['a:', '  x {{ y }}'], 1, undefined],
    [['a:', '  {{ y }} x'], 1, undefined],
    [['a:', '  {{ x }}{{ y }}'], 1, undefined],
    [['a:', '  {{ x | quote }}'], 1, undefined],
    [['a:', '# b:', '{{ c: }}', '', '  {{ x }}'], 4, 'a'],
    [['a:', '- b', '    {{ x }}'], 2, undefined],
    [['a:', '- b:', '    {{ x }}'], 2, 'b'],
    [['a:', "- 'b/c' :", '    {{ x }}'], 2, 'b/c'],
    [['{{ x }}'], 0, undefined],
    [['a b:', '  {{ x }}'], 1, undefined],
    [['a:', '  {{ x }}', 'b:'], 1, 'a'],
    [['a:'], 1, undefined],
    [['a:', ...Array<string>(199).fill(''), '  {{ x }}'], 200, 'a'],
    [['a:', ...Array<string>(200).fill(''), '  {{ x }}'], 201, undefined],
  ])('%j at %d: %s', (lines, index, field) => expect(fieldOf(lines, index)).toBe(field));

  test('may be the spec of a pod, or labels', () => {
    expect(
      ['toYaml .x', 'toJson .x', 'tpl .x .', 'include "x" .'].map((code) => fillsPod(['spec:', `  {{ ${code} }}`], 1)),
    ).toEqual([true, true, true, false]);
    expect(fillsPod(['spec:', '  {{ xtoYaml .x }}'], 1) || fillsPod(['spec:', '  {{ toYamls .x }}'], 1)).toBe(false);
    expect(fillsPod(['metadata:', '  {{ toYaml .x }}'], 1)).toBe(false);
    expect(fillsPod(['spec:'], 1)).toBe(false);
    const ofLabels = (field: string) => isLabels([`${field}:`, '  {{ x }}'], 1);
    expect(['labels', 'annotations', 'matchLabels', 'xlabels', 'labelsx', 'spec'].map(ofLabels)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isLabels(['{{ x }}'], 0)).toBe(false);
  });
});

describe('the lines that a condition guards', () => {
  test.each<[string, readonly number[]]>([
    ['a\n{{ if FACT }}\nb\n{{ end }}\nc', [2, 3, 4]],
    ['{{ if .x }}\na\n{{ end }}', []],
    ['{{ if .x }}\n{{- with FACT }}\na\n{{ end }}\nb\n{{ end }}', [2, 3, 4]],
    ['{{ if FACT }}\n{{ if .x }}\na\n{{ end }}\nb\n{{ end }}\nc', [1, 2, 3, 4, 5, 6]],
    ['{{ if .x }}\na\n{{ else if FACT }}\nb\n{{ else }}\nc\n{{ end }}', [3, 4, 5, 6, 7]],
    ['{{ if FACT }}\na\n{{ else }}\nb\n{{ end }}\nc', [1, 2, 3, 4, 5]],
    ['{{ if FACT }}a{{ end }}\nb', [1]],
    ['{{ define "FACT" }}\na\n{{ end }}\nb', [1, 2, 3]],
    ['{{ block "x" FACT }}\na\n{{ end }}{{ range FACT }}', [1, 2, 3]],
    ['a: {{ .Release.IsUpgrade }}\nb: {{ .Release.Revision }}\nc: {{ lookup "v1" }}', [1, 2, 3]],
    ['a: {{ .Capabilities.APIVersions.Has "x" }}\nb: {{ .Capabilities.KubeVersion }}', [1]],
    ['a: .Release.IsUpgrade\nchecksum/x: {{ .Release.Revision }}\nb: {{ lookup "x" | sha256sum }}', []],
    ['{{ end }}\n{{ else }}\na', []],
    ['a: {{ xlookup }}\nb: {{ lookups }}\nc: {{ .Release.Revisions }}\nd: {{ .Capabilities.APIVersionsX }}', []],
  ])('%j: %j', (source, lines) => expect([...guardedLines(source, (code) => code.includes('FACT'))]).toEqual(lines));
});
