import { documentsInside } from '../../kube/embedded.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import type { Holder } from './holder.ts';

/** A part of a holder that a reader looks for. */
export interface Part<K extends string = string, V = unknown> {
  readonly kind: K;
  readonly value: V;
  readonly holder: Holder;
  /** The fields that lead to it, items of lists by their names. */
  readonly names: readonly string[];
  readonly document: Document;
  readonly path: Path;
}

/** What a value is; `isWhole` where nothing else is looked for inside it. */
export interface Found<K extends string, V> {
  readonly kind: K;
  readonly value: V;
  readonly isWhole?: boolean;
}

/** Tells what a value of a file or object is, by its kind; of a text also whether it may hold such a value. */
export interface Reader<P extends Part> {
  readonly hints: RegExp;
  ofMapping?(value: Mapping, names: readonly string[], holder: Holder): Found<P['kind'], P['value']> | undefined;
  ofList?(value: readonly unknown[], names: readonly string[]): Found<P['kind'], P['value']> | undefined;
  ofText?(value: string, names: readonly string[]): Found<P['kind'], P['value']> | undefined;
  /** Whether a text under this key counts as a list of one. */
  isListKey?(key: string): boolean;
  /** What a value of an object means, where it is another one than is written: parameters of a chart. */
  meant?(value: unknown, path: Path, resource: Resource): Document | undefined;
}

/** Strings inside strings: a manifest in a ConfigMap, and a file in that. */
const deepest = 2;

/** The parts of a holder that the reader knows, also those in its strings. */
export function partsOf<P extends Part>(holder: Holder, limits: YamlLimits, reader: Reader<P>): readonly P[] {
  const parts: Part[] = [];
  const { document, path, value } = holder;
  search({ holder, document, limits, reader, depth: 0, parts, seen: new Set() }, value, [...path], []);
  return parts as P[];
}

interface Walk {
  readonly holder: Holder;
  readonly document: Document;
  readonly limits: YamlLimits;
  readonly reader: Reader<Part>;
  readonly depth: number;
  readonly parts: Part[];
  /** Texts that were read: aliases repeat them. */
  readonly seen: Set<string>;
}

/** Both paths change as the walk goes on: what keeps them copies them. */
function search(walk: Walk, value: unknown, path: (string | number)[], names: string[]): void {
  const document = meant(walk, value, path);
  if (document !== undefined) {
    search({ ...walk, document, depth: walk.depth + 1 }, document.value, [], names);
    return;
  }
  if (typeof value === 'string') inText(walk, value, path, names);
  if (Array.isArray(value)) inList(walk, value, path, names);
  else if (isMapping(value)) inMapping(walk, value, path, names);
}

function meant({ reader, holder, depth }: Walk, value: unknown, path: Path): Document | undefined {
  if (depth > 0 || holder.resource === undefined || typeof value !== 'object') return undefined;
  return reader.meant?.(value, path.slice(holder.path.length), holder.resource);
}

/** Whether nothing else is looked for inside it. */
function keep(walk: Walk, found: Found<string, unknown> | undefined, path: Path, names: readonly string[]): boolean {
  if (found === undefined) return false;
  const { holder, document } = walk;
  walk.parts.push({ kind: found.kind, value: found.value, holder, document, path: [...path], names: [...names] });
  return found.isWhole === true;
}

function step(
  walk: Walk,
  value: unknown,
  path: (string | number)[],
  names: string[],
  at: string | number,
  name: string,
) {
  path.push(at);
  names.push(name);
  search(walk, value, path, names);
  path.pop();
  names.pop();
}

function inMapping(walk: Walk, value: Mapping, path: (string | number)[], names: string[]): void {
  const { reader } = walk;
  if (keep(walk, reader.ofMapping?.(value, names, walk.holder), path, names)) return;
  // Much faster than the entries of mappings without a prototype.
  for (const key of Object.keys(value)) {
    const item = value[key];
    const isList = typeof item === 'string' && reader.isListKey?.(key) === true;
    step(walk, isList ? [item] : decoded(walk, value, key, item, names), path, names, key, key);
  }
}

function inList(walk: Walk, value: readonly unknown[], path: (string | number)[], names: string[]): void {
  if (keep(walk, walk.reader.ofList?.(value, names), path, names)) return;
  for (const [index, item] of value.entries()) {
    const { name, path: file } = mapping(item);
    step(walk, item, path, names, index, text(name) ?? text(file) ?? String(index));
  }
}

function inText(walk: Walk, text: string, path: (string | number)[], names: string[]): void {
  const { reader, seen, depth, limits } = walk;
  if (seen.has(text) || text.length < 12) return;
  if (keep(walk, reader.ofText?.(text, names), path, names) || depth >= deepest || !reader.hints.test(text)) return;
  seen.add(text);
  for (const document of documentsInside(text, walk.document, [...path], limits)) {
    search({ ...walk, document, depth: depth + 1 }, document.value, [], names);
  }
}

/** What a field holds in base64 as it is: of Secrets, of files that say so, of data URLs. */
function decoded(
  { holder, depth }: Walk,
  around: Mapping,
  key: string,
  item: unknown,
  names: readonly string[],
): unknown {
  if (typeof item !== 'string' || item.length > 2_000_000) return item;
  const isOfSecret = depth === 0 && names.length === 1 && holder.resource?.kind === 'Secret' && names[0] === 'data';
  const isBinary =
    names.at(-1) === 'binaryData' || around.isBase64 === true || /^(?:b64|base64)$/.test(scalarText(around.encoding));
  if (isOfSecret || (isBinary && /^[\w+/=\s]+$/.test(item))) return Buffer.from(item, 'base64').toString();
  const [, base64, content = ''] = (key === 'source' && /^data:[^,]{0,100}?(;base64)?,([\s\S]*)$/.exec(item)) || [];
  if (content === '') return item;
  return base64 === undefined ? unescaped(content) : Buffer.from(content, 'base64').toString();
}

function unescaped(content: string): string {
  try {
    return decodeURIComponent(content);
  } catch {
    return content;
  }
}
