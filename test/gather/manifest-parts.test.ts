import { describe, expect, test } from '@jest/globals';
import { Budget, LimitError } from '../../src/gather/budget.ts';
import { markComputedSources } from '../../src/gather/manifests/computed-sources.ts';
import {
  contextFiles,
  foldersAbove,
  linkedFiles,
  scopeAsker,
} from '../../src/gather/manifests/context/context-files.ts';
import { markGenerated } from '../../src/gather/manifests/generated-files.ts';
import { readHiddenManifests } from '../../src/gather/manifests/hidden-manifests.ts';
import { readNamedFiles } from '../../src/gather/manifests/named-files.ts';
import { renamedScopes } from '../../src/gather/manifests/renamed-scopes.ts';
import { templateAsker } from '../../src/gather/manifests.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { scopeOf } from '../../src/kube/scope.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

type Files = Readonly<Record<string, string>>;
const { limits } = defaultPolicy;
const budget = () => new Budget(limits);

async function sidesOf(before: Files, after: Files) {
  const repository = memoryRepository(folderOfFiles(before), folderOfFiles(after));
  const trees = await readTrees(repository, { ...emptyRange('request'), before: 'before', after: 'after' });
  return { repository, trees };
}

/** A touched file of which only the path matters. */
const touched = (path: string, isThere = true): TouchedFile => {
  const rest = { text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] };
  const side = { id: path, mode: '100644', size: 0, structure: 'text', ...rest } as const;
  return { path, scope: '.', before: undefined, after: isThere ? side : undefined, movedFrom: undefined };
};

describe('a folder that is called otherwise', () => {
  const renamed = async (before: Files, after: Files, clusters = defaultPolicy.clusters) => {
    const { trees } = await sidesOf(before, after);
    return [...renamedScopes(trees, clusters, (path) => scopeOf(path, clusters))];
  };
  const below = (folder: string, ...contents: readonly string[]): Files =>
    Object.fromEntries(contents.map((content, index) => [`${folder}/${index}.yaml`, `${content}\n`]));

  test.each<[name: string, before: Files, after: Files, expected: readonly (readonly string[])[]]>([
    ['with all that is in it', below('apps', 'a', 'b'), below('programs', 'a', 'b'), [['apps', 'programs']]],
    ['with half of it', below('apps', 'a', 'b'), below('programs', 'a', 'c'), [['apps', 'programs']]],
    ['with less than half', below('apps', 'a', 'b', 'c'), below('programs', 'a', 'd', 'e'), []],
    ['with less than half of what it has now', below('apps', 'a', 'b'), below('programs', 'a', 'c', 'd'), []],
    ['of one file', below('apps', 'a'), below('programs', 'a'), []],
    [
      'of which something stays',
      { ...below('apps', 'a', 'b'), 'apps/x.yaml': 'x' },
      { ...below('programs', 'a', 'b'), 'apps/x.yaml': 'x' },
      [],
    ],
    [
      'into one that was there',
      { ...below('apps', 'a', 'b'), 'programs/x.yaml': 'x' },
      { ...below('programs', 'a', 'b'), 'programs/x.yaml': 'x' },
      [],
    ],
    [
      'into two that are as alike',
      below('apps', 'a', 'b'),
      { ...below('one', 'a', 'b'), ...below('two', 'a', 'b') },
      [],
    ],
    [
      'out of two that are as alike',
      { ...below('one', 'a', 'b'), ...below('two', 'a', 'b') },
      below('apps', 'a', 'b'),
      [],
    ],
    [
      'into the more alike of two',
      below('apps', 'a', 'b', 'c'),
      { ...below('one', 'a', 'b', 'x'), ...below('two', 'a', 'b', 'c') },
      [['apps', 'two']],
    ],
    [
      'each of two',
      { ...below('apps', 'a', 'b'), ...below('infra', 'c', 'd') },
      { ...below('programs', 'a', 'b'), ...below('base', 'c', 'd') },
      [
        ['apps', 'programs'],
        ['infra', 'base'],
      ],
    ],
    ['out of one for reading', below('docs', 'a', 'b'), below('programs', 'a', 'b'), []],
    ['out of one for later', below('my-drafts', 'a', 'b'), below('programs', 'a', 'b'), []],
    ['out of one that is hidden', below('.apps', 'a', 'b'), below('programs', 'a', 'b'), []],
    [
      'out of one of a word that only begins so',
      below('oldest', 'a', 'b'),
      below('programs', 'a', 'b'),
      [['oldest', 'programs']],
    ],
    [
      'out of one of a word that only ends so',
      below('threshold', 'a', 'b'),
      below('programs', 'a', 'b'),
      [['threshold', 'programs']],
    ],
    ['called after a cluster', below('my-cluster', 'a', 'b'), below('programs', 'a', 'b'), []],
    ['now called after a cluster', below('apps', 'a', 'b'), below('mycluster', 'a', 'b'), []],
    ['of another environment', below('apps/prod', 'a', 'b'), below('apps/dev', 'a', 'b'), []],
    ['where all of it is new', {}, below('apps', 'a', 'b'), []],
    ['where all of it is gone', below('apps', 'a', 'b'), {}, []],
  ])('%s', async (_, before, after, expected) => expect(await renamed(before, after)).toEqual(expected));
});

