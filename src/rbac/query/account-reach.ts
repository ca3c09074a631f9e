import { isDeliveredScope, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { compareSeverity } from '../../severity.ts';
import type { PermissionRisk } from '../judge/danger.ts';
import { RiskContext } from '../judge/risk-context.ts';
import { userFacing } from '../judge/user-facing.ts';
import { uncovered } from '../model/coverage.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import type { Placement } from '../model/placement.ts';
import { objectName, roleName, routeThrough } from '../model/rbac-object.ts';
import { isNothing } from '../model/rbac-objects.ts';
import { mostSteps, StepBudget, StepLimitError } from '../model/step-budget.ts';
import { readRbac } from '../read/read-rbac.ts';
import { elsewhereOf } from '../state/elsewhere.ts';
import { type RbacOptions, type RbacState, rbacState } from '../state/rbac-state.ts';
import {
  type Account,
  accountKey,
  type Held,
  heldBy,
  isGranted,
  mayBeBound,
  subjectsOf,
  unreadBinders,
} from './held-by-account.ts';

/** A permission that an account holds, how, and how bad it is to act as it. */
export interface ReachedPermission {
  readonly permission: Permission;
  readonly placement: Placement;
  /** `ClusterRoleBinding ops`, `ClusterRole ops`. */
  readonly route: readonly string[];
  readonly judgement: PermissionRisk;
}

/** Why an account may be able to do more than what is known. */
export type UnknownReach =
  | { readonly kind: 'role'; readonly role: string; readonly binding: string }
  | { readonly kind: 'unread'; readonly file: string }
  | { readonly kind: 'too large' };

/** What accounts can do. */
export interface Reach {
  /** The worst first. */
  readonly permissions: readonly ReachedPermission[];
  readonly unknown: readonly UnknownReach[];
}

/** What is asked of the ServiceAccounts of a change. */
export interface AccountReaches {
  /**
   * What the accounts of the one list could do all along, before and after the change, and those of the other could not before:
   * what an account newly may is said of the binding that lets it. Where the base is empty, all that they can do.
   */
  beyond(scope: Scope, to: readonly Account[], from: readonly Account[]): Reach;
  /** Whether anything here lets the account do something, on either side. */
  isBound(scope: Scope, account: Account): boolean;
}

interface Side {
  readonly state: RbacState;
  readonly risk: RiskContext;
}

/** One scope on both sides; one object twice where they are the same. */
interface Place {
  readonly scope: Scope;
  readonly sides: ScopeObjects;
  readonly before: Side;
  readonly after: Side;
  readonly work: StepBudget;
}

/** What was read of a change, and whether there was nothing before it. */
export interface ReachEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
  readonly isFirst: boolean;
}

/** Answers from the roles and bindings of the account's scope, and of those around it that may be of the same cluster. Nothing is read before it is asked for. */
export function accountReaches(
  { objects, around, isFirst }: ReachEvidence,
  options: RbacOptions & Pick<Policy, 'clusters'>,
): AccountReaches {
  const isExact = (scope: Scope) => options.clusters.some(({ name }) => name === scope);
  const elsewhere = elsewhereOf(around, options, isExact);
  const all = new Map([...around, ...objects]);
  const places = new Map<Scope, Place>();
  const placeOf = (scope: Scope): Place => {
    const known = places.get(scope);
    if (known !== undefined) return known;
    const sides = all.get(scope) ?? { before: [], after: [] };
    const work = new StepBudget(mostSteps(sides.before.length + sides.after.length));
    const sideOf = (resources: ScopeObjects['after']): Side => {
      const state = rbacState(resources, options, work, { elsewhere: elsewhere(scope) });
      return { state, risk: new RiskContext(state, options, work) };
    };
    const after = sideOf(sides.after);
    const place = { scope, sides, work, after, before: sides.before === sides.after ? after : sideOf(sides.before) };
    places.set(scope, place);
    return place;
  };
  const near = (scope: Scope) => all.get(scope)?.place ?? scope;
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const grants = (scope: Scope) => {
    const { before = [], after = [] } = all.get(scope) ?? {};
    return !isNothing(readRbac(after)) || !isNothing(readRbac(before));
  };
  const together = new Map<Scope, readonly Place[]>();
  const placesOf = (scope: Scope): readonly Place[] => {
    const known = together.get(scope);
    if (known !== undefined) return known;
    const others = [...around.keys()].filter(
      (other) => other !== scope && takesPart(other) && mayBeOneCluster(near(other), near(scope)) && grants(other),
    );
    const found = [scope, ...(takesPart(scope) ? others : [])].map(placeOf);
    together.set(scope, found);
    return found;
  };
  const known = new Map<string, Reach>();
  return {
    isBound: (scope, account) => placesOf(scope).some((place) => guarded(() => isBoundIn(place, account), true)),
    beyond(scope, to, from) {
      const key = JSON.stringify([scope, to.map(accountKey), from.map(accountKey)]);
      const found = known.get(key) ?? joined(placesOf(scope).map((place) => reachIn(place, to, from, isFirst)));
      known.set(key, found);
      return found;
    },
  };
}

