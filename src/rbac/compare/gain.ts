import { addTo } from '../../groups.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import type { Placement } from '../model/placement.ts';
import type { Binding, BoundSubject, Role } from '../model/rbac-object.ts';
import { mastersKey, type Subject, subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import type { EffectiveRule } from '../state/aggregation.ts';
import { type HeldPermission, HeldPermissions, type Holdings, keyOf } from '../state/held-permissions.ts';
import { namesUnknownRole, type RbacState } from '../state/rbac-state.ts';
import type { Comparison } from './comparison.ts';
import { effectiveAt, gainCost, type LatentGain, latentGains, missingInRole, RolesInEffect } from './latent-gain.ts';
import { type Joined, joined } from './memberships.ts';

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
  /** Whether another environment holds a role of that name. */
  readonly isFar: boolean;
}

export interface Gains {
  /** Memberships that are new. */
  readonly joined: Joined;
  readonly gains: readonly Gain[];
  readonly unknown: readonly UnknownGain[];
  readonly latent: readonly LatentGain[];
}

/** Everything gained between the two sides of a scope. Only what could differ is expanded. */
export function gainsOf(comparison: Comparison): Gains {
  const held = new HeldPermissions(comparison.before, comparison.work);
  const gains: Gain[] = [];
  const unknown: UnknownGain[] = [];
  /** Roles in effect through some binding, the ones they aggregate included. */
  const effective = new RolesInEffect(comparison);
  const changed = comparison.after.roles.filter((role) => comparison.isRoleChanged(role));
  const isChanged = new Set(changed);
  const memberships = joined(comparison);
  for (const binding of [...comparison.after.bindings, ...memberships.bindings]) {
    const roles = comparison.after.resolve(binding);
    const bindingChanged = comparison.isBindingChanged(binding);
    comparison.work.charge(1 + roles.length + binding.subjects.length);
    if (binding.subjects.length === 0) continue;
    for (const role of roles) {
      if (!bindingChanged && !isChanged.has(role)) continue;
      effective.add(role);
      for (const gain of gainsThrough(comparison, held, binding, role)) gains.push(gain);
    }
    if (bindingChanged && isUnknown(comparison.after, binding)) {
      for (const gain of unknownGains(comparison, binding)) unknown.push(gain);
    }
  }
  return {
    joined: memberships,
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
  const held = new HeldPermissions(comparison.before, comparison.work);
  const gainers = new Map<string, Subject>();
  for (const binding of [...comparison.after.bindings, ...joined(comparison).bindings]) {
    const isChanged = comparison.isBindingChanged(binding);
    const roles = comparison.after.resolve(binding).filter((role) => isChanged || comparison.isRoleChanged(role));
    comparison.work.charge(1 + roles.length + binding.subjects.length);
    for (const role of roles) {
      const open = binding.subjects.filter(({ subject }) => !gainers.has(subject.key));
      if (open.length === 0) break;
      for (const { bound } of gainsThrough(comparison, held, binding, role, open)) {
        for (const { subject } of bound) gainers.set(subject.key, subject);
        if (open.every(({ subject }) => gainers.has(subject.key))) break;
      }
    }
    if (!isChanged || !isUnknown(comparison.after, binding)) continue;
    for (const { subject } of unknownGains(comparison, binding)) gainers.set(subject.key, subject);
  }
  return [...gainers.values()];
}

/** Whether nothing is known of the role a binding names, or no more than other environments say of one of that name. */
function isUnknown(state: RbacState, binding: Binding): boolean {
  return namesUnknownRole(state, binding) || (state.resolve(binding).length > 0 && state.isFar(binding));
}

/** Subjects of one binding that held the same before, so that they gain the same. */
interface Alike {
  readonly holdings: Holdings;
  readonly bound: BoundSubject[];
}

/** What a binding gives beyond what its subjects held, rule by rule. */
function* gainsThrough(
  comparison: Comparison,
  held: HeldPermissions,
  binding: Binding,
  role: Role,
  subjects = binding.subjects,
): Generator<Gain> {
  const { work } = comparison;
  const placement = binding.namespace;
  const roleBefore = comparison.roleBefore(role);
  const alike = heldAlike(comparison, held, binding, subjects);
  const together = new BoundTogether(subjects);
  const hadRole = ({ holdings }: Alike) =>
    roleBefore !== undefined && holdings.some(({ roles }) => roles.has(roleBefore));
  const isWidenedOnly = !comparison.hasSiblings(binding) && alike.every(hadRole);
  const widened = isWidenedOnly ? widenedRules(comparison).get(role) : undefined;
  for (const effective of widened ?? comparison.after.effectiveRules(role)) {
    work.charge(effective.chain.length);
    const objects = [binding, ...effective.chain].filter(comparison.hasSiblings);
    const counts = (entry: HeldPermission) =>
      (entry.binding.isElsewhere !== true || entry.binding === binding) && isOwn(comparison, entry, objects);
    const inEffect = effectiveAt(effective.rule, placement, work);
    // Most of it is what the role allowed before; asked once, that leaves little to ask of each subject.
    const beyondRole = missingInRole(comparison, roleBefore, inEffect);
    const byGain = new Map<string, { permissions: readonly Permission[]; classes: number[] }>();
    for (const [number, each] of alike.entries()) {
      const asked = objects.length === 0 && hadRole(each) ? beyondRole : inEffect;
      work.charge(1);
      const permissions = asked.flatMap((permission) => held.missing(each.holdings, permission, counts));
      if (permissions.length === 0) continue;
      const key = alike.length === 1 ? '' : permissions.map(keyOf).join();
      const group = byGain.get(key);
      if (group === undefined) byGain.set(key, { permissions, classes: [number] });
      else group.classes.push(number);
    }
    for (const { permissions, classes } of byGain.values()) {
      const bound = together.of(classes, alike);
      work.charge(gainCost);
      if (bound !== undefined) yield { placement, permissions, binding, bound, effective };
    }
  }
}

/**
 * The rules of a role that allow more than its counterpart did: all that needs to be asked about those who held it.
 * Every rule where an object has siblings, whose grants excuse nothing.
 */
const widenedRules = memoize((comparison: Comparison) => ({
  get: memoize((role: Role): readonly EffectiveRule[] => {
    const old = comparison.roleBefore(role);
    return comparison.after.effectiveRules(role).filter(({ rule, chain }) => {
      comparison.work.charge(chain.length);
      return chain.some(comparison.hasSiblings) || missingInRole(comparison, old, rule.permissions).length > 0;
    });
  }),
}));

/** The subjects by what they held, those who bypass RBAC left out. */
function heldAlike(
  comparison: Comparison,
  held: HeldPermissions,
  binding: Binding,
  subjects: readonly BoundSubject[],
): readonly Alike[] {
  const old = comparison.bindingBefore(binding);
  const placement = isUnstated(binding.namespace) && old !== undefined ? old.namespace : binding.namespace;
  const alike = new Map<Holdings, Alike>();
  for (const bound of subjects) {
    if (bound.subject.key === mastersKey) continue;
    const holdings = held.holdings(subjectBefore(bound.subject, binding, old), placement);
    const found = alike.get(holdings);
    if (found === undefined) alike.set(holdings, { holdings, bound: [bound] });
    else found.bound.push(bound);
  }
  return [...alike.values()];
}

/** Subjects of a binding in its own order; one list for the same subjects, however many rules they gain by. */
class BoundTogether {
  readonly #known = new Map<string, Gain['bound']>();
  readonly #order: ReadonlyMap<BoundSubject, number>;

  constructor(subjects: readonly BoundSubject[]) {
    this.#order = new Map(subjects.map((bound, index) => [bound, index]));
  }

  of(classes: readonly number[], alike: readonly Alike[]): Gain['bound'] | undefined {
    const key = classes.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const order = (bound: BoundSubject) => this.#order.get(bound) ?? 0;
    const all = classes.flatMap((number) => alike[number]?.bound ?? []).sort((a, b) => order(a) - order(b));
    const [first, ...rest] = all;
    if (first === undefined) return undefined;
    this.#known.set(key, [first, ...rest]);
    return this.#known.get(key);
  }
}

/** Whether none of the objects a held permission comes through is a mere sibling of one the gain comes through. */
function isOwn(comparison: Comparison, entry: HeldPermission, objects: readonly (Binding | Role)[]): boolean {
  if (objects.length === 0) return true;
  return ![entry.binding, ...entry.chain].some((old) => objects.some((object) => comparison.isSibling(old, object)));
}

/** A ServiceAccount in the namespace its file leaves open is the one of the counterpart's namespace. */
function subjectBefore(subject: Subject, binding: Binding, old: Binding | undefined): Subject {
  if (old === undefined || subject.kind !== 'ServiceAccount' || !isUnstated(subject.namespace)) return subject;
  if (old.namespace === undefined) {
    const same = old.subjects.find(({ subject: own }) => own.name === subject.name && isUnstated(own.namespace));
    return same?.subject ?? subject;
  }
  return subject.namespace === binding.namespace ? subjectOf('ServiceAccount', subject.name, old.namespace) : subject;
}

function isUnstated(placement: Placement): boolean {
  return placement?.startsWith(unknownNamespacePrefix) === true;
}

/** The subjects that were not bound to the same role before, there or everywhere. */
function unknownGains(comparison: Comparison, binding: Binding): UnknownGain[] {
  const counterpart = comparison.bindingBefore(binding);
  const isFar = comparison.after.resolve(binding).length > 0;
  const toRole = boundTo(comparison.before);
  return binding.subjects
    .filter(({ subject }) => {
      const own = subjectBefore(subject, binding, counterpart);
      return ![...comparison.before.identitiesOf(own)].some((key) => {
        const bindings = toRole.get(`${binding.role.kind}/${binding.role.name} ${key}`) ?? [];
        return bindings.some((old) => {
          comparison.work.charge(1);
          if (old.isElsewhere || comparison.isSibling(old, binding)) return false;
          if (old.kind === 'ClusterRoleBinding' || old === counterpart) return true;
          return old.namespace === binding.namespace;
        });
      });
    })
    .map((bound) => ({ subject: bound.subject, placement: binding.namespace, binding, bound, isFar }));
}

/** The bindings by the role and each subject they name. */
const boundTo = memoize(({ bindings }: RbacState) => {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) {
    for (const { subject } of binding.subjects) {
      const key = `${binding.role.kind}/${binding.role.name} ${subject.key}`;
      addTo(groups, key, binding);
    }
  }
  return groups;
});
