import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { Generators } from '../../src/render/generators/generated.ts';
import { Contents, FileView } from '../../src/render/model/file-view.ts';
import { applicationsOf } from '../../src/render/roots/argocd/application-set.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const admin = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: b}\n';
const folders: Files = { 'apps/shop/m.yaml': map, 'apps/wide/x.yaml': admin };
const set = (generators: string, path: string, further = '', name = '{{name}}x') => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: s, namespace: argocd}
spec:
${further}  generators:
${generators}  template:
    metadata: {name: '${name}'}
    spec:
      destination: {namespace: shop}
      source:
        repoURL: ${url}
        path: '${path}'
`;
const found = async (before: Files, after: Files) => (await judgeChange(before, after, { urls: [url] })).lines;
const one = '  - list:\n      elements:\n      - {name: a, path: apps/shop}\n';
const two = `${one}      - {name: b, path: apps/wide}\n`;
const git = (entries: string) => `  - git:\n      repoURL: ${url}\n${entries}`;
const shop = git('      directories: [{path: apps/sh*}]\n');
const merged = (path: string) => `  - merge:
      mergeKeys: [name]
      generators:
      - list: {elements: [{name: a, path: apps/shop}]}
      - list: {elements: [{name: z, path: apps/wide}]}
      - list: {elements: [{name: a, path: ${path}}]}
`;
const chosen = `  - matrix:
      generators:
      - clusters: {values: {env: prod}}
      - list: {elements: [{name: a}]}
    selector: {matchLabels: {metadata.labels.tier: gold, name: a}}
`;
const matrix = (folder: string) => `  - matrix:
      generators:
      - list: {elements: [{folder: ${folder}}]}
      - git: {repoURL: ${url}, directories: [{path: 'apps/{{folder}}'}]}
`;

describe('what the generators of an ApplicationSet take from the repository begins to be delivered', () => {
  test.each<[string, string, string, string]>([
    ['merge', set(merged('apps/shop'), '{{path}}'), set(merged('apps/wide'), '{{path}}'), 's.yaml:11'],
    [
      'clusters that are chosen by a label that only they have',
      set(chosen, 'apps/shop'),
      set(chosen, 'apps/wide'),
      's.yaml:17',
    ],
    [
      'a matrix whose second part is a template',
      set(matrix('shop'), '{{path}}'),
      set(matrix('wide'), '{{path}}'),
      's.yaml:8',
    ],
    [
      'values of a git generator',
      set(`${shop}      values: {at: apps/shop}\n`, '{{values.at}}'),
      set(`${shop}      values: {at: apps/wide}\n`, '{{values.at}}'),
      's.yaml:9',
    ],
    [
      'a prefix of its parameters',
      set(`${git('      directories: [{path: apps/sh*}]\n')}      pathParamPrefix: at\n`, '{{at.path}}'),
      set(`${git('      directories: [{path: apps/w*}]\n')}      pathParamPrefix: at\n`, '{{at.path}}'),
      's.yaml:8',
    ],
    [
      'a template of the generator',
      set(one, '{{path}}'),
      set(`${one}      template: {metadata: {}, spec: {source: {path: apps/wide, repoURL: ''}}}\n`, '{{path}}'),
      's.yaml:9',
    ],
    [
      'a selector that is gone',
      set(`${two}    selector: {matchLabels: {name: a}}\n`, '{{path}}'),
      set(two, '{{path}}'),
      's.yaml:10',
    ],
    [
      'another selector',
      set(`${two}    selector: {matchExpressions: [{key: name, operator: NotIn, values: [b]}]}\n`, '{{path}}'),
      set(`${two}    selector: {matchExpressions: [{key: name, operator: In, values: [a, b]}]}\n`, '{{path}}'),
      's.yaml:10',
    ],
    [
      'elements in a text',
      set('  - list: {elementsYaml: "[{name: a, path: apps/shop}]"}\n', '{{path}}'),
      set('  - list: {elementsYaml: "[{name: a, path: apps/wide}]"}\n', '{{path}}'),
      's.yaml:6',
    ],
  ])('%s', async (_, before, after, place) => {
    const [file, line] = place.split(':');
    expect(await found({ ...folders, 's.yaml': before }, { 's.yaml': after })).toEqual([
      expect.stringMatching(new RegExp(`^${file}:~?${line} critical rbac-widened$`)),
    ]);
  });

  const ofFile = (elements: string) => `  - matrix:
      generators:
      - git: {repoURL: ${url}, files: [{path: 'conf/*.yaml'}]}
      - list: {elementsYaml: "${elements}"}
