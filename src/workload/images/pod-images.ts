import type { Position } from '../../kube/resource.ts';
import { list, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { PodChange } from '../model/pair-pods.ts';
import type { Pod } from '../model/pod.ts';
import { type Container, containersOf } from '../pod-security/pod.ts';
import { pairContainers } from '../privileges/pair-containers.ts';
import { type ImageLoss, imageLosses } from './image-loss.ts';
import { isMoving } from './mutable-tag.ts';
import { parseReference } from './reference.ts';

/** Something that names an image, and what is less certain of it than before. */
export interface UnpinnedImage {
  /** Completes "the image …": `of container app`, `of volume models`, `in spec.values.image`. */
  readonly what: string;
  readonly image: string;
  /** The field that a digest is written in, where it is not part of the image's name. */
  readonly digestField?: string;
  readonly losses: readonly ImageLoss[];
  readonly position: Position;
}

/** A container that newly runs an image which its node has already, whatever the registry has. */
export interface UnpulledImage {
  readonly container: string;
  readonly image: string;
  /** `Never`, or `IfNotPresent` of a tag that moves. */
  readonly policy: string;
  readonly before: string;
  readonly position: Position;
}

/** The images of a pod that are less certain than before. New pods, containers and volumes are none. */
export function podImages({ before, after }: PodChange): readonly UnpinnedImage[] {
  if (before === undefined || after === undefined) return [];
  const ofContainers = pairsOf(before, after).flatMap(({ before: was, after: is }) =>
    was === undefined
      ? []
      : unpinned(`of container ${is.name}`, was.value.image, is.value.image, () => at(after, is, 'image')),
  );
  return [...ofContainers, ...ofVolumes(before, after)];
}

/** Containers of a pod that newly take an image without asking its registry. */
export function unpulledImages({ before, after }: PodChange): readonly UnpulledImage[] {
  if (before === undefined || after === undefined) return [];
  return pairsOf(before, after).flatMap(({ before: was, after: is }): readonly UnpulledImage[] => {
    if (was === undefined) return [];
    const image = scalarText(is.value.image);
    const [old, now] = [pullPolicy(was), pullPolicy(is)];
    const known = parseReference(image);
    const isCached = known !== undefined && known.digest === undefined && isMoving(known);
    const isLess = now === 'Never' ? old !== 'Never' : now === 'IfNotPresent' && old === 'Always' && isCached;
    if (!isLess) return [];
    return [{ container: is.name, image, policy: now, before: old, position: at(after, is, 'imagePullPolicy') }];
  });
}

/** As the API server fills it in (pkg/apis/core/v1/defaults.go): what moves is asked for each time. */
function pullPolicy({ value }: Container): string {
  const stated = text(value.imagePullPolicy);
  if (stated !== undefined) return stated;
  const image = parseReference(scalarText(value.image));
  if (image === undefined) return '';
  return image.digest === undefined && (image.tag ?? 'latest') === 'latest' ? 'Always' : 'IfNotPresent';
}

/** The only container of a pod takes the place of the only one before, whatever both are called. */
function pairsOf(before: Pod, after: Pod) {
  const isOnly = list(before.spec.containers).length === 1 && list(after.spec.containers).length === 1;
  return pairContainers(containersOf(before), containersOf(after), (was, is) => {
    if (nameOf(was.value.image) === nameOf(is.value.image)) return 0;
    return isOnly && isMain(was) && isMain(is) ? 1 : Number.POSITIVE_INFINITY;
  });
}

function isMain({ path }: Container): boolean {
  return path[1] === 'containers';
}

/** The last part of an image's path: the same image under whatever registry. */
function nameOf(image: unknown): string {
  return parseReference(scalarText(image))?.repository.split('/').at(-1) ?? scalarText(image);
}

function at(pod: Pod, { path }: Container, field: string): Position {
  return pod.at([...path.slice(1), field]);
}

/** A place is looked up only where something is found: that reads the document once more. */
function unpinned(what: string, before: unknown, after: unknown, placeOf: () => Position): readonly UnpinnedImage[] {
  const image = scalarText(after);
  const losses = imageLosses(scalarText(before), image);
  return losses.length === 0 ? [] : [{ what, image, losses, position: placeOf() }];
}

/** Volumes that are images (`volumes[].image.reference`, Kubernetes 1.33), by their names. */
function ofVolumes(before: Pod, after: Pod): readonly UnpinnedImage[] {
  const old = new Map(list(before.spec.volumes).map((volume) => [mapping(volume).name, volume]));
  return list(after.spec.volumes).flatMap((volume, index) => {
    const { name } = mapping(volume);
    const [was, is] = [old.get(name), volume].map((each) => valueUnder(each, 'image', 'reference'));
    if (was === undefined || is === undefined) return [];
    const policies = [old.get(name), volume].map((each) => valueUnder(each, 'image', 'pullPolicy'));
    const isUnpulled = policies[1] === 'Never' && policies[0] !== 'Never';
    const unpulled: readonly UnpinnedImage[] = isUnpulled
      ? [
          {
            what: `of volume ${scalarText(name)}`,
            image: scalarText(is),
            losses: [{ kind: 'unpulled', before: scalarText(policies[0]), after: 'Never' }],
            position: after.at(['volumes', index, 'image', 'pullPolicy']),
          },
        ]
      : [];
    const unpinnedVolume = unpinned(`of volume ${scalarText(name)}`, was, is, () =>
      after.at(['volumes', index, 'image', 'reference']),
    );
    return [...unpinnedVolume, ...unpulled];
  });
}
