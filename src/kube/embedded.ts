import type { Document, Path, Place, ScalarStyle, YamlLimits } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Resource } from './resource.ts';
import { resourcesOf } from './resources.ts';

/** A manifest in a manifest in a manifest is as deep as anybody looks. */
const deepest = 3;

const rbacKind = /^(?:Cluster)?Role(?:Binding)?(?:List)?$/;

/**
 * Roles and bindings that stand inside something else: an entry of a chart's `extraObjects`, an object in a custom
 * resource's spec, a manifest in a ConfigMap's string. Whatever applies the one can apply the other. Those that stand at
 * the top, or are items of a list there, are `resourcesOf`'s.
 */
export function embeddedRbac(document: Document, file: string, limits: YamlLimits): Resource[] {
  const known = new Set<unknown>(resourcesOf(document, file).map(({ value }) => value));
  return [...search(document, file, limits, known, 0)];
}

function* search(
  document: Document,
  file: string,
  limits: YamlLimits,
  known: Set<unknown>,
  depth: number,
): Generator<Resource> {
  for (const { value, path } of values(document.value, [])) {
    if (typeof value === 'string') {
      if (depth < deepest && mayHoldManifest(value)) yield* inString(value, document, path, file, limits, depth + 1);
    } else if (typeof value.kind === 'string' && rbacKind.test(value.kind)) {
      const found = resourcesOf(partOf(document, value, path), file).filter((each) => !known.has(each.value));
      for (const resource of found) known.add(resource.value);
      yield* found.map(asEmbedded);
    }
  }
}

function* inString(
  text: string,
  outer: Document,
  path: Path,
  file: string,
  limits: YamlLimits,
  depth: number,
): Generator<Resource> {
  for (const inner of parseYaml(Buffer.from(text), limits).documents) {
    const document = placedIn(inner, outer, path);
    const top = resourcesOf(document, file);
    yield* top.filter(({ kind }) => rbacKind.test(kind)).map(asEmbedded);
    yield* search(document, file, limits, new Set<unknown>(top.map(({ value }) => value)), depth);
  }
}

/** Every string and mapping below a value, with its path. */
function* values(
  value: unknown,
  path: Path,
): Generator<{ value: string | Readonly<Record<string, unknown>>; path: Path }> {
  if (typeof value === 'string') yield { value, path };
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* values(item, [...path, index]);
    return;
  }
  yield { value: value as Readonly<Record<string, unknown>>, path };
  for (const [key, item] of Object.entries(value)) yield* values(item, [...path, key]);
}

/** A manifest has several lines, or is JSON. */
function mayHoldManifest(text: string): boolean {
  return text.includes('Role') && text.includes('kind') && /[\n{]/.test(text);
}

function asEmbedded(resource: Resource): Resource {
  return Object.assign(resource, { isEmbedded: true });
}

/** A part of a document as one of its own. */
function partOf(document: Document, value: unknown, at: Path): Document {
  return {
    value,
    line: document.at(at).line,
    at: (path) => document.at([...at, ...path]),
    valueAt: (path) => document.valueAt([...at, ...path]),
    styleAt: (path) => document.styleAt([...at, ...path]),
    duplicateKeys: [],
  };
}

/** A document that stands in a string of another: a literal block keeps its lines, any other string is one place. */
function placedIn(inner: Document, outer: Document, at: Path): Document {
  const isBlock = outer.styleAt(at) === 'literal';
  const place = ({ line, column }: Place): Place => {
    const start = outer.valueAt(at);
    return isBlock ? { line: start.line + line - 1, column: start.column + column - 1 } : start;
  };
  return {
    value: inner.value,
    line: place({ line: inner.line, column: 1 }).line,
    at: (path) => place(inner.at(path)),
    valueAt: (path) => place(inner.valueAt(path)),
    styleAt: (path): ScalarStyle | undefined => (isBlock ? inner.styleAt(path) : undefined),
    duplicateKeys: [],
  };
}
