import type { Resource } from '../../kube/resource.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { readArgocdRbac } from '../products/argocd-rbac.ts';
import { capsuleGroup, readTenant } from '../products/capsule.ts';
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

/** Reads the objects of one product. */
interface ProductReader {
  readonly name: string;
  takes(resource: Resource): boolean;
  read(resource: Resource, inner: Inner): RbacObjects;
}

const ofKinds =
  (...kinds: readonly string[]) =>
  ({ kind }: Resource) =>
    kinds.includes(kind);

/** The first that takes an object reads it. What each looks for is among the words of `kube/candidate.ts`. */
export const productReaders: readonly ProductReader[] = [
  {
    name: 'operator bundles',
    takes: ofKinds('ClusterServiceVersion'),
    read: (resource) => ({ ...noObjects, ...readOperatorPermissions(resource) }),
  },
  {
    name: 'security constraints',
    takes: isSecurityConstraints,
    read: (resource) => ({ ...noObjects, ...readSecurityConstraints(resource) }),
  },
  { name: 'Rancher', takes: ({ group }) => group === rancherGroup, read: readRancher },
  {
    name: 'OpenShift groups',
    takes: ({ kind, group }) => kind === 'Group' && group === 'user.openshift.io',
    read: readOpenshiftGroup,
  },
  { name: 'aws-auth', takes: (resource) => isConfigMap(resource) && resource.name === 'aws-auth', read: readAwsAuth },
  {
    name: 'Argo CD',
    takes: (resource) =>
      (isConfigMap(resource) && /argocd-(?:rbac-)?cm/.test(resource.name)) ||
      (['ArgoCD', 'AppProject'].includes(resource.kind) && resource.group === 'argoproj.io'),
    read: readArgocdRbac,
  },
  {
    name: 'rbac-manager',
    takes: ofKinds('RBACDefinition'),
    read: (resource, { readSubject }) => readRbacDefinition(resource, readSubject),
  },
  {
    name: 'Kyverno',
    takes: ({ group }) => group === 'kyverno.io' || group === 'policies.kyverno.io',
    read: (resource, { readObject }) => readKyvernoPolicy(resource, readObject),
  },
  {
    name: 'Capsule',
    takes: ({ kind, group }) => kind === 'Tenant' && group === capsuleGroup,
    read: (resource, { readSubject }) => readTenant(resource, readSubject),
  },
  { name: 'IAM identity mappings', takes: ofKinds('IAMIdentityMapping'), read: readIamIdentityMapping },
  { name: 'EKS access', takes: ofKinds('AccessEntry', 'AccessPolicyAssociation'), read: readEksAccess },
  { name: 'EKS clusters', takes: ofKinds('ClusterConfig', 'AWSManagedControlPlane'), read: readClusterMappings },
  { name: 'values of charts', takes: () => true, read: readValues },
];

/** What an object that is neither a role nor a binding grants all the same: one of another product, or values of a chart. */
export function readProduct(resource: Resource, inner: Inner): RbacObjects {
  return productReaders.find((reader) => reader.takes(resource))?.read(resource, inner) ?? noObjects;
}

function isConfigMap({ kind, group }: Resource): boolean {
  return kind === 'ConfigMap' && group === '';
}
