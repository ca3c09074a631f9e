import type { ObjectId } from '../git/object/object.ts';
import { MissingObjectsError, type Repository } from '../git/repository.ts';
import type { Budget } from './budget.ts';

/** What was read of one blob, and the files that have it. */
export interface BlobFiles<F> {
  readonly id: ObjectId;
  readonly files: readonly F[];
  /** Undefined where it is over the limit. */
  readonly bytes: Buffer | undefined;
  readonly size: number;
}

/**
 * Reads files by the ids of their blobs, each blob once. Throws LimitError, and MissingObjectsError where a blob is neither in the
 * clone nor at its remote: that is a lack of the run, not of the file (how-it-judges.md, "Outcomes and exit codes").
 */
export async function* readBlobs<F extends { readonly path: string }>(
  repository: Pick<Repository, 'blobs'>,
  byId: ReadonlyMap<ObjectId, readonly F[]>,
  limit: number,
  budget?: Budget,
): AsyncGenerator<BlobFiles<F>, void, undefined> {
  for await (const { id, bytes, size, why } of repository.blobs(byId.keys(), limit)) {
    const files = byId.get(id) ?? [];
    if (why === 'missing') throw missingContent(files[0]?.path ?? '', id);
    budget?.charge(bytes?.length ?? 0);
    yield { id, files, bytes, size };
  }
}

/** The blobs that are here or at the remote and not over the limit, where nothing depends on the others. Throws LimitError. */
export async function readAvailable(
  repository: Pick<Repository, 'blobs'>,
  ids: Iterable<ObjectId>,
  limit: number,
  budget?: Budget,
): Promise<ReadonlyMap<ObjectId, Buffer>> {
  const contents = new Map<ObjectId, Buffer>();
  for await (const { id, bytes } of repository.blobs(ids, limit)) {
    budget?.charge(bytes?.length ?? 0);
    if (bytes !== undefined) contents.set(id, bytes);
  }
  return contents;
}

function missingContent(path: string, id: string): MissingObjectsError {
  return new MissingObjectsError(
    `The content of ${path} (blob ${id}) is not in this clone and could not be fetched.`,
    'Clone without a filter and with the whole history, or give a token that may read the repository.',
  );
}
