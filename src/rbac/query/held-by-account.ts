import { addTo } from '../../groups.ts';
import { mayHideWords } from '../../kube/candidate.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { memoize } from '../model/memoize.ts';
import type { Permission } from '../model/permission.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import type { Binding, Role } from '../model/rbac-object.ts';
import { type Subject, subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
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

/** What an account holds on one side, as one of these subjects or through the group of its namespace. */
export function heldBy(state: RbacState, subjects: readonly Subject[]): HeldByAccount {
  const held: Held[] = [];
  const unknown: Binding[] = [];
  const seen = new Set<Binding>();
  for (const subject of subjects) {
    for (const key of state.identitiesOf(subject)) {
      if (ofEveryAccount.has(key)) continue;
      for (const binding of state.bindingsNaming(key)) {
        if (seen.has(binding)) continue;
        seen.add(binding);
        if (isUnknown(state, binding)) unknown.push(binding);
        for (const each of granted(state, binding)) held.push({ ...each, subject });
      }
    }
  }
  return { held, unknown };
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

function granted(state: RbacState, binding: Binding): readonly Omit<Held, 'subject'>[] {
  return state
    .resolve(binding)
    .flatMap((role) => state.effectiveRules(role))
    .flatMap(({ rule, chain }) =>
      rule.permissions
        .flatMap((permission) => effectiveIn(binding.namespace, permission))
        .map((permission) => ({ permission, placement: binding.namespace, binding, chain })),
    );
}

/**
 * The subjects of bindings that may be the account. Where the account or the subject states no namespace, its name decides: that of the
 * nearest bindings, and that of an account that every cluster has.
 */
export function subjectsOf(state: RbacState, account: Account): readonly Subject[] {
  const { name, namespace, file } = account;
  const own = subjectOf('ServiceAccount', name, namespace);
  // No name says less.
  if (name === 'default') return [own];
  const alike = (namedAccounts(state).get(name) ?? []).filter(
    ({ subject }) => subject.key !== own.key && (isOpen(namespace) || isOpen(subject.namespace ?? '')),
  );
  const isBuiltIn = ({ binding }: Named) => binding.origin === 'default';
  const written = alike.filter((each) => !isBuiltIn(each));
  const hasOwn = state.bindingsNaming(own.key).length > 0;
  const nearness = written.map(({ binding }) => sharedFolders(binding.resource?.file ?? '', file));
  const most = Math.max(0, ...nearness);
  const nearest = hasOwn ? [] : written.filter((_, index) => nearness[index] === most);
  return [own, ...new Set([...nearest, ...alike.filter(isBuiltIn)].map(({ subject }) => subject))];
}

interface Named {
  readonly subject: Subject;
  readonly binding: Binding;
}

/** ServiceAccounts that bindings name, by their names alone. */
const namedAccounts = memoize(({ bindings }: RbacState): ReadonlyMap<string, readonly Named[]> => {
  const named = new Map<string, Named[]>();
  for (const binding of bindings) {
    for (const { subject } of binding.subjects) {
      if (subject.kind === 'ServiceAccount') addTo(named, subject.name, { subject, binding });
    }
  }
  return named;
});

function sharedFolders(one: string, other: string): number {
  const [left, right] = [one, other].map((file) => file.split('/').slice(0, -1)) as [string[], string[]];
  const differing = left.findIndex((folder, index) => folder !== right[index]);
  return differing < 0 ? left.length : differing;
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