`;
  test.each<[string, string, string, string]>([
    ['a list of a file, as JSON', ofFile('{{ .apps | toJson }}'), '{{.at}}', 'apps: [{name: a, at: WHERE}]\n'],
    [
      'a list deep in a file, as YAML',
      ofFile('{{ toYaml .x.apps | nindent 4 }}'),
      '{{ .at }}',
      'x:\n  apps: [{name: a, at: WHERE}]\n',
    ],
    [
      'a file for each cluster, whose names are not known',
      `  - matrix:\n      generators:\n      - clusters: {}\n      - git: {repoURL: ${url}, files: [{path: 'conf/{{metadata.labels.env}}.yaml'}]}\n`,
      '{{at}}',
      'at: WHERE\n',
    ],
  ])('%s', async (_, generators, path, file) => {
    const written = (where: string) => ({
      'conf/a.yaml': file.replace('WHERE', where),
      'conf/b.yaml': file.replace('WHERE', 'apps/shop'),
    });
    const before = { ...folders, 's.yaml': set(generators, path), ...written('apps/shop') };
    expect(await found(before, written('apps/wide'))).toEqual([
      expect.stringMatching(/^conf\/a\.yaml:~?\d+ critical rbac-widened$/),
    ]);
    expect(await found(before, { 'conf/c.yaml': file.replace('WHERE', 'apps/shop') })).toEqual([]);
  });

  test('an exclusion that is not known excludes nothing; more files beside one that is known change nothing', async () => {
    const generators = `  - matrix:\n      generators:\n      - clusters: {}\n      - git: {repoURL: ${url}, files: [{path: 'conf/*.yaml'}, {path: 'conf/{{name}}.yaml', exclude: true}]}\n`;
    const before = { ...folders, 's.yaml': set(generators, '{{at}}'), 'conf/a.yaml': 'at: apps/shop\n' };
    expect(await found(before, { 'conf/a.yaml': 'at: apps/wide\n' })).toEqual([
      expect.stringMatching(/^conf\/a\.yaml:~?1 critical rbac-widened$/),
    ]);
    expect(await found(before, { 'other/a.yaml': 'at: apps/wide\n' })).toEqual([]);
  });

  test('a file that a git generator reads is where it was done', async () => {
    const before: Files = {
      ...folders,
      's.yaml': set(git("      files: [{path: 'conf/*.yaml'}, {path: conf/off.yaml, exclude: true}]\n"), '{{at}}'),
      'conf/a.yaml': 'name: a\nat: apps/shop\n',
      'conf/off.yaml': 'name: off\nat: apps/shop\n',
    };
    expect(await found(before, { 'conf/a.yaml': 'name: a\nat: apps/wide\n' })).toEqual([
      'conf/a.yaml:~2 critical rbac-widened',
    ]);
    expect(await found(before, { 'conf/off.yaml': 'name: off\nat: apps/wide\n' })).toEqual([]);
  });

  test.each([
    ['of a cluster', '  - clusters: {}\n', 'apps/{{name}}', ''],
    ['that Go computes', one, '{{ lower .path }}', '  goTemplate: true\n'],
    [
      'of another repository',
      `  - git: {repoURL: https://git.example.net/x, directories: [{path: '*'}]}\n`,
      '{{path}}',
      '',
    ],
  ])('a folder by a parameter %s is not known', async (_, generators, path, further) => {
    const after = set(generators, path, further);
    const before = set(generators, 'apps/shop', further);
    expect(await found({ ...folders, 's.yaml': before }, { 's.yaml': after })).toEqual([
      expect.stringMatching(/^s\.yaml:\d+ high delivery-changed$/),
    ]);
    expect(await found({ ...folders, 's.yaml': after }, { 's.yaml': `# Why\n${after}` })).toEqual([]);
  });
});

