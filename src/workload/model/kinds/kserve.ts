import type { Resource } from '../../../kube/resource.ts';
import { isMapping, type Mapping, mapping } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { Gathered } from '../gathered.ts';
import type { Shape } from '../pod.ts';

/** What is served, each with the fields of a container (PredictorExtensionSpec, ExplainerExtensionSpec). */
const servers: readonly string[] = [
  'model',
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
  'art',
];

/**
 * The pods of an InferenceService of KServe 0.15 (pkg/apis/serving/v1beta1): each component has the fields of a PodSpec alongside its own, and
 * often no containers: its runtime has them.
 */
export function inferenceShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  if (group !== 'serving.kserve.io' || kind !== 'InferenceService') return undefined;
  const spec = mapping(value.spec);
  return ['predictor', 'transformer', 'explainer'].flatMap((component): readonly Shape[] => {
    const own = spec[component];
    if (!isMapping(own)) return [];
    const path: Path = ['spec', component];
    const { workerSpec } = own;
    return [
      shapeOf(component, own, path),
      ...(isMapping(workerSpec) ? [shapeOf(`${component}.workerSpec`, workerSpec, [...path, 'workerSpec'])] : []),
    ];
  });
}

/** The further pods of a runtime that serves a model on several nodes (pkg/apis/serving/v1alpha1, WorkerSpec). */
export function runtimeWorkers(kind: string, value: Mapping): readonly Shape[] {
  const { workerSpec } = mapping(value.spec);
  if (!/^(?:Cluster)?ServingRuntime$/.test(kind) || !isMapping(workerSpec)) return [];
  return [shapeOf('workerSpec', workerSpec, ['spec', 'workerSpec'])];
}

function shapeOf(part: string, own: Mapping, path: Path): Shape {
  const pod = new Gathered().putAll(own, path);
  for (const server of servers) {
    if (isMapping(own[server]))
      pod.add('containers', [{ name: server, ...mapping(own[server]) }], () => [...path, server]);
  }
  const containers = Array.isArray(pod.spec.containers) ? pod.spec.containers : [];
  return {
    part,
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: { labels: own.labels, annotations: own.annotations },
    metadataPath: path,
    isWhole: containers.some((each) => mapping(each).image !== undefined),
    hasDefaultAccount: true,
  };
}
