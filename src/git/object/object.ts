/** A full hexadecimal object id (40 digits in a SHA-1 repository, 64 in a SHA-256 one). */
export type ObjectId = string;

/** File modes as `git ls-tree` prints them. */
export type Mode = '100644' | '100755' | '120000' | '160000' | '040000' | (string & {});

export interface TreeEntry {
  readonly mode: Mode;
  readonly id: ObjectId;
}

/** Every file of a tree by its path from the root. Paths are bytes in git; `git/path.ts` says how bytes that are not text are shown. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** A commit as its bytes are in the object store. */
export interface RawCommit {
  readonly id: ObjectId;
  /** The whole object without the `commit <size>\0` prefix. */
  readonly bytes: Buffer;
  readonly tree: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly author: Person;
  readonly committer: Person;
  /** First line of the message. */
  readonly subject: string;
}

/** An author, committer or tagger line. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** Seconds since the epoch; NaN when the header is malformed. */
  readonly time: number;
}

/** An annotated tag object. */
export interface RawTag {
  readonly id: ObjectId;
  readonly bytes: Buffer;
  readonly object: ObjectId;
  readonly type: string;
  readonly name: string;
  readonly tagger: Person | undefined;
  readonly subject: string;
}
