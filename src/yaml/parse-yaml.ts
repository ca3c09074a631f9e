import { composeSlice, type SourceText } from './compose-slice.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import type { Document, Unreadable, YamlFile, YamlLimits } from './document.ts';
import { LineIndex } from './line-index.ts';
import type { Node } from './node.ts';
import { readPlainBlock } from './plain/block.ts';
import { type Slice, splitDocuments } from './split-documents.ts';
import { TextDocument, type WrittenDocument } from './text-document.ts';

/**
 * Reads a file as kubectl does. Never throws: what cannot be read, or exceeds a limit, is listed in `unreadable`, and
 * the documents alongside it are still read.
 */
export function parseYaml(bytes: Uint8Array, limits: YamlLimits): YamlFile {
  if (bytes.length > limits.bytes) {
    const detail = `the file has ${bytes.length} bytes, more than ${limits.bytes} (limit bytes)`;
    const all = { line: 1, column: 1, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };
    return { documents: [], unreadable: [{ reason: 'bytes', detail, ...all }] };
  }
  return parseText(decodeText(bytes), limits);
}

/** The same of a text that is decoded already; without the documents whose texts are among `leftOut`. */
export function parseText(
  { text, invalidAt }: DecodedText,
  limits: YamlLimits,
  leftOut: ReadonlySet<string> = new Set(),
): YamlFile {
  return new Reading(text, limits, leftOut).read(invalidAt);
}

const mergeConflict =
  'a merge key overrides a key written before it, or occurs twice; kubectl and kustomize read this differently';

/** Offsets in the text; `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

class Reading {
  readonly #text: SourceText;
  readonly #limits: YamlLimits;
  readonly #leftOut: ReadonlySet<string>;
  readonly #lines: LineIndex;
  readonly #documents: Document[] = [];
  readonly #unreadable: Unreadable[] = [];

  constructor(text: string, limits: YamlLimits, leftOut: ReadonlySet<string>) {
    this.#limits = limits;
    this.#leftOut = leftOut;
    this.#lines = new LineIndex(text);
    // libyaml ends a line, and so a comment, at these too. They are one code unit each, so offsets hold.
    const lineBroken = text.replace(/[\x85\u2028\u2029]/g, '\n');
    this.#text = { json: text, yaml: lineBroken };
  }

  read(invalidAt: number | undefined): YamlFile {
    if (invalidAt !== undefined)
      this.#report('encoding', invalidAt, this.#all(), 'the bytes are not valid UTF-8 or UTF-16');
    for (const [count, slice] of splitDocuments(this.#text.yaml).entries()) {
      // Empty ones count here: each costs something.
      if (count > 2 * this.#limits.documents) {
        this.#reportDocuments(slice.start);
        break;
      }
      if (slice.trailing !== undefined) {
        this.#report('syntax', slice.trailing, slice, 'text follows a document separator; kubectl stops reading there');
      }
      if (!this.#readSlice(slice)) break;
    }
    return { documents: this.#documents, unreadable: this.#unreadable };
  }

  /** Whether to read on. */
  #readSlice(slice: Slice): boolean {
    const isLeftOut = this.#leftOut.size > 0 && slice.trailing === undefined;
    if (isLeftOut && this.#leftOut.has(this.#text.json.slice(slice.start, slice.end))) return true;
    const plain = slice.trailing === undefined ? readPlainBlock(this.#text.yaml, slice, this.#limits) : undefined;
    if (plain !== undefined) return this.#add({ ...plain, duplicates: [] }, slice, 0);
    const { documents, error } = composeSlice(this.#text, slice, this.#limits);
    for (const [ordinal, composed] of documents.entries()) {
      const { root, end, duplicates, conflict } = composed;
      const { start } = root;
      if (start === -1) continue;
      const own = end === undefined ? slice : { ...slice, start, end };
      if (!this.#add({ value: root.value, start, duplicates }, own, own === slice ? ordinal : 0)) return false;
      if (conflict !== undefined) this.#report('ambiguous', conflict, own, mergeConflict);
    }
    // Text after a separator has been reported already.
    if (error !== undefined && slice.trailing === undefined)
      this.#report(error.reason, error.offset, slice, error.message);
    return true;
  }

  /** Adds a document, which is the one of that number in its slice; false where it is one too many. */
  #add(document: WrittenDocument, slice: Slice, ordinal: number): boolean {
    if (this.#documents.length >= this.#limits.documents) {
      this.#reportDocuments(document.start);
      return false;
    }
    const compose = (): Node | undefined => composeSlice(this.#text, slice, this.#limits).documents[ordinal]?.root;
    this.#documents.push(new TextDocument(document, this.#lines, compose));
    return true;
  }

  #all(start = 0): Stretch {
    return { start, end: this.#text.yaml.length };
  }

  #reportDocuments(offset: number): void {
    this.#report(
      'documents',
      offset,
      this.#all(offset),
      `more than ${this.#limits.documents} documents (limit documents)`,
    );
  }

  #report(reason: Unreadable['reason'], offset: number, stretch: Stretch, detail: string): void {
    const firstLine = this.#lines.place(stretch.start).line;
    const lastLine = this.#lines.place(Math.max(stretch.end - 1, stretch.start)).line;
    this.#unreadable.push({ reason, detail, firstLine, lastLine, ...this.#lines.place(offset) });
  }
}
