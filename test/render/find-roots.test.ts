import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { RenderPolicy } from '../../src/policy/policy.ts';
import { Graph } from '../../src/render/graph/graph.ts';
import type { Root } from '../../src/render/model/root.ts';
import { declarationsOf, findRoots, kustomizationsOf } from '../../src/render/roots/find-roots.ts';
import { keptNamespaces } from '../../src/render/roots/kept-namespaces.ts';
import { declaredObjects } from '../../src/render/roots/objects.ts';
import { OwnRepository } from '../../src/render/roots/own-repository.ts';
import { own } from './declarations.ts';
import { objectsOf, type Texts, viewOf } from './delivered.ts';
import { application, flux } from './patched.ts';

const delivered = (files: Texts, roots: RenderPolicy['roots'] = []) => {
  const view = viewOf(files);
  const candidates = { declaring: view.paths, configMaps: view.paths };
  return findRoots(new Graph(view), candidates, new OwnRepository([own]), { ...defaultPolicy.render, roots });
};
const ids = (files: Texts) => [...delivered(files).roots.keys()];
const at = (folder: string, ...resources: readonly string[]) => ({
  [`${folder === '' ? '' : `${folder}/`}kustomization.yaml`]: `resources: [${resources.join(', ')}]\n`,
});
const component = { 'c/kustomization.yaml': 'kind: Component\n' };
const chart = (folder: string, more = '', name = 'c') => ({ [`${folder}/Chart.yaml`]: `name: ${name}\n${more}` });

describe('kustomizations are roots', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['by themselves', { ...at('a'), ...at('b') }, ['a', 'b']],
    ['at the top', at(''), ['.']],
    ['but for those that others include', { ...at('a', '../b'), ...at('b', '../d'), ...at('d') }, ['a']],
    ['but for components', component, []],
    [
      'also where a component includes them',
      { 'c/kustomization.yaml': 'kind: Component\nresources: [../a]\n', ...at('a') },
      ['a'],
    ],
    ['one of a circle', { ...at('a', '../b'), ...at('b', '../a') }, ['a']],
    [
      'one of a circle that nothing else reaches',
      { ...at('x', '../b'), ...at('a', '../b'), ...at('b', '../d'), ...at('d', '../b') },
      ['a', 'x'],
    ],
    [
      'each of two circles',
      { ...at('a', '../b'), ...at('b', '../a'), ...at('d', '../e'), ...at('e', '../d') },
      ['a', 'd'],
    ],
    ['that include themselves', at('a', '../a'), ['a']],
    [
      'but for those that are declared',
      { ...at('k'), ...at('l'), 'r.yaml': application('{}') },
      ['Application argocd/app (r.yaml)', 'l'],
    ],
    [
      'but for those of a circle that is declared',
      { ...at('k', '../l'), ...at('l', '../k'), 'r.yaml': application('{}') },
      ['Application argocd/app (r.yaml)'],
    ],
    ['not other files', { 'a/kustomization.txt': '', 'a/x.yaml': '' }, []],
  ])('%s', (_, files, roots) => expect(ids(files)).toEqual(roots));

  test('with nothing but their folder', () => {
    expect([...delivered(at('a')).roots.values()]).toEqual([
      {
        id: 'a',
        kind: 'kustomization',
        folder: 'a',
        declared: undefined,
        sources: [{ kind: 'kustomize', folder: 'a', options: {} }],
        extraFiles: [],
        namespace: undefined,
        substitution: undefined,
        gaps: [],
        isByDefaults: false,
      },
    ]);
  });
});

describe('charts are roots', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['by themselves', { ...chart('a'), ...chart('b') }, ['a (chart)', 'b (chart)']],
    ['at the top', { 'Chart.yaml': 'name: c\n', 'values-x.yaml': '' }, ['. (chart)', '. (values-x.yaml)']],
    ['but for libraries', chart('a', 'type: library\n'), []],
    [
      'but for those in others',
      { ...chart('a'), ...chart('a/charts/b'), ...chart('a/sub') },
      ['a (chart)', 'a/sub (chart)'],
    ],
    [
      'but for those that others depend on',
      {
        ...chart('a', 'dependencies: [{name: b, repository: "file://../b"}]\n'),
        ...chart('b', 'dependencies: [{name: d, repository: "file://../d"}]\n'),
        ...chart('d'),
      },
      ['a (chart)'],
    ],
    [
      'but for those that depend on each other',
      {
        ...chart('a', 'dependencies: [{name: b, repository: "file://../b"}]\n'),
        ...chart('b', 'dependencies: [{name: a, repository: "file://../a"}]\n'),
      },
      [],
    ],
    [
      'but for those that kustomizations inflate, with what they depend on',
      {
        'k/kustomization.yaml': 'helmCharts: [{name: c}]\n',
        ...chart('k/charts/c', 'dependencies: [{name: d, repository: "file://../d"}]\n'),
        ...chart('k/charts/d'),
      },
      ['k'],
    ],
    [
      'but for those that are declared',
      { ...chart('k'), ...chart('l'), 'r.yaml': application('{}') },
      ['Application argocd/app (r.yaml)', 'l (chart)'],
    ],
    [
      'with each values file next to them',
      {
        ...chart('a'),
        ...Object.fromEntries(
          [
            'values.yaml',
            'values-prod.yaml',
            'values.dev.yml',
            'values_x.yaml',
            'prod-values.yaml',
            'ci/x-values.yaml',
            'ci/other.yaml',
            'sub/values-x.yaml',
            'myvalues.yaml',
            'values-x.txt',
            'values-.yaml',
          ].map((file) => [`a/${file}`, '']),
        ),
      },
      [
        'a (chart)',
        'a (ci/x-values.yaml)',
        'a (prod-values.yaml)',
        'a (values-prod.yaml)',
        'a (values.dev.yml)',
        'a (values_x.yaml)',
      ],
    ],
    ['not other files', { 'a/MyChart.yaml': '', 'a/Chart.yaml.txt': '' }, []],
  ])('%s', (_, files, roots) => expect(ids(files)).toEqual(roots));

  test('as they would be installed by their defaults', () => {
    const [one, other] = [...delivered({ ...chart('a', '', 'My_Chart.'), 'a/values-x.yaml': '' }).roots.values()];
    const source = {
      kind: 'helm',
      chart: 'a',
      release: 'my-chart',
      namespace: 'release-namespace',
      valueFiles: [],
      values: [],
      parameters: [],
      skipCrds: false,
      options: {},
    };
    expect([one?.sources, one?.isByDefaults, one?.kind, one?.folder]).toEqual([[source], true, 'chart', 'a']);
    expect(other?.sources).toEqual([{ ...source, valueFiles: ['a/values-x.yaml'] }]);
    const release = (name: string) =>
      [...delivered(chart('a', '', name)).roots.values()].flatMap(({ sources: [each] }) =>
        each?.kind === 'helm' ? each.release : [],
      );
    expect(['--', `${'x'.repeat(60)}`, '-a-b-'].map((name) => release(`"${name}"`)[0])).toEqual([
      'release',
      'x'.repeat(50),
      'a-b',
    ]);
  });
});

