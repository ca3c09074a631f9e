import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import { isFor, kustomizationLayers, type Layer } from './patch-layers.ts';
import { withLayers } from './patched-resource.ts';
import type { IsWanted } from './patching.ts';

/** The objects of a kustomization before its own layers, those of what it includes with theirs. */
export function basesIn(graph: Graph, folder: string, limits: YamlLimits): (isWanted: IsWanted) => readonly Resource[] {
  return (isWanted) => included(graph, folder, isWanted, limits, new Map());
}

/** `known` has what is included in folders already; a circle ends where it began. Of one object in several of them kustomize takes none. */
export function included(
  graph: Graph,
  folder: string,
  isWanted: IsWanted,
  limits: YamlLimits,
  known: Map<string, readonly Resource[]>,
): readonly Resource[] {
  const part = graph.kustomization(folder);
  const own = known.get(folder);
  if (part === undefined || own !== undefined) return own ?? [];
  known.set(folder, []);
  const found = new Map<string, Resource>();
  const take = (objects: Iterable<Resource>) => {
    for (const each of objects) {
      const key = identityKey(each);
      if (!found.has(key)) found.set(key, each);
    }
  };
  for (const { path, at } of part.inputs) {
    if (at[0] === 'resources' || at[0] === 'bases') take(objectsIn(graph, path, isWanted));
  }
  for (const { path, at } of part.includes) {
    const inner = included(graph, path, isWanted, limits, known);
    // The layers of a component are among those of who takes it in.
    take(at[0] === 'components' ? inner : layered(inner, kustomizationLayers(graph, path, limits), path));
  }
  const all = [...found.values()];
  known.set(folder, all);
  return all;
}

/** The objects of a file. */
export function* objectsIn({ view }: Graph, path: string, isWanted: IsWanted): Generator<Resource> {
  const bytes = view.bytes(path);
  if (bytes === undefined || !isWanted(bytes)) return;
  for (const document of view.documents(path)) yield* resourcesOf(document, path);
}

function layered(objects: readonly Resource[], layers: readonly Layer[], file: string): readonly Resource[] {
  if (layers.length === 0) return objects;
  return objects.flatMap((object) => {
    const own = layers.filter((layer) => isFor(layer, object));
    return own.length === 0 ? object : (withLayers(object, own, file, (path) => object.at(path)) ?? []);
  });
}

/** The objects of a folder as it is delivered: by its kustomization, else all of its files. */
export function basesOf(graph: Graph, folder: string, isWanted: IsWanted, limits: YamlLimits): readonly Resource[] {
  if (graph.kustomization(folder) !== undefined) {
    return layered(
      included(graph, folder, isWanted, limits, new Map()),
      kustomizationLayers(graph, folder, limits),
      folder,
    );
  }
  return graph.view
    .below(folder)
    .flatMap((path) => (/\.ya?ml$/.test(path) ? [...objectsIn(graph, path, isWanted)] : []));
}
