import { describe, expect, test } from '@jest/globals';
import { valuesAccounts } from '../../src/workload/charts/values-accounts.ts';
import { valuesPod } from '../../src/workload/charts/values-pods.ts';
import { read, release, valuesFile, valuesOf } from './chart-values.ts';

describe('the pod that values make', () => {
  const pod = (values: object, spec: object = {}) => {
    const [found] = valuesOf([release(values, spec)]);
    if (found === undefined) throw new Error('no values');
    return valuesPod(found);
  };
  const object = (values: object) => read(release(values))[0];

  test.each<[string, object, object]>([
    [
      'nothing',
      { a: 1, securityContext: { runAsUser: 1 }, podSecurityContext: { fsGroup: 1 } },
      { containers: [], volumes: [] },
    ],
    [
      'root',
      { securityContext: { runAsUser: 0 } },
      { containers: [{ name: 'values', securityContext: { runAsUser: 0 } }], volumes: [] },
    ],
    [
      'containers by their names',
      {
        a: { securityContext: { privileged: false } },
        b: [
          { name: 'x', containerSecurityContext: { capabilities: {} } },
          { securityContext: { procMount: 'x' } },
          'y',
        ],
      },
      {
        containers: [
          { name: 'a', securityContext: { privileged: false } },
          { name: 'b.x.containerSecurityContext', securityContext: { capabilities: {} } },
          { name: 'b.1', securityContext: { procMount: 'x' } },
        ],
        volumes: [],
      },
    ],
    ['no mapping', { securityContext: 'privileged' }, { containers: [], volumes: [] }],
    [
      'the node',
      { hostNetwork: true, hostPID: 'true', a: { hostIPC: true, hostNetwork: true } },
      { containers: [], volumes: [], hostNetwork: true, hostIPC: true },
    ],
    [
      'paths of the node',
      {
        a: { hostPath: { path: '/x' } },
        b: { type: 'hostPath', hostPath: '/y' },
        c: { type: 'emptyDir', hostPath: '/z' },
        d: { hostPath: {} },
      },
      {
        containers: [
          {
            name: '',
            volumeMounts: [
              { name: 'a', mountPath: '/' },
              { name: 'b', mountPath: '/' },
            ],
          },
        ],
        volumes: [
          { name: 'a', hostPath: { path: '/x' } },
          { name: 'b', hostPath: { path: '/y' } },
        ],
      },
    ],
  ])('of %s', (_, values, spec) => {
    expect(pod(values).spec).toEqual(spec);
    expect(pod(values)).toMatchObject({ isWhole: true, accounts: [], part: 'values', namespace: 'shop', metadata: {} });
  });

  test('is placed where the values state it', () => {
    const values = {
      a: { hostPID: true, containerSecurityContext: { privileged: true }, v: { hostPath: { path: '/' } } },
      hostIPC: true,
    };
    const at = (...path: readonly string[]) => object(values)?.at(['spec', 'values', ...path]);
    expect(pod(values).at(['hostPID'])).toEqual(at('a', 'hostPID'));
    expect(pod(values).at(['hostIPC'])).toEqual(at('hostIPC'));
    expect(pod(values).at(['containers', 0, 'privileged'])).toEqual(at('a', 'containerSecurityContext', 'privileged'));
    expect(pod(values).at(['volumes', 0, 'hostPath'])).toEqual(at('a', 'v', 'hostPath'));
    const [first, second] = [{ hostPID: true, a: { hostPID: true } }, { a: { hostPID: true } }];
    expect(pod(first).at(['hostPID'])).toEqual(object(first)?.at(['spec', 'values', 'hostPID']));
    expect(pod(second).at(['hostPID'])).toEqual(object(second)?.at(['spec', 'values', 'a', 'hostPID']));
  });

  test('is in the namespace that the chart is installed in, and goes 24 keys deep', () => {
    expect(pod({}, { targetNamespace: 'x' }).namespace).toBe('x');
    const deep = (size: number): object => (size === 0 ? { hostPID: true } : { a: deep(size - 1) });
    // The path of the values in their object counts.
    expect([22, 23].map((size) => 'hostPID' in pod(deep(size)).spec)).toEqual([true, false]);
  });
});

