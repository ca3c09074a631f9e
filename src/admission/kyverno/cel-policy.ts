import type { Loosening } from '../../kube/loosening.ts';
import {
  canonical,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
  valueUnder,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Severity } from '../../severity.ts';
import { isAsked, policyLoosened, strengthOf } from '../kubernetes/policies.ts';
import { lossOf, type Strength, weakened } from '../model/strength.ts';
import { isLike } from './kinds.ts';

/** What a ValidatingPolicy or ImageValidatingPolicy of Kyverno does: Deny where it states no `validationActions`, or none of them (policies.kyverno.io, ValidationActions). */
export function celStrength(value: Mapping): Strength {
  if (!isAsked(value)) return 'records';
  const actions = valueUnder(value.spec, 'validationActions');
  return list(actions).length === 0 ? 'refuses' : strengthOf(actions);
}

/** What a ValidatingPolicy or ImageValidatingPolicy of Kyverno no longer refuses (policies.kyverno.io). */
export function celPolicyLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const severity = lossOf(celStrength(before));
  return [
    ...actions(before, after),
    ...policyLoosened(withoutOwn(before), withoutOwn(after)),
    ...autogen(before, after),
    ...imageReferences(mapping(before.spec), mapping(after.spec), severity),
    ...imageSettings(mapping(before.spec), mapping(after.spec), severity),
  ];
}

/** What a MutatingPolicy or GeneratingPolicy of Kyverno no longer changes or makes: it refuses nothing. */
export function settingPolicyLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const fields = ['generate', 'targetMatchConstraints', 'targetMatchConditions'];
  const field = fields.find((each) => was[each] !== undefined && !isSameValue(was[each], is[each]));
  const isOff = isAsked(before) && !isAsked(after);
  return [
    ...(isOff ? [{ ...notAsked('low'), what: 'is no longer asked by the API server (evaluation)' }] : []),
    ...policyLoosened(before, after),
    ...autogen(before, after),
    ...(field === undefined
      ? []
      : [
          {
            what: `changes or makes objects otherwise than before (${field})`,
            remedy: 'Compare what both versions set.',
            ...placesOf(is, field),
            severity: 'low' as const,
            subject: ['content', field, json(is[field])],
          },
        ]),
  ].map((each): Loosening => ({ ...each, severity: 'low' }));
}

/** The place of a field; where it is gone, that of what it was in. */
function placesOf(is: Mapping, field: string): Pick<Loosening, 'path' | 'formerPath'> {
  const path = ['spec', field];
  if (is[field] === undefined) return { path: ['spec'], formerPath: path };
  return { path };
}

function actions(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [celStrength(before), celStrength(after)];
  if (isAsked(before) && !isAsked(after)) return [notAsked(lossOf(was))];
  return weakened(was, is, { path: ['spec', 'validationActions'] });
}

/** The API server no longer asks about requests (policies.kyverno.io, EvaluationConfiguration). */
function notAsked(severity: Severity): Loosening {
  return {
    what: 'is no longer asked by the API server, and refuses nothing any more (evaluation)',
    remedy: 'Keep the policy in admission: what is only looked at later has been let in.',
    severity,
    path: ['spec', 'evaluation'],
    subject: ['strength', '', 'refuses', 'records'],
  };
}

/** What is compared here, and not along with what ValidatingAdmissionPolicies have as well. */
function withoutOwn({ spec, ...others }: Mapping): Mapping {
  const { matchImageReferences, credentials, ...rest } = mapping(spec);
  return { ...others, spec: rest };
}

/** What policies for pods are made for as well, unless they say otherwise (kyverno, pkg/cel/autogen). */
const controllers: readonly string[] = ['cronjobs', 'daemonsets', 'deployments', 'jobs', 'replicasets', 'statefulsets'];

function autogen(before: Mapping, after: Mapping): readonly Loosening[] {
  const path = ['spec', 'autogen', 'podControllers', 'controllers'];
  const read = (value: Mapping) => {
    const stated = valueUnder(value, ...path);
    return Array.isArray(stated) ? controllers.filter((each) => stated.includes(each)) : controllers;
  };
  if (!isOfPodsAlone(before) || !isOfPodsAlone(after)) return [];
  const lost = read(before).filter((each) => !read(after).includes(each));
  if (lost.length === 0) return [];
  return [
    {
      what: `no longer judges ${enumerate(lost)} (autogen), only the pods that they make`,
      remedy: 'Keep the policy for workloads: whoever makes one is refused at once, and not only its pods later.',
      severity: 'low',
      path,
      subject: ['autogen', ...lost],
    },
  ];
}

