import { describe, expect, test } from '@jest/globals';
import { type Mapping, mapping } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Level } from '../../src/workload/pod-security/control.ts';
import { controlsOf, newest, violationsOf } from '../../src/workload/pod-security/standards.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

/** A pod that restricted lets pass in every version. */
const hardened = `
metadata: {}
spec:
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  initContainers: [{name: init, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]
  containers: [{name: app, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]`;

type Refusal = readonly [level: Level, control: string, from: number, to: number];

/** Which versions refuse a pod, by whom. From the sources of k8s.io/pod-security-admission (policy/check_*.go) as of Kubernetes 1.37. */
interface Case {
  /** Laid over the hardened pod; `container` over each of its containers. */
  readonly spec?: string;
  readonly container?: string;
  readonly metadata?: string;
  readonly refused: readonly Refusal[];
}

const always = (level: Level, control: string): Refusal => [level, control, 0, newest];
/** What restricted refuses by a control that takes the place of baseline's. */
const replaced = (control: string, instead: string, from: number): readonly Refusal[] => [
  always('baseline', control),
  ['restricted', control, 0, from - 1],
  ['restricted', instead, from, newest],
];
const both = (control: string, from = 0, to = newest): readonly Refusal[] => [
  ['baseline', control, from, to],
  ['restricted', control, from, to],
];

const cases: Readonly<Record<string, Case>> = {
  hardened: { refused: [] },
  'privileged container': { container: 'securityContext: {privileged: true}', refused: both('privileged') },
  'not privileged': { container: 'securityContext: {privileged: false}', refused: [] },
  'privileged by a template': {
    container: 'securityContext: {privileged: "{{ .Values.p }}"}',
    refused: both('privileged'),
  },
  hostNetwork: { spec: 'hostNetwork: true', refused: both('hostNamespaces') },
  hostPID: { spec: 'hostPID: true', refused: both('hostNamespaces') },
  hostIPC: { spec: 'hostIPC: true', refused: both('hostNamespaces') },
  'no host namespaces': { spec: '{hostNetwork: false, hostPID: null}', refused: [] },
  hostPath: {
    spec: 'volumes: [{name: a, emptyDir: {}}, {name: b, hostPath: {path: /tmp}}]',
    refused: [always('baseline', 'hostPathVolumes'), always('restricted', 'restrictedVolumes')],
  },
  nfs: {
    spec: 'volumes: [{name: a, nfs: {server: s, path: /}}]',
    refused: [always('restricted', 'restrictedVolumes')],
  },
  'volumes of the pod': {
    spec: 'volumes: [{name: a}, {name: b, csi: {}}, {name: c, image: {}}, {name: d, ephemeral: {}}, {name: e, secret: {}}]',
    refused: [],
  },
  hostPort: { container: 'ports: [{containerPort: 80, hostPort: 80}]', refused: both('hostPorts') },
  'no hostPort': { container: 'ports: [{containerPort: 80, hostPort: 0}]', refused: [] },
  NET_RAW: {
    container: 'securityContext: {capabilities: {drop: [ALL], add: [NET_RAW]}}',
    refused: replaced('capabilities_baseline', 'capabilities_restricted', 22),
  },
  CHOWN: {
    container: 'securityContext: {capabilities: {drop: [ALL], add: [CHOWN]}}',
    refused: [['restricted', 'capabilities_restricted', 22, newest]],
  },
  NET_BIND_SERVICE: {
    container: 'securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}',
    refused: [],
  },
  'capabilities that are kept': {
    container: 'securityContext: {capabilities: {drop: [KILL]}}',
    refused: [['restricted', 'capabilities_restricted', 22, newest]],
  },
  'probe of another host': {
    container: 'livenessProbe: {httpGet: {host: 127.0.0.1, port: 80}}',
    refused: both('hostProbesAndHostLifecycle', 34),
  },
  'hook of another host': {
    container: 'lifecycle: {preStop: {tcpSocket: {host: db, port: 80}}}',
    refused: both('hostProbesAndHostLifecycle', 34),
  },
  'probe of the pod': { container: 'startupProbe: {httpGet: {host: "", port: 80}}', refused: [] },
  'AppArmor off': { spec: 'securityContext: {appArmorProfile: {type: Unconfined}}', refused: both('appArmorProfile') },
  'AppArmor off by an annotation': {
    metadata: 'annotations: {container.apparmor.security.beta.kubernetes.io/app: unconfined}',
    refused: both('appArmorProfile'),
  },
  'AppArmor of the node': {
    metadata: 'annotations: {container.apparmor.security.beta.kubernetes.io/app: localhost/web}',
    container: 'securityContext: {appArmorProfile: {type: Localhost}}',
    refused: [],
  },
  'SELinux type': { container: 'securityContext: {seLinuxOptions: {type: spc_t}}', refused: both('seLinuxOptions') },
  'SELinux user': { spec: 'securityContext: {seLinuxOptions: {user: root}}', refused: both('seLinuxOptions') },
  'SELinux role': { spec: 'securityContext: {seLinuxOptions: {role: sysadm_r}}', refused: both('seLinuxOptions') },
  'SELinux type of engines': {
    spec: 'securityContext: {seLinuxOptions: {type: container_engine_t}}',
    refused: both('seLinuxOptions', 0, 30),
  },
  'unmasked /proc': {
    container: 'securityContext: {procMount: Unmasked}',
    refused: replaced('procMount', 'procMount_restricted', 35),
  },
  'unmasked /proc of own users': {
    spec: 'hostUsers: false',
    container: 'securityContext: {procMount: Unmasked}',
    refused: [
      ['baseline', 'procMount', 0, 34],
      ['restricted', 'procMount', 0, 34],
      ['restricted', 'procMount_restricted', 35, newest],
    ],
  },
  'seccomp off': {
    container: 'securityContext: {seccompProfile: {type: Unconfined}}',
    refused: [
      ['baseline', 'seccompProfile_baseline', 19, newest],
      ['restricted', 'seccompProfile_restricted', 19, newest],
    ],
  },
  'seccomp off by an annotation': {
    metadata: 'annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}',
    refused: both('seccompProfile_baseline', 0, 18),
  },
  'seccomp off by an annotation of a container': {
    metadata: 'annotations: {container.seccomp.security.alpha.kubernetes.io/app: unconfined}',
    refused: both('seccompProfile_baseline', 0, 18),
  },
  'no seccomp': {
    spec: 'securityContext: {seccompProfile: null}',
    refused: [['restricted', 'seccompProfile_restricted', 19, newest]],
  },
  'unsafe sysctl': {
    spec: 'securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}]}',
    refused: both('sysctls'),
  },
  'sysctl of 1.27': {
    spec: 'securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports, value: "1"}]}',
    refused: both('sysctls', 0, 26),
  },
  'sysctl of 1.29': {
    spec: 'securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_time, value: "1"}]}',
    refused: both('sysctls', 0, 28),
  },
  'sysctl of 1.32': {
    spec: 'securityContext: {sysctls: [{name: net.ipv4.tcp_wmem, value: "1"}]}',
    refused: both('sysctls', 0, 31),
  },
  'sysctl of 1.37': {
    spec: 'securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: "1"}]}',
    refused: both('sysctls', 0, 36),
  },
  'host process': {
    spec: 'securityContext: {windowsOptions: {hostProcess: true}}',
    refused: both('windowsHostProcess'),
  },
  'host process of a container': {
    container: 'securityContext: {windowsOptions: {hostProcess: true}}',
    refused: both('windowsHostProcess'),
  },
  'privilege escalation': {
    container: 'securityContext: {allowPrivilegeEscalation: true}',
    refused: [['restricted', 'allowPrivilegeEscalation', 8, newest]],
  },
  'may be root': { spec: 'securityContext: {runAsNonRoot: null}', refused: [always('restricted', 'runAsNonRoot')] },
  'may be root, as a container says': {
    container: 'securityContext: {runAsNonRoot: false}',
    refused: [always('restricted', 'runAsNonRoot')],
  },
  'may be root of its own users': {
    spec: '{hostUsers: false, securityContext: {runAsNonRoot: null, runAsUser: 0}}',
    refused: [
      ['restricted', 'runAsNonRoot', 0, 34],
      ['restricted', 'runAsUser', 23, 34],
    ],
  },
  root: { container: 'securityContext: {runAsUser: 0}', refused: [['restricted', 'runAsUser', 23, newest]] },
  'for Windows': {
    spec: '{os: {name: windows}, securityContext: {seccompProfile: null}}',
    container: 'securityContext: {allowPrivilegeEscalation: null, capabilities: null}',
    refused: [
      ['restricted', 'allowPrivilegeEscalation', 8, 24],
      ['restricted', 'capabilities_restricted', 22, 24],
      ['restricted', 'seccompProfile_restricted', 19, 24],
    ],
  },
};

