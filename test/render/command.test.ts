import { afterAll, describe, expect, test } from '@jest/globals';
import type { RenderedRoot, RootSide } from '../../src/render/result/rendering.ts';
import { rootsDiff } from '../../src/report/terminal/rendered.ts';
import { gate, gateWith } from '../end-to-end/program.ts';
import { plainEnvironment, removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { hasTools, toolsPath } from './tools.ts';

afterAll(removeTemporary);

const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {path: ./apps, targetNamespace: ""}
`;

test('render lists roots, shows one without the values of its Secrets, and what a change makes of it', async () => {
  const repository = TemporaryRepository.create();
  repository.write('clusters/x.yaml', flux);
  repository.write(
    'apps/s.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2-hunter2}\n',
  );
  repository.commit('Begin');
  expect((await gate(repository.directory, 'render')).stdout).toBe(
    'rendered      Kustomization flux-system/x (clusters/x.yaml): 1 object\n',
  );
  const { stdout } = await gate(repository.directory, 'render', '--root', 'apps');
  expect(stdout).toContain('"password": "••••"');
  expect(stdout).not.toContain('hunter2');
  repository.git('checkout', '-q', '-b', 'change');
  repository.write(
    'apps/m.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: web}\ndata: {a: b}\n',
  );
  repository.commit('Add');
  const diff = (await gate(repository.directory, 'render', '--diff', '--base', 'main')).stdout;
  expect(diff).toContain('ConfigMap web/m\n');
  expect(diff).toContain('+     "a": "b"\n');
  expect(diff).not.toContain('Secret');
  expect(await gate(repository.directory, 'render', '--root', 'app')).toMatchObject({ code: 2 });
});

test('a change that reaches no root says so', () => {
  expect(rootsDiff([])).toBe('no kustomization or chart that the change reaches\n');
});

test('a difference names what either side was rendered without', () => {
  const side = (...names: readonly string[]) =>
    ({ objects: [], gaps: names.map((name) => ({ kind: 'plugin', name })) }) as unknown as RootSide;
  const root = { id: 'a', before: side('x.yaml', 'old.yaml'), after: side('x.yaml', 'gen.yaml') };
  expect(rootsDiff([root as unknown as RenderedRoot])).toBe(
    '== a\n- without plugin old.yaml\n+ without plugin gen.yaml\nno object differs\n',
  );
});

const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const application = (name: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${name}, namespace: flux-system}
spec: {path: ./shared}
`;

describe('a root that is asked for', () => {
  const repository = TemporaryRepository.create();
  repository.write('overlays/prod/kustomization.yaml', 'resources: [../../base, ../../../elsewhere]\n');
  repository.write('base/kustomization.yaml', 'resources: [m.yaml]\n');
  repository.write('base/m.yaml', configMap('m'));
  repository.write('clusters/a.yaml', application('a'));
  repository.write('clusters/b.yaml', application('b'));
  repository.write('clusters/x.yaml', flux);
  repository.write('apps/m.yaml', configMap('app'));
  repository.write('shared/m.yaml', configMap('shared'));
  repository.commit('Begin');
  repository.git('checkout', '-q', '-b', 'change');
  repository.write('base/m.yaml', configMap('n'));
  repository.commit('Change');
  const ask = (root: string, ...more: string[]) => gate(repository.directory, 'render', '--root', root, ...more);
  const diff = ['--diff', '--base', 'main'];

  test('that cannot be rendered ends with 2, and prints no object', async () =>
    expect(await ask('overlays/prod')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /overlays\/prod was not rendered: .*elsewhere leads out of the repository\n {2}copy/,
      ),
    }));

  test('its difference names why either side was not rendered', async () => {
    const { code, stdout } = await ask('overlays/prod', ...diff);
    expect(code).toBe(2);
    expect(stdout).toMatch(/head not rendered: .*elsewhere leads out of the repository\nbase not rendered: /);
  });

  test.each([
    ['base', 'the folder is included by "overlays/prod"'],
    ['flux-system/x', 'did you mean "Kustomization flux-system/x (clusters/x.yaml)"?'],
    ['Kustomization flux-system/x', 'did you mean "Kustomization flux-system/x (clusters/x.yaml)"?'],
    ['prod', 'did you mean "overlays/prod"?'],
    ['overlays/prd', 'did you mean "overlays/prod"?'],
    ['nothing-like-it', '`gitops-gate render` lists them'],
    [
      'shared',
      'name one: "Kustomization flux-system/a (clusters/a.yaml)" or "Kustomization flux-system/b (clusters/b.yaml)"',
    ],
  ])('%s: what is meant is said', async (root, hint) => {
    const { code, stdout, stderr } = await ask(root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  test('one that is unknown has no difference either, and one that is known may have none', async () => {
    expect(await ask('base', ...diff)).toMatchObject({ code: 2, stdout: '' });
    expect(await ask('shared', ...diff)).toMatchObject({ code: 0 });
  });

  (hasTools ? test : test.skip)('that another root declares', async () => {
    const own = TemporaryRepository.create();
    own.write('clusters/x.yaml', flux);
    own.write('apps/kustomization.yaml', 'resources: [k.yaml]\nnamePrefix: our-\n');
    own.write('apps/k.yaml', application('in'));
    own.write('shared/m.yaml', configMap('shared'));
    own.commit('Begin');
    const environment = plainEnvironment({ PATH: `${toolsPath()}:${process.env.PATH}` });
    const ask = (...args: string[]) => gateWith({ directory: own.directory, args: ['render', ...args], environment });
    const inner = 'Kustomization flux-system/our-in (clusters/x.yaml)';
    expect((await ask()).stdout).toContain(`rendered      ${inner}: 1 object\n`);
    expect((await ask('--root', inner)).stdout).toContain('"name": "shared"');
    expect((await ask('--root', 'Kustomization flux-system/our-in')).stderr).toContain(`did you mean "${inner}"?`);
  });

  test('a slash that a shell adds is not a part of its name', async () =>
    expect((await ask('./apps/')).stdout).toContain('"name": "app"'));
});

test.each([['render'], ['permissions sa:ci/x'], ['who-can get pods']])(
  '%s says that the policy is broken',
  async (line) => {
    const repository = TemporaryRepository.create();
    repository.write('.gitops-gate/policy.yaml', 'version: 1\nrender: {rots: []}\n');
    repository.write('apps/m.yaml', configMap('m'));
    repository.commit('Begin');
    expect(await gate(repository.directory, ...line.split(' '))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('.gitops-gate/policy.yaml:2:'),
    });
  },
);