describe('the accounts that values name', () => {
  const accounts = (values: object, spec: object = {}) => {
    const [found] = valuesOf([release(values, spec)]);
    if (found === undefined) throw new Error('no values');
    return valuesAccounts(found);
  };
  const pods = (values: object, spec: object = {}) =>
    accounts(values, spec).pods.map(
      ({ part, spec: { automountServiceAccountToken: token }, accounts: all, namespace }) =>
        [
          part,
          namespace,
          ...all.map(({ name, isMade }) => (isMade === true ? `${name} (made)` : name)),
          ...(token === undefined ? [] : [String(token)]),
        ].join(' '),
    );

  test.each<[string, object, readonly string[]]>([
    ['none', { a: 1, serviceAccountName: '', serviceAccount: {} }, []],
    ['by its name', { serviceAccountName: 'x', a: { serviceAccountName: 'y' } }, ['values shop x', 'values.a shop y']],
    ['as text', { serviceAccount: 'x' }, ['values shop x']],
    [
      'as a mapping',
      {
        serviceAccount: { name: 'x' },
        a: { serviceAccount: { create: true, name: 'y' } },
        b: { serviceAccount: { create: 'true', name: 'z' } },
      },
      ['values shop x', 'values.a shop y (made)', 'values.b shop z'],
    ],
    [
      'by their parts',
      { serviceAccounts: { server: { name: 'x', create: true }, other: 'y', a: { create: true } } },
      ['values.serviceAccounts.server shop x (made)'],
    ],
    ['in a list', { a: [{}, { serviceAccountName: 'x' }] }, ['values.a.1 shop x']],
    ['not in one', { serviceAccount: { serviceAccountName: 'x' } }, []],
    [
      'with a token',
      {
        automountServiceAccountToken: true,
        serviceAccountName: 'x',
        a: { serviceAccountName: 'y' },
        b: { automountServiceAccountToken: false, serviceAccountName: 'z' },
      },
      ['values shop x true', 'values.a shop y true', 'values.b shop z false'],
    ],
    ['with a token of the account', { serviceAccount: { name: 'x', automount: false } }, ['values shop x false']],
    [
      'with a token by its longer name',
      { serviceAccount: { name: 'x', automountServiceAccountToken: true, automount: false } },
      ['values shop x true'],
    ],
    ['with no known token', { serviceAccount: { name: 'x', automount: 'yes' } }, ['values shop x']],
  ])('%s', (_, values, expected) => {
    expect(pods(values)).toEqual(expected);
  });

  test('are of the namespace that the chart is installed in, and of pods that are not whole', () => {
    expect(pods({ serviceAccountName: 'x' }, { targetNamespace: 'ns' })).toEqual(['values ns x']);
    expect(accounts({ serviceAccountName: 'x' }).pods).toMatchObject([{ isWhole: false }]);
    const deep = (size: number): object => (size === 0 ? { serviceAccountName: 'x' } : { a: deep(size - 1) });
    expect([24, 25].map((size) => pods(deep(size)).length)).toEqual([1, 0]);
  });

  test('are placed where they are named, with the token that is said', () => {
    const values = { a: [{ serviceAccount: { name: 'x', automount: true, annotations: { role: 'r' } } }] };
    const [object] = read(release(values));
    const {
      pods: [pod],
      accounts: [account],
      tokens,
    } = accounts(values);
    const at = ['spec', 'values', 'a', 0, 'serviceAccount'];
    expect(pod?.accounts).toEqual([{ name: 'x', path: [...at, 'name'], isMade: false }]);
    expect(pod?.at(['automountServiceAccountToken'])).toEqual(object?.at([...at, 'automount']));
    expect(tokens).toEqual([{ names: ['a', '0'], isMounted: true, path: [...at, 'automount'] }]);
    expect(account).toMatchObject({
      kind: 'ServiceAccount',
      group: '',
      namespace: 'shop',
      name: 'x',
      path: at,
      value: { metadata: { annotations: { role: 'r' } } },
    });
    expect(account?.at(['metadata', 'annotations', 'role'])).toEqual(object?.at([...at, 'annotations', 'role']));
  });

  test('that the chart makes are known by their place', () => {
    const named = (values: object, spec: object = {}) =>
      accounts(values, spec).accounts.map(({ name, namespace }) => `${namespace}/${name}`);
    const annotations = { a: 'b' };
    expect(
      named({
        serviceAccount: { annotations },
        x: { serviceAccount: { annotations } },
        y: { serviceAccount: { name: 'z' } },
      }),
    ).toEqual(['shop/a', 'shop/a x']);
    expect(named({ serviceAccount: { annotations } }, { targetNamespace: 'ns' })).toEqual(['ns/a']);
    const [file] = valuesOf([], [valuesFile('v.yaml', undefined, 'x: {serviceAccount: {annotations: {a: b}}}\n')]);
    expect(file && valuesAccounts(file).accounts.map(({ name }) => name)).toEqual(['of v.yaml x']);
  });
});
