import { basename } from 'node:path/posix';
import type { Document } from '../yaml/document.ts';
import type { Resource } from './resource.ts';
import type { FileSide } from './touched-file.ts';

/** The kind given to a document that is not an object: values of a chart, as far as anyone can tell. */
export const plainKind = 'Values';

/** The documents of a file that are not objects, as resources named by their file, for what values of a chart can hold. */
export function plainDocuments({ structure, documents, resources }: FileSide, file: string): Resource[] {
  if (structure !== 'manifest' || documents.length === 0) return [];
  const objects = new Set(resources.map(({ document }) => document));
  return documents.flatMap((document) => {
    const { value } = document;
    if (objects.has(document) || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return [plainResource(document, value as Resource['value'], file)];
  });
}

function plainResource(document: Document, value: Resource['value'], file: string): Resource {
  return {
    apiVersion: '',
    group: '',
    version: '',
    kind: plainKind,
    namespace: undefined,
    name: basename(file),
    file,
    value,
    document,
    path: [],
    isEmbedded: true,
    at: (path) => ({ file, ...document.at(path) }),
    valueAt: (path) => ({ file, ...document.valueAt(path) }),
    styleAt: (path) => document.styleAt(path),
  };
}
