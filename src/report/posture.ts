import { groupBy } from '../groups.ts';
import type { PostureAnalysis } from '../posture/judge/analyse-posture.ts';
import type { PostureCheck } from '../posture/model/check.ts';
import { count } from './wording.ts';

/** How the repository is set up on its forge, as a report lists it: what does not hold first, then what could not be checked. */
export interface PostureSection {
  readonly forge: 'github' | 'gitlab';
  /** As the forge names it. */
  readonly repository: string;
  readonly checks: readonly PostureRow[];
}

export interface PostureRow {
  readonly id: string;
  /** As it should be. */
  readonly what: string;
  /** Absent for the repository as a whole. */
  readonly branch?: string;
  readonly state: PostureCheck['state'];
  /** What is so, or why it is not known. */
  readonly detail: string;
  /** What the token would need. */
  readonly needs?: string;
}

const order: readonly PostureCheck['state'][] = ['does-not-hold', 'could-not-check', 'holds'];

/** More are not listed; an organization with many branches has many checks. */
const mostRows = 2_000;

/** The section of a report; nothing where nobody asked. */
export function postureSection(analysis: PostureAnalysis | undefined): { readonly posture?: PostureSection } {
  if (analysis === undefined) return {};
  const { forge, repository, checks } = analysis;
  const rows = checks.map((check): PostureRow => {
    const { id, what, branch, state, detail } = check;
    return {
      id,
      what,
      ...(branch === undefined ? {} : { branch }),
      state,
      detail,
      ...(check.state === 'could-not-check' && check.needs !== undefined ? { needs: check.needs } : {}),
    };
  });
  const sorted = rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return { posture: { forge, repository, checks: sorted.slice(0, mostRows) } };
}

/** `3 do not hold, 2 could not be checked, 9 hold`. */
export function postureLine({ checks }: Pick<PostureSection, 'checks'>): string {
  const number = (state: PostureCheck['state']) => checks.filter((check) => check.state === state).length;
  const [not, unknown, good] = order.map(number) as [number, number, number];
  const parts = [
    ...(not > 0 ? [`${not} ${not === 1 ? 'does' : 'do'} not hold`] : []),
    ...(unknown > 0 ? [`${unknown} could not be checked`] : []),
    ...(good > 0 ? [`${good} ${good === 1 ? 'holds' : 'hold'}`] : []),
  ];
  return `${count(checks.length, 'check')}: ${parts.join(', ')}`;
}

/** A check in words: `main: Force pushes are blocked`. */
export const postureQuestion = ({ branch, what }: PostureRow) => (branch === undefined ? what : `${branch}: ${what}`);

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
