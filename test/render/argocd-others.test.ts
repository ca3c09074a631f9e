import { expect, test } from '@jest/globals';
import { declaredBy, own } from './declarations.ts';
import type { Texts } from './delivered.ts';

const spec = (text: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n${text.replace(/^(?=.)/gm, '  ')}`;
const source = (text: string) => spec(`source:\n  repoURL: ${own}\n${text.replace(/^(?=.)/gm, '  ')}`);
const sources = (...all: readonly string[]) => spec(`sources:\n${all.map((each) => `- ${each}\n`).join('')}`);
const set = (generators: string, template: string, more = '') =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set, namespace: argocd}\nspec:\n  generators: ${generators}\n  template:\n    metadata: {name: ${template.split(' ')[0]}}\n    spec: {destination: {namespace: shop}, source: {repoURL: ${own}, path: ${template.split(' ').slice(1).join(' ')}}}\n${more}`;

const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
  [
    'a plugin',
    ['Application argocd/app (r.yaml) plugin takes what a program makes the plugin p', 'r.yaml spec.source.plugin'],
    source('path: plain\nplugin: {name: p}\n'),
  ],
  [
    'a plugin without a name',
    [
      'Application argocd/app (r.yaml): none/x at spec.source.path',
      '{"namespace":"shop","unbuilt":{"why":"the path none/x is not in this repository","by":"path","unread":[]}}',
    ],
    source('path: none/x\nplugin: {env: [{name: A, value: b}]}\n'),
  ],
  [
    'another revision',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops plain @ v1',
      'r.yaml spec.source.repoURL @ spec.source.targetRevision',
    ],
    source('path: plain\ntargetRevision: v1\n'),
  ],
  [
    'usual revisions',
    [
      'Application argocd/app (r.yaml): kust at spec.sources.0.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"kind":"kustomize","folder":"kust"}',
      '{"kind":"kustomize","folder":"kust"}',
      '{"kind":"kustomize","folder":"kust"}',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops kust @ dev',
      'r.yaml spec.sources.4.repoURL @ spec.sources.4.targetRevision',
    ],
    spec(
      `sources:\n${['HEAD', 'main', 'master', '""', 'dev'].map((each) => `- {repoURL: ${own}, path: kust, targetRevision: ${each}}\n`).join('')}`,
    ),
  ],
  [
    'a folder that is not there',
    [
      'Application argocd/app (r.yaml): none/x at spec.source.path',
      '{"namespace":"shop","unbuilt":{"why":"the path none/x is not in this repository","by":"path","unread":[]}}',
    ],
    source('path: none/x\n'),
  ],
  [
    'a folder that is not there, in another revision',
    [
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops none/x @ dev',
      'r.yaml spec.source.repoURL @ spec.source.targetRevision',
    ],
    source('path: none/x\ntargetRevision: dev\n'),
  ],
  [
    'a folder that something computes',
    [
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops none/{{x}}',
      'r.yaml spec.source.repoURL',
    ],
    source('path: "none/{{x}}"\n'),
  ],
  [
    'a folder outside',
    [
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops ../none',
      'r.yaml spec.source.repoURL',
    ],
    source('path: ../none\n'),
  ],
  [
    'no path',
    [
      'Application argocd/app (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml spec.source.repoURL',
    ],
    source('x: 1\n'),
  ],
  [
    'another repository',
    [
      'Application argocd/app (r.yaml) takes the manifests https://example.org/x plain @ v1',
      'r.yaml spec.source.repoURL @ spec.source.targetRevision',
    ],
    spec('source: {repoURL: "https://example.org/x", path: plain, targetRevision: v1}\n'),
  ],
  [
    'a chart of another repository',
    [
      'Application argocd/app (r.yaml) takes the chart https://example.org/x c @ 1.0.0',
      'r.yaml spec.source.repoURL @ spec.source.targetRevision',
    ],
    spec(
      'source: {repoURL: "https://example.org/x", chart: c, targetRevision: 1.0.0, helm: {valueFiles: ["$ref/a.yaml", b.yaml]}}\n',
    ),
  ],
  [
    'a chart of this repository by its name',
    [
      'Application argocd/app (r.yaml) takes the chart https://git.example.org/acme/gitops c',
      'r.yaml spec.source.repoURL',
    ],
    source('chart: c\npath: chart\n'),
  ],
  [
    'nothing',
    ['Application argocd/app (r.yaml) takes the manifests ', 'r.yaml spec.source.repoURL'],
    spec('source: {}\n'),
  ],
  [
    'components of elsewhere',
    [
      'Application argocd/app (r.yaml) takes the manifests https://example.org/x a with b, c',
      'r.yaml spec.source.repoURL',
    ],
    spec('source: {repoURL: "https://example.org/x", path: a, kustomize: {components: [b, c]}}\n'),
  ],
  [
    'several sources',
    [
      'Application argocd/app (r.yaml): chart at spec.sources.0.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop","valueFiles":["chart/v/prod.yaml"]}',
      '{"namespace":"shop"}',
      'Application argocd/app (r.yaml) takes the chart https://example.org/x c @ 1.0.0',
      'r.yaml spec.sources.1.repoURL @ spec.sources.1.targetRevision',
      '{"valuesFiles":["chart/v/dev.yaml"]}',
      'Application argocd/app (r.yaml) #1 takes the manifests https://example.org/z p',
      'r.yaml spec.sources.3.repoURL',
    ],
    sources(
      `{repoURL: ${own}, ref: values}`,
      `{repoURL: "https://example.org/x", chart: c, targetRevision: 1.0.0, helm: {valueFiles: ["$values/chart/v/dev.yaml", "$other/a.yaml", "$values/../x"]}}`,
      `{repoURL: ${own}, path: chart, helm: {valueFiles: ["$values/chart/v/prod.yaml"]}}`,
      '{repoURL: "https://example.org/z", path: p}',
      'x',
    ),
  ],
  [
    'a source with a reference and a path',
    [
      'Application argocd/app (r.yaml): plain at spec.sources.0.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","sources",0,"directory"]}]}',
    ],
    sources(`{repoURL: ${own}, path: plain, ref: values}`),
  ],
  [
    'a destination',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"destination":"https://k8s"}',
    ],
    spec(`source: {repoURL: ${own}, path: kust}\n`).replace(
      '{namespace: shop}',
      '{server: "https://k8s", name: x, namespace: "{{ns}}"}',
    ),
  ],
  [
    'a destination by name',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"destination":"x"}',
    ],
    spec(`source: {repoURL: ${own}, path: kust}\n`).replace('{namespace: shop}', '{name: x}'),
  ],
  [
    'two in a file',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
      'Application two (r.yaml): plain at spec.source.path of 1',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    `${source('path: kust\n')}---\n${source('path: plain\n').replace('name: app', 'name: two').replace(', namespace: argocd', '')}`,
  ],
  [
    'one in a list',
    [
      'Application argocd/app (r.yaml): kust at items.1.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    `apiVersion: v1\nkind: List\nitems:\n- {}\n- ${source('path: kust\n').trimEnd().replaceAll('\n', '\n  ')}\n`,
  ],
  [
    'a set of a list',
    [
      'ApplicationSet argocd/set (r.yaml): a: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): b: plain at spec.template.spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","template","spec","source","directory"]}]}',
    ],
    set('[{list: {elements: [{id: a, p: kust}, {id: b, p: plain}]}}]', "'{{id}}' '{{p}}'"),
  ],
  [
    'a set with Go templates',
    [
      'ApplicationSet argocd/set (r.yaml): a: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    set('[{list: {elements: [{id: a, p: kust}]}}]', "'{{.id}}' '{{.p}}'", '  goTemplate: true\n'),
  ],
  [
    'a set of folders',
    [
      'ApplicationSet argocd/set (r.yaml): chart: chart at spec.template.spec.source.path',
      '{"kind":"helm","chart":"chart","release":"chart","namespace":"shop"}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): comp: comp at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"comp"}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): kust: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    set(
      `[{git: {repoURL: ${own}, directories: [{path: "*"}, {path: plain, exclude: true}]}}]`,
      "'{{path.basename}}' '{{path}}'",
    ),
  ],
  [
    'a set of files',
    [
      'ApplicationSet argocd/set (r.yaml): a: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["e/a.json"],"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): b: plain at spec.template.spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"extraFiles":["e/b.json"],"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","template","spec","source","directory"]}]}',
    ],
    set(`[{git: {repoURL: ${own}, files: [{path: "e/*.json"}]}}]`, "'{{name}}' '{{at.path}}'"),
    { 'e/a.json': '{"name": "a", "at": {"path": "kust"}}', 'e/b.json': '{"name": "b", "at": {"path": "plain"}}' },
  ],
  [
    'a set of clusters',
    [
      'ApplicationSet argocd/set (r.yaml): {{name}} kust: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    set('[{clusters: {}}]', "'{{name}}' kust"),
  ],
  [
    'a set of clusters and folders',
    [
      'ApplicationSet argocd/set (r.yaml): {{name}} kust/{{name}} takes the manifests https://git.example.org/acme/gitops kust/{{name}}',
      'r.yaml spec.template.spec.source.repoURL',
    ],
    set('[{clusters: {}}]', "'{{name}}' 'kust/{{name}}'"),
  ],
  [
    'a set whose names are the same',
    [
      'ApplicationSet argocd/set (r.yaml): x: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): x (2): plain at spec.template.spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","template","spec","source","directory"]}]}',
    ],
    set('[{list: {elements: [{p: kust}, {p: plain}]}}]', "x '{{p}}'"),
  ],
  [
    'a set with a template patch',
    [
      'ApplicationSet argocd/set (r.yaml): a: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust","options":{"namePrefix":"a-"}}',
      '{"namespace":"shop"}',
    ],
    set(
      '[{list: {elements: [{id: a}]}}]',
      "'{{id}}' kust",
      "  templatePatch: |\n    spec: {source: {kustomize: {namePrefix: '{{id}}-'}}}\n",
    ),
  ],
  [
    'a set with a template of its generator',
    [
      'ApplicationSet argocd/set (r.yaml): a: plain at spec.template.spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","template","spec","source","directory"]}]}',
    ],
    set(
      '[{list: {elements: [{id: a}], template: {metadata: {}, spec: {source: {path: plain}, destination: {}}}}}]',
      "'{{id}}' kust",
    ),
  ],
  [
    'a set of values files of clusters',
    [
      'ApplicationSet argocd/set (r.yaml): dev: chart at spec.template.spec.source.path',
      '{"kind":"helm","chart":"chart","release":"dev","namespace":"shop","valueFiles":["chart/v/dev.yaml"]}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml): prod: chart at spec.template.spec.source.path',
      '{"kind":"helm","chart":"chart","release":"prod","namespace":"shop","valueFiles":["chart/v/prod.yaml"]}',
      '{"namespace":"shop"}',
    ],
    set(
      '[{clusters: {}}]',
      "'{{name}}' 'chart, helm: {valueFiles: [\"v/{{name}}.yaml\"]}'".replace(/'chart, (.*)'$/, 'chart, $1'),
    ),
  ],
  [
    'a set whose elements a template computes',
    [
      'ApplicationSet argocd/set (r.yaml): {{id}} kust: kust at spec.template.spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
      'ApplicationSet argocd/set (r.yaml) elements takes elements that a template computes elementsYaml @ 9uQV6vIp7QJzjH2IcLvdW2DuH5T3jKNqGBsJ1/VU6Ak=',
      'r.yaml spec.generators.0.list.elementsYaml.0 @ spec.generators.0.list.elementsYaml.0',
      '{"shown":{"by":"ApplicationSet argocd/set (r.yaml)","address":"elementsYaml"}}',
    ],
    set('[{list: {elementsYaml: "{{ .x | toJson }}"}}]', "'{{id}}' kust"),
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what Argo CD delivers otherwise: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
