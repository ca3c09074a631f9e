import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';

const helpers = `{{- define "c.labels" -}}
a: b
{{ include "c.selector" . }}
{{- end }}
{{- define "c.selector" -}}
x: {{ .Values.replicas | quote }}
{{- end }}
{{- define "c.role" -}}
{{ .Values.role }}
{{- end }}
{{- define "c.outer" -}}
{{ include "c.role" . }}
{{- end }}
{{- define \`c.raw\` -}}
{{ .Values.role }}
{{- end }}
{{- define "c.users" }}
{{- range .Values.users }}
- {kind: User, name: {{ . }}}
{{- end }}
{{- end }}
{{- define "c.pod" -}}
hostNetwork: false
{{- end }}
`;
const chart = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\nreplicas: 1\nusers: []\naccount: app\nlabels: {}\n',
  'c/templates/_helpers.tpl': helpers,
  'c/templates/_account.tpl': '{{- define "c.serviceAccountName" -}}\n{{ .Values.account }}\n{{- end }}\n',
};
const values = chart['c/values.yaml'];
const binding = (role: string, more = '') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ops
  labels:
    {{- include "c.labels" . | nindent 4 }}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects:
- {kind: User, name: ops}
${more}`;
const deployment = (account: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations: {checksum/values: {{ toYaml .Values | sha256sum }}}
spec:
  template:
    spec:
      ${account}
      containers:
      - name: web
        image: "nginx:1"
${more}`;

async function found(template: string, after: Files, more: Files = {}) {
  const before = { ...chart, ...more, 'c/templates/x.yaml': template };
  return (await judgeChange(before, after, { usesTools: false })).lines;
}
const high = (place: string) => [`${place} high unreadable-manifest`];
const valued = (from: string, to: string): Files => ({ 'c/values.yaml': values.replace(from, to) });
const helped = (from: string, to: string): Files => ({ 'c/templates/_helpers.tpl': helpers.replace(from, to) });

describe('without helm, a value that a named template puts into what is granted is one finding', () => {
  test.each([
    ['of the role', binding('{{ include "c.role" . }}'), valued('view', 'cluster-admin'), 'c/values.yaml:1'],
    ['by `template`', binding('{{ template "c.role" . }}'), valued('view', 'cluster-admin'), 'c/values.yaml:1'],
    ['through another one', binding('{{ include "c.outer" . }}'), valued('view', 'cluster-admin'), 'c/values.yaml:1'],
    ['of subjects', binding('view', '{{- include "c.users" . }}\n'), valued('[]', '[mallory]'), 'c/values.yaml:3'],
    [
      'of the account',
      deployment('serviceAccountName: {{ include "c.serviceAccountName" . }}'),
      valued('app', 'admin'),
      'c/values.yaml:4',
    ],
    ['by dig', binding('{{ dig "role" "view" .Values }}'), valued('view', 'cluster-admin'), 'c/values.yaml:1'],
    ['by get', binding('{{ get .Values "role" }}'), valued('view', 'cluster-admin'), 'c/values.yaml:1'],
    ['by a key that is computed', binding('{{ index .Values $.key }}'), valued('view', 'edit'), 'c/values.yaml:1'],
    ['by a variable', `{{ $v := .Values }}\n${binding('{{ $v.role }}')}`, valued('view', 'edit'), 'c/values.yaml:1'],
  ])('%s', async (_, template, after, place) => expect(await found(template, after)).toEqual(high(place)));

  test.each([
    ['in its labels', binding('view'), valued('replicas: 1', 'replicas: 2')],
    ['that nothing names', binding('{{ include "c.role" . }}'), valued('replicas: 1', 'replicas: 1\nother: 2')],
    ['of a checksum', deployment('serviceAccountName: app'), valued('replicas: 1', 'replicas: 2')],
    ['by another key', binding('{{ index .Values "role" }}'), valued('replicas: 1', 'replicas: 2')],
  ])('but not %s', async (_, template, after) => expect(await found(template, after)).toEqual([]));

  test('a label by which roles take in others', async () => {
    const template = binding('view').replace('include "c.labels" .', 'toYaml .Values.labels');
    const after = valued('labels: {}', 'labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}');
    expect(await found(template, after)).toContain('c/values.yaml:5 high unreadable-manifest');
  });
});

