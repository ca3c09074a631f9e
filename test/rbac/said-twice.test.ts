import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

const policy = `apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-rbac-cm, namespace: argocd}
data:
  policy.csv: |
    p, role:dev, applications, sync, shop/*, allow
    g, devs, role:dev
---
`;
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: r}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{kind: Group, name: g, apiGroup: rbac.authorization.k8s.io}]
---
`;

/** The lines on which something is newly granted where `after` has these files. */
async function granted(before: string, after: Record<string, string>): Promise<readonly (number | undefined)[]> {
  const { evidence } = await evidenceOfFolders(folderOf({ 'clusters/a/x.yaml': before }), folderOf(after));
  return findingsOf(evidence).flatMap(({ rule, position }) => (rule === 'rbac-widened' ? [position?.line] : []));
}

test.each([
  ['Argo CD', policy],
  ['roles', role],
])('what a file says twice is nothing new: %s', async (_name, text) => {
  expect(await granted(text, { 'clusters/a/x.yaml': text + text })).toEqual([]);
});

test.each([
  ['another group', policy, policy.replace('devs', 'all'), [15]],
  ['another rule', role, role.replace('[get]', '[list]'), [15]],
])('a second one that is not the same is: %s', async (_name, text, second, lines) => {
  expect(await granted(text, { 'clusters/a/x.yaml': text + second })).toEqual(expect.arrayContaining(lines));
});

test('a copy in another file may be for another cluster', async () => {
  expect(await granted(role, { 'clusters/a/x.yaml': role, 'clusters/a/y.yaml': role })).not.toEqual([]);
});
