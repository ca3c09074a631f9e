import {
  environmentsOf,
  isDeliveredScope,
  isWhereverIs,
  mayBeOneCluster,
  type ScopeObjects,
} from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';

/** Another scope that may be of the same cluster. */
export interface NearScope {
  readonly scope: Scope;
  readonly place: Scope;
  readonly sides: ScopeObjects;
  /** Whether every cluster that the first scope can be part of can have this one as well. */
  readonly isEverywhere: boolean;
}

/** Gives for a scope the others that may be of the same cluster. Scopes that the policy names (`isExact`) are exact: nothing reaches into them, or out of them. */
export function scopesNear(
  around: ReadonlyMap<Scope, ScopeObjects>,
  isExact: (scope: Scope) => boolean,
): (scope: Scope) => readonly NearScope[] {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const others = [...around].flatMap(([scope, sides]) =>
    takesPart(scope) ? [{ scope, place: sides.place ?? scope, sides }] : [],
  );
  // Scopes are many, environments few: those of one environment have the same ones near.
  const known = new Map<string, readonly NearScope[]>();
  const nearTo = (own: Scope) => {
    const key = environmentsOf(own).join('/');
    const found =
      known.get(key) ??
      others
        .filter(({ place }) => mayBeOneCluster(place, own))
        .map((other) => ({ ...other, isEverywhere: isWhereverIs(other.place, own) }));
    known.set(key, found);
    return found;
  };
  return (scope) =>
    takesPart(scope) ? nearTo(around.get(scope)?.place ?? scope).filter((other) => other.scope !== scope) : [];
}

/** Those of the scopes that are in every cluster that has both the first scope and one of the others. */
export function scopesWith(near: readonly NearScope[], { place }: NearScope): readonly NearScope[] {
  return near.filter((each) => each.isEverywhere || isWhereverIs(each.place, place));
}
