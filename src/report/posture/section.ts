import type { PostureAnalysis } from '../../posture/judge/analyse-posture.ts';
import type { PostureCheck } from '../../posture/model/check.ts';

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

/** The order of a report: what does not hold first. */
export const postureOrder: readonly PostureCheck['state'][] = ['does-not-hold', 'could-not-check', 'holds'];

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
  const sorted = rows.toSorted((a, b) => postureOrder.indexOf(a.state) - postureOrder.indexOf(b.state));
  return { posture: { forge, repository, checks: sorted.slice(0, mostRows) } };
}
