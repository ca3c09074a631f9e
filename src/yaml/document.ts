/** A place in a text: both 1-based; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value is inside a document: mapping keys and sequence indices from the root. */
export type Path = readonly (string | number)[];

/** How a scalar was written; a block scalar's text begins on the line after its header. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/**
 * One YAML or JSON document that knows where each value is.
 * Knows no file: one blob can be at several paths of a tree.
 */
export interface Document {
  /** Plain data as kubectl reads it: null, boolean, number, string, array, or an object without prototype. */
  readonly value: unknown;
  /** The line on which the document begins, 1-based. */
  readonly line: number;
  /**
   * The entry at `path`: its key in a mapping, its first character in a sequence, in a literal block the line of that number (from 0).
   * The nearest ancestor where it has no text.
   */
  at(path: Path): Place;
  /** The first character of the value at `path`; the body's first line of a block scalar. */
  valueAt(path: Path): Place;
  /** How the scalar at `path` was written; undefined for collections and what has no text of its own. */
  styleAt(path: Path): ScalarStyle | undefined;
  /** The keys that one mapping has twice, each at its later place. */
  readonly duplicateKeys: readonly { readonly path: Path; readonly place: Place }[];
  /** Whether it is a further reading of a template's document, by another branch of its conditions. */
  readonly isBranch?: true;
}

export type UnreadableReason =
  | 'syntax'
  | 'encoding'
  | 'bytes'
  | 'documents'
  | 'depth'
  | 'aliases'
  /** Readers of Kubernetes manifests disagree on what is there; kubectl's reading is given. */
  | 'ambiguous'
  /** The file may be well; the change as a whole is over a bound. */
  | 'whole-change';

/** A part of a file that could not be read. `detail` never quotes the source. */
export interface Unreadable extends Place {
  readonly reason: UnreadableReason;
  /** The lines that were not read, or not for certain. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly detail: string;
}

/** A file read as YAML: what could be read, and what could not. One broken document does not hide its neighbours. */
export interface YamlFile {
  readonly documents: readonly Document[];
  readonly unreadable: readonly Unreadable[];
}

/** Bounds on one file; each exceeded one is an `Unreadable` naming it. */
export interface YamlLimits {
  readonly bytes: number;
  readonly documents: number;
  readonly depth: number;
  /** Alias nodes in one document. */
  readonly aliases: number;
  /** Values reached when aliases are walked through, in one document. */
  readonly expandedNodes: number;
}
