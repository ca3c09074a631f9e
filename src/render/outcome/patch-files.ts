import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Graph } from '../graph/graph.ts';

/** The files that kustomizations name as patches, and not as resources as well. */
export function patchFiles(graph: Graph): ReadonlySet<string> {
  const [patches, others] = [new Set<string>(), new Set<string>()];
  for (const file of graph.view.paths.filter(isKustomization)) {
    for (const { path, at } of graph.kustomization(folderOf(file))?.inputs ?? []) {
      (String(at[0]).startsWith('patches') ? patches : others).add(path);
    }
  }
  return new Set([...patches].filter((path) => !others.has(path)));
}

/** Marks the objects that are patches, for all that ask what they are afterwards. */
export function markPatches(resources: Iterable<Resource>, patches: ReadonlySet<string>): void {
  if (patches.size === 0) return;
  for (const resource of resources) if (patches.has(resource.file)) Object.assign(resource, { isPatch: true });
}
