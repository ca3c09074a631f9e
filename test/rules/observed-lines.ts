import type { Position } from '../../src/kube/resource.ts';
import type { Observation } from '../../src/rules/rule.ts';

const at = ({ file, line }: Position) => `${file}:${line}`;

/** All that an observation says in one text, but for what to do about it. */
export function lineOf({ message, severity, position, places, removedAt, details, subject }: Observation): string {
  return [
    `${severity ?? '-'} ${position === undefined ? '-' : at(position)}: ${message}`,
    ...(places === undefined ? [] : [`also ${places.map(at).join(', ')}`]),
    ...(removedAt === undefined ? [] : [`was ${at(removedAt)}`]),
    ...(details === undefined ? [] : [`(${details.join(' | ')})`]),
    `[${subject.join('; ')}]`,
  ].join(' ');
}
