import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import { folderOf, generatedFiles, kustomizationNames } from '../../kube/kustomization.ts';
import type { Generated, TouchedFile } from '../../kube/touched-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { readBlobs } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import { foldersAbove } from './context/context-files.ts';

/** Marks the touched files that generators of unchanged kustomizations pack into ConfigMaps and Secrets. */
export async function markGenerated(
  repository: Pick<Repository, 'blobs'>,
  touched: readonly TouchedFile[],
  after: Tree,
  limits: Limits,
  budget: Budget,
): Promise<readonly TouchedFile[]> {
  const packed = new Map<string, Generated>();
  const unchanged = unchangedKustomizations(touched, after, budget);
  for await (const { files, bytes } of readBlobs(repository, unchanged, limits.bytes, budget)) {
    if (!bytes?.includes('Generator')) continue;
    const documents = parseYaml(bytes, limits).documents;
    for (const file of files) {
      for (const { value } of documents) {
        for (const { path, ...generated } of generatedFiles(value, folderOf(file.path)))
          if (packed.get(path)?.inSecret !== true) packed.set(path, generated);
      }
    }
  }
  return touched.map((file) => {
    const generated = packed.get(file.path);
    return generated === undefined ? file : { ...file, generated };
  });
}

/** By blob, the kustomizations above the touched files that the change leaves as they are: kustomize loads nothing from outside its own folder. */
function unchangedKustomizations(touched: readonly TouchedFile[], after: Tree, budget: Budget) {
  const touchedPaths = new Set(touched.map(({ path }) => path));
  const files = [...foldersAbove(touchedPaths, budget)].flatMap((folder) =>
    kustomizationNames.flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      const entry = after.get(path);
      return entry === undefined || touchedPaths.has(path) || !entry.mode.startsWith('100') ? [] : [{ path, ...entry }];
    }),
  );
  return groupBy(files, ({ id }) => id);
}
