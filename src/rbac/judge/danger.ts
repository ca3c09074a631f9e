import { lower, type Severity } from '../../severity.ts';
import { isClusterScoped } from '../model/cluster-scoped.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission, ResourcePermission } from '../model/permission.ts';
import { size } from '../model/permission-index.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import { unknownNamespacePrefix } from '../model/subject.ts';
import { type Danger, dangers } from './danger-table.ts';

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
  readonly placement: Placement;
  /** All that the gainer holds there after the change: some permissions are dangerous only together. */
  readonly holds: () => readonly Permission[];
  /** Whether a ServiceAccount of the namespace holds more than the namespace: reaching its pods or tokens leads out. */
  readonly isEscalationNamespace: (namespace: string) => boolean;
}

/** Namespaces of the control plane and of controllers that act on the whole cluster. */
const controllerNamespaces =
  /^(kube-system|flux-system|argocd|argo-cd|argocd-.*|openshift-.*|cert-manager|istio-system|linkerd|gatekeeper-system|kyverno|crossplane-system|external-secrets|sealed-secrets|velero|vault|olm|operators|tekton-pipelines|cattle-.*|rook-ceph|knative-.*|tigera-operator|calico-system|metallb-system|capi-.*|.*-operators?|.*-controllers?|.*-system)$/;

/** Whether what runs in the namespace acts on the whole cluster, so that a gain in it is as bad as one everywhere. */
export function isControllerNamespace(namespace: string): boolean {
  return controllerNamespaces.test(namespace);
}

const forEveryone: Danger = { severity: 'critical', reason: 'do it whoever they are' };

/** Steps that judging the permission takes: each danger looks through the entries. */
export function riskCost(permission: Permission): number {
  return dangers.length * (1 + (size(permission) >> 4));
}

/** Judges one gained permission by the table of dangers; the worst danger in it counts. */
export function judge(gained: Permission, circumstances: RiskConditions): PermissionRisk {
  let worst: PermissionRisk = { severity: 'low', reason: undefined, part: gained, references: [] };
  const references = new Set<string>();
  for (const danger of dangers) {
    const severity = dangerIn(danger, gained, circumstances);
    if (severity === undefined) continue;
    for (const reference of danger.references ?? []) references.add(reference);
    if (worst.reason === undefined || order(severity) < order(worst.severity)) {
      worst = { severity, reason: danger.reason, part: dangerousPart(danger, gained), references: [] };
    }
  }
  if (circumstances.isForEveryone(gained)) {
    const severity = severityOf(forEveryone, gained, circumstances);
    if (order(severity) < order(worst.severity))
      worst = { ...worst, severity, reason: forEveryone.reason, part: gained };
  }
  return { ...worst, references: [...references] };
}

/** Whether the judgement hangs on what else the gainer holds. */
export function dependsOnOtherPermissions(gained: Permission, placement: Placement): boolean {
  return dangers.some((danger) => danger.together !== undefined && carries(danger, gained, placement));
}

/** The severity of a danger in these circumstances; undefined where the permission does not carry it. */
function dangerIn(danger: Danger, gained: Permission, circumstances: RiskConditions): Severity | undefined {
  if (!carries(danger, gained, circumstances.placement)) return undefined;
  const rest = danger.together ?? [];
  if (rest.length > 0) {
    // A request to create carries no name, so a rule with names does not allow it.
    if (gained.kind === 'resource' && !gained.names.includes(null)) return undefined;
    const answers = carriedBy(circumstances.holds());
    if (!rest.every((part) => answers(part, circumstances.placement))) return undefined;
  }
  return severityOf(danger, gained, circumstances);
}

/** Whether one of the permissions carries a part of a danger; looked through once for all who hold them. */
const carriedBy = memoize((held: readonly Permission[]) => {
  const known = new Map<string, boolean>();
  return (part: NonNullable<Danger['together']>[number], placement: Placement): boolean => {
    const question = `${JSON.stringify(part)} ${placement ?? ''}`;
    const answer = known.get(question) ?? held.some((permission) => carries(part, permission, placement));
    known.set(question, answer);
    return answer;
  };
});

/** The severity of a danger the permission carries: a step lower for named objects, and for one namespace. */
function severityOf(danger: Danger, gained: Permission, circumstances: RiskConditions): Severity {
  let severity = danger.severity;
  if (gained.kind === 'resource' && isRestrictedByName(danger, gained)) severity = lower(severity);
  return staysWithin(danger, circumstances) ? lower(severity) : severity;
}

