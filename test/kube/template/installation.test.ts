import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTemplate } from '../../../src/kube/template/actions.ts';
import { eachWay, installedWays, leftOpen, unknowable } from '../../../src/kube/template/installation.ts';
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
    ['a: {{ $.Release.IsInstall }}', ['a: false', 'a: true']],
    ['a: {{ .Release.IsUpgrade | quote }}', ['a: "false"', 'a: "true"']],
    ['a: {{ .Release.IsUpgrade|squote }}', ['a: "false"', 'a: "true"']],
    ['a: {{ .Release.IsUpgrade | upper }}', []],
    ['a: {{ .Release.IsUpgradeable }}', []],
    ['a: {{ not .Release.IsUpgrade }}', []],
    ['a: {{ ternary "b" "c" .Release.IsUpgrade }}', ['a: b', 'a: c']],
    ['a: {{ ternary 1 2 (.Release.IsUpgrade) | quote }}', ['a: "1"', 'a: "2"']],
    ['a: {{ .Release.IsUpgrade | ternary "b" "c" }}', ['a: b', 'a: c']],
    ['a: {{ .Values.x | ternary "b" "c" }}', []],
    ['a: {{ ternary "b" "c" .Values.x }}', []],
    ['a: {{ x ternary "b" "c" .Release.IsUpgrade }}', []],
    ['a: {{ .Release.IsUpgrade | ternary "b" "c" | upper }}', []],
    ['a: {{ .x | f | .Release.IsUpgrade | ternary "b" "c" }}', []],
    // A condition, with its parentheses or without.
    ['{{ if ((.Release.IsUpgrade)) }}a{{ end }}', ['', 'a']],
    ['{{ if (not .Release.IsUpgrade) }}a{{ else }}b{{ end }}', ['a', 'b']],
    ['{{ if or (not .Release.IsUpgrade) (.Release.IsUpgrade) }}a{{ else }}b{{ end }}', ['a']],
    ['{{ if and (.Release.IsInstall) (.Release.IsUpgrade) }}a{{ else }}b{{ end }}', ['b']],
    [
      '{{ if or .Values.a .Release.IsUpgrade }}a{{ end }}b',
      ['a b', '{{ if or .Values.a .Release.IsUpgrade }}a{{ end }}b'],
    ],
    [
      '{{ if not .Values.a }}a{{ end }}{{ if .Release.IsUpgrade }}b{{ end }}',
      ['{{ if not .Values.a }}a{{ end }}', '{{ if not .Values.a }}a{{ end }} b'],
    ],
    [
      '{{ if not (and .Release.IsUpgrade .Values.a) }}a{{ end }}',
      ['a', '{{ if not (and .Release.IsUpgrade .Values.a) }}a{{ end }}'],
    ],
    ['{{ if .Release.IsUpgradeable }}a{{ end }}', ['', 'a']],
    ['{{ if .Release.IsInstalled }}a{{ end }}', ['', 'a']],
    ['{{ if not .Release.IsUpgrade | not }}a{{ end }}', ['', 'a']],
    // A string that looks like more.
    ['{{ if eq "a | (b" .Release.Name }}a{{ end }}', ['', 'a']],
    [
      '{{ if and "x y" .Release.IsUpgrade "or" }}a{{ end }}b',
      ['b', '{{ if and "x y" .Release.IsUpgrade "or" }}a{{ end }}b'],
    ],
    // Variables, of each other and set twice.
    [
      '{{ $u := .Release.IsUpgrade }}{{ $v := $u }}{{ if $v }}a{{ end }}',
      ['{{ $u := .Release.IsUpgrade }}{{ $v := $u }}', '{{ $u := .Release.IsUpgrade }}{{ $v := $u }} a'],
    ],
    ['{{ $u := .Release.IsUpgrade }}{{ $u = true }}{{ if $u }}a{{ end }}', []],
    [
      '{{ $u := .Values.a }}{{ if $u }}a{{ end }}{{ if .Release.IsUpgrade }}b{{ end }}',
      ['{{ $u := .Values.a }}{{ if $u }}a{{ end }}', '{{ $u := .Values.a }}{{ if $u }}a{{ end }} b'],
    ],
    [
      '{{ $n := .Release.Name }}{{ if eq $n "x" }}a{{ end }}',
      ['{{ $n := .Release.Name }}', '{{ $n := .Release.Name }} a'],
    ],
    // Blocks of other kinds, and words that begin alike.
    [
      '{{ define "a" }}{{ if .Release.IsUpgrade }}b{{ end }}{{ end }}',
      ['{{ define "a" }} {{ end }}', '{{ define "a" }} b {{ end }}'],
    ],
    ['{{ block "a" .Release.IsUpgrade }}b{{ end }}', []],
    ['{{ define .Release.IsUpgrade }}b{{ end }}', []],
    ['{{ iffy .Release.IsUpgrade }}a', []],
    ['{{ x if .Release.IsUpgrade }}a', []],
    ['{{ if .Release.IsUpgrade }}{{ ending }}{{ else }}b{{ end }}', ['b', '{{ ending }}']],
    // Branches of branches.
    [
      '{{ if .Values.a }}a{{ else if .Release.IsUpgrade }}b{{ else }}c{{ end }}',
      ['{{ if .Values.a }}a{{ else if .Release.IsUpgrade }}b {{ end }}', '{{ if .Values.a }}a {{ else }}c{{ end }}'],
    ],
    [
      '{{ if .Release.IsUpgrade }}a{{ else if .Values.a }}b{{ else }}c{{ end }}',
      ['a {{ end }}', '{{ else if .Values.a }}b{{ else }}c{{ end }}'],
    ],
    [
      '{{ if .Release.IsUpgrade }}a{{ else if .Release.IsUpgrade }}b{{ else if .Release.IsInstall }}c{{ else }}d{{ end }}',
      ['a', 'c'],
    ],
    ['{{ if .Release.IsUpgrade }}{{ if .Release.IsInstall }}a{{ else }}b{{ end }}c{{ end }}d', ['b c d', 'd']],
    ['{{ with .Release.IsUpgrade }}a{{ else with .Release.IsInstall }}b{{ end }}', ['a', 'b']],
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
    let ways = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const way of installedWays(text)) {
          ways += 1;
          expect(way.length).toBe(text.length);
          expect([...way].every((char, at) => (char === '\n') === (text[at] === '\n'))).toBe(true);
        }
        expect(Array.isArray(readTemplate(text, limits))).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
    expect(ways).toBeGreaterThan(0);
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

