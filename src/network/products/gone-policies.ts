import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { json } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { removals } from '../../workload/model/removals.ts';
import { namespacesIn } from '../model/used-namespaces.ts';
import { isJudged, isOfPods, type OtherScopes } from './other-scopes.ts';
import { rulePolicyOf } from './rule-policies.ts';
import { isLeftByItsPods, mayBeFor } from './selected-pods.ts';

/**
 * Tells of a policy that is gone whether nothing of its scope has lost it: it goes along with its application, its pods or all of its
 * namespace. A scope that never showed anything of the namespace tells nothing, as of NetworkPolicies: its pods may be anywhere, unless
 * other scopes show where they are.
 */
export function goesAlongWith(sides: ScopeObjects, scopes: OtherScopes): (policy: Resource) => boolean {
  const isRemoved = removals(sides);
  const [old, now] = [new Side(sides.before), new Side(sides.after)];
  return (policy) => {
    if (isOfWorkloads(policy) && isRemoved(policy, policy.file)) return true;
    if (isOfPods(policy) && isLeftByItsPods(policy, sides)) return true;
    if (isOfCluster(policy)) return false;
    const namespace = namespaceOf(policy);
    // Pods whose namespace is filled in later may be of any.
    if ([namespace, unknownNamespacePrefix].some((name) => now.hasPodsOf(policy, name))) return false;
    const isGone = old.namespaces.has(namespace) && !now.namespaces.has(namespace);
    return isGone || old.hasPodsOf(policy, namespace) || scopes.isWithItsPods(policy);
  };
}

/** One side of a scope, which is only looked at where that is asked. */
class Side {
  readonly #objects: readonly Resource[];
  #namespaces: ReadonlySet<string> | undefined;
  #pods: ReadonlyMap<string, readonly Pod[]> | undefined;

  constructor(objects: readonly Resource[]) {
    this.#objects = objects;
  }

  /** The namespaces that have something else than policies in them. */
  get namespaces(): ReadonlySet<string> {
    this.#namespaces ??= new Set(this.#objects.flatMap((each) => (isJudged(each) ? [] : namespacesIn(each))));
    return this.#namespaces;
  }

  hasPodsOf(policy: Resource, namespace: string): boolean {
    this.#pods ??= groupBy(this.#objects.flatMap(podsOf), (pod) =>
      pod.namespace.startsWith(unknownNamespacePrefix) ? unknownNamespacePrefix : pod.namespace,
    );
    return this.#pods.get(namespace)?.some((pod) => mayBeFor(policy, pod)) === true;
  }
}

/** Whether a policy is for some workloads; one for a whole namespace goes with none of them. */
function isOfWorkloads(resource: Resource): boolean {
  return rulePolicyOf(resource)?.selectors.some((each) => !/^(?:\{\}|""|"all\(\)")$/.test(json(each))) === true;
}

/** What is for the whole cluster, whatever namespace a chart is given. */
function isOfCluster({ kind }: Resource): boolean {
  return /^(?:Global|CiliumClusterwide|Tier)/.test(kind);
}
