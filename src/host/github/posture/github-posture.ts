import { mapping, scalarText, text } from '../../../plain-values.ts';
import type { ActionsSettings, ForkPolicy, GithubFacts } from '../../../posture/github/facts.ts';
import { type Fact, isUnknown, mapFact, type Unknown } from '../../../posture/model/fact.ts';
import { flagOf, flagOr, listIn, objectOf, oneOf, textOf, textsOf } from '../../forge/answer.ts';
import { type DeliveredBranches, mostBranches } from '../../forge/delivered.ts';
import { type Clock, Patience } from '../../forge/patience.ts';
import { realClock } from '../../forge/real-clock.ts';
import { githubClient } from '../api/client.ts';
import { branchNames, readGithubBranch } from './branches.ts';
import { Reads } from './reads.ts';

/** Which repository, and as whom. */
export interface GithubAddress {
  /** `https://api.github.com`, `https://git.example.com/api/v3`. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/** All reading together takes no longer, in milliseconds. */
const mostTime = 60_000;

const admin = 'Administration: read';
const repo = '/repos/{owner}/{repo}';

/**
 * Reads how a repository is set up. `globs` are the delivered branches; undefined: the default branch. Never rejects for what GitHub
 * does: what it does not say is a fact that is not known.
 */
export async function readGithubPosture(
  { api, repository, token }: GithubAddress,
  globs: readonly string[] | undefined,
  clock: Clock = realClock,
): Promise<GithubFacts> {
  const patience = new Patience(clock, mostTime, { secret: token, purpose: 'reading' });
  const reads = new Reads(githubClient(api, token), patience, repository);
  // Where this one is refused, all are: nothing more is asked.
  const about = await reads.one(
    {
      route: `GET ${repo}`,
      what: repository,
      needs: 'Metadata: read, and this repository among those it is for; or the name is another (--project)',
    },
    readRepository,
  );
  if (isUnknown(about)) return nothingKnown(repository, about);
  const { visibility, defaultBranch, scanning } = about.value;
  const names = await branchNames(reads, globs ?? [defaultBranch]);
  const [branches, rest] = await Promise.all([readBranches(reads, names), readRest(reads, visibility)]);
  const moreBranches = isUnknown(names) ? 0 : Math.max(0, names.value.names.length - mostBranches);
  return {
    forge: 'github',
    repository,
    branches,
    moreBranches,
    unmatched: isUnknown(names) ? [] : names.value.unmatched,
    visibility: { value: visibility },
    scanning,
    ...rest,
  };
}

function nothingKnown(repository: string, why: Unknown): GithubFacts {
  return {
    forge: 'github',
    repository,
    branches: why,
    moreBranches: 0,
    unmatched: [],
    visibility: why,
    scanning: why,
    ownersErrors: why,
    deployKeys: why,
    outsideAdmins: why,
    actions: why,
    selected: why,
    token: why,
    forks: why,
  };
}

async function readBranches(reads: Reads, names: Fact<DeliveredBranches>): Promise<GithubFacts['branches']> {
  if (isUnknown(names)) return names;
  return {
    value: await Promise.all(names.value.names.slice(0, mostBranches).map((name) => readGithubBranch(reads, name))),
  };
}

interface About {
  readonly visibility: string;
  readonly defaultBranch: string;
  readonly scanning: GithubFacts['scanning'];
}

function readRepository(answer: unknown): About {
  const { visibility, security_and_analysis: security } = objectOf(answer);
  const stated =
    visibility === undefined
      ? flagOf(answer, 'private')
        ? 'private'
        : 'public'
      : oneOf(answer, 'visibility', ['public', 'private', 'internal']);
  return { visibility: stated, defaultBranch: textOf(answer, 'default_branch'), scanning: readScanning(security) };
}

/** GitHub leaves this out for who may not administrate the repository. */
function readScanning(security: unknown): GithubFacts['scanning'] {
  const isOn = (name: string) => {
    const { status } = mapping(mapping(security)[name]);
    return status === 'enabled' ? true : status === 'disabled' ? false : undefined;
  };
  const [secrets, pushes] = [isOn('secret_scanning'), isOn('secret_scanning_push_protection')];
  if (secrets === undefined || pushes === undefined) {
    return { unknown: 'GitHub shows what scans the repository only to its admins', needs: admin };
  }
  return { value: { secrets, pushes } };
}

type Rest = Omit<
  GithubFacts,
  'forge' | 'repository' | 'branches' | 'moreBranches' | 'unmatched' | 'visibility' | 'scanning'
>;

/** What concerns the repository as a whole. */
async function readRest(reads: Reads, visibility: string): Promise<Rest> {
  const [ownersErrors, keys, outsideAdmins, actions, token, forks] = await Promise.all([
    reads.one(
      { route: `GET ${repo}/codeowners/errors`, what: 'the errors of CODEOWNERS', needs: 'Contents: read' },
      readOwnersErrors,
    ),
    reads.all({ route: `GET ${repo}/keys`, what: 'the deploy keys', needs: admin }, (key) => ({
      title: scalarText(mapping(key).title),
      mayWrite: !flagOf(key, 'read_only'),
    })),
    reads.all(
      {
        route: `GET ${repo}/collaborators`,
        what: 'the outside collaborators',
        needs: 'Metadata: read, of somebody who may write to the repository',
        fields: { affiliation: 'outside', permission: 'admin' },
      },
      (person) => textOf(person, 'login'),
    ),
    reads.one({ route: `GET ${repo}/actions/permissions`, what: 'the settings of Actions', needs: admin }, readActions),
    reads.one(
      { route: `GET ${repo}/actions/permissions/workflow`, what: 'the token of workflows', needs: admin },
      readToken,
    ),
    readForks(reads, visibility),
  ]);
  return {
    ownersErrors,
    deployKeys: mapFact(keys, (all) => all.flatMap(({ title, mayWrite }) => (mayWrite ? [title] : []))),
    outsideAdmins,
    actions,
    selected: await readSelected(reads, actions),
    token,
    forks,
  };
}

function readOwnersErrors(answer: unknown) {
  return listIn(answer, 'errors').map((error) => {
    const { line, message, kind } = mapping(error);
    return {
      path: text(mapping(error).path) ?? 'CODEOWNERS',
      line: typeof line === 'number' ? line : 0,
      message: text(kind) ?? text(message) ?? 'an error',
    };
  });
}

function readActions(answer: unknown): ActionsSettings {
  const { allowed_actions: allowed } = objectOf(answer);
  return {
    isOn: flagOf(answer, 'enabled'),
    allowed: (['all', 'local_only', 'selected'] as const).find((each) => each === allowed),
    mustBePinned: flagOr(answer, 'sha_pinning_required', false),
  };
}

/** GitHub has the list only where actions are chosen. */
async function readSelected(reads: Reads, actions: Fact<ActionsSettings>): Promise<Fact<readonly string[]>> {
  if (isUnknown(actions)) return actions;
  if (actions.value.allowed !== 'selected') return { value: [] };
  return reads.one(
    { route: `GET ${repo}/actions/permissions/selected-actions`, what: 'the actions that are chosen', needs: admin },
    (answer) => textsOf(listIn(answer, 'patterns_allowed')),
  );
}

function readToken(answer: unknown) {
  return {
    mayWrite: oneOf(answer, 'default_workflow_permissions', ['read', 'write']) === 'write',
    mayApprove: flagOf(answer, 'can_approve_pull_request_reviews'),
  };
}

const approvalPolicies = [
  'first_time_contributors_new_to_github',
  'first_time_contributors',
  'all_external_contributors',
] as const;

function readForks(reads: Reads, visibility: string): Promise<Fact<ForkPolicy>> {
  const what = 'the settings for forks';
  if (visibility === 'public') {
    return reads.one(
      { route: `GET ${repo}/actions/permissions/fork-pr-contributor-approval`, what, needs: admin },
      (answer) => ({ of: 'public', approval: oneOf(answer, 'approval_policy', approvalPolicies) }),
    );
  }
  return reads.one(
    { route: `GET ${repo}/actions/permissions/fork-pr-workflows-private-repos`, what, needs: admin },
    (answer) => ({
      of: 'private',
      runs: flagOf(answer, 'run_workflows_from_fork_pull_requests'),
      getsWriteToken: flagOf(answer, 'send_write_tokens_to_workflows'),
      getsSecrets: flagOf(answer, 'send_secrets_and_variables'),
      needsApproval: flagOf(answer, 'require_approval_for_fork_pr_workflows'),
    }),
  );
}
