import { addTo } from '../groups.ts';
import type { Scope } from '../kube/touched-file.ts';
import { compareSeverity, type Severity } from '../severity.ts';
import type { Observation, OtherPlace, Rule } from './rule.ts';

/** Roots beyond these are counted, not named. */
const mostNamed = 20;

interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

/**
 * One line that changes several rendered roots is one observation, the worst of them, that lists the others; also where it was judged
 * as it is written as well, for a root that could not be rendered. So is what says the same of several roots but for the namespace, in files of
 * one name: the same change in several environments. `rendered` are the scopes of rendered roots.
 */
export function onePerCause(observed: readonly Observed[], rendered: ReadonlySet<Scope>): Observed[] {
  const groups = new Map<string, Observed[]>();
  const counts = new Map<string, number>();
  const isInRoot = ({ observation: { scope, position } }: Observed) =>
    scope !== undefined && position !== undefined && rendered.has(scope);
  const places = new Set(observed.filter(isInRoot).map(placeOf));
  for (const each of observed) {
    const { scope, position } = each.observation;
    const isRendered = isInRoot(each) || (scope !== undefined && position !== undefined && places.has(placeOf(each)));
    const place = isRendered ? placeOf(each) : `${groups.size}`;
    // Several of one place in one root are several causes: the first goes with the first of the other roots.
    const nth = isRendered ? (counts.get(`${scope} ${place}`) ?? 0) : 0;
    if (isRendered) counts.set(`${scope} ${place}`, nth + 1);
    const key = `${isRendered} ${nth} ${place}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const perLine = [...groups.values()].flatMap((group) => joined(group, 'The same line does so'));
  return perEnvironment(perLine, isInRoot);
}

function perEnvironment(observed: readonly Observed[], isInRoot: (each: Observed) => boolean): Observed[] {
  const groups = new Map<string, Observed[]>();
  const scopes = new Set<string>();
  for (const [index, each] of observed.entries()) {
    const said = isInRoot(each) && each.observation.alone === undefined ? sayingOf(each) : `${index}`;
    // Twice in one root is not twice the same.
    const inScope = JSON.stringify([each.observation.scope, said]);
    const key = scopes.has(inScope) ? `${index}` : said;
    scopes.add(inScope);
    addTo(groups, key, each);
  }
  return [...groups.values()].flatMap((group) => joined(group, 'The same change does so'));
}

/** What an observation says and what it is accepted by, whatever its namespace is called and in which folder its file is. */
function sayingOf({ rule, observation }: Observed): string {
  const { message, severity, position, object, subject } = observation;
  const withoutNamespace = (text: string) =>
    text.split(/([\w-]+)/).map((word) => (word === object?.namespace ? '' : word));
  const file = position?.file.slice(position.file.lastIndexOf('/') + 1);
  const said = [message, ...subject].map(withoutNamespace);
  return JSON.stringify([rule.id, severity, file, object?.kind, object?.name, ...said]);
}

function placeOf({ rule, observation: { position, object, subject } }: Observed): string {
  return JSON.stringify([rule.id, position?.file, position?.line, position?.column, object?.kind, subject[0]]);
}

function joined(group: readonly Observed[], what: string): Observed[] {
  const [only, second] = group;
  if (only === undefined || second === undefined) return [...group];
  const severityOf = ({ rule, observation }: Observed): Severity => observation.severity ?? rule.severity;
  const [worst = only, ...others] = [...group].sort(
    (a, b) =>
      compareSeverity(severityOf(a), severityOf(b)) ||
      ((a.observation.scope ?? '') < (b.observation.scope ?? '') ? -1 : 1),
  );
  const named = others.slice(0, mostNamed).map(({ observation }) => observation.scope ?? '');
  const rest = others.length > named.length ? ` and ${others.length - named.length} more` : '';
  const also = `${what} in ${named.join(', ')}${rest}.`;
  const { observation } = worst;
  // Who accepted it in one root did not accept it in the others.
  const scopes = others.map((other) => other.observation.scope ?? '');
  const subject = [...observation.subject, ...new Set(scopes)];
  const places = others.flatMap((other) => otherPlaces(other, worst));
  return [
    {
      ...worst,
      observation: {
        ...observation,
        subject,
        details: [...(observation.details ?? []), also],
        ...(places.length === 0 ? {} : { places: [...(observation.places ?? []), ...places] }),
      },
    },
  ];
}

/** The places of an observation in other files than that of the one that says it. */
function otherPlaces({ observation }: Observed, worst: Observed): readonly OtherPlace[] {
  const { position, object, places = [] } = observation;
  if (position === undefined || position.file === worst.observation.position?.file) return [];
  return [{ ...position, ...(object === undefined ? {} : { object }) }, ...places];
}
