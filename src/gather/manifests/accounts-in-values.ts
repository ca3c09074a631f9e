import { groupBy } from '../../groups.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import { valuesIn } from '../../workload/charts/values.ts';
import { accountsInQuestion, accountsOfValues } from '../../workload/identity/loose-ends.ts';

const nothing: ScopeObjects = { before: [], after: [] };

/** The accounts that values of charts and patches in other objects newly name, by scope; scopes with none are left out. */
export function accountsInValues(
  touched: readonly TouchedFile[],
  objects: ReadonlyMap<Scope, ScopeObjects>,
  patched: ReadonlyMap<Scope, ScopeObjects>,
  covered: ReadonlySet<string>,
  { limits }: Policy,
): ReadonlyMap<Scope, readonly Account[]> {
  const files = groupBy(
    touched.filter(({ path }) => !covered.has(path)),
    ({ scope }) => scope,
  );
  return new Map(
    [...new Set([...objects.keys(), ...patched.keys()])].flatMap((scope): [Scope, readonly Account[]][] => {
      const accounts = [
        ...accountsOfValues(valuesIn(objects.get(scope) ?? nothing, files.get(scope) ?? [], limits)),
        ...accountsInQuestion(patched.get(scope) ?? nothing),
      ];
      return accounts.length === 0 ? [] : [[scope, accounts]];
    }),
  );
}
