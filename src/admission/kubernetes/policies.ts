import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { isSelectorNarrower, narrowed } from '../model/narrowing.ts';
import { lossOf, type Strength, strongest, weakened } from '../model/strength.ts';

/** What is done by `validationActions` (k8s.io/api/admissionregistration/v1, ValidationAction). */
export function strengthOf(actions: unknown): Strength {
  const known: Readonly<Record<string, Strength>> = { Deny: 'refuses', Warn: 'warns', Audit: 'records' };
  return strongest(strings(actions).flatMap((each) => known[each] ?? []));
}

/** What is done by a binding, or by a policy of Kyverno’s with CEL; it refuses where no `validationActions` are stated. */
export function actionStrength(value: Mapping): Strength {
  const { validationActions } = mapping(value.spec);
  if (!isAsked(value)) return 'records';
  return validationActions === undefined ? 'refuses' : strengthOf(validationActions);
}

/** Whether a policy of Kyverno’s is asked by the API server, and not only of what is there already (policies.kyverno.io, EvaluationConfiguration). */
export function isAsked({ spec }: Mapping): boolean {
  const { mode, admission } = mapping(mapping(spec).evaluation);
  return /^(?:|Kubernetes)$/.test(scalarText(mode)) && /^(?:|true)$/.test(scalarText(mapping(admission).enabled));
}

/** What a ValidatingAdmissionPolicyBinding no longer has refused. */
export function bindingLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const strength = strengthOf(was.validationActions);
  const severity = lossOf(strength);
  return [
    ...weakened(strength, strengthOf(is.validationActions), { path: ['spec', 'validationActions'] }),
    ...narrowed(mapping(was.matchResources), mapping(is.matchResources), ['spec', 'matchResources'], severity),
    ...ownRules(mapping(was.matchResources), mapping(is.matchResources), severity),
    ...parameters(was, is, severity),
    ...(scalarText(was.policyName) === scalarText(is.policyName)
      ? []
      : [
          {
            what: `no longer enforces the policy ${scalarText(was.policyName)}, but ${scalarText(is.policyName)}`,
            remedy: 'Add a binding of its own for the other policy.',
            severity,
            path: ['spec', 'policyName'],
            subject: ['policyName', scalarText(was.policyName), scalarText(is.policyName)],
          },
        ]),
  ];
}

/** Without rules of its own a binding has those of its policy. */
function ownRules(was: Mapping, is: Mapping, severity: Loosening['severity']): readonly Loosening[] {
  if (list(was.resourceRules).length > 0 || list(is.resourceRules).length === 0) return [];
  return [
    {
      what: 'newly judges, of what its policy is about, only the requests that it names itself',
      remedy: 'Leave the rules to the policy.',
      severity,
      path: ['spec', 'matchResources', 'resourceRules'],
      subject: ['narrowed', 'resourceRules', ...addedItems(was.resourceRules, is.resourceRules)],
    },
  ];
}

function parameters(was: Mapping, is: Mapping, severity: Loosening['severity']): readonly Loosening[] {
  const [old, now] = [mapping(was.paramRef), mapping(is.paramRef)];
  const isOpen = (each: Mapping) => each.parameterNotFoundAction === 'Allow';
  if (isSameValue(old, now) || (was.paramRef === undefined && !isOpen(now))) return [];
  const common = { remedy: 'Keep the parameters, and refuse where there are none.', path: ['spec', 'paramRef'] };
  if (isOpen(now) && !isOpen(old)) {
    const what = 'newly lets everything through where its parameters are gone (parameterNotFoundAction: Allow)';
    const isOther = !isSameValue(old, now, (key) => key === 'parameterNotFoundAction');
    return [{ ...common, what, severity, subject: ['parameterNotFoundAction', ...(isOther ? [json(now)] : [])] }];
  }
  if (now.selector !== undefined && old.selector !== undefined && !isSelectorNarrower(old.selector, now.selector))
    return [];
  return [
    { ...common, what: 'judges by other parameters than before', severity: 'medium', subject: ['paramRef', json(now)] },
  ];
}

/** A validation or something it is made of, as it is compared. */
const content = [
  'validations',
  'variables',
  'paramKind',
  'matchImageReferences',
  'attestors',
  'attestations',
  'images',
  'credentials',
];

/**
 * What a ValidatingAdmissionPolicy no longer refuses; Kyverno’s policies of `policies.kyverno.io` have the same fields, and
 * their own `validationActions` among their fields.
 */
export function policyLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const matching = (spec: Mapping) => ({ ...mapping(spec.matchConstraints), matchConditions: undefined });
  return [
    ...failures(was, is, ['spec']),
    ...narrowed(matching(was), matching(is), ['spec', 'matchConstraints'], 'high'),
    ...narrowed({ matchConditions: was.matchConditions }, { matchConditions: is.matchConditions }, ['spec'], 'high'),
    ...changedContent(was, is),
  ];
}

/** That what cannot be judged is let through. */
export function failures(was: Mapping, is: Mapping, at: Path): readonly Loosening[] {
  const isOpen = ({ failurePolicy }: Mapping) => !/^(?:|Fail)$/.test(scalarText(failurePolicy));
  if (!isOpen(is) || isOpen(was)) return [];
  return [
    {
      what: 'newly lets through what it cannot judge (failurePolicy: Ignore)',
      remedy: 'Keep failurePolicy: Fail.',
      severity: 'high',
      path: [...at, 'failurePolicy'],
      subject: ['failurePolicy'],
    },
  ];
}

/** Validations that are gone; of those that are other ones it is only said that they are. */
function changedContent(was: Mapping, is: Mapping): readonly Loosening[] {
  const expressions = (spec: Mapping) =>
    list(spec.validations).map((each) => scalarText(mapping(each).expression).trim());
  const [old, now] = [expressions(was), expressions(is)];
  // What takes the place of what is gone, and all else that is another one.
  const others = content.flatMap((each) => {
    if (each === 'validations') return addedItems(was[each], is[each]);
    return isSameValue(was[each], is[each]) ? [] : [each, json(is[each])];
  });
  const gone = old.filter((each) => !now.includes(each));
  const added = now.filter((each) => !old.includes(each));
  const common = { remedy: 'Compare what both versions refuse, and keep the validations that are still needed.' };
  if (gone.length > added.length) {
    const messages = list(was.validations).flatMap((each) => {
      const { expression, message } = mapping(each);
      return gone.includes(scalarText(expression).trim()) ? [scalarText(message) || scalarText(expression)] : [];
    });
    const what = `no longer has ${gone.length} of its validations`;
    const details = [`gone: ${enumerate(messages.map((each) => each.replace(/\s+/g, ' ').slice(0, 120)))}`];
    return [
      {
        ...common,
        what,
        details,
        severity: 'high',
        path: ['spec', 'validations'],
        subject: ['validations', ...gone, ...others],
      },
    ];
  }
  const field = content.find((each) => each !== 'validations' && !isSameValue(was[each], is[each]));
  const other = gone.length > 0 ? 'validations' : was[field ?? ''] === undefined ? undefined : field;
  if (other === undefined) return [];
  const what = `judges otherwise than before (${other}); whether it refuses less was not judged`;
  return [{ ...common, what, severity: 'medium', path: ['spec', other], subject: ['content', other, ...others] }];
}
