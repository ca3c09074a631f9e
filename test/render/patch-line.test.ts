import { describe, expect, test } from '@jest/globals';
import { observe } from '../../src/rules/observe.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const objects = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: app, namespace: shop}
spec:
  podSelector: {matchLabels: {app: app}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: app, namespace: shop}
spec: {selector: {app: app}, ports: [{port: 80}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app, namespace: shop}
rules:
- {apiGroups: [""], resources: [configmaps], verbs: [get]}
- {apiGroups: [""], resources: [pods], verbs: ['*']}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: strong, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: ['*']}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const base: Files = {
  'base/kustomization.yaml': 'resources: [app.yaml]\n',
  'base/app.yaml': objects,
  'o/kustomization.yaml': 'resources: [../base]\n',
};
const flux = (further = '') => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: flux-system}
  path: ./o
${further}`;
const repository = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {url: '${url}', ref: {branch: main}}
`;
const merge = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: app, namespace: shop}
spec:
  ingress:
  - {}
`;
const json = `- op: replace
  path: /spec/ingress
  value:
  - {}
`;
const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
const overlay = (further: string): Files => ({ 'o/kustomization.yaml': `resources: [../base]\n${further}` });
const clean = async (before: Files, after: Files, rule: string) => {
  const { lines } = await judgeChange(before, after, { urls: [url] });
  return [...new Set(lines.filter((line) => line.endsWith(rule)).map((line) => line.split(' ', 1)[0]))];
};

(hasTools ? describe : describe.skip)('a finding is on the line of the patch that sets the value', () => {
  test.each<[string, Files, Files, string, string]>([
    [
      'an empty rule of a merge patch',
      {},
      overlay(`patches:\n- patch: |-\n${indented(merge, 4)}`),
      'network-widened',
      'o/kustomization.yaml:9',
    ],
    [
      'one in a file',
      {},
      { ...overlay('patches:\n- path: p.yaml\n'), 'o/p.yaml': merge },
      'network-widened',
      'o/p.yaml:6',
    ],
    [
      'one of a JSON patch in a file',
      {},
      { ...overlay('patches:\n- path: p.yaml\n  target: {kind: NetworkPolicy}\n'), 'o/p.yaml': json },
      'network-widened',
      'o/p.yaml:4',
    ],
    [
      'one of a declaration',
      { 'c/k.yaml': flux(), 'c/g.yaml': repository },
      { 'c/k.yaml': flux(`  patches:\n  - target: {kind: NetworkPolicy}\n    patch: |\n${indented(json, 6)}`) },
      'network-widened',
      'c/k.yaml:13',
    ],
    [
      'a word',
      {},
      overlay(
        'patches:\n- target: {kind: Service}\n  patch: |-\n    - op: add\n      path: /spec/type\n      value: LoadBalancer\n',
      ),
      'network-widened',
      'o/kustomization.yaml:7',
    ],
    [
      'the last of two patches',
      {},
      overlay(
        `patches:\n- target: {kind: Service}\n  patch: '[{"op": "add", "path": "/spec/type", "value": "NodePort"}]'\n- target: {kind: Service}\n  patch: '[{"op": "replace", "path": "/spec/type", "value": "LoadBalancer"}]'\n`,
      ),
      'network-widened',
      'o/kustomization.yaml:6',
    ],
    [
      'a move, and not what is removed after it',
      {},
      overlay(
        'patches:\n- target: {kind: Role, name: app}\n  patch: |-\n    - {op: move, from: /rules/1/verbs, path: /rules/0/verbs}\n    - {op: remove, path: /rules/1}\n',
      ),
      'rbac-widened',
      'o/kustomization.yaml:5',
    ],
    [
      'a replacement',
      {},
      overlay(
        'replacements:\n- source:\n    kind: Role\n    name: strong\n    fieldPath: rules\n  targets:\n  - select:\n      kind: Role\n      name: app\n    fieldPaths:\n    - rules\n',
      ),
      'rbac-widened',
      'o/kustomization.yaml:12',
    ],
    [
      'a replacement of another source',
      overlay(
        'replacements:\n- source:\n    kind: Role\n    name: app\n    fieldPath: rules\n  targets: [{select: {kind: Role, name: app}, fieldPaths: [rules]}]\n',
      ),
      overlay(
        'replacements:\n- source:\n    kind: Role\n    name: strong\n    fieldPath: rules\n  targets: [{select: {kind: Role, name: app}, fieldPaths: [rules]}]\n',
      ),
      'rbac-widened',
      'o/kustomization.yaml:5',
    ],
  ])('%s', async (_, before, after, rule, place) => {
    expect(await clean({ ...base, ...before }, after, rule)).toEqual([place]);
  });
});

const chart: Files = {
  'charts/c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'charts/c/values.yaml': 'hostNetwork: false\n',
  'charts/c/templates/d.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: {{ .Release.Name }}}
spec:
  template:
    spec:
      {{- if eq (toString .Values.hostNetwork) "true" }}
      hostNetwork: true
      {{- end }}
      containers: [{name: c, image: r.example/a}]
`,
};
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  project: default
  destination: {namespace: shop}
  source:
    repoURL: ${url}
    path: charts/c
    helm: {parameters: [{name: hostNetwork, value: "false"}]}
