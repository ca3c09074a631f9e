import { addTo, once } from '../../groups.ts';
import { mayHideWords } from '../../kube/candidate.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import type { Binding, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';
import { type Subject, subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import { NearestFolder } from '../state/nearest-folder.ts';
import { namesUnknownRole, type RbacState } from '../state/rbac-state.ts';

/** A ServiceAccount as the object that names it knows it. */
export interface Account {
  readonly name: string;
  /** One of its own folder's where the object states none. */
  readonly namespace: string;
  /** The file that names it: of what states no namespace the nearest is meant. */
  readonly file: string;
}

/** A permission in effect, and how it is held. */
export interface Held {
  readonly permission: Permission;
  readonly placement: Placement;
  readonly subject: Subject;
  readonly binding: Binding;
  readonly chain: readonly Role[];
}

/** What an account holds on one side. */
export interface HeldByAccount {
  readonly held: readonly Held[];
  /** Bindings to roles of which nothing is known. */
  readonly unknown: readonly Binding[];
}

/** Equal for accounts that hold the same. */
export function accountKey({ name, namespace, file }: Account): string {
  return isOpen(namespace) ? `${namespace}/${name} ${file}` : `${namespace}/${name}`;
}

/** The groups of every ServiceAccount: what they are given, any pod can do anyway. */
const ofEveryAccount: ReadonlySet<string> = new Set(['Group:system:serviceaccounts', 'Group:system:authenticated']);

/** What an account holds on one side, as one of these subjects or through the group of its namespace. Throws StepLimitError. */
export function heldBy(state: RbacState, subjects: readonly Subject[], work: StepBudget): HeldByAccount {
  const held: Held[] = [];
  const unknown: Binding[] = [];
  for (const { subject, binding } of bindingsOf(state, subjects)) {
    if (isUnknown(state, binding)) unknown.push(binding);
    for (const each of granted(state, binding, work)) held.push({ ...each, subject });
  }
  return { held, unknown };
}

/** Whether something grants one of these subjects anything, or may. */
export function isGranted(state: RbacState, subjects: readonly Subject[]): boolean {
  for (const { binding } of bindingsOf(state, subjects)) {
    const rules = state.resolve(binding).flatMap((role) => state.effectiveRules(role));
    const isInEffect = ({ rule }: (typeof rules)[number]) =>
      rule.permissions.some((permission) => effectiveIn(binding.namespace, permission).length > 0);
    if (isUnknown(state, binding) || rules.some(isInEffect)) return true;
  }
  return false;
}

/** The bindings of these subjects to roles of which nothing is known. */
export function unknownBindings(state: RbacState, subjects: readonly Subject[]): readonly Binding[] {
  return [...bindingsOf(state, subjects)].flatMap(({ binding }) => (isUnknown(state, binding) ? [binding] : []));
}

/** The bindings that name the subjects, or the group of their namespace, each once. */
function* bindingsOf(state: RbacState, subjects: readonly Subject[]): Generator<Named> {
  const seen = new Set<Binding>();
  for (const subject of subjects) {
    for (const key of state.identitiesOf(subject)) {
      if (ofEveryAccount.has(key)) continue;
      for (const binding of state.bindingsNaming(key)) {
        if (seen.has(binding)) continue;
        seen.add(binding);
        yield { subject, binding };
      }
    }
  }
}

/** Whether anything here can bind the account: most are bound by nothing, which is known at once. */
export function mayBeBound(state: RbacState, { name, namespace }: Account): boolean {
  return (
    namedAccounts(state).has(name) ||
    state.memberships.length > 0 ||
    state.bindingsNaming(`Group:system:serviceaccounts:${namespace}`).length > 0
  );
}

/** Whether nothing is known of the role, or no more than another environment says. */
function isUnknown(state: RbacState, binding: Binding): boolean {
  return namesUnknownRole(state, binding) || (state.resolve(binding).length > 0 && state.isFar(binding));
}

/** What holding one permission costs: many bindings of an account may each grant by many roles of one name. */
const stepsOfGrant = 20;

function granted(state: RbacState, binding: Binding, work: StepBudget): readonly Omit<Held, 'subject'>[] {
  return state
    .resolve(binding)
    .flatMap((role) => state.effectiveRules(role))
    .flatMap(({ rule, chain }) => {
      work.charge(stepsOfGrant * rule.permissions.length);
      return rule.permissions
        .flatMap((permission) => effectiveIn(binding.namespace, permission))
        .map((permission) => ({ permission, placement: binding.namespace, binding, chain }));
    });
}

/**
 * The subjects of bindings that may be the account. Where the account or the subject states no namespace, its name decides: that of the
 * nearest bindings, and that of an account that every cluster has.
 */
export function subjectsOf(state: RbacState, account: Account): readonly Subject[] {
  const { name, namespace, file } = account;
  const own = subjectOf('ServiceAccount', name, namespace);
  const named = namedAccounts(state).get(name);
  // No name says less.
  if (name === 'default' || named === undefined) return [own];
  // What states its namespace is meant by what states none alone.
  const alike = isOpen(namespace) ? named.all() : named.open();
  const hasOwn = state.bindingsNaming(own.key).length > 0;
  const nearest = hasOwn ? [] : alike.written.nearestTo({ resource: { file } });
  const others = [...nearest, ...alike.builtIn].flatMap(({ subject }) => (subject.key === own.key ? [] : [subject]));
  return [own, ...new Set(others)];
}

interface Named {
  readonly subject: Subject;
  readonly binding: Binding;
}

/** Those of one name: what repositories bind, by its folders, and what every cluster has. */
interface Alike {
  readonly written: NearestFolder<Named>;
  readonly builtIn: readonly Named[];
}

/** ServiceAccounts that bindings name, by their names alone: all of them, and those that state no namespace. */
const namedAccounts = memoize(({ bindings }: RbacState) => {
  const named = new Map<string, Named[]>();
  for (const binding of bindings) {
    for (const { subject } of binding.subjects) {
      if (subject.kind === 'ServiceAccount') addTo(named, subject.name, { subject, binding });
    }
  }
  return new Map(
    [...named].map(([name, all]) => [
      name,
      {
        all: once(() => alikeOf(all)),
        open: once(() => alikeOf(all.filter(({ subject }) => isOpen(subject.namespace ?? '')))),
      },
    ]),
  );
});

function alikeOf(all: readonly Named[]): Alike {
  const isBuiltIn = ({ binding }: Named) => binding.origin === 'default';
  return {
    written: new NearestFolder(
      all.filter((each) => !isBuiltIn(each)),
      ({ binding }) => binding,
    ),
    builtIn: all.filter(isBuiltIn),
  };
}

function isOpen(namespace: string): boolean {
  return namespace.startsWith(unknownNamespacePrefix);
}

/** The files of a scope that could not be read and may bind the account: those that name it, and those of which nothing was read. */
export function unreadBinders({ unreadFiles }: ScopeObjects, { name }: Account): readonly string[] {
  return [...(unreadFiles ?? [])].flatMap(([file, bytes]) =>
    bytes === undefined || mayBind(bytes, name) ? [file] : [],
  );
}

function mayBind(bytes: Buffer, name: string): boolean {
  return bytes.includes(name) || bytes.includes('system:serviceaccounts:') || mayHideWords(bytes);
}
