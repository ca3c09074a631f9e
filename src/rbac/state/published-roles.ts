import { type Permission, readPolicyRule } from '../model/permission.ts';
import type { Binding } from '../model/rbac-object.ts';
import { type PublishedRole, products } from './published-roles.data.ts';

/** What is known of a role that no manifest holds. */
export interface Published {
  readonly product: string;
  readonly permissions: readonly Permission[];
}

/**
 * What the role that a binding names allows, as a product publishes or makes it under that name; undefined for other roles. The role of
 * the cluster may be of another version: so this bounds what a new binding gives, and excuses nothing.
 */
export function publishedRole({ role }: Pick<Binding, 'role'>, isOpenshift: boolean): Published | undefined {
  if (role.kind !== 'ClusterRole') return undefined;
  for (const { product, ofOpenshift, roles } of products) {
    if (ofOpenshift === true && !isOpenshift) continue;
    for (const published of roles) {
      const parts = partsOf(role.name, published.name);
      if (parts !== undefined) return { product, permissions: permissionsOf(published, parts) };
    }
  }
  return undefined;
}

/** The name and the parts of it that a pattern names; undefined where it is another role's. */
function partsOf(name: string, published: string | RegExp): readonly string[] | undefined {
  if (typeof published === 'string') return name === published ? [name] : undefined;
  return published.exec(name) ?? undefined;
}

function permissionsOf({ rules }: PublishedRole, parts: readonly string[]): readonly Permission[] {
  return rules.flatMap((rule) => readRule(rule.replace(/\$(\d)/g, (_, number) => parts[Number(number)] ?? '')));
}

const readRule = (rule: string): readonly Permission[] => {
  const [verbs = [], apiGroups = [], resources = [], resourceNames] = rule
    .split(' | ')
    .map((words) => words.split(' '));
  const groups = apiGroups.map((group) => (group === 'core' ? '' : group));
  return readPolicyRule({ verbs, apiGroups: groups, resources, ...(resourceNames && { resourceNames }) });
};
