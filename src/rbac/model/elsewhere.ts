import type { Binding, Role } from './rbac-object.ts';

/** What other scopes hold that may reach one scope: an excuse counts only in its own scope, but a grant wherever it may. */
export interface Elsewhere {
  /** Copies of the role that a binding names, which its own scope does not hold. */
  roles(binding: Binding): readonly Role[];
  /** Bindings of the same name that may be of the same cluster: one that says half of it is a patch of them. */
  patched(fragment: Binding): readonly Binding[];
  /** Whether one of these copies can be of the same cluster: not all are of another environment. */
  isNear(binding: Binding): boolean;
  /** Bindings that name a role their own scopes do not hold, for subjects that were bound so before as well. */
  bindingsOfRole(role: Role): readonly Binding[];
  /** Whether any binding names the role and not its own scope's; new ones, too, which are judged where they are. */
  isBound(role: Role): boolean;
  /** Bindings of a group or user, for what is said of their members here. */
  bindingsNaming(subjectKey: string): readonly Binding[];
}
