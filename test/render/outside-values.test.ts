import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const release = (values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: r, namespace: shop}
spec:
  chart: {spec: {chart: redis, version: 1.2.3, sourceRef: {kind: HelmRepository, name: x}}}
  ${values}
`;
const application = (source: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  ${source}
`;
const remote = 'repoURL: https://charts.example.org, chart: redis, targetRevision: 1.2.3';
const map = (values: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: m, namespace: shop}
data:
  values.yaml: |
    ${values}
`;
const umbrella = (values: string): Files => ({
  'u/Chart.yaml': `apiVersion: v2
name: u
version: 1.0.0
dependencies: [{name: redis, alias: cache, version: 1.2.3, repository: https://charts.example.org}]
`,
  'u/values.yaml': values,
});

/** Every way in which a chart from elsewhere is given values: the files with these values, and the place where they are. */
const ways: readonly (readonly [string, (values: string) => Files, string])[] = [
  ['a HelmRelease', (values) => ({ 'a.yaml': release(`values: ${values}`) }), 'a.yaml:6'],
  [
    'a ConfigMap of a HelmRelease',
    (values) => ({ 'a.yaml': release('valuesFrom: [{kind: ConfigMap, name: m}]'), 'm.yaml': map(values) }),
    'm.yaml:6',
  ],
  [
    'an Application',
    (values) => ({ 'a.yaml': application(`source: {${remote}, helm: {valuesObject: ${values}}}`) }),
    'a.yaml:6',
  ],
  [
    'a values file of a second source',
    (values) => ({
      'a.yaml': application(
        `sources: [{${remote}, helm: {valueFiles: [$v/vals/prod.yaml]}}, {repoURL: ${url}, ref: v}]`,
      ),
      'vals/prod.yaml': values,
    }),
    'vals/prod.yaml:1',
  ],
  [
    'a helmfile',
    (values) => ({
      'helmfile.yaml': 'releases: [{name: r, chart: bitnami/redis, version: 1.2.3, values: [prod.yaml]}]\n',
      'prod.yaml': values,
    }),
    'prod.yaml:1',
  ],
  [
    'a file of helmCharts',
    (values) => ({
      'k/kustomization.yaml':
        'helmCharts: [{name: redis, version: 1.2.3, repo: https://charts.example.org, valuesFile: prod.yaml}]\n',
      'k/prod.yaml': values,
    }),
    'k/prod.yaml:1',
  ],
  [
    'helmCharts in place',
    (values) => ({
      'k/kustomization.yaml': `helmCharts: [{name: redis, version: 1.2.3, repo: https://charts.example.org, valuesInline: ${values}}]\n`,
    }),
    'k/kustomization.yaml:1',
  ],
  ['a dependency', (values) => umbrella(`cache: ${values}\n`), 'u/values.yaml:1'],
];

async function found(before: Files, after: Files): Promise<readonly string[]> {
  return (await judgeChange(before, after, { urls: [url] })).lines;
}

