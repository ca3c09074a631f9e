import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { judgePairs, pairObjects } from '../model/pair-objects.ts';
import { type Allowance, allowancesOf, newAllowances } from './allowances.ts';

/** Constraints on pods that newly let them do more. */
export interface WidenedConstraints {
  readonly resource: Resource;
  readonly gained: readonly Allowance[];
}

/**
 * The SecurityContextConstraints and PodSecurityPolicies of a scope that allow more than before. New ones let nobody do anything:
 * who may use them is RBAC's matter.
 */
export function widenedConstraints({ before, after }: ScopeObjects): readonly WidenedConstraints[] {
  const constraints = (objects: readonly Resource[]) =>
    objects.flatMap((resource) => {
      const allowed = allowancesOf(resource);
      return allowed === undefined ? [] : [{ resource, allowed }];
    });
  const keyOf = ({ resource: { kind, name } }: { resource: Resource }) => `${kind} ${name}`;
  return judgePairs(pairObjects(constraints(before), constraints(after), keyOf), (was, is) => {
    if (was === undefined || is === undefined) return [];
    const gained = newAllowances(was.allowed, is.allowed);
    return gained.length === 0 ? [] : [{ resource: is.resource, gained }];
  });
}
