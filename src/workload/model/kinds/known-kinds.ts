import type { Resource } from '../../../kube/resource.ts';
import { entryOf, isMapping, type Mapping, mapping, valueUnder } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { type Shape, templateShape } from '../pod.ts';
import { runtimeWorkers } from './kserve.ts';

/**
 * Where kinds have their PodTemplateSpec, by group. Sources: Kubernetes 1.34 staging/src/k8s.io/api, OpenShift api
 * apps/v1, Argo Rollouts 1.8, Knative Serving 1.19 (RevisionTemplateSpec), KEDA 2.17.
 */
const templates: Readonly<Record<string, Readonly<Record<string, Path>>>> = {
  '': { Pod: [], ReplicationController: ['spec', 'template'], PodTemplate: ['template'] },
  apps: {
    Deployment: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
  },
  batch: { Job: ['spec', 'template'], CronJob: ['spec', 'jobTemplate', 'spec', 'template'] },
  'apps.openshift.io': { DeploymentConfig: ['spec', 'template'] },
  'argoproj.io': { Rollout: ['spec', 'template'] },
  // The spec of a Revision is a PodSpec with fields of its own.
  'serving.knative.dev': { Service: ['spec', 'template'], Configuration: ['spec', 'template'], Revision: [] },
  // The spec of a runtime of KServe has the fields of a PodSpec alongside its own (pkg/apis/serving/v1alpha1, ServingRuntimePodSpec).
  'serving.kserve.io': { ServingRuntime: [], ClusterServingRuntime: [] },
  'keda.sh': { ScaledJob: ['spec', 'jobTargetRef', 'template'] },
};

const oldGroups: Readonly<Record<string, string>> = { extensions: 'apps' };

/** Kinds whose spec has the fields of a PodSpec next to their own; the controller makes the containers (prometheus-operator 0.83). */
const podLike: Readonly<Record<string, readonly string[]>> = {
  'monitoring.coreos.com': ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler'],
};

/** The shapes of kinds whose pods are where Kubernetes has them; undefined for any other kind. */
export function knownShapes({ apiVersion, group, kind, value }: Resource): readonly Shape[] | undefined {
  if (entryOf(podLike, group)?.includes(kind) === true) return [podLikeShape(value)];
  const path = templatePath(apiVersion, group, kind);
  if (path === undefined) return undefined;
  const template = valueUnder(value, ...path.map(String));
  if (!isMapping(template)) return [];
  return [templateShape('', path, template), ...runtimeWorkers(kind, value)];
}

/** Where a template of a chart makes the API version, the kind decides. */
function templatePath(apiVersion: string, group: string, kind: string): Path | undefined {
  const isOpen = apiVersion.includes('{{') || apiVersion.includes('${');
  const groups = isOpen ? Object.values(templates) : [entryOf(templates, entryOf(oldGroups, group) ?? group) ?? {}];
  return groups.find((kinds) => Object.hasOwn(kinds, kind))?.[kind];
}

function podLikeShape(value: Mapping): Shape {
  return {
    part: '',
    path: ['spec'],
    spec: mapping(value.spec),
    metadata: mapping(valueUnder(value, 'spec', 'podMetadata')),
    metadataPath: ['spec', 'podMetadata'],
    isWhole: false,
    hasDefaultAccount: true,
  };
}
