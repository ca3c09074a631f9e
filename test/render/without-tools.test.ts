import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const rbac = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list]
`;
const base = { 'k/kustomization.yaml': 'resources: [r.yaml]\n', 'k/r.yaml': rbac };
const kustomization = (more: string) => ({ 'k/kustomization.yaml': `resources: [r.yaml]\n${more}` });
const found = async (before: Record<string, string>, after: Record<string, string>) =>
  (await judgeChange(before, after, { usesTools: false })).lines;

describe('without the tools, what can reach permissions is one finding for the root', () => {
  test.each([
    ['a namespace', 'namespace: kube-system\n'],
    [
      'a JSON patch of the rules',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: add, path: /rules/0/verbs/-, value: "*"}\n',
    ],
    [
      'a merge patch whose target makes its kind a placeholder',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    kind: any\n    rules: []\n',
    ],
    [
      'replacements',
      'replacements:\n- source: {kind: ConfigMap, name: c, fieldPath: data.x}\n  targets:\n  - select: {kind: ClusterRole}\n    fieldPaths: [rules.0.verbs.0]\n',
    ],
    ['a prefix', 'namePrefix: x-\n'],
  ])('%s', async (_, more) =>
    expect(await found(base, kustomization(more))).toEqual([
      expect.stringMatching(/^k\/kustomization\.yaml:[23] high unreadable-manifest$/),
    ]),
  );

  test.each([
    [
      'a patch that takes verbs away',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: replace, path: /rules/0/verbs, value: [get]}\n',
    ],
    [
      'a patch of replicas',
      'patches:\n- target: {kind: Deployment}\n  patch: |-\n    - {op: replace, path: /spec/replicas, value: 3}\n',
    ],
    ['a label that nothing selects', 'labels: [{pairs: {team: shop}}]\n'],
    ['an image', 'images: [{name: a, newTag: "2"}]\n'],
  ])('%s is not a finding', async (_, more) => expect(await found(base, kustomization(more))).toEqual([]));

  test('a role that is written out is judged as it is written', async () =>
    expect(await found(base, { 'k/r.yaml': rbac.replace('[get, list]', '["*"]') })).toEqual(
      ['k/r.yaml:7:9 x'].map(() => expect.stringMatching(/^k\/r\.yaml:7 /)),
    ));

  test('a base that begins to be taken in is named', async () => {
    const before = { ...base, 'other/kustomization.yaml': 'resources: [r.yaml]\n', 'other/r.yaml': rbac };
    expect(await found(before, { 'k/kustomization.yaml': 'resources:\n- r.yaml\n- ../other\n' })).toEqual([
      'k/kustomization.yaml:3 high unreadable-manifest',
    ]);
  });

  test('plain manifests that Flux takes from a folder are built all the same', async () => {
    const flux = (role: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ./apps
  postBuild: {substitute: {ROLE: ${role}}}
`;
    const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: z}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "\${ROLE}"}
subjects: [{kind: User, name: mallory}]
`;
    const before = { 'clusters/x.yaml': flux('view'), 'apps/b.yaml': binding };
    expect(await found(before, { 'clusters/x.yaml': flux('cluster-admin') })).toEqual([
      'clusters/x.yaml:6 critical rbac-widened',
    ]);
  });
});

describe('a variable of Flux that is not known is as wide as it may be, and never silent', () => {
  const flux = (post: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ./apps
${post}`;
  const objects = (verb: string, role: string, subject: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs:
  - ${verb}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
- kind: ServiceAccount
  namespace: shop
  name: ${subject}
`;
  const v = (text: string) => `"\${${text}}"`;
  const secret = '  postBuild: {substituteFrom: [{kind: Secret, name: s, optional: true}]}\n';
  const none = '  postBuild: {substitute: {OTHER: x}}\n';
  test.each([
    ['a verb', none, [v('V'), 'ops', 'app'], 8],
    ['a role', none, ['get', v('R'), 'app'], 16],
    ['a subject', none, ['get', 'ops', v('S')], 20],
    ['a verb with a default that a Secret may replace', secret, [v('V:=get'), 'ops', 'app'], 8],
    ['a role with a default that a Secret may replace', secret, ['get', v('R:-ops'), 'app'], 16],
    ['a subject with a default that a Secret may replace', secret, ['get', 'ops', v('S:-app')], 20],
    ['a verb of a kustomization that Flux does not declare', undefined, [v('V'), 'ops', 'app'], 8],
  ] as const)('%s', async (_, post, [verb, role, subject], line) => {
    const before: Files = {
      'apps/kustomization.yaml': 'resources: [r.yaml]\n',
      'apps/r.yaml': objects('get', 'ops', 'app'),
      ...(post === undefined ? {} : { 'clusters/x.yaml': flux(post) }),
    };
    const options = { usesTools: hasTools };
    const { lines } = await judgeChange(before, { 'apps/r.yaml': objects(verb, role, subject) }, options);
    expect(lines).toContainEqual(expect.stringMatching(`^apps/r\\.yaml:${line} (?:critical|high|medium|low) rbac-`));
  });

  test('a default that nothing else can set is what is there', async () => {
    const before = { 'clusters/x.yaml': flux(none), 'apps/r.yaml': objects('get', 'ops', 'app') };
    const { lines } = await judgeChange(before, { 'apps/r.yaml': objects(v('V:-get'), 'ops', 'app') });
    expect(lines).toEqual([]);
  });
});

describe('without helm, a template is one finding where an action makes what is granted', () => {
  const chart = {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': 'wide: false\nreplicas: 1\n',
    'c/templates/r.yaml': `${rbac}{{- if .Values.wide }}\n- apiGroups: [""]\n  resources: [secrets]\n  verbs: [get]\n{{- end }}\n`,
  };

  test('a guard that goes away', async () =>
    expect(
      await found(chart, { 'c/templates/r.yaml': chart['c/templates/r.yaml'].replace(/\{\{.*\}\}\n/g, '') }),
    ).toContain('c/templates/r.yaml:8 high unreadable-manifest'));

  test('a value that a template with roles names', async () =>
    expect(await found(chart, { 'c/values.yaml': 'wide: true\nreplicas: 1\n' })).toEqual([
      'c/values.yaml:1 high unreadable-manifest',
    ]));

  test('a value that none of them names is not a finding', async () =>
    expect(await found(chart, { 'c/values.yaml': 'wide: false\nreplicas: 3\n' })).toEqual([]));
});
