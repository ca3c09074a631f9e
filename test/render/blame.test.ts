import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const rbac = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules:
- {apiGroups: [""], resources: [pods], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{kind: User, name: alice}]
`;
const policy =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}}\n';
const workload = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: shop}
spec:
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec:
      automountServiceAccountToken: false
      containers: [{name: d, image: 'r.example/d@sha256:${'0123456789abcdef'.repeat(4)}'}]
`;

const schema = (key: string) => `{"definitions": {
  "io.k8s.api.rbac.v1.ClusterRoleBinding": {
    "type": "object",
    "properties": {"subjects": {
      "type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}, "kind": {"type": "string"}}},
      "x-kubernetes-patch-merge-key": "${key}", "x-kubernetes-patch-strategy": "merge"}},
    "x-kubernetes-group-version-kind": [{"group": "rbac.authorization.k8s.io", "version": "v1", "kind": "ClusterRoleBinding"}]
}}}
`;
const subjects = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
subjects: [{kind: User, name: bob}]
`;
const openapi = 'resources: [r.yaml]\nopenapi:\n  path: schema.json\npatches:\n- path: p.yaml\n';
const merged: Files = {
  'o/kustomization.yaml': 'resources: [r.yaml]\npatches:\n- path: p.yaml\n',
  'o/schema.json': schema('name'),
  'o/r.yaml': rbac,
  'o/p.yaml': subjects,
};

const thing = rbac.replace('kind: ClusterRole\n', 'kind: Thing\n').replace('[get]', '["*"]');
const things: Files = { 'o/kustomization.yaml': 'resources: [r.yaml]\n', 'o/r.yaml': thing };
const kindPatch = 'metadata:\n  name: r\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n';
const kindPatched = `resources: [r.yaml]
patches:
- target: {kind: Thing}
  options: {allowKindChange: true}
`;

const network: Files = {
  'd/kustomization.yaml': 'resources: [d.yaml]\n',
  'd/d.yaml': workload,
  'n/kustomization.yaml': 'resources: [n.yaml]\n',
  'n/n.yaml': policy,
  'm/kustomization.yaml': 'resources:\n- ../n\nnamespace: shop\n',
  'o/kustomization.yaml': 'resources:\n- ../d\n- ../m\n',
};
const labelled = (further: string) => `resources:\n- ../d\n- ../m\nlabels:\n- pairs:\n    tier: web\n${further}`;
const fields = '  fields:\n  - kind: NetworkPolicy\n    path: spec/podSelector/matchLabels\n    create: true\n';

const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'replicas: 1\nrbac:\n  role: cluster-admin\n  create: false\n',
  'c/templates/b.yaml': `{{- if .Values.rbac.create }}\n${rbac.slice(rbac.indexOf('---\n') + 4).replace('name: r}', 'name: {{ .Values.rbac.role }}}')}{{- end }}\n`,
};
const release = 'releases:\n- name: r\n  chart: ./c\n  namespace: shop\n';
const inherits = '  inherit:\n  - template: default\n';
const values = (create: boolean) => `    values:\n    - replicas: 2\n      rbac:\n        create: ${create}\n`;

const set = (
  source: string,
  further = '',
  elements = '      - {name: a, path: apps/a}\n',
) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec:
  generators:
  - list:
      elements:
${elements}  template:
    metadata: {name: '{{name}}x'}
    spec:
      destination: {namespace: shop}
      source:
        repoURL: ${url}
        path: '{{path}}'
${source}${further}`;
const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
const widening = `patches:
- target: {kind: ClusterRole}
  patch: |-
    - op: add
      path: /rules/0/verbs/-
      value: "*"
`;
const components: Files = {
  'apps/a/kustomization.yaml': 'resources: [r.yaml]\n',
  'apps/a/r.yaml': rbac,
  'parts/plain/kustomization.yaml': `${component}commonAnnotations: {a: b}\n`,
  'parts/wide/kustomization.yaml': component + widening,
  'parts/new/kustomization.yaml': `${component}resources: [r.yaml]\n`,
  'parts/new/r.yaml': rbac
    .replace('name: r}', 'name: n}')
    .replace('name: r}', 'name: n}')
    .replace('name: b', 'name: m')
    .replace('get', '"*"'),
};
const laid = (...names: readonly string[]) =>
  `        kustomize:\n          components:\n${names.map((name) => `          - ../../parts/${name}\n`).join('')}`;
