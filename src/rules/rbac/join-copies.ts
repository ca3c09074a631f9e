import { groupBy } from '../../groups.ts';
import { templateConditions } from '../../kube/template/conditions.ts';
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
  const conditions = conditionsIn(touched);
  const groups = groupBy(observations, ({ severity, scope, object, subject }) =>
    JSON.stringify([severity, scope, object, subject]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...copies] = group.map((each) => withConditions(each, conditions(each)));
    if (first === undefined || copies.length === 0) return first ?? [];
    const positions = copies.flatMap(({ position, places = [] }) => (position ? [position, ...places] : places));
    const details = new Set(copies.flatMap((copy) => copy.details ?? []));
    for (const line of first.details ?? []) details.delete(line);
    return {
      ...first,
      places: [...(first.places ?? []), ...positions],
      details: [...(first.details ?? []), ...details],
    };
  });
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