describe('what is not known of the parameters is not what they lack', () => {
  const elsewhere = `  - git:
      repoURL: https://git.example.net/x
      directories: [{path: '*'}]
      values: {at: apps/wide}
`;
  const cluster = '  - clusters: {values: {at: apps/wide}}\n';
  const crossed = `  - matrix:
      generators:
      - list: {elements: [{at: apps/wide}]}
      - clusters: {}
`;
  test.each([
    ['of a cluster', cluster, '{{values.at}}'],
    ['of another repository', elsewhere, '{{values.at}}'],
    ['of a matrix with a cluster', crossed, '{{at}}'],
  ])('a selector takes those %s', async (_, generators, path) => {
    for (const selector of ['matchLabels: {tier: a}', 'matchExpressions: [{key: tier, operator: Exists}]']) {
      const after = set(`${generators}    selector: {${selector}}\n`, path);
      expect(await found({ ...folders, 's.yaml': set(one, '{{path}}') }, { 's.yaml': after })).toContainEqual(
        expect.stringMatching(/critical rbac-widened$/),
      );
    }
  });

  test('a selector by what is known takes no others', async () => {
    const after = set(`${cluster}    selector: {matchLabels: {values.at: apps/shop}}\n`, '{{values.at}}');
    expect(await found({ ...folders, 's.yaml': set(one, '{{path}}') }, { 's.yaml': after })).toEqual([]);
  });

  test('elements that a template computes are one Application', async () => {
    const after = set(`  - list: {elementsYaml: '{{ .all | toJson }}'}\n`, 'apps/wide', '  goTemplate: true\n');
    const before = set(one, 'apps/shop', '  goTemplate: true\n');
    expect(await found({ ...folders, 's.yaml': before }, { 's.yaml': after })).toEqual([
      expect.stringMatching(/critical rbac-widened$/),
      's.yaml:7 high delivery-changed',
    ]);
  });

  test('pairs of a matrix over the limit stay one Application, whatever a selector takes', () => {
    const elements = Array.from({ length: 80 }, (_, index) => ({ at: `a${index}` }));
    const others = Array.from({ length: 80 }, (_, index) => ({ to: `b${index}` }));
    const made = applicationsOf(
      new FileView(new Map(), new Contents(defaultPolicy.limits)),
      {
        generators: [
          {
            matrix: { generators: [{ list: { elements } }, { list: { elements: others } }] },
            selector: { matchLabels: { at: 'a79' } },
          },
        ],
        template: { metadata: { name: '{{at}}' } },
      },
      () => true,
    );
    expect(made.map(({ name }) => name)).toEqual(['{{at}}']);
  });
});

test('Applications of one computed name are told apart by the folders of several sources', async () => {
  const of = (pattern: string) =>
    set(
      git(`      directories: [{path: '${pattern}'}]\n`),
      '{{.path.path}}',
      '',
      '{{ .path.basename | lower }}',
    ).replace(/source:\n\s+repoURL: (.*)\n\s+path: (.*)\n/, 'sources: [{repoURL: $1, path: $2}]\n');
  expect(await found({ ...folders, 's.yaml': of('apps/sh*') }, { 's.yaml': of('apps/*') })).toEqual([
    expect.stringMatching(/^s\.yaml:~?\d+ critical rbac-widened$/),
  ]);
});

test('Applications that differ in neither a known name nor a folder are all judged', async () => {
  const files: Files = { 'apps/shop/m.yaml': map, 'apps/shop/x.yaml': admin };
  const of = (...names: readonly string[]) => {
    const generators = `  - list: {elements: [${names.map((file) => `{file: ${file}}`).join(', ')}]}\n`;
    const made = set(generators, 'apps/shop', '  goTemplate: true\n', '{{ .file | lower }}');
    return `${made}        directory: {include: '{{.file}}'}\n`;
  };
  expect(await found({ ...files, 's.yaml': of('m.yaml') }, { 's.yaml': of('m.yaml', 'x.yaml') })).toEqual([
    expect.stringMatching(/^s\.yaml:~?\d+ critical rbac-widened$/),
  ]);
});

test('Applications whose names Go computes are told apart by their folders', async () => {
  const generators = git("      directories: [{path: 'apps/*'}]\n");
  const before: Files = {
    'apps/shop/m.yaml': map,
    'apps/wide/m.yaml': map,
    's.yaml': set(generators, '{{.path.path}}', '  goTemplate: true\n', '{{ .path.basename | lower }}'),
  };
  expect(await found(before, { 'apps/wide/x.yaml': admin })).toEqual(['apps/wide/x.yaml:4 critical rbac-widened']);
});

const application = (source: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a, namespace: argocd}
spec:
  destination: {namespace: shop}
  source:
    repoURL: ${url}
