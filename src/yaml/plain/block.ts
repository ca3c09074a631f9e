import type { YamlLimits } from '../document.ts';
import { resolvePlain } from '../resolve-scalar.ts';
import type { Slice } from '../split-documents.ts';
import { readBlockScalar } from './block-scalar.ts';
import { readPlainFlow } from './flow.ts';

/** A document's value, and where its first key or item is. */
export interface PlainBlock {
  readonly value: unknown;
  readonly start: number;
}

/**
 * Reads a document that is written as most manifests are: block mappings and sequences of scalars, without tags, tabs, merge keys
 * or a key twice. Undefined for any other, and for what is malformed: the composer reads those, in several times the time.
 * Where both read a document they give the same value.
 */
export function readPlainBlock(text: string, { start, end }: Slice, limits: YamlLimits): PlainBlock | undefined {
  // Of this slice alone: a search that goes on to the end of the file would take a time that grows as the square of its documents.
  if (disputed.test(text.slice(start, end))) return undefined;
  return new PlainBlockReader(text, start, end, limits).read();
}

/** Tabs, carriage returns, byte order marks and other characters on which readers disagree, among them what is a blank to `trim` and not to YAML. */
const disputed =
  /[^\n\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\ufffd]/;

const key = /(?:"([^"\\\n]{0,200})"|'([^'\n]{0,200})'|((?!\.\.\.)[\w.$/(=+~^](?:[^\n:#]|:(?=[^\s])){0,200})): */y;
/** The first character of a plain scalar: none that means anything else. */
const plainStart = /^(?:[\w./$~+(<^=;\\]|[-:](?=[\w./-]))/;
/** What a quoted scalar holds, and whether nothing but a comment follows it. */
const doubleQuoted = /"([^"\\]*(?:\\["\\/nt][^"\\]*){0,1000})" *(?: #[^\n]*)?(?=\n|$)/y;
const singleQuoted = /'([^']*(?:''[^']*){0,1000})' *(?: #[^\n]*)?(?=\n|$)/y;
const blockHeader = /^([|>])(-?) *(?: #.*)?$/;
const anchor = /^&([\w-]+)(?: +(?=[^\s&*!#[{|>])| *$)/;
const alias = /^\*([\w-]+) *(?: #.*)?$/;
const [space, lineBreak, dash, hash, colon, ampersand] = [0x20, 0x0a, 0x2d, 0x23, 0x3a, 0x26];

/** Whether a stretch of a plain scalar is nothing but that: no key and its value. */
const isPlain = (text: string): boolean => !text.includes(': ') && text.charCodeAt(text.length - 1) !== colon;

/** Between values it is at the first character behind the indentation of a line that is neither empty nor a comment, or at the end. */
class PlainBlockReader {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #indent = 0;
  /** How much deeper it may go, with what the composer counts more. */
  #depth: number;
  #aliases: number;
  /** Values that may yet come from aliases. */
  #expanded: number;
  /** Values so far, with those that came from aliases; keys count as well. */
  #size = 0;
  /** Values that have a name. */
  readonly #anchors = new Map<string, { readonly value: unknown; readonly size: number }>();
  #failed = false;

  constructor(text: string, start: number, end: number, { depth, aliases, expandedNodes }: YamlLimits) {
    this.#text = text;
    this.#end = end;
    this.#depth = depth - 3;
    this.#aliases = aliases;
    this.#expanded = expandedNodes;
    this.#at = start;
  }

  read(): PlainBlock | undefined {
    this.#toLine(this.#at);
    const start = this.#at;
    if (start >= this.#end) return undefined;
    const value = this.#collection();
    return this.#failed || this.#at < this.#end ? undefined : { value, start };
  }

  #fail(): undefined {
    this.#failed = true;
    this.#at = this.#end;
    this.#indent = -1;
    return undefined;
  }

  /** Goes to the first line from `at`, the beginning of one, that says something. */
  #toLine(at: number): void {
    const text = this.#text;
    let lineStart = at;
    while (lineStart < this.#end) {
      let first = lineStart;
      while (text.charCodeAt(first) === space) first++;
      const code = text.charCodeAt(first);
      if (first < this.#end && code !== lineBreak && code !== hash) {
        this.#at = first;
        this.#indent = first - lineStart;
        return;
      }
      lineStart = this.#lineEnd(first) + 1;
    }
    this.#at = this.#end;
    this.#indent = -1;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 || end > this.#end ? this.#end : end;
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== dash) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === space || next === lineBreak || this.#at + 1 >= this.#end;
  }

  #collection(): unknown {
    if (--this.#depth < 0) return this.#fail();
    const value = this.#isItem() ? this.#sequence() : this.#mapping(this.#indent);
    this.#depth++;
    return value;
  }

  #sequence(): unknown {
    const indent = this.#indent;
    const items: unknown[] = [];
    while (this.#indent === indent && this.#isItem()) {
      let at = this.#at + 1;
      while (this.#text.charCodeAt(at) === space) at++;
      const column = indent + at - this.#at;
      this.#at = at;
      items.push(this.#item(indent, column));
    }
    return this.#indent > indent ? this.#fail() : items;
  }

  /** What follows a dash. */
  #item(indent: number, column: number): unknown {
    key.lastIndex = this.#at;
    if (!this.#isItem() && key.test(this.#text) && this.#isKeyEnd(key.lastIndex)) {
      if (--this.#depth < 0) return this.#fail();
      this.#indent = column;
      this.#size++;
      const value = this.#mapping(column);
      this.#depth++;
      return value;
    }
    return this.#value(indent, false);
  }

  /** After a colon there is a space, or the end of the line. */
  #isKeyEnd(at: number): boolean {
    return this.#text.charCodeAt(at - 1) === space || at >= this.#end || this.#text.charCodeAt(at) === lineBreak;
  }

  #mapping(indent: number): unknown {
    const value: Record<string, unknown> = Object.create(null);
    while (this.#indent === indent) {
      key.lastIndex = this.#at;
      const [, double, single, plain] = key.exec(this.#text) ?? [];
      const name = double ?? single ?? plain;
      if (name === undefined || name in value || !this.#isKeyEnd(key.lastIndex)) return this.#fail();
      // A key that is not a string by itself: `on`, `<<`.
      if (plain !== undefined && (resolvePlain(name) !== name || name.endsWith(' '))) return this.#fail();
      this.#at = key.lastIndex;
      this.#size++;
      value[name] = this.#value(indent, true);
    }
    return this.#indent > indent ? this.#fail() : value;
  }

  /** What follows a key or a dash on its line, or is below it: deeper, or for a key also a sequence as deep as itself. */
  #value(indent: number, isOfKey: boolean): unknown {
    this.#size++;
    const lineEnd = this.#lineEnd(this.#at);
    const first = this.#text.charCodeAt(this.#at);
    if (this.#at >= lineEnd || first === hash) {
      this.#toLine(lineEnd + 1);
      const isBelow = this.#indent > indent || (isOfKey && this.#indent === indent && this.#isItem());
      return isBelow ? this.#collection() : null;
    }
    const source = this.#text.slice(this.#at, lineEnd);
    if (first === ampersand) return this.#anchored(source, indent, isOfKey);
    return this.#scalar(source, lineEnd, indent);
  }

  /** A scalar, or a sequence in brackets, that begins on a line which ends at `lineEnd`. */
  #scalar(source: string, lineEnd: number, indent: number): unknown {
    if (plainStart.test(source)) return this.#plain(source, lineEnd, indent);
    const header = blockHeader.exec(source);
    if (header !== null) {
      const block = readBlockScalar(this.#text, { start: lineEnd + 1, end: this.#end }, indent, header[1] === '>');
      if (block === undefined) return this.#fail();
      this.#toLine(block.next);
      return header[2] === '-' ? block.value : `${block.value}\n`;
    }
    if (source.startsWith('"')) {
      const quoted = this.#quoted(doubleQuoted, indent);
      return quoted?.includes('\\') ? JSON.parse(`"${quoted.replaceAll('\n', '\\n')}"`) : quoted;
    }
    if (source.startsWith("'")) return this.#quoted(singleQuoted, indent)?.replaceAll("''", "'");
    this.#toLine(lineEnd + 1);
    if (source.startsWith('*')) return this.#alias(alias.exec(source)?.[1] ?? '');
    if (!/^[[{]/.test(source)) return this.#fail();
    const values = {
      plain: (text: string) => this.#resolved(text),
      alias: (name: string) => this.#alias(name),
      count: () => this.#size++,
    };
    return readPlainFlow(source, this.#depth, values) ?? this.#fail();
  }

  #resolved(plain: string): unknown {
    const value = resolvePlain(plain);
    return typeof value === 'number' && !Number.isFinite(value) ? this.#fail() : value;
  }

  /** What quotes hold, with its lines folded; escapes remain. */
  #quoted(whole: RegExp, indent: number): string | undefined {
    whole.lastIndex = this.#at;
    const quoted = whole.exec(this.#text)?.[1];
    if (quoted === undefined || whole.lastIndex > this.#end) return this.#fail();
    this.#toLine(whole.lastIndex + 1);
    return quoted.includes('\n') ? this.#folded(quoted, indent) : quoted;
  }

  /** A single break of a line is a space, and the blanks around it are nothing; of more than one the first is nothing. */
  #folded(text: string, indent: number): string | undefined {
    const [first = '', ...lines] = text.split('\n');
    let value = first.trimEnd();
    let breaks = 0;
    for (const [index, line] of lines.entries()) {
      breaks++;
      const isLast = index === lines.length - 1;
      const said = isLast ? line.trimStart() : line.trim();
      if (said === '' && !isLast) continue;
      if (said !== '' && line.length - line.trimStart().length <= indent) return this.#fail();
      value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + said;
      breaks = 0;
    }
    return value;
  }

  /** A value that gets a name. */
  #anchored(source: string, indent: number, isOfKey: boolean): unknown {
    const [whole, name] = anchor.exec(source) ?? [];
    if (whole === undefined || name === undefined) return this.#fail();
    this.#at += whole.length;
    const before = this.#size;
    // Until it ends, its name is that of a value which would contain itself, whatever had the name before.
    this.#anchors.delete(name);
    const value = this.#value(indent, isOfKey);
    if (value === null) return this.#fail();
    this.#anchors.set(name, { value, size: this.#size - before });
    return value;
  }

  #alias(name: string): unknown {
    const target = this.#anchors.get(name);
    if (target === undefined) return this.#fail();
    this.#size += target.size;
    this.#expanded -= target.size;
    return --this.#aliases < 0 || this.#expanded < 0 ? this.#fail() : target.value;
  }

  /** A plain scalar goes on in lines that are deeper than what holds it. */
  #plain(source: string, lineEnd: number, indent: number): unknown {
    const comment = source.indexOf(' #');
    let written = (comment < 0 ? source : source.slice(0, comment)).trimEnd();
    if (!isPlain(written)) return this.#fail();
    let [end, first] = [lineEnd, this.#at];
    this.#toLine(lineEnd + 1);
    while (this.#indent > indent) {
      // A comment, also on a line of its own, ends the scalar.
      const between = this.#text.slice(end + 1, this.#at);
      first = this.#at;
      end = this.#lineEnd(first);
      const line = this.#text.slice(first, end).trimEnd();
      if (comment >= 0 || between.includes('#') || line.includes(' #') || !isPlain(line)) return this.#fail();
      const breaks = between.split('\n').length - 1;
      written += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line;
      this.#toLine(end + 1);
    }
    return this.#resolved(written);
  }
}
