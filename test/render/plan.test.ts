import { expect, test } from '@jest/globals';
import { Graph } from '../../src/render/graph/graph.ts';
import {
  contextRoots,
  type Mention,
  mentionOf,
  unchangedRoots,
  writtenNames,
} from '../../src/render/plan/context-roots.ts';
import { lackingParts } from '../../src/render/plan/missing-targets.ts';
import { neededTools, planRenders } from '../../src/render/plan/plan.ts';
import { chartEdits, kustomizationEdit, plainJson, wrapper } from '../../src/render/plan/recipe.ts';
import { own } from './declarations.ts';
import { changeOf, deliveredOf, type Texts, viewOf } from './delivered.ts';
import { application, type Changed, flux } from './patched.ts';

/** Roots that a change reaches, with what they were: `new`, `gone`, or `was` another one. */
function planned(files: Texts, changed: Changed): readonly string[] {
  const { sides } = changeOf(files, changed, [own]);
  const plan = planRenders(sides.before, sides.after, []);
  return [
    ...plan.changed.map(({ id, before, after }) => {
      if (after === undefined) return `${id} gone`;
      if (before === undefined) return `${id} new`;
      return before.root.id === id ? `${id} (${[...after.asked].join(', ')})` : `${id} was ${before.root.id}`;
    }),
    `${plan.reused} of ${plan.found} as before`,
  ];
}

const k = (more = '') => ({ 'k/kustomization.yaml': `resources: [a.yaml]\n${more}`, 'k/a.yaml': 'a: b\n' });
const at = (folder: string, a = 'a: b\n', more = '') => ({
  [`${folder}/kustomization.yaml`]: `resources: [a.yaml, c.yaml]\n${more}`,
  [`${folder}/a.yaml`]: a,
  [`${folder}/c.yaml`]: 'c: d\n',
});
const without = (...folders: readonly string[]) =>
  Object.fromEntries(
    folders.flatMap((folder) =>
      ['kustomization.yaml', 'a.yaml', 'c.yaml'].map((file) => [`${folder}/${file}`, undefined]),
    ),
  );
const chart = { 'c/Chart.yaml': 'name: c\n', 'c/values.yaml': 'a: 1\n', 'c/templates/a.yaml': 'a: b\n' };
const app = { 'r.yaml': application('{}') };
const fleet = (more = '') => ({ 'b/fleet.yaml': `kustomize: {dir: ../k}\n${more}` });

