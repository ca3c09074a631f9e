import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress]}
`;
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r, namespace: shop}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: r, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const workload = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: shop}
spec:
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec:
      securityContext: {runAsNonRoot: true}
      containers:
      - name: d
        image: r.example/d@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata: {r: a/secrets}\n';
const files: Files = {
  'o/n.yaml': policy,
  'o/r.yaml': role,
  'o/w.yaml': workload,
  'o/m.yaml': map,
  'o/kustomization.yaml': 'resources: [n.yaml, r.yaml, w.yaml, m.yaml]\n',
  'c/kustomization.yaml':
    'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\npatches:\n- target: {kind: Role}\n  patch: "[{op: add, path: /rules/0/resources/-, value: secrets}]"\n',
};
const merge = (lines: string) => `patches:\n- patch: |-\n${lines.replaceAll(/^/gm, '    ')}\n`;

(hasTools ? describe : describe.skip)('where no line holds the new value, the one that says something is named', () => {
  test.each([
    [
      'a patch that deletes an object',
      merge(
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\n$patch: delete',
      ),
      7,
    ],
    [
      'a rule for everybody',
      merge(
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec:\n  ingress: [{}]',
      ),
      8,
    ],
    [
      'a field that is taken away',
      merge(
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: shop}\nspec:\n  template:\n    spec:\n      securityContext: null',
      ),
      10,
    ],
    ['a component', 'components:\n- ../c\n', 3],
    [
      'a replacement',
      'replacements:\n- source: {kind: ConfigMap, name: m, fieldPath: data.r, options: {delimiter: /, index: 1}}\n  targets:\n  - select: {kind: Role}\n    fieldPaths: [rules.0.resources.0]\n',
      6,
    ],
    ['another name of an image', 'images:\n- name: r.example/d\n  newName: evil.example/d\n  newTag: v1\n', 4],
  ])('%s', async (_, further, line) => {
    const text = `${files['o/kustomization.yaml']}${further}`;
    const { lines } = await judgeChange(files, { 'o/kustomization.yaml': text });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^o/kustomization\\.yaml:~?${line} `))]);
  });
});
