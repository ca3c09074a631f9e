import type { Loosening } from '../../kube/loosening.ts';
import {
  canonical,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  valueUnder,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { areNoStricter, isWithoutConditions, withConditions } from './conditions.ts';
import { imagesLoosened, otherDemands } from './images.ts';
import { type KyvernoRule, severityOf } from './rules.ts';

/** What a rule no longer demands, or demands otherwise; whom it is for is compared by itself. */
export function contentLoosened(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  if (was.isJudge && !is.isJudge) return [judgesNoLonger(was, is)];
  if (!was.isJudge) return [...conditions(was, is), ...changesOtherwise(was, is)];
  const [rest, otherRest] = [restOf(was), restOf(is)];
  const others = rest === otherRest ? [] : [otherRest];
  const found = [
    ...podSecurity(was, is),
    ...imagesLoosened(was, is),
    ...conditions(was, is),
    ...deny(was, is),
    ...existing(was, is),
  ];
  if (found.length > 0) return found.map((each) => ({ ...each, subject: [...each.subject, ...others] }));
  const [old, now] = [demandsOf(was, was, is), demandsOf(is, was, is)];
  const field = Object.keys(old).find((each) => !isSameValue(old[each], now[each]));
  return field === undefined ? [] : [other(was, is, field, others)];
}

function other(was: KyvernoRule, is: KyvernoRule, field: string, others: readonly string[]): Loosening {
  const now = is.value[field];
  return {
    what: `judges otherwise than before by its rule ${was.name} (${field}); whether it refuses less was not judged`,
    remedy: 'Compare what both versions of the rule refuse.',
    severity: was.strength === 'refuses' ? 'medium' : 'low',
    path: now === undefined ? is.path : [...is.path, field],
    ...(now === undefined ? { formerPath: [...was.path, field] } : {}),
    subject: ['content', was.name, field, ...others],
  };
}

/** What both versions are compared by; what is less of it is named by itself, and what is more is no matter. */
function demandsOf(rule: KyvernoRule, was: KyvernoRule, is: KyvernoRule): Mapping {
  const { value } = rule;
  const expressions = ({ value: { celPreconditions } }: KyvernoRule) =>
    list(celPreconditions).map((each) => scalarText(mapping(each).expression).trim());
  const isOtherCel = !expressions(is).every((each) => expressions(was).includes(each));
  return {
    validate: withConditions(isMoreDenied(was, is) ? withoutDeny(validateOf(rule)) : validateOf(rule)),
    verifyImages: otherDemands(rule),
    preconditions: areOtherConditions(was, is) ? value.preconditions : undefined,
    celPreconditions: isOtherCel ? value.celPreconditions : undefined,
    context: contextOf(rule, was),
    imageExtractors: value.imageExtractors,
  };
}

function isMoreDenied(was: KyvernoRule, is: KyvernoRule): boolean {
  const [old, now] = [deniedBy(was), deniedBy(is)];
  return old !== undefined && now !== undefined && areNoStricter(old, now);
}

function withoutDeny({ deny, ...validate }: Mapping): Mapping {
  const { conditions: _, ...others } = mapping(deny);
  return { ...validate, deny: others };
}

function areOtherConditions(was: KyvernoRule, is: KyvernoRule): boolean {
  return !areNoStricter(was.value.preconditions, is.value.preconditions);
}

/** Variables by their names, but for new ones that nothing of the former rule names. */
function contextOf({ value }: KyvernoRule, was: KyvernoRule): Mapping {
  const { context, ...others } = was.value;
  const known = new Set(list(context).map((each) => scalarText(mapping(each).name)));
  const former = json(others) + json(context);
  const entries = list(value.context).map((each) => [scalarText(mapping(each).name), each] as const);
  return Object.fromEntries(entries.filter(([name]) => known.has(name) || former.includes(name)));
}

function validateOf({ value }: KyvernoRule): Mapping {
  const { failureAction, failureActionOverrides, message, allowExistingViolations, podSecurity, ...validate } = mapping(
    value.validate,
  );
  if (podSecurity === undefined) return validate;
  const { level, exclude, ...standards } = mapping(podSecurity);
  return { ...validate, podSecurity: standards };
}

/** What a rule refuses; where conditions of that are only fewer, it refuses more. */
function deniedBy({ value }: KyvernoRule): unknown {
  return valueUnder(value.validate, 'deny', 'conditions');
}

/** A rule that refuses what fulfils its conditions, and now only what fulfils more of them (api/kyverno/v1, Deny). */
function deny(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const [old, now] = [deniedBy(was), deniedBy(is)];
  if (old === undefined || now === undefined) return [];
  if (areNoStricter(old, now) || !areNoStricter(now, old)) return [];
  return [
    {
      what: `newly refuses only what fulfils more conditions by its rule ${was.name} (deny)`,
      remedy: 'Keep what the rule refuses, and exempt what needs it by its name, which is reported as well.',
      severity: severityOf(was),
      path: [...is.path, 'validate', 'deny', 'conditions'],
      subject: ['deny', was.name],
    },
  ];
}

/** What a rule demands apart from what is named where it is less, as JSON. */
function restOf(rule: KyvernoRule): string {
  const { value } = rule;
  const { podSecurity, ...validate } = validateOf(rule);
  const images = list(value.verifyImages).map((each) => {
    const { imageReferences, skipImageReferences, failureAction, required, verifyDigest, mutateDigest, ...others } =
      mapping(each);
    return others;
  });
  const more = value.context === undefined ? [] : [value.context];
  return json([validate, mapping(podSecurity), images, value.preconditions, value.celPreconditions, ...more]);
}

/** A rule that refused, and now changes or makes objects. */
function judgesNoLonger(was: KyvernoRule, is: KyvernoRule): Loosening {
  const field = ['mutate', 'generate'].find((each) => is.value[each] !== undefined);
  const does = { mutate: 'changes objects', generate: 'makes objects' }[field ?? ''] ?? 'does nothing';
  const former = was.value.validate === undefined ? 'verifyImages' : 'validate';
  return {
    what: `no longer judges anything by its rule ${was.name}, which now ${does}`,
    remedy: 'Keep the rule, and add another one for what is to be changed or made.',
    severity: severityOf(was),
    path: field === undefined ? is.path : [...is.path, field],
    formerPath: [...was.path, former],
    subject: ['judge', was.name, field ?? ''],
  };
}

/** What a rule changes or makes is another thing: nothing of it was refused. */
function changesOtherwise(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const field = ['mutate', 'generate'].find(
    (each) => was.value[each] !== undefined && !isSameValue(was.value[each], is.value[each]),
  );
  if (field === undefined || is.isJudge) return [];
  const now = is.value[field];
  return [
    {
      what: `${field === 'mutate' ? 'changes' : 'makes'} objects otherwise than before by its rule ${was.name} (${field})`,
      remedy: 'Compare what both versions of the rule set.',
      severity: 'low',
      path: now === undefined ? is.path : [...is.path, field],
      ...(now === undefined ? { formerPath: [...was.path, field] } : {}),
      subject: ['content', was.name, field, canonical(now)],
    },
  ];
}

/** A rule that is asked about less: there are conditions where it had none, or further ones that have to hold as well (api/kyverno/v1, Rule). */
function conditions(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const field = ['preconditions', 'celPreconditions'].find((each) => {
    const [old, now] = [was.value[each], is.value[each]];
    return isWithoutConditions(old) && !isWithoutConditions(now);
  });
  const isMore =
    field === undefined &&
    areNoStricter(is.value.preconditions, was.value.preconditions) &&
    areOtherConditions(was, is);
  const name = field ?? (isMore ? 'preconditions' : undefined);
  if (name === undefined) return [];
  return [
    {
      what: `newly judges only what fulfils ${isMore ? 'more of its' : 'its'} ${name} by its rule ${was.name}`,
      remedy:
        'Keep what the rule judges, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
      severity: severityOf(was),
      path: [...is.path, name],
      subject: ['conditions', was.name, name],
    },
  ];
}

/** Objects that break a rule already may be changed, and break it still, unless it says otherwise (kyverno, pkg/engine/handlers/validation). */
function existing(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const isAllowed = ({ value }: KyvernoRule) => valueUnder(value.validate, 'allowExistingViolations') !== false;
  if (isAllowed(was) || !isAllowed(is) || was.value.validate === undefined || is.value.validate === undefined)
    return [];
  const isStated = mapping(is.value.validate).allowExistingViolations !== undefined;
  const field = ['validate', 'allowExistingViolations'];
  return [
    {
      what: `newly lets objects be changed that break its rule ${was.name} already (allowExistingViolations)`,
      remedy: 'Keep allowExistingViolations: false, and fix the objects that break the rule.',
      severity: was.strength === 'refuses' ? 'medium' : 'low',
      path: isStated ? [...is.path, ...field] : [...is.path, 'validate'],
      ...(isStated ? {} : { formerPath: [...was.path, ...field] }),
      subject: ['existing', was.name],
    },
  ];
}

/** From the least to the most (pod-security-admission, api/constants.go). */
const levels = ['privileged', 'baseline', 'restricted'];

/** Levels that are no longer demanded, and controls that are left out (api/kyverno/v1, PodSecurity). */
function podSecurity(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const path = [...is.path, 'validate', 'podSecurity'];
  const [old, now] = [was, is].map(({ value }) => mapping(valueUnder(value.validate, 'podSecurity'))) as [
    Mapping,
    Mapping,
  ];
  const common = {
    remedy:
      'Keep the level, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
    severity: severityOf(was),
  };
  const [level, newLevel] = [scalarText(old.level), scalarText(now.level)];
  const known = new Set(list(old.exclude).map(canonical));
  const added = list(now.exclude).filter((each) => !known.has(canonical(each)));
  const names = added.map((each) => scalarText(mapping(each).controlName));
  return [
    ...(levels.indexOf(newLevel) >= levels.indexOf(level)
      ? []
      : [
          {
            ...common,
            what: `no longer demands the level ${level} by its rule ${was.name}`,
            path: [...path, 'level'],
            subject: ['podSecurity', was.name, newLevel],
          },
        ]),
    ...(added.length === 0
      ? []
      : [
          {
            ...common,
            what: `newly leaves out the control ${enumerate(names)} by its rule ${was.name}`,
            path: [...path, 'exclude', list(now.exclude).indexOf(added[0])],
            subject: ['podSecurity', was.name, ...added.map(json)],
          },
        ]),
  ];
}
