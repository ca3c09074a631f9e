import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/**
 * What pods may do under constraints on pods: own their node (`privileged`), run as root or in the node's network
 * (`elevated`), or neither (`restricted`).
 */
export type PodPrivileges = 'privileged' | 'elevated' | 'restricted';

/** One thing that constraints on pods allow beyond a restricted pod. */
export interface PodPower {
  /** Completes "pods may …". */
  readonly what: string;
  readonly level: Exclude<PodPrivileges, 'restricted'>;
  /** The field that allows it, from the object's root. */
  readonly path: Path;
}

/** Capabilities that lead from a container to its node. */
const nodeCapabilities = new Set(['*', 'ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_BOOT', 'BPF']);

/** Capabilities that the baseline of the Pod Security Standards lets containers add. */
const baselineCapabilities = new Set([
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

const privilegedContainers = 'run privileged containers';

/** What SecurityContextConstraints allow (openshift/api security/v1). A field that is not read as it should be allows. */
export function constraintsAllow(constraints: Mapping): readonly PodPower[] {
  const { allowPrivilegedContainer, allowHostPID, allowHostIPC, allowHostNetwork, allowHostPorts } = constraints;
  return [
    ...power(allowed(allowPrivilegedContainer), privilegedContainers, 'privileged', ['allowPrivilegedContainer']),
    ...power(allowed(allowHostPID), 'see the processes of the node', 'privileged', ['allowHostPID']),
    ...power(allowed(allowHostIPC), 'share memory with the node', 'privileged', ['allowHostIPC']),
    // The two fields say the same: the API server adds to the volumes what the flag allows.
    ...power(allowed(constraints.allowHostDirVolumePlugin), ofHost.paths, 'privileged', ['allowHostDirVolumePlugin']),
    ...power(hasHostVolumes(constraints.volumes), ofHost.paths, 'privileged', ['volumes']),
    ...capabilities(constraints, []),
    ...power(allowed(allowHostNetwork), ofHost.network, 'elevated', ['allowHostNetwork']),
    ...power(allowed(allowHostPorts), ofHost.ports, 'elevated', ['allowHostPorts']),
    ...power(allowsRoot(constraints), 'run as root', 'elevated', ['runAsUser']),
  ];
}

/** What a PodSecurityPolicy allows (policy/v1beta1, in Kubernetes until 1.24), by its `spec`. */
export function podSecurityPolicyAllows(spec: Mapping): readonly PodPower[] {
  const isRoot = mapping(spec.runAsUser).rule !== 'MustRunAsNonRoot';
  return [
    ...power(allowed(spec.privileged), privilegedContainers, 'privileged', ['spec', 'privileged']),
    ...power(allowed(spec.hostPID), 'see the processes of the node', 'privileged', ['spec', 'hostPID']),
    ...power(allowed(spec.hostIPC), 'share memory with the node', 'privileged', ['spec', 'hostIPC']),
    ...power(hasHostVolumes(spec.volumes), ofHost.paths, 'privileged', ['spec', 'volumes']),
    ...capabilities(spec, ['spec']),
    ...power(allowed(spec.hostNetwork), ofHost.network, 'elevated', ['spec', 'hostNetwork']),
    ...power(list(spec.hostPorts).length > 0, ofHost.ports, 'elevated', ['spec', 'hostPorts']),
    ...power(isRoot, 'run as root', 'elevated', ['spec', 'runAsUser']),
  ];
}

const ofHost = {
  paths: 'mount paths of the node',
  network: "use the node's network",
  ports: "use the node's ports",
} as const;

/** The most that all of it together lets pods do. */
export function privilegesOf(powers: readonly PodPower[]): PodPrivileges {
  if (powers.some(({ level }) => level === 'privileged')) return 'privileged';
  return powers.length > 0 ? 'elevated' : 'restricted';
}

/** What the one allows and the other does not; a privileged container has everything. */
export function newPowers(before: readonly PodPower[], after: readonly PodPower[]): readonly PodPower[] {
  if (before.some(({ what }) => what === privilegedContainers)) return [];
  const known = new Set(before.map(({ what }) => what));
  return [...new Map(after.map((each) => [each.what, each])).values()].filter(({ what }) => !known.has(what));
}

/** The one that allows more. */
export function morePrivileges(a: PodPrivileges, b: PodPrivileges): PodPrivileges {
  const order: readonly PodPrivileges[] = ['privileged', 'elevated', 'restricted'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

function power(isAllowed: boolean, what: string, level: PodPower['level'], path: Path): readonly PodPower[] {
  return isAllowed ? [{ what, level, path }] : [];
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
      return [{ what: `have the capability ${name === '*' ? 'ALL' : name}`, level, path: [...root, field] }];
    }),
  );
}
