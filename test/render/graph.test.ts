import { describe, expect, test } from '@jest/globals';
import { Graph } from '../../src/render/graph/graph.ts';
import { joinedFolders } from '../../src/render/graph/joined-folders.ts';
import { isRemote, shownAddress } from '../../src/render/graph/remote.ts';
import { Contents, FileView } from '../../src/render/model/file-view.ts';
import { limits, type Texts, viewOf } from './delivered.ts';

const tree: Texts = {
  'k/a.yaml': 'a: b\n',
  'k/b.env': 'a=b\n',
  'k/sub/kustomization.yaml': 'resources: [x.yaml]\n',
  'k/sub/x.yaml': 'apiVersion: builtin\nkind: LabelTransformer\n',
  'k/sub/run.yaml': 'apiVersion: v1\nkind: Run\n',
  'k/charts/c/Chart.yaml': 'name: c\n',
  'k/charts/d-1/d/Chart.yaml': 'name: d\n',
  'k/home/c/Chart.yaml': 'name: c\n',
  'other/y.yaml': 'a: b\n',
};

/** What a kustomization reads and names: inputs, folders, charts, gaps and what is left out of its copy. */
function read(text: string, more: Texts = {}): readonly string[] {
  const part = new Graph(viewOf({ ...tree, ...more, 'k/kustomization.yaml': text })).kustomization('k');
  if (part === undefined) return [];
  const at = (path: readonly (string | number)[]) => path.join('.');
  return [
    ...(part.isComponent ? ['component'] : []),
    ...part.inputs.map((each) => `${at(each.at)}: ${each.path}`),
    ...part.includes.map((each) => `${at(each.at)}: folder ${each.path}`),
    ...part.charts.map((each) => `${at(each.at)}: chart ${each.folder} ${JSON.stringify(each.value)}`),
    ...part.gaps.map(
      (each) =>
        `${at(each.at)}: ${each.kind} ${each.name}${each.file === 'k/kustomization.yaml' ? '' : ` of ${each.file}`}`,
    ),
    ...part.drops.map((each) => `${at(each)}: left out`),
  ];
}

