import { isMapping, list, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { Gathered } from './gathered.ts';
import { placeKey, type Shape } from './pod.ts';

const containerLists = ['containers', 'initContainers', 'ephemeralContainers'];
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'];
/** Fields of a container's securityContext, of which a pod's has none (core/v1, SecurityContext and PodSecurityContext). */
const ofContainers = ['privileged', 'capabilities', 'allowPrivilegeEscalation', 'procMount', 'readOnlyRootFilesystem'];
/** Further fields of a container that are about its node. */
const ofNode = ['ports', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];
const contexts = ['securityContext', 'podSecurityContext', 'containerSecurityContext'];

/** Whether a list is one of containers: mappings with a name or an image. */
export function isContainers(containers: readonly unknown[]): boolean {
  return (
    containers.length > 0 &&
    containers.every((each) => isMapping(each) && (text(each.name) ?? text(each.image)) !== undefined)
  );
}

/** Whether a field is one that the fragment of its mapping has taken over. */
export function isTaken(field: string, value: unknown): boolean {
  if (contexts.includes(field)) return true;
  return Array.isArray(value) && ([...containerLists, ...ofNode].includes(field) || /volume(?:Mount)?s$/i.test(field));
}

/** A mapping with a `spec`, and where it is. */
export interface Template {
  readonly value: Mapping;
  readonly path: Path;
}

/**
 * What a mapping at `path` says of pods in the words of a PodSpec, as operators have them among fields of their own: alone, as a
 * template that leaves out the containers (Elasticsearch, Flink), or next to a container's fields (OpenTelemetryCollector).
 * Undefined where it says nothing.
 */
export function fragmentShape(part: string, path: Path, value: Mapping, template?: Template): Shape | undefined {
  const pod = new Gathered();
  for (const field of containerLists) {
    if (isContainers(list(value[field]))) pod.put(field, value[field], [...path, field]);
  }
  for (const field of hostFields) {
    if (isSwitch(value[field])) pod.put(field, value[field], [...path, field]);
  }
  addAccount(pod, path, value);
  addContexts(pod, part, path, value);
  addVolumes(pod, path, value);
  const { metadata, places } = metadataOf([{ value, path }, ...(template === undefined ? [] : [template])]);
  if (Object.keys(pod.spec).length === 0 && metadata === undefined) return undefined;
  return {
    part,
    path,
    spec: pod.spec,
    fields: pod.fields,
    metadata: metadata ?? {},
    metadataPath: path,
    metadataFields: places,
    isWhole: false,
    hasDefaultAccount: false,
  };
}

/** True, false, or what a template makes of it. */
function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && /\{\{|\$\{/.test(value));
}

/**
 * `serviceAccount` is the name of a pod's account where the pod's own fields are; elsewhere it may be anybody's, as of a cloud. Crossplane
 * has it in the template of the account (DeploymentRuntimeConfig), Argo CD's operator in `serviceaccount` (ArgoCD, `repo`).
 */
function addAccount(pod: Gathered, path: Path, value: Mapping): void {
  const isOfPod = path.at(-1) === 'spec' && !text(value.serviceAccount)?.includes('@');
  const fields = [
    ['serviceAccountTemplate', 'metadata', 'name'],
    ['serviceaccount'],
    ...(isOfPod ? [['serviceAccount']] : []),
    ['serviceAccountName'],
  ];
  for (const field of fields) pod.put('serviceAccountName', text(valueUnder(value, ...field)), [...path, ...field]);
  const { automountServiceAccountToken: automount } = value;
  if (typeof automount === 'boolean')
    pod.put('automountServiceAccountToken', automount, [...path, 'automountServiceAccountToken']);
}

/** A security context is a container's by its fields, by its name, or where the pod's is next to it. */
function addContexts(pod: Gathered, part: string, path: Path, value: Mapping): void {
  // CloudNativePG has the profile alone.
  const { securityContext, podSecurityContext, containerSecurityContext, seccompProfile } = value;
  const isOfContainer =
    isMapping(securityContext) &&
    (isMapping(podSecurityContext) || ofContainers.some((field) => securityContext[field] !== undefined));
  const ofPod = isMapping(podSecurityContext) ? 'podSecurityContext' : isOfContainer ? undefined : 'securityContext';
  if (ofPod !== undefined && isMapping(value[ofPod])) pod.put('securityContext', value[ofPod], [...path, ofPod]);
  else if (isMapping(seccompProfile)) pod.put('securityContext', { seccompProfile }, path);
  const ofIt = isMapping(containerSecurityContext)
    ? 'containerSecurityContext'
    : isOfContainer
      ? 'securityContext'
      : undefined;
  if (ofIt === undefined) return;
  const name = part.split('.').at(-1) || 'spec';
  const rest = Object.fromEntries(ofNode.map((field) => [field, value[field]]));
  const container = { name, securityContext: value[ofIt], volumeMounts: value.volumeMounts, ...rest };
  pod.add('containers', [container], () => ({ path, fields: { securityContext: [...path, ofIt] } }));
}

/** `volumes`, `extraVolumes`: lists of what has a name and one of the sources that matter. */
function volumeLists(value: Mapping): readonly string[] {
  return Object.keys(value).filter(
    (key) =>
      /volumes$/i.test(key) &&
      list(value[key]).some((each) => isMapping(mapping(each).hostPath) || isMapping(mapping(each).projected)),
  );
}

/** Who mounts them is not known where no mount of them is next to them: they count as written to. */
function addVolumes(pod: Gathered, path: Path, value: Mapping): void {
  const own = containerLists.flatMap((field) => list(pod.spec[field]));
  const mounts = [...own.flatMap((each) => list(mapping(each).volumeMounts)), ...list(value.volumeMounts)].map(mapping);
  for (const field of volumeLists(value)) pod.add('volumes', value[field], (index) => [...path, field, index]);
  const otherMounts = list(pod.spec.volumes).flatMap((volume) => {
    const { name } = mapping(volume);
    const known = mounts.filter((mount) => mount.name === name);
    return known.length === 0 ? [{ name }] : known;
  });
  if (otherMounts.length > 0) pod.put('otherMounts', otherMounts, path);
}

/** Labels and annotations that say who a pod is, or under which profile it runs. */
const telling =
  /^(?:azure\.workload\.identity\/use|aadpodidbinding|iam\.amazonaws\.com\/role|(?:container\.)?(?:apparmor|seccomp)\.security\..*)$/;

/** Where they are: next to a template's `spec`, or by a name that says so. */
const sources: readonly (readonly [field: string, path: readonly string[]])[] = [
  ['labels', ['metadata', 'labels']],
  ['labels', ['podMetadata', 'labels']],
  ['labels', ['podLabels']],
  ['annotations', ['metadata', 'annotations']],
  ['annotations', ['podMetadata', 'annotations']],
  ['annotations', ['podAnnotations']],
];

function metadataOf(templates: readonly Template[]) {
  const metadata: Record<string, Record<string, unknown>> = {};
  const places: Record<string, Path> = {};
  for (const { value, path } of templates) {
    for (const [field, at] of sources) {
      // A template's are those of what its `spec` says.
      if (at[0] === 'metadata' && isMapping(value.spec) && templates.length === 1) continue;
      for (const [key, item] of Object.entries(mapping(valueUnder(value, ...at)))) {
        if (!telling.test(key)) continue;
        metadata[field] = { ...metadata[field], [key]: item };
        places[placeKey([field, key])] = [...path, ...at, key];
      }
    }
  }
  return { metadata: Object.keys(metadata).length === 0 ? undefined : metadata, places };
}
