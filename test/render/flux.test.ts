import { expect, test } from '@jest/globals';
import { declaredBy, own } from './declarations.ts';
import type { Texts } from './delivered.ts';

const kustomization = (spec: string, reference = '{kind: GitRepository, name: flux-system}') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: ${reference}\n${spec.replace(/^(?=.)/gm, '  ')}`;
const object = (kind: string, name: string, spec: string, group = 'source.toolkit.fluxcd.io/v1') =>
  `---\napiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: flux-system}\nspec: ${spec}\n`;
const git = (name = 'flux-system', more = '', url = own) => object('GitRepository', name, `{url: ${url}${more}}`);
const map = (name: string, data: string) =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop}\ndata: ${data}\n`;
const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
  [
    'a plain folder',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./plain\n'),
  ],
  [
    'a kustomization',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: /kust/\n'),
  ],
  [
    'everything',
    [
      'Kustomization flux-system/k (r.yaml):  at spec.path',
      '{"kind":"files","files":["chart/Chart.yaml","chart/v/dev.yaml","chart/v/prod.yaml","chart/values.yaml","plain/a.yaml","plain/sub/e.yml","r.yaml"],"kustomizations":["comp","kust"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization(''),
    {},
  ],
  [
    'a folder with a kustomization below it',
    [
      'Kustomization flux-system/k (r.yaml): f at spec.path',
      '{"kind":"files","files":["f/a.yaml","f/g/b.yaml","f/gh.yaml"],"kustomizations":["f/g/h"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./f\n'),
    {
      'f/a.yaml': 'a: b\n',
      'f/g/b.yaml': 'a: b\n',
      'f/g/h/kustomization.yaml': 'resources: []\n',
      'f/g/h/i/kustomization.yaml': 'resources: []\n',
      'f/g/h/c.yaml': 'a: b\n',
      'f/gh.yaml': 'a: b\n',
      'f/x.json': '{}',
    },
  ],
  [
    'what it changes',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust","options":{"namespace":"ns","patches":[{"patch":"x"}],"images":[{"name":"a","newName":"b","newTag":"c","digest":"d"}],"namePrefix":"p-","nameSuffix":"-s","labels":[{"pairs":{"a":"b"},"includeTemplates":false}],"commonAnnotations":{"c":"d"},"components":["comp"]}}',
      '{"namespace":"ns","destination":"{\\"secretRef\\":{\\"key\\":\\"a\\",\\"name\\":\\"z\\"}}"}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization(
      'path: ./kust\ntargetNamespace: ns\nnamePrefix: p-\nnameSuffix: -s\ncomponents: [../comp, ../../out]\nimages: [{name: a, newName: b, newTag: c, digest: d, e: f}]\npatches: [{patch: x}]\ncommonMetadata: {labels: {a: b}, annotations: {c: d}}\nkubeConfig: {secretRef: {name: z, key: a}}\n',
    ),
  ],
  [
    'what it changes by nothing',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization(
      'path: ./kust\ntargetNamespace: ""\nnamePrefix: ""\nnameSuffix: ""\ncomponents: []\nimages: []\npatches: []\ncommonMetadata: {labels: x, annotations: []}\n',
    ),
  ],
  [
    'variables',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"variables":{"A":"12","D":"ab","C":"","isOpen":false}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./kust\npostBuild:\n  substitute: {A: "1\\n2", B: 3, C: ""}\n  substituteFrom: [{kind: ConfigMap, name: vars}]\n')}${map('vars', '{A: x, D: "a\\nb", E: 1}')}`,
  ],
  [
    'variables of the cluster',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"variables":{"A":"b","isOpen":true}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization(
      'path: ./kust\npostBuild:\n  substitute: {A: b}\n  substituteFrom: [{kind: Secret, name: vars}, {kind: ConfigMap, name: none}]\n',
    ),
  ],
  [
    'variables of the nearest map',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["a/m.yaml"],"variables":{"A":"1","isOpen":false}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./kust\npostBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}\n'),
    { 'a/m.yaml': map('vars', '{A: "1"}'), 'n.yaml': map('vars', '{A: "2"}') },
  ],
  [
    'variables of a generator',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["m/kustomization.yaml","m/e.txt","m/e.txt","m/v.env","m/w.env"],"variables":{"e.txt":"file","F":"file","G":"2","H":"3","I":"4","A":"1","B":"x=y","D":"d","isOpen":false}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./kust\npostBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}\n'),
    {
      'm/kustomization.yaml':
        'configMapGenerator:\n- {name: other, literals: [A=0]}\n- {name: vars, literals: ["A=1", "B=\'x=y\'", C, \'D="d"\'], files: [e.txt, F=e.txt], envs: [v.env], env: w.env}\n',
      'm/e.txt': 'file\n',
      'm/v.env': '# x\nG=2\n\n H=3 \n',
      'm/w.env': 'I=4',
    },
  ],
  [
    'no variables',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"variables":{"isOpen":false}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./kust\npostBuild: {}\n'),
  ],
  [
    'a folder that is not there',
    [
      'Kustomization flux-system/k (r.yaml): none at spec.path',
      '{"unbuilt":{"why":"the path none is not in this repository","by":"path","unread":[]}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./none\n')}${git()}`,
  ],
  [
    'a folder that is not there, of another branch',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./none of GitRepository flux-system/flux-system',
      'r.yaml spec.path',
      '{"origin":{"address":"./none of https://git.example.org/acme/gitops","version":"branch dev"}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops @ branch dev',
      'r.yaml #1 spec.url @ spec.ref.branch',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./none\n')}${git('flux-system', ', ref: {branch: dev}')}`,
  ],
  [
    'a folder that is not there, of the usual branch',
    [
      'Kustomization flux-system/k (r.yaml): none at spec.path',
      '{"unbuilt":{"why":"the path none is not in this repository","by":"path","unread":[]}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops @ branch master',
      'r.yaml #1 spec.url @ spec.ref.branch',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./none\n')}${git('flux-system', ', ref: {branch: master}')}`,
  ],
  [
    'a folder that is not there, of a tag',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./none of GitRepository flux-system/flux-system',
      'r.yaml spec.path',
      '{"origin":{"address":"./none of https://git.example.org/acme/gitops","version":"v1"}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops @ v1',
      'r.yaml #1 spec.url @ spec.ref.tag',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./none\n')}${git('flux-system', ', ref: {branch: main, tag: v1}')}`,
  ],
  [
    'a folder that is not there, where nothing says which',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./none of GitRepository flux-system/flux-system',
      'r.yaml spec.path',
    ],
    kustomization('path: ./none\n'),
  ],
  [
    'a folder outside',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ../none of GitRepository flux-system/flux-system',
      'r.yaml spec.path',
    ],
    kustomization('path: ../none\n'),
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what Flux delivers: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
