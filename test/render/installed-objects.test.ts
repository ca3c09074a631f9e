import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };
const map = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n${text}`;

/** In how many ways a change is judged. */
const waysOf = async (before: string, after: string) => {
  const files = { ...chart, 'c/templates/x.yaml': before };
  const { evidence } = await judgeChange(files, { 'c/templates/x.yaml': after }, { usesTools: false });
  return evidence.otherwise?.length;
};

test('ways that are alike are judged once', async () => {
  expect(await waysOf(map(''), map('data: {a: "{{ .Values.a }}"}\n'))).toBe(0);
  const upgrade = map('{{- if .Release.IsUpgrade }}\ndata: {a: b}\n{{- end }}\n');
  expect(await waysOf(map(''), upgrade)).toBe(2);
  expect(await waysOf(upgrade, map(''))).toBe(2);
  const found = map('{{- if lookup "v1" "Secret" "a" "b" }}\ndata: {a: b}\n{{- end }}\n');
  expect(await waysOf(map(''), found)).toBe(2);
  expect(await waysOf(upgrade, found)).toBe(4);
});
