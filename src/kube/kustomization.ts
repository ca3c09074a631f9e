import { isMapping, list, mapping } from '../plain-values.ts';
import type { Generated, Packed, TouchedFile } from './touched-file.ts';

/** Fields that list files or folders (kustomize api/types/kustomization.go). */
const lists = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'patchesStrategicMerge',
  'generators',
  'transformers',
  'validators',
];

/** Fields whose items name a file in `path`. */
const withPath = ['patches', 'patchesJson6902', 'replacements'];

/** The names kustomize looks for in a folder (kustomize api/konfig). */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether kustomize takes a file of this name as a kustomization. */
export function isKustomization(path: string): boolean {
  return kustomizationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The documents of the touched kustomizations of one side, each with the folder its names are relative to. */
export function* touchedKustomizations(
  touched: readonly TouchedFile[],
  side: 'before' | 'after',
): Iterable<{ readonly folder: string; readonly value: unknown }> {
  for (const file of touched) {
    if (!isKustomization(file.path)) continue;
    for (const { value } of file[side]?.documents ?? []) yield { folder: folderOf(file.path), value };
  }
}

/**
 * The files and folders that a kustomization reads as manifests, patches or transformers, whatever they are called, as
 * paths of the repository. `folder` is the kustomization's own, '' for the root. What is a URL or lies outside is left out.
 */
export function builtPaths(kustomization: unknown, folder: string): readonly string[] {
  if (!isMapping(kustomization)) return [];
  const named = lists.flatMap((field) => list(kustomization[field]));
  for (const field of withPath) for (const item of list(kustomization[field])) named.push(mapping(item).path);
  named.push(mapping(kustomization.openapi).path);
  return named.flatMap((name) => {
    // Of a patch written in place the first line may look like a path, and names nothing.
    const path = typeof name === 'string' && !name.includes('\n') ? pathBelow(folder, name) : undefined;
    return path === undefined ? [] : [path];
  });
}

/** The files that a kustomization's generators pack into ConfigMaps and Secrets (`files`, `envs`, `env`), as paths of the repository. */
export function generatedFiles(
  kustomization: unknown,
  folder: string,
): readonly (Generated & { readonly path: string })[] {
  return (['configMapGenerator', 'secretGenerator'] as const).flatMap((field) =>
    list(mapping(kustomization)[field]).flatMap((item) => {
      const { files, envs, env } = mapping(item);
      const packed = [
        ...packedAs('file', folder, files),
        ...packedAs('env', folder, envs),
        ...packedAs('env', folder, env),
      ];
      return packed.map((file) => ({ ...file, inSecret: field === 'secretGenerator' }));
    }),
  );
}

/** `path`, or `key=path`. */
function packedAs(as: Packed, folder: string, names: unknown) {
  const entries = Array.isArray(names) ? names : [names];
  return entries.flatMap((entry: unknown) => {
    const path = typeof entry === 'string' ? pathBelow(folder, entry.slice(entry.indexOf('=') + 1)) : undefined;
    return path === undefined ? [] : [{ path, as }];
  });
}

/** Joins a folder and a relative path inside the repository; undefined where that leads out of it. */
export function pathBelow(folder: string, name: string): string | undefined {
  if (name.startsWith('/')) return undefined;
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of name.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The folder of a path, '' for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
