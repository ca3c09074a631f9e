import { scopeOf } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { Graph } from '../graph/graph.ts';
import type { FileView } from '../model/file-view.ts';
import { namesNoOtherCluster, namesOneCluster } from '../model/one-cluster.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import type { Root } from '../model/root.ts';
import { type Delivered, kustomizationsOf } from '../roots/find-roots.ts';

/** More pairs than these are not compared: such roots count as new. */
const mostPairs = 10_000;

/** What a root is compared with, and the roots of the base's side that this takes the place of. */
export interface Former {
  readonly root: Root;
  readonly of: readonly Root[];
}

/**
 * What roots of the head's side were that nothing declares, by their ids: folders or charts of the same cluster, by the names of their folders. What another
 * environment had is another cluster's, and so is what was in a scope that is still there, or moves into one that was there.
 */
export function movedFolders(
  before: Delivered,
  after: Delivered,
  clusters: readonly ClusterEntry[],
): ReadonlyMap<string, Former> {
  const gone = undeclaredOnly(before, after);
  const made = undeclaredOnly(after, before).filter((root) => !isThere(root, before.graph));
  const left = gone.filter((root) => isThere(root, after.graph));
  const scopes = new Scopes(before.graph.view, after.graph.view, clusters);
  const moved = elsewhere(
    { graph: before.graph, roots: gone.filter((root) => !left.includes(root)) },
    { graph: after.graph, roots: made },
    scopes,
  );
  for (const root of made) {
    const included = moved.has(root.id) ? [] : includedBy(root, left, after.graph, scopes);
    if (included.length === 0) continue;
    moved.set(root.id, { root: { ...root, sources: included.flatMap(({ sources }) => sources) }, of: included });
  }
  return moved;
}

/** The roots whose folder is as it was and that a new one includes now, unless the names of their folders say that it is another cluster. */
function includedBy(root: Root, left: readonly Root[], graph: Graph, scopes: Scopes): readonly Root[] {
  if (left.length === 0) return [];
  const { kustomizations } = graph.closure(root.sources.flatMap(kustomizationsOf), []);
  const folders = new Set(kustomizations.map(({ folder }) => folder));
  return left.filter(
    (former) =>
      former.kind === 'kustomization' &&
      folders.has(former.folder) &&
      namesNoOtherCluster(placeOf(root), placeOf(former), scopes.clusters) &&
      scopes.isAround(root, former),
  );
}

/** Which scopes each side has files of: a scope that both have is none that is called otherwise now. */
class Scopes {
  readonly clusters: readonly ClusterEntry[];
  readonly #views: readonly [FileView, FileView];
  #ofFiles: readonly [ReadonlySet<Scope>, ReadonlySet<Scope>] | undefined;

  constructor(before: FileView, after: FileView, clusters: readonly ClusterEntry[]) {
    this.clusters = clusters;
    this.#views = [before, after];
  }

  /** Whether a root is in the scope of a former one, or in one that has taken all its place. */
  isRenamed(former: Root, root: Root): boolean {
    const [old, now] = [this.#of(former), this.#of(root)];
    return old === now || (this.#isNew(now) && !this.#files()[1].has(old));
  }

  /** Whether a root is above what it includes, in its scope, or where nothing was. */
  isAround(root: Root, included: Root): boolean {
    const now = this.#of(root);
    return isWithin(included.folder, root.folder) || now === this.#of(included) || this.#isNew(now);
  }

  #of({ folder }: Root): Scope {
    return scopeOf(inFolder(folder, 'x.yaml'), this.clusters);
  }

  #isNew(scope: Scope): boolean {
    return !this.#files()[0].has(scope);
  }

  #files(): readonly [ReadonlySet<Scope>, ReadonlySet<Scope>] {
    const of = ({ paths }: FileView) => new Set(paths.map((path) => scopeOf(path, this.clusters)));
    this.#ofFiles ??= [of(this.#views[0]), of(this.#views[1])];
    return this.#ofFiles;
  }
}

/** Roots of one side, with what includes what there. */
interface SideRoots {
  readonly graph: Graph;
  readonly roots: readonly Root[];
}

/** What new roots were whose folder is gone: the one that has most of their files. */
function elsewhere(gone: SideRoots, made: SideRoots, scopes: Scopes): Map<string, Former> {
  const moved = new Map<string, Former>();
  if (gone.roots.length * made.roots.length > mostPairs) return moved;
  const old = new Map(gone.roots.map((root) => [root, contentsOf(gone.graph, root)]));
  const pairs = made.roots.flatMap((root) => {
    const own = contentsOf(made.graph, root);
    return gone.roots.flatMap((former) => {
      const isCandidate =
        former.kind === root.kind &&
        namesOneCluster(placeOf(former), placeOf(root), scopes.clusters) &&
        scopes.isRenamed(former, root);
      const share = isCandidate ? shareOf(own, old.get(former)) : 0;
      return share < 0.5 ? [] : [{ root, former, share: share + (lastOf(root) === lastOf(former) ? 1 : 0) }];
    });
  });
  const taken = new Set<Root>();
  for (const { root, former } of pairs.sort((a, b) => b.share - a.share)) {
    if (moved.has(root.id) || taken.has(former)) continue;
    moved.set(root.id, { root: former, of: [former] });
    taken.add(former);
  }
  return moved;
}

/** The roots of one side that nothing declares and that the other has not. */
function undeclaredOnly(side: Delivered, other: Delivered): readonly Root[] {
  return [...side.roots.values()].filter((root) => root.declared === undefined && !other.roots.has(root.id));
}

function isThere(root: Root, graph: Graph): boolean {
  if (root.kind !== 'chart') return graph.view.kustomizationOf(root.folder) !== undefined;
  return [inFolder(root.folder, 'Chart.yaml'), ...valueFilesOf(root)].every(
    (file) => graph.view.file(file) !== undefined,
  );
}

function valueFilesOf({ sources }: Root): readonly string[] {
  return sources.flatMap((source) => (source.kind === 'helm' ? source.valueFiles : []));
}

/** A path whose folders say where a root is delivered: `values-prod.yaml` says it by its name. */
function placeOf(root: Root): string {
  const names = valueFilesOf(root).map((file) =>
    file
      .slice(file.lastIndexOf('/') + 1)
      .replace(/\.ya?ml$/, '')
      .replace(/[-._]?values[-._]?/, ''),
  );
  return inFolder(root.folder, [...names.map((name) => `overlays/${name}`), 'x.yaml'].join('/'));
}

function lastOf({ folder }: Root): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

function contentsOf(graph: Graph, { sources }: Root): ReadonlySet<string> {
  const charts = sources.flatMap((source) => (source.kind === 'helm' ? [source.chart] : []));
  const values = sources.flatMap((source) => (source.kind === 'helm' ? source.valueFiles : []));
  const { files } = graph.closure(sources.flatMap(kustomizationsOf), charts);
  return new Set([...files, ...values].flatMap((path) => graph.view.tree.get(path)?.id ?? []));
}

/** How much of the larger one both have, from 0 to 1. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string> = new Set()): number {
  const shared = [...one].filter((id) => other.has(id)).length;
  return shared / Math.max(1, one.size, other.size);
}