describe('without helm, a named template that changes is one finding', () => {
  const role = helped('{{ .Values.role }}', 'cluster-admin');
  const aggregating = binding('view').replace('kind: ClusterRoleBinding', 'kind: ClusterRole');
  const place = 'c/templates/_helpers.tpl';
  test.each([
    ['that a binding uses', binding('{{ include "c.role" . }}'), role, `${place}:9`],
    ['that another one uses', binding('{{ include "c.outer" . }}'), role, `${place}:9`],
    [
      'with a name in raw quotes',
      binding('{{ include `c.raw` . }}'),
      helped('`c.raw` -}}\n{{ .Values.role }}', '`c.raw` -}}\ncluster-admin'),
      `${place}:15`,
    ],
    ['of labels that is the role as well', binding('{{ include "c.labels" . }}'), helped('a: b', 'a: c'), `${place}:2`],
    [
      'of labels that ends outside of them',
      binding('view').replace(' | nindent 4', ''),
      helped('a: b', 'roleRef: {name: cluster-admin}'),
      `${place}:2`,
    ],
    [
      'of labels that aggregate',
      aggregating,
      helped('a: b', 'rbac.authorization.k8s.io/aggregate-to-view: "true"'),
      `${place}:2`,
    ],
    [
      'that fills a pod and newly says its account',
      deployment('{{- include "c.pod" . | nindent 6 }}'),
      helped('hostNetwork: false', 'hostNetwork: false\nserviceAccountName: admin'),
      `${place}:24`,
    ],
  ])('%s', async (_, template, after, at) => expect(await found(template, after)).toEqual(high(at)));

  test('in a chart that gives others its templates', async () => {
    const dependency = 'dependencies: [{name: lib, version: 1.0.0, repository: "file://../lib"}]\n';
    const more = {
      'c/Chart.yaml': chart['c/Chart.yaml'] + dependency,
      'lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n',
      'lib/templates/_r.tpl': '{{- define "lib.role" }}view{{- end }}\n',
    };
    const after = { 'lib/templates/_r.tpl': '{{- define "lib.role" }}cluster-admin{{- end }}\n' };
    expect(await found(binding('{{ include "lib.role" . }}'), after, more)).toEqual(high('lib/templates/_r.tpl:1'));
  });

  test.each([
    ['of labels', binding('{{ include "c.role" . }}'), helped('a: b', 'a: c')],
    ['of labels in those of labels', binding('{{ include "c.role" . }}'), helped('x: {{', 'y: {{')],
    [
      'of a deployment that says no account',
      deployment('serviceAccountName: app'),
      helped('hostNetwork: false', 'hostPID: false'),
    ],
  ])('but not one %s', async (_, template, after) => expect(await found(template, after)).toEqual([]));
});

describe('without helm, conditions', () => {
  const plain = binding('view');
  const guarded = (code: string, text: string) => `{{ if ${code} }}\n${text}{{ end }}\n`;
  test.each([
    ['around what was there', plain, guarded('.Values.rbac', plain)],
    ['around others', guarded('.Values.a', plain), guarded('.Values.b', guarded('.Values.a', plain))],
  ])('more of them %s are no finding', async (_, before, after) =>
    expect(await found(before, { 'c/templates/x.yaml': after })).toEqual([]),
  );

  test.each([
    ['one that ends before', guarded('.Values.a', plain), `${guarded('.Values.a', '')}${guarded('true', plain)}`],
    ['one that sets what is inside', plain, `{{ with .Values.other }}\n${plain}{{ end }}\n`],
    ['one that is constant', guarded('.Values.a', plain), guarded('true', plain)],
    ['one that is gone', guarded('.Values.a', plain), plain],
  ])('%s is one', async (_, before, after) =>
    expect(await found(before, { 'c/templates/x.yaml': after })).toContainEqual(
      expect.stringMatching(/^c\/templates\/x\.yaml:[12] high unreadable-manifest$/),
    ),
  );
});

describe('without helm, what a template newly puts in', () => {
  const pod = deployment('serviceAccountName: app');
  const map = (line: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  x: |\n    ${line}\n`;
  test.each([
    ['values of a pod', pod, `${pod}      {{- toYaml .Values.pod | nindent 6 }}\n`, 'c/templates/x.yaml:13'],
    ['a text that is a template', pod, `${pod}      {{- tpl .Values.pod . | nindent 6 }}\n`, 'c/templates/x.yaml:13'],
    ['a raw string that is joined', '', 'a: b\nkind: Cluster\n  {{- `RoleBinding` }}\n', 'c/templates/x.yaml:3'],
    ['a raw string that is a manifest', '', map(`{{ \`x\n---\n${binding('view')}\` }}`), 'c/templates/x.yaml:1'],
  ])('%s is one finding', async (_, before, after, place) =>
    expect(await found(before, { 'c/templates/x.yaml': after })).toEqual(high(place)),
  );

  test.each([
    ['values below a field', pod, `${pod}      nodeSelector:\n        {{- toYaml .Values.node | nindent 8 }}\n`],
    ['a raw string of a line', '', map('{{ `{{ $labels.pod }} is down` }}')],
    ['a string of a line', '', map('{{ "plain" }}')],
  ])('%s is none', async (_, before, after) =>
    expect(await found(before, { 'c/templates/x.yaml': after })).toEqual([]),
  );
});
