import { addTo, groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { type Cause, causeKey, causesOf, latentCauses } from '../compare/cause.ts';
import { type Comparison, compareRbac, reversed } from '../compare/comparison.ts';
import { type Gains, gainersOf, gainsOf, type UnknownGain } from '../compare/gain.ts';
import { newUnjudged } from '../compare/memberships.ts';
import type { Elsewhere } from '../model/elsewhere.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import { PermissionIndex } from '../model/permission-index.ts';
import type { Placement } from '../model/placement.ts';
import { type Binding, type BoundSubject, objectName, type Role, routeThrough } from '../model/rbac-object.ts';
import { isNothing, type UnjudgedGrant } from '../model/rbac-objects.ts';
import { StepLimitError } from '../model/step-budget.ts';
import { everyone, type Subject, subjectName } from '../model/subject.ts';
import { readRbac } from '../read/read-rbac.ts';
import { type Published, publishedRole } from '../state/published-roles.ts';
import type { RbacOptions } from '../state/rbac-state.ts';
import { causePaths } from './cause-paths.ts';
import type { PermissionRisk } from './danger.ts';
import { type GainedPermission, gainedPermissions, type Part } from './gained-permissions.ts';
import { type MastersBinding, newMasters, type UnboundMembers, unboundMembers } from './joined-members.ts';
import { type RaisedConstraints, raisedConstraints } from './raised-constraints.ts';
import { RiskContext } from './risk-context.ts';
import { enumerate } from './sentence.ts';
import { type TooLarge, tooLarge } from './too-large.ts';
import { userFacing } from './user-facing.ts';

/** Everything one change grants. */
export interface Widening {
  readonly cause: Cause;
  readonly resource: Resource;
  /** Where it is, from the object's root: the worst entry first. */
  readonly paths: readonly Path[];
  readonly severity: Severity;
  /** Nothing that was read binds the role. */
  readonly isLatent: boolean;
  /** Of a latent one: files that could not be read, any of which may bind it. */
  readonly unread: readonly string[];
  /** Gained by everyone who can reach the API server. */
  readonly isForEveryone: boolean;
  /** Worst first. */
  readonly gained: readonly GainedPermission[];
  /** What gives it everywhere or in one place; none where nobody gains. */
  readonly bindings: readonly Binding[];
  /** Whether all of it is what roles allow that come with Kubernetes or a product: nobody can narrow them. */
  readonly isBuiltIn: boolean;
  /** One line per way: ServiceAccount ci/deployer → ClusterRoleBinding ops → ClusterRole ops. */
  readonly routes: readonly string[];
  /** The same ways, step by step; none where nobody gains. */
  readonly ways: readonly Way[];
}

/** A way by which subjects come to permissions: the objects between, the binding first. */
export interface Way {
  readonly subjects: readonly Subject[];
  readonly steps: readonly string[];
  readonly permissions: readonly Permission[];
}

/** New subjects of one binding whose role is not in the repository. */
export interface UnknownRoleBinding {
  readonly binding: Binding;
  readonly resource: Resource;
  readonly paths: readonly Path[];
  readonly subjects: readonly Subject[];
  readonly placement: Placement;
  /** Whether another environment holds a role of that name. */
  readonly isFar: boolean;
  /** What the role allows where it is one that a product publishes, and how bad that is for the worst of the subjects. */
  readonly published: (Published & { readonly worst: PermissionRisk | undefined }) | undefined;
}

/** What the change of one scope does to permissions. */
export interface RbacChange {
  readonly widenings: readonly Widening[];
  readonly unknownRoles: readonly UnknownRoleBinding[];
  /** Constraints on pods that allow more than before. */
  readonly raised: readonly RaisedConstraints[];
  readonly masters: readonly MastersBinding[];
  readonly unbound: readonly UnboundMembers[];
  /** Grants that are new and cannot be compared. */
  readonly unjudged: readonly UnjudgedGrant[];
  /** Subjects that can do less than before. */
  readonly subjectsThatLost: readonly Subject[];
  /** What they lost, as far as it could be found in a bounded time. */
  readonly lost: readonly Loss[];
  /** Where judging was given up because it takes too many steps; then nothing else is said. */
  readonly tooLarge?: TooLarge;
  /** Steps that judging took. */
  readonly work: number;
}

/**
 * Who can do what after the change that they could not before, by cause. Where it takes more than `most` steps, nothing but
 * `tooLarge` is answered: what was not judged never looks harmless.
 */
export function rbacChange(
  sides: ScopeObjects,
  options: RbacOptions,
  elsewhere?: Elsewhere,
  most?: number,
): RbacChange {
  // A repository has thousands of roots, most of which grant nothing.
  if (grantsNothing(sides.before) && grantsNothing(sides.after)) return { ...nothingJudged, work: 0 };
  const comparison = compareRbac(sides.before, sides.after, options, elsewhere, most);
  try {
    const gains = gainsOf(comparison);
    const subjectsThatLost = gainersOf(reversed(comparison)).filter(({ kind }) => kind !== 'RoleHolder');
    const context = new RiskContext(comparison.after, comparison.options, comparison.work);
    return {
      widenings: widenings(comparison, context, gains, sides.unread ?? []),
      unknownRoles: unknownRoles(gains.unknown, context, options.openshift === true),
      raised: raisedConstraints(comparison, context, sides),
      masters: newMasters(comparison, gains.joined.masters),
      unbound: unboundMembers(gains.joined.unbound),
      unjudged: newUnjudged(comparison),
      subjectsThatLost,
      lost: subjectsThatLost.length === 0 ? [] : losses(sides, options, elsewhere),
      work: comparison.work.done,
    };
  } catch (error) {
    if (!(error instanceof StepLimitError)) throw error;
    const work = comparison.work.done;
    return { ...nothingJudged, tooLarge: tooLarge(comparison), work };
  }
}

function grantsNothing(resources: readonly Resource[]): boolean {
  return resources.every(({ kind }) => kind !== 'SecurityContextConstraints') && isNothing(readRbac(resources));
}

const nothingJudged = {
  widenings: [],
  unknownRoles: [],
  raised: [],
  masters: [],
  unbound: [],
  unjudged: [],
  subjectsThatLost: [],
  lost: [],
} as const;

/** Something that subjects could do before. */
export interface Loss {
  readonly subjects: readonly Subject[];
  readonly placement: Placement;
  readonly permissions: readonly Permission[];
}

/** Naming what was lost is a convenience: it has steps of its own, and takes none from judging. */
const stepsForLosses = 2_000_000;

function losses(
  { before, after }: ScopeObjects,
  options: RbacOptions,
  elsewhere: Elsewhere | undefined,
): readonly Loss[] {
  try {
    return gainsOf(reversed(compareRbac(before, after, options, elsewhere, stepsForLosses))).gains.map(
      ({ bound, placement, permissions }) => ({
        subjects: bound.map(({ subject }) => subject).filter(({ kind }) => kind !== 'RoleHolder'),
        placement,
        permissions,
      }),
    );
  } catch (error) {
    if (error instanceof StepLimitError) return [];
    throw error;
  }
}

function widenings(
  comparison: Comparison,
  context: RiskContext,
  { gains, latent }: Gains,
  unread: readonly string[],
): readonly Widening[] {
  const groups = new Map<string, Part[]>();
  const add = (part: Part, isForEveryone: boolean) => {
    const key = `${isForEveryone} ${causeKey(part.cause)}`;
    addTo(groups, key, part);
  };
  for (const gain of gains) {
    const { placement, binding, effective } = gain;
    const { chain } = effective;
    const route = steps(binding, chain);
    const { all, some } = byBreadth(gain.bound);
    comparison.work.charge(1 + gain.bound.length);
    for (const caused of causesOf(comparison, gain)) {
      const how = userFacing(chain, 'subjects' in caused.cause.object);
      const common = { ...caused, placement, route, chain, binding, userFacing: how };
      if (all.length > 0) add({ ...common, bound: all }, true);
      if (some.length > 0) add({ ...common, bound: some }, false);
    }
  }
  for (const gain of latent) {
    const { chain } = gain.effective;
    const route = routeThrough(chain.map(objectName));
    const common = {
      bound: [],
      placement: gain.role.namespace,
      route,
      chain,
      binding: undefined,
      userFacing: undefined,
      unbound: gain.role,
    };
    for (const caused of latentCauses(comparison, gain)) add({ ...caused, ...common }, false);
  }
  const found = [...groups].flatMap(([key, parts]) => {
    const repeated = key.startsWith('false') ? groups.get(key.replace('false', 'true')) : undefined;
    return widening(comparison, context, withoutRepeated(comparison, parts, repeated ?? []), unread) ?? [];
  });
  return found.sort((a, b) => compareSeverity(a.severity, b.severity));
}

/** Those of the subjects that are everyone, and the others. */
const byBreadth = memoize((bound: readonly BoundSubject[]) => ({
  all: bound.filter(({ subject }) => everyone.has(subject.key)),
  some: bound.filter(({ subject }) => !everyone.has(subject.key)),
}));

/** Without what everyone gains through the same change in the same place. */
function withoutRepeated({ work }: Comparison, parts: readonly Part[], forEveryone: readonly Part[]): readonly Part[] {
  if (forEveryone.length === 0) return parts;
  const byPlacement = new Map<Placement, PermissionIndex<{ readonly permission: Permission }>>();
  const indexAt = (placement: Placement) => {
    const known = byPlacement.get(placement);
    if (known !== undefined) return known;
    work.charge(forEveryone.length);
    const there = forEveryone.filter((other) => other.placement === undefined || other.placement === placement);
    const permissions = there.flatMap((other) => other.permissions).map((permission) => ({ permission }));
    const index = new PermissionIndex(permissions, work);
    byPlacement.set(placement, index);
    return index;
  };
  return parts.filter(({ placement, permissions }) =>
    permissions.some((permission) => indexAt(placement).missing(permission, work).length > 0),
  );
}

function steps(binding: Binding, chain: readonly Role[]): readonly string[] {
  const isOutside = binding.resource === undefined && binding.subjects[0]?.subject.kind === 'RoleHolder';
  return routeThrough([...(isOutside ? [] : [objectName(binding)]), ...chain.map(objectName)]);
}

function widening(
  comparison: Comparison,
  context: RiskContext,
  parts: readonly Part[],
  unread: readonly string[],
): Widening | undefined {
  const cause = parts[0]?.cause;
  const resource = cause?.object.resource;
  if (cause === undefined || resource === undefined) return undefined;
  const isLatent = parts.every(({ bound }) => bound.length === 0);
  // That nothing binds a role can be said only where everything that could bind it was read.
  const unbound = unread.length === 0 ? 'unbound' : 'perhaps bound';
  const gained = gainedPermissions(context, parts, isLatent ? unbound : 'bound', comparison.work);
  const worst = gained[0]?.judgement.severity ?? 'low';
  return {
    cause,
    resource,
    paths: causePaths(comparison, context, cause, parts, gained),
    severity: worst,
    isLatent,
    unread: isLatent ? unread : [],
    isForEveryone: parts.some(({ bound }) => bound.some(({ subject }) => everyone.has(subject.key))),
    gained,
    bindings: [...new Set(parts.flatMap(({ binding }) => binding ?? []))],
    isBuiltIn: parts.every(({ chain }) => chain.at(-1)?.origin === 'default'),
    routes: [...new Set(parts.map(({ bound, route }) => [...named(bound), ...route].join(' → ')))],
    ways: parts.flatMap(({ bound, route, permissions }) =>
      bound.length === 0 ? [] : [{ subjects: bound.map(({ subject }) => subject), steps: route, permissions }],
    ),
  };
}

/** The same subjects gain by many rules. */
const named = memoize((bound: readonly BoundSubject[]): readonly string[] => {
  const names = [...new Set(bound.map(({ subject }) => subjectName(subject)))];
  return names.length === 0 ? [] : [enumerate(names)];
});

function unknownRoles(
  gains: readonly UnknownGain[],
  context: RiskContext,
  isOpenshift: boolean,
): readonly UnknownRoleBinding[] {
  const byBinding = groupBy(gains, ({ binding }) => binding);
  return [...byBinding].flatMap(([binding, group]) => {
    if (binding.resource === undefined) return [];
    const subjects = group.map(({ subject }) => subject);
    const placement = binding.namespace;
    const isFar = group.every((gain) => gain.isFar);
    const published = isFar ? undefined : publishedRole(binding, isOpenshift);
    const risks = subjects.flatMap(
      (subject) => context.judgeTogether(published?.permissions ?? [], subject, placement) ?? [],
    );
    const [worst] = risks.sort((a, b) => compareSeverity(a.severity, b.severity));
    return {
      binding,
      resource: binding.resource,
      paths: group.map(({ bound }) => bound.path),
      subjects,
      placement,
      isFar,
      published: published && { ...published, worst },
    };
  });
}
