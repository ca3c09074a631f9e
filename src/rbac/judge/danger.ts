import { compareSeverity, lower, raise, type Severity, worse } from '../../severity.ts';
import { isPlatformGroup } from '../model/api-groups.ts';
import { isClusterScoped } from '../model/cluster-scoped.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission, ResourcePermission } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import { effectiveIn, isControllerNamespace, type Placement } from '../model/placement.ts';
import type { PodPrivileges } from '../model/pod-constraints.ts';
import { selectedNamespacesPrefix, unknownNamespacePrefix } from '../model/subject.ts';
import { type Danger, dangers } from './danger-table.ts';
import type { UserFacing } from './user-facing.ts';

/** How bad a gain is, and what makes it so. */
export interface PermissionRisk {
  readonly severity: Severity;
  /** What the permission lets its holder do; undefined for the harmless. */
  readonly reason: string | undefined;
  /** The part of the permission that carries it; all of a harmless one. */
  readonly part: Permission;
  /** Benchmark numbers, e.g. `CIS 5.1.2`. */
  readonly references: readonly string[];
}

/** Where a permission was gained, and by whom. */
export interface RiskConditions {
  /** Everyone who can reach the API server gains it, and it is beyond what discovery gives everyone. */
  readonly isForEveryone: (permission: Permission) => boolean;
  /** A user or group of the cluster's owner, a ServiceAccount, somebody who need not log in, or any other name. */
  readonly gainer: 'person' | 'account' | 'anonymous' | 'other';
  readonly placement: Placement;
  /** All that the gainer holds there after the change: some permissions are dangerous only together. */
  readonly holds: () => readonly Permission[];
  /** Whether a ServiceAccount of the namespace holds more than the namespace: reaching its pods or tokens leads out. */
  readonly isEscalationNamespace: (namespace: string) => boolean;
  /** What the constraints on pods of this name allow, of any name where it is null. */
  readonly podPrivileges: (resource: string, name: string | null) => PodPrivileges;
}

const forEveryone: Danger = { severity: 'critical', reason: 'do it whoever they are' };

/** Steps that judging the permission takes: each danger looks through the entries. */
export function riskCost(permission: Permission): number {
  return dangers.length * (1 + (size(permission) >> 4));
}

/** Judges one gained permission by the table of dangers; the worst danger in it counts. */
export function judge(gained: Permission, conditions: RiskConditions, userFacing?: UserFacing): PermissionRisk {
  const isForEveryone = conditions.isForEveryone(gained);
  let worst: PermissionRisk = { severity: 'low', reason: undefined, part: gained, references: [] };
  const references = new Set<string>();
  const judged = withoutFinalizers(widest(gained));
  for (const danger of judged === undefined ? [] : dangers) {
    const severity = judged && severityIn(danger, judged, conditions, isForEveryone, userFacing);
    if (severity === undefined || judged === undefined) continue;
    for (const reference of danger.references ?? []) references.add(reference);
    if (worst.reason === undefined || compareSeverity(severity, worst.severity) < 0) {
      worst = { severity, reason: danger.reason, part: dangerousPart(danger, judged), references: [] };
    }
  }
  // What is added to a role that everyone is bound to already is judged by what it is; so is what one namespace gives.
  if (isForEveryone && conditions.placement === undefined && userFacing !== 'added') {
    const severity = byName(forEveryone, gained, undefined);
    if (compareSeverity(severity, worst.severity) < 0)
      worst = { ...worst, severity, reason: forEveryone.reason, part: gained };
  }
  return { ...worst, references: [...references] };
}

/** What an action of a template may make of it: anything, in the place of a name of an object some name. */
function widest(permission: Permission): Permission {
  const open = (items: readonly string[]) => (items.some((item) => item.includes('{{')) ? ['*'] : items);
  const verbs = open(permission.verbs);
  if (permission.kind === 'url') {
    const isOpen = permission.urls.some((url) => url.includes('{{'));
    return { ...permission, verbs, urls: isOpen ? ['/*'] : permission.urls };
  }
  return { ...permission, verbs, groups: open(permission.groups), resources: open(permission.resources) };
}

/** Whether the judgement depends on what else the gainer holds. */
export function dependsOnOtherPermissions(gained: Permission, conditions: RiskConditions): boolean {
  return dangers.some((danger) => danger.together !== undefined && carries(danger, gained, conditions));
}

/** Whether the judgement depends on what kind of subject gains it. */
export function dependsOnGainer(gained: Permission, conditions: RiskConditions, userFacing: UserFacing): boolean {
  return userFacing !== undefined || gained.verbs.includes('use') || conditions.isForEveryone(gained);
}

/** A controller's right to hold back the deletion of an object gives nothing by itself. */
function withoutFinalizers(permission: Permission): Permission | undefined {
  if (permission.kind === 'url' || !permission.resources.some(isFinalizers)) return permission;
  const resources = permission.resources.filter((resource) => !isFinalizers(resource));
  return resources.length > 0 ? { ...permission, resources } : undefined;
}

