import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import {
  type LabelSelector,
  type Labels,
  readLabelSelector,
  readLabels,
  selects,
} from '../../rbac/model/label-selector.ts';
import { unknownNamespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { maySelect } from '../calico/calico-rule.ts';
import { rootNamespace } from './mesh-settings.ts';

/**
 * Whether a policy of Istio or Cilium was for pods of the scope of which none is left: they were renamed, or are gone with it. Where none
 * was to be seen, nothing is known. Labels that are filled in elsewhere may be any.
 */
export function isLeftByItsPods({ group, namespace, value }: Resource, { before, after }: ScopeObjects): boolean {
  const spec = mapping(value.spec);
  const selector = mapping(group === 'cilium.io' ? spec.endpointSelector : spec.selector);
  const labels = mapping(selector.matchLabels);
  const isOne = value.specs === undefined && list(spec.targetRefs).length === 0 && spec.targetRef === undefined;
  if (!isOne || Object.keys(labels).length === 0 || list(selector.matchExpressions).length > 0) return false;
  const isSelected = (pod: Pod) => isOf(pod, namespace) && hasLabels(mapping(pod.metadata.labels), labels);
  return before.flatMap(podsOf).some(isSelected) && !after.flatMap(podsOf).some(isSelected);
}

/** Whether a policy may be for a pod of its own scope and namespace; a selector that is a text, as Calico's, may be for any. */
export function mayBeFor({ group, value }: Resource, { metadata }: Pod): boolean {
  const spec = mapping(value.spec);
  const selector = mapping(group === 'cilium.io' ? spec.endpointSelector : spec.selector);
  return value.specs !== undefined || hasLabels(mapping(metadata.labels), mapping(selector.matchLabels));
}

/**
 * Whether a policy of Istio, Cilium or Calico is for a pod that another scope shows: one of its namespace, of any where it is for the
 * whole cluster or mesh, with the labels it selects. Labels that are filled in elsewhere are none; a selector that is not understood
 * selects every pod.
 */
export function isFor(policy: Resource, pod: Pod): boolean {
  const { namespace } = policy;
  if (!isForAll(policy) && (namespace === undefined || pod.resource.namespace !== namespace)) return false;
  return selectsLabels(policy, pod, readLabels(pod.metadata.labels));
}

/** Whether a policy of a pod's own scope is for the pod's namespace: one that leaves its namespace open is for the pods of its folder. */
export function isOfNamespace(policy: Resource, { namespace, resource }: Pod): boolean {
  if (isForAll(policy)) return true;
  if (policy.namespace === undefined) return unknownNamespaceOf(policy) === unknownNamespaceOf(resource);
  return policy.namespace === namespace;
}

/** Whether a policy selects pods with these labels; the namespace is a label of pods to Cilium as well. */
export function selectsLabels({ group, value }: Resource, { namespace }: Pod, own: Labels): boolean {
  const spec = mapping(value.spec);
  if (group === 'cilium.io') {
    const labels = { ...own, 'io.kubernetes.pod.namespace': namespace };
    return ciliumSelectors(value).some((each) => isSelected(each, labels));
  }
  if (/projectcalico\.org$/.test(group)) return maySelect(spec, own);
  // What is attached to a Gateway or a Service is for no pods.
  return spec.targetRef === undefined && list(spec.targetRefs).length === 0 && isSelected(spec.selector, own);
}

/** Whether a policy is for pods of every namespace: one of the cluster, and of Istio one of the mesh's root namespace. */
export function isForAll({ group, kind, namespace }: Resource): boolean {
  return group.endsWith('istio.io') ? namespace === rootNamespace : /^(?:Global|CiliumClusterwide)/.test(kind);
}

/** Those of pods: what is for nodes, or for the interfaces of hosts, is for none. */
function ciliumSelectors({ spec, specs }: Mapping): readonly unknown[] {
  return [...(isMapping(spec) ? [spec] : []), ...list(specs)].flatMap((each) => {
    const { endpointSelector, nodeSelector } = mapping(each);
    return endpointSelector === undefined && nodeSelector !== undefined ? [] : [endpointSelector];
  });
}

function isSelected(selector: unknown, labels: Labels): boolean {
  const wanted = readLabelSelector(selector);
  return wanted === undefined || selects(wanted.map(withoutSource), labels);
}

/** Cilium names the source of a label before a colon or a dot: `k8s:app`. */
function withoutSource(requirement: LabelSelector[number]): LabelSelector[number] {
  return { ...requirement, key: withoutPrefix(requirement.key) };
}

function withoutPrefix(key: string): string {
  return key.replace(/^(?:any|k8s)[:.]/, '');
}

function isOf({ resource }: Pod, namespace: string | undefined): boolean {
  return namespace === undefined || resource.namespace === undefined || resource.namespace === namespace;
}

function hasLabels(own: Mapping, wanted: Mapping): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    const name = withoutPrefix(key);
    const stated = Object.hasOwn(own, name) ? scalarText(own[name]) : undefined;
    const isOpen = (text: string) => text.includes('{{') || text.includes('${');
    if (stated === undefined) return Object.keys(own).some(isOpen);
    return isMapping(own[name]) || isOpen(stated) || stated === scalarText(value);
  });
}
