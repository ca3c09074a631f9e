import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const found = async (before: Files, after: Files) => (await judgeChange(before, after, { urls: [url] })).lines;
const rbac = 'apiVersion: rbac.authorization.k8s.io/v1\n';
const indented = (text: string, by: number) => text.trimEnd().replaceAll(/^/gm, ' '.repeat(by));

const binding = (...groups: readonly string[]) =>
  `${rbac}kind: ClusterRoleBinding\nmetadata: {name: adm}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects:\n${groups.map((name) => `- {kind: Group, apiGroup: rbac.authorization.k8s.io, name: ${name}}\n`).join('')}`;
const role = (resources: string) =>
  `${rbac}kind: Role\nmetadata: {name: a, namespace: shop}\nrules:\n- {apiGroups: [""], resources: [${resources}], verbs: [get]}\n`;
const bound = `${rbac}kind: RoleBinding\nmetadata: {name: a, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: ServiceAccount, name: z, namespace: d}]\n`;
const clusterRole = `${rbac}kind: ClusterRole\nmetadata: {name: x}\nrules:\n- {apiGroups: [""], resources: [secrets], verbs: [get]}\n`;

const repository = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: own, namespace: flux-system}\nspec: {url: ${url}}\n`;
const flux = (fields: string, source = 'own') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: {kind: GitRepository, name: ${source}}\n  path: ./k\n${fields}`;
const fluxPatch = (patch: string, target = '') => `  patches:\n  - patch: |\n${indented(patch, 6)}\n${target}`;
const application = (path: string, fields: string, repo = url) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n  source:\n    repoURL: ${repo}\n    path: ${path}\n${fields}`;
const argoPatch = (patch: string) => `    kustomize:\n      patches:\n      - patch: |\n${indented(patch, 10)}\n`;
const release = (fields: string, sourceRef = 'kind: GitRepository, name: own, namespace: flux-system') =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: c, namespace: shop}\nspec:\n  chart: {spec: {chart: ./c, version: 1.0.0, sourceRef: {${sourceRef}}}}\n${fields}`;
const renderer = (patch: string) =>
  `  postRenderers:\n  - kustomize:\n      patches:\n      - patch: |\n${indented(patch, 10)}\n`;

