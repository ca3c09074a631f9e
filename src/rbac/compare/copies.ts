import { basename } from 'node:path/posix';
import { addTo, groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { canonical, mapping } from '../../plain-values.ts';
import { memoize } from '../model/memoize.ts';
import { type Binding, identityOf, type Role } from '../model/rbac-object.ts';
import { unknownNamespacePrefix } from '../model/subject.ts';

type RbacObject = Role | Binding;

/**
 * Which copy of an object on the base's side each copy on the head's side is to be compared with: the one in the same
 * file, else one that disappeared elsewhere (a move; the identical one first). A copy without one is new, whatever
 * its siblings in other files say, unless its own file says the same twice; but a template with one branch more still is one object. Objects of Kubernetes and of the policy count as their own counterparts.
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

/** The objects by `identityOf`. Asked of the same list from both sides, and for what was gained and lost. */
export function byIdentity<T extends RbacObject>(objects: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return grouped(objects) as ReadonlyMap<string, readonly T[]>;
}

const grouped = memoize(
  (objects: readonly RbacObject[]): ReadonlyMap<string, readonly RbacObject[]> => groupBy(objects, identityOf),
);

/** What of the object RBAC looks at. */
export function readBy(object: RbacObject): unknown {
  // A grant of another product's object may depend on any of its fields.
  if (object.resource?.kind !== object.kind) return object.resource?.value;
  const { metadata, rules, aggregationRule, roleRef, subjects, spec } = object.resource.value;
  const { userNames, groupNames, users, groups } = object.resource.value;
  const { labels, annotations } = mapping(metadata);
  const named = [userNames, groupNames, users, groups];
  return [labels, annotations, rules, aggregationRule, roleRef, subjects, named, spec];
}

/** The same as one text, equal for what is equal. */
function contentOf(object: RbacObject): string {
  if (object.resource === undefined) return '';
  return object.resource.kind === object.kind ? canonical(readBy(object)) : textOf(object.resource);
}

/** Asked by each role and binding that is read from a resource. */
const textOf = memoize(({ value }: Resource) => canonical(value));

function pairIdentity<T extends RbacObject>(before: readonly T[], after: readonly T[], pairs: Map<T, T>): void {
  const [old, now] = [before, after].map((copies) => (copies.length === 1 ? copies[0] : undefined));
  // Mostly there is one copy, which needs no likeness: all that Kubernetes makes itself is in every comparison.
  if (old !== undefined && now !== undefined && old.origin === now.origin) {
    pairs.set(now, old);
    return;
  }
  const left = new Set(before);
  // Of those that are alike the first is taken; looked up by what they must share, for copies can be thousands.
  const match = (likeness: (object: T) => string) => {
    if (left.size === 0) return;
    const keyOf = (object: T) => `${object.origin} ${likeness(object)}`;
    const alike = new Map<string, T[]>();
    for (const candidate of [...left].reverse()) addTo(alike, keyOf(candidate), candidate);
    for (const object of after) {
      const candidate = pairs.has(object) ? undefined : alike.get(keyOf(object))?.pop();
      if (candidate === undefined) continue;
      pairs.set(object, candidate);
      left.delete(candidate);
    }
  };
  match((object) => object.resource?.file ?? '');
  match(contentOf);
  match(fileName);
  match(() => '');
  pairRepeated(after, pairs);
  const branches = after.filter((object) => !pairs.has(object) && object.resource?.document.isBranch === true);
  if (branches.length === 0) return;
  const first = new Map([...before].reverse().map((object) => [object.resource?.file, object]));
  for (const object of branches) {
    const other = first.get(object.resource?.file);
    if (other !== undefined) pairs.set(object, other);
  }
}

/** What a file says twice is said once: a copy in the same file gives nothing more. One in another file may be for another cluster. */
function pairRepeated<T extends RbacObject>(after: readonly T[], pairs: Map<T, T>): void {
  const open = after.filter((object) => !pairs.has(object) && object.resource !== undefined);
  if (open.length === 0) return;
  const keyOf = (object: T) => `${object.resource?.file} ${object.origin} ${contentOf(object)}`;
  const known = new Map(after.flatMap((object) => (pairs.has(object) ? [[keyOf(object), object] as const] : [])));
  for (const object of open) {
    const same = known.get(keyOf(object));
    const former = same === undefined ? undefined : pairs.get(same);
    if (former !== undefined) pairs.set(object, former);
  }
}

function fileName(object: RbacObject): string {
  return basename(object.resource?.file ?? '');
}
