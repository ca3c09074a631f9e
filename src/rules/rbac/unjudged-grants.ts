import type { Scope } from '../../kube/touched-file.ts';
import type { UnboundMembers } from '../../rbac/judge/joined-members.ts';
import { identity, subjectList } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { UnjudgedGrant } from '../../rbac/model/rbac-objects.ts';
import { subjectName } from '../../rbac/model/subject.ts';
import type { Observation } from '../rule.ts';

/** Something an object newly grants that could not be compared. */
export function observeUnjudged(
  scope: Scope,
  { what, code, severity, fix, resource, path }: UnjudgedGrant,
): Observation {
  return {
    message: `${resourceName(resource)} newly ${what}; what that grants was not judged.`,
    remedy:
      fix ?? 'Write the roles and bindings out as objects of their own, so that their permissions can be compared.',
    severity,
    position: resource.at(path),
    scope,
    object: identity(resource),
    subject: ['unjudged', ...code],
  };
}

/** People who newly are in a group whose permissions the repository does not show. */
export function observeUnbound(scope: Scope, { of, members: [first, ...rest] }: UnboundMembers): Observation {
  const members = [first, ...rest];
  const subjects = members.map(({ member }) => member);
  const { resource } = first;
  return {
    message: `${resourceName(resource)} newly makes ${subjectList(subjects)} a member of ${subjectName(of)}, which nothing here binds: what they gain was not judged.`,
    remedy: `Add the bindings of ${subjectName(of)} to the repository, so that what its members may do can be compared.`,
    severity: 'medium',
    position: resource.at(first.path),
    places: rest.map(({ path }) => resource.at(path)),
    scope,
    object: identity(resource),
    gainers: subjects.map(({ key }) => key),
    subject: ['members', of.key, ...subjects.map(({ key }) => key).sort()],
  };
}
