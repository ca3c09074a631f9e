import type { Permission } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import type { PolicyRule, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import { unknownNamespacePrefix } from '../model/subject.ts';
import type { EffectiveRule } from '../state/aggregation.ts';
import { keyOf } from '../state/held-permissions.ts';
import type { RbacState } from '../state/rbac-state.ts';
import type { Comparison } from './comparison.ts';

/** What a role newly allows that nothing in the repository binds. */
export interface LatentGain {
  readonly role: Role;
  readonly permissions: readonly Permission[];
  readonly effective: EffectiveRule;
}

/** Steps that a gain costs: it is kept, and its causes are looked for. */
export const gainCost = 50;

/** What roles without an effective binding allow beyond their counterparts. */
export function latentGains(comparison: Comparison, roles: readonly Role[]): LatentGain[] {
  if (roles.length === 0) return [];
  const bound = boundRoles(comparison);
  const gone = byAllowance(disappeared(comparison), comparison);
  return roles
    .filter((role) => role.origin === 'repository' && !bound.has(role) && !comparison.after.isBoundElsewhere(role))
    .flatMap((role) => {
      const old = comparison.roleBefore(role) ?? gone.get(allowance(role, comparison.after, comparison.work));
      return comparison.after.effectiveRules(role).flatMap((effective) => {
        comparison.work.charge(effective.chain.length);
        const inEffect = effectiveAt(effective.rule, role.namespace, comparison.work);
        const permissions = missingInRole(comparison, old, inEffect);
        if (permissions.length > 0) comparison.work.charge(gainCost);
        return permissions.length > 0 ? [{ role, permissions, effective }] : [];
      });
    });
}

function boundRoles(comparison: Comparison): RolesInEffect {
  const bound = new RolesInEffect(comparison);
  for (const binding of comparison.after.bindings) {
    if (binding.subjects.length === 0) continue;
    for (const role of comparison.after.resolve(binding)) bound.add(role);
  }
  return bound;
}

/** Roles on the head's side, and the ones they aggregate. */
export class RolesInEffect {
  readonly #comparison: Comparison;
  readonly #expanded = new Set<Role>();
  readonly #roles = new Set<Role>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  add(role: Role): void {
    this.#comparison.work.charge(1);
    if (this.#expanded.has(role)) return;
    this.#expanded.add(role);
    this.#roles.add(role);
    if (role.selectors === undefined) return;
    for (const { chain } of this.#comparison.after.effectiveRules(role)) {
      this.#comparison.work.charge(chain.length);
      for (const link of chain) this.#roles.add(link);
    }
  }

  has(role: Role): boolean {
    return this.#roles.has(role);
  }
}

function disappeared(comparison: Comparison): readonly Role[] {
  const paired = new Set(comparison.after.roles.map((role) => comparison.roleBefore(role)));
  return comparison.before.roles.filter((role) => role.origin === 'repository' && !paired.has(role));
}

/** By what a role allows and where: to find the one that a new role was before it was renamed. */
function byAllowance(roles: readonly Role[], { before, work }: Comparison): ReadonlyMap<string, Role> {
  return new Map(roles.map((role) => [allowance(role, before, work), role]));
}

function allowance(role: Role, state: RbacState, work: StepBudget): string {
  const namespace = isUnstated(role.namespace) ? unknownNamespacePrefix : role.namespace;
  const keys = state.effectiveRules(role).flatMap(({ rule }) => rule.permissions.map(keyOf));
  work.charge(keys.reduce((sum, key) => sum + 1 + (key.length >> 3), 0));
  return JSON.stringify([role.kind, namespace, [...new Set(keys)].sort()]);
}

/** What of a rule has effect in a placement. */
export function effectiveAt(rule: PolicyRule, placement: Placement, work: StepBudget): readonly Permission[] {
  if (placement === undefined) return rule.permissions;
  return rule.permissions.flatMap((permission) => {
    work.charge(size(permission));
    const parts = effectiveIn(placement, permission);
    if (parts.length > 1) work.charge(parts.reduce((sum, part) => sum + size(part), 0));
    return parts;
  });
}

/** The part of the permissions that a role, the ones it aggregates included, did not allow. */
export function missingInRole(
  { allowedBefore, work }: Comparison,
  role: Role | undefined,
  permissions: readonly Permission[],
): readonly Permission[] {
  if (role === undefined) return permissions;
  return permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
}

function isUnstated(placement: Placement): boolean {
  return placement?.startsWith(unknownNamespacePrefix) === true;
}
