import { type Mapping, mapping, text } from '../../plain-values.ts';

/** An object that has others applied, and the fields below which these are. */
interface Carrier {
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
}

/** Sources: the APIs of the projects. Patches next to the objects are none, nor is what a policy only looks at (see `policyState`). */
const carriers: readonly Carrier[] = [
  {
    groups: ['work.open-cluster-management.io'],
    kinds: ['ManifestWork', 'ManifestWorkReplicaSet'],
    fields: ['manifests'],
  },
  {
    groups: ['policy.open-cluster-management.io'],
    kinds: ['Policy', 'ConfigurationPolicy'],
    fields: ['objectDefinition', 'object-templates-raw'],
  },
  { groups: ['hive.openshift.io'], kinds: ['SyncSet', 'SelectorSyncSet'], fields: ['resources'] },
  { groups: ['template.openshift.io', ''], kinds: ['Template'], fields: ['objects'] },
  { groups: ['fluxcd.controlplane.io'], kinds: ['ResourceSet'], fields: ['resources', 'resourcesTemplate'] },
  { groups: ['kubernetes.crossplane.io', 'kubernetes.m.crossplane.io'], kinds: ['Object'], fields: ['manifest'] },
  { groups: ['helm.crossplane.io', 'helm.m.crossplane.io'], kinds: ['Release'], fields: ['values'] },
  { groups: ['kro.run'], kinds: ['ResourceGraphDefinition'], fields: ['template'] },
  { groups: ['core.oam.dev'], kinds: ['Application'], fields: ['properties'] },
  { groups: ['helm.toolkit.fluxcd.io'], kinds: ['HelmRelease'], fields: ['values'] },
  { groups: ['helm.cattle.io'], kinds: ['HelmChart', 'HelmChartConfig'], fields: ['values', 'valuesContent'] },
  { groups: ['argoproj.io'], kinds: ['Application', 'ApplicationSet'], fields: ['helm'] },
];

/** The fields of an object below which whole manifests are applied; undefined where it is no such object. */
export function carriedFields(value: unknown): readonly string[] | undefined {
  const { group, kind } = typeOf(mapping(value));
  return carriers.find(({ groups, kinds }) => groups.includes(group) && kinds.includes(kind))?.fields;
}

/** The group and kind of an object; a kind that is empty where it is none. */
function typeOf({ apiVersion, kind }: Mapping): { readonly group: string; readonly kind: string } {
  const version = text(apiVersion);
  if (version === undefined) return { group: '', kind: '' };
  return { group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '', kind: text(kind) ?? '' };
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
const whole: readonly { readonly groups: readonly string[]; readonly kinds: readonly string[] | 'all' }[] = [
  { groups: [''], kinds: ['Namespace', 'Service', 'ServiceAccount'] },
  {
    groups: [
      'networking.k8s.io',
      'policy.networking.k8s.io',
      'gateway.networking.k8s.io',
      'security.istio.io',
      'networking.istio.io',
      'cilium.io',
      'projectcalico.org',
      'crd.projectcalico.org',
      'route.openshift.io',
      'traefik.io',
      'gateway.envoyproxy.io',
      'kuadrant.io',
    ],
    kinds: 'all',
  },
  {
    groups: [
      'admissionregistration.k8s.io',
      'kyverno.io',
      'policies.kyverno.io',
      'constraints.gatekeeper.sh',
      'templates.gatekeeper.sh',
      'config.gatekeeper.sh',
      'mutations.gatekeeper.sh',
      'expansion.gatekeeper.sh',
      'policy.sigstore.dev',
    ],
    kinds: 'all',
  },
  { groups: ['argoproj.io'], kinds: ['Application', 'ApplicationSet', 'AppProject'] },
  {
    groups: ['source.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'notification.toolkit.fluxcd.io'],
    kinds: 'all',
  },
  { groups: ['security.openshift.io'], kinds: ['SecurityContextConstraints'] },
  { groups: ['project.openshift.io'], kinds: ['Project'] },
];

/** ConfigMaps that say who may do what through Argo CD, how it is set up, and who is who on EKS. */
const telling = ['argocd-cm', 'argocd-rbac-cm', 'argocd-cmd-params-cm', 'aws-auth'];

/** Whether a mapping is a whole manifest of such a kind. */
export function isWhole(value: unknown): boolean {
  const object = mapping(value);
  const { group, kind } = typeOf(object);
  const { name, generateName } = mapping(object.metadata);
  if (kind === '' || (text(name) ?? text(generateName)) === undefined) return false;
  if (group === '' && kind === 'ConfigMap') return telling.includes(text(name) ?? '');
  return whole.some(({ groups, kinds }) => groups.includes(group) && (kinds === 'all' || kinds.includes(kind)));
}
