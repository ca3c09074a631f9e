import { describe, expect, test } from '@jest/globals';
import { readRbac } from '../../src/rbac/read/read-rbac.ts';
import { resources } from './manifests.ts';

/** What an object grants, a line each: with its place in the object after `@`. */
function grants(object: object): string[] {
  const { roles, bindings, memberships, unjudged } = readRbac(resources({ 'apps/x.yaml': JSON.stringify(object) }));
  const at = (path: readonly unknown[]) => ` @${path.join('.')}`;
  return [
    ...roles.map(({ kind, namespace, name, rules, selectors, keepsRules, labels, origin }) => {
      const own = rules.map(({ path, value }) => `${ruleText(value)}${at(path)}`).join('; ');
      const selected = selectors?.map((each) =>
        each.map(({ key, operator, values }) => `${key} ${operator} ${values}`).join(),
      );
      return [
        `${kind} ${namespace ?? '*'} ${name}: ${own}`,
        ...(selected === undefined ? [] : [`selects ${selected.join(' or ')}`]),
        ...(keepsRules ? ['keeps'] : []),
        ...(Object.keys(labels).length === 0 ? [] : [`labels ${JSON.stringify(labels)}`]),
        ...(origin === 'repository' ? [] : [origin]),
      ].join(' | ');
    }),
    ...bindings.map(({ kind, namespace, name, role, rolePath, subjects }) => {
      const bound = subjects.map(({ subject, path }) => `${subject.key}${at(path)}`).join(', ');
      return `${kind} ${namespace ?? '*'} ${name} → ${role.kind} ${role.name}${at(rolePath)} for ${bound}`;
    }),
    ...memberships.map(({ member, of, path }) => `${member.key} is ${of.key}${at(path)}`),
    ...unjudged.map(
      ({ what, code, severity, path, fix }) => `${severity} ${what} [${code}]${at(path)}${fix ? ` ${fix}` : ''}`,
    ),
  ];
}

function ruleText(value: unknown): string {
  const { verbs, apiGroups, resources: of, resourceNames } = value as Record<string, readonly string[]>;
  return `${verbs} ${of}.${apiGroups}${resourceNames ? ` ${resourceNames}` : ''}`;
}

const object = (apiVersion: string, kind: string, rest: object, name = 'x', namespace?: string) => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }) },
  ...rest,
});
const rule = (verb: string) => ({ verbs: [verb], apiGroups: [''], resources: ['pods'] });