test('the policy adds roots', () => {
  const base = { values: [], namespace: undefined, release: undefined };
  const roots = delivered({ ...at('a'), ...chart('b') }, [
    { ...base, name: 'one', path: 'a/', namespace: 'ns' },
    { ...base, name: 'two', path: 'b', values: ['v.yaml'], release: 'rel', namespace: 'ns' },
    { ...base, name: 'three', path: 'b' },
    { ...base, name: 'four', path: '.' },
  ] as RenderPolicy['roots']).roots;
  const shown = [...roots.values()].map(({ id, kind, folder, namespace, sources: [source], isByDefaults }: Root) => [
    id,
    kind,
    folder,
    namespace,
    source?.kind === 'helm' ? [source.release, source.namespace, ...source.valueFiles] : source?.kind,
    isByDefaults,
  ]);
  expect(shown).toEqual([
    ['one', 'kustomization', 'a', 'ns', 'kustomize', false],
    ['two', 'chart', 'b', 'ns', ['rel', 'ns', 'v.yaml'], false],
    ['three', 'chart', 'b', undefined, ['c', 'release-namespace'], false],
    ['four', 'kustomization', '', undefined, 'kustomize', false],
  ]);
});

test('of two declarations of one name in one file the first counts', () => {
  const two = `${application('{}')}---\n${application('{namePrefix: x}')}`;
  const [root] = [...delivered({ ...at('k'), 'r.yaml': two }).roots.values()];
  expect(root?.declared?.document).toBe(0);
});

test('what further objects declare is by the sources and maps that files have', () => {
  const files = {
    ...at('k'),
    's.yaml':
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: flux-system}\nspec: {url: "https://example.org/other"}\n',
  };
  const further = declaredObjects(viewOf({ 'made.yaml': `${flux()['r.yaml']}---\n${application('{}')}` }), [
    'made.yaml',
  ]);
  const { roots, deliveries } = declarationsOf(delivered(files), further);
  expect([roots.map(({ id }) => id), deliveries.map(({ address }) => address)]).toEqual([
    ['Application argocd/app (made.yaml)'],
    ['./k of GitRepository flux-system/flux-system'],
  ]);
});

test('the kustomizations that sources build', () => {
  const source = (more: object) => kustomizationsOf({ options: {}, ...more } as never);
  expect([
    source({ kind: 'kustomize', folder: 'a', options: { components: ['b', 1] } }),
    source({ kind: 'files', kustomizations: ['c'] }),
    source({ kind: 'helm' }),
    source({ kind: 'helm', options: { components: 'x' } }),
  ]).toEqual([['a', 'b', '1'], ['c'], [], []]);
});

test('a namespace that the kustomization of a folder gives is kept', () => {
  const text = `---\n${flux()['r.yaml']}`;
  const sides = delivered({ 'k/kustomization.yaml': 'namespace: shop\n', 'r.yaml': text, 'z/r.yaml': text });
  const keeps = keptNamespaces(sides);
  const of = (source: string, file = 'r.yaml', namespace = 'shop') =>
    objectsOf(source, file).map((each) => keeps(each, namespace));
  expect([
    of(text),
    of(text, 'r.yaml', 'other'),
    of(text, 'other.yaml'),
    of(text.replace('name: f', 'name: g')),
    of(`\n${text}`),
    of(text.replace('kind: Kustomization', 'kind: Other')),
  ]).toEqual([[true], [false], [false], [false], [false], [false]]);
  expect(
    keptNamespaces(delivered({ 'k/a.yaml': '', 'r.yaml': text }))(objectsOf(text, 'r.yaml')[0] as never, 'shop'),
  ).toBe(false);
});
