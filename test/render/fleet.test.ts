import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const chart = {
  'b/ch/Chart.yaml': 'apiVersion: v2\nname: ch\nversion: 1.0.0\n',
  'b/ch/values.yaml': 'loose: false\nport: 80\n',
  'b/ch/templates/d.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n      - name: web\n        image: registry.example.org/web:1\n        ports: [{containerPort: {{ .Values.port }}}]\n        securityContext:\n          privileged: {{ .Values.loose }}\n',
};
const policy = (rest: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: np, namespace: shop}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n${rest}`;
const pod = (isPrivileged: boolean) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec:\n  containers: [{name: p, image: "x:1", securityContext: {privileged: ${isPrivileged}}}]\n`;
const open = '  ingress: [{}]\n';
const bundle = (values: string, rest = '') => `helm:\n  chart: ./ch\n  values: {${values}}\n${rest}`;
const customized = (options: string) => `targetCustomizations:\n- name: prod\n  clusterSelector: {}\n${options}`;

const found = async (before: Files, after: Files, usesTools: boolean) => {
  const { lines } = await judgeChange(before, after, { usesTools });
  return lines.filter((line) => !/ low /.test(line));
};

const withHelm = hasTools ? describe : describe.skip;

withHelm('a chart of a bundle', () => {
  test('with other values', async () => {
    const base = { ...chart, 'b/fleet.yaml': bundle('loose: false') };
    expect(await found(base, { 'b/fleet.yaml': bundle('loose: true') }, true)).toEqual([
      'b/fleet.yaml:3 critical pod-privileges-widened',
    ]);
    expect(await found(base, { 'b/fleet.yaml': bundle('port: 8080') }, true)).toEqual([]);
  });

  test('with another file of values, which wins', async () => {
    const base = {
      ...chart,
      'b/v.yaml': 'loose: false\n',
      'b/fleet.yaml': bundle('loose: false', '  valuesFiles: [v.yaml]\n'),
    };
    expect(await found(base, { 'b/v.yaml': 'loose: true\n' }, true)).toEqual([
      'b/v.yaml:1 critical pod-privileges-widened',
    ]);
    expect(await found(base, { 'b/fleet.yaml': bundle('loose: true', '  valuesFiles: [v.yaml]\n') }, true)).toEqual([]);
  });

  test('with values for some clusters, which lie over the others', async () => {
    const base = { ...chart, 'b/fleet.yaml': bundle('port: 80') };
    const loose = bundle('port: 80', customized('  helm: {values: {loose: true}}\n'));
    expect(await found(base, { 'b/fleet.yaml': loose }, true)).toEqual([
      'b/fleet.yaml:7 critical pod-privileges-widened',
    ]);
    const strict = {
      ...chart,
      'b/fleet.yaml': bundle('loose: true', customized('  helm: {values: {loose: false}}\n')),
    };
    expect(await found(strict, { 'b/fleet.yaml': bundle('loose: true') }, true)).toHaveLength(1);
  });

  test('with another template', async () => {
    const base = { ...chart, 'b/fleet.yaml': bundle('loose: true') };
    const template = chart['b/ch/templates/d.yaml'].replace('privileged: {{ .Values.loose }}', 'privileged: false');
    const before = { ...base, 'b/ch/templates/d.yaml': template };
    const lines = await found(before, { 'b/ch/templates/d.yaml': chart['b/ch/templates/d.yaml'] }, true);
    expect(lines).toEqual(['b/ch/templates/d.yaml:14 critical pod-privileges-widened']);
  });

  test('of its own folder', async () => {
    const own = Object.fromEntries(Object.entries(chart).map(([path, text]) => [path.replace('/ch/', '/'), text]));
    const base = { ...own, 'b/fleet.yaml': 'helm: {values: {loose: false}}\n' };
    expect(await found(base, { 'b/fleet.yaml': 'helm: {values: {loose: true}}\n' }, true)).toEqual([
      'b/fleet.yaml:1 critical pod-privileges-widened',
    ]);
  });
});

