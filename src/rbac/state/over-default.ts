import { memoize } from '../model/memoize.ts';
import { type Role, ruleAt } from '../model/rbac-object.ts';
import type { RbacObjects } from '../model/rbac-objects.ts';

/** Kubernetes' own ClusterRoles by name, asked for each role of the repository. */
const byName = memoize(
  ({ roles }: RbacObjects): ReadonlyMap<string, Role> =>
    new Map(roles.filter(({ kind }) => kind === 'ClusterRole').map((role) => [role.name, role])),
);

/**
 * A manifest of a default ClusterRole is applied to the one Kubernetes has made: labels, rules and selectors that it does
 * not name stay, or are added again at the next start (k8s.io/component-helpers/auth/rbac/reconciliation/reconcile_role.go).
 */
export function overDefault(role: Role, defaults: RbacObjects): Role {
  const own = role.kind === 'ClusterRole' ? byName(defaults).get(role.name) : undefined;
  if (own === undefined) return role;
  const labels = { ...own.labels, ...role.labels };
  if (!role.reconciled) return { ...role, labels };
  const selectors = own.selectors === undefined ? role.selectors : [...own.selectors, ...(role.selectors ?? [])];
  const rules = [...role.rules, ...own.rules.map(({ value }) => ruleAt([], value))];
  // Where the manifest replaces the object, its rules hold until the next start.
  return { ...role, labels, selectors, rules, keepsRules: own.selectors !== undefined && role.selectors === undefined };
}
