import type { Resource } from '../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { Gathered } from './gathered.ts';
import type { Shape } from './pod.ts';

const kinds: Readonly<Record<string, Path>> = {
  SparkApplication: ['spec'],
  ScheduledSparkApplication: ['spec', 'template'],
};

/**
 * Driver and executors of the Spark operator 2.2 (api/v1beta2, SparkPodSpec): `template` is a PodTemplateSpec, over which the
 * other fields count. Executors run as the driver's account where they name none
 * (spark.kubernetes.authenticate.executor.serviceAccountName, Spark 3.1 and newer).
 */
export function sparkShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  const path = group === 'sparkoperator.k8s.io' ? entryOf(kinds, kind) : undefined;
  if (path === undefined) return undefined;
  const spec = mapping(path.length === 1 ? value.spec : mapping(value.spec).template);
  return (['driver', 'executor'] as const).map((role) => sparkShape(role, path, spec));
}

const volumeKey = /^spark\.kubernetes\.(driver|executor)\.volumes\.hostPath\.([^.]+)\.options\.path$/;

/** Paths of the node that Spark's own settings mount (Running on Kubernetes, `spark.kubernetes.driver.volumes.[VolumeType].[VolumeName]`). */
function sparkConfVolumes(role: 'driver' | 'executor', settings: Mapping) {
  return Object.entries(settings).flatMap(([key, value]) => {
    const [, of, volume] = volumeKey.exec(key) ?? [];
    if (of !== role || volume === undefined) return [];
    const readOnly = scalarText(settings[`spark.kubernetes.${role}.volumes.hostPath.${volume}.mount.readOnly`]);
    // Another name than a volume of the object's own may have.
    return [
      { key, name: `spark.${volume}`, volume: { hostPath: { path: value } }, readOnly: /^true$/i.test(readOnly) },
    ];
  });
}

function sparkShape(role: 'driver' | 'executor', above: Path, spec: Mapping): Shape {
  const path: Path = [...above, role];
  const own = mapping(spec[role]);
  const template = mapping(own.template);
  const inTemplate: Path = [...path, 'template', 'spec'];
  const { containers, ...rest } = mapping(template.spec);
  const configured = sparkConfVolumes(role, mapping(spec.sparkConf));
  // Executors run as the driver does where nothing says otherwise.
  const confAccount = 'spark.kubernetes.authenticate.driver.serviceAccountName';
  const ownAccount = 'spark.kubernetes.authenticate.executor.serviceAccountName';
  const executorAccount = role === 'executor' ? text(mapping(spec.sparkConf)[ownAccount]) : undefined;
  const main = {
    ...own,
    name: `spark-kubernetes-${role}`,
    image: own.image ?? spec.image,
    imagePullPolicy: spec.imagePullPolicy,
    volumeMounts: [...list(own.volumeMounts), ...configured.map(({ name, readOnly }) => ({ name, readOnly }))],
  };
  const pod = new Gathered()
    .put('serviceAccountName', text(mapping(spec.sparkConf)[confAccount]), [...above, 'sparkConf', confAccount])
    .put('serviceAccountName', text(mapping(spec.driver).serviceAccount), [...above, 'driver', 'serviceAccount'])
    .put('serviceAccountName', executorAccount, [...above, 'sparkConf', ownAccount])
    .putAll(rest, inTemplate)
    .put('serviceAccountName', text(own.serviceAccount), [...path, 'serviceAccount'])
    .put('securityContext', own.podSecurityContext, [...path, 'podSecurityContext'])
    .put('hostNetwork', own.hostNetwork, [...path, 'hostNetwork'])
    .add('initContainers', own.initContainers, (index) => [...path, 'initContainers', index])
    .add('volumes', spec.volumes, (index) => [...above, 'volumes', index])
    .add(
      'volumes',
      configured.map(({ name, volume }) => ({ name, ...volume })),
      (index) => ({
        path: [...above, 'sparkConf'],
        fields: { hostPath: [...above, 'sparkConf', configured[index]?.key ?? ''] },
      }),
    )
    .add('containers', [main], () => ({ path, fields: { imagePullPolicy: [...above, 'imagePullPolicy'] } }))
    .add('containers', containers, (index) => [...inTemplate, 'containers', index])
    .add('containers', own.sidecars, (index) => [...path, 'sidecars', index]);
  const isOwn = isMapping(own.labels) || isMapping(own.annotations);
  return {
    part: role,
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: isOwn ? { labels: own.labels, annotations: own.annotations } : mapping(template.metadata),
    metadataPath: isOwn ? path : [...path, 'template', 'metadata'],
    isWhole: true,
    hasDefaultAccount: true,
  };
}
