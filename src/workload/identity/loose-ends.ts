import { groupBy } from '../../groups.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isNothing } from '../../rbac/model/rbac-objects.ts';
import { type Account, accountKey, mayBeBound, subjectsOf, unknownBindings } from '../../rbac/query/held-by-account.ts';
import { readRbac } from '../../rbac/read/read-rbac.ts';
import { type RbacOptions, rbacState } from '../../rbac/state/rbac-state.ts';
import type { ChartValues } from '../charts/chart-values.ts';
import type { ValuesSides } from '../charts/values.ts';
import { valuesAccounts } from '../charts/values-accounts.ts';
import { mayBePatch, type Pod } from '../model/pod.ts';
import { podsWorthContext } from '../model/worth-context.ts';
import { isNewlyMounted, tokenSecretsOf } from './compare-accounts.ts';
import { accountPlace, isOpen, serviceAccountsOf } from './service-account.ts';

/** The accounts on whose permissions the judgement of one scope's change depends: those of new and changed pods, of changed ServiceAccounts and of Secrets. */
export function accountsInQuestion(sides: ScopeObjects): readonly Account[] {
  const unchanged = new Set(sides.before);
  const touched = sides.after.filter((resource) => !unchanged.has(resource));
  if (touched.length === 0) return [];
  const ofPods = podsWorthContext(sides).flatMap(({ accounts, namespace, resource: { file } }) =>
    accounts.map(({ name }) => ({ name, namespace, file })),
  );
  const own = serviceAccountsOf(touched).map(({ name, namespace, resource: { file } }) => ({ name, namespace, file }));
  return [...ofPods, ...own, ...touched.flatMap(tokenSecretsOf)];
}

/** The same of the accounts that values of charts newly name. */
export function accountsOfValues({ before, after }: ValuesSides): readonly Account[] {
  const named = (all: readonly ChartValues[]) => all.flatMap((values) => valuesAccounts(values).pods);
  const now = named(after);
  if (now.length === 0) return [];
  const keyOf = ({ accounts: [own], namespace }: Pod) => JSON.stringify([own?.name, namespace]);
  const had = new Set(named(before).map(keyOf));
  return now
    .filter((pod) => !had.has(keyOf(pod)))
    .flatMap(({ accounts, namespace, resource: { file } }) => accounts.map(({ name }) => ({ name, namespace, file })));
}

/** The accounts that new or changed patches name: the pods that they change may run as them already. */
export function accountsOfPatches(sides: ScopeObjects): readonly string[] {
  return podsWorthContext(sides)
    .filter(mayBePatch)
    .flatMap(({ accounts }) => accounts.map(({ name }) => name));
}

/** The accounts that newly give their token: pods of unchanged files that run as them may all refuse it. */
export function accountsNewlyMounted({ before, after }: ScopeObjects): readonly string[] {
  const old = groupBy(serviceAccountsOf(before), accountPlace);
  return serviceAccountsOf(after).flatMap((account) =>
    isNewlyMounted(account, old.get(accountPlace(account)) ?? []) ? [account.name] : [],
  );
}

/** How a file of another scope may write one of the accounts, as whole names as far as these are telling. */
export function accountNames(accounts: readonly Account[]): ReadonlySet<string> {
  return new Set(
    accounts.flatMap(({ name, namespace }) => [
      ...(name === 'default' ? asDefault : [name].filter((each) => !each.includes('{{'))),
      ...(isOpen(namespace) ? [] : [`system:serviceaccounts:${namespace}`]),
    ]),
  );
}

/** The word alone is everywhere. */
const asDefault = [
  'name: default',
  'name: "default"',
  "name: 'default'",
  '"name":"default"',
  '"name": "default"',
  ':default',
];

/** The names of roles that bindings of these objects give to one of the accounts, and that are not among them. */
export function rolesElsewhere(
  { after }: ScopeObjects,
  accounts: readonly Account[],
  options: RbacOptions,
): readonly string[] {
  if (accounts.length === 0 || isNothing(readRbac(after))) return [];
  const state = rbacState(after, options);
  const once = [...new Map(accounts.map((account) => [accountKey(account), account])).values()];
  const names = once
    .filter((account) => mayBeBound(state, account))
    .flatMap((account) => unknownBindings(state, subjectsOf(state, account)).map(({ role: { name } }) => name));
  return [...new Set(names)];
}
