import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { pairObjects } from '../../workload/model/pair-objects.ts';
import type { Exposure } from './exposure.ts';
import { serviceKey } from './ingress-backends.ts';
import { ingressExposures, isIngress, type Reachable } from './ingress-exposure.ts';
import { serviceExposures } from './service-exposure.ts';
import { formerWays } from './ways-around.ts';

/** An object that exposes more than its former self. */
export interface ExposureChange {
  readonly resource: Resource;
  readonly former: Resource | undefined;
  readonly exposures: readonly Exposure[];
}

/** Compares the Services, Ingresses and Routes of a scope. */
export function exposureChanges({ before, after }: ScopeObjects): readonly ExposureChange[] {
  const pairs = pairObjects(before.filter(isExposing).map(named), after.filter(isExposing).map(named), keyOf);
  if (pairs.length === 0) return [];
  const ways = formerWays(before.filter(isIngress));
  const reachable: Reachable = { newServices: newServices(before, after), ways };
  return pairs.flatMap(({ before: was, after: is }) => {
    if (is === undefined) return [];
    const [resource, former] = [is.resource, was?.resource];
    const exposures = isService(resource)
      ? serviceExposures(former, resource)
      : ingressExposures(former, resource, reachable);
    return exposures.length === 0 ? [] : [{ resource, former, exposures }];
  });
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

const named = (resource: Resource) => ({ resource });

function keyOf({ resource }: { readonly resource: Resource }): string {
  return JSON.stringify([resource.kind, namespaceOf(resource), resource.name]);
}
