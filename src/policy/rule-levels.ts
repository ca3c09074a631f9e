import { compareSeverity, type Severity } from '../severity.ts';
import { matchGlob } from './glob.ts';
import type { Policy } from './policy.ts';

/** What a policy may say of a rule. */
export type RuleLevel = Severity | 'off';

type Levels = Pick<Policy, 'rules' | 'rulesByScope'>;

/**
 * What a policy says of a rule's findings in a scope; undefined where they keep their own severity. Of levels by scope that of the scope's own name holds, else
 * the strictest of the globs that match. What is in no scope (a commit, the repository) has none of these.
 */
export function levelIn(
  { rules, rulesByScope }: Levels,
  rule: string,
  scope: string | undefined,
): RuleLevel | undefined {
  const scoped = rulesByScope.get(rule);
  if (scoped === undefined || scope === undefined) return rules.get(rule);
  const exact = scoped.get(scope);
  if (exact !== undefined) return exact;
  return [...scoped].flatMap(([glob, level]) => (matchGlob(glob, scope) ? level : [])).sort(compareLevels)[0];
}

/** Whether a policy turns a rule off in a scope. */
export const isOffIn = (policy: Levels, rule: string, scope: string | undefined): boolean =>
  levelIn(policy, rule, scope) === 'off';

/** Whether nothing comes of what a rule finds, wherever it is: it is off, and no signature is demanded for what it finds. */
export function isOffForAll(
  { rules, rulesByScope, signatures }: Levels & Pick<Policy, 'signatures'>,
  rule: string,
): boolean {
  if (rules.get(rule) !== 'off' || rulesByScope.has(rule)) return false;
  return !signatures.requirements.some((each) => each.rules.includes(rule));
}

/** The strictest first. */
export function compareLevels(one: RuleLevel, other: RuleLevel): number {
  if (one === 'off' || other === 'off') return Number(one === 'off') - Number(other === 'off');
  return compareSeverity(one, other);
}