describe('Rancher', () => {
  const rancher = (kind: string, rest: object) => grants(object('management.cattle.io/v3', kind, rest));

  test('a GlobalRole has its rules, those in namespaces, of Fleet, and of the templates it inherits', () => {
    expect(
      rancher('GlobalRole', {
        rules: [rule('get'), rule('list')],
        namespacedRules: { web: [rule('watch')] },
        inheritedFleetWorkspacePermissions: { resourceRules: [rule('patch')], workspaceVerbs: ['delete'] },
        inheritedClusterRoles: ['cluster-owner', 'mine', 3, 'view'],
      }),
    ).toEqual([
      'ClusterRole * GlobalRole/x: get pods. @rules.0; list pods. @rules.1; watch pods. @namespacedRules.web.0; patch pods. @inheritedFleetWorkspacePermissions.resourceRules.0; delete fleetworkspaces.management.cattle.io @inheritedFleetWorkspacePermissions.workspaceVerbs | selects RoleTemplate In cluster-owner,mine,view | keeps',
      'ClusterRole * RoleTemplate/cluster-owner: * *.* @ | labels {"RoleTemplate":"cluster-owner"} | default',
      'ClusterRole * RoleTemplate/view:  | selects rbac.authorization.k8s.io/aggregate-to-view In true | labels {"RoleTemplate":"view"} | default',
    ]);
  });

  test('a GlobalRole of new users is bound to all of them', () => {
    const own =
      'ClusterRole * GlobalRole/x: get pods. @rules.0; undefined fleetworkspaces.management.cattle.io @inheritedFleetWorkspacePermissions.workspaceVerbs';
    expect(rancher('GlobalRole', { rules: [rule('get')], newUserDefault: true })).toEqual([
      own,
      'ClusterRoleBinding * GlobalRole/x → ClusterRole GlobalRole/x @newUserDefault for Group:every new user of Rancher @newUserDefault',
    ]);
    expect(rancher('GlobalRole', { rules: [rule('get')], newUserDefault: false })).toEqual([own]);
  });

  test('a RoleTemplate has its rules, those of others, and all where it is administrative', () => {
    const label = 'labels {"RoleTemplate":"x"}';
    expect(
      rancher('RoleTemplate', {
        rules: [rule('get')],
        externalRules: [rule('list')],
        roleTemplateNames: ['edit', 'own'],
      }),
    ).toEqual([
      `ClusterRole * RoleTemplate/x: get pods. @rules.0; list pods. @externalRules.0 | selects RoleTemplate In edit,own | keeps | ${label}`,
      'ClusterRole * RoleTemplate/edit:  | selects rbac.authorization.k8s.io/aggregate-to-edit In true | labels {"RoleTemplate":"edit"} | default',
    ]);
    expect(rancher('RoleTemplate', { administrative: true })).toEqual([
      `ClusterRole * RoleTemplate/x: * *.* @administrative | ${label}`,
    ]);
    expect(rancher('RoleTemplate', { administrative: 'true', external: 'true' })).toEqual([
      `ClusterRole * RoleTemplate/x:  | ${label}`,
    ]);
  });

  test('an external RoleTemplate without rules of its own cannot be compared', () => {
    const label = 'labels {"RoleTemplate":"x"}';
    expect(rancher('RoleTemplate', { external: true })).toEqual([
      `ClusterRole * RoleTemplate/x:  | ${label}`,
      'high takes its rules from the ClusterRole x of each cluster [external] @external',
    ]);
    expect(rancher('RoleTemplate', { external: true, externalRules: [rule('get')] })).toEqual([
      `ClusterRole * RoleTemplate/x: get pods. @externalRules.0 | ${label}`,
    ]);
  });

  test.each([
    ['admin', 'cluster-admin'],
    ['restricted-admin', 'cluster-admin'],
    ['mine', 'GlobalRole/mine'],
    ['constructor', 'GlobalRole/constructor'],
  ])('a GlobalRoleBinding of %s is one of %s', (name, role) => {
    expect(rancher('GlobalRoleBinding', { globalRoleName: name, userName: 'u' })).toEqual([
      `ClusterRoleBinding * GlobalRoleBinding/x → ClusterRole ${role} @globalRoleName for User:u @userName`,
    ]);
  });

  test('what everyone of Rancher has is known', () => {
    expect(rancher('GlobalRoleBinding', { globalRoleName: 'user', groupPrincipalName: 'g' })).toEqual([
      'ClusterRole * GlobalRole/user: create clusters,nodetemplates.management.cattle.io @ | default',
      'ClusterRoleBinding * GlobalRoleBinding/x → ClusterRole GlobalRole/user @globalRoleName for Group:g @groupPrincipalName',
    ]);
    expect(rancher('GlobalRoleBinding', { globalRoleName: 'user-base', userPrincipalName: 'p' })).toEqual([
      'ClusterRole * GlobalRole/user-base:  | default',
      'ClusterRoleBinding * GlobalRoleBinding/x → ClusterRole GlobalRole/user-base @globalRoleName for User:p @userPrincipalName',
    ]);
  });

  test.each([
    ['cluster-owner', 'cluster-admin'],
    ['cluster-admin', 'cluster-admin'],
    ['project-owner', 'admin'],
    ['admin', 'admin'],
    ['project-member', 'edit'],
    ['edit', 'edit'],
    ['cluster-member', 'view'],
    ['read-only', 'view'],
    ['view', 'view'],
    ['user', 'RoleTemplate/user'],
  ])('the template %s is as the ClusterRole %s, in a cluster and in a project', (name, role) => {
    expect(rancher('ClusterRoleTemplateBinding', { roleTemplateName: name, groupName: 'g' })).toEqual([
      `ClusterRoleBinding * ClusterRoleTemplateBinding/x → ClusterRole ${role} @roleTemplateName for Group:g @groupName`,
    ]);
    expect(
      rancher('ProjectRoleTemplateBinding', { roleTemplateName: name, projectName: 'c:p', serviceAccount: 'ns:sa' }),
    ).toEqual([
      `RoleBinding ?c:p ProjectRoleTemplateBinding/x → ClusterRole ${role} @roleTemplateName for User:system:serviceaccount:ns:sa @serviceAccount`,
    ]);
  });

  test('a project binding without a project is of its own; what names nobody or half an account binds nobody', () => {
    for (const serviceAccount of ['sa', ':sa', 'ns:', '']) {
      expect(rancher('ProjectRoleTemplateBinding', { roleTemplateName: 'view', serviceAccount })).toEqual([
        'RoleBinding ?x ProjectRoleTemplateBinding/x → ClusterRole view @roleTemplateName for ',
      ]);
    }
    expect(rancher('Setting', { value: 'x', rules: [rule('*')] })).toEqual([]);
  });
});

