import { normalize } from 'node:path/posix';
import type { Severity } from '../../severity.ts';

/**
 * Places that give the node away also where they are only read: sockets through which any container can be started (a
 * read-only mount still lets one connect), and credentials of the kubelet, of the cluster and of root.
 */
const readable = [
  '/run/docker.sock',
  '/run/containerd',
  '/run/crio',
  '/run/cri-dockerd.sock',
  '/run/dockershim.sock',
  '/run/podman',
  '/run/buildkit',
  '/run/k3s/containerd',
  '/run/k0s',
  '/run/snap.microk8s',
  '/var/snap/microk8s/common/run',
  '/var/snap/microk8s/current/certs',
  '/var/snap/microk8s/current/credentials',
  '/run/systemd/private',
  '/var/lib/kubelet/kubelet.sock',
  '/var/lib/kubelet/pki',
  '/var/lib/kubelet/pods',
  '/var/lib/etcd',
  '/var/lib/rancher/k3s/server',
  '/var/lib/rancher/rke2/server',
  '/etc/kubernetes',
  '/etc/rancher',
  '/etc/shadow',
  '/proc/1',
  '/root',
];

/** Places that give the node away once they can be written to: what it runs, and what it is told to run. */
const writable = [
  '/bin',
  '/boot',
  '/dev/mem',
  '/dev/sda',
  '/etc/cni',
  '/etc/cron.d',
  '/etc/crontab',
  '/etc/init.d',
  '/etc/ld.so.preload',
  '/etc/pam.d',
  '/etc/passwd',
  '/etc/profile.d',
  '/etc/ssh',
  '/etc/sudoers.d',
  '/etc/systemd',
  '/etc/udev',
  '/home',
  '/lib',
  '/lib64',
  '/opt/cni',
  '/proc/sys',
  '/sbin',
  '/sys/kernel',
  '/usr',
  '/var/lib/cni',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/snap/microk8s',
  '/var/spool/cron',
];

/** How bad it is to mount a path of the node. */
export function hostPathSeverity(stated: string, isWritable: boolean): Severity {
  if (givesAway(stated)) return 'critical';
  const path = runOf(stated);
  if (!isWritable) return 'medium';
  return writable.some((place) => meet(place, path)) ? 'critical' : 'high';
}

/** Whether a path of the node gives it away also where it is only read. */
export function givesAway(path: string): boolean {
  return readable.some((place) => meet(place, runOf(path)));
}

function runOf(path: string): string {
  const plain = /^(?:[a-z]:)?[\\/]/i.test(path) ? path.replace(/^[a-z]:/i, '').replaceAll('\\', '/') : path;
  // The runtimes' sockets are pipes on Windows (containerd and Docker's documentation: npipe:////./pipe/docker_engine).
  const pipe = /^(?:\/\/\.|)\/pipe\/(?:docker|containerd|cri-dockerd|crio|buildkit)/i;
  return pipe.test(plain) ? '/run/containerd' : plain.replace(/^\/var\/run(?=\/|$)/, '/run');
}

/** Whether the one path is in the other. */
function meet(a: string, b: string): boolean {
  return isInside(a, b) || isInside(b, a);
}

/** Whether a path is in a folder, or is the folder. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}

/** A path of the node without what changes nothing of it. */
export function plainPath(path: string): string {
  return path.startsWith('/') ? normalize(path).replace(/(?<=.)\/$/, '') : path;
}
