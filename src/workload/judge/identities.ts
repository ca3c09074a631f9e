import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { AccountReaches } from '../../rbac/query/account-reach.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import { noValues, type ValuesSides } from '../charts/values.ts';
import { newTokenSecrets, widenedAccounts } from '../identity/compare-accounts.ts';
import { widenedPods } from '../identity/compare-pods.ts';
import { widenedValues } from '../identity/compare-values.ts';
import { accountLookup } from '../identity/lookup.ts';
import { madeIdentities } from '../identity/made-accounts.ts';
import { accountFinder, isOpen, serviceAccountsOf } from '../identity/service-account.ts';
import type { IdentityWidening } from '../identity/widening.ts';
import { identitySubject } from '../identity/wording.ts';
import type { PodChange } from '../model/pair-pods.ts';
import { mayBePatch, type Pod } from '../model/pod.ts';
import { podsOf } from '../model/pods.ts';

/** The scopes of a change with those around them, and what accounts can do in them. */
export interface IdentityEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
  readonly reaches: AccountReaches;
}

/** As whom the workloads of every scope newly can act. */
export function identityWidenings(
  { objects, around, reaches }: IdentityEvidence,
  pods: ReadonlyMap<Scope, readonly PodChange[]>,
  values: ReadonlyMap<Scope, ValuesSides>,
): ReadonlyMap<Scope, readonly IdentityWidening[]> {
  const isElsewhere = declaredElsewhere(around);
  const places = new Map([...around].map(([scope, { before }]) => [scope, podsBefore(before)]));
  return new Map(
    [...objects].map(([scope, sides]) => {
      const lookup = accountLookup(sides, (account) => isElsewhere(account, scope), {
        beyond: (to, from) => reaches.beyond(scope, to, from),
        isBound: (account) => reaches.isBound(scope, account),
      });
      return [
        scope,
        [
          ...joinParts([
            ...widenedPods(pods.get(scope) ?? [], siblings(scope, podsBefore(sides.before), places), lookup),
          ]),
          ...widenedAccounts(sides, lookup),
          ...madeIdentities(sides),
          ...widenedValues(values.get(scope) ?? noValues, lookup),
          ...newTokenSecrets(sides, lookup),
        ],
      ];
    }),
  );
}

/** One line that decides for several pods of an object is one widening. */
function joinParts(widenings: readonly IdentityWidening[]): readonly IdentityWidening[] {
  const groups = groupBy(widenings, (each) => {
    const { resource, position } = each;
    const { file, line, column } = position;
    const about = identitySubject({ ...each, part: '' });
    return JSON.stringify([file, line, column, resource.kind, resource.namespace, resource.name, about]);
  });
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0 ? (first ?? []) : { ...first, part: '' },
  );
}

/** Whether another scope declares a ServiceAccount. */
function declaredElsewhere(around: IdentityEvidence['around']): (account: Account, scope: Scope) => boolean {
  const found = [...around].map(([scope, { after }]) => ({ scope, find: accountFinder(serviceAccountsOf(after)) }));
  return (account, scope) => found.some((each) => each.scope !== scope && each.find(account) !== undefined);
}

/** The base's pods by the object that makes them; what states no namespace may be of any. */
function podsBefore(before: readonly Resource[]): (pod: Pod) => readonly Pod[] {
  let known: ReadonlyMap<string, readonly Pod[]> | undefined;
  const keyOf = ({ resource: { group, kind, name } }: Pod) => JSON.stringify([group, kind, name]);
  return (pod) => {
    known ??= groupBy(before.flatMap(podsOf), keyOf);
    return (known.get(keyOf(pod)) ?? []).filter(
      ({ namespace }) => namespace === pod.namespace || isOpen(namespace) || isOpen(pod.namespace),
    );
  };
}

/** The base's pods of the same object; of what may be a patch, also those of other scopes, of which one is its base. */
function siblings(
  scope: Scope,
  own: (pod: Pod) => readonly Pod[],
  places: ReadonlyMap<Scope, (pod: Pod) => readonly Pod[]>,
): (pod: Pod) => readonly Pod[] {
  return (pod) => {
    const found = own(pod);
    if (found.length > 0 || !mayBePatch(pod)) return found;
    return [...places].flatMap(([other, podsThere]) => (other === scope ? [] : podsThere(pod)));
  };
}
