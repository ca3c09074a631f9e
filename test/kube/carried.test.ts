import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

type Value = { readonly [key: string]: unknown };

const made = (apiVersion: string, kind: string, rest: Value, namespace?: string): Value => ({
  apiVersion,
  kind,
  metadata: { name: 'x', ...(namespace === undefined ? {} : { namespace }) },
  ...rest,
});
const shop = (apiVersion: string, kind: string, spec: Value) => made(apiVersion, kind, { spec }, 'shop');

/** Objects inside which others are applied. */
const carriers: Readonly<Record<string, (inner: Value) => Value>> = {
  ManifestWork: (o) => shop('work.open-cluster-management.io/v1', 'ManifestWork', { workload: { manifests: [o] } }),
  Policy: (o) => {
    const own = {
      remediationAction: 'enforce',
      'object-templates': [{ complianceType: 'musthave', objectDefinition: o }],
    };
    const inner = shop('policy.open-cluster-management.io/v1', 'ConfigurationPolicy', own);
    return shop('policy.open-cluster-management.io/v1', 'Policy', {
      remediationAction: 'enforce',
      'policy-templates': [{ objectDefinition: inner }],
    });
  },
  SelectorSyncSet: (o) => shop('hive.openshift.io/v1', 'SelectorSyncSet', { resources: [o] }),
  Template: (o) =>
    made('template.openshift.io/v1', 'Template', { objects: [o], parameters: [{ name: 'A', value: 'b' }] }),
  ResourceSet: (o) => shop('fluxcd.controlplane.io/v1', 'ResourceSet', { resources: [o] }),
  'a string of a ResourceSet': (o) =>
    shop('fluxcd.controlplane.io/v1', 'ResourceSet', { resourcesTemplate: JSON.stringify(o) }),
  Object: (o) => made('kubernetes.crossplane.io/v1alpha2', 'Object', { spec: { forProvider: { manifest: o } } }),
  ResourceGraphDefinition: (o) =>
    made('kro.run/v1alpha1', 'ResourceGraphDefinition', { spec: { resources: [{ id: 'a', template: o }] } }),
  KubeVela: (o) =>
    shop('core.oam.dev/v1beta1', 'Application', {
      components: [{ name: 'a', type: 'k8s-objects', properties: { objects: [o] } }],
    }),
  HelmRelease: (o) => shop('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { values: { extraObjects: [o] } }),
  'strings of a HelmRelease': (o) =>
    shop('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { values: { extraDeploy: [JSON.stringify(o)] } }),
  Application: (o) =>
    shop('argoproj.io/v1alpha1', 'Application', { source: { helm: { valuesObject: { extraManifests: [o] } } } }),
  'values as text of an Application': (o) =>
    shop('argoproj.io/v1alpha1', 'Application', {
      source: { helm: { values: JSON.stringify({ extraManifests: [o] }) } },
    }),
  HelmChart: (o) => shop('helm.cattle.io/v1', 'HelmChart', { valuesContent: JSON.stringify({ extraObjects: [o] }) }),
};

const from = (labels: Value) => [{ from: [{ podSelector: { matchLabels: labels } }] }];
const rule = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }];
const client = { service: { name: 'g', namespace: 'g' } };
const webhook = (failurePolicy: string) =>
  made('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ name: 'a.b.c', failurePolicy, clientConfig: client, rules: rule }],
  });
const scc = (isAllowed: boolean) =>
  made('security.openshift.io/v1', 'SecurityContextConstraints', {
    allowPrivilegedContainer: isAllowed,
    users: ['system:serviceaccount:n:x'],
    runAsUser: { type: 'MustRunAsNonRoot' },
    seLinuxContext: { type: 'MustRunAs' },
  });
const namespace = (level: string): Value => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } },
});
const kyverno = (validationFailureAction: string) => {
  const own = {
    name: 'r',
    match: { any: [{ resources: { kinds: ['Pod'] } }] },
    validate: { message: 'm', pattern: { a: 'b' } },
  };
  return made('kyverno.io/v1', 'ClusterPolicy', { spec: { validationFailureAction, rules: [own] } });
};
const constraint = (enforcementAction: string) =>
  made('constraints.gatekeeper.sh/v1beta1', 'K8sHost', { spec: { enforcementAction } });
const binding = (action: string) =>
  made('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', {
    spec: { policyName: 'p', validationActions: [action] },
  });
const source = (verify: Value) =>
  shop('source.toolkit.fluxcd.io/v1', 'GitRepository', { url: 'https://git.example.org/a/b', ...verify });

const configMap = (name: string, data: Value): Value => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
  data,
});
const token: Value = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'x', namespace: 'kube-system', annotations: { 'kubernetes.io/service-account.name': 'admin' } },
  type: 'kubernetes.io/service-account-token',
};

type Row = readonly [name: string, rule: string, before: Value, after: Value];

