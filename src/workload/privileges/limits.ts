import type { Position } from '../../kube/resource.ts';
import { mapping, scalarText } from '../../plain-values.ts';
import type { Pod } from '../model/pod.ts';
import { containersOf, isSet } from '../pod-security/pod.ts';
import { pairContainers } from './pair-containers.ts';

/** A container that may newly use up what its node has. */
export interface LostLimit {
  readonly container: string;
  /** `memory`, `ephemeral-storage`, `nvidia.com/gpu`. */
  readonly resources: readonly string[];
  readonly position: Position;
  readonly removedAt: Position;
}

/**
 * Limits that containers no longer have. That of CPU alone is left out: a container without it is slowed down by others and
 * takes nothing from them that they ask for. A limit of the pod as a whole (`spec.resources`, Kubernetes 1.34) holds for all.
 */
export function lostLimits(before: Pod, after: Pod): readonly LostLimit[] {
  const ofPod = mapping(mapping(after.spec.resources).limits);
  return pairContainers(containersOf(before), containersOf(after), () => 0).flatMap(({ before: was, after: is }) => {
    if (was === undefined) return [];
    const [old, now] = [was, is].map(({ value }) => mapping(mapping(value.resources).limits));
    const resources = Object.keys(old ?? {}).filter(
      (name) => name !== 'cpu' && isLimit(old?.[name]) && !isLimit(now?.[name]) && !isLimit(ofPod[name]),
    );
    const [first] = resources;
    if (first === undefined) return [];
    const position = after.at([...is.path.slice(1), 'resources', 'limits']);
    const removedAt = before.at([...was.path.slice(1), 'resources', 'limits', first]);
    return [{ container: is.name, resources, position, removedAt }];
  });
}

/** Whether a quantity limits anything: none is set for zero (kubelet, pkg/kubelet/kuberuntime/kuberuntime_container_linux.go). */
function isLimit(value: unknown): boolean {
  return isSet(value) && !/^[+-]?(?:0+(?:\.0*)?|\.0+)[a-zA-Z]{0,2}$/.test(scalarText(value));
}
