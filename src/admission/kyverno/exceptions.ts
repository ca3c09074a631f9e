import type { Loosening } from '../../kube/loosening.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { filtersOf, filterText, newFilters, newlyExcluded } from './match.ts';

/**
 * What a PolicyException newly lets through: of `kyverno.io` by policy and rule, of `policies.kyverno.io` by policy (api/kyverno/v2,
 * api/policies.kyverno.io).
 */
export function exceptionLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before?.spec), mapping(after.spec)];
  const old = exempted(was);
  const policies = exempted(is).filter((each) => !old.includes(each));
  const remedy =
    'Where it is meant, name the one object that needs it, have it reviewed and accept it: whatever an exception is for, nothing refuses any more (`gitops-gate ignore`).';
  const matched = newFilters(undefined, is.match);
  const limits = limiting.flatMap((field) => (is[field] === undefined ? [] : [field, json(is[field])]));
  if (policies.length > 0) {
    return [
      {
        what: `newly exempts ${exemptedObjects(is)} from ${enumerate(policies.map(exemptedText))}`,
        remedy,
        severity: 'high',
        path: ['spec', is.exceptions === undefined ? 'policyRefs' : 'exceptions'],
        subject: ['exception', ...[...policies].sort(), ...matched, ...limits],
      },
    ];
  }
  if (before === undefined) return [];
  const objects = newlyExcluded(was.match, is.match);
  const field = limiting.find((each) => !isSameValue(was[each], is[each]));
  if (objects.length === 0 && field === undefined) return [];
  const whom = objects.length === 0 ? `other objects or values (${field})` : enumerate(objects.map(filterText));
  return [
    {
      what: `newly exempts ${whom} from ${enumerate(old.map(exemptedText))}`,
      remedy,
      severity: 'high',
      path: ['spec', ...(objects.length > 0 ? ['match'] : is[field ?? ''] === undefined ? [] : [field ?? ''])],
      subject: ['exception', 'match', ...objects.map(json).sort(), ...(field === undefined ? [] : limits)],
    },
  ];
}

/** The objects that an exception is for, in words: every one where it does not say so. */
function exemptedObjects(spec: Mapping): string {
  const objects = filtersOf(spec.match).map(filterText);
  const fields = limiting.filter((each) => spec[each] !== undefined);
  const by = fields.length === 0 ? '' : ` (limited by ${enumerate(fields)})`;
  return `${objects.length === 0 ? 'every object' : enumerate(objects)}${by}`;
}

/** Fields by which an exception is for less: which objects, controls, images or values; without one of them it is for all. */
const limiting = ['matchConditions', 'conditions', 'podSecurity', 'images', 'allowedValues'];

/** Policies, and rules of policies as `policy/rule`. */
function exempted(spec: Mapping): readonly string[] {
  const byRule = list(spec.exceptions).flatMap((each) => {
    const { policyName, ruleNames } = mapping(each);
    return strings(ruleNames).map((rule) => `${scalarText(policyName)}/${rule}`);
  });
  const whole = list(spec.policyRefs).map((each) => scalarText(mapping(each).name));
  return [...byRule, ...whole];
}

function exemptedText(code: string): string {
  const [policy = '', rule] = code.split('/');
  return rule === undefined ? `the policy ${policy}` : `the rule ${rule} of ${policy}`;
}