function isFinalizers(resource: string): boolean {
  return resource.endsWith('/finalizers');
}

/** The severity of a danger in these conditions; undefined where the permission does not carry it. */
function severityIn(
  danger: Danger,
  gained: Permission,
  conditions: RiskConditions,
  isForEveryone: boolean,
  userFacing: UserFacing,
): Severity | undefined {
  if (!carries(danger, gained, conditions)) return undefined;
  const rest = danger.together ?? [];
  if (rest.length > 0) {
    // A request to create carries no name, so a rule with names does not allow it.
    if (gained.kind === 'resource' && !gained.names.includes(null)) return undefined;
    const answers = carriedBy(conditions.holds());
    if (!rest.every((part) => answers(part, conditions))) return undefined;
  }
  const everywhere = byName(danger, gained, conditions.placement);
  if (isForEveryone) return forAll(danger, everywhere, conditions, userFacing);
  const here = staysWithin(danger, gained, conditions) ? lower(everywhere) : everywhere;
  if (userFacing !== 'bound' || conditions.placement === undefined) return here;
  // What teams are meant to be given: said, and not worth a stop for people of the namespace.
  const usual = compareSeverity(everywhere, 'medium') < 0 ? 'medium' : everywhere;
  return conditions.gainer === 'person' && isOrdinary(conditions) ? usual : worse(here, usual);
}

/**
 * What everyone gains in a namespace, or by what is added to a role they are bound to: one step worse than for somebody who
 * gains it in every namespace. Only what is not a way to control stays as it is: reading, for those who have logged in, and
 * what was added to a role that they were given for such things.
 */
function forAll(danger: Danger, severity: Severity, { gainer }: RiskConditions, userFacing: UserFacing): Severity {
  if (severity !== 'medium') return raise(severity);
  const isReading = danger.verbs?.every((verb) => ['get', 'list', 'watch'].includes(verb)) === true;
  return userFacing === 'added' || (isReading && gainer !== 'anonymous') ? severity : raise(severity);
}

/** Whether it is one namespace, known for nothing that leads out of it. */
function isOrdinary({ placement = '', isEscalationNamespace }: RiskConditions): boolean {
  if (placement.startsWith(selectedNamespacesPrefix)) return false;
  if (placement.startsWith(unknownNamespacePrefix)) return true;
  return !isControllerNamespace(placement) && !isEscalationNamespace(placement);
}

/** Whether one of the permissions carries a part of a danger; looked through once for all who hold them. */
const carriedBy = memoize((held: readonly Permission[]) => {
  const known = new Map<string, boolean>();
  return (part: NonNullable<Danger['together']>[number], conditions: RiskConditions): boolean => {
    const question = `${JSON.stringify(part)} ${conditions.placement ?? ''}`;
    const answer = known.get(question) ?? held.some((permission) => carries(part, permission, conditions));
    known.set(question, answer);
    return answer;
  };
});

/** The severity of a danger in every namespace: a step lower for named objects. */
function byName(danger: Danger, gained: Permission, placement: Placement): Severity {
  // A RoleBinding reaches no other Namespace object than its own: that name says no more than the place does.
  if (gained.kind === 'url' || gained.names.every((name) => name === placement)) return danger.severity;
  return isRestrictedByName(danger, gained) ? lower(danger.severity) : danger.severity;
}

/** Whether the gain ends at its namespace's border. */
function staysWithin(
  danger: Danger,
  gained: Permission,
  { placement, gainer, isEscalationNamespace }: RiskConditions,
): boolean {
  // Constraints are looked up for the pods' ServiceAccount, and its pods are in its own namespace.
  if (placement === undefined) return danger.podPrivileges === 'elevated' && gainer === 'account';
  // A rule that names the API group tells that the cluster serves it; one about every group does not.
  if (danger.leavesNamespace === true && gained.kind === 'resource' && !gained.groups.includes('*')) return false;
  if (placement.startsWith(unknownNamespacePrefix)) return true;
  if (isControllerNamespace(placement) || danger.isAboutNamespace === placement) return false;
  return danger.reachesAccounts !== true || !isEscalationNamespace(placement);
}

/** Whether the permission allows some request the danger is about, in the placement. */
function carries(
  danger: Omit<Danger, 'severity' | 'reason'>,
  permission: Permission,
  conditions: Pick<RiskConditions, 'placement' | 'podPrivileges'>,
): boolean {
  const { placement } = conditions;
  if (danger.isAboutNamespace !== undefined && placement !== undefined && placement !== danger.isAboutNamespace) {
    return false;
  }
  if (danger.wildcard !== undefined) {
    return danger.wildcard.every((factor) => hasWildcard(permission, factor)) && !isExcepted(danger, permission);
  }
  if (permission.kind === 'url') return false;
  return (
    (danger.verbs === undefined || meet(permission.verbs, danger.verbs)) &&
    namesObject(danger, permission, conditions) &&
    targets(danger, permission, placement)
  );
}

