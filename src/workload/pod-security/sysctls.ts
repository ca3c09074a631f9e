import { list, mapping, scalarText } from '../../plain-values.ts';
import type { Control, Revision, Violation } from './control.ts';
import type { PodContent } from './pod.ts';

/** Safe sysctls, by the minor version from which on they are. */
const safeSysctls: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

const minors = [...new Set(Object.values(safeSysctls))].filter((minor) => minor > 0).sort((a, b) => a - b);

/** Pods set only safe sysctls: those that act inside the pod alone. */
export const sysctlControl: Control = {
  id: 'sysctls',
  level: 'baseline',
  revisions: [revision(0), ...minors.map(revision)],
};

function revision(minor: number): Revision {
  return { since: minor, violations: (pod) => unsafeSysctls(pod, minor) };
}

function unsafeSysctls({ spec }: PodContent, minor: number): readonly Violation[] {
  return list(mapping(spec.securityContext).sysctls).flatMap((sysctl, index) => {
    const name = scalarText(mapping(sysctl).name);
    if (Object.hasOwn(safeSysctls, name) && (safeSysctls[name] ?? minor) <= minor) return [];
    const path = ['spec', 'securityContext', 'sysctls', index, 'name'];
    return [{ kind: 'sysctl', value: name, container: undefined, path }];
  });
}
