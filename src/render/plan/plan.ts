import { canonical } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import { type Closure, digest, type Graph } from '../graph/graph.ts';
import { inFolder } from '../model/paths.ts';
import type { Root, Source } from '../model/root.ts';
import { type Delivered, kustomizationsOf } from '../roots/find-roots.ts';
import { movedFolders } from './moved-folders.ts';
import { movedRoots } from './moved-roots.ts';

export type Side = 'before' | 'after';

/** A root whose inputs differ between the two sides, with all that building it reads on each. */
export interface ChangedRoot {
  readonly id: string;
  readonly before: RootInputs | undefined;
  readonly after: RootInputs | undefined;
}

/** A root of one side and what it reads. */
export interface RootInputs {
  readonly root: Root;
  readonly closure: Closure;
  /** Files that it reads for values or declarations alone: what else they hold is not in what it gives. */
  readonly asked: ReadonlySet<string>;
  /** Equal for equal inputs and an equal declaration. */
  readonly key: string;
}

/** What is to be built. */
export interface Plan {
  readonly changed: readonly ChangedRoot[];
  /** Roots of the head's side, changed or not. */
  readonly found: number;
  /** Of these, those whose inputs are the same on both sides. */
  readonly reused: number;
}

/** The roots whose closure contains a changed file, or that begin, end or are declared otherwise. */
export function planRenders(before: Delivered, after: Delivered, clusters: readonly ClusterEntry[]): Plan {
  const moved = movedRoots(before.roots, after.roots, clusters);
  const folders = movedFolders(before, after, clusters);
  const compared = new Set<Root>();
  const changed: ChangedRoot[] = [];
  let reused = 0;
  for (const [id, root] of after.roots) {
    const folder = folders.get(id);
    const former =
      before.roots.get(id) ??
      variantIn(before, root) ??
      moved.get(id) ??
      folder?.root ??
      builtByOthers(before.graph, root);
    const old = former !== undefined && isComparable(former, root) ? former : undefined;
    for (const each of old === undefined ? [] : [old, ...(folder?.of ?? [])]) compared.add(each);
    const key = rootKey(after.graph, root);
    const oldKey = old === undefined ? undefined : rootKey(before.graph, old);
    if (key === oldKey) reused++;
    else {
      changed.push({
        id,
        before: old === undefined ? undefined : inputsOf(before.graph, old, oldKey),
        after: inputsOf(after.graph, root, key),
      });
    }
  }
  for (const [id, root] of before.roots) {
    if (after.roots.has(id) || compared.has(root)) continue;
    const instead = variantIn(after, root);
    const now = instead === undefined ? undefined : inputsOf(after.graph, { ...instead, id }, undefined);
    changed.push({ id, before: inputsOf(before.graph, root, undefined), after: now });
  }
  return { changed, found: after.roots.size, reused };
}

/**
 * What clusters get of a bundle of Fleet that one side says nothing else of: what it is for the others. Where it says nothing of any, manifests are
 * delivered as they are.
 */
function variantIn({ roots }: Delivered, root: Root): Root | undefined {
  if (root.kind !== 'bundle') return undefined;
  const base = root.variantOf ?? root;
  const isPlain = base.unbuilt === undefined && base.sources.every(({ kind }) => kind === 'files');
  return roots.get(base.id) ?? (isPlain && base.sources.length > 0 ? base : undefined);
}

/**
 * What another cluster got is not an excuse for what this one gets, nor what was delivered under another condition; and what could not be
 * built may have been nothing.
 */
function isComparable(former: Root, root: Root): boolean {
  if (former.unbuilt !== undefined && root.unbuilt === undefined) return false;
  const { condition } = former;
  const isCovered = condition === undefined || root.condition?.every((each) => condition.includes(each)) === true;
  return former.destination === root.destination && isCovered;
}

/**
 * A folder that nothing builds any more but itself, as it was: that it is on its own now adds nothing. A chart that nobody installs is
 * compared with its own values where further ones come to be there, and so is what chart-testing installs it with.
 */
