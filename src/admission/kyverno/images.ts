import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, isSameValue, list, type Mapping, mapping, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { isLike } from './kinds.ts';
import { type KyvernoRule, severityOf } from './rules.ts';

const demands = ['required', 'verifyDigest', 'mutateDigest'] as const;

/** By whom an image has to be signed, also by the older fields (api/kyverno/v1, ImageVerification). */
const signers = ['attestors', 'key', 'roots', 'subject', 'issuer'] as const;

/** An entry of `verifyImages` with its former self, and where it is now. */
interface EntryPair {
  readonly was: Mapping;
  readonly is: Mapping;
  readonly path: Path;
}

/** Images whose signature is no longer demanded (api/kyverno/v1, ImageVerification; what it demands it does by default). */
export function imagesLoosened(was: KyvernoRule, is: KyvernoRule): readonly Loosening[] {
  const pairs = pairsOf(was, is);
  const path = [...is.path, 'verifyImages'];
  const common = { remedy: 'Keep verifying every image that runs.', severity: severityOf(was) };
  const [old, now] = [references(was), references(is)];
  const lost = old.filter((each) => !now.some((other) => isLike(other, each)));
  const of = (
    what: string,
    code: string,
    names: readonly string[],
    at: Path,
    more: readonly string[] = [],
  ): Loosening => ({
    ...common,
    what: `${what} by its rule ${was.name}`,
    path: at,
    subject: ['images', was.name, code, ...[...names].sort(), ...more],
  });
  const refs = pairs.find((pair) => !isSameValue(pair.was.imageReferences, pair.is.imageReferences));
  return [
    ...(lost.length === 0
      ? []
      : [
          of(
            `no longer verifies the images ${enumerate(lost)}`,
            'imageReferences',
            lost,
            refs === undefined ? path : [...refs.path, 'imageReferences'],
            addedItems(old, now),
          ),
        ]),
    ...pairs.flatMap((pair) => entryLoosened(pair, of)),
  ];
}

function entryLoosened(
  { was, is, path }: EntryPair,
  of: (what: string, code: string, names: readonly string[], at: Path) => Loosening,
): readonly Loosening[] {
  const known = strings(was.skipImageReferences);
  const skipped = strings(is.skipImageReferences).filter((each) => !known.some((other) => isLike(other, each)));
  const off = demands.filter((field) => is[field] === false && was[field] !== false);
  const isDemanded = (value: Mapping, fields: readonly string[]) =>
    fields.some((field) => list(value[field]).length > 0 || (typeof value[field] === 'string' && value[field] !== ''));
  const gone = [signers, ['attestations']].filter((fields) => isDemanded(was, fields) && !isDemanded(is, fields));
  const skipAt = strings(is.skipImageReferences).indexOf(skipped[0] ?? '');
  return [
    ...(skipped.length === 0
      ? []
      : [
          of(`newly skips the images ${enumerate(skipped)}`, 'skipImageReferences', skipped, [
            ...path,
            'skipImageReferences',
            skipAt,
          ]),
        ]),
    ...(off.length === 0
      ? []
      : [
          of(
            `no longer demands it of every image (${off.map((each) => `${each}: false`).join(', ')})`,
            'demands',
            off,
            [...path, off[0] ?? ''],
          ),
        ]),
    ...gone.map(([field = '']) => of(`no longer demands ${field} of the images`, 'demands', [field], path)),
  ];
}

/** Entries in their order where there are as many: equal ones first. Where there are not, each that was not there before takes no place of another. */
function pairsOf(was: KyvernoRule, is: KyvernoRule): readonly EntryPair[] {
  const [old, now] = [was, is].map(({ value }) => list(value.verifyImages).map(mapping)) as [Mapping[], Mapping[]];
  const left = old.filter((each) => !now.some((other) => isSameValue(each, other)));
  const others = now.flatMap((each, index) => (old.some((other) => isSameValue(each, other)) ? [] : [{ each, index }]));
  return others.flatMap(({ each, index }, at): readonly EntryPair[] => {
    const former =
      left.length === others.length
        ? left[at]
        : left.find((one) => isSameValue(one.imageReferences, each.imageReferences));
    return former === undefined ? [] : [{ was: former, is: each, path: [...is.path, 'verifyImages', index] }];
  });
}

function references({ value }: KyvernoRule): readonly string[] {
  return list(value.verifyImages).flatMap((each) => {
    const { imageReferences, image } = mapping(each);
    return [...strings(imageReferences), ...(typeof image === 'string' ? [image] : [])];
  });
}

/** What images are demanded to be, without what is compared by itself; which images an entry is for counts where there are several. */
export function otherDemands(rule: KyvernoRule): readonly Mapping[] {
  const entries = list(rule.value.verifyImages).map(mapping);
  return entries.map(
    ({
      imageReferences,
      image,
      skipImageReferences,
      failureAction,
      required,
      verifyDigest,
      mutateDigest,
      ...others
    }) => (entries.length > 1 ? { ...others, imageReferences, image } : others),
  );
}
