import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/values.yaml': 'x: false\n' };
const guarded = (condition: string, lines: string, otherwise = '') =>
  `{{- if ${condition} }}\n${lines}${otherwise === '' ? '' : `{{- else }}\n${otherwise}`}{{- end }}\n`;
const upgrade = '.Release.IsUpgrade';

const found = async (before: string, after: string, usesTools: boolean, more = {}) => {
  const files = { ...chart, ...more };
  const judged = await judgeChange(
    { ...files, 'c/templates/x.yaml': before },
    { 'c/templates/x.yaml': after },
    { usesTools },
  );
  return judged.lines.filter((line) => !/ (?:low|delivery-changed)/.test(line));
};

const policy = (group: string, kind: string, spec: string) =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: np, namespace: shop}\nspec:\n${spec}`;
const networkPolicy = policy(
  'networking.k8s.io/v1',
  'NetworkPolicy',
  '  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n  - from: [{podSelector: {matchLabels: {app: gw}}}]\n',
);
const service = policy('v1', 'Service', '  selector: {app: web}\n  ports: [{port: 80}]\n');
const argocd = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: argocd}\ndata:\n  a: b\n';
const falco =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: falco, namespace: falco}\ndata:\n  rules.yaml: |\n    - rule: S\n      desc: d\n      condition: evt.type = execve\n      output: o\n      priority: WARNING\n';
const constraint =
  'apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sPSPPrivilegedContainer\nmetadata: {name: g}\nspec:\n  match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}\n';
const namespace =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n';
const webhook =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- name: w.example.org\n  failurePolicy: Fail\n  sideEffects: None\n  admissionReviewVersions: [v1]\n  clientConfig: {url: "https://w.example.org"}\n  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]\n';
const alerts =
  'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: p, namespace: mon}\nspec:\n  groups:\n  - name: g\n    rules:\n    - {alert: A, expr: up == 0, labels: {severity: critical}}\n';
const cilium = policy(
  'cilium.io/v2',
  'CiliumNetworkPolicy',
  '  endpointSelector: {}\n  ingress:\n  - fromEndpoints: [{matchLabels: {app: gw}}]\n',
);

const deployment =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: web, image: "{{ .Chart.Name }}:1"}]}\n';

/** An object, the line that weakens it, and the rule that says so. */
const objects: readonly (readonly [string, string, string])[] = [
  [networkPolicy, '  - {}\n', 'high network-widened'],
  [cilium, '  - fromEntities: [world]\n', 'high network-widened'],
  [service, '  externalIPs: [1.2.3.4]\n', 'high network-widened'],
  [service, '  type: LoadBalancer\n', 'high network-widened'],
  [argocd, '  exec.enabled: "true"\n', 'high deploy-authority-widened'],
  [falco, '      enabled: false\n', 'high audit-lowered'],
  [constraint, '  enforcementAction: dryrun\n', 'high admission-weakened'],
];

/** Objects that keep something out by being there. */
const protections: readonly (readonly [string, string, string])[] = [
  ['a network policy', networkPolicy, 'high network-widened'],
  ['a policy of Cilium', cilium, 'high network-widened'],
  ['a constraint', constraint, 'high admission-weakened'],
  ['a webhook', webhook, 'high admission-weakened'],
  ['a rule of Falco', falco, 'high audit-lowered'],
  ['an alert', alerts, 'medium monitoring-removed'],
];

const said = (lines: readonly string[]) => [...new Set(lines.map((line) => line.replace(/^\S+ /, '')))];

describe.each([false, ...(hasTools ? [true] : [])])('with helm: %s', (usesTools) => {
  test.each(objects)('what an upgrade adds: %#', async (object, line, expected) => {
    expect(said(await found(object, object + guarded(upgrade, line), usesTools))).toEqual([expected]);
  });

  test.each(objects)(
    'what a branch that helm does not render says, in place of another: %#',
    async (object, line, expected) => {
      const lines = await found(object, guarded(upgrade, object + line, object), usesTools);
      expect(said(lines)).toEqual([expected]);
    },
  );

  test.each(protections)('what is only there on an installation: %s', async (_, object, expected) => {
    expect(said(await found(object, guarded('.Release.IsInstall', object), usesTools))).toEqual([expected]);
  });

  test.each([
    'not (lookup "v1" "Namespace" "" "kube-system")',
    'eq .Release.Name .Chart.Name',
    'lt (now | unixEpoch | int64) 1900000000',
  ])('what is only there where %s', async (condition) => {
    expect(said(await found(networkPolicy, guarded(condition, networkPolicy), usesTools))).toEqual([
      'high network-widened',
    ]);
  });

  test('a namespace that is only there on an installation', async () => {
    const both = (labels: string) => `${labels}---\n${service}`;
    expect(said(await found(both(namespace), both(guarded('.Release.IsInstall', namespace)), usesTools))).toEqual([
      'high pod-security-lowered',
    ]);
  });

  test('one cause is one finding', async () => {
    const rules = `${falco}      enabled: false\n`;
    expect(await found(falco, guarded(upgrade, rules, falco), usesTools)).toEqual([
      expect.stringMatching(/:\d+ high audit-lowered$/),
    ]);
  });

  test('what a map grants on an upgrade', async () => {
    const map = (role: string) => `${argocd.replace('argocd-cm', 'argocd-rbac-cm')}  policy.default: ${role}\n`;
    const lines = await found(map('""'), guarded(upgrade, map('role:admin'), map('""')), usesTools);
    expect(said(lines)).toContain('high rbac-widened');
  });

  test('what protects the pods of another template', async () => {
    const more = { 'c/templates/d.yaml': deployment };
    const lines = await found(networkPolicy, guarded('.Release.IsInstall', networkPolicy), usesTools, more);
    expect(said(lines)).toEqual(['high network-widened']);
    const opened = await found(networkPolicy, `${networkPolicy}${guarded(upgrade, '  - {}\n')}`, usesTools, more);
    expect(said(opened)).toEqual(['high network-widened']);
    const labels = await found(namespace, guarded('.Release.IsInstall', namespace), usesTools, more);
    expect(said(labels)).toEqual(['high pod-security-lowered']);
  });

  test('a value that is chosen by it', async () => {
    const kind = (type: string) => `${service}  type: ${type}\n`;
    const chosen = kind(`{{ ternary "LoadBalancer" "ClusterIP" ${upgrade} }}`);
    expect(said(await found(kind('ClusterIP'), chosen, usesTools))).toEqual(['high network-widened']);
    const stated = `${argocd}  exec.enabled: {{ ${upgrade} | quote }}\n`;
    expect(said(await found(argocd, stated, usesTools))).toEqual(['high deploy-authority-widened']);
  });

  test('under a HelmRelease', async () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: r, namespace: shop}\nspec:\n  chart:\n    spec: {chart: ./c, sourceRef: {kind: GitRepository, name: flux-system}}\n';
    const lines = await found(networkPolicy, guarded('.Release.IsInstall', networkPolicy), usesTools, {
      'f/r.yaml': release,
    });
    expect(said(lines)).toEqual(['high network-widened']);
  });

  test.each<[string, string, string]>([
    ['both branches say the same', networkPolicy, guarded(upgrade, networkPolicy, networkPolicy)],
    [
      'more is kept out on an upgrade',
      networkPolicy,
      guarded(upgrade, networkPolicy.replace(/ {2}ingress:[\s\S]*$/, ''), networkPolicy),
    ],
    [
      'it was so before',
      guarded('.Release.IsInstall', networkPolicy),
      `${guarded('.Release.IsInstall', networkPolicy)}# more\n`,
    ],
    ['it was looser before', `${networkPolicy}  - {}\n`, networkPolicy + guarded(upgrade, '  - {}\n')],
    ['a protection that only an upgrade brings', 'a: b\n', guarded(upgrade, networkPolicy)],
    ['a label', networkPolicy, networkPolicy.replace('{name: np,', `{name: np, labels: {a: "{{ .Release.Name }}"},`)],
    [
      'the version of an API',
      networkPolicy,
      networkPolicy.replace(
        'apiVersion: networking.k8s.io/v1\n',
        guarded(
          '.Capabilities.APIVersions.Has "networking.k8s.io/v1"',
          'apiVersion: networking.k8s.io/v1\n',
          'apiVersion: extensions/v1beta1\n',
        ),
      ),
    ],
  ])('silent: %s', async (_, before, after) => {
    expect(await found(before, after, usesTools)).toEqual([]);
  });
});

