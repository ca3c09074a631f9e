import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, isSameValue, json, list, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { type KyvernoRule, severityOf } from './rules.ts';

/** What a rule demands, without what is compared by itself. */
export function content(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const [rest, otherRest] = [restOf(was), restOf(is)];
  const others = rest === otherRest ? [] : [otherRest];
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

/** What a rule demands besides what is named where it is less, as JSON. */
function restOf({ value }: KyvernoRule): string {
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
  return json([validate, standards, images, value.preconditions, value.celPreconditions]);
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
  const known = new Set(list(old.exclude).map(json));
  const added = list(now.exclude).filter((each) => !known.has(json(each)));
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
