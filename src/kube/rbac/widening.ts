import { compareSeverity, lower, type Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { Resource } from '../resource.ts';
import { type Cause, type Caused, causeKey, causesOf, latentCauses } from './cause.ts';
import { Circumstance } from './circumstance.ts';
import { type Comparison, compareRbac, reversed } from './comparison.ts';
import { uncoveredOf } from './coverage.ts';
import { hangsTogether, type Judgement, judge } from './danger.ts';
import { type Gains, gainersOf, gainsOf, type UnknownGain } from './gain.ts';
import { type Permission, permissionKey } from './permission.ts';
import type { Placement } from './placement.ts';
import { type Binding, type BoundSubject, objectName, type Role } from './rbac-object.ts';
import type { RbacOptions } from './rbac-state.ts';
import { type NewItem, newItems, type RuleField } from './rule-items.ts';
import { compact, enumerate } from './sentence.ts';
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
  readonly bound: readonly BoundSubject[];
  readonly placement: Placement;
  /** The way to the permission, after the subject. */
  readonly route: readonly string[];
}

function widenings(comparison: Comparison, { gains, latent }: Gains): readonly Widening[] {
  const groups = new Map<string, Part[]>();
  const add = (part: Part, isForEveryone: boolean) => {
    const key = `${isForEveryone} ${causeKey(part.cause)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  };
  for (const gain of gains) {
    const { placement, binding, effective } = gain;
    const route = steps(binding, effective.chain);
    const all = gain.bound.filter(({ subject }) => everyone.has(subject.key));
    const some = gain.bound.filter(({ subject }) => !everyone.has(subject.key));
    for (const caused of causesOf(comparison, gain)) {
      if (all.length > 0) add({ ...caused, bound: all, placement, route }, true);
      if (some.length > 0) add({ ...caused, bound: some, placement, route }, false);
    }
  }
  for (const gain of latent) {
    const route = gain.effective.chain.map(objectName);
    for (const caused of latentCauses(comparison, gain)) {
      add({ ...caused, bound: [], placement: gain.role.namespace, route }, false);
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
  const isLatent = parts.every(({ bound }) => bound.length === 0);
  const gained = gainedPermissions(circumstance, parts, isLatent);
  const worst = gained[0]?.judgement.severity ?? 'low';
  return {
    cause,
    resource,
    paths: pathsOf(comparison, circumstance, cause, parts, gained),
    severity: worst,
    isLatent,
    isForEveryone: parts.some(({ bound }) => bound.some(({ subject }) => everyone.has(subject.key))),
    gained,
    routes: [...new Set(parts.map(({ bound, route }) => [...named(bound), ...route].join(' → ')))],
  };
}

function named(bound: readonly BoundSubject[]): readonly string[] {
  const names = [...new Set(bound.map(({ subject }) => subjectName(subject)))];
  return names.length === 0 ? [] : [enumerate(names)];
}

/** The permissions of all parts, the same one listed once with all who gain it; worst first. */
function gainedPermissions(
  circumstance: Circumstance,
  parts: readonly Part[],
  isLatent: boolean,
): readonly GainedPermission[] {
  const gained = new Map<string, GainedPermission & { readonly subjects: Subject[] }>();
  for (const { subjects, placement, permissions } of gainers(parts)) {
    for (const permission of compact(permissions)) {
      // Who gains it matters only where the danger hangs on what else they hold.
      const groups = hangsTogether(permission, placement) ? subjects.map((subject) => [subject]) : [subjects];
      for (const group of groups) {
        const judgement = judge(permission, circumstance.of(group[0], placement));
        const severity = isLatent ? lower(judgement.severity) : judgement.severity;
        const key = `${severity} ${placement} ${permissionKey(permission)}`;
        const found = gained.get(key);
        if (found === undefined) {
          gained.set(key, { permission, placement, subjects: [...group], judgement: { ...judgement, severity } });
        } else for (const subject of group) found.subjects.push(subject);
      }
    }
  }
  return [...gained.values()].sort((a, b) => compareSeverity(a.judgement.severity, b.judgement.severity));
}

interface Gainers {
  readonly subjects: readonly Subject[];
  readonly placement: Placement;
  readonly permissions: readonly Permission[];
}

/** The subjects that gain the same through these parts, together. */
function gainers(parts: readonly Part[]): readonly Gainers[] {
  const bySubject = new Map<string, { subject: Subject | undefined; placement: Placement; parts: Set<number> }>();
  for (const [index, { bound, placement }] of parts.entries()) {
    for (const subject of bound.length > 0 ? bound.map((each) => each.subject) : [undefined]) {
      const key = `${subject?.key} ${placement}`;
      const found = bySubject.get(key);
      if (found === undefined) bySubject.set(key, { subject, placement, parts: new Set([index]) });
      else found.parts.add(index);
    }
  }
  const alike = new Map<string, { subjects: Subject[]; placement: Placement; parts: Set<number> }>();
  for (const { subject, placement, parts: own } of bySubject.values()) {
    const key = `${[...own].join()} ${placement}`;
    const found = alike.get(key) ?? { subjects: [], placement, parts: own };
    if (subject !== undefined) found.subjects.push(subject);
    alike.set(key, found);
  }
  return [...alike.values()].map(({ subjects, placement, parts: own }) => ({
    subjects,
    placement,
    permissions: [...own].flatMap((index) => parts[index]?.permissions ?? []),
  }));
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
    const bound = parts.flatMap((part) => part.bound);
    const paths = new Map(bound.map(({ path }) => [JSON.stringify(path), path]));
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
