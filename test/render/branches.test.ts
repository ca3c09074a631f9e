import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/values.yaml': 'wide: false\n' };
const bound = (of: string, otherwise: string, guard = '.Values.wide') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  {{- if ${guard} }}
  name: ${of}
  {{- else }}
  name: ${otherwise}
  {{- end }}
subjects:
- {kind: ServiceAccount, name: app, namespace: shop}
`;
const allowed = (of: string, otherwise: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  {{- if .Values.wide }}
  verbs: ${of}
  {{- else }}
  verbs: ${otherwise}
  {{- end }}
---
${bound('ops', 'ops')}`;
const kinds = (of: string, otherwise: string) => `apiVersion: rbac.authorization.k8s.io/v1
{{- if .Values.wide }}
kind: ${of}
{{- else }}
kind: ${otherwise}
{{- end }}
metadata: {name: ops, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const running = (of: string, otherwise: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      {{- if .Values.wide }}
      serviceAccountName: ${of}
      {{- else }}
      serviceAccountName: ${otherwise}
      {{- end }}
      containers: [{name: web, image: "nginx:1"}]
`;
const whole = (of: string, otherwise: string) => {
  const [document = ''] = bound('x', 'x').split('roleRef');
  const binding = (kind: string, role: string) =>
    `${document.replace('ClusterRoleBinding', kind)}roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}\nsubjects: [{kind: ServiceAccount, name: app, namespace: shop}]\n`;
  return `{{- if .Values.wide }}\n${binding('ClusterRoleBinding', of)}{{- else }}\n${binding('RoleBinding', otherwise)}{{- end }}\n`;
};

async function found(before: string, after: string, usesTools = false) {
  const files = (source: string): Files => ({ ...chart, 'c/templates/x.yaml': source });
  return (await judgeChange(files(before), files(after), { usesTools })).lines;
}
const line = (at: number, rest: string) => [`c/templates/x.yaml:${at} ${rest}`];

describe('without helm, every branch of a condition counts', () => {
  test.each([
    ['the role of the first one', bound('edit', 'view'), bound('cluster-admin', 'view'), 8, 'critical rbac-widened'],
    ['the role of the last one', bound('edit', 'view'), bound('edit', 'cluster-admin'), 10, 'critical rbac-widened'],
    ['what the last one had', bound('view', 'edit'), bound('edit', 'edit'), 8, 'critical rbac-widened'],
    ['what the first one had', bound('edit', 'view'), bound('edit', 'edit'), 10, 'critical rbac-widened'],
    ['verbs of the first one', allowed('[get]', '[get]'), allowed('["*"]', '[get]'), 8, 'high rbac-widened'],
    ['verbs of the last one', allowed('[get]', '[get]'), allowed('[get]', '["*"]'), 10, 'high rbac-widened'],
    [
      'the kind',
      kinds('RoleBinding', 'RoleBinding'),
      kinds('ClusterRoleBinding', 'RoleBinding'),
      8,
      'critical rbac-widened',
    ],
    ['the account', running('app', 'app'), running('admin', 'app'), 8, 'high workload-identity-widened'],
    ['the other account', running('app', 'app'), running('app', 'admin'), 10, 'high workload-identity-widened'],
    ['a whole object', whole('view', 'view'), whole('cluster-admin', 'view'), 5, 'critical rbac-widened'],
    ['another whole object', whole('view', 'view'), whole('view', 'cluster-admin'), 11, 'high rbac-widened'],
    [
      'two conditions',
      bound('edit', 'view').replace('else', 'end }}{{ if not .Values.wide'),
      bound('cluster-admin', 'view').replace('else', 'end }}{{ if not .Values.wide'),
      8,
      'critical rbac-widened',
    ],
  ])('%s', async (_, before, after, at, rest) => expect(await found(before, after)).toEqual(line(at, rest)));

  test.each([
    ['a role', bound('edit', 'view'), bound('view', 'view')],
    ['verbs', allowed('[get, list]', '[get]'), allowed('[get]', '[get]')],
    ['verbs of the last one', allowed('[get]', '[get, list]'), allowed('[get]', '[get]')],
  ])('%s that narrows in one of them is no finding', async (_, before, after) =>
    expect(await found(before, after)).toEqual([]),
  );

  const chosen = (of: string, otherwise: string) =>
    `{{- if .Values.wide }}\n${of}\n{{- else }}\n${otherwise}\n{{- end }}\n`;
  const [version = ''] = bound('', '').split('\n');
  const granting = bound('', '')
    .slice(version.length + 1)
    .replace(/\{\{- if[\s\S]*end \}\}/, 'name: cluster-admin');
  const label = (name: string) => `  labels: {${name}: "true"}`;
  const labelled = (labels: string) =>
    `${version}\nkind: ClusterRole\nmetadata:\n  name: agg\n${labels}\nrules: [{apiGroups: [""], resources: [secrets], verbs: ["*"]}]\n`;
  test.each([
    [
      'the group',
      `apiVersion: example.com/v1\n${granting}`,
      `${chosen(version, 'apiVersion: example.com/v1')}${granting}`,
    ],
    [
      'a label that takes a role into others',
      labelled(label('a')),
      labelled(chosen(label('rbac.authorization.k8s.io/aggregate-to-view'), label('a'))),
    ],
  ])('%s', async (_, before, after) =>
    expect(await found(before, after)).toContainEqual(expect.stringMatching(/critical rbac-widened$/)),
  );

  test('what a new binding grants is said of the branch that grants it', async () =>
    expect((await found('', bound('cluster-admin', 'view'))).filter((each) => each.includes('rbac-'))).toEqual([
      'c/templates/x.yaml:8 critical rbac-widened',
      'c/templates/x.yaml:10 medium rbac-widened',
    ]));
});

