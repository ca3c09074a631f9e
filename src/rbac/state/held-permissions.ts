import { addTo } from '../../groups.ts';
import { uncovered } from '../model/coverage.ts';
import { memoize } from '../model/memoize.ts';
import { type Permission, permissionKey } from '../model/permission.ts';
import { PermissionIndex, size } from '../model/permission-index.ts';
import type { Placement } from '../model/placement.ts';
import type { Binding, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import type { Subject } from '../model/subject.ts';
import type { RbacState } from './rbac-state.ts';

/** A permission, with the objects it is held through. */
export interface HeldPermission {
  readonly permission: Permission;
  readonly binding: Binding;
  readonly chain: readonly Role[];
}

/** All that some bindings give in one place. Subjects that these and no other bindings name share it. */
interface Holding {
  readonly entries: readonly HeldPermission[];
  readonly byKey: ReadonlyMap<string, readonly HeldPermission[]>;
  /** The roles that are bound. */
  readonly roles: ReadonlySet<Role>;
  readonly index: PermissionIndex<HeldPermission>;
}

/** What a subject holds in a place, itself and through its groups; the same list for all who hold the same. */
export type Holdings = readonly Holding[];

/** Asked for each subject that holds a permission. */
export const keyOf = memoize(permissionKey);

/** What subjects hold on one side of the change, looked up once for all that are bound alike. */
export class HeldPermissions {
  readonly #state: RbacState;
  readonly #work: StepBudget;
  readonly #numbers = new Map<Binding, number>();
  readonly #byBindings = new Map<string, Holding>();
  readonly #byBinders = new Map<string, Holdings>();
  readonly #known = new Map<string, Holdings>();

  constructor(state: RbacState, work: StepBudget) {
    this.#state = state;
    this.#work = work;
    for (const [number, binding] of state.bindings.entries()) this.#numbers.set(binding, number);
  }

  /** What the subject and the groups it is in are given everywhere, and in the place. */
  holdings(subject: Subject, placement: Placement): Holdings {
    const question = placement === undefined ? subject.key : `${placement}/${subject.key}`;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const places = placement === undefined ? [undefined] : [undefined, placement];
    const bindings = [...this.#state.identitiesOf(subject)]
      .flatMap((key) => places.map((place) => this.#state.bindingsOf(key, place)))
      .filter((list) => list.length > 0);
    this.#work.charge(bindings.reduce((sum, list) => sum + list.length, 1));
    const keys = bindings.map((list) => list.map((binding) => this.#numbers.get(binding)).join());
    const together = keys.join(' ');
    const holdings =
      this.#byBinders.get(together) ??
      bindings.map((list, index) => this.#holding(keys[index] ?? '', list)).filter(({ entries }) => entries.length > 0);
    this.#byBinders.set(together, holdings);
    this.#known.set(question, holdings);
    return holdings;
  }

  /** The part of a permission that is not among the holdings, by the entries that count. */
  missing(
    holdings: Holdings,
    permission: Permission,
    counts: (entry: HeldPermission) => boolean,
  ): readonly Permission[] {
    this.#work.charge(4 + holdings.length);
    if (holdings.length === 0) return [permission];
    const key = keyOf(permission);
    if (holdings.some(({ byKey }) => byKey.get(key)?.some(counts))) return [];
    const owners = holdings.flatMap(({ index }) => index.candidates(permission)).filter(counts);
    return uncovered(permission, permissionsOf(owners), this.#work);
  }

  #holding(key: string, bindings: readonly Binding[]): Holding {
    const known = this.#byBindings.get(key);
    if (known !== undefined) return known;
    const holding = this.#indexed(bindings.flatMap((binding) => this.#granted(binding)));
    this.#byBindings.set(key, holding);
    return holding;
  }

  #granted(binding: Binding): readonly HeldPermission[] {
    const rules = this.#state.resolve(binding).flatMap((role) => this.#state.effectiveRules(role));
    this.#work.charge(1 + 10 * rules.length);
    return rules.flatMap(({ rule, chain }) => rule.permissions.map((permission) => ({ permission, binding, chain })));
  }

  #indexed(entries: readonly HeldPermission[]): Holding {
    const byKey = new Map<string, HeldPermission[]>();
    const roles = new Set<Role>();
    const work = this.#work;
    for (const entry of entries) {
      work.charge(size(entry.permission));
      addTo(byKey, keyOf(entry.permission), entry);
      const [role] = entry.chain;
      if (role !== undefined) roles.add(role);
    }
    let index: PermissionIndex<HeldPermission> | undefined;
    return {
      entries,
      byKey,
      roles,
      get index() {
        index ??= new PermissionIndex(entries, work);
        return index;
      },
    };
  }
}

/** Each permission once. */
function permissionsOf(entries: readonly HeldPermission[]): readonly Permission[] {
  return [...new Map(entries.map(({ permission }) => [keyOf(permission), permission])).values()];
}
