import { describe, expect, test } from '@jest/globals';
import type { PodContent } from '../../src/workload/pod-security/pod.ts';
import { controlsOf, newest, violationsOf } from '../../src/workload/pod-security/standards.ts';
import { formerPath } from '../../src/workload/privileges/former-path.ts';
import { gainedPowers, initialPowers } from '../../src/workload/privileges/gained-powers.ts';
import { powersOf } from '../../src/workload/privileges/powers.ts';

const pod = (spec: object, annotations: object = {}, isWhole = true): PodContent => ({
  spec: spec as PodContent['spec'],
  metadata: { annotations },
  isWhole,
});
/** Of the level restricted, all of it. */
const strict = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};
const container = (name: string, over: object = {}, more: object = {}) => ({
  name,
  securityContext: { ...strict, ...over },
  ...more,
});
const of = (...containers: readonly object[]) => pod({ containers });
const told = (
  all: readonly { kind: string; value: string; container?: string | undefined; isWritable: boolean; level: string }[],
) =>
  all.map(({ kind, value, container: name, isWritable, level }) =>
    [
      level,
      kind,
      ...(value === '' ? [] : [value]),
      ...(isWritable ? ['written'] : []),
      ...(name === undefined ? [] : [`(${name})`]),
    ].join(' '),
  );

