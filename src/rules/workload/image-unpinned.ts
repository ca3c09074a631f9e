import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { LoosenedChart } from '../../workload/charts/loosened-charts.ts';
import type { ImageLoss } from '../../workload/images/image-loss.ts';
import type { UnpinnedImage, UnpulledImage } from '../../workload/images/pod-images.ts';
import type { PinningChange } from '../../workload/judge/pinning.ts';
import { podIdentity, podName } from '../../workload/judge/pod-name.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';
import { ofManyObjects } from './of-many-objects.ts';

/** What runs after the change is less certain: it is named by what others can move, or comes from somebody else. */
export const imageUnpinned: Rule = {
  id: 'image-unpinned',
  category: 'supply-chain',
  severity: 'medium',
  summary: 'An image or chart is named by what can be moved, or comes from somebody else than before.',
  check: ({ workloads, change }) =>
    joinCopies(
      [...workloads.pinning].flatMap(([scope, pinning]) => [...observe(scope, pinning)]),
      change.touched,
    ),
};

function* observe(scope: Scope, pinning: PinningChange): Generator<Observation> {
  for (const group of alike(imagesOf(pinning))) {
    yield* ofManyObjects(
      group.map(({ owner, images }) => observeImages(scope, owner, images)),
      () => 'alike',
      (_, others) => {
        const { owner, images: [image] = [] } = group[0] as OwnImages;
        return `${owner.name} and ${others} more: the images ${phrases(image?.losses ?? [], true)}.`;
      },
    );
  }
  for (const { pod, unpulled } of pinning.pods) for (const image of unpulled) yield observeUnpulled(scope, pod, image);
  for (const chart of pinning.charts) yield observeChart(scope, chart);
}

/** Images of one object that lost the same. */
interface OwnImages {
  readonly owner: Owner;
  readonly images: readonly UnpinnedImage[];
}

function* imagesOf({ pods, settings, values }: PinningChange): Generator<OwnImages> {
  for (const { pod, unpinned } of pods) {
    const owner = { name: podName(pod), object: podIdentity(pod), part: pod.part };
    for (const images of sameLosses(unpinned)) yield { owner, images };
  }
  for (const [resource, own] of groupBy(settings, (each) => each.resource)) {
    // A kustomization has no name of its own.
    const name = resource.name === '' ? resource.file : resourceName(resource);
    const owner = { name, object: identity(resource), part: '' };
    for (const images of sameLosses(own)) yield { owner, images };
  }
  for (const [name, own] of groupBy(values, ({ position }) => position.file)) {
    for (const images of sameLosses(own)) yield { owner: { name, part: '' }, images };
  }
}

/** Images that all come from one other publisher now, or that one line changes, are one cause. */
function alike(all: Iterable<OwnImages>): Iterable<readonly OwnImages[]> {
  return groupBy(all, ({ owner, images: [first] }) => {
    const losses = (first?.losses ?? []).map(lossKey);
    const isMove = losses.length === 1 && losses[0]?.[0] === 'publisher';
    const line = first && [first.position.file, first.position.line];
    return JSON.stringify(isMove ? losses : first === undefined ? owner : [line, losses]);
  }).values();
}

/** What names an image. */
interface Owner {
  readonly name: string;
  readonly object?: Observation['object'];
  readonly part: string;
}

/** Images that lost the same are one finding: all that come from somebody else, all without their digests. */
function sameLosses(images: readonly UnpinnedImage[]): Iterable<readonly UnpinnedImage[]> {
  return groupBy(images, ({ losses }) => JSON.stringify(losses.map(lossKey))).values();
}

function lossKey({ kind, before, after }: ImageLoss): readonly string[] {
  return kind === 'digest' ? [kind] : [kind, before, after];
}

