import type { ChangedFile, CommitBlobs, CommitPaths, TreeChange } from '../repository.ts';
import { MissingObjectsError } from './missing-objects-error.ts';
import type { Tree, TreeEntry } from './object.ts';
import type { ObjectFormat } from './object-id.ts';
import { decodePath } from './path.ts';

const nul = 0x00;
const tab = 0x09;
const blank = 0x20;

/** Reads the output of `ls-tree -r -z`: `<mode> <type> <id>\t<path>\0`. Throws where a path occurs twice. */
export function parseTree(output: Buffer): Tree {
  const tree = new Map<string, TreeEntry>();
  for (let at = 0; at < output.length; ) {
    const space = output.indexOf(blank, at);
    const middle = output.indexOf(tab, space);
    const end = output.indexOf(nul, middle);
    const id = output.toString('latin1', output.lastIndexOf(blank, middle) + 1, middle);
    addEntry(tree, decodePath(output.subarray(middle + 1, end)), { mode: output.toString('latin1', at, space), id });
    at = end + 1;
  }
  return tree;
}

/** The types of a mode, as the highest of its bits name them. */
const typeBits = 0o170000;

/**
 * Reads a tree object, `<mode> <name>\0<binary id>` for each entry (gitformat-pack): names and entries in its order, with modes as git itself
 * shows them. Undefined where the bytes are something else, or a name has a slash, which git looks for in ways of its own.
 */
export function parseTreeObject(
  bytes: Buffer,
  format: ObjectFormat,
): readonly (readonly [string, TreeEntry])[] | undefined {
  const length = format === 'sha256' ? 32 : 20;
  const entries: (readonly [string, TreeEntry])[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(blank, at);
    const end = bytes.indexOf(nul, at);
    const mode = bytes.toString('latin1', at, space);
    if (!/^[0-7]{1,6}$/.test(mode) || end <= space + 1 || end + length >= bytes.length) return undefined;
    const name = decodePath(bytes.subarray(space + 1, end));
    if (name.includes('/')) return undefined;
    const id = bytes.toString('hex', end + 1, end + 1 + length);
    entries.push([name, { mode: shownMode(Number.parseInt(mode, 8)), id }]);
    at = end + 1 + length;
  }
  return entries;
}

/** As git takes it (`canon_mode` in its cache.h): of a file only whether its owner may execute it counts, and what is nothing else is a submodule. */
function shownMode(mode: number): string {
  const type = mode & typeBits;
  if (type === 0o100000) return mode & 0o100 ? '100755' : '100644';
  if (type === 0o120000) return '120000';
  return type === 0o040000 ? '040000' : '160000';
}

/** Reads the output of `diff-tree -r -z --raw`: `:<mode> <mode> <id> <id> <status>\0<path>\0`. Throws where a path occurs twice. */
export function parseChanges(output: Buffer): readonly TreeChange[] {
  const changes = new Map<string, TreeChange>();
  for (const { header, path } of rawRecords(output)) {
    if (header === undefined) continue;
    const [oldMode = '', newMode = '', oldId = '', newId = ''] = header.slice(1).split(' ');
    addEntry(changes, path, { path, before: entry(oldMode, oldId), after: entry(newMode, newId) });
  }
  return [...changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads the output of `diff-tree --stdin -z --raw`: what follows each commit's id, by path what the commit leaves there. */
export function parseCommitPaths(output: Buffer): ReadonlyMap<string, CommitPaths> {
  const commits = new Map<string, Map<string, TreeEntry | undefined>>();
  let current = new Map<string, TreeEntry | undefined>();
  for (const { header, path } of rawRecords(output)) {
    if (header === undefined) {
      current = commits.get(path) ?? new Map();
      commits.set(path, current);
    } else {
      const [, mode = '', , id = ''] = header.slice(1).split(' ');
      current.set(path, entry(mode, id));
    }
  }
  return commits;
}

/** What a commit brings in and takes out, and the files that it touches. */
export interface CommitChanges extends CommitBlobs {
  readonly files: readonly ChangedFile[];
}

/**
 * Reads the output of `diff-tree --stdin -c -z --raw`: after each commit's id records with a colon, a mode and an id for each parent,
 * then the mode and id it leaves.
 */
export function parseCommitChanges(output: Buffer): ReadonlyMap<string, CommitChanges> {
  const commits = new Map<string, CommitChanges>();
  let current = { added: [] as CommitBlobs['added'][number][], removed: [] as string[], files: [] as ChangedFile[] };
  for (const { header, path } of rawRecords(output)) {
    if (header === undefined) {
      current = { added: [], removed: [], files: [] };
      commits.set(path, current);
      continue;
    }
    const parents = header.search(/[^:]/);
    const fields = header.slice(parents).split(' ');
    const entries = fields.slice(0, parents + 1).map((mode, index) => entry(mode, fields[parents + 1 + index] ?? ''));
    const before = entries.slice(0, -1).flatMap((each) => (each === undefined ? [] : [each.id]));
    const after = entries.at(-1);
    if (after === undefined) current.removed.push(...before);
    else current.added.push({ path, entry: after, before });
    current.files.push({ path, isRemoved: after === undefined });
  }
  return commits;
}

/** Reads the output of `log -z --format=//%ct --name-only`: a time after what no path holds, then the paths; the latest commit of a path comes first. */
export function parseLastCommits(output: Buffer): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let time = 0;
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(nul, at);
    const field = output.subarray(at, end < 0 ? output.length : end);
    at = end < 0 ? output.length : end + 1;
    const head = /^\n?\/\/(\d{1,15})$/.exec(field.toString('latin1'));
    const path = decodePath(field[0] === 0x0a ? field.subarray(1) : field);
    if (head !== null) time = Number(head[1]);
    else if (path !== '' && !times.has(path)) times.set(path, time);
  }
  return times;
}

/** Reads the output of `diff-tree -z --name-status --diff-filter=R`: `R<similarity>\0<old path>\0<new path>\0`, as new path → old path. */
export function parseRenames(output: Buffer): ReadonlyMap<string, string> {
  const fields: string[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(nul, at);
    fields.push(decodePath(output.subarray(at, end < 0 ? output.length : end)));
    at = end < 0 ? output.length : end + 1;
  }
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 2] ?? '', fields[at + 1] ?? '');
  return renames;
}

/** Records of two fields, which begin with a colon, and single fields between them (`header` is then undefined). */
function* rawRecords(output: Buffer): Generator<{ header: string | undefined; path: string }> {
  let at = 0;
  const field = () => {
    const end = output.indexOf(nul, at);
    const bytes = output.subarray(at, end < 0 ? output.length : end);
    at = end < 0 ? output.length : end + 1;
    return bytes;
  };
  while (at < output.length) {
    const first = field();
    if (first[0] === 0x3a) yield { header: first.toString('latin1'), path: decodePath(field()) };
    else yield { header: undefined, path: first.toString('latin1').trim() };
  }
}

function entry(mode: string, id: string): TreeEntry | undefined {
  return mode === '000000' ? undefined : { mode, id };
}

/** Puts an entry of a tree into a map by path. Throws where the path is in it already. */
export function addEntry<T>(map: Map<string, T>, path: string, value: T): void {
  if (map.has(path)) {
    throw new MissingObjectsError(
      `A tree holds two entries for ${JSON.stringify(path)}, so what it would deliver is not defined.`,
      'Git itself never writes such a tree ("git fsck" names it): commit the folder again.',
    );
  }
  map.set(path, value);
}
