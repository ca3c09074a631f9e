import type { Resource } from '../../kube/resource.ts';
import { type Binding, type BoundSubject, type Role, ruleAt } from '../model/rbac-object.ts';
import { subjectOf } from '../model/subject.ts';

const group = 'security.openshift.io';

/**
 * The users and groups of OpenShift's SecurityContextConstraints, who may run pods under it as if they were bound to a role
 * that lets them `use` it (github.com/openshift/apiserver-library-go, securitycontextconstraints/sccmatching).
 */
export function readSecurityConstraints(resource: Resource): { roles: Role[]; bindings: Binding[] } {
  const named = [...subjects(resource, 'users', 'User'), ...subjects(resource, 'groups', 'Group')];
  if (named.length === 0) return { roles: [], bindings: [] };
  const name = `SecurityContextConstraints/${resource.name}`;
  const rule = {
    verbs: ['use'],
    apiGroups: [group],
    resources: ['securitycontextconstraints'],
    resourceNames: [resource.name],
  };
  const common = { name, namespace: undefined, origin: 'repository', resource } as const;
  return {
    roles: [
      { ...common, kind: 'ClusterRole', labels: {}, selectors: undefined, rules: [ruleAt([], rule)], reconciled: true },
    ],
    bindings: [
      {
        ...common,
        kind: 'ClusterRoleBinding',
        role: { kind: 'ClusterRole', name },
        rolePath: [],
        subjects: named,
      },
    ],
  };
}

/** Whether the resource is one, of OpenShift's group or of the core group where it once was. */
export function isSecurityConstraints({ kind, group: own }: Resource): boolean {
  return kind === 'SecurityContextConstraints' && (own === group || own === '');
}

function subjects(resource: Resource, field: string, kind: 'User' | 'Group'): BoundSubject[] {
  const names = resource.value[field];
  if (!Array.isArray(names)) return [];
  return names.flatMap((name, index) =>
    typeof name === 'string' && name !== '' ? [{ subject: subjectOf(kind, name), path: [field, index] }] : [],
  );
}
