import { expect, test } from '@jest/globals';
import { declaredBy } from './declarations.ts';
import type { Texts } from './delivered.ts';

const kustomization = (spec: string, reference = '{kind: GitRepository, name: flux-system}') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: ${reference}\n${spec.replace(/^(?=.)/gm, '  ')}`;
const object = (kind: string, name: string, spec: string, group = 'source.toolkit.fluxcd.io/v1') =>
  `---\napiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: flux-system}\nspec: ${spec}\n`;
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
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what Flux delivers of artifacts: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(declaredBy(...given)).toEqual(expected);
});
