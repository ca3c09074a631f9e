import type { Scope } from '../kube/touched-file.ts';
import { compareSeverity, type Severity } from '../severity.ts';
import type { Observation, Rule } from './rule.ts';

/** Roots beyond these are counted, not named. */
const mostNamed = 20;

interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

/**
 * One line that changes several rendered roots is one observation, the worst of them, that lists the others; also where it was judged
 * as it is written as well, for a root that could not be rendered: on the same line, or the same of the same object on another one, which
 * rendering takes for the changed one. `rendered` are the scopes of rendered roots.
 */
export function onePerCause(observed: readonly Observed[], rendered: ReadonlySet<Scope>): Observed[] {
  const groups = new Map<string, Observed[]>();
  const counts = new Map<string, number>();
  const isInRoot = ({ observation: { scope, position } }: Observed) =>
    scope !== undefined && position !== undefined && rendered.has(scope);
  const inRoots = observed.filter(isInRoot);
  const places = new Set(inRoots.map(placeOf));
  const twins = new Map(inRoots.map((each) => [twinOf(each), placeOf(each)]));
  const placeIn = (each: Observed) => {
    const { scope, position } = each.observation;
    if (scope === undefined || position === undefined) return undefined;
    return isInRoot(each) || places.has(placeOf(each)) ? placeOf(each) : twins.get(twinOf(each));
  };
  for (const each of observed) {
    const { scope } = each.observation;
    const known = placeIn(each);
    const isRendered = known !== undefined;
    const place = known ?? `${groups.size}`;
    // Several of one place in one root are several causes: the first goes with the first of the other roots.
    const nth = isRendered ? (counts.get(`${scope} ${place}`) ?? 0) : 0;
    if (isRendered) counts.set(`${scope} ${place}`, nth + 1);
    const key = `${isRendered} ${nth} ${place}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group) => joined(group, rendered));
}

const scopesOf = ({ scope, otherScopes = [] }: Observation): readonly Scope[] =>
  scope === undefined ? otherScopes : [scope, ...otherScopes];

function placeOf({ rule, observation: { position, object, subject } }: Observed): string {
  return JSON.stringify([rule.id, position?.file, position?.line, position?.column, object?.kind, subject[0]]);
}

/** The same for what is said of one object, in whichever form and on whichever line of a file. */
function twinOf({ rule, observation: { position, object, subject, message } }: Observed): string {
  const what = object === undefined ? message : [object.group, object.kind, object.name, subject];
  return JSON.stringify([rule.id, position?.file, what]);
}

function joined(group: readonly Observed[], rendered: ReadonlySet<Scope>): Observed[] {
  const [only, second] = group;
  if (only === undefined || second === undefined) return [...group];
  const severityOf = ({ rule, observation }: Observed): Severity => observation.severity ?? rule.severity;
  const [worst = only, ...others] = [...group].sort(
    (a, b) =>
      compareSeverity(severityOf(a), severityOf(b)) ||
      Number(a.observation.position?.isGuess === true) - Number(b.observation.position?.isGuess === true) ||
      Number(rendered.has(b.observation.scope ?? '')) - Number(rendered.has(a.observation.scope ?? '')) ||
      ((a.observation.scope ?? '') < (b.observation.scope ?? '') ? -1 : 1),
  );
  const named = others.slice(0, mostNamed).map(({ observation }) => observation.scope ?? '');
  const rest = others.length > named.length ? ` and ${others.length - named.length} more` : '';
  const isOneLine = others.every((other) => other.observation.position?.line === worst.observation.position?.line);
  const also = `${isOneLine ? 'The same line does so' : 'The same is said'} in ${named.join(', ')}${rest}.`;
  const { observation } = worst;
  // Who accepted it in one root did not accept it in the others.
  const scopes = others.map((other) => other.observation.scope ?? '');
  const own = JSON.stringify(observation.subject);
  // What it does there, where that is something else.
  const elsewhere = others.map((other) => JSON.stringify(other.observation.subject)).filter((each) => each !== own);
  const subject = [...observation.subject, ...new Set(scopes), ...[...new Set(elsewhere)].sort()];
  const otherScopes = [...new Set(others.flatMap((other) => scopesOf(other.observation)))];
  return [
    {
      ...worst,
      observation: { ...observation, otherScopes, subject, details: [...(observation.details ?? []), also] },
    },
  ];
}