const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
  ['nothing', [], ''],
  [
    'resources',
    [
      'resources.0: k/a.yaml',
      'resources.2: other/y.yaml',
      'resources.1: folder k/sub',
      'resources.3: missing none.yaml',
      'resources.4: outside ../../out.yaml',
      'resources.5: remote https://example.org/x?ref=v1',
      'resources.6: remote github.com/a/b',
      'resources.5: left out',
      'resources.6: left out',
    ],
    'resources: [a.yaml, sub, ../other/y.yaml, none.yaml, ../../out.yaml, "https://example.org/x?ref=v1", github.com/a/b, 1]\n',
  ],
  [
    'bases and components',
    ['component', 'bases.0: folder k/sub', 'components.0: folder k/sub', 'components.1: folder other'],
    'kind: Component\nbases: [sub/]\ncomponents: [./sub, ../other]\n',
  ],
  [
    'lists of files',
    ['crds.0: k/a.yaml', 'configurations.0: k/a.yaml', 'patchesStrategicMerge.0: k/a.yaml'],
    'crds: [a.yaml]\nconfigurations: [a.yaml]\npatchesStrategicMerge: [a.yaml, "a: b\\nc: d", " {a: b}"]\n',
  ],
  [
    'items with paths',
    [
      'patches.0.path: k/a.yaml',
      'patchesJson6902.0.path: k/a.yaml',
      'replacements.0.path: k/a.yaml',
      'openapi.path: k/a.yaml',
    ],
    'patches: [{path: a.yaml}, {patch: x}, y]\npatchesJson6902: [{path: a.yaml}]\nreplacements: [{path: a.yaml}]\nopenapi: {path: a.yaml}\n',
  ],
  [
    'generators of maps',
    [
      'configMapGenerator.0.files.0: k/a.yaml',
      'configMapGenerator.0.files.1: k/a.yaml',
      'configMapGenerator.0.envs.0: k/b.env',
      'configMapGenerator.0.env: k/b.env',
      'secretGenerator.0.env: missing none.env',
    ],
    'configMapGenerator: [{files: [a.yaml, k=a.yaml, 1], envs: [b.env], env: b.env}, x]\nsecretGenerator: [{env: none.env}]\n',
  ],
  [
    'charts',
    [
      'helmCharts.0: k/a.yaml',
      'helmCharts.0: k/b.env',
      'helmCharts.0: chart k/charts/c {"name":"c","valuesFile":"a.yaml","additionalValuesFiles":["b.env"]}',
      'helmCharts.1: chart k/charts/d-1/d {"name":"d","version":"1"}',
      'helmCharts.2: missing e',
      'helmCharts.3: missing e 2',
      'helmCharts.4: remote https://example.org/c 1.0.0',
      'helmCharts.0: left out',
      'helmCharts.1: left out',
      'helmCharts.2: left out',
      'helmCharts.3: left out',
      'helmCharts.4: left out',
    ],
    'helmCharts:\n- {name: c, valuesFile: a.yaml, additionalValuesFiles: [b.env]}\n- {name: d, version: "1"}\n- {name: e}\n- {name: e, version: "2"}\n- {name: c, repo: "https://example.org/", version: 1.0.0, chartHome: none}\n- x\n',
  ],
  [
    'charts in their home',
    ['helmCharts.0: chart k/home/c {"name":"c"}', 'helmCharts.0: left out'],
    'helmGlobals: {chartHome: home}\nhelmCharts: [{name: c}]\n',
  ],
  [
    'charts in a home of their own',
    ['helmCharts.0: chart k/home/c {"name":"c","chartHome":"home"}', 'helmCharts.0: left out'],
    'helmGlobals: {chartHome: none}\nhelmCharts: [{name: c, chartHome: home}]\n',
  ],
  [
    'charts of the older list',
    [
      'helmChartInflationGenerator.0: k/a.yaml',
      'helmChartInflationGenerator.0: chart k/home/c {"chartName":"c","chartHome":"home","values":"a.yaml"}',
      'helmChartInflationGenerator.1: remote https://example.org/z',
      'helmChartInflationGenerator.2: remote https://example.org/x/z',
      'helmChartInflationGenerator.0: left out',
      'helmChartInflationGenerator.1: left out',
      'helmChartInflationGenerator.2: left out',
    ],
    'helmChartInflationGenerator: [{chartName: c, chartHome: home, values: a.yaml}, {chartName: z, chartRepo: "https://example.org", chartVersion: 3}, {chartName: z, chartRepoUrl: "https://example.org/x"}]\n',
  ],
  [
    'builtin transformers',
    [
      'generators.0: k/b.env',
      'generators.0: k/b.env',
      'generators.0: k/a.yaml',
      'transformers.0: k/sub/x.yaml',
      'validators.0: k/a.yaml',
      'transformers.1: folder k/sub',
      'transformers.2: missing none.yaml',
    ],
    'transformers: [sub/x.yaml, sub, none.yaml]\ngenerators: [a.yaml]\nvalidators: ["apiVersion: builtin\\nkind: PatchTransformer\\npath: a.yaml"]\n',
    { 'k/a.yaml': 'apiVersion: builtin\nkind: ConfigMapGenerator\nfiles: [x=b.env]\nenvs: [b.env]\n' },
  ],
  [
    'files of transformers',
    ['transformers.0: k/b.env', 'transformers.0: k/a.yaml', 'transformers.1: k/b.env'],
    'transformers:\n- |-\n  apiVersion: builtin\n  kind: ReplacementTransformer\n  replacements: [{path: a.yaml}, {x: y}]\n  paths: [b.env]\n  files: [none]\n- " {apiVersion: builtin, kind: SecretGenerator, files: [b.env]}"\n',
  ],
  [
    'programs',
    [
      'generators.0: k/sub/run.yaml',
      'validators.0: k/run/kustomization.yaml',
      'validators.0: k/run/r.yaml',
      'generators.0: plugin sub/run.yaml (v1 Run)',
      'transformers.0: plugin v1 Run',
      'validators.0: plugin run (v1 Run)',
      'generators.0: left out',
      'transformers.0: left out',
      'validators.0: left out',
    ],
    'generators: [sub/run.yaml]\ntransformers: ["apiVersion: v1\\nkind: Run\\nmetadata: {name: x}"]\nvalidators: [run]\n',
    { 'k/run/kustomization.yaml': 'resources: [r.yaml, 1]\n', 'k/run/r.yaml': 'apiVersion: v1\nkind: Run\n' },
  ],
  [
    'functions',
    [
      'transformers.0: plugin builtin X true',
      'transformers.1: plugin builtin X true',
      'transformers.0: left out',
      'transformers.1: left out',
    ],
    'transformers:\n- |-\n  apiVersion: builtin\n  kind: X\n  metadata: {annotations: {config.kubernetes.io/function: y}}\n- |-\n  apiVersion: builtin\n  kind: X\n  metadata: {annotations: {config.k8s.io/function: y}}\n- |-\n  apiVersion: builtin\n  kind: X\n  metadata: {annotations: {other: y}}\n',
  ],
  [
    'a program among builtin ones',
    ['generators.0: k/g.yaml', 'generators.0: plugin g.yaml (Run)', 'generators.0: left out'],
    'generators: [g.yaml]\n',
    { 'k/g.yaml': 'apiVersion: builtin\nkind: X\n---\nkind: Run\n' },
  ],
  [
    'a generator of a chart',
    [
      'generators.0: k/g.yaml',
      'generators.0: chart k/charts/c {"apiVersion":"builtin","kind":"HelmChartInflationGenerator","name":"c"}',
      'generators.0: left out',
    ],
    'generators: [g.yaml]\n',
    { 'k/g.yaml': 'apiVersion: builtin\nkind: HelmChartInflationGenerator\nname: c\n' },
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what a kustomization names: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(read(...given)).toEqual(expected);
});

