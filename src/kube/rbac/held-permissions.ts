import { uncovered } from './coverage.ts';
import { type Permission, permissionKey } from './permission.ts';
import { PermissionIndex } from './permission-index.ts';
import type { Placement } from './placement.ts';
import type { Binding, Role } from './rbac-object.ts';
import type { RbacState } from './rbac-state.ts';
import { remember } from './remember.ts';
import { impliedGroups, type Subject } from './subject.ts';

/** A permission, with the objects it is held through. */
export interface HeldPermission {
  readonly permission: Permission;
  readonly binding: Binding;
  readonly chain: readonly Role[];
}

/** All that the bindings of one subject give it in one place. */
interface Holding {
  readonly entries: readonly HeldPermission[];
  readonly byKey: ReadonlyMap<string, readonly HeldPermission[]>;
  /** The roles that are bound. */
  readonly roles: ReadonlySet<Role>;
  readonly index: PermissionIndex<HeldPermission>;
}

const keyOf = remember(permissionKey);

/** What subjects hold on one side of the change, looked up once each. */
export class HeldPermissions {
  readonly #state: RbacState;
  readonly #known = new Map<string, Holding>();
  readonly #together = new Map<string, readonly Holding[]>();

  constructor(state: RbacState) {
    this.#state = state;
  }

  /** Whether a binding gives the subject the role in the place. */
  holdsRole(subject: Subject, placement: Placement, role: Role): boolean {
    return this.#holdings(subject, placement).some(({ roles }) => roles.has(role));
  }

  /** The part of a permission that the subject does not hold in the place, by the entries that count. */
  missing(
    subject: Subject,
    placement: Placement,
    permission: Permission,
    counts: (entry: HeldPermission) => boolean,
  ): readonly Permission[] {
    const holdings = this.#holdings(subject, placement);
    const key = keyOf(permission);
    if (holdings.some(({ byKey }) => byKey.get(key)?.some(counts))) return [];
    const owners = holdings.flatMap(({ index }) => index.candidates(permission)).filter(counts);
    return uncovered(permission, permissionsOf(owners));
  }

  /** Everything the subject holds in the place. */
  entries(subject: Subject, placement: Placement): readonly HeldPermission[] {
    return this.#holdings(subject, placement).flatMap((holding) => holding.entries);
  }

  /** What the subject and the groups it is in are given everywhere, and in the place. */
  #holdings(subject: Subject, placement: Placement): readonly Holding[] {
    const question = `${placement ?? ''} ${subject.key}`;
    const known = this.#together.get(question);
    if (known !== undefined) return known;
    const places = placement === undefined ? [undefined] : [undefined, placement];
    const holdings = [subject.key, ...impliedGroups(subject)]
      .flatMap((key) => places.map((place) => this.#holding(key, place)))
      .filter(({ entries }) => entries.length > 0);
    this.#together.set(question, holdings);
    return holdings;
  }

  #holding(key: string, placement: Placement): Holding {
    const question = placement === undefined ? key : `${placement}/${key}`;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const holding = indexed(this.#granted(key, placement));
    this.#known.set(question, holding);
    return holding;
  }

  #granted(key: string, placement: Placement): readonly HeldPermission[] {
    return this.#state
      .bindingsOf(key)
      .filter(({ namespace }) => namespace === placement)
      .flatMap((binding) =>
        this.#state
          .resolve(binding)
          .flatMap((role) => this.#state.effectiveRules(role))
          .flatMap(({ rule, chain }) => rule.permissions.map((permission) => ({ permission, binding, chain }))),
      );
  }
}

function indexed(entries: readonly HeldPermission[]): Holding {
  const byKey = new Map<string, HeldPermission[]>();
  const roles = new Set<Role>();
  for (const entry of entries) {
    const group = byKey.get(keyOf(entry.permission));
    if (group === undefined) byKey.set(keyOf(entry.permission), [entry]);
    else group.push(entry);
    const [role] = entry.chain;
    if (role !== undefined) roles.add(role);
  }
  return { entries, byKey, roles, index: new PermissionIndex(entries) };
}

/** Each permission once. */
function permissionsOf(entries: readonly HeldPermission[]): readonly Permission[] {
  return [...new Map(entries.map(({ permission }) => [keyOf(permission), permission])).values()];
}
