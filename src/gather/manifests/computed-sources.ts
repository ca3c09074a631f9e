import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { isComputedSource } from '../../kube/computed-source.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import { hasManifestExtension, mayHoldObject } from '../../kube/read-file.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { decodeText } from '../../yaml/decode-text.ts';
import type { Budget } from '../budget.ts';

/** Files of one folder that are looked into for a manifest; more may hold one. */
const mostLooked = 100;

/**
 * Marks the touched sources of Jsonnet and CUE that are next to manifests, where a tool that delivers the folder computes them. A
 * folder with a kustomization delivers what that names.
 */
export async function markComputedSources(
  repository: Pick<Repository, 'blobs'>,
  touched: readonly TouchedFile[],
  after: Tree,
  limits: Limits,
  budget: Budget,
): Promise<readonly TouchedFile[]> {
  const sources = touched.filter((file) => file.after !== undefined && isComputedSource(file.path));
  if (sources.length === 0) return touched;
  const folders = new Map(sources.map(({ path }) => [folderOf(path), [] as string[]]));
  for (const path of after.keys()) folders.get(folderOf(path))?.push(path);
  const holding = new Set<string>();
  for (const [folder, paths] of folders) {
    budget.spend(paths.length);
    if (paths.some(isKustomization)) continue;
    const manifests = paths.filter(hasManifestExtension);
    const isHolding =
      manifests.length > mostLooked || (await holdsObject(repository, manifests, after, limits, budget));
    if (isHolding) holding.add(folder);
  }
  return touched.map((file) =>
    isComputedSource(file.path) && holding.has(folderOf(file.path)) ? { ...file, isNextToManifests: true } : file,
  );
}

async function holdsObject(
  repository: Pick<Repository, 'blobs'>,
  paths: readonly string[],
  after: Tree,
  limits: Limits,
  budget: Budget,
): Promise<boolean> {
  for await (const { bytes } of repository.blobs(
    new Set(paths.map((path) => after.get(path)?.id ?? '')),
    limits.bytes,
  )) {
    budget.charge(bytes?.length ?? 0);
    if (bytes === undefined || mayHoldObject(decodeText(bytes).text)) return true;
  }
  return false;
}
