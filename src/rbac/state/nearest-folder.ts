import { addTo } from '../../groups.ts';
import { memoize } from '../model/memoize.ts';

interface Placed {
  readonly resource: { readonly file: string } | undefined;
}

/** Things by every folder that they are in or below, to find those of the nearest one without looking at each. */
export class NearestFolder<T> {
  readonly #below = new Map<string, T[]>();

  constructor(items: readonly T[], ofItem: (item: T) => Placed) {
    for (const item of items) for (const folder of foldersOf(ofItem(item))) addTo(this.#below, folder, item);
  }

  /** All that are below the innermost folder around an object in or below which there are any; in their order. */
  nearestTo(object: Placed): readonly T[] {
    for (const folder of foldersOf(object)) {
      const found = this.#below.get(folder);
      if (found !== undefined) return found;
    }
    return [];
  }
}

/** The folders around a file, the innermost first; '' is the root. */
const foldersOf = memoize((object: Placed): readonly string[] => {
  const found: string[] = [];
  for (let folder = object.resource?.file ?? ''; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    found.push(folder);
  }
  return found.length === 0 ? [''] : found;
});
