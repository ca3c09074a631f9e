import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import { scalarText } from '../../plain-values.ts';
import type { RenderPolicy } from '../../policy/policy.ts';
import type { Graph } from '../graph/graph.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import type { Delivery, Root, Source } from '../model/root.ts';
import { argoDeclarations } from './argocd/declarations.ts';
import { fleetRoots, isFleet } from './fleet/bundles.ts';
import { type Declarations, fluxDeclarations } from './flux.ts';
import { helmfileDeclarations, isHelmfile } from './helmfile/declarations.ts';
import { type DeclaredObject, declaredObjects } from './objects.ts';
import { otherDeliveries } from './other-deployers.ts';
import type { OwnRepository } from './own-repository.ts';

/** What one side delivers. */
export interface Delivered {
  readonly graph: Graph;
  readonly roots: ReadonlyMap<string, Root>;
  /** What comes from outside the repository. */
  readonly deliveries: readonly Delivery[];
  /** The objects of its files that say so. */
  readonly objects: readonly DeclaredObject[];
  readonly configMaps: readonly string[];
  readonly own: OwnRepository;
}

/** Files that are read for what they may hold. */
export interface Candidates {
  /** Objects of Argo CD or Flux. */
  readonly declaring: readonly string[];
  /** ConfigMaps, whose values Flux may take. */
  readonly configMaps: readonly string[];
}

/** The namespace that replaces the one a chart is installed into, where nothing says which. */
export const openNamespace = 'release-namespace';

/**
 * Everything of a tree that a tool delivers on its own: what Argo CD, Flux, helmfile and Fleet declare, the kustomizations that
 * nothing includes, the charts that nothing uses, and what the policy names. `declaring` are the files that may hold
 * declarations.
 */
export function findRoots(
  graph: Graph,
  { declaring, configMaps }: Candidates,
  own: OwnRepository,
  policy: RenderPolicy,
): Delivered {
  const { view } = graph;
  const objects = declaredObjects(view, declaring);
  const found = [
    fluxDeclarations(view, objects, configMaps, own),
    argoDeclarations(view, objects, own),
    helmfileDeclarations(view, view.paths.filter(isHelmfile)),
    { roots: fleetRoots(view, view.paths.filter(isFleet)), deliveries: otherDeliveries(objects) },
  ];
  const roots = new Map<string, Root>();
  const add = (root: Root) => {
    // Two objects of one name in one file: the first is what its id means.
    if (!roots.has(root.id)) roots.set(root.id, root);
  };
  for (const root of found.flatMap((each) => each.roots)) add(root);
  for (const root of policyRoots(graph, policy)) add(root);
  const built = new Set([...roots.values()].flatMap((root) => root.sources.flatMap(kustomizationsOf)));
  for (const folder of topKustomizations(graph, built)) add(kustomizationRoot(folder));
  for (const root of chartRoots(graph, [...roots.values()])) add(root);
  return { graph, roots, deliveries: found.flatMap((each) => each.deliveries), objects, configMaps, own };
}

/** What further objects declare, those that a root gives: sources of Flux are those of files, ConfigMaps also the root's own. */
export function declarationsOf(delivered: Delivered, further: readonly DeclaredObject[]): Declarations {
  const { graph, objects, configMaps, own } = delivered;
  const found = [
    fluxDeclarations(graph.view, further, configMaps, own, objects),
    argoDeclarations(graph.view, further, own),
  ];
  return { roots: found.flatMap((each) => each.roots), deliveries: found.flatMap((each) => each.deliveries) };
}

/** The folders of kustomizations that a source builds. */
export function kustomizationsOf(source: Source): readonly string[] {
  const components = Array.isArray(source.options.components) ? source.options.components.map(scalarText) : [];
  if (source.kind === 'kustomize') return [source.folder, ...components];
  return source.kind === 'files' ? [...source.kustomizations, ...components] : components;
}

