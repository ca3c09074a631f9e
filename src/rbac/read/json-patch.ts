import type { Position } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, type Mapping } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** One operation of a JSON patch (RFC 6902) on a field that only roles and bindings have. */
export interface RbacPatch {
  readonly op: string;
  /** The field it changes, as a JSON pointer. */
  readonly pointer: string;
  readonly position: Position;
}

const fields =
  /^\/(?:rules|subjects|roleRef|aggregationRule)(?:\/|$)|^\/metadata\/labels\/rbac\.authorization\.k8s\.io~1/;
/** What takes away a whole rule or subject cannot widen; what takes away names or a selector can. */
const narrowing = /^\/(?:rules|subjects)(?:\/[\d-]+)?$|\/(?:verbs|resources|apiGroups|nonResourceURLs)\/\d+$/;
const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

/**
 * Operations of JSON patches that a file has and had not: kustomize applies them to roles and bindings when it builds, which
 * nothing here does. As files of their own, and as strings in a kustomization, an Application or a HelmRelease.
 */
export function newRbacPatches({ path, before, after }: TouchedFile): RbacPatch[] {
  if (after === undefined || !mayPatch(after.text)) return [];
  const known = new Set(before?.documents.flatMap((document) => [...patchesIn(document, path)]).map(({ key }) => key));
  const fresh = after.documents.flatMap((document) => [...patchesIn(document, path)]);
  return fresh.filter(({ key }) => !known.has(key));
}

const mayPatch = (text: string): boolean => text.includes('op') && text.includes('path');

function* patchesIn(document: Document, file: string): Generator<RbacPatch & { readonly key: string }> {
  for (const { value, path } of operations(document.value, [], new Set())) {
    const { op, path: pointer } = value;
    if (typeof op !== 'string' || typeof pointer !== 'string' || op === 'test' || !fields.test(pointer)) continue;
    if (op === 'remove' && narrowing.test(pointer)) continue;
    const target = typeof value.from === 'string' ? value.from : '';
    const key = canonical([op, pointer, target, value.value ?? null]);
    yield { op, pointer, key, position: { file, ...document.at(path) } };
  }
}

/** Every mapping of an operation, and the path of what holds it. */
function* operations(
  value: unknown,
  path: Path,
  read: Set<string>,
): Generator<{ readonly value: Mapping; readonly path: Path }> {
  if (typeof value === 'string') {
    // Aliases repeat one string; what it holds is read once.
    if (!mayPatch(value) || read.has(value)) return;
    read.add(value);
    for (const inner of parseYaml(Buffer.from(value), limits).documents) {
      if (typeof inner.value !== 'object') continue;
      for (const operation of operations(inner.value, [], read)) yield { value: operation.value, path };
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* operations(item, [...path, index], read);
  } else if (typeof value === 'object' && value !== null) {
    if ('op' in value && 'path' in value) yield { value: value as Mapping, path };
    else for (const [key, inner] of Object.entries(value)) yield* operations(inner, [...path, key], read);
  }
}
