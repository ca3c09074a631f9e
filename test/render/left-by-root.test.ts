import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const role = (verb: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules:\n- apiGroups: [""]\n  resources: [secrets]\n  verbs: [${verb}]\n`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}\nsubjects: [{kind: ServiceAccount, name: app, namespace: shop}]\n`;
const overlay = {
  'k/kustomization.yaml': 'resources: [r.yaml, b.yaml]\n',
  'k/r.yaml': role('get'),
  'k/b.yaml': binding,
};
const chart = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/templates/r.yaml': `${role('get')}---\n${binding}`,
};
const wide = { 'k/r.yaml': role('"*"') };
const wideChart = { 'c/templates/r.yaml': `${role('"*"')}---\n${binding}` };
const dependency = (name: string) =>
  `${chart['c/Chart.yaml']}dependencies: [{name: ${name}, version: 1.0.0, repository: "file://../${name}"}]\n`;

(hasTools ? describe : describe.skip)('what a root no longer builds is judged as it is written', () => {
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'its kustomization is gone',
      overlay,
      { 'k/kustomization.yaml': undefined, ...wide },
      ['k/r.yaml:7 high rbac-widened'],
    ],
    [
      'its kustomization is a link',
      overlay,
      { 'k/kustomization.yaml': 'link:../other.yaml', ...wide },
      ['k/r.yaml:7 high rbac-widened', 'k/kustomization.yaml:1 high unreadable-manifest'],
    ],
    [
      'it is a component that nothing takes in',
      overlay,
      {
        'k/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${overlay['k/kustomization.yaml']}`,
        ...wide,
      },
      ['k/r.yaml:7 high rbac-widened'],
    ],
    [
      'its chart is none',
      chart,
      { 'c/Chart.yaml': undefined, ...wideChart },
      ['c/templates/r.yaml:7 critical rbac-widened'],
    ],
    [
      'its chart depends on itself',
      chart,
      { 'c/Chart.yaml': dependency('c'), ...wideChart },
      ['c/templates/r.yaml:7 critical rbac-widened'],
    ],
    [
      'charts depend on each other',
      chart,
      {
        'c/Chart.yaml': dependency('d'),
        'd/Chart.yaml': dependency('c').replace('name: c\n', 'name: d\n'),
        ...wideChart,
      },
      ['c/templates/r.yaml:7 critical rbac-widened'],
    ],
  ])('%s', async (_, before, after, lines) => expect((await judgeChange(before, after)).lines).toEqual(lines));

  test('a link in the place of a kustomization is one also where nothing else differs', async () =>
    expect((await judgeChange(overlay, { 'k/kustomization.yaml': 'link:../other.yaml' })).lines).toEqual([
      'k/kustomization.yaml:1 high unreadable-manifest',
    ]));

  test('what stays as it was is no finding', async () => {
    expect((await judgeChange(overlay, { 'k/kustomization.yaml': undefined })).lines).toEqual([]);
    expect((await judgeChange(chart, { 'c/Chart.yaml': undefined })).lines).toEqual([]);
  });
});
