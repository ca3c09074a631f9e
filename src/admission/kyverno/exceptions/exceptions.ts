import type { Loosening } from '../../../kube/loosening.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../../plain-values.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import type { Path } from '../../../yaml/document.ts';
import { areNoStricter, isWithoutConditions } from '../conditions.ts';
import { filtersOf, filterText } from '../filters.ts';
import { isLike } from '../kinds.ts';
import { codesOf, excludedText, newFilters, newlyExcluded } from '../match.ts';

/**
 * What a PolicyException newly lets through: of `kyverno.io` by policy and rule, of `policies.kyverno.io` by policy (api/kyverno/v2,
 * api/policies.kyverno.io). One under another name that exempts no more than a former one exempts nothing new.
 */
export function exceptionLoosened(
  before: Mapping | undefined,
  after: Mapping,
  former: readonly Mapping[] = [],
): readonly Loosening[] {
  if (before === undefined && former.some((each) => exceptionLoosened(each, after).length === 0)) return [];
  const [was, is] = [mapping(before?.spec), mapping(after.spec)];
  const old = exempted(was);
  const policies = exempted(is).filter((each) => !old.some((other) => coversExempted(other, each)));
  const remedy =
    'Where it is meant, name the one object that needs it, have it reviewed and accept it: nothing refuses what an exception names (`gitops-gate ignore`).';
  const matched = newFilters(undefined, is.match);
  const limits = limiting.flatMap((field) => (is[field] === undefined ? [] : [field, json(is[field])]));
  if (policies.length > 0) {
    return [
      {
        what: `newly exempts ${exemptedObjects(is)} from ${enumerate(policies.map(exemptedText))}`,
        remedy,
        severity: 'high',
        path: policies[0]?.path ?? [],
        subject: ['exception', ...policies.map(codeOf).sort(), ...matched, ...limits],
      },
    ];
  }
  if (before === undefined) return [];
  const objects = newlyExcluded(was.match, is.match, ['spec', 'match']);
  const field = limiting.find((each) => isOtherLimit(each, was[each], is[each]));
  if (objects[0] === undefined && field === undefined) return [];
  const from = enumerate(old.map(exemptedText));
  const whom = objects.length === 0 ? `other objects or values (${field})` : excludedText(objects);
  const isLonger = objects.length === 0 && field === 'expiresAt';
  return [
    {
      what: isLonger ? `exempts from ${from} for longer than before (expiresAt)` : `newly exempts ${whom} from ${from}`,
      remedy,
      severity: 'high',
      ...(objects[0] === undefined ? placesOf(is, field ?? '') : { path: objects[0].path }),
      subject: ['exception', 'match', ...codesOf(objects), ...(field === undefined ? [] : limits)],
    },
  ];
}

function placesOf(is: Mapping, field: string): Pick<Loosening, 'path' | 'formerPath'> {
  const path = ['spec', field];
  if (is[field] === undefined) return { path: ['spec'], formerPath: path };
  return { path };
}

/** Whether what an exception is limited by is something else than before; further conditions only leave more to the policy. */
function isOtherLimit(field: string, before: unknown, after: unknown): boolean {
  if (isSameValue(before, after)) return false;
  if (field === 'expiresAt') return isLater(before, after);
  if (field === 'conditions') return isWithoutConditions(after) || !areNoStricter(after, before);
  if (field !== 'matchConditions') return true;
  const expressions = (value: unknown) => list(value).map((each) => scalarText(mapping(each).expression).trim());
  return !expressions(before).every((each) => expressions(after).includes(each));
}

/** Whether an exception ends later, or never any more; a time that cannot be read may be any (IsExpired, api/policies.kyverno.io). */
function isLater(before: unknown, after: unknown): boolean {
  return before !== undefined && !(Date.parse(scalarText(after)) <= Date.parse(scalarText(before)));
}

/** The objects that an exception is for, in words: every one where it does not say so. */
function exemptedObjects(spec: Mapping): string {
  const objects = filtersOf(spec.match).map(({ fields }) => filterText(fields));
  const fields = limiting.filter((each) => spec[each] !== undefined);
  const by = fields.length === 0 ? '' : ` (limited by ${enumerate(fields)})`;
  return `${objects.length === 0 ? 'every object' : enumerate(objects)}${by}`;
}

/** Fields by which an exception is for less: which objects, controls, images or values, and until when; without one of them it is for all. */
const limiting = ['matchConditions', 'conditions', 'podSecurity', 'images', 'allowedValues', 'expiresAt'];

/** A policy, or rules of one, whose names may have `*`. */
export interface Exempted {
  /** The kind of the policy, where it is exempted from as a whole. */
  readonly kind: string;
  readonly policy: string;
  readonly rule: string | undefined;
  readonly path: Path;
}

/** What an exception names: rules by their policy, or policies by their kind (PolicyRef, api/policies.kyverno.io). */
export function exempted(spec: Mapping): readonly Exempted[] {
  const byRule = list(spec.exceptions).flatMap((each, index) => {
    const { policyName, ruleNames } = mapping(each);
    const path = ['spec', 'exceptions', index, 'ruleNames'];
    return strings(ruleNames).map((rule, at) => ({
      kind: '',
      policy: scalarText(policyName),
      rule,
      path: [...path, at],
    }));
  });
  const whole = list(spec.policyRefs).map((each, index) => {
    const { kind, name } = mapping(each);
    const path = ['spec', 'policyRefs', index];
    return { kind: scalarText(kind), policy: scalarText(name), rule: undefined, path };
  });
  return [...byRule, ...whole];
}

function coversExempted(own: Exempted, wanted: Exempted): boolean {
  if (own.policy !== wanted.policy || own.kind !== wanted.kind) return false;
  if (own.rule === undefined || wanted.rule === undefined) return own.rule === wanted.rule;
  return isLike(own.rule, wanted.rule);
}

function codeOf({ kind, policy, rule }: Exempted): string {
  if (rule !== undefined) return `${policy}/${rule}`;
  return kind === '' ? policy : `${kind} ${policy}`;
}

function exemptedText({ kind, policy, rule }: Exempted): string {
  return rule === undefined ? `the ${kind || 'policy'} ${policy}` : `the rule ${rule} of ${policy}`;
}
