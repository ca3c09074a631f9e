import { basename } from 'node:path/posix';
import { type Binding, identityOf, type Role } from './rbac-object.ts';
import { unknownNamespacePrefix } from './subject.ts';

type RbacObject = Role | Binding;

/**
 * Which copy of an object on the base's side each copy on the head's side is to be compared with: the one in the same
 * file, else one that disappeared elsewhere (a move; the identical one first). A copy without one is new, whatever
 * its siblings in other files say. Objects of Kubernetes and of the policy stand for themselves.
 */
export function pairCopies<T extends RbacObject>(before: readonly T[], after: readonly T[]): ReadonlyMap<T, T> {
  const pairs = new Map<T, T>();
  const candidates = byIdentity(before);
  for (const [identity, copies] of byIdentity(after)) {
    const old = candidates.get(identity);
    if (old !== undefined) pairIdentity(old, copies, pairs);
  }
  pairUnstated(before, after, pairs);
  return pairs;
}

/** An object that no longer states its namespace is compared with its own former text. */
function pairUnstated<T extends RbacObject>(before: readonly T[], after: readonly T[], pairs: Map<T, T>): void {
  const open = after.filter((object) => isUnstated(object) && !pairs.has(object));
  if (open.length === 0) return;
  const paired = new Set(pairs.values());
  const placeOf = ({ kind, name, resource }: RbacObject) => `${kind}/${name} ${resource?.file}`;
  const left = new Map(before.filter((object) => !paired.has(object)).map((object) => [placeOf(object), object]));
  for (const object of open) {
    const old = left.get(placeOf(object));
    if (old !== undefined) pairs.set(object, old);
  }
}

function isUnstated({ namespace }: RbacObject): boolean {
  return namespace?.startsWith(unknownNamespacePrefix) === true;
}

/** The objects by `identityOf`. */
export function byIdentity<T extends RbacObject>(objects: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const object of objects) {
    const identity = identityOf(object);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [object]);
    else group.push(object);
  }
  return groups;
}

/** What of the object RBAC looks at, as one text. */
export function contentOf(object: RbacObject): string {
  if (object.resource === undefined) return '';
  const { metadata, rules, aggregationRule, roleRef, subjects, userNames, groupNames, spec } = object.resource.value;
  const { labels, annotations } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  return JSON.stringify([labels, annotations, rules, aggregationRule, roleRef, subjects, userNames, groupNames, spec]);
}

function pairIdentity<T extends RbacObject>(before: readonly T[], after: readonly T[], pairs: Map<T, T>): void {
  const left = new Set(before);
  const match = (object: T, fits: (candidate: T) => boolean) => {
    for (const candidate of left) {
      if (candidate.origin !== object.origin || !fits(candidate)) continue;
      pairs.set(object, candidate);
      left.delete(candidate);
      return;
    }
  };
  const unpaired = () => after.filter((object) => !pairs.has(object));
  for (const object of after) match(object, (candidate) => candidate.resource?.file === object.resource?.file);
  if (left.size === 0) return;
  for (const object of unpaired()) match(object, (candidate) => contentOf(candidate) === contentOf(object));
  for (const object of unpaired()) match(object, (candidate) => fileName(candidate) === fileName(object));
  for (const object of unpaired()) match(object, () => true);
}

function fileName(object: RbacObject): string {
  return basename(object.resource?.file ?? '');
}