const cases: readonly (readonly [string, readonly string[], Texts, Changed])[] = [
  ['nothing', ['1 of 1 as before'], k(), {}],
  ['another file', ['1 of 1 as before'], k(), { 'x.yaml': 'a: b\n' }],
  ['a file of a kustomization', ['k ()', '0 of 1 as before'], k(), { 'k/a.yaml': 'a: c\n' }],
  ['a kustomization that is new', ['k new', '0 of 1 as before'], {}, k()],
  [
    'a kustomization that is gone',
    ['k gone', '0 of 0 as before'],
    k(),
    { 'k/kustomization.yaml': undefined, 'k/a.yaml': undefined },
  ],
  ['one of two', ['l ()', '1 of 2 as before'], { ...k(), ...at('l') }, { 'l/a.yaml': 'a: c\n' }],
  [
    'a component',
    ['0 of 0 as before'],
    { 'c/kustomization.yaml': 'kind: Component\n' },
    { 'c/kustomization.yaml': 'kind: Component\nnamePrefix: x\n' },
  ],
  [
    'what another includes',
    ['l ()', '0 of 1 as before'],
    { ...k(), 'l/kustomization.yaml': 'resources: [../k]\n' },
    { 'k/a.yaml': 'a: c\n' },
  ],
  [
    'what another no longer includes',
    ['l ()', '1 of 2 as before'],
    { ...k(), 'l/kustomization.yaml': 'resources: [../k]\n' },
    { 'l/kustomization.yaml': 'resources: []\n' },
  ],
  [
    'what another newly includes',
    ['k/l ()', 'k gone', '0 of 1 as before'],
    { ...k(), 'k/l/kustomization.yaml': 'resources: []\n' },
    { 'k/l/kustomization.yaml': 'resources: [..]\n' },
  ],
  [
    'a new one that includes what was one',
    ['k/l ()', '0 of 1 as before'],
    k(),
    { 'k/l/kustomization.yaml': 'resources: [..]\n' },
  ],
  [
    'a new one of a new place that includes what was one',
    ['overlays/prod new', 'base gone', '0 of 1 as before'],
    { 'base/kustomization.yaml': 'resources: []\n' },
    { 'overlays/prod/kustomization.yaml': 'resources: [../../base]\n' },
  ],
  [
    'a folder that moves',
    ['x/new was x/old', '0 of 1 as before'],
    at('x/old'),
    { ...without('x/old'), ...at('x/new') },
  ],
  [
    'a folder that moves and changes',
    ['x/new was x/old', '0 of 1 as before'],
    at('x/old'),
    { ...without('x/old'), ...at('x/new', 'a: b\n', 'namePrefix: p\n') },
  ],
  [
    'a folder that moves and changes too much',
    ['x/new new', 'x/old gone', '0 of 1 as before'],
    at('x/old'),
    { ...without('x/old'), ...at('x/new', 'a: c\n', 'namePrefix: p\n') },
  ],
  [
    'a folder that moves to another environment',
    ['prod/old new', 'dev/old gone', '0 of 1 as before'],
    at('dev/old'),
    { ...without('dev/old'), ...at('prod/old') },
  ],
  [
    'a folder that moves to another scope that was there',
    ['y/old new', 'x/old gone', '0 of 1 as before'],
    { ...at('x/old'), 'y/z.yaml': 'a: b\n' },
    { ...without('x/old'), ...at('y/old') },
  ],
  [
    'a folder whose scope is called otherwise',
    ['y/old was x/old', '0 of 1 as before'],
    at('x/old'),
    { ...without('x/old'), ...at('y/old') },
  ],
  [
    'a folder that moves where its scope stays',
    ['y/old new', 'x/old gone', '0 of 1 as before'],
    { ...at('x/old'), 'x/z.yaml': 'a: b\n' },
    { ...without('x/old'), ...at('y/old') },
  ],
  [
    'two folders that move',
    ['x/z/one was x/one', 'x/z/two was x/two', '0 of 2 as before'],
    { ...at('x/one'), ...at('x/two', 'a: c\n') },
    { ...without('x/one', 'x/two'), ...at('x/z/two', 'a: c\n'), ...at('x/z/one') },
  ],
  ['a chart', ['c (chart) ()', '0 of 1 as before'], chart, { 'c/templates/a.yaml': 'a: c\n' }],
  ['the values of a chart', ['c (chart) ()', '0 of 1 as before'], chart, { 'c/values.yaml': 'a: 2\n' }],
  [
    'further values of a chart',
    ['c (chart) ()', 'c (values-prod.yaml) ()', '0 of 2 as before'],
    chart,
    { 'c/values-prod.yaml': 'a: 2\n' },
  ],
  [
    'values that chart-testing takes',
    ['c (chart) ()', 'c (ci/x-values.yaml) ()', '0 of 2 as before'],
    chart,
    { 'c/ci/x-values.yaml': 'a: 2\n' },
  ],
  ['a new chart', ['c (chart) new', '0 of 1 as before'], {}, chart],
  [
    'a declaration',
    ['Application argocd/app (r.yaml) ()', '0 of 1 as before'],
    { ...k(), ...app },
    { 'r.yaml': application('{namePrefix: p}') },
  ],
  ['a new declaration', ['Application argocd/app (r.yaml) new', 'k gone', '0 of 1 as before'], k(), app],
  [
    'a declaration that is gone',
    ['Application argocd/app (r.yaml) gone', '1 of 1 as before'],
    { ...k(), ...app },
    { 'r.yaml': undefined },
  ],
  [
    'a declaration in another file',
    ['Application argocd/app (a/s.yaml) new', 'Application argocd/app (r.yaml) gone', '0 of 1 as before'],
    { ...k(), ...app },
    { 'r.yaml': undefined, 'a/s.yaml': app['r.yaml'] },
  ],
  [
    'a declaration in another file of its scope',
    ['1 of 1 as before'],
    { ...k(), 'a/r.yaml': app['r.yaml'] },
    { 'a/r.yaml': undefined, 'a/s.yaml': app['r.yaml'] },
  ],
  [
    'two declarations in another file',
    [
      'Application argocd/app (a/s.yaml) new',
      'Application argocd/app (a/t.yaml) new',
      'Application argocd/app (a/r.yaml) gone',
      '0 of 2 as before',
    ],
    { ...k(), 'a/r.yaml': app['r.yaml'] },
    { 'a/r.yaml': undefined, 'a/s.yaml': app['r.yaml'], 'a/t.yaml': app['r.yaml'] },
  ],
  [
    'a declaration to another cluster',
    ['Application argocd/app (r.yaml) new', '0 of 1 as before'],
    { ...k(), ...app },
    { 'r.yaml': app['r.yaml'].replace('{namespace: shop}', '{namespace: shop, server: z}') },
  ],
  [
    'a declaration of what comes to be there',
    ['Application argocd/app (r.yaml) new', '0 of 1 as before'],
    { ...app },
    { ...k() },
  ],
  [
    'variables of a declaration',
    ['Kustomization flux-system/f (r.yaml) ()', '0 of 1 as before'],
    { ...k(), ...flux() },
    flux('postBuild: {substitute: {a: b}}\n'),
  ],
  [
    'a namespace of a declaration',
    ['Kustomization flux-system/f (r.yaml) ()', '0 of 1 as before'],
    { ...k(), ...flux() },
    flux('targetNamespace: ns\n'),
  ],
  [
    'what its source leaves out',
    ['Kustomization flux-system/f (r.yaml) (.sourceignore)', '0 of 1 as before'],
    { ...k(), ...flux() },
    { '.sourceignore': 'a.yaml\n'.repeat(2_000) },
  ],
  ['a bundle', ['bundle b (b/fleet.yaml) ()', '0 of 1 as before'], { ...k(), ...fleet() }, { 'k/a.yaml': 'a: c\n' }],
  ['a customization of a bundle', ['2 of 2 as before'], { ...k(), ...fleet() }, fleet('targets: [{name: x}]\n')],
  [
    'a customization of a bundle that is gone',
    ['bundle b for x (b/fleet.yaml) ()', '1 of 1 as before'],
    { ...k(), ...fleet('targets: [{name: x, namespace: ns}]\n') },
    fleet(),
  ],
  [
    'a release in a helmfile',
    ['1 of 1 as before'],
    { ...chart, 'helmfile.yaml': 'releases: [{name: r, chart: ./c}]\n' },
    { 'helmfile.yaml': 'releases: [{name: r, chart: ./c, condition: x.enabled}]\n' },
  ],
  [
    'a release of another condition',
    ['release r (helmfile.yaml) new', '0 of 1 as before'],
    { ...chart, 'helmfile.yaml': 'releases: [{name: r, chart: ./c, condition: x.enabled}]\n' },
    { 'helmfile.yaml': 'releases: [{name: r, chart: ./c, condition: y.enabled}]\n' },
  ],
  [
    'a release without a condition',
    ['release r (helmfile.yaml) new', '0 of 1 as before'],
    { ...chart, 'helmfile.yaml': 'releases: [{name: r, chart: ./c, condition: x.enabled}]\n' },
    { 'helmfile.yaml': 'releases: [{name: r, chart: ./c}]\n' },
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('the roots that a change reaches: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(planned(...given)).toEqual(expected);
});

test('the copy of a kustomization is without what is elsewhere, and has charts as files', () => {
  const files: Texts = {
    'k/kustomization.yaml': `namespace: ns
resources: [a.yaml, "https://example.org/x?ref=1", b.yaml]
generators: ["{apiVersion: v1, kind: Run}"]
patches: [{path: "https://example.org/p?ref=1"}, {patch: x}]
configMapGenerator: [{name: m, files: ["https://example.org/f"]}]
helmGlobals: {chartHome: charts}
helmCharts:
- {name: c, releaseName: rel, namespace: own, valuesFile: v.yaml, valuesInline: {a: 1}, additionalValuesFiles: [w.yaml, ../../out], includeCRDs: true, skipHooks: true, apiVersions: [x]}
- {name: c, values: v.yaml, valuesInline: {a: 1}, valuesMerge: replace, releaseNamespace: two}
- {name: c, valuesInline: {a: 1}, valuesMerge: merge}
- {name: c, valuesFile: v.yaml, valuesInline: {a: 1}, valuesMerge: merge}
- {name: c, valuesInline: {}}
`,
    ...{ 'k/a.yaml': '', 'k/b.yaml': '', 'k/v.yaml': '', 'k/w.yaml': '', 'k/charts/c/Chart.yaml': 'name: c\n' },
    'l/kustomization.yaml': 'resources: ["https://example.org/x?ref=1"]\n',
    'm/kustomization.yaml': 'resources: []\n',
  };
  const graph = new Graph(viewOf(files));
  const editOf = (folder: string, isLacking = false) => {
    const part = graph.kustomization(folder);
    if (part === undefined) throw new Error(folder);
    const { edit, inflations } = kustomizationEdit(graph.view, part, isLacking);
    return { path: edit?.path, value: edit === undefined ? undefined : JSON.parse(edit.text), inflations };
  };
  const { path, value, inflations } = editOf('k');
  expect([path, value]).toEqual([
    'k/kustomization.yaml',
    {
      namespace: 'ns',
      resources: ['a.yaml', 'b.yaml', ...[0, 1, 2, 3, 4].map((index) => `.gitops-gate-chart-${index}.yaml`)],
      patches: [{ patch: 'x' }],
      configMapGenerator: [],
      generatorOptions: {},
    },
  ]);
  const call = {
    chart: 'k/charts/c',
    release: 'release-name',
    namespace: 'ns',
    parameters: [],
    includeCrds: false,
    skipHooks: false,
    apiVersions: [],
  };
  expect(inflations.map((each) => each.call)).toEqual([
    {
      ...call,
      release: 'rel',
      namespace: 'own',
      values: ['k/v.yaml', { a: 1 }, 'k/w.yaml'],
      includeCrds: true,
      skipHooks: true,
      apiVersions: ['x'],
    },
    { ...call, namespace: 'two', values: [{ a: 1 }] },
    { ...call, values: [{ a: 1 }, 'k/charts/c/values.yaml'] },
    { ...call, values: [{ a: 1 }, 'k/v.yaml'] },
    { ...call, values: [] },
  ]);
  expect(inflations[1]?.output).toBe('k/.gitops-gate-chart-1.yaml');
  expect(editOf('l').value).toEqual({ generatorOptions: {} });
  expect(editOf('m')).toEqual({ path: undefined, value: undefined, inflations: [] });
  expect(editOf('m', true).value).toEqual({ resources: [], generatorOptions: {} });
});

test('where objects are not here patches name theirs as targets, and numbers of replicas are left out', () => {
  const object = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a.b, namespace: n-s}\n';
  const files = {
    'k/p.yaml': `${object}---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n`,
    'k/ops.yaml': '[{op: add}]',
  };
  const view = viewOf({
    ...files,
    'k/kustomization.yaml': JSON.stringify({
      replicas: [{ name: 'a', count: 1 }],
      patchesStrategicMerge: [object, 'p.yaml', 'none.yaml', '{kind: X}'],
      patches: [
        { path: 'p.yaml', target: { kind: 'A' } },
        { path: 'ops.yaml', target: {} },
        { patch: 'a: [' },
        { patch: 'kind: X\nmetadata: {name: y}', options: 1 },
      ],
    }),
  });
  const part = new Graph(view).kustomization('k');
  const { edit } = kustomizationEdit(view, part as NonNullable<typeof part>, true);
  const target = { group: 'apps', version: 'v1', kind: 'Deployment', name: 'a\\.b', namespace: 'n-s' };
  const [deployment, pod] = [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a.b', namespace: 'n-s' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } },
  ];
  expect(JSON.parse(edit?.text ?? '')).toEqual({
    generatorOptions: {},
    patches: [
      { patch: JSON.stringify(deployment), target },
      { patch: JSON.stringify(deployment), target },
      { patch: JSON.stringify(pod), target: { version: 'v1', kind: 'Pod', name: 'p' } },
      { path: 'none.yaml' },
      { patch: '{kind: X}' },
      { path: 'p.yaml', target: { kind: 'A' } },
      { path: 'ops.yaml', target: {} },
      { patch: 'a: [' },
      { patch: 'kind: X\nmetadata: {name: y}', options: 1 },
    ],
  });
  const parts = ['a', 'b', 'c', 'd'].map((folder, index, all) => ({
    ...{ folder, file: '', isComponent: false, inputs: [], charts: [], drops: [] },
    includes: index === 3 ? [] : [{ path: all[index + 1] ?? '', at: [] }],
    gaps: (index === 2 ? ['remote'] : index === 3 ? ['missing'] : []).map((kind) => ({
      kind: kind as 'remote',
      name: '',
      file: '',
      at: [],
    })),
  }));
  expect([...lackingParts(parts)].sort()).toEqual(['a', 'b', 'c']);
});

