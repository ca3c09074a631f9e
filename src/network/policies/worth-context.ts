import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, json } from '../../plain-values.ts';
import { podChanges } from '../../workload/model/pair-pods.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { isAdminPolicy } from '../admin/admin-policy.ts';
import { isAttached } from '../exposure/attached-policies.ts';
import { hasRedirections } from '../exposure/exposure-changes.ts';
import { isIngress } from '../exposure/ingress-exposure.ts';
import { keyOfPolicy, networkPolicyOf, policiesOf } from '../model/network-policy.ts';
import { leavesSidecar, leavingNamespaces } from '../products/mesh-sidecars.ts';
import { isNetworkSet } from '../products/network-sets.ts';
import { isOfPods } from '../products/other-scopes.ts';
import { inheritsPeers } from '../products/product-changes.ts';

/** Whether unchanged pods matter for the touched objects of a scope: a policy that may select them is touched, or a load balancer that may newly lead to them. */
export function asksForPods(sides: ScopeObjects): boolean {
  const isPolicy = (each: Resource) => networkPolicyOf(each) !== undefined;
  return (
    sides.before.some(isPolicy) || sides.after.some(isPolicy) || goneRules(sides).length > 0 || hasRedirections(sides)
  );
}

/** Objects that have others made of what is written elsewhere, pods among them, by their groups. */
const deliverers = new Map([
  ['argoproj.io', ['Application', 'ApplicationSet']],
  ['kustomize.toolkit.fluxcd.io', ['Kustomization']],
  ['helm.toolkit.fluxcd.io', ['HelmRelease']],
  ['helm.cattle.io', ['HelmChart']],
]);

export const deliveringGroups = [...deliverers.keys()];

/** Whether the object makes pods that the repository may not show. */
export function isDelivering({ group, kind }: Resource): boolean {
  return deliverers.get(group)?.includes(kind) === true;
}

/** Whether unchanged objects that make pods matter: a policy is gone, and may have been for those, also in other scopes. */
export function asksForDeliverers(sides: ScopeObjects): boolean {
  const now = new Set(policiesOf(sides.after).map(keyOfPolicy));
  return policiesOf(sides.before).some((each) => !now.has(keyOfPolicy(each))) || goneRules(sides).length > 0;
}

/** The policies of products that are gone: they may have been for pods that are gone as well. */
function goneRules({ before, after }: ScopeObjects): readonly Resource[] {
  const keyOf = ({ kind, namespace, name }: Resource) => json([kind, namespace, name]);
  const now = new Set(after.filter(isOfPods).map(keyOf));
  return before.filter((each) => isOfPods(each) && !now.has(keyOf(each)));
}

/**
 * The namespaces whose policies in other scopes matter: a policy of this scope may open what those isolate; new ones, which they may
 * limit; those of policies that are gone, whose pods may be in other scopes.
 */
export function namespacesInQuestion(sides: ScopeObjects): readonly string[] {
  return [
    ...[...sides.before, ...sides.after].flatMap((each) =>
      networkPolicyOf(each) === undefined ? [] : (each.namespace ?? []),
    ),
    ...goneRules(sides).flatMap(({ namespace }) => namespace ?? []),
    ...newNamespaces(sides),
    ...inheritsPeers(sides),
  ];
}

function newNamespaces({ before, after }: ScopeObjects): readonly string[] {
  const names = (objects: readonly Resource[]) =>
    objects.flatMap(({ group, kind, name }) => (group === '' && kind === 'Namespace' ? [name] : []));
  const old = new Set(names(before));
  return names(after).filter((name) => !old.has(name));
}

/** Whether unchanged policies and Ingresses matter: one of them is touched, a namespace is new, or labels by which policies select pods. */
export function asksForPolicies(sides: ScopeObjects): boolean {
  const { before, after } = sides;
  if (
    asksForPods(sides) ||
    after.some(isIngress) ||
    [...before, ...after].some(
      (each) => isAdminPolicy(each) || isOfPods(each) || isAttached(each) || isNetworkSet(each),
    ) ||
    newNamespaces(sides).length > 0 ||
    leavingNamespaces(sides).length > 0
  )
    return true;
  return podChanges(before.flatMap(podsOf), after.flatMap(podsOf)).some(
    ({ before: was, after: is }) =>
      was !== undefined &&
      is !== undefined &&
      (!isSameValue(was.metadata.labels, is.metadata.labels) || leavesSidecar(was, is)),
  );
}
