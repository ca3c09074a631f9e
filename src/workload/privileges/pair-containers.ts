import { groupBy } from '../../groups.ts';
import type { Container } from '../pod-security/pod.ts';

/** A container after the change, with what it was before. */
export interface ContainerPair {
  /** Undefined where the pod had no such container. */
  readonly before: Container | undefined;
  readonly after: Container;
}

/**
 * Which container of a pod is which: by its name; one that was renamed is the one that left with the fewest differences
 * (`distance`), each taken once; at an infinite distance it is another one.
 */
export function pairContainers(
  before: readonly Container[],
  after: readonly Container[],
  distance: (before: Container, after: Container) => number,
): readonly ContainerPair[] {
  const former = groupBy(before, ({ name }) => name);
  const names = new Set(after.map(({ name }) => name));
  const left = before.filter(({ name }) => !names.has(name));
  return after.map((container) => {
    const [own] = former.get(container.name) ?? [];
    if (own !== undefined) return { before: own, after: container };
    const [nearest] = left
      .map((each) => ({ each, far: distance(each, container) }))
      .filter(({ far }) => far < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.far - b.far)
      .map(({ each }) => each);
    if (nearest !== undefined) left.splice(left.indexOf(nearest), 1);
    return { before: nearest, after: container };
  });
}
