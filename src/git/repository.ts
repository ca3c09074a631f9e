import type { ObjectId, RawCommit, RawTag, Tree, TreeEntry } from './object/object.ts';
import type { ObjectFormat } from './object/object-id.ts';
import type { Range, RangeRequest } from './range/range.ts';

import type { Revisions } from './range/revisions.ts';

export { AbsentRefError, MissingObjectsError } from './object/missing-objects-error.ts';

/** A path that differs between two trees. */
export interface TreeChange {
  readonly path: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** The paths a commit touches against any of its parents, and what it leaves there; undefined where it removes the file. */
export type CommitPaths = ReadonlyMap<string, TreeEntry | undefined>;

/** What a commit brings in and takes out. Of a merge only what none of its parents has. */
export interface CommitBlobs {
  /** Files whose content is that of no parent at their path; with the contents there. */
  readonly added: readonly { readonly path: string; readonly entry: TreeEntry; readonly before: readonly ObjectId[] }[];
  /** Contents of the files that it removes. */
  readonly removed: readonly ObjectId[];
}

/** A file that a commit touches. */
export interface ChangedFile {
  readonly path: string;
  readonly isRemoved: boolean;
}

/** A commit of the past, whose id is not recomputed, and the files it touches. */
export interface PastCommit {
  readonly commit: RawCommit;
  readonly files: readonly ChangedFile[];
}

/** The newest commits of a branch, oldest first, and what those of them are that nobody knew before; or why they are not known. */
export type PastCommits =
  | { readonly ids: readonly ObjectId[]; readonly commits: readonly PastCommit[] }
  | { readonly commits?: undefined; readonly why: string };

/** A blob as read: `bytes` is undefined where the object is missing, or larger than the limit asked for. */
export interface Blob {
  readonly id: ObjectId;
  /** Bytes; 0 where the object is missing. */
  readonly size: number;
  readonly bytes: Buffer | undefined;
  readonly why?: 'missing' | 'oversize';
}

/** The one door to git. Reads objects only; writes nothing into the repository; runs nothing it configures. */
export interface Repository {
  /** The absolute path of the repository's top level (or git directory, when bare). */
  readonly directory: string;
  /** The hash that names its objects. */
  readonly objectFormat: ObjectFormat;
  /**
   * Fetches the tips of these refs (`refs/heads/main`; full ids are fetched where they are missing) and gives their ids.
   * From then on `resolve` and `range` take those names for what was fetched. Throws MissingObjectsError; AbsentRefError where the
   * remote has no such ref.
   */
  fetch(refs: readonly string[]): Promise<ReadonlyMap<string, ObjectId>>;
  /** The full id `rev` names (peeled to `type` where given), or undefined where there is none. Throws InputError where it names several things. */
  resolve(rev: string, type?: 'commit' | 'tree' | 'tag'): Promise<ObjectId | undefined>;
  /** The ref of the default branch, as a person would expect it (origin's HEAD, main, master). */
  defaultBranch(): Promise<string | undefined>;
  /** Resolves a request (how-it-judges.md, "What is compared"); throws InputError or MissingObjectsError. */
  range(request: RangeRequest): Promise<Range>;
  /** What revisions (each itself; an annotated tag with its commit) and ranges (`A..B`) name. Throws InputError. */
  revisions(names: readonly string[]): Promise<Revisions>;
  /** A commit and its first parents, newest first, at most so many. Throws MissingObjectsError. */
  firstParents(head: ObjectId, most: number): Promise<readonly ObjectId[]>;
  /** Commits without a parent on which more of a history was built than on `root`, which is one of them. */
  olderBeginnings(head: ObjectId, root: ObjectId): Promise<readonly ObjectId[]>;
  /** The URL of the remote that the repository was cloned from, where it has one. */
  origin(): Promise<string | undefined>;
  /** Every file of a tree or commit, below `under` where given. */
  tree(treeish: ObjectId, under?: readonly string[]): Promise<Tree>;
  /** The paths that differ; undefined is the empty tree. Sorted by path. A rename is a removal and an addition. */
  changes(before: ObjectId | undefined, after: ObjectId | undefined): Promise<readonly TreeChange[]>;
  /**
   * Which paths of the tree after are moved files, of whose content so much is the same in percent: their paths before. Where
   * contents are missing, fewer or none are found.
   */
  renames(before: ObjectId, after: ObjectId, similarity: number): Promise<ReadonlyMap<string, string>>;
  /** Each distinct blob once, in the order asked for; blobs larger than `limit` bytes are not read. */
  blobs(ids: Iterable<ObjectId>, limit: number): AsyncIterable<Blob>;
  /** Commits with their raw bytes, object ids recomputed; throws MissingObjectsError on a mismatch or a missing one. */
  commits(ids: readonly ObjectId[]): Promise<readonly RawCommit[]>;
  /** An annotated tag with its raw bytes, as `commits`. */
  tag(id: ObjectId): Promise<RawTag>;
  /** Paths each commit touches against any of its parents. */
  commitPaths(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitPaths>>;
  /** What each commit brings in and takes out. */
  commitBlobs(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitBlobs>>;
  /** The time of the last commit that changed each path, seconds since the epoch: its committer's word. Merges do not count. */
  lastCommits(head: ObjectId): Promise<ReadonlyMap<string, number>>;
  /** The newest `most` commits of `head`, merges left out; those that are `known` are only named. Fetches nothing, and may run alongside anything else. */
  pastCommits(head: ObjectId, most: number, known: ReadonlyMap<ObjectId, unknown>): Promise<PastCommits>;
  /** The files each commit touches; of a merge those that are as in none of its parents. */
  changedFiles(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, readonly ChangedFile[]>>;
  /** The tree of a merge of two commits, recomputed; undefined where it conflicts or git is too old (2.38). */
  mergeTree(ours: ObjectId, theirs: ObjectId): Promise<ObjectId | undefined>;
  /** Removes what was made alongside the repository. */
  close(): Promise<void>;
}
