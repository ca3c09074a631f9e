import { addTo } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import type { Comparison } from '../compare/comparison.ts';
import { objectName, resourceName } from '../model/rbac-object.ts';
import type { Membership } from '../model/rbac-objects.ts';
import { mastersKey, type Subject } from '../model/subject.ts';

/** A new subject system:masters, whom no binding can restrict, or somebody who newly acts as one of that group. */
export interface MastersBinding {
  /** The object that says so, as people write it. */
  readonly object: string;
  /** Undefined where the group itself is bound. */
  readonly member: Subject | undefined;
  readonly resource: Resource;
  readonly path: Path;
}

/** Who newly is in a group that nothing in the repository binds. */
export interface UnboundMembers {
  readonly of: Subject;
  readonly members: readonly [Membership, ...Membership[]];
}

/** Bindings that newly name system:masters, and memberships that newly lead there. */
export function newMasters(comparison: Comparison, memberships: readonly Membership[]): readonly MastersBinding[] {
  const bound = comparison.after.bindings.flatMap((binding): MastersBinding[] => {
    if (binding.resource === undefined) return [];
    const subject = binding.subjects.find((each) => each.subject.key === mastersKey);
    const old = comparison.bindingBefore(binding)?.subjects.some((each) => each.subject.key === mastersKey);
    if (subject === undefined || old) return [];
    return [{ object: objectName(binding), member: undefined, resource: binding.resource, path: subject.path }];
  });
  const members = memberships.map(({ member, resource, path }) => ({
    object: resourceName(resource),
    member,
    resource,
    path,
  }));
  return [...bound, ...members];
}

/** New members of unbound groups, by the object that makes them members and the group. */
export function unboundMembers(memberships: readonly Membership[]): readonly UnboundMembers[] {
  const groups = new Map<Resource, Map<string, [Membership, ...Membership[]]>>();
  for (const membership of memberships) {
    const ofResource = groups.get(membership.resource) ?? new Map<string, [Membership, ...Membership[]]>();
    groups.set(membership.resource, ofResource);
    addTo(ofResource, membership.of.key, membership);
  }
  return [...groups.values()].flatMap((ofResource) =>
    [...ofResource.values()].map((members) => ({ of: members[0].of, members })),
  );
}
