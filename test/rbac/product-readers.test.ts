import { describe, expect, test } from '@jest/globals';
import { isCandidate } from '../../src/kube/candidate.ts';
import { plainDocuments } from '../../src/kube/plain-documents.ts';
import { readFile } from '../../src/kube/read-file.ts';
import type { Resource } from '../../src/kube/resource.ts';
import { readArgocdPolicy } from '../../src/rbac/products/argocd-policy.ts';
import { productReaders } from '../../src/rbac/read/read-product.ts';
import { readRbac } from '../../src/rbac/read/read-rbac.ts';
import { limits } from '../yaml/limits.ts';

const object = (apiVersion: string, kind: string, rest: object, name = 'x') => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'n' },
  ...rest,
});
const rules = [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }];
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' };
const subjects = [{ kind: 'User', name: 'mallory' }];
const mapped = [{ rolearn: 'arn:aws:iam::1:role/a', userarn: 'arn:aws:iam::1:user/a', username: 'a', groups: ['g'] }];
const rbac = 'rbac.authorization.k8s.io/v1';

/** Objects that grant something by as little as each reader needs, by the name of the reader; '' for Kubernetes' own. */
const samples: readonly (readonly [string, object])[] = [
  ['', object(rbac, 'Role', { rules })],
  ['', object(rbac, 'ClusterRole', { rules })],
  ['', object(rbac, 'RoleBinding', { roleRef, subjects })],
  ['', object(rbac, 'ClusterRoleBinding', { roleRef, subjects })],
  ['', { apiVersion: rbac, kind: 'RoleBindingList', items: [{ metadata: { name: 'x' }, roleRef, subjects }] }],
  ['', object(rbac, '{{ .Values.kind }}', { roleRef, subjects })],
  ['', object(rbac, '$' + '{KIND}', { rules })],
  ['', object('authorization.openshift.io/v1', 'ClusterRoleBinding', { roleRef: { name: 'a' }, userNames: ['u'] })],
  [
    'operator bundles',
    object('operators.coreos.com/v1alpha1', 'ClusterServiceVersion', {
      spec: { install: { spec: { permissions: [{ serviceAccountName: 'x' }] } } },
    }),
  ],
  ['security constraints', object('security.openshift.io/v1', 'SecurityContextConstraints', { users: ['u'] })],
  ['security constraints', object('v1', 'SecurityContextConstraints', { groups: ['g'] })],
  ['Rancher', object('management.cattle.io/v3', 'GlobalRoleBinding', { globalRoleName: 'admin', userName: 'u' })],
  [
    'Rancher',
    object('management.cattle.io/v3', 'ClusterRoleTemplateBinding', {
      roleTemplateName: 'cluster-owner',
      userName: 'u',
    }),
  ],
  ['OpenShift groups', object('user.openshift.io/v1', 'Group', { users: ['u'] })],
  ['aws-auth', object('v1', 'ConfigMap', { data: { mapUsers: JSON.stringify(mapped) } }, 'aws-auth')],
  ['Argo CD', object('v1', 'ConfigMap', { data: { 'policy.default': 'role:admin' } }, 'argocd-rbac-cm')],
  ['Argo CD', object('v1', 'ConfigMap', { data: { 'policy.x.csv': 'g, a, role:admin' } }, 'my-argocd-rbac-cm')],
  ['Argo CD', object('argoproj.io/v1beta1', 'ArgoCD', { spec: { rbac: { defaultPolicy: 'role:admin' } } })],
  ['Argo CD', object('argoproj.io/v1beta1', 'ArgoCD', { spec: { rbac: { policy: 'g, a, role:admin' } } })],
  ['Argo CD', object('v1', 'ConfigMap', { data: { 'users.anonymous.enabled': 'true' } }, 'argocd-cm')],
  [
    'Argo CD',
    object('argoproj.io/v1alpha1', 'AppProject', {
      spec: { roles: [{ name: 'x', policies: ['p, proj:x:x, applications, *, x/*, allow'] }] },
    }),
  ],
  ['Capsule', object('capsule.clastix.io/v1beta2', 'Tenant', { spec: { owners: [{ kind: 'User', name: 'u' }] } })],
  [
    'rbac-manager',
    object('rbacmanager.reactiveops.io/v1beta1', 'RBACDefinition', {
      rbacBindings: [{ name: 'a', subjects, clusterRoleBindings: [{ clusterRole: 'cluster-admin' }] }],
    }),
  ],
  [
    'Kyverno',
    object('kyverno.io/v1', 'ClusterPolicy', {
      spec: {
        rules: [{ name: 'a', generate: { kind: 'ClusterRoleBinding', name: 'b', data: { roleRef, subjects } } }],
      },
    }),
  ],
  [
    'Kyverno',
    object('kyverno.io/v1', 'ClusterPolicy', {
      spec: { rules: [{ name: 'a', generate: { kind: 'RoleBinding', name: 'b', clone: { name: 'c' } } }] },
    }),
  ],
  ['IAM identity mappings', object('iamauthenticator.k8s.aws/v1alpha1', 'IAMIdentityMapping', { spec: mapped[0] })],
  ['EKS access', object('eks.services.k8s.aws/v1alpha1', 'AccessEntry', { spec: { kubernetesGroups: ['g'] } })],
  [
    'EKS access',
    object('eks.aws.upbound.io/v1beta1', 'AccessPolicyAssociation', {
      spec: { forProvider: { policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy' } },
    }),
  ],
  ['EKS clusters', object('eksctl.io/v1alpha5', 'ClusterConfig', { iamIdentityMappings: mapped })],
  [
    'EKS clusters',
    object('controlplane.cluster.x-k8s.io/v1beta2', 'AWSManagedControlPlane', {
      spec: { iamAuthenticatorConfig: { mapRoles: mapped } },
    }),
  ],
  ['values of charts', { rbac: { extraRules: rules } }],
  ['values of charts', { argo: { configs: { rbac: { 'policy.default': 'role:admin' } } } }],
  ['values of charts', { argo: { configs: { rbac: { 'policy.team.csv': 'g, a, role:admin' } } } }],
  ['values of charts', object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: { values: { rules } } })],
  [
    'values of charts',
    object('argoproj.io/v1alpha1', 'Application', {
      spec: { source: { helm: { parameters: [{ name: 'a.rules[0].verbs[0]', value: '*' }] } } },
    }),
  ],
];

