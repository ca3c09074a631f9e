import { unknownScopesOfRun } from '../gate/unknown-scopes.ts';
import { notAskedNotes } from '../gather/asked-parts.ts';
import type { RenderedChange } from '../gather/render/rendering.ts';
import type { RbacAnalysis } from '../rbac/judge/analyse-rbac.ts';
import type { Evidence } from '../rules/evidence.ts';
import { answeredNotes } from '../rules/repository/gate-changed.ts';

/** What is good to know of what was judged, and no finding: rules that were not asked, entries of the policy without effect, narrowing. */
export function notesOf(evidence: Evidence, rendered: RenderedChange): readonly string[] {
  const { change, policy, rbac } = evidence;
  const paths = [...change.before.keys(), ...change.after.keys()];
  return [
    ...notAskedNotes(evidence),
    ...answeredNotes(evidence),
    ...unknownScopesOfRun(policy, paths, rootIds(rendered)),
    ...narrowingNotes(rbac),
  ];
}

/** Narrowing is never a finding; that it happened is good to know. */
function narrowingNotes({ changes }: RbacAnalysis): string[] {
  const subjects = [...changes.values()].flatMap(({ subjectsThatLost }) => subjectsThatLost);
  // One name in several clusters counts once.
  const count = new Set(subjects.map(({ key }) => key)).size;
  return count === 0 ? [] : [`${count} ${count === 1 ? 'subject' : 'subjects'} lost permissions.`];
}

function rootIds({ delivered }: RenderedChange): readonly string[] {
  return [delivered?.before, delivered?.after].flatMap((side) => [...(side?.roots.keys() ?? [])]);
}
