import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/values.yaml': 'x: false\n' };

/** An object with annotations. */
const withAnnotations = (object: string, annotations: string) =>
  object.replace('metadata: {', `metadata: {annotations: {${annotations}}, `);
const networkPolicy =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: np, namespace: shop}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\n';
const webhook =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- name: w.example.org\n  failurePolicy: Fail\n  sideEffects: None\n  admissionReviewVersions: [v1]\n  clientConfig: {url: "https://w.example.org"}\n  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]\n';
const falco =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: falco, namespace: falco}\ndata:\n  rules.yaml: |\n    - rule: S\n      desc: d\n      condition: evt.type = execve\n      output: o\n      priority: WARNING\n';
const alerts =
  'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: p, namespace: mon}\nspec:\n  groups:\n  - name: g\n    rules:\n    - {alert: A, expr: up == 0, labels: {severity: critical}}\n';
const namespace =
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: shop}\n';

const protections: readonly (readonly [string, string, string])[] = [
  ['a network policy', networkPolicy, 'high network-widened'],
  ['a webhook', webhook, 'high admission-weakened'],
  ['a rule of Falco', falco, 'high audit-lowered'],
  ['an alert', alerts, 'medium monitoring-removed'],
  ['a namespace', namespace, 'high pod-security-lowered'],
];

const judge = (path: string, before: string, after: string, usesTools: boolean, more = {}) =>
  judgeChange({ ...chart, ...more, [path]: before }, { [path]: after }, { usesTools });
const found = async (...asked: Parameters<typeof judge>) => {
  const { lines } = await judge(...asked);
  const counting = lines.filter((line) => !/ (?:low|delivery-changed)/.test(line));
  return [...new Set(counting.map((line) => line.replace(/^\S+ /, '')))];
};

describe.each([false, ...(hasTools ? [true] : [])])('with helm: %s', (usesTools) => {
  test.each(protections)('of a chart: %s', async (_, object, expected) => {
    const after = withAnnotations(object, 'helm.sh/hook: test');
    expect(await found('c/templates/x.yaml', object, after, usesTools)).toEqual([expected]);
  });

  test.each(['pre-install', '"pre-delete,post-delete"', 'crd-install'])('with the hook %s', async (hook) => {
    const after = withAnnotations(networkPolicy, `helm.sh/hook: ${hook}`);
    expect(await found('c/templates/x.yaml', networkPolicy, after, usesTools)).toEqual(['high network-widened']);
  });

  test('under a HelmRelease', async () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: r, namespace: shop}\nspec:\n  chart:\n    spec: {chart: ./c, sourceRef: {kind: GitRepository, name: flux-system}}\n';
    const after = withAnnotations(networkPolicy, 'helm.sh/hook: test');
    expect(await found('c/templates/x.yaml', networkPolicy, after, usesTools, { 'f/r.yaml': release })).toEqual([
      'high network-widened',
    ]);
  });

  test('that only an upgrade makes one', async () => {
    const metadata = '{{- if .Release.IsUpgrade }}\n  annotations: {helm.sh/hook: test}\n{{- end }}\n';
    const [before, after] = ['', metadata].map((lines) =>
      networkPolicy.replace(
        'metadata: {name: np, namespace: shop}\n',
        `metadata:\n  name: np\n  namespace: shop\n${lines}`,
      ),
    ) as [string, string];
    expect(await found('c/templates/x.yaml', before, after, usesTools)).toEqual(['high network-widened']);
  });

  test('keeps being judged as new', async () => {
    const job =
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: j, namespace: shop, annotations: {helm.sh/hook: post-install}}\nspec:\n  template:\n    spec:\n      containers: [{name: j, image: x, securityContext: {privileged: true}}]\n';
    const lines = await found('c/templates/j.yaml', '', job, usesTools);
    expect(lines).toContain('high pod-privileges-widened');
  });
});

test.each(protections)('of a plain manifest: %s', async (_, object, expected) => {
  for (const hook of [
    'PostDelete',
    'SyncFail',
    'PreSync',
    '"Sync", argocd.argoproj.io/hook-delete-policy: HookSucceeded',
  ]) {
    const after = withAnnotations(object, `argocd.argoproj.io/hook: ${hook}`);
    expect(await found('a/x.yaml', object, after, false)).toEqual([expected]);
  }
});

test('a namespace whose pods are in another file', async () => {
  const [own = '', map = ''] = namespace.split('---\n');
  const after = withAnnotations(own, 'argocd.argoproj.io/hook: PostDelete');
  expect(await found('a/x.yaml', own, after, false, { 'a/m.yaml': map })).toEqual(['high pod-security-lowered']);
});

test('says why', async () => {
  const after = withAnnotations(networkPolicy, 'argocd.argoproj.io/hook: PostDelete');
  const { evidence } = await judge('a/x.yaml', networkPolicy, after, false);
  expect(evidence.otherwise?.map(({ note }) => note)).toEqual([expect.stringContaining('is deleted')]);
});

const asTest = (object: string) => withAnnotations(object, 'helm.sh/hook: test');
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {type: LoadBalancer, selector: {a: b}, ports: [{port: 80}]}\n';

test.each<[string, string, string]>([
  ['helm keeps it', networkPolicy, withAnnotations(networkPolicy, 'helm.sh/resource-policy: keep')],
  [
    'helm kept it before',
    withAnnotations(networkPolicy, 'helm.sh/resource-policy: keep'),
    withAnnotations(networkPolicy, 'helm.sh/resource-policy: keep, helm.sh/hook: test'),
  ],
  ['it was one', asTest(networkPolicy), withAnnotations(asTest(networkPolicy), 'a: b')],
  ['it is one no longer', asTest(networkPolicy), networkPolicy],
  ['a new one', 'a: b\n', asTest(networkPolicy)],
  ['it is only skipped', networkPolicy, withAnnotations(networkPolicy, 'argocd.argoproj.io/hook: Skip')],
  ['it is run along', networkPolicy, withAnnotations(networkPolicy, 'argocd.argoproj.io/hook: Sync')],
  ['it keeps nothing out', service, asTest(service)],
])('silent: %s', async (_, before, after) => {
  expect(await found('c/templates/x.yaml', before, after, false)).toEqual([]);
});
