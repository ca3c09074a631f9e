import { describe, expect, test } from '@jest/globals';
import { replacedSources } from '../../src/delivery/flux/replaced-sources.ts';
import type { LoosenedObject } from '../../src/kube/loosening.ts';
import { resources } from '../rbac/manifests.ts';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace?: string) =>
  `${JSON.stringify({ apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, ...fields })}\n---\n`;
const read = (...texts: readonly string[]) => resources({ 'a.yaml': texts.join('') });
/** Each loosening with the object that is said to have it, and with lines. */
const said = (found: readonly LoosenedObject[]) =>
  found.flatMap(({ resource, called, loosenings, at, formerAt }) =>
    loosenings.map(({ what, severity, path, formerPath, subject }) => ({
      of: called ?? `${resource?.kind} ${resource?.name}`,
      what,
      severity,
      line: at(path).line,
      ...(formerPath === undefined ? {} : { former: formerAt(formerPath)?.line }),
      subject,
    })),
  );
const source = (name: string, fields: object = {}, kind = 'GitRepository', namespace?: string) =>
  object('source.toolkit.fluxcd.io/v1', kind, name, { spec: { url: 'https://git.a/x', ...fields } }, namespace);
const verified = { verify: { mode: 'HEAD' } };
const taker = (name: string, from: string, more: object = {}) =>
  object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', name, {
    spec: { sourceRef: { kind: 'GitRepository', name: from, ...more } },
  });

describe('sources of Flux in the place of another one', () => {
  const lost = (of: string, line: number, place = 'GitRepository old') => ({
    of,
    what: `no longer verifies the signatures of what it delivers, in the place of ${place}`,
    severity: 'high',
    line,
    former: 1,
    subject: ['verify', place],
  });
  const replaced = (before: readonly string[], after: readonly string[]) =>
    said(replacedSources(read(...before), read(...after)));

  test.each<[string, readonly string[], readonly string[], readonly object[]]>([
    ['which is gone', [source('old', verified)], [source('new')], [lost('GitRepository new', 1)]],
    ['which is gone, with the same signatures', [source('old', verified)], [source('new', verified)], []],
    ['which verified nothing', [source('old')], [source('new')], []],
    ['of another address', [source('old', verified)], [source('new', { url: 'https://git.a/y' })], []],
    [
      'of the same address, otherwise written',
      [source('old', verified)],
      [source('new', { url: 'ssh://git@GIT.a/x.git' })],
      [lost('GitRepository new', 1)],
    ],
    [
      'of the same address in short',
      [source('old', verified)],
      [source('new', { url: 'git@git.a:x/' })],
      [lost('GitRepository new', 1)],
    ],
    [
      'of a port of the same host',
      [source('old', { ...verified, url: 'https://git.a:8443/x' })],
      [source('new', { url: 'https://git.a/8443/x' })],
      [],
    ],
    ['of another kind', [source('old', verified)], [source('new', {}, 'OCIRepository')], []],
    ['which is still there', [source('old', verified)], [source('old', verified), source('new')], []],
    ['itself', [source('old', verified)], [source('old')], []],
    [
      'which is still there, but is no longer taken from',
      [source('old', verified), taker('k', 'old')],
      [source('old', verified), taker('k', 'new'), source('new')],
      [lost('GitRepository new', 5)],
    ],
    [
      'which was there already, and is newly taken from',
      [source('old', verified), source('new'), taker('k', 'old')],
      [source('old', verified), source('new'), taker('k', 'new')],
      [
        {
          of: 'Kustomization k',
          what: 'newly takes from GitRepository new, which in the place of GitRepository old no longer verifies the signatures of what it delivers',
          severity: 'high',
          line: 5,
          subject: ['verify', 'GitRepository old', 'GitRepository new'],
        },
      ],
    ],
    [
      'which was there already, and was taken from by others',
      [source('old', verified), source('new'), taker('k', 'new')],
      [source('old', verified), source('new'), taker('k', 'new')],
      [],
    ],
    [
      'which is taken from in the place of a third one',
      [source('old', verified), source('new'), source('third', { url: 'b' }), taker('k', 'third')],
      [source('old', verified), source('new'), source('third', { url: 'b' }), taker('k', 'new')],
      [],
    ],
    [
      'of a kind of another group',
      [object('a.b/v1', 'GitRepository', 'old', { spec: { url: 'x', ...verified } })],
      [object('a.b/v1', 'GitRepository', 'new', { spec: { url: 'x' } })],
      [],
    ],
    [
      'in another namespace',
      [source('old', verified, 'GitRepository', 'a')],
      [source('old', {}, 'GitRepository', 'b')],
      [lost('GitRepository old', 1, 'GitRepository a/old')],
    ],
  ])('%s', (_, before, after, expected) => expect(replaced(before, after)).toEqual(expected));

  const chart = (name: string, fields: object = {}, from: object = {}) =>
    object(
      'source.toolkit.fluxcd.io/v1',
      'HelmChart',
      name,
      { spec: { chart: 'c', sourceRef: { kind: 'HelmRepository', name: 'r', ...from }, ...fields } },
      'a',
    );
  const repository = (name: string, url: string, namespace?: string) =>
    source(name, { url }, 'HelmRepository', namespace);
  test.each<[string, readonly string[], readonly string[], boolean]>([
    ['of the same source', [chart('old', verified)], [chart('new')], true],
    ['of another source', [chart('old', verified)], [chart('new', {}, { name: 's' })], false],
    ['another one of the same source', [chart('old', verified)], [chart('new', { chart: 'd' })], false],
    [
      'of sources of one address',
      [chart('old', verified), repository('r', 'https://a/')],
      [chart('new', {}, { name: 's' }), repository('s', 'https://A')],
      true,
    ],
    [
      'of sources of two addresses',
      [chart('old', verified), repository('r', 'https://a')],
      [chart('new', {}, { name: 's' }), repository('s', 'https://b')],
      false,
    ],
    [
      'of the source of another namespace',
      [chart('old', verified), repository('r', 'https://a', 'a')],
      [chart('new', {}, { namespace: 'b' }), repository('r', 'https://b', 'b')],
      false,
    ],
    [
      'of the source of another namespace, of the same address',
      [chart('old', verified), repository('r', 'https://a', 'a')],
      [chart('new', {}, { namespace: 'b' }), repository('r', 'https://a', 'b')],
      true,
    ],
    [
      'of a release, which is no chart of its own',
      [chart('old', verified)],
      [
        object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'new', {
          spec: { chart: { spec: { chart: 'c', sourceRef: { kind: 'HelmRepository', name: 'r' } } } },
        }),
      ],
      false,
    ],
  ])('charts %s', (_, before, after, expected) => expect(replaced(before, after)).toHaveLength(Number(expected)));

  test('a release in the place of another one', () => {
    const release = (name: string, fields: object) =>
      object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', name, {
        spec: { chart: { spec: { chart: 'c', sourceRef: { kind: 'HelmRepository', name: 'r' }, ...fields } } },
      });
    expect(replaced([release('old', verified)], [release('new', {})])).toEqual([
      lost('HelmRelease new', 1, 'HelmRelease old'),
    ]);
  });
});
