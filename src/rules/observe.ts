import type { ObjectIdentity, Position } from '../kube/resource.ts';
import { levelIn } from '../policy/rule-levels.ts';
import { openNamespace } from '../render/roots/find-roots.ts';
import { withoutTokens } from '../secrets/compare/describe.ts';
import { compareSeverity, type Severity } from '../severity.ts';
import type { Evidence } from './evidence.ts';
import { guessNote } from './guess-note.ts';
import { rules } from './index.ts';
import { moveNotes } from './moved-files.ts';
import { onePerCause } from './one-per-cause.ts';
import type { Observation, Observed, Rule, RuleCategory } from './rule.ts';
import { unmetRuleDemands } from './signature/demanded-signer.ts';
import { untrustedSigner } from './signature/untrusted-signer.ts';
import { suggester } from './suggestion/suggest.ts';

/** Maps a line of a file in the result of the merge to the line in the head's own file. */
export type HeadLine = (path: string, line: number) => number;

/** Findings of one rule beyond these are not looked for: nobody reads them, and each takes memory. */
const mostOfRule = 50_000;

/** Asks every rule, in the list's order; places are those of the head's files (how-it-judges.md, "What is compared"). */
export function observe(evidence: Evidence, headLine: HeadLine, most = mostOfRule): Observed[] {
  const suggest = suggester(evidence);
  const { known } = evidence.secrets;
  const isAudit = evidence.change.range.kind === 'audit';
  const moves = moveNotes(evidence.change.touched);
  const safe = (text: string) => known.mask(withoutTokens(text));
  const asked = rules.filter(({ id }) => !evidence.notAsked.has(id));
  const all = asked.flatMap((rule) =>
    [...observationsOf(rule, evidence, most)].map((observation) => ({
      rule,
      observation: masked(
        onHead(suggest(rule, isAudit ? asItIs(observation) : withMove(observation, moves)), headLine),
        safe,
      ),
    })),
  );
  const rendered = new Set(evidence.delivery.rendering.roots.map(({ scope }) => scope));
  const observed = onePerCause(all, rendered, (rule, scope) => levelIn(evidence.policy, rule, scope));
  const demands = [...unmetRuleDemands(evidence, observed)];
  return [
    ...observed,
    ...demands.map((observation) => ({ rule: untrustedSigner, observation: masked(observation, safe) })),
  ];
}

/** What a rule observes, and that there is more where it is too much: as critical, since that is what any of the others may be. */
function* observationsOf(rule: Rule, evidence: Evidence, most: number): Generator<Observation> {
  let count = 0;
  for (const observation of ofEachAnalysis(rule, evidence)) {
    if (count++ < most) yield observation;
    else {
      yield {
        message: `There are more than ${most.toLocaleString('en')} findings of ${rule.id}; the others were not looked at.`,
        remedy: 'Split the change, or resolve what is found first.',
        severity: 'critical',
        subject: ['more findings'],
      };
      return;
    }
  }
}

/** Rules about what is compared as a whole; of roles and pods each branch of a template is compared by itself. */
const ofWholes: readonly RuleCategory[] = ['network', 'delivery', 'admission', 'audit', 'workload'];

/** What a rule observes, and what more it observes of the objects as they may be otherwise. */
function* ofEachAnalysis(rule: Rule, evidence: Evidence): Generator<Observation> {
  const { otherwise = [] } = evidence;
  const others = ofWholes.includes(rule.category) ? otherwise : [];
  const seen = new Set<string>();
  const keyOf = ({ scope, severity, subject }: Observation, what: unknown) =>
    JSON.stringify([scope, severity, subject, what]);
  const lineOf = ({ position }: Observation) => position && [position.file, position.line];
  const note = (observation: Observation) => seen.add(keyOf(observation, observation.object ?? lineOf(observation)));
  // A family may say of a file what it says of an object in it otherwise.
  const isKnown = (each: Observation) => [each.object, lineOf(each)].some((what) => seen.has(keyOf(each, what)));
  const isLess = ({ severity = rule.severity, scope }: Observation, least: Severity) => {
    const level = levelIn(evidence.policy, rule.id, scope) ?? severity;
    return level !== 'off' && compareSeverity(level, least) > 0;
  };
  for (const observation of rule.check(evidence)) {
    yield observation;
    if (others.length > 0) note(observation);
  }
  for (const { note: why, least, ...analysis } of others) {
    for (const observation of rule.check({ ...evidence, ...analysis })) {
      if (isKnown(observation) || isLess(observation, least)) continue;
      note(observation);
      yield { ...observation, details: [...(observation.details ?? []), why] };
    }
  }
}