describe('what kustomizations name', () => {
  test('is that of each side, of changed and unchanged ones', async () => {
    const same = { 'base/kustomization.yaml': 'resources: [role.txt]\n', 'base/other.yaml': 'resources: [x]\n' };
    const { repository, trees } = await sidesOf(
      { ...same, 'a/kustomization.yaml': 'resources: [old.txt]\n', 'gone/Kustomization': 'resources: [g.txt]\n' },
      { ...same, 'a/kustomization.yaml': 'resources: [new.txt]\n---\nresources: [second.txt]\n' },
    );
    const named = await readNamedFiles(repository, trees, undefined, limits, budget());
    expect(named).toEqual({
      before: new Set(['base/role.txt', 'a/old.txt', 'gone/g.txt']),
      after: new Set(['base/role.txt', 'a/new.txt', 'a/second.txt']),
    });
  });

  test('is known where they were read already; links and what is too large name nothing', async () => {
    const text = 'resources: [x.txt]\n';
    const { repository, trees } = await sidesOf({}, { 'kustomization.yaml': text });
    const id = trees.after.get('kustomization.yaml')?.id;
    const known = {
      has: (each: string) => each === id,
      yaml: () => ({ documents: [{ value: { resources: ['known.txt'] } }], unreadable: [] }) as never,
    };
    expect((await readNamedFiles(repository, trees, known, limits, budget())).after).toEqual(new Set(['known.txt']));
    expect((await readNamedFiles(repository, trees, undefined, { ...limits, bytes: 3 }, budget())).after.size).toBe(0);
    const after = new Map([...trees.after].map(([path, entry]) => [path, { ...entry, mode: '120000' }]));
    const linked = {
      ...trees,
      after,
      changes: [{ path: 'kustomization.yaml', before: { mode: '120000', id: `${id}` }, after: undefined }],
    };
    expect(await readNamedFiles(repository, linked, undefined, limits, budget())).toEqual({
      before: new Set(),
      after: new Set(),
    });
  });
});

test('touched files that generators of unchanged kustomizations pack are marked, a Secret before a ConfigMap', async () => {
  const files = {
    'kustomization.yaml': 'configMapGenerator: [{name: c, files: [a/x.env, a/y.env]}]\n',
    'a/kustomization.yml': 'secretGenerator: [{name: s, envs: [x.env]}]\n',
    'b/kustomization.yaml': 'secretGenerator: [{name: s, envs: [z.env]}]\n',
    'c/kustomization.yaml': 'resources: [x.env]\n',
  };
  const { repository, trees } = await sidesOf({}, files);
  const marked = await markGenerated(
    repository,
    ['a/x.env', 'a/y.env', 'b/z.env', 'b/kustomization.yaml', 'c/x.env'].map((path) => touched(path)),
    trees.after,
    limits,
    budget(),
  );
  expect(marked.map(({ path, generated }) => [path, generated])).toEqual([
    ['a/x.env', { as: 'env', inSecret: true }],
    ['a/y.env', { as: 'file', inSecret: false }],
    ['b/z.env', undefined],
    ['b/kustomization.yaml', undefined],
    ['c/x.env', undefined],
  ]);
});

