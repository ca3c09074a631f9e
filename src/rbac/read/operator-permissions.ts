import type { Resource } from '../../kube/resource.ts';
import { list, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Binding, namespaceOf, type Role, ruleAt } from '../model/rbac-object.ts';
import { subjectOf, unknownNamespacePrefix } from '../model/subject.ts';

/**
 * The roles and bindings the Operator Lifecycle Manager makes of a ClusterServiceVersion's `clusterPermissions` (for
 * every namespace) and `permissions` (for the operator's own), one pair per entry.
 */
export function readOperatorPermissions(resource: Resource): { roles: Role[]; bindings: Binding[] } {
  const roles: Role[] = [];
  const bindings: Binding[] = [];
  const install = mapping(mapping(mapping(resource.value.spec).install).spec);
  // Bundles are published with `placeholder`; the subscription decides where the operator runs.
  const namespace =
    resource.namespace === 'placeholder'
      ? `${unknownNamespacePrefix}${operatorName(resource.name)}`
      : namespaceOf(resource);
  for (const field of ['clusterPermissions', 'permissions'] as const) {
    const count = new Map<string, number>();
    for (const [index, item] of list(install[field]).entries()) {
      const { serviceAccountName, rules } = mapping(item);
      const account = typeof serviceAccountName === 'string' ? serviceAccountName : 'default';
      const nth = (count.get(account) ?? 0) + 1;
      count.set(account, nth);
      const path: Path = ['spec', 'install', 'spec', field, index];
      const name = `${operatorName(resource.name)}/${field}/${account}${nth > 1 ? `/${nth}` : ''}`;
      const role = operatorRole(resource, field, namespace, name, path, list(rules));
      roles.push(role);
      bindings.push({
        kind: role.kind === 'ClusterRole' ? 'ClusterRoleBinding' : 'RoleBinding',
        name,
        namespace: role.namespace,
        origin: 'repository',
        role: { kind: role.kind, name },
        rolePath: path,
        subjects: [
          {
            subject: subjectOf('ServiceAccount', account, namespace),
            path: [...path, 'serviceAccountName'],
          },
        ],
        resource,
      });
    }
  }
  return { roles, bindings };
}

function operatorRole(
  resource: Resource,
  field: 'clusterPermissions' | 'permissions',
  namespace: string,
  name: string,
  path: Path,
  rules: readonly unknown[],
): Role {
  return {
    kind: field === 'permissions' ? 'Role' : 'ClusterRole',
    name,
    namespace: field === 'permissions' ? namespace : undefined,
    origin: 'repository',
    labels: {},
    selectors: undefined,
    rules: rules.map((rule, index) => ruleAt([...path, 'rules', index], rule)),
    resource,
    reconciled: true,
  };
}

/** Without the version, so that the next version of an operator is compared with the one before. */
function operatorName(name: string): string {
  return name.replace(/\.v?\d+\.\d+.*$/, '');
}
