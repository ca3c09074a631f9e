import { describe, expect, test } from '@jest/globals';
import { unreadableManifest } from '../../src/rules/input/unreadable-manifest.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const rbac = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list]
`;
const url = 'https://git.example.org/acme/gitops';
const base = { 'k/kustomization.yaml': 'resources: [r.yaml]\n', 'k/r.yaml': rbac };
const kustomization = (more: string) => ({ 'k/kustomization.yaml': `resources: [r.yaml]\n${more}` });
const found = async (before: Record<string, string>, after: Record<string, string>) =>
  (await judgeChange(before, after, { usesTools: false })).lines;

describe('without the tools, what can reach permissions is one finding for the root', () => {
  test.each([
    ['a namespace', 'namespace: kube-system\n'],
    [
      'a JSON patch of the rules',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: add, path: /rules/0/verbs/-, value: "*"}\n',
    ],
    [
      'a merge patch whose target makes its kind a placeholder',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    kind: any\n    rules: []\n',
    ],
    [
      'replacements',
      'replacements:\n- source: {kind: ConfigMap, name: c, fieldPath: data.x}\n  targets:\n  - select: {kind: ClusterRole}\n    fieldPaths: [rules.0.verbs.0]\n',
    ],
    ['a prefix', 'namePrefix: x-\n'],
  ])('%s', async (_, more) =>
    expect(await found(base, kustomization(more))).toEqual([
      expect.stringMatching(/^k\/kustomization\.yaml:[23] high unreadable-manifest$/),
    ]),
  );

  test.each([
    [
      'a patch that takes verbs away',
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: replace, path: /rules/0/verbs, value: [get]}\n',
    ],
    [
      'a patch of replicas',
      'patches:\n- target: {kind: Deployment}\n  patch: |-\n    - {op: replace, path: /spec/replicas, value: 3}\n',
    ],
    ['a label that nothing selects', 'labels: [{pairs: {team: shop}}]\n'],
    ['an image', 'images: [{name: a, newTag: "2"}]\n'],
  ])('%s is not a finding', async (_, more) => expect(await found(base, kustomization(more))).toEqual([]));

  describe('labels, by what roles take in', () => {
    const aggregating = (selectors: string) =>
      `${rbac.replace('name: ops', 'name: all')}aggregationRule:\n  clusterRoleSelectors:\n${selectors}`;
    const labels = kustomization('labels: [{pairs: {team: shop}}]\n');
    const reached = ['k/kustomization.yaml:2 high unreadable-manifest'];
    const definition = 'kind: X\nspec: {affinity: {matchExpressions: [{key: zone}]}}\n';

    test.each<[string, string, readonly string[]]>([
      ['the label', '  - matchLabels: {team: shop}\n', reached],
      ['its key in an expression', '  - matchExpressions: [{key: team, operator: DoesNotExist}]\n', reached],
      ['another label', '  - matchLabels: {aggregate: "true"}\n', []],
      ['another key in an expression', '  - matchExpressions: [{key: aggregate, operator: Exists}]\n', []],
      [
        'another one, and expressions about something else',
        `  - matchLabels: {aggregate: "true"}\n---\n${definition}`,
        [],
      ],
      [
        'the label in a string',
        `  - matchLabels: {x: y}\n---\nkind: X\npatch: "clusterRoleSelectors: [{matchLabels: {team: a}}]"\n`,
        reached,
      ],
      [
        'the label in a part that cannot be read',
        `  - matchLabels: {x: y}\n---\nclusterRoleSelectors: [{matchLabels: {team\n`,
        reached,
      ],
      [
        'the label under a key that is escaped',
        `  - matchLabels: {x: y}\n---\nkind: ClusterRole\naggregationRule: {"cluster\\x52oleSelectors": [{matchLabels: {team: a}}]}\n`,
        reached,
      ],
      ['another one, and an escape elsewhere', `  - matchLabels: {x: y}\n---\nkind: X\ntext: "\\x52 team"\n`, []],
    ])('%s', async (_, selectors, lines) =>
      expect(await found({ ...base, 'k/r.yaml': aggregating(selectors) }, labels)).toEqual(lines),
    );
  });

  test('a role that is written out is judged as it is written', async () =>
    expect(await found(base, { 'k/r.yaml': rbac.replace('[get, list]', '["*"]') })).toEqual(
      ['k/r.yaml:7:9 x'].map(() => expect.stringMatching(/^k\/r\.yaml:7 /)),
    ));

  test('a base that begins to be taken in is named', async () => {
    const before = { ...base, 'other/kustomization.yaml': 'resources: [r.yaml]\n', 'other/r.yaml': rbac };
    expect(await found(before, { 'k/kustomization.yaml': 'resources:\n- r.yaml\n- ../other\n' })).toEqual([
      'k/kustomization.yaml:3 high unreadable-manifest',
    ]);
  });

  test('its fix asks for the programs that it needs, and no others', async () => {
    const chart = {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
      'c/values.yaml': 'verb: get\n',
      'c/templates/r.yaml': rbac.replace('[get, list]', '["{{ .Values.verb }}"]'),
    };
    const remedies = async (before: Record<string, string>, after: Record<string, string>) => {
      const { evidence } = await judgeChange(before, after, { usesTools: false });
      return [...unreadableManifest.check(evidence)].map(({ remedy }) => remedy);
    };
    expect(await remedies(chart, { 'c/values.yaml': 'verb: "*"\n' })).toEqual([
      expect.stringMatching(/^Put helm on the PATH/),
    ]);
    expect(await remedies(base, kustomization('namePrefix: x-\n'))).toEqual([
      expect.stringMatching(/^Put kustomize or kubectl on the PATH/),
    ]);
    const inflated = 'helmCharts: [{name: c, releaseName: c}]\nhelmGlobals: {chartHome: ..}\n';
    expect(await remedies({ ...base, ...chart }, kustomization(inflated))).toContainEqual(
      expect.stringMatching(/^Put kustomize or kubectl, and helm on the PATH/),
    );
  });

  test('plain manifests that Flux takes from a folder are built all the same', async () => {
    const flux = (role: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ./apps
  postBuild: {substitute: {ROLE: ${role}}}
`;
    const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: z}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "\${ROLE}"}
subjects: [{kind: User, name: mallory}]
`;
    const before = { 'clusters/x.yaml': flux('view'), 'apps/b.yaml': binding };
    expect(await found(before, { 'clusters/x.yaml': flux('cluster-admin') })).toEqual([
      'clusters/x.yaml:6 critical rbac-widened',
    ]);
  });
});

describe('a variable of Flux that is not known is as wide as it may be, and never silent', () => {
  const flux = (post: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ./apps
${post}`;
  const objects = (verb: string, role: string, subject: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs:
  - ${verb}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
- kind: ServiceAccount
  namespace: shop
  name: ${subject}
`;
  const v = (text: string) => `"\${${text}}"`;
  const secret = '  postBuild: {substituteFrom: [{kind: Secret, name: s, optional: true}]}\n';
  const none = '  postBuild: {substitute: {OTHER: x}}\n';
  test.each([
    ['a verb', none, [v('V'), 'ops', 'app'], 8],
    ['a role', none, ['get', v('R'), 'app'], 16],
    ['a subject', none, ['get', 'ops', v('S')], 20],
    ['a verb with a default that a Secret may replace', secret, [v('V:=get'), 'ops', 'app'], 8],
    ['a role with a default that a Secret may replace', secret, ['get', v('R:-ops'), 'app'], 16],
    ['a subject with a default that a Secret may replace', secret, ['get', 'ops', v('S:-app')], 20],
    ['a verb of a kustomization that Flux does not declare', undefined, [v('V'), 'ops', 'app'], 8],
  ] as const)('%s', async (_, post, [verb, role, subject], line) => {
    const before: Files = {
      'apps/kustomization.yaml': 'resources: [r.yaml]\n',
      'apps/r.yaml': objects('get', 'ops', 'app'),
      ...(post === undefined ? {} : { 'clusters/x.yaml': flux(post) }),
    };
    const options = { usesTools: hasTools };
    const { lines } = await judgeChange(before, { 'apps/r.yaml': objects(verb, role, subject) }, options);
    expect(lines).toContainEqual(expect.stringMatching(`^apps/r\\.yaml:${line} (?:critical|high|medium|low) rbac-`));
  });

  test('a default that nothing else can set is what is there', async () => {
    const before = { 'clusters/x.yaml': flux(none), 'apps/r.yaml': objects('get', 'ops', 'app') };
    const { lines } = await judgeChange(before, { 'apps/r.yaml': objects(v('V:-get'), 'ops', 'app') });
    expect(lines).toEqual([]);
  });
});

describe('without helm, a template is one finding where an action makes what is granted', () => {
  const chart = {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': 'wide: false\nreplicas: 1\n',
    'c/templates/r.yaml': `${rbac}{{- if .Values.wide }}\n- apiGroups: [""]\n  resources: [secrets]\n  verbs: [get]\n{{- end }}\n`,
  };

  test('a guard that goes away', async () =>
    expect(
      await found(chart, { 'c/templates/r.yaml': chart['c/templates/r.yaml'].replace(/\{\{.*\}\}\n/g, '') }),
    ).toContain('c/templates/r.yaml:8 high unreadable-manifest'));

  test('a value that a template with roles names', async () =>
    expect(await found(chart, { 'c/values.yaml': 'wide: true\nreplicas: 1\n' })).toEqual([
      'c/values.yaml:1 high unreadable-manifest',
    ]));

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['of an image next to an account', {}, { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' }, 'low'],
    ['and another account', {}, { 'c/values.yaml': 'image: {tag: v2}\naccount: b\n' }, 'high'],
    ['with more in it', {}, { 'c/values.yaml': 'image: {tag: "v2\\n  x: y"}\naccount: a\n' }, 'high'],
    ['that is now a switch', {}, { 'c/values.yaml': 'image: {tag: true}\naccount: a\n' }, 'high'],
    [
      'by which a template decides',
      { 'c/templates/d.yaml': '{{- if eq .Values.image.tag "v2" }}\nserviceAccountName: admin\n{{- end }}\n' },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'that a template keeps and names as the account',
      { 'c/templates/d.yaml': '{{- $t := .Values.image.tag }}\nserviceAccountName: {{ $t }}\n' },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'that a template keeps and decides by',
      {
        'c/templates/d.yaml':
          '{{- $t := .Values.image.tag }}\n{{- if eq $t "v2" }}\nserviceAccountName: admin\n{{- end }}\n',
      },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'that a template asks about by another name of a function',
      {
        'c/templates/d.yaml':
          '{{- if mustRegexMatch "^v2" .Values.image.tag }}\nserviceAccountName: admin\n{{- end }}\n',
      },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'by which a template decides in a helper',
      {
        'c/templates/_h.tpl':
          '{{- define "c.mode" -}}\n{{ .Values.image.tag }}\n{{- end }}\n{{ define "c.m" }}{{ include "c.mode" . }}{{ end }}\n',
        'c/templates/d.yaml':
          'image: "x:{{ .Values.image.tag }}"\n{{- if eq (include "c.m" .) "v2" }}\nserviceAccountName: admin\n{{- end }}\n',
      },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'by which a template decides in a helper whose name it computes',
      {
        'c/templates/_h.tpl': '{{- define "c.mode" -}}\n{{ .Values.image.tag }}\n{{- end }}\n',
        'c/templates/d.yaml':
          'image: "x:{{ .Values.image.tag }}"\n{{- if eq (include (printf "c.%s" .Values.which) .) "v2" }}\nserviceAccountName: admin\n{{- end }}\n',
      },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
    [
      'of an image that a helper writes',
      {
        'c/templates/_h.tpl':
          '{{- define "c.image" -}}\nx:{{ .Values.image.tag }}\n{{- end }}\n{{- define "c.serviceAccount" -}}\n{{ .Values.account }}\n{{- end }}\n',
        'c/templates/d.yaml':
          'image: {{ include "c.image" . }}\nserviceAccountName: {{ include "c.serviceAccount" . }}\n',
      },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'low',
    ],
    [
      'that a role is called by',
      { 'c/templates/r.yaml': rbac.replace('name: ops', 'name: "{{ .Values.image.tag }}"') },
      { 'c/values.yaml': 'image: {tag: v2}\naccount: a\n' },
      'high',
    ],
  ])('another version %s', async (_, templates, after, severity) => {
    const before = {
      'c/Chart.yaml': chart['c/Chart.yaml'],
      'c/values.yaml': 'image: {tag: v1}\naccount: a\n',
      'c/templates/d.yaml':
        '{{- if .Values.image.tag }}\nimage: "x:{{ .Values.image.tag }}"\n{{- end }}\nserviceAccountName: {{ .Values.account }}\n',
      ...templates,
    };
    expect(await found(before, after)).toEqual([
      expect.stringMatching(new RegExp(`^c/values.yaml:[12] ${severity} unreadable-manifest$`)),
    ]);
  });

  test.each([
    ['by its name', '"c.rules"', ['c/templates/_h.tpl:2 high unreadable-manifest']],
    ['by a name that is computed', '(printf "c.%s" "rules")', ['c/templates/_h.tpl:2 high unreadable-manifest']],
    ['by another name', '"c.labels"', []],
  ])('a helper that a role includes %s', async (_, name, expected) => {
    const helper = (verb: string) => `{{- define "c.rules" -}}\n${verb}\n{{- end }}\n`;
    const before = {
      'c/Chart.yaml': chart['c/Chart.yaml'],
      'c/templates/_h.tpl': helper('get'),
      'c/templates/r.yaml': rbac.replace('[get, list]', `[{{ include ${name} . }}]`),
    };
    expect(await found(before, { 'c/templates/_h.tpl': helper('"*"') })).toEqual(expected);
  });

  test('another version in one source of an Application, and another account in the next one', async () => {
    const url = 'https://git.example.org/acme/infra.git';
    const app = (tag: string, account: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  destination: {namespace: web}
  sources:
  - repoURL: ${url}
    path: c
    helm: {valuesObject: {image: {tag: ${tag}}, account: a}}
  - repoURL: ${url}
    path: c
    helm: {valuesObject: {image: {tag: v1}, account: ${account}}}
`;
    const before = {
      'c/Chart.yaml': chart['c/Chart.yaml'],
      'c/values.yaml': 'image: {tag: v1}\naccount: a\n',
      'c/templates/d.yaml': 'image: "x:{{ .Values.image.tag }}"\nserviceAccountName: {{ .Values.account }}\n',
      'apps/web.yaml': app('v1', 'a'),
    };
    const after = { 'apps/web.yaml': app('v2', 'b') };
    const { lines } = await judgeChange(before, after, { usesTools: false, urls: [url] });
    expect(lines.filter((line) => line.includes('unreadable-manifest'))).toEqual([
      expect.stringMatching(/^apps\/web\.yaml:\d+ high unreadable-manifest$/),
    ]);
  });

  test('more changed values than are looked at', async () => {
    const many = (value: number) => Array.from({ length: 600 }, (_, index) => `k${index}: ${value}\n`).join('');
    const before = { ...chart, 'c/values.yaml': `${many(1)}wide: false\n` };
    expect(await found(before, { 'c/values.yaml': `${many(2)}wide: true\n` })).toHaveLength(1);
  });

  test.each(['eks.amazonaws.com/role-arn', 'iam.gke.io/gcp-service-account', 'azure.workload.identity/client-id'])(
    'a value that is who an account is at a cloud: %s',
    async (annotation) => {
      const account = `kind: ServiceAccount\nmetadata:\n  annotations:\n    ${annotation}: {{ .Values.cloud.id }}\n`;
      const own = { ...chart, 'c/templates/a.yaml': account, 'c/values.yaml': 'cloud: {id: ""}\n' };
      expect(await found(own, { 'c/values.yaml': 'cloud: {id: admin}\n' })).toEqual([
        'c/values.yaml:1 high unreadable-manifest',
      ]);
    },
  );

  test('a value that none of them names is not a finding', async () =>
    expect(await found(chart, { 'c/values.yaml': 'wide: false\nreplicas: 3\n' })).toEqual([]));
});

