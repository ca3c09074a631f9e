import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../input-error.ts';
import { folderTree } from './folder-tree.ts';
import { MissingObjectsError } from './object/missing-objects-error.ts';
import type { ObjectId, RawCommit, RawTag, Tree } from './object/object.ts';
import { emptyTree, isObjectId, type ObjectFormat } from './object/object-id.ts';
import { parseCommit, parseTag } from './object/parse-object.ts';
import { type CommitChanges, parseChanges, parseRenames, parseTree } from './object/parse-tree.ts';
import { encodePath } from './object/path.ts';
import { type Discovered, discover, existingDirectory } from './process/discover.ts';
import { GitDirectory } from './process/git-directory.ts';
import type { ReadObject } from './process/object-reader.ts';
import { defaultPauses } from './process/persist.ts';
import { type Reachable, type Remote, reachable } from './process/remote.ts';
import { borrowObjects, makeScratch, type Scratch } from './process/scratch.ts';
import { commitChanges, commitPaths, lastCommits } from './range/commit-changes.ts';
import { firstParents, olderBeginnings } from './range/first-parents.ts';
import { compare, firstStep } from './range/history.ts';
import { certificateFile, findDefaultBranch, nameRevision, originUrl, refName } from './range/names.ts';
import { pastCommits } from './range/past.ts';
import type { Range, RangeRequest } from './range/range.ts';
import { type MergeResult, resolveRange } from './range/resolve-range.ts';
import { namedRevisions, type Revisions } from './range/revisions.ts';
import type { Blob, ChangedFile, CommitBlobs, CommitPaths, PastCommits, Repository, TreeChange } from './repository.ts';
import { stagedTree } from './staged-tree.ts';

export interface OpenOptions {
  /** Where what is missing may be fetched from; undefined: the repository's own `origin`, without a token. */
  readonly remote?: Remote | undefined;
  /** Follow GIT_DIR and GIT_INDEX_FILE as git sets them for its hooks (for `--staged`). */
  readonly inHook?: boolean;
  /** Where the scratch directory is made; by default the system's temporary directory. */
  readonly temporary?: string;
  /** Milliseconds before each further try of what reaches the remote. */
  readonly pauses?: readonly number[];
}

/** Commits and tags larger than this are not read: no honest one is. */
const metadataLimit = 16 * 1024 * 1024;

