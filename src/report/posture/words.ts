import { groupBy } from '../../groups.ts';
import { count } from '../wording.ts';
import { type PostureRow, type PostureSection, postureOrder } from './section.ts';

/** `3 do not hold, 2 could not be checked, 9 hold`. */
export function postureLine({ checks }: Pick<PostureSection, 'checks'>): string {
  const number = (state: PostureRow['state']) => checks.filter((check) => check.state === state).length;
  const [not, unknown, good] = postureOrder.map(number) as [number, number, number];
  const parts = [
    ...(not > 0 ? [`${not} ${not === 1 ? 'does' : 'do'} not hold`] : []),
    ...(unknown > 0 ? [`${unknown} could not be checked`] : []),
    ...(good > 0 ? [`${good} ${good === 1 ? 'holds' : 'hold'}`] : []),
  ];
  return `${count(checks.length, 'check')}: ${parts.join(', ')}`;
}

/** A check in words, with the id by which a policy demands it: `main: Force pushes are blocked (force-push-blocked)`. */
export const postureQuestion = ({ id, branch, what }: PostureRow) =>
  `${branch === undefined ? '' : `${branch}: `}${what} (${id})`;

/** What is known of it, and what a token would need. */
export const postureAnswer = ({ detail, needs }: PostureRow) =>
  needs === undefined ? detail : `needs ${needs} (${detail})`;

/** Checks that could not be made, by what is missing for them: a line on that, and the checks. */
export function unknownPosture(checks: readonly PostureRow[]): readonly (readonly [string, readonly PostureRow[]])[] {
  const unknown = checks.filter(({ state }) => state === 'could-not-check');
  const groups = groupBy(unknown, ({ needs, detail }) => needs ?? detail);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [[postureAnswer(first), rows] as const];
  });
}
