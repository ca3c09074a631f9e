import type { Document, Path } from '../yaml/document.ts';
import type { Resource } from './resource.ts';
export function resourcesOf(document: Document, file: string): Resource[] {
  return walk(document.value, [], document, file);
}
function walk(value: unknown, path: Path, document: Document, file: string): Resource[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const object = value as Record<string, unknown>;
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  if (kind.endsWith('List') && Array.isArray(object.items)) {
    return object.items.flatMap((item, i) =>
      walk(
        item?.kind === undefined ? { apiVersion, kind: kind.slice(0, -4), ...item } : item,
        [...path, 'items', i],
        document,
        file,
      ),
    );
  }
  const metadata = (object.metadata ?? {}) as Record<string, unknown>;
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return [
    {
      group,
      kind,
      namespace: metadata.namespace as string | undefined,
      name: String(metadata.name ?? ''),
      apiVersion,
      version,
      file,
      value: object,
      document,
      path,
      at: (p) => ({ file, ...document.at([...path, ...p]) }),
      valueAt: (p) => ({ file, ...document.valueAt([...path, ...p]) }),
      styleAt: (p) => document.styleAt([...path, ...p]),
    },
  ];
}
