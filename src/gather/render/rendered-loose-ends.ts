import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { canonical } from '../../plain-values.ts';
import { looseEnds } from '../../rbac/compare/loose-ends.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import type { RbacOptions } from '../../rbac/state/rbac-state.ts';
import type { RenderedRoot } from '../../render/result/rendering.ts';
import { accountsInQuestion, rolesElsewhere } from '../../workload/identity/loose-ends.ts';

/** What changed roots leave open that only others can answer. */
export interface RenderedEnds {
  /** The names of roles and groups on which something hangs that the roots do not hold themselves. */
  readonly looseEnds: ReadonlySet<string>;
  readonly accounts: AccountQuestion;
}

/** Accounts whose permissions matter, and the roles they are bound to that are elsewhere. */
export interface AccountQuestion {
  readonly accounts: readonly Account[];
  readonly roles: readonly string[];
}

/** Where nothing is rendered. */
export const noEnds: RenderedEnds = { looseEnds: new Set(), accounts: { accounts: [], roles: [] } };

/** What changed roots leave open that only others can answer. */
export function renderedLooseEnds(roots: readonly RenderedRoot[], options: RbacOptions): RenderedEnds {
  const scopes = new Map<Scope, { readonly before: Resource[]; readonly after: Resource[] }>();
  for (const { scope, before, after } of roots) {
    if (after === undefined || after.reason !== undefined) continue;
    const sides = scopes.get(scope) ?? { before: [], after: [] };
    scopes.set(scope, sides);
    const old = before?.reason === undefined ? (before?.objects ?? []) : [];
    for (const object of old) sides.before.push(object);
    for (const object of sharedWith(old, after.objects)) sides.after.push(object);
  }
  const questions = [...scopes.values()].map((sides) => accountQuestion(sides, [], options));
  return {
    looseEnds: new Set([...scopes.values()].flatMap((sides) => [...looseEnds(sides, options)])),
    accounts: joinedQuestions(questions),
  };
}

/** What one scope's change asks of accounts; `others` are those that no object names. */
export function accountQuestion(
  sides: ScopeObjects,
  others: readonly Account[],
  options: RbacOptions,
): AccountQuestion {
  const accounts = [...accountsInQuestion(sides), ...others];
  return { accounts, roles: rolesElsewhere(sides, accounts, options) };
}

/** All that several ask. */
export function joinedQuestions(questions: readonly AccountQuestion[]): AccountQuestion {
  return {
    accounts: questions.flatMap(({ accounts }) => accounts),
    roles: questions.flatMap(({ roles }) => roles),
  };
}

/** The objects of one side, those of the other in their place where they are the same. */
function sharedWith(before: readonly Resource[], after: readonly Resource[]): readonly Resource[] {
  const byValue = new Map(before.map((object) => [object.value, object]));
  if (after.every(({ value }) => byValue.has(value))) return after.map((object) => byValue.get(object.value) ?? object);
  const byContent = new Map(before.map((object) => [canonical(object.value), object]));
  return after.map((object) => byValue.get(object.value) ?? byContent.get(canonical(object.value)) ?? object);
}
