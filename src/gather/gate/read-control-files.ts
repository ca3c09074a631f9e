import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isControlFile } from '../../posture/model/control-files.ts';
import type { ControlFiles } from '../../rules/evidence.ts';
import { movedManifests } from '../../rules/repository/review-weakened/moved-manifests.ts';
import { readBlobs } from '../blobs.ts';

/** Bytes of the largest pipeline file that is read. */
const limit = 1024 * 1024;

/**
 * Reads the pipeline files and CODEOWNERS of both sides, unchanged ones too: a new workflow can take the name of an unchanged
 * one's check, and CODEOWNERS says who reviews what is moved. Undefined where the change touches none of them and moves nothing. Only the base's are fetched; the change's own are there.
 */
export async function readControlFiles(
  repository: Pick<Repository, 'blobs'>,
  before: Tree,
  touched: readonly TouchedFile[],
): Promise<ControlFiles | undefined> {
  const altered = touched.filter(({ path }) => isControlFile(path));
  if (altered.length === 0 && movedManifests(touched).length === 0) return undefined;
  // Plain files only: links and submodules are never followed.
  const plain = [...before].flatMap(([path, { mode, id }]) =>
    isControlFile(path) && mode.startsWith('100') ? [{ path, id }] : [],
  );
  const beforeFiles = new Map<string, Buffer>();
  for await (const { files, bytes } of readBlobs(
    repository,
    groupBy(plain, ({ id }) => id),
    limit,
  )) {
    if (bytes !== undefined) for (const { path } of files) beforeFiles.set(path, bytes);
  }
  const afterFiles = new Map(beforeFiles);
  for (const { path, after } of altered) {
    if (after?.mode.startsWith('100') && after.bytes.length === after.size) afterFiles.set(path, after.bytes);
    else afterFiles.delete(path);
  }
  return { before: beforeFiles, after: afterFiles };
}
