import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const urls = [url];
const binding = (role: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata: {a: b}\n';
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': binding('{{ .Values.role }}'),
};
const kustomization = (path: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: k, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: gr}
  path: ${path}
`;
const repository = (spec: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: gr, namespace: flux-system}
spec:
  url: ${url}
${spec}`;
const application = (source: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source:
    repoURL: ${url}
${source}`;
const release = (spec: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: r, namespace: shop}
spec:
  chart: {spec: {chart: ./c, sourceRef: {kind: GitRepository, name: gr}}}
${spec}`;
const set = (spec: string, role: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec:
  generators:
${spec}
  template:
    metadata: {name: x}
    spec:
      destination: {namespace: shop}
      source:
        repoURL: ${url}
        path: c
        helm: {parameters: [{name: role, value: "${role}"}]}
`;

const found = async (before: Files, after: Files) => (await judgeChange(before, after, { urls })).lines;

(hasTools ? describe : describe.skip)('what declarations say of a chart is rendered', () => {
  test('valuesFrom with a targetPath', async () => {
    const values = (role: string) => `${map.replace('name: m,', 'name: hv,').replace('{a: b}', `{r: ${role}}`)}`;
    const before = {
      ...chart,
      'r.yaml': release('  valuesFrom: [{kind: ConfigMap, name: hv, valuesKey: r, targetPath: role}]\n'),
      'v.yaml': values('view'),
    };
    expect(await found(before, { 'v.yaml': values('cluster-admin') })).toEqual(['v.yaml:4 critical rbac-widened']);
  });

  test('valuesFrom of a ConfigMap that a kustomization makes', async () => {
    const before = {
      ...chart,
      'ns/kustomization.yaml': 'resources: [r.yaml]\nconfigMapGenerator:\n- name: hv\n  files: [values.yaml=v.cfg]\n',
      'ns/r.yaml': release('  valuesFrom: [{kind: ConfigMap, name: hv}]\n'),
      'ns/v.cfg': 'role: view\n',
    };
    expect(await found(before, { 'ns/v.cfg': 'role: cluster-admin\n' })).toEqual(['ns/v.cfg:1 critical rbac-widened']);
  });

  test('a HelmChart object that names another chart of the repository', async () => {
    const object = (folder: string) =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmChart\nmetadata: {name: hc, namespace: shop}\nspec:\n  chart: ./${folder}\n  sourceRef: {kind: GitRepository, name: gr}\n`;
    const wide = Object.fromEntries(Object.entries(chart).map(([path, text]) => [path.replace(/^c/, 'wide'), text]));
    const before = {
      ...chart,
      ...wide,
      'wide/values.yaml': 'role: cluster-admin\n',
      'g.yaml': repository(''),
      'h.yaml': object('c'),
      'r.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: r, namespace: shop}\nspec: {chartRef: {kind: HelmChart, name: hc}}\n',
    };
    expect(await found(before, { 'h.yaml': object('wide') })).toEqual([
      expect.stringMatching(/^h\.yaml:~?5 critical rbac-widened$/),
    ]);
  });

  test('a file parameter, and the file alone', async () => {
    const before = { ...chart, 'c/x.txt': 'cluster-admin', 'a.yaml': application('    path: c\n') };
    const helm = application('    path: c\n    helm: {fileParameters: [{name: role, path: x.txt}]}\n');
    expect(await found(before, { 'a.yaml': helm })).toEqual([
      expect.stringMatching(/^a\.yaml:~?9 critical rbac-widened$/),
    ]);
    expect(await found({ ...before, 'a.yaml': helm, 'c/x.txt': 'view' }, { 'c/x.txt': 'cluster-admin' })).toEqual([
      'c/x.txt:1 critical rbac-widened',
    ]);
  });

  test('API versions and the version of Kubernetes that a declaration states', async () => {
    const guarded = `{{ if or (.Capabilities.APIVersions.Has "zz/v1") (semverCompare "<1.20-0" .Capabilities.KubeVersion.Version) }}\n${binding('cluster-admin')}{{ end }}\n`;
    const before = { ...chart, 'c/templates/g.yaml': guarded, 'a.yaml': application('    path: c\n') };
    for (const helm of ['apiVersions: [zz/v1]', 'kubeVersion: "1.19.0"']) {
      expect(await found(before, { 'a.yaml': application(`    path: c\n    helm: {${helm}}\n`) })).toEqual([
        expect.stringMatching(/^a\.yaml:~?9 critical rbac-widened$/),
      ]);
    }
  });

  test('those that it states for the charts of a kustomization, and another declaration of the same one does not', async () => {
    const guarded = `{{ if or (.Capabilities.APIVersions.Has "zz/v1") (semverCompare "<1.20-0" .Capabilities.KubeVersion.Version) }}\n${binding('cluster-admin')}{{ end }}\n`;
    const other = application('    path: k\n').replace('{name: a,', '{name: other,');
    const before = {
      'k/charts/c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'k/charts/c/templates/g.yaml': guarded,
      'k/kustomization.yaml': 'helmCharts: [{name: c}]\n',
      'other.yaml': other,
      'a.yaml': application('    path: k\n'),
    };
    for (const stated of ['apiVersions: [zz/v1]', 'kubeVersion: "1.19.0"']) {
      expect(await found(before, { 'a.yaml': application(`    path: k\n    kustomize: {${stated}}\n`) })).toEqual([
        expect.stringMatching(/^a\.yaml:~?\d+ critical rbac-widened$/),
      ]);
    }
  });

  test('a patch of an ApplicationSet’s template, and values of a generator that only a cluster knows', async () => {
    const before = set('  - list: {elements: [{n: a}]}', 'view');
    const patch =
      '  goTemplate: true\n  templatePatch: |\n    spec:\n      source:\n        helm:\n          parameters: [{name: role, value: cluster-admin}]\n';
    expect(await found({ ...chart, 's.yaml': before }, { 's.yaml': before + patch })).toEqual([
      's.yaml:20 critical rbac-widened',
    ]);
    const clusters = (role: string) => set(`  - clusters:\n      values: {role: ${role}}`, '{{values.role}}');
    expect(await found({ ...chart, 's.yaml': clusters('view') }, { 's.yaml': clusters('cluster-admin') })).toEqual([
      's.yaml:7 critical rbac-widened',
    ]);
  });
});

