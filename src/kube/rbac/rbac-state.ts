import type { DeclaredRole } from '../../policy/policy.ts';
import type { Resource } from '../resource.ts';
import { defaultRbac } from './default-rbac.ts';
import { selects } from './label-selector.ts';
import { type Binding, identityOf, type Role, type Rule, ruleAt } from './rbac-object.ts';
import { readRbac } from './read-rbac.ts';
import { remember } from './remember.ts';
import { unknownNamespacePrefix } from './subject.ts';

/** What is true of the cluster beside its manifests. */
export interface RbacOptions {
  readonly kubernetesVersion: string;
  readonly roles: readonly DeclaredRole[];
}

/** A rule that a role has in effect, and the roles it came through: the role itself first, the one that states it last. */
export interface EffectiveRule {
  readonly rule: Rule;
  readonly chain: readonly Role[];
}

/** The roles and bindings of one scope, on one side of the change. */
export interface RbacState {
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  /** The copies of the role a binding names; none where it is not in the repository, or can be no role of the binding. */
  resolve(binding: Binding): readonly Role[];
  /** The role's rules, those it aggregates included. */
  effectiveRules(role: Role): readonly EffectiveRule[];
  /** The ClusterRoles an aggregated one selects directly. */
  selected(role: Role): readonly Role[];
  /** The bindings that name the subject. */
  bindingsOf(subjectKey: string): readonly Binding[];
}

/** The state the resources describe, with Kubernetes' default objects and the policy's declared roles beside them. */
export function rbacState(resources: readonly Resource[], options: RbacOptions): RbacState {
  const defaults = defaultRbac(options.kubernetesVersion);
  const own = readRbac(resources);
  const kept = new Set(own.roles.filter((role) => !role.reconciled).map(identityOf));
  const roles = [
    ...own.roles,
    ...defaults.roles.filter((role) => !kept.has(identityOf(role))),
    ...options.roles.map(declaredRole),
  ];
  const bindings = [...own.bindings, ...defaults.bindings];
  const rolesByName = groupBy(roles, ({ kind, name }) => `${kind}/${name}`);
  const clusterRoles = roles.filter(({ kind }) => kind === 'ClusterRole');
  const selected = remember((role: Role) =>
    clusterRoles.filter(
      (candidate) =>
        candidate.name !== role.name && role.selectors?.some((selector) => selects(selector, candidate.labels)),
    ),
  );
  let bySubject: ReadonlyMap<string, Binding[]> | undefined;
  return {
    roles,
    bindings,
    resolve: remember((binding: Binding) => resolveRole(binding, rolesByName)),
    effectiveRules: remember((role: Role) => aggregate(role, selected)),
    selected,
    bindingsOf(subjectKey) {
      bySubject ??= groupBindings(bindings);
      return bySubject.get(subjectKey) ?? [];
    },
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
 * role of that name is taken: kustomize would give both the same.
 */
function resolveRole(binding: Binding, rolesByName: ReadonlyMap<string, readonly Role[]>): readonly Role[] {
  const { kind, name } = binding.role;
  const named = rolesByName.get(`${kind}/${name}`) ?? [];
  if (kind === 'ClusterRole') return named;
  if (kind !== 'Role' || binding.namespace === undefined) return [];
  const exact = named.filter(({ namespace }) => namespace === binding.namespace);
  if (exact.length > 0) return exact;
  const isUnknown = binding.namespace.startsWith(unknownNamespacePrefix);
  const possible = named.filter(
    ({ namespace, origin }) =>
      origin === 'repository' && (isUnknown || namespace?.startsWith(unknownNamespacePrefix) === true),
  );
  const nearness = possible.map((role) => sharedDirectories(role, binding));
  const nearest = Math.max(...nearness);
  return possible.filter((_, index) => nearness[index] === nearest);
}

function sharedDirectories(role: Role, binding: Binding): number {
  const path = (role.resource?.file ?? '').split('/').slice(0, -1);
  const other = (binding.resource?.file ?? '').split('/').slice(0, -1);
  const differing = path.findIndex((segment, index) => segment !== other[index]);
  return differing < 0 ? path.length : differing;
}

/**
 * The fixpoint of pkg/controller/clusterroleaggregation: an aggregated role has the rules of all it selects, through
 * other aggregated roles, and none of its own.
 */
function aggregate(role: Role, selected: (role: Role) => readonly Role[]): readonly EffectiveRule[] {
  const rules: EffectiveRule[] = [];
  const seen = new Set<Role>([role]);
  const queue: (readonly Role[])[] = [[role]];
  for (const chain of queue) {
    const last = chain.at(-1) ?? role;
    if (last.selectors === undefined) {
      for (const rule of last.rules) rules.push({ rule, chain });
      continue;
    }
    for (const next of selected(last)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...chain, next]);
    }
  }
  return rules;
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
    for (const key of new Set(binding.subjects.map(({ subject }) => subject.key))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [binding]);
      else group.push(binding);
    }
  }
  return groups;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
