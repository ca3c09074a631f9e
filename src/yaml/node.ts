import type { ScalarStyle, UnreadableReason } from './document.ts';

/** One entry of a mapping: where its key is, and its value. */
export interface Entry {
  readonly keyStart: number;
  readonly node: Node;
}

/** A value with its place. Offsets are in the file's text; -1 where nothing is written. */
export interface Node {
  readonly value: unknown;
  /** First character: the quote of a quoted scalar, the body of a block scalar, the asterisk of an alias. */
  readonly start: number;
  /** After its last character: the closing quote or bracket, the body of a block scalar with its line breaks; -1 where nothing is written. */
  readonly end: number;
  readonly style: ScalarStyle | undefined;
  /** Values reached when aliases are walked through, itself included. */
  readonly size: number;
  readonly entries?: ReadonlyMap<string, Entry>;
  readonly items?: readonly Node[];
}

/** One key that a mapping has twice. */
export interface Duplicate {
  readonly path: readonly (string | number)[];
  readonly offset: number;
}

/** No document lists more duplicates than these. */
export const duplicatesKept = 100;

/** A value composed from text. */
export interface Composed {
  readonly root: Node;
  /** Where a JSON text of a stream ends. */
  readonly end?: number;
  readonly duplicates: readonly Duplicate[];
  /** Offset of the first merge key that go-yaml v2 (kubectl, Helm, Argo CD) and v3 (kustomize, Flux) read differently. */
  readonly conflict: number | undefined;
}

/** Why a document could not be composed. The message never quotes the source. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason;
  readonly offset: number;

  constructor(reason: UnreadableReason, offset: number, detail: string) {
    super(detail);
    this.reason = reason;
    this.offset = offset;
  }
}
