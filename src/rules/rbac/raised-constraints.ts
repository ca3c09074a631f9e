import type { Scope } from '../../kube/touched-file.ts';
import type { RaisedConstraints } from '../../rbac/judge/raised-constraints.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { identity, subjectList, withoutDirectory } from '../../rbac/judge/wording.ts';
import { placementName } from '../../rbac/model/placement.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Observation } from '../rule.ts';

/** Constraints on pods that newly allow more, at the fields that say so. */
export function observeRaised(scope: Scope, { resource, powers, users, severity }: RaisedConstraints): Observation {
  const [first, ...rest] = powers;
  const whats = powers.map(({ what }) => what);
  const places = new Set(users.map(({ placement }) => placement));
  const [only] = places;
  const where = places.size === 1 ? ` ${placementName(only)}` : '';
  const who =
    users.length === 0
      ? 'which nothing here lets anyone use by name'
      : `which ${subjectList(users.map(({ subject }) => subject))} may use${where}`;
  return {
    message: `${resourceName(resource)}, ${who}, newly lets pods ${enumerate(whats)}.`,
    remedy: 'Give the pods that need it constraints of their own, and let only their ServiceAccount use them.',
    severity,
    position: resource.at(first.path),
    places: rest.map(({ path }) => resource.at(path)),
    scope,
    object: identity(resource),
    gainers: users.map(({ subject }) => subject.key),
    subject: [
      'constraints',
      ...powers.map(({ code }) => code).sort(),
      ...users.map(({ subject }) => withoutDirectory(subject.key)).sort(),
    ],
  };
}
