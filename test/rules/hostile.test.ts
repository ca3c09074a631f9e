import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { observe } from '../../src/rules/observe.ts';
import { runs } from '../thorough.ts';
import { evidenceOfFolders } from './evidence.ts';
import { hostileObjects } from './hostile-objects.ts';
import type { Folder } from './memory-repository.ts';

/** Objects whose every field somebody reads; any of them may hold anything. */
const objects: readonly Record<string, unknown>[] = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'a', namespace: 'n', labels: { a: 'b' }, annotations: { c: 'd' } },
    aggregationRule: {
      clusterRoleSelectors: [
        { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
      ],
    },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], resourceNames: ['x'], nonResourceURLs: ['/x'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'a', namespace: 'n' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'a' },
    subjects: [{ kind: 'ServiceAccount', name: 'x', namespace: 'y', apiGroup: '' }],
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', annotations: { x: 'y' } },
    type: 'Opaque',
    data: { password: 'aHVudGVyMg==' },
    stringData: { token: 'abc' },
  },
  { apiVersion: 'v1', kind: 'List', items: [{ kind: 'ConfigMap', data: { 'a.yaml': 'kind: Role\nx: 1' } }] },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      template: {
        spec: { containers: [{ name: 'c', env: [{ name: 'PASSWORD', value: 'x' }], args: ['--password=x'] }] },
      },
    },
  },
  {
    apiVersion: 'operators.coreos.com/v1alpha1',
    kind: 'ClusterServiceVersion',
    metadata: { name: 'o' },
    spec: { install: { spec: { clusterPermissions: [{ serviceAccountName: 'x', rules: [{ verbs: ['*'] }] }] } } },
  },
  {
    apiVersion: 'authorization.openshift.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'o' },
    userNames: ['u'],
    groupNames: ['g'],
    roleRef: { name: 'admin' },
  },
  {
    on: { pull_request: { types: ['opened'] } },
    permissions: { contents: 'read' },
    jobs: {
      gate: { name: 'gate', if: 'x', steps: [{ uses: 'gitops-gate/gitops-gate@v1', with: { 'fail-on': 'high' } }] },
    },
  },
  ...hostileObjects,
  {
    version: 1,
    failOn: 'high',
    rules: { 'rbac-widened': 'off' },
    signatures: { require: [{ paths: ['a'], roles: ['admin'] }] },
    ignore: [{ rule: 'rbac-widened', reason: 'x', until: '2030-01-01' }],
  },
];

const paths = [
  'clusters/a/x.yaml',
  '.github/workflows/gate.yml',
  '.gitops-gate/policy.yaml',
  '.gitlab-ci.yml',
  'kustomization.yaml',
  'chart/values.yaml',
];

/** Anything an author may write, the names that JavaScript objects have among them. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    { __proto__: null, toString: 1 },
    { constructor: { prototype: 1 } },
    [[]],
    [null],
    { '': {} },
    '*',
    -0,
    Number.POSITIVE_INFINITY,
  ),
);

/** How many values there are in a value, itself among them. */
function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 1);
}

/** The object with one of its values, however deep, replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let left = at % countOf(value);
  const walk = (each: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, walk(item)]));
  };
  return walk(value);
}

function folderOf(path: string, value: unknown): Folder {
  const bytes = Buffer.from(JSON.stringify(value) ?? 'null');
  const id = createHash('sha1').update(bytes).digest('hex');
  return { tree: new Map([[path, { mode: '100644', id }]]), contents: new Map([[id, bytes]]) };
}

describe('no value in any place breaks a rule', () => {
  test('objects with one value replaced by anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...objects),
        fc.constantFrom(...paths),
        fc.nat(),
        fc.nat(),
        anything,
        anything,
        async (object, path, at, other, some, more) => {
          const before = folderOf(path, replaced(object, at, some));
          const after = folderOf(path, replaced(replaced(object, other, more), at, some));
          const { evidence } = await evidenceOfFolders(before, after);
          expect(Array.isArray(observe(evidence, (_, line) => line))).toBe(true);
        },
      ),
      { numRuns: runs(3000) },
    );
  });
});
