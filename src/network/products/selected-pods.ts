import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';

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

/** Whether a policy may be for pods with these labels; a selector that is a text, as Calico's, may be for any. */
export function mayBeFor({ group, value }: Resource, { metadata }: Pod): boolean {
  const spec = mapping(value.spec);
  const selector = mapping(group === 'cilium.io' ? spec.endpointSelector : spec.selector);
  return value.specs !== undefined || hasLabels(mapping(metadata.labels), mapping(selector.matchLabels));
}

function isOf({ resource }: Pod, namespace: string | undefined): boolean {
  return namespace === undefined || resource.namespace === undefined || resource.namespace === namespace;
}

/** Cilium names the source of a label before a colon or a dot: `k8s:app`. */
function hasLabels(own: Mapping, wanted: Mapping): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    const name = key.replace(/^(?:any|k8s)[:.]/, '');
    const stated = Object.hasOwn(own, name) ? scalarText(own[name]) : undefined;
    const isOpen = (text: string) => text.includes('{{') || text.includes('${');
    if (stated === undefined) return Object.keys(own).some(isOpen);
    return isMapping(own[name]) || isOpen(stated) || stated === scalarText(value);
  });
}
