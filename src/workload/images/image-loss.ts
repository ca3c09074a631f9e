import { isOpenText } from '../pod-security/open-text.ts';
import { isMoving, isShortened } from './mutable-tag.ts';
import { hasDigest, type ImageReference, parseReference, publisherOf } from './reference.ts';

/** One way in which it is less certain than before what runs. */
export interface ImageLoss {
  /**
   * `digest`: no longer named by one; `tag`: by a tag that moves; `publisher`: from somebody else; `repository`: another one of the same
   * publisher; `unpulled`: whatever the node has under its name.
   */
  readonly kind: 'digest' | 'tag' | 'publisher' | 'repository' | 'unpulled';
  readonly before: string;
  readonly after: string;
}

/**
 * What is less certain of an image than before. Another version is nothing, as long as it is pinned as firmly. What a
 * template makes of it is only known to have no digest.
 */
export function imageLosses(before: string, after: string): readonly ImageLoss[] {
  if (before === after) return [];
  const isUnpinned = hasDigest(before) && !hasDigest(after);
  const [old, now] = [parseReference(before), parseReference(after)];
  if (now === undefined || old === undefined) {
    return isUnpinned && (now !== undefined || isOpenText(after)) ? [{ kind: 'digest', before, after }] : [];
  }
  return [
    ...originLosses(old, now),
    ...(isUnpinned ? [{ kind: 'digest', before, after } as const] : tagLosses(old, now)),
  ];
}

function tagLosses(before: ImageReference, after: ImageReference): readonly ImageLoss[] {
  if (after.digest !== undefined || before.digest !== undefined || isMoving(before)) return [];
  if (!isMoving(after) && !isShortened(before.tag, after.tag)) return [];
  return [{ kind: 'tag', before: before.tag ?? '', after: after.tag ?? 'latest' }];
}

function originLosses(before: ImageReference, after: ImageReference): readonly ImageLoss[] {
  const [old, now] = [publisherOf(before), publisherOf(after)];
  if (old !== now) return [{ kind: 'publisher', before: old, after: now }];
  if (before.repository === after.repository) return [];
  return [{ kind: 'repository', before: before.repository, after: after.repository }];
}
