import { compareSeverity, lower, type Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { Resource } from '../resource.ts';
import { type Cause, type Caused, causeKey, causesOf, latentCauses } from './cause.ts';
import { Circumstance } from './circumstance.ts';
import { type Comparison, compareRbac, reversed } from './comparison.ts';
import { uncoveredOf } from './coverage.ts';
import { type Judgement, judge } from './danger.ts';
import { type Gains, gainersOf, gainsOf, type UnknownGain } from './gain.ts';
import { type Permission, permissionKey } from './permission.ts';
import type { Placement } from './placement.ts';
import { type Binding, objectName, type Role } from './rbac-object.ts';
import type { RbacOptions } from './rbac-state.ts';
import { type NewItem, newItems, type RuleField } from './rule-items.ts';
import { compact } from './sentence.ts';
import { everyone, mastersKey, type Subject, subjectName } from './subject.ts';

/** One permission that a cause grants, and everyone who gains it there. */
export interface GainedPermission {
  readonly permission: Permission;
  readonly placement: Placement;
  /** Empty where nothing in the repository binds the role. */
  readonly subjects: readonly Subject[];
  readonly judgement: Judgement;
}

/** Everything one change grants. */
export interface Widening {
  readonly cause: Cause;
  readonly resource: Resource;
  /** Where it stands, from the object's root: the worst entry first. */
  readonly paths: readonly Path[];
  readonly severity: Severity;
  /** Nothing in the repository binds the role. */
  readonly isLatent: boolean;
  /** Gained by everyone who can reach the API server. */
  readonly isForEveryone: boolean;
  /** Worst first. */
  readonly gained: readonly GainedPermission[];
  /** One line per way: ServiceAccount ci/deployer → ClusterRoleBinding ops → ClusterRole ops. */
  readonly routes: readonly string[];
}

/** New subjects of one binding whose role is not in the repository. */
export interface UnknownRoleBinding {
  readonly binding: Binding;
  readonly resource: Resource;
  readonly paths: readonly Path[];
  readonly subjects: readonly Subject[];
  readonly placement: Placement;
}

/** A new subject system:masters, whom no binding can restrict. */
export interface MastersBinding {
  readonly binding: Binding;
  readonly resource: Resource;
  readonly path: Path;
}

/** What the change of one scope does to permissions. */
export interface RbacChange {
  readonly widenings: readonly Widening[];
  readonly unknownRoles: readonly UnknownRoleBinding[];
  readonly masters: readonly MastersBinding[];
  /** Subjects that can do less than before. */
  readonly losers: readonly Subject[];
}

/** Both sides of one scope. */
export interface RbacSides {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

const known = new WeakMap<RbacSides, { options: RbacOptions; change: RbacChange }>();

/** Who can do what after the change that they could not before, by cause. Computed once per scope. */
export function rbacChange(sides: RbacSides, options: RbacOptions): RbacChange {
  const cached = known.get(sides);
  if (cached?.options.kubernetesVersion === options.kubernetesVersion && cached.options.roles === options.roles) {
    return cached.change;
  }
  const comparison = compareRbac(sides.before, sides.after, options);
  const gains = gainsOf(comparison);
  const change = {
    widenings: widenings(comparison, gains),
    unknownRoles: unknownRoles(gains.unknown),
    masters: newMasters(comparison),
    losers: gainersOf(reversed(comparison)).filter(({ kind }) => kind !== 'RoleHolder'),
  };
  known.set(sides, { options, change });
  return change;
}

/** A part of a gain with its cause, and who gains it; nobody when latent. */
interface Part extends Caused {
  readonly subject: Subject | undefined;
  readonly placement: Placement;
  readonly route: string;
  readonly path: Path | undefined;
}

function widenings(comparison: Comparison, { gains, latent }: Gains): readonly Widening[] {
  const groups = new Map<string, Part[]>();
  const add = (part: Part) => {
    const isForEveryone = part.subject !== undefined && everyone.has(part.subject.key);
    const key = `${isForEveryone} ${causeKey(part.cause)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  };
  for (const gain of gains) {
    const { subject, placement, binding, bound, effective } = gain;
    const route = [subjectName(subject), ...steps(binding, effective.chain)].join(' → ');
    for (const caused of causesOf(comparison, gain)) add({ ...caused, subject, placement, route, path: bound.path });
  }
  for (const gain of latent) {
    const route = gain.effective.chain.map(objectName).join(' → ');
    for (const caused of latentCauses(comparison, gain)) {
      add({ ...caused, subject: undefined, placement: gain.role.namespace, route, path: undefined });
    }
  }
  const circumstance = new Circumstance(comparison.after, comparison.options);
  const found = [...groups].flatMap(([key, parts]) => {
    const repeated = key.startsWith('false') ? groups.get(key.replace('false', 'true')) : undefined;
    return widening(comparison, circumstance, withoutRepeated(parts, repeated ?? [])) ?? [];
  });
  return found.sort((a, b) => compareSeverity(a.severity, b.severity));
}

/** Without what everyone gains through the same change in the same place. */
function withoutRepeated(parts: readonly Part[], forEveryone: readonly Part[]): readonly Part[] {
  return parts.filter(({ placement, permissions }) => {
    const there = forEveryone.filter((other) => other.placement === undefined || other.placement === placement);
    return (
      uncoveredOf(
        permissions,
        there.flatMap((other) => other.permissions),
      ).length > 0
    );
  });
}

function steps(binding: Binding, chain: readonly Role[]): string[] {
  const isOutside = binding.resource === undefined && binding.subjects[0]?.subject.kind === 'RoleHolder';
  return [...(isOutside ? [] : [objectName(binding)]), ...chain.map(objectName)];
}

function widening(comparison: Comparison, circumstance: Circumstance, parts: readonly Part[]): Widening | undefined {
  const cause = parts[0]?.cause;
  const resource = cause?.object.resource;
  if (cause === undefined || resource === undefined) return undefined;
  const isLatent = parts.every(({ subject }) => subject === undefined);
  const gained = gainedPermissions(circumstance, parts, isLatent);
  const worst = gained[0]?.judgement.severity ?? 'low';
  return {
    cause,
    resource,
    paths: pathsOf(comparison, circumstance, cause, parts, gained),
    severity: worst,
    isLatent,
    isForEveryone: parts.some(({ subject }) => subject !== undefined && everyone.has(subject.key)),
    gained,
    routes: [...new Set(parts.map(({ route }) => route))],
  };
}

/** The permissions of all parts, the same one listed once with all who gain it; worst first. */
function gainedPermissions(
  circumstance: Circumstance,
  parts: readonly Part[],
  isLatent: boolean,
): readonly GainedPermission[] {
  const bySubject = new Map<
    string,
    { subject: Subject | undefined; placement: Placement; permissions: Permission[] }
  >();
  for (const { subject, placement, permissions } of parts) {
    const key = `${subject?.key} ${placement}`;
    const found = bySubject.get(key);
    if (found === undefined) bySubject.set(key, { subject, placement, permissions: [...permissions] });
    else found.permissions.push(...permissions);
  }
  const gained = new Map<
    string,
    { permission: Permission; placement: Placement; subjects: Subject[]; judgement: Judgement }
  >();
  for (const { subject, placement, permissions } of bySubject.values()) {
    for (const permission of compact(permissions)) {
      const judgement = judge(permission, circumstance.of(subject, placement));
      const key = `${judgement.severity} ${placement} ${permissionKey(permission)}`;
      const found = gained.get(key);
      const severity = isLatent ? lower(judgement.severity) : judgement.severity;
      const subjects = subject === undefined ? [] : [subject];
      if (found !== undefined) found.subjects.push(...subjects);
      else gained.set(key, { permission, placement, subjects, judgement: { ...judgement, severity } });
    }
  }
  return [...gained.values()].sort((a, b) => compareSeverity(a.judgement.severity, b.judgement.severity));
}

/** Where the cause stands: in a changed rule, the new entries, the one with the worst consequence first. */
function pathsOf(
  comparison: Comparison,
  circumstance: Circumstance,
  cause: Cause,
  parts: readonly Part[],
  gained: readonly GainedPermission[],
): readonly Path[] {
  if (cause.kind === 'subject') {
    const paths = new Map(parts.flatMap(({ path }) => (path === undefined ? [] : [[JSON.stringify(path), path]])));
    return paths.size > 0 ? [...paths.values()] : [cause.path];
  }
  if (cause.kind !== 'rule') return [cause.path];
  const items = newItems(cause.rule, cause.object, comparison.roleBefore(cause.object)) ?? [];
  const ranked = items.flatMap((item) => {
    const parts = gained.flatMap(({ permission, placement }) => {
      const only = restrict(permission, item);
      return only === undefined ? [] : [judge(only, circumstance.of(undefined, placement)).severity];
    });
    const worst = parts.sort(compareSeverity)[0];
    return worst === undefined ? [] : [{ item, worst }];
  });
  ranked.sort((a, b) => Number(b.item.text === '*') - Number(a.item.text === '*') || compareSeverity(a.worst, b.worst));
  return ranked.length > 0 ? ranked.map(({ item }) => item.path) : [cause.rule.path];
}

const factors: Readonly<Record<RuleField, string>> = {
  verbs: 'verbs',
  apiGroups: 'groups',
  resources: 'resources',
  resourceNames: 'names',
  nonResourceURLs: 'urls',
};

/** The part of the permission that one entry of a rule stands for. */
function restrict(permission: Permission, { field, text }: NewItem): Permission | undefined {
  const factor = factors[field];
  const entries = Object.entries(permission).find(([name]) => name === factor)?.[1];
  return Array.isArray(entries) && entries.includes(text) ? { ...permission, [factor]: [text] } : undefined;
}

function unknownRoles(gains: readonly UnknownGain[]): readonly UnknownRoleBinding[] {
  const byBinding = new Map<Binding, UnknownGain[]>();
  for (const gain of gains) byBinding.set(gain.binding, [...(byBinding.get(gain.binding) ?? []), gain]);
  return [...byBinding].flatMap(([binding, group]) => {
    if (binding.resource === undefined) return [];
    return {
      binding,
      resource: binding.resource,
      paths: group.map(({ bound }) => bound.path),
      subjects: group.map(({ subject }) => subject),
      placement: binding.namespace,
    };
  });
}

function newMasters(comparison: Comparison): readonly MastersBinding[] {
  return comparison.after.bindings.flatMap((binding) => {
    if (binding.resource === undefined || !comparison.isBindingChanged(binding)) return [];
    const bound = binding.subjects.find(({ subject }) => subject.key === mastersKey);
    const old = comparison.bindingBefore(binding)?.subjects.some(({ subject }) => subject.key === mastersKey);
    return bound === undefined || old ? [] : [{ binding, resource: binding.resource, path: bound.path }];
  });
}
