import { isDeliveredScope, mayBeOneCluster, type ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Elsewhere } from '../model/elsewhere.ts';
import { memoize } from '../model/memoize.ts';
import type { Binding, BoundSubject, Role } from '../model/rbac-object.ts';
import { mostSteps, StepBudget } from '../model/step-budget.ts';
import { unknownNamespacePrefix } from '../model/subject.ts';
import { type RbacOptions, type RbacState, rbacState } from './rbac-state.ts';

interface Place {
  readonly scope: Scope;
  readonly before: RbacState;
  readonly after: RbacState;
}

/**
 * Gives for each scope what the others hold, as it is after the change: what changes there is judged there. Scopes the policy
 * names are exact: nothing reaches into them or out of them.
 */
export function elsewhereOf(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  options: RbacOptions,
  isExact: (scope: Scope) => boolean,
): (scope: Scope) => Elsewhere | undefined {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const places = memoizedOnce(() =>
    [...objects].filter(([scope]) => takesPart(scope)).map(([scope, sides]) => placeOf(scope, sides, options)),
  );
  const rolesByName = memoizedOnce(() =>
    grouped(
      places(),
      ({ after }) => after.roles.filter(isOwn),
      ({ kind, name }) => `${kind}/${name}`,
    ),
  );
  const danglingByRole = memoizedOnce(() =>
    grouped(places(), danglingBindings, ({ role }) => `${role.kind}/${role.name}`),
  );
  const bindingsByName = memoizedOnce(() =>
    grouped(
      places(),
      ({ after }) => after.bindings.filter(isOwn),
      ({ kind, name }) => `${kind}/${name}`,
    ),
  );
  const bindingsBySubject = memoizedOnce(() =>
    grouped(
      places(),
      ({ after }) => after.bindings.filter(isOwn).flatMap(bySubject),
      ({ subjects }) => subjects[0]?.subject.key ?? '',
    ),
  );
  const near = (scope: Scope) => objects.get(scope)?.place ?? scope;
  const flat = memoize((place: Place) => memoize((role: Role) => flattened(role, place.after)));
  return (scope) => {
    if (!takesPart(scope)) return undefined;
    const copies = ({ role, namespace }: Binding) =>
      (rolesByName().get(`${role.kind}/${role.name}`) ?? []).filter(
        ({ place, item }) =>
          place.scope !== scope && (item.kind === 'ClusterRole' || mayBeOne(item.namespace, namespace)),
      );
    const dangling = ({ kind, name, namespace }: Role) =>
      (danglingByRole().get(`${kind}/${name}`) ?? []).filter(
        ({ place, item }) => place.scope !== scope && (kind === 'ClusterRole' || mayBeOne(item.namespace, namespace)),
      );
    return {
      roles: (binding) => copies(binding).map(({ place, item }) => flat(place)(item)),
      patched: ({ kind, name, namespace }) =>
        (bindingsByName().get(`${kind}/${name}`) ?? [])
          .filter(
            ({ place, item }) =>
              place.scope !== scope &&
              mayBeOneCluster(near(place.scope), near(scope)) &&
              mayBeOne(item.namespace, namespace),
          )
          .map(({ item }) => item),
      isNear: (binding) => copies(binding).some(({ place }) => mayBeOneCluster(near(place.scope), near(scope))),
      bindingsOfRole: (role) => dangling(role).flatMap(({ place, item }) => withoutNewSubjects(place, item)),
      isBound: (role) => dangling(role).length > 0,
      bindingsNaming: (key) =>
        (bindingsBySubject().get(key) ?? []).filter(({ place }) => place.scope !== scope).map(({ item }) => item),
    };
  };
}

function placeOf(scope: Scope, { before, after }: ScopeObjects, options: RbacOptions): Place {
  const work = new StepBudget(mostSteps(before.length + after.length));
  const state = rbacState(after, options, work);
  return { scope, after: state, before: before === after ? state : rbacState(before, options, work) };
}

/** The bindings whose role is not in their scope. */
function danglingBindings({ after }: Place): readonly Binding[] {
  return after.bindings.filter(
    (binding) => isOwn(binding) && binding.subjects.length > 0 && after.resolve(binding).length === 0,
  );
}

const bindingsBefore = memoize(({ before }: Place) => subjectsByRole(before));

/** The binding with those of its subjects that were bound so before; one object for it, on whatever side it is asked for. */
const withoutNewSubjects = (place: Place, binding: Binding): readonly Binding[] => oldOnly(binding)(place);

const oldOnly = memoize((binding: Binding) =>
  memoize((place: Place): readonly Binding[] => {
    const key = placeKey(binding);
    const isOld = ({ subject }: BoundSubject) => bindingsBefore(place).has(`${key} ${subject.key}`);
    const subjects = place.before === place.after ? binding.subjects : binding.subjects.filter(isOld);
    return subjects.length === 0 ? [] : [{ ...binding, subjects, isElsewhere: true }];
  }),
);

/** The binding once for each of its subjects. */
function bySubject(binding: Binding): Binding[] {
  return binding.subjects.map((bound) => ({ ...binding, subjects: [bound], isElsewhere: true }));
}

function subjectsByRole({ bindings }: RbacState): ReadonlySet<string> {
  return new Set(
    bindings
      .filter(isOwn)
      .flatMap((binding) => binding.subjects.map(({ subject }) => `${placeKey(binding)} ${subject.key}`)),
  );
}

function placeKey({ role, namespace }: Binding): string {
  return JSON.stringify([role.kind, role.name, namespace]);
}

/** A role with all it has in effect where it is, the roles it aggregates included. */
function flattened(role: Role, { effectiveRules }: RbacState): Role {
  return role.selectors === undefined
    ? role
    : { ...role, selectors: undefined, rules: effectiveRules(role).map(({ rule }) => rule) };
}

function mayBeOne(one: string | undefined, other: string | undefined): boolean {
  const isOpen = (namespace: string | undefined) => namespace?.startsWith(unknownNamespacePrefix) === true;
  return one === other || isOpen(one) || isOpen(other);
}

function isOwn({ origin }: Role | Binding): boolean {
  return origin === 'repository';
}

function grouped<T>(
  places: readonly Place[],
  items: (place: Place) => readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly { readonly place: Place; readonly item: T }[]> {
  const groups = new Map<string, { place: Place; item: T }[]>();
  for (const place of places) {
    for (const item of items(place)) {
      const group = groups.get(keyOf(item));
      if (group === undefined) groups.set(keyOf(item), [{ place, item }]);
      else group.push({ place, item });
    }
  }
  return groups;
}

function memoizedOnce<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
