import { expect, test } from '@jest/globals';
import { replacedSources } from '../../src/delivery/flux/replaced-sources.ts';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const resources = (...objects: readonly object[]): readonly Resource[] =>
  objects.flatMap((each) =>
    parseYaml(Buffer.from(JSON.stringify(each)), defaultPolicy.limits).documents.flatMap((document) =>
      resourcesOf(document, 'a.yaml'),
    ),
  );

const source = (kind: string, name: string, spec: object, namespace = 'flux-system') => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind,
  metadata: { name, namespace },
  spec,
});
const url = 'https://example.org/a.git';
const verify = { mode: 'HEAD', secretRef: { name: 'keys' } };

test.each(['toString', 'constructor', '__proto__'])('a source of the kind %s ends nothing', (kind) => {
  const all = resources(source(kind, 'x', {}), source('GitRepository', 'g', { url, verify }));
  expect(replacedSources(all, all)).toEqual([]);
});

test('many sources of one address are compared', () => {
  const names = Array.from({ length: 600 }, (_, index) => `s${index}`);
  const before = resources(...names.map((name) => source('GitRepository', name, { url, verify })));
  const after = resources(...names.map((name) => source('GitRepository', name, { url, verify })));
  expect(replacedSources(before, after)).toEqual([]);
  expect(
    replacedSources(before, [...after.slice(1), ...resources(source('GitRepository', 'new', { url }))]),
  ).toHaveLength(1);
});

test('a source of that name in another namespace does not hide that its chart is no longer verified', () => {
  const release = (name: string, more: object) => ({
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace: 'shop' },
    spec: { chart: { spec: { chart: 'web', sourceRef: { kind: 'HelmRepository', name: 'corp' }, ...more } } },
  });
  const repository = source('HelmRepository', 'corp', { url: 'oci://corp/charts' }, 'shop');
  const decoy = source('HelmRepository', 'corp', { url: 'oci://elsewhere/charts' }, 'other');
  const before = resources(repository, release('a', { verify: { provider: 'cosign' } }));
  expect(replacedSources(before, resources(repository, decoy, release('b', {})))).toHaveLength(1);
});
