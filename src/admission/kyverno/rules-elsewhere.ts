import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { canonical, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { narrowed } from '../model/narrowing.ts';
import { generatedFor } from './autogen.ts';
import type { MoreExempted } from './exceptions/exemptions.ts';
import { type KyvernoRule, rulesOf } from './rules.ts';

/** Whether a rule of a policy is in another policy after the change, and is applied there as much. */
export type Elsewhere = (rule: KyvernoRule, policy: Mapping) => boolean;

/** A rule in the policy it is in. */
interface AppliedRule {
  readonly code: string;
  readonly rule: string;
  readonly policy: Mapping;
}

/** Rules of one content that are tried. */
const mostAlike = 50;

/** Finds rules among the policies after a change: one in a policy that is asked less, or from which more is exempted, is not the same. */
export function rulesElsewhere(policies: readonly Mapping[], isExempted: MoreExempted): Elsewhere {
  const byCode = groupBy(policies.flatMap(appliedRules), ({ code }) => code);
  return (rule, policy) =>
    (byCode.get(codeOf(rule, policy)) ?? [])
      .slice(0, mostAlike)
      .some(
        (each) =>
          !isAskedLess(mapping(policy.spec), mapping(each.policy.spec)) &&
          !isExempted({ policy, rule: rule.name }, { policy: each.policy, rule: each.rule }),
      );
}

/** None of those that another rule before them may keep from being applied. */
function appliedRules(policy: Mapping): readonly AppliedRule[] {
  const rules = rulesOf(policy);
  return (isOne(mapping(policy.spec)) ? rules.slice(0, 1) : rules).map((rule) => ({
    code: codeOf(rule, policy),
    rule: rule.name,
    policy,
  }));
}

/** All of a rule that decides what it refuses. */
function codeOf({ value, strength, actions }: KyvernoRule, policy: Mapping): string {
  const { name: _, validate, ...others } = value;
  const { failureAction, failureActionOverrides, message, ...demands } = mapping(validate);
  const overrides = [actions.ownOverrides, actions.policyOverrides].map((all) => all.map(({ path, ...each }) => each));
  const action = (actions.own ?? actions.policy)?.isEnforce === true;
  return canonical([
    [policy.kind, valueUnder(policy, 'metadata', 'namespace')],
    [demands, others, strength, action, overrides, generatedFor(policy)],
  ]);
}

/** Whether a policy by its settings is asked about less than another one (kyverno, api/kyverno/v1/spec_types.go). */
function isAskedLess(was: Mapping, is: Mapping): boolean {
  const isOff = (field: string) => is[field] === false && was[field] !== false;
  return isOff('admission') || isOff('background') || (isOpen(is) && !isOpen(was)) || askedLess(was, is).length > 0;
}

/** Whether the first rule that is for an object ends the policy. */
export function isOne(spec: Mapping): boolean {
  return spec.applyRules === 'One';
}

/** Whether requests get through where Kyverno does not answer. */
export function isOpen(spec: Mapping): boolean {
  const stated = scalarText(mapping(spec.webhookConfiguration).failurePolicy) || scalarText(spec.failurePolicy);
  return stated === 'Ignore';
}

/** Conditions under which the API server asks Kyverno at all (spec.webhookConfiguration). */
export function askedLess(was: Mapping, is: Mapping): readonly Loosening[] {
  const field = 'webhookConfiguration';
  const read = (spec: Mapping) => ({ matchConditions: mapping(spec[field]).matchConditions });
  return narrowed(read(was), read(is), ['spec', field], 'high');
}
