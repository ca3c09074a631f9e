import { addTo } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, list, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import {
  isWithin,
  type LabelSelector,
  readLabelSelector,
  readLabels,
  selects,
} from '../../rbac/model/label-selector.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { podName } from '../../workload/judge/pod-name.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { selectorText } from '../model/network-policy.ts';
import type { Exposure } from './exposure.ts';

/** Pods of both sides, and what those of now were before. */
export interface PodsAround {
  readonly before: readonly Pod[];
  readonly after: readonly Pod[];
  readonly formerOf: (pod: Pod) => Pod | undefined;
}

/** The pods of a scope. */
export function podsAround({ before, after }: ScopeObjects, changes: readonly PodChange[]): PodsAround {
  const changed = new Map(changes.flatMap((each) => (each.after === undefined ? [] : [[each.after, each.before]])));
  const formerOf = (pod: Pod) => (changed.has(pod) ? changed.get(pod) : pod);
  return { before: before.flatMap(podsOf), after: after.flatMap(podsOf), formerOf };
}

/** Whether a Service with a load balancer on both sides selects by other labels, or has other ports. */
export function isRedirected(before: Resource | undefined, after: Resource | undefined): boolean {
  const [was, is] = [before, after].map((each) => mapping(each?.value.spec));
  if (was?.type !== 'LoadBalancer' || is?.type !== 'LoadBalancer') return false;
  return !isSameValue([was.selector, was.ports], [is.selector, is.ports]);
}

/** What a load balancer newly leads to: pods that were there before, and other ports of pods. */
export function newEndpoints(before: Resource, after: Resource, pods: PodsAround): readonly Exposure[] {
  return [...newPods(before, after, pods), ...newPorts(before, after, pods)];
}

/** Labels that tell one version of an application from another. */
const versions = /(?:^|[./-])(?:version|colou?r|slot|track|revision|hash)$/i;

function newPods(before: Resource, after: Resource, { after: all, formerOf }: PodsAround): readonly Exposure[] {
  const [old, now] = [selectorOf(before), selectorOf(after)];
  if (now.length === 0 || isWithin(now, old)) return [];
  const application = withoutVersions(old);
  if (application.length > 0 && isWithin(withoutVersions(now), application)) return [];
  const selected = selectedBy(after, all);
  const added = selected.filter((pod) => {
    const former = formerOf(pod);
    return former !== undefined && !isSelected(before, old, former);
  });
  if (selected.length > 0 && added.length === 0) return [];
  const who =
    selected.length === 0
      ? `pods with ${selectorText(now)}, which the repository does not show`
      : enumerate([...new Set(added.map(podName))]);
  return [
    {
      what: `newly leads from outside to ${who}`,
      remedy: 'Keep the selector, or agree with the team that these pods may be reached from outside.',
      severity: 'medium',
      path: ['spec', 'selector'],
      subject: [`selector ${selectorText(now)}`],
    },
  ];
}

function withoutVersions(selector: LabelSelector): LabelSelector {
  return selector.filter(({ key }) => !versions.test(key));
}

function newPorts(before: Resource, after: Resource, pods: PodsAround): readonly Exposure[] {
  const known = new Set(portsOf(before, pods.before).flatMap(({ targets }) => targets));
  const added = portsOf(after, pods.after).flatMap(({ targets, index }) => {
    const target = targets.find((each) => !known.has(each));
    return target === undefined ? [] : [{ target, index }];
  });
  const [first] = added;
  if (first === undefined) return [];
  const targets = [...new Set(added.map(({ target }) => target))];
  return [
    {
      what: `newly leads from outside to ${enumerate(targets)} of its pods`,
      remedy:
        'Keep the ports: what else listens in the pods, such as metrics or an administration page, can then be reached by everybody.',
      severity: 'medium',
      path: ['spec', 'ports', first.index],
      subject: [`targets ${[...targets].sort().join(' ')}`],
    },
  ];
}

/** The ports of a Service with those of its pods they lead to: `TCP 8080`; by its name where no pod shows which one it is. */
function portsOf(service: Resource, pods: readonly Pod[]) {
  const named = namedPorts(selectedBy(service, pods));
  return list(mapping(service.value.spec).ports).map((each, index) => {
    const { protocol, port, targetPort } = mapping(each);
    const kind = scalarText(protocol) || 'TCP';
    const target = scalarText(targetPort) || scalarText(port);
    return { index, targets: named.get(`${kind} ${target}`) ?? [`${kind} ${target}`] };
  });
}

/** The numbers behind the names that pods give their ports. */
function namedPorts(pods: readonly Pod[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { spec } of pods) {
    for (const container of [...list(spec.containers), ...list(spec.initContainers)]) {
      for (const { name, containerPort, protocol } of list(mapping(container).ports).map(mapping)) {
        const kind = scalarText(protocol) || 'TCP';
        if (scalarText(name) !== '')
          addTo(found, `${kind} ${scalarText(name)}`, `${kind} ${scalarText(containerPort)}`);
      }
    }
  }
  return found;
}

function selectorOf({ value }: Resource): LabelSelector {
  return readLabelSelector({ matchLabels: mapping(value.spec).selector }) ?? [];
}

function selectedBy(service: Resource, pods: readonly Pod[]): readonly Pod[] {
  const selector = selectorOf(service);
  return pods.filter((pod) => isSelected(service, selector, pod));
}

/** A Service without a selector has no pods of its own. */
function isSelected(service: Resource, selector: LabelSelector, { namespace, metadata }: Pod): boolean {
  return selector.length > 0 && namespace === namespaceOf(service) && selects(selector, readLabels(metadata.labels));
}
