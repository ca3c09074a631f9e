import { isClusterScoped, isClusterScopedSomewhere } from './cluster-scoped.ts';
import type { Permission, ResourcePermission } from './permission.ts';
import { projectPrefix, selectedNamespacesPrefix, unknownNamespacePrefix } from './subject.ts';

/** Where a binding grants: a namespace, or undefined for everywhere. */
export type Placement = string | undefined;

/** Verbs whose request for a Namespace object carries that namespace (apiserver request.RequestInfoFactory; watch by its old path). */
const namedNamespaceVerbs = new Set(['get', 'watch', 'update', 'patch', 'delete', '*']);

/**
 * What of a permission has effect in `placement`. A RoleBinding gives no URLs and no cluster-scoped resources, except
 * its own Namespace object; `bind` on clusterroles counts, for the API server asks it in the RoleBinding's namespace
 * (pkg/registry/rbac/escalation_check.go, BindingAuthorized).
 */
export function effectiveIn(placement: Placement, permission: Permission): readonly Permission[] {
  if (placement === undefined) return [permission];
  if (permission.kind === 'url') return [];
  const parts: ResourcePermission[] = [];
  /** Namespaced resources that the same groups serve. */
  const namespaced = new Map<string, { groups: readonly string[]; resources: string[] }>();
  for (const resource of permission.resources) {
    for (const part of ownNamespace(placement, permission, resource)) parts.push(part);
    for (const part of bindInNamespace(permission, resource)) parts.push(part);
    const groups =
      !isClusterScopedSomewhere(resource) && !isNamespaceObject(resource)
        ? permission.groups
        : permission.groups.filter(
            (group) => !isClusterScoped(group, resource) && !(group === '' && isNamespaceObject(resource)),
          );
    const key = groups.length === permission.groups.length ? '' : JSON.stringify(groups);
    const part = namespaced.get(key);
    if (part === undefined) namespaced.set(key, { groups, resources: [resource] });
    else part.resources.push(resource);
  }
  for (const { groups, resources } of namespaced.values()) {
    if (groups.length > 0) parts.push({ ...permission, groups, resources });
  }
  return parts;
}

/** The placement as people write it. */
export function placementName(placement: Placement): string {
  if (placement === undefined) return 'in every namespace';
  if (placement.startsWith(selectedNamespacesPrefix)) return 'in the namespaces it selects';
  if (placement.startsWith(projectPrefix)) return `in project ${placement.slice(projectPrefix.length)}`;
  return placement.startsWith(unknownNamespacePrefix) ? 'in its namespace' : `in namespace ${placement}`;
}

function isNamespaceObject(resource: string): boolean {
  return resource === 'namespaces' || resource.startsWith('namespaces/');
}

function ownNamespace(namespace: string, permission: ResourcePermission, resource: string): ResourcePermission[] {
  if (!isNamespaceObject(resource) || !permission.groups.includes('')) return [];
  if (!permission.names.some((name) => name === null || name === namespace)) return [];
  const verbs = permission.verbs.filter((verb) => namedNamespaceVerbs.has(verb));
  return verbs.length === 0
    ? []
    : [{ kind: 'resource', verbs, groups: [''], resources: [resource], names: [namespace] }];
}

function bindInNamespace(permission: ResourcePermission, resource: string): ResourcePermission[] {
  const group = 'rbac.authorization.k8s.io';
  if (resource !== 'clusterroles' || !permission.groups.includes(group)) return [];
  if (!permission.verbs.includes('bind') && !permission.verbs.includes('*')) return [];
  return [{ ...permission, verbs: ['bind'], groups: [group], resources: [resource] }];
}

/** Namespaces of the control plane and of controllers that act on the whole cluster. */
const controllerNamespaces =
  /^(kube-system|flux-system|argocd|argo-cd|argocd-.*|openshift-.*|cert-manager|istio-system|linkerd|gatekeeper-system|kyverno|crossplane-system|external-secrets|sealed-secrets|velero|vault|olm|operators|tekton-pipelines|cattle-.*|rook-ceph|knative-.*|tigera-operator|calico-system|metallb-system|capi-.*|.*-operators?|.*-controllers?|.*-system)$/;

/** Whether what runs in the namespace acts on the whole cluster, so that a gain in it is as bad as one everywhere. */
export function isControllerNamespace(namespace: string): boolean {
  return controllerNamespaces.test(namespace);
}

/** Names of such namespaces, one of each usual beginning: what a pattern may mean. */
const usual =
  'kube-system flux-system argocd argo-cd openshift-x cert-manager istio-system linkerd gatekeeper-system kyverno crossplane-system external-secrets sealed-secrets velero vault olm operators tekton-pipelines cattle-system rook-ceph knative-serving tigera-operator calico-system metallb-system capi-system'.split(
    ' ',
  );

/** Whether a name, or a name's beginning with `*`, can be that of such a namespace; what else is a pattern can. */
export function mayBeControllerNamespace(pattern: string): boolean {
  const [, name = '', star] = /^([a-z0-9][a-z0-9-]*)(\*?)$/.exec(pattern) ?? [];
  if (name === '' || isControllerNamespace(name)) return true;
  return star === '*' && (name.length < 3 || usual.some((each) => each.startsWith(name)));
}
