import type { Comparison } from './comparison.ts';
import { uncovered } from './coverage.ts';
import { type HeldPermission, HeldPermissions } from './held-permissions.ts';
import { type Permission, permissionKey } from './permission.ts';
import { PermissionIndex } from './permission-index.ts';
import { effectiveIn, type Placement } from './placement.ts';
import type { Binding, BoundSubject, Role } from './rbac-object.ts';
import { type EffectiveRule, namesUnknownRole, type RbacState } from './rbac-state.ts';
import { remember } from './remember.ts';
import { impliedGroups, mastersKey, type Subject, subjectOf, unknownNamespacePrefix } from './subject.ts';

/** Permissions that subjects have on the head's side, in one place through one rule, and had in no way on the base's. */
export interface Gain {
  readonly placement: Placement;
  readonly permissions: readonly Permission[];
  readonly binding: Binding;
  /** Those of the binding's subjects that gain just this. */
  readonly bound: readonly [BoundSubject, ...BoundSubject[]];
  /** The bound role first, the role that states the rule last. */
  readonly effective: EffectiveRule;
}

/** A subject that is newly bound to a role nothing is known of. */
export interface UnknownGain {
  readonly subject: Subject;
  readonly placement: Placement;
  readonly binding: Binding;
  readonly bound: BoundSubject;
}

/** What a role newly allows that nothing in the repository binds. */
export interface LatentGain {
  readonly role: Role;
  readonly permissions: readonly Permission[];
  readonly effective: EffectiveRule;
}

export interface Gains {
  readonly gains: readonly Gain[];
  readonly unknown: readonly UnknownGain[];
  readonly latent: readonly LatentGain[];
}

/** Everything gained between the two sides of a scope. Only what could differ is expanded. */
export function gainsOf(comparison: Comparison): Gains {
  const held = new HeldPermissions(comparison.before);
  const gains: Gain[] = [];
  const unknown: UnknownGain[] = [];
  /** Roles in effect through some binding, the ones they aggregate included. */
  const effective = new Set<Role>();
  const changed = comparison.after.roles.filter((role) => comparison.isRoleChanged(role));
  const isChanged = new Set(changed);
  for (const binding of comparison.after.bindings) {
    const roles = comparison.after.resolve(binding);
    const bindingChanged = comparison.isBindingChanged(binding);
    if (binding.subjects.length === 0) continue;
    for (const role of roles) {
      if (!bindingChanged && !isChanged.has(role)) continue;
      for (const { chain } of comparison.after.effectiveRules(role)) for (const link of chain) effective.add(link);
      effective.add(role);
      for (const gain of gainsThrough(comparison, held, binding, role)) gains.push(gain);
    }
    if (bindingChanged && namesUnknownRole(comparison.after, binding)) {
      for (const gain of unknownGains(comparison, binding)) unknown.push(gain);
    }
  }
  return {
    gains,
    unknown,
    latent: latentGains(
      comparison,
      changed.filter((role) => !effective.has(role)),
    ),
  };
}

/** The subjects that gain anything, known or unknown, between the two sides. */
export function gainersOf(comparison: Comparison): readonly Subject[] {
  const held = new HeldPermissions(comparison.before);
  const gainers = new Map<string, Subject>();
  for (const binding of comparison.after.bindings) {
    const isChanged = comparison.isBindingChanged(binding);
    const roles = comparison.after.resolve(binding).filter((role) => isChanged || comparison.isRoleChanged(role));
    for (const bound of binding.subjects) {
      if (gainers.has(bound.subject.key)) continue;
      const gains = roles.some((role) => gainsThrough(comparison, held, binding, role, [bound]).length > 0);
      if (gains) gainers.set(bound.subject.key, bound.subject);
    }
    if (!isChanged || !namesUnknownRole(comparison.after, binding)) continue;
    for (const { subject } of unknownGains(comparison, binding)) gainers.set(subject.key, subject);
  }
  return [...gainers.values()];
}

function gainsThrough(
  comparison: Comparison,
  held: HeldPermissions,
  binding: Binding,
  role: Role,
  subjects = binding.subjects,
): Gain[] {
  const gains: Gain[] = [];
  const placement = binding.namespace;
  const old = comparison.bindingBefore(binding);
  const roleBefore = comparison.roleBefore(role);
  const asked = subjects
    .filter(({ subject }) => subject.key !== mastersKey)
    .map((bound) => ({ bound, before: subjectBefore(bound.subject, binding, old) }));
  const placementBefore = isUnstated(placement) && old !== undefined ? old.namespace : placement;
  for (const effective of comparison.after.effectiveRules(role)) {
    const objects = [binding, ...effective.chain].filter(comparison.hasSiblings);
    const counts = (entry: HeldPermission) => isOwn(comparison, entry, objects);
    const inEffect = effective.rule.permissions.flatMap((permission) => effectiveIn(placement, permission));
    // Most of it is what the role allowed before; asked once, that leaves little to ask of each subject.
    const beyondRole = missingInRole(comparison, roleBefore, inEffect);
    const alike = new Map<string, { permissions: readonly Permission[]; bound: [BoundSubject, ...BoundSubject[]] }>();
    for (const { bound, before } of asked) {
      const hadRole =
        objects.length === 0 && roleBefore !== undefined && held.holdsRole(before, placementBefore, roleBefore);
      const permissions = (hadRole ? beyondRole : inEffect).flatMap((permission) =>
        held.missing(before, placementBefore, permission, counts),
      );
      if (permissions.length === 0) continue;
      const key = permissions.map(keyOf).join();
      const group = alike.get(key);
      if (group === undefined) alike.set(key, { permissions, bound: [bound] });
      else group.bound.push(bound);
    }
    for (const { permissions, bound } of alike.values())
      gains.push({ placement, permissions, binding, bound, effective });
  }
  return gains;
}

