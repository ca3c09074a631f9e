import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '../../src/git/object/object.ts';
import type { Blob, CommitBlobs, Repository, TreeChange } from '../../src/git/repository.ts';

/** A folder of a rule's case as git would list it. */
export interface Folder {
  readonly tree: Tree;
  readonly contents: ReadonlyMap<string, Buffer>;
}

/** Reads a folder's files; one that is not there is empty. `gitattributes.txt` is read as `.gitattributes`, which would act on this repository. */
export function readFolder(root: string): Folder {
  const tree = new Map<string, { mode: string; id: string }>();
  const contents = new Map<string, Buffer>();
  const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names.sort()) {
    const stat = lstatSync(join(root, name));
    if (stat.isDirectory()) continue;
    const link = stat.isSymbolicLink();
    const bytes = link ? Buffer.from(readlinkSync(join(root, name))) : readFileSync(join(root, name));
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    const path = name.replaceAll('\\', '/').replace(/(^|\/)gitattributes\.txt$/, '$1.gitattributes');
    tree.set(path, { mode: link ? '120000' : '100644', id });
    contents.set(id, bytes);
  }
  return { tree, contents };
}

/** Files given by their text. */
export function folderOfFiles(files: Readonly<Record<string, string>>): Folder {
  const tree = new Map<string, { mode: string; id: string }>();
  const contents = new Map<string, Buffer>();
  for (const path of Object.keys(files).sort()) {
    const bytes = Buffer.from(files[path] ?? '');
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    tree.set(path, { mode: '100644', id });
    contents.set(id, bytes);
  }
  return { tree, contents };
}

/** The part of a Repository that reading manifests and commits needs, over two folders and what the commits in between hold, one after the other. */
export function memoryRepository(
  before: Folder,
  after: Folder,
  commits: readonly Folder[] = [],
): Pick<Repository, 'blobs' | 'changes' | 'commitBlobs' | 'tree'> {
  const contents = new Map([before, ...commits, after].flatMap((folder) => [...folder.contents]));
  return {
    commitBlobs: async (ids) => new Map(ids.map((id) => [id, commitBlobs([before, ...commits], Number(id))])),
    tree: async () => after.tree,
    changes: async () => {
      const paths = [...new Set([...before.tree.keys(), ...after.tree.keys()])].sort();
      return paths
        .map((path): TreeChange => ({ path, before: before.tree.get(path), after: after.tree.get(path) }))
        .filter((c) => c.before?.id !== c.after?.id || c.before?.mode !== c.after?.mode);
    },
    async *blobs(ids, limit): AsyncGenerator<Blob> {
      for (const id of new Set(ids)) {
        const bytes = contents.get(id);
        if (bytes === undefined) yield { id, size: 0, bytes: undefined, why: 'missing' };
        else if (bytes.length > limit) yield { id, size: bytes.length, bytes: undefined, why: 'oversize' };
        else yield { id, size: bytes.length, bytes };
      }
    },
  };
}

/** Commit n (its id) against the one before it. */
function commitBlobs(states: readonly Folder[], n: number): CommitBlobs {
  const [parent, own] = [states[n - 1]?.tree ?? new Map(), states[n]?.tree ?? new Map()] as [Tree, Tree];
  const added = [...own].filter(([path, { id }]) => parent.get(path)?.id !== id);
  return {
    added: added.map(([path, entry]) => ({ path, entry, before: [parent.get(path)?.id ?? []].flat() })),
    removed: [...parent].flatMap(([path, { id }]) => (own.has(path) ? [] : [id])),
  };
}
