import { InputError, type Problem } from '../../input-error.ts';
import type { Inputs } from '../../inputs.ts';
import { summaryModes } from '../../publish/summary-mode.ts';
import { type Channels, commentModes, isGateName, isWanted, longestName, usualComments } from '../forge/channels.ts';
import type { Environment } from '../invocation.ts';
import type { RequestAddress } from './api/calls.ts';

/** Where findings are shown on GitLab alongside the log and the report files. */
export interface GitlabChannels extends Channels {
  /** The merge request to comment on, and how to reach it; undefined where the pipeline is for none, or there is no token. */
  readonly request: RequestAddress | undefined;
  /** Why there are no comments on the merge request although they are asked for, and what to do. */
  readonly problem: string | undefined;
}

/** The flags of `check --ci gitlab` on comments, and the pipeline's variables. Throws InputError with every problem. */
export function gitlabChannels(
  flags: ReadonlyMap<string, string>,
  env: Environment,
  token: string | undefined,
): GitlabChannels {
  const problems: Problem[] = [];
  const name = flags.get('name') ?? env.CI_JOB_NAME ?? '';
  if (!isGateName(name)) {
    problems.push({ what: '--name is too long, or has more than a line', fix: `at most ${longestName} characters` });
  }
  const most = flags.get('max-comments') ?? String(usualComments);
  if (!/^\d{1,4}$/.test(most)) {
    problems.push({ what: `--max-comments cannot be ${JSON.stringify(most)}`, fix: 'a whole number, 0 or more' });
  }
  if (problems.length > 0) throw new InputError(problems);
  const comment = commentModes.find((mode) => mode === flags.get('comment')) ?? 'inline';
  const summary = summaryModes.find((mode) => mode === flags.get('summary-comment')) ?? 'when-found';
  const { request, problem } = requestOf(env, token);
  return {
    comment,
    maxComments: Number(most),
    summary,
    name,
    title: flags.get('name'),
    request,
    problem: isWanted({ comment, summary }) ? problem : undefined,
  };
}

/** A run that judges all there is looks at how the project is set up as well, where it has a token for that. */
export function gitlabPosture(env: Environment, token: string | undefined): Pick<Inputs, 'posture' | 'notes'> {
  const [api, repository] = [env.CI_API_V4_URL ?? '', env.CI_PROJECT_PATH ?? ''];
  const none = (why: string) => ({ notes: [`How the project is set up was not read: ${why}`] });
  if (token === undefined) {
    return none(
      'GITOPS_GATE_TOKEN is not set. A project access token with the role Maintainer and the scope read_api lets it be.',
    );
  }
  const problem = tokenProblem(env, token);
  if (problem !== undefined) return none(problem);
  if (!/^https?:\/\/./.test(api) || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository)) {
    return none('CI_API_V4_URL or CI_PROJECT_PATH is not what GitLab sets.');
  }
  return { posture: { forge: 'gitlab', api, repository, token, branch: undefined, as: 'unasked' }, notes: [] };
}

/** Why what is in the variable cannot be used. */
function tokenProblem({ CI_JOB_TOKEN }: Environment, token: string): string | undefined {
  if (/^\$\{?\w+\}?$/.test(token)) return unexpanded;
  if (!/^[\x21-\x7e]+$/.test(token)) return noTokenAtAll;
  return token === CI_JOB_TOKEN || otherKind.test(token) ? anotherKind : undefined;
}

/** A train's request is not commented on: its head is not the request's. */
function requestOf(env: Environment, token: string | undefined): Pick<GitlabChannels, 'request' | 'problem'> {
  const none = (problem?: string) => ({ request: undefined, problem: problem && `No comments: ${problem}` });
  if (!env.CI_MERGE_REQUEST_IID || env.CI_MERGE_REQUEST_EVENT_TYPE === 'merge_train') return none();
  if (token === undefined) return none(isInFork(env) ? forkWithoutToken : noToken);
  const unusable = tokenProblem(env, token);
  if (unusable !== undefined) return none(unusable);
  const server = (env.CI_API_V4_URL ?? '').replace(/\/api\/v4\/*$/, '') || (env.CI_SERVER_URL ?? '');
  const [project, number] = [env.CI_MERGE_REQUEST_PROJECT_ID ?? '', env.CI_MERGE_REQUEST_IID];
  const wrong = [
    ...(/^https?:\/\/./.test(server) ? [] : ['CI_API_V4_URL']),
    ...(/^\d{1,15}$/.test(project) ? [] : ['CI_MERGE_REQUEST_PROJECT_ID']),
    ...(/^\d{1,15}$/.test(number) ? [] : ['CI_MERGE_REQUEST_IID']),
  ];
  if (wrong.length > 0) {
    const [is, it] = wrong.length === 1 ? ['is', 'it'] : ['are', 'them'];
    return none(`${wrong.join(' and ')} ${is} not what GitLab sets: do not set ${it}, nor unset ${it}.`);
  }
  return { request: { server, project: Number(project), number: Number(number), token }, problem: undefined };
}

function isInFork({ CI_PROJECT_ID, CI_MERGE_REQUEST_PROJECT_ID }: Environment): boolean {
  return Boolean(CI_PROJECT_ID && CI_MERGE_REQUEST_PROJECT_ID) && CI_PROJECT_ID !== CI_MERGE_REQUEST_PROJECT_ID;
}

/** Prefixes of tokens that cannot use the API: of jobs, deploy, trigger, runners, feeds, agents (https://docs.gitlab.com/security/tokens/). */
const otherKind = /^(?:glcbt|gldt|glptt|glrtr?|glft|glimt|glagent|glsoat|glffct)-/;

const noToken =
  'GITOPS_GATE_TOKEN is not set. To have threads on the diff, add a project access token (scope api, role Reporter) as a CI/CD variable of this name, masked and not protected; "comment: off" (--comment off) leaves out this line.';
const forkWithoutToken =
  'this pipeline runs in a fork, which has no GITOPS_GATE_TOKEN of the target project. A member of that project can start a pipeline of the merge request there; the findings are in this log and in the report files.';
const unexpanded =
  'GITOPS_GATE_TOKEN names a variable that this job does not have: it may be protected, or of another environment.';
const anotherKind =
  'GITOPS_GATE_TOKEN is a token of another kind, as the job’s own or a deploy token, which GitLab lets write no notes: take a project access token (scope api, role Reporter).';
const noTokenAtAll =
  'GITOPS_GATE_TOKEN holds what no token holds: set the variable to the token alone, in one line and without quotes.';
