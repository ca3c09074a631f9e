import { describe, expect, test } from '@jest/globals';
import { anyHelper, blocksOf, decidingHelpers, namesIn } from '../../src/render/template/deciding-helpers.ts';
import { tellingHelpers, usersOf } from '../../src/render/template/telling-helpers.ts';

const template = (source: string, more = {}) => ({ path: 't.yaml', source, ...more });

describe('named templates', () => {
  test('are found by what includes them', () => {
    expect(namesIn('{{ include "a" . }}{{ template `b` }}{{ includes "c" }}')).toEqual(['a', 'b']);
    expect(namesIn('{{ include (printf "x") . }}')).toEqual([anyHelper]);
    expect(namesIn('{{ include "a" . }}{{ template $name . }}{{ include .b . }}')).toEqual(['a', anyHelper]);
    expect(namesIn(`{{ include "${'n'.repeat(201)}" . }}`)).toEqual(['n'.repeat(200)]);
    expect(namesIn('a: b {{ xinclude (c) }}')).toEqual([]);
  });

  test('are blocks up to the next one', () => {
    const all = [
      template('x{{ define "a" }}1{{ end }}{{ block `b` . }}2{{ end }}'),
      { path: 'u', source: '{{define "a"}}3' },
    ];
    expect([...blocksOf(all)]).toEqual([
      [
        'a',
        [
          { path: 't.yaml', source: 'define "a" }}1{{ end }}{{ ', isDeciding: true },
          { path: 'u', source: 'define "a"}}3', isDeciding: true },
        ],
      ],
      ['b', [{ path: 't.yaml', source: 'block `b` . }}2{{ end }}', isDeciding: true }]],
    ]);
  });

  const helpers = template(
    '{{ define "c.mode" }}{{ include "c.inner" . }}{{ end }}{{ define "c.inner" }}x{{ end }}{{ define "c.name" }}y{{ end }}{{ define "c.serviceAccountName" }}z{{ end }}{{ define "c.nameOf" }}v{{ end }}',
  );
  test.each<[source: string, names: readonly string[]]>([
    ['a: {{ include "c.inner" . }}', []],
    ['{{ if include "c.inner" . }}', ['c.inner']],
    ['{{ if eq (include "c.mode" .) "v2" }}', ['c.mode', 'c.inner']],
    ['{{ empty (include "c.name" .) }}', ['c.name']],
    ['{{ eq (include "c.name" .) "x" }}', ['c.name']],
    ['{{ .serviceAccount }}{{ include "c.name" . }}', []],
    ['{{ .serviceAccount }}{{ include "c.inner" . }}', ['c.inner']],
    ['serviceAccountName: {{ include "c.serviceAccountName" . }}', []],
    ['{{ $m := include "c.inner" . }}', []],
    ['{{ $m := include "c.inner" . }}\n{{ eq $m "x" }}', ['c.inner']],
    ['{{ $m := include "c.inner" . }}\n{{ eq .m "x" }}', []],
    ['b: {{ include "c.inner" . }}\n{{ eq $m "x" }}', []],
    ['{{ .serviceAccount }}{{ include "c.nameOf" . }}', ['c.nameOf']],
    ['{{ iff include "c.inner" . }}', []],
    ['{{ xif include "c.inner" . }}', []],
    ['{{ if include .x . }}', ['c.mode', 'c.inner', 'c.name', 'c.serviceAccountName', 'c.nameOf']],
    ['{{ if include "none" . }}', []],
    ['{{ if .x }}', []],
  ])('decide in %s: %j', (source, names) => {
    const found = decidingHelpers([template('x: y'), template(source)], [helpers]);
    expect(new Set(found.map((each) => /"(.*?)"/.exec(each.source)?.[1]))).toEqual(new Set(names));
    expect(found).toHaveLength(names.length);
  });

  test('are used by others, also by those whose name is computed', () => {
    const blocks = blocksOf([
      template(
        '{{ define "a" }}x{{ end }}{{ define "b" }}\n{{ include "a" . }}{{ end }}{{ define "c" }}{{ include "b" . }}{{ end }}{{ define "d" }}{{ include .x . }}{{ end }}{{ define "e" }}{{ include "c.x" . }}{{ end }}',
      ),
    ]);
    expect([...usersOf(['a'], blocks)].sort()).toEqual([anyHelper, 'a', 'b', 'c', 'd']);
    expect([...usersOf(['c'], blocks)].sort()).toEqual([anyHelper, 'c', 'd']);
    expect([...usersOf([], blocks)]).toEqual([]);
    const circle = blocksOf([
      template('{{ define "a" }}{{ include "b" . }}{{ end }}{{ define "b" }}{{ include "a" . }}{{ end }}'),
    ]);
    expect([...usersOf(['a'], circle)].sort()).toEqual([anyHelper, 'a', 'b']);
  });

  const all = template(
    '{{ define "x.role" }}kind: Role{{ end }}{{ define "x.plain" }}{{ include "x.deep" . }}{{ end }}{{ define "x.deep" }}1{{ end }}{{ define "x.aggregate" }}aggregate: x{{ end }}{{ define "x.account" }}serviceAccountName: x{{ end }}{{ define "x.fills" }}{{ include "x.account" . }}{{ end }}',
  );
  const telling = (source: string, more: readonly string[] = []) => {
    const found = tellingHelpers([template(source)], [all, ...more.map((each) => template(each))]);
    return ['x.role', 'x.plain', 'x.deep', 'x.aggregate', 'x.account', 'x.fills']
      .filter((name) => found.has(name))
      .map((name) => name.slice(2));
  };
  const binding = 'kind: RoleBinding\n';
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['those that grant themselves', 'kind: Deployment\n', [], ['role']],
    [
      'what a binding includes, and what that includes',
      `${binding}a: {{ include "x.plain" . }}\n`,
      [],
      ['role', 'plain', 'deep'],
    ],
    ['not what it has as a version', `${binding}image: {{ include "x.plain" . }}\n`, [], ['role']],
    [
      'those of which one text grants',
      'kind: Deployment\n',
      ['{{ define "x.deep" }}kind: Role{{ end }}'],
      ['role', 'deep'],
    ],
    ['not its labels', `${binding}labels:\n  {{ include "x.plain" . }}\n`, [], ['role']],
    [
      'its labels where roles are selected by them',
      `${binding}labels:\n  {{ include "x.plain" . }}\n`,
      ['clusterRoleSelectors'],
      ['role', 'plain', 'deep'],
    ],
    ['labels that aggregate', `${binding}labels:\n  {{ include "x.aggregate" . }}\n`, [], ['role', 'aggregate']],
    ['not what a workload includes', 'kind: Deployment\na: {{ include "x.plain" . }}\n', [], ['role']],
    ['what fills in its account', 'kind: Deployment\na: {{ include "x.fills" . }}\n', [], ['role', 'account', 'fills']],
    [
      'what its account is called',
      'kind: Deployment\nserviceAccountName: {{ include "x.plain" . }}\n',
      [],
      ['role', 'plain', 'deep'],
    ],
    ['what decides', 'kind: Deployment\n{{ if include "x.plain" . }}\n{{ end }}\n', [], ['role', 'plain', 'deep']],
    [
      'any where a name is computed',
      `${binding}a: {{ include .x . }}\n`,
      [],
      ['role', 'plain', 'deep', 'aggregate', 'account', 'fills'],
    ],
  ])('that tell what is granted: %s', (_, source, more, names) => expect(telling(source, more)).toEqual(names));

  test('have their texts', () => {
    const sources = (source: string) =>
      tellingHelpers([template(source)], [all]).blocks.map(({ source: text }) => text);
    expect(sources('kind: Deployment\n')).toEqual(['define "x.role" }}kind: Role{{ end }}{{ ']);
    expect(sources(`${binding}a: {{ include .x . }}\n`)).toHaveLength(6);
    expect(tellingHelpers([], [])).toMatchObject({ blocks: [] });
  });
});
