import { clipped } from '../../clipped.ts';
import type { Scope } from '../../kube/touched-file.ts';
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

function* observe(scope: Scope, { pods, settings, values, charts }: PinningChange): Generator<Observation> {
  for (const { pod, unpinned, unpulled } of pods) {
    const owner = { name: podName(pod), object: podIdentity(pod), part: pod.part };
    for (const image of unpinned) yield observeImage(scope, owner, image);
    for (const image of unpulled) yield observeUnpulled(scope, pod, image);
  }
  for (const { resource, ...image } of settings) {
    yield observeImage(scope, { name: resourceName(resource), object: identity(resource), part: '' }, image);
  }
  for (const image of values) yield observeImage(scope, { name: image.position.file, part: '' }, image);
  for (const chart of charts) yield observeChart(scope, chart);
}

/** What names an image. */
interface Owner {
  readonly name: string;
  readonly object?: Observation['object'];
  readonly part: string;
}

function observeImage(scope: Scope, { name, object, part }: Owner, found: UnpinnedImage): Observation {
  const { what, image, losses, position } = found;
  return {
    message: `${name}: ${what} ${losses.map(phrase).join(', and ')}.`,
    remedy: losses.map(({ kind }) => remedies[kind]).join(' '),
    details: [`now ${shown(image)}`],
    references: ['SLSA', 'CIS 5.5.1'],
    severity: losses.every(({ kind }) => kind === 'repository') ? 'low' : 'medium',
    position,
    scope,
    ...(object === undefined ? {} : { object }),
    subject: [part, what, ...losses.map(({ kind, after }) => `${kind} ${kind === 'digest' ? '' : after}`.trim())],
  };
}

function phrase({ kind, before, after }: ImageLoss): string {
  switch (kind) {
    case 'digest':
      return 'no longer names its image by a digest';
    case 'tag':
      return `takes its image by the tag ${shown(after)}, which moves (it was ${shown(before)})`;
    case 'publisher':
      return `takes its image from ${shown(after)}, no longer from ${shown(before)}`;
    case 'repository':
      return `takes its image from the repository ${shown(after)}, no longer from ${shown(before)}`;
  }
}

const remedies: Readonly<Record<ImageLoss['kind'], string>> = {
  digest: 'Name the image by tag and digest: name:1.2.3@sha256:….',
  tag: 'Name a release, better with its digest.',
  publisher: 'Make sure that it is who you mean that publishes there, and name the image by its digest.',
  repository: 'Make sure that it is the image you mean.',
};

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
    subject: ['chart', after.key, before.firmness, after.firmness],
  };
}

/** A text of a manifest, as far as a sentence can hold it. */
function shown(text: string): string {
  return text === '' ? 'nothing' : clipped(text, 160);
}
