import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const workload = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: c, image: 'a/b:1@sha256:${'0'.repeat(64)}'}]}
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
`;
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source: {repoURL: ${url}, path: apps}
`;
const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {interval: 1m, path: ./apps, prune: true, targetNamespace: shop, sourceRef: {kind: GitRepository, name: flux-system}}
`;
const folder: Files = { 'apps/a.yaml': workload, 'apps/np.yaml': policy };

(hasTools ? describe : describe.skip)('an object whose file a root no longer takes', () => {
  test.each<[string, Files, Files, string]>([
    ['a file of a folder that Argo CD takes as it is', { 'a.yaml': application }, {}, 'apps/np.yaml:1'],
    ['a file of a folder that Flux takes', { 'c/x.yaml': flux }, {}, 'apps/np.yaml:1'],
    [
      'a file and its entry',
      { 'a.yaml': application, 'apps/kustomization.yaml': 'resources:\n- a.yaml\n- np.yaml\n' },
      { 'apps/kustomization.yaml': 'resources:\n- a.yaml\n' },
      'apps/np.yaml:1',
    ],
  ])('%s: at its place in the file that is gone', async (_, declared, changed, place) => {
    const after = { 'apps/np.yaml': undefined, ...changed };
    const { lines } = await judgeChange({ ...folder, ...declared }, after, { urls: [url] });
    expect(lines).toEqual([`${place} high network-widened`]);
  });

  test('where the file stays, at the line that took it out', async () => {
    const listed = { ...folder, 'apps/kustomization.yaml': 'resources:\n- a.yaml\n- np.yaml\n' };
    const after = { 'apps/kustomization.yaml': 'resources:\n- a.yaml\n' };
    expect((await judgeChange(listed, after, { urls: [url] })).lines).toEqual([
      expect.stringMatching(/^apps\/kustomization\.yaml:~?\d high network-widened$/),
    ]);
  });
});
