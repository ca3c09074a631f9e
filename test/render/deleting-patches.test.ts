import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const found = async (before: Record<string, string>, after: Record<string, string | undefined>) => {
  const { lines, messages } = await judgeChange(before, after, { usesTools: false });
  return lines.map((line, index) => `${line}: ${messages[index]}`);
};

const network = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress]}
`;
const binding = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: strict}
spec: {policyName: strict, validationActions: [Deny]}
`;
const webhook = (name: string) => `- name: ${name}.acme.io
  failurePolicy: Fail
  clientConfig: {service: {name: guard, namespace: guard}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
`;
const webhooks = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: guard}
webhooks:
${webhook('first')}${webhook('second')}`;
const kyverno = `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: strict}
spec:
  validationFailureAction: Enforce
  rules:
  - name: no-host
    match: {any: [{resources: {kinds: [Pod]}}]}
    validate: {message: no, pattern: {spec: {=(hostPID): false}}}
`;
const alerts = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: audit, namespace: monitoring}
spec: {groups: [{name: a, rules: [{alert: SecretRead, expr: 'rate(apiserver_audit_event_total[5m]) > 0', labels: {severity: critical}}]}]}
`;
const authorization = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: deny, namespace: shop}
spec: {action: DENY, rules: [{from: [{source: {namespaces: [other]}}]}]}
`;
const project = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: default, namespace: argocd}
spec: {}
`;

const head = (object: string) => `${object.split('\n').slice(0, 3).join('\n')}\n`;
const deletes = (object: string) => `${head(object)}$patch: delete\n`;
const indented = (text: string) => text.replace(/^(?=.)/gm, '    ');
const kustomization = 'resources: [../base]\n';
const inline = (text: string, target = '') =>
  `${kustomization}patches:\n- patch: |-\n${indented(text)}${target === '' ? '' : `  target: ${target}\n`}`;
const over = (object: string) => ({
  'base/kustomization.yaml': 'resources: [p.yaml]\n',
  'base/p.yaml': object,
  'k/kustomization.yaml': kustomization,
});

const released =
  'network-widened: All pods of namespace shop can now be reached from anywhere: NetworkPolicy shop/deny is gone.';
const gone = 'admission-weakened: ValidatingAdmissionPolicyBinding strict is gone, and with it what it refused.';

test.each([
  ['NetworkPolicy', network, `high ${released}`],
  ['ValidatingAdmissionPolicyBinding', binding, `high ${gone}`],
  [
    'ValidatingWebhookConfiguration',
    webhooks,
    'high admission-weakened: ValidatingWebhookConfiguration guard is gone, and with it what its webhooks refused or changed.',
  ],
  ['ClusterPolicy', kyverno, 'high admission-weakened: ClusterPolicy strict is gone, and with it what it refused.'],
  [
    'PrometheusRule',
    alerts,
    'medium monitoring-removed: PrometheusRule monitoring/audit no longer has the alert SecretRead.',
  ],
  [
    'AuthorizationPolicy',
    authorization,
    'high network-widened: AuthorizationPolicy shop/deny is gone, and with it what it denied.',
  ],
  [
    'AppProject',
    project,
    'high deploy-authority-widened: AppProject argocd/default is gone: Argo CD makes it anew, and then it allows everything, from every repository into every namespace.',
  ],
])('a new patch that deletes a %s of an unchanged base', async (_, object, line) => {
  const before = over(object);
  expect(await found(before, { 'k/kustomization.yaml': inline(deletes(object)) })).toEqual([
    `k/kustomization.yaml:4 ${line}`,
  ]);
  const file = { 'k/d.yaml': deletes(object) };
  expect(
    await found(before, { ...file, 'k/kustomization.yaml': `${kustomization}patches: [{path: d.yaml}]\n` }),
  ).toEqual([`k/d.yaml:1 ${line}`]);
  const near = { 'k/kustomization.yaml': 'resources: [p.yaml]\n', 'k/p.yaml': object };
  expect(
    await found(near, { ...file, 'k/kustomization.yaml': 'resources: [p.yaml]\npatchesStrategicMerge: [d.yaml]\n' }),
  ).toEqual([`k/d.yaml:1 ${line}`]);
});

test('a patch that deletes what its target names', async () => {
  const patch = inline('apiVersion: x\nkind: X\nmetadata: {name: x}\n$patch: delete\n', '{kind: NetworkPolicy}');
  expect(await found(over(network), { 'k/kustomization.yaml': patch })).toEqual([
    `k/kustomization.yaml:4 high ${released}`,
  ]);
});

