import { mapping, scalarText, text } from '../../../plain-values.ts';
import type {
  ApprovalRule,
  GitlabFacts,
  GitlabProtection,
  ProjectSettings,
  Pusher,
} from '../../../posture/gitlab/facts.ts';
import { type Fact, isUnknown, mapFact, type Unknown } from '../../../posture/model/fact.ts';
import { countOf, flagOf, flagOr, listIn, listOr, objectOf, oneOf, textOf } from '../../forge/answer.ts';
import { OddAnswer } from '../../forge/api-failure.ts';
import { type DeliveredBranches, deliveredBranches, isPattern, mostBranches } from '../../forge/delivered.ts';
import { type Clock, Patience } from '../../forge/patience.ts';
import { realClock } from '../../forge/real-clock.ts';
import type { Environment } from '../../invocation.ts';
import { readAuthorities } from '../api/authorities.ts';
import { Reads } from './reads.ts';

/** Which project, and as whom. */
export interface GitlabAddress {
  /** `https://gitlab.com/api/v4`. */
  readonly api: string;
  /** Its path with its groups. */
  readonly repository: string;
  readonly token: string;
}

/** All reading together takes no longer, in milliseconds. */
const mostTime = 60_000;

const maintainer = 'the role Maintainer, and the scope read_api';
const premium = `${maintainer}, on GitLab Premium`;

/**
 * Reads how a project is set up. `globs` are the delivered branches; undefined: the default branch. Never rejects for what GitLab does:
 * what it does not say is a fact that is not known.
 */
export async function readGitlabPosture(
  { api, repository, token }: GitlabAddress,
  globs: readonly string[] | undefined,
  env: Environment,
  clock: Clock = realClock,
): Promise<GitlabFacts> {
  const patience = new Patience(clock, mostTime, { secret: token, purpose: 'reading' });
  const connection = { authorities: await readAuthorities(env), env };
  const reads = new Reads(api, token, repository, connection, patience);
  const needs = 'the scope read_api, and a role in this project; or the name is another (--project)';
  // Where this one is refused, all are: nothing more is asked.
  const about = await reads.one({ path: '', what: repository, needs }, readProject);
  if (isUnknown(about)) return nothingKnown(repository, about);
  const { settings, defaultBranch } = about.value;
  const [names, protections, pushRule, approvals, approvalRules, jobTokenIsLimited, pipelinePolicies] =
    await Promise.all([
      branchNames(reads, globs, defaultBranch),
      reads.all({ path: 'protected_branches', what: 'the protected branches', needs: maintainer }, readProtection),
      reads.one({ path: 'push_rule', what: 'the push rules', needs: premium }, readPushRule),
      reads.one({ path: 'approvals', what: 'the approval settings', needs: premium }, readApprovals),
      reads.all({ path: 'approval_rules', what: 'the approval rules', needs: premium }, readApprovalRule),
      reads.one({ path: 'job_token_scope', what: 'the scope of job tokens', needs: maintainer }, (answer) =>
        flagOf(answer, 'inbound_enabled'),
      ),
      reads.graphql(
        {
          path: 'pipelineExecutionPolicies { nodes { name enabled } }',
          what: 'the pipeline execution policies',
          needs: 'the role Developer, and the scope read_api, on GitLab Ultimate',
        },
        readPolicies,
      ),
    ]);
  return {
    forge: 'gitlab',
    repository,
    branches: mapFact(names, (all) => all.names.slice(0, mostBranches)),
    moreBranches: isUnknown(names) ? 0 : Math.max(0, names.value.names.length - mostBranches),
    unmatched: isUnknown(names) ? [] : names.value.unmatched,
    project: { value: settings },
    protections,
    pushRule,
    approvals,
    approvalRules,
    jobTokenIsLimited,
    pipelinePolicies,
  };
}

function nothingKnown(repository: string, why: Unknown): GitlabFacts {
  return {
    forge: 'gitlab',
    repository,
    branches: why,
    moreBranches: 0,
    unmatched: [],
    project: why,
    protections: why,
    pushRule: why,
    approvals: why,
    approvalRules: why,
    jobTokenIsLimited: why,
    pipelinePolicies: why,
  };
}

/** Those that the policy names, patterns by the branches that are there. */
async function branchNames(
  reads: Reads,
  globs: readonly string[] | undefined,
  defaultBranch: string | undefined,
): Promise<Fact<DeliveredBranches>> {
  if (globs === undefined) {
    return defaultBranch === undefined
      ? { unknown: 'the project has no default branch' }
      : { value: { names: [defaultBranch], unmatched: [] } };
  }
  if (!globs.some(isPattern)) return { value: { names: globs, unmatched: [] } };
  const needs = 'the role Reporter, and the scope read_api';
  const there = await reads.all({ path: 'repository/branches', what: 'the branches', needs }, (each) =>
    textOf(each, 'name'),
  );
  return mapFact(there, (names) => deliveredBranches(globs, names));
}

