import type { Resource } from '../../kube/resource.ts';
import { isSameValue } from '../../plain-values.ts';
import type { Elsewhere } from '../model/elsewhere.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import { PermissionIndex } from '../model/permission-index.ts';
import { type Binding, identityOf, type Role } from '../model/rbac-object.ts';
import { mostSteps, StepBudget } from '../model/step-budget.ts';
import { type RbacOptions, type RbacState, rbacState } from '../state/rbac-state.ts';
import { byIdentity, pairCopies, readBy } from './copies.ts';

/** One scope before and after the change, every object of the head paired with the one it is compared with. */
export interface Comparison {
  readonly before: RbacState;
  readonly after: RbacState;
  readonly options: RbacOptions;
  /** What judging it has cost. */
  readonly work: StepBudget;
  /** All that a role on the base's side allows, the ones it aggregates included. */
  readonly allowedBefore: (role: Role) => PermissionIndex<{ readonly permission: Permission }>;
  /** The role's own counterpart on the base's side. */
  roleBefore(role: Role): Role | undefined;
  bindingBefore(binding: Binding): Binding | undefined;
  /** Whether the role's rules, aggregated ones included, could differ from its counterpart's. */
  isRoleChanged(role: Role): boolean;
  isBindingChanged(binding: Binding): boolean;
  /** Whether an object on the base's side is another copy of one whose own copy it is not: it excuses nothing. */
  isSibling(old: Role | Binding, object: Role | Binding): boolean;
  /** Whether any object is a sibling of this one; mostly none is. */
  hasSiblings(object: Role | Binding): boolean;
}

/** Compares the two sides of a scope. What is asked of it throws StepLimitError after so many steps. */
export function compareRbac(
  before: readonly Resource[],
  after: readonly Resource[],
  options: RbacOptions,
  elsewhere?: Elsewhere,
  most = mostSteps(before.length + after.length),
): Comparison {
  const work = new StepBudget(most);
  const head = rbacState(after, options, work, { elsewhere });
  // What reaches this scope from others is the same on both sides: where that changes, it is judged there.
  const base = rbacState(before, options, work, { elsewhere, reaching: head.reaching });
  return pairStates(base, head, options, work);
}

/**
 * The same comparison the other way round: what it finds widened is what was lost. What is still held through another copy
 * of an object is not lost. It draws on the same work.
 */
export function reversed({ before, after, options, work }: Comparison): Comparison {
  return { ...pairStates(after, before, options, work), hasSiblings: () => false, isSibling: () => false };
}

function pairStates(before: RbacState, after: RbacState, options: RbacOptions, work: StepBudget): Comparison {
  const roles = pairCopies(before.roles, after.roles);
  const bindings = pairCopies(before.bindings, after.bindings);
  const defaultRoles = new Map<string, Role>();
  for (const role of before.roles) if (role.origin === 'default') defaultRoles.set(identityOf(role), role);
  const rolesByIdentity: ReadonlyMap<string, readonly (Role | Binding)[]> = byIdentity(before.roles);
  const bindingsByIdentity: ReadonlyMap<string, readonly (Role | Binding)[]> = byIdentity(before.bindings);
  const here = new Set(after.roles);
  const ownBefore = (role: Role) => roles.get(role) ?? (here.has(role) ? undefined : role);
  const roleBefore = (role: Role) => ownBefore(role) ?? defaultRoles.get(identityOf(role));
  const paired = new Set([...roles.values()]);
  const isOwnChanged = memoize((role: Role) => {
    const old = ownBefore(role);
    return old === undefined || isDifferent(old, role);
  });
  const someClusterRoleChanged =
    after.roles.some((role) => role.kind === 'ClusterRole' && isOwnChanged(role)) ||
    before.roles.some((role) => role.kind === 'ClusterRole' && !paired.has(role));
  const isRoleChanged = memoize((role: Role) => {
    if (isOwnChanged(role)) return true;
    if (role.selectors === undefined || !someClusterRoleChanged) return false;
    const old = roles.get(role);
    return old === undefined || isAggregateChanged(before, after, old, role, roles, isOwnChanged, work);
  });
  return {
    before,
    after,
    options,
    work,
    allowedBefore: memoize((role: Role) => {
      const permissions = before.effectiveRules(role).flatMap(({ rule }) => rule.permissions);
      return new PermissionIndex(
        permissions.map((permission) => ({ permission })),
        work,
      );
    }),
    roleBefore,
    bindingBefore: (binding) => bindings.get(binding),
    isRoleChanged,
    isBindingChanged: memoize((binding: Binding) => {
      const old = bindings.get(binding);
      if (old === undefined || isDifferent(old, binding)) return true;
      const resolved = new Set(before.resolve(old));
      const now = after.resolve(binding);
      work.charge(1 + resolved.size + now.length);
      return now.some((role) => {
        const oldRole = roleBefore(role);
        return oldRole === undefined || !resolved.has(oldRole);
      });
    }),
    hasSiblings: memoize((object: Role | Binding) => {
      work.charge(1);
      // What Kubernetes makes itself is not a copy of a manifest.
      if (object.origin === 'default') return false;
      const own = isRole(object) ? roleBefore(object) : bindings.get(object);
      const copies = (isRole(object) ? rolesByIdentity : bindingsByIdentity).get(identityOf(object)) ?? [];
      return copies.some((copy) => copy !== own && copy.origin === 'repository');
    }),
    isSibling(old, object) {
      if (old.name !== object.name || old.origin !== 'repository' || identityOf(old) !== identityOf(object))
        return false;
      return (isRole(object) ? roleBefore(object) : bindings.get(object)) !== old;
    },
  };
}

function isRole(object: Role | Binding): object is Role {
  return 'rules' in object;
}

function isDifferent(old: Role | Binding, object: Role | Binding): boolean {
  if (old === object || (old.origin !== 'repository' && object.origin !== 'repository')) return false;
  if (old.resource?.file === object.resource?.file && old.resource?.value === object.resource?.value) return false;
  return old.namespace !== object.namespace || !isSameValue(readBy(old), readBy(object));
}

/** Whether the roles an aggregated one draws from are other than before. */
function isAggregateChanged(
  before: RbacState,
  after: RbacState,
  old: Role,
  role: Role,
  pairs: ReadonlyMap<Role, Role>,
  isOwnChanged: (role: Role) => boolean,
  work: StepBudget,
): boolean {
  work.charge(after.effectiveRules(role).length + before.effectiveRules(old).length);
  const sources = new Set(after.effectiveRules(role).map(({ chain }) => chain.at(-1) ?? role));
  const oldSources = new Set(before.effectiveRules(old).map(({ chain }) => chain.at(-1) ?? old));
  if (sources.size !== oldSources.size) return true;
  return [...sources].some((source) => {
    const counterpart = pairs.get(source);
    return counterpart === undefined || !oldSources.has(counterpart) || isOwnChanged(source);
  });
}
