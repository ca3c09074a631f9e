import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { type ObjectPair, pairObjects } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { demandsByTarget, objectKey } from './attached-policies.ts';
import type { Exposure } from './exposure.ts';
import { serviceKey } from './ingress-backends.ts';
import { ingressExposures, isIngress, type Reachable } from './ingress-exposure.ts';
import { isRedirected, podsAround } from './service-endpoints.ts';
import { serviceExposures } from './service-exposure.ts';
import { formerWays } from './ways-around.ts';

/** An object that exposes more than its former self. */
export interface ExposureChange {
  readonly resource: Resource;
  readonly former: Resource | undefined;
  readonly exposures: readonly Exposure[];
}

/** Compares the Services, Ingresses and Routes of a scope. */
export function exposureChanges(sides: ScopeObjects, changes: readonly PodChange[]): readonly ExposureChange[] {
  const { before, after } = sides;
  const pairs = pairsOf(sides);
  if (pairs.length === 0) return [];
  const pods = pairs.some(isRedirection) ? podsAround(sides, changes) : undefined;
  const ways = formerWays(before.filter(isIngress));
  const attached = demandsByTarget(after);
  const guarded = (route: Resource) => attached.has(objectKey(route));
  const reachable: Reachable = { newServices: newServices(before, after), ways, guarded };
  return pairs.flatMap(({ before: was, after: is }) => {
    if (is === undefined) return [];
    const [resource, former] = [is.resource, was?.resource];
    const exposures = isService(resource)
      ? serviceExposures(former, resource, pods)
      : ingressExposures(former, resource, reachable);
    return exposures.length === 0 ? [] : [{ resource, former, exposures }];
  });
}

/** Whether a load balancer may newly lead to pods that the change does not touch. */
export function hasRedirections(sides: ScopeObjects): boolean {
  return pairsOf(sides).some(isRedirection);
}

function pairsOf({ before, after }: ScopeObjects): readonly ObjectPair<Exposing>[] {
  return pairObjects(before.filter(isExposing).map(named), after.filter(isExposing).map(named), keyOf);
}

function isRedirection({ before, after }: ObjectPair<Exposing>): boolean {
  return isRedirected(before?.resource, after?.resource);
}

/** What is new altogether is an ordinary application. */
function newServices(before: readonly Resource[], after: readonly Resource[]): ReadonlySet<string> {
  const keys = (objects: readonly Resource[]) => objects.filter(isService).map((each) => serviceKey(each, each.name));
  const old = new Set(keys(before));
  return new Set(keys(after).filter((key) => !old.has(key)));
}

function isService({ group, kind }: Resource): boolean {
  return group === '' && kind === 'Service';
}

function isExposing(resource: Resource): boolean {
  return isService(resource) || isIngress(resource);
}

interface Exposing {
  readonly resource: Resource;
}

const named = (resource: Resource): Exposing => ({ resource });

function keyOf({ resource }: Exposing): string {
  return JSON.stringify([resource.kind, namespaceOf(resource), resource.name]);
}
