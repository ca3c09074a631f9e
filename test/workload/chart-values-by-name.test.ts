import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { valuesIn } from '../../src/workload/charts/values.ts';
import { tellingValues } from '../../src/workload/charts/values-by-name.ts';
import { application, read, release, valuesFile } from './chart-values.ts';

describe('a value that tells by its name', () => {
  const found = (
    before: object | undefined,
    after: object | undefined,
    isGiven = (_: string, isNew: boolean) => !isNew,
  ) => {
    const limits = defaultPolicy.limits;
    const side = (values: object | undefined) => (values === undefined ? [] : read(release(values)));
    return tellingValues(valuesIn({ before: side(before), after: side(after) }, [], limits), isGiven).map(
      ({ name }) => name,
    );
  };

  test.each<[string, object, object, readonly string[]]>([
    ['is on', { rbac: { create: false } }, { rbac: { create: true } }, ['rbac.create']],
    ['is as it was', { rbac: { create: true } }, { rbac: { create: true } }, []],
    ['is off', { rbac: { create: true } }, { rbac: { create: false } }, []],
    [
      'is new and on',
      {},
      { rbac: { create: true, x: 'y', n: 0, e: '', f: 'false', u: null } },
      ['rbac.create', 'rbac.x'],
    ],
    ['was off and is gone', { rbac: { create: false } }, {}, ['rbac.create']],
    ['was on and is gone', { rbac: { create: true } }, {}, []],
    ['was off and is gone, alone', { clusterWide: false }, {}, ['clusterWide']],
    [
      'tells nothing',
      { a: 1 },
      {
        a: 2,
        hostports: 1,
        hostport: 1,
        hostports2: 1,
        usePrivileged: 1,
        'enable-privileged': 1,
        privileged: 1,
        unprivileged: 1,
      },
      ['hostports', 'hostport', 'usePrivileged', 'enable-privileged', 'privileged'],
    ],
    [
      'is under what tells nothing',
      { a: { cluster_role: 1 } },
      { a: { cluster_role: 2, 'x.y': { 'cluster-role': 1 } } },
      ['a.cluster_role', 'a."x.y".cluster-role'],
    ],
    [
      'is left out',
      { rbac: {} },
      {
        rbac: { annotations: { a: 1 }, name: 'x', rules: [1], names: 'y', aname: 'z' },
        hostNetwork: true,
        hostPID: true,
        hostIPC: true,
        securityContext: { privileged: true },
      },
      ['rbac.names', 'rbac.aname'],
    ],
    [
      'narrows and is off',
      {
        rbac: {
          namespaced: true,
          readOnly: true,
          watchNamespaces: 'a',
          watchNamespace: 'b',
          watchAllNamespaces: false,
        },
      },
      { rbac: { namespaced: false, readOnly: 'x' } },
      ['rbac.namespaced', 'rbac.watchNamespaces', 'rbac.watchNamespace'],
    ],
    ['narrows and is on', { rbac: {} }, { rbac: { namespaced: true, restricted: true } }, []],
    ['narrows by itself', { singleNamespace: true }, { singleNamespace: '' }, ['singleNamespace']],
    [
      'narrows not, but for its beginning',
      { rbac: { watchNamespacesX: true } },
      { rbac: { watchNamespacesX: 2 } },
      ['rbac.watchNamespacesX'],
    ],
    [
      'is of a list',
      { rbac: ['a', { b: 1 }] },
      { rbac: ['c', 'a', { b: 1 }, { b: 2 }, { b: false }] },
      ['rbac.0', 'rbac.3.b'],
    ],
    ['becomes a mapping', { rbac: true }, { rbac: { create: true } }, ['rbac.create']],
    ['was a list', { rbac: [1] }, { rbac: 1 }, ['rbac']],
  ])('%s', (_, before, after, expected) => {
    expect(found(before, after)).toEqual(expected);
  });

  test('is of a release that was there before', () => {
    expect(found(undefined, { rbac: { create: true } })).toEqual([]);
    expect(found({ rbac: { create: true } }, undefined)).toEqual([]);
  });

  test('says its chart and place', () => {
    const sides = {
      before: read(release({ rbac: { create: false } })),
      after: read(release({ rbac: { create: true } })),
    };
    const [one] = tellingValues(valuesIn(sides, [], defaultPolicy.limits), () => false);
    expect(one).toMatchObject({
      chart: 'web',
      plugin: undefined,
      position: sides.after[0]?.at(['spec', 'values', 'rbac', 'create']),
    });
  });

  test.each([
    [undefined, true, ['a: new']],
    [undefined, false, []],
    ['rbac: {create: false}\n', true, ['a: known']],
    ['rbac: {create: false}\n', false, []],
  ])('of a file (before: %j) counts where it is given to a chart (%s)', (before, isGiven, expected) => {
    const asked: string[] = [];
    const values = valuesIn(
      { before: [], after: [] },
      [valuesFile('a', before, 'rbac: {create: true}\n')],
      defaultPolicy.limits,
    );
    const all = tellingValues(values, (file, isNew) => {
      if (isGiven) asked.push(`${file}: ${isNew ? 'new' : 'known'}`);
      return isGiven;
    });
    expect(all.map(({ name }) => name)).toEqual(isGiven ? ['rbac.create'] : []);
    expect(asked).toEqual(expected);
  });

  test('of a plugin tells of the node as well', () => {
    const of = (value: string) =>
      read(
        application({
          source: {
            path: 'p',
            plugin: {
              name: 'x',
              env: [
                { name: 'hostNetwork', value },
                { name: 'name', value },
              ],
            },
          },
        }),
      );
    const values = valuesIn({ before: of('false'), after: of('true') }, [], defaultPolicy.limits);
    expect(tellingValues(values, () => true).map(({ name, plugin }) => ({ name, plugin }))).toEqual([
      { name: 'hostNetwork', plugin: 'x' },
    ]);
  });
});
