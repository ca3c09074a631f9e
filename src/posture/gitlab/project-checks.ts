import { fails, holds, notChecked, type PostureCheck, type PostureFinding, type Question } from '../model/check.ts';
import { type Fact, isUnknown, mapFact } from '../model/fact.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { visibilityCheck } from '../model/visibility.ts';
import type { GitlabFacts, ProjectSettings } from './facts.ts';

/** A setting that is on or off, and how it should be. */
interface Setting extends Question, Pick<PostureFinding, 'rule' | 'severity' | 'message' | 'remedy'> {
  /** As it should be. */
  readonly should: boolean;
}

const merging = 'Settings → Merge requests';
const approving = `${merging} → Approval settings`;
const ci = 'Settings → CI/CD';

/** What concerns the project as a whole. */
export function projectChecks(facts: GitlabFacts, around: Surroundings): readonly PostureCheck[] {
  const { project, approvals } = facts;
  return [
    ofSetting(
      resetOnPush,
      mapFact(approvals, (all) => all.resetOnPush),
    ),
    ofSetting(
      committers,
      mapFact(approvals, (all) => all.committersMayApprove),
    ),
    ofSetting(
      author,
      mapFact(approvals, (all) => all.authorMayApprove),
    ),
    ofSetting(discussions, shown(project, 'discussionsMustBeResolved')),
    pipelineCheck(project),
    sourceCheck(facts),
    visibilityCheck(
      mapFact(project, ({ visibility }) => visibility),
      'project',
      around,
    ),
    secretsCheck(facts),
    ofSetting(forks, shown(project, 'runsForkPipelines')),
    ofSetting(jobTokenPush, shown(project, 'jobTokenMayPush')),
    ofSetting(jobTokenScope, facts.jobTokenIsLimited),
  ];
}

function ofSetting({ should, id, what, ...finding }: Setting, fact: Fact<boolean>): PostureCheck {
  const question = { id, what };
  if (isUnknown(fact)) return notChecked(question, fact);
  return fact.value === should ? holds(question, 'set so') : fails(question, 'not set so', finding);
}

/** A setting of the project that GitLab may leave out. */
function shown(
  project: Fact<ProjectSettings>,
  name: Exclude<keyof ProjectSettings, 'visibility' | 'pipelinePath'>,
): Fact<boolean> {
  if (isUnknown(project)) return project;
  const value = project.value[name];
  return value === undefined
    ? { unknown: 'GitLab does not show this setting to the token', needs: 'the role Maintainer' }
    : { value };
}

const resetOnPush: Setting = {
  id: 'stale-approvals-dismissed',
  what: 'New commits dismiss approvals',
  should: true,
  rule: 'review-not-required',
  severity: 'medium',
  message: 'An approval of a merge request still counts after more is pushed to it.',
  remedy: `“When a commit is added: Remove all approvals” (${approving}).`,
};

const committers: Setting = {
  id: 'last-push-approved',
  what: 'Who adds commits does not approve',
  should: false,
  rule: 'review-not-required',
  severity: 'medium',
  message:
    'Users who add commits to a merge request may approve it: an approver can add a commit of their own and merge.',
  remedy: `“Prevent approvals by users who add commits” (${approving}).`,
};

const author: Setting = {
  id: 'author-may-not-approve',
  what: 'Authors do not approve their own merge requests',
  should: false,
  rule: 'review-not-required',
  severity: 'high',
  message: 'Authors may approve their own merge requests: one account is enough.',
  remedy: `“Prevent approval by merge request creator” (${approving}).`,
};

const discussions: Setting = {
  id: 'discussions-resolved',
  what: 'All threads must be resolved',
  should: true,
  rule: 'review-not-required',
  severity: 'low',
  message:
    'A merge request may be merged while threads are open: a reviewer’s question, or a thread of this gate, keeps nothing.',
  remedy: `“All threads must be resolved” (${merging} → Merge checks).`,
};

const forks: Setting = {
  id: 'fork-workflows',
  what: 'Pipelines of forks do not run in this project',
  should: false,
  rule: 'workflow-permissions',
  severity: 'low',
  message:
    'Members may run pipelines of merge requests from forks in this project: code of the fork gets its variables and runners.',
  remedy: `Turn off “Run pipelines in the parent project for merge requests from forked projects” (${ci} → General pipelines, or the API’s ci_allow_fork_pipelines_to_run_in_parent_project).`,
};

