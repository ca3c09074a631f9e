import { describe, expect, test } from '@jest/globals';
import {
  actionsOf,
  isGoTemplate,
  isOpenText,
  templateLines,
  withAny,
  withoutActions,
} from '../../src/render/model/go-template.ts';

describe('actions of a template', () => {
  test.each<[string, readonly string[]]>([
    ['{{ .a }}{{- .b -}}', [' .a ', ' .b ']],
    ['{{ "}}" | quote }}x', [' "}}" | quote ']],
    ['{{ `}}\n}}` }}{{ .a }}', [' `}}\n}}` ', ' .a ']],
    ['{{ "a\\"}}" }}', [' "a\\"}}" ']],
    ["{{/* don't }} */}}{{ .a }}", ["/* don't }} */", ' .a ']],
    ["{{- /* it's */ -}}{{ .a }}", [" /* it's */ ", ' .a ']],
    ['{{ "open }}\n{{ .a }}', [' "open ', ' .a ']],
    ['{{ `open }}{{ .a }}', [' `open ', ' .a ']],
    ["{{ '\\'}}' }}", [" '\\'}}' "]],
    ['{{ "\\\\" }}', [' "\\\\" ']],
    ['{{ "a" "b}}" }}', [' "a" "b}}" ']],
    ['{{ `` }}{{ "" }}', [' `` ', ' "" ']],
    ['{{/* open }}{{ .a }}', []],
    ['{{ /* a */ }}{{-/* b */}}', [' /* a */ ', '/* b */']],
    ['{{ .a', []],
    ['{{ .a }', []],
    ['}} {{', []],
    ['{{}}', ['']],
    ['{{--}}', ['']],
    ['a', []],
    ['{{-a-b-}}', ['a-b']],
    ['{{ "a\nb" }}', [' "a\nb" ']],
  ])('%j', (source, actions) => expect(actionsOf(source)).toEqual(actions));

  test('what is in quotes is no text around them', () =>
    expect(withoutActions('a: {{ "}} b: c" }}\n')).toMatch(/^a: ⟦\w{12}⟧\n$/));

  test('are marked line by line; those that decide, and those alone on their lines, are left out', () => {
    const marked = (source: string) => withoutActions(source).replaceAll(/⟦\w{12}⟧/g, '⟦⟧');
    expect(marked('a: {{ b }}\nc: {{ d }}{{ e }}\n')).toBe('a: ⟦⟧\nc: ⟦⟧⟦⟧\n');
    expect(marked('{{ a }}\n  {{ b }} \nc')).toBe('\n   \nc');
    expect(marked('{{ a\n}}\n{{ b\n}}c\nd: {{ e\n\n}}f')).toBe('\n\n⟦⟧\nc\nd: ⟦⟧\n\nf');
    expect(marked('a{{ if b }}c{{ else }}d{{ end }}')).toBe('acd');
    expect(
      marked('{{ range a }}b{{ with c }}d{{ define "e" }}f{{ block "g" }}h{{ break }}{{ continue }}i{{/* j */}}k'),
    ).toBe('bdfhik');
    expect(marked('a{{ $x := 1 }}b{{ $x = 1 }}c{{ $x, $y := d }}e{{ $x }}f{{ x := }}')).toBe('abce⟦⟧f⟦⟧');
    expect(marked('{{ a }}{{ b }}\n{{ c }}x')).toBe('⟦⟧⟦⟧\n⟦⟧x');
    const [one, other, again] = ['{{ a }}x', '{{ b }}x', '{{   a }}x'].map((each) => withoutActions(each));
    expect([one === other, one === again]).toEqual([false, true]);
  });

  test('in a name may give anything', () => {
    expect(['a/{{ b }}.yaml', 'x', withoutActions('a{{ b }}c')].map(withAny)).toEqual(['a/*.yaml', 'x', 'a*c']);
    expect(['{{ a', withoutActions('a{{ b }}'), 'a', '⟦⟧', '⟦0123456789ab⟧'].map(isOpenText)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test.each([
    ['helmfile.yaml', true],
    ['a/helmfile.yml', true],
    ['helmfile-prod.yaml', true],
    ['a/helmfile.d/b.yaml', true],
    ['helmfile.d/b/c.yaml', false],
    ['a.gotmpl', true],
    ['a.gotmpl.yaml', false],
    ['myhelmfile.yaml', false],
    ['helmfile.yaml.txt', false],
    ['helmfile/a.yaml', false],
  ])('are read in %s: %s', (path, is) => expect(isGoTemplate(path)).toBe(is));
});

describe('the lines of a template', () => {
  const source =
    '{{ if a }}\nb\n{{ with c }}\nd\n{{ else }}\ne {{ f }}\n{{ end }}\ng\n{{ end }}\n  {{ h }}\n{{ define "i" }}{{ block "j" . }}{{ range k }}\nl\n{{ end }}{{ end }}{{ end }}\nm {{- /* n */}}\n';

  test('have the conditions that are open where they begin, the outermost first', () => {
    const lines = templateLines(source);
    expect(Array.from({ length: 15 }, (_, index) => lines.guards(index))).toEqual([
      [],
      [],
      ['if a'],
      ['if a'],
      ['if a', 'with c'],
      ['if a', 'with c'],
      ['if a', 'with c else'],
      ['if a', 'with c else'],
      ['if a'],
      ['if a'],
      [],
      [],
      ['define "i"', 'block "j" .', 'range k'],
      ['define "i"', 'block "j" .', 'range k'],
      [],
    ]);
    const odd = templateLines('{{ end }}\n{{ else }}\na\n{{ iffy }}\n{{ elsewhere }}\n{{ ending }}\nb');
    expect([odd.guards(2), odd.guards(3), odd.guards(7)]).toEqual([[], [' else'], [' else']]);
  });

  test('have actions that decide, and some that may give any lines', () => {
    const lines = templateLines(source);
    const of = (has: (from: number, to: number) => boolean) =>
      Array.from({ length: 15 }, (_, index) => index).filter((line) => has(line, line + 1));
    expect(of(lines.hasActions)).toEqual([1, 3, 5, 7, 9, 10, 11, 13, 14]);
    expect(of(lines.mayGiveLines)).toEqual([10]);
    expect([
      lines.hasActions(1, 1),
      lines.hasActions(2, 3),
      lines.hasActions(2, 4),
      lines.mayGiveLines(1, 10),
      lines.mayGiveLines(9, 11),
    ]).toEqual([false, false, true, false, true]);
  });
});
