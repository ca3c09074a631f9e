import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const workload = (label: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {name: web}}
  template:
    metadata:
      labels: {name: web, app: ${label}}
    spec:
      containers: [{name: web, image: 'r.example/web@sha256:${'0123456789abcdef'.repeat(4)}'}]
`;
const network = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Ingress]
`;
const authorization = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/gateway]}}]}]
`;
const files = (policy: string): Files => ({
  'o/w.yaml': workload('web'),
  'o/p.yaml': policy,
  'o/kustomization.yaml': 'resources: [w.yaml, p.yaml]\n',
});

(hasTools ? describe : describe.skip)('a pod that a root gives with other labels than before', () => {
  test.each([
    ['a NetworkPolicy', network, 'Deployment shop/web changes its labels, and can now be reached from anywhere.'],
    [
      'an AuthorizationPolicy',
      authorization,
      'Deployment shop/web changes the labels of its pods, and leaves AuthorizationPolicy shop/web, so that nothing keeps out what it does not allow (requests) any more.',
    ],
  ])('leaves %s, which is as it was', async (_, policy, message) => {
    const { lines, messages } = await judgeChange(files(policy), { 'o/w.yaml': workload('web2') });
    expect({ lines, messages }).toEqual({ lines: ['o/w.yaml:8 high network-widened'], messages: [message] });
  });
});
