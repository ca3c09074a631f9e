import type { LoosenedObject } from '../kube/loosening.ts';
import type { Scope } from '../kube/touched-file.ts';
import { identity } from '../rbac/judge/wording.ts';
import { resourceName } from '../rbac/model/rbac-object.ts';
import type { Observation } from './rule.ts';

/** What each loosened object newly lets happen, in the words of its family. */
export function observeLoosened(
  analysis: ReadonlyMap<Scope, readonly LoosenedObject[]>,
  references: readonly string[],
): readonly Observation[] {
  return [...analysis].flatMap(([scope, objects]) => objects.flatMap((each) => observe(scope, each, references)));
}

function observe(scope: Scope, object: LoosenedObject, references: readonly string[]): readonly Observation[] {
  const { resource, loosenings, called = resource === undefined ? '' : resourceName(resource) } = object;
  return loosenings.map(({ what, remedy, severity, path, formerPath, details, subject }) => {
    const removedAt = formerPath === undefined ? undefined : object.formerAt(formerPath);
    return {
      message: `${called} ${what}.`,
      remedy,
      ...(details === undefined ? {} : { details }),
      references,
      severity,
      position: object.at(path),
      ...(removedAt === undefined ? {} : { removedAt }),
      scope,
      ...(resource === undefined ? {} : { object: identity(resource) }),
      subject,
    };
  });
}
