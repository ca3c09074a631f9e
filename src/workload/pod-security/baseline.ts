import { list, mapping, scalarText } from '../../plain-values.ts';
import { baselineCapabilities } from '../../rbac/model/pod-constraints.ts';
import type { Control, Violation } from './control.ts';
import { containersOf, hasOwnUsers, isOn, isSet, type PodContent, type Setter, settersOf } from './pod.ts';
import { addedCapabilities, seccompAnnotations, seccompTypes, unmaskedProc } from './shared.ts';
import { sysctlControl } from './sysctls.ts';

/** The controls of the level baseline (k8s.io/pod-security-admission, policy/check_*.go). */
export const baselineControls: readonly Control[] = [
  control('appArmorProfile', [0, appArmor]),
  control('capabilities_baseline', [0, (pod) => addedCapabilities(pod, (name) => baselineCapabilities.has(name))]),
  control('hostNamespaces', [0, hostNamespaces]),
  control('hostPathVolumes', [0, hostPaths]),
  control('hostPorts', [0, hostPorts]),
  control('hostProbesAndHostLifecycle', [34, probeHosts]),
  control('privileged', [0, (pod) => flagged(settersOf(pod).slice(1), ['privileged'], 'privileged')]),
  control('procMount', [0, unmaskedProc], [35, (pod) => (hasOwnUsers(pod) ? [] : unmaskedProc(pod))]),
  control('seLinuxOptions', [0, (pod) => seLinux(pod, seLinuxTypes)], [31, (pod) => seLinux(pod, seLinuxTypesOf31)]),
  {
    id: 'seccompProfile_baseline',
    level: 'baseline',
    revisions: [
      { since: 0, violations: seccompAnnotations },
      { since: 19, violations: seccompTypes, isStricter: true },
    ],
  },
  sysctlControl,
  control('windowsHostProcess', [
    0,
    (pod) => flagged(settersOf(pod), ['windowsOptions', 'hostProcess'], 'hostProcess'),
  ]),
];

type Judge = (pod: PodContent) => readonly Violation[];

function control(id: string, ...revisions: readonly [since: number, violations: Judge][]): Control {
  const [first, ...others] = revisions.map(([since, violations]) => ({ since, violations }));
  if (first === undefined) throw new Error(`the control ${id} has no revision`);
  return { id, level: 'baseline', revisions: [first, ...others] };
}

/** Setters whose context has the switch under `keys` on. */
function flagged(setters: readonly Setter[], keys: readonly string[], kind: string): readonly Violation[] {
  return setters.flatMap(({ container, context, path }) => {
    let value: unknown = context;
    for (const key of keys) value = mapping(value)[key];
    return isOn(value) ? [{ kind, value: '', container, path: [...path, ...keys] }] : [];
  });
}

function hostNamespaces({ spec }: PodContent): readonly Violation[] {
  return ['hostNetwork', 'hostPID', 'hostIPC']
    .filter((field) => isOn(spec[field]))
    .map((field) => ({ kind: field, value: '', container: undefined, path: ['spec', field] }));
}

function hostPaths({ spec }: PodContent): readonly Violation[] {
  return list(spec.volumes).flatMap((volume, index) => {
    const { hostPath } = mapping(volume);
    if (!isSet(hostPath)) return [];
    const path = ['spec', 'volumes', index, 'hostPath'];
    return [
      { kind: 'hostPath', value: scalarText(mapping(hostPath).path), container: undefined, path: [...path, 'path'] },
    ];
  });
}

function hostPorts(pod: PodContent): readonly Violation[] {
  return containersOf(pod).flatMap(({ name, value, path }) =>
    list(value.ports).flatMap((port, index) => {
      const { hostPort } = mapping(port);
      if (!isSet(hostPort) || hostPort === 0) return [];
      const at = [...path, 'ports', index, 'hostPort'];
      return [{ kind: 'hostPort', value: scalarText(hostPort), container: name, path: at }];
    }),
  );
}

/** What the kubelet asks from the node: a probe or a hook of another host reaches what the pod itself may not. */
function probeHosts(pod: PodContent): readonly Violation[] {
  const handlers = [
    ['livenessProbe'],
    ['readinessProbe'],
    ['startupProbe'],
    ['lifecycle', 'postStart'],
    ['lifecycle', 'preStop'],
  ];
  return containersOf(pod).flatMap(({ name, value, path }) =>
    handlers.flatMap((steps) =>
      ['httpGet', 'tcpSocket'].flatMap((action) => {
        let handler: unknown = value;
        for (const step of steps) handler = mapping(handler)[step];
        const host = scalarText(mapping(mapping(handler)[action]).host);
        if (host === '') return [];
        return [{ kind: 'probe host', value: host, container: name, path: [...path, ...steps, action, 'host'] }];
      }),
    ),
  );
}

const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

function appArmor(pod: PodContent): readonly Violation[] {
  const fields = settersOf(pod).flatMap(({ container, context, path }) => {
    if (!isSet(context.appArmorProfile)) return [];
    const type = scalarText(mapping(context.appArmorProfile).type);
    if (type === 'RuntimeDefault' || type === 'Localhost') return [];
    return [{ kind: 'appArmor', value: type, container, path: [...path, 'appArmorProfile', 'type'] }];
  });
  const annotations = Object.entries(mapping(pod.metadata.annotations)).flatMap(([key, value]): Violation[] => {
    const profile = scalarText(value);
    const isAllowed = profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
    if (!key.startsWith(appArmorPrefix) || isAllowed) return [];
    const container = key.slice(appArmorPrefix.length);
    const type = profile === 'unconfined' ? 'Unconfined' : profile;
    return [{ kind: 'appArmor', value: type, container, path: ['metadata', 'annotations', key] }];
  });
  return [...fields, ...annotations];
}

const seLinuxTypes: readonly string[] = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const seLinuxTypesOf31: readonly string[] = [...seLinuxTypes, 'container_engine_t'];

function seLinux(pod: PodContent, types: readonly string[]): readonly Violation[] {
  return settersOf(pod).flatMap(({ container, context, path }) => {
    const options = mapping(context.seLinuxOptions);
    return ['type', 'user', 'role'].flatMap((field) => {
      const value = scalarText(options[field]);
      const isAllowed = field === 'type' ? types.includes(value) : value === '';
      if (isAllowed) return [];
      return [{ kind: `seLinux ${field}`, value, container, path: [...path, 'seLinuxOptions', field] }];
    });
  });
}
