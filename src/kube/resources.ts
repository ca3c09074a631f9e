import { isMapping, type Mapping, mapping, text } from '../plain-values.ts';
import type { Document, Path, ScalarStyle } from '../yaml/document.ts';
import type { Position, Resource } from './resource.ts';

/** What a list's items inherit where they say nothing themselves. */
interface Inherited {
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
}

const nothing: Inherited = { apiVersion: undefined, kind: undefined };

/**
 * The Kubernetes objects of a document; none where it is not a Kubernetes object. As in apimachinery's unstructured
 * decoder, whatever has `items` is a list, and the items of a `RoleList` that name no kind are `Role`s.
 */
export function resourcesOf(document: Document, file: string): Resource[] {
  return [...open(document, file, document.value, [], nothing)];
}

/** The same object in another file that has the same content. */
export function inFile(resource: Resource, file: string): Resource {
  const { document, value, path, apiVersion, kind, isEmbedded, within } = resource;
  const own = new ManifestResource(document, file, value, path, apiVersion, kind);
  return isEmbedded === true ? Object.assign(own, { isEmbedded, ...(within === undefined ? {} : { within }) }) : own;
}

/** The same object with another value, whose places are those of its own. */
export function withValue({ document, file, path, apiVersion, kind }: Resource, value: Mapping): Resource {
  return new ManifestResource(document, file, value, path, apiVersion, kind);
}

function* open(
  document: Document,
  file: string,
  value: unknown,
  path: Path,
  inherited: Inherited,
): Generator<Resource> {
  if (!isMapping(value)) return;
  const apiVersion = text(value.apiVersion) ?? inherited.apiVersion;
  const kind = text(value.kind) ?? inherited.kind;
  const items = value.items;
  if (Array.isArray(items)) {
    const own = { apiVersion, kind: kind?.endsWith('List') ? kind.slice(0, -'List'.length) || undefined : undefined };
    for (const [index, item] of items.entries()) {
      yield* open(document, file, item, [...path, 'items', index], own);
    }
    if (kind?.endsWith('List')) return;
  }
  if (apiVersion !== undefined && kind !== undefined)
    yield new ManifestResource(document, file, value, path, apiVersion, kind);
}

class ManifestResource implements Resource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly file: string;
  readonly value: Mapping;
  readonly document: Document;
  readonly path: Path;

  constructor(document: Document, file: string, value: Mapping, path: Path, apiVersion: string, kind: string) {
    const slash = apiVersion.indexOf('/');
    this.group = slash === -1 ? '' : apiVersion.slice(0, slash);
    this.version = apiVersion.slice(slash + 1);
    this.apiVersion = apiVersion;
    this.kind = kind;
    const metadata = mapping(value.metadata);
    this.namespace = text(metadata.namespace);
    this.name = text(metadata.name) ?? text(metadata.generateName) ?? '';
    this.file = file;
    this.value = value;
    this.document = document;
    this.path = path;
  }

  at(path: Path): Position {
    return { file: this.file, ...this.document.at([...this.path, ...path]) };
  }

  valueAt(path: Path): Position {
    return { file: this.file, ...this.document.valueAt([...this.path, ...path]) };
  }

  styleAt(path: Path): ScalarStyle | undefined {
    return this.document.styleAt([...this.path, ...path]);
  }
}
