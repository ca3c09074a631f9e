import type { Mapping } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder, isWithin } from '../model/paths.ts';
import type { FilesSource, Source } from '../model/root.ts';

/** A folder as Flux builds it: its kustomization, else one of all manifests below it (fluxcd/pkg/kustomize, generator). */
export function folderSource(view: FileView, folder: string, options: Mapping, components: readonly string[]): Source {
  const all = components.length > 0 ? { ...options, components } : options;
  if (view.kustomizationOf(folder) !== undefined) return { kind: 'kustomize', folder, options: all };
  return { ...filesBelow(view, folder, true), options: all };
}

/** Every manifest below a folder; a folder with a kustomization is taken as one. */
function filesBelow(view: FileView, folder: string, isRecursive: boolean): Omit<FilesSource, 'options'> {
  const kustomizations: string[] = [];
  const files: string[] = [];
  for (const path of view.below(folder)) {
    const inside = path.slice(folder === '' ? 0 : folder.length + 1);
    if (!isRecursive && inside.includes('/')) continue;
    if (kustomizations.some((each) => isWithin(path, each))) continue;
    const own = inside.includes('/') ? nestedKustomization(view, folder, path) : undefined;
    if (own !== undefined) kustomizations.push(own);
    else if (/\.ya?ml$/.test(path) && view.file(path) !== undefined) files.push(path);
  }
  return { kind: 'files', files, kustomizations };
}

/** The topmost folder between `folder` and the file that has a kustomization. */
function nestedKustomization(view: FileView, folder: string, path: string): string | undefined {
  const steps = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
  for (let depth = 1; depth < steps.length; depth++) {
    const inner = inFolder(folder, steps.slice(0, depth).join('/'));
    if (view.kustomizationOf(inner) !== undefined) return inner;
  }
  return undefined;
}