test('the copy of a chart is without dependencies that are not here', () => {
  const files = {
    'c/Chart.yaml': 'name: c\ndependencies: [{name: a}, {name: b, repository: "file://../b"}, {name: d}]\n',
    'c/requirements.yaml': 'dependencies: [{name: e}]\n',
    'b/Chart.yaml': 'name: b\n',
  };
  const graph = new Graph(viewOf(files));
  const edits =
    graph.chart('c') === undefined
      ? []
      : chartEdits(graph.view, graph.chart('c') as NonNullable<ReturnType<Graph['chart']>>);
  expect(edits.map(({ path, text }) => [path, JSON.parse(text)])).toEqual([
    ['c/Chart.yaml', { name: 'c', dependencies: [{ name: 'b', repository: 'file://../b' }] }],
    ['c/requirements.yaml', { dependencies: [] }],
  ]);
});

test('what is built asks where objects come from, and has the options of the declaration that are in place', () => {
  const written = wrapper(
    ['x'],
    { namePrefix: 'p', patches: [{ patch: 'a' }, { path: 'b' }, { patch: 'c', path: 'd' }, 'e'], components: ['f', 1] },
    (path) => `../${path}`,
  );
  expect(JSON.parse(written)).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: ['x'],
    buildMetadata: ['originAnnotations', 'transformerAnnotations'],
    namePrefix: 'p',
    patches: [{ patch: 'a' }],
    components: ['../f', 1],
  });
  expect(JSON.parse(wrapper([], {}, (path) => path))).not.toHaveProperty('patches');
  expect(plainJson({ a: 5n })).toBe('{\n "a": 5\n}');
});

