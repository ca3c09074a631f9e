import type { ObjectIdentity } from '../../kube/resource.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Pod } from '../model/pod.ts';

/** The object that makes a pod, and which of its pods: `Deployment shop/web`, `SparkApplication etl (driver)`. */
export function podName({ resource, part }: Pod): string {
  return part === '' ? resourceName(resource) : `${resourceName(resource)} (${part})`;
}

/** The object that a finding about a pod is about. */
export function podIdentity({ resource }: Pod): ObjectIdentity {
  return identity(resource);
}