function read(text: string): unknown {
  return parseYaml(Buffer.from(text), defaultPolicy.limits).documents[0]?.value;
}

/** One mapping over another, null taking out. */
function over(base: Mapping, top: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(top)) {
    const isDeep = typeof value === 'object' && value !== null && !Array.isArray(value);
    merged[key] = isDeep ? over(mapping(base[key]), mapping(value)) : value;
  }
  return merged;
}

function podOf({ spec = '{}', container = '{}', metadata = '{}' }: Case) {
  const base = mapping(mapping(read(hardened)).spec);
  const ofContainers = (field: string) =>
    (base[field] as readonly Mapping[]).map((each) => over(each, mapping(read(container))));
  const containers = { initContainers: ofContainers('initContainers'), containers: ofContainers('containers') };
  return { metadata: mapping(read(metadata)), spec: over({ ...base, ...containers }, mapping(read(spec))) };
}

describe('the Pod Security Standards', () => {
  test.each(Object.entries(cases))('%s', (_, each) => {
    const pod = podOf(each);
    const found = (['baseline', 'restricted'] as const).flatMap((level) =>
      Array.from({ length: newest + 1 }, (_, minor) =>
        [...new Set(violationsOf(pod, level, minor).map(({ control }) => control.id))].map(
          (control) => `${level} v1.${minor} ${control}`,
        ),
      ).flat(),
    );
    const expected = each.refused.flatMap(([level, control, from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${level} v1.${from + index} ${control}`),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  test('every control is in the cases', () => {
    const judged = [0, 18, 34, newest].flatMap((minor) => controlsOf('restricted', minor));
    const all = new Set([...judged, ...controlsOf('baseline', newest)].map(({ control }) => control.id));
    const inCases = new Set(Object.values(cases).flatMap(({ refused }) => refused.map(([, control]) => control)));
    expect(all.size).toBe(19);
    expect([...all].filter((id) => !inCases.has(id))).toEqual([]);
  });

  test('containers for debugging are judged as well', () => {
    const shell = { name: 'shell', securityContext: { privileged: true } };
    const [found] = violationsOf({ metadata: {}, spec: { ephemeralContainers: [shell] } }, 'baseline');
    expect(found).toMatchObject({
      container: 'shell',
      path: ['spec', 'ephemeralContainers', 0, 'securityContext', 'privileged'],
    });
  });

  test('the level privileged forbids nothing', () => {
    expect(violationsOf(podOf(cases.hostNetwork as Case), 'privileged')).toEqual([]);
  });
});
