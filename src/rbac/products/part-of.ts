import type { Resource } from '../../kube/resource.ts';
import { mapping, text } from '../../plain-values.ts';
import type { Document, Path, Place } from '../../yaml/document.ts';

/** An object that another one makes, as a resource whose places are those of the maker's part at `path`. */
export function partOf(
  maker: Resource,
  path: Path,
  value: Readonly<Record<string, unknown>> & { readonly apiVersion: string; readonly kind: string },
): Resource {
  const slash = value.apiVersion.indexOf('/');
  const metadata = mapping(value.metadata);
  return {
    apiVersion: value.apiVersion,
    group: slash < 0 ? '' : value.apiVersion.slice(0, slash),
    version: value.apiVersion.slice(slash + 1),
    kind: value.kind,
    namespace: text(metadata.namespace),
    name: text(metadata.name) ?? '',
    file: maker.file,
    value,
    document: maker.document,
    path: [...maker.path, ...path],
    isEmbedded: true,
    at: (inner) => maker.at([...path, ...inner]),
    valueAt: (inner) => maker.valueAt([...path, ...inner]),
    styleAt: (inner) => maker.styleAt([...path, ...inner]),
  };
}

/** The resource, with places inside the text of one of its fields: those of the file where that text is a literal block. */
export function insideText(resource: Resource, field: Path, inner: Document): Resource {
  if (resource.styleAt(field) !== 'literal') return Object.assign(Object.create(resource), fixedAt(resource, field));
  const start = resource.valueAt(field);
  const placed = ({ line, column }: Place) => ({
    file: resource.file,
    line: start.line + line - 1,
    column: start.column + column - 1,
  });
  const isOutside = (path: Path) => path.length <= field.length;
  return Object.assign(Object.create(resource), {
    at: (path: Path) => (isOutside(path) ? resource.at(path) : placed(inner.at(path.slice(field.length)))),
    valueAt: (path: Path) =>
      isOutside(path) ? resource.valueAt(path) : placed(inner.valueAt(path.slice(field.length))),
    styleAt: (path: Path) => (isOutside(path) ? resource.styleAt(path) : inner.styleAt(path.slice(field.length))),
  });
}

/** Where text has no lines of its own in the file, all of it is where the field is. */
function fixedAt(resource: Resource, field: Path): Pick<Resource, 'at' | 'valueAt' | 'styleAt'> {
  const outer = (path: Path) => (path.length <= field.length ? path : field);
  return {
    at: (path) => resource.at(outer(path)),
    valueAt: (path) => resource.valueAt(outer(path)),
    styleAt: (path) => (path.length <= field.length ? resource.styleAt(path) : undefined),
  };
}