/** A view in which some paths are links. */
function withLinks(files: Texts, ...links: readonly string[]): FileView {
  const { tree: entries, contents } = viewOf(files);
  const linked = new Map(
    [...entries].map(([path, entry]) => [path, links.includes(path) ? { ...entry, mode: '120000' } : entry]),
  );
  return new FileView(linked, contents);
}

describe('the graph of what includes what', () => {
  const files: Texts = {
    'k/kustomization.yaml': 'resources: [a.yaml, ../l, link.yaml]\nhelmCharts: [{name: c}]\n',
    'k/a.yaml': '1',
    'k/link.yaml': 'a.yaml',
    'k/charts/c/Chart.yaml':
      'name: c\ndependencies: [{name: d, repository: "file://../d"}, {name: e, repository: "https://example.org/", version: 1.0.0}, {name: f}, x]\n',
    'k/charts/c/requirements.yaml': 'dependencies: [{name: g, repository: "file://../none"}, {name: h}, {name: i}]\n',
    'k/charts/c/charts/h/Chart.yaml': 'name: h\n',
    'k/charts/c/charts/i-1.0.0.tgz': 'x',
    'k/charts/c/charts/f.tgz': 'x',
    'k/charts/c/templates/link.yaml': 'x',
    'k/charts/d/Chart.yaml': 'name: d\ntype: library\ndependencies: [{name: c, repository: "file://../c"}]\n',
    'l/kustomization.yaml': 'resources: [b.yaml, ../k]\n',
    'l/b.yaml': '2',
  };
  const graphOf = () => new Graph(withLinks(files, 'k/link.yaml', 'k/charts/c/templates/link.yaml'));

  test('has all that a build reads; a circle ends where it began', () => {
    const graph = graphOf();
    const closure = graph.closure(['l', 'none'], ['none']);
    expect([...closure.files].sort()).toEqual([
      'k/a.yaml',
      'k/charts/c/Chart.yaml',
      'k/charts/c/charts/f.tgz',
      'k/charts/c/charts/h/Chart.yaml',
      'k/charts/c/charts/i-1.0.0.tgz',
      'k/charts/c/requirements.yaml',
      'k/charts/d/Chart.yaml',
      'k/kustomization.yaml',
      'l/b.yaml',
      'l/kustomization.yaml',
    ]);
    expect(closure.kustomizations.map(({ folder }) => folder)).toEqual(['l', 'k']);
    expect(closure.charts.map(({ folder }) => folder)).toEqual(['k/charts/c', 'k/charts/d']);
    expect(closure.gaps.map(({ kind, name, file }) => `${kind} ${name} of ${file}`)).toEqual([
      'link link.yaml of k/kustomization.yaml',
      'link k/charts/c/templates/link.yaml of k/charts/c/templates/link.yaml',
      'remote https://example.org/e 1.0.0 of k/charts/c/Chart.yaml',
      'remote f of k/charts/c/Chart.yaml',
      'remote file://../none/g of k/charts/c/requirements.yaml',
    ]);
    expect(graph.closure([], ['k/charts/d']).files.size).toBe(6);
  });

  test('reads charts with what they depend on', () => {
    const graph = graphOf();
    const { files: _, gaps: __, ...chart } = graph.chart('k/charts/c') ?? { files: [], gaps: [] };
    expect(chart).toEqual({
      folder: 'k/charts/c',
      name: 'c',
      isLibrary: false,
      local: [{ name: 'd', folder: 'k/charts/d' }],
      drops: [
        { file: 'k/charts/c/Chart.yaml', at: ['dependencies', 1] },
        { file: 'k/charts/c/Chart.yaml', at: ['dependencies', 2] },
        { file: 'k/charts/c/requirements.yaml', at: ['dependencies', 0] },
      ],
    });
    expect(graph.chart('k/charts/d')).toMatchObject({ name: 'd', isLibrary: true, gaps: [], drops: [] });
    expect(graph.chart('k')).toBeUndefined();
  });

  test('has a key for each build that is another one where any of its inputs is', () => {
    const graph = graphOf();
    const keys = (view: FileView) => {
      // Each by itself: of a circle, which is never built, only a part counts.
      const own = () => new Graph(view);
      return [
        own().kustomizationKey('k'),
        own().kustomizationKey('l'),
        own().chartKey('k/charts/c'),
        own().chartKey('k/charts/d'),
      ];
    };
    const links = ['k/link.yaml', 'k/charts/c/templates/link.yaml'];
    const first = keys(withLinks(files, ...links));
    const changed = (path: string, text: string) =>
      keys(withLinks({ ...files, [path]: text }, ...links)).map((key, index) => key !== first[index]);
    expect(changed('k/x.yaml', '')).toEqual([false, false, false, false]);
    expect(changed('k/a.yaml', '3')).toEqual([true, true, false, false]);
    expect(changed('k/kustomization.yaml', `${files['k/kustomization.yaml']}namePrefix: x\n`)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(changed('k/charts/d/Chart.yaml', `${files['k/charts/d/Chart.yaml']}# x\n`)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(changed('k/charts/c/templates/link.yaml', 'y')).toEqual([true, true, true, true]);
    expect([graph.kustomizationKey('none'), graph.chartKey('none')]).toEqual(['none', 'none']);
    expect(first.every((key) => key.length > 40)).toBe(true);
  });

  test('reads what lacks a content again when it is here', () => {
    const { tree: entries } = viewOf({ 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': '' });
    const contents = new Contents(limits);
    const own = new Graph(new FileView(entries, contents));
    const [id = ''] = [entries.get('k/kustomization.yaml')?.id];
    expect([own.kustomization('k')?.inputs, [...contents.wanted], contents.misses]).toEqual([[], [id], 1]);
    contents.add(id, Buffer.from('resources: [a.yaml]\n'));
    expect([own.kustomization('k')?.inputs.length, [...contents.wanted]]).toEqual([1, []]);
    expect(own.kustomization('k')).toBe(own.kustomization('k'));
    contents.add('x', undefined);
    expect([contents.has('x'), contents.bytes('x'), contents.yaml('x')]).toEqual([
      true,
      undefined,
      { documents: [], unreadable: [] },
    ]);
  });
});

test('a view tells files, links and folders apart', () => {
  const view = withLinks(
    {
      'a/b/c.yaml': '',
      'a/b.yaml': '',
      'a/l': '',
      a0: '',
      Kustomization: '',
      'b/kustomization.yml': '',
      'b/Kustomization': '',
    },
    'a/l',
  );
  expect([...view.folders].sort()).toEqual(['a', 'a/b', 'b']);
  expect(['a', 'a/b', 'a/b.yaml', '', 'c'].map((path) => view.isFolder(path))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(['a/b.yaml', 'a/l', 'a', 'c'].map((path) => [view.file(path) !== undefined, view.isLink(path)])).toEqual([
    [true, false],
    [false, true],
    [false, false],
    [false, false],
  ]);
  expect(['a', 'a/b', '', 'c', 'b'].map((folder) => view.below(folder).length)).toEqual([3, 1, 7, 0, 2]);
  expect(['a', '', 'a/b', 'c'].map((folder) => [...view.foldersBelow(folder)].sort())).toEqual([
    ['a/b'],
    ['a', 'a/b', 'b'],
    [],
    [],
  ]);
  expect(
    ['c', 'c/d', 'a/x', 'a/l', 'a/l/x', 'a/b.yaml/x', 'a', 'a/b/x/y', 'a0'].map((path) => view.isAbsent(path)),
  ).toEqual([true, true, true, false, false, false, false, true, false]);
  expect(['', 'b', 'a'].map((folder) => view.kustomizationOf(folder))).toEqual([
    'Kustomization',
    'b/kustomization.yml',
    undefined,
  ]);
  expect(viewOf({}).isFolder('')).toBe(false);
  const templates = viewOf({ 'helmfile.yaml': 'a: {{ b }}\n', 'x.yaml': 'a: {{ b }}\n', 'c.yaml': 'a: [\n' });
  expect([
    templates.documents('helmfile.yaml').length,
    templates.unreadable('x.yaml').length > 0,
    templates.unreadable('none'),
  ]).toEqual([1, true, []]);
  expect([
    templates.bytes('x.yaml')?.toString(),
    templates.bytes('none'),
    templates.unreadable('c.yaml').length,
  ]).toEqual(['a: {{ b }}\n', undefined, 1]);
});

test.each<[string, Texts, string]>([
  ['nothing takes in', {}, 'a/b'],
  ['the one above takes in', { 'a/kustomization.yaml': 'resources: [b]\n' }, 'a'],
  ['the one above takes files of', { 'a/kustomization.yaml': 'resources: [b/x.yaml]\n' }, 'a'],
  ['the one above takes a patch of', { 'a/kustomization.yaml': 'patches: [{path: b/x.yaml}]\n' }, 'a/b'],
  ['one further above takes in', { 'kustomization.yaml': 'resources: [a/b]\n' }, ''],
  [
    'the ones above take in, step by step',
    { 'kustomization.yaml': 'resources: [a]\n', 'a/kustomization.yaml': 'resources: [b]\n' },
    '',
  ],
  [
    'has a namespace of its own',
    { 'a/kustomization.yaml': 'resources: [b]\n', 'a/b/kustomization.yaml': 'namespace: ns\n' },
    'a/b',
  ],
  [
    'has a prefix of its own',
    { 'a/kustomization.yaml': 'resources: [b]\n', 'a/b/kustomization.yaml': 'namePrefix: p\n' },
    'a/b',
  ],
  [
    'has a suffix of its own',
    { 'a/kustomization.yaml': 'resources: [b]\n', 'a/b/kustomization.yaml': 'nameSuffix: s\n' },
    'a/b',
  ],
  [
    'has a kustomization',
    { 'a/kustomization.yaml': 'resources: [b]\n', 'a/b/kustomization.yaml': 'namespace: ""\n' },
    'a',
  ],
  [
    'is taken in by one with a namespace',
    { 'kustomization.yaml': 'resources: [a]\n', 'a/kustomization.yaml': 'namespace: ns\nresources: [b]\n' },
    'a',
  ],
])('a folder that %s is joined in the one that it belongs to', (_, files, joined) => {
  const graph = () => new Graph(viewOf({ 'a/b/x.yaml': '', ...files }));
  expect(joinedFolders([graph(), graph()])('a/b')).toBe(joined);
  // Where one side has it apart it is apart; a side that lacks the folder says nothing.
  expect(joinedFolders([graph(), new Graph(viewOf({ 'a/b/x.yaml': '' }))])('a/b')).toBe('a/b');
  expect(joinedFolders([new Graph(viewOf({ 'z/x.yaml': '' })), graph()])('a/b')).toBe(joined);
});

test('what is elsewhere is told by its address, which is shown without secrets', () => {
  const yes = [
    'https://example.org/x',
    'ssh://a',
    'oci://a/b',
    'git::https://x',
    'gh:a/b',
    'git@example.org:a/b',
    'user@host:a',
    'github.com/a/b',
    'www.github.com/a',
    'GitLab.com:a/b',
    'bitbucket.org/a',
    'dev.azure.com/a',
    'ssh.dev.azure.com:a',
    'x.googlesource.com/a',
    'git-codecommit.eu.amazonaws.com/v1',
    'a/b?ref=v1',
    'a?x=1&version=2',
    'a?timeout=1',
    'a?submodules=0',
    'example.org/a.git',
    'example.org/a.git/b',
    'example.org/a.git?x',
  ];
  const no = [
    'a/b',
    './github.com/a',
    'mygithub.com/a',
    'github.community/a',
    'a.gitx',
    'a?x=1',
    'user@host',
    '1://a',
    'ref=1',
  ];
  expect([...yes, ...no].filter(isRemote)).toEqual(yes);
  expect(shownAddress('https://user:secret@example.org/a?ref=v1&token=x&version=2')).toBe(
    'https://example.org/a?ref=v1&version=2',
  );
  expect(shownAddress('https://example.org/a?sshkey=x')).toBe('https://example.org/a');
  expect(shownAddress(`https://example.org/${'a'.repeat(300)}`).length).toBeLessThanOrEqual(200);
  expect(shownAddress('a?ref=v 1')).toBe('a');
});
