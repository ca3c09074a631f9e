import { addTo, groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { DeclaredRole } from '../../policy/policy.ts';
import type { Elsewhere } from '../model/elsewhere.ts';
import { memoize } from '../model/memoize.ts';
import type { PodPrivileges } from '../model/pod-constraints.ts';
import { type Binding, identityOf, type Role, ruleAt } from '../model/rbac-object.ts';
import type { Membership, RbacObjects, UnjudgedGrant } from '../model/rbac-objects.ts';
import { StepBudget } from '../model/step-budget.ts';
import { impliedGroups, type Subject, unknownNamespacePrefix } from '../model/subject.ts';
import { completeElsewhere } from '../read/complete-fragments.ts';
import { readRbac } from '../read/read-rbac.ts';
import { aggregate, cycles, type EffectiveRule, selections } from './aggregation.ts';
import { defaultRbac, type Platform } from './default-rbac.ts';
import { NearestFolder } from './nearest-folder.ts';
import { overDefault } from './over-default.ts';
import { podPrivilegesIn } from './pod-privileges.ts';

/** What is true of the cluster apart from its manifests. */
export interface RbacOptions extends Platform {
  readonly roles: readonly DeclaredRole[];
}

/** The roles and bindings of one scope, on one side of the change. */
export interface RbacState {
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  /** The copies of the role a binding names; none where it is not in the repository, or the binding cannot name it. */
  resolve(binding: Binding): readonly Role[];
  /** Whether the role a binding names is known only from scopes of other environments. */
  isFar(binding: Binding): boolean;
  /** Whether a binding of another scope names the role, and its own scope holds none of that name. */
  isBoundElsewhere(role: Role): boolean;
  /** The bindings of other scopes that may reach this one; among `bindings`. */
  readonly reaching: readonly Binding[];
  /** The role's rules, those it aggregates included. */
  effectiveRules(role: Role): readonly EffectiveRule[];
  /** Whether an aggregated ClusterRole selects the other one directly. */
  selects(selector: Role, selected: Role): boolean;
  /** The bindings that name the subject, in the namespace or everywhere. */
  bindingsOf(subjectKey: string, namespace: string | undefined): readonly Binding[];
  /** The bindings that name the subject, wherever they grant. */
  bindingsNaming(subjectKey: string): readonly Binding[];
  readonly memberships: readonly Membership[];
  readonly unjudged: readonly UnjudgedGrant[];
  /** Keys of all that a subject is: itself, the groups it is surely in, and whom memberships make it. */
  identitiesOf(subject: Subject): ReadonlySet<string>;
  /** What the constraints on pods of a name allow (of any name, where it is null), by the resource that lets them be used. */
  podPrivileges(resource: string, name: string | null): PodPrivileges;
}

/** What lies around a scope. */
export interface Surroundings {
  readonly elsewhere: Elsewhere | undefined;
  /** The bindings of other scopes that reach this one; found by its own roles where it is not stated. */
  readonly reaching?: readonly Binding[];
}

/**
 * The state the resources describe, with Kubernetes' default objects and the policy's declared roles added.
 * What is asked of it later is counted as work.
 */
export function rbacState(
  resources: readonly Resource[],
  options: RbacOptions,
  work = new StepBudget(),
  { elsewhere, reaching }: Surroundings = { elsewhere: undefined },
): RbacState {
  const defaults = defaultRbac(options);
  const written = readRbac(resources);
  const own = { ...written, bindings: completeElsewhere(written.bindings, patchedBy(elsewhere, defaults)) };
  // Of a ClusterRole, the manifest is read as applied over the default one, which it then replaces.
  const replaced = new Set(own.roles.filter((role) => role.kind === 'ClusterRole' || !role.reconciled).map(identityOf));
  const roles = [
    ...own.roles.map((role) => overDefault(role, defaults)),
    ...defaults.roles.filter((role) => !replaced.has(identityOf(role))),
    ...options.roles.map(declaredRole),
  ];
  const resolveHere = resolver(roles, work);
  const foreign =
    reaching ?? (elsewhere === undefined ? [] : reachingBindings(own, roles, resolveHere, elsewhere, work));
  const bindings = [...own.bindings, ...foreign, ...defaults.bindings];
  const clusterRoles = roles.filter(({ kind }) => kind === 'ClusterRole');
  const selection = selections(clusterRoles, work);
  const isInCycle = cycles(selection, work);
  let bySubject: ReadonlyMap<string, Binding[]> | undefined;
  let byName: ReadonlyMap<string, Binding[]> | undefined;
  return {
    roles,
    bindings,
    resolve: memoize((binding: Binding) => {
      const here = resolveHere(binding);
      return here.length > 0 ? here : (elsewhere?.roles(binding) ?? none);
    }),
    isFar: (binding) => elsewhere !== undefined && resolveHere(binding).length === 0 && !elsewhere.isNear(binding),
    isBoundElsewhere: (role) => elsewhere?.isBound(role) === true,
    reaching: foreign,
    effectiveRules: memoize((role: Role) => aggregate(role, selection, isInCycle, work)),
    podPrivileges: podPrivilegesIn(resources, defaults),
    selects: (selector, selected) => selector.name !== selected.name && selection(selector).has(selected),
    bindingsOf(subjectKey, namespace) {
      bySubject ??= groupBindings(bindings);
      return bySubject.get(subjectPlace(subjectKey, namespace)) ?? [];
    },
    bindingsNaming(subjectKey) {
      byName ??= byNamedSubject(bindings);
      return byName.get(subjectKey) ?? [];
    },
    memberships: own.memberships,
    unjudged: own.unjudged,
    identitiesOf: identities(own.memberships, work),
  };
}

/** What a fragment of a binding is a patch of: what other scopes hold, else what the platform makes itself. */
function patchedBy(elsewhere: Elsewhere | undefined, defaults: RbacObjects): (fragment: Binding) => readonly Binding[] {
  return (fragment) => {
    const found = elsewhere?.patched(fragment) ?? [];
    if (found.length > 0) return found;
    const isOutside = ({ subjects }: Binding) => subjects.some(({ subject }) => subject.kind === 'RoleHolder');
    return defaults.bindings.filter((binding) => identityOf(binding) === identityOf(fragment) && !isOutside(binding));
  };
}

/** The bindings of other scopes that reach roles nothing binds here, and groups nothing binds here that have members here. */
function reachingBindings(
  { bindings, memberships }: RbacObjects,
  roles: readonly Role[],
  resolve: (binding: Binding) => readonly Role[],
  elsewhere: Elsewhere,
  work: StepBudget,
): readonly Binding[] {
  const bound = new Set<Role>();
  const named = new Set<string>();
  for (const binding of bindings) {
    work.charge(1 + binding.subjects.length);
    for (const role of resolve(binding)) bound.add(role);
    for (const { subject } of binding.subjects) named.add(subject.key);
  }
  const found = new Set<Binding>();
  for (const role of roles) {
    if (role.origin !== 'repository' || bound.has(role)) continue;
    for (const binding of elsewhere.bindingsOfRole(role)) found.add(binding);
  }
  for (const key of new Set(memberships.map(({ of }) => of.key))) {
    if (!named.has(key)) for (const binding of elsewhere.bindingsNaming(key)) found.add(binding);
  }
  work.charge(roles.length + memberships.length + found.size);
  return [...found];
}

function byNamedSubject(bindings: readonly Binding[]): ReadonlyMap<string, Binding[]> {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) {
    for (const key of new Set(binding.subjects.map(({ subject }) => subject.key))) {
      addTo(groups, key, binding);
    }
  }
  return groups;
}