test('a patch that begins to delete: its file is edited', async () => {
  const before = {
    ...over(network),
    'k/kustomization.yaml': `${kustomization}patches: [{path: d.yaml}]\n`,
    'k/d.yaml': `${head(network)}spec: {policyTypes: [Ingress]}\n`,
  };
  expect(await found(before, { 'k/d.yaml': deletes(network) })).toEqual([`k/d.yaml:1 high ${released}`]);
});

test('a patch that deletes what the change edits as well, in the same place', async () => {
  const before = { 'k/kustomization.yaml': 'resources: [p.yaml]\n', 'k/p.yaml': network };
  const after = {
    'k/kustomization.yaml': `resources: [p.yaml]\npatches: [{path: d.yaml}]\n`,
    'k/p.yaml': network.replace('name: deny,', 'name: deny, labels: {a: b},'),
    'k/d.yaml': deletes(network),
  };
  expect(await found(before, after)).toEqual([`k/p.yaml:1 high ${released}`]);
});

test('a patch of an inner kustomization that deletes is there for the outer ones', async () => {
  const before = { ...over(network), 'o/kustomization.yaml': 'resources: [../k]\n' };
  const after = {
    'o/kustomization.yaml': `resources: [../k]\npatches: [{path: d.yaml}]\n`,
    'o/d.yaml': deletes(network),
  };
  expect(await found(before, after)).toEqual([`o/d.yaml:1 high ${released}`]);
});

test.each([
  ['a NetworkPolicy', network, 'spec: {ingress: [{}]}\n', /^k\/d\.yaml:4 high network-widened: .*anywhere/],
  [
    'a binding',
    binding,
    'spec: {validationActions: [Audit]}\n',
    /^k\/d\.yaml:4 high admission-weakened: ValidatingAdmissionPolicyBinding strict /,
  ],
  [
    'one of several webhooks',
    webhooks,
    'webhooks: [{name: first.acme.io, failurePolicy: Ignore}]\n',
    /^k\/d\.yaml:4 \w+ admission-weakened: ValidatingWebhookConfiguration guard .*first/,
  ],
])('a new patch that weakens %s of an unchanged base', async (_, object, more, line) => {
  const file = { 'k/d.yaml': `${head(object)}${more}` };
  const lines = await found(over(object), {
    ...file,
    'k/kustomization.yaml': `${kustomization}patches: [{path: d.yaml}]\n`,
  });
  expect(lines).toEqual([expect.stringMatching(line)]);
});

test('what is silent: a patch that changes nothing of it, deletes another object, or is gone', async () => {
  const before = over(network);
  const patched = (text: string) => ({ 'k/kustomization.yaml': inline(text) });
  expect(await found(before, patched(`${head(network)}spec: {policyTypes: [Ingress]}\n`))).toEqual([]);
  expect(await found(before, patched(deletes(network.replace('name: deny', 'name: other'))))).toEqual([]);
  expect(await found({ ...before, ...patched(deletes(network)) }, before)).toEqual([]);
  const both = { ...before, ...patched(deletes(network)) };
  expect(await found(both, { 'k/kustomization.yaml': `${both['k/kustomization.yaml']}buildMetadata: []\n` })).toEqual(
    [],
  );
});

test('what is new with the patch that deletes or changes it has lost nothing', async () => {
  const added = (text: string) => ({ ...over(`${webhooks}---\n${network}`), 'k/kustomization.yaml': inline(text) });
  expect(await found({}, added(deletes(network)))).toEqual([]);
  expect(await found({}, added(`${head(webhooks)}webhooks: [{name: first.acme.io, failurePolicy: Ignore}]\n`))).toEqual(
    [],
  );
  // A new overlay of a base that was there may be the former one under another name.
  const base = { ...over(network), 'k/kustomization.yaml': undefined as unknown as string };
  expect(await found(base, { 'k/kustomization.yaml': inline(deletes(network)) })).toEqual([
    `k/kustomization.yaml:4 high ${released}`,
  ]);
});

test('a policy that another kustomization of the same scope still has does not excuse it', async () => {
  const apps = {
    'apps/base/kustomization.yaml': 'resources: [p.yaml]\n',
    'apps/base/p.yaml': network,
    'apps/one/kustomization.yaml': kustomization,
    'apps/two/kustomization.yaml': kustomization,
  };
  expect(await found(apps, { 'apps/one/kustomization.yaml': inline(deletes(network)) })).toEqual([
    `apps/one/kustomization.yaml:4 high ${released}`,
  ]);
});
