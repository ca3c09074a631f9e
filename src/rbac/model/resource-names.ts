/** Kubernetes' own resources by group: plural, then other names kubectl takes (kubectl api-resources, 1.35). */
const names: Readonly<Record<string, readonly string[]>> = {
  '': [
    'bindings',
    'configmaps cm configmap',
    'endpoints ep',
    'events ev event',
    'limitranges limits limitrange',
    'namespaces ns namespace',
    'nodes no node',
    'persistentvolumeclaims pvc persistentvolumeclaim',
    'persistentvolumes pv persistentvolume',
    'pods po pod',
    'podtemplates podtemplate',
    'replicationcontrollers rc replicationcontroller',
    'resourcequotas quota resourcequota',
    'secrets secret',
    'serviceaccounts sa serviceaccount',
    'services svc service',
    'users',
    'groups',
  ],
  apps: [
    'controllerrevisions controllerrevision',
    'daemonsets ds daemonset',
    'deployments deploy deployment',
    'replicasets rs replicaset',
    'statefulsets sts statefulset',
  ],
  batch: ['cronjobs cj cronjob', 'jobs job'],
  autoscaling: ['horizontalpodautoscalers hpa horizontalpodautoscaler'],
  policy: ['poddisruptionbudgets pdb poddisruptionbudget'],
  'networking.k8s.io': ['ingresses ing ingress', 'ingressclasses ingressclass', 'networkpolicies netpol networkpolicy'],
  'discovery.k8s.io': ['endpointslices endpointslice'],
  'rbac.authorization.k8s.io': [
    'clusterrolebindings clusterrolebinding',
    'clusterroles clusterrole',
    'rolebindings rolebinding',
    'roles role',
  ],
  'storage.k8s.io': ['csidrivers', 'csinodes', 'storageclasses sc storageclass', 'volumeattachments'],
  'coordination.k8s.io': ['leases lease'],
  'certificates.k8s.io': ['certificatesigningrequests csr certificatesigningrequest', 'signers'],
  'apiextensions.k8s.io': ['customresourcedefinitions crd crds customresourcedefinition'],
  'apiregistration.k8s.io': ['apiservices apiservice'],
  'admissionregistration.k8s.io': [
    'mutatingwebhookconfigurations mutatingwebhookconfiguration',
    'validatingwebhookconfigurations validatingwebhookconfiguration',
    'validatingadmissionpolicies validatingadmissionpolicy',
    'validatingadmissionpolicybindings validatingadmissionpolicybinding',
  ],
  'scheduling.k8s.io': ['priorityclasses pc priorityclass'],
  'node.k8s.io': ['runtimeclasses runtimeclass'],
  'authentication.k8s.io': ['tokenreviews', 'userextras'],
  'authorization.k8s.io': ['subjectaccessreviews', 'selfsubjectaccessreviews', 'localsubjectaccessreviews'],
};

/** The plural names of all of them. */
export const knownResources: readonly string[] = Object.values(names).flatMap((lines) =>
  lines.flatMap((line) => line.split(' ')[0] ?? []),
);

/** The resource that a word means, in the group where one is stated. */
export function knownResource(
  word: string,
  group: string | undefined,
): { group: string; resource: string } | undefined {
  for (const [candidate, lines] of Object.entries(names)) {
    if (group !== undefined && group !== candidate) continue;
    const line = lines.find((text) => text.split(' ').includes(word.toLowerCase()));
    const [resource] = line?.split(' ') ?? [];
    if (resource !== undefined) return { group: candidate, resource };
  }
  return undefined;
}
