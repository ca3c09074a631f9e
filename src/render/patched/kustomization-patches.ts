import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { mapping } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import { kustomizationLayers } from './patch-layers.ts';
import { basesIn } from './patched-bases.ts';
import type { Patching, Sides } from './patching.ts';

export function* kustomizations(
  touched: readonly TouchedFile[],
  { before, after }: Sides,
  covered: ReadonlySet<string>,
  limits: YamlLimits,
): Generator<Patching> {
  const changed = new Set(touched.map(({ path }) => path));
  const renamed = renamedFiles(touched);
  const { view } = after.graph;
  const files = view.paths.filter((path) => isKustomization(path) && view.kustomizationOf(folderOf(path)) === path);
  const included = new Set(files.flatMap((file) => componentsOf(after.graph, folderOf(file))));
  for (const file of files) {
    const folder = folderOf(file);
    const former = folderOf(renamed.get(file) ?? file);
    if (included.has(folder) || !isConcerned(after.graph, before.graph, folder, changed)) continue;
    const document = view.documents(file)[0];
    yield {
      file,
      before: kustomizationLayers(before.graph, former, limits),
      after: kustomizationLayers(after.graph, folder, limits),
      bases: { before: basesIn(before.graph, former, limits), after: basesIn(after.graph, folder, limits) },
      isRendered: covered.has(file),
      isOpen: () => isOpen(after.graph, folder),
      wasOpen: () => isOpen(before.graph, former),
      elsewhere: () => {
        const field = ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'resources'];
        const stated = field.find((each) => mapping(document?.value)[each] !== undefined);
        return { file, ...(document?.at(stated === undefined ? [] : [stated]) ?? { line: 1, column: 1 }) };
      },
    };
  }
}

function isOpen(graph: Graph, folder: string): boolean {
  const { gaps, charts } = graph.closure([folder], []);
  return gaps.length > 0 || charts.length > 0 || graph.kustomization(folder)?.isComponent === true;
}

/** Where files were that are the same, in the same place below a first folder that is called otherwise now (how-it-judges.md, "Scopes"). */
function renamedFiles(touched: readonly TouchedFile[]): ReadonlyMap<string, string> {
  const scopes = new Map(touched.map(({ path, scope }) => [path, scope]));
  const belowFirst = (path: string) => path.slice(path.indexOf('/') + 1);
  return new Map(
    touched.flatMap(({ path, scope, movedFrom }) =>
      movedFrom !== undefined && scopes.get(movedFrom) === scope && belowFirst(movedFrom) === belowFirst(path)
        ? [[path, movedFrom] as const]
        : [],
    ),
  );
}

/** Folders that a kustomization takes in as components. */
function componentsOf(graph: Graph, folder: string): readonly string[] {
  const includes = graph.kustomization(folder)?.includes ?? [];
  return includes.flatMap(({ path, at }) => (at[0] === 'components' ? [path] : []));
}

/** Whether a kustomization, one of its patches or of its components differs. */
function isConcerned(
  after: Graph,
  before: Graph,
  folder: string,
  changed: ReadonlySet<string>,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(folder)) return false;
  seen.add(folder);
  return [after, before].some((graph) => {
    const part = graph.kustomization(folder);
    if (part === undefined) return false;
    if (changed.has(part.file) || part.inputs.some(({ path, at }) => isPatchField(at) && changed.has(path)))
      return true;
    return componentsOf(graph, folder).some((each) => isConcerned(after, before, each, changed, seen));
  });
}

function isPatchField(at: Path): boolean {
  return String(at[0]).startsWith('patches');
}
