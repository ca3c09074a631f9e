import { describe, expect, test } from '@jest/globals';
import { settledRoots } from '../../src/render/outcome/inner-roots.ts';
import { planRenders } from '../../src/render/plan/plan.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const admin = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata: {a: b}\n';
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': admin.replace('cluster-admin', '{{ .Values.role }}'),
};
const repository = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: gr, namespace: flux-system}
spec: {url: ${url}}
`;
const release = (values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: r, namespace: shop}
spec:
  chart: {spec: {chart: ./c, sourceRef: {kind: GitRepository, name: gr, namespace: flux-system}}}
  values: {role: ${values}}
`;
const flux = (path: string, further = '') => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: k, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: gr}
  path: ${path}
${further}`;
const application = (path: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source:
    repoURL: ${url}
    path: ${path}
`;
const patch = (kind: string, path: string, value: string) =>
  `resources: [x.yaml]\npatches:\n- target: {kind: ${kind}}\n  patch: |\n    - {op: replace, path: ${path}, value: ${value}}\n`;
const folders: Files = { 'apps/shop/m.yaml': map, 'apps/wide/x.yaml': admin, 'g.yaml': repository };
const found = async (before: Files, after: Files) => (await judgeChange(before, after, { urls: [url] })).lines;

(hasTools ? describe : describe.skip)('what a root declares in turn is delivered as it becomes', () => {
  const plain = { 'o/kustomization.yaml': 'resources: [x.yaml]\n' };

  test('what is declared deeper than is rendered is named, and is not a pass', async () => {
    const chain = Object.fromEntries(
      [1, 2, 3, 4].flatMap((level) => [
        [`d${level}/x.yaml`, application('apps/shop').replace('name: a,', `name: a${level},`)],
        [`d${level}/kustomization.yaml`, patch('Application', '/spec/source/path', `d${level + 1}`)],
      ]),
    );
    const wide = { 'd5/kustomization.yaml': 'resources: [x.yaml]\n', 'd5/x.yaml': admin };
    const before = {
      ...folders,
      ...chain,
      ...wide,
      'o/kustomization.yaml': 'resources: [x.yaml]\n',
      'o/x.yaml': application('apps/shop'),
    };
    const after = { 'o/kustomization.yaml': patch('Application', '/spec/source/path', 'd1') };
    const { coverage } = await judgeChange(before, after, { urls: [url] });
    expect(coverage.rendering?.notRendered).toEqual([
      { root: expect.stringContaining('argocd/a'), why: 'it is declared more than 3 roots deep' },
    ]);
  });

  test('a HelmRelease whose values an overlay patches', async () => {
    const before = { ...chart, ...folders, ...plain, 'o/x.yaml': release('view') };
    const overlay = patch('HelmRelease', '/spec/values/role', 'cluster-admin');
    const { lines, coverage } = await judgeChange(before, { 'o/kustomization.yaml': overlay }, { urls: [url] });
    expect(lines).toEqual(['o/kustomization.yaml:5 critical rbac-widened']);
    expect(coverage.rendering?.tools.slice().sort()).toEqual([
      expect.stringMatching(/^helm /),
      expect.stringMatching(/^ku/),
    ]);
  });

  test('a patch that kept a value narrow is gone', async () => {
    const before = { ...chart, ...folders, 'o/x.yaml': release('cluster-admin') };
    const overlay = patch('HelmRelease', '/spec/values/role', 'view');
    expect(await found({ ...before, 'o/kustomization.yaml': overlay }, plain)).toEqual([
      expect.stringMatching(/critical rbac-widened$/),
    ]);
  });

  test('a variable of Flux in the values of a HelmRelease', async () => {
    const variables = (role: string) => flux('./o', `  postBuild:\n    substitute:\n      ROLE: ${role}\n`);
    const before = { ...chart, ...folders, 'o/x.yaml': release('"$' + '{ROLE}"'), 'k.yaml': variables('view') };
    expect(await found(before, { 'k.yaml': variables('cluster-admin') })).toEqual(['k.yaml:9 critical rbac-widened']);
  });

  test('a Kustomization whose path an overlay patches', async () => {
    const before = { ...folders, ...plain, 'o/x.yaml': flux('./apps/shop') };
    const overlay = patch('Kustomization', '/spec/path', './apps/wide');
    expect(await found(before, { 'o/kustomization.yaml': overlay })).toEqual([
      expect.stringMatching(/^o\/kustomization\.yaml:~?\d critical rbac-widened$/),
    ]);
  });

  test('an Application that a chart makes, in turn', async () => {
    const before = {
      ...folders,
      'apps/mid/a.yaml': application('apps/shop').replace('name: a,', 'name: inner,'),
      'root/Chart.yaml': 'apiVersion: v2\nname: root\nversion: 1.0.0\n',
      'root/values.yaml': 'at: apps/shop\n',
      'root/templates/a.yaml': application('{{ .Values.at }}'),
    };
    expect(await found(before, { 'root/values.yaml': 'at: apps/wide\n' })).toEqual([
      'root/values.yaml:~1 critical rbac-widened',
    ]);
  });

  test('a chart of elsewhere whose version an overlay patches', async () => {
    const elsewhere = release('view').replace('GitRepository', 'HelmRepository').replace('./c,', 'c, version: 1.0.0,');
    const before = { ...folders, ...plain, 'o/x.yaml': elsewhere };
    const overlay = patch('HelmRelease', '/spec/chart/spec/version', '2.0.0');
    expect(await found(before, { 'o/kustomization.yaml': overlay })).toEqual([
      'o/kustomization.yaml:5 medium delivery-changed',
    ]);
    const apart = {
      'o/kustomization.yaml': 'resources: [x.yaml]\npatches: [{path: p.yaml, target: {kind: HelmRelease}}]\n',
      'o/p.yaml': '- {op: replace, path: /spec/chart/spec/version, value: 2.0.0}\n',
    };
    expect(await found(before, apart)).toEqual(['o/p.yaml:1 medium delivery-changed']);
    const both = { ...before, 'o/kustomization.yaml': patch('HelmRelease', '/spec/interval', '5m') };
    expect(await found(both, { 'o/x.yaml': elsewhere.replace('1.0.0', '2.0.0') })).toEqual([
      'o/x.yaml:5 medium delivery-changed',
    ]);
  });

  test('what an overlay makes of an object takes the place of what is written', async () => {
    const overlay = { 'o/kustomization.yaml': patch('HelmRelease', '/spec/values/role', 'view') };
    const before = { ...chart, ...folders, ...overlay, 'o/x.yaml': release('edit') };
    expect(await found(before, { 'o/x.yaml': release('cluster-admin') })).toEqual([]);
    const base = { ...chart, ...folders };
    expect(await found(base, { ...overlay, 'o/x.yaml': release('cluster-admin') })).toEqual([
      'o/kustomization.yaml:5 medium rbac-widened',
    ]);
    const applications = { ...folders, 'o/kustomization.yaml': patch('Application', '/spec/source/path', 'apps/shop') };
    expect(
      await found({ ...applications, 'o/x.yaml': application('apps/shop') }, { 'o/x.yaml': application('apps/wide') }),
    ).toEqual([]);
  });

  test('a partial object that only patches delivers nothing by itself', async () => {
    const partial = (path: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec: {source: {path: ${path}}}\n`;
    const before = {
      ...folders,
      'apps/other/m.yaml': map,
      'o/x.yaml': application('apps/wide'),
      'o/kustomization.yaml': 'resources: [x.yaml]\npatches: [{path: p.yaml}]\n',
      'o/p.yaml': partial('apps/shop'),
    };
    expect(await found(before, { 'o/p.yaml': partial('apps/other') })).toEqual([]);
    expect(await found(before, { 'o/p.yaml': partial('apps/wide') })).toEqual(['o/p.yaml:~4 critical rbac-widened']);
  });

  test('what an overlay puts into another namespace is delivered there, not as it is written', async () => {
    const written = flux('./apps/shop').replace('name: k,', 'name: k,');
    const before = { ...folders, 'o/x.yaml': written, 'o/kustomization.yaml': 'resources: [x.yaml]\n' };
    const { change } = await judgeChange(
      before,
      { 'o/kustomization.yaml': 'resources: [x.yaml]\nnamespace: other\n' },
      { urls: [url] },
    );
    expect(change.rendering.roots.map(({ id }) => id)).toContain('Kustomization other/k (o/kustomization.yaml)');
  });

  test('a kustomization from which nothing is delivered hides nothing of a folder that is', async () => {
    const overlay = patch('HelmRelease', '/spec/values/role', 'view').replace('x.yaml', '../apps/x.yaml');
    const before = { ...chart, ...folders, 'apps/x.yaml': release('view') };
    const lines = await found(before, { 'apps/x.yaml': release('cluster-admin'), 'decoy/kustomization.yaml': overlay });
    expect(lines[0]).toBe('apps/x.yaml:6 critical rbac-widened');
    const gone = `resources: [../r/b.yaml]
patches:
- patch: |
    $patch: delete
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: adm}
`;
    const plain = { 'r/a.yaml': map };
    expect(await found(plain, { 'r/b.yaml': admin, 'decoy/kustomization.yaml': gone })).toEqual([
      'r/b.yaml:4 critical rbac-widened',
    ]);
    const narrow = { 'r/b.yaml': admin.replace('cluster-admin', 'view') };
    expect(await found(narrow, { 'r/b.yaml': admin, 'decoy/kustomization.yaml': gone })).toEqual([
      'r/b.yaml:4 critical rbac-widened',
    ]);
    // A step at a time: first the kustomization, then the file.
    const adopted = { ...plain, ...narrow, 'decoy/kustomization.yaml': gone };
    expect(await found(adopted, { 'r/b.yaml': admin })).toEqual(['r/b.yaml:4 critical rbac-widened']);
  });
});

describe('what is declared by something else that is rendered waits for it', () => {
  const settled = async (before: Files, after: Files) => {
    const { change } = await judgeChange(before, after, { urls: [url], usesTools: false });
    if (change.delivered === undefined) throw new Error('nothing is delivered');
    const { changed } = planRenders(change.delivered.before, change.delivered.after, []);
    return [changed.map(({ id }) => id), settledRoots(changed).map(({ id }) => id)];
  };

  test('an Application that a kustomization patches', async () => {
    const before = {
      ...folders,
      'o/x.yaml': application('apps/shop'),
      'o/kustomization.yaml': 'resources: [x.yaml]\n',
    };
    const name = 'Application argocd/a (o/x.yaml)';
    const own = { 'o/x.yaml': application('apps/wide') };
    expect(await settled(before, own)).toEqual([[name, 'o'], ['o']]);
    expect(await settled(before, { 'apps/shop/m.yaml': `${map}# b\n` })).toEqual([[name], [name]]);
  });

  test('a circle of such', async () => {
    const named = (name: string, path: string) => flux(path).replace('name: k,', `name: ${name},`);
    const before = { 'g.yaml': repository, 'a/k.yaml': named('a', './b'), 'b/k.yaml': named('b', './a') };
    const change = {
      'a/k.yaml': `${before['a/k.yaml']}  prune: true\n`,
      'b/k.yaml': `${before['b/k.yaml']}  prune: true\n`,
    };
    const [all, first] = await settled(before, change);
    expect([all?.length, first]).toEqual([2, []]);
  });
});