function isExcepted({ exceptSubresources = [] }: Partial<Danger>, permission: Permission): boolean {
  if (permission.kind === 'url') return false;
  return permission.resources.every((resource) => exceptSubresources.some((each) => resource.endsWith(`/${each}`)));
}

function hasWildcard(permission: Permission, factor: 'verbs' | 'groups' | 'resources'): boolean {
  if (factor === 'verbs') return permission.verbs.includes('*');
  return permission.kind === 'resource' && permission[factor].includes('*');
}

/** Whether one of the names, or that there is none, is what the danger is about. */
function namesObject(
  { names, onlyNamed = false, podPrivileges }: Partial<Danger>,
  permission: ResourcePermission,
  conditions: Pick<RiskConditions, 'podPrivileges'>,
): boolean {
  if (podPrivileges !== undefined) {
    const allowed = (name: string | null) => (resource: string) => conditions.podPrivileges(resource, name);
    return permission.names.some((name) => permission.resources.map(allowed(name)).includes(podPrivileges));
  }
  return names === undefined || permission.names.some((name) => (name === null ? !onlyNamed : names.test(name)));
}

function targets(danger: Partial<Danger>, permission: ResourcePermission, placement: Placement): boolean {
  if (danger.isAboutCustomResources === true) {
    return (
      permission.resources.some((resource) => !resource.includes('/')) &&
      permission.groups.some((group) => !isPlatformGroup(group))
    );
  }
  return Object.entries(danger.resources ?? {}).some(([pattern, ofGroup]) => {
    const group = permission.groups.find((own) => isGroupIn(own, pattern));
    if (group === undefined) return false;
    return ofGroup.some((resource) => {
      if (!isResourceIn(permission.resources, resource)) return false;
      return placement === undefined || hasEffect(pattern, resource, permission, placement);
    });
  });
}

/** Whether an API group of a rule is one that the table's entry is about. */
function isGroupIn(group: string, pattern: string): boolean {
  return group === '*' || group === pattern || (pattern.startsWith('*.') && `.${group}`.endsWith(pattern.slice(1)));
}

/** A RoleBinding that grants wildcards does not reach cluster-scoped resources. */
function hasEffect(group: string, resource: string, permission: ResourcePermission, placement: Placement): boolean {
  if (!isClusterScoped(group, resource)) return true;
  const exact: ResourcePermission = { ...permission, groups: [group], resources: [resource] };
  return effectiveIn(placement, exact).length > 0;
}

function isResourceIn(resources: readonly string[], resource: string): boolean {
  if (resource === '*') return resources.some((own) => !own.includes('/'));
  if (resources.includes('*') || resources.includes(resource)) return true;
  if (resource.endsWith('/*')) return resources.some((own) => own.startsWith(resource.slice(0, -1)));
  const slash = resource.indexOf('/');
  return slash >= 0 && resources.includes(`*${resource.slice(slash)}`);
}

/** The entries of the permission that the danger is about. */
function dangerousPart(danger: Danger, gained: Permission): Permission {
  if (gained.kind === 'url' || danger.wildcard !== undefined) return gained;
  const verbs = gained.verbs.filter((verb) => verb === '*' || danger.verbs?.includes(verb) !== false);
  if (danger.isAboutCustomResources === true) {
    const groups = gained.groups.filter((group) => !isPlatformGroup(group));
    return { ...gained, verbs, groups, resources: gained.resources.filter((resource) => !resource.includes('/')) };
  }
  const patterns = Object.entries(danger.resources ?? {});
  const wanted = patterns.flatMap(([pattern, ofGroup]) =>
    gained.groups.some((group) => isGroupIn(group, pattern)) ? ofGroup : [],
  );
  return {
    kind: 'resource',
    verbs,
    groups: gained.groups.filter((group) => patterns.some(([pattern]) => isGroupIn(group, pattern))),
    resources: gained.resources.filter((own) => wanted.some((resource) => isResourceIn([own], resource))),
    names: gained.names,
  };
}

function meet(verbs: readonly string[], dangerous: readonly string[]): boolean {
  return verbs.includes('*') || dangerous.some((verb) => verbs.includes(verb));
}

/**
 * Whether the names restrict the danger: all requests it is about carry a name the API honours. A collection is
 * deleted without a name, and only subresources are created with one; where a rule states such a verb its names count for
 * nothing, while of all verbs (`*`) it allows those that carry a name.
 */
function isRestrictedByName(danger: Danger, permission: ResourcePermission): boolean {
  const { names } = permission;
  if (names.some((name) => name === null || name === '')) return false;
  if (danger.names !== undefined || danger.podPrivileges !== undefined) return false;
  if (names.some((name) => danger.powerfulNames?.test(name ?? '') === true)) return false;
  const verbs = danger.verbs?.filter((verb) => permission.verbs.includes(verb)) ?? [];
  const isSubresource = permission.resources.every((resource) => resource.includes('/'));
  return !verbs.includes('deletecollection') && (isSubresource || !verbs.includes('create'));
}
