import { describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../src/kube/template-actions.ts';

const limits = { bytes: 4_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 10_000 };
const values = (text: string) => readTemplate(text, limits).map(({ value }) => value);

describe('readTemplate', () => {
  test('actions stand as the text they are, a quoted text as itself', () => {
    const text = '{{- if .Values.x }}\nname: {{ .Release.Name }}-a\nverbs: [{{ "*" | quote }}]\n{{- end }}\n';
    expect(values(text)).toEqual([{ name: '{{ .Release.Name }}-a', verbs: ['*'] }]);
  });

  test('a comment hides what it holds and nothing after it', () => {
    expect(values('{{/*\n---\n*/}}\na: b\n{{- /* c */ -}}\nd: e\n')).toEqual([{ a: 'b', d: 'e' }]);
  });

  test('comments that never end, and many that share one end, cost no more than their length', () => {
    const open = '{{/*'.repeat(250_000);
    expect(values(`a: b\n---\n${open}`)).toContainEqual({ a: 'b' });
    expect(values(`a: b\n---\n${open}*/`)).toContainEqual({ a: 'b' });
  });
});
