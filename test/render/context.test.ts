import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const role = (name: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get]
`;
const binding = (name: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: z}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name}}
subjects: [{kind: User, name: mallory}]
`;
const widened = `resources: [r.yaml]
patches:
- target: {kind: ClusterRole}
  patch: |-
    - {op: add, path: /rules/0/resources/-, value: secrets}
`;
const a: Files = { 'a/kustomization.yaml': 'resources: [r.yaml]\n', 'a/r.yaml': role('ops') };
const change: Files = { 'a/kustomization.yaml': widened };

(hasTools ? describe : describe.skip)('what a root leaves open, unchanged roots answer', () => {
  test('a binding of another root, as it is written', async () => {
    const before = { ...a, 'b/kustomization.yaml': 'resources: [z.yaml]\n', 'b/z.yaml': binding('ops') };
    expect((await judgeChange(before, change)).lines).toEqual(['a/kustomization.yaml:5 critical rbac-widened']);
  });

  test('a binding that a patch of another root makes', async () => {
    const patch =
      'patches:\n- target: {kind: ClusterRoleBinding}\n  patch: |-\n    - {op: replace, path: /roleRef/name, value: ops}\n';
    const before = { ...a, 'b/kustomization.yaml': `resources: [z.yaml]\n${patch}`, 'b/z.yaml': binding('view') };
    expect((await judgeChange(before, change)).lines).toEqual(['a/kustomization.yaml:5 critical rbac-widened']);
  });

  test('a binding whose role a chart computes', async () => {
    const before = {
      ...a,
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'team: o\n',
      'c/templates/z.yaml': binding('{{ .Values.team }}ps'),
    };
    expect((await judgeChange(before, change)).lines).toEqual(['a/kustomization.yaml:5 critical rbac-widened']);
  });

  test('the role of a new binding is made by another root, with a prefix', async () => {
    const before = {
      'b/kustomization.yaml': 'resources: [r.yaml]\nnamePrefix: team-\n',
      'b/r.yaml': role('ops').replace('pods', 'secrets'),
      'a/kustomization.yaml': 'resources: [z.yaml]\n',
      'a/z.yaml': binding('view'),
    };
    const bound = `resources: [z.yaml]\npatches:\n- target: {kind: ClusterRoleBinding}\n  patch: |-\n    - {op: replace, path: /roleRef/name, value: team-ops}\n`;
    expect((await judgeChange(before, { 'a/kustomization.yaml': bound })).lines).toEqual([
      'a/kustomization.yaml:5 critical rbac-widened',
    ]);
  });

  test('where nothing binds it, that is said, and nothing else is rendered', async () => {
    const before = { ...a, 'b/kustomization.yaml': 'resources: [z.yaml]\n', 'b/z.yaml': binding('view') };
    const { lines, messages } = await judgeChange(before, change);
    expect(lines).toEqual(['a/kustomization.yaml:5 high rbac-widened']);
    expect(messages).toEqual([expect.stringContaining('which nothing here binds')]);
  });

  test('what cannot be rendered may bind it', async () => {
    const before = {
      ...a,
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/templates/z.yaml': binding('{{ fail "no" }}ops'),
    };
    const { messages } = await judgeChange(before, change);
    expect(messages).toEqual([expect.stringContaining('may be bound in c (chart)')]);
  });
});
