import { lower } from '../../severity.ts';
import { actionsChecks } from '../github/actions-checks.ts';
import { branchChecks as githubBranchChecks } from '../github/branch-checks.ts';
import type { GithubFacts } from '../github/facts.ts';
import { pinnedActions } from '../github/pinned-actions.ts';
import { repositoryChecks } from '../github/repository-checks.ts';
import { branchChecks as gitlabBranchChecks } from '../gitlab/branch-checks.ts';
import type { GitlabFacts } from '../gitlab/facts.ts';
import { projectChecks } from '../gitlab/project-checks.ts';
import { notChecked, type PostureCheck } from '../model/check.ts';
import { type Fact, isUnknown, mapFact } from '../model/fact.ts';
import { deliversNothing, type Surroundings } from '../model/surroundings.ts';

/** What a forge says of a repository's settings. */
export type PostureFacts = GithubFacts | GitlabFacts;

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
  const checks = facts.forge === 'github' ? githubChecks(facts, around) : gitlabChecks(facts, around);
  const isIdle = deliversNothing(around);
  return { forge, repository, deliversNothing: isIdle, checks: isIdle ? checks.map(lessSevere) : checks };
}

function githubChecks(facts: GithubFacts, around: Surroundings): readonly PostureCheck[] {
  return [
    ...ofBranches(facts, (branch) => githubBranchChecks(branch, around, hasOwners(facts, around))),
    ...repositoryChecks(facts, around),
    ...actionsChecks(facts),
    ...pinnedActions(around),
  ];
}

/** Whether a CODEOWNERS is there, as git and GitHub say it; where they differ, the judged revision is not the one that GitHub reads. */
function hasOwners({ ownersErrors }: GithubFacts, { hasCodeOwners }: Surroundings): Fact<boolean> {
  if (hasCodeOwners) return mapFact(ownersErrors, () => true);
  if (isUnknown(ownersErrors) || ownersErrors.value.length === 0) return { value: false };
  return { unknown: 'GitHub reads a CODEOWNERS that the judged revision does not have' };
}

function gitlabChecks(facts: GitlabFacts, around: Surroundings): readonly PostureCheck[] {
  return [...ofBranches(facts, (branch) => gitlabBranchChecks(branch, facts, around)), ...projectChecks(facts, around)];
}

/** What is asked of each branch; that no branch is known, or not all are looked at, is said. */
function ofBranches<B>(
  {
    branches,
    moreBranches,
    unmatched,
  }: Pick<PostureFacts, 'moreBranches' | 'unmatched'> & { readonly branches: Fact<readonly B[]> },
  ask: (branch: B) => readonly PostureCheck[],
): readonly PostureCheck[] {
  const delivered = { id: 'branch-protected', what: 'The delivered branches are protected' } as const;
  if (isUnknown(branches)) return [notChecked(delivered, branches)];
  if (branches.value.length === 0) {
    return [
      notChecked(delivered, {
        unknown: 'no branch on the forge matches the policy’s branches',
        remedy: correctBranches,
      }),
    ];
  }
  const absent = unmatched.map((pattern) =>
    notChecked(delivered, {
      unknown: `no branch on the forge matches ${pattern} of the policy’s branches`,
      remedy: correctBranches,
    }),
  );
  return [...branches.value.flatMap(ask), ...absent, ...unseenBranches(moreBranches)];
}

const correctBranches =
  'Correct branches in the policy; a pattern that nothing matches yet belongs there once a branch does.';

function unseenBranches(number: number): readonly PostureCheck[] {
  if (number === 0) return [];
  const unknown = `${number} more branches match the policy’s branches than are looked at in one run`;
  return [
    notChecked(
      { id: 'branch-protected', what: 'The other delivered branches are protected' },
      { unknown, remedy: 'Look at the others by --branch, one at a time.' },
    ),
  ];
}

/** Where nothing is delivered, less is at stake; a secret that everybody can read is one wherever it is. */
function lessSevere(check: PostureCheck): PostureCheck {
  if (check.state !== 'does-not-hold' || check.id === 'not-public') return check;
  return { ...check, findings: check.findings.map((each) => ({ ...each, severity: lower(each.severity) })) };
}
