import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { judgePairs, type ObjectPair, pairResources } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { demandsByTarget, objectKey } from './attached-policies.ts';
import { backendKeys, type JoinedIn } from './backend-keys.ts';
import { formerTargets, type ServicesByKey } from './backend-ports.ts';
import type { Exposure } from './exposure.ts';
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
export function exposureChanges(
  sides: ScopeObjects,
  changes: readonly PodChange[],
  joinedIn: JoinedIn,
): readonly ExposureChange[] {
  const { before, after } = sides;
  const pairs = pairsOf(sides);
  if (pairs.length === 0) return [];
  const pods = pairs.some(isRedirection) ? podsAround(sides, changes) : undefined;
  const keys = backendKeys(joinedIn);
  const ways = formerWays(before.filter(isIngress), keys);
  const attached = demandsByTarget(after);
  const guarded = (route: Resource) => attached.has(objectKey(route));
  const servicesAmong = (objects: readonly Resource[]): ServicesByKey =>
    new Map(objects.filter(isService).map((each) => [keys.serviceKey(each, each.name), each]));
  const services = { before: servicesAmong(before), after: servicesAmong(after) };
  const targets = formerTargets(before.filter(isIngress).flatMap(keys.backendsOf), services);
  const reachable: Reachable = { keys, services, ways, guarded, targets };
  return judgePairs(pairs, (former, resource) => {
    if (resource === undefined) return [];
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

function pairsOf({ before, after }: ScopeObjects): readonly ObjectPair<Resource>[] {
  return pairResources(before.filter(isExposing), after.filter(isExposing), objectKey);
}

function isRedirection({ before, after }: ObjectPair<Resource>): boolean {
  return isRedirected(before, after);
}

function isService({ group, kind }: Resource): boolean {
  return group === '' && kind === 'Service';
}

function isExposing(resource: Resource): boolean {
  return isService(resource) || isIngress(resource);
}
