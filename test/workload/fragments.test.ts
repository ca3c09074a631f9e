import { describe, expect, test } from '@jest/globals';
import { flagOf, flagsOf, programOf, variableOf } from '../../src/workload/model/container-flags.ts';
import { fragmentShape, isContainers, isTaken } from '../../src/workload/model/fragments.ts';
import { mergedOver } from '../../src/workload/model/merged.ts';

const shape = (value: object, path: readonly string[] = ['spec', 'x'], template?: object) =>
  fragmentShape(
    'x',
    path,
    value as never,
    template === undefined ? undefined : { value: template as never, path: ['t'] },
  );
const spec = (value: object, path?: readonly string[]) => shape(value, path)?.spec;
const path = { hostPath: { path: '/' } };

describe('a fragment of a pod', () => {
  test.each<[string, object, object | undefined]>([
    ['nothing', { replicas: 1, containers: [], securityContext: 'x', hostPID: 'yes' }, undefined],
    [
      'containers',
      { containers: [{ name: 'a' }, { image: 'b' }], initContainers: [{ name: 'c' }] },
      { containers: [{ name: 'a' }, { image: 'b' }], initContainers: [{ name: 'c' }] },
    ],
    ['what are no containers', { containers: [{ name: 'a' }, { x: 1 }], ephemeralContainers: ['a'] }, undefined],
    [
      'switches',
      { hostPID: true, hostIPC: false, hostNetwork: '{{ x }}' },
      { hostPID: true, hostIPC: false, hostNetwork: '{{ x }}' },
    ],
    [
      'its account',
      { serviceAccountName: 'a', automountServiceAccountToken: false },
      { serviceAccountName: 'a', automountServiceAccountToken: false },
    ],
    ['a token that is no switch', { automountServiceAccountToken: 'no' }, undefined],
    [
      'an account of other names',
      { serviceaccount: 'a', serviceAccountTemplate: { metadata: { name: 'b' } } },
      { serviceAccountName: 'a' },
    ],
    ['an account of a cloud', { serviceAccount: 'a' }, undefined],
    ['the context of a pod', { securityContext: { fsGroup: 1 } }, { securityContext: { fsGroup: 1 } }],
    [
      'the context of a container',
      { securityContext: { privileged: true }, volumeMounts: [1], ports: [2] },
      { containers: [{ name: 'x', securityContext: { privileged: true }, volumeMounts: [1], ports: [2] }] },
    ],
    [
      'both contexts',
      { podSecurityContext: { fsGroup: 1 }, securityContext: { runAsUser: 1 } },
      { securityContext: { fsGroup: 1 }, containers: [{ name: 'x', securityContext: { runAsUser: 1 } }] },
    ],
    [
      'a container by the name of its context',
      { containerSecurityContext: { runAsUser: 1 }, securityContext: { fsGroup: 1 } },
      { securityContext: { fsGroup: 1 }, containers: [{ name: 'x', securityContext: { runAsUser: 1 } }] },
    ],
    ['a profile alone', { seccompProfile: { type: 'x' } }, { securityContext: { seccompProfile: { type: 'x' } } }],
    [
      'a profile next to a context',
      { seccompProfile: { type: 'x' }, securityContext: { fsGroup: 1 } },
      { securityContext: { fsGroup: 1 } },
    ],
    ['a profile that is none', { seccompProfile: 'x' }, undefined],
    [
      'volumes',
      {
        extraVolumes: [
          { name: 'v', emptyDir: {} },
          { name: 'w', ...path },
        ],
        volumeMounts: [{ name: 'w', readOnly: true }, { name: 'x' }],
      },
      {
        volumes: [
          { name: 'v', emptyDir: {} },
          { name: 'w', ...path },
        ],
        otherMounts: [{ name: 'v' }, { name: 'w', readOnly: true }],
      },
    ],
    [
      'volumes of tokens',
      { volumes: [{ name: 'v', projected: {} }] },
      { volumes: [{ name: 'v', projected: {} }], otherMounts: [{ name: 'v' }] },
    ],
    [
      'volumes that do not matter',
      { volumes: [{ name: 'v', emptyDir: {} }], volumesX: [{ name: 'w', ...path }], other: [{ name: 'w', ...path }] },
      undefined,
    ],
    [
      'mounts of its containers',
      { containers: [{ name: 'a', volumeMounts: [{ name: 'v' }] }], volumes: [{ name: 'v', ...path }] },
      {
        containers: [{ name: 'a', volumeMounts: [{ name: 'v' }] }],
        volumes: [{ name: 'v', ...path }],
        otherMounts: [{ name: 'v' }],
      },
    ],
  ])('%s', (_, value, expected) => {
    expect(spec(value)).toEqual(expected);
  });

  test('names its account otherwise where the pod’s own fields are', () => {
    expect([
      spec({ serviceAccount: 'a' }, ['spec']),
      spec({ serviceAccount: 'a@b' }, ['spec']),
      spec({ serviceAccount: 'a', serviceAccountName: 'c' }, ['spec']),
    ]).toEqual([{ serviceAccountName: 'a' }, undefined, { serviceAccountName: 'c' }]);
  });

  test('is no whole pod, and says where its parts are', () => {
    expect(
      shape({ hostPID: true, securityContext: { privileged: true }, extraVolumes: [{ name: 'v', ...path }] }),
    ).toMatchObject({
      part: 'x',
      isWhole: false,
      hasDefaultAccount: false,
      metadata: {},
      fields: {
        hostPID: ['spec', 'x', 'hostPID'],
        containers: { items: [{ path: ['spec', 'x'], fields: { securityContext: ['spec', 'x', 'securityContext'] } }] },
        volumes: { items: [['spec', 'x', 'extraVolumes', 0]] },
      },
    });
  });

  const use = { 'azure.workload.identity/use': 'true' };
  test.each<[string, object, object | undefined, object | undefined]>([
    ['labels next to it', { podLabels: { ...use, a: 'b' } }, undefined, { labels: use }],
    [
      'annotations',
      {
        podAnnotations: { 'iam.amazonaws.com/role': 'r' },
        podMetadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/a': 'x' } },
      },
      undefined,
      { annotations: { 'iam.amazonaws.com/role': 'r', 'container.apparmor.security.beta.kubernetes.io/a': 'x' } },
    ],
    [
      'what only sounds so',
      {
        podLabels: { 'x.azure.workload.identity/use': 'a', aadpodidbindings: 'b', 'azure.workload.identity/used': 'c' },
      },
      undefined,
      undefined,
    ],
    ['labels of an object of its own', { metadata: { labels: use } }, undefined, { labels: use }],
    ['labels of what its spec is', { metadata: { labels: use }, spec: {} }, undefined, undefined],
    ['labels of its template', {}, { metadata: { labels: use }, spec: {} }, { labels: use }],
  ])('has %s', (_, value, template, expected) => {
    expect(shape(value, undefined, template)?.metadata).toEqual(expected);
  });

  test('takes over what it has read', () => {
    expect(['securityContext', 'podSecurityContext', 'x'].map((field) => isTaken(field, {}))).toEqual([
      true,
      true,
      false,
    ]);
    expect(
      ['containers', 'ports', 'extraVolumes', 'volumeMounts', 'volumesX', 'volumeMountsX', 'x'].map((field) =>
        isTaken(field, []),
      ),
    ).toEqual([true, true, true, true, false, false, false]);
    expect([isTaken('ports', {}), isTaken('extraVolumes', {})]).toEqual([false, false]);
    expect([[], [{ name: 'a' }], [{ image: 'a' }, 'x'], ['x', { image: 'a' }], [{}]].map(isContainers)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what a container is told', () => {
  test('by flags', () => {
    const container = {
      command: ['run', '--a=1', '-b', '2', 'c=3', 'x--a=9'],
      args: ['--a', '--b', '--d=x\ny', '--e-f', 'g', '--a'],
    };
    expect(flagsOf(container, 'a')).toEqual([
      { value: '1', path: ['command', 1] },
      { value: 'true', path: ['args', 0] },
      { value: 'true', path: ['args', 5] },
    ]);
    expect(['b', 'c', 'd', 'e-f', 'e', 'none'].map((name) => flagOf(container, name)?.value)).toEqual([
      'true',
      undefined,
      'x\ny',
      'g',
      undefined,
      undefined,
    ]);
    expect(flagOf({ args: ['--a', 'b-', '--c d=1'] }, 'a')?.value).toBe('b-');
  });
  test('by variables', () => {
    const env = [
      { name: 'a', value: '1' },
      { name: 'b', valueFrom: {} },
      { name: 'a', value: 2 },
      { name: 'a' },
      { value: 'x' },
    ];
    expect([
      variableOf({ env }, 'a'),
      variableOf({ env }, 'b'),
      variableOf({ env }, 'c'),
      variableOf({ env }, undefined),
    ]).toEqual([{ value: '2', path: ['env', 2, 'value'] }, undefined, undefined, undefined]);
  });
  test('by its image, name and command', () => {
    expect([
      programOf({ image: 'a', name: 'b', command: ['c', 'd'], args: ['e', 'f'] }),
      programOf({ image: 'a', name: 'b' }),
    ]).toEqual(['a b c d e', 'a b ']);
  });
});

describe('what is laid over a template', () => {
  const merged = (own: object, under: object) =>
    mergedOver({ value: own as never, path: ['o'] }, { value: under as never, path: ['u'] });
  test.each<[string, object, object, object, Readonly<Record<string, readonly (string | number)[]>>]>([
    ['nothing', { a: 1 }, {}, { a: 1 }, {}],
    ['its own field', { a: 1 }, { a: 2, b: null, c: undefined }, { a: 1 }, {}],
    ['a field of the template', { a: null }, { a: 2, b: 3 }, { a: 2, b: 3 }, { a: ['u', 'a'], b: ['u', 'b'] }],
    ['fields inside', { a: { x: 1 } }, { a: { x: 2, y: 3 } }, { a: { x: 1, y: 3 } }, { 'a\ny': ['u', 'a', 'y'] }],
    ['a field of another type', { a: { x: 1 }, b: [1] }, { a: [2], b: { y: 1 } }, { a: { x: 1 }, b: [1] }, {}],
    ['a list as a whole', { tolerations: [1] }, { tolerations: [2] }, { tolerations: [1] }, {}],
    [
      'a list by its key',
      { volumes: [{ name: 'a', x: 1 }] },
      { volumes: [{ name: 'b' }, { name: 'a', x: 2, y: 3 }, { z: 1 }] },
      { volumes: [{ name: 'a', x: 1, y: 3 }, { name: 'b' }, { z: 1 }] },
      {
        'volumes\n1': ['u', 'volumes', 0],
        'volumes\n0\ny': ['u', 'volumes', 1, 'y'],
        'volumes\n2': ['u', 'volumes', 2],
      },
    ],
    [
      'a list with items without a key',
      { volumes: [{ x: 1 }] },
      { volumes: [{ y: 1 }] },
      { volumes: [{ x: 1 }, { y: 1 }] },
      { 'volumes\n1': ['u', 'volumes', 0] },
    ],
    [
      'a list inside a list',
      { volumes: [{ name: 'a', env: [{ name: 'x' }] }] },
      { volumes: [{ name: 'a', env: [{ name: 'y' }] }] },
      { volumes: [{ name: 'a', env: [{ name: 'x' }, { name: 'y' }] }] },
      { 'volumes\n0\nenv\n1': ['u', 'volumes', 0, 'env', 0] },
    ],
  ])('is %s', (_, own, under, value, fields) => {
    expect(merged(own, under)).toEqual({
      value,
      place: Object.keys(fields).length === 0 ? ['o'] : { path: ['o'], fields },
    });
  });
});
