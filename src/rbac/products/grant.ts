import type { Resource } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import { type Binding, type BoundSubject, type Role, type RoleReference, ruleAt } from '../model/rbac-object.ts';

/** A role as an object of another product states it. Its name begins with the product's kind: no ClusterRole has a slash. */
export function productRole(
  resource: Resource,
  name: string,
  rules: readonly { readonly path: Path; readonly value: unknown }[],
  more: Partial<Pick<Role, 'labels' | 'selectors' | 'keepsRules'>> = {},
): Role {
  return {
    kind: 'ClusterRole',
    name,
    namespace: undefined,
    origin: 'repository',
    labels: {},
    selectors: undefined,
    rules: rules.map(({ path, value }) => ruleAt(path, value)),
    resource,
    reconciled: true,
    ...more,
  };
}

interface Grant {
  readonly name: string;
  /** Undefined for every namespace. */
  readonly namespace?: string | undefined;
  readonly role: RoleReference;
  readonly rolePath: Path;
  readonly subjects: readonly BoundSubject[];
}

/** A binding as an object of another product states it. */
export function productBinding(resource: Resource, { namespace, ...grant }: Grant): Binding {
  return {
    ...grant,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    namespace,
    origin: 'repository',
    resource,
  };
}