(hasTools ? describe : describe.skip)('values of a chart that is not in the repository', () => {
  test.each(ways)('count by their names, given by %s', async (_, files, place) => {
    const values = (inside: string) => files(`{replicas: 1, image: {tag: "1"}, ${inside}}`);
    const before = values('rbac: {clusterWide: false}');
    expect(await found(before, values('rbac: {clusterWide: true}'))).toEqual([`${place} medium delivery-changed`]);
    expect(await found(before, values('rbac: {clusterWide: false}, hostNetwork: true'))).toEqual([
      `${place} high pod-privileges-widened`,
    ]);
    expect(
      await found(
        before,
        values('rbac: {clusterWide: false, rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]}'),
      ),
    ).toEqual([`${place} critical rbac-widened`]);
    expect(
      await found(
        before,
        files('{replicas: 3, image: {tag: "2"}, rbac: {clusterWide: false}, ingress: {enabled: true}}'),
      ),
    ).toEqual([]);
  });

  test.each<[string, string, string, boolean]>([
    ['what creates roles is turned on', 'rbac: {create: false}', 'rbac: {create: true}', true],
    ['what creates roles is turned off', 'rbac: {create: true}', 'rbac: {create: false}', false],
    ['it is no longer turned off', 'clusterRole: {create: false}', 'a: b', true],
    ['what keeps it in its namespace is turned off', 'scope: {namespaced: true}', 'scope: {namespaced: false}', true],
    ['what keeps it in its namespace is turned on', 'scope: {namespaced: false}', 'scope: {namespaced: true}', false],
    ['the namespaces that it watches are no longer named', 'watchNamespaces: [a]', 'b: c', true],
    ['the namespace that it watches is no longer named', 'watchNamespace: a', 'watchNamespace: ""', true],
    ['annotations of its roles', 'rbac: {annotations: {a: b}}', 'rbac: {annotations: {a: c}}', false],
    ['the node', 'daemon: {useHostNetwork: false}', 'daemon: {useHostNetwork: true}', true],
    ['as root', 'runAsRootUser: false', 'runAsRootUser: true', true],
    ['an ordinary switch', 'metrics: {enabled: false}', 'metrics: {enabled: true}', false],
  ])('%s', async (_, before, after, isTelling) => {
    const of = (values: string): Files => ({ 'a.yaml': release(`values: {${values}}`) });
    expect(await found(of(before), of(after))).toEqual(isTelling ? ['a.yaml:6 medium delivery-changed'] : []);
  });

  test('of a dependency only those under its own name', async () => {
    const own = (on: boolean) => umbrella(`cache: {a: b}\nrbac: {create: ${on}}\nhostNetwork: ${on}\n`);
    expect(await found(own(false), own(true))).toEqual([]);
  });

  test.each(['cache', '__proto__'])('of a dependency of a dependency that is called %s', async (alias) => {
    const files = (values: string): Files => ({
      'o/Chart.yaml':
        'apiVersion: v2\nname: o\nversion: 1.0.0\ndependencies: [{name: u, version: 1.0.0, repository: "file://../u"}]\n',
      'o/values.yaml': `u: {${alias}: ${values}}\n`,
      'u/Chart.yaml': String(umbrella('')['u/Chart.yaml']).replace('alias: cache', `alias: ${alias}`),
    });
    expect(await found(files('{rbac: {create: false}}'), files('{rbac: {create: true}}'))).toEqual([
      'o/values.yaml:1 medium delivery-changed',
    ]);
  });

  test('of a dependency, stated by what installs the chart', async () => {
    const source = (values: string) =>
      application(`source: {repoURL: ${url}, path: u, helm: {valuesObject: {cache: ${values}}}}`);
    const before = { ...umbrella('cache: {a: b}\n'), 'a.yaml': source('{rbac: {create: false}}') };
    expect(await found(before, { 'a.yaml': source('{rbac: {create: true}, hostPID: true}') })).toEqual(
      expect.arrayContaining(['a.yaml:6 high pod-privileges-widened', 'a.yaml:6 medium delivery-changed']),
    );
    const asText = (values: string) =>
      application(
        `source:\n    repoURL: ${url}\n    path: u\n    helm:\n      values: |\n        a: b\n        cache: ${values}`,
      );
    expect(await found({ ...before, 'a.yaml': asText('{}') }, { 'a.yaml': asText('{rbac: {create: true}}') })).toEqual([
      'a.yaml:12 medium delivery-changed',
    ]);
  });

  test('a chart that is newly delivered is one finding, and so it is in an audit', async () => {
    const files = { 'a.yaml': release('values: {rbac: {create: true}}') };
    expect(await found({ 'b.yaml': map('{}') }, files)).toEqual(['a.yaml:5 high delivery-changed']);
    expect(await found({}, { ...umbrella('cache: {rbac: {create: true}}\n') })).toEqual([
      'u/Chart.yaml:4 high delivery-changed',
    ]);
  });

  test('a new values file of a chart that was delivered', async () => {
    const of = (files: string) =>
      application(`sources: [{${remote}, helm: {valueFiles: [${files}]}}, {repoURL: ${url}, ref: v}]`);
    const before = { 'a.yaml': of('$v/vals/prod.yaml'), 'vals/prod.yaml': 'a: b\n' };
    const after = {
      'a.yaml': of('$v/vals/prod.yaml, $v/vals/more.yaml'),
      'vals/more.yaml': 'rbac: {clusterWide: true}\n',
    };
    expect(await found(before, after)).toEqual(['vals/more.yaml:1 medium delivery-changed']);
  });

  test('other YAML with such names is not values', async () => {
    expect(
      await found({ 'conf/x.yaml': 'rbac: {enabled: false}\n' }, { 'conf/x.yaml': 'rbac: {enabled: true}\n' }),
    ).toEqual([]);
  });
});
