import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Budget } from '../../src/gather/budget.ts';
import { readDelivered } from '../../src/gather/render/delivered.ts';
import { renderChange } from '../../src/gather/render/rendering.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { Contents, FileView } from '../../src/render/model/file-view.ts';
import { inputsOf } from '../../src/render/plan/plan.ts';
import { applicationsOf } from '../../src/render/roots/argocd/application-set.ts';
import { CallTime } from '../../src/render/tools/confinement.ts';
import { Renderer } from '../../src/render/tools/render-root.ts';
import { memoryRepository } from '../rules/memory-repository.ts';
import { type Files, folder, judgeChange } from './judge.ts';

const { PATH } = process.env;
let programs: string;
beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(programs, { recursive: true });
});

/** A kustomize that notes each build and then does what the script says; `$tree` is the folder of the copied tree. */
function putKustomize(script: string): void {
  const program = join(programs, 'kustomize');
  writeFileSync(
    program,
    `#!/bin/sh\nif [ "$1" = version ]; then echo v5.8.1; exit; fi\necho build >> ${join(programs, 'builds')}\ntree="$4/../../tree"\n${script}\n`,
  );
  chmodSync(program, 0o755);
  process.env.PATH = programs;
}

const builds = (): number => {
  const file = join(programs, 'builds');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
};

const repositoryOf = async (before: Files, after: Files) => {
  const repository = memoryRepository(folder(before), folder({ ...before, ...after }));
  const trees = await readTrees(repository, { ...emptyRange('request'), before: 'before', after: 'after' });
  return { repository, trees, budget: new Budget(defaultPolicy.limits) };
};

const render = async (before: Files, after: Files) => {
  const { repository, trees, budget } = await repositoryOf(before, after);
  return renderChange(repository, trees, defaultPolicy, { urls: [], callMilliseconds: 60_000 }, budget);
};

const roots = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      [`k${index}/kustomization.yaml`, 'resources: [r.yaml]\n'],
      [`k${index}/r.yaml`, `# ${index}\n`],
    ]).flat(),
  );
const definition = (name: string, version = 'v1') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}
  annotations:
    note: the Role that this is about
