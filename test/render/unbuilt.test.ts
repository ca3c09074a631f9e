import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
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
const folders: Files = { 'apps/shop/m.yaml': map, 'apps/wide/x.yaml': admin };
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': admin.replace('cluster-admin', '{{ .Values.role }}'),
};
const application = (source: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source: {repoURL: ${url}, ${source}}
`;
const set = (generator: string, source: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec:
  generators:
  - ${generator}
  template:
    metadata: {name: '{{name}}'}
    spec:
      destination: {namespace: shop}
      source: {repoURL: ${url}, ${source}}
`;
const repository = (ref = '') => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: gr, namespace: flux-system}
spec: {url: ${url}${ref}}
`;
const flux = (path: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: k, namespace: flux-system}
spec:
  sourceRef: {kind: GitRepository, name: gr}
  path: ${path}
`;
const release = (name: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: r, namespace: shop}
spec:
  chart: {spec: {chart: ${name}, sourceRef: {kind: GitRepository, name: gr, namespace: flux-system}}}
`;

async function judged(before: Files, after: Files) {
  const { lines, messages, coverage } = await judgeChange(before, after, { urls: [url], policy: defaultPolicy });
  return { lines, messages, unrendered: coverage.rendering?.notRendered.map(({ root, why }) => `${root}: ${why}`) };
}

describe('what an object of this repository delivers that is not there', () => {
  test.each<[string, Files, Files, string, (readonly string[])?]>([
    [
      'an Application whose folder goes',
      { 'a.yaml': application('path: apps/shop') },
      { 'apps/shop/m.yaml': undefined },
      'Application argocd/a (a.yaml): the path apps/shop is not in this repository',
    ],
    [
      'an Application of another folder',
      { 'a.yaml': application('path: apps/shop') },
      { 'a.yaml': application('path: apps/none') },
      'Application argocd/a (a.yaml): the path apps/none is not in this repository',
    ],
    [
      'a Kustomization whose folder goes',
      { 'a.yaml': flux('./apps/shop') },
      { 'apps/shop/m.yaml': undefined },
      'Kustomization flux-system/k (a.yaml): the path apps/shop is not in this repository',
    ],
    [
      'a Kustomization of another folder',
      { 'a.yaml': flux('./apps/shop') },
      { 'a.yaml': flux('./apps/none') },
      'Kustomization flux-system/k (a.yaml): the path apps/none is not in this repository',
    ],
    [
      'a HelmRelease of another chart',
      { ...chart, 'a.yaml': release('c') },
      { 'a.yaml': release('none') },
      'HelmRelease shop/r (a.yaml): the chart none is not in this repository',
      // What it gave grants something.
      ['a.yaml:~1 high unreadable-manifest'],
    ],
  ])('is named: %s', async (_, before, after, expected, found = []) => {
    const { lines, unrendered } = await judged({ ...folders, 'g.yaml': repository(), ...before }, after);
    expect({ lines, unrendered }).toEqual({ lines: found, unrendered: [expected] });
  });

  test('is not named again by a change that does not reach it', async () => {
    const before = { ...folders, 'a.yaml': application('path: apps/none') };
    expect(await judged(before, { 'apps/shop/m.yaml': map.replace('a: b', 'a: c') })).toEqual({
      lines: [],
      messages: [],
      unrendered: [],
    });
  });

  test('is judged as an addition when it comes to be', async () => {
    const before = { 'a.yaml': application('path: apps/later') };
    expect((await judged(before, { 'apps/later/x.yaml': admin })).lines).toEqual([
      'apps/later/x.yaml:4 critical rbac-widened',
    ]);
  });

  test('may be on another branch of it', async () => {
    const before = { ...folders, 'a.yaml': flux('./apps/shop'), 'g.yaml': repository(', ref: {branch: release}') };
    expect((await judged(before, { 'a.yaml': flux('./apps/none') })).lines).toEqual(['a.yaml:6 high delivery-changed']);
  });
});

describe('what a set of Applications makes of what is not known', () => {
  const git = set(`git: {repoURL: ${url}, files: [{path: cfg/*.yaml}]}`, "path: '{{at}}'");

  test.each<[string, string, number, string]>([
    ['that is no YAML', 'name: a\nat: [apps/wide\n', 3, 'could not be read'],
    ['that is a link', 'link:../elsewhere', 1, 'is a link, which is never followed'],
  ])('a file of its generator %s', async (_, content, line, why) => {
    const before = { ...folders, 's.yaml': git, 'cfg/a.yaml': 'name: a\nat: apps/shop\n' };
    const { lines, messages } = await judged(before, { 'cfg/a.yaml': content });
    expect(lines).toEqual([`cfg/a.yaml:${line} high unreadable-manifest`]);
    expect(messages[0]).toContain(`(cfg/a.yaml, which its generator reads, ${why}`);
  });

  test('a merge whose later generator only a cluster knows may deliver any folder', async () => {
    const list = 'list: {elements: [{name: a, at: apps/shop}]}';
    const before = { ...folders, 's.yaml': set(list, "path: '{{at}}'") };
    const merge = `merge: {mergeKeys: [name], generators: [{${list}}, {clusters: {values: {x: y}}}]}`;
    expect((await judged(before, { 's.yaml': set(merge, "path: '{{at}}'") })).lines).toEqual([
      's.yaml:11 high delivery-changed',
    ]);
    // Whatever that says, the template takes only what the first generator says.
    expect(
      (
        await judged(
          { ...folders, 's.yaml': set(list, 'path: apps/shop') },
          { 's.yaml': set(merge, 'path: apps/shop') },
        )
      ).lines,
    ).toEqual([]);
  });

  test('a merge whose first generator only a cluster knows takes any element of the others', async () => {
    const merge = (at: string) =>
      `merge: {mergeKeys: [server], generators: [{clusters: {}}, {list: {elements: [{server: x, at: ${at}}]}}]}`;
    const before = { ...folders, 's.yaml': set(merge('apps/shop'), "path: '{{at}}'") };
    expect((await judged(before, { 's.yaml': set(merge('apps/wide'), "path: '{{at}}'") })).lines).toEqual([
      expect.stringMatching(/^s\.yaml:~?\d+ critical rbac-widened$/),
    ]);
  });
});

(hasTools ? describe : describe.skip)('values files whose name only a cluster knows', () => {
  const clusters = set('clusters: {}', "path: c, helm: {valueFiles: ['v/{{metadata.labels.x}}.yaml']}");
  const narrow = { ...chart, 'c/v/a.yaml': 'role: view\n', 'c/v/b.yaml': 'role: view\n' };

  test('any of those that are there counts', async () => {
    expect((await judged({ ...narrow, 's.yaml': clusters }, { 'c/v/b.yaml': 'role: cluster-admin\n' })).lines).toEqual([
      'c/v/b.yaml:1 critical rbac-widened',
    ]);
    expect(
      (await judged({ ...narrow, 's.yaml': clusters }, { 'c/v/b.yaml': 'role: view\nfurther: 1\n' })).lines,
    ).toEqual([]);
  });

  test('it begins to be delivered with one of them', async () => {
    const before = {
      ...narrow,
      'c/v/b.yaml': 'role: cluster-admin\n',
      's.yaml': set('list: {elements: [{name: a}]}', 'path: c'),
    };
    expect((await judged(before, { 's.yaml': clusters })).lines).toEqual([
      expect.stringMatching(/^s\.yaml:~?\d+ critical rbac-widened$/),
    ]);
  });

  test('more than are tried are named', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_010 }, (_, index) => [`c/v/n${index}.yaml`, 'role: view\n']),
    );
    const { unrendered } = await judged(
      { ...chart, ...many, 's.yaml': set('list: {elements: [{name: a}]}', 'path: c') },
      { 's.yaml': clusters },
    );
    expect(unrendered).toEqual([
      expect.stringContaining('more than 1000 values files may be c/v/{{metadata.labels.x}}.yaml'),
    ]);
  });

  test('of more than are tried one that can change permissions is found', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_010 }, (_, index) => [`c/v/n${index}.yaml`, 'role: view\n']),
    );
    const before = { ...chart, ...many, 's.yaml': clusters };
    expect((await judged(before, { 'c/v/n9.yaml': 'role: cluster-admin\n' })).lines).toEqual([
      'c/v/n9.yaml:1 high unreadable-manifest',
    ]);
  });

  test('names that many parameters share are not tried, and named', async () => {
    const open = Array.from({ length: 12 }, (_, index) => `{{p${index}}}`).join('-');
    const shared = set('clusters: {}', `path: c, helm: {valueFiles: ['v/${open}.yaml']}`);
    const file = `c/v/${'-'.repeat(200)}.yaml`;
    const { lines, unrendered } = await judged(
      { ...chart, [file]: 'role: view\n', 'c/v/-!.txt': '', 's.yaml': shared },
      { [file]: 'role: cluster-admin\n' },
    );
    expect(lines).toEqual([`${file}:1 high unreadable-manifest`]);
    expect(unrendered).toEqual([
      expect.stringContaining('it is not known which values files may be c/v/{{p0}}-{{p1}}'),
    ]);
  });
});
