import { compareSeverity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { Cause } from '../compare/cause.ts';
import type { Comparison } from '../compare/comparison.ts';
import { hasEntry } from '../model/coverage.ts';
import type { Permission } from '../model/permission.ts';
import type { GainedPermission, Part } from './gained-permissions.ts';
import type { RiskContext } from './risk-context.ts';
import { type NewItem, newItems, type RuleField } from './rule-items.ts';

/** The places of the cause: in a changed rule, the new entries, the one with the worst consequence first. */
export function causePaths(
  comparison: Comparison,
  context: RiskContext,
  cause: Cause,
  parts: readonly Part[],
  gained: readonly GainedPermission[],
): readonly Path[] {
  if (cause.kind === 'subject') {
    const lists = new Set(parts.map(({ bound }) => bound));
    const paths = new Map<string, Path>();
    for (const bound of lists) for (const { path } of bound) paths.set(JSON.stringify(path), path);
    return paths.size > 0 ? [...paths.values()] : [cause.path];
  }
  if (cause.kind !== 'rule') return [cause.path];
  const items = newItems(cause.rule, cause.object, comparison.roleBefore(cause.object), comparison.work) ?? [];
  const ranked = items.flatMap((item) => {
    comparison.work.charge(1 + gained.length);
    const severities = gained.flatMap(({ permission, placement }) => {
      const only = restrict(permission, item);
      return only === undefined ? [] : [context.judge(only, undefined, placement).severity];
    });
    const worst = severities.sort(compareSeverity)[0];
    return worst === undefined ? [] : [{ item, worst }];
  });
  ranked.sort((a, b) => Number(b.item.text === '*') - Number(a.item.text === '*') || compareSeverity(a.worst, b.worst));
  return ranked.length > 0 ? ranked.map(({ item }) => item.path) : [cause.rule.path];
}

/** The part of the permission that one entry of a rule gives. */
function restrict(permission: Permission, { field, text }: NewItem): Permission | undefined {
  const { verbs } = permission;
  if (field === 'verbs') return hasEntry(verbs, text) ? { ...permission, verbs: [text] } : undefined;
  if (permission.kind === 'url')
    return field === 'nonResourceURLs' && hasEntry(permission.urls, text) ? { ...permission, urls: [text] } : undefined;
  const factor = factors[field];
  if (factor === undefined || !hasEntry(permission[factor], text)) return undefined;
  return { ...permission, [factor]: [text] };
}

const factors: Readonly<Partial<Record<RuleField, 'groups' | 'resources' | 'names'>>> = {
  apiGroups: 'groups',
  resources: 'resources',
  resourceNames: 'names',
};