describe("without helm, what a chart makes by other means than its templates' text", () => {
  const named = (role: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: User, name: mallory}]
`;
  const chart = {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': 'role: view\nreplicas: 1\n',
  };
  const parent = {
    'c/Chart.yaml': chart['c/Chart.yaml'],
    'c/values.yaml': 'sub: {role: view, replicas: 1}\n',
    'c/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    'c/charts/sub/values.yaml': 'role: view\nexports: {d: {role: cluster-admin}}\n',
    'c/charts/sub/templates/b.yaml': named('{{ .Values.role }}'),
  };
  const encoded = Buffer.from(named('cluster-admin')).toString('base64');

  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      "a parent's value for its subchart",
      parent,
      { 'c/values.yaml': 'sub: {role: cluster-admin, replicas: 1}\n' },
      'c/values.yaml:1',
    ],
    [
      'a further file of values',
      { ...chart, 'c/templates/b.yaml': named('{{ .Values.role }}') },
      { 'c/values-prod.yaml': 'role: cluster-admin\n' },
      'c/values-prod.yaml:1',
    ],
    [
      'values that a parent imports from a subchart',
      parent,
      { 'c/Chart.yaml': `${chart['c/Chart.yaml']}dependencies:\n- {name: sub, version: 1.0.0, import-values: [d]}\n` },
      'c/Chart.yaml:5',
    ],
    [
      "a subchart's alias",
      { ...parent, 'c/charts/sub/templates/b.yaml': named('{{ .Chart.Name }}') },
      {
        'c/Chart.yaml': `${chart['c/Chart.yaml']}dependencies:\n- {name: sub, version: 1.0.0, alias: cluster-admin}\n`,
      },
      'c/Chart.yaml:5',
    ],
    [
      "the chart's version of the app",
      { ...chart, 'c/templates/b.yaml': named('{{ .Chart.AppVersion }}') },
      { 'c/Chart.yaml': `${chart['c/Chart.yaml']}appVersion: cluster-admin\n` },
      'c/Chart.yaml:4',
    ],
    [
      'a file that a template reads',
      { ...chart, 'c/role.txt': 'view', 'c/templates/b.yaml': named('{{ .Files.Get "role.txt" }}') },
      { 'c/role.txt': 'cluster-admin' },
      'c/role.txt:1',
    ],
    [
      'a file that a template of its subchart reads',
      {
        ...parent,
        'c/charts/sub/role.txt': 'view',
        'c/charts/sub/templates/b.yaml': named('{{ .Files.Get "role.txt" }}'),
      },
      { 'c/charts/sub/role.txt': 'cluster-admin' },
      'c/charts/sub/role.txt:1',
    ],
    ['a manifest in base64', chart, { 'c/templates/h.yaml': `{{ "${encoded}" | b64dec }}\n` }, 'c/templates/h.yaml:1'],
    [
      'a manifest in base64 below a comment, indented, over two lines',
      chart,
      { 'c/templates/h.yaml': `# x\n  {{- "${encoded}"\n  | b64dec | nindent 2 }}\n` },
      'c/templates/h.yaml:2',
    ],
    [
      'a manifest in base64 behind a quote as a character',
      chart,
      { 'c/templates/h.yaml': `{{ $q := '"' }}\n{{ "${encoded}" | b64dec }}\n` },
      'c/templates/h.yaml:1',
    ],
    [
      'which templates are left out',
      { ...chart, 'c/.helmignore': 'templates/b.yaml\n', 'c/templates/b.yaml': named('cluster-admin') },
      { 'c/.helmignore': '*.md\n' },
      'c/.helmignore:1',
    ],
  ])('%s', async (_, before, after, place) =>
    expect((await found(before, after)).filter((line) => line.startsWith(place))).toEqual([
      `${place} high unreadable-manifest`,
    ]),
  );

  test.each<[string, Record<string, string>, Record<string, string>]>([
    [
      "a parent's value that no role of the subchart names",
      parent,
      { 'c/values.yaml': 'sub: {role: view, replicas: 2}\n' },
    ],
    ['another version', parent, { 'c/Chart.yaml': chart['c/Chart.yaml'].replace('1.0.0', '1.0.1') }],
    [
      'a file that a template without roles reads',
      {
        ...chart,
        'c/board.json': '{}',
        'c/templates/cm.yaml': 'kind: ConfigMap\ndata:\n  b: {{ .Files.Get "board.json" | quote }}\n',
      },
      { 'c/board.json': '{"a": 1}' },
    ],
    [
      'helpers that make names',
      {
        ...chart,
        'c/templates/_helpers.tpl': '{{- define "c.image" -}}\n{{ printf "%s:1" .Values.image }}\n{{- end }}\n',
      },
      { 'c/templates/_helpers.tpl': '{{- define "c.image" -}}\n{{ printf "%s:2" .Values.image }}\n{{- end }}\n' },
    ],
    [
      "a file that only another chart's template could read",
      {
        ...parent,
        'c/hack/sync.py': 'a',
        'c/charts/sub/templates/b.yaml': named(
          '{{ range $path, $_ := $.Files.Glob "crds/*.yaml" }}{{ $path }}{{ end }}',
        ),
      },
      { 'c/hack/sync.py': 'b' },
    ],
    [
      'arguments below others',
      {
        ...chart,
        'c/templates/d.yaml':
          'kind: Deployment\nspec:\n  containers:\n  - args:\n    - --verbose\n    {{- with .Values.args }}\n    {{- toYaml . | nindent 4 }}\n    {{- end }}\n',
      },
      {
        'c/templates/d.yaml':
          'kind: Deployment\nspec:\n  hostUsers: {{ .Values.hostUsers }}\n  containers:\n  - args:\n    - --verbose\n    {{- with .Values.args }}\n    {{- toYaml . | nindent 4 }}\n    {{- end }}\n',
      },
    ],
    [
      'a value of a chart whose templates read files',
      {
        ...chart,
        'c/values.yaml': 'tag: a\n',
        'c/templates/b.yaml': named('{{ range $path, $_ := .Files.Glob "*" }}{{ $path }}{{ end }}'),
      },
      { 'c/values.yaml': 'tag: b\n' },
    ],
  ])('%s is not a finding', async (_, before, after) => expect(await found(before, after)).toEqual([]));
});

