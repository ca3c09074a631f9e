import { describe, expect, test } from '@jest/globals';
import { runLimited } from '../../src/render/tools/run-limited.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const role = (verbs: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules:\n- {apiGroups: [""], resources: [pods], verbs: [${verbs}]}\n`;
const kustomization: Files = { 'k/kustomization.yaml': 'resources: [r.yaml]\n', 'k/r.yaml': role('get') };
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/templates/r.yaml': role('{{ .Values.verbs }}'),
  'c/templates/s.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: {{ randAlphaNum 30 }}}\n',
  'c/values.yaml': 'verbs: get\n',
};

(hasTools ? describe : describe.skip)('what a tool gave before is what it gives again', () => {
  test.each<[string, Files, Files]>([
    ['a kustomization', kustomization, { 'k/r.yaml': role('get, list') }],
    ['another one of the same name', kustomization, { 'k/r.yaml': role('get, "*"') }],
    ['one with a prefix', kustomization, { 'k/kustomization.yaml': 'resources: [r.yaml]\nnamePrefix: a-\n' }],
    ['a chart with a password of its own each time', chart, { 'c/values.yaml': 'verbs: get, list\n' }],
    ['one with other values', chart, { 'c/values.yaml': 'verbs: get, "*"\n' }],
  ])('%s', async (_, before, after) => {
    const anew = await judgeChange(before, after, { runTool: runLimited });
    for (const again of [await judgeChange(before, after), await judgeChange(before, after)]) {
      expect([again.lines, again.messages]).toEqual([anew.lines, anew.messages]);
      const objects = ({ change }: typeof anew) => change.rendering.roots.map(({ after: side }) => side?.objects);
      expect(objects(again)).toEqual(objects(anew));
    }
  });
});
