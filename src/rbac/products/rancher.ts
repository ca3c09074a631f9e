import type { Resource } from '../../kube/resource.ts';
import { list, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { LabelSelector } from '../model/label-selector.ts';
import { type BoundSubject, type Role, type RoleReference, ruleAt } from '../model/rbac-object.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import { productBinding, productRole } from './grant.ts';

export const rancherGroup = 'management.cattle.io';

/** Rancher's own roles, by the ClusterRole whose permissions they have or come closest to (pkg/data/management/role_data.go). */
const builtin: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GlobalRole: { admin: 'cluster-admin', 'restricted-admin': 'cluster-admin' },
  RoleTemplate: {
    'cluster-owner': 'cluster-admin',
    'cluster-admin': 'cluster-admin',
    'project-owner': 'admin',
    admin: 'admin',
    'project-member': 'edit',
    edit: 'edit',
    'cluster-member': 'view',
    'read-only': 'view',
    view: 'view',
  },
};

/** Global roles that everyone who uses Rancher has: to log in, and to make clusters of one's own. */
const ordinary: Readonly<Record<string, readonly object[]>> = {
  'user-base': [],
  user: [{ verbs: ['create'], apiGroups: [rancherGroup], resources: ['clusters', 'nodetemplates'] }],
};

const everything = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };

/** In the place of the own name of a RoleTemplate, so that others can take it in. */
const nameLabel = 'RoleTemplate';

/** Rancher's roles and bindings: global ones, and those of clusters and projects (pkg/apis/management.cattle.io/v3/authz_types.go). */
export function readRancher(resource: Resource): RbacObjects {
  switch (resource.kind) {
    case 'GlobalRole':
      return globalRole(resource);
    case 'RoleTemplate':
      return roleTemplate(resource);
    case 'GlobalRoleBinding':
      return binding(resource, 'GlobalRole', 'globalRoleName', undefined);
    case 'ClusterRoleTemplateBinding':
      return binding(resource, 'RoleTemplate', 'roleTemplateName', undefined);
    case 'ProjectRoleTemplateBinding':
      return binding(
        resource,
        'RoleTemplate',
        'roleTemplateName',
        `${unknownNamespacePrefix}${text(resource.value.projectName) ?? resource.name}`,
      );
    default:
      return noObjects;
  }
}

function globalRole(resource: Resource): RbacObjects {
  const { rules, namespacedRules, inheritedClusterRoles, newUserDefault } = resource.value;
  const fleet = mapping(resource.value.inheritedFleetWorkspacePermissions);
  const { workspaceVerbs } = fleet;
  const all = [
    ...rulesAt(['rules'], rules),
    ...Object.entries(mapping(namespacedRules)).flatMap(([name, own]) => rulesAt(['namespacedRules', name], own)),
    ...rulesAt(['inheritedFleetWorkspacePermissions', 'resourceRules'], fleet.resourceRules),
    {
      path: ['inheritedFleetWorkspacePermissions', 'workspaceVerbs'],
      value: { verbs: workspaceVerbs, apiGroups: [rancherGroup], resources: ['fleetworkspaces'] },
    },
  ];
  const role = productRole(resource, `GlobalRole/${resource.name}`, all, inheriting(inheritedClusterRoles));
  const grants = builtinRoles(inheritedClusterRoles);
  if (newUserDefault !== true) return { ...noObjects, roles: [role, ...grants] };
  const everyUser = { subject: subjectOf('Group', 'every new user of Rancher'), path: ['newUserDefault'] };
  const bound = productBinding(resource, {
    name: `GlobalRole/${resource.name}`,
    role: { kind: 'ClusterRole', name: role.name },
    rolePath: ['newUserDefault'],
    subjects: [everyUser],
  });
  return { ...noObjects, roles: [role, ...grants], bindings: [bound] };
}

