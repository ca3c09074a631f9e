import type { Problem } from '../../input-error.ts';

/** Says that a revision names no commit, and what to do; `isShallow`: the clone's history is cut off. */
export function unnamed(rev: string, isShallow: boolean): Problem {
  const what = `${JSON.stringify(rev)} names no commit of this repository.`;
  if (rev === 'HEAD') {
    return { what, fix: 'Commit something first; "check --staged" judges what is not committed yet.' };
  }
  if (rev.includes('...')) return { what, fix: 'Write a range with two dots: OLD..NEW' };
  if (rev.includes('..')) return { what, fix: 'Give one commit here: --base OLD --head NEW' };
  if (isShallow) {
    const fix =
      'The history of this clone is cut off (a shallow clone). Fetch the rest: git fetch --unshallow; in CI "fetch-depth: 0" for actions/checkout, GIT_DEPTH: "0" for GitLab CI.';
    return { what, fix };
  }
  return { what, fix: 'Check its spelling. Give a full commit id, or a branch or tag that was fetched.' };
}
