import { resolvePlain } from '../resolve-scalar.ts';

/** What the values of a collection are made with. Undefined ends the reading. */
export interface FlowValues {
  plain(text: string): unknown;
  alias(name: string): unknown;
  /** Counts a value or a key. */
  count(): void;
}

const token = /"([^"\\]*)"|'([^']*)'|([\w./$][\w./$-]*)|\*([\w-]+)/y;
const rest = /^ *(?: #.*)?$/;

/**
 * Reads a collection in brackets or braces that is on one line, with nothing but a comment behind it: of words, texts in quotes without escapes,
 * aliases, and such collections, `depth` of them in each other. Undefined for any other.
 */
export function readPlainFlow(source: string, depth: number, values: FlowValues): unknown {
  const reader = new PlainFlowReader(source, values);
  const value = reader.value(depth);
  return rest.test(source.slice(reader.at)) ? value : undefined;
}

class PlainFlowReader {
  readonly #source: string;
  readonly #values: FlowValues;
  at = 0;

  constructor(source: string, values: FlowValues) {
    this.#source = source;
    this.#values = values;
  }

  value(depth: number): unknown {
    this.#values.count();
    const first = this.#source.charAt(this.at);
    if (first === '[') return this.#sequence(depth - 1);
    if (first === '{') return this.#mapping(depth - 1);
    const [, double, single, plain, alias] = this.#token();
    if (alias !== undefined) return this.#values.alias(alias);
    return double ?? single ?? (plain === undefined ? undefined : this.#values.plain(plain));
  }

  #token(): readonly (string | undefined)[] {
    token.lastIndex = this.at;
    const match = token.exec(this.#source) ?? [];
    if (match[0] !== undefined) this.at = token.lastIndex;
    return match;
  }

  #skipSpace(): void {
    while (this.#source.charAt(this.at) === ' ') this.at++;
  }

  /** After an entry: whether another follows; undefined where it is neither that nor the end. */
  #more(close: string): boolean | undefined {
    this.#skipSpace();
    const next = this.#source.charAt(this.at++);
    if (next === close) return false;
    this.#skipSpace();
    return next === ',' ? true : undefined;
  }

  /** Past the opening bracket: whether the collection is empty. */
  #opens(close: string): boolean {
    this.at++;
    this.#skipSpace();
    const isEmpty = this.#source.charAt(this.at) === close;
    if (isEmpty) this.at++;
    return !isEmpty;
  }

  #sequence(depth: number): unknown {
    if (depth < 0) return undefined;
    const items: unknown[] = [];
    let open: boolean | undefined = this.#opens(']');
    while (open) {
      const item = this.value(depth);
      if (item === undefined) return undefined;
      items.push(item);
      open = this.#more(']');
    }
    return open === undefined ? undefined : items;
  }

  #mapping(depth: number): unknown {
    if (depth < 0) return undefined;
    const entries: Record<string, unknown> = Object.create(null);
    let open: boolean | undefined = this.#opens('}');
    while (open) {
      const [, double, single, plain] = this.#token();
      const name = double ?? single ?? plain;
      // A key twice, or one that is not a string by itself, or without a space behind its colon.
      if (name === undefined || name in entries || (plain !== undefined && resolvePlain(plain) !== plain))
        return undefined;
      if (!this.#source.startsWith(': ', this.at)) return undefined;
      this.at += 2;
      this.#skipSpace();
      this.#values.count();
      const value = this.value(depth);
      if (value === undefined) return undefined;
      entries[name] = value;
      open = this.#more('}');
    }
    return open === undefined ? undefined : entries;
  }
}
