import { describe, expect, test } from '@jest/globals';
import { withoutActions } from '../../src/kube/template-actions.ts';

describe('withoutActions', () => {
  test('leaves what stands around actions in its place', () => {
    const text = '{{- if .Values.x }}\nname: {{ .Release.Name }}-a\nverbs: [{{ "*" | quote }}]\n{{- end }}\n';
    const read = withoutActions(text);
    expect(read.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
    expect(read.split('\n')[1]).toBe('name: ___.Release.Name___-a');
    expect(read.split('\n')[2]).toMatch(/^verbs: \['\*' +\]$/);
    expect(read.split('\n')[0]?.trim()).toBe('');
  });

  test('a comment hides what it holds and nothing after it', () => {
    const read = withoutActions('{{/*\n---\n*/}}\na: b\n{{- /* c */ -}}\nd: e\n');
    expect(read.trim().split(/\s+\n\s*|\n/)).toEqual(['a: b', 'd: e']);
  });

  test('comments that never end cost no more than their length', () => {
    const text = '{{/*'.repeat(250_000);
    expect(withoutActions(text)).toHaveLength(text.length);
    expect(withoutActions(`${text}*/`)).toHaveLength(text.length + 2);
    const closed = '{{/* */'.repeat(140_000);
    expect(withoutActions(closed)).toHaveLength(closed.length);
  });
});
