import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Mapping } from '../model/values.ts';

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
  /** Where it is written in the file's first document. */
  readonly at: Path;
}

/** An input of a build, and where it is named. */
export interface Input {
  readonly path: string;
  readonly at: Path;
}

/** A chart that a kustomization inflates. */
export interface ChartUse {
  readonly folder: string;
  /** The entry of `helmCharts`, or the generator of its own. */
  readonly value: Mapping;
  readonly at: Path;
}

/** One kustomization: what it reads, what it includes, and what of it cannot be taken. */
export interface Part {
  readonly folder: string;
  readonly file: string;
  readonly isComponent: boolean;
  readonly inputs: readonly Input[];
  /** Folders of kustomizations. */
  readonly includes: readonly Input[];
  readonly charts: readonly ChartUse[];
  readonly gaps: readonly Gap[];
  /** Entries that are taken out of the copy that is built. */
  readonly drops: readonly Path[];
}

/** What collects the inputs of one kustomization while it is read. */
export interface Collector {
  readonly view: FileView;
  readonly folder: string;
  readonly file: string;
  /** Takes a named file into the build. */
  input(name: string, at: Path): void;
  /** Takes a file of the tree into the build. */
  take(path: string, at: Path): void;
  /** Includes a folder that is a kustomization of its own. */
  include(folder: string, at: Path): void;
  /** Notes what cannot be taken; a remote entry is taken out, so that the rest can be built. */
  gap(name: string, path: string | undefined, at: Path): void;
  /** Notes something that is not judged and takes its entry out of the copy. */
  drop(gap: Gap): void;
  /** A chart to inflate: where it is in the repository we do so ourselves, else it is remote. */
  chart(value: Mapping, at: Path): void;
}
