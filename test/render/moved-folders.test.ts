import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const app = (extra = '') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: shop}
spec:
  template:
    spec:
      serviceAccountName: app
      containers: [{name: c, image: r.example/a}]
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: p}
spec:
  validationFailureAction: Enforce
  rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {message: m, pattern: {spec: {hostIPC: false}}}}]
${extra}`;
const base: Files = { 'base/kustomization.yaml': 'resources: [app.yaml]\n', 'base/app.yaml': app() };
const overlay = (up = '../../base') => `resources: ['${up}']\nlabels: [{pairs: {team: shop}}]\n`;
const host = `patches:
- patch: '[{"op": "add", "path": "/spec/template/spec/hostNetwork", "value": true}]'
  target: {kind: Deployment}
`;

const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
const lines = async (before: Files, after: Files, policy = {}) => (await judgeChange(before, after, { policy })).lines;

const moved = async (from: string, to: string, edited: string, policy = {}) =>
  lines({ ...base, [from]: overlay() }, { [from]: undefined, [to]: edited }, policy);

(hasTools ? describe : describe.skip)('a folder that is elsewhere now', () => {
  test.each([
    ['overlays/prod', 'overlays/production', '../../base'],
    ['overlays/prod', 'clusters/eu/prod', '../../../base'],
    ['envs/staging', 'envs/stg', '../../base'],
    ['apps/shop', 'platform/shop', '../../base'],
  ])('from %s to %s is silent, and nothing counts as gone', async (from, to, up) => {
    expect(await moved(`${from}/kustomization.yaml`, `${to}/kustomization.yaml`, overlay(up))).toEqual([]);
  });

  test.each([
    ['overlays/dev', 'overlays/prod'],
    ['apps/shop', 'overlays/prod'],
    ['overlays/prod', 'apps/shop'],
    ['clusters/us-prod', 'clusters/eu-prod'],
    ['clusters/prod-1', 'clusters/prod-2'],
    ['tenants/a', 'tenants/b'],
  ])('from %s to %s is another cluster’s', async (from, to) => {
    expect(await moved(`${from}/kustomization.yaml`, `${to}/kustomization.yaml`, overlay())).toEqual(
      expect.arrayContaining([expect.stringMatching(/critical rbac-widened$/)]),
    );
  });

  test.each([
    ['docs/rbac', 'apps/rbac', 'apps/m.yaml'],
    ['customer-a/rbac', 'customer-b/rbac', 'customer-b/m.yaml'],
    ['archive/rbac', 'apps/rbac', 'archive/m.yaml'],
    ['overlays/prod', 'overlays/prod-eu', 'overlays/prod-eu/m/m.yaml'],
    ['overlays/prod', 'overlays/prod-eu', 'overlays/prod/m/m.yaml'],
  ])('from %s to %s is another scope’s where %s stays', async (from, to, stays) => {
    const before = { ...base, [`${from}/kustomization.yaml`]: overlay(), [stays]: other };
    const after = { [`${from}/kustomization.yaml`]: undefined, [`${to}/kustomization.yaml`]: overlay() };
    expect(await lines(before, after)).toEqual(
      expect.arrayContaining([expect.stringMatching(/critical rbac-widened$/)]),
    );
  });

  test('between clusters that the policy names is another one’s', async () => {
    const clusters = ['prod', 'production'].map((name) => ({ name: `c-${name}`, paths: [`overlays/${name}/**`] }));
    const [from, to] = ['overlays/prod/kustomization.yaml', 'overlays/production/kustomization.yaml'] as const;
    expect(await moved(from, to, overlay(), { clusters })).toEqual(
      expect.arrayContaining([expect.stringMatching(/critical rbac-widened$/)]),
    );
  });

  test('what it newly gives is found, on its line', async () => {
    const [from, to] = ['overlays/prod/kustomization.yaml', 'overlays/production/kustomization.yaml'] as const;
    expect(await moved(from, to, `${overlay()}${host}`)).toEqual([
      'overlays/production/kustomization.yaml:4 high pod-privileges-widened',
    ]);
  });

  test('of two, each is what it was', async () => {
    const before = {
      ...base,
      'overlays/prod/kustomization.yaml': overlay(),
      'overlays/stage/kustomization.yaml': `${overlay()}namePrefix: s-\nnamespace: s\n`,
    };
    expect(await lines(before, { 'overlays/kustomization.yaml': 'resources: [prod, stage]\n' })).toEqual([]);
  });

  test('one that moves to two places is new in one of them', async () => {
    const before = { ...base, 'clusters/prod/kustomization.yaml': overlay() };
    const after = {
      'clusters/prod/kustomization.yaml': undefined,
      'clusters/prod-eu/kustomization.yaml': overlay(),
      'clusters/prod-us/kustomization.yaml': overlay(),
    };
    expect((await lines(before, after)).filter((line) => line.endsWith('critical rbac-widened'))).toHaveLength(1);
  });
});

(hasTools ? describe : describe.skip)('a folder that a new one includes', () => {
  test.each(['overlays', 'all', 'clusters/prod'])('%s is silent, and nothing counts as gone', async (folder) => {
    const before = { ...base, 'overlays/prod/kustomization.yaml': overlay() };
    const up = { overlays: 'prod', all: '../overlays/prod', 'clusters/prod': '../../overlays/prod' }[folder];
    expect(await lines(before, { [`${folder}/kustomization.yaml`]: `resources: ['${up}']\n` })).toEqual([]);
  });

  test('in a scope that was there already is new there', async () => {
    const before = { ...base, 'archive/rbac/kustomization.yaml': overlay(), 'apps/m.yaml': other };
    const after = { 'apps/kustomization.yaml': 'resources: [m.yaml, ../archive/rbac]\n' };
    expect(await lines(before, after)).toEqual(
      expect.arrayContaining([expect.stringMatching(/critical rbac-widened$/)]),
    );
  });

  test('of another environment is new there', async () => {
    const before = { ...base, 'overlays/dev/kustomization.yaml': overlay() };
    expect(await lines(before, { 'overlays/prod/kustomization.yaml': "resources: ['../dev']\n" })).toEqual(
      expect.arrayContaining([expect.stringMatching(/critical rbac-widened$/)]),
    );
  });

  test('what the new one adds is found', async () => {
    const before = { ...base, 'overlays/prod/kustomization.yaml': overlay() };
    const found = await lines(before, { 'overlays/kustomization.yaml': `resources: [prod]\n${host}` });
    expect(found).toContain('overlays/kustomization.yaml:3 high pod-privileges-widened');
  });
});

const chart = (folder: string): Files => ({
  [`${folder}/Chart.yaml`]: 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  [`${folder}/values.yaml`]: 'verbs: [get]\n',
  [`${folder}/values-prod.yaml`]: 'verbs: [get, list]\n',
  [`${folder}/templates/all.yaml`]: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: {{ default "c" .Values.nameOverride }}}
rules: [{apiGroups: [""], resources: [secrets], verbs: {{ toJson .Values.verbs }}}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: {{ default "c" .Values.nameOverride }}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: {{ default "c" .Values.nameOverride }}}
subjects: [{kind: ServiceAccount, name: c}]
`,
});
const without = (files: Files): Files => Object.fromEntries(Object.keys(files).map((path) => [path, undefined]));

(hasTools ? describe : describe.skip)('a chart that nothing installs', () => {
  test.each(['helm/c', 'charts/infra/c'])('moved to %s is silent', async (folder) => {
    const old = chart('charts/c');
    expect(await lines(old, { ...without(old), ...chart(folder) })).toEqual([]);
  });

  test('moved with another verb or value is found, on its line', async () => {
    const old = chart('charts/c');
    const more = { 'helm/c/values.yaml': 'verbs: [get]\n', 'helm/c/values-prod.yaml': "verbs:\n- get\n- '*'\n" };
    expect(await lines(old, { ...without(old), ...chart('helm/c'), ...more })).toEqual([
      'helm/c/values-prod.yaml:3 high rbac-widened',
    ]);
    const open = {
      'helm/c/templates/all.yaml': `${chart('c')['c/templates/all.yaml']}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: {{ .Values.account }}}
`,
    };
    expect(await lines(old, { ...without(old), ...chart('helm/c'), ...open })).toEqual([
      expect.stringMatching(/^helm\/c\/templates\/all\.yaml:\d+ medium rbac-widened$/),
    ]);
  });

  test('with a further values file is judged by what that adds', async () => {
    const old = chart('charts/c');
    expect(await lines(old, { 'charts/c/values-qa.yaml': 'replicas: 2\n' })).toEqual([]);
    expect(await lines(old, { 'charts/c/values-qa.yaml': "replicas: 2\nverbs: ['*']\n" })).toEqual([
      'charts/c/values-qa.yaml:2 high rbac-widened',
    ]);
    const renamed = {
      'charts/c/values-prod.yaml': undefined,
      'charts/c/values-production.yaml': 'verbs: [get, list]\n',
    };
    expect(await lines(old, renamed)).toEqual([]);
  });
});
