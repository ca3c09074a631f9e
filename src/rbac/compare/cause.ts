import { canonical } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { uncoveredOf } from '../model/coverage.ts';
import { type LabelSelector, selects } from '../model/label-selector.ts';
import { memoize } from '../model/memoize.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import { PermissionIndex } from '../model/permission-index.ts';
import { type Binding, identityOf, type PolicyRule, type Role } from '../model/rbac-object.ts';
import { StepBudget } from '../model/step-budget.ts';
import type { EffectiveRule } from '../state/aggregation.ts';
import type { Comparison } from './comparison.ts';
import type { Gain } from './gain.ts';
import type { LatentGain } from './latent-gain.ts';

/** The change that grants: what was added, in which object. */
export type Cause =
  | { readonly kind: 'rule'; readonly object: Role; readonly rule: PolicyRule }
  | { readonly kind: 'label'; readonly object: Role; readonly path: Path; readonly label: string }
  | { readonly kind: 'selector'; readonly object: Role; readonly path: Path }
  | { readonly kind: 'subject'; readonly object: Binding; readonly path: Path }
  | { readonly kind: 'role-reference'; readonly object: Binding; readonly path: Path };

/** A part of a gain, and the change that grants it. */
export interface Caused {
  readonly cause: Cause;
  readonly permissions: readonly Permission[];
}

/**
 * Splits a gain by cause. What the rule's own role did not allow before comes from the rule; of the rest, what the
 * bound role did not allow before comes from aggregation; what remains comes from the binding. Each permission has
 * one cause.
 */
