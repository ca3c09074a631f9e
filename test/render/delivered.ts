import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { scopeOf } from '../../src/kube/scope.ts';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { Graph } from '../../src/render/graph/graph.ts';
import { Contents, FileView } from '../../src/render/model/file-view.ts';
import { type Delivered, findRoots } from '../../src/render/roots/find-roots.ts';
import { OwnRepository } from '../../src/render/roots/own-repository.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { folderOfFiles } from '../rules/memory-repository.ts';

export type Texts = Readonly<Record<string, string>>;
export const { limits } = defaultPolicy;

/** Files as the graph reads them; all of them are here. */
export function viewOf(files: Texts): FileView {
  const { tree, contents } = folderOfFiles(files);
  const blobs = new Contents(limits);
  for (const [id, bytes] of contents) blobs.add(id, bytes);
  return new FileView(tree, blobs);
}

/** What files deliver. */
export function deliveredOf(files: Texts, urls: readonly string[] = []): Delivered {
  const view = viewOf(files);
  const candidates = { declaring: view.paths, configMaps: view.paths };
  return findRoots(new Graph(view), candidates, new OwnRepository(urls), defaultPolicy.render);
}

/** The objects of a text. */
export function objectsOf(source: string, file = 'x.yaml'): readonly Resource[] {
  return parseYaml(Buffer.from(source), limits).documents.flatMap((document) => resourcesOf(document, file));
}

/** Both sides of what a change delivers, and the files that it touches; undefined removes a file. */
export function changeOf(
  files: Texts,
  changed: Readonly<Record<string, string | undefined>>,
  urls: readonly string[] = [],
) {
  const after = Object.fromEntries(
    Object.entries({ ...files, ...changed }).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
  // As git tells it: the same content at a new place, in whose scope it was as well.
  const isGone = (path: string) => Object.hasOwn(files, path) && after[path] === undefined;
  const formerly = (path: string) =>
    files[path] === undefined ? Object.keys(files).find((old) => isGone(old) && files[old] === after[path]) : undefined;
  const places = new Map(Object.keys(changed).map((path) => [formerly(path), path]));
  const touched = Object.keys(changed).map(
    (path): TouchedFile => ({
      path,
      scope: scopeOf(places.get(path) ?? path, []),
      before: sideOf(path, files[path]),
      after: sideOf(path, after[path]),
      movedFrom: formerly(path),
    }),
  );
  return { sides: { before: deliveredOf(files, urls), after: deliveredOf(after, urls) }, touched };
}

function sideOf(path: string, text: string | undefined): FileSide | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text);
  const { documents, unreadable } = parseYaml(bytes, limits);
  const resources = documents.flatMap((document) => resourcesOf(document, path));
  const own = { id: text, mode: '100644', size: bytes.length, structure: 'manifest' as const };
  return { ...own, text, bytes, documents, resources, unreadable };
}
