import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { compareSeverity, lower, raise, type Severity } from '../../severity.ts';
import type { Comparison } from '../compare/comparison.ts';
import { uncovered } from '../model/coverage.ts';
import { memoize } from '../model/memoize.ts';
import type { ResourcePermission } from '../model/permission.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import { newPowers, type PodPower } from '../model/pod-constraints.ts';
import type { Role } from '../model/rbac-object.ts';
import { everyone, type Subject } from '../model/subject.ts';
import { defaultRbac } from '../state/default-rbac.ts';
import { podConstraintsOf } from '../state/pod-privileges.ts';
import type { RbacState } from '../state/rbac-state.ts';
import type { RiskContext } from './risk-context.ts';

/** SecurityContextConstraints that newly allow pods more, for those who could use them before and still can. */
export interface RaisedConstraints {
  readonly resource: Resource;
  readonly powers: readonly [PodPower, ...PodPower[]];
  /** Empty where nothing here lets anyone use them. */
  readonly users: readonly { readonly subject: Subject; readonly placement: Placement }[];
  readonly severity: Severity;
  readonly isForEveryone: boolean;
}

/** The constraints whose content allows more than before. Who newly may use them is found by what lets them. */
export function raisedConstraints(
  comparison: Comparison,
  context: RiskContext,
  { before, after }: ScopeObjects,
): readonly RaisedConstraints[] {
  const formers = groupBy(before.filter(isConstraints), ({ name }) => name);
  const now = after.filter(isConstraints);
  const here = new Set(now.map(({ file }) => file));
  const { podConstraints } = defaultRbac(comparison.options);
  return now.flatMap((resource): RaisedConstraints[] => {
    const copies = formers.get(resource.name) ?? [];
    // Its own former text; else one that moved here; else what the platform or another copy says.
    const own = copies.find(({ file }) => file === resource.file) ?? copies.find(({ file }) => !here.has(file));
    comparison.work.charge(1 + copies.length);
    if (own?.value === resource.value) return [];
    const former = own === undefined ? copies : [own];
    const known = former.length > 0 ? former.flatMap(powersOf) : podConstraints.get(resource.name);
    // What is not known counted as privileged already.
    const [first, ...rest] = known === undefined ? [] : newPowers(known, powersOf(resource));
    return first === undefined ? [] : (raised(comparison, context, resource, [first, ...rest]) ?? []);
  });
}

function isConstraints(resource: Resource): boolean {
  return podConstraintsOf(resource)?.kind === 'securitycontextconstraints';
}

function powersOf(resource: Resource): readonly PodPower[] {
  return podConstraintsOf(resource)?.powers ?? [];
}

/** Undefined where all who may use the constraints newly may: that is said of what lets them. */
function raised(
  comparison: Comparison,
  context: RiskContext,
  resource: Resource,
  powers: RaisedConstraints['powers'],
): RaisedConstraints[] | undefined {
  const permission: ResourcePermission = {
    kind: 'resource',
    verbs: ['use'],
    groups: ['security.openshift.io'],
    resources: ['securitycontextconstraints'],
    names: [resource.name],
  };
  const now = usersIn(comparison.after, permission, comparison);
  const old = usersIn(comparison.before, permission, comparison);
  const users = [...now].filter(([key]) => old.has(key)).map(([, user]) => user);
  if (users.length === 0 && now.size > 0) return undefined;
  const severities = users.map(({ subject, placement }) => {
    const { severity } = context.judge(permission, subject, placement);
    // What everyone may use by the platform's own bindings is worse than usual once it allows more.
    return everyone.has(subject.key) ? raise(severity) : severity;
  });
  const [worst] = severities.sort(compareSeverity);
  return [
    {
      resource,
      powers,
      users,
      severity: worst ?? lower(context.judge(permission, undefined, undefined).severity),
      isForEveryone: users.some(({ subject }) => everyone.has(subject.key)),
    },
  ];
}

/** Who may use just these constraints, by subject and place; who may use any could use privileged ones before. */
function usersIn(
  state: RbacState,
  permission: ResourcePermission,
  { work }: Comparison,
): ReadonlyMap<string, { readonly subject: Subject; readonly placement: Placement }> {
  // Bindings of one role share the list it resolves to.
  const allowedBy = memoize((roles: readonly Role[]) =>
    roles
      .flatMap((role) => state.effectiveRules(role))
      .flatMap(({ rule }) => rule.permissions)
      .filter((own) => own.kind === 'resource' && !own.names.includes(null))
      .filter((own) => uncovered(permission, [own], work).length === 0),
  );
  const users = new Map<string, { subject: Subject; placement: Placement }>();
  for (const binding of state.bindings) {
    const { namespace, subjects } = binding;
    work.charge(1 + subjects.length);
    const own = allowedBy(state.resolve(binding));
    if (!own.some((each) => effectiveIn(namespace, each).length > 0)) continue;
    for (const { subject } of subjects)
      users.set(`${namespace ?? ''} ${subject.key}`, { subject, placement: namespace });
  }
  return users;
}
