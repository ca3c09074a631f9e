import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { judgePairs, pairObjects } from '../model/pair-objects.ts';
import { podsOf } from '../model/pods.ts';
import { type ImageLoss, imageLosses } from './image-loss.ts';
import { type ImageSetting, imageSettings } from './image-settings.ts';
import { isMoving } from './mutable-tag.ts';
import type { UnpinnedImage } from './pod-images.ts';
import { parseReference } from './reference.ts';

/** An image that is less certain than before, in an object that is not a pod. */
export interface UnpinnedSetting extends UnpinnedImage {
  readonly resource: Resource;
}

/** Compares the images that objects name which are not pods: HelmReleases, Applications, custom resources. */
export function unpinnedInObjects({ before, after }: ScopeObjects, limits: YamlLimits): readonly UnpinnedSetting[] {
  const wanted = (objects: readonly Resource[]) =>
    objects
      .filter((each) => each.kind !== 'CustomResourceDefinition' && !podsOf(each).some(({ isWhole }) => isWhole))
      .map((resource) => ({ resource }));
  const keyOf = ({ resource }: { resource: Resource }) => identityKey(resource);
  return judgePairs(pairObjects(wanted(before), wanted(after), keyOf), (was, is) => {
    if (was === undefined || is === undefined) return [];
    const [old, now] = [was, is].map(({ resource }) => settingsOf(resource, limits));
    const { resource } = is;
    return compare(old ?? [], now ?? [], (path) => resource.at(path)).map((each) => ({ ...each, resource }));
  });
}

/** The object without what only describes it, so that paths stay those of the object. */
function settingsOf({ value }: Resource, limits: YamlLimits): readonly ImageSetting[] {
  const { metadata: _, status: __, ...rest } = value;
  return imageSettings(rest, limits);
}

/**
 * The same for a file's documents that are not objects: values of charts, kustomizations that state no kind. What is only called
 * `image` counts where the file's name says that it holds values.
 */
export function unpinnedInFile(
  { path: file, before, after }: TouchedFile,
  limits: YamlLimits,
): readonly UnpinnedImage[] {
  const plain = (documents: readonly Document[] = []) => documents.filter(({ value }) => isPlain(value));
  const old = plain(before?.documents);
  return plain(after?.documents).flatMap((document, index) => {
    const was = old[index];
    if (was === undefined) return [];
    const place = (path: Path): Position => ({ file, ...document.at(path) });
    const settings = (value: unknown) =>
      imageSettings(value, limits).filter(({ isText }) => !isText || /values[^/]*$/i.test(file));
    return compare(settings(was.value), settings(document.value), place);
  });
}

function isPlain(value: unknown): boolean {
  return (
    isMapping(value) && !(typeof mapping(value).kind === 'string' && typeof mapping(value).apiVersion === 'string')
  );
}

function compare(
  before: readonly ImageSetting[],
  after: readonly ImageSetting[],
  placeOf: (path: Path) => Position,
): readonly UnpinnedImage[] {
  const old = new Map(before.map((each) => [each.key, each]));
  return after.flatMap((setting) => {
    const was = old.get(setting.key);
    const { key, policy, ofChart, digestField } = setting;
    // The name is the chart's own.
    const image =
      ofChart !== undefined && ofChart.registry === undefined ? setting.image.replace(/^image/, '…') : setting.image;
    const found = (losses: readonly ImageLoss[], path: Path) =>
      losses.length === 0
        ? []
        : [{ what: `in ${key}`, image, ...(digestField && { digestField }), losses, position: placeOf(path) }];
    const isUnpulled = policy?.value === 'Never' && before.length > 0 && was?.policy?.value !== 'Never';
    return [
      ...found(was === undefined ? newLosses(setting) : changedLosses(was, setting), setting.path),
      ...(isUnpulled
        ? found([{ kind: 'unpulled', before: was?.policy?.value ?? '', after: policy.value }], policy.path)
        : []),
    ];
  });
}

function changedLosses(was: ImageSetting, is: ImageSetting): readonly ImageLoss[] {
  const isOfChart = was.ofChart !== undefined || is.ofChart !== undefined;
  const isOriginKnown = !isOfChart || (was.ofChart?.registry !== undefined && is.ofChart?.registry !== undefined);
  // Without a tag a chart has one of its own.
  return imageLosses(was.image, is.image).filter(({ kind }) =>
    kind === 'tag' ? is.isVersioned && was.isVersioned : kind === 'digest' || isOriginKnown,
  );
}

/** What an entry that is new puts in the place of an image: that one's tag is not known, its name is. */
function newLosses({ image, replaced, isVersioned }: ImageSetting): readonly ImageLoss[] {
  const [old, now] = [replaced, image].map((each) => (each === undefined ? undefined : parseReference(each)));
  if (replaced === undefined || now === undefined) return [];
  // A word alone is what the manifests of many projects have in the place of their image (`controller`).
  const isNamed = replaced.includes('/');
  const origin =
    old === undefined || !isNamed
      ? []
      : imageLosses(replaced, image).filter(({ kind }) => /^(?:publisher|repository)$/.test(kind));
  const isMoved = isVersioned && now.digest === undefined && isMoving(now);
  return [...origin, ...(isMoved ? [{ kind: 'tag', before: '', after: now.tag ?? '' } as const] : [])];
}
