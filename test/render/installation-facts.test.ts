import { describe, expect, test } from '@jest/globals';
import { Graph } from '../../src/render/graph/graph.ts';
import { dependsOnInstallation } from '../../src/render/template/installation-facts.ts';
import { installedHelpers } from '../../src/render/template/installed-helpers.ts';
import { type Texts, viewOf } from './delivered.ts';

const chart: Texts = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };

function chartOf(before: Texts, after: Texts, isByDefaults = false) {
  const views = { before: viewOf({ ...chart, ...before }), after: viewOf({ ...chart, ...before, ...after }) };
  const closure = new Graph(views.after).closure([], ['c']);
  return {
    views,
    inputs: { root: { isByDefaults }, closure } as unknown as Parameters<typeof dependsOnInstallation>[0],
  };
}

describe('whether an installation decides what changed in a template', () => {
  const file = 'c/templates/x.yaml';
  const depends = (before: string, after: string, more: Texts = {}, isByDefaults = false) => {
    const { inputs, views } = chartOf({ [file]: before, ...more }, { [file]: after }, isByDefaults);
    return dependsOnInstallation(inputs, file, views);
  };
  const guarded = (condition: string, line = 'a: b') => `x: y\n{{ if ${condition} }}\n${line}\n{{ end }}\nz: 1\n`;

  test.each<[condition: string, isAdded: boolean, isLost: boolean]>([
    ['.Values.x', false, false],
    ['.Release.IsUpgrade', true, true],
    ['.Release.Revision', true, true],
    ['.Release.Namespace', false, false],
    ['.Capabilities.APIVersions.Has "x"', true, true],
    ['.Capabilities.KubeVersion.Minor', true, false],
    ['lookup "v1" "Secret" "" ""', true, true],
    ['now', true, true],
    ['genCA "x" 1', true, false],
  ])('by %s: where it is new %s, where it is gone %s', (condition, isAdded, isLost) => {
    expect(depends(guarded(condition), guarded(condition, 'a: c'))).toBe(isAdded || isLost);
    expect(depends('x: y\nz: 1\n', guarded(condition))).toBe(isAdded);
    expect(depends(guarded(condition), 'x: y\nz: 1\n')).toBe(isLost);
  });

  test('by how it is installed, where only the defaults of its chart are known', () => {
    const condition = '.Release.Namespace';
    expect(depends('x: y\n', guarded(condition), {}, true)).toBe(true);
    expect(depends(guarded(condition), 'x: y\n', {}, true)).toBe(true);
    expect(depends('x: y\n', guarded('.Values.x'), {}, true)).toBe(false);
  });

  test('not where another line changed', () => {
    expect(depends(guarded('.Release.IsUpgrade'), guarded('.Release.IsUpgrade').replace('z: 1', 'z: 2'))).toBe(false);
    expect(depends('a', 'a')).toBe(false);
  });

  test.each<[string, string, Texts, boolean]>([
    ['a variable', '{{ $u := .Release.IsUpgrade }}\n{{ if $u }}\nA\n{{ end }}\n', {}, true],
    ['a variable of values', '{{ $u := .Values.x }}\n{{ if $u }}\nA\n{{ end }}\n', {}, false],
    ['a comparison', '{{ with eq .Release.Revision 1 }}{{ $u := 1 }}{{ end }}\n{{ if $u }}\nA\n{{ end }}\n', {}, true],
    [
      'a named template',
      '{{ if include "c.x" . }}\nA\n{{ end }}\n',
      { 'c/templates/_h.tpl': '{{ if lookup "v1" }}y{{ end }}' },
      true,
    ],
    [
      'a template as text',
      '{{ if tpl .x . }}\nA\n{{ end }}\n',
      { 'c/templates/_h.tpl': '{{ $x := lookup "v1" }}' },
      true,
    ],
    [
      'a named template of values',
      '{{ if include "c.x" . }}\nA\n{{ end }}\n',
      { 'c/templates/_h.tpl': '{{ if .Values.x }}y{{ end }}' },
      false,
    ],
    [
      'a named template that only writes it',
      '{{ if include "c.x" . }}\nA\n{{ end }}\n',
      { 'c/templates/_h.tpl': 'lookup {{ .x }}' },
      false,
    ],
    [
      'what is no template',
      '{{ if include "c.x" . }}\nA\n{{ end }}\n',
      { 'c/files/_h.tpl': '{{ if lookup "v1" }}y{{ end }}', 'c/templates/h.yaml': '{{ if lookup "v1" }}y{{ end }}' },
      false,
    ],
    [
      'a condition that asks no named template',
      '{{ if .Values.x }}\nA\n{{ end }}\n',
      { 'c/templates/_h.tpl': '{{ if lookup "v1" }}y{{ end }}' },
      false,
    ],
  ])('by %s', (_, source, more, is) => {
    expect(depends(source.replace('A', 'a: b'), source.replace('A', 'a: c'), more)).toBe(is);
  });
});

