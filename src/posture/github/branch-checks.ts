import type { PostureFinding } from '../model/check.ts';
import { fails, holds, notChecked, type PostureCheck, type Question } from '../model/check.ts';
import { withOwners } from '../model/code-owners.ts';
import { type Fact, isUnknown, type Unknown } from '../model/fact.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { type BranchQuestion, branchQuestions, requestRequired, reviewQuestions } from './branch-questions.ts';
import { bypassChecks } from './bypass-checks.ts';
import type { GithubBranch, Protection } from './facts.ts';
import { gateChecks } from './gate-checks.ts';

/**
 * What protects a branch: by rulesets and by classic protection together, as GitHub applies them. `hasOwners` is whether a CODEOWNERS
 * is there.
 */
export function branchChecks(
  branch: GithubBranch,
  around: Surroundings,
  hasOwners: Fact<boolean>,
): readonly PostureCheck[] {
  const { name } = branch;
  const protections = knownProtections(branch);
  const gap = gapOf(branch);
  const protectedQuestion: Question = { id: 'branch-protected', what: 'The branch is protected', branch: name };
  const [first] = protections;
  if (first === undefined && gap === undefined) {
    const rest = [...reviewQuestions, ...branchQuestions];
    return [
      fails(protectedQuestion, 'no ruleset and no branch protection covers it', nothingProtects(name)),
      ask(branch, requestRequired),
      approvalsCheck(branch, around),
      ...rest.map((each) => ask(branch, each)),
      // What nothing protects requires no check either.
      ...gateChecks(branch, protections, gap, around).map(withoutFinding),
    ];
  }
  return [
    first === undefined && gap !== undefined
      ? notChecked(protectedQuestion, gap)
      : holds(protectedQuestion, `by ${[...new Set(protections.map(({ by }) => by))].join(' and ')}`),
    ask(branch, requestRequired),
    approvalsCheck(branch, around),
    ...[...reviewQuestions, ...branchQuestions].map((each) => {
      const check = ask(branch, each);
      const isOfOwners = each.id === 'code-owners-required' && !protections.some(({ isLocked }) => isLocked);
      return isOfOwners ? withOwners(check, hasOwners) : check;
    }),
    ...gateChecks(branch, protections, gap, around),
    ...bypassChecks(branch, gap),
  ];
}

const withoutFinding = (check: PostureCheck): PostureCheck =>
  check.state === 'does-not-hold' ? { ...check, findings: [] } : check;

function nothingProtects(branch: string): PostureFinding {
  return {
    rule: 'unprotected-branch',
    severity: 'high',
    message: `Nothing protects ${branch}: whoever may write can push to it, force-push to it and delete it, past this gate too.`,
    remedy: `Make a ruleset for ${branch} (Settings → Rules → Rulesets → New branch ruleset): require a pull request with approvals and this gate’s check, block force pushes, restrict deletions.`,
  };
}

/** All that is known to protect the branch. */
export function knownProtections({ rulesets, classic, visible }: GithubBranch): readonly Protection[] {
  return [...(isUnknown(rulesets) ? [] : rulesets.value), ...(isUnknown(classic) ? visible : classic.value)];
}

/** Why there may be more. */
function gapOf({ rulesets, classic }: GithubBranch): Unknown | undefined {
  if (isUnknown(rulesets)) return rulesets;
  return isUnknown(classic) ? classic : undefined;
}

/** One protection that says yes is enough; no is an answer only where all are known. */
function ask(branch: GithubBranch, question: BranchQuestion): PostureCheck {
  const { id, what } = question;
  const asked = { id, what, branch: branch.name };
  const protections = knownProtections(branch);
  const by = protections.find((each) => question.isMet(each));
  if (by !== undefined) return holds(asked, `by ${by.by}`);
  const gap = gapOf(branch);
  if (gap !== undefined) return notChecked(asked, gap);
  // Where nothing protects the branch, or no request is required, that is said once.
  const needsRequest = reviewQuestions.includes(question);
  const isSaid = needsRequest && !protections.some((each) => requestRequired.isMet(each));
  const isBare = protections.length === 0;
  const isShown = !isSaid && (!isBare || question === requestRequired);
  return fails(
    asked,
    isBare ? 'nothing protects the branch' : askedByNone(protections),
    ...(isShown ? [question.finding(branch.name)] : []),
  );
}

function askedByNone(protections: readonly Protection[]): string {
  const names = [...new Set(protections.map(({ by }) => by))];
  return names.length === 1 ? `${names.join()} does not ask for it` : `none of ${names.join(', ')} asks for it`;
}

/** The most that any protection asks for counts. */
function approvalsCheck(branch: GithubBranch, { approvals: wanted }: Surroundings): PostureCheck {
  const people = wanted === 1 ? 'one person approves' : `${wanted} people approve`;
  const question: Question = { id: 'approvals', what: `At least ${people}`, branch: branch.name };
  const protections = knownProtections(branch);
  const enough = protections.find((each) => each.isLocked || each.approvals >= wanted);
  if (enough !== undefined) {
    return holds(question, enough.isLocked ? `${enough.by} locks the branch` : `${enough.approvals}, by ${enough.by}`);
  }
  const gap = gapOf(branch);
  if (gap !== undefined) return notChecked(question, gap);
  const most = Math.max(0, ...protections.map(({ approvals }) => approvals));
  const isRequest = protections.some(({ requiresRequest }) => requiresRequest);
  const needed = most === 0 ? 'no approval is' : most === 1 ? 'one approval is' : `${most} approvals are`;
  const finding: PostureFinding = {
    rule: 'review-not-required',
    severity: 'high',
    message:
      most === 0
        ? `A change to ${branch.name} needs no approval: its author merges it alone.`
        : `A change to ${branch.name} needs fewer approvals than the policy’s posture.approvals: ${most} of ${wanted}.`,
    remedy: `In a ruleset for ${branch.name} (Settings → Rules → Rulesets): “Required approvals” ${wanted}.`,
    subject: [String(most)],
  };
  return fails(question, `${needed} needed`, ...(isRequest ? [finding] : []));
}