/** Kustomizations that no other one includes, and one of each circle that nothing else reaches. */
function topKustomizations(graph: Graph, declared: ReadonlySet<string>): readonly string[] {
  const folders = graph.view.paths.filter((path) => isKustomization(path)).map(folderOf);
  const all = [...new Set(folders)].filter((folder) => graph.kustomization(folder)?.isComponent === false);
  const included = new Set(
    folders.flatMap((folder) => {
      const part = graph.kustomization(folder);
      return part === undefined ? [] : part.includes.map(({ path }) => path).filter((path) => path !== folder);
    }),
  );
  const top = all.filter((folder) => !included.has(folder) && !declared.has(folder));
  const reached = new Set<string>();
  const reach = (folder: string) => {
    const open = [folder];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      for (const { path } of graph.kustomization(next)?.includes ?? []) open.push(path);
    }
  };
  for (const folder of [...top, ...declared]) reach(folder);
  for (const folder of all) {
    if (reached.has(folder)) continue;
    top.push(folder);
    reach(folder);
  }
  return top;
}

function kustomizationRoot(folder: string): Root {
  return plainRoot(folder === '' ? '.' : folder, 'kustomization', folder, { kind: 'kustomize', folder, options: {} });
}

function plainRoot(id: string, kind: Root['kind'], folder: string, source: Source): Root {
  return {
    id,
    kind,
    folder,
    declared: undefined,
    sources: [source],
    extraFiles: [],
    namespace: undefined,
    substitution: undefined,
    gaps: [],
    isByDefaults: false,
  };
}

/** Charts that no root uses, with their own values and with each values file next to them. */
function* chartRoots(graph: Graph, roots: readonly Root[]): Generator<Root> {
  const { view } = graph;
  const folders = view.paths.filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map(folderOf);
  if (folders.length === 0) return;
  const used = new Set<string>();
  const use = (folder: string) => {
    if (used.has(folder)) return;
    used.add(folder);
    for (const dependency of graph.chart(folder)?.local ?? []) use(dependency.folder);
  };
  for (const source of roots.flatMap((root) => root.sources)) if (source.kind === 'helm') use(source.chart);
  for (const path of view.paths) {
    if (!isKustomization(path)) continue;
    for (const chart of graph.kustomization(folderOf(path))?.charts ?? []) use(chart.folder);
  }
  for (const folder of folders) for (const dependency of graph.chart(folder)?.local ?? []) use(dependency.folder);
  for (const folder of folders) {
    const chart = graph.chart(folder);
    const isPart = folders.some((other) => other !== folder && isWithin(folder, inFolder(other, 'charts')));
    if (chart === undefined || chart.isLibrary || used.has(folder) || isPart) continue;
    for (const file of [undefined, ...valuesFilesOf(chart.files, folder)]) yield chartRoot(folder, chart.name, file);
  }
}

/** `values-prod.yaml` next to a chart's own values, and what chart-testing installs it with. */
function valuesFilesOf(files: readonly string[], folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return files.filter((path) =>
    /^(?:values[-._][\w.-]{1,80}\.ya?ml|[\w.-]{1,80}[-._]values\.ya?ml|ci\/[\w.-]{1,80}values\.ya?ml)$/.test(
      path.slice(prefix.length),
    ),
  );
}

function chartRoot(folder: string, name: string, values: string | undefined): Root {
  const shown = folder === '' ? '.' : folder;
  const id = `${shown} (${values === undefined ? 'chart' : values.slice(folder === '' ? 0 : folder.length + 1)})`;
  return {
    ...plainRoot(id, 'chart', folder, helmSource(folder, name, values === undefined ? [] : [values], openNamespace)),
    isByDefaults: true,
  };
}

function helmSource(chart: string, name: string, valueFiles: readonly string[], namespace: string | undefined): Source {
  const release =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'release';
  return {
    kind: 'helm',
    chart,
    release,
    namespace,
    valueFiles,
    values: [],
    parameters: [],
    skipCrds: false,
    options: {},
  };
}

/** Roots that the policy adds: a kustomization's folder, or a chart's with the values it is installed with. */
function policyRoots(graph: Graph, policy: RenderPolicy): Root[] {
  return policy.roots.map(({ path, name, values, namespace, release }) => {
    const folder = path === '.' ? '' : path.replace(/\/$/, '');
    const chart = graph.chart(folder);
    if (chart === undefined) {
      return {
        ...plainRoot(name, 'kustomization', folder, { kind: 'kustomize', folder, options: {} }),
        namespace,
      };
    }
    const source = helmSource(folder, release ?? chart.name, values, namespace ?? openNamespace);
    return { ...plainRoot(name, 'chart', folder, source), namespace };
  });
}
