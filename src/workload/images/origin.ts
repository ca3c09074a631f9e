import { list, mapping, scalarText } from '../../plain-values.ts';
import type { Pod } from '../model/pod.ts';
import { parseReference, publisherOf } from './reference.ts';

/**
 * Who publishes what a pod's containers run, each once; nobody where none names an image. Of what a template or a variable makes of an
 * image the publisher is its text: the same only where it is written the same.
 */
export function publishersOf({ spec }: Pod): readonly string[] {
  const found = list(spec.containers).flatMap((container) => {
    const image = scalarText(mapping(container).image);
    if (image === '') return [];
    const known = parseReference(image);
    return [known === undefined ? image : publisherOf(known)];
  });
  return [...new Set(found)];
}
