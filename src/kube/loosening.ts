import type { Severity } from '../severity.ts';
import type { Path } from '../yaml/document.ts';
import type { Position, Resource } from './resource.ts';

/** Something that an object lets happen and did not before. */
export interface Loosening {
  /** What it does, to follow the object's name: `newly lets its applications come from every repository`. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly severity: Severity;
  /** Where it is in the object; the nearest place around it where it is not written. */
  readonly path: Path;
  /** Where in the former object it was, of what is gone. */
  readonly formerPath?: Path;
  readonly details?: readonly string[];
  /** What it is about, for fingerprints: fields and what was gained, no wording. */
  readonly subject: readonly string[];
}

/** The loosenings of an object. */
export interface LoosenedObject {
  /** As it is now; as it was where it is gone. Undefined where a file holds no object. */
  readonly resource: Resource | undefined;
  /** What messages call it, where its kind and name would not say. */
  readonly called?: string;
  readonly loosenings: readonly Loosening[];
  /** The place of a path, in the object as it is now, or as it was where it is gone. */
  at(path: Path): Position;
  /** The place of a path in the object as it was. */
  formerAt(path: Path): Position | undefined;
}

/** The loosenings of an object that is an object of the repository itself. */
export function loosenedObject(
  before: Resource | undefined,
  after: Resource | undefined,
  loosenings: readonly Loosening[],
): readonly LoosenedObject[] {
  const resource = after ?? before;
  if (resource === undefined || loosenings.length === 0) return [];
  return [{ resource, loosenings, at: (path) => resource.at(path), formerAt: (path) => before?.at(path) }];
}
