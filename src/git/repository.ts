import type { ObjectId, RawCommit, RawTag, Tree, TreeEntry } from './object.ts';
import type { Range, RangeRequest } from './range.ts';

/** A path that differs between two trees. */
export interface TreeChange {
  readonly path: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** A blob as read: `bytes` is undefined where the object is missing, or larger than the limit asked for. */
export interface Blob {
  readonly id: ObjectId;
  readonly size: number;
  readonly bytes: Buffer | undefined;
  readonly why?: 'missing' | 'oversize';
}

/** Raised where history or objects are missing and no remote can give them: the run could not be judged. */
export class MissingObjectsError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'MissingObjectsError';
    this.remedy = remedy;
  }
}

/** The one door to git. Reads objects only; writes nothing into the repository; runs nothing it configures. */
export interface Repository {
  /** The absolute path of the repository's top level (or git directory, when bare). */
  readonly directory: string;
  /** The full id `rev` names (peeled to `type` where given), or undefined where there is none. */
  resolve(rev: string, type?: 'commit' | 'tree' | 'tag'): Promise<ObjectId | undefined>;
  /** The default branch's tip as a revision a person would expect (origin/HEAD, main, master). */
  defaultBranch(): Promise<string | undefined>;
  /** Resolves a request by the table of the contracts; throws InputError or MissingObjectsError. */
  range(request: RangeRequest): Promise<Range>;
  /** Every file of a tree or commit, below `under` where given. */
  tree(treeish: ObjectId, under?: readonly string[]): Promise<Tree>;
  /** The paths that differ; undefined is the empty tree. Sorted by path. */
  changes(before: ObjectId | undefined, after: ObjectId | undefined): Promise<readonly TreeChange[]>;
  /** Each distinct blob once, in the order asked for; blobs larger than `limit` bytes are not read. */
  blobs(ids: Iterable<ObjectId>, limit: number): AsyncIterable<Blob>;
  /** Commits with their raw bytes, object ids recomputed; throws MissingObjectsError on a mismatch or a missing one. */
  commits(ids: readonly ObjectId[]): Promise<readonly RawCommit[]>;
  tag(id: ObjectId): Promise<RawTag>;
  /** Paths each commit touches against its first parent. */
  commitPaths(ids: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, readonly string[]>>;
  /** The tree of a merge of two commits, recomputed; undefined where it conflicts or git is too old (2.38). */
  mergeTree(ours: ObjectId, theirs: ObjectId): Promise<ObjectId | undefined>;
  /** Removes what was made beside the repository. */
  close(): Promise<void>;
}