const keyOf = remember(permissionKey);

/** The part of the permissions that a role, the ones it aggregates included, did not allow. */
function missingInRole(
  { before }: Comparison,
  role: Role | undefined,
  permissions: readonly Permission[],
): readonly Permission[] {
  if (role === undefined) return permissions;
  const index = allowedBy(before)(role);
  return permissions.flatMap((permission) =>
    uncovered(
      permission,
      index.candidates(permission).map((owner) => owner.permission),
    ),
  );
}

const allowedBy = remember((state: RbacState) =>
  remember(
    (role: Role) =>
      new PermissionIndex(
        state.effectiveRules(role).flatMap(({ rule }) => rule.permissions.map((permission) => ({ permission }))),
      ),
  ),
);

/** Whether none of the objects a held permission comes through is a mere sibling of one the gain comes through. */
function isOwn(comparison: Comparison, entry: HeldPermission, objects: readonly (Binding | Role)[]): boolean {
  if (objects.length === 0) return true;
  return ![entry.binding, ...entry.chain].some((old) => objects.some((object) => comparison.isSibling(old, object)));
}

/** A ServiceAccount in the namespace its file leaves open is the one of the counterpart's namespace. */
function subjectBefore(subject: Subject, binding: Binding, old: Binding | undefined): Subject {
  if (old?.namespace === undefined || subject.kind !== 'ServiceAccount' || !isUnstated(binding.namespace))
    return subject;
  return subject.namespace === binding.namespace ? subjectOf('ServiceAccount', subject.name, old.namespace) : subject;
}

function isUnstated(placement: Placement): boolean {
  return placement?.startsWith(unknownNamespacePrefix) === true;
}

/** The subjects that were not bound to the same role before, there or everywhere. */
function unknownGains(comparison: Comparison, binding: Binding): UnknownGain[] {
  const { before } = comparison;
  const counterpart = comparison.bindingBefore(binding);
  return binding.subjects
    .filter(({ subject }) => {
      const own = subjectBefore(subject, binding, counterpart);
      return ![own.key, ...impliedGroups(own)].some((key) =>
        before.bindingsOf(key).some((old) => {
          if (old.role.kind !== binding.role.kind || old.role.name !== binding.role.name) return false;
          if (comparison.isSibling(old, binding)) return false;
          if (old.kind === 'ClusterRoleBinding' || old === counterpart) return true;
          return old.namespace === binding.namespace;
        }),
      );
    })
    .map((bound) => ({ subject: bound.subject, placement: binding.namespace, binding, bound }));
}

/** What roles without an effective binding allow beyond their counterparts. */
function latentGains(comparison: Comparison, roles: readonly Role[]): LatentGain[] {
  if (roles.length === 0) return [];
  const bound = boundRoles(comparison);
  const gone = byAllowance(disappeared(comparison), comparison.before);
  return roles
    .filter((role) => role.origin === 'repository' && !bound.has(role))
    .flatMap((role) => {
      const old = comparison.roleBefore(role) ?? gone.get(allowance(role, comparison.after));
      const base =
        old === undefined ? [] : comparison.before.effectiveRules(old).flatMap(({ rule }) => rule.permissions);
      return comparison.after.effectiveRules(role).flatMap((effective) => {
        const permissions = effective.rule.permissions
          .flatMap((permission) => effectiveIn(role.namespace, permission))
          .flatMap((permission) => uncovered(permission, base));
        return permissions.length > 0 ? [{ role, permissions, effective }] : [];
      });
    });
}

function boundRoles({ after }: Comparison): ReadonlySet<Role> {
  const bound = new Set<Role>();
  for (const binding of after.bindings) {
    if (binding.subjects.length === 0) continue;
    for (const role of after.resolve(binding)) {
      bound.add(role);
      for (const { chain } of after.effectiveRules(role)) for (const link of chain) bound.add(link);
    }
  }
  return bound;
}

function disappeared(comparison: Comparison): readonly Role[] {
  const paired = new Set(comparison.after.roles.map((role) => comparison.roleBefore(role)));
  return comparison.before.roles.filter((role) => role.origin === 'repository' && !paired.has(role));
}

/** By what a role allows and where: to find the one that a new role was before it was renamed. */
function byAllowance(roles: readonly Role[], state: RbacState): ReadonlyMap<string, Role> {
  return new Map(roles.map((role) => [allowance(role, state), role]));
}

function allowance(role: Role, state: RbacState): string {
  const namespace = isUnstated(role.namespace) ? unknownNamespacePrefix : role.namespace;
  const keys = state.effectiveRules(role).flatMap(({ rule }) => rule.permissions.map(permissionKey));
  return JSON.stringify([role.kind, namespace, [...new Set(keys)].sort()]);
}
