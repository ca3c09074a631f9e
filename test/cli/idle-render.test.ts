import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { idleRender } from '../../src/cli/policy/idle-render.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';

test('names of render that nothing here has are noted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idle-render-'));
  try {
    for (const file of ['overlays/prod/kustomization.yaml', 'charts/web/Chart.yaml', 'argo/shop.yaml', 'docs/a.md']) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    const root = (name: string, path: string) => ({ name, path, values: [], namespace: undefined, release: undefined });
    const render = {
      ...defaultPolicy.render,
      require: [
        'overlays/prod',
        'overlays/*',
        'charts/web (values-prod.yaml)',
        'Application argocd/shop (argo/shop.yaml)',
        'web in prod',
        'typo-root',
        'Application argocd/gone (argo/gone.yaml)',
      ],
      roots: [root('web in prod', 'charts/web'), root('docs', 'docs'), root('none', 'charts/none')],
    };
    expect(idleRender(render, folder)).toEqual([
      'render.require names typo-root, and there is neither a folder nor a file of that name here',
      'render.require names Application argocd/gone (argo/gone.yaml), and there is neither a folder nor a file of that name here',
      'render.roots names the folder docs, in which there is neither a kustomization nor a chart here',
      'render.roots names the folder charts/none, in which there is neither a kustomization nor a chart here',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
