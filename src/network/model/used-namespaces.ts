import type { Resource } from '../../kube/resource.ts';
import { unknownNamespaceOf } from '../../rbac/model/rbac-object.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { declaredNamespace } from '../../workload/namespaces/declared-namespaces.ts';

/** The namespaces that an object belongs to or is; pods are also in the one that other objects of their folder leave open. */
export function namespacesIn(resource: Resource): readonly string[] {
  const declared = declaredNamespace(resource)?.name;
  const own = podsOf(resource).map(({ namespace }) => namespace);
  return [
    ...own,
    ...(own.length === 0 ? [] : [unknownNamespaceOf(resource)]),
    ...(resource.namespace === undefined ? [] : [resource.namespace]),
    ...(declared === undefined ? [] : [declared]),
  ];
}
