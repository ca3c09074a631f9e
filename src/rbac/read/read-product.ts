import type { Resource } from '../../kube/resource.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { readArgocdRbac } from '../products/argocd-rbac.ts';
import { readEksAccess } from '../products/eks-access.ts';
import { readAwsAuth, readClusterMappings, readIamIdentityMapping } from '../products/iam-mapping.ts';
import { type ReadObject, readKyvernoPolicy } from '../products/kyverno.ts';
import { readOpenshiftGroup } from '../products/openshift-group.ts';
import { rancherGroup, readRancher } from '../products/rancher.ts';
import { type ReadSubject, readRbacDefinition } from '../products/rbac-manager.ts';
import { readValues } from '../products/values.ts';
import { readOperatorPermissions } from './operator-permissions.ts';
import { isSecurityConstraints, readSecurityConstraints } from './security-constraints.ts';

/** How the objects inside other ones are read. */
interface Inner {
  readonly readObject: ReadObject;
  readonly readSubject: ReadSubject;
}

/** What an object that is neither a role nor a binding grants all the same: one of another product, or values of a chart. */
export function readProduct(resource: Resource, inner: Inner): RbacObjects {
  const { group, kind } = resource;
  if (kind === 'ClusterServiceVersion') return { ...noObjects, ...readOperatorPermissions(resource) };
  if (isSecurityConstraints(resource)) return { ...noObjects, ...readSecurityConstraints(resource) };
  if (group === rancherGroup) return readRancher(resource);
  if (kind === 'Group' && group === 'user.openshift.io') return readOpenshiftGroup(resource);
  if (kind === 'ConfigMap' && group === '') return readConfigMap(resource);
  if (kind === 'RBACDefinition') return readRbacDefinition(resource, inner.readSubject);
  if (kind === 'ArgoCD' && group === 'argoproj.io') return readArgocdRbac(resource);
  if (isKyverno(group)) return readKyvernoPolicy(resource, inner.readObject);
  if (kind === 'IAMIdentityMapping') return readIamIdentityMapping(resource);
  if (kind === 'AccessEntry' || kind === 'AccessPolicyAssociation') return readEksAccess(resource);
  if (kind === 'ClusterConfig' || kind === 'AWSManagedControlPlane') return readClusterMappings(resource);
  return readValues(resource);
}

function readConfigMap(resource: Resource): RbacObjects {
  if (resource.name === 'aws-auth') return readAwsAuth(resource);
  return resource.name.includes('argocd-rbac-cm') ? readArgocdRbac(resource) : readValues(resource);
}

function isKyverno(group: string): boolean {
  return group === 'kyverno.io' || group === 'policies.kyverno.io';
}
