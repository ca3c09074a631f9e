import { mapping, text } from '../../plain-values.ts';

/** An object that has others applied, and the field below which these are. */
interface Carrier {
  readonly group: RegExp;
  readonly kind: RegExp;
  readonly field: RegExp;
}

/** Sources: the APIs of the projects. Patches next to the objects are none, nor is what a policy only looks at (see `policyState`). */
const carriers: readonly Carrier[] = [
  { group: /^work\.open-cluster-management\.io$/, kind: /^ManifestWork(?:ReplicaSet)?$/, field: /^manifests$/ },
  {
    group: /^policy\.open-cluster-management\.io$/,
    kind: /^(?:Configuration)?Policy$/,
    field: /^(?:objectDefinition|object-templates-raw)$/,
  },
  { group: /^hive\.openshift\.io$/, kind: /^(?:Selector)?SyncSet$/, field: /^resources$/ },
  { group: /^template\.openshift\.io$|^$/, kind: /^Template$/, field: /^objects$/ },
  { group: /^fluxcd\.controlplane\.io$/, kind: /^ResourceSet$/, field: /^(?:resources|resourcesTemplate)$/ },
  { group: /^kubernetes(?:\.m)?\.crossplane\.io$/, kind: /^Object$/, field: /^manifest$/ },
  { group: /^helm(?:\.m)?\.crossplane\.io$/, kind: /^Release$/, field: /^values$/ },
  { group: /^kro\.run$/, kind: /^ResourceGraphDefinition$/, field: /^template$/ },
  { group: /^core\.oam\.dev$/, kind: /^Application$/, field: /^properties$/ },
  { group: /^helm\.toolkit\.fluxcd\.io$/, kind: /^HelmRelease$/, field: /^values$/ },
  { group: /^helm\.cattle\.io$/, kind: /^HelmChart(?:Config)?$/, field: /^values(?:Content)?$/ },
  { group: /^argoproj\.io$/, kind: /^Application(?:Set)?$/, field: /^helm$/ },
];

/** The field of an object below which whole manifests are applied; undefined where it is no such object. */
export function carriedField(value: unknown): RegExp | undefined {
  const { apiVersion, kind } = mapping(value);
  const [version, name] = [text(apiVersion), text(kind)];
  if (version === undefined || name === undefined) return undefined;
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
  return carriers.find((each) => each.group.test(group) && each.kind.test(name))?.field;
}

/** Whether a file may hold such an object: one of their kinds is in it. */
export function mayCarry(text: string): boolean {
  return carrying.test(text);
}

const carrying =
  /\b(?:ManifestWork|ConfigurationPolicy|SyncSet|SelectorSyncSet|Template|ResourceSet|ResourceGraphDefinition|HelmRelease|HelmChart|HelmChartConfig|Application|ApplicationSet|ManifestWorkReplicaSet)\b|crossplane\.io/;

/**
 * Kinds that count as objects of their own inside another one, by their groups; pods, roles and Secrets are found by other ways, and so are
 * rules of alerts and audit policies, wherever they are.
 */
const whole: readonly { readonly group: RegExp; readonly kind: RegExp; readonly name?: RegExp }[] = [
  { group: /^$/, kind: /^(?:Namespace|Service|ServiceAccount)$/ },
  // Who may do what through Argo CD, and who is who on EKS.
  { group: /^$/, kind: /^ConfigMap$/, name: /^(?:argocd-(?:cm|rbac-cm|cmd-params-cm)|aws-auth)$/ },
  {
    group:
      /^(?:networking\.k8s\.io|policy\.networking\.k8s\.io|gateway\.networking\.k8s\.io|(?:security|networking)\.istio\.io|cilium\.io|(?:crd\.)?projectcalico\.org|route\.openshift\.io|traefik\.io|gateway\.envoyproxy\.io|kuadrant\.io)$/,
    kind: /./,
  },
  {
    group:
      /^(?:admissionregistration\.k8s\.io|(?:policies\.)?kyverno\.io|(?:constraints|templates|config|mutations|expansion)\.gatekeeper\.sh|policy\.sigstore\.dev)$/,
    kind: /./,
  },
  { group: /^argoproj\.io$/, kind: /^(?:Application|ApplicationSet|AppProject)$/ },
  { group: /^(?:source|kustomize|notification)\.toolkit\.fluxcd\.io$/, kind: /./ },
  { group: /^security\.openshift\.io$/, kind: /^SecurityContextConstraints$/ },
  { group: /^project\.openshift\.io$/, kind: /^Project$/ },
];

/** Whether a mapping is a whole manifest of such a kind. */
export function isWhole(value: unknown): boolean {
  const { apiVersion, kind, metadata } = mapping(value);
  const [version, name] = [text(apiVersion), text(kind)];
  if (version === undefined || name === undefined) return false;
  const { name: own, generateName } = mapping(metadata);
  const called = text(own) ?? text(generateName);
  if (called === undefined) return false;
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
  return whole.some((each) => each.group.test(group) && each.kind.test(name) && each.name?.test(called) !== false);
}