describe.each([false, ...(hasTools ? [true] : [])])('with helm: %s', (usesTools) => {
  test.each([
    ['templates of Fleet', bundle(`loose: "$\{ .ClusterLabels.loose }"`)],
    ['the cluster', bundle('port: 80', '  valuesFrom: [{configMapKeyRef: {name: v, namespace: shop}}]\n')],
    ['templates of their own', bundle('port: 80', '  templateValues: {loose: "true"}\n')],
  ])('values from %s are not judged, which is said', async (_, text) => {
    const base = { ...chart, 'b/fleet.yaml': bundle('port: 80') };
    expect(await found(base, { 'b/fleet.yaml': text }, usesTools)).toContainEqual(
      expect.stringMatching(/^b\/fleet\.yaml:\d+ high unreadable-manifest$/),
    );
  });

  test('a patch of an overlay is not judged, which is said', async () => {
    const base = {
      'b/np.yaml': policy(''),
      'b/fleet.yaml': 'namespace: shop\n',
      'b/overlays/prod/np_patch.yaml': policy(open),
    };
    const after = { 'b/fleet.yaml': `namespace: shop\n${customized('  yaml: {overlays: [prod]}\n')}` };
    expect(await found(base, after, usesTools)).toContainEqual(
      expect.stringMatching(/^b\/fleet\.yaml:\d+ high unreadable-manifest$/),
    );
  });

  test('a fleet.yaml that cannot be read', async () => {
    const base = { ...chart, 'b/fleet.yaml': bundle('loose: false') };
    expect(await found(base, { 'b/fleet.yaml': 'helm: {\n' }, usesTools)).toContainEqual(
      expect.stringMatching(/^b\/fleet\.yaml:\d+ high unreadable-manifest$/),
    );
  });

  test('manifests that an overlay for some clusters replaces', async () => {
    const base = {
      'b/np.yaml': policy(''),
      'b/fleet.yaml': 'namespace: shop\n',
      'b/overlays/prod/np.yaml': policy(open),
    };
    const withOverlay = `namespace: shop\n${customized('  yaml: {overlays: [prod]}\n')}`;
    const lines = await found(base, { 'b/fleet.yaml': withOverlay }, usesTools);
    expect(lines).toEqual([expect.stringMatching(/high network-widened$/)]);
    const strict = { 'b/d.yaml': pod(true), 'b/fleet.yaml': withOverlay, 'b/overlays/prod/d.yaml': pod(false) };
    expect(await found(strict, { 'b/fleet.yaml': 'namespace: shop\n' }, usesTools)).toEqual([
      expect.stringMatching(/critical pod-privileges-widened$/),
    ]);
    expect(await found(base, { 'b/fleet.yaml': 'namespace: other\n' }, usesTools)).toEqual([]);
  });
});

(hasTools ? test : test.skip)('a kustomization of a bundle', async () => {
  const base = {
    'b/base/kustomization.yaml': 'resources: [p.yaml]\n',
    'b/base/p.yaml': pod(false),
    'b/prod/kustomization.yaml':
      'resources: [../base]\npatches:\n- target: {kind: Pod}\n  patch: |\n    - {op: replace, path: /spec/containers/0/securityContext/privileged, value: true}\n',
    'b/fleet.yaml': 'kustomize: {dir: base}\n',
  };
  const after = { 'b/fleet.yaml': `kustomize: {dir: base}\n${customized('  kustomize: {dir: prod}\n')}` };
  expect(await found(base, after, true)).toEqual([expect.stringMatching(/critical pod-privileges-widened$/)]);
  // Without kustomize nobody knows what another folder gives.
  expect(await found(base, after, false)).toEqual(['b/fleet.yaml:3 high unreadable-manifest']);
});

test('values that reach permissions are not judged without helm, which is said', async () => {
  const role =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules:\n- apiGroups: [""]\n  resources: [{{ .Values.what }}]\n  verbs: [get]\n';
  const base = { ...chart, 'b/ch/templates/r.yaml': role, 'b/fleet.yaml': bundle('what: pods') };
  expect(await found(base, { 'b/fleet.yaml': bundle('what: secrets') }, false)).toContainEqual(
    expect.stringMatching(/^b\/fleet\.yaml:3 high unreadable-manifest$/),
  );
});
