import { plainKind } from '../../kube/plain-documents.ts';
import type { ObjectIdentity } from '../../kube/resource.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Pod } from '../model/pod.ts';

/**
 * The object that makes a pod, and which of its pods: `Deployment shop/web`, `SparkApplication etl (driver)`. Values that do not say for which
 * chart they are make none themselves.
 */
export function podName({ resource, part }: Pod): string {
  const name = part === '' ? resourceName(resource) : `${resourceName(resource)} (${part})`;
  const isForSome = resource.kind === plainKind || (resource.kind === 'ConfigMap' && resource.group === '');
  return isForSome ? `The chart that takes ${name}` : name;
}

/** The object that a finding about a pod is about. */
export function podIdentity({ resource }: Pod): ObjectIdentity {
  return identity(resource);
}
