import type { Scope } from '../../kube/touched-file.ts';
import type { RbacAnalysis } from '../../rbac/judge/analyse-rbac.ts';
import type { MastersBinding } from '../../rbac/judge/joined-members.ts';
import type { UnknownRoleBinding } from '../../rbac/judge/widening.ts';
import { identity, subjectList } from '../../rbac/judge/wording.ts';
import { placementName } from '../../rbac/model/placement.ts';
import { objectName, roleName } from '../../rbac/model/rbac-object.ts';
import { everyone, subjectName } from '../../rbac/model/subject.ts';
import type { Observation, Rule } from '../rule.ts';
import { joinCopies } from './join-copies.ts';
import { observeRaised } from './raised-constraints.ts';
import { observe } from './rbac-widened.ts';

/** Everyone gains something beyond discovery, or a binding names the group that bypasses RBAC. */
export const rbacBroadSubject: Rule = {
  id: 'rbac-broad-subject',
  category: 'rbac',
  severity: 'critical',
  summary: 'Everyone, even unauthenticated, or system:masters is granted something.',
  check: ({ rbac, change }) => joinCopies(observations(rbac), change.touched),
};

function* observations(rbac: RbacAnalysis): Generator<Observation> {
  for (const [scope, { widenings, unknownRoles, raised, masters }] of rbac.changes) {
    for (const widening of widenings) if (widening.isForEveryone) yield observe(scope, widening);
    for (const unknown of unknownRoles) {
      if (unknown.subjects.some(({ key }) => everyone.has(key))) yield unknownForEveryone(scope, unknown);
    }
    for (const each of raised) if (each.isForEveryone) yield observeRaised(scope, each);
    for (const each of masters) yield mastersBound(scope, each);
  }
}

function unknownForEveryone(scope: Scope, unknown: UnknownRoleBinding): Observation {
  const { binding, resource, paths, subjects, placement } = unknown;
  const role = roleName(binding.role);
  const [position, ...places] = paths.map((path) => resource.at(path));
  return {
    message: `${objectName(binding)} newly binds ${subjectList(subjects)} ${placementName(placement)} to ${role}, which is not in the repository: what everyone gains cannot be judged.`,
    remedy: `Bind a group of your own instead of everyone, and add ${role} to the repository.`,
    scope,
    object: identity(resource),
    gainers: subjects.map(({ key }) => key),
    ...(position === undefined ? {} : { position }),
    places,
    subject: [role, ...subjects.map(({ key }) => key).sort()],
  };
}

function mastersBound(scope: Scope, { object, member, resource, path }: MastersBinding): Observation {
  return {
    message:
      member === undefined
        ? `${object} newly binds Group system:masters, which bypasses RBAC and cannot be restricted or revoked.`
        : `${object} newly makes ${subjectName(member)} one of Group system:masters, which bypasses RBAC and cannot be restricted or revoked.`,
    remedy: 'Use a group of your own and bind it; keep system:masters for breaking glass.',
    references: ['CIS 5.1.7'],
    position: resource.at(path),
    scope,
    object: identity(resource),
    subject: member === undefined ? ['system:masters'] : ['system:masters', member.key],
  };
}
