import { describe } from '../../rbac/judge/sentence.ts';
import { placementName } from '../../rbac/model/placement.ts';
import { subjectName } from '../../rbac/model/subject.ts';
import type { OwnPermission, PermissionsOf } from '../../rbac/query/permissions-of.ts';
import { compareSeverity } from '../../severity.ts';
import { visible } from '../visible.ts';
import { holderJson } from './who-can.ts';

/** What a subject may do, for a terminal: the worst first, Kubernetes' defaults last. */
export function permissionsText({ subject, permissions, unknown }: PermissionsOf): string {
  const own = permissions.filter(({ origin }) => origin !== 'default');
  const defaults = permissions.filter(({ origin }) => origin === 'default');
  const lines = [`${subjectName(subject)} may:`, ...sorted(own).map(permissionLine)];
  if (own.length === 0) lines.push('  nothing by the repository');
  if (defaults.length > 0) lines.push('', "By Kubernetes' defaults:", ...sorted(defaults).map(permissionLine));
  if (unknown.length > 0) {
    const roles = unknown.map(({ route, placement }) => `  ${route.join(' → ')} ${placementName(placement)}`);
    lines.push('', 'Bound to roles that are not in the repository:');
    for (const role of roles) lines.push(role);
  }
  return `${lines.map(visible).join('\n')}\n`;
}

/** What a subject may do, as plain data for JSON. */
export function permissionsRecord({ subject, permissions, unknown }: PermissionsOf): Readonly<Record<string, unknown>> {
  const { kind, name, namespace } = subject;
  return {
    subject: { kind, name, namespace: namespace ?? null },
    permissions: permissions.map(({ permission, judgement, ...holder }) => ({
      ...permission,
      ...(permission.kind === 'resource' ? { names: permission.names.includes(null) ? null : permission.names } : {}),
      severity: judgement.severity,
      reason: judgement.reason ?? null,
      ...holderJson(holder),
    })),
    unknown: unknown.map(holderJson),
  };
}

function sorted(permissions: readonly OwnPermission[]): readonly OwnPermission[] {
  return [...permissions].sort((a, b) => compareSeverity(a.judgement.severity, b.judgement.severity));
}

function permissionLine({ permission, placement, judgement, route }: OwnPermission): string {
  return `  ${judgement.severity.padEnd(8)} ${describe(permission)} ${placementName(placement)}  through ${route.join(' → ')}`;
}
