import type { Loosening } from '../../kube/loosening.ts';
import { canonical, type Mapping, mapping, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { lossOf } from '../model/strength.ts';
import { autogenLoosened, generatedFor } from './autogen.ts';
import { contentLoosened } from './content.ts';
import type { MoreExempted } from './exceptions/exemptions.ts';
import { filtersOf } from './filters.ts';
import { coversKind } from './kinds.ts';
import { codesOf, excludedText, lostText, newFilters, newlyExcluded, noLongerMatched } from './match.ts';
import { type KyvernoRule, policyStrength, rulesOf, severityOf } from './rules.ts';
import { askedLess, type Elsewhere, isOne, isOpen } from './rules-elsewhere.ts';
import { type RulePair, weakerActions } from './weaker.ts';

/** What there is of other policies and of exceptions, next to policies that are compared. */
export interface OtherPolicies {
  readonly isElsewhere: Elsewhere;
  readonly isExempted: MoreExempted;
}

const noOthers: OtherPolicies = { isElsewhere: () => false, isExempted: () => undefined };

/** What a ClusterPolicy or Policy of Kyverno no longer refuses (kyverno.io/v1, api/kyverno/v1/spec_types.go and rule_types.go). */
export function clusterPolicyLoosened(
  before: Mapping,
  after: Mapping,
  { isElsewhere, isExempted }: OtherPolicies = noOthers,
): readonly Loosening[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const known = new Set(old.map(({ name }) => name));
  const added = now.filter(({ name }) => !known.has(name));
  const contentOf = ({ value: { name: _, ...value }, strength }: KyvernoRule) => canonical([value, strength]);
  const kept = old.flatMap((rule): readonly RulePair[] => {
    const isFree = ({ name }: KyvernoRule) =>
      !isExempted({ policy: before, rule: rule.name }, { policy: after, rule: name });
    // Under another name it demands the same.
    const other =
      now.find((each) => each.name === rule.name && isFree(each)) ??
      added.find((each) => contentOf(each) === contentOf(rule) && isFree(each));
    return other === undefined ? [] : [{ was: rule, is: other }];
  });
  const gone = old.filter((rule) => !kept.some((each) => each.was === rule) && !isElsewhere(rule, before));
  return [
    ...weakerActions(kept),
    ...gone.map((rule) => {
      const other = added.find((each) => contentOf(each) === contentOf(rule));
      const by = other && isExempted({ policy: before, rule: rule.name }, { policy: after, rule: other.name });
      const why = by && `The rule ${other.name} says the same, and ${by} exempts from it.`;
      return { ...goneRule(rule), ...(why === undefined ? {} : { details: [why] }) };
    }),
    ...kept.flatMap(ruleLoosened),
    ...onlyTheFirst(old, now, before, after),
    ...failurePolicy(was, is),
    ...askedLess(was, is),
    ...autogenLoosened(before, after),
  ];
}

/** What was refused by a policy that is gone: nothing where all its rules are in other policies. */
export function clusterPolicyGone(before: Mapping, { isElsewhere }: OtherPolicies): readonly Loosening[] {
  const rules = rulesOf(before);
  if (rules.length > 0 && rules.every((rule) => isElsewhere(rule, before))) return [];
  const strength = policyStrength(before);
  const did = { refuses: 'refused', warns: 'noted', records: 'noted', ignores: 'changed or made' }[strength];
  return [
    {
      what: `is gone, and with it what it ${did}`,
      remedy: 'Keep it, or have something else refuse the same.',
      severity: lossOf(strength),
      path: [],
      formerPath: [],
      subject: ['gone'],
    },
  ];
}

function goneRule(rule: KyvernoRule): Loosening {
  return {
    what: `no longer has the rule ${rule.name}`,
    remedy:
      'Keep the rule, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
    severity: severityOf(rule),
    path: ['spec', 'rules'],
    formerPath: rule.path,
    subject: ['rule', 'gone', rule.name],
  };
}

function ruleLoosened({ was, is }: RulePair): readonly Loosening[] {
  const lost = noLongerMatched(was.value.match, is.value.match, [...is.path, 'match']);
  const excluded = newlyExcluded(was.value.exclude, is.value.exclude, [...is.path, 'exclude']);
  const common = {
    severity: severityOf(was),
    remedy:
      'Keep what the rule matches, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
  };
  const by = `by its rule ${was.name}`;
  return [
    ...(lost[0] === undefined
      ? []
      : [
          {
            ...common,
            what: `${lostText(lost)} ${by}`,
            path: lost[0].path,
            subject: ['match', was.name, ...codesOf(lost), ...newFilters(was.value.match, is.value.match)],
          },
        ]),
    ...(excluded[0] === undefined
      ? []
      : [
          {
            ...common,
            what: `newly leaves out ${excludedText(excluded)} ${by}`,
            path: excluded[0].path,
            subject: ['exclude', was.name, ...codesOf(excluded)],
          },
        ]),
    ...contentLoosened(was, is),
  ];
}

/** With `applyRules: One` the first rule that is for an object ends the policy, whether the object keeps it or not (kyverno, pkg/engine/validation.go). */
function onlyTheFirst(
  old: readonly KyvernoRule[],
  now: readonly KyvernoRule[],
  before: Mapping,
  after: Mapping,
): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  if (!isOne(is)) return [];
  // Rules for pods are made for these as well.
  const workloads = generatedFor(after);
  const kept = now.filter(({ name }) => old.some((each) => each.name === name));
  const behind = kept.filter((rule) => {
    const others = now.slice(0, now.indexOf(rule)).filter((each) => mayBothJudge(each, rule, workloads));
    const former = old.findIndex(({ name }) => name === rule.name);
    const before = isOne(was) ? old.slice(0, former).map(({ name }) => name) : [];
    return rule.strength === 'refuses' && others.some(({ name }) => !before.includes(name));
  });
  if (behind.length === 0) return [];
  const names = behind.map(({ name }) => name);
  return [
    {
      what: `newly applies the rule ${enumerate(names)} only to what no rule before it is for (applyRules: One)`,
      remedy: 'Leave applyRules out, or keep the rules in a policy of their own.',
      severity: 'high',
      path: isOne(was) ? (behind[0]?.path ?? []) : ['spec', 'applyRules'],
      subject: ['applyRules', ...names.sort()],
    },
  ];
}

/** Whether two rules may be for the same object, as far as their kinds show it. */
function mayBothJudge(one: KyvernoRule, other: KyvernoRule, workloads: readonly string[]): boolean {
  const kindsOf = ({ value }: KyvernoRule) =>
    filtersOf(value.match).map(({ fields }) =>
      strings(fields.kinds).flatMap((kind) => (coversKind(kind, 'Pod') ? [kind, ...workloads] : [kind])),
    );
  const isOverlap = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 ||
    b.length === 0 ||
    a.some((each) => b.some((wanted) => coversKind(each, wanted) || coversKind(wanted, each)));
  return kindsOf(one).some((a) => kindsOf(other).some((b) => isOverlap(a, b)));
}

function failurePolicy(was: Mapping, is: Mapping): readonly Loosening[] {
  if (!isOpen(is) || isOpen(was)) return [];
  const path =
    is.failurePolicy === 'Ignore' ? ['spec', 'failurePolicy'] : ['spec', 'webhookConfiguration', 'failurePolicy'];
  return [
    {
      what: 'newly lets requests through where Kyverno does not answer (failurePolicy: Ignore)',
      remedy: 'Keep failurePolicy: Fail.',
      severity: 'high',
      path,
      subject: ['failurePolicy'],
    },
  ];
}
