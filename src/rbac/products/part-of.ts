import type { Resource } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import { mapping, text } from '../model/data.ts';

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
