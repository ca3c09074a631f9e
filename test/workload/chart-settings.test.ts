import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

const rules = ['admission-weakened', 'network-widened', 'audit-lowered', 'monitoring-removed'];

/** What is said of a change, each as severity, rule, line and message. */
async function said(before: string, after: string): Promise<readonly string[]> {
  const side = (text: string) => folderOf({ 'clusters/a/x.yaml': text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  const found = findingsOf(evidence).filter(({ rule }) => rules.includes(rule));
  return found.map(({ severity, rule, position, message }) => `${severity} ${rule} ${position?.line} ${message}`);
}

type Carrier = (chart: string, values: string) => string;
const source = 'sourceRef: {kind: HelmRepository, name: r}';
const helmRelease: Carrier = (chart, values) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a, namespace: system}\nspec:\n  chart: {spec: {chart: ${chart}, version: 1.0.0, ${source}}}\n  values: ${values}\n`;
const carriers: Readonly<Record<string, Carrier>> = {
  HelmRelease: helmRelease,
  Application: (chart, values) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec:\n  source:\n    repoURL: https://charts.example.org\n    chart: ${chart}\n    targetRevision: 1.0.0\n    helm:\n      valuesObject: ${values}\n`,
  'text of an Application': (chart, values) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec:\n  source:\n    repoURL: https://charts.example.org\n    chart: ${chart}\n    targetRevision: 1.0.0\n    helm:\n      values: |\n        ${values}\n`,
  HelmChart: (chart, values) =>
    `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: a, namespace: kube-system}\nspec:\n  repo: https://charts.example.org\n  chart: ${chart}\n  valuesContent: |\n    ${values}\n`,
  helmfile: (chart, values) =>
    `releases:\n- name: a\n  namespace: system\n  chart: repo/${chart}\n  values:\n  - ${values}\n`,
};

type Row = readonly [chart: string, before: string, after: string, ...parts: string[]];

const weakened: readonly Row[] = [
  [
    'kyverno-policies',
    '{validationFailureAction: Enforce}',
    '{validationFailureAction: Audit}',
    'high admission-weakened',
  ],
  ['cilium', '{policyEnforcementMode: always}', '{policyEnforcementMode: never}', 'high network-widened'],
  ['podinfo', '{networkPolicy: {enabled: true}}', '{networkPolicy: {enabled: false}}', 'high network-widened'],
  ['tetragon', '{a: b}', '{tetragon: {enabled: false}}', 'high audit-lowered'],
  ['kube-prometheus-stack', '{a: b}', '{defaultRules: {create: false}}', 'medium monitoring-removed'],
];

describe.each(Object.entries(carriers))('values of a chart in %s', (_carrier, carry) => {
  test.each(weakened)('%s', async (chart, before, after, part) => {
    expect(await said(carry(chart, before), carry(chart, after))).toEqual([expect.stringContaining(part ?? '')]);
    expect(await said(carry(chart, after), carry(chart, before))).toEqual([]);
  });
});

