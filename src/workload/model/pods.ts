import { objectsInside } from '../../kube/embedded.ts';
import { templateObjects } from '../../kube/openshift-template.ts';
import type { Resource } from '../../kube/resource.ts';
import { list } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import { type InnerObject, lookInside } from './generic.ts';
import { argoShapes } from './kinds/argo.ts';
import { insideEvents } from './kinds/argo-events.ts';
import { knownShapes } from './kinds/known-kinds.ts';
import { inferenceShapes } from './kinds/kserve.ts';
import { sparkShapes } from './kinds/spark.ts';
import { tektonShapes } from './kinds/tekton.ts';
import { virtualMachineShapes } from './kinds/virtual-machines.ts';
import { type Pod, podOf } from './pod.ts';

/** Objects inside objects inside objects: a Template in a work order in a policy. */
const deepest = 4;

/** Every pod that an object makes, those of objects inside it as well; none where it makes none. An unchanged object is read once. */
export const podsOf = memoize((resource: Resource): readonly Pod[] =>
  // The object around it has its pods.
  resource.isEmbedded === true ? [] : read(resource, deepest),
);

function read(resource: Resource, depth: number): readonly Pod[] {
  const shapes =
    knownShapes(resource) ??
    argoShapes(resource) ??
    tektonShapes(resource) ??
    sparkShapes(resource) ??
    inferenceShapes(resource) ??
    virtualMachineShapes(resource);
  if (shapes !== undefined) return shapes.map((shape) => podOf(resource, shape));
  if (resource.kind === 'Template') return templatePods(resource, depth);
  const inside = insideEvents(resource) ?? lookInside(resource);
  return [
    ...inside.shapes.map((shape) => podOf(resource, shape)),
    ...inside.objects.flatMap((object) => readObject(resource, object, depth)),
  ];
}

function readObject(outer: Resource, { value, path, isOfOuterNamespace }: InnerObject, depth: number): readonly Pod[] {
  const pods = readInside(outer, path, value, depth);
  if (isOfOuterNamespace !== true) return pods;
  const namespace = namespaceOf(outer);
  return pods.map((pod) => (isOpen(pod) ? { ...pod, namespace } : pod));
}

function isOpen({ namespace }: Pod): boolean {
  return namespace.startsWith(unknownNamespacePrefix);
}

/** The objects of an OpenShift Template, with the values of its parameters. */
function templatePods(resource: Resource, depth: number): readonly Pod[] {
  const objects = list(templateObjects(resource.value) ?? resource.value.objects);
  return objects.flatMap((object, index) => readInside(resource, ['objects', index], object, depth));
}

function readInside(
  outer: Resource,
  path: readonly (string | number)[],
  value: unknown,
  depth: number,
): readonly Pod[] {
  if (depth === 0) return [];
  return objectsInside(outer, path, value).flatMap((inner) => read(inner, depth - 1));
}
