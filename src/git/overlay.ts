import { createHash } from 'node:crypto';
import type { ObjectId, Tree, TreeEntry } from './object/object.ts';
import type { ObjectFormat } from './object/object-id.ts';
import type { Blob, Repository, TreeChange } from './repository.ts';

/** A file in place of the one at its path; undefined where there is none. */
export type OverlaidFile = { readonly mode: string; readonly bytes: Buffer } | undefined;

/** The id git gives a blob. */
export function blobId(bytes: Buffer, format: ObjectFormat): ObjectId {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A repository that has one more tree: that of `onto` with some files changed. Nothing is written anywhere. */
export function overlaid(
  repository: Repository,
  onto: ObjectId,
  files: ReadonlyMap<string, OverlaidFile>,
): { readonly repository: Repository; readonly tree: ObjectId } {
  const tree = `${onto} with ${files.size} files changed`;
  const entries = new Map<string, TreeEntry | undefined>();
  const contents = new Map<ObjectId, Buffer>();
  for (const [path, file] of files) {
    const id = file && blobId(file.bytes, repository.objectFormat);
    if (file !== undefined && id !== undefined) contents.set(id, file.bytes);
    entries.set(path, file && id !== undefined ? { mode: file.mode, id } : undefined);
  }
  const own = {
    tree: async (treeish, under = []) => {
      const listed = await repository.tree(treeish === tree ? onto : treeish, under);
      return treeish === tree ? replaced(listed, entries, under) : listed;
    },
    changes: async (before, after) => {
      if (after !== tree) return repository.changes(before, after);
      const [known, all] = [await repository.changes(before, onto), await repository.tree(onto)];
      return replacedChanges(known, all, entries);
    },
    blobs: (ids, limit) => blobs(repository, contents, [...new Set(ids)], limit),
  } satisfies Partial<Repository>;
  return { repository: delegating(repository, own), tree };
}

/** All that it does not do itself is done by the repository, which keeps its own state. */
function delegating(repository: Repository, own: Partial<Repository>): Repository {
  return new Proxy(repository, {
    get(target, name) {
      const value: unknown = Reflect.get(name in own ? own : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function replaced(tree: Tree, entries: ReadonlyMap<string, TreeEntry | undefined>, under: readonly string[]): Tree {
  const result = new Map(tree);
  for (const [path, entry] of entries) {
    const isAsked = under.length === 0 || under.some((top) => path === top || path.startsWith(`${top}/`));
    if (entry === undefined) result.delete(path);
    else if (isAsked) result.set(path, entry);
  }
  return result;
}

function replacedChanges(
  known: readonly TreeChange[],
  onto: Tree,
  entries: ReadonlyMap<string, TreeEntry | undefined>,
): readonly TreeChange[] {
  const changes = new Map(known.map((change) => [change.path, change]));
  for (const [path, after] of entries) {
    const change = changes.get(path);
    const before = change === undefined ? onto.get(path) : change.before;
    if (before?.id === after?.id && before?.mode === after?.mode) changes.delete(path);
    else changes.set(path, { path, before, after });
  }
  return [...changes.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function* blobs(
  repository: Repository,
  contents: ReadonlyMap<ObjectId, Buffer>,
  ids: readonly ObjectId[],
  limit: number,
): AsyncGenerator<Blob, void, undefined> {
  // In the order asked for, and what the repository has by one request.
  const others = repository.blobs(
    ids.filter((id) => !contents.has(id)),
    limit,
  );
  const iterator = others[Symbol.asyncIterator]();
  try {
    for (const id of ids) {
      const bytes = contents.get(id);
      if (bytes === undefined) {
        const next = await iterator.next();
        if (!next.done) yield next.value;
      } else if (bytes.length > limit) yield { id, size: bytes.length, bytes: undefined, why: 'oversize' };
      else yield { id, size: bytes.length, bytes };
    }
  } finally {
    await iterator.return?.();
  }
}
