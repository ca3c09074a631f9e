import type { Resource } from '../../kube/resource.ts';
import { isDeliveredScope, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { json, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { declaredNamespace } from '../../workload/namespaces/declared-namespaces.ts';

/** A new namespace in which pods may reach everybody, take all of a node, and run with every privilege. */
export interface BareNamespace {
  readonly name: string;
  readonly resource: Resource;
}

/** Namespaces of the platform itself, whose policies nobody keeps alongside them. */
const platform = /^(?:kube-.*|openshift(?:-.*)?|default)$/;
/** What is not a name of Kubernetes is filled in by a kustomization or a template. */
const dnsLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const policies = /^(?:NetworkPolicy|CiliumNetworkPolicy|AuthorizationPolicy|Sidecar)$/;
const clusterPolicies =
  /^(?:CiliumClusterwideNetworkPolicy|GlobalNetworkPolicy|(?:Baseline)?AdminNetworkPolicy|ClusterNetworkPolicy)$/;
const generatedFences = /^(?:NetworkPolicy|ResourceQuota|LimitRange|CiliumNetworkPolicy)$/;
const quotas = /^(?:ResourceQuota|ClusterResourceQuota|LimitRange|AppliedClusterResourceQuota)$/;

/** The objects that kustomizations take in with those of a file by their components, in whatever namespace these are. */
export type ComesWith = (file: string) => readonly Resource[];

/**
 * Tells which namespaces are new in a scope, without any policy for their network, quota, and label of Pod Security. One of the three is
 * enough; so is something that may be of the same cluster and makes them for every namespace.
 */
export function bareNamespaces(
  around: ReadonlyMap<Scope, ScopeObjects>,
  isExact: (scope: Scope) => boolean,
  comesWith: ComesWith,
): (scope: Scope, sides: ScopeObjects) => readonly BareNamespace[] {
  const places = [...around]
    .map(([scope, { after, place }]) => ({
      scope: place ?? scope,
      isForAll: after.some(({ kind, value }) => clusterPolicies.test(kind) || makesFences(kind, value)),
      fenced: new Set(after.filter(isFence).flatMap(({ namespace }) => namespace ?? [])),
    }))
    .filter(({ isForAll, fenced }) => isForAll || fenced.size > 0);
  return (scope, { before, after, place = scope }) => {
    const stated = after.filter(isNamespace);
    // Most scopes have none, and need not be compared with all others.
    if (stated.length === 0 || !isDeliveredScope(scope)) return [];
    const near = places.filter((each) => (isExact(scope) ? each.scope === place : mayBeOneCluster(each.scope, place)));
    if (near.some(({ isForAll }) => isForAll)) return [];
    const old = new Set(before.flatMap((each) => declaredNamespace(each)?.name ?? []));
    const own = after.filter(isFence);
    const nearby = new Set(own.flatMap(({ namespace, file }) => namespace ?? [folderOf(file)]));
    const found = new Map<string, BareNamespace>();
    for (const resource of stated) {
      const { name, file } = resource;
      // What states no namespace gets it from a kustomization of the folder.
      if (
        old.has(name) ||
        near.some(({ fenced }) => fenced.has(name)) ||
        nearby.has(name) ||
        nearby.has(folderOf(file)) ||
        hasLevel(resource) ||
        comesWith(file).some((each) => isFence(each) && (each.namespace ?? name) === name)
      )
        continue;
      found.set(name, { name, resource });
    }
    return [...found.values()];
  };
}

/** Whether it declares a namespace of a team, and not of the platform. What a kustomization only changes, or takes away, something else declares. */
function isNamespace({ name, kind, group, isPatch }: Resource): boolean {
  return kind === 'Namespace' && group === '' && isPatch !== true && !platform.test(name) && dnsLabel.test(name);
}

function isFence({ kind }: Resource): boolean {
  return policies.test(kind) || quotas.test(kind);
}

function folderOf(file: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}/`;
}

function hasLevel({ value }: Resource): boolean {
  return Object.keys(mapping(mapping(value.metadata).labels)).some((key) =>
    key.startsWith('pod-security.kubernetes.io/'),
  );
}

/** Kyverno's policies that generate them, tenants of Capsule and projects of Rancher, which bring them along. */
function makesFences(kind: string, value: Resource['value']): boolean {
  if (/^(?:Tenant|ProjectConfigTemplate|NamespaceConfig)$/.test(kind)) return true;
  // Its expressions make the object: the kind is a text of its own in CEL, with a backslash before the quote in JSON.
  if (kind === 'GeneratingPolicy')
    return /["'](?:NetworkPolicy|CiliumNetworkPolicy|ResourceQuota|LimitRange)\\?["']/.test(json(value.spec));
  if (!/^(?:Cluster)?Policy$/.test(kind)) return false;
  return list(valueUnder(value, 'spec', 'rules')).some((rule) =>
    generatedKinds(mapping(mapping(rule).generate)).some((each) => generatedFences.test(each)),
  );
}

/** The kinds of `generate`: its own, those of `foreach`, and those that are cloned (`group/version/Kind`). */
function generatedKinds(generate: Mapping): readonly string[] {
  return [generate, ...list(generate.foreach).map(mapping)]
    .flatMap((each) => [each.kind, ...list(mapping(each.cloneList).kinds)].map(scalarText))
    .map((each) => each.slice(each.lastIndexOf('/') + 1));
}
