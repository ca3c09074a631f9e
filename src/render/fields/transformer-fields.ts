import { pathBelow } from '../../kube/kustomization.ts';
import { canonical, isMapping, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { FileView } from '../model/file-view.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

/** What an entry of `transformers` does, as the fields of a kustomization that do the same. */
export interface TransformerFields {
  readonly patches: readonly Mapping[];
  readonly labels: readonly Mapping[];
  readonly replacements: readonly unknown[];
  /** Configurations that may change any field. */
  readonly others: readonly unknown[];
  /** The files it reads. */
  readonly files: readonly string[];
}

/** Builtin transformers that reach no name, namespace, role or account (kustomize api/internal/plugins/builtinhelpers). */
const harmless = /^(?:Annotations|ImageTag|ReplicaCount|PatchAnnotations)Transformer$/;

/** Reads an entry of `transformers`. Programs are left out: that they begin to be started is `delivery-changed`. */
export function transformerFields(view: FileView, folder: string, entry: unknown): TransformerFields {
  const { values, files } = configurations(view, folder, entry);
  const read = new Set(files);
  const sourceOf = (name: unknown): string | undefined => {
    const path = text(name) === undefined ? undefined : pathBelow(folder, String(name));
    if (path === undefined) return undefined;
    read.add(path);
    return view.bytes(path)?.toString('utf8');
  };
  const found = {
    patches: [] as Mapping[],
    labels: [] as Mapping[],
    replacements: [] as unknown[],
    others: [] as unknown[],
  };
  for (const value of values) {
    if (!isMapping(value)) found.others.push(value);
    else if (value.apiVersion === 'builtin' && !harmless.test(text(value.kind) ?? '')) add(found, value, sourceOf);
  }
  return { ...found, files: [...read] };
}

/** Of a transformer what none of the others does. */
export function newIn(own: TransformerFields, others: readonly TransformerFields[]): TransformerFields {
  const fresh = <T>(field: (each: TransformerFields) => readonly T[]): readonly T[] => {
    const known = new Set(others.flatMap(field).map(canonical));
    return field(own).filter((item) => !known.has(canonical(item)));
  };
  return {
    patches: fresh(({ patches }) => patches),
    labels: fresh(({ labels }) => labels),
    replacements: fresh(({ replacements }) => replacements),
    others: fresh(({ others: rest }) => rest),
    files: own.files,
  };
}

type Found = { readonly [Field in 'patches' | 'labels' | 'replacements' | 'others']: unknown[] };

function add(found: Found, value: Mapping, sourceOf: (name: unknown) => string | undefined): void {
  const { kind, target, path } = value;
  const own = text(path) === undefined ? undefined : (sourceOf(path) ?? '{');
  if (kind === 'PatchTransformer' || kind === 'PatchJson6902Transformer') {
    found.patches.push({ patch: own ?? text(value.patch) ?? text(value.jsonOp) ?? '{', target });
  } else if (kind === 'PatchStrategicMergeTransformer') {
    for (const each of strings(value.paths)) found.patches.push({ patch: sourceOf(each) ?? '{' });
    if (text(value.patches) !== undefined) found.patches.push({ patch: value.patches });
  } else if (kind === 'LabelTransformer') found.labels.push({ pairs: value.labels });
  else if (kind === 'ReplacementTransformer') {
    for (const each of list(value.replacements)) {
      const source = text(mapping(each).path) === undefined ? undefined : sourceOf(mapping(each).path);
      found.replacements.push(source === undefined ? each : parsed(source));
    }
  } else found.others.push(value);
}

/** The configurations of an entry: written in place, in a file, or in what the kustomization of a folder lists. */
function configurations(
  view: FileView,
  folder: string,
  entry: unknown,
): { readonly values: readonly unknown[]; readonly files: readonly string[] } {
  if (typeof entry !== 'string') return { values: [entry], files: [] };
  if (entry.includes('\n') || /^\s*\{/.test(entry)) return { values: allParsed(entry), files: [] };
  const path = pathBelow(folder, entry);
  if (path === undefined) return { values: [], files: [] };
  if (view.file(path) !== undefined) return { values: view.documents(path).map(({ value }) => value), files: [path] };
  const own = view.kustomizationOf(path);
  if (own === undefined) return { values: [], files: [] };
  const named = strings(mapping(view.documents(own)[0]?.value).resources).flatMap(
    (name) => pathBelow(path, name) ?? [],
  );
  const values = named.flatMap((each) =>
    // Another folder may hold any.
    view.file(each) === undefined ? [each] : view.documents(each).map(({ value }) => value),
  );
  return { values, files: [own, ...named] };
}

function allParsed(source: string): readonly unknown[] {
  const { documents, unreadable } = parseYaml(Buffer.from(source), limits);
  return unreadable.length > 0 ? [source] : documents.map(({ value }) => value);
}

function parsed(source: string): unknown {
  return allParsed(source)[0];
}
