import type { Path } from '../../yaml/document.ts';

/** Why something that a root names is not judged. */
export type GapKind =
  /** It is outside the repository: a remote base, a remote chart, a URL. */
  | 'remote'
  /** A program or container that the build would start: an exec or KRM function, a Go plugin. */
  | 'plugin'
  /** Nothing of this name is in the tree. */
  | 'missing'
  /** The path leads out of the repository. */
  | 'outside'
  /** A symbolic link or a submodule, which is never followed. */
  | 'link';

/** Something that a file names and that cannot be taken into the build. */
export interface Gap {
  readonly kind: GapKind;
  /** As it is written. */
  readonly name: string;
  readonly file: string;
  /** Whether it is a program that is known to do nothing but decrypt Secrets. */
  readonly decrypts?: boolean;
  /** Where it is written in the file's first document. */
  readonly at: Path;
}