`;
const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: c, namespace: shop}
spec:
  chart:
    spec:
      chart: ./charts/c
      sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
  values:
    hostNetwork: true
`;

(hasTools ? describe : describe.skip)('a finding of what is declared is on the line that declares it', () => {
  test('a patch of an Application', async () => {
    const before = {
      ...chart,
      'argo/base/a.yaml': application,
      'argo/base/kustomization.yaml': 'resources: [a.yaml]\n',
      'argo/prod/kustomization.yaml': 'resources: [../base]\n',
    };
    const patched =
      'resources: [../base]\npatches:\n- target: {kind: Application}\n  patch: |-\n    - op: replace\n      path: /spec/source/helm/parameters/0/value\n      value: "true"\n';
    expect(await clean(before, { 'argo/prod/kustomization.yaml': patched }, 'pod-privileges-widened')).toEqual([
      'argo/prod/kustomization.yaml:7',
    ]);
  });

  test('a value of a new release', async () => {
    expect(
      await clean({ ...chart, 'c/g.yaml': repository }, { 'c/r.yaml': release }, 'pod-privileges-widened'),
    ).toEqual(['c/r.yaml:10']);
  });

  test('a second source', async () => {
    const roles = objects.slice(objects.indexOf('apiVersion: rbac'));
    const sources = (further: string) =>
      application.replace(
        / {2}source:[\s\S]*/,
        `  sources:\n  - repoURL: ${url}\n    targetRevision: HEAD\n    path: one\n${further}`,
      );
    const before = {
      'one/m.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n',
      'two/r.yaml': roles,
      'a.yaml': sources(''),
    };
    const after = { 'a.yaml': sources(`  - repoURL: ${url}\n    targetRevision: HEAD\n    path: two\n`) };
    expect(await clean(before, after, 'rbac-widened')).toEqual(['a.yaml:13']);
  });
});

(hasTools ? describe : describe.skip)('the same patch in several environments', () => {
  const overlays = (verb: string): Files =>
    Object.fromEntries(
      ['dev', 'prod', 'stage'].map((name) => [
        `overlays/${name}/kustomization.yaml`,
        `resources: [../../base]\nnamespace: shop-${name}\n${verb === '' ? '' : `patches:\n- target: {kind: Role, name: app}\n  patch: '[{"op": "add", "path": "/rules/-", "value": {"apiGroups": [""], "resources": ["secrets"], "verbs": ["${verb}"]}}]'\n`}`,
      ]),
    );

  test('is one finding', async () => {
    const plain = { 'base/kustomization.yaml': 'resources: [app.yaml]\n', 'base/app.yaml': objects };
    const { evidence, lines } = await judgeChange({ ...plain, ...overlays('') }, overlays('list'));
    expect(lines).toEqual(['overlays/dev/kustomization.yaml:5 high rbac-widened']);
    const [{ observation } = { observation: undefined }] = observe(evidence, (_, line) => line);
    expect(observation?.places?.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'overlays/prod/kustomization.yaml:5',
      'overlays/stage/kustomization.yaml:5',
    ]);
    const others = {
      ...overlays('list'),
      'overlays/prod/kustomization.yaml': overlays('*')['overlays/prod/kustomization.yaml'],
    };
    expect((await judgeChange({ ...plain, ...overlays('') }, others)).lines).toEqual([
      'overlays/dev/kustomization.yaml:5 high rbac-widened',
      'overlays/prod/kustomization.yaml:5 high rbac-widened',
    ]);
  });
});
