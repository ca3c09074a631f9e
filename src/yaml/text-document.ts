import type { Document, Path, Place, ScalarStyle } from './document.ts';
import type { LineIndex } from './line-index.ts';
import type { Composed, Entry, Node } from './node.ts';

const nothing: Node = { value: null, start: -1, end: -1, style: undefined, size: 1 };

interface Found {
  readonly entry: Entry;
  readonly depth: number;
}

/** What is known of a document without its places. */
export interface WrittenDocument extends Pick<Composed, 'duplicates'> {
  /** Where its first key, item or character is. */
  readonly start: number;
  readonly value: unknown;
}

/** A document over its text. It keeps the value only: the tree of places is composed when a place is first asked for, which is rare. */
export class TextDocument implements Document {
  readonly value: unknown;
  readonly #start: number;
  readonly #duplicates: Composed['duplicates'];
  readonly #lines: LineIndex;
  readonly #compose: () => Node | undefined;
  #root: Node | undefined;

  constructor({ value, start, duplicates }: WrittenDocument, lines: LineIndex, compose: () => Node | undefined) {
    this.value = value;
    this.#start = start;
    this.#duplicates = duplicates;
    this.#lines = lines;
    this.#compose = compose;
  }

  get line(): number {
    return this.#lines.place(this.#start).line;
  }

  get duplicateKeys(): readonly { readonly path: Path; readonly place: Place }[] {
    return this.#duplicates.map(({ path, offset }) => ({ path, place: this.#lines.place(offset) }));
  }

  at(path: Path): Place {
    const { entry, depth } = this.#find(path);
    return this.#lineOf(entry.node, path[depth]) ?? this.#lines.place(entry.keyStart);
  }

  valueAt(path: Path): Place {
    const { entry, depth } = this.#find(path);
    const line = this.#lineOf(entry.node, path[depth]);
    if (line !== undefined) return line;
    const isWritten = depth === path.length && entry.node.start !== -1;
    return this.#lines.place(isWritten ? entry.node.start : entry.keyStart);
  }

  styleAt(path: Path): ScalarStyle | undefined {
    const { entry, depth } = this.#find(path);
    return depth === path.length ? entry.node.style : undefined;
  }

  /** A line of a literal block: only there each line of the text has one of its own in the file. */
  #lineOf({ style, start }: Node, step: string | number | undefined): Place | undefined {
    if (style !== 'literal' || start === -1 || typeof step !== 'number') return undefined;
    const first = this.#lines.place(start);
    return { line: first.line + step, column: first.column };
  }

  /** The deepest entry on `path` that has text. */
  #find(path: Path): Found {
    this.#root ??= this.#compose() ?? nothing;
    let entry: Entry = { keyStart: this.#start, node: this.#root };
    let depth = 0;
    for (const step of path) {
      const next = child(entry.node, step);
      if (next === undefined) break;
      entry = next.keyStart === -1 ? { keyStart: entry.keyStart, node: next.node } : next;
      depth++;
    }
    return { entry, depth };
  }
}

function child(node: Node, step: string | number): Entry | undefined {
  if (node.entries !== undefined) return node.entries.get(String(step));
  const item = node.items?.[Number(step)];
  return item === undefined ? undefined : { keyStart: item.start, node: item };
}
