import { nodeCapabilities } from '../../rbac/model/pod-constraints.ts';
import type { Severity } from '../../severity.ts';
import { hostPathSeverity } from './host-path.ts';
import type { Power } from './powers.ts';

/** Of what the level baseline forbids. */
const severities: Readonly<Record<string, Severity>> = {
  privileged: 'critical',
  hostProcess: 'critical',
  hostNetwork: 'high',
  hostPID: 'high',
  hostIPC: 'high',
  procMount: 'high',
  'seLinux type': 'high',
  'seLinux user': 'high',
  'seLinux role': 'high',
};

/** Capabilities beyond the baseline that reach no further than the pod. */
const smallCapabilities: ReadonlySet<string> = new Set([
  'BLOCK_SUSPEND',
  'IPC_LOCK',
  'IPC_OWNER',
  'LEASE',
  'NET_BROADCAST',
  'NET_RAW',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_RESOURCE',
  'SYS_TTY_CONFIG',
  'WAKE_ALARM',
]);

/** How bad it is that a pod newly has a power; what only the level restricted forbids is medium. */
export function severityOf({ kind, value, level, isWritable, isOpen }: Power): Severity {
  if (level === 'restricted') return kind === 'may become root' ? 'low' : 'medium';
  if (kind === 'hostPath') return isOpen ? 'critical' : hostPathSeverity(value, isWritable);
  if (kind === 'capability') {
    if (isOpen || nodeCapabilities.has(value)) return 'critical';
    return smallCapabilities.has(value) ? 'medium' : 'high';
  }
  return severities[kind] ?? 'medium';
}
