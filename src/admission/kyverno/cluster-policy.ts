import type { Loosening } from '../../kube/loosening.ts';
import { json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { compareSeverity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { narrowed } from '../model/narrowing.ts';
import { type Strength, strongest, weakened } from '../model/strength.ts';
import { autogenLoosened } from './autogen.ts';
import { filterText, newFilters, newlyExcluded, noLongerMatched } from './match.ts';
import { content } from './rule-content.ts';
import { type KyvernoRule, rulesOf, severityOf } from './rules.ts';

/** What a ClusterPolicy or Policy of Kyverno no longer refuses (kyverno.io/v1, api/kyverno/v1/spec_types.go and rule_types.go). */
export function clusterPolicyLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const known = new Set(old.map(({ name }) => name));
  const added = now.filter(({ name }) => !known.has(name));
  const contentOf = ({ value: { name: _, ...value }, strength }: KyvernoRule) => json([value, strength]);
  const kept = old.flatMap((rule): readonly Loosening[] => {
    // Under another name it demands the same.
    const other =
      now.find(({ name }) => name === rule.name) ?? added.find((each) => contentOf(each) === contentOf(rule));
    return other === undefined ? [goneRule(rule)] : ruleLoosened(rule, other);
  });
  return [
    ...policyAction(old, now, was, is),
    ...kept,
    ...failurePolicy(was, is),
    ...conditions(was, is),
    ...overrides(was, is, ['spec'], 'validationFailureActionOverrides', ''),
    ...autogenLoosened(before, after),
  ];
}

/** What a policy did about what breaks any of its rules. */
export function policyStrength(value: Mapping): Strength {
  return strongest(rulesOf(value).map(({ strength }) => strength));
}

/** Less is done about all rules that leave it to the policy: said once. */
function policyAction(
  old: readonly KyvernoRule[],
  now: readonly KyvernoRule[],
  was: Mapping,
  is: Mapping,
): readonly Loosening[] {
  const field = is.admission === false && was.admission !== false ? 'admission' : 'validationFailureAction';
  const isStated = is[field] !== undefined;
  const path = isStated ? ['spec', field] : ['spec'];
  const places = isStated ? { path } : { path, formerPath: ['spec', field] };
  const found = now
    .filter(({ isByPolicy }) => isByPolicy)
    .flatMap(({ name, strength }) => {
      const former = old.find((each) => each.name === name);
      return former === undefined ? [] : weakened(former.strength, strength, places).map((each) => ({ name, each }));
    });
  const [first] = found.map(({ each }) => each).sort((one, other) => compareSeverity(one.severity, other.severity));
  if (first === undefined) return [];
  // Rules that are as strong as they were are not among those of which this is said.
  const weaker = new Set(found.map(({ name }) => name));
  const kept = now.flatMap(({ name, isByPolicy }) => (isByPolicy || weaker.has(name) ? [] : [name]));
  return [{ ...first, subject: [...first.subject, ...kept.sort()] }];
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

function ruleLoosened(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const severity = severityOf(was);
  const lost = noLongerMatched(was.value.match, is.value.match);
  const excluded = newlyExcluded(was.value.exclude, is.value.exclude);
  const common = {
    severity,
    remedy:
      'Keep what the rule matches, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
  };
  const by = `by its rule ${was.name}`;
  return [
    ...(is.isByPolicy ? [] : weakened(was.strength, is.strength, { path: is.path, who: was.name })),
    ...(lost.length === 0
      ? []
      : [
          {
            ...common,
            what: `no longer judges ${enumerate(lost.map(filterText))} ${by}`,
            path: [...is.path, 'match'],
            subject: ['match', was.name, ...lost.map(json).sort(), ...newFilters(was.value.match, is.value.match)],
          },
        ]),
    ...(excluded.length === 0
      ? []
      : [
          {
            ...common,
            what: `newly leaves out ${enumerate(excluded.map(filterText))} ${by}`,
            path: [...is.path, 'exclude'],
            subject: ['exclude', was.name, ...excluded.map(json).sort()],
          },
        ]),
    ...overrides(
      mapping(was.value.validate),
      mapping(is.value.validate),
      [...is.path, 'validate'],
      'failureActionOverrides',
      was.name,
    ),
    ...content(was, is),
  ];
}

/** Namespaces in which a policy only records. */
function overrides(was: Mapping, is: Mapping, at: Path, field: string, rule: string): readonly Loosening[] {
  const read = (value: Mapping) =>
    list(value[field]).filter((each) => scalarText(mapping(each).action).toLowerCase() === 'audit');
  const old = new Set(read(was).map(json));
  return read(is)
    .filter((each) => !old.has(json(each)))
    .map((each) => {
      const names = strings(mapping(each).namespaces);
      const where = names.length === 0 ? 'namespaces by their labels' : `namespace ${enumerate(names)}`;
      return {
        what: `newly only records in ${where}${rule === '' ? '' : ` by its rule ${rule}`}`,
        remedy:
          'Keep refusing there, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
        severity: 'high',
        path: [...at, field, list(is[field]).indexOf(each)],
        subject: [field, rule, json(each)],
      };
    });
}

function failurePolicy(was: Mapping, is: Mapping): readonly Loosening[] {
  const stated = (spec: Mapping) =>
    scalarText(mapping(spec.webhookConfiguration).failurePolicy) || scalarText(spec.failurePolicy);
  if (stated(is) !== 'Ignore' || stated(was) === 'Ignore') return [];
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

/** Conditions under which the API server asks Kyverno at all (spec.webhookConfiguration). */
function conditions(was: Mapping, is: Mapping): readonly Loosening[] {
  const field = 'webhookConfiguration';
  const read = (spec: Mapping) => ({ matchConditions: mapping(spec[field]).matchConditions });
  return narrowed(read(was), read(is), ['spec', field], 'high');
}