/** Opens the repository that holds `directory`. Throws InputError where there is none. Close it: it keeps a scratch directory. */
export async function openRepository(directory: string, options: OpenOptions = {}): Promise<Repository> {
  const from = existingDirectory(directory);
  const scratch = makeScratch(from, options.temporary);
  try {
    const discovered = await discover(from, scratch, options.inHook ?? false);
    borrowObjects(scratch, discovered.format, discovered.objects, discovered.shallow);
    return new ScratchRepository(discovered, scratch, options);
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

/** Names are looked up in the user's repository; every object is read from the scratch git directory that borrows its objects. */
class ScratchRepository implements Repository {
  readonly directory: string;
  readonly objectFormat: ObjectFormat;
  readonly #discovered: Discovered;
  readonly #scratch: Scratch;
  readonly #git: GitDirectory;
  /** What was fetched or listed, by its whole name: from then on it is not looked up again. */
  readonly #known = new Map<string, ObjectId>();
  readonly #merges = new Map<string, Promise<MergeResult>>();
  /** What revisions name: one answer for a run, also where somebody moves a branch meanwhile. */
  readonly #names = new Map<string, Promise<ObjectId | undefined>>();
  #origin: Promise<string | undefined> | undefined;
  readonly #commits = new Map<string, Promise<ReadonlyMap<ObjectId, CommitChanges>>>();
  /** Whole trees that were listed, by what they were asked for by. */
  readonly #trees = new Map<string, Promise<Tree>>();
  /** Comparisons of whole trees, by both sides. */
  readonly #changes = new Map<string, Promise<readonly TreeChange[]>>();

  constructor(discovered: Discovered, scratch: Scratch, { remote, pauses = defaultPauses }: OpenOptions) {
    this.directory = discovered.directory;
    this.objectFormat = discovered.format;
    this.#discovered = discovered;
    this.#scratch = scratch;
    this.#git = new GitDirectory(scratch, discovered, () => this.#findRemote(remote), pauses);
  }

  async fetch(refs: readonly string[]): Promise<ReadonlyMap<string, ObjectId>> {
    const isId = (ref: string) => isObjectId(ref, this.#git.format);
    const ids = refs.filter(isId);
    const here = await this.#git.infos(ids);
    const names = refs.filter((ref) => !isId(ref));
    const wants = [
      ...ids.filter((_, index) => here[index] === undefined),
      ...names.map((ref, index) => `+${checkedRef(ref)}:refs/gitops-gate/${index}`),
    ];
    if (wants.length > 0) {
      await this.#git.fetch(wants, refs.join(' or '), firstStep(this.#git));
    }
    for (const id of ids) this.#known.set(id, id);
    names.forEach((ref, index) => {
      const file = join(this.#scratch.directory, 'refs', 'gitops-gate', String(index));
      this.#known.set(ref, readFileSync(file, 'latin1').trim());
    });
    return new Map(refs.map((ref) => [ref, this.#known.get(ref) ?? '']));
  }

  async resolve(rev: string, type?: 'commit' | 'tree' | 'tag'): Promise<ObjectId | undefined> {
    const id = await this.#name(rev);
    if (id === undefined) return undefined;
    const [info] = await this.#git.infos([type === undefined ? id : `${id}^{${type}}`]);
    return info?.id;
  }

  async defaultBranch(): Promise<string | undefined> {
    const branch = await findDefaultBranch(this.#discovered);
    if (branch !== undefined && !this.#known.has(branch.ref)) this.#known.set(branch.ref, branch.id);
    return branch?.ref;
  }

  range(request: RangeRequest): Promise<Range> {
    return resolveRange(
      {
        git: this.#git,
        name: (rev) => this.#name(rev),
        refName: (rev) => refName(this.#discovered, rev),
        stagedTree: () => stagedTree(this.#discovered, this.#git),
        commits: (ids) => this.commits(ids),
        mergeTree: async (ours, theirs) => {
          await this.tree(theirs);
          return this.#merge(ours, theirs);
        },
      },
      request,
    );
  }

  revisions(names: readonly string[]): Promise<Revisions> {
    return namedRevisions(this.#git, (rev) => this.#name(rev), names);
  }

  firstParents(head: ObjectId, most: number): Promise<readonly ObjectId[]> {
    return firstParents(this.#git, head, most);
  }

  olderBeginnings(head: ObjectId, root: ObjectId): Promise<readonly ObjectId[]> {
    return olderBeginnings(this.#git, head, root);
  }

  origin(): Promise<string | undefined> {
    this.#origin ??= originUrl(this.#discovered);
    return this.#origin;
  }

  async tree(treeish: ObjectId, under: readonly string[] = []): Promise<Tree> {
    if (under.length > 0) return (await folderTree(this.#git, treeish, under)) ?? this.#list(treeish, under);
    return once(this.#trees, treeish, () => this.#list(treeish, []));
  }

  changes(before: ObjectId | undefined, after: ObjectId | undefined): Promise<readonly TreeChange[]> {
    if (before === after) return Promise.resolve([]);
    return once(this.#changes, `${before} ${after}`, () => this.#compare(before, after));
  }

  async #compare(before: ObjectId | undefined, after: ObjectId | undefined): Promise<readonly TreeChange[]> {
    // Listing ends where a tree is too large; comparing would first fill all memory, and so would merging.
    if (after !== undefined) await this.tree(after);
    const empty = emptyTree(this.#git.format);
    const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
    return parseChanges((await this.#git.runFetching([...args, before ?? empty, after ?? empty, '--'])).stdout);
  }

  async renames(before: ObjectId, after: ObjectId, similarity: number): Promise<ReadonlyMap<string, string>> {
    const moved = [`--find-renames=${similarity}%`, '-l1000', '--diff-filter=R'];
    const args = ['diff-tree', '-r', '-z', '--name-status', ...moved];
    const { code, stdout } = await this.#git.run([...args, before, after, '--']);
    return code === 0 ? parseRenames(stdout) : new Map();
  }

  async *blobs(ids: Iterable<ObjectId>, limit: number): AsyncGenerator<Blob, void, undefined> {
    const wanted = [...new Set(ids)];
    let infos = await this.#git.infos(wanted);
    const missing = wanted.filter((_, index) => infos[index] === undefined);
    if (missing.length > 0 && (await this.#fetchBlobs(missing))) infos = await this.#git.infos(wanted);
    const readable = wanted.filter((_, index) => (infos[index]?.size ?? Number.POSITIVE_INFINITY) <= limit);
    const objects = this.#git.objects(readable);
    try {
      for (const [index, id] of wanted.entries()) {
        const info = infos[index];
        if (info === undefined) yield { id, size: 0, bytes: undefined, why: 'missing' };
        else if (info.size > limit) yield { id, size: info.size, bytes: undefined, why: 'oversize' };
        else yield blobOf(id, (await objects.next()).value ?? undefined);
      }
    } finally {
      await objects.return();
    }
  }

  async commits(ids: readonly ObjectId[]): Promise<readonly RawCommit[]> {
    return (await this.#metadata(ids, 'commit')).map(({ id, bytes }) => parseCommit(id, bytes));
  }

  async tag(id: ObjectId): Promise<RawTag> {
    const [tag] = await this.#metadata([id], 'tag');
    return parseTag(id, tag?.bytes ?? Buffer.alloc(0));
  }

  async commitPaths(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitPaths>> {
    return ids.length === 0 ? new Map() : commitPaths(this.#git, await this.commits(ids));
  }

  commitBlobs(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitBlobs>> {
    return this.#commitChanges(ids);
  }

  lastCommits(head: ObjectId): Promise<ReadonlyMap<string, number>> {
    return lastCommits(this.#git, head);
  }

  pastCommits(head: ObjectId, most: number, known: ReadonlyMap<ObjectId, unknown>): Promise<PastCommits> {
    return pastCommits(this.#git, head, most, known);
  }

  async changedFiles(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, readonly ChangedFile[]>> {
    return new Map([...(await this.#commitChanges(ids))].map(([id, { files }]) => [id, files]));
  }

  async mergeTree(ours: ObjectId, theirs: ObjectId): Promise<ObjectId | undefined> {
    return (await this.#merge(ours, theirs)).tree;
  }

  async close(): Promise<void> {
    this.#git.close();
    this.#scratch.remove();
  }

  async #findRemote(remote: Remote | undefined): Promise<Reachable | undefined> {
    const url = remote?.url ?? (await this.origin());
    const found = url === undefined ? undefined : reachable(url, remote, this.directory);
    if (found === undefined || !found.shown.startsWith('http')) return found;
    const certificates = await certificateFile(this.#discovered, found.shown);
    if (certificates === undefined) return found;
    return { ...found, environment: { ...found.environment, GIT_SSL_CAINFO: certificates } };
  }

  async #name(rev: string): Promise<ObjectId | undefined> {
    return this.#known.get(rev) ?? once(this.#names, rev, () => nameRevision(this.#discovered, rev));
  }

  #commitChanges(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitChanges>> {
    const changes = async () => (ids.length === 0 ? new Map() : commitChanges(this.#git, await this.commits(ids)));
    return once(this.#commits, ids.join(' '), changes);
  }

  async #list(treeish: ObjectId, under: readonly string[]): Promise<Tree> {
    const textual = under.every((path) => encodePath(path).toString('utf8') === path);
    const paths = textual && under.length <= 100 ? under : [];
    const args = ['ls-tree', '-r', '-z', '--full-tree', treeish, '--', ...paths];
    const tree = parseTree((await this.#git.runFetching(args)).stdout);
    if (under.length === paths.length) return tree;
    return new Map([...tree].filter(([path]) => under.some((top) => path === top || path.startsWith(`${top}/`))));
  }

  #merge(ours: ObjectId, theirs: ObjectId): Promise<MergeResult> {
    return once(this.#merges, `${ours} ${theirs}`, () => this.#recomputeMerge(ours, theirs));
  }

  /** `git merge-tree --write-tree` ends with 0 (clean), 1 (conflict), and with 129 (usage) where it does not know the option yet. */
  async #recomputeMerge(ours: ObjectId, theirs: ObjectId): Promise<MergeResult> {
    if (this.#git.partial || this.#git.shallow().size > 0) {
      // With a merge base that is cut off, or a folder that is missing, git would make another merge and not say so.
      const { mergeBases } = await compare(this.#git, ours, theirs);
      await this.#git.ensureTrees([ours, theirs, ...mergeBases]);
    }
    const args = ['merge-tree', '--write-tree', '-z', '--no-messages', '--allow-unrelated-histories', ours, theirs];
    const { code, stdout } = await this.#git.runFetching(args, '', [0, 1, 129]);
    if (code !== 0) return { tree: undefined, why: code === 1 ? 'conflict' : 'old-git' };
    return { tree: stdout.toString('latin1').split('\0')[0] ?? '' };
  }

  async #fetchBlobs(ids: readonly ObjectId[]): Promise<boolean> {
    try {
      await this.#git.fetch(ids, `${ids.length} files' contents`, { filter: 'blob:none' });
      return true;
    } catch (error) {
      if (error instanceof MissingObjectsError) return false;
      throw error;
    }
  }

  async #metadata(ids: readonly ObjectId[], type: 'commit' | 'tag'): Promise<{ id: ObjectId; bytes: Buffer }[]> {
    const infos = await this.#git.infos(ids);
    for (const [index, id] of ids.entries()) {
      const info = infos[index];
      if (info?.id === id && info.type === type && info.size <= metadataLimit) continue;
      if (info === undefined) {
        throw new MissingObjectsError(`The ${type} ${id} is not here.`, this.#git.remedy(await this.#git.remote()));
      }
      const why = info.type === type ? `has ${info.size} bytes` : `is a ${info.type}`;
      throw new MissingObjectsError(
        `The ${type} ${id} ${why}.`,
        'Git itself makes no such object: leave it out of the history.',
      );
    }
    const objects: { id: ObjectId; bytes: Buffer }[] = [];
    for await (const object of this.#git.objects(ids)) if (object !== undefined) objects.push(object);
    return objects;
  }
}

function blobOf(id: ObjectId, object: ReadObject | undefined): Blob {
  if (object === undefined) return { id, size: 0, bytes: undefined, why: 'missing' };
  return { id, size: object.size, bytes: object.bytes };
}

/** The answer to a question, asked once. */
function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}

function checkedRef(ref: string): string {
  if (/^refs\/[^\s~^:?*[\\\0-\x1f\x7f]+$/.test(ref) && !ref.includes('..')) return ref;
  throw new InputError([
    {
      what: `${JSON.stringify(ref)} is not a ref that can be fetched.`,
      fix: 'Give its whole name, such as refs/heads/main.',
    },
  ]);
}
