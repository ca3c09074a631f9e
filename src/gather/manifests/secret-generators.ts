import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { readFile } from '../../kube/read-file.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { secretGeneratorFiles } from '../../secrets/judge/secret-generator.ts';
import type { Budget } from '../budget.ts';
import { missingContent } from '../missing-content.ts';

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
  const contents = new Map<string, Buffer>();
  for await (const { id, bytes, why } of repository.blobs(new Set(files.map(({ id }) => id)), limits.bytes)) {
    if (why === 'missing') throw missingContent(files.find((file) => file.id === id)?.path ?? '', id);
    budget.charge(bytes?.length ?? 0);
    if (bytes?.includes('secretGenerator')) contents.set(id, bytes);
  }
  const sides = files.flatMap(({ path, mode, id }) => {
    const bytes = contents.get(id);
    if (bytes === undefined) return [];
    const side = readFile({
      path,
      mode,
      id,
      bytes,
      size: bytes.length,
      why: undefined,
      isTemplate: false,
      isNamed: false,
      limits,
    });
    return [{ path, scope: '', before: side, after: side, movedFrom: undefined }];
  });
  const generated = secretGeneratorFiles(sides, 'after');
  return touched.map((file) => {
    const packedInSecret = generated.get(file.path);
    return packedInSecret === undefined ? file : { ...file, packedInSecret };
  });
}

/** Kustomizations that may name a file: those of its folder and the folders above. */
function kustomizationsAbove(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.concat('').flatMap((_, depth) => {
    const folder = folders
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join('');
    return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].map((name) => folder + name);
  });
}
