import { parseEvents, YAMLException } from 'js-yaml';
import { Composer, isEmpty } from './compose.ts';
import { decodeText } from './decode-text.ts';
import type { Document, Unreadable, YamlFile, YamlLimits } from './document.ts';
import { LineIndex } from './line-index.ts';
import { type Composed, type Node, UnreadableError } from './node.ts';
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

class Reading {
  readonly #source: string;
  readonly #limits: YamlLimits;
  readonly #lines: LineIndex;
  readonly #documents: Document[] = [];
  readonly #unreadable: Unreadable[] = [];

  constructor(text: string, limits: YamlLimits) {
    this.#limits = limits;
    this.#lines = new LineIndex(text);
    // libyaml ends a line, and so a comment, at these too. They are one code unit each, so offsets hold.
    this.#source = /[\x85\u2028\u2029]/.test(text) ? text.replace(/[\x85\u2028\u2029]/g, '\n') : text;
  }

  read(invalidAt: number | undefined): YamlFile {
    if (invalidAt !== undefined) this.#report('encoding', invalidAt, 'the bytes are no valid UTF-8 or UTF-16');
    for (const slice of splitDocuments(this.#source)) {
      if (slice.trailing !== undefined) {
        this.#report('syntax', slice.trailing, 'text follows a document separator; kubectl stops reading there');
      }
      if (!this.#readSlice(slice)) break;
    }
    return { documents: this.#documents, unreadable: this.#unreadable };
  }

  /** Whether to read on. */
  #readSlice(slice: Slice): boolean {
    try {
      let index = 0;
      for (const composed of composeAll(this.#source, slice, this.#limits)) {
        const ordinal = index++;
        if (isEmpty(composed)) continue;
        if (this.#documents.length >= this.#limits.documents) {
          this.#report('documents', composed.start, `more than ${this.#limits.documents} documents (limit documents)`);
          return false;
        }
        const recompose = (): Node => composedRoot(this.#source, slice, this.#limits, ordinal);
        this.#documents.push(new TextDocument(composed, this.#lines, recompose));
      }
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.#report(error.reason, error.offset, error.message);
    }
    return true;
  }

  #report(reason: Unreadable['reason'], offset: number, detail: string): void {
    this.#unreadable.push({ reason, detail, ...this.#lines.place(offset) });
  }
}

function* composeAll(source: string, slice: Slice, limits: YamlLimits): Generator<Composed> {
  const text = source.slice(slice.start, slice.end);
  const composer = new Composer(text, slice.start, eventsOf(text, slice.start, limits), limits);
  for (let composed = composer.next(); composed !== undefined; composed = composer.next()) yield composed;
}

function composedRoot(source: string, slice: Slice, limits: YamlLimits, ordinal: number): Node {
  let index = 0;
  for (const { root } of composeAll(source, slice, limits)) if (index++ === ordinal) return root;
  throw new UnreadableError('syntax', slice.start, 'the document is gone');
}

function eventsOf(text: string, base: number, limits: YamlLimits): ReturnType<typeof parseEvents> {
  try {
    return parseEvents(text, { maxDepth: limits.depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = base + (error.mark?.position ?? 0);
    if (error.reason.startsWith('nesting exceeded')) {
      throw new UnreadableError('depth', offset, `nested deeper than ${limits.depth} levels (limit depth)`);
    }
    // These reasons quote the source.
    const detail = /\btag (?:name|handle|prefix|suffix)\b/.test(error.reason) ? 'a malformed tag' : error.reason;
    throw new UnreadableError('syntax', offset, detail);
  }
}
