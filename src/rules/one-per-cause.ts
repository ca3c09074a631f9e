import { addTo } from '../groups.ts';
import type { Scope } from '../kube/touched-file.ts';
import { compareLevels, type RuleLevel } from '../policy/rule-levels.ts';
import type { Observation, Observed, OtherPlace } from './rule.ts';

/** Roots beyond these are counted, not named. */
const mostNamed = 20;

/**
 * One line that changes several rendered roots is one observation, the worst of them, that lists the others; also where it was judged
 * as it is written as well, for a root that could not be rendered: on the same line, or the same of the same object on another one, which
 * rendering takes for the changed one. So is what says the same of several roots but for the namespace, in files of one name: the same
 * change in several environments. `rendered` are the scopes of rendered roots, `levelIn` is what the policy says of a rule in a scope: what is off there is
 * not part of what is found elsewhere.
 */
export function onePerCause(
  all: readonly Observed[],
  rendered: ReadonlySet<Scope>,
  levelIn: LevelIn = () => undefined,
): Observed[] {
  const isOff = ({ rule, observation: { scope } }: Observed) => levelIn(rule.id, scope) === 'off';
  return [
    ...joinedCauses(
      all.filter((each) => !isOff(each)),
      rendered,
      levelIn,
    ),
    ...all.filter(isOff),
  ];
}

/** What the policy says of a rule in a scope; undefined where findings keep their own severity. */
type LevelIn = (rule: string, scope: Scope | undefined) => RuleLevel | undefined;

function joinedCauses(observed: readonly Observed[], rendered: ReadonlySet<Scope>, levelIn: LevelIn): Observed[] {
  const isWorse = worstFirst(rendered, levelIn);
  const groups = new Map<string, Observed[]>();
  const counts = new Map<string, number>();
  const isInRoot = ({ observation: { scope, position } }: Observed) =>
    scope !== undefined && position !== undefined && rendered.has(scope);
  const inRoots = observed.filter(isInRoot);
  const places = new Set(inRoots.map(placeOf));
  // What states no namespace may be any of them.
  const twins = new Map(
    inRoots.flatMap((each) =>
      [inNamespace(each), undefined].map((namespace) => [twinOf(each, namespace), placeOf(each)]),
    ),
  );
  const placeIn = (each: Observed) => {
    const { scope, position } = each.observation;
    if (scope === undefined || position === undefined) return undefined;
    if (isInRoot(each) || places.has(placeOf(each))) return placeOf(each);
    const namespace = inNamespace(each);
    return twins.get(twinOf(each, namespace)) ?? twins.get(twinOf(each, namespace === '' ? undefined : ''));
  };
  for (const each of observed) {
    const { scope } = each.observation;
    const known = placeIn(each);
    const isRendered = known !== undefined;
    const place = known ?? `${groups.size}`;
    // Several of one place in one root are several causes: the first goes with the first of the other roots.
    const nth = isRendered ? (counts.get(`${scope} ${place}`) ?? 0) : 0;
    if (isRendered) counts.set(`${scope} ${place}`, nth + 1);
    addTo(groups, `${isRendered} ${nth} ${place}`, each);
  }
  const perLine = [...groups.values()].flatMap((group) => joined(group, isWorse));
  return perEnvironment(perLine, isInRoot).flatMap((group) => joined(group, isWorse));
}

function perEnvironment(observed: readonly Observed[], isInRoot: (each: Observed) => boolean): Observed[][] {
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
  return [...groups.values()];
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

const scopesOf = ({ scope, otherScopes = [] }: Observation): readonly Scope[] =>
  scope === undefined ? otherScopes : [scope, ...otherScopes];

function placeOf({ rule, observation: { position, object, subject } }: Observed): string {
  return JSON.stringify([rule.id, position?.file, position?.line, position?.column, object?.kind, subject[0]]);
}

/** The namespace that an object states, where it does. */
const inNamespace = ({ observation: { object } }: Observed): string => object?.namespace ?? '';

/** The same for what is said of one object, in whichever form and on whichever line of a file. One of another namespace is another object. */
function twinOf(
  { rule, observation: { position, object, subject, message } }: Observed,
  namespace: string | undefined,
): string {
  const what = object === undefined ? message : [object.group, object.kind, object.name, namespace ?? null, subject];
  return JSON.stringify([rule.id, position?.file, what]);
}

function joined(group: readonly Observed[], isWorse: (one: Observed, other: Observed) => number): Observed[] {
  const [only, second] = group;
  if (only === undefined || second === undefined) return [...group];
  const [worst = only, ...others] = [...group].sort(isWorse);
  const named = others.slice(0, mostNamed).map(({ observation }) => observation.scope ?? '');
  const rest = others.length > named.length ? ` and ${others.length - named.length} more` : '';
  const also = `Also in ${named.join(', ')}${rest}.`;
  const { observation } = worst;
  const places = others.flatMap((other) => otherPlaces(other, worst));
  const otherScopes = [...(observation.otherScopes ?? []), ...others.flatMap((other) => scopesOf(other.observation))];
  return [
    {
      ...worst,
      observation: {
        ...observation,
        otherScopes: [...new Set(otherScopes)],
        subject: subjectOf(worst, others),
        details: [...(observation.details ?? []), also],
        ...(places.length === 0 ? {} : { places: [...(observation.places ?? []), ...places] }),
      },
    },
  ];
}

function worstFirst(rendered: ReadonlySet<Scope>, levelIn: LevelIn): (one: Observed, other: Observed) => number {
  const severityOf = ({ rule, observation: { severity, scope } }: Observed): RuleLevel =>
    levelIn(rule.id, scope) ?? severity ?? rule.severity;
  return (a, b) =>
    compareLevels(severityOf(a), severityOf(b)) ||
    Number(a.observation.position?.isGuess === true) - Number(b.observation.position?.isGuess === true) ||
    Number(rendered.has(b.observation.scope ?? '')) - Number(rendered.has(a.observation.scope ?? '')) ||
    ((a.observation.scope ?? '') < (b.observation.scope ?? '') ? -1 : 1);
}

/**
 * Who accepted it in one root did not accept it in the others, nor in another namespace there: the fingerprint names the scope and the
 * namespace of the worst alone, and what a root does to kube-system is not what it did to its own.
 */
function subjectOf({ observation: worst }: Observed, others: readonly Observed[]): readonly string[] {
  const elsewhere = others.map(({ observation: { scope, object, subject } }) =>
    JSON.stringify([scope ?? '', object?.namespace ?? null, ...subject]),
  );
  return [...worst.subject, ...[...new Set(elsewhere)].sort()];
}

/** The places of an observation in other files than that of the one that says it. */
function otherPlaces({ observation }: Observed, worst: Observed): readonly OtherPlace[] {
  const { position, object, places = [] } = observation;
  if (position === undefined || position.file === worst.observation.position?.file) return [];
  return [{ ...position, ...(object === undefined ? {} : { object }) }, ...places];
}