(hasTools ? test : test.skip)('with helm, a branch that only an installation decides counts as well', async () => {
  const upgraded = (role: string) => bound(role, 'view', '.Release.IsUpgrade');
  expect(await found(upgraded('edit'), upgraded('cluster-admin'), true)).toEqual(line(8, 'critical rbac-widened'));
  expect(await found(upgraded('cluster-admin'), upgraded('edit'), true)).toEqual([]);
});

describe('what an action makes of a rule is as wide as it may be', () => {
  const rule = (verb: string, resource: string, group = '""') =>
    allowed('[get]', '[get]')
      .replace(/ {2}\{\{- if[\s\S]*?end \}\}\n/, `  verbs: [${verb}]\n`)
      .replace('[pods]', `[${resource}]`)
      .replace('[""]', `[${group}]`);
  const upgrading = (one: string, other: string) => `{{ if .Release.IsUpgrade }}${one}{{ else }}${other}{{ end }}`;
  test.each([
    ['a verb', rule('"{{ .Values.verb }}"', 'secrets'), 7, 'critical'],
    ['text with a verb', rule('"get{{ .Values.verb }}"', 'secrets'), 7, 'critical'],
    ['one of two verbs', rule(upgrading('"*"', 'get'), 'pods'), 7, 'high'],
    ['a resource', rule('get', '"{{ .Values.resource }}"'), 6, 'critical'],
    ['one of two resources', rule('get', upgrading('"*"', 'pods')), 6, 'critical'],
    ['a group', rule('get', 'pods', '{{ .Values.group | quote }}'), 5, 'high'],
  ])('%s', async (_, after, at, severity) => {
    const lines = await found(rule('get', at === 7 && severity === 'critical' ? 'secrets' : 'pods'), after);
    expect(lines).toContain(`c/templates/x.yaml:${at} ${severity} rbac-widened`);
  });

  (hasTools ? test : test.skip)('also where helm renders another branch', async () => {
    const after = rule(upgrading('"*"', 'get'), 'secrets');
    expect(await found(rule('get', 'secrets'), after, true)).toEqual(line(7, 'critical rbac-widened'));
    expect(await found(after, after.replace('{{ else }}get', '{{ else }}"get"'), true)).not.toContainEqual(
      expect.stringContaining('critical'),
    );
  });
});
