import type { Position } from '../../kube/resource.ts';
import { mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import type { ChangedFile } from './changed-file.ts';
import { patchesIn, placesIn } from './patches.ts';

const patching = new Set(['patches', 'patchesStrategicMerge', 'patchesJson6902']);

/**
 * The changed line of a patch or replacement that sets a value of an object: the one that names most of its path, of several the last, which wins. With
 * `isExact` only where it sets nothing else.
 */
export function patchLine(
  files: readonly ChangedFile[],
  parts: readonly Part[],
  view: FileView,
  { value, path }: { readonly value: unknown; readonly path: Path },
  isExact: boolean,
): Position | undefined {
  const named = new Set(
    parts.flatMap(({ inputs }) => inputs.filter(({ at }) => patching.has(String(at[0]))).map((input) => input.path)),
  );
  let best: { readonly position: Position; readonly score: number } | undefined;
  for (const file of files) {
    if (!/\.(?:ya?ml|json)$/.test(file.path)) continue;
    const added = new Set(file.added);
    for (const document of view.documents(file.path)) {
      for (const patch of patchesIn(document, named.has(file.path))) {
        for (const place of placesIn(patch, mapping(value), path)) {
          const at = patch.at(place.path);
          const isBetter = place.score >= (best?.score ?? 0) && (place.isExact || !isExact);
          if (isBetter && added.has(at.line)) best = { position: { file: file.path, ...at }, score: place.score };
        }
      }
    }
  }
  return best?.position;
}
