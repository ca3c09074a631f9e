import { lower } from '../../severity.ts';
import { actionsChecks } from '../github/actions-checks.ts';
import { branchChecks } from '../github/branch-checks.ts';
import type { GithubFacts } from '../github/facts.ts';
import { pinnedActions } from '../github/pinned-actions.ts';
import { repositoryChecks } from '../github/repository-checks.ts';
import { notChecked, type PostureCheck } from '../model/check.ts';
import { isUnknown } from '../model/fact.ts';
import { deliversNothing, type Surroundings } from '../model/surroundings.ts';

/** What a forge says of a repository's settings. */
export type PostureFacts = GithubFacts;

/** How a repository is set up on its forge: every check, of branches first. */
export interface PostureAnalysis {
  readonly forge: 'github' | 'gitlab';
  /** As the forge names it. */
  readonly repository: string;
  /** Whether nothing is delivered from it, so that findings are one step less severe. */
  readonly deliversNothing: boolean;
  readonly checks: readonly PostureCheck[];
}

/** Asks the facts every question; what is not known is never an answer. */
export function analysePosture(facts: PostureFacts, around: Surroundings): PostureAnalysis {
  const { forge, repository } = facts;
  const checks = githubChecks(facts, around);
  const isIdle = deliversNothing(around);
  return { forge, repository, deliversNothing: isIdle, checks: isIdle ? checks.map(lessSevere) : checks };
}

const delivered = { id: 'branch-protected', what: 'The delivered branches are protected' } as const;

function githubChecks(facts: GithubFacts, around: Surroundings): readonly PostureCheck[] {
  const { branches } = facts;
  return [
    ...(isUnknown(branches)
      ? [notChecked(delivered, branches)]
      : branches.value.length === 0
        ? [notChecked(delivered, { unknown: 'no branch on the forge matches the policy’s branches' })]
        : branches.value.flatMap((branch) => branchChecks(branch, around))),
    ...unseenBranches(facts.moreBranches),
    ...repositoryChecks(facts, around),
    ...actionsChecks(facts),
    ...pinnedActions(around),
  ];
}

function unseenBranches(number: number): readonly PostureCheck[] {
  if (number === 0) return [];
  const unknown = `${number} more branches match the policy’s branches than are looked at in one run: name one by --branch`;
  return [notChecked({ id: 'branch-protected', what: 'The other delivered branches are protected' }, { unknown })];
}

/** Where nothing is delivered, less is at stake; a secret that everybody can read is one wherever it is. */
function lessSevere(check: PostureCheck): PostureCheck {
  if (check.state !== 'does-not-hold' || check.id === 'not-public') return check;
  return { ...check, findings: check.findings.map((each) => ({ ...each, severity: lower(each.severity) })) };
}
