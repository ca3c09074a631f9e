import { scalarText } from '../../plain-values.ts';
import type { Path, Place, ScalarStyle } from '../../yaml/document.ts';
import { blankComments, flowValue, plainText } from './loose-scalar.ts';
import { identityOf, type Source } from './source.ts';

interface Entry {
  readonly at: Place;
  readonly valueAt: Place;
  readonly style: ScalarStyle | undefined;
}

interface Frame {
  readonly indent: number;
  /** Sequence items are one deeper than the dash that opens them. */
  readonly node: Record<string, unknown> | unknown[];
  readonly path: Path;
}

/** Deeper levels than this are not followed. */
const deepest = 40;

const templateLine = /^\s*\{\{[^{}]*\}\}\s*(?:#.*)?$/;
const keyed =
  /^("(?:[^"\\]|\\.){1,200}"|'[^']{1,200}'|\{\{[^{}]{1,200}\}\}[\w.-]{0,100}|[\w.$/@*~+()<>-][^:#"'{}\n]{0,200}?)\s{0,20}:(?:\s+|$)/;

/**
 * Reads text that is YAML by its looks but cannot be parsed as such: Helm templates, broken manifests, tabs for
 * indentation. Indentation gives the structure, expressions stay text, nothing is an error. One source per `---`.
 */
export function readLoosely(text: string, firstLine = 1): readonly Source[] {
  const sources: Source[] = [];
  let reader = new LooseReader();
  const lines = blankComments(text).split('\n');
  for (let number = 0; number < lines.length; number++) {
    const line = (lines[number] ?? '').replace(/\r$/, '');
    if (/^---(?:\s|$)/.test(line)) {
      for (const source of reader.finish()) sources.push(source);
      reader = new LooseReader();
      continue;
    }
    reader.line(line, firstLine + number);
  }
  for (const source of reader.finish()) sources.push(source);
  return sources;
}

class LooseReader {
  readonly #root: Record<string, unknown> = Object.create(null);
  readonly #entries = new Map<string, Entry>();
  #stack: Frame[] = [{ indent: -1, node: this.#root, path: [] }];
  /** The scalar that following deeper lines belong to. */
  #open:
    | {
        readonly indent: number;
        readonly path: Path;
        readonly block: boolean;
        lines: string[];
        start: Place | undefined;
      }
    | undefined;
  #first: Place = { line: 1, column: 1 };