(hasTools ? describe : describe.skip)(
  'what a named template gives where a chart is installed is not judged, which is said',
  () => {
    const define = (lines: string) => `{{- define "c.more" }}\n${lines}{{- end }}\n`;
    const foundIn = async (object: string, before: string, after: string) => {
      const files = { ...chart, 'c/templates/x.yaml': object, 'c/templates/_h.tpl': define(before) };
      const { lines } = await judgeChange(files, { 'c/templates/_h.tpl': define(after) });
      return lines.filter((line) => !/ low /.test(line));
    };
    test.each<[string, string, string]>([
      ['what it gives', `${networkPolicy}{{- include "c.more" . }}\n`, guarded(upgrade, '  - {}\n')],
      ['what it decides', networkPolicy + guarded('include "c.more" .', '  - {}\n'), guarded(upgrade, 'true\n')],
    ])('%s', async (_, object, after) => {
      expect(await foundIn(object, '', after)).toEqual(['c/templates/_h.tpl:2 high unreadable-manifest']);
    });
    test('but a whole object in one is', async () => {
      const lines = await foundIn(
        '{{- include "c.more" . }}\n',
        networkPolicy,
        guarded('.Release.IsInstall', networkPolicy),
      );
      expect(said(lines)).toEqual(['high network-widened']);
    });
    const metadata = 'metadata: {name: np, namespace: shop}';
    test.each<[string, string, string]>([
      ['a name', networkPolicy.replace(metadata, 'metadata:\n  name: {{ include "c.more" . }}'), ''],
      [
        'labels',
        networkPolicy.replace(metadata, 'metadata:\n  name: np\n  labels: {{- include "c.more" . | nindent 4 }}'),
        'a: ',
      ],
      [
        'an ordinary object',
        'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\nspec:\n  schedule: {{ include "c.more" . }}\n',
        '',
      ],
    ])('nor is said of %s', async (_, object, key) => {
      const given = (text: string) => `${key}${text}\n`;
      expect(await foundIn(object, given('b'), guarded(upgrade, given('c'), given('b')))).toEqual([]);
    });
  },
);
