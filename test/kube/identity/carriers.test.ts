import { describe, expect, test } from '@jest/globals';
import { carriedFields, isWhole, mayCarry } from '../../../src/kube/identity/carriers.ts';

const named = (apiVersion: unknown, kind: unknown, metadata: unknown = { name: 'x' }) => ({
  apiVersion,
  kind,
  metadata,
});

describe('the fields below which an object has whole manifests applied', () => {
  test.each<[apiVersion: unknown, kind: unknown, fields: readonly string[] | undefined]>([
    ['work.open-cluster-management.io/v1', 'ManifestWork', ['manifests']],
    ['work.open-cluster-management.io/v1alpha1', 'ManifestWorkReplicaSet', ['manifests']],
    ['policy.open-cluster-management.io/v1', 'Policy', ['objectDefinition', 'object-templates-raw']],
    ['policy.open-cluster-management.io/v1', 'ConfigurationPolicy', ['objectDefinition', 'object-templates-raw']],
    ['hive.openshift.io/v1', 'SyncSet', ['resources']],
    ['hive.openshift.io/v1', 'SelectorSyncSet', ['resources']],
    ['template.openshift.io/v1', 'Template', ['objects']],
    ['v1', 'Template', ['objects']],
    ['fluxcd.controlplane.io/v1', 'ResourceSet', ['resources', 'resourcesTemplate']],
    ['kubernetes.crossplane.io/v1alpha2', 'Object', ['manifest']],
    ['kubernetes.m.crossplane.io/v1alpha1', 'Object', ['manifest']],
    ['helm.crossplane.io/v1beta1', 'Release', ['values']],
    ['helm.m.crossplane.io/v1beta1', 'Release', ['values']],
    ['kro.run/v1alpha1', 'ResourceGraphDefinition', ['template']],
    ['core.oam.dev/v1beta1', 'Application', ['properties']],
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', ['values']],
    ['helm.cattle.io/v1', 'HelmChart', ['values', 'valuesContent']],
    ['helm.cattle.io/v1', 'HelmChartConfig', ['values', 'valuesContent']],
    ['argoproj.io/v1alpha1', 'Application', ['helm']],
    ['argoproj.io/v1alpha1', 'ApplicationSet', ['helm']],
    // A kind of another group, and another kind of a group.
    ['argoproj.io/v1alpha1', 'HelmRelease', undefined],
    ['helm.toolkit.fluxcd.io/v2', 'Application', undefined],
    ['argoproj.io/v1alpha1', 'AppProject', undefined],
    ['v1', 'ConfigMap', undefined],
    // No object.
    [undefined, 'Template', undefined],
    ['', 'Template', undefined],
    ['v1', undefined, undefined],
    [1, 'Template', undefined],
    ['v1', ['Template'], undefined],
  ])('%j %j', (apiVersion, kind, fields) => expect(carriedFields(named(apiVersion, kind))).toEqual(fields));

  test('what is no mapping has none', () => expect(carriedFields(['Template'])).toBeUndefined());
});

describe('a file may hold such an object where it has the word of a kind', () => {
  test.each([
    ['kind: ManifestWork\n', true],
    ['kind: "ManifestWorkReplicaSet"', true],
    ['kind: ConfigurationPolicy', true],
    ['{"kind":"SyncSet"}', true],
    ['SelectorSyncSet', true],
    ['Template', true],
    ['ResourceSet', true],
    ['ResourceGraphDefinition', true],
    ['HelmRelease', true],
    ['HelmChart', true],
    ['HelmChartConfig', true],
    ['Application', true],
    ['ApplicationSet', true],
    ['apiVersion: kubernetes.crossplane.io/v1alpha2', true],
    ['kind: PodTemplate', false],
    ['kind: Templates', false],
    ['kind: Deployment', false],
    ['', false],
  ])('%j: %s', (text, is) => expect(mayCarry(text)).toBe(is));
});

describe('a whole manifest of a kind that counts inside another object', () => {
  test.each<[apiVersion: unknown, kind: unknown, is: boolean]>([
    ['v1', 'Namespace', true],
    ['v1', 'Service', true],
    ['v1', 'ServiceAccount', true],
    ['v1', 'Pod', false],
    ['networking.k8s.io/v1', 'NetworkPolicy', true],
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', true],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', true],
    ['security.istio.io/v1', 'AuthorizationPolicy', true],
    ['networking.istio.io/v1', 'Gateway', true],
    ['cilium.io/v2', 'CiliumNetworkPolicy', true],
    ['projectcalico.org/v3', 'NetworkPolicy', true],
    ['crd.projectcalico.org/v1', 'NetworkPolicy', true],
    ['route.openshift.io/v1', 'Route', true],
    ['traefik.io/v1alpha1', 'IngressRoute', true],
    ['gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', true],
    ['kuadrant.io/v1', 'AuthPolicy', true],
    ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', true],
    ['kyverno.io/v1', 'ClusterPolicy', true],
    ['policies.kyverno.io/v1alpha1', 'ValidatingPolicy', true],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sHost', true],
    ['templates.gatekeeper.sh/v1', 'ConstraintTemplate', true],
    ['config.gatekeeper.sh/v1alpha1', 'Config', true],
    ['mutations.gatekeeper.sh/v1', 'Assign', true],
    ['expansion.gatekeeper.sh/v1beta1', 'ExpansionTemplate', true],
    ['policy.sigstore.dev/v1beta1', 'ClusterImagePolicy', true],
    ['argoproj.io/v1alpha1', 'Application', true],
    ['argoproj.io/v1alpha1', 'ApplicationSet', true],
    ['argoproj.io/v1alpha1', 'AppProject', true],
    ['argoproj.io/v1alpha1', 'Workflow', false],
    ['source.toolkit.fluxcd.io/v1', 'GitRepository', true],
    ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', true],
    ['notification.toolkit.fluxcd.io/v1', 'Receiver', true],
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', false],
    ['security.openshift.io/v1', 'SecurityContextConstraints', true],
    ['project.openshift.io/v1', 'Project', true],
    // A group whose name only begins or ends so.
    ['networking.k8s.io.example.org/v1', 'NetworkPolicy', false],
    ['my-cilium.io/v2', 'CiliumNetworkPolicy', false],
    ['apps/v1', 'Service', false],
    // No object.
    ['networking.k8s.io/v1', undefined, false],
    ['networking.k8s.io/v1', '', false],
    [undefined, 'Service', false],
    ['', 'Service', false],
  ])('%j %j: %s', (apiVersion, kind, is) => expect(isWhole(named(apiVersion, kind))).toBe(is));

  test.each<[metadata: unknown, is: boolean]>([
    [{ name: 'x' }, true],
    [{ generateName: 'x-' }, true],
    [{ name: '', generateName: 'x-' }, true],
    [{ name: '' }, false],
    [{ name: 1 }, false],
    [{}, false],
    [null, false],
    ['name', false],
  ])('with the metadata %j: %s', (metadata, is) => expect(isWhole(named('v1', 'Service', metadata))).toBe(is));
});