(hasTools ? describe : describe.skip)('a patch that a declaration of a rendered root states', () => {
  const base: Files = {
    'g.yaml': repository,
    'k/kustomization.yaml': 'resources: [b.yaml]\n',
    'k/b.yaml': `${binding('sre', 'dev')}---\n${role('pods, secrets')}---\n${bound}`,
  };
  const flow = { 'f.yaml': flux('') };

  test('is no object of its own: it narrows', async () => {
    const narrow = { 'f.yaml': flux(fluxPatch(binding('sre'))) };
    expect(await found({ ...base, ...flow }, narrow)).toEqual([]);
    expect(
      await found({ ...base, 'f.yaml': application('k', '') }, { 'f.yaml': application('k', argoPatch(role('pods'))) }),
    ).toEqual([]);
    const chart: Files = {
      'g.yaml': repository,
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
      'c/templates/r.yaml': `${role('pods, secrets')}---\n${bound}`,
    };
    expect(await found({ ...chart, 'r.yaml': release('') }, { 'r.yaml': release(renderer(role('pods'))) })).toEqual([]);
    expect(
      await found({ ...chart, 'r.yaml': release('') }, { 'r.yaml': release(renderer(role('configmaps'))) }),
    ).toEqual(['r.yaml:14 low rbac-widened']);
  });

  test('also where another root gives the declaration', async () => {
    const before = { ...base, 'top/f.yaml': flux(''), 'top/kustomization.yaml': 'resources: [f.yaml]\n' };
    expect(await found(before, { 'top/f.yaml': flux(fluxPatch(binding('sre'))) })).toEqual([]);
    expect(
      await found(before, {
        'top/kustomization.yaml': `resources: [f.yaml]\npatches:\n- patch: |\n${indented(flux(fluxPatch(binding('sre'))), 4)}\n`,
      }),
    ).toEqual([]);
  });

  test('is found once where it widens', async () => {
    expect(await found({ ...base, ...flow }, { 'f.yaml': flux(fluxPatch(role('pods, secrets, configmaps'))) })).toEqual(
      ['f.yaml:13 low rbac-widened'],
    );
    expect(await found({ ...base, ...flow }, { 'f.yaml': flux(fluxPatch(binding('sre', 'dev', 'all'))) })).toEqual([
      'f.yaml:16 critical rbac-widened',
    ]);
  });

  test('stays one where the root is not rendered, or not here', async () => {
    const broken = { ...base, 'k/kustomization.yaml': 'resources: [b.yaml, none.yaml]\n' };
    expect(await found({ ...broken, ...flow }, { 'f.yaml': flux(fluxPatch(binding('sre'))) })).toContain(
      'f.yaml:12 critical rbac-widened',
    );
    const elsewhere = repository.replaceAll('own', 'other').replace(url, 'https://git.example.org/else/where');
    const far = { ...base, 'g.yaml': elsewhere, 'f.yaml': flux('', 'other') };
    expect(await found(far, { 'f.yaml': flux(fluxPatch(binding('sre')), 'other') })).toContain(
      'f.yaml:12 critical rbac-widened',
    );
    const remote = { ...base, 'k/kustomization.yaml': 'resources: [b.yaml, "https://example.org/a//b?ref=v1"]\n' };
    expect(await found({ ...remote, ...flow }, { 'f.yaml': flux(fluxPatch(binding('sre'))) })).toContain(
      'f.yaml:12 critical rbac-widened',
    );
  });

  test('stays one where it meets nothing, or is written elsewhere as well', async () => {
    const other = fluxPatch(binding('sre'), '    target: {kind: ClusterRoleBindings}\n');
    expect(await found({ ...base, ...flow }, { 'f.yaml': flux(other) })).toContain('f.yaml:12 critical rbac-widened');
    const map = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  patches: |\n${indented(binding('sre'), 4)}\n`;
    expect(await found({ ...base, ...flow }, { 'f.yaml': flux(fluxPatch(binding('sre'))), 'm.yaml': map })).toEqual([
      'm.yaml:9 critical rbac-widened',
    ]);
  });
});

(hasTools ? describe : describe.skip)('a label that a declaration of a rendered root gives all', () => {
  const label = '  commonMetadata: {labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}}\n';
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\n';
  const folder = (object: string, resources = 'o.yaml'): Files => ({
    'g.yaml': repository,
    'k/kustomization.yaml': `resources: [${resources}]\n`,
    'k/o.yaml': object,
    'f.yaml': flux(''),
  });

  test('counts for the roles that are in it', async () => {
    expect(await found(folder(map), { 'f.yaml': flux(label) })).toEqual([]);
    expect(await found(folder(clusterRole), { 'f.yaml': flux(label) })).toEqual(['f.yaml:7 critical rbac-widened']);
    const argo = '    kustomize: {commonLabels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}}\n';
    const before = { ...folder(map), 'f.yaml': application('k', '') };
    expect(await found(before, { 'f.yaml': application('k', argo) })).toEqual([]);
  });

  test('is unknown where what it is given to is not all here', async () => {
    const remote = 'o.yaml, "https://example.org/a//b?ref=v1"';
    expect(await found(folder(map, remote), { 'f.yaml': flux(label) })).toEqual(['f.yaml:7 high rbac-widened']);
    expect(await found(folder(map, 'o.yaml, none.yaml'), { 'f.yaml': flux(label) })).toEqual([
      'f.yaml:7 high rbac-widened',
    ]);
  });
});

(hasTools ? describe : describe.skip)('values of a chart that was rendered', () => {
  const rules = '{apiGroups: [""], resources: [secrets], verbs: [get]}';
  const chart: Files = {
    'g.yaml': repository,
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
    'c/values.yaml': `hostNetwork: true\nrbac: {create: true, extraRules: [${rules}]}\n`,
    'c/templates/r.yaml': `${rbac}kind: Role\nmetadata: {name: c}\nrules:\n{{ toYaml .Values.rbac.extraRules }}\n---\n${bound.replace('a, namespace: shop', 'c').replace('name: a}', 'name: c}')}`,
    'c/templates/p.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostNetwork: {{ .Values.hostNetwork }}\n  containers: [{name: a, image: "example.com/a:1.0.0", securityContext: {allowPrivilegeEscalation: false}}]\n',
  };
  const values = (by: number, extra = '') =>
    indented(
      `hostNetwork: true\nignored: {hostNetwork: true}\nrbac:\n  create: true\n  extraRules: [${rules}${extra}]\n`,
      by,
    );
  const wider = ', {apiGroups: [""], resources: [configmaps], verbs: [get]}';
  const map = (stated: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: v, namespace: shop}\ndata:\n  values.yaml: |\n${stated}\n`;
  const from = '  valuesFrom: [{kind: ConfigMap, name: v}]\n';
  const helmfile = (stated: string) => `releases:\n- name: c\n  namespace: shop\n  chart: ./c\n${stated}`;

  test.each<readonly [string, Files, (extra?: string) => Files, number]>([
    [
      'a HelmRelease',
      { 'r.yaml': release('') },
      (extra) => ({ 'r.yaml': release(`  values:\n${values(4, extra)}\n`) }),
      11,
    ],
    [
      'an Application',
      { 'r.yaml': application('c', '') },
      (extra) => ({ 'r.yaml': application('c', `    helm:\n      valuesObject:\n${values(8, extra)}\n`) }),
      15,
    ],
    [
      'values of an Application as text',
      { 'r.yaml': application('c', '') },
      (extra) => ({ 'r.yaml': application('c', `    helm:\n      values: |\n${values(8, extra)}\n`) }),
      15,
    ],
    [
      'a helmfile',
      { 'helmfile.yaml': helmfile('') },
      (extra) => ({ 'helmfile.yaml': helmfile(`  values:\n  -\n${values(4, extra)}\n`) }),
      11,
    ],
    [
      'a ConfigMap',
      { 'r.yaml': release(from), 'v.yaml': map('    a: b') },
      (extra) => ({ 'v.yaml': map(values(4, extra)) }),
      10,
    ],
  ])('are judged as what they make: %s', async (_, before, after, line) => {
    const [file] = Object.keys(after());
    expect(await found({ ...chart, ...before }, after())).toEqual([]);
    expect(await found({ ...chart, ...before }, after(wider))).toEqual([`${file}:${line} low rbac-widened`]);
  });

  test.each(['.Release.IsUpgrade', '.Capabilities.APIVersions.Has "a/v1"', '(lookup "v1" "Namespace" "" "a")'])(
    'are judged as the objects they hold where its output lacks them: a template asks for %s',
    async (condition) => {
      const listed = '{{- range .Values.extra }}\n---\n{{ toYaml . }}\n{{- end }}\n';
      const before = { ...chart, 'c/templates/e.yaml': `{{- if ${condition} }}\n${listed}{{- end }}\n` };
      const stated = `  values:\n    extra:\n    -\n${indented(binding('sre'), 6)}\n`;
      expect(await found({ ...before, 'r.yaml': release('') }, { 'r.yaml': release(stated) })).toEqual([
        'r.yaml:12 critical rbac-widened',
      ]);
    },
  );

  test('of a ConfigMap that others read by its name are judged there too', async () => {
    const grants = (lines: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-rbac-cm, namespace: argocd}\ndata:\n  policy.csv: |\n${indented(lines, 4)}\n`;
    const taking = '  valuesFrom: [{kind: ConfigMap, name: argocd-rbac-cm, valuesKey: policy.csv}]\n';
    const before = {
      ...chart,
      'r.yaml': release(taking).replace('shop', 'argocd'),
      'v.yaml': grants('g, a, role:readonly'),
    };
    const change = {
      'v.yaml': grants('g, a, role:readonly\ng, b, role:admin'),
      'c/values.yaml': `${chart['c/values.yaml']}other: 1\n`,
    };
    expect(await found(before, change)).toEqual(['v.yaml:7 high rbac-widened']);
  });

  test('are judged by name where the chart is elsewhere', async () => {
    const far = 'kind: HelmRepository, name: far';
    const lines = await found(
      { ...chart, 'r.yaml': release('', far) },
      { 'r.yaml': release(`  values:\n${values(4)}\n`, far) },
    );
    expect(lines).toContain('r.yaml:11 critical rbac-widened');
    expect(lines).toContain('r.yaml:7 medium pod-privileges-widened');
    const repo = 'https://git.example.org/else/where';
    const stated = `    helm:\n      valuesObject:\n${values(8)}\n`;
    const before = { ...chart, 'r.yaml': application('c', '', repo) };
    expect(await found(before, { 'r.yaml': application('c', stated, repo) })).toContain(
      'r.yaml:15 critical rbac-widened',
    );
  });

  test('are judged by name where the chart is not built', async () => {
    const broken = { ...chart, 'c/templates/p.yaml': '{{ fail "no" }}\n', 'r.yaml': release('') };
    expect(await found(broken, { 'r.yaml': release(`  values:\n${values(4)}\n`) })).toContain(
      'r.yaml:11 critical rbac-widened',
    );
    const dependent = {
      ...chart,
      'c/Chart.yaml': `${chart['c/Chart.yaml']}dependencies: [{name: d, version: 1.0.0, repository: "https://example.org"}]\n`,
    };
    expect(
      await found({ ...dependent, 'r.yaml': release('') }, { 'r.yaml': release(`  values:\n    d:\n${values(6)}\n`) }),
    ).toContain('r.yaml:12 critical rbac-widened');
  });

  test('of a ConfigMap are judged by name where a chart from elsewhere takes them too', async () => {
    const other = release(from, 'kind: HelmRepository, name: far').replace('name: c,', 'name: d,');
    const before = { ...chart, 'r.yaml': release(from), 'd.yaml': other, 'v.yaml': map('    a: b') };
    const lines = await found(before, { 'v.yaml': map(values(4)) });
    expect(lines).toContain('v.yaml:10 critical rbac-widened');
    expect(lines).toContain('v.yaml:6 high pod-privileges-widened');
  });
});

(hasTools ? describe : describe.skip)('a file that a rendered root and one that is not rendered take in', () => {
  test('is judged in both forms, and each finding is there once', async () => {
    const source = (verify: string) =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: o, namespace: flux-system}\nspec:\n  interval: 1m\n  url: oci://example.org/o\n${verify}  ref: {tag: v1.0.0}\n`;
    const before = {
      'k/kustomization.yaml': 'resources: [s.yaml]\n',
      'k/s.yaml': source('  verify: {provider: cosign}\n'),
      'broken/kustomization.yaml': 'resources: [../k/s.yaml, none.yaml]\n',
    };
    expect(await found(before, { 'k/s.yaml': source('') })).toEqual(['k/s.yaml:4 high deploy-authority-widened']);
  });
});
