import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTemplate } from '../../../src/kube/template/actions.ts';
import { installedWays } from '../../../src/kube/template/installation.ts';
import { superlinearAt } from '../../growth.ts';
import { runs } from '../../thorough.ts';
import { limits } from '../../yaml/limits.ts';

/** What is left of a text in each way, without what was blanked. */
const ways = (text: string) =>
  installedWays(text)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .sort();

describe('a template in each way it may be installed', () => {
  test.each<[string, readonly string[]]>([
    ['a: {{ .Values.a }}', []],
    ['a: {{ .Release.Name }}', []],
    ['{{ if .Values.a }}a{{ else }}b{{ end }}', []],
    ['{{ if .Release.IsUpgrade }}a{{ else }}b{{ end }}', ['a', 'b']],
    ['{{ if .Release.IsUpgrade }}a{{ end }}', ['', 'a']],
    ['{{ if .Release.IsUpgrade }}a{{ end }}{{ if .Release.IsInstall }}b{{ end }}', ['a', 'b']],
    ['{{ if not .Release.IsUpgrade }}a{{ else if .Release.IsInstall }}b{{ else }}c{{ end }}', ['a', 'c']],
    ['{{ if (and .Release.IsUpgrade (not (lookup "v1" "Secret" "a" "b"))) }}a{{ end }}', ['', 'a']],
    ['{{ if or .Release.IsUpgrade .Release.IsInstall }}a{{ else }}b{{ end }}', ['a']],
    ['{{ with lookup "v1" "Secret" "a" "b" }}a{{ else }}b{{ end }}', ['a', 'b']],
    ['{{ range (lookup "v1" "Secret" "a" "").items }}a{{ end }}', ['', 'a']],
    ['{{ if .Capabilities.APIVersions.Has "a/v1" }}a{{ end }}', ['', 'a']],
    [
      '{{ $u := .Release.IsUpgrade }}{{ if $u }}a{{ end }}',
      ['{{ $u := .Release.IsUpgrade }}', '{{ $u := .Release.IsUpgrade }} a'],
    ],
    ['{{ if $x := lookup "v1" "Secret" "a" "b" }}a{{ end }}', ['', 'a']],
    // The version is known where a chart is rendered, and what values decide keeps both branches.
    ['{{ if semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version }}a{{ end }}', []],
    [
      '{{ if and .Release.IsUpgrade .Values.a }}a{{ end }}',
      ['', '{{ if and .Release.IsUpgrade .Values.a }}a{{ end }}'],
    ],
    ['{{ if .Release.IsUpgrade }}{{ if .Values.a }}a{{ end }}{{ end }}b', ['b', '{{ if .Values.a }}a{{ end }} b']],
    ['a: {{ .Release.IsUpgrade }}', ['a: false', 'a: true']],
    ['{{ if .Release.IsUpgrade }}a', ['', 'a']],
    ['{{ end }}{{ else }}{{ if .Release.IsUpgrade }}a{{ end }}', ['{{ end }}{{ else }}', '{{ end }}{{ else }} a']],
  ])('%s', (text, expected) => {
    const found = ways(text);
    expect(found).toEqual([...expected].filter((each) => each !== text).sort());
  });

  test('every line and column stays where it was', () => {
    const part = fc.constantFrom(
      '{{ if .Release.IsUpgrade }}',
      '{{ if lookup "v1" "Secret" "a" "b" }}',
      '{{ if .Values.a }}',
      '{{- else }}',
      '{{ else if .Release.IsInstall }}',
      '{{ end }}',
      '{{ .Release.IsInstall }}',
      '{{/* end */}}',
      'a: b\n',
      '  - c\n',
      '{{',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const way of installedWays(text)) {
          expect(way.length).toBe(text.length);
          expect([...way].every((char, at) => (char === '\n') === (text[at] === '\n'))).toBe(true);
        }
        expect(Array.isArray(readTemplate(text, limits))).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('documents of roles are read once, those of pods in each way', () => {
    const object = (kind: string, field: string) =>
      `kind: ${kind}\n{{- if .Release.IsUpgrade }}\n${field}: 1\n{{- end }}\n`;
    const read = readTemplate(`${object('ClusterRole', 'rules')}---\n${object('Deployment', 'spec')}`, limits);
    expect(read.map(({ value, isBranch }) => [value, isBranch])).toEqual([
      [{ kind: 'ClusterRole', rules: 1 }, undefined],
      [{ kind: 'Deployment', spec: 1 }, undefined],
      [{ kind: 'Deployment' }, true],
    ]);
  });

  test('many conditions take time in proportion to them', () => {
    const text = (size: number) => '{{ if .Release.IsUpgrade }}a: b{{ else }}'.repeat(size) + '{{ end }}'.repeat(size);
    const variables = (size: number) =>
      Array.from({ length: size }, (_, at) => `{{ $v${at} := $v${at - 1} }}{{ if $v${at} }}x{{ end }}`).join('') +
      '{{ $v-1 := .Release.IsUpgrade }}';
    expect(
      superlinearAt((size) => installedWays('{{ if .Release.IsUpgrade }}a{{ end }}\n'.repeat(size)), 4000),
    ).toBeUndefined();
    expect(superlinearAt((size) => installedWays(variables(size)), 4000)).toBeUndefined();
    expect(superlinearAt((size) => installedWays(text(size)), 4000)).toBeUndefined();
  });
});
