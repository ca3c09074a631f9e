/** A table of a TOML file: the texts of each of its keys, those of arrays one after the other. */
export interface TomlTable {
  /** `allowlists`, `rules.allowlists`; empty for what is before the first header. */
  readonly name: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The file is not TOML, or of a part of it that is not read here. */
export class TomlError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is not TOML that can be read`);
    this.line = line;
  }
}

/** Reads the tables of a TOML file (toml.io, version 1.0) as far as lists of texts go. Throws TomlError. */
export function readTomlTables(text: string): readonly TomlTable[] {
  return new Reader(text).tables();
}

interface OpenTable extends TomlTable {
  readonly values: Map<string, readonly string[]>;
  /** The tables that its dotted keys are about, by their names. */
  readonly dotted: Map<string, OpenTable>;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };

const keyName = (written = ''): string => written.replace(/[\s"']/g, '');

const under = (table: string, key: string): string => (table === '' ? key : `${table}.${key}`);

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #counted = 0;
  #lines = 1;
  readonly #tables: OpenTable[] = [];

  constructor(text: string) {
    this.#text = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  }

  tables(): readonly TomlTable[] {
    let table = this.#open('');
    for (this.#skip(true); this.#at < this.#text.length; this.#skip(true)) {
      const header = this.#match(/\[{1,2}([^\n[\]]{1,200})\]{1,2}/y);
      if (header !== undefined) {
        table = this.#open(keyName(header[1]));
      } else this.#pair(table);
      this.#skip(false);
      if (this.#at < this.#text.length && this.#text.charAt(this.#at) !== '\n') this.#fail();
    }
    return this.#tables;
  }

  #open(name: string): OpenTable {
    const table: OpenTable = { name, line: this.#line(), values: new Map(), dotted: new Map() };
    this.#tables.push(table);
    return table;
  }

  /** Reads a key and its value. A key with dots is one of a table inside, as is what an inline table holds. */
  #pair(table: OpenTable): void {
    const key = this.#match(/((?:[\w-]|"[^"\n]{0,200}"|'[^'\n]{0,200}'|[ \t]*\.[ \t]*){1,200})[ \t]*=[ \t]*/y);
    if (key === undefined) this.#fail();
    const whole = keyName(key[1]);
    const dot = whole.lastIndexOf('.');
    const into = dot < 0 ? table : this.#inside(table, whole.slice(0, dot));
    const name = whole.slice(dot + 1);
    if (into.values.has(name)) this.#fail();
    into.values.set(name, this.#value(under(into.name, name)));
  }

  #inside(table: OpenTable, prefix: string): OpenTable {
    const known = table.dotted.get(prefix) ?? this.#open(under(table.name, prefix));
    table.dotted.set(prefix, known);
    return known;
  }

  /** The texts of a value; `name`: that of the tables in it, which are read as tables of their own. */
  #value(name: string): readonly string[] {
    const next = this.#text.charAt(this.#at);
    if (next === '[') return this.#items(']', () => this.#value(name));
    if (next === '{') {
      const table = this.#open(name);
      return this.#items('}', () => {
        this.#pair(table);
        return [];
      });
    }
    if (next === '"' || next === "'") return [this.#string(next)];
    const bare = this.#match(/[^\s,#\]}=[{]{1,200}/y);
    if (bare === undefined) this.#fail();
    return [bare[0]];
  }

  /** What is between brackets, its items flat. */
  #items(end: string, item: () => readonly string[]): readonly string[] {
    if (++this.#depth > 20) this.#fail();
    this.#at++;
    const found: string[] = [];
    for (this.#skip(true); this.#text.charAt(this.#at) !== end; this.#skip(true)) {
      for (const each of item()) found.push(each);
      this.#skip(true);
      if (this.#text.charAt(this.#at) === ',') this.#at++;
      else if (this.#text.charAt(this.#at) !== end) this.#fail();
    }
    this.#at++;
    this.#depth--;
    return found;
  }

  #string(quote: string): string {
    const triple = quote.repeat(3);
    const isLong = this.#text.startsWith(triple, this.#at);
    const mark = isLong ? triple : quote;
    const start = this.#at + mark.length;
    const end = this.#endOf(mark, start, quote === '"');
    const body = this.#text.slice(start, end);
    if (end < 0 || (!isLong && body.includes('\n'))) this.#fail();
    this.#at = end + mark.length;
    const text = isLong ? body.replace(/^\n/, '') : body;
    return quote === "'"
      ? text
      : text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code?: string, letter = '') =>
          code === undefined ? (escapes[letter] ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
        );
  }

  /** Where a text ends; a backslash before a quotation mark keeps it open. */
  #endOf(mark: string, start: number, hasEscapes: boolean): number {
    for (let at = start; at < this.#text.length; at++) {
      if (hasEscapes && this.#text.charAt(at) === '\\') at++;
      else if (this.#text.startsWith(mark, at)) return at;
      else if (mark.length === 1 && this.#text.charAt(at) === '\n') return -1;
    }
    return -1;
  }

  /** Passes over blanks and comments, and over line breaks where `isBetweenLines`. */
  #skip(isBetweenLines: boolean): void {
    this.#match(isBetweenLines ? /(?:\s|#[^\n]*)*/y : /[ \t]*(?:#[^\n]*)?/y);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match;
  }

  /** The line of the cursor; each is counted once. */
  #line(): number {
    for (; this.#counted < this.#at; this.#counted++) if (this.#text.charAt(this.#counted) === '\n') this.#lines++;
    return this.#lines;
  }

  #fail(): never {
    throw new TomlError(this.#line());
  }
}
