import { type Factor, factorsOf, type Permission, permissionKey, permissionOf } from '../model/permission.ts';
import { unknownNamespacePrefix } from '../model/subject.ts';

/** Entries of one list that a sentence shows before it counts the rest. */
const shown = 12;

/** Fewer permissions that say the same: those that differ in one factor only become one. */
export function compact(permissions: readonly Permission[]): readonly Permission[] {
  if (permissions.length < 2) return permissions;
  let parts = [...new Map(permissions.map((permission) => [permissionKey(permission), permission])).values()];
  for (const factor of [2, 0, 1, 3]) parts = joinOn(factor, parts);
  return parts;
}

/** The permission as a reviewer would say it: `get, list secrets`, `do anything with deployments.apps named web`. */
export function describe(permission: Permission): string {
  const verbs = permission.verbs.includes('*') ? 'do anything with' : enumerate(permission.verbs);
  return `${verbs} ${describeTarget(permission)}`;
}

/** What the permission is on: `secrets`, `deployments.apps named web`, `every URL`. */
export function describeTarget(permission: Permission): string {
  if (permission.kind === 'url') return enumerate(permission.urls.map((url) => (url === '/*' ? 'every URL' : url)));
  const names = permission.names.filter((name) => name !== null);
  const named =
    names.length === 0 || permission.names.length > names.length ? '' : ` named ${enumerate(names.map(shownName))}`;
  return `${describeResources(permission.groups, permission.resources)}${named}`;
}

/** A RoleBinding reaches its own Namespace object by its name, also where the manifest leaves that open. */
function shownName(name: string): string {
  if (name === '') return '(no name)';
  return name.startsWith(unknownNamespacePrefix) ? 'like its own namespace' : name;
}

function describeResources(groups: readonly string[], resources: readonly string[]): string {
  const everything = resources.includes('*');
  if (groups.includes('*')) {
    return everything ? 'every resource of every API group' : `${enumerate(resources)} of every API group`;
  }
  if (everything) {
    return `every resource of ${groups.length === 1 && groups[0] === '' ? 'the core API group' : enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
  }
  // Few enough to write each as kubectl does; the product of long lists is never written out.
  if (groups.length * resources.length > shown) {
    return `${enumerate(resources)} of ${enumerate(groups.map((group) => (group === '' ? 'the core API group' : group)))}`;
  }
  return enumerate(groups.flatMap((group) => resources.map((resource) => qualified(group, resource))));
}

/** `deployments.apps/scale`, as kubectl takes it. */
function qualified(group: string, resource: string): string {
  if (group === '') return resource;
  const [parent = '', ...rest] = resource.split('/');
  return [`${parent}.${group}`, ...rest].join('/');
}

/** The items with commas between, the first few only. */
export function enumerate(items: readonly string[]): string {
  if (items.length <= shown) return items.join(', ');
  return `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;
}

function joinOn(index: number, permissions: readonly Permission[]): Permission[] {
  const joined = new Map<string, { kind: Permission['kind']; factors: Factor[]; entries: Set<string | null> }>();
  for (const permission of permissions) {
    const factors = [...factorsOf(permission)];
    const others = permissionOf(
      permission.kind,
      factors.map((factor, position) => (position === index ? [] : factor)),
    );
    const key = permissionKey(others);
    const found = joined.get(key);
    const mine = factors[index] ?? [];
    if (found === undefined) joined.set(key, { kind: permission.kind, factors, entries: new Set(mine) });
    else for (const entry of mine) found.entries.add(entry);
  }
  return [...joined.values()].map(({ kind, factors, entries }) =>
    permissionOf(
      kind,
      factors.map((factor, position) => (position === index ? [...entries] : factor)),
    ),
  );
}
