import type { TouchedFile } from '../touched-file.ts';
import { isMapping } from './source.ts';

/** The files that secretGenerators of one side's kustomizations turn into Secrets (kustomize: `envs`, `env`, `files`). */
export function secretGeneratorFiles(touched: readonly TouchedFile[], side: 'before' | 'after'): ReadonlySet<string> {
  const files = new Set<string>();
  for (const file of touched) {
    const state = file[side];
    if (state === undefined || !/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file.path)) continue;
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
    for (const document of state.documents) {
      for (const name of generatorFiles(document.value)) files.add(resolve(folder, name));
    }
  }
  return files;
}

function* generatorFiles(kustomization: unknown): Iterable<string> {
  const generators = isMapping(kustomization) ? kustomization.secretGenerator : undefined;
  for (const generator of Array.isArray(generators) ? generators : []) {
    if (!isMapping(generator)) continue;
    const lists: readonly unknown[] = [generator.envs, generator.files, [generator.env]];
    for (const entry of lists.flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []))) {
      if (typeof entry === 'string') yield entry.slice(entry.indexOf('=') + 1);
    }
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