function roleTemplate(resource: Resource): RbacObjects {
  const { rules, externalRules, roleTemplateNames, administrative, external } = resource.value;
  const all = [...rulesAt(['rules'], rules), ...rulesAt(['externalRules'], externalRules)];
  if (administrative === true) all.push({ path: ['administrative'], value: everything });
  const labels = { [nameLabel]: resource.name };
  const name = `RoleTemplate/${resource.name}`;
  const role = productRole(resource, name, all, { labels, ...inheriting(roleTemplateNames) });
  const isElsewhere = external === true && list(externalRules).length === 0;
  const what = `takes its rules from the ClusterRole ${resource.name} of each cluster`;
  return {
    ...noObjects,
    roles: [role, ...builtinRoles(roleTemplateNames)],
    unjudged: isElsewhere ? [{ what, code: ['external'], severity: 'high', resource, path: ['external'] }] : [],
  };
}

function binding(
  resource: Resource,
  kind: 'GlobalRole' | 'RoleTemplate',
  field: string,
  namespace: string | undefined,
): RbacObjects {
  const name = text(resource.value[field]) ?? '';
  const ordinaryRules = kind === 'GlobalRole' && Object.hasOwn(ordinary, name) ? ordinary[name] : undefined;
  const bound = productBinding(resource, {
    name: `${resource.kind}/${resource.name}`,
    namespace,
    role: referenceTo(kind, name),
    rolePath: [field],
    subjects: subjects(resource),
  });
  const roles = ordinaryRules === undefined ? [] : [rancherRole(`${kind}/${name}`, ordinaryRules)];
  return { ...noObjects, roles, bindings: [bound] };
}

function referenceTo(kind: string, name: string): RoleReference {
  const known = builtin[kind];
  const own = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  return { kind: 'ClusterRole', name: own ?? `${kind}/${name}` };
}

/** Rancher's own templates that a role takes in, as roles of that name with the permissions of the ClusterRole they equal. */
function builtinRoles(names: unknown): readonly Role[] {
  return list(names).flatMap((name) => {
    const template = typeof name === 'string' ? referenceTo('RoleTemplate', name).name : '';
    if (template === '' || template.includes('/')) return [];
    const own = { labels: { [nameLabel]: String(name) } };
    if (template === 'cluster-admin') return [rancherRole(`RoleTemplate/${name}`, [everything], own)];
    const key = `rbac.authorization.k8s.io/aggregate-to-${template}`;
    return [
      rancherRole(`RoleTemplate/${name}`, [], { ...own, selectors: [[{ key, operator: 'In', values: ['true'] }]] }),
    ];
  });
}

const rolesByName = new Map<string, Role>();

/** A role that Rancher brings along; the same object whoever names it. */
function rancherRole(
  name: string,
  rules: readonly unknown[],
  more: Partial<Pick<Role, 'labels' | 'selectors'>> = {},
): Role {
  const known = rolesByName.get(name);
  if (known !== undefined) return known;
  const role: Role = {
    kind: 'ClusterRole',
    name,
    namespace: undefined,
    origin: 'default',
    labels: {},
    selectors: undefined,
    rules: rules.map((rule) => ruleAt([], rule)),
    resource: undefined,
    reconciled: true,
    ...more,
  };
  rolesByName.set(name, role);
  return role;
}

function inheriting(names: unknown): { selectors?: readonly LabelSelector[]; keepsRules?: boolean } {
  const templates = list(names).flatMap((name) => text(name) ?? []);
  if (templates.length === 0) return {};
  return { selectors: [[{ key: nameLabel, operator: 'In', values: templates }]], keepsRules: true };
}

function rulesAt(path: Path, rules: unknown): { path: Path; value: unknown }[] {
  return list(rules).map((value, index) => ({ path: [...path, index], value }));
}

const subjectFields = {
  userName: 'User',
  userPrincipalName: 'User',
  groupName: 'Group',
  groupPrincipalName: 'Group',
} as const;

function subjects({ value }: Resource): BoundSubject[] {
  const named: BoundSubject[] = Object.entries(subjectFields).flatMap(([field, kind]) => {
    const name = text(value[field]);
    return name === undefined ? [] : [{ subject: subjectOf(kind, name), path: [field] }];
  });
  const [namespace, account] = (text(value.serviceAccount) ?? '').split(':');
  if (namespace && account) {
    named.push({ subject: subjectOf('ServiceAccount', account, namespace), path: ['serviceAccount'] });
  }
  return named;
}