describe('without kustomize, what makes a role of something else', () => {
  const map = {
    'k/kustomization.yaml': 'resources: [m.yaml]\n',
    'k/m.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n',
  };
  test.each([
    [
      'a patch of the kind',
      'patches:\n- target: {kind: ConfigMap}\n  options: {allowKindChange: true}\n  patch: |-\n    - {op: replace, path: /kind, value: ClusterRoleBinding}\n    - {op: add, path: /roleRef, value: {kind: ClusterRole, name: cluster-admin}}\n',
    ],
    [
      'a merge patch of another kind',
      'patches:\n- target: {kind: ConfigMap}\n  options: {allowKindChange: true}\n  patch: |-\n    kind: ClusterRole\n    metadata: {name: m}\n    rules: [{verbs: ["*"]}]\n',
    ],
    [
      'a patch of the kind to another one that grants',
      'patches:\n- target: {kind: ConfigMap}\n  patch: |-\n    - {op: replace, path: /kind, value: SecurityContextConstraints}\n',
    ],
    ['a patch that cannot be read', 'patches:\n- target: {kind: ConfigMap}\n  patch: |-\n    - {op: replace\n'],
    [
      'a generated aws-auth',
      'configMapGenerator:\n- {name: aws-auth, namespace: kube-system, files: [mapRoles=x.txt]}\n',
    ],
    [
      "Argo CD's permissions, merged",
      'configMapGenerator:\n- {name: argocd-rbac-cm, behavior: merge, literals: ["policy.default=role:admin"]}\n',
    ],
  ])('%s', async (_, more) =>
    expect(
      await found(map, {
        'k/kustomization.yaml': `resources: [m.yaml]\n${more}`,
        'k/x.txt': '- groups: [system:masters]\n',
      }),
    ).toContain('k/kustomization.yaml:3 high unreadable-manifest'),
  );

  test('a file of a generated aws-auth', async () => {
    const before = {
      'k/kustomization.yaml': 'configMapGenerator:\n- {name: aws-auth, files: [mapRoles=x.txt]}\n',
      'k/x.txt': '- groups: [viewers]\n',
    };
    expect(await found(before, { 'k/x.txt': '- groups: [system:masters]\n' })).toEqual([
      'k/kustomization.yaml:2 high unreadable-manifest',
    ]);
  });

  test('a generated ConfigMap of another name is not a finding', async () =>
    expect(
      await found(map, {
        'k/kustomization.yaml': 'resources: [m.yaml]\nconfigMapGenerator:\n- {name: a, literals: [x=1]}\n',
      }),
    ).toEqual([]));
});

