import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isSelectorNarrower } from '../model/narrowing.ts';
import { weakened } from '../model/strength.ts';
import { coversGlob } from './globs.ts';

const remedy = 'Keep demanding the signature of whoever builds the images.';

/** What a ClusterImagePolicy of sigstore no longer refuses (policy.sigstore.dev; policy-controller, pkg/apis/policy/v1beta1). */
export function sigstoreLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const strength = (spec: Mapping) => (spec.mode === 'warn' ? 'warns' : 'refuses');
  const globs = (spec: Mapping) => list(spec.images).map((each) => scalarText(mapping(each).glob));
  const lost = globs(was).filter((each) => !globs(is).some((own) => coversGlob(own, each)));
  return [
    ...weakened(strength(was), strength(is), { path: ['spec', 'mode'] }),
    ...found(lost.length > 0, `no longer judges the images ${enumerate(lost)}`, 'images', 'high', [
      ...lost,
      ...addedItems(globs(was), globs(is)),
    ]),
    ...authoritiesLoosened(was, is),
    ...matchLoosened(was, is),
    ...found(
      was.policy !== undefined && !isSameValue(was.policy, is.policy),
      'judges otherwise than before (policy); whether it refuses less was not judged',
      'policy',
      'medium',
      [json(is.policy)],
    ),
  ];
}

/** One authority is enough: a further one lets more through. Without any nothing is let through (pkg/webhook/validator.go, ValidatePolicy). */
function authoritiesLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  const known = new Set(list(was.authorities).map(json));
  const added = list(is.authorities).flatMap((each, index) => (known.has(json(each)) ? [] : [{ each, index }]));
  const passes = added.some(({ each }) => mapping(mapping(each).static).action === 'pass');
  if (passes) return found(true, 'newly lets images through without a signature', 'authorities', 'high', ['pass']);
  const named = new Map(list(was.authorities).map((each, index) => [authorityName(each, index), mapping(each)]));
  const others = added.filter(({ each, index }) => !named.has(authorityName(each, index)));
  return [
    ...found(
      others.length > 0,
      'newly takes another authority’s signature for enough',
      'authorities',
      'medium',
      others.map(({ each }) => json(each)).sort(),
    ),
    ...added.flatMap(({ each, index }) => {
      const former = named.get(authorityName(each, index));
      return former === undefined ? [] : authorityLoosened(former, mapping(each), index);
    }),
  ];
}

/** An authority without a name has that of its place (policy-controller, Authority.SetDefaults). */
function authorityName(authority: unknown, index: number): string {
  return scalarText(mapping(authority).name) || `authority-${index}`;
}

/** Each attestation that an authority names is demanded; without any it is the signature alone (ValidatePolicyAttestationsForAuthority). */
function authorityLoosened(was: Mapping, is: Mapping, index: number): readonly Loosening[] {
  const name = authorityName(is, index);
  const kept = new Set(list(is.attestations).map(attestationName));
  const lost = list(was.attestations)
    .map(attestationName)
    .filter((each) => !kept.has(each));
  const isOther = (field: string) =>
    field === 'attestations'
      ? list(is[field]).some((each) => list(was[field]).every((old) => json(old) !== json(each))) && lost.length === 0
      : json(was[field]) !== json(is[field]);
  const others = ['key', 'keyless', 'static', 'source', 'ctlog', 'attestations', 'rfc3161timestamp'].filter(isOther);
  const common = { remedy, path: ['spec', 'authorities', index] };
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            ...common,
            what: `no longer demands the attestation ${enumerate(lost)} of its authority ${name}`,
            severity: 'high' as const,
            subject: ['attestations', name, ...lost, ...addedItems(was.attestations, is.attestations)],
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            ...common,
            what: `checks otherwise than before by its authority ${name} (${enumerate(others)}); whether it lets more through was not judged`,
            severity: 'medium' as const,
            subject: ['authority', name, ...others.map((field) => json(is[field]))],
          },
        ]),
  ];
}

function attestationName(attestation: unknown): string {
  return scalarText(mapping(attestation).name);
}

/** Without `match` it is for every kind of object that it knows (ClusterImagePolicySpec). */
function matchLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [was, is].map(({ match }) => list(match).map(mapping)) as [Mapping[], Mapping[]];
  if (now.length === 0) return [];
  if (old.length === 0) {
    const names = ['new', ...addedItems(was.match, is.match)];
    return found(true, 'newly judges only the kinds of objects that it names', 'match', 'high', names);
  }
  const lost = old.filter((each) => !now.some((own) => coversKind(own, each)));
  const names = lost.map(kindName);
  return found(lost.length > 0, `no longer judges ${enumerate(names)}`, 'match', 'high', [
    ...names,
    ...addedItems(was.match, is.match),
  ]);
}

function coversKind(own: Mapping, wanted: Mapping): boolean {
  const isSame = ['group', 'version', 'resource'].every(
    (field) => scalarText(own[field]) === scalarText(wanted[field]),
  );
  return isSame && (own.selector === undefined || !isSelectorNarrower(wanted.selector, own.selector));
}

function kindName({ group, resource, selector }: Mapping): string {
  const name = [scalarText(resource) || 'objects', scalarText(group)].filter((each) => each !== '').join('.');
  return selector === undefined ? name : `${name} of the labels ${clipped(json(selector), 200)}`;
}

/** What OpenShift's ClusterImagePolicy or ImagePolicy no longer verifies (config.openshift.io/v1). */
export function openshiftImagesLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const lost = strings(was.scopes).filter((each) => !strings(is.scopes).includes(each));
  return [
    ...found(lost.length > 0, `no longer verifies the images ${enumerate(lost)}`, 'scopes', 'high', [
      ...lost,
      ...addedItems(was.scopes, is.scopes),
    ]),
    ...found(!isSameValue(was.policy, is.policy), 'verifies images otherwise than before', 'policy', 'medium', [
      json(is.policy),
    ]),
  ];
}

function found(
  isSo: boolean,
  what: string,
  field: string,
  severity: Loosening['severity'],
  names: readonly string[] = [],
): readonly Loosening[] {
  return isSo ? [{ what, remedy, severity, path: ['spec', field], subject: [field, ...names] }] : [];
}
