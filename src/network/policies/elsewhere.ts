import { groupBy } from '../../groups.ts';
import { isDeliveredScope, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import { type NetworkPolicy, policiesOf } from '../model/network-policy.ts';

/**
 * Gives for a scope and a namespace the NetworkPolicies that other scopes held before the change and that may be of the same cluster. A
 * namespace that no manifest states is nobody else's; scopes that the policy names (`isExact`) are exact.
 */
export function policiesElsewhere(
  around: ReadonlyMap<Scope, ScopeObjects>,
  isExact: (scope: Scope) => boolean,
): (scope: Scope, namespace: string) => readonly NetworkPolicy[] {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const near = (scope: Scope) => around.get(scope)?.place ?? scope;
  const held = [...around].flatMap(([scope, { before }]) => {
    const policies = takesPart(scope) ? groupBy(policiesOf(before), ({ namespace }) => namespace) : undefined;
    return policies === undefined || policies.size === 0 ? [] : [{ scope, policies }];
  });
  return (scope, namespace) => {
    if (!takesPart(scope) || namespace.startsWith(unknownNamespacePrefix)) return [];
    return held
      .filter((other) => other.scope !== scope && mayBeOneCluster(near(other.scope), near(scope)))
      .flatMap(({ policies }) => policies.get(namespace) ?? []);
  };
}