/** Whether the gain ends at its namespace's border. */
function staysWithin(danger: Danger, { placement, isEscalationNamespace }: RiskConditions): boolean {
  if (placement === undefined) return false;
  if (placement.startsWith(unknownNamespacePrefix)) return true;
  if (isControllerNamespace(placement) || danger.isAboutNamespace === placement) return false;
  return danger.reachesAccounts !== true || !isEscalationNamespace(placement);
}

/** Whether the permission allows some request the danger is about, in the placement. */
function carries(danger: Omit<Danger, 'severity' | 'reason'>, permission: Permission, placement: Placement): boolean {
  if (permission.kind === 'url') return false;
  if (danger.isAboutNamespace !== undefined && placement !== undefined && placement !== danger.isAboutNamespace) {
    return false;
  }
  if (danger.wildcard !== undefined) {
    return danger.wildcard.every((factor) => permission[factor].includes('*'));
  }
  const verbs = danger.verbs === undefined || meet(permission.verbs, danger.verbs);
  const names = danger.names;
  const named =
    names === undefined || permission.names.some((name) => (name === null ? !danger.onlyNamed : names.test(name)));
  return verbs && named && targets(danger, permission, placement);
}

function targets({ resources = {} }: Partial<Danger>, permission: ResourcePermission, placement: Placement): boolean {
  return Object.entries(resources).some(([group, ofGroup]) => {
    if (!permission.groups.includes('*') && !permission.groups.includes(group)) return false;
    return ofGroup.some((resource) => {
      if (!isResourceIn(permission.resources, resource)) return false;
      return placement === undefined || hasEffect(group, resource, permission, placement);
    });
  });
}

/** A RoleBinding that grants wildcards does not reach cluster-scoped resources. */
function hasEffect(group: string, resource: string, permission: ResourcePermission, placement: Placement): boolean {
  if (!isClusterScoped(group, resource)) return true;
  const exact: ResourcePermission = { ...permission, groups: [group], resources: [resource] };
  return effectiveIn(placement, exact).length > 0;
}

function isResourceIn(resources: readonly string[], resource: string): boolean {
  if (resource === '*') return true;
  if (resources.includes('*') || resources.includes(resource)) return true;
  const slash = resource.indexOf('/');
  return slash >= 0 && resources.includes(`*${resource.slice(slash)}`);
}

/** The entries of the permission that the danger is about. */
function dangerousPart(danger: Danger, gained: Permission): Permission {
  if (gained.kind === 'url' || danger.wildcard !== undefined) return gained;
  const { verbs, resources = {} } = danger;
  const groups = gained.groups.filter((group) => group === '*' || Object.hasOwn(resources, group));
  const wanted = Object.entries(resources).flatMap(([group, ofGroup]) =>
    gained.groups.includes('*') || groups.includes(group) ? ofGroup : [],
  );
  return {
    kind: 'resource',
    verbs: gained.verbs.filter((verb) => verb === '*' || verbs === undefined || verbs.includes(verb)),
    groups,
    resources: gained.resources.filter((own) => wanted.some((resource) => isResourceIn([own], resource))),
    names: gained.names,
  };
}

function meet(verbs: readonly string[], dangerous: readonly string[]): boolean {
  return verbs.includes('*') || dangerous.some((verb) => verbs.includes(verb));
}

/**
 * Whether the names restrict the danger: all requests it is about carry a name the API honours. A collection is
 * deleted without a name, and only subresources are created with one.
 */
function isRestrictedByName(danger: Danger, permission: ResourcePermission): boolean {
  const { names } = permission;
  if (names.some((name) => name === null || name === '')) return false;
  if (danger.names !== undefined || names.some((name) => danger.powerfulNames?.test(name ?? '') === true)) return false;
  const verbs = danger.verbs?.filter((verb) => permission.verbs.includes('*') || permission.verbs.includes(verb));
  if (verbs === undefined) return true;
  const isSubresource = permission.resources.every((resource) => resource.includes('/'));
  return !verbs.includes('deletecollection') && (isSubresource || !verbs.includes('create'));
}

function order(severity: Severity): number {
  return ['critical', 'high', 'medium', 'low'].indexOf(severity);
}
