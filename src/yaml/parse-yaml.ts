import { composeSlice, type SourceText } from './compose-slice.ts';
import { decodeText } from './decode-text.ts';
import type { Document, Unreadable, YamlFile, YamlLimits } from './document.ts';
import { LineIndex } from './line-index.ts';
import type { Node } from './node.ts';
import { type Slice, splitDocuments } from './split-documents.ts';
import { TextDocument } from './text-document.ts';

/**
 * Reads a file as kubectl does. Never throws: what cannot be read, or exceeds a limit, is listed in `unreadable`, and
 * the documents beside it are still read.
 */
export function parseYaml(bytes: Uint8Array, limits: YamlLimits): YamlFile {
  if (bytes.length > limits.bytes) {
    const detail = `the file has ${bytes.length} bytes, more than ${limits.bytes} (limit bytes)`;
    return { documents: [], unreadable: [{ reason: 'bytes', detail, line: 1, column: 1 }] };
  }
  const { text, invalidAt } = decodeText(bytes);
  return new Reading(text, limits).read(invalidAt);
}

const mergeConflict =
  'a merge key overrides a key written before it, or stands twice; kubectl and kustomize read this differently';

class Reading {
  readonly #text: SourceText;
  readonly #limits: YamlLimits;
  readonly #lines: LineIndex;
  readonly #documents: Document[] = [];
  readonly #unreadable: Unreadable[] = [];

  constructor(text: string, limits: YamlLimits) {
    this.#limits = limits;
    this.#lines = new LineIndex(text);
    // libyaml ends a line, and so a comment, at these too. They are one code unit each, so offsets hold.
    const lineBroken = /[\x85\u2028\u2029]/.test(text) ? text.replace(/[\x85\u2028\u2029]/g, '\n') : text;
    this.#text = { json: text, yaml: lineBroken };
  }

  read(invalidAt: number | undefined): YamlFile {
    if (invalidAt !== undefined) this.#report('encoding', invalidAt, 'the bytes are no valid UTF-8 or UTF-16');
    for (const [count, slice] of splitDocuments(this.#text.yaml).entries()) {
      // Empty ones count here: each costs something.
      if (count > 2 * this.#limits.documents) {
        this.#reportDocuments(slice.start);
        break;
      }
      if (slice.trailing !== undefined) {
        this.#report('syntax', slice.trailing, 'text follows a document separator; kubectl stops reading there');
      }
      if (!this.#readSlice(slice)) break;
    }
    return { documents: this.#documents, unreadable: this.#unreadable };
  }

  /** Whether to read on. */
  #readSlice(slice: Slice): boolean {
    const { documents, error } = composeSlice(this.#text, slice, this.#limits);
    for (const [ordinal, composed] of documents.entries()) {
      if (composed.root.start === -1) continue;
      if (this.#documents.length >= this.#limits.documents) {
        this.#reportDocuments(composed.start);
        return false;
      }
      const own = composed.end === undefined ? slice : { ...slice, start: composed.start, end: composed.end };
      const recompose = (): Node | undefined =>
        composeSlice(this.#text, own, this.#limits).documents[own === slice ? ordinal : 0]?.root;
      for (const offset of composed.conflicts) this.#report('ambiguous', offset, mergeConflict);
      this.#documents.push(new TextDocument(composed, this.#lines, recompose));
    }
    if (error !== undefined) this.#report(error.reason, error.offset, error.message);
    return true;
  }

  #reportDocuments(offset: number): void {
    this.#report('documents', offset, `more than ${this.#limits.documents} documents (limit documents)`);
  }

  #report(reason: Unreadable['reason'], offset: number, detail: string): void {
    this.#unreadable.push({ reason, detail, ...this.#lines.place(offset) });
  }
}