spec: {version: ${version}}
`;

(process.platform === 'win32' ? describe.skip : describe)('what is built follows the change', () => {
  test('of many roots, those that a changed file belongs to', async () => {
    putKustomize('true');
    const { rendering } = await render(roots(30), { 'k7/r.yaml': '# changed\n' });
    expect([rendering.found, rendering.reused, builds()]).toEqual([30, 29, 2]);
  });

  test('a base is built as well where its head fails: it tells whether the change does that', async () => {
    putKustomize('case "$tree" in */after*) exit 1;; esac');
    const changed = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`k${index}/r.yaml`, '# changed\n']));
    const { rendering } = await render(roots(8), changed);
    expect(builds()).toBe(16);
    expect(rendering.roots.map(({ after }) => after?.reason)).toEqual(Array(8).fill('it failed without a word'));
    expect(rendering.roots.map(({ before }) => before?.reason)).toEqual(Array(8).fill(undefined));
  });

  test('a base is not built where its head lacks a tool', async () => {
    putKustomize('true');
    const changed = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`k${index}/r.yaml`, '# changed\n']));
    const { repository, trees, budget } = await repositoryOf(roots(8), changed);
    const options = { urls: [], usesTools: false };
    const { rendering } = await renderChange(repository, trees, defaultPolicy, options, budget);
    expect(builds()).toBe(0);
    // Both sides of the last ones may be under way at once.
    expect(rendering.roots[0]?.before?.reason).toBe('its head was not rendered');
  });

  test.each([
    ['its call takes too long', 1000, 60, /^its base was not rendered: it (?:takes longer|was stopped)/],
    [
      'the time for all is up',
      60_000,
      3,
      /^its base was not rendered: rendering took longer than render\.seconds \(3\)$/,
    ],
  ])('a head is not judged as all new where %s on the base’s side', async (_, callMilliseconds, seconds, reason) => {
    const isOver = seconds === 3;
    // The heads that are built first are done in time, and nothing after them.
    const wait = isOver ? '/bin/sleep 1.6' : 'case "$tree" in */before*) /bin/sleep 5;; esac';
    putKustomize(`${wait}; /bin/cat "$tree/k/r.yaml"`);
    const before = { 'k/kustomization.yaml': 'resources: [r.yaml]\n', 'k/r.yaml': definition('a') };
    const many = Object.fromEntries(Array.from({ length: 8 }, (__, index) => [`n${index}/kustomization.yaml`, '{}']));
    const { repository, trees, budget } = await repositoryOf(before, {
      ...(isOver ? many : {}),
      'k/kustomization.yaml': 'resources: [r.yaml]\nnamePrefix: a-\n',
    });
    const policy = { ...defaultPolicy, render: { ...defaultPolicy.render, seconds } };
    const { rendering } = await renderChange(repository, trees, policy, { urls: [], callMilliseconds }, budget);
    const root = rendering.roots.find(({ id }) => id === 'k');
    expect(root?.after).toMatchObject({ reason: expect.stringMatching(reason), objects: [] });
    expect(rendering.covered.has('k/r.yaml')).toBe(false);
  });

  test('nothing is written for a root whose tool is missing', async () => {
    const { repository, trees, budget } = await repositoryOf({}, roots(1));
    const delivered = await readDelivered(repository, trees, defaultPolicy, [], budget);
    const [root] = delivered?.after.roots.values() ?? [];
    if (delivered === undefined || root === undefined) throw new Error('no root');
    const { graph } = delivered.after;
    const tools = { kustomize: undefined, helm: undefined, problems: ['no kustomize here'] };
    const place = { directory: programs, environment: {}, prefix: [], milliseconds: 1000, outputBytes: 1000 };
    const time = new CallTime(place, 1000, performance.now() + 60_000);
    const settings = { usesTools: true, callMilliseconds: 1000, kubeVersion: '1.35.0', apiVersions: [] };
    const renderer = new Renderer(programs, graph.view, tools, time, settings, 'late');
    expect(await renderer.render(inputsOf(graph, root, undefined))).toEqual({
      state: 'failed',
      reason: 'no kustomize here',
    });
    expect(readdirSync(programs, { recursive: true })).toEqual(['tree']);
  });

  test('nothing is written anywhere where no tool is to be used', async () => {
    const { TMPDIR } = process.env;
    process.env.TMPDIR = join(programs, 'nowhere');
    try {
      const { repository, trees, budget } = await repositoryOf({}, roots(1));
      const options = { urls: [], usesTools: false };
      const { rendering } = await renderChange(repository, trees, defaultPolicy, options, budget);
      expect(rendering.roots.map(({ after }) => after?.reason)).toEqual(['rendering is off']);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
  });

  test('definitions of custom resources that did not change are not read in what is built', async () => {
    putKustomize('/bin/cat "$tree/k/out.yaml"');
    const files = (version: string): Files => ({
      'k/kustomization.yaml': 'resources: [out.yaml]\n',
      'k/out.yaml': `${definition('a')}---\n${definition('b', version)}---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n`,
    });
    const { rendering } = await render(files('v1'), files('v2'));
    const names = (side: 'before' | 'after') => rendering.roots[0]?.[side]?.objects.map(({ name }) => name);
    expect([names('before'), names('after')]).toEqual([
      ['b', 'c'],
      ['b', 'c'],
    ]);
    const { rendering: added } = await render({}, files('v1'));
    expect(added.roots[0]?.after?.objects.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('what is read follows the change', () => {
  const role = (verb: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules: [{apiGroups: [""], resources: [pods], verbs: [${verb}]}]\n`;

  test('definitions of custom resources are no context, and what is alongside them is', async () => {
    const binding = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {kind: ClusterRole, name: ops}\nsubjects: [{kind: User, name: mallory}]\n`;
    const { coverage, messages } = await judgeChange(
      {
        'apps/r.yaml': role('get'),
        'apps/crd.yaml': definition('a'),
        'apps/both.yaml': `${definition('b')}---\n${binding}`,
      },
      { 'apps/r.yaml': role('create') },
      { usesTools: false },
    );
    expect(coverage.contextFilesRead).toBe(1);
    expect(messages).toEqual([expect.stringContaining('mallory')]);
  });

  test('a definition of the group of Argo CD declares nothing', async () => {
    const argo = `${definition('applications.argoproj.io')}  group: argoproj.io\n`;
    const application = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n';
    const { repository, trees, budget } = await repositoryOf({}, { 'a/crd.yaml': argo, 'a/app.yaml': application });
    const delivered = await readDelivered(repository, trees, defaultPolicy, [], budget);
    const has = (path: string) => delivered?.contents.has(trees.after.get(path)?.id ?? '');
    expect([has('a/crd.yaml'), has('a/app.yaml')]).toEqual([false, true]);
  });

  test('a kustomization that needs a file which is not here at first is read again', async () => {
    const files: Files = {
      'a/kustomization.yaml': 'generators: [g.yaml]\n',
      'a/g.yaml': 'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: g}\nfiles: [x.txt]\n',
      'a/x.txt': 'x',
    };
    const { repository, trees, budget } = await repositoryOf({}, files);
    const delivered = await readDelivered(repository, trees, defaultPolicy, [], budget);
    const graph = delivered?.after.graph;
    expect(graph?.kustomization('a')?.inputs.map(({ path }) => path)).toEqual(['a/x.txt', 'a/g.yaml']);
  });
});

test('a set of more Applications than are computed has one more, of which nothing is known', () => {
  const elements = Array.from({ length: 4_000 }, (_, index) => ({ name: `a${index}` }));
  const numbers = elements.map((_, index) => ({ number: index }));
  const template = { metadata: { name: '{{name}}' }, spec: { source: { path: 'apps/{{name}}' } } };
  const view = new FileView(new Map(), new Contents(defaultPolicy.limits));
  const made = (generators: readonly object[]) => applicationsOf(view, { template, generators }, () => true);
  expect(made([{ list: { elements } }]).at(-1)?.name).toBe('a3999');
  expect(made([{ list: { elements } }, { list: { elements } }]).at(-1)?.name).toBe('{{name}}');
  const pairs = made([{ matrix: { generators: [{ list: { elements } }, { list: { elements: numbers } }] } }]);
  expect([pairs.length, pairs.at(-1)?.name]).toEqual([5_001, '{{name}}']);
});
