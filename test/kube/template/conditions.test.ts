import { expect, test } from '@jest/globals';
import { templateActions, templateConditions } from '../../../src/kube/template/conditions.ts';
import { superlinearAt } from '../../growth.ts';

/** The conditions at the line that says `here`. */
function conditions(text: string): readonly string[] {
  return templateConditions(text, text.slice(0, text.indexOf('here')).split('\n').length);
}

test.each<readonly [string, string, readonly string[]]>([
  ['none', 'here', []],
  ['an if', '{{ if .Values.a }}\nhere\n{{ end }}', ['if .Values.a']],
  ['trim marks', '{{- if .Values.a -}}\nhere\n{{- end -}}', ['if .Values.a']],
  ['a closed block', '{{ if .a }}\n{{ end }}\nhere', []],
  ['nested blocks, the outermost first', '{{ with .a }}\n{{ range .b }}\nhere', ['with .a', 'range .b']],
  ['an else', '{{ if .a }}\n{{ else }}\nhere', ['else of if .a']],
  ['an else if', '{{ if .a }}\n{{ else if .b }}\nhere', ['else if .b']],
  ['an else after an else if', '{{ if .a }}\n{{ else if .b }}\n{{ else }}\nhere', ['else of if .a']],
  ['a define', '{{ define "x" }}\n{{ if .a }}\nhere', ['if .a']],
  ['braces in strings', '{{ if eq .a "}}" }}\nhere', ['if eq .a "}}"']],
  ['braces in raw strings', '{{ if eq .a `{{ end }}` }}\nhere', ['if eq .a `{{ end }}`']],
  ['comments', '{{ if .a }}\n{{/* {{ end }} */}}\n{{- /* end */ -}}\nhere', ['if .a']],
  ['a comment that does not end, after what an end is in', '{{ if .a }}\n{{/* b\nhere', ['if .a']],
  ['words that begin alike', '{{ ifs }}\n{{ ending }}\n{{ $if }}\nhere', []],
  ['lines inside an action', '{{ if and\n .a\n .b }}\nhere', ['if and .a .b']],
  ['an end too many', '{{ end }}\n{{ else }}\n{{ if .a }}\nhere', ['if .a']],
  ['an action that does not end', '{{ if .a }}\n{{ "\nhere', ['if .a']],
  ['a quote as a character', `{{ $q := '"' }}{{ if eq 34 '"' }}\nhere`, [`if eq 34 '"'`]],
  ['an action on the line itself', '{{ if .a }}here', []],
  ['no space around the code', '{{if .a}}\nhere', ['if .a']],
  ['marks inside the code', '{{ if f -1 - 2 }}\nhere', ['if f -1 - 2']],
  ['a slash and an asterisk inside an action', '{{ a /* }}{{ if .a }}\nhere', ['if .a']],
  ['a comment after spaces', '{{ if .a }}\n{{-   /* {{ end }} */ -}}\nhere', ['if .a']],
  ['one brace', '{{ if .a } }}\nhere', ['if .a }']],
  ['an escaped quote', '{{ if eq .a "\\"}}" }}\nhere', ['if eq .a "\\"}}"']],
  ['an escaped backslash', '{{ if eq .a "\\\\" }}\n{{ end }}\nhere', []],
  ['a backslash in a raw string', '{{ if eq .a `\\` }}\nhere', ['if eq .a `\\`']],
  ['a raw string of several lines', '{{ if eq .a `b\n}}` }}\nhere', ['if eq .a `b }}`']],
  ['a string that ends with its line', '{{ if .a }}\n{{ "b\n" }}\n{{ if .c }}\nhere', ['if .a']],
  ['words of blocks inside others', '{{ x if .a }}{{ iffy }}{{ endless }}\nhere', []],
  ['a condition of several lines', '{{ if and .a\n  .b }}\n{{ else if or .c\n  .d }}\nhere', ['else if or .c .d']],
  ['an else of the inner block', '{{ if .a }}\n{{ if .b }}\n{{ else }}\nhere', ['if .a', 'else of if .b']],
  ['a block', '{{ block "x" . }}\nhere', ['block "x" .']],
  [
    'more than five',
    '{{ if 1 }}{{ if 2 }}{{ if 3 }}{{ if 4 }}{{ if 5 }}{{ if 6 }}\nhere',
    ['if 1', 'if 2', 'if 3', 'if 4', 'if 5'],
  ],
  ['a long condition', `{{ if ${'.a '.repeat(70)} }}\nhere`, [`if ${'.a '.repeat(40)}…`]],
])('%s', (_, text, expected) => {
  expect(conditions(text)).toEqual(expected);
});

test.each(['{{', '{{/*', '{{ "', '{{ if a }}\n', '{{ ` }}'])('time grows with the number of %j alone', (part) => {
  expect(superlinearAt((size) => templateConditions(part.repeat(size), 1e9), 200_000)).toBeUndefined();
});

test('a line beyond the text has the conditions of its end', () => {
  expect(templateConditions('{{ if .a }}\n', 9)).toEqual(['if .a']);
  expect(templateConditions('\n\n{{ if .a }}\n\n', 3)).toEqual([]);
  expect(templateConditions('\n\n{{ if .a }}\n\n', 4)).toEqual(['if .a']);
});

test('actions are read with their places, without marks and comments', () => {
  expect([...templateActions('a{{ b }}{{- c -}}{{/* d */}} {{e}}{{ "f')]).toEqual([
    { offset: 1, end: 8, code: 'b' },
    { offset: 8, end: 17, code: 'c' },
    { offset: 29, end: 34, code: 'e' },
  ]);
  expect([...templateActions('{{')]).toEqual([]);
  expect([...templateActions('{{/* a')]).toEqual([]);
});