describe('a named template that is another where a chart is installed', () => {
  const file = 'c/templates/_h.tpl';
  const found = (before: string, after: string, more: Texts = {}) => {
    const { inputs, views } = chartOf({ [file]: before, ...more }, { [file]: after });
    const all = installedHelpers(views, inputs).map(
      ({ position, by }) => `${position.file}:${position.line}:${position.column} ${by}`,
    );
    // A branch that lost several lines is said once for each.
    return [...new Set(all)];
  };
  const define = (name: string, body: string) => `{{- define "${name}" -}}\n${body}\n{{- end }}\n`;
  const branch = (condition: string, body: string) => `{{- if ${condition} }}\n${body}\n{{- end }}`;
  const rules = (condition: string, verb: string) => define('c.rules', `rules:\n${branch(condition, `- ${verb}`)}`);
  const at = (line: number, name = 'c.rules') => `${file}:${line}:1 the named template "${name}"`;

  test.each<[string, string, string, readonly string[]]>([
    ['a line of its branch', rules('.Release.IsUpgrade', 'get'), rules('.Release.IsUpgrade', 'list'), [at(4)]],
    ['its condition', rules('.Values.x', 'get'), rules('lookup "v1"', 'get'), [at(3)]],
    ['a branch that is gone', rules('.Release.IsUpgrade', 'get'), define('c.rules', 'rules:'), [at(1)]],
    ['a named template that is gone', rules('.Release.IsUpgrade', 'get'), 'x', []],
    ['a branch of values', rules('.Values.x', 'get'), rules('.Values.x', 'list'), []],
    ['nothing', rules('.Release.IsUpgrade', 'get'), rules('.Release.IsUpgrade', 'get'), []],
    [
      'a branch by a variable',
      define('c.rules', `rules:\n{{- $u := .Release.IsUpgrade }}\n${branch('$u', '- get')}`),
      define('c.rules', `rules:\n{{- $u := .Release.IsUpgrade }}\n${branch('$u', '- list')}`),
      [at(5)],
    ],
    [
      'a branch by another variable',
      define('c.rules', `rules:\n{{- $u := .Values.x }}\n${branch('$u', '- get')}`),
      define('c.rules', `rules:\n{{- $u := .Values.x }}\n${branch('$u', '- list')}`),
      [],
    ],
    [
      'a branch by a named template that asks',
      `${define('c.asks', '{{ .Release.Revision }}')}${rules('include "c.asks" .', 'get')}`,
      `${define('c.asks', '{{ .Release.Revision }}')}${rules('include "c.asks" .', 'list')}`,
      [at(7)],
    ],
    [
      'outside named templates',
      branch('.Release.IsUpgrade', 'rules:\n- get'),
      branch('.Release.IsUpgrade', 'rules:\n- list'),
      [],
    ],
    [
      'an account',
      define('c.a', branch('lookup "v1"', 'serviceAccountName: x')),
      define('c.a', branch('lookup "v1"', 'serviceAccountName: y')),
      [at(3, 'c.a')],
    ],
    [
      'a pod',
      define('c.a', branch('lookup "v1"', 'privileged: false')),
      define('c.a', branch('lookup "v1"', 'privileged: true')),
      [at(3, 'c.a')],
    ],
    ['something else', define('c.a', branch('lookup "v1"', 'x: y')), define('c.a', branch('lookup "v1"', 'x: z')), []],
  ])('counts by %s', (_, before, after, expected) => expect(found(before, after)).toEqual(expected));

  const mode = (value: string) => define('c.mode', branch('.Release.IsUpgrade', value));
  test.each<[string, string, boolean]>([
    ['a role that asks for it', 'kind: Role\n{{ if include "c.mode" . }}\nrules: x\n{{ end }}\n', true],
    ['a role that asks for another', 'kind: Role\n{{ if include "c.other" . }}\nrules: x\n{{ end }}\n', false],
    ['a role that asks by it for something else', 'kind: Role\n{{ if include "c.mode" . }}\nx: y\n{{ end }}\n', false],
    ['a role that names it', 'kind: Role\nx: {{ include "c.mode" . }}\n', false],
    ['something else that asks for it', 'kind: Deployment\n{{ if include "c.mode" . }}\nx: y\n{{ end }}\n', false],
    ['a policy that has it', 'kind: NetworkPolicy\nspec: {{ include "c.mode" . }}\n', true],
    ['a policy that has it as its name', 'kind: NetworkPolicy\nname: {{ include "c.mode" . }}\n', false],
    ['a policy that has it in its labels', 'kind: NetworkPolicy\nlabels:\n  {{ include "c.mode" . }}\n', false],
    ['a policy that has it as a version', 'kind: NetworkPolicy\nversion: {{ include "c.mode" . }}\n', false],
    ['a policy that has another', 'kind: NetworkPolicy\nspec: {{ include "c.other" . }}\n', false],
    ['something else that has it', 'kind: Deployment\nspec: {{ include "c.mode" . }}\n', false],
  ])('counts for %s', (_, source, counts) => {
    expect(found(mode('a'), mode('b'), { 'c/templates/x.yaml': source })).toEqual(counts ? [at(3, 'c.mode')] : []);
  });
});