  line(line: string, number: number): void {
    const body = line.trimStart();
    const indent = width(line.slice(0, line.length - body.length));
    if (this.#continues(line, body, indent, number)) return;
    if (body === '' || body.startsWith('#') || templateLine.test(line)) return;
    this.#close();
    this.#read(body, indent, number, line.length - body.length + 1);
  }

  finish(): readonly Source[] {
    this.#close();
    if (this.#entries.size === 0) return [];
    const find = (path: Path): Entry | undefined => {
      for (let length = path.length; length > 0; length--) {
        const entry = this.#entries.get(keyOf(path.slice(0, length)));
        if (entry !== undefined) return entry;
      }
      return undefined;
    };
    return [
      {
        identity: identityOf(this.#root),
        value: this.#root,
        at: (path) => find(path)?.at ?? this.#first,
        valueAt: (path) => find(path)?.valueAt ?? this.#first,
        styleAt: (path) => this.#entries.get(keyOf(path))?.style,
      },
    ];
  }

  #continues(line: string, body: string, indent: number, number: number): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    if (body !== '' && indent <= open.indent) return false;
    if (
      !open.block &&
      (body === '' || body.startsWith('#') || body.startsWith('- ') || keyed.test(body) || templateLine.test(line))
    )
      return false;
    if (open.start === undefined && body !== '') open.start = { line: number, column: line.length - body.length + 1 };
    if (open.lines.length < 20_000)
      open.lines.push(
        body === '' ? '' : line.slice(Math.min(line.length - body.length, (open.start?.column ?? 1) - 1)),
      );
    return true;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.lines.length === 0) return;
    const before = this.#entries.get(keyOf(open.path));
    const own = open.block ? [] : [scalarText(lookUp(this.#root, open.path))];
    assign(
      this.#root,
      open.path,
      [...own, ...open.lines].join(open.block ? '\n' : ' ').trim() + (open.block ? '\n' : ''),
    );
    if (before !== undefined && open.block && open.start !== undefined) {
      this.#entries.set(keyOf(open.path), { at: before.at, valueAt: open.start, style: 'literal' });
    }
  }

  #read(body: string, indent: number, number: number, column: number): void {
    let [rest, depth, at] = [body, indent, column];
    for (let dashes = 0; dashes < deepest && /^-(?:\s|$)/.test(rest); dashes++) {
      const item = this.#item(depth, { line: number, column: at });
      const skipped = /^-\s*/.exec(rest)?.[0].length ?? 1;
      if (rest.length <= skipped && !keyed.test(rest.slice(skipped))) return;
      rest = rest.slice(skipped);
      at += skipped;
      depth += skipped;
      if (!keyed.test(rest) && !/^-(?:\s|$)/.test(rest)) {
        this.#scalar(item, rest, depth - skipped, { line: number, column: at }, at);
        return;
      }
    }
    const match = keyed.exec(rest);
    if (match?.[1] === undefined) return;
    const parent = this.#parent(depth);
    if (parent.path.length >= deepest) return;
    const path = this.#unused([...parent.path, unquote(match[1])]);
    this.#place(path, number, at);
    this.#scalar(path, rest.slice(match[0].length), depth, { line: number, column: at }, at + match[0].length);
  }

  /** A key that occurs twice keeps both its values. */
  #unused(path: Path): Path {
    if (!this.#entries.has(keyOf(path))) return path;
    for (let copy = 2; copy < 10; copy++) {
      const other = [...path.slice(0, -1), `${path.at(-1)}#${copy}`];
      if (!this.#entries.has(keyOf(other))) return other;
    }
    return path;
  }

  /** Opens the mapping frame a key at `depth` belongs to. */
  #parent(depth: number): Frame {
    while ((this.#stack.at(-1)?.indent ?? -1) >= depth) this.#stack.pop();
    let top = this.#stack.at(-1);
    if (top === undefined) {
      top = { indent: -1, node: this.#root, path: [] };
      this.#stack.push(top);
    }
    if (Array.isArray(top.node)) {
      // A key below a dash: the item becomes a mapping.
      const index = Math.max(0, top.node.length - 1);
      const existing = top.node[index];
      const node: Record<string, unknown> =
        typeof existing === 'object' && existing !== null && !Array.isArray(existing)
          ? (existing as Record<string, unknown>)
          : Object.create(null);
      top.node[index] = node;
      top = { indent: depth - 1, node, path: [...top.path, index] };
      this.#stack.push(top);
    }
    return top;
  }

  /** Opens a new item of the sequence whose dash is at `indent`. */
  #item(indent: number, at: Place): Path {
    while ((this.#stack.at(-1)?.indent ?? -1) > indent) this.#stack.pop();
    let top = this.#stack.at(-1);
    if (top !== undefined && top.indent === indent && !Array.isArray(top.node)) {
      // A dash at the indentation of its own key: `key:` then `- item` below it.
      top = undefined;
    }
    if (top === undefined || !Array.isArray(top.node) || top.indent !== indent) {
      const owner = this.#lastKey(indent);
      const list: unknown[] = [];
      assign(this.#root, owner, list);
      top = { indent, node: list, path: owner };
      this.#stack.push(top);
    }
    const list = top.node as unknown[];
    list.push('');
    const path = [...top.path, list.length - 1];
    this.#entries.set(keyOf(path), { at, valueAt: at, style: 'plain' });
    return path;
  }

  #lastPath: Path = [];
  #lastKey(_indent: number): Path {
    return this.#lastPath.length === 0 ? ['items'] : this.#lastPath;
  }

  #place(path: Path, line: number, column: number): void {
    if (this.#entries.size === 0) this.#first = { line, column };
    this.#entries.set(keyOf(path), { at: { line, column }, valueAt: { line, column }, style: undefined });
    this.#lastPath = path;
  }

  #scalar(path: Path, source: string, depth: number, at: Place, column: number): void {
    const text = source.replace(/^(?:[!&][^\s]{0,100}\s+)+/, '').trimEnd();
    if (text === '' || text === '{' || text.startsWith('#')) {
      if (typeof path.at(-1) === 'string') {
        const node: Record<string, unknown> = Object.create(null);
        assign(this.#root, path, node);
        this.#stack.push({ indent: depth, node, path });
        this.#open = undefined;
      }
      return;
    }
    const block = /^[|>][-+0-9]{0,3}\s*(?:#.*)?$/.test(text);
    const value = block ? '' : (flowValue(text) ?? plainText(text));
    assign(this.#root, path, value);
    this.#entries.set(keyOf(path), { at, valueAt: { line: at.line, column }, style: block ? 'literal' : 'plain' });
    this.#open = typeof value === 'string' ? { indent: depth, path, block, lines: [], start: undefined } : undefined;
  }
}

const keyOf = (path: Path): string => path.join('\0');

/** Columns of an indentation; a tab counts as two. */
function width(indent: string): number {
  let columns = 0;
  for (const character of indent) columns += character === '\t' ? 2 : 1;
  return columns;
}

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key.trim();
}

function assign(root: Record<string, unknown>, path: Path, value: unknown): void {
  const parent = lookUp(root, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent)) parent[Number(last)] = value;
  else if (typeof parent === 'object' && parent !== null) (parent as Record<string, unknown>)[String(last)] = value;
}

function lookUp(root: unknown, path: Path): unknown {
  let current = root;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}
