import { isKustomization } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import type { FileSide } from '../../kube/touched-file.ts';
import { readLoosely } from './loose-document.ts';
import { identityOf, type Source } from './source.ts';

/** A source of a file, with the value of the document it is in. */
export interface FileSource extends Source {
  readonly document: unknown;
}

/** What a manifest is made of: its objects, its documents that are none, and what could not be parsed, read tolerantly. */
export function* manifestSources(side: FileSide, path: string): Generator<FileSource> {
  const covered = new Set<unknown>();
  const holders = holdersOf(side.resources);
  for (const resource of side.resources) {
    covered.add(resource.document);
    if (holders.get(resource.document)?.has(JSON.stringify(resource.path))) continue;
    yield { ...withIdentity(resource, path), document: resource.document.value };
  }
  for (const document of side.documents) {
    if (!covered.has(document)) yield { ...withIdentity(document, path), document: document.value };
  }
  for (const { line, text } of unreadableParts(side)) {
    for (const source of readLoosely(text, line)) yield { ...source, document: source.value };
  }
}

/** By document, the paths below which there are objects. */
function holdersOf(resources: readonly Resource[]): ReadonlyMap<unknown, ReadonlySet<string>> {
  const holders = new Map<unknown, Set<string>>();
  for (const { document, path } of resources) {
    const paths = holders.get(document) ?? new Set();
    holders.set(document, paths);
    for (let length = path.length - 1; length >= 0; length--) paths.add(JSON.stringify(path.slice(0, length)));
  }
  return holders;
}

/** The source of an object or a document, whose identity its file may imply. */
export function withIdentity(source: Omit<Source, 'identity'>, path: string): Source {
  // An item of a typed list says neither kind nor version itself.
  const own = identityOf(source.value) ?? ('kind' in source ? (source as Resource) : undefined);
  const implied = { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' };
  return {
    identity: own ?? (isKustomization(path) ? implied : undefined),
    value: source.value,
    at: (at) => source.at(at),
    valueAt: (at) => source.valueAt(at),
    styleAt: (at) => source.styleAt(at),
  };
}

/** The parts that could not be parsed. */
function unreadableParts(side: FileSide): readonly { readonly line: number; readonly text: string }[] {
  if (side.unreadable.length === 0) return [];
  const lines = side.text.split('\n');
  const parts = new Map(
    side.unreadable.map(({ firstLine, lastLine }) => [`${firstLine}-${lastLine}`, { firstLine, lastLine }]),
  );
  return [...parts.values()].map(({ firstLine, lastLine }) => ({
    line: firstLine,
    text: lines.slice(firstLine - 1, lastLine).join('\n'),
  }));
}
