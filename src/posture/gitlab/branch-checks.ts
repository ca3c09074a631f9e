import type { Severity } from '../../severity.ts';
import { fails, holds, notChecked, type PostureCheck, type PostureFinding, type Question } from '../model/check.ts';
import { withOwners } from '../model/code-owners.ts';
import { isUnknown } from '../model/fact.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { GitlabFacts, GitlabProtection, Pusher } from './facts.ts';
import { matchesWildcard } from './wildcard.ts';

const settings = 'Settings → Repository → Protected branches';

/** What protects one branch: every rule that matches it. The most permissive one holds, but for code owners the strictest. */
export function branchChecks(branch: string, facts: GitlabFacts, around: Surroundings): readonly PostureCheck[] {
  const { protections } = facts;
  const ofReviews = [approvalsCheck(branch, facts, around), signedCheck(branch, facts)];
  if (isUnknown(protections)) return [...questions(branch).map((each) => notChecked(each, protections)), ...ofReviews];
  const own = protections.value.filter(({ name }) => matchesWildcard(name, branch));
  const [isProtected, request, force, owners] = questions(branch);
  if (own.length === 0) {
    const why = 'no protected branch matches it';
    return [
      fails(isProtected, why, nothingProtects(branch)),
      fails(request, why, everybodyPushes(branch)),
      fails(force, why),
      fails(owners, why),
      ...ofReviews,
    ];
  }
  return [
    holds(isProtected, `as ${own.map(({ name }) => name).join(' and ')}`),
    requestCheck(request, branch, own),
    forceCheck(force, branch, own),
    withOwners(ownersCheck(owners, branch, own), { value: around.hasCodeOwners }),
    ...ofReviews,
  ];
}

function questions(branch: string): readonly [Question, Question, Question, Question] {
  return [
    { id: 'branch-protected', what: 'The branch is protected', branch },
    { id: 'request-required', what: 'A merge request is required', branch },
    { id: 'force-push-blocked', what: 'Force pushes are blocked', branch },
    { id: 'code-owners-required', what: 'Code owners approve', branch },
  ];
}

function nothingProtects(branch: string): PostureFinding {
  return {
    rule: 'unprotected-branch',
    severity: 'high',
    message: `Nothing protects ${branch}: every developer can push to it, force-push to it and delete it, past this gate too.`,
    remedy: `Protect ${branch} (${settings}): nobody is allowed to push, Maintainers to merge.`,
  };
}

function everybodyPushes(branch: string): PostureFinding {
  return {
    rule: 'review-not-required',
    severity: 'high',
    message: `Changes reach ${branch} without a merge request: every developer can push to it, and nobody reviews it.`,
    remedy: `Protect ${branch}, “Allowed to push and merge”: No one (${settings}).`,
    subject: ['not protected'],
  };
}

function requestCheck(question: Question, branch: string, own: readonly GitlabProtection[]): PostureCheck {
  const pushers = own.flatMap((each) => each.pushers);
  if (pushers.length === 0) return holds(question, 'nobody may push');
  const names = [...new Set(pushers.map(({ who }) => who))].join(', ');
  return fails(question, `${names} may push`, {
    rule: 'review-not-required',
    severity: worthOf(pushers),
    message: `Changes reach ${branch} without a merge request: ${names} may push to it, and nobody reviews it.`,
    remedy: `“Allowed to push and merge”: No one, for ${branch} and every wildcard that matches it (${settings}).`,
    subject: [...new Set(pushers.map(({ code }) => code))].toSorted(),
  });
}

/** Everybody who develops is worse than those who could lift the protection as well. */
function worthOf(pushers: readonly Pusher[]): Severity {
  const levels = pushers.map(({ level }) => level ?? maintainer);
  const least = Math.min(...levels);
  if (least < maintainer) return 'high';
  return least === maintainer ? 'medium' : 'low';
}

/** https://docs.gitlab.com/api/protected_branches/#valid-access-levels */
const maintainer = 40;

function forceCheck(question: Question, branch: string, own: readonly GitlabProtection[]): PostureCheck {
  const open = own.filter(({ allowsForcePush }) => allowsForcePush).map(({ name }) => name);
  if (open.length === 0) return holds(question, 'not allowed');
  return fails(question, `allowed by ${open.join(', ')}`, {
    rule: 'unprotected-branch',
    severity: 'high',
    message: `Force pushes to ${branch} are allowed: what was reviewed can be replaced, and its history with it.`,
    remedy: `Turn off “Allowed to force push” for ${open.join(', ')} (${settings}).`,
  });
}

function ownersCheck(question: Question, branch: string, own: readonly GitlabProtection[]): PostureCheck {
  if (own.some(({ needsCodeOwners }) => needsCodeOwners === true)) return holds(question, 'required');
  if (own.some(({ needsCodeOwners }) => needsCodeOwners === undefined)) {
    return notChecked(question, {
      unknown: 'GitLab does not say whether code owners must approve',
      needs: 'GitLab Premium',
    });
  }
  return fails(question, 'not required', {
    rule: 'review-not-required',
    severity: 'medium',
    message: `Code owners need not approve changes to ${branch}: anybody’s approval is enough for every path.`,
    remedy: `Turn on “Code owner approval” for ${branch} (${settings}), with a CODEOWNERS file that names owners of what is delivered.`,
  });
}

/** Rules count one by one: the same people may satisfy several of them. */
function approvalsCheck(
  branch: string,
  { approvalRules, protections }: GitlabFacts,
  { approvals: wanted }: Surroundings,
): PostureCheck {
  const people = wanted === 1 ? 'one person approves' : `${wanted} people approve`;
  const question: Question = { id: 'approvals', what: `At least ${people}`, branch };
  if (isUnknown(approvalRules)) return notChecked(question, approvalRules);
  const own = approvalRules.value.filter(
    ({ branches }) => branches === undefined || branches.some((name) => matchesWildcard(name, branch)),
  );
  const most = Math.max(0, ...own.map(({ approvals }) => approvals));
  if (most >= wanted) return holds(question, String(most));
  // A branch that nothing protects needs no approval either.
  const isBare = !isUnknown(protections) && !protections.value.some(({ name }) => matchesWildcard(name, branch));
  const finding: PostureFinding = {
    rule: 'review-not-required',
    severity: 'high',
    message:
      most === 0
        ? `A change to ${branch} needs no approval: its author merges it alone.`
        : `A change to ${branch} needs fewer approvals than the policy’s posture.approvals: ${most} of ${wanted}.`,
    remedy: `Make an approval rule for ${branch} with ${wanted} required (Settings → Merge requests → Merge request approvals).`,
    subject: [String(most)],
  };
  return fails(question, `${most} needed`, ...(isBare ? [] : [finding]));
}

function signedCheck(branch: string, { pushRule }: GitlabFacts): PostureCheck {
  const question: Question = { id: 'signed-commits-required', what: 'Signed commits are required', branch };
  if (isUnknown(pushRule)) return notChecked(question, pushRule);
  if (pushRule.value.rejectsUnsigned) return holds(question, 'by a push rule');
  return fails(question, 'no push rule asks for it', {
    rule: 'unprotected-branch',
    severity: 'low',
    message: `GitLab takes unsigned commits on ${branch}: this gate’s own rules are all that looks at signatures.`,
    remedy: 'Turn on “Reject unsigned commits” (Settings → Repository → Push rules).',
  });
}