const weakenings: readonly Row[] = [
  ['labels of Pod Security', 'pod-security-lowered', namespace('restricted'), namespace('privileged')],
  ['SecurityContextConstraints', 'pod-security-lowered', scc(false), scc(true)],
  [
    'NetworkPolicy',
    'network-widened',
    shop('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ingress: from({ a: 'b' }) }),
    shop('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ingress: [{}] }),
  ],
  [
    'Service',
    'network-widened',
    shop('v1', 'Service', { ports: [{ port: 80 }] }),
    shop('v1', 'Service', { type: 'LoadBalancer', ports: [{ port: 80 }] }),
  ],
  [
    'AuthorizationPolicy',
    'network-widened',
    shop('security.istio.io/v1', 'AuthorizationPolicy', { rules: [{ from: [{ source: { namespaces: ['a'] } }] }] }),
    shop('security.istio.io/v1', 'AuthorizationPolicy', { rules: [{}] }),
  ],
  [
    'CiliumNetworkPolicy',
    'network-widened',
    shop('cilium.io/v2', 'CiliumNetworkPolicy', {
      endpointSelector: {},
      ingress: [{ fromEndpoints: [{ matchLabels: { a: 'b' } }] }],
    }),
    shop('cilium.io/v2', 'CiliumNetworkPolicy', { endpointSelector: {}, ingress: [{ fromEntities: ['world'] }] }),
  ],
  [
    'AppProject',
    'deploy-authority-widened',
    shop('argoproj.io/v1alpha1', 'AppProject', { sourceRepos: ['https://git.example.org/a'] }),
    shop('argoproj.io/v1alpha1', 'AppProject', { sourceRepos: ['*'] }),
  ],
  [
    'GitRepository',
    'deploy-authority-widened',
    source({ verify: { mode: 'HEAD', secretRef: { name: 'k' } } }),
    source({}),
  ],
  [
    'who may do what through Argo CD',
    'rbac-widened',
    configMap('argocd-rbac-cm', { 'policy.default': '' }),
    configMap('argocd-rbac-cm', { 'policy.default': 'role:admin' }),
  ],
  [
    'settings of Argo CD',
    'deploy-authority-widened',
    configMap('argocd-cm', { 'exec.enabled': 'false' }),
    configMap('argocd-cm', { 'exec.enabled': 'true' }),
  ],
  ['a Secret that asks for a token', 'workload-identity-widened', configMap('x', {}), token],
  ['webhook', 'admission-weakened', webhook('Fail'), webhook('Ignore')],
  ['binding', 'admission-weakened', binding('Deny'), binding('Audit')],
  ['Kyverno', 'admission-weakened', kyverno('Enforce'), kyverno('Audit')],
  ['Gatekeeper', 'admission-weakened', constraint('deny'), constraint('dryrun')],
  [
    'Tetragon',
    'audit-lowered',
    made('cilium.io/v1alpha1', 'TracingPolicy', { spec: { kprobes: [{ call: 'a' }] } }),
    made('cilium.io/v1alpha1', 'TracingPolicy', { spec: { kprobes: [] } }),
  ],
];

const path = 'clusters/a/x.yaml';
async function rulesOf(before: Value, after: Value): Promise<readonly string[]> {
  const side = (value: Value) => folderOf({ [path]: JSON.stringify(value, undefined, 2) });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  return findingsOf(evidence).map(({ rule: name }) => name);
}

describe.each(Object.entries(carriers))('in %s', (_carrier, carry) => {
  test.each(weakenings)('%s', async (_name, wanted, before, after) => {
    expect((await rulesOf(carry(before), carry(after))).filter((each) => each === wanted)).toHaveLength(1);
  });

  test('what is as it was is silent', async () => {
    const [first] = weakenings;
    const marked = (value: Value) => ({ ...value, metadata: { ...(value.metadata as Value), labels: { a: 'b' } } });
    expect(await rulesOf(carry(first?.[2] ?? {}), marked(carry(first?.[2] ?? {})))).toEqual([]);
  });
});

test('a policy that only looks, or forbids, applies nothing', async () => {
  const policy = (complianceType: string, remediationAction: string) => (o: Value) =>
    shop('policy.open-cluster-management.io/v1', 'ConfigurationPolicy', {
      remediationAction,
      'object-templates': [{ complianceType, objectDefinition: o }],
    });
  for (const carry of [policy('mustnothave', 'enforce'), policy('musthave', 'inform')]) {
    expect(await rulesOf(carry(kyverno('Enforce')), carry(kyverno('Audit')))).toEqual([]);
    expect(await rulesOf(carry(configMap('x', {})), carry(token))).toEqual([]);
  }
});

test('patches next to values are no objects', async () => {
  const carry = (o: Value) =>
    shop('helm.toolkit.fluxcd.io/v2', 'HelmRelease', {
      values: {},
      postRenderers: [{ kustomize: { patches: [{ patch: JSON.stringify(o) }] } }],
    });
  expect(await rulesOf(carry(binding('Deny')), carry(binding('Audit')))).toEqual([]);
});