describe('what a pod may do', () => {
  test.each<[string, PodContent, readonly string[]]>([
    ['nothing', of(container('a')), []],
    ['privileges', of(container('a', { privileged: true })), ['baseline privileged (a)']],
    [
      'the node',
      pod({ hostNetwork: true, hostPID: true, hostIPC: true, containers: [container('a')] }),
      ['baseline hostNetwork', 'baseline hostPID', 'baseline hostIPC'],
    ],
    [
      'a capability with its prefix',
      of(container('a', { capabilities: { drop: ['ALL'], add: ['cap_sys_admin', 'XCAP_A'] } })),
      ['baseline capability SYS_ADMIN (a)', 'baseline capability XCAP_A (a)'],
    ],
    [
      'capabilities that are not dropped',
      of(
        container('a', {
          capabilities: {
            drop: [
              'CAP_CHOWN',
              'dac_override',
              'FOWNER',
              'FSETID',
              'KILL',
              'SETGID',
              'SETUID',
              'SETPCAP',
              'NET_BIND_SERVICE',
              'SYS_CHROOT',
              'SETFCAP',
              'MKNOD',
            ],
          },
        }),
      ),
      ['restricted default capability AUDIT_WRITE (a)', 'restricted default capability NET_RAW (a)'],
    ],
    ['root', of(container('a', { runAsUser: 0 })), ['restricted root (a)']],
    [
      'root, and it is not said otherwise',
      of(container('a', { runAsUser: 0, runAsNonRoot: undefined }), container('b', { runAsNonRoot: undefined })),
      ['restricted may be root (b)', 'restricted root (a)'],
    ],
    [
      'another user that may become root',
      of(container('a', { runAsUser: 1, runAsNonRoot: false })),
      ['restricted may become root (a)'],
    ],
    [
      'a user that is no number',
      of(container('a', { runAsUser: '1', runAsNonRoot: false })),
      ['restricted may be root (a)'],
    ],
    [
      'a user of the pod',
      pod({
        securityContext: { runAsUser: 1 },
        containers: [container('a', { runAsNonRoot: false }), container('b', { runAsNonRoot: false, runAsUser: 0 })],
      }),
      ['restricted may become root (a)', 'restricted root (b)'],
    ],
    [
      'what the pod says for all that do not',
      pod({
        securityContext: { runAsNonRoot: false, seccompProfile: { type: 'Unconfined' } },
        containers: [container('a'), container('b', { runAsNonRoot: undefined, seccompProfile: undefined })],
      }),
      [
        'baseline seccomp Unconfined (b)',
        'restricted may be root (b)',
        'restricted may be root (b)',
        'restricted no seccomp (b)',
      ],
    ],
    [
      'what the pod says and no container takes over',
      pod({ securityContext: { runAsNonRoot: false }, containers: [container('a')] }),
      ['restricted may be root'],
    ],
    [
      'what is the pod’s own',
      pod({ securityContext: { sysctls: [{ name: 'kernel.msgmax' }] }, containers: [container('a')] }),
      ['baseline sysctl kernel.msgmax'],
    ],
    [
      'a profile of an annotation',
      pod({ containers: [container('a')] }, { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' }),
      ['baseline seccomp Unconfined'],
    ],
    [
      'a profile of a container’s annotation',
      pod({ containers: [container('a')] }, { 'container.seccomp.security.alpha.kubernetes.io/a': 'x' }),
      ['baseline seccomp x (a)'],
    ],
    [
      'profiles of annotations that are allowed',
      pod(
        { containers: [container('a')] },
        {
          'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default',
          'container.seccomp.security.alpha.kubernetes.io/a': 'localhost/x',
        },
      ),
      [],
    ],
    [
      'another kind of volume',
      pod({
        containers: [container('a')],
        volumes: [
          { name: 'v', nfs: {} },
          { name: 'w', emptyDir: {} },
        ],
      }),
      ['restricted volume nfs'],
    ],
    [
      'processes of Windows',
      pod({
        securityContext: { windowsOptions: { hostProcess: true } },
        containers: [container('a'), container('b', { windowsOptions: { hostProcess: false } })],
      }),
      ['baseline hostProcess (a)'],
    ],
  ])('%s', (_, given, expected) => {
    expect(told(powersOf(given))).toEqual(expected);
    expect(told(powersOf(given, 'baseline'))).toEqual(expected.filter((each) => each.startsWith('baseline')));
  });

  const volume = { name: 'v', hostPath: { path: '/data/' } };
  const mounted = (name: string, readOnly?: boolean, mount = 'v') =>
    container(name, {}, { volumeMounts: [{ name: mount, ...(readOnly === undefined ? {} : { readOnly }) }] });
  test.each<[string, object, boolean, boolean]>([
    ['mounted by nobody', { containers: [container('a')] }, true, false],
    ['mounted by nobody, in a patch', { containers: [container('a')] }, false, true],
    ['mounted', { containers: [mounted('a')] }, true, true],
    ['mounted to read', { containers: [mounted('a', true)] }, true, false],
    ['mounted to read, in a patch', { containers: [mounted('a', true)] }, false, false],
    ['mounted to read by one of two', { containers: [mounted('a', true), mounted('b', false)] }, true, true],
    ['of which another is mounted', { containers: [mounted('a', true), mounted('b', false, 'w')] }, true, false],
    ['mounted by a guest', { containers: [], otherMounts: [{ name: 'v' }] }, true, true],
    [
      'mounted by a guest to read',
      { containers: [], otherMounts: [{ name: 'v', readOnly: true }, { name: 'w' }] },
      false,
      false,
    ],
    [
      'mounted by both to read',
      { containers: [mounted('a', true)], otherMounts: [{ name: 'v', readOnly: true }] },
      false,
      false,
    ],
  ])('with a path of the node, %s', (_, spec, isWhole, isWritable) => {
    const powers = powersOf(pod({ ...spec, volumes: [volume] }, {}, isWhole)).filter(({ kind }) => kind === 'hostPath');
    expect(powers).toMatchObject([{ value: '/data', isWritable }]);
  });

  test('by an older version of the standards as well', () => {
    const root = pod({ hostUsers: false, containers: [container('a', { runAsUser: 0, runAsNonRoot: false })] });
    expect([35, 34].map((minor) => told(powersOf(root, 'restricted', minor)))).toEqual([[], ['restricted root (a)']]);
    expect(told(powersOf(root, 'restricted', newest + 1))).toEqual([]);
  });
});

describe('the controls of the standards', () => {
  const ids = (level: 'privileged' | 'baseline' | 'restricted', minor: number) =>
    controlsOf(level, minor).map(({ control }) => control.id);
  test('grow with their versions, and those of restricted take the place of others', () => {
    expect(ids('privileged', newest)).toEqual([]);
    expect(ids('baseline', newest)).toContain('hostPathVolumes');
    expect(ids('restricted', newest)).not.toContain('hostPathVolumes');
    expect(ids('restricted', newest)).toEqual(
      expect.arrayContaining(['hostNamespaces', 'restrictedVolumes', 'runAsUser']),
    );
    expect([22, 23].map((minor) => ids('restricted', minor).includes('runAsUser'))).toEqual([false, true]);
    expect(ids('restricted', newest + 5)).toEqual(ids('restricted', newest));
    expect(ids('baseline', 1)).toEqual(ids('baseline', newest).filter((id) => id !== 'hostProbesAndHostLifecycle'));
  });
  test('take a pod of Windows as it is since 1.25', () => {
    const windows = pod({
      os: { name: 'windows' },
      containers: [{ name: 'a', securityContext: { runAsNonRoot: true } }],
    });
    expect([24, 25].map((minor) => violationsOf(windows, 'restricted', minor).map(({ kind }) => kind))).toEqual([
      ['privilege escalation', 'default capabilities', 'no seccomp'],
      [],
    ]);
  });
});

describe('what a pod newly may do', () => {
  const gained = (before: PodContent, after: PodContent) =>
    gainedPowers(before, after, newest).map(
      (power) =>
        `${power.severity} ${told([power])[0]}${power.formerContainer === undefined ? '' : ` was ${power.formerContainer}`}`,
    );
  test.each<[string, PodContent, PodContent, readonly string[]]>([
    ['nothing', of(container('a', { privileged: true })), of(container('a', { privileged: true }, { image: 'x' })), []],
    [
      'more in one container',
      of(container('a'), container('b')),
      of(container('a'), container('b', { privileged: true })),
      ['critical baseline privileged (b) was b'],
    ],
    [
      'what another container might',
      of(container('a', { privileged: true }), container('b')),
      of(container('a', { privileged: true }), container('b', { privileged: true })),
      ['high baseline privileged (b) was b'],
    ],
    [
      'as a new container what another might',
      of(container('a', { runAsUser: 0 })),
      of(container('a', { runAsUser: 0 }), container('b', { runAsUser: 0 })),
      [],
    ],
    [
      'as a new container what none might',
      of(container('a')),
      of(container('a'), container('b', { runAsUser: 0 })),
      ['medium restricted root (b)'],
    ],
    [
      'as a new container what baseline forbids',
      of(container('a', { procMount: 'x' })),
      of(container('a', { procMount: 'x' }), container('b', { procMount: 'x' })),
      ['medium baseline procMount x (b)'],
    ],
    [
      'under another name',
      of(container('a', { procMount: 'x' }), container('b')),
      of(container('c', { procMount: 'x' }), container('b')),
      [],
    ],
    [
      'privileged, which brings the rest',
      of(container('a')),
      of(
        container('a', { privileged: true, procMount: 'x', allowPrivilegeEscalation: true, runAsUser: 0 }),
        container('b', { procMount: 'x' }),
      ),
      ['critical baseline privileged (a) was a', 'medium restricted root (a) was a', 'high baseline procMount x (b)'],
    ],
    [
      'the rest, which privileged had',
      of(container('a', { privileged: true })),
      of(container('a', { privileged: true, procMount: 'x', runAsUser: 0 })),
      ['low restricted root (a) was a'],
    ],
    [
      'for the pod',
      of(container('a')),
      pod({ hostPID: true, containers: [container('a')] }),
      ['high baseline hostPID'],
    ],
    [
      'for the pod, as a process of the host',
      pod({ securityContext: { windowsOptions: { hostProcess: true } }, containers: [container('a')] }),
      pod({ hostPID: true, securityContext: { windowsOptions: { hostProcess: true } }, containers: [container('a')] }),
      ['medium baseline hostPID'],
    ],
    [
      'what the pod said',
      pod({ securityContext: { runAsNonRoot: false }, containers: [container('a')] }),
      of(container('a', { runAsNonRoot: false })),
      [],
    ],
    [
      'what one container was told, as the pod',
      of(container('a', { runAsNonRoot: false })),
      pod({ securityContext: { runAsNonRoot: false }, containers: [container('a', { runAsNonRoot: undefined })] }),
      [],
    ],
    [
      'be root, where it was',
      of(container('a', { runAsUser: 0 })),
      of(container('a', { runAsNonRoot: undefined })),
      [],
    ],
    [
      'become root, where it might be',
      of(container('a', { runAsNonRoot: false })),
      of(container('a', { runAsNonRoot: false, runAsUser: 1 })),
      [],
    ],
    [
      'be root, where it might become so',
      of(container('a', { runAsNonRoot: false, runAsUser: 1 })),
      of(container('a', { runAsNonRoot: false })),
      ['medium restricted may be root (a) was a'],
    ],
    [
      'run without a profile, where it said so',
      of(container('a', { seccompProfile: { type: 'Unconfined' } })),
      of(container('a', { seccompProfile: undefined })),
      [],
    ],
    [
      'add what the runtime gave',
      of(container('a', { capabilities: {} })),
      of(container('a', { capabilities: { drop: ['ALL'], add: ['CHOWN'] } })),
      [],
    ],
    [
      'add what the runtime may give',
      of(container('a', { capabilities: {} })),
      of(container('a', { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } })),
      ['medium baseline capability NET_RAW (a) was a'],
    ],
    [
      'add one of all',
      of(container('a', { capabilities: { drop: ['ALL'], add: ['ALL'] } })),
      of(container('a', { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } })),
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(gained(before, after)).toEqual(expected);
  });

  const path = (value: string, readOnly = false) =>
    pod({
      volumes: [{ name: 'v', hostPath: { path: value } }],
      containers: [container('a', {}, { volumeMounts: [{ name: 'v', readOnly }] })],
    });
  test.each<[PodContent, PodContent, readonly string[]]>([
    [path('/data'), path('/data/x'), []],
    [path('/data/x'), path('/data'), ['high baseline hostPath /data written']],
    [path('/data'), path('/data/x', true), []],
    [path('/data', true), path('/data/x', true), []],
    [path('/data', true), path('/data/x'), ['high baseline hostPath /data/x written']],
    [path('/data'), path('/database'), ['high baseline hostPath /database written']],
  ])('of paths of the node: %#', (before, after, expected) => {
    expect(gained(before, after)).toEqual(expected);
  });

  test('of a new pod is all of it', () => {
    const all = initialPowers(of(container('a', { privileged: true, runAsUser: 0 })), 'baseline', newest);
    expect(all).toMatchObject([{ kind: 'privileged', severity: 'critical', formerContainer: undefined }]);
    expect(initialPowers(of(container('a', { runAsUser: 0 })), 'restricted', newest)).toMatchObject([
      { kind: 'root', severity: 'medium' },
    ]);
  });

  test('was forbidden by the field that said so', () => {
    const former = (before: PodContent, after: PodContent) =>
      gainedPowers(before, after, newest).map((power) => formerPath(before, power)?.join('.'));
    expect(
      former(of(container('x'), container('a')), of(container('x'), container('a', { runAsNonRoot: false }))),
    ).toEqual(['spec.containers.1.securityContext.runAsNonRoot']);
    const said = pod({
      securityContext: { runAsNonRoot: true },
      containers: [container('a', { runAsNonRoot: undefined })],
    });
    expect(former(said, of(container('a', { runAsNonRoot: undefined })))).toEqual([
      'spec.securityContext.runAsNonRoot',
    ]);
    expect(former(of(container('a')), pod({ hostPID: true, containers: [container('a')] }))).toEqual([undefined]);
    expect(former(of(container('a')), of(container('a', { privileged: true })))).toEqual([undefined]);
    const own = pod({ hostUsers: false, containers: [container('a', { runAsNonRoot: false })] });
    expect(former(own, of(container('a', { runAsNonRoot: false })))).toEqual(['spec.hostUsers']);
  });
});
