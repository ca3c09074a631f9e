import type { Role } from '../model/rbac-object.ts';
import { isUserFacing } from '../state/default-rbac.ts';

/**
 * How a user-facing role (`admin`, `edit`, `view`) gives a permission: `bound` is the role's own, by a binding; `added` is
 * what a role of the repository newly adds to it, for all who are bound to it. Undefined: any other way.
 */
export type UserFacing = 'bound' | 'added' | undefined;

/**
 * The part of a user-facing role in a permission that is held through these roles, the bound one first. What a repository
 * adds to such a role is not what its name promises.
 */
export function userFacing(chain: readonly Role[], isByBinding: boolean): UserFacing {
  const [role] = chain;
  if (role?.kind !== 'ClusterRole' || !isUserFacing(role.name)) return undefined;
  if (chain.at(-1)?.origin === 'default') return 'bound';
  return isByBinding ? undefined : 'added';
}