${source}`;
const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'role: view\n',
  'c/templates/b.yaml': admin.replace('cluster-admin', '{{ .Values.role }}'),
};
const patch = '- {op: replace, path: /roleRef/name, value: cluster-admin}\n';
const kustomization: Files = {
  'k/kustomization.yaml': 'resources: [b.yaml]\n',
  'k/b.yaml': admin.replace('cluster-admin', 'view'),
};

(hasTools ? describe : describe.skip)('what Argo CD takes from the folder of an Application', () => {
  test.each(['.argocd-source.yaml', '.argocd-source-a.yaml'])('settings of %s', async (file) => {
    expect(
      await found(
        { ...chart, 'a.yaml': application('    path: c\n') },
        { [`c/${file}`]: 'helm:\n  parameters:\n  - {name: role, value: cluster-admin}\n' },
      ),
    ).toEqual([`c/${file}:3 critical rbac-widened`]);
  });

  test('those of another Application say nothing', async () => {
    const after = { 'c/.argocd-source-b.yaml': 'helm:\n  parameters:\n  - {name: role, value: cluster-admin}\n' };
    expect(await found({ ...chart, 'a.yaml': application('    path: c\n') }, after)).toEqual([]);
  });

  test('a patch of a file, and the file alone', async () => {
    const options =
      '    path: k\n    kustomize:\n      patches:\n      - {path: p.yaml, target: {kind: ClusterRoleBinding}}\n';
    const before = { ...kustomization, 'k/p.yaml': patch, 'a.yaml': application('    path: k\n') };
    expect(await found(before, { 'a.yaml': application(options) })).toEqual([
      expect.stringMatching(/^a\.yaml:~?\d+ critical rbac-widened$/),
    ]);
    const former = { ...before, 'k/p.yaml': patch.replace('cluster-admin', 'view'), 'a.yaml': application(options) };
    expect(await found(former, { 'k/p.yaml': patch })).toEqual(['k/p.yaml:1 critical rbac-widened']);
  });

  test('values files by a pattern', async () => {
    const before = {
      ...chart,
      'v/a.yaml': 'role: view\n',
      'a.yaml': application("    path: c\n    helm: {valueFiles: ['/v/*.yaml']}\n"),
    };
    expect(await found(before, { 'v/b.yaml': 'role: cluster-admin\n' })).toEqual(['v/b.yaml:1 critical rbac-widened']);
  });
});

(hasTools ? describe : describe.skip)('what nothing builds any more adds nothing', () => {
  test('a kustomization that another overlay took the place of, and a chart', async () => {
    const before = { ...kustomization, 'other/kustomization.yaml': 'resources: [b.yaml]\n', 'other/b.yaml': map };
    expect(
      await found(
        { ...before, 'o/kustomization.yaml': 'namespace: shop\nresources: [../k]\n' },
        { 'o/kustomization.yaml': 'namespace: shop\nresources: [../other]\n' },
      ),
    ).toEqual([]);
    expect(
      await found(
        { ...chart, 'm/m.yaml': map, 'a.yaml': application('    path: c\n') },
        { 'a.yaml': application('    path: m\n') },
      ),
    ).toEqual([]);
  });

  test('values that chart-testing installs a chart with are compared with its own', async () => {
    expect(await found(chart, { 'c/ci/one-values.yaml': 'role: view\n' })).toEqual([]);
    expect(await found(chart, { 'c/ci/one-values.yaml': 'role: cluster-admin\n' })).toEqual([
      'c/ci/one-values.yaml:1 critical rbac-widened',
    ]);
  });
});

(hasTools ? describe : describe.skip)('charts of a kustomization: which values win', () => {
  const files: Files = Object.fromEntries(Object.entries(chart).map(([path, text]) => [`k/charts/${path}`, text]));
  const entry = (further: string) => `helmCharts:\n- name: c\n${further}`;
  test.each([
    ['merge', '  valuesMerge: merge\n  valuesInline: {role: cluster-admin}\n  valuesFile: view.yaml\n', 0],
    ['merge, with the chart’s own', '  valuesMerge: merge\n  valuesInline: {role: cluster-admin}\n', 0],
    ['override', '  valuesMerge: override\n  valuesInline: {role: cluster-admin}\n  valuesFile: view.yaml\n', 1],
    ['replace', '  valuesMerge: replace\n  valuesInline: {other: x}\n  valuesFile: wide.yaml\n', 0],
    ['files alongside', '  valuesInline: {role: cluster-admin}\n  additionalValuesFiles: [view.yaml]\n', 0],
    ['files alongside that are wide', '  valuesInline: {role: view}\n  additionalValuesFiles: [wide.yaml]\n', 1],
  ])('%s', async (_, further, count) => {
    const values = { 'k/view.yaml': 'role: view\n', 'k/wide.yaml': 'role: cluster-admin\n' };
    const lines = await found(
      { ...files, ...values, 'k/kustomization.yaml': entry('') },
      { 'k/kustomization.yaml': entry(further) },
    );
    expect(lines.length).toBe(count);
  });
});

test('where there are more Applications than are computed, the rest is one of which nothing is known, whatever selects it', () => {
  const view = { folders: new Set(), paths: [] } as unknown as ConstructorParameters<typeof Generators>[0];
  const elements = (key: string) => Array.from({ length: 80 }, (_, index) => ({ [key]: String(index) }));
  const generators = [{ list: { elements: elements('a') } }, { list: { elements: elements('b') } }];
  const selector = { matchLabels: { a: '79', b: '79' } };
  const made = new Generators(view, () => true).all([{ matrix: { generators }, selector }]);
  expect(made.map(({ isOpen }) => isOpen)).toEqual([true]);
});

describe('elements that a template computes in a way that is not computed here', () => {
  const go = '  goTemplate: true\n';
  const ofFile = (elements: string, path = '{{.at}}') =>
    set(
      `  - matrix:\n      generators:\n      - git: {repoURL: ${url}, files: [{path: conf/a.yaml}]}\n      - list: {elementsYaml: '${elements}'}\n`,
      path,
      go,
    );
  const alone = (elements: string, path = '{{.at}}') => set(`  - list: {elementsYaml: '${elements}'}\n`, path, go);
  const conf = (at: string, more: string) => `apps: [{name: a, at: ${at}}]\nmore: ${more}\n`;
  const files: Files = { ...folders, 'conf/a.yaml': conf('apps/shop', 'a') };
  const apps = '{{ .apps | uniq | toJson }}';
  const ranged = '{{ range .apps }}- {name: {{ .name }}, at: {{ .at }}}{{ end }}';

  test.each<[string, Files, Files]>([
    ['another template', { 's.yaml': ofFile(apps) }, { 's.yaml': ofFile('{{ .more | uniq | toJson }}') }],
    ['what it is made from', { 's.yaml': ofFile(apps) }, { 'conf/a.yaml': conf('apps/wide', 'a') }],
    ['what a loop goes over', { 's.yaml': ofFile(ranged) }, { 'conf/a.yaml': conf('apps/wide', 'a') }],
    [
      'a folder that is stated',
      { 's.yaml': alone('[{name: a}]', 'apps/shop') },
      { 's.yaml': alone('{{ list (dict "name" "z") | toJson }}', 'apps/shop') },
    ],
    [
      'one more in a comment',
      { 's.yaml': alone('[{name: a}]', 'apps/shop') },
      { 's.yaml': alone('[{name: a}] # {{ .x }}', 'apps/shop') },
    ],
    [
      'one of those that are merged',
      {
        's.yaml': set(
          merged('apps/shop').replace('elements: [{name: z, path: apps/wide}]', "elementsYaml: '{{.x}}'"),
          '{{path}}',
        ),
      },
      {
        's.yaml': set(
          merged('apps/shop').replace('elements: [{name: z, path: apps/wide}]', "elementsYaml: '{{.y}}'"),
          '{{path}}',
        ),
      },
    ],
  ])('are named: %s', async (_, before, after) => {
    const { lines, messages } = await judgeChange({ ...files, ...before }, after, { urls: [url], usesTools: false });
    expect(lines).toEqual([expect.stringMatching(/^s\.yaml:\d+ high delivery-changed$/)]);
    expect(messages[0]).toMatch(/^ApplicationSet argocd\/s \(s\.yaml\) has elements that a template computes/);
  });

  test('are silent where they are as they were', async () => {
    const before = { ...files, 's.yaml': ofFile(apps) };
    expect(await found(before, { 'conf/a.yaml': conf('apps/shop', 'b') })).toEqual([]);
    expect(await found(before, { 's.yaml': `# Why\n${before['s.yaml']}` })).toEqual([]);
  });

  test('are not said twice of a set that newly delivers something unknown', async () =>
    expect(await found(files, { 's.yaml': alone(apps) })).toEqual([
      expect.stringMatching(/^s\.yaml:13 high delivery-changed$/),
    ]));
});
