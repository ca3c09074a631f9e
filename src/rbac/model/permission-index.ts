import { addTo } from '../../groups.ts';
import { uncovered } from './coverage.ts';
import type { Permission } from './permission.ts';
import type { StepBudget } from './step-budget.ts';

/** Finds, among many permissions, those that could cover a part of one: they share an entry of each factor with it. */
export class PermissionIndex<T extends { readonly permission: Permission }> {
  readonly #byVerb = new Map<string, T[]>();
  /** URL permissions have the empty text as key, here and by resource. */
  readonly #byGroup = new Map<string, T[]>();
  readonly #byResource = new Map<string, T[]>();
  readonly #byName = new Map<string | null, T[]>();

  readonly #work: StepBudget;

  constructor(items: Iterable<T>, work: StepBudget) {
    this.#work = work;
    for (const item of items) {
      work.charge(size(item.permission));
      for (const verb of item.permission.verbs) addTo(this.#byVerb, verb, item);
      for (const group of groupsOf(item.permission)) addTo(this.#byGroup, group, item);
      for (const resource of resourcesOf(item.permission)) addTo(this.#byResource, resource, item);
      for (const name of namesOf(item.permission)) addTo(this.#byName, name, item);
    }
  }

  /** The part of the permission that no single item covers. */
  missing(permission: Permission, work: StepBudget): readonly Permission[] {
    const owners = this.candidates(permission).map((item) => item.permission);
    return uncovered(permission, owners, work);
  }

  /** The items that could cover a part of the permission, each once. */
  candidates(permission: Permission): readonly T[] {
    const verbs = new Set(['*', ...permission.verbs]);
    const groups = new Set(['*', ...groupsOf(permission)]);
    const resources = coveringResources(permission);
    const names = new Set([null, ...namesOf(permission)]);
    const lists = [
      listsOf(this.#byVerb, verbs),
      listsOf(this.#byGroup, groups),
      listsOf(this.#byResource, resources),
      listsOf(this.#byName, names),
    ];
    const [rarest = []] = lists.sort((a, b) => count(a) - count(b));
    this.#work.charge(20 + 4 * count(rarest) + (size(permission) >> 3));
    return [...new Set(rarest.flat())].filter(
      (item) =>
        item.permission.verbs.some((verb) => verbs.has(verb)) &&
        groupsOf(item.permission).some((group) => groups.has(group)) &&
        resourcesOf(item.permission).some((resource) => resources.has(resource)),
    );
  }
}

/** Entries of all factors. */
export function size(permission: Permission): number {
  if (permission.kind === 'url') return permission.verbs.length + permission.urls.length;
  const { verbs, groups, resources, names } = permission;
  return verbs.length + groups.length + resources.length + names.length;
}

function groupsOf(permission: Permission): readonly string[] {
  return permission.kind === 'url' ? [''] : permission.groups;
}

function resourcesOf(permission: Permission): readonly string[] {
  return permission.kind === 'url' ? [''] : permission.resources;
}

function namesOf(permission: Permission): readonly (string | null)[] {
  return permission.kind === 'url' ? [null] : permission.names;
}

/** The resource entries that could cover one of the permission's. */
function coveringResources(permission: Permission): ReadonlySet<string> {
  if (permission.kind === 'url') return new Set(['']);
  const keys = new Set(['*', ...permission.resources]);
  for (const resource of permission.resources) {
    const slash = resource.indexOf('/');
    if (slash >= 0) keys.add(`*${resource.slice(slash)}`);
  }
  return keys;
}

function listsOf<K, T>(index: ReadonlyMap<K, readonly T[]>, keys: Iterable<K>): readonly (readonly T[])[] {
  return [...keys].map((key) => index.get(key) ?? []);
}

function count(items: readonly (readonly unknown[])[]): number {
  return items.reduce((sum, list) => sum + list.length, 0);
}
