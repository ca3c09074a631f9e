import { expect, test } from '@jest/globals';
import { Graph } from '../../src/render/graph/graph.ts';
import { mayMatter } from '../../src/render/judge/lost-roots.ts';
import { isOwnTemplate, SubchartValues } from '../../src/render/judge/subcharts.ts';
import { renderedObjects } from '../../src/render/outcome/rendered-objects.ts';
import { nothingRendered, type RenderedRoot } from '../../src/render/result/rendering.ts';
import { objectsOf, type Texts, viewOf } from './delivered.ts';

test('objects may matter but for kinds that neither permit nor protect, and plain words', () => {
  const may = (kind: string, more = '', name = 'x') =>
    objectsOf(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n${more}`).map(mayMatter)[0];
  const harmless = [
    'PersistentVolume',
    'PersistentVolumeClaim',
    'StorageClass',
    'VolumeSnapshot',
    'VolumeSnapshotClass',
    'HorizontalPodAutoscaler',
    'VerticalPodAutoscaler',
    'PodDisruptionBudget',
    'PriorityClass',
    'Lease',
  ];
  expect([...harmless, 'Role', 'Service', 'Thing'].filter((kind) => may(kind))).toEqual(['Role', 'Service', 'Thing']);
  const map = (data: string, name?: string) => may('ConfigMap', `data: ${data}\n`, name);
  expect([
    map('{a: b}'),
    map('{a: "b: c"}'),
    map('{a: "{"}'),
    map('{a: "["}'),
    map('{a: "b\\nc"}'),
    map('{a: b, c: "d:"}'),
    map('{}'),
  ]).toEqual([false, true, true, true, true, true, false]);
  expect(may('ConfigMap', 'binaryData: {a: "b:"}\n')).toBe(true);
  expect(['argocd-cm', 'kyverno', 'aws-auth', 'my-argocd'].map((name) => map('{a: b}', name))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('values of a chart reach the templates of the charts in it', () => {
  const files: Texts = {
    'c/Chart.yaml': 'name: top\ndependencies: [{name: dep, alias: other, repository: "file://../d"}, x]\n',
    'c/charts/folder/Chart.yaml': 'name: inner\n',
    'd/Chart.yaml': 'name: dep\n',
  };
  const reached = (more: Texts = {}) => {
    const view = viewOf({ ...files, ...more });
    const { charts } = new Graph(view).closure([], ['c']);
    const values = new SubchartValues(view, charts);
    return (named: string, path: string) => values.reaches(named.split('.'), path.split('.'));
  };
  const is = reached();
  expect(['top', 'dep', 'other', 'folder', 'inner'].map((name) => is('a.b', `${name}.a.b`))).toEqual(
    Array(5).fill(true),
  );
  expect([
    is('a.b', 'a'),
    is('a', 'a.b'),
    is('a.b', 'x.a.b'),
    is('a.b', 'dep.inner.a'),
    is('a.b', 'dep.c'),
    is('b', 'x.y.b'),
  ]).toEqual([true, true, false, true, false, false]);
  const imports = reached({ 'c/requirements.yaml': 'dependencies: [{name: z, import-values: [data]}]\n' });
  expect([imports('b', 'x.y.b'), imports('c', 'x.y.b'), imports('a', 'z.a')]).toEqual([true, false, true]);
  const chart = { folder: 'c' } as Parameters<typeof isOwnTemplate>[0];
  expect(
    ['c/templates/a.yaml', 'c/charts/d/templates/a.yaml', 'c/x.yaml'].map((path) => isOwnTemplate(chart, path)),
  ).toEqual([true, false, false]);
});

test('what roots gave is compared with the words that their files had', () => {
  const side = (more: object = {}) => ({
    root: { declared: { file: 'r.yaml' } },
    gaps: [],
    reason: undefined,
    objects: [],
    unreadable: [],
    files: new Set(['f.yaml']),
    ...more,
  });
  const roots = [
    { id: 'a', scope: 'a', file: 'a', before: side(), after: side({ files: new Set(['g.yaml']) }) },
    { id: 'b', scope: 'b', file: 'b', before: side(), after: side({ reason: 'x' }) },
    { id: 'c', scope: 'c', file: 'c', before: side(), after: undefined },
    { id: 'd', scope: 'd', file: 'd', before: undefined, after: side() },
  ] as unknown as RenderedRoot[];
  const view = viewOf({
    'f.yaml': 'a: secret\nxlonger: y\n',
    'g.yaml': `b: ${Buffer.from('other').toString('base64')}`,
    'r.yaml': 'c=declared,',
    'h.yaml': 'elsewhere',
  });
  const found = renderedObjects({ ...nothingRendered, roots }, view);
  expect(found.map(({ scope }) => scope)).toEqual(['a', 'd']);
  const words = ['secret', 'other', 'declared', 'longer', 'secre', 'elsewhere', ''];
  expect(words.map((word) => found[0]?.wasReadable(word))).toEqual([true, true, true, false, false, false, false]);
  expect(words.map((word) => found[1]?.wasReadable(word))).toEqual([true, false, false, false, false, false, false]);
});
