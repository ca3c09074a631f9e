import type { Resource } from '../../kube/resource.ts';
import { mapping } from '../../plain-values.ts';
import {
  constraintsAllow,
  morePrivileges,
  type PodPrivileges,
  podSecurityPolicyAllows,
} from '../model/pod-constraints.ts';
import { isSecurityConstraints } from '../read/security-constraints.ts';
import type { PlatformRbac } from './default-rbac.ts';

const kinds = ['securitycontextconstraints', 'podsecuritypolicies'] as const;

/**
 * What constraints on pods allow, by the resource and name under which a role lets them be used. What is not known allows
 * everything; an object of the repository counts instead of the platform's of that name, and of several the widest.
 */
export function podPrivilegesIn(
  resources: readonly Resource[],
  { podConstraints }: PlatformRbac,
): (resource: string, name: string | null) => PodPrivileges {
  let stated: ReadonlyMap<string, PodPrivileges> | undefined;
  const ofKind = (kind: (typeof kinds)[number], name: string | null): PodPrivileges => {
    stated ??= statedIn(resources);
    const own = stated.get(`${kind}/${name}`);
    return own ?? (kind === 'podsecuritypolicies' ? undefined : podConstraints.get(name ?? '')) ?? 'privileged';
  };
  return (resource, name) => {
    const meant = kinds.filter((kind) => resource === kind || resource === '*');
    return meant.map((kind) => ofKind(kind, name)).reduce(morePrivileges, 'restricted');
  };
}

function statedIn(resources: readonly Resource[]): ReadonlyMap<string, PodPrivileges> {
  const stated = new Map<string, PodPrivileges>();
  for (const resource of resources) {
    const own = allowedBy(resource);
    if (own === undefined) continue;
    const key = `${own.kind}/${resource.name}`;
    stated.set(key, morePrivileges(own.allows, stated.get(key) ?? 'restricted'));
  }
  return stated;
}

function allowedBy(
  resource: Resource,
): { readonly kind: (typeof kinds)[number]; readonly allows: PodPrivileges } | undefined {
  if (isSecurityConstraints(resource)) {
    return { kind: 'securitycontextconstraints', allows: constraintsAllow(resource.value) };
  }
  if (resource.kind !== 'PodSecurityPolicy') return undefined;
  return { kind: 'podsecuritypolicies', allows: podSecurityPolicyAllows(mapping(resource.value.spec)) };
}
