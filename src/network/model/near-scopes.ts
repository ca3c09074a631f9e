import { isDeliveredScope, isWhereverIs, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';

/** Another scope that may be of the same cluster. */
export interface NearScope {
  readonly sides: ScopeObjects;
  /** Whether every cluster of the scope in question has it as well. */
  readonly isEverywhere: boolean;
}

/** Gives for a scope those that may be of the same cluster; scopes that the policy names (`isExact`) are exact. */
export function nearScopes(
  around: ReadonlyMap<Scope, ScopeObjects>,
  isExact: (scope: Scope) => boolean,
): (scope: Scope) => readonly NearScope[] {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const placeOf = (scope: Scope) => around.get(scope)?.place ?? scope;
  const others = [...around].flatMap(([scope, sides]) =>
    takesPart(scope) ? [{ scope, place: placeOf(scope), sides }] : [],
  );
  return (scope) => {
    if (!takesPart(scope)) return [];
    const own = placeOf(scope);
    return others.flatMap(({ scope: other, place, sides }) =>
      other !== scope && mayBeOneCluster(place, own) ? [{ sides, isEverywhere: isWhereverIs(place, own) }] : [],
    );
  };
}
