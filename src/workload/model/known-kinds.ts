import type { Resource } from '../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Account, type Shape, templateShape } from './pod.ts';

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
  return [templateShape('', path, template)];
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

const virtualMachines: Readonly<Record<string, Path>> = {
  VirtualMachine: ['spec', 'template'],
  VirtualMachineInstance: [],
  VirtualMachineInstanceReplicaSet: ['spec', 'template'],
  VirtualMachinePool: ['spec', 'virtualMachineTemplate', 'spec', 'template'],
};

/**
 * Virtual machines of KubeVirt 1.5 (api/core/v1/schema.go): a guest is given a token only by a volume `serviceAccount`, the pod around
 * it none (virt-controller, template.go). A `hostDisk` is a path of the node.
 */
export function virtualMachineShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  const path = group === 'kubevirt.io' || group === 'pool.kubevirt.io' ? entryOf(virtualMachines, kind) : undefined;
  if (path === undefined) return undefined;
  const template = valueUnder(value, ...path.map(String));
  const spec = mapping(mapping(template).spec);
  const at: Path = [...path, 'spec'];
  const accounts = list(spec.volumes).flatMap((volume, index): Account[] => {
    const name = text(valueUnder(volume, 'serviceAccount', 'serviceAccountName'));
    return name === undefined
      ? []
      : [{ name, path: [...at, 'volumes', index, 'serviceAccount', 'serviceAccountName'], isGiven: true }];
  });
  const disks = list(spec.volumes).flatMap((volume, index) => {
    const disk = mapping(volume).hostDisk;
    return isMapping(disk) ? [{ name: mapping(volume).name, hostPath: { path: disk.path }, index }] : [];
  });
  return [
    {
      part: '',
      path: at,
      spec: {
        automountServiceAccountToken: accounts.length > 0,
        volumes: disks.map(({ index: _, ...volume }) => volume),
      },
      fields: {
        automountServiceAccountToken: [...at, 'volumes'],
        volumes: { items: disks.map(({ index }) => [...at, 'volumes', index]) },
      },
      metadata: mapping(mapping(template).metadata),
      metadataPath: [...path, 'metadata'],
      isWhole: true,
      hasDefaultAccount: false,
      otherAccounts: accounts,
    },
  ];
}
