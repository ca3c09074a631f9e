import { uncovered } from './coverage.ts';
import { type Permission, permissionKey } from './permission.ts';
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
  /** By the role it was bound through. */
  readonly byRole: ReadonlyMap<Role, readonly HeldPermission[]>;
  /** By each verb. */
  readonly byVerb: ReadonlyMap<string, readonly HeldPermission[]>;
  /** By each resource entry; URL permissions under the empty text. */
  readonly byResource: ReadonlyMap<string, readonly HeldPermission[]>;
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

  /** The part of a permission that the subject does not hold in the place, by the entries that count. */
  missing(
    subject: Subject,
    placement: Placement,
    permission: Permission,
    role: Role | undefined,
    counts: (entry: HeldPermission) => boolean,
  ): readonly Permission[] {
    const holdings = this.#holdings(subject, placement);
    const key = keyOf(permission);
    if (holdings.some(({ byKey }) => byKey.get(key)?.some(counts))) return [];
    // Most of it is what the role allowed before; asking that first leaves little to compare with all the rest.
    const former = role === undefined ? [] : holdings.flatMap(({ byRole }) => byRole.get(role) ?? []);
    return uncovered(permission, permissionsOf(former.filter(counts))).flatMap((part) =>
      uncovered(part, permissionsOf(holdings.flatMap((holding) => candidates(holding, part)).filter(counts))),
    );
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
  const byRole = new Map<Role, HeldPermission[]>();
  const byVerb = new Map<string, HeldPermission[]>();
  const byResource = new Map<string, HeldPermission[]>();
  for (const entry of entries) {
    push(byKey, keyOf(entry.permission), entry);
    const [role] = entry.chain;
    if (role !== undefined) push(byRole, role, entry);
    for (const verb of entry.permission.verbs) push(byVerb, verb, entry);
    for (const key of entry.permission.kind === 'url' ? [''] : entry.permission.resources) push(byResource, key, entry);
  }
  return { entries, byKey, byRole, byVerb, byResource };
}

/** The entries that share a verb and a resource with the permission; others cover no part of it. */
function candidates({ byVerb, byResource }: Holding, permission: Permission): readonly HeldPermission[] {
  const sharingVerb = entriesOf(byVerb, ['*', ...permission.verbs]);
  if (sharingVerb.size === 0) return [];
  const resources = permission.kind === 'url' ? [''] : coveringResources(permission.resources);
  return [...entriesOf(byResource, resources)].filter((entry) => sharingVerb.has(entry));
}

function entriesOf(
  index: ReadonlyMap<string, readonly HeldPermission[]>,
  keys: Iterable<string>,
): ReadonlySet<HeldPermission> {
  const entries = new Set<HeldPermission>();
  for (const key of keys) for (const entry of index.get(key) ?? []) entries.add(entry);
  return entries;
}

/** Each permission once. */
function permissionsOf(entries: readonly HeldPermission[]): readonly Permission[] {
  return [...new Map(entries.map(({ permission }) => [keyOf(permission), permission])).values()];
}

/** The resource entries that could cover one of these. */
function coveringResources(resources: readonly string[]): ReadonlySet<string> {
  const keys = new Set(['*', ...resources]);
  for (const resource of resources) {
    const slash = resource.indexOf('/');
    if (slash >= 0) keys.add(`*${resource.slice(slash)}`);
  }
  return keys;
}

function push<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
