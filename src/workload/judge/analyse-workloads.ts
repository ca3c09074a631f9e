import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { AccountReaches } from '../../rbac/query/account-reach.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import { newTokenSecrets, widenedAccounts } from '../identity/compare-accounts.ts';
import { widenedPods } from '../identity/compare-pods.ts';
import { accountLookup } from '../identity/lookup.ts';
import { accountFinder, serviceAccountsOf } from '../identity/service-account.ts';
import type { IdentityWidening } from '../identity/widening.ts';
import { identitySubject } from '../identity/wording.ts';
import { type PodChange, podChanges } from '../model/pair-pods.ts';
import type { Pod } from '../model/pod.ts';
import { podsOf } from '../model/pods.ts';

/** What a change does to pods. */
export interface WorkloadAnalysis {
  /** The pods that are new, changed or gone, by scope. */
  readonly pods: ReadonlyMap<Scope, readonly PodChange[]>;
  /** As whom workloads newly can act, by scope. */
  readonly identities: ReadonlyMap<Scope, readonly IdentityWidening[]>;
}

/** What was read of a change, source and rendered: the same objects that permissions are judged by. */
export interface WorkloadEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
  readonly reaches: AccountReaches;
}

/** Compares the pods of every scope. */
export function analyseWorkloads({ objects, around, reaches }: WorkloadEvidence): WorkloadAnalysis {
  const pods = new Map(
    [...objects].map(([scope, { before, after }]) => [
      scope,
      podChanges(before.flatMap(podsOf), after.flatMap(podsOf)),
    ]),
  );
  const isElsewhere = declaredElsewhere(around);
  const identities = new Map(
    [...objects].map(([scope, sides]) => {
      const lookup = accountLookup(sides, (account) => isElsewhere(account, scope), {
        beyond: (to, from) => reaches.beyond(scope, to, from),
        isBound: (account) => reaches.isBound(scope, account),
      });
      const changes = pods.get(scope) ?? [];
      return [
        scope,
        [
          ...joinParts([...widenedPods(changes, siblingsIn(sides.before), lookup)]),
          ...widenedAccounts(sides, lookup),
          ...newTokenSecrets(sides, lookup),
        ],
      ] as const;
    }),
  );
  return { pods, identities };
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
function declaredElsewhere(around: WorkloadEvidence['around']): (account: Account, scope: Scope) => boolean {
  const found = [...around].map(([scope, { after }]) => ({ scope, find: accountFinder(serviceAccountsOf(after)) }));
  return (account, scope) => found.some((each) => each.scope !== scope && each.find(account) !== undefined);
}

/** The base's pods of the same object. */
function siblingsIn(before: readonly Resource[]): (pod: Pod) => readonly Pod[] {
  let known: ReadonlyMap<string, readonly Pod[]> | undefined;
  const keyOf = ({ namespace, resource: { group, kind, name } }: Pod) => JSON.stringify([group, kind, namespace, name]);
  return (pod) => {
    known ??= groupBy(before.flatMap(podsOf), keyOf);
    return known.get(keyOf(pod)) ?? [];
  };
}
