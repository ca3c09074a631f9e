import { groupBy } from '../../groups.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { isSameValue } from '../../plain-values.ts';
import { type LabelSelector, type Labels, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { unknownNamespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import { podName } from '../../workload/judge/pod-name.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { isFilledIn } from '../model/filled-in.ts';

/** Pods that the repository shows, by their labels; `former` is undefined for new ones. */
export interface KnownPod {
  readonly name: string;
  /** The object that makes them. */
  readonly resource: Resource;
  readonly labels: Labels;
  readonly former: Labels | undefined;
  /** Where its labels are written. */
  readonly position: Position;
}

/**
 * The pods of each namespace after the change, each with the labels that it had; of one that is new, those of `gone` that were called the
 * same.
 */
export function knownPods(
  after: readonly Resource[],
  changes: readonly PodChange[],
): (namespace: string, gone?: ReadonlyMap<string, Labels>) => readonly KnownPod[] {
  const changed = new Map(
    changes.flatMap((change) => (change.after === undefined ? [] : [[change.after, change.before] as const])),
  );
  const podsIn = podsByNamespace(after);
  return (namespace, gone = noPods) => podsIn(namespace).map((pod) => knownPod(pod, changed, gone));
}

const noPods: ReadonlyMap<string, Labels> = new Map();

/** The labels of the pods that are gone from each namespace, by what they were called. */
export function gonePods(changes: readonly PodChange[]): (namespace: string) => ReadonlyMap<string, Labels> {
  const gone = changes.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before] : []));
  const byNamespace = groupBy(gone, ({ namespace }) => namespace);
  return (namespace) => new Map((byNamespace.get(namespace) ?? []).map((pod) => [calledOf(pod), labelsOf(pod)]));
}

function calledOf({ part, resource: { group, kind, name } }: Pod): string {
  return JSON.stringify([group, kind, name, part]);
}

/** The labels of the pods that each namespace had before the change. */
export function formerPods(before: readonly Resource[]): (namespace: string) => readonly Labels[] {
  const podsIn = podsByNamespace(before);
  return (namespace) => podsIn(namespace).map(labelsOf);
}

/** The labels of the pods after the change whose namespace is filled in later. */
export function podsOfUnknownNamespaces(after: readonly Resource[]): readonly Labels[] {
  return after
    .flatMap(podsOf)
    .flatMap((pod) => (pod.namespace.startsWith(unknownNamespacePrefix) ? [labelsOf(pod)] : []));
}

/** Whether a selector may select pods with these labels once those that a template or a variable fills in are known. */
export function maySelect(selector: LabelSelector, labels: Labels): boolean {
  const isAnyKey = Object.keys(labels).some((key) => isFilledIn(key));
  return selector.every((each) => {
    const value = Object.hasOwn(labels, each.key) ? labels[each.key] : undefined;
    return (value === undefined ? isAnyKey : isFilledIn(value)) || selects([each], labels);
  });
}

/**
 * A policy that leaves its namespace open counts for the pods of its folder, whatever they state: what fills it in is most often the
 * namespace of those.
 */
function podsByNamespace(objects: readonly Resource[]): (namespace: string) => readonly Pod[] {
  const pods = objects.flatMap(podsOf);
  const stated = groupBy(pods, ({ namespace }) => namespace);
  const near = groupBy(pods, ({ resource }) => unknownNamespaceOf(resource));
  return (namespace) => (namespace.startsWith(unknownNamespacePrefix) ? near : stated).get(namespace) ?? [];
}

function labelsOf({ metadata }: Pod): Labels {
  return readLabels(metadata.labels);
}

function knownPod(pod: Pod, changed: ReadonlyMap<Pod, Pod | undefined>, gone: ReadonlyMap<string, Labels>): KnownPod {
  const labels = labelsOf(pod);
  const before = changed.has(pod) ? changed.get(pod) : pod;
  const former = before?.namespace === pod.namespace ? labelsOf(before) : gone.get(calledOf(pod));
  const isSame = former !== undefined && isSameValue(former, labels);
  return {
    name: podName(pod),
    resource: pod.resource,
    labels,
    former: isSame ? labels : former,
    // Costly in what was rendered, and only asked for where there is something to say.
    get position() {
      return pod.metadataAt(['labels']);
    },
  };
}