test('the tools that a root takes', () => {
  const needed = (files: Texts) =>
    [...deliveredOf(files, [own]).roots.values()].map((root) =>
      neededTools(
        unchangedRoots(deliveredOf(files, [own]), new Set()).find((each) => each.root.id === root.id) as never,
      ),
    );
  expect(needed(k())).toEqual([{ kustomize: true, helm: false }]);
  expect(needed(chart)).toEqual([{ kustomize: false, helm: true }]);
  expect(needed({ 'k/kustomization.yaml': 'helmCharts: [{name: c}]\n', 'k/charts/c/Chart.yaml': 'name: c\n' })).toEqual(
    [{ kustomize: true, helm: true }],
  );
});

test('roots that may bear on a change are those whose files have a name that is looked for', () => {
  const delivered = deliveredOf({
    ...at('k'),
    ...at('l', 'x: y\n'),
    ...at('m', 'z: w\n'),
    'k/a.yaml': 'one\n',
    'l/a.yaml': 'two\n',
    'k/c.yaml': '1',
    'l/c.yaml': '2',
    'm/c.yaml': '3',
  });
  const roots = unchangedRoots(delivered, new Set(['m']));
  const { view } = delivered.graph;
  const id = (path: string) => view.file(path)?.id ?? '';
  const near = (mentions: readonly (readonly [string, Mention])[]) =>
    contextRoots(roots, view, new Map(mentions.map(([path, mention]) => [id(path), mention]))).map(
      ({ root, isNamed }) => `${root.id} ${isNamed}`,
    );
  expect(roots.map(({ root }) => root.id)).toEqual(['k', 'l']);
  expect(
    near([
      ['k/a.yaml', 'computed'],
      ['l/c.yaml', 'name'],
      ['m/a.yaml', 'name'],
    ]),
  ).toEqual(['l true', 'k false']);
  expect(near([])).toEqual([]);
});

