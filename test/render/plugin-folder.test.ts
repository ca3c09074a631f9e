import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const files: Files = {
  'o/kustomization.yaml': 'resources: [r.yaml]\ngenerators: [gen]\ntransformers: [tr]\n',
  'o/r.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`,
  'o/gen/kustomization.yaml': 'resources: [g.yaml]\n',
  'o/gen/g.yaml':
    'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: g, namespace: shop}\nfiles: [k.txt]\n',
  'o/k.txt': 'a\n',
  'o/tr/kustomization.yaml': 'resources: [t.yaml]\n',
  'o/tr/t.yaml':
    'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: p.yaml\ntarget: {kind: ClusterRoleBinding}\n',
  'o/p.yaml': '- {op: replace, path: /subjects/0/name, value: other}\n',
};

(hasTools ? describe : describe.skip)('a folder of generators or transformers', () => {
  test('whose configurations name files of the kustomization that includes it is rendered', async () => {
    const { lines, coverage } = await judgeChange(files, { 'o/k.txt': 'b\n' });
    expect([lines, coverage.rendering?.notRendered]).toEqual([[], []]);
  });

  test('what a file of theirs newly gives is found in it', async () => {
    const after = { 'o/p.yaml': '- {op: replace, path: /roleRef/name, value: cluster-admin}\n' };
    expect((await judgeChange(files, after)).lines).toEqual(['o/p.yaml:1 critical rbac-widened']);
  });

  test('that starts a program is taken out and named', async () => {
    const after = { 'o/tr/t.yaml': 'apiVersion: example.org/v1\nkind: Program\nmetadata: {name: t}\n' };
    const { change } = await judgeChange(files, after);
    const gaps = change.rendering.roots.flatMap((root) => root.after?.gaps ?? []);
    expect(gaps.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['plugin tr (example.org/v1 Program)']);
  });
});
