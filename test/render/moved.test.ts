import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const digest = (character: string) => `sha256:${character.repeat(64)}`;
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': `digest: ${digest('0')}\nrole: view\n`,
  'c/templates/all.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: app}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {{ .Values.role }}}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: app, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      serviceAccountName: app
      containers: [{name: c, image: 'r.example/a@{{ .Values.digest }}'}]
`,
};
const application = (values: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  destination: {namespace: shop}
  source:
    repoURL: ${url}
    path: c
    helm:
      valuesObject: {${values}}
`;
const release = (values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: web, namespace: shop}
spec:
  chart: {spec: {chart: ./c, sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}}}
  values: {${values}}
`;
const [old, bumped] = ['0', '1'].map((each) => `digest: '${digest(each)}', role: cluster-admin`) as [string, string];
const lines = async (before: Files, after: Files) =>
  (await judgeChange({ ...chart, ...before }, after, { urls: [url] })).lines;

(hasTools ? describe : describe.skip)('a declaration in another file', () => {
  test.each([
    ['an Application', application],
    ['a HelmRelease', release],
  ])('%s that also delivers another image is compared with what it was', async (_, declared) => {
    const before = { 'apps/web.yaml': declared(old) };
    const after = { 'apps/web.yaml': undefined, 'apps/shop/web.yaml': declared(bumped) };
    expect(await lines(before, after)).toEqual([]);
  });

  test('alone is silent, and nothing counts as gone', async () => {
    const policy = `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: p}
spec:
  validationFailureAction: Enforce
  rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {message: m, pattern: {spec: {hostNetwork: false}}}}]
`;
    const before = { 'c/templates/p.yaml': policy, 'apps/web.yaml': application(old) };
    const after = { 'apps/web.yaml': undefined, 'apps/shop/web.yaml': application(old) };
    expect(await lines(before, after)).toEqual([]);
    const gone = await lines(before, { 'apps/web.yaml': undefined });
    expect(gone).toEqual([expect.stringMatching(/^apps\/web\.yaml:~?1 high admission-weakened$/)]);
  });

  test('what it newly gives is found, on its line', async () => {
    const before = { 'apps/web.yaml': application(`digest: '${digest('0')}'`) };
    const after = { 'apps/web.yaml': undefined, 'apps/shop/web.yaml': application(bumped) };
    expect(await lines(before, after)).toContain('apps/shop/web.yaml:10 critical rbac-widened');
  });

  test('another cluster’s is no excuse, and neither is one of two', async () => {
    const elsewhere = { 'clusters/dev/web.yaml': application(old) };
    const there = { 'clusters/dev/web.yaml': undefined, 'clusters/prod/web.yaml': application(bumped) };
    expect((await lines(elsewhere, there)).some((line) => line.includes('critical'))).toBe(true);
    const two = { 'apps/a/web.yaml': application(old), 'apps/b/web.yaml': application(`digest: '${digest('0')}'`) };
    const one = { 'apps/a/web.yaml': undefined, 'apps/b/web.yaml': undefined, 'apps/c/web.yaml': application(bumped) };
    expect((await lines(two, one)).some((line) => /high|critical/.test(line))).toBe(true);
  });
});
