/** API groups that API servers of Kubernetes and OpenShift serve themselves; a group elsewhere holds custom resources. */
const platformGroups: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'apps.openshift.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'authorization.openshift.io',
  'autoscaling',
  'batch',
  'build.openshift.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'extensions',
  'flowcontrol.apiserver.k8s.io',
  'image.openshift.io',
  'internal.apiserver.k8s.io',
  'metrics.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'oauth.openshift.io',
  'policy',
  'project.openshift.io',
  'quota.openshift.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'route.openshift.io',
  'scheduling.k8s.io',
  'security.openshift.io',
  'storage.k8s.io',
  'storagemigration.k8s.io',
  'template.openshift.io',
  'user.openshift.io',
]);

/** Whether the group is part of the platform: writing its resources is judged resource by resource. */
export function isPlatformGroup(group: string): boolean {
  return platformGroups.has(group);
}
