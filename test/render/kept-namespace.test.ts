import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const flux = (target: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {url: '${url}', ref: {branch: main}}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: flux-system}
  path: ./k
${target}`;
const target = '  targetNamespace: shop\n';
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
const before: Files = { 'c/k.yaml': flux(target), 'k/m.yaml': map, 'k/kustomization.yaml': 'resources: [m.yaml]\n' };

(hasTools ? describe : describe.skip)('the namespace that a Kustomization keeps its objects in', () => {
  test.each<[string, Files, string[]]>([
    [
      'is kept by the kustomization that it builds',
      { 'k/kustomization.yaml': 'namespace: shop\nresources: [m.yaml]\n' },
      [],
    ],
    ['is lost without', {}, ['c/k.yaml:9 medium deploy-authority-widened']],
    [
      'is another one',
      { 'k/kustomization.yaml': 'namespace: web\nresources: [m.yaml]\n' },
      ['c/k.yaml:9 medium deploy-authority-widened'],
    ],
    [
      'is only that of its objects',
      { 'k/m.yaml': map.replace('name: m', 'name: m, namespace: shop') },
      ['c/k.yaml:9 medium deploy-authority-widened'],
    ],
  ])('%s', async (_, after, expected) => {
    const { lines } = await judgeChange(before, { 'c/k.yaml': flux(''), ...after }, { urls: [url] });
    expect(lines).toEqual(expected);
  });
});
