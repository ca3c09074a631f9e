import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isUnnamed, lacksSubjects } from '../read/complete-fragments.ts';
import { namesUnknownRole, type RbacOptions, rbacState } from '../state/rbac-state.ts';

/**
 * What a change leaves open that only other scopes can answer: the names of touched roles that nothing in their scope binds,
 * of roles that touched bindings name and their scope does not hold, and of groups with touched members that nothing in
 * their scope binds.
 */
export function looseEnds({ before, after }: ScopeObjects, options: RbacOptions): ReadonlySet<string> {
  const names = new Set<string>();
  const unchanged = new Set(before);
  if (after.every((resource) => unchanged.has(resource))) return names;
  const state = rbacState(after, options);
  const isTouched = ({ resource }: { readonly resource: Resource | undefined }) =>
    resource !== undefined && !unchanged.has(resource);
  const bound = new Set(state.bindings.flatMap((binding) => state.resolve(binding)));
  for (const role of state.roles) if (isTouched(role) && !bound.has(role)) names.add(role.name);
  for (const binding of state.bindings) {
    if (isTouched(binding) && lacksSubjects(binding)) names.add(binding.name);
    if (isTouched(binding) && namesUnknownRole(state, binding)) {
      names.add(isUnnamed(binding) ? binding.name : binding.role.name);
    }
  }
  for (const membership of state.memberships) {
    const { of } = membership;
    if (isTouched(membership) && state.bindingsNaming(of.key).length === 0) names.add(of.name);
  }
  return names;
}