function builtByOthers(graph: Graph, root: Root): Root | undefined {
  if (root.declared !== undefined) return undefined;
  if (root.kind === 'kustomization') return graph.kustomization(root.folder)?.isComponent === false ? root : undefined;
  if (root.kind !== 'chart' || graph.chart(root.folder) === undefined) return undefined;
  const isThere = (file: string) => graph.view.file(file) !== undefined;
  const sources = root.sources.map((source) =>
    source.kind === 'helm' ? { ...source, valueFiles: source.valueFiles.filter(isThere) } : source,
  );
  const isTest = ownFiles(root).every((file) => isThere(file) || file.startsWith(inFolder(root.folder, 'ci/')));
  return isTest || root.isByDefaults ? { ...root, sources } : undefined;
}

/** A root with all that it reads. */
export function inputsOf(graph: Graph, root: Root, key: string | undefined): RootInputs {
  const kustomizations = root.sources.flatMap(kustomizationsOf);
  const charts = root.sources.flatMap((source) => (source.kind === 'helm' ? [source.chart] : []));
  const closure = graph.closure(kustomizations, charts);
  const files = new Set(closure.files);
  const asked = new Set<string>();
  const made = new Set(root.sources.flatMap((source) => (source.kind === 'files' ? source.files : [])));
  for (const path of ownFiles(root)) {
    if (graph.view.file(path) === undefined) continue;
    if (!files.has(path) && !made.has(path)) asked.add(path);
    files.add(path);
  }
  return {
    root,
    asked,
    closure: { ...closure, files, gaps: [...root.gaps, ...closure.gaps] },
    key: key ?? rootKey(graph, root),
  };
}

/** Files that a root reads alongside what its kustomizations and charts include. */
function ownFiles(root: Root): readonly string[] {
  const files = root.sources.flatMap((source) => {
    if (source.kind === 'files') return source.files;
    return source.kind === 'helm' ? source.valueFiles : [];
  });
  return [...files, ...root.extraFiles, ...(root.unbuilt?.unread ?? [])];
}

function rootKey(graph: Graph, root: Root): string {
  const { sources, namespace, substitution, gaps, unbuilt } = root;
  const declaration = canonical([
    sources,
    namespace,
    substitution === undefined ? null : [[...substitution.values], substitution.isOpen],
    gaps.map(({ kind, name }) => [kind, name]),
    unbuilt === undefined ? null : [unbuilt.why, unbuilt.stated ?? ''],
  ]);
  // What is not built may hang on any of them.
  const unread = (unbuilt === undefined ? [] : [...unbuilt.unread, ...root.extraFiles]).map((path) =>
    graph.fileKey(path),
  );
  return digest([declaration, ...unread, ...sources.map((source) => sourceKey(graph, source))]);
}

function sourceKey(graph: Graph, source: Source): string {
  const kustomizations = kustomizationsOf(source).map((folder) => graph.kustomizationKey(folder));
  if (source.kind === 'files') return digest([...source.files.map((path) => graph.fileKey(path)), ...kustomizations]);
  if (source.kind === 'kustomize') return digest(kustomizations);
  const values = source.valueFiles.map((path) => graph.fileKey(path));
  return digest([graph.chartKey(source.chart), graph.fileKey(inFolder(source.chart, 'Chart.yaml')), ...values]);
}

/** Which tools a build takes. */
export interface NeededTools {
  readonly kustomize: boolean;
  readonly helm: boolean;
}

/** What a root takes: kustomize for what is not a chart as it is, helm for charts, those of its kustomizations as well. */
export function neededTools({ root, closure }: RootInputs): NeededTools {
  const { sources } = root;
  return {
    kustomize: sources.some((source) => source.kind !== 'helm' || Object.keys(source.options).length > 0),
    helm:
      sources.some((source) => source.kind === 'helm') ||
      closure.kustomizations.some(({ charts }) => charts.length > 0),
  };
}
