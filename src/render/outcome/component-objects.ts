import { addTo } from '../../groups.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import type { Graph } from '../graph/graph.ts';

/** Components in components. */
const deepest = 12;

/** The objects that the kustomizations which name a file take in with it by their components. */
export function componentObjects(graph: Graph): (file: string) => readonly Resource[] {
  let naming: ReadonlyMap<string, readonly string[]> | undefined;
  return (file) => {
    naming ??= byInput(graph);
    return (naming.get(file) ?? []).flatMap((folder) => [...ofComponents(graph, folder, 0)]);
  };
}

/** File → the folders of the kustomizations that name it. */
function byInput(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const naming = new Map<string, string[]>();
  for (const file of graph.view.paths.filter(isKustomization)) {
    const folder = folderOf(file);
    for (const { path } of graph.kustomization(folder)?.inputs ?? []) addTo(naming, path, folder);
  }
  return naming;
}

function* ofComponents(graph: Graph, folder: string, depth: number): Generator<Resource> {
  if (depth > deepest) return;
  for (const { path, at } of graph.kustomization(folder)?.includes ?? []) {
    if (at[0] !== 'components') continue;
    for (const input of graph.kustomization(path)?.inputs ?? []) {
      if (input.at[0] !== 'resources') continue;
      for (const document of graph.view.documents(input.path)) yield* resourcesOf(document, input.path);
    }
    yield* ofComponents(graph, path, depth + 1);
  }
}
