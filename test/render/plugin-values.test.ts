import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const url = 'https://git.example.org/acme/gitops';
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: b}\n';
const application = (plugin: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source:
    repoURL: ${url}
    path: apps
    plugin:
      name: envsubst
      ${plugin}
`;
const set = (plugin: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec:
  generators: [{list: {elements: [{name: a}]}}]
  template:
    metadata: {name: '{{name}}'}
    spec:
      destination: {namespace: shop}
      source:
        repoURL: ${url}
        path: apps
        plugin:
          name: envsubst
          ${plugin}
`;
const env = (name: string, value: string) => `env: [{name: IMAGE_TAG, value: v1}, {name: ${name}, value: ${value}}]`;
const parameters = (item: string) => `parameters: [{name: tag, string: v1}, ${item}]`;

async function found(of: (plugin: string) => string, before: string, after: string) {
  const { lines, messages } = await judgeChange(
    { 'apps/m.yaml': map, 'a.yaml': of(before) },
    { 'a.yaml': of(after) },
    { urls: [url], usesTools: false },
  );
  return { lines, messages };
}

describe('what is handed to a plugin of Argo CD counts by its name', () => {
  test.each<[string, string, string]>([
    ['a variable', env('RBAC_CREATE', '"false"'), env('RBAC_CREATE', '"true"')],
    ['a new variable', 'env: []', env('CLUSTER_ADMIN', '"1"')],
    ['the node', env('HOST_NETWORK', '"false"'), env('HOST_NETWORK', '"true"')],
    ['what keeps it in its namespace', env('NAMESPACED', '"true"'), env('NAMESPACED', '"false"')],
    ['settings', env('HELM_ARGS', '--set=a=b'), env('HELM_ARGS', '--set rbac.create=true')],
    ['values as text', env('VALUES', `"{rbac: {clusterWide: false}}"`), env('VALUES', `"{rbac: {clusterWide: true}}"`)],
    [
      'a parameter',
      parameters('{name: rbac.create, string: "false"}'),
      parameters('{name: rbac.create, string: "true"}'),
    ],
    ['a list', parameters('{name: args, array: [a]}'), parameters('{name: clusterRoles, array: [admin]}')],
    ['a map', parameters('{name: values, map: {a: b}}'), parameters('{name: values, map: {clusterRole: admin}}')],
  ])('%s', async (_, before, after) => {
    for (const [of, line] of [
      [application, 11],
      [set, 15],
    ] as const) {
      const { lines, messages } = await found(of, before, after);
      expect(lines).toEqual([`a.yaml:${line} medium delivery-changed`]);
      expect(messages[0]).toContain('for the plugin envsubst of Argo CD, which makes the manifests in the cluster');
    }
  });

  test('a secret in a value is found', async () => {
    const { lines } = await found(application, env('A', 'b'), env('DB_PASSWORD', 'Xk29fQmz7LpW4vTn'));
    expect(lines).toEqual([expect.stringMatching(/^a\.yaml:11 (?:high|critical) plaintext-secret$/)]);
  });

  test.each<[string, string, string]>([
    ['a tag', env('A', 'b'), env('A', 'b').replace('v1', 'v2')],
    ['an ordinary name', env('REPLICAS', '"1"'), env('REPLICAS', '"3"')],
    ['what is turned off', env('RBAC_CREATE', '"true"'), env('RBAC_CREATE', '"false"')],
    [
      'a tag in a parameter',
      parameters('{name: a, string: b}'),
      parameters('{name: a, string: b}').replace('v1', 'v2'),
    ],
    ['settings', env('HELM_ARGS', '--set=image.tag=1'), env('HELM_ARGS', '--set=image.tag=2')],
  ])('%s is silent', async (_, before, after) => {
    expect((await found(application, before, after)).lines).toEqual([]);
    expect((await found(set, before, after)).lines).toEqual([]);
  });
});