test('names as files may write them are those without what kustomizations put to them', () => {
  const delivered = deliveredOf({
    'k/kustomization.yaml': 'namePrefix: p-\n',
    'l/kustomization.yaml': 'nameSuffix: -s\nnamePrefix: q-\n',
    ...flux('namePrefix: f-\n'),
    'm/kustomization.yaml': '',
  });
  const roots = unchangedRoots(delivered, new Set());
  const written = (...names: string[]) => writtenNames(names, delivered.graph, roots);
  expect(written('p-a', 'q-b-s', 'f-c', 'q-d', 'p-')).toEqual(['p-a', 'q-b-s', 'f-c', 'q-d', 'p-', 'a', 'b', 'c']);
});

test.each<[source: string, path: string, mention: Mention | undefined]>([
  ['name: admin', 'x', 'name'],
  ['a: {{ b }} admin', 'x', 'name'],
  ['a: b', 'c.tgz', 'computed'],
  ['a: b', 'c.yaml', undefined],
  ['roleRef: {name: other}', 'x', undefined],
  ['roleRef: {name: "{{ .x }}"}', 'x', 'computed'],
  ['roleRef:\n  name: ad{{ .x }}', 'x', 'computed'],
  ['roleRef:\n  name: {{ .x }}min', 'x', 'computed'],
  ['roleRef:\n  name: {{ .x }}dm{{ .y }}', 'x', 'computed'],
  ['roleRef:\n  name: b{{ .x }}', 'x', undefined],
  ['roleRef:\n  name: {{ .x }}b', 'x', undefined],
  ['roleRef:\n  name: {{ .x }}q{{ .y }}', 'x', undefined],
  ['roleRef:\n  name: $' + '{x}', 'x', 'computed'],
  ['{{ x }}\nroleRef:\n  name: other', 'x', undefined],
  ['roleRef:\n  {{ x }}', 'x', 'computed'],
  ['roleRef: {name: other}\n---\nroleRef: {name: "{{ .x }}"}', 'x', 'computed'],
  ['name: {{ .x }}', 'x', undefined],
  [`roleRef: ${' '.repeat(400)}name: {{ .x }}`, 'x', undefined],
])('a file that says %j in %s: %s', (source, path, mention) =>
  expect(mentionOf(Buffer.from(source), path, ['admin', 'zzz'])).toBe(mention),
);