export function causesOf(comparison: Comparison, gain: Gain): readonly Caused[] {
  const { chain } = gain.effective;
  const inRole = roleCauses(comparison, gain.effective, gain.permissions);
  const rest = withoutCaused(comparison, gain.permissions, inRole);
  if (rest.length === 0) return inRole;
  const source = chain.at(-1);
  const cause = bindingCause(comparison, gain.binding, gain.bound[0].path, chain[0]);
  if (gain.binding.resource !== undefined) return [...inRole, { cause, permissions: rest }];
  // Only a change of the role can widen a binding that Kubernetes brings along.
  return source?.resource === undefined
    ? inRole
    : [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}

/** The causes of what a role allows while nothing binds it. */
export function latentCauses(comparison: Comparison, gain: LatentGain): readonly Caused[] {
  const inRole = roleCauses(comparison, gain.effective, gain.permissions);
  const rest = withoutCaused(comparison, gain.permissions, inRole);
  const source = gain.effective.chain.at(-1);
  if (rest.length === 0 || source?.resource === undefined) return inRole;
  return [...inRole, { cause: { kind: 'rule', object: source, rule: gain.effective.rule }, permissions: rest }];
}

function roleCauses(
  comparison: Comparison,
  { rule, chain }: EffectiveRule,
  permissions: readonly Permission[],
): readonly Caused[] {
  const causes: Caused[] = [];
  const source = chain.at(-1);
  let rest = permissions;
  if (source?.resource !== undefined) {
    const old = comparison.roleBefore(source);
    // An aggregated role's own rules had no effect.
    const fromRule = old?.selectors === undefined ? missingIn(old, rest, comparison.work) : rest;
    if (fromRule.length > 0) causes.push({ cause: { kind: 'rule', object: source, rule }, permissions: fromRule });
    rest = withoutCaused(comparison, permissions, causes);
  }
  const bound = chain[0];
  if (rest.length === 0 || bound === undefined || chain.length < 2) return causes;
  const old = comparison.roleBefore(bound);
  const fromAggregation = old === undefined ? uncoveredOf(rest, []) : missingBefore(comparison, old, rest);
  const cause = aggregationCause(comparison, chain);
  if (fromAggregation.length > 0 && cause !== undefined) causes.push({ cause, permissions: fromAggregation });
  return causes;
}

/** The part of the permissions that the role, with those it aggregated, did not allow; each part once. */
function missingBefore(
  { allowedBefore, work }: Comparison,
  role: Role,
  permissions: readonly Permission[],
): readonly Permission[] {
  const parts = permissions.flatMap((permission) => allowedBefore(role).missing(permission, work));
  return [...new Map(parts.map((part) => [permissionKey(part), part])).values()];
}

/** Asked for each gain through a role that it aggregates. */
const ownPermissions = memoize(
  (role: Role) =>
    new PermissionIndex(
      role.rules.flatMap(({ permissions }) => permissions.map((permission) => ({ permission }))),
      new StepBudget(),
    ),
);

/** The part of the permissions that a role's own rules do not allow. */
function missingIn(
  role: Role | undefined,
  permissions: readonly Permission[],
  work: StepBudget,
): readonly Permission[] {
  if (role === undefined) return permissions;
  return permissions.flatMap((permission) => ownPermissions(role).missing(permission, work));
}

function withoutCaused(
  { work }: Comparison,
  permissions: readonly Permission[],
  causes: readonly Caused[],
): readonly Permission[] {
  const caused = causes.flatMap((item) => item.permissions);
  return caused.length === 0 ? permissions : uncoveredOf(permissions, caused, work);
}

/** The first link of the chain that was not there before: a new label, or a new selector. */
function aggregationCause(comparison: Comparison, chain: readonly Role[]): Cause | undefined {
  for (const [index, selector] of chain.entries()) {
    const selected = chain[index + 1];
    if (selected === undefined) return undefined;
    const [oldSelector, oldSelected] = [comparison.roleBefore(selector), comparison.roleBefore(selected)];
    const wasSelected =
      oldSelector !== undefined && oldSelected !== undefined && comparison.before.selects(oldSelector, oldSelected);
    if (wasSelected) continue;
    comparison.work.charge(1 + (oldSelector?.selectors?.length ?? 0) + (selector.selectors?.length ?? 0));
    const couldSelect = oldSelector?.selectors?.some((each) => selects(each, selected.labels)) === true;
    const position = selector.selectors?.findIndex((each) => selects(each, selected.labels)) ?? -1;
    if (selected.resource !== undefined && (couldSelect || selector.resource === undefined)) {
      return labelCause(selected, oldSelected, selector.selectors?.[position] ?? []);
    }
    if (selector.resource === undefined) return undefined;
    const path = ['aggregationRule', 'clusterRoleSelectors', position];
    return { kind: 'selector', object: selector, path };
  }
  return undefined;
}

function labelCause(role: Role, old: Role | undefined, selector: LabelSelector): Cause {
  const key = selector.find((each) => role.labels[each.key] !== old?.labels[each.key])?.key;
  if (key === undefined || !(key in role.labels)) {
    return { kind: 'label', object: role, path: ['metadata', 'labels'], label: key ?? '' };
  }
  return { kind: 'label', object: role, path: ['metadata', 'labels', key], label: `${key}=${role.labels[key]}` };
}

/** A new binding grants by its subject; by its role where that is Kubernetes' own, or another one than before. */
function bindingCause(comparison: Comparison, binding: Binding, path: Path, role: Role | undefined): Cause {
  const old = comparison.bindingBefore(binding);
  if (binding.isMembership) return { kind: 'subject', object: binding, path };
  const isOtherRole = old !== undefined && (old.role.kind !== binding.role.kind || old.role.name !== binding.role.name);
  const isWellKnown = old === undefined && role?.origin === 'default';
  return isOtherRole || isWellKnown
    ? { kind: 'role-reference', object: binding, path: binding.rolePath }
    : { kind: 'subject', object: binding, path };
}

/** Equal for equal causes; the subjects of one binding are one cause. No index in it. */
export function causeKey(cause: Cause): string {
  const place = `${cause.object.resource?.file ?? ''} ${identityOf(cause.object)} ${cause.kind}`;
  if (cause.kind === 'rule') return `${place} ${ruleText(cause.rule)}`;
  // Whoever joins a group gains by all its bindings at once.
  if ('isMembership' in cause.object) return `${cause.object.resource?.file ?? ''} ${cause.object.name}`;
  // Of two definitions of a binding each may be what the cluster gets.
  if ('role' in cause.object) return `${place} ${cause.object.role.kind} ${cause.object.role.name}`;
  return cause.kind === 'label' ? `${place} ${cause.label}` : `${place} ${cause.kind === 'selector' ? cause.path : ''}`;
}

/** Asked for each gain by a rule. */
const ruleText = memoize(({ value }: PolicyRule) => canonical(value));