const jobTokenPush: Setting = {
  id: 'workflow-token-reads',
  what: 'Job tokens do not push',
  should: false,
  rule: 'workflow-permissions',
  severity: 'medium',
  message: 'Job tokens may push to the repository: a pipeline of any branch commits as whoever started it.',
  remedy: `Turn off “Allow Git push requests to the repository” (${ci} → Job token permissions).`,
};

const jobTokenScope: Setting = {
  id: 'job-token-scope',
  what: 'Only listed projects use their job tokens here',
  should: true,
  rule: 'workflow-permissions',
  severity: 'medium',
  message:
    'Job tokens of every project may be used here: a pipeline elsewhere reads this project as whoever started it.',
  remedy: `“Authorized groups and projects: This project and any groups and projects in the allowlist” (${ci} → Job token permissions).`,
};

/** A failed job of this gate blocks only where pipelines must succeed, and one that was skipped does not count. */
function pipelineCheck(project: Fact<ProjectSettings>): PostureCheck {
  const question: Question = { id: 'requires-gate', what: 'Pipelines must succeed' };
  const must = shown(project, 'pipelineMustSucceed');
  if (isUnknown(must)) return notChecked(question, must);
  if (must.value) {
    const skipped = shown(project, 'skippedIsEnough');
    if (isUnknown(skipped)) return notChecked(question, skipped);
    if (!skipped.value) return holds(question, 'on');
  }
  return fails(question, must.value ? 'skipped pipelines count as successful' : 'off', {
    rule: 'unprotected-branch',
    severity: 'high',
    message: must.value
      ? 'A skipped pipeline counts as successful: “[skip ci]” in a commit merges a change that this gate has not judged.'
      : 'Pipelines need not succeed: a merge request is merged whatever the gate says.',
    remedy: `“Pipelines must succeed”, without “Skipped pipelines are considered successful” (${merging} → Merge checks).`,
    subject: [must.value ? 'skipped' : 'off'],
  });
}

/** Whether the author of a merge request cannot take the gate out of the pipeline. */
function sourceCheck({ project, pipelinePolicies: policies }: GitlabFacts): PostureCheck {
  const question: Question = { id: 'check-source', what: 'Authors cannot take the gate out of the pipeline' };
  const path = isUnknown(project) ? undefined : project.value.pipelinePath;
  if (path?.includes('@') === true) return holds(question, `its configuration is ${path}`);
  if (!isUnknown(policies) && policies.value.length > 0) {
    return holds(question, `pipeline execution policies: ${policies.value.join(', ')}`);
  }
  if (isUnknown(project)) return notChecked(question, project);
  if (isUnknown(policies)) return notChecked(question, policies);
  return fails(question, 'the pipeline is .gitlab-ci.yml of the merge request', {
    rule: 'unprotected-branch',
    severity: 'medium',
    message:
      'The pipeline is the author’s: a merge request that takes the gate out of .gitlab-ci.yml succeeds without it.',
    remedy:
      'Add the gate by a pipeline execution policy (Secure → Policies), or name a CI/CD configuration file in another project.',
  });
}

/** GitLab itself sells it: where it is off in a project that is not public, that is not a finding. */
function secretsCheck({ project, pushRule }: GitlabFacts): PostureCheck {
  const question: Question = { id: 'push-protection', what: 'Pushes with secrets are blocked' };
  if (!isUnknown(pushRule) && pushRule.value.rejectsSecrets) return holds(question, 'files, by a push rule');
  if (isUnknown(project)) return notChecked(question, project);
  const blocks = shown(project, 'blocksSecrets');
  if (isUnknown(blocks)) return notChecked(question, blocks);
  if (blocks.value) return holds(question, 'on');
  if (isUnknown(pushRule)) return notChecked(question, pushRule);
  const isPublic = project.value.visibility === 'public';
  const finding: PostureFinding = {
    rule: 'public-repository',
    severity: 'medium',
    message: 'Secret push protection is off in a public project: a secret is public as soon as it is pushed.',
    remedy: 'Turn on “Secret push protection” (Secure → Security configuration).',
  };
  return fails(question, 'off', ...(isPublic ? [finding] : []));
}
