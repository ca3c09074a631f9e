import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, list, valueUnder } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Replacement } from './changed-file.ts';
import { formerLines } from './former-lines.ts';

/**
 * The lines of the base in place of those that widen a role or binding: exact verbs instead of `"*"`, a new rule or subject taken out.
 * Only where exactly that is the effect: the file still reads, every other object is what it was, what the finding is about
 * is gone from its list, and whatever else the list holds was there on one of the two sides.
 */
export function narrowerLines(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  limits: YamlLimits,
): Replacement | undefined {
  return formerLines(file, line, object, limits, isNarrower);
}

/** The lists that grant, and what else decides what is granted. */
const lists = ['rules', 'subjects'] as const;
const deciding = [['roleRef'], ['aggregationRule'], ['metadata', 'labels'], ['metadata', 'annotations']] as const;

function isNarrower(was: Resource, is: Resource, becomes: Resource): boolean {
  /** What goes: one thing, or it would take with it what nobody complained of. */
  let gone = 0;
  for (const name of lists) {
    const [old, now, then] = [was, is, becomes].map(({ value }) => list(value[name]).map(canonical)) as [
      string[],
      string[],
      string[],
    ];
    // An empty list is a question for whoever wrote it.
    if (now.length > 0 && then.length === 0) return false;
    if (!then.every((item) => now.includes(item) || old.includes(item))) return false;
    if (now.some((item) => !then.includes(item) && old.includes(item))) return false;
    gone += now.filter((item) => !then.includes(item)).length;
  }
  for (const path of deciding) {
    const [old, now, then] = [was, is, becomes].map(({ value }) => canonical(valueUnder(value, ...path)));
    if (then !== now && then !== old) return false;
    if (now !== old && then === old) gone += 1;
  }
  return gone === 1;
}