describe('AWS', () => {
  const map = (...items: readonly object[]) => JSON.stringify(items);
  const awsAuth = (data: object) => grants(object('v1', 'ConfigMap', { data }, 'aws-auth', 'kube-system'));
  const free = 'lets whoever assumes an IAM role choose the Kubernetes user they act as (username {{SessionName}})';
  const unread = (field: string) =>
    `high maps IAM identities to Kubernetes users and groups in a ${field} that could not be read [unread mapping,${field}] @data.${field}`;

  test('aws-auth says as whom IAM roles and users act', () => {
    expect(
      awsAuth({
        mapRoles: map(
          { rolearn: 'r', username: 'u', groups: ['g', '', 'h'] },
          { rolearn: 's', username: 's', groups: ['g'] },
        ),
        mapUsers: map({ userarn: 'w', username: 'system:node:{{EC2PrivateDNSName}}', groups: ['system:nodes'] }),
      }),
    ).toEqual([
      'User:r is Group:g @data.mapRoles.0.groups.0',
      'User:r is Group:h @data.mapRoles.0.groups.2',
      'User:r is User:u @data.mapRoles.0.username',
      'User:s is Group:g @data.mapRoles.1.groups.0',
      'User:w is Group:system:nodes @data.mapUsers.0.groups.0',
    ]);
  });

  test.each(['{{SessionName}}', '{{ SessionNameRaw }}', '{{  SessionName}}'])(
    'a name that a session chooses is anybody’s: %s',
    (username) => {
      expect(awsAuth({ mapRoles: map({ rolearn: 'r', username }) })).toEqual([
        `high ${free} [free name,${username}] @data.mapRoles.0.username`,
      ]);
    },
  );

  test.each(['x{{SessionName}}', '{{SessionName}}x', '{{AccountID}}'])(
    'a name with more to it is not: %s',
    (username) => {
      expect(awsAuth({ mapRoles: map({ rolearn: 'r', username }) })).toEqual([]);
    },
  );

  test('whole accounts come in under their own names', () => {
    const account = (id: string, path: string) =>
      `medium lets every IAM user and role of account ${id} in, under its own name [account,${id}] @${path}`;
    expect(awsAuth({ mapAccounts: '["123", "456"]' })).toEqual([
      account('123', 'data.mapAccounts'),
      account('456', 'data.mapAccounts'),
    ]);
    expect(awsAuth({ mapRoles: map({ account: '9' }) })).toEqual([account('9', 'data.mapRoles.0')]);
    expect(awsAuth({ mapAccounts: 5, mapRoles: '', mapUsers: null })).toEqual([]);
  });

  test('what cannot be read is named', () => {
    expect(awsAuth({ mapRoles: '{', mapUsers: 'x: y' })).toEqual([unread('mapRoles'), unread('mapUsers')]);
    expect(awsAuth({ mapRoles: 7 })).toEqual([unread('mapRoles')]);
    expect(awsAuth({ mapRoles: 'null', mapUsers: '[]' })).toEqual([]);
    expect(awsAuth({ mapRoles: map('text' as never, { username: 'u' }) })).toEqual([]);
  });

  test('an IAMIdentityMapping and lists in clusters say the same', () => {
    const arn = { arn: 'a', groups: ['g'] };
    expect(grants(object('iamauthenticator.k8s.aws/v1alpha1', 'IAMIdentityMapping', { spec: arn }))).toEqual([
      'User:a is Group:g @spec.groups.0',
    ]);
    expect(
      grants(
        object('eksctl.io/v1alpha5', 'ClusterConfig', {
          iamIdentityMappings: [arn, { rolearnlike: 'l', username: 'u' }],
        }),
      ),
    ).toEqual([
      'User:a is Group:g @iamIdentityMappings.0.groups.0',
      'User:l is User:u @iamIdentityMappings.1.username',
    ]);
    expect(
      grants(
        object('controlplane.cluster.x-k8s.io/v1beta2', 'AWSManagedControlPlane', {
          spec: {
            iamAuthenticatorConfig: {
              mapRoles: [{ rolearn: 'r', groups: ['g'] }],
              mapUsers: [{ userarn: 'u', groups: ['h'] }],
            },
          },
        }),
      ),
    ).toEqual([
      'User:r is Group:g @spec.iamAuthenticatorConfig.mapRoles.0.groups.0',
      'User:u is Group:h @spec.iamAuthenticatorConfig.mapUsers.0.groups.0',
    ]);
  });

  const policy = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;
  const access = (spec: object, kind = 'AccessEntry') =>
    grants(object('eks.services.k8s.aws/v1alpha1', kind, { spec }));

  test('an access entry has groups, names and policies', () => {
    expect(
      access({
        principalARN: 'p',
        kubernetesGroups: ['g', 5, 'h'],
        username: 'u',
        userName: '{{x}}',
        accessPolicies: [
          { policyARN: policy('AmazonEKSClusterAdminPolicy'), accessScope: { type: 'cluster', namespaces: ['web'] } },
          { policyARN: policy('AmazonEKSEditPolicy'), accessScope: { type: 'namespace', namespaces: ['web', 'db'] } },
          { policyARN: policy('Own') },
          { policyArn: policy('AmazonEKSAdminViewPolicy'), accessScope: { type: 'namespace', namespaces: [] } },
        ],
      }),
    ).toEqual([
      'ClusterRole * AccessPolicy/AmazonEKSAdminViewPolicy: get,list,watch *.* @spec.accessPolicies.3.policyArn',
      'ClusterRoleBinding * x/AmazonEKSClusterAdminPolicy → ClusterRole cluster-admin @spec.accessPolicies.0.policyARN for User:p @spec.accessPolicies.0.policyARN',
      'RoleBinding web x/AmazonEKSEditPolicy → ClusterRole edit @spec.accessPolicies.1.policyARN for User:p @spec.accessPolicies.1.policyARN',
      'RoleBinding db x/AmazonEKSEditPolicy → ClusterRole edit @spec.accessPolicies.1.policyARN for User:p @spec.accessPolicies.1.policyARN',
      'ClusterRoleBinding * x/Own → ClusterRole AccessPolicy/Own @spec.accessPolicies.2.policyARN for User:p @spec.accessPolicies.2.policyARN',
      'ClusterRoleBinding * x/AmazonEKSAdminViewPolicy → ClusterRole AccessPolicy/AmazonEKSAdminViewPolicy @spec.accessPolicies.3.policyArn for User:p @spec.accessPolicies.3.policyArn',
      'User:p is Group:g @spec.kubernetesGroups.0',
      'User:p is Group:h @spec.kubernetesGroups.2',
      'User:p is User:u @spec.username',
    ]);
  });

  test('Crossplane writes an association with its scope in a list', () => {
    expect(
      access(
        {
          forProvider: {
            policyArn: policy('AmazonEKSViewPolicy'),
            principalArn: 'p',
            accessScope: [{ type: 'namespace', namespaces: ['web'] }],
          },
        },
        'AccessPolicyAssociation',
      ),
    ).toEqual([
      'RoleBinding web x/AmazonEKSViewPolicy → ClusterRole view @spec.forProvider.policyArn for User:p @spec.forProvider.policyArn',
    ]);
    expect(access({ policyARN: policy('AmazonEKSAdminPolicy') })).toEqual([
      'ClusterRoleBinding * x/AmazonEKSAdminPolicy → ClusterRole admin @spec.policyARN for User:the principal of x @spec.policyARN',
    ]);
  });
});

