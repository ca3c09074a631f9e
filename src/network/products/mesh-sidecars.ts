import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { readLabelSelector, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { pairResources } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { rootNamespace } from './mesh-settings.ts';
import { rulePolicyOf } from './rule-policies.ts';

const inject = 'sidecar.istio.io/inject';
const excluded = 'traffic.sidecar.istio.io/excludeInboundPorts';

/** Labels by which the pods of a namespace are in the mesh (istio, docs, Installing the Sidecar and Add workloads to the mesh). */
const joining: Readonly<Record<string, RegExp>> = {
  'istio-injection': /^enabled$/,
  'istio.io/rev': /./,
  'istio.io/dataplane-mode': /^ambient$/,
};

/** Pods, their ports and namespaces that leave Istio's mesh while policies are for them: without its proxy nobody enforces these. */
export function sidecarsLost(sides: ScopeObjects, pods: readonly PodChange[]): readonly LoosenedObject[] {
  const policies = sides.after.filter(isEnforced);
  if (policies.length === 0) return [];
  return [...pods.flatMap((each) => ofPod(each, policies)), ...ofNamespaces(sides, policies)];
}

/** Whether a policy of Istio keeps anybody out. */
function isEnforced(resource: Resource): boolean {
  const { group, kind, value } = resource;
  if (group !== 'security.istio.io') return false;
  if (kind === 'PeerAuthentication') return scalarText(valueUnder(value, 'spec', 'mtls', 'mode')) === 'STRICT';
  const policy = rulePolicyOf(resource);
  return policy !== undefined && (policy.isolates.size > 0 || policy.denies.length > 0);
}

/** Policies of the mesh's root namespace are for all of them. */
function isFor({ namespace, value }: Resource, of: string, labels: unknown): boolean {
  if (namespace !== of && namespace !== rootNamespace) return false;
  const selector = readLabelSelector(mapping(value.spec).selector);
  return labels === undefined || selector === undefined || selects(selector, readLabels(labels));
}

function ofPod({ before, after }: PodChange, policies: readonly Resource[]): readonly LoosenedObject[] {
  if (before === undefined || after === undefined) return [];
  const policy = policies.find((each) => isFor(each, after.namespace, after.metadata.labels));
  if (policy === undefined) return [];
  const ports = newPorts(before, after);
  const { isOut, path } = injection(after);
  const loosenings = [
    ...(isOut && !injection(before).isOut
      ? [left(['sidecar'], 'newly runs without the sidecar of Istio', policy, path)]
      : []),
    ...(ports.length > 0 && !isOut
      ? [
          left(
            ['ports', ...ports],
            `newly takes connections to port ${ports.join(', ')} past the sidecar of Istio`,
            policy,
            ['annotations', excluded],
          ),
        ]
      : []),
  ];
  if (loosenings.length === 0) return [];
  return [
    {
      resource: after.resource,
      loosenings,
      at: (path) => after.metadataAt(path),
      formerAt: (path) => before.metadataAt(path),
    },
  ];
}

/** The label counts over the annotation of the same name. */
function injection({ metadata }: Pod) {
  const fields = ['labels', 'annotations'];
  const field = fields.find((each) => valueUnder(metadata, each, inject) !== undefined) ?? 'labels';
  // What is neither `true` nor empty keeps the sidecar out (istio, pkg/kube/inject, injectRequired).
  return { isOut: !['', 'true'].includes(scalarText(valueUnder(metadata, field, inject))), path: [field, inject] };
}

/** Whether a pod newly runs without a sidecar, or has it take fewer ports. */
export function leavesSidecar(before: Pod, after: Pod): boolean {
  return (injection(after).isOut && !injection(before).isOut) || newPorts(before, after).length > 0;
}

function newPorts(before: Pod, after: Pod): readonly string[] {
  const known = portsOf(before);
  return known.includes('*') ? [] : portsOf(after).filter((port) => !known.includes(port));
}

function portsOf({ metadata }: Pod): readonly string[] {
  const stated = scalarText(valueUnder(metadata, 'annotations', excluded));
  return stated.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
}

/** Namespaces that were in the mesh, with the label that said so. */
export function leavingNamespaces({ before, after }: ScopeObjects) {
  const isNamespace = ({ group, kind }: Resource) => group === '' && kind === 'Namespace';
  const joined = ({ value }: Resource) => {
    const labels = readLabels(valueUnder(value, 'metadata', 'labels'));
    // The webhooks of revisions leave out namespaces that state `istio-injection`, whatever it says.
    const counts = (key: string) => key !== 'istio.io/rev' || !Object.hasOwn(labels, 'istio-injection');
    return Object.keys(joining).find((key) => counts(key) && joining[key]?.test(labels[key] ?? ''));
  };
  return pairResources(before.filter(isNamespace), after.filter(isNamespace)).flatMap(({ before: was, after: is }) => {
    const label = was && joined(was);
    return is === undefined || label === undefined || joined(is) !== undefined ? [] : [{ was, is, label }];
  });
}

function ofNamespaces(sides: ScopeObjects, policies: readonly Resource[]): readonly LoosenedObject[] {
  return leavingNamespaces(sides).flatMap(({ was, is, label }) => {
    const policy = policies.find((each) => isFor(each, is.name, undefined));
    if (policy === undefined) return [];
    const path = ['metadata', 'labels', label];
    return loosenedObject(was, is, [left(['mesh'], 'newly has its pods run outside the mesh of Istio', policy, path)]);
  });
}

function left(subject: readonly string[], what: string, policy: Resource, path: Loosening['path']): Loosening {
  return {
    what: `${what}, which enforces ${resourceName(policy)}`,
    remedy: 'Keep it in the mesh, or have a NetworkPolicy keep out the same.',
    severity: 'high',
    path,
    formerPath: path,
    subject,
  };
}
