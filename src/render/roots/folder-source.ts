import type { Mapping } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import type { FilesSource, Source } from '../model/root.ts';

/** Says of a path whether the source leaves it out. */
export type IsIgnored = (path: string) => boolean;

/** A folder as Flux builds it: its kustomization, else one of all manifests below it (fluxcd/pkg/kustomize, generator). */
export function folderSource(
  view: FileView,
  folder: string,
  options: Mapping,
  components: readonly string[],
  isIgnored: IsIgnored,
): Source {
  const all = components.length > 0 ? { ...options, components } : options;
  // Without its folder nothing is built, and what was delivered stays.
  const isLeftOut = view.below(folder).every(isIgnored) ? () => false : isIgnored;
  if (kustomizationIn(view, folder, isLeftOut)) return { kind: 'kustomize', folder, options: all };
  return { ...filesBelow(view, folder, isLeftOut), options: all };
}

function kustomizationIn(view: FileView, folder: string, isIgnored: IsIgnored): boolean {
  const path = view.kustomizationOf(folder);
  return path !== undefined && !isIgnored(path);
}

/** Every manifest below a folder; a folder with a kustomization is taken as one. */
function filesBelow(view: FileView, folder: string, isIgnored: IsIgnored): Omit<FilesSource, 'options'> {
  const kustomizations: string[] = [];
  const files: string[] = [];
  for (const path of view.below(folder)) {
    const inside = path.slice(folder === '' ? 0 : folder.length + 1);
    if (isIgnored(path)) continue;
    if (kustomizations.some((each) => isWithin(path, each))) continue;
    const own = inside.includes('/') ? nestedKustomization(view, folder, path, isIgnored) : undefined;
    if (own !== undefined) kustomizations.push(own);
    else if (/\.ya?ml$/.test(path) && view.file(path) !== undefined) files.push(path);
  }
  return { kind: 'files', files, kustomizations };
}

/** The topmost folder between `folder` and the file that has a kustomization. */
function nestedKustomization(view: FileView, folder: string, path: string, isIgnored: IsIgnored): string | undefined {
  const steps = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
  for (let depth = 1; depth < steps.length; depth++) {
    const inner = inFolder(folder, steps.slice(0, depth).join('/'));
    if (kustomizationIn(view, inner, isIgnored)) return inner;
  }
  return undefined;
}