function isBoundIn({ before, after }: Place, account: Account): boolean {
  return [before, after].some(({ state }) => {
    if (!mayBeBound(state, account)) return false;
    return isGranted(state, subjectsOf(state, account));
  });
}

function reachIn(place: Place, to: readonly Account[], from: readonly Account[], isFirst: boolean): Reach {
  return guarded(() => judged(place, to, from, isFirst), { permissions: [], unknown: [{ kind: 'too large' }] });
}

/** What takes too many steps is not known. */
function guarded<T>(compute: () => T, unknown: T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StepLimitError) return unknown;
    throw error;
  }
}

function judged(place: Place, to: readonly Account[], from: readonly Account[], isFirst: boolean): Reach {
  const { before, after, work } = place;
  // Whom a name means is the same question on both sides: a new binding next to it must not answer it anew.
  const subjects = (account: Account) => {
    const sides = isFirst || before === after ? [after] : [before, after];
    const found = sides.flatMap(({ state }) => subjectsOf(state, account));
    return [...new Map(found.map((subject) => [subject.key, subject])).values()];
  };
  const had = from.flatMap((account) =>
    mayBeBound(before.state, account) ? [heldBy(before.state, subjects(account), work)] : [],
  );
  const formerly = had.flatMap(({ held }) => held);
  const knownBefore = new Set(had.flatMap(({ unknown }) => unknown.map(({ role }) => roleName(role))));
  const permissions: ReachedPermission[] = [];
  const unknown: UnknownReach[] = [];
  for (const account of to) {
    for (const file of from.some(isSame(account)) ? [] : unreadBinders(place.sides, account)) {
      unknown.push({ kind: 'unread', file });
    }
    if (!mayBeBound(after.state, account)) continue;
    const now = heldBy(after.state, subjects(account), work);
    const old = isFirst || before === after ? now : heldBy(before.state, subjects(account), work);
    for (const { permission, placement, subject, binding, chain } of now.held) {
      const common = old === now ? [permission] : shared(permission, placement, old.held, work);
      for (const part of common.flatMap((each) => missing(each, placement, formerly, work))) {
        const judgement = after.risk.judge(part, subject, placement, userFacing(chain, true));
        const route = routeThrough([objectName(binding), ...chain.map(objectName)]);
        permissions.push({ permission: part, placement, route, judgement });
      }
    }
    const oldRoles = new Set(old.unknown.map(({ role }) => roleName(role)));
    for (const binding of now.unknown) {
      const role = roleName(binding.role);
      if (oldRoles.has(role) && !knownBefore.has(role))
        unknown.push({ kind: 'role', role, binding: objectName(binding) });
    }
  }
  return joined([{ permissions, unknown }]);
}

function isSame(account: Account): (other: Account) => boolean {
  const key = accountKey(account);
  return (other) => accountKey(other) === key;
}

/** The part of a permission that was held before as well. */
function shared(permission: Permission, placement: Placement, old: readonly Held[], work: StepBudget) {
  const gained = missing(permission, placement, old, work);
  return gained.length === 0 ? [permission] : uncovered(permission, gained, work);
}

function missing(permission: Permission, placement: Placement, held: readonly Held[], work: StepBudget) {
  const there = held.filter((each) => each.placement === undefined || each.placement === placement);
  return uncovered(
    permission,
    there.map((each) => each.permission),
    work,
  );
}

function joined(parts: readonly Reach[]): Reach {
  const all = parts.flatMap(({ permissions }) => permissions);
  const keyOf = ({ permission, placement, route }: ReachedPermission) =>
    JSON.stringify([permissionKey(permission), placement, route]);
  return {
    permissions: [...new Map(all.map((each) => [keyOf(each), each])).values()].sort((a, b) =>
      compareSeverity(a.judgement.severity, b.judgement.severity),
    ),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
}
