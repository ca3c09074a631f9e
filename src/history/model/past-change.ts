import type { ObjectId } from '../../git/object/object.ts';

/** What is known of how a commit was signed, by what the signature says of itself. */
export type Signing = { readonly key: string } | 'unsigned';

/** A file that a change touches. */
export interface PastFile {
  readonly path: string;
  readonly isRemoved: boolean;
}

/** One commit as the model sees it: what git says of it and nothing else. */
export interface PastChange {
  readonly id: ObjectId;
  readonly name: string;
  /** Normal form; empty where there is none. */
  readonly email: string;
  readonly isBot: boolean;
  /** Of the author, seconds since the epoch; NaN where the header is malformed. */
  readonly time: number;
  /** The author's distance from UTC in minutes; undefined where it is not said, or is none that exists. */
  readonly zone: number | undefined;
  /** Email of the committer in normal form. */
  readonly committer: string;
  /** Undefined where it cannot be read. It is read when it is first asked for: that takes the longest of all, and most runs need few. */
  readonly signing: Signing | undefined;
  /** First line of the message. */
  readonly subject: string;
  readonly files: readonly PastFile[];
}
