import type { Resource } from '../../kube/resource.ts';
import { mapping } from '../../plain-values.ts';
import {
  constraintsAllow,
  morePrivileges,
  type PodPower,
  type PodPrivileges,
  podSecurityPolicyAllows,
  privilegesOf,
} from '../model/pod-constraints.ts';
import { isSecurityConstraints } from '../read/security-constraints.ts';
import type { PlatformRbac } from './default-rbac.ts';

const kinds = ['securitycontextconstraints', 'podsecuritypolicies'] as const;

/** Constraints on pods as an object states them, and the resource under which a role lets them be used. */
interface PodConstraints {
  readonly kind: (typeof kinds)[number];
  readonly powers: readonly PodPower[];
}

/**
 * What constraints on pods allow, by the resource and name under which a role lets them be used. What is not known allows
 * everything; an object of the repository counts instead of the platform's of that name, and of several the widest.
 */
export function podPrivilegesIn(
  resources: readonly Resource[],
  { podConstraints }: PlatformRbac,
): (resource: string, name: string | null) => PodPrivileges {
  let stated: ReadonlyMap<string, PodPrivileges> | undefined;
  const ofPlatform = (kind: (typeof kinds)[number], name: string): PodPrivileges | undefined => {
    const powers = kind === 'podsecuritypolicies' ? undefined : podConstraints.get(name);
    return powers && privilegesOf(powers);
  };
  const ofKind = (kind: (typeof kinds)[number], name: string | null): PodPrivileges => {
    stated ??= statedIn(resources);
    return stated.get(`${kind}/${name}`) ?? ofPlatform(kind, name ?? '') ?? 'privileged';
  };
  return (resource, name) => {
    const meant = kinds.filter((kind) => resource === kind || resource === '*');
    return meant.map((kind) => ofKind(kind, name)).reduce(morePrivileges, 'restricted');
  };
}

function statedIn(resources: readonly Resource[]): ReadonlyMap<string, PodPrivileges> {
  const stated = new Map<string, PodPrivileges>();
  for (const resource of resources) {
    const own = podConstraintsOf(resource);
    if (own === undefined) continue;
    const key = `${own.kind}/${resource.name}`;
    stated.set(key, morePrivileges(privilegesOf(own.powers), stated.get(key) ?? 'restricted'));
  }
  return stated;
}

/** The constraints on pods that the resource states; undefined where it is something else. */
export function podConstraintsOf(resource: Resource): PodConstraints | undefined {
  if (isSecurityConstraints(resource)) {
    return { kind: 'securitycontextconstraints', powers: constraintsAllow(resource.value) };
  }
  if (resource.kind !== 'PodSecurityPolicy') return undefined;
  return { kind: 'podsecuritypolicies', powers: podSecurityPolicyAllows(mapping(resource.value.spec)) };
}
