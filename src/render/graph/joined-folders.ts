import { folderOf } from '../../kube/kustomization.ts';
import { mapping } from '../../plain-values.ts';
import type { Graph } from './graph.ts';

/**
 * Tells which folder the objects of a folder are joined in: the uppermost above it whose kustomization takes it in, step by step. What states no
 * namespace in the folders of one is in one namespace; a kustomization with `namespace` gives its own (kustomize, NamespaceTransformer), and
 * is joined with none. Nor is one with `namePrefix` or `nameSuffix` (PrefixTransformer, SuffixTransformer): a name in it is another one
 * elsewhere. Each side that has the folder has to join it: a change that joins two applications makes no one Service of theirs.
 */
export function joinedFolders(graphs: readonly Graph[]): (folder: string) => string {
  const known = new Map<string, string>();
  let sides: readonly Side[] | undefined;
  const joined = (folder: string): string => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    sides ??= graphs.map((graph) => ({ graph, folders: new Set(graph.view.paths.map(folderOf)) }));
    const above = new Set(
      sides.flatMap(({ graph, folders }) => (folders.has(folder) ? [takenInBy(graph, folder)] : [])),
    );
    const [one] = above;
    const result = one === undefined || above.size > 1 ? folder : joined(one);
    known.set(folder, result);
    return result;
  };
  return joined;
}

interface Side {
  readonly graph: Graph;
  /** Those with files in them. */
  readonly folders: ReadonlySet<string>;
}

/** The nearest folder above one whose kustomization takes it in; undefined where it has a namespace or names of its own, too. */
function takenInBy(graph: Graph, folder: string): string | undefined {
  const own = graph.kustomization(folder)?.file;
  if (own !== undefined) {
    const { namespace, namePrefix, nameSuffix } = mapping(graph.view.documents(own)[0]?.value);
    if (namespace || namePrefix || nameSuffix) return undefined;
  }
  for (let above = folder; above !== ''; ) {
    above = folderOf(above);
    if (takesIn(graph, above, folder)) return above;
  }
  return undefined;
}

/** Whether a kustomization takes in another folder's, or files of it as they are. */
function takesIn(graph: Graph, above: string, folder: string): boolean {
  const part = graph.kustomization(above);
  if (part === undefined) return false;
  return (
    part.includes.some(({ path }) => path === folder) ||
    part.inputs.some(({ path, at }) => at[0] === 'resources' && folderOf(path) === folder)
  );
}
