import { isMapping, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Pod, podOf } from '../model/pod.ts';
import type { ChartValues } from './chart-values.ts';

const deepest = 24;
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'];
/** Fields of a container's securityContext, of which a pod's has none. */
const ofContainers = ['privileged', 'capabilities', 'allowPrivilegeEscalation', 'procMount', 'readOnlyRootFilesystem'];

/** Whether a securityContext is of a container, or says by itself that it is for root. */
function isTelling(context: Mapping): boolean {
  return context.runAsUser === 0 || ofContainers.some((each) => context[each] !== undefined);
}

/** What values say of pods, gathered as one pod: which of the chart's pods it is for, only the chart knows. */
interface Gathered {
  readonly containers: { readonly value: Mapping; readonly path: Path }[];
  readonly volumes: { readonly value: Mapping; readonly path: Path }[];
  /** Paths of fields that share the node's namespaces. */
  readonly host: Map<string, Path>;
}

/**
 * The pod that the values of a chart from elsewhere make, as far as they speak Kubernetes' own words, by the custom that nearly all
 * charts follow: `securityContext` of a container, `hostNetwork`, `hostPath`. Without any of these there is nothing in it.
 */
export function valuesPod({ resource, value, path, part, namespace }: ChartValues): Pod {
  const found: Gathered = { containers: [], volumes: [], host: new Map() };
  gather(value, path, [], found);
  // Which container mounts a volume, and how, only the chart knows.
  const mounts = found.volumes.map((each) => ({ name: each.value.name, mountPath: '/' }));
  const containers = [
    ...found.containers,
    ...(mounts.length > 0 ? [{ value: { name: '', volumeMounts: mounts }, path }] : []),
  ];
  const fields = {
    containers: { items: containers.map((each) => each.path) },
    volumes: { items: found.volumes.map((each) => each.path) },
    ...Object.fromEntries(found.host),
  };
  const spec = {
    containers: containers.map((each) => each.value),
    volumes: found.volumes.map((each) => each.value),
    ...Object.fromEntries([...found.host.keys()].map((field) => [field, true])),
  };
  const common = { metadata: {}, metadataPath: path, isWhole: true, hasDefaultAccount: false };
  const pod = podOf(resource, { part, path, spec, fields, ...common });
  return namespace === undefined ? pod : { ...pod, namespace };
}

/** `names` is the path with the items of lists by their names: what a container is recognised by. */
function gather(value: unknown, path: Path, names: readonly string[], found: Gathered): void {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      gather(item, [...path, index], [...names, text(mapping(item).name) ?? String(index)], found);
    }
    return;
  }
  if (!isMapping(value)) return;
  for (const field of ['securityContext', 'containerSecurityContext']) {
    const context = value[field];
    if (!isMapping(context) || !isTelling(context)) continue;
    const name = names.join('.') || 'values';
    const isRenamed = field !== 'securityContext';
    found.containers.push({
      value: { name: isRenamed ? `${name}.${field}` : name, securityContext: context },
      path: isRenamed ? [...path, field] : path,
    });
  }
  for (const field of hostFields) {
    if (value[field] === true && !found.host.has(field)) found.host.set(field, [...path, field]);
  }
  const volume = hostPathOf(value);
  if (volume !== undefined) {
    found.volumes.push({ value: { name: names.join('.'), hostPath: { path: volume } }, path });
  }
  for (const [key, item] of Object.entries(value)) gather(item, [...path, key], [...names, key], found);
}

/** `hostPath: {path: …}` of a volume, and `type: hostPath` with the path alongside it (the common library of bjw-s). */
function hostPathOf(value: Mapping): string | undefined {
  const { hostPath, type } = value;
  if (isMapping(hostPath)) return text(hostPath.path);
  return type === 'hostPath' ? text(hostPath) : undefined;
}
