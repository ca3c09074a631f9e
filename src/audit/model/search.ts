import { documentsInside } from '../../kube/embedded.ts';
import { isMapping, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { type Flags, flagsOfItem, flagsOfMapping, isArgumentKey } from './flags.ts';
import type { Holder } from './holder.ts';

/** A part of a holder that says what is logged. */
export interface Part<K extends string = string, V = unknown> {
  readonly kind: K;
  readonly value: V;
  readonly holder: Holder;
  /** The fields that lead to it, items of lists by their names. */
  readonly names: readonly string[];
  readonly document: Document;
  readonly path: Path;
}

/** A policy of audit.k8s.io, flags of an API server, rules of Falco, rules of auditd. */
export type AnyPart =
  | Part<'policy', Mapping>
  | Part<'flags', Flags>
  | Part<'falco', readonly unknown[]>
  | Part<'auditd', string>;

/** Strings inside strings: a manifest in a ConfigMap, and a file in that. */
const deepest = 2;

const hints = /audit\.k8s\.io|audit[-_](?:policy[-_]file|log[-_]|webhook[-_])|^\s*- (?:rule|"rule"|'rule'):/m;
const auditdRule = /^-(?:[aAwd]\s|D\b|e\s*[012])/m;

/** The parts of a holder that say what is logged, also those in its strings. */
export function partsOf(holder: Holder, limits: YamlLimits): readonly AnyPart[] {
  const parts: AnyPart[] = [];
  const { document, path, value } = holder;
  search({ holder, document, limits, depth: 0, parts, seen: new Set() }, value, [...path], []);
  return parts;
}

interface Walk {
  readonly holder: Holder;
  readonly document: Document;
  readonly limits: YamlLimits;
  readonly depth: number;
  readonly parts: AnyPart[];
  /** What was looked through: aliases repeat it. */
  readonly seen: Set<unknown>;
}

/** Both paths change as the walk goes on: what keeps them copies them. */
function search(walk: Walk, value: unknown, path: (string | number)[], names: string[]): void {
  if (typeof value === 'string') inText(walk, value, path, names);
  else if (Array.isArray(value)) inList(walk, value, path, names);
  else if (isMapping(value)) inMapping(walk, value, path, names);
}

function add<K extends AnyPart['kind']>(
  walk: Walk,
  kind: K,
  value: unknown,
  path: Path,
  names: readonly string[],
): void {
  const { holder, document } = walk;
  walk.parts.push({ kind, value, holder, document, path: [...path], names: [...names] } as AnyPart);
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
  if (walk.seen.has(value)) return;
  walk.seen.add(value);
  if (value.kind === 'Policy' && /^audit\.k8s\.io\//.test(scalarText(value.apiVersion))) {
    add(walk, 'policy', value, path, names);
    return;
  }
  const flags = flagsOfMapping(value, names);
  if (flags.size > 0) add(walk, 'flags', flags, path, names);
  for (const [key, item] of Object.entries(value)) {
    const own = typeof item === 'string' && isArgumentKey(key) ? [item] : decoded(walk, value, key, item, names);
    step(walk, own, path, names, key, key);
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

function inList(walk: Walk, value: readonly unknown[], path: (string | number)[], names: string[]): void {
  if (walk.seen.has(value)) return;
  walk.seen.add(value);
  if (value.some(isFalcoRule)) {
    add(walk, 'falco', value, path, names);
    return;
  }
  const flags = new Map(value.flatMap((item, index) => [...flagsOfItem(item, index, value[index + 1])]));
  if (flags.size > 0) add(walk, 'flags', flags, path, names);
  for (const [index, item] of value.entries()) {
    const { name, path: file } = mapping(item);
    step(walk, item, path, names, index, text(name) ?? text(file) ?? String(index));
  }
}

/** An entry of a file of rules (falco, userspace/engine/rule_loader_reader.cpp). */
function isFalcoRule(item: unknown): boolean {
  if (!isMapping(item) || typeof item.rule !== 'string') return false;
  return ['condition', 'enabled', 'priority', 'append', 'override', 'exceptions'].some(
    (key) => item[key] !== undefined,
  );
}

function inText(walk: Walk, text: string, path: (string | number)[], names: readonly string[]): void {
  if (walk.seen.has(text) || text.length < 12) return;
  if (auditdRule.test(text)) add(walk, 'auditd', text, path, names);
  if (walk.depth >= deepest || !hints.test(text)) return;
  walk.seen.add(text);
  for (const document of documentsInside(text, walk.document, [...path], walk.limits)) {
    search({ ...walk, document, depth: walk.depth + 1 }, document.value, [], [...names]);
  }
}
