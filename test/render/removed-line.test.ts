import { describe, expect, test } from '@jest/globals';
import { observe } from '../../src/rules/observe.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const [digest, other] = ['0123456789abcdef', 'fedcba9876543210'].map((part) => part.repeat(4));
const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        seccompProfile: {type: RuntimeDefault}
      containers:
      - name: web
        image: r.example/web:1.2.3@sha256:${digest}
        ports:
        - containerPort: 8080
        securityContext:
          allowPrivilegeEscalation: false
          capabilities: {drop: [ALL]}
`;
const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/warn: restricted
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Ingress]
  ingress:
  - from:
    - podSelector: {matchLabels: {app: gateway}}
    ports:
    - port: 8080
`;
const files: Files = {
  'o/w.yaml': workload,
  'o/ns.yaml': namespace,
  'o/n.yaml': policy,
  'o/kustomization.yaml': 'resources: [w.yaml, ns.yaml, n.yaml]\n',
};
const escalation = '          allowPrivilegeEscalation: false\n';
const bumped = (text: string) => text.replace(`1.2.3@sha256:${digest}`, `1.2.4@sha256:${other}`);
const variable = '        image';
const withVariable = (text: string) =>
  text.replace(variable, `        env:\n        - {name: A, value: b}\n${variable}`);

(hasTools ? describe : describe.skip)('what is gone is not blamed on what is new', () => {
  test.each<[string, Files, string]>([
    [
      'a field alongside another image',
      { 'o/w.yaml': bumped(workload.replace(escalation, '')) },
      'o/w.yaml:20 medium pod-privileges-widened',
    ],
    [
      'a field of the pod alongside a variable',
      { 'o/w.yaml': withVariable(workload.replace('        runAsNonRoot: true\n', '')) },
      'o/w.yaml:12 medium pod-privileges-widened',
    ],
    [
      'a label alongside another one',
      { 'o/ns.yaml': namespace.replace('pod-security.kubernetes.io/enforce: restricted', 'team: a') },
      'o/ns.yaml:5 high pod-security-lowered',
    ],
    [
      'a label alongside another one, which comes last',
      { 'o/ns.yaml': `${namespace.replace(/ {4}pod-security.kubernetes.io\/enforce.*\n/, '')}    team: a\n` },
      'o/ns.yaml:5 high pod-security-lowered',
    ],
    [
      'ports of a policy alongside a label of it',
      {
        'o/n.yaml': policy
          .replace('    ports:\n    - port: 8080\n', '')
          .replace('namespace: shop\n', 'namespace: shop\n  labels: {team: a}\n'),
      },
      'o/n.yaml:11 medium network-widened',
    ],
  ])('%s', async (_, after, line) => {
    const { lines, evidence } = await judgeChange(files, after);
    expect(lines).toEqual([line]);
    expect(observe(evidence, (_, line) => line).map(({ observation }) => observation.suggestion)).toEqual([undefined]);
  });

  test('a patch that is gone alongside another image', async () => {
    const before = {
      ...files,
      'o/w.yaml': workload.replace(escalation, ''),
      'o/p.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {spec: {containers: [{name: web, securityContext: {allowPrivilegeEscalation: false}}]}}}\n',
      'o/kustomization.yaml': 'resources: [w.yaml, ns.yaml, n.yaml]\npatches:\n- path: p.yaml\nnamePrefix: ""\n',
    };
    const { lines } = await judgeChange(before, {
      'o/w.yaml': bumped(before['o/w.yaml']),
      'o/kustomization.yaml': 'resources: [w.yaml, ns.yaml, n.yaml]\nnamePrefix: ""\n',
    });
    expect(lines).toEqual(['o/kustomization.yaml:~2 medium pod-privileges-widened']);
  });
});
