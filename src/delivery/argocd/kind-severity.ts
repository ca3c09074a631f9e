import { judge } from '../../rbac/judge/danger.ts';
import type { Severity } from '../../severity.ts';

/**
 * How bad it is that an application may newly deploy objects of a kind into its namespaces: what writing them allows by the table
 * of `rbac-widened`, high or medium. It is Argo CD that writes, with permissions of its own.
 */
export function kindSeverity(group: string, kind: string): Severity {
  const { severity } = judge(
    {
      kind: 'resource',
      verbs: ['create', 'delete', 'patch', 'update'],
      groups: [group],
      resources: [resourceOf(kind)],
      names: [null],
    },
    {
      isForEveryone: () => false,
      gainer: 'other',
      placement: undefined,
      holds: () => [],
      isEscalationNamespace: () => false,
      podPrivileges: () => 'privileged',
    },
  );
  return severity === 'critical' || severity === 'high' ? 'high' : 'medium';
}

/** The resource that serves a kind, by the custom that all of Kubernetes' own follow. */
function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:ss|x|ch|sh)$/.test(name)) return `${name}es`;
  if (name.endsWith('s')) return name;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
