import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kustomizationNames } from '../../kube/kustomization.ts';
import type { RenderPolicy } from '../../policy/policy.ts';

/** What `render` of a policy names and the folder around it does not have; patterns are left out, they may mean what is yet to come. */
export function idleRender({ require, roots }: RenderPolicy, repository: string): readonly string[] {
  const isThere = (path: string) => existsSync(join(repository, path));
  const names = new Set(roots.map(({ name }) => name));
  const isNamed = (entry: string) => {
    // `Application argocd/shop (argo/shop.yaml)`, `charts/web (values-prod.yaml)`.
    const [, before = '', inside = ''] = /^(.*?) \(([^()]*)\)/.exec(entry) ?? [];
    return names.has(entry) || [entry, before, inside].some((each) => each !== '' && isThere(each));
  };
  const isBuilt = (folder: string) => [...kustomizationNames, 'Chart.yaml'].some((file) => isThere(join(folder, file)));
  return [
    ...require
      .filter((entry) => !/[*?[{]/.test(entry) && !isNamed(entry))
      .map((entry) => `render.require names ${entry}, and there is neither a folder nor a file of that name here`),
    ...roots
      .filter(({ path }) => !isBuilt(path))
      .map(
        ({ path }) =>
          `render.roots names the folder ${path}, in which there is neither a kustomization nor a chart here`,
      ),
  ];
}
