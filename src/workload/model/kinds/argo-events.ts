import type { Resource } from '../../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { Gathered } from '../gathered.ts';
import type { InnerObject, Inside } from '../generic.ts';
import type { Shape } from '../pod.ts';

/** Triggers of a Sensor that make an object (argo-events 1.9, pkg/apis/events/v1alpha1, TriggerTemplate). */
const making = ['k8s', 'argoWorkflow'];

/**
 * Sensors and EventSources of Argo Events 1.9: their own pod, which has a PodSpec of a few fields, and what a Sensor's triggers make,
 * in the Sensor's namespace where they state none (sensors/triggers/standard-k8s, argo-workflow).
 */
export function insideEvents({ group, kind, value }: Resource): Inside | undefined {
  if (group !== 'argoproj.io' || (kind !== 'Sensor' && kind !== 'EventSource')) return undefined;
  const spec = mapping(value.spec);
  const objects = list(spec.triggers).flatMap((trigger, index) =>
    making.flatMap((kind): readonly InnerObject[] => {
      const path = ['spec', 'triggers', index, 'template', kind, 'source', 'resource'];
      const { resource } = mapping(mapping(mapping(mapping(trigger).template)[kind]).source);
      return isMapping(resource) ? [{ value: resource, path, isOfOuterNamespace: true }] : [];
    }),
  );
  return { shapes: [ownShape(mapping(spec.template))], objects };
}

function ownShape(template: Mapping): Shape {
  const path: Path = ['spec', 'template'];
  const pod = new Gathered().putAll(template, path, ['serviceAccountName', 'securityContext', 'volumes']);
  if (isMapping(template.container)) {
    pod.add('containers', [{ name: 'main', ...template.container }], () => [...path, 'container']);
  }
  return {
    part: '',
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: mapping(template.metadata),
    metadataPath: [...path, 'metadata'],
    isWhole: true,
    hasDefaultAccount: true,
  };
}