function readProject(answer: unknown): { settings: ProjectSettings; defaultBranch: string | undefined } {
  const project = objectOf(answer);
  const flag = (name: string) => (typeof project[name] === 'boolean' ? project[name] : undefined);
  return {
    defaultBranch: text(project.default_branch),
    settings: {
      visibility: oneOf(answer, 'visibility', ['public', 'internal', 'private']),
      pipelineMustSucceed: flag('only_allow_merge_if_pipeline_succeeds'),
      // Null where nobody has set it.
      skippedIsEnough:
        project.allow_merge_on_skipped_pipeline === null ? false : flag('allow_merge_on_skipped_pipeline'),
      discussionsMustBeResolved: flag('only_allow_merge_if_all_discussions_are_resolved'),
      pipelinePath: text(project.ci_config_path),
      runsForkPipelines: flag('ci_allow_fork_pipelines_to_run_in_parent_project'),
      jobTokenMayPush: flag('ci_push_repository_for_job_token_allowed'),
      blocksSecrets: flag('secret_push_protection_enabled') ?? flag('pre_receive_secret_detection_enabled'),
    },
  };
}

function readProtection(answer: unknown): GitlabProtection {
  const { code_owner_approval_required: owners } = objectOf(answer);
  return {
    name: textOf(answer, 'name'),
    pushers: listIn(answer, 'push_access_levels').flatMap(readPusher),
    // Before GitLab 13.12 there is no such setting, and force pushes to protected branches are refused.
    allowsForcePush: flagOr(answer, 'allow_force_push', false),
    needsCodeOwners: typeof owners === 'boolean' ? owners : undefined,
  };
}

/** Nobody is level 0. */
function readPusher(level: unknown): readonly Pusher[] {
  const {
    access_level: role,
    access_level_description: description,
    user_id,
    group_id,
    deploy_key_id,
  } = objectOf(level);
  for (const [noun, id] of [
    ['user', user_id],
    ['group', group_id],
    ['deploy key', deploy_key_id],
  ] as const) {
    const number = scalarText(id);
    if (number !== '') return [{ who: `the ${noun} ${number}`, code: `${noun}/${number}`, level: undefined }];
  }
  if (typeof role !== 'number') throw new OddAnswer('an access level without access_level');
  return role === 0 ? [] : [{ who: text(description) ?? `the role ${role}`, code: `role/${role}`, level: role }];
}

/** GitLab answers null where no rule is set, and leaves out what its license does not have. */
function readPushRule(answer: unknown) {
  if (answer === null) return { rejectsUnsigned: false, rejectsSecrets: false };
  if (objectOf(answer).reject_unsigned_commits === undefined) {
    throw new OddAnswer('push rules without reject_unsigned_commits');
  }
  return {
    rejectsUnsigned: flagOr(answer, 'reject_unsigned_commits', false),
    rejectsSecrets: flagOr(answer, 'prevent_secrets', false),
  };
}

function readApprovals(answer: unknown) {
  return {
    resetOnPush: flagOf(answer, 'reset_approvals_on_push'),
    authorMayApprove: flagOf(answer, 'merge_requests_author_approval'),
    committersMayApprove: !flagOf(answer, 'merge_requests_disable_committers_approval'),
  };
}

function readApprovalRule(answer: unknown): ApprovalRule {
  const approvals = countOf(answer, 'approvals_required');
  const type = objectOf(answer).rule_type === undefined ? undefined : textOf(answer, 'rule_type');
  const names = listOr(answer, 'protected_branches').map((branch) => textOf(branch, 'name'));
  // Rules of scanners ask for an approval where these find something, and not else.
  const isUsual = type === undefined || type === 'regular' || type === 'any_approver';
  return { approvals: isUsual ? approvals : 0, branches: names.length === 0 ? undefined : names };
}

function readPolicies(project: unknown): readonly string[] {
  const { nodes } = mapping(mapping(project).pipelineExecutionPolicies);
  if (!Array.isArray(nodes)) {
    throw Object.assign(new Error('the policies are not shown'), { status: 403, response: { headers: {} } });
  }
  return nodes.flatMap((node) => (flagOf(node, 'enabled') ? [textOf(node, 'name')] : []));
}
