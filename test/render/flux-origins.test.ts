import { expect, test } from '@jest/globals';
import { declaredBy, own } from './declarations.ts';
import type { Texts } from './delivered.ts';

const kustomization = (spec: string, reference = '{kind: GitRepository, name: flux-system}') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: ${reference}\n${spec.replace(/^(?=.)/gm, '  ')}`;
const object = (kind: string, name: string, spec: string, group = 'source.toolkit.fluxcd.io/v1') =>
  `---\napiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: flux-system}\nspec: ${spec}\n`;
const git = (name = 'flux-system', more = '', url = own) => object('GitRepository', name, `{url: ${url}${more}}`);
const cases: readonly (readonly [string, readonly string[], string, Texts?])[] = [
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
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('where Flux takes it from: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
