/**
 * Resources that no namespace holds, by API group (kubectl api-resources --namespaced=false of Kubernetes 1.35, and
 * the virtual ones of impersonation and certificate signing). What is not listed counts as namespaced.
 */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  '': ['componentstatuses', 'nodes', 'persistentvolumes', 'users', 'groups', 'uids'],
  'admissionregistration.k8s.io': [
    'mutatingadmissionpolicies',
    'mutatingadmissionpolicybindings',
    'mutatingwebhookconfigurations',
    'validatingadmissionpolicies',
    'validatingadmissionpolicybindings',
    'validatingwebhookconfigurations',
  ],
  'apiextensions.k8s.io': ['customresourcedefinitions'],
  'apiregistration.k8s.io': ['apiservices'],
  'authentication.k8s.io': ['selfsubjectreviews', 'tokenreviews', 'uids', 'userextras'],
  'authorization.k8s.io': ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'subjectaccessreviews'],
  'certificates.k8s.io': ['certificatesigningrequests', 'clustertrustbundles', 'signers'],
  'flowcontrol.apiserver.k8s.io': ['flowschemas', 'prioritylevelconfigurations'],
  'internal.apiserver.k8s.io': ['storageversions'],
  'metrics.k8s.io': ['nodes'],
  'networking.k8s.io': ['ingressclasses', 'ipaddresses', 'servicecidrs'],
  'node.k8s.io': ['runtimeclasses'],
  'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles'],
  'resource.k8s.io': ['deviceclasses', 'devicetaintrules', 'resourceslices'],
  'scheduling.k8s.io': ['priorityclasses'],
  'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'],
  'storagemigration.k8s.io': ['storageversionmigrations'],
};

const clusterScopedNames: ReadonlySet<string> = new Set(Object.values(clusterScoped).flat());

/** Whether the resource (a subresource follows its parent) is known to be cluster-scoped. */
export function isClusterScoped(group: string, resource: string): boolean {
  return Object.hasOwn(clusterScoped, group) && clusterScoped[group]?.includes(parentOf(resource)) === true;
}

/** Groups of Kubernetes itself of which every resource is namespaced (kubectl api-resources of Kubernetes 1.35). */
const namespacedGroups = new Set(
  'apps autoscaling batch coordination.k8s.io discovery.k8s.io events.k8s.io extensions policy'.split(' '),
);

/** Whether the resource is known to be namespaced: it is one of Kubernetes itself. Namespaces are not. */
export function isNamespaced(group: string, resource: string): boolean {
  const parent = parentOf(resource);
  if (parent === '*' || (group === '' && parent === 'namespaces')) return false;
  return namespacedGroups.has(group) || (Object.hasOwn(clusterScoped, group) && !isClusterScoped(group, resource));
}

/** Whether the resource is known to be cluster-scoped in any API group. */
export function isClusterScopedSomewhere(resource: string): boolean {
  return clusterScopedNames.has(parentOf(resource));
}

function parentOf(resource: string): string {
  const slash = resource.indexOf('/');
  const parent = slash < 0 ? resource : resource.slice(0, slash);
  return parent.startsWith('userextras') ? 'userextras' : parent;
}