/** The ways to write a file that says the same. */
const writings: Readonly<Record<string, (json: string) => Buffer>> = {
  plain: (json) => Buffer.from(json),
  'with every letter of its strings escaped': (json) =>
    Buffer.from(
      json.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
        JSON.stringify(JSON.parse(text)).replace(/[A-Za-z]/g, (letter, at, whole) =>
          whole[at - 1] === '\\' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
      ),
    ),
  'in UTF-16, little end first': (json) => Buffer.from(`\ufeff${json}`, 'utf16le'),
  'in UTF-16, big end first': (json) => Buffer.from(`\ufeff${json}`, 'utf16le').swap16(),
};

function objectsIn(bytes: Buffer): readonly Resource[] {
  const content = { path: 'x.yaml', mode: '100644', id: 'i', size: bytes.length, bytes };
  const side = readFile({ ...content, isTemplate: false, isNamed: false, limits });
  return [...side.resources, ...plainDocuments(side, 'x.yaml')];
}

describe('what grants something', () => {
  test.each(samples.map(([reader, value]) => [reader, JSON.stringify(value)]))(
    '%s: %s is read, and not passed over, however it is written',
    (_, json) => {
      for (const [how, write] of Object.entries(writings)) {
        const bytes = write(json);
        const { roles, bindings, memberships, unjudged } = readRbac(objectsIn(bytes));
        expect([how, roles.length + bindings.length + memberships.length + unjudged.length]).not.toEqual([how, 0]);
        expect([how, isCandidate(bytes)]).toEqual([how, true]);
      }
    },
  );

  test.each(samples.filter(([reader]) => reader !== ''))('%s reads its sample', (reader, value) => {
    const [resource] = objectsIn(Buffer.from(JSON.stringify(value)));
    expect(productReaders.find((each) => resource !== undefined && each.takes(resource))?.name).toBe(reader);
  });

  test('every reader has a sample', () => {
    const sampled = new Set(samples.map(([reader]) => reader));
    expect(productReaders.map(({ name }) => name).filter((name) => !sampled.has(name))).toEqual([]);
  });
});

describe("Argo CD's policy is read as Go's encoding/csv reads it", () => {
  test.each<[string, string, readonly string[]]>([
    ['p, role:a, applications, *, */*, allow', 'p', ['role:a', 'applications', '*', '*/*', 'allow']],
    ['  "p" , "role:a",applications, "*","*/*",  "allow"', 'p', ['role:a', 'applications', '*', '*/*', 'allow']],
    ['g, "CN=ops, OU=it", role:admin', 'g', ['CN=ops, OU=it', 'role:admin']],
    ['g, "the ""a"" team", role:admin', 'g', ['the "a" team', 'role:admin']],
    ['p, role:a, "applications, *, */*, allow', 'p', ['role:a', 'applications', '*', '*/*', 'allow']],
    ['p,,applications,*,,allow', 'p', ['', 'applications', '*', '', 'allow']],
  ])('%s', (line, type, fields) => {
    expect(readArgocdPolicy(line, ['data'])).toEqual([{ type, fields, path: ['data'] }]);
  });

  test('each line has its place; comments and empty ones say nothing, and none is too far down', () => {
    const text = `# p, a\n\n${'# more\n'.repeat(20_000)}p, role:a, applications, get, */*, allow\n`;
    expect(readArgocdPolicy(text, ['data', 'policy.csv']).map(({ path }) => path)).toEqual([
      ['data', 'policy.csv', 20_002],
    ]);
  });
});
