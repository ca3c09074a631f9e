import { templateConditions } from '../../kube/template-conditions.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Observation } from '../rule.ts';

/**
 * One cause in several copies of an object (five install.yaml) is one observation with all their places; those inside Helm
 * templates say under which conditions they count.
 */
export function joinCopies(
  observations: Iterable<Observation>,
  touched: readonly TouchedFile[],
): Iterable<Observation> {
  const joined = new Map<string, Observation>();
  const conditions = conditionsIn(touched);
  for (const each of observations) {
    const key = JSON.stringify([each.severity, each.scope, each.object, each.subject]);
    const observation = withConditions(each, conditions(each));
    const first = joined.get(key);
    joined.set(key, first === undefined ? observation : withCopy(first, observation));
  }
  return joined.values();
}

function withCopy(first: Observation, copy: Observation): Observation {
  const positions = [...(copy.position === undefined ? [] : [copy.position]), ...(copy.places ?? [])];
  const known = new Set(first.details);
  return {
    ...first,
    places: [...(first.places ?? []), ...positions],
    details: [...(first.details ?? []), ...(copy.details ?? []).filter((line) => !known.has(line))],
  };
}

function withConditions(observation: Observation, conditions: readonly string[]): Observation {
  if (conditions.length === 0) return observation;
  return { ...observation, details: [...(observation.details ?? []), ...conditions] };
}

/** What the template at an observation's first place asks for. */
function conditionsIn(touched: readonly TouchedFile[]): (observation: Observation) => readonly string[] {
  const templates = new Map(
    touched.flatMap(({ path, after }) => (after?.structure === 'template' ? [[path, after.text] as const] : [])),
  );
  return ({ position }) => {
    const text = position === undefined ? undefined : templates.get(position.file);
    if (text === undefined || position === undefined) return [];
    const conditions = templateConditions(text, position.line);
    return conditions.length === 0 ? [] : [`only under conditions of ${position.file}: ${conditions.join('; ')}`];
  };
}