/** What is judged by scope says where else its file is. */
function withMove(observation: Observation, moves: ReadonlyMap<string, string>): Observation {
  const { scope, position, details = [] } = observation;
  const note = scope === undefined || position === undefined ? undefined : moves.get(position.file);
  return note === undefined ? observation : { ...observation, details: [...details, note] };
}

/** An audit compares with nothing, so that nothing in it is new. */
function asItIs(observation: Observation): Observation {
  return { ...observation, message: observation.message.replace(/ (?:newly|now) /, ' ') };
}

const openNamespaceNote = `${openNamespace} is in the place of the namespace that the chart is installed into, which nothing here states.`;

function onHead(observation: Observation, headLine: HeadLine): Observation {
  const move = <P extends Position>(position: P): P => ({ ...position, line: headLine(position.file, position.line) });
  const { position, places, endLine, suggestion, ...rest } = observation;
  if (position === undefined) return observation;
  const isGuess = position.isGuess === true;
  const notes = [
    ...(rest.message.includes(openNamespace) ? [openNamespaceNote] : []),
    ...(isGuess ? [guessNote(rest.removedAt)] : []),
  ];
  // Only where the line is certain, and the same in the head's own file, can it be replaced.
  const isCertain = !isGuess && headLine(position.file, position.line) === position.line;
  return {
    ...rest,
    ...(suggestion === undefined || !isCertain ? {} : { suggestion }),
    ...(notes.length === 0 ? {} : { details: [...(rest.details ?? []), ...notes] }),
    position: move(position),
    ...(endLine === undefined ? {} : { endLine: headLine(position.file, endLine) }),
    ...(places === undefined ? {} : { places: places.map(move) }),
  };
}

type Masking = (text: string) => string;

/** An observation without any token or known secret that someone put into a name: of a User, an object, a key. No rule needs to think of it. */
function masked(observation: Observation, safe: Masking): Observation {
  const { suggestion, ...rest } = observation;
  const { message, remedy, details, excerpt, example, object, identity, places, gainers, subject } = rest;
  return {
    ...rest,
    message: safe(message),
    remedy: safe(remedy),
    subject: subject.map(safe),
    ...(details === undefined ? {} : { details: details.map(safe) }),
    ...(gainers === undefined ? {} : { gainers: gainers.map(safe) }),
    ...(excerpt === undefined ? {} : { excerpt: safe(excerpt) }),
    // A masked line would not be what the file needs.
    ...(suggestion === undefined || safe(suggestion) !== suggestion ? {} : { suggestion }),
    ...(example === undefined ? {} : { example: safe(example) }),
    ...(object === undefined ? {} : { object: maskedObject(object, safe) }),
    ...(identity === undefined ? {} : { identity: maskedObject(identity, safe) }),
    ...(places === undefined
      ? {}
      : {
          places: places.map((place) => ({
            ...place,
            ...(place.object === undefined ? {} : { object: maskedObject(place.object, safe) }),
            ...(place.field === undefined ? {} : { field: safe(place.field) }),
          })),
        }),
  };
}

function maskedObject({ group, kind, namespace, name }: ObjectIdentity, safe: Masking): ObjectIdentity {
  return {
    group,
    kind: safe(kind),
    namespace: namespace === undefined ? undefined : safe(namespace),
    name: safe(name),
  };
}
