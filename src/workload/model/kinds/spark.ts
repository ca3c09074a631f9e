import type { Resource } from '../../../kube/resource.ts';
import { entryOf, list, type Mapping, mapping, scalarText, text } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { Gathered } from '../gathered.ts';
import { placeKey, type Shape } from '../pod.ts';

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
  const labels = { value: mapping(mapping(value.metadata).labels), path: ['metadata', 'labels'] };
  return (['driver', 'executor'] as const).map((role) => sparkShape(role, { path, value: spec }, labels));
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

type Role = 'driver' | 'executor';

/** A mapping and where it is written. */
interface Placed {
  readonly value: Mapping;
  readonly path: Path;
}

function sparkShape(role: Role, { value: spec, path: above }: Placed, labels: Placed): Shape {
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
  const inContainers: Placed = { value: { containers }, path: [...inTemplate, 'containers'] };
  const { main, place, others } = mainContainer(role, { value: spec, path: above }, inContainers);
  const mounts = configured.map(({ name, readOnly }) => ({ name, readOnly }));
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
    .add('containers', [{ ...main, volumeMounts: [...list(main.volumeMounts), ...mounts] }], () => place)
    .add(
      'containers',
      others.map(({ value }) => value),
      (index) => others[index]?.path ?? inTemplate,
    )
    .add('containers', own.sidecars, (index) => [...path, 'sidecars', index]);
  return {
    part: role,
    path,
    spec: pod.spec,
    fields: pod.fields,
    ...metadataOf(role, { value: spec, path: above }, labels),
    isWhole: true,
    hasDefaultAccount: true,
  };
}

/**
 * The container that Spark runs in is, of a template, the one of its name, else the first (KubernetesUtils.selectSparkContainer), under
 * what the operator says of it.
 */
function mainContainer(role: Role, { value: spec, path: above }: Placed, template: Placed) {
  const path = [...above, role];
  const own = mapping(spec[role]);
  const conf = mapping(spec.sparkConf);
  const name = `spark-kubernetes-${role}`;
  const containers = list(template.value.containers).map((each, index) => ({
    value: mapping(each),
    path: [...template.path, index],
  }));
  const base = containers.find(({ value }) => value.name === name) ?? containers[0];
  const fields: Record<string, Path> = {};
  const main: Record<string, unknown> = { ...base?.value, ...own, name };
  for (const field of Object.keys(base?.value ?? {})) {
    if (own[field] === undefined && base !== undefined) fields[field] = [...base.path, field];
  }
  for (const [field, setting] of ofAllPods) {
    const ofRole = field === 'image' ? `spark.kubernetes.${role}.container.image` : setting;
    const ofObject = [
      { value: own[field], path: [...path, field] },
      { value: spec[field], path: [...above, field] },
    ];
    const ofSettings = [
      { value: conf[ofRole], path: [...above, 'sparkConf', ofRole] },
      { value: conf[setting], path: [...above, 'sparkConf', setting] },
    ];
    const all = field === 'image' ? [...ofObject, ...ofSettings] : [...ofSettings, ...ofObject];
    const stated = all.find(({ value }) => value !== undefined);
    if (stated === undefined) continue;
    main[field] = stated.value;
    fields[field] = stated.path;
  }
  return { main, place: { path, fields }, others: containers.filter((each) => each !== base) };
}

/**
 * Fields of the application for the containers of both roles, and the settings that say the same: the operator hands on the role's image
 * after the settings, and the policy before them (submission.go).
 */
const ofAllPods = [
  ['image', 'spark.kubernetes.container.image'],
  ['imagePullPolicy', 'spark.kubernetes.container.image.pullPolicy'],
] as const;

/** The labels of the application, those of its settings and those of the role come over the template's (submission.go). */
function metadataOf(role: Role, { value: spec, path: above }: Placed, labels: Placed) {
  const own = mapping(spec[role]);
  const template = mapping(mapping(own.template).metadata);
  const path: Path = [...above, role, 'template', 'metadata'];
  const fields: Record<string, Path> = {};
  const gathered = (field: 'labels' | 'annotations', prefix: string, more: readonly Placed[]) => {
    const settings = Object.entries(mapping(spec.sparkConf)).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [{ key: key.slice(prefix.length), value, path: [...above, 'sparkConf', key] }] : [],
    );
    const stated = more.flatMap((each) =>
      Object.entries(each.value).map(([key, value]) => ({ key, value, path: [...each.path, key] })),
    );
    const all = [...settings, ...stated];
    for (const each of all) fields[placeKey([field, each.key])] = each.path;
    return { ...mapping(template[field]), ...Object.fromEntries(all.map(({ key, value }) => [key, value])) };
  };
  const ofRole = (field: string): Placed => ({ value: mapping(own[field]), path: [...above, role, field] });
  const metadata = {
    labels: gathered('labels', `spark.kubernetes.${role}.label.`, [labels, ofRole('labels')]),
    annotations: gathered('annotations', `spark.kubernetes.${role}.annotation.`, [ofRole('annotations')]),
  };
  return { metadata, metadataPath: path, metadataFields: fields };
}
