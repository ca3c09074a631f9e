import { describe, expect, test } from '@jest/globals';
import { pinsOf, pinsOfDocument } from '../../src/workload/charts/chart-pins.ts';
import { loosenedInFile, loosenedInObjects } from '../../src/workload/charts/loosened-charts.ts';
import { application, configMap, k3s, read, release, valuesFile } from './chart-values.ts';

describe('the version of a chart', () => {
  const source = (spec: object) => read(application({ source: spec })).flatMap(pinsOf);
  test.each<[string, object, readonly object[]]>([
    [
      'Flux',
      release({}, { chart: { spec: { chart: 'web', version: '1.2.3' } } }),
      [{ key: 'web', version: '1.2.3', firmness: 'release', path: ['spec', 'chart', 'spec', 'version'] }],
    ],
    ['Flux, of a chart elsewhere', release({}, { chart: undefined }), []],
    ['another HelmRelease', { ...release({}), apiVersion: 'example.org/v1' }, []],
    [
      'k3s or Flux',
      k3s({ chart: 'web', version: '1.x' }),
      [{ key: 'web', version: '1.x', firmness: 'moving', path: ['spec', 'version'] }],
    ],
    [
      'an artifact',
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'OCIRepository',
        metadata: { name: 'a' },
        spec: { url: 'oci://x', ref: { tag: '1.2.3', semver: '1.x' } },
      },
      [{ key: 'oci://x', version: '1.x', firmness: 'moving', path: ['spec', 'ref', 'semver'] }],
    ],
    [
      'an artifact by its digest',
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'OCIRepository',
        metadata: { name: 'a' },
        spec: { url: 'oci://x', ref: { digest: `sha256:${'a'.repeat(64)}`, semver: '1.x' } },
      },
      [{ key: 'oci://x', version: `sha256:${'a'.repeat(64)}`, firmness: 'digest', path: ['spec', 'ref', 'digest'] }],
    ],
    [
      'an artifact by its tag',
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'OCIRepository',
        metadata: { name: 'a' },
        spec: { url: 'oci://x', ref: { tag: 'v1.2.3' } },
      },
      [{ key: 'oci://x', version: 'v1.2.3', firmness: 'release', path: ['spec', 'ref', 'tag'] }],
    ],
    [
      'a bucket',
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'Bucket',
        metadata: { name: 'a' },
        spec: { ref: { tag: '1' } },
      },
      [],
    ],
    [
      'another OCIRepository',
      { apiVersion: 'example.org/v1', kind: 'OCIRepository', metadata: { name: 'a' }, spec: { ref: { tag: '1' } } },
      [],
    ],
    [
      'an Application of another group',
      { ...application({ source: { chart: 'web' } }), apiVersion: 'app.k8s.io/v1' },
      [],
    ],
    [
      'a project of Argo CD',
      application({ source: { chart: 'web' }, template: { spec: { source: { chart: 'web' } } } }, 'AppProject'),
      [],
    ],
    [
      'an ApplicationSet',
      application({ sources: [{ path: 'x' }, { chart: 'web', targetRevision: '1.2.3' }] }, 'ApplicationSet'),
      [
        {
          key: 'web',
          version: '1.2.3',
          firmness: 'release',
          path: ['spec', 'template', 'spec', 'sources', 1, 'targetRevision'],
        },
      ],
    ],
  ])('of %s', (_, object, pins) => {
    expect(read(object).flatMap(pinsOf)).toEqual(pins);
  });

  test('of a source of Argo CD is one of a chart, or of an artifact', () => {
    const path = ['spec', 'source', 'targetRevision'];
    expect(source({ repoURL: 'oci://x', targetRevision: '1.0.0' })).toEqual([
      { key: 'oci://x', version: '1.0.0', firmness: 'release', path },
    ]);
    expect(source({ repoURL: 'https://x', chart: 'web' })).toEqual([
      { key: 'web', version: '', firmness: 'moving', path },
    ]);
    expect(source({ repoURL: 'https://x/oci://', targetRevision: '1.0.0' })).toEqual([]);
  });

  test.each([
    ['1.2.3', 'release'],
    ['=1.2.3', 'release'],
    ['=   v1.2.3-rc.1+x', 'release'],
    [' 1.2.3 ', 'release'],
    ['1.2', 'moving'],
    ['^1.2.3', 'moving'],
    ['1.2.3 || 2', 'moving'],
    ['x1.2.3', 'moving'],
    [`sha256:${'a'.repeat(64)}`, 'digest'],
    [`1.2.3@sha256:${'a'.repeat(64)}`, 'digest'],
    [`1.2.3sha256:${'a'.repeat(64)}`, 'moving'],
    [`sha256:${'a'.repeat(64)}b`, 'moving'],
  ])('%s is %s', (version, firmness) => {
    expect(pinsOfDocument({ dependencies: [{ name: 'a', version }] })).toEqual([
      { key: 'a', version, firmness, path: ['dependencies', 0, 'version'] },
    ]);
  });

  test('of files is by the name that tells charts apart', () => {
    const keys = pinsOfDocument({
      dependencies: [{ name: 'a' }, { name: 'b', alias: 'c' }, { version: '1' }],
      helmCharts: [{ name: 'd', releaseName: 'e' }],
      releases: [{ name: 'f', chart: 'g' }],
    }).map(({ key, path }) => `${key} ${path.join('.')}`);
    expect(keys).toEqual([
      'a dependencies.0.version',
      'c dependencies.1.version',
      'e helmCharts.0.version',
      'g releases.0.version',
    ]);
  });

  test('that is less firm is found', () => {
    const of = (version: string, chart = 'web') =>
      read(release({}, { chart: { spec: { chart, version } } }), configMap({}));
    const found = (before: string, after: string, chart = 'web') =>
      loosenedInObjects({ before: of(before), after: of(after, chart) }).map(
        (each) => `${each.before.version} ${each.after.version} ${each.resource?.name} ${each.position.line}`,
      );
    expect(found('1.2.3', '1.x')).toEqual(['1.2.3 1.x a 1']);
    expect([found('1.x', '1.2.3'), found('1.2.3', '1.2.4'), found('1.2.3', '1.x', 'db')]).toEqual([[], [], []]);
    expect(loosenedInObjects({ before: [], after: of('1.x') })).toEqual([]);
    expect(loosenedInObjects({ before: of('1.2.3'), after: [] })).toEqual([]);
  });

  test.each<[string, boolean]>([
    ['Chart.yaml', true],
    ['a/Chart.yaml', true],
    ['a/requirements.yaml', true],
    ['kustomization.yml', true],
    ['Kustomization', true],
    ['helmfile.yaml', true],
    ['helmfile.d/a.yaml', true],
    ['a/helmfile.d/b/c.yaml', false],
    ['myChart.yaml', false],
    ['Chart.yaml.tpl', false],
    ['values.yaml', false],
  ])('in %s counts: %s', (path, expected) => {
    const text = (version: string) =>
      `x: y\n---\ndependencies:\n- {name: a, version: ${version}}\n- {name: b, version: 1.0.0}\n`;
    const found = loosenedInFile(valuesFile(path, text('1.2.3'), text('1.x')));
    expect(found.map(({ after, position, resource }) => ({ key: after.key, position, resource }))).toEqual(
      expected ? [{ key: 'a', position: { file: path, line: 4, column: 13 }, resource: undefined }] : [],
    );
    expect(loosenedInFile(valuesFile(path, text('1.x'), undefined))).toEqual([]);
    expect(loosenedInFile(valuesFile(path, undefined, text('1.x')))).toEqual([]);
  });
});
