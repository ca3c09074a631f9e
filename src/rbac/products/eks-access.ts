import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Binding, Role, RoleReference } from '../model/rbac-object.ts';
import { type Membership, noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { type Subject, subjectOf } from '../model/subject.ts';
import { productBinding, productRole } from './grant.ts';

/** The ClusterRoles that Amazon's access policies equal (EKS user guide, "Review access policy permissions"). */
const policies: Readonly<Record<string, string>> = {
  AmazonEKSClusterAdminPolicy: 'cluster-admin',
  AmazonEKSAdminPolicy: 'admin',
  AmazonEKSEditPolicy: 'edit',
  AmazonEKSViewPolicy: 'view',
};

/** AmazonEKSAdminViewPolicy reads everything, Secrets as well. */
const reader = { verbs: ['get', 'list', 'watch'], apiGroups: ['*'], resources: ['*'] };

/**
 * Who an IAM identity is in an EKS cluster: AccessEntry and AccessPolicyAssociation as the AWS controllers for Kubernetes
 * (eks.services.k8s.aws) and Crossplane's providers (eks.aws.upbound.io, eks.aws.crossplane.io) write them.
 */
export function readEksAccess(resource: Resource): RbacObjects {
  const spec = mapping(resource.value.spec);
  const isCrossplane = isMapping(spec.forProvider);
  const fields = isCrossplane ? mapping(spec.forProvider) : spec;
  const path: Path = isCrossplane ? ['spec', 'forProvider'] : ['spec'];
  const principal = text(fields.principalARN) ?? text(fields.principalArn) ?? `the principal of ${resource.name}`;
  const member = subjectOf('User', principal);
  const attached = isMapping(fields.accessPolicies) ? [] : list(fields.accessPolicies);
  const grants = attached.map((item, index) =>
    policyGrant(resource, [...path, 'accessPolicies', index], mapping(item), member),
  );
  const policyArn = text(fields.policyArn) ?? text(fields.policyARN);
  if (policyArn !== undefined) grants.push(policyGrant(resource, path, fields, member));
  return {
    ...noObjects,
    roles: grants.flatMap(({ roles }) => roles),
    bindings: grants.flatMap(({ bindings }) => bindings),
    memberships: identities(resource, path, fields, member),
  };
}

function identities(resource: Resource, path: Path, fields: Mapping, member: Subject): Membership[] {
  const memberships: Membership[] = list(fields.kubernetesGroups).flatMap((name, index) => {
    const group = text(name);
    const at = [...path, 'kubernetesGroups', index];
    return group === undefined ? [] : [{ member, of: subjectOf('Group', group), resource, path: at }];
  });
  for (const field of ['username', 'userName']) {
    const name = text(fields[field]);
    if (name === undefined || name.includes('{{')) continue;
    memberships.push({ member, of: subjectOf('User', name), resource, path: [...path, field] });
  }
  return memberships;
}

/** What one access policy gives the principal, in the namespaces it is scoped to. */
function policyGrant(
  resource: Resource,
  path: Path,
  fields: Mapping,
  member: Subject,
): { roles: readonly Role[]; bindings: readonly Binding[] } {
  const field = fields.policyArn === undefined ? 'policyARN' : 'policyArn';
  const arn = text(fields[field]) ?? '';
  const policy = arn.slice(arn.lastIndexOf('/') + 1);
  const own = `AccessPolicy/${policy}`;
  const known = Object.hasOwn(policies, policy) ? policies[policy] : undefined;
  const role: RoleReference = { kind: 'ClusterRole', name: known ?? own };
  const rolePath = [...path, field];
  const roles =
    policy === 'AmazonEKSAdminViewPolicy' ? [productRole(resource, own, [{ path: rolePath, value: reader }])] : [];
  const subjects = [{ subject: member, path: rolePath }];
  const bindings = namespaces(fields.accessScope).map((namespace) =>
    productBinding(resource, { name: `${resource.name}/${policy}`, namespace, role, rolePath, subjects }),
  );
  return { roles, bindings };
}

/** The namespaces of a scope; one undefined for the whole cluster, also where the scope cannot be read. */
function namespaces(scope: unknown): readonly (string | undefined)[] {
  // Crossplane writes blocks as lists of one.
  const { type, namespaces: names } = mapping(Array.isArray(scope) ? scope[0] : scope);
  const stated = list(names).flatMap((name) => text(name) ?? []);
  return type === 'namespace' && stated.length > 0 ? stated : [undefined];
}
