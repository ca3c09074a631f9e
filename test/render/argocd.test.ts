import { expect, test } from '@jest/globals';
import { declaredBy, own } from './declarations.ts';
import type { Texts } from './delivered.ts';

const spec = (text: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n${text.replace(/^(?=.)/gm, '  ')}`;
const source = (text: string) => spec(`source:\n  repoURL: ${own}\n${text.replace(/^(?=.)/gm, '  ')}`);
const both = { 'chart/kustomization.yaml': 'resources: []\n' };
const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
  [
    'a plain folder',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: plain\n'),
  ],
  [
    'a plain folder with all below it',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json","plain/sub/e.yml"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]},{"kind":"plugin","name":"plain/sub/f.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: ./plain/\ndirectory: {recurse: true}\n'),
  ],
  [
    'some files of a plain folder',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/b.json","plain/sub/e.yml"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/sub/f.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: plain\ndirectory: {recurse: true, include: "{*.json, sub/*}"}\n'),
  ],
  [
    'a plain folder without some',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/b.json","plain/sub/e.yml"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/sub/f.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: plain\ndirectory: {recurse: true, exclude: "{a.yaml,*.jsonnet}"}\n'),
  ],
  [
    'the whole repository',
    [
      'Application argocd/app (r.yaml):  at spec.source.path',
      '{"kind":"files","files":["r.yaml","top.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: .\n'),
    { 'top.yaml': 'a: b\n' },
  ],
  [
    'a kustomization',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust","options":{"namespace":"ns","namePrefix":"p-","nameSuffix":"-s","replicas":[{"name":"a","count":2}],"commonLabels":{"a":"b"},"commonAnnotations":{"c":"d"},"components":["comp"],"images":[{"name":"a","newName":"b","newTag":"1"},{"name":"c","newName":"c","digest":"sha256:0"},{"name":"d:5000/e","newName":"d:5000/e","newTag":"2"}],"patches":[{"patch":"x"},{"target":{"kind":"A"},"patch":"the patch\\n"},{"path":"none.yaml"},{"path":"../../out.yaml"}]},"apiVersions":["a/v1"],"kubeVersion":"1.30"}',
      '{"extraFiles":["kust/p.yaml","kust/none.yaml"],"namespace":"shop","gaps":[{"kind":"missing","name":"none.yaml","file":"r.yaml","at":["spec","source","kustomize"]},{"kind":"missing","name":"../../out.yaml","file":"r.yaml","at":["spec","source","kustomize"]}]}',
    ],
    source(
      'path: kust\nkustomize: {namePrefix: p-, nameSuffix: -s, namespace: ns, replicas: [{name: a, count: 2}], commonLabels: {a: b}, commonAnnotations: {c: d}, components: [../comp, ../../out], images: ["a=b:1", "c@sha256:0", "d:5000/e:2"], patches: [{patch: x}, {path: p.yaml, target: {kind: A}}, {path: none.yaml}, {path: ../../out.yaml}], kubeVersion: "1.30", apiVersions: [a/v1, 1], force: true}\n',
    ),
  ],
  [
    'a kustomization that says little',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    source('path: kust\nkustomize: {commonLabels: x, commonAnnotations: [], components: x, patches: {}}\n'),
  ],
  [
    'labels without selectors',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust","options":{"labels":[{"pairs":{"a":"b"},"includeTemplates":false}]}}',
      '{"namespace":"shop"}',
    ],
    source('path: kust\nkustomize: {commonLabels: {a: b}, labelWithoutSelector: true}\n'),
  ],
  [
    'labels with templates',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust","options":{"labels":[{"pairs":{"a":"b"},"includeTemplates":true}]}}',
      '{"namespace":"shop"}',
    ],
    source('path: kust\nkustomize: {commonLabels: {a: b}, labelWithoutSelector: true, labelIncludeTemplates: true}\n'),
  ],
  [
    'a chart',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"other","valueFiles":["chart/v/dev.yaml","chart/v/prod.yaml"],"values":[{"a":1}],"parameters":[{"name":"a","value":"1","isText":false},{"name":"b","value":"2","isText":true},{"name":"f","value":"a: b\\n","isText":true}],"apiVersions":["x/v1"],"kubeVersion":"1.29","skipCrds":true}',
      '{"extraFiles":["chart/values.yaml","chart/none.yaml"],"namespace":"shop","gaps":[{"kind":"missing","name":"none.yaml","file":"r.yaml","at":["spec","source","helm"]}]}',
    ],
    source(
      'path: chart\nhelm: {releaseName: rel, namespace: other, valueFiles: [v/dev.yaml, /chart/v/prod.yaml], parameters: [{name: a, value: 1}, {name: b, value: "2", forceString: true}, x], fileParameters: [{name: f, path: values.yaml}, {name: g, path: none.yaml}, x], values: "a: 1", apiVersions: [x/v1], kubeVersion: "1.29", skipCrds: true}\n',
    ),
  ],
  [
    'a chart that says nothing',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\n'),
  ],
  [
    'values as an object',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop","values":[{"a":{"b":"c"}}]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {valuesObject: {a: {b: c}}, values: "x: y"}\n'),
  ],
  [
    'values files by a pattern',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop","valueFiles":["chart/v/dev.yaml","chart/v/prod.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {valueFiles: [v/*.yaml]}\n'),
  ],
  [
    'values files that are not there',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop"}',
      '{"namespace":"shop","gaps":[{"kind":"missing","name":"none.yaml","file":"r.yaml","at":["spec","source","helm"]},{"kind":"missing","name":"../../out.yaml","file":"r.yaml","at":["spec","source","helm"]},{"kind":"remote","name":"https://example.org/v.yaml","file":"r.yaml","at":["spec","source","helm"]},{"kind":"remote","name":"$ref/v.yaml","file":"r.yaml","at":["spec","source","helm"]},{"kind":"missing","name":"v/{{x}}*.yaml","file":"r.yaml","at":["spec","source","helm"]}]}',
    ],
    source(
      'path: chart\nhelm: {valueFiles: [none.yaml, ../../out.yaml, "https://example.org/v.yaml", "$ref/v.yaml", "v/{{x}}*.yaml"]}\n',
    ),
  ],
  [
    'values files that may be missing',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop"}',
      '{"namespace":"shop","gaps":[{"kind":"remote","name":"https://example.org/v.yaml","file":"r.yaml","at":["spec","source","helm"]},{"kind":"remote","name":"$ref/v.yaml","file":"r.yaml","at":["spec","source","helm"]}]}',
    ],
    source(
      'path: chart\nhelm: {ignoreMissingValueFiles: true, valueFiles: [none.yaml, "https://example.org/v.yaml", "$ref/v.yaml"]}\n',
    ),
  ],
  [
    'a chart with a kustomization',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"kustomize","folder":"chart"}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\n'),
    both,
  ],
  [
    'a chart with a kustomization, as a chart',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"x","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {releaseName: x}\nkustomize: {}\n'),
    both,
  ],
  [
    'a chart with a kustomization, as a kustomization',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"kustomize","folder":"chart","options":{"namePrefix":"x"}}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {parameters: []}\nkustomize: {namePrefix: x}\n'),
    both,
  ],
  [
    'a chart with a kustomization, with empty settings',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"kustomize","folder":"chart"}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {releaseName: "", parameters: [], values: "", skipCrds: false}\n'),
    both,
  ],
  [
    'a chart with a kustomization, with values that are an empty object',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop","values":[{}]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {valuesObject: {}}\n'),
    both,
  ],
  [
    'a kustomization as a folder of files that a pattern names',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"files","files":["kust/a.yaml","kust/kustomization.yaml","kust/p.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: kust\ndirectory: {include: "*.yaml"}\n'),
  ],
  [
    'a chart with a kustomization, as a folder',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"files","files":["chart/Chart.yaml","chart/kustomization.yaml","chart/v/dev.yaml","chart/v/prod.yaml","chart/values.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\ndirectory: {recurse: true}\n'),
    both,
  ],
  [
    'a chart as a folder',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"files","files":["chart/Chart.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\ndirectory: {exclude: "v*"}\n'),
  ],
  [
    'a chart as Jsonnet',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"files","files":["chart/Chart.yaml","chart/values.yaml"]}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\ndirectory: {jsonnet: {libs: [a]}}\n'),
  ],
  [
    'a chart as a folder that says nothing',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"app","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    source('path: chart\ndirectory: {recurse: false, include: "", jsonnet: {libs: []}}\n'),
  ],
  [
    'a kustomization as a chart',
    [
      'Application argocd/app (r.yaml): kust at spec.source.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"namespace":"shop"}',
    ],
    source('path: kust\nhelm: {releaseName: x}\n'),
  ],
  [
    'a plain folder as a kustomization',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/a.yaml","plain/b.json"]}',
      '{"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: plain\nkustomize: {namePrefix: x}\n'),
  ],
  [
    'settings that are null',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"x","namespace":"shop","skipCrds":true}',
      '{"extraFiles":["chart/.argocd-source.yaml"],"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {releaseName: x}\nkustomize: null\n'),
    { 'chart/.argocd-source.yaml': 'helm: {releaseName: null, skipCrds: true}\nkustomize: null\n' },
  ],
  [
    'what the folder says',
    [
      'Application argocd/app (r.yaml): chart at spec.source.path',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","values":[{"a":3}],"skipCrds":true}',
      '{"extraFiles":["chart/.argocd-source.yaml","chart/.argocd-source-app.yaml"],"namespace":"shop"}',
    ],
    source('path: chart\nhelm: {releaseName: rel, values: "a: 1"}\n'),
    {
      'chart/.argocd-source.yaml': 'helm: {values: "a: 2", skipCrds: true}\n',
      'chart/.argocd-source-app.yaml': 'helm: {values: "a: 3"}\nkustomize: null\n',
    },
  ],
  [
    'what the folder says for another',
    [
      'Application argocd/app (r.yaml): plain at spec.source.path',
      '{"kind":"files","files":["plain/.argocd-source-other.yaml","plain/.argocd-source.yaml","plain/a.yaml","plain/b.json"]}',
      '{"extraFiles":["plain/.argocd-source.yaml"],"namespace":"shop","gaps":[{"kind":"plugin","name":"plain/c.jsonnet (jsonnet)","file":"r.yaml","at":["spec","source","directory"]}]}',
    ],
    source('path: plain\n'),
    { 'plain/.argocd-source-other.yaml': 'directory: {recurse: true}\n', 'plain/.argocd-source.yaml': 'other: 1\n' },
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what Argo CD delivers: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
