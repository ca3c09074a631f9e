import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import { folderOf, generatorFiles, kustomizationNames } from '../../kube/kustomization.ts';
import type { Packed, TouchedFile } from '../../kube/touched-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { readBlobs } from '../blobs.ts';
import type { Budget } from '../budget.ts';

/** Marks the touched files that the secretGenerator of an unchanged kustomization turns into a Secret. */
export async function markGenerated(
  repository: Pick<Repository, 'blobs'>,
  touched: readonly TouchedFile[],
  after: Tree,
  limits: Limits,
  budget: Budget,
): Promise<readonly TouchedFile[]> {
  const touchedPaths = new Set(touched.map(({ path }) => path));
  const near = touched.filter(({ after: side }) => side !== undefined).flatMap(({ path }) => kustomizationsAbove(path));
  const files = [...new Set(near)].flatMap((path) => {
    const entry = after.get(path);
    return entry === undefined || touchedPaths.has(path) || !entry.mode.startsWith('100') ? [] : [{ path, ...entry }];
  });
  if (files.length === 0) return touched;
  const byId = groupBy(files, ({ id }) => id);
  const generated = new Map<string, Packed>();
  for await (const { files: places, bytes } of readBlobs(repository, byId, limits.bytes, budget)) {
    if (!bytes?.includes('secretGenerator')) continue;
    for (const { value } of parseYaml(bytes, limits).documents) {
      for (const { path } of places) {
        for (const packed of generatorFiles(value, folderOf(path), 'secretGenerator'))
          generated.set(packed.path, packed.as);
      }
    }
  }
  return touched.map((file) => {
    const packedInSecret = generated.get(file.path);
    return packedInSecret === undefined ? file : { ...file, packedInSecret };
  });
}

/** Kustomizations that may name a file: those of its folder and the folders above. */
function kustomizationsAbove(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.concat('').flatMap((_, depth) => {
    const folder = folders.slice(0, depth).join('/');
    return kustomizationNames.map((name) => (folder === '' ? name : `${folder}/${name}`));
  });
}
