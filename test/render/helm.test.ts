import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: {{ .Release.Name }}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {{ .Values.rbac.role }}}
subjects: [{kind: User, name: mallory}]
`;
const chart = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'replicas: 1\nrbac:\n  role: view\n  create: true\n',
  'c/templates/b.yaml': `{{- if .Values.rbac.create }}\n${binding}{{- end }}\n`,
};

(hasTools ? describe : describe.skip)('charts are judged as they are rendered', () => {
  test('a value chooses the role: the line is the value’s', async () => {
    const { lines } = await judgeChange(chart, {
      'c/values.yaml': chart['c/values.yaml'].replace('view', 'cluster-admin'),
    });
    expect(lines).toEqual(['c/values.yaml:3 critical rbac-widened']);
  });

  test('a value switches a whole object on: the line is the one that its template names', async () => {
    const off = chart['c/values.yaml'].replace('view', 'cluster-admin').replace('true', 'false');
    const { lines } = await judgeChange(
      { ...chart, 'c/values.yaml': off },
      { 'c/values.yaml': off.replace('false', 'true').replace('replicas: 1', 'replicas: 3') },
    );
    expect(lines).toEqual(['c/values.yaml:4 critical rbac-widened']);
  });

  test('an Application sets other values than the chart’s own', async () => {
    const app = (role: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  destination: {namespace: web}
  source:
    repoURL: https://git.example.org/acme/infra.git
    path: c
    helm:
      parameters:
      - {name: rbac.role, value: ${role}}
`;
    const urls = ['git@git.example.org:acme/infra'];
    const before = { ...chart, 'apps/web.yaml': app('view') };
    expect((await judgeChange(before, { 'apps/web.yaml': app('cluster-admin') }, { urls })).lines).toEqual([
      'apps/web.yaml:11 critical rbac-widened',
    ]);
    const defaults = { 'c/values.yaml': chart['c/values.yaml'].replace('view', 'cluster-admin') };
    expect((await judgeChange(before, defaults, { urls })).lines).toEqual([]);
  });

  test('the chart of a kustomization is rendered without its help', async () => {
    const k = (role: string) =>
      `helmCharts:\n- name: c\n  releaseName: x\n  valuesInline:\n    rbac:\n      role: ${role}\n      create: true\nhelmGlobals: {chartHome: ..}\n`;
    const { lines } = await judgeChange(
      { ...chart, 'k/kustomization.yaml': k('view') },
      { 'k/kustomization.yaml': k('cluster-admin') },
    );
    expect(lines).toEqual(['k/kustomization.yaml:6 critical rbac-widened']);
  });

  test('what a chart leaves open is decided by whoever installs it', async () => {
    const open = chart['c/templates/b.yaml'].replace('name: mallory', 'name: {{ .Values.who }}');
    const { lines } = await judgeChange(chart, { 'c/templates/b.yaml': open });
    expect(lines).toContain('c/templates/b.yaml:6 medium rbac-widened');
  });

  const guarded = (guard: string) =>
    `{{ if ${guard} }}\n${binding.replace('{{ .Values.rbac.role }}', 'cluster-admin')}{{ end }}\n`;
  test.each([
    'eq .Release.Namespace "prod"',
    'eq .Release.Name "prod"',
    '.Release.IsUpgrade',
    '.Capabilities.APIVersions.Has "route.openshift.io/v1"',
    'semverCompare "<1.25-0" .Capabilities.KubeVersion.Version',
    'lookup "v1" "Namespace" "" "kube-system"',
    'gt (now | unixEpoch | int64) 4102444800',
    'eq (randAlpha 4) "abcd"',
    'eq (include "where" .) "prod"',
  ])('what is there only where %s, which only an installation says, is judged as it is written', async (guard) => {
    const before = {
      ...chart,
      'c/templates/_h.tpl': '{{ define "where" }}{{ if .Release.IsUpgrade }}prod{{ end }}{{ end }}\n',
    };
    const { lines } = await judgeChange(before, { 'c/templates/h.yaml': guarded(guard) });
    expect(lines.filter((line) => !/ (?:low|medium) /.test(line))).toEqual([
      expect.stringMatching(/^c\/templates\/h\.yaml:\d+ (?:critical|high) /),
    ]);
  });

  test('where values of the chart alone decide, the rendered form holds', async () => {
    const { lines } = await judgeChange(chart, { 'c/templates/h.yaml': guarded('eq .Values.rbac.role "none"') });
    expect(lines).toEqual([]);
  });

  test('what is there only where a value is set that the chart does not have is decided by whoever installs it', async () => {
    const { lines } = await judgeChange(chart, { 'c/templates/h.yaml': guarded('.Values.rbac.none') });
    expect(lines).toEqual(['c/templates/h.yaml:1 medium rbac-widened']);
  });

  test('a release that a declaration names decides by its name', async () => {
    const release = 'releases:\n- {name: dev, namespace: dev, chart: ./c}\n';
    const before = { ...chart, 'helmfile.yaml': release };
    expect((await judgeChange(before, { 'c/templates/h.yaml': guarded('eq .Release.Name "prod"') })).lines).toEqual([]);
  });
});
