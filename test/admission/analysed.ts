import { analyseAdmission } from '../../src/admission/judge/analyse-admission.ts';
import type { Resource } from '../../src/kube/resource.ts';
import type { NearScope } from '../../src/kube/scope.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { podChanges } from '../../src/workload/model/pair-pods.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { resources } from '../rbac/manifests.ts';
import { said } from './said.ts';

/** The objects of a text, one a line, in a file. */
export const objects = (text: string, file = 'x.yaml'): readonly Resource[] =>
  text.trim() === '' ? [] : resources({ [file]: text.trim().split('\n').join('\n---\n') });

/** Everything that is said of a change of objects, one a line on each side: of which, and at which of these lines it is and was. */
export function analysed(before: string, after: string, near: readonly NearScope[] = []): readonly string[] {
  const sides = { before: objects(before), after: objects(after) };
  const pods = podChanges(sides.before.flatMap(podsOf), sides.after.flatMap(podsOf));
  const found = analyseAdmission(
    new Map([['s', sides]]),
    [],
    defaultPolicy.limits,
    () => near,
    new Map([['s', pods]]),
  ).get('s');
  // Between two objects there is a line that ends a document.
  const lineOf = (line: number | undefined) => (line === undefined ? '-' : (line + 1) / 2);
  return (found ?? []).flatMap((each) =>
    each.loosenings.map((one) => {
      const { path, formerPath } = one;
      const [at, was] = [each.at(path).line, formerPath && each.formerAt(formerPath)?.line];
      const name = each.called ?? `${each.resource?.kind} ${each.resource?.name}`;
      return `${name} (${lineOf(at)}${formerPath === undefined ? '' : ` < ${lineOf(was)}`}) ${said([one])}`;
    }),
  );
}
