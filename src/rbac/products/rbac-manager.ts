import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Binding, BoundSubject } from '../model/rbac-object.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { selectedNamespacesPrefix } from '../model/subject.ts';
import { productBinding } from './grant.ts';

/** Reads one item of `subjects` as RBAC does. */
export type ReadSubject = (item: Mapping, path: Path, namespace: string | undefined) => readonly BoundSubject[];

/** The bindings that rbac-manager makes of an RBACDefinition (rbacmanager.reactiveops.io/v1beta1, pkg/reconciler/parser.go). */
export function readRbacDefinition(resource: Resource, readSubject: ReadSubject): RbacObjects {
  const bindings = list(resource.value.rbacBindings).flatMap((item, index) =>
    bindingsOf(resource, ['rbacBindings', index], mapping(item), readSubject),
  );
  return { ...noObjects, bindings };
}

function bindingsOf(resource: Resource, path: Path, item: Mapping, readSubject: ReadSubject): Binding[] {
  const subjects = (namespace: string | undefined) =>
    list(item.subjects).flatMap((each, index) => readSubject(mapping(each), [...path, 'subjects', index], namespace));
  const name = `${resource.name}/${text(item.name) ?? ''}`;
  const cluster = list(item.clusterRoleBindings).map((each, index) =>
    productBinding(resource, {
      name,
      role: { kind: 'ClusterRole', name: text(mapping(each).clusterRole) ?? '' },
      rolePath: [...path, 'clusterRoleBindings', index, 'clusterRole'],
      subjects: subjects(undefined),
    }),
  );
  const namespaced = list(item.roleBindings).map((each, index) => {
    const fields = mapping(each);
    const field = text(fields.clusterRole) === undefined ? 'role' : 'clusterRole';
    const namespace = text(fields.namespace) ?? selected(resource, fields.namespaceSelector, field);
    return productBinding(resource, {
      name,
      namespace,
      role: { kind: field === 'role' ? 'Role' : 'ClusterRole', name: text(fields[field]) ?? '' },
      rolePath: [...path, 'roleBindings', index, field],
      subjects: subjects(namespace),
    });
  });
  return [...cluster, ...namespaced];
}

/**
 * Unknown namespaces where labels select some, or a Role, which is of one namespace, is bound; undefined, for every one, where
 * nothing narrows the selection.
 */
function selected(resource: Resource, selector: unknown, field: 'role' | 'clusterRole'): string | undefined {
  const { matchLabels, matchExpressions } = mapping(selector);
  const narrowing = list(matchExpressions).some((each) =>
    ['In', 'Exists'].includes(text(mapping(each).operator) ?? ''),
  );
  const isNarrow = field === 'role' || narrowing || (isMapping(matchLabels) && Object.keys(matchLabels).length > 0);
  return isNarrow ? `${selectedNamespacesPrefix}${resource.name}` : undefined;
}
