import type { PostureFinding, PostureRule, Question } from '../model/check.ts';
import type { Protection } from './facts.ts';

/** A question that one protection alone can answer with yes. */
export interface BranchQuestion extends Omit<Question, 'branch'> {
  isMet(protection: Protection): boolean;
  finding(branch: string): PostureFinding;
}

const rulesets = 'Settings → Rules → Rulesets';

function question(
  id: Question['id'],
  what: string,
  isMet: (protection: Protection) => boolean,
  rule: PostureRule,
  severity: PostureFinding['severity'],
  message: (branch: string) => string,
  setting: string,
): BranchQuestion {
  const remedy = (branch: string) => `In a ruleset for ${branch} (${rulesets}): ${setting}.`;
  return {
    id,
    what,
    isMet,
    finding: (branch) => ({ rule, severity, message: message(branch), remedy: remedy(branch) }),
  };
}

/** What makes a request necessary; a locked branch takes nothing at all. */
const byReview = (is: (protection: Protection) => boolean) => (protection: Protection) =>
  protection.isLocked || is(protection);

export const requestRequired = question(
  'request-required',
  'A pull request is required',
  byReview(({ requiresRequest }) => requiresRequest),
  'review-not-required',
  'high',
  (branch) =>
    `Changes reach ${branch} without a pull request: whoever may write can push to it, and nobody reviews it.`,
  '“Require a pull request before merging”',
);

/** What concerns reviews, where a request is required at all. */
export const reviewQuestions: readonly BranchQuestion[] = [
  question(
    'stale-approvals-dismissed',
    'New commits dismiss approvals',
    byReview(({ dismissesStale }) => dismissesStale),
    'review-not-required',
    'medium',
    (branch) => `An approval of a change to ${branch} still counts after more is pushed to it.`,
    '“Dismiss stale pull request approvals when new commits are pushed”',
  ),
  question(
    'last-push-approved',
    'Somebody else approves the last push',
    byReview(({ needsLastPushApproved }) => needsLastPushApproved),
    'review-not-required',
    'medium',
    (branch) =>
      `Whoever pushes last to a request into ${branch} may approve it: an approver can add a commit of their own and merge.`,
    '“Require approval of the most recent reviewable push”',
  ),
  question(
    'code-owners-required',
    'Code owners approve',
    byReview(({ needsCodeOwners }) => needsCodeOwners),
    'review-not-required',
    'medium',
    (branch) => `Code owners need not approve changes to ${branch}: anybody’s approval is enough for every path.`,
    '“Require review from Code Owners”, with a CODEOWNERS file that names owners of what is delivered',
  ),
];

/** What concerns the branch itself. */
export const branchQuestions: readonly BranchQuestion[] = [
  question(
    'force-push-blocked',
    'Force pushes are blocked',
    byReview(({ blocksForcePush }) => blocksForcePush),
    'unprotected-branch',
    'high',
    (branch) => `Force pushes to ${branch} are allowed: what was reviewed can be replaced, and its history with it.`,
    '“Block force pushes”',
  ),
  question(
    'deletion-blocked',
    'It cannot be deleted',
    ({ blocksDeletion }) => blocksDeletion,
    'unprotected-branch',
    'medium',
    (branch) => `${branch} can be deleted, and made again with another content.`,
    '“Restrict deletions”',
  ),
  question(
    'signed-commits-required',
    'Signed commits are required',
    ({ needsSignatures }) => needsSignatures,
    'unprotected-branch',
    'low',
    (branch) => `GitHub takes unsigned commits on ${branch}: this gate’s own rules are all that looks at signatures.`,
    '“Require signed commits”',
  ),
];
