import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { selectedNamespacesPrefix } from '../model/subject.ts';
import { productBinding } from './grant.ts';
import type { ReadSubject } from './rbac-manager.ts';

export const capsuleGroup = 'capsule.clastix.io';

/** What owners have in the namespaces of their tenant where nothing else is written. */
const standard = ['admin'];

/** The bindings that Capsule makes of a Tenant in each of its namespaces, which are not known (capsule.clastix.io, api/v1beta2). */
export function readTenant(resource: Resource, readSubject: ReadSubject): RbacObjects {
  const spec = mapping(resource.value.spec);
  const namespace = `${selectedNamespacesPrefix}${resource.name}`;
  const bind = (role: string, rolePath: Path, subjects: ReturnType<ReadSubject>) =>
    productBinding(resource, {
      name: `${resource.name}/${role}`,
      namespace,
      role: { kind: 'ClusterRole', name: role },
      rolePath,
      subjects,
    });
  const owners = list(spec.owners).flatMap((each, index) => {
    const [owner, path] = [mapping(each), ['spec', 'owners', index]];
    const subjects = readSubject(account(owner), path, namespace);
    const stated = list(owner.clusterRoles).flatMap((role) => text(role) ?? []);
    return (stated.length > 0 ? stated : standard).map((role) => bind(role, path, subjects));
  });
  const additional = list(spec.additionalRoleBindings).map((each, index) => {
    const path = ['spec', 'additionalRoleBindings', index];
    const subjects = list(mapping(each).subjects).flatMap((subject, at) =>
      readSubject(mapping(subject), [...path, 'subjects', at], namespace),
    );
    return bind(text(mapping(each).clusterRoleName) ?? '', [...path, 'clusterRoleName'], subjects);
  });
  return { ...noObjects, bindings: [...owners, ...additional] };
}

/** An owner that is a ServiceAccount is written with its whole user name. */
function account(owner: Mapping): Mapping {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(text(owner.name) ?? '') ?? [];
  return owner.kind === 'ServiceAccount' && name !== undefined ? { kind: owner.kind, name, namespace } : owner;
}