describe('sources of Jsonnet and CUE', () => {
  const object = 'apiVersion: v1\nkind: Pod\n';
  const marked = async (after: Files, ...paths: readonly string[]) => {
    const { repository, trees } = await sidesOf({}, after);
    const files = paths.map((path) => touched(path, !path.startsWith('gone')));
    const all = await markComputedSources(repository, files, trees.after, { ...limits, bytes: 40 }, budget());
    return all.flatMap(({ path, isNextToManifests }) => (isNextToManifests === true ? [path] : []));
  };

  test('next to a manifest are computed where the folder is delivered', async () => {
    expect(
      await marked({ 'a/m.yaml': object, 'b/v.yaml': 'a: 1\n' }, 'a/x.jsonnet', 'a/y.cue', 'a/m.yaml', 'b/x.cue'),
    ).toEqual(['a/x.jsonnet', 'a/y.cue']);
    expect(await marked({ 'a/m.yaml': object, 'a/Kustomization': '' }, 'a/x.jsonnet')).toEqual([]);
    expect(await marked({ 'a/b/m.yaml': object }, 'a/x.jsonnet')).toEqual([]);
    expect(await marked({ 'a/m.txt': object }, 'a/x.jsonnet')).toEqual([]);
    expect(await marked({ 'gone/m.yaml': object }, 'gone/x.jsonnet')).toEqual([]);
    // What cannot be read may be one.
    expect(await marked({ 'a/v.yaml': `a: ${'x'.repeat(40)}\n` }, 'a/x.jsonnet')).toEqual(['a/x.jsonnet']);
  });

  test('next to more than a hundred files are, for one of them may be a manifest', async () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a/${at}.yaml`, 'a: 1\n']));
    expect(await marked(many(100), 'a/x.cue')).toEqual([]);
    expect(await marked(many(101), 'a/x.cue')).toEqual(['a/x.cue']);
  });
});

describe('unchanged files that may be context', () => {
  const entry = (id: string, mode = '100644') => ({ mode, id });
  const after = new Map([
    ['apps/a.yaml', entry('a')],
    ['apps/copy.yml', entry('a')],
    ['apps/role', entry('r')],
    ['apps/notes.txt', entry('n')],
    ['apps/named.txt', entry('m')],
    ['apps/.hidden', entry('h')],
    ['apps/touched.yaml', entry('t')],
    ['apps/link.yaml', entry('l', '120000')],
    ['apps/module', entry('s', '160000')],
    ['apps/other', entry('s', '160000')],
    ['infra/b.yaml', entry('b')],
  ]);
  const question = {
    touched: [touched('apps/touched.yaml')],
    named: { before: new Set<string>(), after: new Set(['apps/named.txt', 'apps/module']) },
    after,
    clusters: [],
    wanted: new Set(['apps']),
    budget: budget(),
  };

  test('are those of the wanted scopes that tools read by name, or that kustomizations name', () => {
    const files = contextFiles(question);
    expect([...files.byId]).toEqual([
      [
        'a',
        [
          { path: 'apps/a.yaml', scope: 'apps' },
          { path: 'apps/copy.yml', scope: 'apps' },
        ],
      ],
      ['m', [{ path: 'apps/named.txt', scope: 'apps' }]],
    ]);
    expect(files.links).toEqual([{ path: 'apps/link.yaml', scope: 'apps', id: 'l' }]);
    expect(files.submodules).toEqual([{ path: 'apps/module', scope: 'apps' }]);
    const idle = contextFiles({ ...question, wanted: new Set(['apps (not delivered)']) });
    expect([...idle.byId]).toEqual([['r', [{ path: 'apps/role', scope: 'apps (not delivered)' }]]]);
  });

  test('are read where links put them', () => {
    const lead = (target: string | undefined, more: Partial<typeof question> = {}, path = 'apps/link.yaml') => {
      const files = {
        byId: new Map<string, { path: string; scope: string }[]>(),
        links: [{ path, scope: 'apps', id: 'l' }],
        submodules: [],
      };
      const targets = new Map(target === undefined ? [] : [['l', target]]);
      const unknown = [...linkedFiles(files, targets, { ...question, ...more })].map(({ why }) => why);
      return [...[...files.byId].map(([id, [file]]) => `${id} ${file?.path}`), ...unknown];
    };
    const out = 'a symbolic link out of the repository; never followed';
    expect(lead('../infra/b.yaml')).toEqual(['b apps/link.yaml']);
    expect(lead('../../x')).toEqual([out]);
    expect(lead('/etc/passwd')).toEqual([out]);
    expect(lead(undefined)).toEqual([out]);
    expect(lead('touched.yaml')).toEqual(['a symbolic link to a file that this change touches; never followed']);
    expect(lead('none.yaml')).toEqual([]);
    expect(lead('module')).toEqual([]);
    // One that nothing delivers leads nowhere, unless a kustomization names it, or something below it.
    expect(lead('../infra/b.yaml', {}, 'apps/link')).toEqual([]);
    const reaching = (...paths: readonly string[]) => ({ named: { before: new Set<string>(), after: new Set(paths) } });
    const elsewhere = 'a symbolic link to a folder of another scope; never followed';
    expect(lead('../infra', reaching('apps/link'), 'apps/link')).toEqual([elsewhere]);
    expect(lead('../infra', reaching('apps/link/b.yaml'), 'apps/link')).toEqual([elsewhere]);
    expect(lead('../infra')).toEqual([]);
    expect(lead('../none', reaching('apps/link'), 'apps/link')).toEqual([]);
    expect(lead('../apps', reaching('apps/link'), 'apps/link')).toEqual([]);
  });

  test('are in folders, each of which is gone through once', () => {
    expect(foldersAbove(['a/b/c.yaml', 'a/b/d.yaml', 'e.yaml'], budget())).toEqual(new Set(['a/b', 'a', '']));
    const short = new Budget({ ...limits, seconds: 0 }, 0);
    const deep = Array.from({ length: 100_000 }, (_, at) => `${at}/x`);
    expect(() => foldersAbove(deep, short)).toThrow(LimitError);
  });

  test('are in scopes that are asked for once a folder, unless entries decide', () => {
    const ask = scopeAsker([]);
    expect([
      ask('apps/a.yaml', false),
      ask('apps/b.yaml', false),
      ask('apps/b.txt', false),
      ask('apps/b.txt', true),
    ]).toEqual(['apps', 'apps', 'apps (not delivered)', 'apps']);
    const exact = scopeAsker([{ name: 'one', paths: ['apps/a*'] }]);
    expect([exact('apps/a.yaml', false), exact('apps/b.yaml', false)]).toEqual(['one', 'apps']);
  });
});

test.each([
  ['chart/templates/a.yaml', true],
  ['chart/templates/deep/a.yaml', true],
  ['old/templates/a.yaml', true],
  ['templates/a.yaml', true],
  ['chart/x/templates/a.yaml', false],
  ['x/templates/templates/a.yaml', false],
  ['chart/mytemplates/a.yaml', false],
  ['chart/a.yaml', false],
  ['like/templates/a.yaml', false],
  ['chart/x/templates/y/templates/a.yaml', false],
])('whether Helm renders %s: %s', async (path, is) => {
  const { trees } = await sidesOf(
    { 'old/Chart.yaml': '' },
    { 'chart/Chart.yaml': '', 'Chart.yaml': '', 'like/MyChart.yaml': '' },
  );
  expect(templateAsker(trees)(path)).toBe(is);
});

describe('the manifests that .gitattributes files newly hide', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
  const hidden = async (before: Files, after: Files, more: Partial<typeof limits> = {}) => {
    const { repository, trees } = await sidesOf(before, after);
    const { paths, unknown } = await readHiddenManifests(repository, trees, { ...limits, ...more }, budget());
    return [
      ...paths.map(({ path, attribute, source }) => `${path} ${attribute} ${source.file}:${source.line}`),
      ...unknown.map(({ file, why }) => `${file} ${why}`),
    ];
  };
  const rule = { '.gitattributes': '# x\n*.yaml -diff\n' };

  test('are those that may be delivered', async () => {
    expect(await hidden({ 'a.yaml': pod }, { 'a.yaml': pod, ...rule })).toEqual(['a.yaml -diff .gitattributes:2']);
    expect(await hidden({ 'a.yaml': pod, ...rule }, { 'a.yaml': `${pod}# x\n`, ...rule })).toEqual([]);
    expect(await hidden({ 'v.yaml': 'a: 1\n' }, { 'v.yaml': 'a: 1\n', ...rule })).toEqual([]);
    const all = { '.gitattributes': '* -diff\n' };
    for (const path of [
      'values.yaml',
      'my-values.yaml',
      'values-prod.yml',
      'kustomization.yaml',
      'Kustomization',
      'Chart.yaml',
    ])
      expect(await hidden({ [path]: 'a: 1\n' }, { [path]: 'a: 1\n', ...all })).toEqual(
        path === 'Kustomization' ? ['Kustomization -diff .gitattributes:1'] : [`${path} -diff .gitattributes:1`],
      );
    expect(
      await hidden(
        { 'notes.txt': pod, 'evalues.yml': 'a: 1\n' },
        { 'notes.txt': pod, 'evalues.yml': 'a: 1\n', ...all },
      ),
    ).toEqual([]);
    const kustomization = { 'kustomization.yaml': 'resources: [named.txt]\n', 'named.txt': pod };
    expect(await hidden(kustomization, { ...kustomization, '.gitattributes': '*.txt -diff\n' })).toEqual([
      'named.txt -diff .gitattributes:1',
    ]);
    const crypted = { 'a.yaml': '\0GITCRYPT\0' };
    expect(await hidden(crypted, { ...crypted, ...rule })).toEqual([]);
  });

  test('are five of a line, and one that was not read may be one', async () => {
    const many = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at}.yaml`, `${pod}# ${at}\n`]));
    expect(await hidden(many, { ...many, ...rule })).toHaveLength(5);
    const large = { 'a.yaml': `a: ${'x'.repeat(100)}\n` };
    expect(await hidden(large, { ...large, ...rule }, { bytes: 50 })).toEqual(['a.yaml -diff .gitattributes:2']);
  });

  test('are unknown where such a file is too large to read', async () => {
    const large = { '.gitattributes': `#${'x'.repeat(1024 * 1024)}\n` };
    expect(await hidden({}, large)).toEqual(['.gitattributes it has more than 1048576 bytes']);
    expect(await hidden(large, { ...large, 'a.yaml': pod })).toEqual([]);
  });
});
