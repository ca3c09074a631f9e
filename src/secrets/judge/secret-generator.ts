import { generatorFiles, touchedKustomizations } from '../../kube/kustomization.ts';
import type { Packed, TouchedFile } from '../../kube/touched-file.ts';

/** The files that secretGenerators of one side's touched kustomizations turn into Secrets. */
export function secretGeneratorFiles(
  touched: readonly TouchedFile[],
  side: 'before' | 'after',
): ReadonlyMap<string, Packed> {
  const files = new Map<string, Packed>();
  for (const { folder, value } of touchedKustomizations(touched, side)) {
    for (const { path, as } of generatorFiles(value, folder, 'secretGenerator')) files.set(path, as);
  }
  return files;
}
