import { compareSeverity, lower, type Severity } from '../../severity.ts';
import type { Caused } from '../compare/cause.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import type { Placement } from '../model/placement.ts';
import type { Binding, BoundSubject, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import type { Subject } from '../model/subject.ts';
import { dependsOnGainer, dependsOnOtherPermissions, type PermissionRisk, riskCost } from './danger.ts';
import { gainerOf, type RiskContext } from './risk-context.ts';
import { compact } from './sentence.ts';
import type { UserFacing } from './user-facing.ts';

/** One permission that a cause grants, and everyone who gains it there. */
export interface GainedPermission {
  readonly permission: Permission;
  readonly placement: Placement;
  /** Empty where nothing in the repository binds the role. */
  readonly subjects: readonly Subject[];
  readonly judgement: PermissionRisk;
}

/** A part of a gain with its cause, and who gains it; nobody when latent. */
export interface Part extends Caused {
  readonly bound: readonly BoundSubject[];
  readonly placement: Placement;
  /** The way to the permission, after the subject. */
  readonly route: readonly string[];
  /** The roles on that way, the bound one first. */
  readonly chain: readonly Role[];
  /** Undefined when latent. */
  readonly binding: Binding | undefined;
  readonly userFacing: UserFacing;
  /** The role that would give it, where nobody gains. */
  readonly unbound?: Role;
}

type Gained = Omit<GainedPermission, 'subjects'> & { readonly groups: (readonly Subject[])[] };

/** Whether a gain reaches somebody: by a binding, by none, or by none that could be read. */
export type Effect = 'bound' | 'unbound' | 'perhaps bound';

/** A step lower where nobody gains; high at most where it is unknown who does. */
function severityIn(effect: Effect, severity: Severity): Severity {
  if (effect === 'unbound') return lower(severity);
  return effect === 'perhaps bound' && severity === 'critical' ? 'high' : severity;
}

/** The permissions of all parts, the same one listed once with all who gain it; worst first. */
export function gainedPermissions(
  context: RiskContext,
  parts: readonly Part[],
  effect: Effect,
  work: StepBudget,
): readonly GainedPermission[] {
  const gained = new Map<string, Gained>();
  for (const userFacing of new Set(parts.map((part) => part.userFacing))) {
    const alike = parts.filter((part) => part.userFacing === userFacing);
    for (const gainer of gainers(alike, work)) judgeGain(context, gainer, userFacing, effect, gained, work);
  }
  return [...gained.values()]
    .map(({ groups, ...rest }) => ({
      ...rest,
      subjects: (groups.length === 1 ? groups[0] : undefined) ?? groups.flat(),
    }))
    .sort((a, b) => compareSeverity(a.judgement.severity, b.judgement.severity));
}

function judgeGain(
  context: RiskContext,
  { subjects, placement, permissions, unbound }: Gainers,
  userFacing: UserFacing,
  effect: Effect,
  gained: Map<string, Gained>,
  work: StepBudget,
): void {
  work.charge(permissions.reduce((sum, permission) => sum + size(permission), 0));
  for (const permission of compact(permissions)) {
    work.charge(riskCost(permission) + subjects.length);
    for (const group of judgedAlike(context, subjects, placement, permission, userFacing)) {
      const judgement = context.judge(permission, group[0], placement, userFacing, unbound);
      const severity = severityIn(effect, judgement.severity);
      const key = `${severity} ${placement} ${permissionKey(permission)}`;
      const found = gained.get(key);
      if (found === undefined) {
        gained.set(key, { permission, placement, groups: [group], judgement: { ...judgement, severity } });
      } else found.groups.push(group);
    }
  }
}

/** The subjects, together where it makes no difference who gains the permission. */
function judgedAlike(
  context: RiskContext,
  subjects: readonly Subject[],
  placement: Placement,
  permission: Permission,
  userFacing: UserFacing,
): readonly (readonly Subject[])[] {
  // Nobody gains what is latent, and it is judged all the same.
  if (subjects.length === 0) return [subjects];
  const conditions = context.of(subjects[0], placement);
  // Who gains it matters where the danger depends on what else they hold.
  if (dependsOnOtherPermissions(permission, conditions)) return subjects.map((subject) => [subject]);
  if (!dependsOnGainer(permission, conditions, userFacing)) return [subjects];
  const byKind = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const kind = gainerOf(subject);
    const alike = byKind.get(kind);
    if (alike === undefined) byKind.set(kind, [subject]);
    else alike.push(subject);
  }
  return [...byKind.values()];
}

interface Gainers {
  readonly subjects: readonly Subject[];
  readonly placement: Placement;
  readonly permissions: readonly Permission[];
  /** The role that would give them, where there are no subjects. */
  readonly unbound: Role | undefined;
}

/** Subjects that gain through the same parts in one place. */
interface Group {
  readonly subjects: readonly (Subject | undefined)[];
  readonly placement: Placement;
  readonly parts: number[];
}

/** The subjects that gain the same through these parts, together. */
function gainers(parts: readonly Part[], work: StepBudget): readonly Gainers[] {
  const lists = byList(parts);
  const bySubject = new Map<string, { subject: Subject | undefined; placement: Placement; lists: Set<number> }>();
  for (const [index, { subjects, placement }] of lists.entries()) {
    work.charge(1 + subjects.length);
    for (const subject of subjects) {
      const key = `${subject?.key} ${placement}`;
      const found = bySubject.get(key);
      if (found === undefined) bySubject.set(key, { subject, placement, lists: new Set([index]) });
      else found.lists.add(index);
    }
  }
  const alike = new Map<string, { subjects: Subject[]; placement: Placement; lists: Set<number> }>();
  for (const { subject, placement, lists: own } of bySubject.values()) {
    const key = `${[...own].join()} ${placement}`;
    const found = alike.get(key) ?? { subjects: [], placement, lists: own };
    if (subject !== undefined) found.subjects.push(subject);
    alike.set(key, found);
  }
  return [...alike.values()].map(({ subjects, placement, lists: own }) => {
    const indexes = [...own].flatMap((list) => lists[list]?.parts ?? []).sort((a, b) => a - b);
    work.charge(indexes.length);
    const through = indexes.flatMap((index) => parts[index] ?? []);
    return {
      subjects,
      placement,
      permissions: through.flatMap(({ permissions }) => permissions),
      unbound: through.find(({ unbound }) => unbound !== undefined)?.unbound,
    };
  });
}

/** The parts by their list of subjects, which parts of one binding share. */
function byList(parts: readonly Part[]): readonly Group[] {
  const nobody: readonly BoundSubject[] = [];
  const byBound = new Map<readonly BoundSubject[], Map<Placement, Group>>();
  const groups: Group[] = [];
  for (const [index, { bound, placement }] of parts.entries()) {
    const key = bound.length === 0 ? nobody : bound;
    const byPlacement = byBound.get(key) ?? new Map<Placement, Group>();
    byBound.set(key, byPlacement);
    const found = byPlacement.get(placement);
    if (found !== undefined) {
      found.parts.push(index);
      continue;
    }
    const subjects = bound.length > 0 ? bound.map(({ subject }) => subject) : [undefined];
    const group = { subjects, placement, parts: [index] };
    byPlacement.set(placement, group);
    groups.push(group);
  }
  return groups;
}
