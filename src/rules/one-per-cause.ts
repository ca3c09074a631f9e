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
 * as it is written as well, for a root that could not be rendered. `rendered` are the scopes of rendered roots.
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
  return [...groups.values()].flatMap((group) => joined(group));
}

const scopesOf = ({ scope, otherScopes = [] }: Observation): readonly Scope[] =>
  scope === undefined ? otherScopes : [scope, ...otherScopes];

function placeOf({ rule, observation: { position, object, subject } }: Observed): string {
  return JSON.stringify([rule.id, position?.file, position?.line, position?.column, object?.kind, subject[0]]);
}

function joined(group: readonly Observed[]): Observed[] {
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
  const also = `The same line does so in ${named.join(', ')}${rest}.`;
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