test.each<Row>([
  [
    'kyverno-policies',
    '{validationFailureAction: Enforce}',
    '{a: b}',
    'high admission-weakened 6 HelmRelease system/a has the policies of its chart no longer refuse anything (validationFailureAction: not stated any more).',
  ],
  ['kyverno-policies', '{validationFailureAction: enforce}', '{validationFailureAction: Enforce}'],
  [
    'kyverno-policies',
    '{validationFailureAction: Enforce}',
    '{validationFailureAction: enforce}',
    'high admission-weakened',
  ],
  [
    'kyverno-policies',
    '{podSecurityStandard: baseline}',
    '{podSecurityStandard: Baseline}',
    'high admission-weakened 6 HelmRelease system/a has fewer policies of Pod Security (podSecurityStandard: Baseline).',
  ],
  [
    'kyverno-policies',
    '{validationFailureActionByPolicy: {x: Enforce}}',
    '{validationFailureActionByPolicy: {x: Audit}}',
    'high admission-weakened 6 HelmRelease system/a has a policy of its chart no longer refuse anything (validationFailureActionByPolicy.x: Audit).',
  ],
  [
    'kyverno-policies',
    '{podSecurityStandard: restricted}',
    '{podSecurityStandard: baseline}',
    'high admission-weakened',
  ],
  ['kyverno-policies', '{a: b}', '{podSecurityStandard: privileged}', 'high admission-weakened'],
  [
    'kyverno-policies',
    '{podSecurityStandard: restricted}',
    '{podSecurityStandard: "{{ .level }}"}',
    'medium admission-weakened 6 HelmRelease system/a perhaps has fewer policies',
  ],
  ['gatekeeper', '{a: b}', '{disableValidatingWebhook: true}', 'high admission-weakened'],
  [
    'gatekeeper',
    '{a: b}',
    '{controllerManager: {disableWebhookOperation: true}}',
    'high admission-weakened 6 HelmRelease system/a runs nothing that refuses',
  ],
  [
    'gatekeeper',
    '{validatingWebhookFailurePolicy: Fail}',
    '{validatingWebhookFailurePolicy: Ignore}',
    'high admission-weakened',
  ],
  ['gatekeeper', '{a: b}', '{validatingWebhookFailurePolicy: Ignore}'],
  ['kyverno', '{a: b}', '{features: {forceFailurePolicyIgnore: {enabled: true}}}', 'high admission-weakened'],
  [
    'kyverno',
    '{admissionController: {replicas: 3}}',
    '{admissionController: {replicas: 0}}',
    'high admission-weakened',
  ],
  ['cilium', '{a: b}', '{policyAuditMode: true}', 'high network-widened'],
  ['podinfo', '{a: b}', '{policyAuditMode: true}'],
  [
    'cilium',
    '{a: b}',
    '{k8sNetworkPolicy: {enabled: false}}',
    'high network-widened 6 HelmRelease system/a enforces no NetworkPolicies (k8sNetworkPolicy.enabled: false).',
  ],
  ['cilium', '{k8sNetworkPolicy: {enabled: true}}', '{a: b}'],
  [
    'kube-prometheus-stack',
    '{a: b}',
    '{defaultRules: {disabled: {KubeAPIDown: true}}}',
    'medium monitoring-removed 6 HelmRelease system/a has fewer alerts of its chart (defaultRules.disabled.KubeAPIDown: true).',
  ],
  ['kube-prometheus-stack', '{a: b}', '{defaultRules: {disabled: {KubeAPIDown: false}}}'],
  [
    'podinfo',
    '{web: {service: {type: ClusterIP}}}',
    '{web: {service: {type: LoadBalancer}}}',
    'high network-widened 6 HelmRelease system/a lets its Service be reached from outside the cluster (web.service.type: LoadBalancer).',
  ],
  ['podinfo', '{service: {main: {type: ClusterIP}}}', '{service: {main: {type: NodePort}}}', 'high network-widened'],
  [
    'podinfo',
    '{a: b}',
    '{service: {type: LoadBalancer}}',
    'medium network-widened 6 HelmRelease system/a perhaps lets',
  ],
  ['podinfo', '{service: {type: LoadBalancer}}', '{service: {type: LoadBalancer}, a: b}'],
  ['podinfo', '{networkPolicy: {enabled: true}}', '{a: b}', 'medium network-widened'],
  ['podinfo', '{networkPolicy: {enabled: false}}', '{a: b}'],
])('%s: %s becomes %s', async (chart, before, after, ...parts) => {
  const wanted = parts.map((part) => expect.stringContaining(part));
  expect(await said(helmRelease(chart, before), helmRelease(chart, after))).toEqual(wanted);
});

test('a new release, and one of another chart, are silent', async () => {
  const loose = '{networkPolicy: {enabled: false}}';
  expect(await said('', helmRelease('podinfo', loose))).toEqual([]);
  expect(await said(helmRelease('podinfo', '{networkPolicy: {enabled: true}}'), helmRelease('other', loose))).toEqual(
    [],
  );
});
