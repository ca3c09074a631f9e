import { groupBy } from '../../groups.ts';
import type { Observation, OtherPlace } from '../rule.ts';

/** Objects of which one cause is said one by one. */
const mostApart = 3;

/**
 * One cause in many objects is one finding, about none of them alone: it is accepted for exactly those. `causeOf` gives what the cause is, undefined
 * where it is the object's own; `message` says it of all of them.
 */
export function ofManyObjects(
  observations: Iterable<Observation>,
  causeOf: (observation: Observation) => string | undefined,
  message: (first: Observation, others: number) => string,
): readonly Observation[] {
  const all = [...observations];
  const groups = groupBy(all.entries(), ([index, each]) => causeOf(each) ?? `${index}`);
  return [...groups.values()].flatMap((group) => {
    const own = group.map(([, observation]) => observation);
    const [first, ...others] = own;
    const objects = new Set(own.map(({ object, position }) => JSON.stringify(object ?? position?.file)));
    if (first === undefined || objects.size <= mostApart) return own;
    const { object: _, identity: __, suggestion: ___, ...rest } = first;
    const places = [...(first.places ?? []), ...others.flatMap(placesOf)];
    return {
      ...rest,
      message: message(first, objects.size - 1),
      details: own.map(inOneLine),
      places: distinct(places, first),
      subject: own
        .map(({ object, position, subject }) => JSON.stringify([object ?? position?.file ?? null, ...subject]))
        .sort(),
    };
  });
}

function inOneLine({ message, details = [] }: Observation): string {
  return details.length === 0 ? message : `${message.replace(/\.$/, '')}: ${details.join('; ')}`;
}

function placesOf({ position, object, places = [] }: Observation): readonly OtherPlace[] {
  return [...(position === undefined ? [] : [{ ...position, ...(object === undefined ? {} : { object }) }]), ...places];
}

/** Each line once. */
function distinct(places: readonly OtherPlace[], { position }: Observation): readonly OtherPlace[] {
  const lineOf = ({ file, line }: Pick<OtherPlace, 'file' | 'line'>) => `${file}:${line}`;
  const seen = new Set(position === undefined ? [] : [lineOf(position)]);
  return places.filter((place) => !seen.has(lineOf(place)) && seen.add(lineOf(place)));
}