const kustomization = (further: string) =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  path: ./apps/a\n  sourceRef: {kind: GitRepository, name: flux-system}\n${further}`;

(hasTools ? describe : describe.skip)('a finding is on the line that did it', () => {
  test.each<[string, Files, Files, string]>([
    [
      'a schema that merges patches by another key',
      { ...merged, 'o/kustomization.yaml': openapi, 'o/schema.json': schema('kind') },
      { 'o/schema.json': schema('name') },
      'o/schema.json:6',
    ],
    ['a schema that is newly named', merged, { 'o/kustomization.yaml': openapi }, 'o/kustomization.yaml:3'],
    [
      'a schema that is newly named, alongside a patch that says the same',
      merged,
      { 'o/kustomization.yaml': openapi, 'o/p.yaml': subjects.replace('{name: b}', '{name: b, annotations: {a: b}}') },
      'o/kustomization.yaml:~3',
    ],
    [
      'a patch file that makes another kind of an object',
      things,
      { 'o/kustomization.yaml': `${kindPatched}  path: p.yaml\n`, 'o/p.yaml': kindPatch },
      'o/p.yaml:4',
    ],
    [
      'a patch in place that makes another kind of an object',
      things,
      { 'o/kustomization.yaml': `${kindPatched}  patch: |-\n${kindPatch.replaceAll(/^(?=.)/gm, '    ')}` },
      'o/kustomization.yaml:9',
    ],
    [
      'an operation on the kind',
      things,
      {
        'o/kustomization.yaml': 'resources: [r.yaml]\npatches:\n- path: p.yaml\n  target: {kind: Thing}\n',
        'o/p.yaml':
          '- op: test\n  path: /metadata/name\n  value: r\n- op: replace\n  path: /kind\n  value: ClusterRole\n',
      },
      'o/p.yaml:6',
    ],
    [
      'another namespace of a policy, by the overlay that sets it',
      network,
      { 'm/kustomization.yaml': 'resources:\n- ../n\nlabels:\n- pairs: {a: b}\nnamespace: other\n' },
      'm/kustomization.yaml:5',
    ],
    [
      'another name and namespace of a policy',
      { ...network, 'm/kustomization.yaml': 'resources:\n- ../n\nnamePrefix: a-\nnamespace: shop\n' },
      { 'm/kustomization.yaml': 'resources:\n- ../n\nnamePrefix: b-\nnamespace: other\n' },
      'm/kustomization.yaml:4',
    ],
    [
      'another namespace of a policy, by a patch',
      network,
      {
        'o/kustomization.yaml': `${network['o/kustomization.yaml']}patches:\n- target: {kind: NetworkPolicy}\n  patch: |-\n    - op: replace\n      path: /metadata/namespace\n      value: other\n`,
      },
      'o/kustomization.yaml:9',
    ],
    ['labels in fields of their own', network, { 'o/kustomization.yaml': labelled(fields) }, 'o/kustomization.yaml:6'],
    [
      'fields of labels that were there',
      { ...network, 'o/kustomization.yaml': labelled('') },
      { 'o/kustomization.yaml': labelled(fields) },
      'o/kustomization.yaml:9',
    ],
    [
      'values of a helmfile’s template that are new',
      { ...chart, 'helmfile.yaml': `templates:\n  default:\n    wait: true\n---\n${release}${inherits}` },
      { 'helmfile.yaml': `templates:\n  default:\n${values(true)}---\n${release}${inherits}` },
      'helmfile.yaml:6',
    ],
    [
      'values of a helmfile’s template',
      { ...chart, 'helmfile.yaml': `templates:\n  default:\n${values(false)}---\n${release}${inherits}` },
      { 'helmfile.yaml': `templates:\n  default:\n${values(true)}---\n${release}${inherits}` },
      'helmfile.yaml:6',
    ],
    [
      'values of a release',
      { ...chart, 'helmfile.yaml': release + values(false).replaceAll(/^ {2}/gm, '') },
      { 'helmfile.yaml': release + values(true).replaceAll(/^ {2}/gm, '') },
      'helmfile.yaml:8',
    ],
    [
      'values that are written as text',
      {
        ...chart,
        's.yaml': set(
          '        helm:\n          values: |\n            replicas: 1\n            rbac:\n              create: false\n',
        ).replace('apps/a', 'c'),
      },
      {
        's.yaml': set(
          '        helm:\n          values: |\n            replicas: 1\n            rbac:\n              create: true\n',
        ).replace('apps/a', 'c'),
      },
      's.yaml:20',
    ],
    [
      'a component of an ApplicationSet',
      { ...components, 's.yaml': set('') },
      { 's.yaml': set(laid('plain', 'wide')) },
      's.yaml:19',
    ],
    [
      'a component of an ApplicationSet that brings something in',
      { ...components, 's.yaml': set(laid('plain')) },
      { 's.yaml': set(laid('plain', 'new').replace('          comp', '          namePrefix: ""\n          comp')) },
      's.yaml:20',
    ],
    [
      'a component that a templatePatch lays over it',
      { ...components, 's.yaml': set('') },
      {
        's.yaml': set(
          '',
          '  templatePatch: |\n    spec:\n      source:\n        kustomize:\n          components:\n          - ../../parts/wide\n',
        ),
      },
      's.yaml:21',
    ],
    [
      'a component of a Kustomization of Flux, alongside its base',
      { ...components, 'k.yaml': kustomization('') },
      {
        'k.yaml': kustomization('  components:\n  - ../../parts/plain\n  - ../../parts/wide\n'),
        'apps/a/r.yaml': rbac.replace('{name: r}', '{name: r, annotations: {a: b}}'),
      },
      'k.yaml:9',
    ],
    [
      'a component of a kustomization',
      components,
      { 'apps/a/kustomization.yaml': 'resources: [r.yaml]\ncomponents:\n- ../../parts/plain\n- ../../parts/wide\n' },
      'apps/a/kustomization.yaml:4',
    ],
  ])('%s', async (_, before, after, place) => {
    const { lines } = await judgeChange(before, after, { urls: [url] });
    expect([...new Set(lines.map((line) => line.split(' ', 1)[0]))]).toEqual([place]);
  });
});

describe('so is that a root was not rendered', () => {
  test.each<[string, Files, Files, string]>([
    [
      'a field of a release that is not read',
      { ...chart, 'helmfile.yaml': `${release}  valuesTemplate:\n  - replicas: 1\n    rbac:\n      create: false\n` },
      { 'helmfile.yaml': `${release}  valuesTemplate:\n  - replicas: 1\n    rbac:\n      create: true\n` },
      'helmfile.yaml:8',
    ],
    [
      'values that a release inherits',
      {
        ...chart,
        'helmfile.yaml': `templates:\n  default:\n${values(false)}---\n${release}${inherits}  wait: {{ .Values.wait }}\n`,
      },
      {
        'helmfile.yaml': `templates:\n  default:\n${values(true)}---\n${release}${inherits}  wait: {{ .Values.wait }}\n`,
      },
      'helmfile.yaml:6',
    ],
    [
      'a component of an ApplicationSet',
      { ...components, 's.yaml': set('') },
      { 's.yaml': set(laid('plain', 'wide')) },
      's.yaml:19',
    ],
    [
      'a component of a Kustomization of Flux that takes roles in',
      { ...components, 'k.yaml': kustomization('') },
      { 'k.yaml': kustomization('  components:\n  - ../../parts/plain\n  - ../../parts/new\n') },
      'k.yaml:9',
    ],
    [
      'a patch in place',
      {
        ...things,
        'o/kustomization.yaml': `resources: [r.yaml]\npatches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - op: add\n      path: /rules/0/verbs/-\n      value: list\n`,
      },
      {
        'o/kustomization.yaml': `resources: [r.yaml]\npatches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - op: add\n      path: /rules/0/verbs/-\n      value: "*"\n`,
      },
      'o/kustomization.yaml:7',
    ],
  ])('%s', async (_, before, after, place) => {
    const { lines } = await judgeChange(before, after, { urls: [url], usesTools: false });
    expect(lines).toEqual([`${place} high unreadable-manifest`]);
  });
});