/** Only for pods and without what else would limit it it is made for workloads (kyverno, pkg/cel/autogen/support.go). */
function isOfPodsAlone({ spec }: Mapping): boolean {
  const { objectSelector, excludeResourceRules, resourceRules } = mapping(mapping(spec).matchConstraints);
  const { matchLabels, matchExpressions } = mapping(objectSelector);
  const [rule, ...more] = list(resourceRules).map(mapping);
  const limits =
    Object.keys(mapping(matchLabels)).length + list(matchExpressions).length + list(excludeResourceRules).length;
  if (rule === undefined || more.length + limits + list(rule.resourceNames).length > 0) return false;
  return json([rule.apiGroups, rule.apiVersions, rule.resources]) === json([[''], ['v1'], ['pods']]);
}

/** Images that match no entry are not judged; without entries all are (kyverno, pkg/cel/matching/image.go). */
function imageReferences(was: Mapping, is: Mapping, severity: Severity): readonly Loosening[] {
  const field = 'matchImageReferences';
  const [old, now] = [list(was[field]), list(is[field])];
  const isNew = old.length === 0 && now.length > 0;
  const lost = now.length === 0 ? [] : old.filter((each) => !now.some((other) => takesImages(other, each)));
  if (lost.length === 0 && !isNew) return [];
  const names = lost.map((each) => scalarText(mapping(each).glob) || scalarText(mapping(each).expression));
  return [
    {
      what: isNew
        ? `newly judges only the images that it names (${field})`
        : `no longer judges the images ${enumerate(names)}`,
      remedy: 'Keep demanding the signature of whoever builds the images.',
      severity,
      path: ['spec', field],
      subject: [
        field,
        ...names.sort(),
        ...(isNew ? ['new'] : []),
        ...now.map(canonical).filter((each) => !old.map(canonical).includes(each)),
      ],
    },
  ];
}

/** Whether one entry is for all images that another one is for; `*` goes across slashes. */
function takesImages(own: unknown, wanted: unknown): boolean {
  const [glob, other] = [own, wanted].map((each) => scalarText(mapping(each).glob)) as [string, string];
  if (glob !== '' && other !== '' && !/[?[\]{}!\\]/.test(glob + other)) return isLike(glob, other);
  return isSameValue(own, wanted) || glob === '*' || glob === '**';
}

/** What an ImageValidatingPolicy demands by default (kyverno, pkg/image/verification/evaluator). */
function imageSettings(was: Mapping, is: Mapping, severity: Severity): readonly Loosening[] {
  const field = 'validationConfigurations';
  const isOff = (spec: Mapping, each: string) => mapping(spec[field])[each] === false;
  const demands = ['required', 'verifyDigest', 'mutateDigest'].filter((each) => isOff(is, each) && !isOff(was, each));
  const insecure = (spec: Mapping) => mapping(spec.credentials).allowInsecureRegistry === true;
  const rest = ({ credentials }: Mapping) => {
    const { allowInsecureRegistry, providers, secrets, ...others } = mapping(credentials);
    return { others, providers: [...strings(providers)].sort(), secrets: [...strings(secrets)].sort() };
  };
  const remedy = 'Keep verifying every image that runs.';
  return [
    ...demands.map(
      (each): Loosening => ({
        what: `no longer demands it of every image (${each}: false)`,
        remedy,
        severity: each === 'mutateDigest' ? 'low' : severity,
        path: ['spec', field, each],
        subject: [field, each],
      }),
    ),
    ...(insecure(is) && !insecure(was)
      ? [
          {
            what: 'newly takes images and signatures from registries without TLS (credentials.allowInsecureRegistry)',
            remedy,
            severity: 'medium' as const,
            path: ['spec', 'credentials', 'allowInsecureRegistry'],
            subject: ['credentials', 'allowInsecureRegistry'],
          },
        ]
      : []),
    ...(was.credentials !== undefined && !isSameValue(rest(was), rest(is))
      ? [
          {
            what: 'judges otherwise than before (credentials); whether it refuses less was not judged',
            remedy: 'Compare what both versions refuse.',
            severity: 'medium' as const,
            ...placesOf(is, 'credentials'),
            subject: ['content', 'credentials', json(is.credentials)],
          },
        ]
      : []),
  ];
}
