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

/** What a document of a file is known by as a patch. */
export function patchKey(file: string, value: unknown): string {
  return JSON.stringify([file, value]);
}

/**
 * Marks the objects of a change that are patches, for all that ask what they are afterwards: documents that a kustomization lays over objects,
 * where what comes of it is judged (`inPlace`, by `patchKey`). To be named as a patch takes nothing else out of judgement. What a document
 * is after the change, it was before: both sides of it are compared alike.
 */
export function markChangedPatches(
  before: readonly Resource[],
  after: readonly Resource[],
  patches: Readonly<Record<'before' | 'after', ReadonlySet<string>>>,
  inPlace: ReadonlySet<string>,
): void {
  const identity = ({ kind, namespace, name }: Resource) => JSON.stringify([kind, namespace, name]);
  const isJudged = ({ file, value, path }: Resource) => path.length === 0 && inPlace.has(patchKey(file, value));
  const now = new Map(
    after.flatMap((each) => (patches.after.has(each.file) ? [[identity(each), isJudged(each)] as const] : [])),
  );
  for (const each of after) if (patches.after.has(each.file) && isJudged(each)) mark(each);
  for (const each of before) {
    if (patches.before.has(each.file) && (now.get(identity(each)) ?? isJudged(each))) mark(each);
  }
}

/** Marks the objects of unchanged files that are named as patches: they are the same on both sides. */
export function markPatches(resources: Iterable<Resource>, patches: ReadonlySet<string>): void {
  if (patches.size === 0) return;
  for (const resource of resources) if (patches.has(resource.file)) mark(resource);
}

function mark(resource: Resource): void {
  Object.assign(resource, { isPatch: true });
}
