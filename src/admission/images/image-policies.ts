import type { Loosening } from '../../kube/loosening.ts';
import {
  addedItems,
  isSameValue,
  itemsBeyond,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { weakened } from '../model/strength.ts';

const remedy = 'Keep demanding the signature of whoever builds the images.';

/** What a ClusterImagePolicy of sigstore no longer refuses (policy.sigstore.dev; policy-controller, pkg/apis/policy/v1beta1). */
export function sigstoreLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const strength = (spec: Mapping) => (spec.mode === 'warn' ? 'warns' : 'refuses');
  const globs = (spec: Mapping) => list(spec.images).map((each) => scalarText(mapping(each).glob));
  const lost = globs(was).filter((each) => !globs(is).includes(each) && !globs(is).includes('**'));
  // One authority is enough: a further one lets more through.
  const added = itemsBeyond(was.authorities, is.authorities);
  const passes = added.some((each) => mapping(mapping(each).static).action === 'pass');
  const isMatchNew = list(was.match).length === 0 && list(is.match).length > 0;
  const isMatchNarrower = !isMatchNew && !isSameValue(was.match, is.match) && list(is.match).length > 0;
  return [
    ...weakened(strength(was), strength(is), { path: ['spec', 'mode'] }),
    ...found(lost.length > 0, `no longer judges the images ${enumerate(lost)}`, 'images', 'high', [
      ...lost,
      ...addedItems(globs(was), globs(is)),
    ]),
    ...found(passes, 'newly lets images through without a signature', 'authorities', 'high', ['pass']),
    ...found(
      added.length > 0 && !passes,
      'newly takes another authority’s signature for enough',
      'authorities',
      'medium',
      added.map(json).sort(),
    ),
    // Without `match` it is for every kind of object that it knows (ClusterImagePolicySpec).
    ...found(isMatchNew, 'newly judges only the kinds of objects that it names', 'match', 'high', [
      'new',
      ...addedItems(was.match, is.match),
    ]),
    ...found(isMatchNarrower, 'judges other kinds of objects than before', 'match', 'medium', [json(is.match)]),
    ...found(
      was.policy !== undefined && !isSameValue(was.policy, is.policy),
      'judges otherwise than before (policy); whether it refuses less was not judged',
      'policy',
      'medium',
      [json(is.policy)],
    ),
  ];
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
