import { describe, expect, test } from '@jest/globals';
import { severalRoots, unknownRoot } from '../../src/cli/render/unknown-root.ts';
import { Budget } from '../../src/gather/budget.ts';
import { readDelivered } from '../../src/gather/render/delivered.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

async function deliveredBy(files: Readonly<Record<string, string>>) {
  const folder = folderOfFiles(files);
  const trees = { before: folder.tree, after: folder.tree };
  const { limits } = defaultPolicy;
  return (await readDelivered(memoryRepository(folder, folder), trees, defaultPolicy, [], new Budget(limits)))?.after;
}

const files = {
  'base/kustomization.yaml': 'resources: [cm.yaml]\n',
  'base/cm.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'overlays/dev/kustomization.yaml': 'resources: [../../base]\n',
  'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
  'shared/kustomization.yaml': '{}\n',
  'one/kustomization.yaml': 'resources: [../shared]\n',
};

describe('a root that is not there', () => {
  const said = async (asked: string, further: readonly string[] = []) =>
    unknownRoot(asked, await deliveredBy(files), further).problems;
  const known = (asked: string, ...names: readonly string[]) => unknownRoot(asked, undefined, names).problems[0];

  test('is a folder that others include', async () => {
    expect(await said('base')).toEqual([
      {
        what: 'there is no root "base": the folder is included by "overlays/dev", "overlays/prod"',
        fix: 'ask for one of these',
      },
    ]);
    expect(await said('shared')).toEqual([
      { what: 'there is no root "shared": the folder is included by "one"', fix: 'ask for that root' },
    ]);
  });

  test('is another by a part of its name', async () => {
    expect(await said('overlays')).toEqual([
      { what: 'there is no root "overlays"', fix: 'did you mean "overlays/dev" or "overlays/prod"?' },
    ]);
    expect(await said('prod', ['Application argocd/prod (app.yaml)'])).toEqual([
      { what: 'there is no root "prod"', fix: 'did you mean "overlays/prod" or "Application argocd/prod (app.yaml)"?' },
    ]);
    const application = 'Application argocd/mine (app.yaml)';
    for (const asked of ['argocd/mine', 'mine', 'app.yaml', 'Application argocd/mine', 'argocd'])
      expect(known(asked, application)?.fix).toBe(`did you mean "${application}"?`);
    expect(known('min', application)?.fix).toBe('`gitops-gate render` lists them');
    expect(known('', application)?.fix).toBe('`gitops-gate render` lists them');
  });

  test('is one of a similar name, or none', async () => {
    expect(await said('overlays/prd')).toEqual([
      { what: 'there is no root "overlays/prd"', fix: 'did you mean "overlays/prod"?' },
    ]);
    expect(await said('nothing-like-it')).toEqual([
      { what: 'there is no root "nothing-like-it"', fix: '`gitops-gate render` lists them' },
    ]);
  });

  test('of many names the first five are said', () => {
    const names = Array.from({ length: 6 }, (_, index) => `x/${index}`);
    expect(known('x', ...names)?.fix).toBe('did you mean "x/0" or "x/1" or "x/2" or "x/3" or "x/4" and 1 more?');
    expect(known('x', ...names.slice(1))?.fix).toBe('did you mean "x/1" or "x/2" or "x/3" or "x/4" or "x/5"?');
    expect(known('x', 'x/0', 'x/0')?.fix).toBe('did you mean "x/0"?');
  });
});

test('a folder that several roots build is not enough', () => {
  expect(severalRoots('charts/web', ['web in dev', 'web in prod']).problems).toEqual([
    { what: '2 roots build the folder "charts/web"', fix: 'name one: "web in dev" or "web in prod"' },
  ]);
});
