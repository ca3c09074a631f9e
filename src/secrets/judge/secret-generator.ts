import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping } from '../../plain-values.ts';

/** How a secretGenerator packs a file: each of its lines as a key, or all of it under one. */
export type Packed = 'env' | 'file';

/** The files that secretGenerators of one side's kustomizations turn into Secrets (kustomize: `envs`, `env`, `files`). */
export function secretGeneratorFiles(
  touched: readonly TouchedFile[],
  side: 'before' | 'after',
): ReadonlyMap<string, Packed> {
  const files = new Map<string, Packed>();
  for (const { folder, value } of kustomizations(touched, side))
    for (const { name, as } of generatorFiles(value)) files.set(resolve(folder, name), as);
  return files;
}

/** The documents of the touched kustomizations, each with the folder its names are relative to. */
function* kustomizations(
  touched: readonly TouchedFile[],
  side: 'before' | 'after',
): Iterable<{ readonly folder: string; readonly value: unknown }> {
  for (const file of touched) {
    const state = file[side];
    if (state === undefined || !/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file.path)) continue;
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
    for (const document of state.documents) yield { folder, value: document.value };
  }
}

/**
 * The files that the touched kustomizations of head name: `built` are read as manifests or patches whatever they are
 * called, `packed` become the content of a ConfigMap or Secret.
 */
export function kustomizedFiles(touched: readonly TouchedFile[]): {
  readonly built: ReadonlySet<string>;
  readonly packed: ReadonlySet<string>;
} {
  const [built, packed] = [new Set<string>(), new Set<string>()];
  for (const { folder, value } of kustomizations(touched, 'after')) {
    for (const name of builtFiles(value)) built.add(resolve(folder, name));
    for (const field of ['secretGenerator', 'configMapGenerator'])
      for (const { name } of generatorFiles(value, field)) packed.add(resolve(folder, name));
  }
  return { built, packed };
}

const lists = [
  'resources',
  'bases',
  'components',
  'crds',
  'patchesStrategicMerge',
  'generators',
  'transformers',
  'validators',
];

function* builtFiles(kustomization: unknown): Iterable<string> {
  if (!isMapping(kustomization)) return;
  for (const list of lists.map((name) => kustomization[name])) {
    // Of a patch written in place the first line may look like a path, and names nothing.
    if (Array.isArray(list)) for (const name of list) if (typeof name === 'string' && !name.includes('\n')) yield name;
  }
  for (const list of [kustomization.patches, kustomization.patchesJson6902, kustomization.replacements])
    if (Array.isArray(list))
      for (const entry of list) if (isMapping(entry) && typeof entry.path === 'string') yield entry.path;
}

function* generatorFiles(
  kustomization: unknown,
  field = 'secretGenerator',
): Iterable<{ readonly name: string; readonly as: Packed }> {
  const generators = isMapping(kustomization) ? kustomization[field] : undefined;
  for (const generator of Array.isArray(generators) ? generators : []) {
    if (!isMapping(generator)) continue;
    const named = (list: unknown): readonly string[] =>
      (Array.isArray(list) ? list : [list])
        .filter((entry: unknown) => typeof entry === 'string')
        .map((entry: string) => entry.slice(entry.indexOf('=') + 1));
    for (const name of named(generator.files)) yield { name, as: 'file' };
    for (const name of [...named(generator.envs), ...named(generator.env)]) yield { name, as: 'env' };
  }
}

/** Joins a folder and a relative path inside the repository. */
function resolve(folder: string, name: string): string {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of name.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
