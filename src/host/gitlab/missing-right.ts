import type { ApiFailure } from '../forge/api-failure.ts';

/** What to do so that a token may write on a merge request, by how GitLab refused it; empty where the answer says all there is. */
export function missingRight({ kind, status, message }: ApiFailure): string {
  if (status === undefined) return '';
  if (status >= 300 && status < 400) return redirected;
  if (kind !== 'denied') return '';
  // https://docs.gitlab.com/api/rest/troubleshooting/#status-codes
  if (/insufficient_scope/.test(message)) return 'GITOPS_GATE_TOKEN lacks the scope api: make a token that has it.';
  return remedies.get(status) ?? '';
}

const redirected =
  'CI_API_V4_URL has to be where GitLab itself answers: look whether its external_url names http instead of https, or an old host.';

const remedies = new Map([
  [401, 'GITOPS_GATE_TOKEN is expired, revoked or mistyped: rotate it and set the variable anew.'],
  [
    403,
    'The account of GITOPS_GATE_TOKEN needs the role Reporter in the target project, and the project must not be archived.',
  ],
  [
    404,
    'The account of GITOPS_GATE_TOKEN does not see the merge request: it has to be a token of the target project or of a group above it, with the role Reporter.',
  ],
]);