/** Follows memberships from each subject, asked for once. */
function identities(memberships: readonly Membership[], work: StepBudget): RbacState['identitiesOf'] {
  const byMember = groupBy(memberships, ({ member }) => member.key);
  const known = new Map<string, ReadonlySet<string>>();
  return (subject) => {
    const found = known.get(subject.key);
    if (found !== undefined) return found;
    const keys = new Set([subject.key, ...impliedGroups(subject)]);
    for (const key of keys) {
      for (const { of } of byMember.get(key) ?? []) for (const each of [of.key, ...impliedGroups(of)]) keys.add(each);
    }
    work.charge(keys.size);
    known.set(subject.key, keys);
    return keys;
  };
}

/** Whether the binding names a role that could exist and of which nothing is known. */
export function namesUnknownRole(state: RbacState, binding: Binding): boolean {
  const { kind, name } = binding.role;
  if (name === '' || state.resolve(binding).length > 0) return false;
  return kind === 'ClusterRole' || (kind === 'Role' && binding.kind === 'RoleBinding');
}

/**
 * pkg/registry/rbac/validation/rule.go, GetRoleReferenceRules. Where one of the two states no namespace, the nearest
 * role of that name is taken: kustomize would give both the same. Bindings that name the same get the same list.
 */
function resolver(roles: readonly Role[], work: StepBudget): (binding: Binding) => readonly Role[] {
  const byName = groupBy(roles, ({ kind, name }) => `${kind}/${name}`);
  const namespaced = roles.filter(({ kind }) => kind === 'Role');
  const byIdentity = groupBy(namespaced, ({ kind, name, namespace }) => `${kind}/${name} ${namespace}`);
  const known = new Map<string, NearestFolder<Role>>();
  /** The roles of a name that may be meant: any of it, or those that state no namespace. */
  const possible = (name: string, isAny: boolean) => {
    const key = `${isAny} ${name}`;
    const named = known.get(key) ?? new NearestFolder(possibleRoles(byName.get(`Role/${name}`) ?? none, isAny), itself);
    known.set(key, named);
    return named;
  };
  return memoize((binding: Binding) => {
    const { kind, name } = binding.role;
    if (kind === 'ClusterRole') return byName.get(`ClusterRole/${name}`) ?? none;
    if (kind !== 'Role' || binding.namespace === undefined) return none;
    const exact = byIdentity.get(`Role/${name} ${binding.namespace}`);
    if (exact !== undefined) return exact;
    const found = possible(name, binding.namespace.startsWith(unknownNamespacePrefix)).nearestTo(binding);
    work.charge(1 + found.length);
    return found;
  });
}

const none: readonly Role[] = [];

const itself = (role: Role) => role;

function possibleRoles(named: readonly Role[], isAny: boolean): readonly Role[] {
  return named.filter(
    ({ namespace, origin }) =>
      origin === 'repository' && (isAny || namespace?.startsWith(unknownNamespacePrefix) === true),
  );
}

function declaredRole({ kind, name, namespace, rules }: DeclaredRole): Role {
  return {
    kind,
    name,
    namespace,
    origin: 'declared',
    labels: {},
    selectors: undefined,
    rules: rules.map((rule, index) => ruleAt(['rules', index], rule)),
    resource: undefined,
    reconciled: true,
  };
}

function groupBindings(bindings: readonly Binding[]): ReadonlyMap<string, Binding[]> {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) {
    for (const subjectKey of new Set(binding.subjects.map(({ subject }) => subject.key))) {
      const key = subjectPlace(subjectKey, binding.namespace);
      addTo(groups, key, binding);
    }
  }
  return groups;
}

function subjectPlace(subjectKey: string, namespace: string | undefined): string {
  return namespace === undefined ? subjectKey : `${namespace}/${subjectKey}`;
}
