import { expect, test } from '@jest/globals';
import { templateConditions } from '../../../src/kube/template/conditions.ts';
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
  ['a long condition', `{{ if ${'.a '.repeat(70)} }}\nhere`, [`if ${'.a '.repeat(40)}…`]],
])('%s', (_, text, expected) => {
  expect(conditions(text)).toEqual(expected);
});

test.each(['{{', '{{/*', '{{ "', '{{ if a }}\n', '{{ ` }}'])('time grows with the number of %j alone', (part) => {
  expect(superlinearAt((size) => templateConditions(part.repeat(size), 1e9), 200_000)).toBeUndefined();
});
