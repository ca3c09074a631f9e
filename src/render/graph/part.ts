import type { Mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';

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