describe('Argo CD', () => {
  const cm = (data: object, name = 'argocd-rbac-cm') => grants(object('v1', 'ConfigMap', { data }, name, 'argocd'));
  const open = 'high lets everyone into Argo CD without a login, with its default role [anonymous]';
  const fix = 'Leave anonymous access off; who has no account may have one for reading.';

  test('a policy has roles, groups, and grants to subjects of its own', () => {
    expect(
      cm({
        'policy.csv':
          'p, role:ops, applications, sync, */*, allow\np, role:ops, clusters, get, *, deny\np, ana, logs, action/apps/x, *\ng, dev, role:ops',
        'policy.default': ' role:readonly ',
        other: 'p, role:x, a, b',
      }),
    ).toEqual([
      'ClusterRole * Argo CD/role:ops: update applications.argoproj.io @data.policy.csv.0',
      'ClusterRole * Argo CD/ana: action logs.argoproj.io @data.policy.csv.2',
      'ClusterRole * Argo CD/role:readonly: get *.argoproj.io @ | default',
      'ClusterRoleBinding * argocd-rbac-cm/dev of Argo CD → ClusterRole Argo CD/role:ops @data.policy.csv.3 for Group:dev of Argo CD @data.policy.csv.3',
      'ClusterRoleBinding * argocd-rbac-cm/ana of Argo CD → ClusterRole Argo CD/ana @data.policy.csv.2 for Group:ana of Argo CD @data.policy.csv.2',
      'ClusterRoleBinding * argocd-rbac-cm/everyone of Argo CD → ClusterRole Argo CD/role:readonly @data.policy.default for Group:everyone of Argo CD @data.policy.default',
    ]);
  });

  test('an overlay of the policy is one too; its own admin may do anything', () => {
    expect(
      cm({
        'policy.team.csv': 'g, a, role:admin',
        'policy.csv.bak': 'g, b, role:admin',
        'my.policy.csv': 'g, c, role:admin',
      }),
    ).toEqual([
      'ClusterRole * Argo CD/role:admin: * *.argoproj.io @ | default',
      'ClusterRoleBinding * argocd-rbac-cm/a of Argo CD → ClusterRole Argo CD/role:admin @data.policy.team.csv for Group:a of Argo CD @data.policy.team.csv',
    ]);
  });

  test('anonymous access is named where it is on', () => {
    expect(cm({ 'users.anonymous.enabled': 'true' }, 'argocd-cm')).toEqual([
      `${open} @data.users.anonymous.enabled ${fix}`,
    ]);
    expect(cm({ 'users.anonymous.enabled': true }, 'argocd-cm')).toEqual([
      `${open} @data.users.anonymous.enabled ${fix}`,
    ]);
    expect(cm({ 'users.anonymous.enabled': 'false' }, 'argocd-cm')).toEqual([]);
    expect(grants(object('v1', 'ConfigMap', {}, 'argocd-cm'))).toEqual([]);
  });

  test('the operator’s object has the same', () => {
    const argo = (spec: object) => grants(object('argoproj.io/v1beta1', 'ArgoCD', { spec }));
    expect(argo({ rbac: { policy: 'g, a, r', defaultPolicy: 'role:x' }, usersAnonymousEnabled: true })).toEqual([
      'ClusterRoleBinding * x/a of Argo CD → ClusterRole Argo CD/r @spec.rbac.policy for Group:a of Argo CD @spec.rbac.policy',
      'ClusterRoleBinding * x/everyone of Argo CD → ClusterRole Argo CD/role:x @spec.rbac.defaultPolicy for Group:everyone of Argo CD @spec.rbac.defaultPolicy',
      `${open} @spec.usersAnonymousEnabled ${fix}`,
    ]);
    expect(argo({ rbac: {} })).toEqual([]);
  });

  const project = (spec: object) =>
    grants(
      object(
        'argoproj.io/v1alpha1',
        'AppProject',
        {
          spec: {
            roles: [{ name: 'ci', policies: ['p, proj:x:ci, applications, *, x/*, allow'], groups: ['dev'] }],
            ...spec,
          },
        },
        'x',
      ),
    );
  const granted = (kind: string) => [
    'ClusterRole * Argo CD/proj:x:ci: * applications.argoproj.io @spec.roles.0.policies.0',
    `${kind} x/dev of Argo CD → ClusterRole Argo CD/proj:x:ci @spec.roles.0.groups.0 for Group:dev of Argo CD @spec.roles.0.groups.0`,
    `${kind} x/proj:x:ci of Argo CD → ClusterRole Argo CD/proj:x:ci @spec.roles.0.policies.0 for Group:proj:x:ci of Argo CD @spec.roles.0.policies.0`,
  ];

  test.each([
    ['nothing but its own', {}],
    [
      'namespaces of its own',
      { destinations: [{ namespace: 'web' }, { namespace: 'shop-*' }], clusterResourceWhitelist: [] },
    ],
  ])('a project that may reach %s is a place of its own', (_, spec) =>
    expect(project(spec)).toEqual(granted('RoleBinding ?project x')),
  );

  test.each([
    ['kinds of the whole cluster', { clusterResourceWhitelist: [{ group: '*', kind: '*' }] }],
    ['every namespace', { destinations: [{ namespace: '*' }] }],
    ['a controller’s namespace among its own', { destinations: [{ namespace: 'web' }, { namespace: 'kube-system' }] }],
    ['a pattern that fits one', { destinations: [{ namespace: 'kube-*' }] }],
    ['no named namespace', { destinations: [{ server: '*' }] }],
    ['what a template fills in', { destinations: '{{ x }}' }],
    ['kinds that a template fills in', { clusterResourceWhitelist: '{{ x }}' }],
  ])('a project that may reach %s is everywhere', (_, spec) =>
    expect(project(spec)).toEqual(granted('ClusterRoleBinding *')),
  );
});

