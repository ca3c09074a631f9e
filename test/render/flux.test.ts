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
const artifact = (copy: string, more = '', name = 'art') =>
  object(
    'ArtifactGenerator',
    'gen',
    `{sources: [{alias: own, kind: GitRepository, name: flux-system}, {alias: far, kind: OCIRepository, name: far}], artifacts: [{name: ${name}, copy: [${copy}]}]${more}}`,
    'source.extensions.fluxcd.io/v1beta1',
  );
const ofArtifact = (path: string, namespace = '') =>
  kustomization(`path: ${path}\n`, `{kind: ExternalArtifact, name: art${namespace}}`);

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
  [
    'another repository',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of GitRepository flux-system/far',
      'r.yaml spec.path',
      '{"origin":{"address":"./plain of https://example.org/x","version":"v1"}}',
      'GitRepository flux-system/far (r.yaml) takes the GitRepository https://example.org/x @ v1',
      'r.yaml #1 spec.url @ spec.ref.tag',
    ],
    `${kustomization('path: ./plain\n', '{kind: GitRepository, name: far}')}${git('far', ', ref: {tag: v1}', 'https://example.org/x')}`,
  ],
  [
    'another repository of another namespace',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests . of GitRepository ns/far',
      'r.yaml spec.sourceRef',
      '{"origin":{"address":". of https://example.org/x","version":"branch main"}}',
      'GitRepository flux-system/far (r.yaml) takes the GitRepository https://example.org/x @ branch main',
      'r.yaml #1 spec.url @ spec.ref.branch',
    ],
    `${kustomization('', '{kind: GitRepository, name: far, namespace: ns}')}${git('far', ', ref: {branch: main}', 'https://example.org/x')}`,
  ],
  [
    'an image',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of OCIRepository flux-system/far',
      'r.yaml spec.path',
      '{"origin":{"address":"./plain of oci://example.org/x","version":"v1@sha256:0"}}',
      'OCIRepository flux-system/far (r.yaml) takes the OCIRepository oci://example.org/x @ v1@sha256:0',
      'r.yaml #1 spec.url @ spec.ref.digest',
    ],
    `${kustomization('path: ./plain\n', '{kind: OCIRepository, name: far}')}${object('OCIRepository', 'far', '{url: "oci://example.org/x", ref: {digest: "sha256:0", tag: v1}}')}`,
  ],
  [
    'a bucket',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of Bucket flux-system/far',
      'r.yaml spec.path',
      '{"origin":{"address":"./plain of b"}}',
      'Bucket flux-system/far (r.yaml) takes the Bucket b',
      'r.yaml #1 spec.bucketName',
    ],
    `${kustomization('path: ./plain\n', '{kind: Bucket, name: far}')}${object('Bucket', 'far', '{bucketName: b, endpoint: e}')}`,
  ],
  [
    'sources that do not agree',
    [
      'OCIRepository flux-system/far (b.yaml) takes the OCIRepository oci://example.org/y',
      'b.yaml spec.url',
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of OCIRepository flux-system/far',
      'r.yaml spec.path',
      'OCIRepository flux-system/far (r.yaml) takes the OCIRepository oci://example.org/x @ latest',
      'r.yaml #1 spec.url @ spec.ref.tag',
    ],
    `${kustomization('path: ./plain\n', '{kind: OCIRepository, name: far}')}${object('OCIRepository', 'far', '{url: "oci://example.org/x", ref: {tag: latest}}')}`,
    { 'b.yaml': object('OCIRepository', 'far', '{url: "oci://example.org/y"}') },
  ],
  [
    'sources that agree but for a release',
    [
      'OCIRepository flux-system/far (b.yaml) takes the OCIRepository oci://example.org/x @ v2.0.0',
      'b.yaml spec.url @ spec.ref.tag',
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of OCIRepository flux-system/far',
      'r.yaml spec.path',
      '{"origin":{"address":"./plain of oci://example.org/x","version":"v2.0.0"}}',
      'OCIRepository flux-system/far (r.yaml) takes the OCIRepository oci://example.org/x @ v1.0.0',
      'r.yaml #1 spec.url @ spec.ref.tag',
    ],
    `${kustomization('path: ./plain\n', '{kind: OCIRepository, name: far}')}${object('OCIRepository', 'far', '{url: "oci://example.org/x", ref: {tag: v1.0.0}}')}`,
    { 'b.yaml': object('OCIRepository', 'far', '{url: "oci://example.org/x", ref: {tag: v2.0.0}}') },
  ],
  [
    'sources that agree but for a branch',
    [
      'GitRepository flux-system/far (b.yaml) takes the GitRepository https://example.org/x @ branch b',
      'b.yaml spec.url @ spec.ref.branch',
      'Kustomization flux-system/k (r.yaml) takes the manifests ./plain of GitRepository flux-system/far',
      'r.yaml spec.path',
      'GitRepository flux-system/far (r.yaml) takes the GitRepository https://example.org/x @ branch a',
      'r.yaml #1 spec.url @ spec.ref.branch',
    ],
    `${kustomization('path: ./plain\n', '{kind: GitRepository, name: far}')}${git('far', ', ref: {branch: a}', 'https://example.org/x')}`,
    { 'b.yaml': git('far', ', ref: {branch: b}', 'https://example.org/x') },
  ],
  [
    'a source that is not declared',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository ns/own',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./plain\n', '{kind: GitRepository, name: own, namespace: ns}'),
  ],
  [
    'a source that is not declared, of its own namespace',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository own',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./plain\n', '{kind: GitRepository, name: own, namespace: flux-system}'),
  ],
  [
    'no source',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of this repository',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./plain\n', '{}'),
  ],
  [
    'this repository by another name',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      '{"extraFiles":["r.yaml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of this repository',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
      'GitRepository flux-system/own (r.yaml) takes the manifests ssh://git@git.example.org/acme/gitops.git @ abc',
      'r.yaml #1 spec.url @ spec.ref.commit',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./plain\n', '{kind: GitRepository, name: own}')}${git('own', ', ref: {commit: abc, branch: main}', 'ssh://git@git.example.org/acme/gitops.git')}`,
  ],
  [
    'a source that takes in others',
    [
      'GitRepository flux-system/own (r.yaml) takes the manifests https://git.example.org/acme/gitops @ >1',
      'r.yaml spec.url @ spec.ref.semver',
      '{"isOwn":true}',
      'GitRepository flux-system/own (r.yaml) include 0 takes the manifests a of GitRepository far in b',
      'r.yaml spec.include.0',
      'GitRepository flux-system/own (r.yaml) include 1 takes the manifests . of GitRepository z in .',
      'r.yaml spec.include.1',
    ],
    git(
      'own',
      ', ref: {semver: ">1"}, include: [{repository: {name: far}, fromPath: a, toPath: b}, {repository: {name: z}}]',
    ),
  ],
  [
    'references',
    [
      'GitRepository flux-system/s0 (r.yaml) takes the GitRepository https://example.org/0 @ refs/x',
      'r.yaml spec.url @ spec.ref.name',
      'GitRepository flux-system/s1 (r.yaml) takes the GitRepository https://example.org/1 @ c',
      'r.yaml #1 spec.url @ spec.ref.commit',
      'GitRepository flux-system/s2 (r.yaml) takes the GitRepository https://example.org/2 @ d',
      'r.yaml #2 spec.url @ spec.ref.digest',
      'GitRepository flux-system/s3 (r.yaml) takes the GitRepository https://example.org/3',
      'r.yaml #3 spec.url',
      'GitRepository flux-system/s4 (r.yaml) takes the GitRepository https://example.org/4 @ branch b',
      'r.yaml #4 spec.url @ spec.ref.branch',
    ],
    ['{name: refs/x}', '{commit: c, tag: t}', '{digest: d}', '{}', '{branch: b}']
      .map((ref, at) => git(`s${at}`, `, ref: ${ref}`, `https://example.org/${at}`))
      .join(''),
  ],
  ['a source without an address', [], object('OCIRepository', 'x', '{}')],
  [
    'what a source leaves out',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files"}',
      '{"extraFiles":[".sourceignore","plain/sub/.sourceignore","r.yaml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of this repository',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./plain\n')}${git('flux-system', ', ignore: "/plain/sub\\n!/plain/sub/g.yaml"')}`,
    { '.sourceignore': 'a.yaml\n', 'plain/sub/.sourceignore': '!e.yml\n' },
  ],
  [
    'all that a source leaves out',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["r.yaml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of this repository',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./kust\n')}${git('flux-system', ', ignore: "/kust"')}`,
  ],
  [
    'the kustomization that a source leaves out',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"files","files":["kust/a.yaml","kust/p.yaml"]}',
      '{"extraFiles":["r.yaml"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of this repository',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
      'GitRepository flux-system/flux-system (r.yaml) takes the manifests https://git.example.org/acme/gitops',
      'r.yaml #1 spec.url',
      '{"isOwn":true}',
    ],
    `${kustomization('path: ./kust\n')}${git('flux-system', ', ignore: "kustomization.yaml"')}`,
  ],
  [
    'more than is read that a source leaves out',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":[".sourceignore"],"unbuilt":{"why":"its source leaves files out by more than 1000 patterns","by":"what its source leaves out","unread":[".sourceignore"]}}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./kust\n'),
    { '.sourceignore': 'a\n'.repeat(1_001) },
  ],
  [
    'as much as is read that a source leaves out',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":[".sourceignore"]}',
      'Kustomization flux-system/k (r.yaml) takes the manifests of GitRepository flux-system',
      'r.yaml spec.sourceRef.name',
      '{"isOwn":true}',
    ],
    kustomization('path: ./kust\n'),
    { '.sourceignore': 'a.yaml\n'.repeat(1_000) },
  ],
  [
    'an artifact',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      '{"extraFiles":["r.yaml"]}',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/plain/**", to: "@artifact/"}')}`,
  ],
  [
    'a folder of an artifact',
    [
      'Kustomization flux-system/k (r.yaml): plain/sub at spec.path',
      '{"kind":"files","files":["plain/sub/e.yml"]}',
      '{"extraFiles":["r.yaml"]}',
    ],
    `${ofArtifact('./sub')}${artifact('{from: "@own/plain/**", to: "@artifact/"}')}`,
  ],
  [
    'a folder in its place in an artifact',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["r.yaml"]}',
    ],
    `${ofArtifact('./kust')}${artifact('{from: "@own/kust/**", to: "@artifact/kust/"}')}`,
  ],
  [
    'folders in an artifact of which some are elsewhere',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/sub/e.yml"]}',
      '{"extraFiles":["r.yaml"]}',
      'ArtifactGenerator flux-system/gen (r.yaml) @own/kust/** in @artifact/other/ of ExternalArtifact art takes the files @own/kust/** in @artifact/other/ of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.1.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@own/kust/** in @artifact/other/ of ExternalArtifact art"},"isInside":true}',
      'ArtifactGenerator flux-system/gen (r.yaml) @far/x/** in @artifact/ of ExternalArtifact art takes the files @far/x/** in @artifact/ of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.2.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@far/x/** in @artifact/ of ExternalArtifact art"}}',
      'ArtifactGenerator flux-system/gen (r.yaml) @own/plain/a.yaml in @artifact/ of ExternalArtifact art takes the files @own/plain/a.yaml in @artifact/ of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.3.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@own/plain/a.yaml in @artifact/ of ExternalArtifact art"},"isInside":true}',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/plain/sub/**", to: "@artifact/sub"}, {from: "@own/kust/**", to: "@artifact/other/"}, {from: "@far/x/**", to: "@artifact/"}, {from: "@own/plain/a.yaml", to: "@artifact/"}')}`,
  ],
  [
    'a folder in an artifact without some',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./ of ExternalArtifact flux-system/art',
      'r.yaml spec.path',
      'ArtifactGenerator flux-system/gen (r.yaml) @own/plain/** in @artifact/ {"exclude":["a"]} of ExternalArtifact art takes the files @own/plain/** in @artifact/ {"exclude":["a"]} of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.0.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@own/plain/** in @artifact/ {\\"exclude\\":[\\"a\\"]} of ExternalArtifact art"},"isInside":true}',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/plain/**", to: "@artifact/", exclude: [a]}')}`,
  ],
  [
    'a folder in an artifact by a strategy',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["r.yaml"]}',
      'ArtifactGenerator flux-system/gen (r.yaml) @own/plain/** in @artifact/ {"strategy":"Merge"} of ExternalArtifact art takes the files @own/plain/** in @artifact/ {"strategy":"Merge"} of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.0.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@own/plain/** in @artifact/ {\\"strategy\\":\\"Merge\\"} of ExternalArtifact art"},"isInside":true}',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/plain/**", to: "@artifact/", strategy: Merge}, {from: "@own/kust/**", to: "@artifact/", strategy: Overwrite}')}`,
  ],
  [
    'an artifact by a pattern',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./ of ExternalArtifact flux-system/art',
      'r.yaml spec.path',
      'ArtifactGenerator flux-system/gen (r.yaml) @own/** in @artifact/ of ExternalArtifact art takes the files @own/** in @artifact/ of ExternalArtifact art',
      'r.yaml #1 spec.artifacts.0.copy.0.from',
      '{"shown":{"by":"ArtifactGenerator flux-system/gen (r.yaml)","address":"@own/** in @artifact/ of ExternalArtifact art"},"isInside":true}',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/**", to: "@artifact/"}', ', pathPattern: x')}`,
  ],
  [
    'an artifact of another namespace',
    [
      'Kustomization flux-system/k (r.yaml): plain at spec.path',
      '{"kind":"files","files":["plain/a.yaml","plain/sub/e.yml"]}',
      '{"extraFiles":["r.yaml"]}',
    ],
    `${ofArtifact('./', ', namespace: ns')}${artifact('{from: "@own/plain/**", to: "@artifact/"}')}`,
  ],
  [
    'an artifact that nothing makes',
    [
      'Kustomization flux-system/k (r.yaml) takes the manifests ./ of ExternalArtifact flux-system/art',
      'r.yaml spec.path',
    ],
    `${ofArtifact('./')}${artifact('{from: "@own/plain/**", to: "@artifact/"}', '', 'other')}`,
  ],
  [
    'the whole repository in an artifact',
    [
      'Kustomization flux-system/k (r.yaml): kust at spec.path',
      '{"kind":"kustomize","folder":"kust"}',
      '{"extraFiles":["r.yaml"]}',
    ],
    `${ofArtifact('./kust')}${artifact('{from: "@own/**", to: "@artifact/"}')}`,
  ],
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

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what Flux delivers: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
