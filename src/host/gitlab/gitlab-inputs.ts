import { InputError, type Problem } from '../../input-error.ts';
import { summaryModes } from '../../publish/summary-mode.ts';
import { type Channels, commentModes, isGateName, longestName, usualComments } from '../forge/channels.ts';
import type { Environment } from '../invocation.ts';
import type { RequestAddress } from './api/calls.ts';

/** Where findings are shown on GitLab alongside the log and the report files. */
export interface GitlabChannels extends Channels {
  /** The merge request that the pipeline is for, and how to reach it; undefined where there is none, or no token. */
  readonly request: RequestAddress | undefined;
  /** Why there are no comments although there is a token. */
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
  return {
    comment: commentModes.find((mode) => mode === flags.get('comment')) ?? 'inline',
    maxComments: Number(most),
    summary: summaryModes.find((mode) => mode === flags.get('summary-comment')) ?? 'when-found',
    name,
    title: flags.get('name'),
    ...requestOf(env, token),
  };
}

/** A train's request is not commented on: its head is not the request's. */
function requestOf(env: Environment, token: string | undefined): Pick<GitlabChannels, 'request' | 'problem'> {
  const none = (problem?: string) => ({ request: undefined, problem });
  const isRequest = Boolean(env.CI_MERGE_REQUEST_IID) && env.CI_MERGE_REQUEST_EVENT_TYPE !== 'merge_train';
  if (token === undefined || !isRequest) return none();
  if (!/^[\x21-\x7e]+$/.test(token)) return none('No comments: GITOPS_GATE_TOKEN holds what no token holds.');
  const server = (env.CI_API_V4_URL ?? '').replace(/\/api\/v4\/*$/, '') || (env.CI_SERVER_URL ?? '');
  const [project, number] = [env.CI_MERGE_REQUEST_PROJECT_ID ?? '', env.CI_MERGE_REQUEST_IID ?? ''];
  if (!/^https?:\/\//.test(server) || !/^\d{1,15}$/.test(project) || !/^\d{1,15}$/.test(number)) {
    return none(
      'No comments: CI_API_V4_URL, CI_MERGE_REQUEST_PROJECT_ID or CI_MERGE_REQUEST_IID is not what GitLab sets.',
    );
  }
  return { request: { server, project: Number(project), number: Number(number), token }, problem: undefined };
}
