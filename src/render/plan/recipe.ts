import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { ChartPart } from '../graph/chart.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';
import type { HelmSource } from '../model/root.ts';
import { withoutTargets } from './missing-targets.ts';

/** What `helm template` is called with; files are paths of the copied tree. */
export interface HelmCall {
  readonly chart: string;
  readonly release: string;
  readonly namespace: string | undefined;
  /** Values files and values, the last one wins. */
  readonly values: readonly (string | Mapping)[];
  readonly parameters: HelmSource['parameters'];
  readonly includeCrds: boolean;
  readonly skipHooks: boolean;
  readonly apiVersions: readonly string[];
  readonly kubeVersion?: string | undefined;
}

/** A chart that a kustomization inflates, and the file of the copy its manifests are put into. */
export interface Inflation {
  readonly call: HelmCall;
  readonly output: string;
}

/** A file of the copy that differs from the tree's. */
export interface Edit {
  readonly path: string;
  readonly text: string;
}

/**
 * What is changed in the copy of a kustomization: remote entries and programs are taken out, charts become plain files; with
 * `isLacking`, changes of objects that are not here are passed over.
 */
export function kustomizationEdit(
  view: FileView,
  part: Part,
  isLacking: boolean,
): { readonly edit: Edit | undefined; readonly inflations: readonly Inflation[] } {
  if (part.drops.length === 0 && !isLacking) return { edit: undefined, inflations: [] };
  const value: Record<string, unknown> = { ...mapping(view.documents(part.file)[0]?.value) };
  for (const field of new Set(part.drops.map((path) => String(path[0])))) {
    const kept = list(value[field]).filter((_, index) => !isDropped(part.drops, field, index));
    if (Array.isArray(value[field])) value[field] = kept;
    else delete value[field];
    if (kept.length === 0) delete value[field];
    if (field === 'helmChartInflationGenerator' || (field === 'helmCharts' && kept.length === 0)) {
      delete value.helmGlobals;
    }
  }
  dropInside(value, part.drops);
  const inflations = part.charts.map(({ value: chart, folder }, index) => ({
    call: chartCall(part, chart, folder, text(value.namespace)),
    output: inFolder(part.folder, `.gitops-gate-chart-${index}.yaml`),
  }));
  const outputs = inflations.map(({ output }) => output.slice(output.lastIndexOf('/') + 1));
  if (outputs.length > 0) value.resources = [...list(value.resources), ...outputs];
  const built = isLacking ? withoutTargets(view, part.folder, value) : value;
  // Kustomize refuses a kustomization that states nothing, which is what may be left of it.
  const filled = { ...built, generatorOptions: built.generatorOptions ?? {} };
  return { edit: { path: part.file, text: plainJson(filled) }, inflations };
}

/** Whole entries of lists; what is deeper (a file of a generator) is not reached by this. */
function isDropped(drops: readonly Path[], field: string, index: number): boolean {
  return drops.some((path) => path.length === 2 && path[0] === field && path[1] === index);
}

/** Remote names inside entries: `patches[0].path`, `configMapGenerator[1].files[0]`. The whole entry goes. */
function dropInside(value: Record<string, unknown>, drops: readonly Path[]): void {
  const fields = new Set(drops.filter((path) => path.length > 2).map((path) => String(path[0])));
  for (const field of fields) {
    if (!Array.isArray(value[field])) continue;
    value[field] = list(value[field]).filter(
      (_, index) => !drops.some((path) => path.length > 2 && path[0] === field && path[1] === index),
    );
  }
}

/** An entry of `helmCharts` as a call of helm (kustomize api/types/helmchartargs.go). */
function chartCall(part: Part, value: Mapping, chart: string, namespace: string | undefined): HelmCall {
  return {
    chart,
    release: text(value.releaseName) ?? 'release-name',
    namespace: text(value.namespace) ?? text(value.releaseNamespace) ?? namespace,
    values: chartValues(part, value, chart),
    parameters: [],
    includeCrds: value.includeCRDs === true,
    skipHooks: value.skipHooks === true,
    apiVersions: strings(value.apiVersions),
  };
}

/**
 * The values of an entry in the order in which they win: `valuesMerge` says what its own file, else the chart's, and
 * `valuesInline` are to each other; further files win over both (kustomize, HelmChartInflationGenerator).
 */
function chartValues(part: Part, value: Mapping, chart: string): (string | Mapping)[] {
  const below = (file: string | undefined) => (file === undefined ? [] : (pathBelow(part.folder, file) ?? []));
  const stated = [below(text(value.valuesFile) ?? text(value.values))].flat();
  const further = strings(value.additionalValuesFiles).flatMap(below);
  const inline = value.valuesInline;
  if (!isMapping(inline) || Object.keys(inline).length === 0) return [...stated, ...further];
  if (value.valuesMerge === 'replace') return [inline, ...further];
  if (value.valuesMerge !== 'merge') return [...stated, inline, ...further];
  return [inline, ...(stated.length > 0 ? stated : [inFolder(chart, 'values.yaml')]), ...further];
}

/** The copy of a chart's own file without the dependencies that are not here. */
export function chartEdits(view: FileView, chart: ChartPart): Edit[] {
  return [...new Set(chart.drops.map(({ file }) => file))].map((path) => {
    const value = mapping(view.documents(path)[0]?.value);
    const gone = new Set(chart.drops.filter(({ file }) => file === path).map(({ at }) => at[1]));
    const dependencies = list(value.dependencies).filter((_, index) => !gone.has(index));
    return { path, text: plainJson({ ...value, dependencies }) };
  });
}

/** The kustomization that is built: it asks for origins, includes the sources, and lays a declaration's options over them. */
export function wrapper(resources: readonly string[], options: Mapping, place: (path: string) => string): string {
  const { components, patches, ...rest } = options;
  return plainJson({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    buildMetadata: ['originAnnotations', 'transformerAnnotations'],
    ...rest,
    ...(Array.isArray(patches) ? { patches: patches.filter(isInlinePatch) } : {}),
    ...(Array.isArray(components)
      ? { components: components.map((path) => (typeof path === 'string' ? place(path) : path)) }
      : {}),
  });
}

/** A declaration states its patches in place; a path would be one of the cluster's checkout. */
function isInlinePatch(patch: unknown): boolean {
  return isMapping(patch) && text(patch.patch) !== undefined && patch.path === undefined;
}

/** JSON, which every YAML reader takes; integers of any size stay what they are. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item), 1);
}