describe('the fix follows the reason', () => {
  const remedies = async (before: Files, after: Files, usesTools: boolean) => {
    const { evidence, messages } = await judgeChange(before, after, { usesTools });
    return [messages.length, ...[...unreadableManifest.check(evidence)].map(({ remedy }) => remedy)];
  };

  test('without tools', async () =>
    expect(await remedies(base, kustomization('namespace: kube-system\n'), false)).toEqual([
      1,
      'Put kustomize or kubectl on the PATH of this run.',
    ]));

  (hasTools ? test : test.skip)('with them', async () =>
    expect(await remedies(base, kustomization('namespace: x\npatches: [{path: none.yaml}]\n'), true)).toEqual([
      1,
      'Add what is named, or take out what names it.',
    ]),
  );
});

test('a generator that is a program is called one', async () => {
  const generator =
    'apiVersion: x.io/v1\nkind: Gen\nmetadata:\n  name: g\n  annotations: {config.kubernetes.io/function: "exec: {path: ./gen.sh}"}\n';
  const after = { ...kustomization('generators: [gen.yaml]\n'), 'k/gen.yaml': generator };
  const { messages } = await judgeChange(base, after, { usesTools: false });
  expect(messages).toContainEqual(
    expect.stringMatching(/^k newly delivers what a program makes: .*\. What it makes was not judged\.$/),
  );
});

describe('without the tools, values that a HelmRelease states count', () => {
  test.each(['role', '__proto__'])('whatever they are called: %s', async (key) => {
    const release = (verb: string) =>
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: r, namespace: shop}\nspec:\n  chart: {spec: {chart: ./c, sourceRef: {kind: GitRepository, name: own}}}\n  values:\n    ${key}: {verbs: [${verb}]}\n`;
    const before: Files = {
      'g.yaml': `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: own, namespace: shop}\nspec: {url: ${url}}\n`,
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/templates/r.yaml': rbac.replace('[get, list]', `{{ toJson .Values.${key}.verbs }}`),
      'r.yaml': release('get'),
    };
    const { lines } = await judgeChange(before, { 'r.yaml': release('"*"') }, { usesTools: false, urls: [url] });
    expect(lines).toEqual([expect.stringMatching(/^r\.yaml:\d+ high unreadable-manifest$/)]);
  });
});
