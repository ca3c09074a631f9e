import type { YamlLimits } from './document.ts';
import { type Composed, type Duplicate, duplicatesKept, type Entry, type Node, UnreadableError } from './node.ts';

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const space = /[ \t\r\n]*/y;
const unescaped = /[^"\\\u0000-\u001f]*"/y;

/** Composes a stream of JSON texts as Go's encoding/json does: the last of two equal keys wins. */
export class JsonComposer {
  readonly #text: string;
  readonly #end: number;
  readonly #depth: number;
  #at: number;
  /** After the last bracket that was closed. */
  #closed = 0;
  #path: (string | number)[] = [];
  #duplicates: Duplicate[] = [];

  constructor(text: string, start: number, end: number, limits: YamlLimits) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
    this.#depth = limits.depth;
  }

  /** The next value of the stream; undefined at its end. Throws UnreadableError. */
  next(): Composed | undefined {
    this.#skipSpace();
    if (this.#at >= this.#end) return undefined;
    this.#duplicates = [];
    this.#path = [];
    const start = this.#at;
    try {
      const root = this.#value();
      return { root, end: this.#at, duplicates: this.#duplicates, conflict: undefined };
    } catch (error) {
      this.#at = start;
      throw error;
    }
  }

  #skipSpace(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = Math.min(space.lastIndex, this.#end);
  }

  #fail(detail: string): never {
    throw new UnreadableError('syntax', this.#at, detail);
  }

  #value(): Node {
    const start = this.#at;
    switch (this.#text.charCodeAt(start)) {
      case 0x7b:
        return this.#object(start);
      case 0x5b:
        return this.#array(start);
      case 0x22:
        return { value: this.#string(), start, end: this.#at, style: 'double-quoted', size: 1 };
      default:
        return { value: this.#literal(), start, end: this.#at, style: 'plain', size: 1 };
    }
  }

  #literal(): number | boolean | null {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    number.lastIndex = this.#at;
    const match = number.exec(this.#text);
    const value = Number(match?.[0]);
    if (match === null || !Number.isFinite(value)) return this.#fail('no JSON value, or a number out of range');
    this.#at = number.lastIndex;
    // Go reads the integer -0 as 0.
    return value === 0 ? 0 : value;
  }

  #string(): string {
    const start = this.#at;
    unescaped.lastIndex = start + 1;
    if (unescaped.test(this.#text)) {
      this.#at = unescaped.lastIndex;
      return this.#text.slice(start + 1, this.#at - 1);
    }
    let end = start + 1;
    for (let code = this.#text.charCodeAt(end); code !== 0x22; code = this.#text.charCodeAt(end)) {
      if (Number.isNaN(code)) this.#fail('a JSON string has no end');
      end += code === 0x5c ? 2 : 1;
    }
    this.#at = end + 1;
    const value = parseString(this.#text.slice(start, this.#at));
    if (value === undefined) return this.#fail('a malformed JSON string');
    return value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  }

  #enter(): void {
    if (this.#path.length >= this.#depth) {
      throw new UnreadableError('depth', this.#at, `nested deeper than ${this.#depth} levels (limit depth)`);
    }
    this.#path.push('');
    this.#at++;
    this.#skipSpace();
  }

  /** After an entry: whether another follows. */
  #more(close: number): boolean {
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code !== close && code !== 0x2c) this.#fail('a comma or a closing bracket is expected');
    this.#at++;
    this.#closed = this.#at;
    this.#skipSpace();
    return code !== close;
  }

  #array(start: number): Node {
    this.#enter();
    const value: unknown[] = [];
    const items: Node[] = [];
    let size = 1;
    let open = this.#text.charCodeAt(this.#at) !== 0x5d;
    if (!open) this.#closed = ++this.#at;
    while (open) {
      this.#path[this.#path.length - 1] = items.length;
      const item = this.#value();
      value.push(item.value);
      items.push(item);
      size += item.size;
      open = this.#more(0x5d);
    }
    this.#path.pop();
    return { value, start, end: this.#closed, style: undefined, size, items };
  }

  #object(start: number): Node {
    this.#enter();
    const value: Record<string, unknown> = Object.create(null);
    const entries = new Map<string, Entry>();
    let size = 1;
    let open = this.#text.charCodeAt(this.#at) !== 0x7d;
    if (!open) this.#closed = ++this.#at;
    while (open) {
      const keyStart = this.#at;
      if (this.#text.charCodeAt(keyStart) !== 0x22) this.#fail('a JSON key is expected');
      const key = this.#string();
      this.#path[this.#path.length - 1] = key;
      if (entries.has(key) && this.#duplicates.length < duplicatesKept)
        this.#duplicates.push({ path: this.#path.slice(), offset: keyStart });
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== 0x3a) this.#fail('a colon is expected');
      this.#at++;
      this.#skipSpace();
      const node = this.#value();
      value[key] = node.value;
      entries.set(key, { keyStart, node });
      size += 1 + node.size;
      open = this.#more(0x7d);
    }
    this.#path.pop();
    return { value, start, end: this.#closed, style: undefined, size, entries };
  }
}

function parseString(json: string): string | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
