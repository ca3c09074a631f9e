import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

export type ObjectFormat = 'sha1' | 'sha256';

/** Writes a loose object into a git directory, as `git hash-object -w` does without its process, and gives its id. */
export function writeObject(git: string, format: ObjectFormat, type: string, bytes: Buffer): string {
  const object = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const id = createHash(format).update(object).digest('hex');
  const file = fileOf(git, id);
  if (existsSync(file)) return id;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, deflateSync(object, { level: 1 }), { mode: 0o444 });
  return id;
}

/** The bytes of a loose object behind its header; undefined where it is not there as one. */
export function looseObject(git: string, id: string): Buffer | undefined {
  const file = fileOf(git, id);
  if (!existsSync(file)) return undefined;
  const object = inflateSync(readFileSync(file));
  return object.subarray(object.indexOf(0) + 1);
}

const fileOf = (git: string, id: string): string => join(git, 'objects', id.slice(0, 2), id.slice(2));

interface StagedFile {
  readonly path: string;
  readonly mode: number;
  readonly id: string;
  readonly stats: BigIntStats;
}

interface Entry {
  readonly name: string;
  readonly mode: string;
  readonly id: string;
}

/**
 * What `git add --all` and `git write-tree` do, without their processes: writes the files of a work tree, the index and the tree, and gives its
 * id. Undefined, with nothing of the index changed, where there is what only git knows about: rules of what to ignore or to convert, repositories
 * within, names that are not UTF-8.
 */
export function stageWorkTree(directory: string, format: ObjectFormat): string | undefined {
  const git = join(directory, '.git');
  const staged: StagedFile[] = [];
  const tree = stageFolder(directory, '', git, format, staged);
  if (tree === undefined) return undefined;
  writeFileSync(join(git, 'index'), indexOf(staged, format));
  return tree.length === 0 ? writeObject(git, format, 'tree', Buffer.alloc(0)) : writeTree(git, format, tree);
}

function stageFolder(
  directory: string,
  path: string,
  git: string,
  format: ObjectFormat,
  staged: StagedFile[],
): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const name of readdirSync(join(directory, path))) {
    if (path === '' && name === '.git') continue;
    if (/^\.git(?:|ignore|attributes)$/i.test(name) || name.includes('\ufffd')) return undefined;
    const inner = path === '' ? name : `${path}/${name}`;
    const stats = lstatSync(join(directory, inner), { bigint: true });
    if (stats.isDirectory()) {
      const below = stageFolder(directory, inner, git, format, staged);
      if (below === undefined) return undefined;
      if (below.length > 0) entries.push({ name, mode: '40000', id: writeTree(git, format, below) });
      continue;
    }
    if (!stats.isFile() && !stats.isSymbolicLink()) return undefined;
    const mode = stats.isSymbolicLink() ? 0o120000 : stats.mode & 0o100n ? 0o100755 : 0o100644;
    const content = stats.isSymbolicLink()
      ? readlinkSync(join(directory, inner), { encoding: 'buffer' })
      : readFileSync(join(directory, inner));
    const id = writeObject(git, format, 'blob', content);
    staged.push({ path: inner, mode, id, stats });
    entries.push({ name, mode: mode.toString(8), id });
  }
  return entries;
}

/** Git sorts folders as if their names ended in a slash. */
function writeTree(git: string, format: ObjectFormat, entries: readonly Entry[]): string {
  const key = ({ name, mode }: Entry) => Buffer.from(mode === '40000' ? `${name}/` : name);
  const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)));
  const parts = sorted.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  return writeObject(git, format, 'tree', Buffer.concat(parts));
}

/** An index of version 2 (gitformat-index), with what git compares to see that a file has not changed. */
function indexOf(staged: readonly StagedFile[], format: ObjectFormat): Buffer {
  const header = Buffer.concat([Buffer.from('DIRC'), numbers(2, staged.length)]);
  const sorted = staged.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  const content = Buffer.concat([header, ...sorted.map(indexEntry)]);
  return Buffer.concat([content, createHash(format).update(content).digest()]);
}

function indexEntry({ path, mode, id, stats }: StagedFile): Buffer {
  const { ctimeNs, mtimeNs, dev, ino, uid, gid, size } = stats;
  const seconds = (time: bigint) => [time / 1_000_000_000n, time % 1_000_000_000n];
  const fields = [...seconds(ctimeNs), ...seconds(mtimeNs), dev, ino, BigInt(mode), uid, gid, size];
  const name = Buffer.from(path);
  const flags = Buffer.alloc(2);
  flags.writeUInt16BE(Math.min(name.length, 0xfff));
  const entry = Buffer.concat([numbers(...fields), Buffer.from(id, 'hex'), flags, name]);
  return Buffer.concat([entry, Buffer.alloc(8 - (entry.length % 8))]);
}

function numbers(...values: readonly (number | bigint)[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(Number(BigInt(value) & 0xffffffffn), index * 4);
  return buffer;
}
