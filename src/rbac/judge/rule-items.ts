import { canonical, list, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { PolicyRule, Role } from '../model/rbac-object.ts';
import type { StepBudget } from '../model/step-budget.ts';

const fields = ['verbs', 'resources', 'nonResourceURLs', 'apiGroups', 'resourceNames'] as const;

export type RuleField = (typeof fields)[number];

/** An entry of a rule's list that its former text does not have. */
export interface NewItem {
  readonly path: Path;
  readonly field: RuleField;
  readonly text: string;
}

/** The entries that are new in a rule; undefined where the whole rule is new. Empty where something was only removed. */
export function newItems(
  rule: PolicyRule,
  role: Role,
  old: Role | undefined,
  work: StepBudget,
): readonly NewItem[] | undefined {
  const former = old === undefined ? undefined : formerRule(rule, role, old, work);
  if (former === undefined) return undefined;
  return fields.flatMap((field) => {
    const known = new Set(entries(former.value, field));
    return entries(rule.value, field).flatMap((text, index) =>
      known.has(text) ? [] : [{ path: [...rule.path, field, index], field, text }],
    );
  });
}

/** Rules beyond which no former one is looked for: every rule would be compared with every other. */
const mostReplaced = 100;

/** The rule on the base's side that became this one: the most alike of those that are gone. */
function formerRule(rule: PolicyRule, role: Role, old: Role, work: StepBudget): PolicyRule | undefined {
  const replaced = replacedRules(role, old);
  if (replaced.length > mostReplaced) return undefined;
  let best: PolicyRule | undefined;
  let bestLikeness = 0;
  for (const candidate of replaced) {
    work.charge(length(rule) + length(candidate));
    const parts = fields.map((field) => likeness(entries(rule.value, field), entries(candidate.value, field)));
    const shared = parts.filter((part) => part > 0).length;
    const sum = parts.reduce((total, part) => total + part, 0);
    if (shared >= 2 && sum > bestLikeness) {
      best = candidate;
      bestLikeness = sum;
    }
  }
  return best;
}

/** Asked for each new rule of the role. */
const replacedByRole = new WeakMap<Role, { readonly old: Role; readonly rules: readonly PolicyRule[] }>();

/** The former rules that the role no longer has. */
function replacedRules(role: Role, old: Role): readonly PolicyRule[] {
  const known = replacedByRole.get(role);
  if (known?.old === old) return known.rules;
  const kept = new Set(role.rules.map(({ value }) => canonical(value)));
  const rules = old.rules.filter((candidate) => !kept.has(canonical(candidate.value)));
  replacedByRole.set(role, { old, rules });
  return rules;
}

/** Entries of all lists. */
function length({ value }: PolicyRule): number {
  return fields.reduce((sum, field) => sum + entries(value, field).length, 1);
}

/** Share of common entries, 0 to 1. */
function likeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const set = new Set(right);
  return left.filter((item) => set.has(item)).length / Math.max(left.length, right.length);
}

function entries(value: unknown, field: RuleField): readonly string[] {
  return list(mapping(value)[field]).map(scalarText);
}
