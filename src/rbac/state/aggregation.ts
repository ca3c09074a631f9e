import { type LabelSelector, selects } from '../model/label-selector.ts';
import { memoize } from '../model/memoize.ts';
import type { PolicyRule, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';

/** A rule that a role has in effect, and the roles it came through: the role itself first, the one that states it last. */
export interface EffectiveRule {
  readonly rule: PolicyRule;
  readonly chain: readonly Role[];
}

/** The ClusterRoles that an aggregated one's selectors fit, itself perhaps included; one set for equal selectors. */
export function selections(clusterRoles: readonly Role[], work: StepBudget): (role: Role) => ReadonlySet<Role> {
  const known = new Map<string, ReadonlySet<Role>>();
  return memoize((role: Role) => {
    const { selectors = [] } = role;
    const question = JSON.stringify(selectors);
    const found = known.get(question);
    if (found !== undefined) return found;
    work.charge(clusterRoles.length * selectors.reduce((sum, selector) => sum + 1 + requirements(selector), 0));
    const fitting = new Set(
      clusterRoles.filter(({ labels }) => selectors.some((selector) => selects(selector, labels))),
    );
    known.set(question, fitting);
    return fitting;
  });
}

function requirements(selector: LabelSelector): number {
  return selector.reduce((sum, { values }) => sum + 1 + values.length, 0);
}

/** Whether an aggregated role selects itself by way of others. */
export function cycles(selection: (role: Role) => ReadonlySet<Role>, work: StepBudget): (role: Role) => boolean {
  return memoize((role: Role) => {
    const seen = new Set<Role>([role]);
    /** Of each selection gone through, whether the role is in it. */
    const known = new Map<ReadonlySet<Role>, boolean>();
    for (const each of seen) {
      if (each.selectors === undefined) continue;
      const selected = selection(each);
      work.charge(1);
      if (!known.has(selected)) {
        work.charge(selected.size);
        known.set(
          selected,
          [...selected].some(({ name }) => name === role.name),
        );
        for (const next of selected) seen.add(next);
      }
      if (each.name !== role.name && known.get(selected) === true) return true;
    }
    return false;
  });
}

/**
 * The fixpoint of pkg/controller/clusterroleaggregation: an aggregated role has the rules of all it selects, through
 * other aggregated roles, and none of its own, unless they can come back to it: where roles select each other, the rules
 * that one of them is applied with are copied to the others before they are overwritten, and stay. A selection that
 * many roles share is gone through once.
 */
export function aggregate(
  role: Role,
  selection: (role: Role) => ReadonlySet<Role>,
  isInCycle: (role: Role) => boolean,
  work: StepBudget,
): readonly EffectiveRule[] {
  const rules: EffectiveRule[] = [];
  const seen = new Set<Role>([role]);
  const queue: (readonly Role[])[] = [[role]];
  /** Of each selection gone through, what is left: copies of the role that selected. */
  const left = new Map<ReadonlySet<Role>, readonly Role[]>();
  for (const chain of queue) {
    const last = chain.at(-1) ?? role;
    if (last.selectors === undefined || last.keepsRules || (last.rules.length > 0 && isInCycle(last))) {
      work.charge(1 + 2 * last.rules.length);
      for (const rule of last.rules) rules.push({ rule, chain });
    }
    if (last.selectors === undefined) continue;
    const selected = selection(last);
    const fresh = [...(left.get(selected) ?? selected)].filter((next) => !seen.has(next));
    work.charge(left.get(selected)?.length ?? selected.size);
    left.set(
      selected,
      fresh.filter(({ name }) => name === last.name),
    );
    for (const next of fresh) {
      if (next.name === last.name) continue;
      seen.add(next);
      work.charge(4 + chain.length);
      queue.push([...chain, next]);
    }
  }
  return rules;
}
