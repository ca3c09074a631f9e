import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';

/**
 * What pods may do under constraints on pods: own their node (`privileged`), run as root or in the node's network
 * (`elevated`), or neither (`restricted`).
 */
export type PodPrivileges = 'privileged' | 'elevated' | 'restricted';

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

/** What SecurityContextConstraints allow (openshift/api security/v1). A field that is not read as it should be allows. */
export function constraintsAllow(constraints: Mapping): PodPrivileges {
  const capabilities = capabilitiesOf(constraints);
  const isPrivileged =
    allowed(constraints.allowPrivilegedContainer) ||
    allowed(constraints.allowHostPID) ||
    allowed(constraints.allowHostIPC) ||
    // The two fields say the same: the API server adds to the volumes what the flag allows.
    allowed(constraints.allowHostDirVolumePlugin) ||
    hasHostVolumes(constraints.volumes) ||
    hasNodeCapability(capabilities);
  if (isPrivileged) return 'privileged';
  const isElevated =
    allowed(constraints.allowHostNetwork) ||
    allowed(constraints.allowHostPorts) ||
    allowsRoot(constraints) ||
    addsCapability(capabilities);
  return isElevated ? 'elevated' : 'restricted';
}

/** What a PodSecurityPolicy allows (policy/v1beta1, in Kubernetes until 1.24), by its `spec`. */
export function podSecurityPolicyAllows(spec: Mapping): PodPrivileges {
  const capabilities = capabilitiesOf(spec);
  const isPrivileged =
    allowed(spec.privileged) ||
    allowed(spec.hostPID) ||
    allowed(spec.hostIPC) ||
    hasHostVolumes(spec.volumes) ||
    hasNodeCapability(capabilities);
  if (isPrivileged) return 'privileged';
  const isElevated =
    allowed(spec.hostNetwork) ||
    list(spec.hostPorts).length > 0 ||
    mapping(spec.runAsUser).rule !== 'MustRunAsNonRoot' ||
    addsCapability(capabilities);
  return isElevated ? 'elevated' : 'restricted';
}

/** The one that allows more. */
export function morePrivileges(a: PodPrivileges, b: PodPrivileges): PodPrivileges {
  const order: readonly PodPrivileges[] = ['privileged', 'elevated', 'restricted'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
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

function capabilitiesOf({ allowedCapabilities, defaultAddCapabilities }: Mapping): readonly string[] {
  return [...list(allowedCapabilities), ...list(defaultAddCapabilities)].map((name) =>
    scalarText(name).replace(/^CAP_/, ''),
  );
}

function hasNodeCapability(capabilities: readonly string[]): boolean {
  return capabilities.some((name) => nodeCapabilities.has(name));
}

function addsCapability(capabilities: readonly string[]): boolean {
  return capabilities.some((name) => !baselineCapabilities.has(name));
}
