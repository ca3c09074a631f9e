import { identityKey } from '../../kube/identity/identity-key.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Resource } from '../../kube/resource.ts';
import { type ScopeObjects, scopeOf } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { canonical } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { Graph } from '../graph/graph.ts';
import type { FileView } from '../model/file-view.ts';
import type { RenderedRoot, Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { plainObjects } from './assemble.ts';
import { RenderedParts } from './rendered-parts.ts';

type Sides = Map<
  Scope,
  {
    readonly before: Resource[];
    readonly after: Resource[];
    readonly unread: readonly string[];
    readonly unreadFiles?: ReadonlyMap<string, Buffer | undefined>;
    readonly place?: Scope;
  }
>;

/**
 * The objects of every scope with those of rendered roots in the place of their sources: each root is a scope of its own.
 * What a root takes over from plain files next to it, or from another root of the same cluster, was there before. But what
 * a declaration newly delivers was delivered before only where another declaration did, and what a root begins to include
 * of a folder that nothing declares and that stays as it is may never have been delivered.
 */
export function mergeObjects(
  sources: ReadonlyMap<Scope, ScopeObjects>,
  rendering: Rendering,
  delivered: Readonly<Record<'before' | 'after', Delivered>>,
  clusters: readonly ClusterEntry[],
): ReadonlyMap<Scope, ScopeObjects> {
  const parts = new RenderedParts(rendering, delivered);
  const written = new Map([...sources].map(([scope, sides]) => [scope, parts.objects(sides)]));
  return withRoots(
    written,
    { ...rendering, roots: rendering.roots.map((root) => parts.root(root)) },
    delivered,
    clusters,
  );
}

function withRoots(
  sources: ReadonlyMap<Scope, ScopeObjects>,
  rendering: Rendering,
  { before: { graph: before }, after: { graph: after } }: Readonly<Record<'before' | 'after', Delivered>>,
  clusters: readonly ClusterEntry[],
): ReadonlyMap<Scope, ScopeObjects> {
  const merged: Sides = new Map();
  const isOpen = ({ file }: Resource) => !rendering.covered.has(file);
  for (const [scope, sides] of sources) {
    merged.set(scope, {
      before: sides.before.filter(isOpen),
      after: sides.after.filter(isOpen),
      unread: (sides.unread ?? []).filter((file) => !rendering.covered.has(file)),
      unreadFiles: new Map([...(sides.unreadFiles ?? [])].filter(([file]) => !rendering.covered.has(file))),
    });
  }
  let included: ReadonlySet<string> | undefined;
  for (const root of rendering.roots) {
    if (root.after?.reason !== undefined) continue;
    const place = scopeOf(root.file, clusters);
    const sides = merged.get(root.scope) ?? { before: [], after: [], unread: [], place };
    merged.set(root.scope, sides);
    const old = root.before?.reason === undefined ? root.before?.objects : undefined;
    included ??= new Set(kustomizedFiles(before.view, before));
    for (const object of old ?? takenOver(root, before, included, clusters)) sides.before.push(object);
    for (const object of root.after?.objects ?? []) sides.after.push(object);
  }
  creditMoves(sources, rendering.roots, merged, after.view, clusters);
  return merged;
}

/** The plain manifests that a new root takes in: they were delivered as they are, in the same cluster. */
function takenOver(
  { file, after }: RenderedRoot,
  before: Graph,
  included: ReadonlySet<string>,
  clusters: readonly ClusterEntry[],
): readonly Resource[] {
  if (after === undefined || after.root.declared !== undefined) return [];
  const scope = scopeOf(file, clusters);
  return [...after.files]
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && scopeOf(path, clusters) === scope && !included.has(path))
    .flatMap((path) => plainObjects(before.view, path));
}

function* kustomizedFiles(view: FileView, graph: Graph): Generator<string> {
  for (const path of view.paths) {
    if (!isKustomization(path)) continue;
    for (const input of graph.kustomization(folderOf(path))?.inputs ?? []) yield input.path;
  }
}

/** An object that left one place of a cluster and is found unchanged in another is not new there. */
function creditMoves(
  sources: ReadonlyMap<Scope, ScopeObjects>,
  roots: readonly RenderedRoot[],
  merged: Sides,
  head: FileView,
  clusters: readonly ClusterEntry[],
): void {
  const delivered: Left = new Map();
  /** What only roots without a declaration gave. */
  const undeclared: Left = new Map();
  const note = (cluster: Scope, before: readonly Resource[], after: readonly Resource[], into = delivered) => {
    const still = new Set(after.map(identityKey));
    for (const object of before) {
      if (!still.has(identityKey(object))) into.set(`${cluster} ${contentOf(object)}`, object);
    }
  };
  for (const { file, before, after } of roots) {
    if (before?.reason === undefined && after?.reason === undefined) {
      const isDeclared = before?.root.declared !== undefined;
      if (!isDeclared && after === undefined && head.file(file) !== undefined) continue;
      note(scopeOf(file, clusters), before?.objects ?? [], after?.objects ?? [], isDeclared ? delivered : undeclared);
    }
  }
  const built = new Set(roots.flatMap(({ before }) => [...(before?.files ?? [])]));
  for (const [scope, sides] of sources) {
    // What was an input of a root is noted there, and what becomes one is not delivered as it is any more.
    const plain = sides.before.filter(({ file }) => !built.has(file));
    note(scope, plain, merged.get(scope)?.after ?? sides.after);
  }
  if (delivered.size + undeclared.size === 0) return;
  for (const { file, scope, before, after } of roots) {
    const sides = merged.get(scope);
    const had = new Set(before?.objects.map(identityKey));
    const credited = after?.root.declared !== undefined ? [delivered] : [delivered, undeclared];
    for (const object of after?.objects ?? []) {
      if (sides === undefined || had.has(identityKey(object))) continue;
      const key = `${scopeOf(file, clusters)} ${contentOf(object)}`;
      const moved = credited.find((left) => left.has(key))?.get(key);
      if (moved !== undefined) sides.before.push(moved);
    }
  }
}

/** Objects by their cluster, identity and content. */
type Left = Map<string, Resource>;

function contentOf(object: Resource): string {
  return `${identityKey(object)} ${canonical(object.value)}`;
}
