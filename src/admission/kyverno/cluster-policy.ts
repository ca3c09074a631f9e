import type { Loosening } from '../../kube/loosening.ts';
import {
  addedItems,
  canonical,
  isSameValue,
  itemsBeyond,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
  text,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { narrowed } from '../model/narrowing.ts';
import { lossOf, type Strength, strongest, weakened } from '../model/strength.ts';
import { autogenLoosened } from './autogen.ts';
import { filterText, newFilters, newlyExcluded, noLongerMatched } from './match.ts';

/** A rule of a policy, in the object it is in. */
interface KyvernoRule {
  readonly name: string;
  readonly value: Mapping;
  readonly path: Path;
  readonly strength: Strength;
  /** Whether the policy says what is done, and not the rule. */
  readonly isByPolicy: boolean;
}

/** What a ClusterPolicy or Policy of Kyverno no longer refuses (kyverno.io/v1, api/kyverno/v1/spec_types.go and rule_types.go). */
export function clusterPolicyLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const known = new Set(old.map(({ name }) => name));
  const added = now.filter(({ name }) => !known.has(name));
  const contentOf = ({ value: { name: _, ...value }, strength }: KyvernoRule) => canonical([value, strength]);
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

function rulesOf({ spec: specification }: Mapping): readonly KyvernoRule[] {
  const spec = mapping(specification);
  return list(spec.rules).map((each, index) => {
    const value = mapping(each);
    const isByPolicy = ownAction(value) === undefined || spec.admission === false;
    const path = ['spec', 'rules', index];
    return { name: scalarText(value.name), value, path, strength: strengthOf(value, spec), isByPolicy };
  });
}

/** A rule's own action, else its policy's, else Audit; small letters were the older form. */
function strengthOf(rule: Mapping, spec: Mapping): Strength {
  if (spec.admission === false) return 'records';
  const action = ownAction(rule) ?? text(spec.validationFailureAction) ?? 'Audit';
  if (rule.validate === undefined && rule.verifyImages === undefined) return 'warns';
  return action.toLowerCase() === 'enforce' ? 'refuses' : 'records';
}

function ownAction(rule: Mapping): string | undefined {
  const images = list(rule.verifyImages).map((each) => text(mapping(each).failureAction));
  return [text(mapping(rule.validate).failureAction), ...images].find((each) => each !== undefined);
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

/** Rules that change or make objects are not strong or weak; their loss is worth a look. */
function severityOf({ strength }: KyvernoRule): Severity {
  return strength === 'warns' ? 'medium' : lossOf(strength);
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
  const old = new Set(read(was).map(canonical));
  return read(is)
    .filter((each) => !old.has(canonical(each)))
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

/** What a rule demands, without what is compared by itself. */
function content(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const [rest, otherRest] = [restOf(was), restOf(is)];
  const others = isSameValue(rest, otherRest) ? [] : [json(otherRest)];
  const found = [...podSecurity(was, is), ...images(was, is), ...newConditions(was, is)];
  if (found.length > 0) return found.map((each) => ({ ...each, subject: [...each.subject, ...others] }));
  const demands = ({ value }: KyvernoRule) => {
    const { failureAction, failureActionOverrides, message, allowExistingViolations, ...validate } = mapping(
      value.validate,
    );
    const verify = list(value.verifyImages).map((each) => ({ ...mapping(each), failureAction: undefined }));
    return {
      validate,
      verifyImages: verify,
      preconditions: value.preconditions,
      celPreconditions: value.celPreconditions,
    };
  };
  const [old, now] = [demands(was), demands(is)];
  const field = (Object.keys(old) as (keyof typeof old)[]).find((each) => !isSameValue(old[each], now[each]));
  if (field === undefined || was.strength === 'warns') return [];
  return [
    {
      what: `judges otherwise than before by its rule ${was.name} (${field}); whether it refuses less was not judged`,
      remedy: 'Compare what both versions of the rule refuse.',
      severity: was.strength === 'refuses' ? 'medium' : 'low',
      path: [...is.path, field],
      subject: ['content', was.name, field, ...others],
    },
  ];
}

/** What a rule demands besides what is named where it is less. */
function restOf({ value }: KyvernoRule): unknown {
  const { failureAction, failureActionOverrides, message, allowExistingViolations, podSecurity, ...validate } = mapping(
    value.validate,
  );
  const { level, exclude, ...standards } = mapping(podSecurity);
  const images = list(value.verifyImages).map((each) => {
    const { imageReferences, skipImageReferences, ...others } = mapping(each);
    return {
      ...others,
      failureAction: undefined,
      ...Object.fromEntries(demandsOfImages.map((field) => [field, undefined])),
    };
  });
  return [validate, standards, images, value.preconditions, value.celPreconditions];
}

/** A rule that was asked about everything that it matches, and now only where conditions hold as well (api/kyverno/v1, Rule). */
function newConditions(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const isNone = (value: unknown) => Object.keys(mapping(value)).length + list(value).length === 0;
  const field = ['preconditions', 'celPreconditions'].find(
    (each) => isNone(was.value[each]) && !isNone(is.value[each]),
  );
  if (field === undefined) return [];
  return [
    {
      what: `newly judges only what fulfils its ${field} by its rule ${was.name}`,
      remedy:
        'Keep what the rule judges, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
      severity: severityOf(was),
      path: [...is.path, field],
      subject: ['conditions', was.name, field],
    },
  ];
}

/** A lower level of the Pod Security Standards, or controls that are left out (api/kyverno/v1, PodSecurity). */
function podSecurity(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const read = ({ value }: KyvernoRule) => mapping(mapping(value.validate).podSecurity);
  const [old, now] = [read(was), read(is)];
  const path = [...is.path, 'validate', 'podSecurity'];
  const common = {
    remedy:
      'Keep the level, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
    severity: severityOf(was),
    path,
  };
  const found: Loosening[] = [];
  if (old.level === 'restricted' && now.level !== 'restricted') {
    const what = `no longer demands the level restricted by its rule ${was.name}`;
    found.push({
      ...common,
      what,
      path: [...path, 'level'],
      subject: ['podSecurity', was.name, scalarText(now.level)],
    });
  }
  const added = itemsBeyond(old.exclude, now.exclude);
  if (added.length > 0) {
    const names = added.map((each) => scalarText(mapping(each).controlName));
    const what = `newly leaves out the control ${enumerate(names)} by its rule ${was.name}`;
    found.push({ ...common, what, path: [...path, 'exclude'], subject: ['podSecurity', was.name, ...added.map(json)] });
  }
  return found;
}

const demandsOfImages = ['required', 'verifyDigest', 'mutateDigest'] as const;

/** Images whose signature is no longer demanded (api/kyverno/v1, ImageVerification; what it demands it does by default). */
function images(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const all = ({ value }: KyvernoRule, field: string) =>
    list(value.verifyImages).flatMap((each) => strings(mapping(each)[field]));
  const path = [...is.path, 'verifyImages'];
  const common = { remedy: 'Keep verifying every image that runs.', severity: severityOf(was), path };
  const [old, now] = [all(was, 'imageReferences'), all(is, 'imageReferences')];
  const lost = old.filter((each) => !now.includes(each) && !now.includes('*'));
  const skipped = all(is, 'skipImageReferences').filter((each) => !all(was, 'skipImageReferences').includes(each));
  const off = demandsOfImages.filter((field) => {
    const isOff = ({ value }: KyvernoRule) => list(value.verifyImages).some((each) => mapping(each)[field] === false);
    return isOff(is) && !isOff(was);
  });
  const gone = [
    { names: lost, what: `no longer verifies the images ${enumerate(lost)}`, code: 'imageReferences' },
    { names: skipped, what: `newly skips the images ${enumerate(skipped)}`, code: 'skipImageReferences' },
    {
      names: off,
      what: `no longer demands it of every image (${off.map((each) => `${each}: false`).join(', ')})`,
      code: 'demands',
    },
  ].filter(({ names }) => names.length > 0);
  return gone.map(({ what, code, names }) => ({
    ...common,
    what: `${what} by its rule ${was.name}`,
    subject: [
      'images',
      was.name,
      code,
      ...[...names].sort(),
      ...(code === 'imageReferences' ? addedItems(old, now) : []),
    ],
  }));
}
