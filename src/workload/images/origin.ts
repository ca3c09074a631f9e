import { list, mapping, scalarText } from '../../plain-values.ts';
import type { Pod } from '../model/pod.ts';
import { parseReference, publisherOf } from './reference.ts';

/**
 * Whether pods run something of one publisher, or both name no image. What a template or a variable makes of an image is only known
 * to be of the same publisher where it is written the same.
 */
export function isOfSamePublisher(before: Pod, after: Pod): boolean {
  const [old, now] = [publishersOf(before), publishersOf(after)];
  return old.length === 0 ? now.length === 0 : now.some((each) => old.includes(each));
}

function publishersOf({ spec }: Pod): readonly string[] {
  return list(spec.containers).flatMap((container) => {
    const image = scalarText(mapping(container).image);
    if (image === '') return [];
    const known = parseReference(image);
    return [known === undefined ? image : publisherOf(known)];
  });
}
