import { describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../../src/kube/template/actions.ts';
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

  test('comments that never end cost no more than their length', () => {
    const closed = '{{/* */'.repeat(140_000);
    for (const text of ['{{/*'.repeat(250_000), `${'{{/*'.repeat(250_000)}*/`, closed]) {
      expect(Array.isArray(readTemplate(text, limits))).toBe(true);
    }
  });
});
