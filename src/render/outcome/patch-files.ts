import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** The files that kustomizations name as patches, and that nothing takes for manifests as well. */
function namedAsPatches({ graph, roots }: Delivered): ReadonlySet<string> {
  const [patches, others] = [new Set<string>(), new Set<string>()];
  for (const file of graph.view.paths.filter(isKustomization)) {
    for (const { path, at } of graph.kustomization(folderOf(file))?.inputs ?? []) {
      (String(at[0]).startsWith('patches') ? patches : others).add(path);
    }
  }
  for (const { sources } of roots.values()) {
    for (const source of sources) if (source.kind === 'files') for (const path of source.files) others.add(path);
  }
  return new Set([...patches].filter((path) => !others.has(path)));
}

/**
 * The patches of both sides. A file that was there as something else stays that: to be named by some kustomization must not take from it what
 * it was judged by.
 */
export function patchFiles(
  before: Delivered,
  after: Delivered,
): Readonly<Record<'before' | 'after', ReadonlySet<string>>> {
  const [old, now] = [namedAsPatches(before), namedAsPatches(after)];
  const { tree } = before.graph.view;
  return { before: old, after: new Set([...now].filter((path) => old.has(path) || !tree.has(path))) };
}

/** Marks the objects that are patches, for all that ask what they are afterwards. */
export function markPatches(resources: Iterable<Resource>, patches: ReadonlySet<string>): void {
  if (patches.size === 0) return;
  for (const resource of resources) if (patches.has(resource.file)) Object.assign(resource, { isPatch: true });
}
