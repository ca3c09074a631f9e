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

/** All that one subject, or a group it is in, holds in a place. */
interface Holding {
  readonly entries: readonly HeldPermission[];
  readonly byKey: ReadonlyMap<string, readonly HeldPermission[]>;
  /** By each resource entry; URL permissions under the empty text. */
  readonly byResource: ReadonlyMap<string, readonly HeldPermission[]>;
}

const keyOf = remember(permissionKey);

/** What subjects hold on one side of the change, looked up once each. */
export class HeldPermissions {
  readonly #state: RbacState;
  readonly #holdings = new Map<string, Holding>();

  constructor(state: RbacState) {
    this.#state = state;
  }

  /** Whether the subject holds this very permission; most questions end here. */
  holdsExactly(
    subject: Subject,
    placement: Placement,
    permission: Permission,
    admits: (entry: HeldPermission) => boolean,
  ): boolean {
    const entries = this.#holding(subject, placement).byKey.get(keyOf(permission));
    return entries?.some(admits) === true;
  }

  /** The permissions the subject holds that could cover a part of this one. */
  candidates(
    subject: Subject,
    placement: Placement,
    permission: Permission,
    admits: (entry: HeldPermission) => boolean,
  ): readonly Permission[] {
    const { byResource } = this.#holding(subject, placement);
    const entries = new Set<HeldPermission>();
    for (const key of permission.kind === 'url' ? [''] : coveringResources(permission.resources)) {
      for (const entry of byResource.get(key) ?? []) entries.add(entry);
    }
    return [...entries].filter(admits).map((entry) => entry.permission);
  }

  /** Everything the subject holds in the place. */
  entries(subject: Subject, placement: Placement): readonly HeldPermission[] {
    return this.#holding(subject, placement).entries;
  }

  #holding(subject: Subject, placement: Placement): Holding {
    const question = `${subject.key} ${placement ?? ''}`;
    const known = this.#holdings.get(question);
    if (known !== undefined) return known;
    const entries = [subject.key, ...impliedGroups(subject)].flatMap((key) => this.#granted(key, placement));
    const byKey = new Map<string, HeldPermission[]>();
    const byResource = new Map<string, HeldPermission[]>();
    for (const entry of entries) {
      push(byKey, keyOf(entry.permission), entry);
      for (const key of entry.permission.kind === 'url' ? [''] : entry.permission.resources)
        push(byResource, key, entry);
    }
    const holding = { entries, byKey, byResource };
    this.#holdings.set(question, holding);
    return holding;
  }

  #granted(key: string, placement: Placement): readonly HeldPermission[] {
    return this.#state
      .bindingsOf(key)
      .filter(({ namespace }) => namespace === undefined || namespace === placement)
      .flatMap((binding) =>
        this.#state
          .resolve(binding)
          .flatMap((role) => this.#state.effectiveRules(role))
          .flatMap(({ rule, chain }) => rule.permissions.map((permission) => ({ permission, binding, chain }))),
      );
  }
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

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
