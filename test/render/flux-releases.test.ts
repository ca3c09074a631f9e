import { expect, test } from '@jest/globals';
import { declaredBy, own } from './declarations.ts';
import type { Texts } from './delivered.ts';

const kustomization = (spec: string, reference = '{kind: GitRepository, name: flux-system}') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: ${reference}\n${spec.replace(/^(?=.)/gm, '  ')}`;
const release = (spec: string, chart = './chart', reference = '{kind: GitRepository, name: flux-system}') =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: h, namespace: shop}\nspec:\n  chart: {spec: {chart: ${chart}, version: 1.0.0, sourceRef: ${reference}}}\n${spec.replace(/^(?=.)/gm, '  ')}`;
const object = (kind: string, name: string, spec: string, group = 'source.toolkit.fluxcd.io/v1') =>
  `---\napiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: flux-system}\nspec: ${spec}\n`;
const git = (name = 'flux-system', more = '', url = own) => object('GitRepository', name, `{url: ${url}${more}}`);
const map = (name: string, data: string) =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop}\ndata: ${data}\n`;
const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
  [
    'a chart',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"ns","values":[{"a":"b"}]}',
      '{"namespace":"ns","destination":"{\\"a\\":\\"b\\"}"}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    release('releaseName: rel\ntargetNamespace: ns\nvalues: {a: b}\nkubeConfig: {a: b}\n'),
  ],
  [
    'a chart by an absolute path',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"ns-h","namespace":"ns"}',
      '{"namespace":"ns"}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    release('targetNamespace: ns\n', '/chart'),
  ],
  [
    'values files',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"h","namespace":"shop","valueFiles":["chart/v/dev.yaml"]}',
      '{"namespace":"shop"}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    release('').replace('version: 1.0.0', 'valuesFiles: [chart/v/dev.yaml, ../x]'),
  ],
  [
    'values of maps',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"h","namespace":"shop","values":[{"x":1},{"v":2},{"z":1}],"parameters":[{"name":"a.b","value":"v: 2","isText":false}]}',
      '{"namespace":"shop","gaps":[{"kind":"missing","name":"ConfigMap vals","file":"r.yaml","at":["spec","valuesFrom",3]},{"kind":"missing","name":"Secret s","file":"r.yaml","at":["spec","valuesFrom",4]}]}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    `${release('valuesFrom:\n- {kind: ConfigMap, name: vals}\n- {kind: ConfigMap, name: vals, valuesKey: key}\n- {kind: ConfigMap, name: vals, valuesKey: key, targetPath: a.b}\n- {kind: ConfigMap, name: vals, valuesKey: none}\n- {kind: Secret, name: s}\nvalues: {z: 1}\n')}${map('vals', '{values.yaml: "x: 1", key: "v: 2"}')}`,
  ],
  [
    'values of maps of files',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"h","namespace":"shop","values":[{"x":1}]}',
      '{"extraFiles":["m.yaml"],"namespace":"shop"}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    release('valuesFrom: [{kind: ConfigMap, name: vals}]\n'),
    { 'm.yaml': map('vals', '{values.yaml: "x: 1"}'), 'n/k/m.yaml': map('vals', '{values.yaml: "x: 2"}') },
  ],
  [
    'post-renderers',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"h","namespace":"shop","options":{"patches":[{"patch":"a"},{"patch":"{\\"b\\":\\"c\\"}"},{"target":{"kind":"D"},"patch":"[{\\"op\\":\\"add\\"}]"},{"patch":"f"}],"images":[{"name":"e"}]}}',
      '{"namespace":"shop"}',
      'HelmRelease shop/h (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.chart.spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    release(
      'postRenderers:\n- kustomize:\n    patches: [{patch: a}]\n    patchesStrategicMerge: [{b: c}]\n    patchesJson6902: [{target: {kind: D}, patch: [{op: add}]}]\n    images: [{name: e}]\n- kustomize: {patches: [{patch: f}]}\n- x\n',
    ),
  ],
  [
    'a chart that is not there',
    [
      'HelmRelease shop/h (r.yaml): none at spec.chart.spec.chart',
      '{"unbuilt":{"why":"the chart none is not in this repository","by":"chart","unread":[]}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${release('', './none')}${git()}`,
  ],
  [
    'a chart that is not there, of another branch',
    [
      'HelmRelease shop/h (r.yaml) takes the chart ./none of GitRepository shop/flux-system @ 1.0.0',
      'r.yaml spec.chart.spec.chart @ spec.chart.spec.version',
      '{"origin":{"address":"./none of https://git.example.org/acme/gitops","version":"1.0.0"}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops @ branch dev',
      'r.yaml #1 spec.url @ spec.ref.branch',
      '{"isOwn":true}',
    ],
    `${release('', './none')}${git('flux-system', ', ref: {branch: dev}')}`,
  ],
  [
    'a folder that is no chart',
    [
      'HelmRelease shop/h (r.yaml): kust at spec.chart.spec.chart',
      '{"unbuilt":{"why":"the chart kust is not in this repository","by":"chart","unread":[]}}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${release('', './kust')}${git()}`,
  ],
  [
    'a chart of a registry',
    [
      'HelmRelease shop/h (r.yaml) takes the chart c of HelmRepository ns/far @ 1.0.0',
      'r.yaml spec.chart.spec.chart @ spec.chart.spec.version',
      '{"origin":{"address":"c of https://example.org/charts","version":"1.0.0"}}',
      'HelmRepository flux-system/far (r.yaml) takes the HelmRepository https://example.org/charts',
      'r.yaml #1 spec.url',
    ],
    `${release('', 'c', '{kind: HelmRepository, name: far, namespace: ns}')}${object('HelmRepository', 'far', '{url: "https://example.org/charts"}')}`,
  ],
  [
    'a chart of a registry without a version',
    ['HelmRelease shop/h (r.yaml) takes the chart c of HelmRepository shop/far', 'r.yaml spec.chart.spec.chart'],
    release('', 'c', '{kind: HelmRepository, name: far}').replace('version: 1.0.0, ', ''),
  ],
  [
    'a chart object',
    [
      'HelmRelease shop/h (r.yaml): chart at spec.chart',
      '{"kind":"helm","chart":"chart","release":"h","namespace":"shop","valueFiles":["chart/v/prod.yaml"]}',
      '{"extraFiles":["r.yaml"],"namespace":"shop"}',
      'HelmChart flux-system/hc (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml #1 spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    `${release('chartRef: {kind: HelmChart, name: hc}\n').replace(/ {2}chart: .*\n/, '')}${object('HelmChart', 'hc', '{chart: ./chart, valuesFiles: [chart/v/prod.yaml], sourceRef: {kind: GitRepository, name: flux-system}}')}`,
  ],
  [
    'a chart object of elsewhere',
    ['HelmRelease shop/h (r.yaml) takes the chart HelmChart shop/hc', 'r.yaml spec.chartRef.name'],
    `${release('chartRef: {kind: HelmChart, name: hc}\n').replace(/ {2}chart: .*\n/, '')}${object('HelmChart', 'hc', '{chart: c, sourceRef: {kind: HelmRepository, name: far}}')}`,
  ],
  [
    'an image of a chart',
    [
      'HelmRelease shop/h (r.yaml) takes the chart OCIRepository shop/oci',
      'r.yaml spec.chartRef.name',
      '{"origin":{"address":"oci://example.org/c","version":"1.x"}}',
      'OCIRepository flux-system/oci (r.yaml) takes the OCIRepository oci://example.org/c @ 1.x',
      'r.yaml #1 spec.url @ spec.ref.semver',
    ],
    `${release('chartRef: {kind: OCIRepository, name: oci}\n').replace(/ {2}chart: .*\n/, '')}${object('OCIRepository', 'oci', '{url: "oci://example.org/c", ref: {semver: 1.x}}')}`,
  ],
  ['no chart', [], release('').replace(/ {2}chart: .*\n/, '')],
  [
    'other kinds',
    [],
    object('Kustomization', 'x', '{path: ./plain}', 'other.io/v1') +
      object('Receiver', 'x', '{path: ./plain}', 'kustomize.toolkit.fluxcd.io/v1') +
      object('Receiver', 'x', '{chartRef: {name: a}}', 'helm.toolkit.fluxcd.io/v2'),
  ],
  [
    'an object without a namespace',
    [
      'Kustomization k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      'Kustomization k (r.yaml) takes the manifests of GitRepository x',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./plain\n', '{kind: GitRepository, name: x, namespace: ns}').replace(
      ', namespace: flux-system',
      '',
    ),
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what HelmReleases of Flux deliver: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
