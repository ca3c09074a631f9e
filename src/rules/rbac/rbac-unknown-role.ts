import type { RbacAnalysis } from '../../rbac/judge/analyse-rbac.ts';
import { compact, describe } from '../../rbac/judge/sentence.ts';
import type { UnknownRoleBinding } from '../../rbac/judge/widening.ts';
import { identity, subjectList, withoutDirectory } from '../../rbac/judge/wording.ts';
import { placementName } from '../../rbac/model/placement.ts';
import { objectName, roleName } from '../../rbac/model/rbac-object.ts';
import { everyone } from '../../rbac/model/subject.ts';
import { isUnnamed } from '../../rbac/read/complete-fragments.ts';
import type { Observation, Rule } from '../rule.ts';
import { joinCopies } from './join-copies.ts';

/** A subject is newly bound to a role of which nothing is known, so that what it gains cannot be bounded. */
export const rbacUnknownRole: Rule = {
  id: 'rbac-unknown-role',
  category: 'rbac',
  severity: 'high',
  summary: 'A subject is bound to a role that is not in the repository.',
  check: ({ rbac, change }) => joinCopies(observations(rbac), change.touched),
};

function* observations(rbac: RbacAnalysis): Generator<Observation> {
  for (const [scope, { unknownRoles }] of rbac.changes) {
    for (const unknown of unknownRoles) {
      const { binding, resource, paths, subjects, placement } = unknown;
      if (subjects.some(({ key }) => everyone.has(key))) continue;
      const role = roleName(binding.role);
      const [position, ...places] = paths.map((path) => resource.at(path));
      yield {
        message: `${objectName(binding)} newly binds ${subjectList(subjects)} ${placementName(placement)} to ${unknownRole(unknown)}${whatItAllows(unknown)}.`,
        ...(unknown.published === undefined ? {} : { severity: unknown.published.worst?.severity ?? 'low' }),
        remedy: isUnnamed(binding) ? nameTheRole : remedyFor(role),
        details: detailsOf(unknown),
        scope,
        object: identity(resource),
        gainers: subjects.map(({ key }) => key),
        ...(position === undefined ? {} : { position }),
        places,
        subject: [role, ...subjects.map(({ key }) => withoutDirectory(key)).sort()],
      };
    }
  }
}

const nameTheRole = 'Write the roleRef of the binding that this patches into the patch as well.';

/** The role as far as it is known, and why it is not. */
function unknownRole({ binding, isFar }: UnknownRoleBinding): string {
  if (isUnnamed(binding)) return 'a role that neither this patch nor one binding of that name states';
  const role = roleName(binding.role);
  return `${role}, which ${isFar ? 'only another environment has in the repository' : 'is not in the repository'}`;
}

/** That nothing bounds what the role allows; or what does, where a product publishes it. */
function whatItAllows({ published }: UnknownRoleBinding): string {
  if (published === undefined) return ': what it allows cannot be judged';
  const { product, worst } = published;
  const what = worst === undefined ? 'allows nothing there' : `lets them ${describe(worst.part)}`;
  const more = published.permissions.length > 1 ? ', and more' : '';
  return `; as ${product} makes it, it ${what}${more}`;
}

/** Everything that a published role allows, and that the cluster's may be another. */
function detailsOf({ binding, published }: UnknownRoleBinding): readonly string[] {
  if (published === undefined) return [];
  const why = published.worst?.reason;
  return [
    ...(why === undefined ? [] : [`which lets them ${why}`]),
    ...compact(published.permissions).map((permission) => `allowed: ${describe(permission)}`),
    `what the cluster has may be of another version: kubectl get clusterrole ${binding.role.name} -o yaml`,
  ];
}

/** What makes the role known; nobody can add a role of AWS's, or one whose name is still to be filled in. */
function remedyFor(role: string): string {
  if (role.startsWith('AccessPolicy ')) {
    return 'Give the identity kubernetesGroups instead, and bind them to roles of the repository: what this access policy allows is not known.';
  }
  if (/\$\{|\{\{/.test(role)) return 'Write the role’s name out, so that its rules can be compared.';
  return `Add ${role} to the repository, or declare its rules under rbac.roles in .gitops-gate/policy.yaml.`;
}