function observeImages(scope: Scope, { name, object, part }: Owner, images: readonly UnpinnedImage[]): Observation {
  const [first, ...others] = images as readonly [UnpinnedImage, ...UnpinnedImage[]];
  const { losses, position } = first;
  const isMany = others.length > 0;
  const whats = images.map(({ what }) => what);
  return {
    message: `${name}: the ${isMany ? 'images' : 'image'} ${enumerate(whats)} ${phrases(losses, isMany)}.`,
    remedy: losses.map((loss) => remedyOf(loss, first)).join(' '),
    details: images.map(({ image, what }) => (isMany ? `${shown(image)} ${what}` : `now ${shown(image)}`)),
    references: ['SLSA', 'CIS 5.5.1'],
    severity: losses.every(({ kind }) => kind === 'repository') ? 'low' : 'medium',
    position,
    ...(isMany ? { places: others.map((each) => each.position) } : {}),
    scope,
    ...(object === undefined ? {} : { object }),
    subject: [
      part,
      ...whats,
      ...losses.map((loss) => lossKey(loss).join(' ')),
      // Without a digest, what runs is whatever the registry has under this name.
      ...(losses.some(({ kind }) => kind === 'digest') ? images.map(({ image }) => image) : []),
    ],
  };
}

function phrases(losses: readonly ImageLoss[], isMany: boolean): string {
  return losses.map((loss) => phrase(loss, isMany)).join(', and ');
}

function phrase({ kind, before, after }: ImageLoss, isMany: boolean): string {
  const [is, comes] = isMany ? ['are', 'now come'] : ['is', 'now comes'];
  switch (kind) {
    case 'digest':
      return `${is} no longer named by a digest`;
    case 'tag':
      return `${is} named by the tag ${shown(after)}, which moves${before === '' ? '' : ` (it was ${shown(before)})`}`;
    case 'publisher':
      return `${comes} from ${shown(after)}, no longer from ${shown(before)}`;
    case 'unpulled':
      return `${is} whatever the node has under this name (pullPolicy: Never)`;
    case 'repository':
      return `${comes} from the repository ${shown(after)}, no longer from ${shown(before)}`;
  }
}

const remedies: Readonly<Record<ImageLoss['kind'], string>> = {
  digest: 'Name the image by tag and digest: `name:1.2.3@sha256:…`.',
  tag: 'Name a release, better with its digest.',
  publisher: 'Check that you mean this publisher, and name the image by its digest.',
  repository: 'Check that you mean this image.',
  unpulled: 'Leave the pull policy out: who can put an image onto a node otherwise decides what runs.',
};

function remedyOf({ kind }: ImageLoss, { digestField }: UnpinnedImage): string {
  if (digestField === undefined || !['digest', 'tag'].includes(kind)) return remedies[kind];
  return `Add \`${digestField}: sha256:…\` to the entry${kind === 'tag' ? ', or name a release' : ''}.`;
}

function observeUnpulled(
  scope: Scope,
  pod: Pod,
  { container, image, policy, before, position }: UnpulledImage,
): Observation {
  const isNever = policy === 'Never';
  return {
    message: isNever
      ? `${podName(pod)}: container ${container} runs whatever its node has under the name ${shown(image)} (imagePullPolicy: Never).`
      : `${podName(pod)}: container ${container} no longer asks for the image that the tag of ${shown(image)} is now (imagePullPolicy: ${policy}).`,
    remedy: isNever
      ? 'Leave imagePullPolicy out: who can put an image onto a node otherwise decides what runs.'
      : 'Name a release or a digest, or keep imagePullPolicy: Always.',
    severity: isNever ? 'medium' : 'low',
    position,
    scope,
    object: podIdentity(pod),
    subject: [pod.part, 'pull', container, before, policy],
  };
}

function observeChart(scope: Scope, { before, after, resource, position }: LoosenedChart): Observation {
  const by = resource === undefined ? position.file : resourceName(resource);
  const now = after.version === '' ? 'the newest version' : shown(after.version);
  return {
    message: `${by} takes in ${shown(after.key)} by ${now}, which can change without a change here; it was ${shown(before.version)}.`,
    remedy: 'Name one version, better a digest, and raise it by a change that is reviewed.',
    references: ['SLSA'],
    position,
    scope,
    ...(resource === undefined ? {} : { object: identity(resource) }),
    subject: ['chart', after.key, before.firmness, after.firmness, after.version],
  };
}

/** A text of a manifest, as far as a sentence can hold it. */
function shown(text: string): string {
  return text === '' ? 'nothing' : clipped(text, 160);
}