describe('what hangs on the installation of a chart', () => {
  const words = [
    '.Release.IsInstall',
    '.Release.Revision',
    '.Release.Service',
    'lookup',
    'now',
    'ago',
    'date',
    'dateInZone',
    'unixEpoch',
    'uuidv4',
    'randAlpha',
    'shuffle',
    'getHostByName',
  ];

  test.each(['.Capabilities.APIVersions', ...words])('%s is never known before', (word) => {
    for (const pattern of [unknowable, leftOpen]) expect(pattern.test(`{{ a (${word} "b") }}`)).toBe(true);
    expect(new Set(eachWay(`{{ if ${word} }}a{{ end }}`)).size).toBe(2);
  });

  test.each(['.Capabilities.KubeVersion', 'genCA', 'genSelfSignedCert'])('%s is, where a chart is rendered', (word) => {
    const text = `{{ if ${word} }}`;
    expect([unknowable.test(text), leftOpen.test(text), eachWay(text)]).toEqual([true, false, []]);
  });

  test.each([
    'xlookup',
    'lookups',
    'nowhere',
    'know',
    'agog',
    'update',
    'shuffled',
    'myrandAlpha',
    'generated-x',
    'regenCA',
    '.Release.Revisions',
    '.CapabilitiesX',
    '.Capabilities.APIVersionsX',
    '.Release.Name',
  ])('%s says nothing of it', (word) => {
    const text = `{{ if ${word} }}`;
    const isCapability = word.startsWith('.Capabilities.');
    const isOfGen = word.startsWith('gen');
    expect([unknowable.test(text), leftOpen.test(text)]).toEqual([isCapability || isOfGen, false]);
  });
});
