import type { ObjectId, Tree, TreeEntry } from './object/object.ts';
import { addEntry, parseTreeObject } from './object/parse-tree.ts';
import type { GitDirectory } from './process/git-directory.ts';

/** More trees or bytes than this are left to `git ls-tree`, which has a bound of its own: trees within trees may name billions of paths. */
const mostTrees = 200;
const mostBytes = 1024 * 1024;

/**
 * What `git ls-tree -r <treeish> -- <under>` lists, read by the process that reads objects anyway: the gate's folder is asked for in every run, and
 * starting git would take longer than all it says. Undefined where an object is not here or the folders are large.
 */
export async function folderTree(
  git: GitDirectory,
  treeish: ObjectId,
  under: readonly string[],
): Promise<Tree | undefined> {
  if (!under.every(isPlain)) return undefined;
  const [root] = await git.infos([`${treeish}^{tree}`]);
  if (root === undefined) return undefined;
  const trees: Trees = new Map();
  let [listed, bytes] = [0, 0];
  let wanted = [{ id: root.id, path: '' }];
  while (wanted.length > 0) {
    listed += wanted.length;
    if (listed > mostTrees || !(await readTrees(git, wanted, trees))) return undefined;
    // One tree at many paths is listed as often.
    bytes += wanted.reduce((sum, { id }) => sum + (trees.get(id)?.size ?? 0), 0);
    if (bytes > mostBytes) return undefined;
    wanted = wanted.flatMap(({ id, path }) =>
      (trees.get(id)?.entries ?? [])
        .filter(([name, { mode }]) => mode === '040000' && leadsTo(under, path + name))
        .map(([name, entry]) => ({ id: entry.id, path: `${path}${name}/` })),
    );
  }
  const tree = new Map<string, TreeEntry>();
  const list = (id: ObjectId, path: string) => {
    for (const [name, entry] of trees.get(id)?.entries ?? []) {
      if (entry.mode !== '040000' && isWithin(under, path + name)) addEntry(tree, path + name, entry);
      if (entry.mode === '040000' && leadsTo(under, path + name)) list(entry.id, `${path}${name}/`);
    }
  };
  list(root.id, '');
  return tree;
}

/** Trees that were read, with the bytes of each. */
type Trees = Map<ObjectId, { readonly size: number; readonly entries: readonly (readonly [string, TreeEntry])[] }>;

/** Adds what these trees hold; whether all of them could be read. */
async function readTrees(
  git: GitDirectory,
  wanted: readonly { readonly id: ObjectId }[],
  trees: Trees,
): Promise<boolean> {
  const ids = [...new Set(wanted.map(({ id }) => id))].filter((id) => !trees.has(id));
  const infos = await git.infos(ids);
  const bytes = infos.reduce((sum, info) => sum + (info?.type === 'tree' ? info.size : mostBytes + 1), 0);
  if (bytes > mostBytes) return false;
  for await (const object of git.objects(ids)) {
    const entries = object && parseTreeObject(object.bytes, git.format);
    if (object === undefined || entries === undefined) return false;
    trees.set(object.id, { size: object.bytes.length, entries });
  }
  return true;
}

/** Whether git takes a path as it is: without empty names, `.` and `..`. */
const isPlain = (path: string): boolean => path.split('/').every((name) => !['', '.', '..'].includes(name));

const isWithin = (under: readonly string[], path: string): boolean =>
  under.some((top) => path === top || path.startsWith(`${top}/`));

/** Whether a folder is asked for, or is on the way to what is. */
const leadsTo = (under: readonly string[], path: string): boolean =>
  isWithin(under, path) || under.some((top) => top.startsWith(`${path}/`));
