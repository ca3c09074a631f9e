import { folderOf } from '../../kube/kustomization.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import { type ChangedRoot, inputsOf, type RootInputs } from '../plan/plan.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** Fields of a kustomization whose files become content, and those whose files change others. */
const packing = ['configMapGenerator', 'secretGenerator'];
const patching = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
const manifest = /^(?!\.|values|Chart\.|kustomization\.).*\.(?:ya?ml|json)$/;

/** The files that a root takes for manifests or patches: not what it packs into ConfigMaps, nor what lies next to templates. */
export function manifestsOf(inputs: RootInputs): ReadonlySet<string> {
  return takenFiles(inputs, packing);
}

function takenFiles({ root, closure }: RootInputs, leftOut: readonly string[]): ReadonlySet<string> {
  const named = closure.kustomizations.flatMap(({ inputs }) =>
    inputs.filter(({ at }) => !leftOut.includes(String(at[0]))),
  );
  return new Set([
    ...root.sources.flatMap((source) => (source.kind === 'files' ? source.files : [])),
    ...named.map(({ path }) => path),
    ...closure.charts.flatMap(({ files }) => files.filter((path) => /\/templates\//.test(`/${path}`))),
  ]);
}

/**
 * Touched manifests that a root takes in and that whoever delivers their folder as it is, which the repository need not say, delivers as
 * well: the base has other manifests there that no root takes. What newly takes one in, or does so from another folder, is no proof that
 * it is delivered so and not otherwise: else a kustomization that nobody builds would hide what is applied.
 */
export function plainFiles(
  changed: readonly ChangedRoot[],
  { before, after }: { readonly before: Delivered; readonly after: Delivered },
): ReadonlySet<string> {
  const wasTaken = new Set(changed.flatMap((each) => (each.before === undefined ? [] : [...manifestsOf(each.before)])));
  const found = new Set<string>();
  const isPlainFolder = plainFolders(before);
  for (const { after: inputs } of changed) {
    if (inputs === undefined) continue;
    for (const path of takenFiles(inputs, [...packing, ...patching])) {
      if (before.graph.view.file(path)?.id === after.graph.view.file(path)?.id) continue;
      const isOutside = isTakenFromOutside(inputs, path);
      if ((isOutside || !wasTaken.has(path)) && isPlainFolder(folderOf(path))) found.add(path);
    }
  }
  return found;
}

function isTakenFromOutside({ root, closure }: RootInputs, path: string): boolean {
  const takers = closure.kustomizations.filter((part) => part.inputs.some((input) => input.path === path));
  const isOwn = root.sources.some((source) => source.kind === 'files' && source.files.includes(path));
  return !isOwn && takers.length > 0 && takers.every(({ folder }) => !isWithin(path, folder));
}

/** Says of a folder whether the base has manifests in it, outside kustomizations, that no root takes. */
function plainFolders({ graph, roots }: Delivered): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  let taken: ReadonlySet<string> | undefined;
  return (folder) => {
    const answer = known.get(folder);
    if (answer !== undefined) return answer;
    taken ??= new Set([...roots.values()].flatMap((root) => [...inputsOf(graph, root, '').closure.files]));
    const prefix = folder === '' ? 0 : folder.length + 1;
    const isPlain =
      graph.view.kustomizationOf(folder) === undefined &&
      graph.view.file(inFolder(folder, 'Chart.yaml')) === undefined &&
      graph.view
        .below(folder)
        .some(
          (path) => manifest.test(path.slice(prefix)) && !path.slice(prefix).includes('/') && taken?.has(path) !== true,
        );
    known.set(folder, isPlain);
    return isPlain;
  };
}