(hasTools ? describe : describe.skip)('what was there begins to be delivered by a declaration', () => {
  test.each<[string, Files, string]>([
    [
      'a kustomization, elsewhere',
      {
        'examples/admin/kustomization.yaml': 'resources: [x.yaml]\n',
        'examples/admin/x.yaml': binding('cluster-admin'),
      },
      'f.yaml',
    ],
    [
      'a kustomization, of the same part of the repository',
      {
        'examples/admin/kustomization.yaml': 'resources: [x.yaml]\n',
        'examples/admin/x.yaml': binding('cluster-admin'),
      },
      'examples/f.yaml',
    ],
  ])('%s', async (_, before, file) => {
    expect(await found({ 'g.yaml': repository(''), ...before }, { [file]: kustomization('./examples/admin') })).toEqual(
      [`${file}:6 critical rbac-widened`],
    );
  });

  test('a chart', async () => {
    const before = { 'g.yaml': repository(''), ...chart, 'c/values.yaml': 'role: cluster-admin\n' };
    expect(await found(before, { 'c/r.yaml': release('') })).toEqual(['c/r.yaml:5 critical rbac-widened']);
    expect(await found(before, { 'r.yaml': release('') })).toEqual(['r.yaml:5 critical rbac-widened']);
  });
});

describe('what begins to be delivered is named or judged', () => {
  test.each<[string, Files, Files, readonly unknown[]]>([
    [
      'another branch of this repository',
      { 'g.yaml': repository('  ref: {branch: main}\n'), 'f.yaml': kustomization('./m'), 'm/m.yaml': map },
      { 'g.yaml': repository('  ref: {branch: evil}\n') },
      ['g.yaml:6 high delivery-changed'],
    ],
    [
      'a ref of a fork',
      { 'g.yaml': repository(''), 'f.yaml': kustomization('./m'), 'm/m.yaml': map },
      { 'g.yaml': repository('  ref: {name: refs/pull/7/head}\n') },
      ['g.yaml:6 high delivery-changed'],
    ],
    [
      'another source inside this one',
      { 'g.yaml': repository(''), 'f.yaml': kustomization('./m'), 'm/m.yaml': map },
      { 'g.yaml': repository('  include:\n  - {repository: {name: other}, fromPath: x, toPath: m}\n') },
      ['g.yaml:7 high delivery-changed'],
    ],
    [
      'another branch, on its own line',
      { 'a.yaml': application('    path: m\n    targetRevision: main\n'), 'm/m.yaml': map },
      { 'a.yaml': application('    path: m\n    targetRevision: evil\n') },
      ['a.yaml:9 high delivery-changed'],
    ],
    [
      'a program that makes manifests',
      { 'a.yaml': application('    path: m\n'), 'm/m.yaml': map },
      { 'a.yaml': application('    path: m\n    plugin: {name: evil}\n') },
      ['a.yaml:9 high delivery-changed'],
    ],
    [
      'another component of a repository elsewhere',
      { 'a.yaml': application('    path: m\n').replace(url, 'https://elsewhere.example/x') },
      {
        'a.yaml': application('    path: m\n    kustomize: {components: [../wide]}\n').replace(
          url,
          'https://elsewhere.example/x',
        ),
      },
      ['a.yaml:9 high delivery-changed'],
    ],
    [
      'a folder that was there, by a new Kustomization of Flux',
      { 'g.yaml': repository(''), 'examples/admin/x.yaml': binding('cluster-admin') },
      { 'f.yaml': kustomization('./examples/admin') },
      ['f.yaml:6 critical rbac-widened'],
    ],
    [
      'a folder that was there, by a new Application',
      { 'examples/admin/x.yaml': binding('cluster-admin') },
      { 'a.yaml': application('    path: examples/admin\n') },
      ['a.yaml:8 critical rbac-widened'],
    ],
    [
      'a folder of the same part of the repository, plain',
      { 'g.yaml': repository(''), 'apps/admin/x.yaml': binding('cluster-admin') },
      { 'apps/f.yaml': kustomization('./apps/admin') },
      ['apps/f.yaml:6 critical rbac-widened'],
    ],
    [
      'the same folder to another cluster',
      {
        'a.yaml': application('    path: m\n').replace('{namespace', '{server: https://dev.example, namespace'),
        'm/b.yaml': binding('cluster-admin'),
      },
      { 'a.yaml': application('    path: m\n').replace('{namespace', '{server: https://prod.example, namespace') },
      [expect.stringMatching(/^a\.yaml:~?5 critical rbac-widened$/), 'a.yaml:5 medium deploy-authority-widened'],
    ],
    [
      'the same folder to one more cluster',
      { 'a.yaml': application('    path: m\n'), 'm/b.yaml': binding('cluster-admin') },
      { 'b.yaml': application('    path: m\n').replace('{namespace', '{server: https://prod.example, namespace') },
      ['b.yaml:8 critical rbac-widened'],
    ],
    [
      'a chart that K3s installs',
      {},
      {
        'h.yaml':
          'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: h}\nspec:\n  repo: https://elsewhere.example/charts\n  chart: x\n  version: 1.0.0\n',
      },
      ['h.yaml:5 high delivery-changed'],
    ],
    [
      'a repository that Fleet delivers',
      {
        'g.yaml':
          'apiVersion: fleet.cattle.io/v1alpha1\nkind: GitRepo\nmetadata: {name: g}\nspec:\n  repo: https://elsewhere.example/x\n  branch: main\n',
      },
      {
        'g.yaml':
          'apiVersion: fleet.cattle.io/v1alpha1\nkind: GitRepo\nmetadata: {name: g}\nspec:\n  repo: https://elsewhere.example/x\n  branch: other\n',
      },
      ['g.yaml:6 high delivery-changed'],
    ],
    [
      'an application of kapp-controller',
      {},
      {
        'k.yaml':
          'apiVersion: kappctrl.k14s.io/v1alpha1\nkind: App\nmetadata: {name: k}\nspec:\n  fetch:\n  - git: {url: https://elsewhere.example/x, ref: origin/main}\n',
      },
      ['k.yaml:5 high delivery-changed'],
    ],
    [
      'a new source of the usual branch is none',
      { 'f.yaml': kustomization('./m'), 'm/m.yaml': map },
      { 'g.yaml': repository('  ref: {branch: main}\n') },
      [],
    ],
  ])('%s', async (_, before, after, lines) => expect(await found(before, after)).toEqual(lines));
});
