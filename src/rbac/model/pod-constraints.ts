import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/**
 * What pods may do under constraints on pods: own their node (`privileged`), run as root or in the node's network
 * (`elevated`), or neither (`restricted`).
 */
export type PodPrivileges = 'privileged' | 'elevated' | 'restricted';

/** One thing that constraints on pods allow beyond a restricted pod. */
export interface PodPower {
  /** The same whatever the wording. */
  readonly code: string;
  /** Completes "pods may …". */
  readonly what: string;
  readonly level: Exclude<PodPrivileges, 'restricted'>;
  /** The field that allows it, from the object's root. */
  readonly path: Path;
}

/**
 * Capabilities that lead from a container to its node (capabilities(7)). With DAC_READ_SEARCH, open_by_handle_at(2) opens any file of a
 * filesystem of which a container has any mount, as the kubelet mounts /etc/hosts into each; the default profiles of seccomp allow the call
 * to who has it (moby, profiles/seccomp/default.json; containerd, contrib/seccomp/seccomp_default.go). PERFMON samples other processes, but
 * opens nothing of them.
 */
export const nodeCapabilities: ReadonlySet<string> = new Set([
  '*',
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_BOOT',
  'BPF',
  'DAC_READ_SEARCH',
]);

/** Capabilities that the baseline of the Pod Security Standards lets containers add. */
export const baselineCapabilities: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

type Known = Omit<PodPower, 'path'>;

const ofPods = {
  privileged: { code: 'privileged', what: 'run privileged containers', level: 'privileged' },
  processes: { code: 'host-pid', what: 'see the processes of the node', level: 'privileged' },
  memory: { code: 'host-ipc', what: 'share memory with the node', level: 'privileged' },
  paths: { code: 'host-path', what: 'mount paths of the node', level: 'privileged' },
  network: { code: 'host-network', what: "use the node's network", level: 'elevated' },
  ports: { code: 'host-ports', what: "use the node's ports", level: 'elevated' },
  root: { code: 'root', what: 'run as root', level: 'elevated' },
} as const satisfies Readonly<Record<string, Known>>;

/** What SecurityContextConstraints allow (openshift/api security/v1). A field that is not read as it should be allows. */
export function constraintsAllow(constraints: Mapping): readonly PodPower[] {
  const flag = (field: string, power: Known) => powerAt([field], power, allowed(constraints[field]));
  return [
    ...flag('allowPrivilegedContainer', ofPods.privileged),
    ...flag('allowHostPID', ofPods.processes),
    ...flag('allowHostIPC', ofPods.memory),
    // The two fields say the same: the API server adds to the volumes what the flag allows.
    ...flag('allowHostDirVolumePlugin', ofPods.paths),
    ...powerAt(['volumes'], ofPods.paths, hasHostVolumes(constraints.volumes)),
    ...capabilities(constraints, []),
    ...flag('allowHostNetwork', ofPods.network),
    ...flag('allowHostPorts', ofPods.ports),
    ...powerAt(['runAsUser'], ofPods.root, allowsRoot(constraints)),
  ];
}

/** What a PodSecurityPolicy allows (policy/v1beta1, in Kubernetes until 1.24), by its `spec`. */
export function podSecurityPolicyAllows(spec: Mapping): readonly PodPower[] {
  const at = (field: string, power: Known, isAllowed: boolean) => powerAt(['spec', field], power, isAllowed);
  return [
    ...at('privileged', ofPods.privileged, allowed(spec.privileged)),
    ...at('hostPID', ofPods.processes, allowed(spec.hostPID)),
    ...at('hostIPC', ofPods.memory, allowed(spec.hostIPC)),
    ...at('volumes', ofPods.paths, hasHostVolumes(spec.volumes)),
    ...capabilities(spec, ['spec']),
    ...at('hostNetwork', ofPods.network, allowed(spec.hostNetwork)),
    ...at('hostPorts', ofPods.ports, list(spec.hostPorts).length > 0),
    ...at('runAsUser', ofPods.root, mapping(spec.runAsUser).rule !== 'MustRunAsNonRoot'),
  ];
}

/** The most that all of it together lets pods do. */
export function privilegesOf(powers: readonly PodPower[]): PodPrivileges {
  if (powers.some(({ level }) => level === 'privileged')) return 'privileged';
  return powers.length > 0 ? 'elevated' : 'restricted';
}

/** What the one allows and the other does not; a privileged container has everything. */
export function newPowers(before: readonly PodPower[], after: readonly PodPower[]): readonly PodPower[] {
  const known = new Set(before.map(({ code }) => code));
  if (known.has(ofPods.privileged.code)) return [];
  return [...new Map(after.map((each) => [each.code, each])).values()].filter(({ code }) => !known.has(code));
}

/** The one that allows more. */
export function morePrivileges(a: PodPrivileges, b: PodPrivileges): PodPrivileges {
  const order: readonly PodPrivileges[] = ['privileged', 'elevated', 'restricted'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

function powerAt(path: Path, power: Known, isAllowed: boolean): readonly PodPower[] {
  return isAllowed ? [{ ...power, path }] : [];
}

/** Root of a pod's own user namespace is nobody on the node. */
function allowsRoot({ runAsUser, userNamespaceLevel }: Mapping): boolean {
  if (userNamespaceLevel === 'RequirePodLevel') return false;
  const { type, uidRangeMin, uid } = mapping(runAsUser);
  return type === 'RunAsAny' || type === undefined || uidRangeMin === 0 || uid === 0;
}

function allowed(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function hasHostVolumes(volumes: unknown): boolean {
  return list(volumes).some((volume) => volume === '*' || volume === 'hostPath');
}

/** The capabilities beyond the baseline that containers may add or are given. */
function capabilities(constraints: Mapping, root: Path): readonly PodPower[] {
  return ['allowedCapabilities', 'defaultAddCapabilities'].flatMap((field) =>
    list(constraints[field]).flatMap((item): PodPower[] => {
      const name = scalarText(item).replace(/^CAP_/, '');
      if (baselineCapabilities.has(name)) return [];
      const level = nodeCapabilities.has(name) ? 'privileged' : 'elevated';
      const all = name === '*' ? 'ALL' : name;
      return [{ code: `capability ${all}`, what: `have the capability ${all}`, level, path: [...root, field] }];
    }),
  );
}
