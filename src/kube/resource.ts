import type { Mapping } from '../plain-values.ts';
import type { Document, Path, Place, ScalarStyle } from '../yaml/document.ts';

/** A place in a file of the repository. */
export interface Position extends Place {
  readonly file: string;
  /** The line is a guess: what is said is about here. Set for what a tool rendered from several files. */
  readonly isGuess?: boolean;
}

/** What distinguishes Kubernetes objects inside a scope (API version is not part of it). */
export interface ObjectIdentity {
  readonly group: string;
  readonly kind: string;
  /** undefined: the manifest names none (cluster-scoped, or decided elsewhere). */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** One Kubernetes object of a file: a document, an item of a list, or embedded in another object. */
export interface Resource extends ObjectIdentity {
  readonly apiVersion: string;
  readonly version: string;
  readonly file: string;
  /** The object's own data. */
  readonly value: Mapping;
  readonly document: Document;
  /** Where the object is inside its document: [] or e.g. ['items', 2]. */
  readonly path: Path;
  /** Whether it is inside another object, or in a string of one. */
  readonly isEmbedded?: boolean;
  /** Where it is inside the document that holds it: the object's own place, or that of the string it is in. */
  readonly within?: { readonly document: Document; readonly path: Path };
  /** Whether a kustomization lays it over an object: what it does not state stays as it is there. */
  readonly isPatch?: boolean;
  /** Whether it states what the object may have been, which is elsewhere. */
  readonly isAssumed?: boolean;
  /** `path` is relative to the object. */
  at(path: Path): Position;
  valueAt(path: Path): Position;
  styleAt(path: Path): ScalarStyle | undefined;
}
