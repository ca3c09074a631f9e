import type { Resource } from '../../kube/resource.ts';
import { canonical } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Binding } from '../model/rbac-object.ts';
import type { Membership, UnjudgedGrant } from '../model/rbac-objects.ts';
import { everyone, mastersKey } from '../model/subject.ts';
import type { Comparison } from './comparison.ts';

/** What becomes of those who newly act as somebody else, or are newly in a group. */
export interface Joined {
  /** The bindings of whom they join, as if they named the new ones as well. */
  readonly bindings: readonly Binding[];
  readonly masters: readonly Membership[];
  /** Of groups that nothing in the repository binds. */
  readonly unbound: readonly Membership[];
}

/** Looks for memberships that were not there before, directly or by way of others. */
export function joined(comparison: Comparison): Joined {
  const { before, after, work } = comparison;
  const bindings: Binding[] = [];
  const masters: Membership[] = [];
  const unbound: Membership[] = [];
  for (const membership of after.memberships) {
    const { member, of } = membership;
    work.charge(2);
    if (before.identitiesOf(member).has(of.key)) continue;
    const keys = [...after.identitiesOf(of)].filter((key) => !everyone.has(key));
    const naming = keys.flatMap((key) => after.bindingsNaming(key));
    work.charge(keys.length + 10 * naming.length);
    for (const binding of naming) {
      // A binding that is new itself is found with the group it names.
      if (comparison.bindingBefore(binding) !== undefined) bindings.push(asMember(binding, membership));
    }
    if (keys.includes(mastersKey)) masters.push(membership);
    else if (naming.length === 0 && of.kind === 'Group') unbound.push(membership);
  }
  return { bindings, masters, unbound };
}

/** The binding as it reaches a member: granted by the object that makes them one. */
function asMember(binding: Binding, { member, of, resource, path }: Membership): Binding {
  return {
    ...binding,
    name: `${resource.name} → ${of.kind} ${of.name}`,
    subjects: [{ subject: member, path }],
    rolePath: path,
    resource,
    origin: 'repository',
    isMembership: true,
  };
}

/** The grants that were not compared and were not there before, each distinguished by what the object says there. */
export function newUnjudged({ before, after, work }: Comparison): readonly UnjudgedGrant[] {
  if (after.unjudged.length === 0) return [];
  const keyOf = (grant: UnjudgedGrant) => {
    const key = unjudgedKey(grant);
    work.charge(1 + (key.length >> 3));
    return key;
  };
  const known = new Set(before.unjudged.map(keyOf));
  return after.unjudged.filter((grant) => !known.has(keyOf(grant)));
}

function unjudgedKey({ code, resource, path }: UnjudgedGrant): string {
  const { kind, namespace, name } = resource;
  return canonical([kind, namespace, name, code, valueAt(resource, path)]);
}

/** The value at a path, or the nearest above it. */
function valueAt({ value }: Resource, path: Path): unknown {
  let current: unknown = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) break;
    current = (current as Readonly<Record<string | number, unknown>>)[step];
  }
  return current;
}
