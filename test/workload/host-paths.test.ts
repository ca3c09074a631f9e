import { describe, expect, test } from '@jest/globals';
import { givesAway, hostPathSeverity, plainPath } from '../../src/workload/privileges/host-path.ts';
import { nodeVolumes } from '../../src/workload/privileges/node-volumes.ts';
import { read } from './chart-values.ts';

describe('paths of the node', () => {
  test.each<[string, boolean, string]>([
    ['/var/run/docker.sock', false, 'critical'],
    ['/var/run', false, 'critical'],
    ['/var/runtime', false, 'medium'],
    ['/x/var/run/docker.sock', false, 'medium'],
    ['C:\\pipe\\docker_engine', false, 'critical'],
    ['\\\\.\\pipe\\containerd-containerd', false, 'critical'],
    ['\\pipe\\docker', false, 'critical'],
    ['/x/pipe/docker', false, 'medium'],
    ['xc:\\pipe\\docker', false, 'medium'],
    ['c:\\data', false, 'medium'],
    ['/', false, 'critical'],
    ['/data', false, 'medium'],
    ['/data', true, 'high'],
    ['/usr/share/x', true, 'critical'],
    ['/usr', false, 'medium'],
    ['/usrx', true, 'high'],
  ])('%s, written to %s: %s', (path, isWritable, severity) => {
    expect(hostPathSeverity(path, isWritable)).toBe(severity);
    expect(givesAway(path)).toBe(severity === 'critical' && !isWritable);
  });
  test('are plain', () => {
    expect(['/a/', '/', '/a/../b//c/', 'a/../b/', 'C:\\a\\', 'a//'].map(plainPath)).toEqual([
      '/a',
      '/',
      '/b/c',
      'a/../b/',
      'C:\\a\\',
      'a//',
    ]);
  });

  const volume = (spec: object, name = 'v', over: object = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec,
    ...over,
  });
  const at = (path: string) => ({ hostPath: { path } });
  const found = (before: readonly object[], after: readonly object[]) =>
    nodeVolumes({ before: read(...before), after: read(...after) }).flatMap(({ resource, loosenings }) =>
      loosenings.map(
        ({ what, severity, path, subject }) =>
          `${resource?.name} ${severity} ${what} ${path.join('.')} ${subject.join(' ')}`,
      ),
    );
  const gives = (path: string, severity: string, field = 'hostPath') =>
    `v ${severity} newly gives pods that claim it ${path} of their node spec.${field}.path hostPath ${path}`;
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['newly of a volume', [volume({ nfs: {} })], [volume(at('/data/'))], [gives('/data', 'high')]],
    ['of a new volume', [], [volume(at('/data'))], [gives('/data', 'medium')]],
    ['of a volume as before', [volume(at('/data'))], [volume(at('/data/x'))], []],
    ['above the one before', [volume(at('/data/x'))], [volume(at('/data'))], [gives('/data', 'high')]],
    ['under another name', [volume(at('/data'), 'w')], [volume(at('/data'))], []],
    [
      'of another that stays',
      [volume(at('/data'), 'w')],
      [volume(at('/data'), 'w'), volume(at('/data'))],
      [gives('/data', 'medium')],
    ],
    ['of one that is gone', [volume(at('/data'))], [], []],
    ['that is filled in', [volume({})], [volume(at('{{ .Values.data }}'))], [gives('{{ .Values.data }}', 'critical')]],
    ['as a disk', [volume({})], [volume({ local: { path: '/data' } })], []],
    [
      'as a disk that gives the node away',
      [volume({})],
      [volume({ local: { path: '/etc/kubernetes' } })],
      [gives('/etc/kubernetes', 'critical', 'local')],
    ],
    [
      'as a disk that gives it away once it is written to',
      [volume({})],
      [volume({ local: { path: '/usr' } })],
      [gives('/usr', 'critical', 'local')],
    ],
    ['of another group', [], [volume(at('/data'), 'v', { apiVersion: 'example.org/v1' })], []],
    ['of another kind', [], [volume(at('/data'), 'v', { kind: 'PersistentVolumeClaim' })], []],
    [
      'of another kind alongside',
      [volume(at('/data'), 'v', { kind: 'Volume' })],
      [volume(at('/data'))],
      [gives('/data', 'medium')],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(found(before, after)).toEqual(expected);
  });
});
