import { isCandidate } from '../../../kube/candidate.ts';
import { plainDocuments } from '../../../kube/plain-documents.ts';
import type { Resource } from '../../../kube/resource.ts';
import { isDelivered, type ScopeObjects } from '../../../kube/scope.ts';
import type { FileSide, Scope, TouchedFile } from '../../../kube/touched-file.ts';

/** The objects of a scope, and what of it could not be read. */
export interface Sides extends ScopeObjects {
  readonly before: Resource[];
  readonly after: Resource[];
  readonly unread: string[];
  readonly unreadFiles: Map<string, Buffer | undefined>;
}

export type ObjectsByScope = Map<Scope, Sides>;

export const noSides = (): Sides => ({ before: [], after: [], unread: [], unreadFiles: new Map() });

/** The objects of a file, and its documents that are none where they may grant something. */
export function objectsOf(side: FileSide | undefined, path: string): readonly Resource[] {
  if (side === undefined || side.documents.length === 0) return side?.resources ?? [];
  return isCandidate(side.bytes) ? [...side.resources, ...plainDocuments(side, path)] : side.resources;
}

/** The objects of the touched files alone, by scope. A file that is not named as one counts on no side where others are. */
export function touchedObjects(touched: readonly TouchedFile[]): ObjectsByScope {
  const objects: ObjectsByScope = new Map();
  for (const { path, scope, before, after, isNamed } of touched) {
    const sides = objects.get(scope) ?? noSides();
    const counts = isNamed === undefined || isDelivered(path) ? { before: true, after: true } : isNamed;
    if (counts.before) for (const resource of objectsOf(before, path)) sides.before.push(resource);
    if (counts.after) for (const resource of objectsOf(after, path)) sides.after.push(resource);
    objects.set(scope, sides);
  }
  return objects;
}