describe('makers of bindings', () => {
  const subjects = [{ kind: 'User', name: 'u' }, { kind: 'ServiceAccount', name: 'sa' }, { kind: 'Group' }];

  test('an OpenShift Group has members', () => {
    expect(grants(object('user.openshift.io/v1', 'Group', { users: ['u', 7, 'v'] }, 'ops'))).toEqual([
      'User:u is Group:ops @users.0',
      'User:v is Group:ops @users.2',
    ]);
  });

  test('a Tenant of Capsule gives owners admin, or what is stated, and others what it binds', () => {
    expect(
      grants(
        object(
          'capsule.clastix.io/v1beta2',
          'Tenant',
          {
            spec: {
              owners: [
                { kind: 'User', name: 'u' },
                { kind: 'ServiceAccount', name: 'system:serviceaccount:ci:bot', clusterRoles: ['view', 3, 'edit'] },
                { kind: 'ServiceAccount', name: 'xsystem:serviceaccount:ci:bot' },
              ],
              additionalRoleBindings: [{ clusterRoleName: 'own', subjects }],
            },
          },
          't',
        ),
      ),
    ).toEqual([
      'RoleBinding ?*t t/admin → ClusterRole admin @spec.owners.0 for User:u @spec.owners.0',
      'RoleBinding ?*t t/view → ClusterRole view @spec.owners.1 for User:system:serviceaccount:ci:bot @spec.owners.1',
      'RoleBinding ?*t t/edit → ClusterRole edit @spec.owners.1 for User:system:serviceaccount:ci:bot @spec.owners.1',
      'RoleBinding ?*t t/admin → ClusterRole admin @spec.owners.2 for User:system:serviceaccount:?*t:xsystem:serviceaccount:ci:bot @spec.owners.2',
      'RoleBinding ?*t t/own → ClusterRole own @spec.additionalRoleBindings.0.clusterRoleName for User:u @spec.additionalRoleBindings.0.subjects.0, User:system:serviceaccount:?*t:sa @spec.additionalRoleBindings.0.subjects.1',
    ]);
  });

  test('an RBACDefinition makes bindings everywhere, in a namespace, and in those it selects', () => {
    const made = (item: object) =>
      grants(
        object(
          'rbacmanager.reactiveops.io/v1beta1',
          'RBACDefinition',
          { rbacBindings: [{ name: 'a', subjects: [{ kind: 'ServiceAccount', name: 's' }], ...item }] },
          'd',
        ),
      );
    const bound = (kind: string, role: string, path: string, namespace: string) =>
      `${kind} d/a → ${role} @rbacBindings.0.${path} for User:system:serviceaccount:${namespace}:s @rbacBindings.0.subjects.0`;
    expect(made({ clusterRoleBindings: [{ clusterRole: 'edit' }] })).toEqual([
      bound('ClusterRoleBinding *', 'ClusterRole edit', 'clusterRoleBindings.0.clusterRole', '?'),
    ]);
    expect(
      made({
        roleBindings: [
          { clusterRole: 'edit', namespace: 'web' },
          { role: 'own', namespace: 'web' },
        ],
      }),
    ).toEqual([
      bound('RoleBinding web', 'ClusterRole edit', 'roleBindings.0.clusterRole', 'web'),
      bound('RoleBinding web', 'Role own', 'roleBindings.1.role', 'web'),
    ]);
    const selecting = (namespaceSelector: object | undefined) =>
      made({ roleBindings: [{ clusterRole: 'edit', namespaceSelector }] });
    const narrow = [bound('RoleBinding ?*d', 'ClusterRole edit', 'roleBindings.0.clusterRole', '?*d')];
    const wide = [bound('ClusterRoleBinding *', 'ClusterRole edit', 'roleBindings.0.clusterRole', '?')];
    expect(selecting({ matchLabels: { a: 'b' } })).toEqual(narrow);
    expect(
      selecting({
        matchExpressions: [
          { key: 'a', operator: 'NotIn' },
          { key: 'a', operator: 'In' },
        ],
      }),
    ).toEqual(narrow);
    expect(selecting({ matchExpressions: [{ key: 'a', operator: 'Exists' }] })).toEqual(narrow);
    expect(selecting({ matchExpressions: [{ key: 'a', operator: 'NotIn' }] })).toEqual(wide);
    expect(selecting({ matchLabels: {} })).toEqual(wide);
    expect(selecting(undefined)).toEqual(wide);
    expect(made({ roleBindings: [{ role: 'own' }] })).toEqual([
      bound('RoleBinding ?*d', 'Role own', 'roleBindings.0.role', '?*d'),
    ]);
  });

  test('SecurityContextConstraints let their users and groups use them', () => {
    const constraints = (rest: object, apiVersion = 'security.openshift.io/v1') =>
      grants(object(apiVersion, 'SecurityContextConstraints', rest, 'c'));
    const name = 'SecurityContextConstraints/c';
    expect(constraints({ users: ['u', '', 5], groups: ['g'] })).toEqual([
      `ClusterRole * ${name}: use securitycontextconstraints.security.openshift.io c @`,
      `ClusterRoleBinding * ${name} → ClusterRole ${name} @ for User:u @users.0, Group:g @groups.0`,
    ]);
    expect(constraints({ users: [], groups: 'g' })).toEqual([]);
    expect(constraints({ groups: ['g'] }, 'v1')).toHaveLength(2);
    expect(constraints({ groups: ['g'] }, 'example.com/v1')).toEqual([]);
  });

  test('an operator’s bundle asks for roles everywhere and in its own namespace', () => {
    const asked = (serviceAccountName: unknown, verb: string) => ({
      serviceAccountName,
      rules: [rule(verb), rule('x')],
    });
    const bundle = (namespace: string, name = 'ops.v1.2.3') =>
      grants(
        object(
          'operators.coreos.com/v1alpha1',
          'ClusterServiceVersion',
          {
            spec: {
              install: {
                spec: {
                  clusterPermissions: [asked('a', 'get'), asked('b', 'list'), asked('a', 'watch')],
                  permissions: [asked(7, 'patch')],
                },
              },
            },
          },
          name,
          namespace,
        ),
      );
    const at = (field: string, index: number) => `spec.install.spec.${field}.${index}`;
    const pair = (account: string, name: string, verb: string, index: number) => [
      `ClusterRole * ops/clusterPermissions/${name}: ${verb} pods. @${at('clusterPermissions', index)}.rules.0; x pods. @${at('clusterPermissions', index)}.rules.1`,
      `ClusterRoleBinding * ops/clusterPermissions/${name} → ClusterRole ops/clusterPermissions/${name} @${at('clusterPermissions', index)} for User:system:serviceaccount:n:${account} @${at('clusterPermissions', index)}.serviceAccountName`,
    ];
    const [a, b, second] = [pair('a', 'a', 'get', 0), pair('b', 'b', 'list', 1), pair('a', 'a/2', 'watch', 2)];
    expect(bundle('n')).toEqual([
      a[0],
      b[0],
      second[0],
      `Role n ops/permissions/default: patch pods. @${at('permissions', 0)}.rules.0; x pods. @${at('permissions', 0)}.rules.1`,
      a[1],
      b[1],
      second[1],
      `RoleBinding n ops/permissions/default → Role ops/permissions/default @${at('permissions', 0)} for User:system:serviceaccount:n:default @${at('permissions', 0)}.serviceAccountName`,
    ]);
    expect(bundle('placeholder').at(-1)).toContain('RoleBinding ?ops ops/permissions/default');
    expect(bundle('n', 'plain').at(-1)).toContain('RoleBinding n plain/permissions/default');
  });
});
