import type { Resource } from '../../kube/resource.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { Binding, Role } from './rbac-object.ts';
import type { Subject } from './subject.ts';

/** That somebody acts as somebody else, or is in a group, because an object says so: whatever `of` may do, `member` may. */
export interface Membership {
  readonly member: Subject;
  readonly of: Subject;
  readonly resource: Resource;
  /** From the object's root. */
  readonly path: Path;
}

/** Something an object grants that cannot be compared: it is named. */
export interface UnjudgedGrant {
  /** What it does, to follow the object's name: `generates RoleBindings that are copied from elsewhere`. */
  readonly what: string;
  /** The same for fingerprints: no words that a later release may choose otherwise. */
  readonly code: readonly string[];
  readonly severity: Severity;
  /** What to do, where objects of their own would not help. */
  readonly fix?: string;
  readonly resource: Resource;
  /** From the object's root. */
  readonly path: Path;
}

/** All that a set of objects says of permissions. */
export interface RbacObjects {
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  readonly memberships: readonly Membership[];
  readonly unjudged: readonly UnjudgedGrant[];
}

/** What an object that grants nothing says. */
export const noObjects: RbacObjects = { roles: [], bindings: [], memberships: [], unjudged: [] };

/** Whether they grant nothing at all. */
export function isNothing({ roles, bindings, memberships, unjudged }: RbacObjects): boolean {
  return roles.length + bindings.length + memberships.length + unjudged.length === 0;
}

/** All that several objects say; what two of them share occurs once. */
export function joinObjects(parts: readonly RbacObjects[]): RbacObjects {
  const join = <T>(items: (part: RbacObjects) => readonly T[]): readonly T[] => [...new Set(parts.flatMap(items))];
  return {
    roles: join(({ roles }) => roles),
    bindings: join(({ bindings }) => bindings),
    memberships: join(({ memberships }) => memberships),
    unjudged: join(({ unjudged }) => unjudged),
  };
}
