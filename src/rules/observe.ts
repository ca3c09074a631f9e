import type { Position } from '../kube/resource.ts';
import type { Evidence } from './evidence.ts';
import { rules } from './index.ts';
import type { Observation, Rule } from './rule.ts';
import { unmetRuleDemands } from './signature/demanded-signer.ts';
import { untrustedSigner } from './signature/untrusted-signer.ts';

/** An observation and the rule that made it. */
export interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

/** Maps a line of a file in the result of the merge to the line in the head's own file. */
export type HeadLine = (path: string, line: number) => number;

/** Asks every rule, in the list's order; places are those of the head's files (how-it-judges.md, "What is compared"). */
export function observe(evidence: Evidence, headLine: HeadLine): Observed[] {
  const observed = rules.flatMap((rule) =>
    [...rule.check(evidence)].map((observation) => ({ rule, observation: onHead(observation, headLine) })),
  );
  const demands = [...unmetRuleDemands(evidence, observed)];
  return [...observed, ...demands.map((observation) => ({ rule: untrustedSigner, observation }))];
}

function onHead(observation: Observation, headLine: HeadLine): Observation {
  const move = <P extends Position>(position: P): P => ({ ...position, line: headLine(position.file, position.line) });
  const { position, places, endLine } = observation;
  if (position === undefined) return observation;
  return {
    ...observation,
    position: move(position),
    ...(endLine === undefined ? {} : { endLine: headLine(position.file, endLine) }),
    ...(places === undefined ? {} : { places: places.map(move) }),
  };
}
