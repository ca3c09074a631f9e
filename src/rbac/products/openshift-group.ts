import type { Resource } from '../../kube/resource.ts';
import { list, text } from '../../plain-values.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { subjectOf } from '../model/subject.ts';

/** The members of an OpenShift Group (user.openshift.io/v1): each has whatever is bound to the group. */
export function readOpenshiftGroup(resource: Resource): RbacObjects {
  const of = subjectOf('Group', resource.name);
  const memberships = list(resource.value.users).flatMap((name, index) => {
    const user = text(name);
    return user === undefined
      ? []
      : [{ member: subjectOf('User', user), of, resource, path: ['users', index] as const }];
  });
  return { ...noObjects, memberships };
}
