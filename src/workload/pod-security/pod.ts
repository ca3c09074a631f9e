import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Path } from '../../yaml/document.ts';
import type { Pod } from '../model/pod.ts';

/** What the Pod Security Standards look at of a pod. */
export type PodContent = Pick<Pod, 'spec' | 'metadata'> & Partial<Pick<Pod, 'isWhole'>>;

/** One container of a pod, of whatever kind. */
export interface Container {
  readonly name: string;
  readonly value: Mapping;
  /** From the pod: `['spec', 'containers', 0]`. */
  readonly path: Path;
}

/** The lists of containers, in the order of k8s.io/pod-security-admission (policy/visitor.go). */
const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Every container of a pod: what starts it, what runs, and what was put into it for debugging. */
export const containersOf = memoize(({ spec }: PodContent): readonly Container[] =>
  containerLists.flatMap((field) =>
    list(spec[field]).map((value, index) => ({
      name: scalarText(mapping(value).name),
      value: mapping(value),
      path: ['spec', field, index],
    })),
  ),
);

/** Who states a security context: the pod for all its containers, or a container for itself. */
export interface Setter {
  /** The container's name; undefined for the pod. */
  readonly container: string | undefined;
  readonly context: Mapping;
  /** From the pod to the context. */
  readonly path: Path;
}

/** The security context of the pod, and that of each container; an empty one where none is stated. */
export const settersOf = memoize((pod: PodContent): readonly [Setter, ...Setter[]] => [
  { container: undefined, context: mapping(pod.spec.securityContext), path: ['spec', 'securityContext'] },
  ...containersOf(pod).map(({ name, value, path }) => ({
    container: name,
    context: mapping(value.securityContext),
    path: [...path, 'securityContext'],
  })),
]);

/** Whether a field is there: the API server takes null for absent. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether a switch is on. What is not a boolean may be one once a template is filled in: it counts as on. */
export function isOn(value: unknown): boolean {
  return isSet(value) && value !== false;
}

/** Whether the pod runs in a user namespace of its own, where root is nobody on the node (`hostUsers: false`). */
export function hasOwnUsers({ spec }: PodContent): boolean {
  return spec.hostUsers === false;
}

/** Whether the pod says that it runs on Windows, where Linux' security fields mean nothing. */
export function isForWindows({ spec }: PodContent): boolean {
  return mapping(spec.os).name === 'windows';
}

/** The value at a path from the pod. */
export function valueAt(pod: PodContent, path: Path): unknown {
  let value: unknown = pod;
  for (const step of path) value = typeof step === 'number' ? list(value)[step] : mapping(value)[step];
  return value;
}
